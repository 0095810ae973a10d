//! What became of somebody's commitment, as the circle goes through it together.

use super::run::Run;
use crate::domain::{CarryDemand, Command, Commitment, CommitmentId, Outcome, Resolution, Verdict};
use crate::ui::components::{Area, Choice, Field, Pick, Problem, Sheet, When};
use crate::ui::pages::week::act;
use crate::ui::text::{action, commitment as words};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use std::sync::Arc;

const OUTCOMES: [Outcome; 5] =
    [Outcome::Kept, Outcome::Partial, Outcome::Missed, Outcome::Renegotiated, Outcome::Dropped];
const CARRY: &str = "carry";

/// The dialog for the `chosen` commitment.
#[component]
pub fn OutcomeSheet(run: Run, chosen: RwSignal<Option<CommitmentId>>) -> impl IntoView {
    let is_open = RwSignal::new(false);
    Effect::new(move |_| is_open.set(chosen.with(Option::is_some)));
    Effect::new(move |_| {
        if !is_open.get() && chosen.with_untracked(Option::is_some) {
            chosen.set(None);
        }
    });
    let about = move || {
        let found = chosen.with(|id| {
            run.app.circle().with_untracked(|circle| circle.commitments.get(id.as_ref()?).map(|c| (**c).clone()))
        });
        found.map(|commitment| view! { <OutcomeForm run commitment is_open /> })
    };
    view! { <Sheet is_open title=words::OUTCOME>{about}</Sheet> }
}

#[component]
fn OutcomeForm(run: Run, commitment: Commitment, is_open: RwSignal<bool>) -> impl IntoView {
    let known = commitment.outcome.map(words::outcome).unwrap_or_default();
    let (outcome, note) = (RwSignal::new(known.to_owned()), RwSignal::new(commitment.note.clone()));
    let text = RwSignal::new(commitment.text.clone());
    let problem = Problem::none();
    let demand = commitment.carry_demand();
    let is_carrying = Memo::new(move |_| outcome.with(|outcome| outcome == CARRY));
    let asks_why = Memo::new(move |_| outcome.with(|outcome| !outcome.is_empty() && outcome != "kept"));
    let choices = OUTCOMES.iter().map(|outcome| Choice::new(words::outcome(*outcome), words::outcome(*outcome)));
    let choices: Vec<_> = choices.chain([Choice::new(CARRY, words::CARRY)]).collect();
    let title = commitment.text.clone();
    let reopen = (!commitment.is_open()).then(|| {
        let id = commitment.id.clone();
        let reopen = move |_| {
            act(run.app, Command::Reopen(id.clone()), words::REOPENED);
            is_open.set(false);
        };
        view! { <button type="button" class="btn" on:click=reopen>{words::REOPEN}</button> }
    });
    let held = StoredValue::new(commitment);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (chosen, note, text) = (outcome.get_untracked(), note.get_untracked(), text.get_untracked());
        if let Some((verdict, said)) = held.with_value(|commitment| verdict(run, commitment, &chosen, &text)) {
            let commitment = held.with_value(|commitment| commitment.id.clone());
            resolve(run, Resolution { commitment, verdict, note }, said, problem, is_open);
        }
    };
    let label = if demand == CarryDemand::Reason { words::TEXT } else { words::SMALLER };
    view! {
        <form class="form" on:submit=submit novalidate>
            <p dir="auto"><strong>{title}</strong></p>
            <fieldset class="outcome">
                <legend class="unseen">{words::OUTCOME}</legend>
                <Pick name="session-outcome" choices value=outcome />
            </fieldset>
            <When is=move || is_carrying.get()>
                <Field id="outcome-text" label value=text hint=words::demand(demand) />
            </When>
            <When is=move || asks_why.get()>
                <Area id="outcome-note" label=if is_carrying.get() { words::REASON } else { words::NOTE } value=note problem />
            </When>
            <When is=move || problem.elsewhere().is_some()>
                <p class="field__problem" role="alert">{move || problem.elsewhere()}</p>
            </When>
            <div class="row"><button class="btn" data-kind="main">{action::SAVE}</button>{reopen}</div>
        </form>
    }
}

/// What `chosen` makes of `commitment`, and how it is said.
fn verdict(run: Run, commitment: &Commitment, chosen: &str, text: &str) -> Option<(Verdict, String)> {
    if chosen == CARRY {
        let text = (text.trim() != commitment.text).then(|| text.to_owned());
        // Out of the week that the session is about, or of the one that it stands in already.
        return Some((Verdict::Carried { from: run.cycle.max(commitment.cycle), text }, words::CARRY.to_owned()));
    }
    let ended = OUTCOMES.into_iter().find(|outcome| words::outcome(*outcome) == chosen)?;
    Some((Verdict::Ended(ended), words::resolved(ended)))
}

fn resolve(run: Run, resolution: Resolution, said: String, problem: Problem, is_open: RwSignal<bool>) {
    problem.clear();
    match run.app.dispatch(Command::Resolve(resolution)) {
        Ok(undo) => {
            run.app.say(said, Some(Arc::new(move || run.app.undo(&undo))));
            is_open.set(false);
        }
        Err(refusal) => problem.show(refusal),
    }
}
