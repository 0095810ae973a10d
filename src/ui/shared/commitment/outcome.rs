//! What becomes of a commitment: the fields that the check-in, the commitment's dialog and the session share.

use super::words;
use crate::domain::{CarryDemand, Commitment, Field as Which, Outcome, Settlement, Verdict};
use crate::state::Memo;
use crate::ui::ask::Entry;
use crate::ui::components::{Area, Choice, Field, Pick, Problem, When, live};
use crate::ui::markup::view;
use leptos::prelude::*;

/// What is said of one commitment.
#[derive(Clone, Copy)]
pub struct OutcomeForm {
    /// The key of a [`Verdict`], or nothing.
    pub verdict: Entry,
    /// A word about it; the reason of a carry.
    pub note: Entry,
    /// What is wrong with it.
    pub problem: Problem,
}

impl OutcomeForm {
    /// Fields that hold what was said of `commitment`.
    pub fn of(commitment: &Commitment, problem: Problem) -> Self {
        let known = commitment.outcome.map(Outcome::key).unwrap_or_default();
        Self { verdict: Entry::of(known), note: Entry::of(commitment.note.clone()), problem }
    }

    /// All fields.
    pub fn entries(self) -> [Entry; 2] {
        [self.verdict, self.note]
    }

    /// What was chosen, tracked.
    pub fn chosen(self) -> Option<Verdict> {
        self.verdict.typed.with(|key| Verdict::from_key(key))
    }

    /// What is to be said of a commitment that is like `now`; fields that nobody touched say nothing.
    pub fn over(self, now: &Commitment) -> Settlement {
        let verdict = Verdict::from_key(&self.verdict.text()).filter(|_| self.verdict.is_touched());
        let note = self.note.is_touched().then(|| self.note.text());
        Settlement { commitment: now.id.clone(), draft: None, verdict, note }
    }
}

/// One verdict of all, the word about it and, where `smaller` is given and a second carry asks for it, other words
/// for the commitment.
#[component]
pub fn OutcomeFields(
    #[prop(into)] id: String,
    form: OutcomeForm,
    demand: CarryDemand,
    #[prop(optional)] smaller: Option<Entry>,
) -> AnyView {
    let OutcomeForm { verdict, note, problem } = form;
    let choices = Verdict::ALL.map(|verdict| Choice::new(verdict.key(), words::verdict(verdict))).to_vec();
    let chosen = Memo::new(move |_| form.chosen());
    let is_carrying = Memo::new(move |_| chosen.get() == Some(Verdict::Carried));
    // A word about what was kept is never asked for, but one that is there is shown.
    let has_note = Memo::new(move |_| match chosen.get() {
        None | Some(Verdict::Ended(Outcome::Kept)) => note.typed.with(|note| !note.is_empty()),
        Some(_) => true,
    });
    let hint = Memo::new(move |_| if is_carrying.get() { words::demand(demand).to_owned() } else { String::new() });
    let (note_id, smaller_id) = (format!("{id}-note"), format!("{id}-smaller"));
    let reason = move || {
        let label = if is_carrying.get() { words::REASON } else { words::NOTE };
        view! {
            <Area id=note_id.clone() label value=note.typed hint is_optional=!is_carrying.get() problem field=Which::Note />
        }
    };
    let smaller = smaller.filter(|_| demand == CarryDemand::Change).map(|smaller| {
        view! {
            <When is=is_carrying>
                <Field id=smaller_id.clone() label=words::SMALLER value=smaller.typed problem field=Which::Text />
            </When>
        }
    });
    view! {
        <Pick name=id choices value=verdict.typed on_pick=Callback::new(move |()| problem.clear()) />
        <When is=has_note>{live(reason.clone())}</When>
        {smaller}
    }
    .into_any()
}
