//! What this copy of a circle has that was not sent to anybody yet.

use super::change::Change;
use super::facts::{Facts, is_empty};
use super::mark::{NOTHING, marked};
use crate::domain::{Kind, gathered};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use yrs::Any;

/// The records that were changed on this device since others last got them.
///
/// Each is remembered with the mark of the content that others have, so that a change which is taken back leaves
/// nothing to send. Records are named `<root map>/<id>`.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Outbox(BTreeMap<String, u64>);

/// The records of an [`Outbox`] as they are in one file: what others have once that file reaches them.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Enclosed(BTreeMap<String, u64>);

impl Outbox {
    /// Everything in `facts`, for a circle that nobody else has.
    pub fn all(facts: &Facts) -> Self {
        let ids = |kind| facts.records(kind).into_iter().map(move |record| name(kind, record.id));
        Self(gathered(Kind::ALL.into_iter().flat_map(ids).map(|record| (record, NOTHING))))
    }

    /// The given records, where what others have of them is not known.
    pub fn of<'a>(records: impl IntoIterator<Item = (Kind, &'a str)>) -> Self {
        Self(gathered(records.into_iter().map(|(kind, id)| (name(kind, id), NOTHING))))
    }

    /// Takes in `changes` that were made on this device; `facts` has them already.
    pub fn note(&mut self, facts: &Facts, changes: &[Change]) {
        let mut befores: BTreeMap<(Kind, &str), BTreeMap<&str, &Any>> = BTreeMap::new();
        for change in changes {
            let record = befores.entry((change.place.kind, change.place.id())).or_default();
            // Of several changes of one value, the first one knows what others have.
            record.entry(change.place.field()).or_insert(&change.before);
        }
        for ((kind, id), before) in befores {
            let now = fields(facts, kind, id);
            let mut then = now.clone();
            then.extend(before);
            let record = name(kind, id);
            let known = *self.0.entry(record.clone()).or_insert_with(|| mark(&then));
            if known == mark(&now) {
                self.0.remove(&record);
            }
        }
    }

    /// Takes out what a copy from elsewhere holds exactly as this one does now: somebody has it.
    pub fn receive(&mut self, ours: &Facts, theirs: &Facts) {
        self.0.retain(|record, _| mark_of(ours, record) != mark_of(theirs, record));
    }

    /// What a file that is written now tells others.
    pub fn enclosed(&self, facts: &Facts) -> Enclosed {
        Enclosed(gathered(self.0.keys().map(|record| (record.clone(), mark_of(facts, record)))))
    }

    /// Takes out what `sent` told others, unless it has changed since.
    pub fn confirm(&mut self, facts: &Facts, sent: &Enclosed) {
        for (record, told) in &sent.0 {
            if mark_of(facts, record) == *told {
                self.0.remove(record);
            } else {
                self.0.insert(record.clone(), *told);
            }
        }
    }

    /// The records that wait, kind by kind.
    pub fn records(&self) -> impl Iterator<Item = (Kind, &str)> {
        self.0.keys().filter_map(|record| parse(record))
    }

    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn name(kind: Kind, id: &str) -> String {
    format!("{}/{id}", kind.name())
}

fn parse(record: &str) -> Option<(Kind, &str)> {
    let (kind, id) = record.split_once('/')?;
    Some((Kind::ALL.into_iter().find(|known| known.name() == kind)?, id))
}

fn fields<'a>(facts: &'a Facts, kind: Kind, id: &'a str) -> BTreeMap<&'a str, &'a Any> {
    gathered(facts.record(kind, id).iter())
}

fn mark_of(facts: &Facts, record: &str) -> u64 {
    parse(record).map_or(NOTHING, |(kind, id)| mark(&fields(facts, kind, id)))
}

/// The mark of names and values; that of nothing where there are none.
fn mark(fields: &BTreeMap<&str, &Any>) -> u64 {
    let mut mark = NOTHING;
    let mut add = |text: &str| mark = marked(mark, text.bytes().chain([0]));
    // A text that was emptied says as much as one that was never written.
    let is_blank = |value: &Any| is_empty(value) || matches!(value, Any::String(text) if text.is_empty());
    for (field, value) in fields.iter().filter(|(_, value)| !is_blank(value)) {
        add(field);
        add(&value.to_string());
    }
    mark
}
