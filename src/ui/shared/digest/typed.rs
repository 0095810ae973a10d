//! The text of a digest while it is written: kept on the device, and brought back.

use crate::domain::{Cycle, Typing, merged_choice, merged_text};
use crate::state::Memo;
use crate::state::{App, Draft, RwSignal};
use crate::ui::ask::{DraftForm, SharedDraft, show};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What is typed, as it is kept; without words while nothing is.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct DigestTyped {
    text: String,
    /// What stood there when the first key was pressed: whether something came in since is told by it.
    #[serde(default)]
    begun_from: String,
}

impl Typing for DigestTyped {
    fn merged(&self, base: &Self, theirs: &Self) -> Self {
        let nothing = Self::default();
        if *self == nothing || *theirs == nothing {
            return merged_choice(base, self, theirs);
        }
        let base = if *base == nothing { &self.begun_from } else { &base.text };
        Self { text: merged_text(base, &self.text, &theirs.text), begun_from: self.begun_from.clone() }
    }
}

/// The text of one week's digest while it is written.
#[derive(Clone, Copy)]
pub struct DigestText {
    /// What the app makes of the check-ins.
    fresh: Memo<String>,
    /// What stands there while nobody types: the published text, or the app's.
    standing: Memo<String>,
    /// What is typed; nothing while it is as it stands.
    pub typed: RwSignal<Option<DigestTyped>>,
    draft: SharedDraft<DigestTyped>,
    /// Whether it was published from here: the way on takes the focus then.
    pub is_sent: RwSignal<bool>,
    on_begun: Option<Callback<()>>,
}

impl DigestText {
    /// The text of `cycle`; `on_begun` is called when words of one's own are in it.
    pub fn of(
        app: App,
        cycle: Cycle,
        fresh: Memo<String>,
        published: Memo<Option<String>>,
        on_begun: Option<Callback<()>>,
    ) -> Self {
        let draft = SharedDraft::of(app, Draft::of(app, &format!("digest/{cycle}")));
        let typed = RwSignal::new(draft.load());
        let standing = Memo::new(move |_| published.get().unwrap_or_else(|| fresh.get()));
        let state = Self { fresh, standing, typed, draft, is_sent: RwSignal::new(false), on_begun };
        if typed.with_untracked(Option::is_some) {
            state.begin();
        }
        draft.share(state);
        state
    }

    fn begin(self) {
        if let Some(on_begun) = self.on_begun {
            on_begun.run(());
        }
    }

    /// What stands in the field. Tracked.
    pub fn text(self) -> String {
        self.typed.with(|typed| typed.as_ref().map(|typed| typed.text.clone())).unwrap_or_else(|| self.standing.get())
    }

    /// Whether what stands there is no longer what was begun from.
    pub fn has_moved_on(self) -> bool {
        self.typed.with(|typed| {
            typed.as_ref().is_some_and(|typed| self.standing.with(|standing| *standing != typed.begun_from))
        })
    }

    /// Takes in what is typed.
    pub fn write(self, text: String) {
        let begun = self.typed.with_untracked(|typed| typed.as_ref().map(|typed| typed.begun_from.clone()));
        let begun_from = begun.unwrap_or_else(|| self.standing.get_untracked());
        self.keep((text != begun_from).then_some(DigestTyped { text, begun_from }));
    }

    /// Puts the app's own words there again; gives back what was there before.
    pub fn renew(self) -> Option<DigestTyped> {
        let before = self.typed.get_untracked();
        let (text, begun_from) = (self.fresh.get_untracked(), self.standing.get_untracked());
        self.keep((text != begun_from).then_some(DigestTyped { text, begun_from }));
        before
    }

    /// Keeps `typed` on the device, or forgets it.
    pub fn keep(self, typed: Option<DigestTyped>) {
        if typed.is_some() {
            self.begin();
        }
        self.typed.set(typed);
        self.draft.keep_now(self);
    }

    /// Brings `typed` back, also after the screen is gone.
    pub fn way_back(self, app: App, typed: Option<DigestTyped>) -> impl Fn() + Send + Sync {
        let draft = self.draft.draft();
        move || {
            match &typed {
                Some(typed) => drop(draft.keep(app, typed)),
                None => draft.clear(app),
            }
            // Without a screen the kept words are enough.
            let _ = self.typed.try_set(typed.clone());
        }
    }
}

impl DraftForm for DigestText {
    type Texts = DigestTyped;

    fn texts(self) -> DigestTyped {
        self.typed.get().unwrap_or_default()
    }

    fn show(self, texts: &DigestTyped) {
        let typed = (*texts != DigestTyped::default()).then(|| texts.clone());
        if typed.is_some() {
            self.begin();
        }
        show(self.typed, &typed);
    }
}
