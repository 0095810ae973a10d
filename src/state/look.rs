//! Looking at what came in before it is taken in. What is looked at lies in this tab alone.

use super::app::App;
use super::gain::{ImportError, ImportGain, ImportReport, ImportStage};
use super::index::CircleEntry;
use super::sending::{Sending, sending_key};
use super::source::Looked;
use super::store::OpenDoc;
use crate::document::{CircleDoc, Place, Value};
use crate::domain::CircleId;
use crate::exchange::circle_file::FileError;
use crate::platform;
use crate::vault::{self, Loaded, Small};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Copies of circles that take in what is only looked at.
#[derive(Default)]
pub(super) struct Trials(BTreeMap<CircleId, CircleDoc>);

impl App {
    /// Looks at `source`: what it would bring. What brings nothing is taken in at once, for what it tells of its sender;
    /// all else waits for [`App::take_looked`].
    pub(super) fn look_at(&self, looked: Looked, trials: &mut Trials) -> Result<ImportReport, ImportError> {
        let trial = trials.of(self, &looked.circle)?;
        let before = trial.circle().map_err(|_| FileError::Damaged("history"))?;
        let had_gaps = trial.has_gaps();
        let imported = looked.source.merge_into(trial)?;
        let after = trial.circle().map_err(|_| FileError::Damaged("history"))?;
        let hand_edits = looked.source.hand_edits(trial.facts());
        let me = self.index.with_untracked(|index| index.entry(&looked.circle).and_then(CircleEntry::member));
        let gain = ImportGain::of(&before, &after, imported, (trial, me.as_ref()), hand_edits);
        let lacks = looked.source.lacks(trial);
        if matches!(gain, ImportGain::NothingNew) && (lacks.is_none() || had_gaps) {
            return self.take_source(&looked.source, &looked.circle);
        }
        let circle = looked.circle.clone();
        self.store.with_value(|store| store.borrow_mut().looked.push(looked));
        Ok(ImportReport { circle, after, gain, stage: ImportStage::Looked, lacks })
    }

    /// Forgets what was only looked at.
    pub fn leave_looked(&self) {
        self.store.with_value(|store| {
            let mut store = store.borrow_mut();
            store.looked.clear();
            store.choices.clear();
        });
    }

    /// Has `values` written into `circle` once what was looked at is taken in: the other side of a conflict.
    pub fn choose_with_taking(&self, circle: &CircleId, values: Vec<(Place, Value)>) {
        self.store.with_value(|store| store.borrow_mut().choices.push((circle.clone(), values)));
    }

    /// What goes to and fro of `circle`, open or not.
    pub(super) fn sending_of(&self, circle: &CircleId) -> Sending {
        if self.open.with_untracked(|open| open.as_ref() == Some(circle)) {
            return self.sending.get_untracked();
        }
        match vault::read_json::<Sending>(&*self.storage(), &sending_key(circle)) {
            Ok(Small::Ready(sending)) => sending,
            _ => Sending::default(),
        }
    }
}

impl Trials {
    /// The copy of `circle`, as this device has it and what was looked at before.
    fn of(&mut self, app: &App, circle: &CircleId) -> Result<&mut CircleDoc, FileError> {
        if !self.0.contains_key(circle) {
            let open = app.with_doc(CircleDoc::state).filter(|_| app.open.get_untracked().as_ref() == Some(circle));
            let doc = match open {
                Some(state) => CircleDoc::open(platform::random_u32(), [state.as_slice()]),
                None => match vault::load(&*app.storage(), circle.as_str()) {
                    Ok(Loaded::Ready(ready)) => OpenDoc::from_ready(circle.clone(), &ready).map(|open| open.doc),
                    _ => return Err(FileError::NoCircle),
                },
            };
            self.0.insert(circle.clone(), doc.map_err(|_| FileError::Damaged("history"))?);
        }
        self.0.get_mut(circle).ok_or(FileError::NoCircle)
    }
}
