//! What became of somebody's commitment, as the circle goes through it together.

use super::choice::{opened_by, touched};
use super::elsewhere::Elsewhere;
use super::run::Run;
use crate::domain::{Command, Commitment, CommitmentDraft, CommitmentId, Outcome, Refusal, Settlement, Verdict};
use crate::platform;
use crate::ui::ask::act;
use crate::ui::components::{Area, Choice, Field, Pick, Problem, Sheet, When};
use crate::ui::shared::commitment::words;
use crate::ui::text::action;
use crate::ui::text::problems;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// The dialog for the chosen commitment.
#[component]
pub fn OutcomeSheet(run: Run) -> impl IntoView {
    let is_open = opened_by(run.chosen.commitment);
    let about = move || {
        let commitment = now(run, &run.chosen.commitment.get()?)?;
        Some(view! { <OutcomeForm run commitment is_open /> })
    };
    view! { <Sheet is_open title=words::EDIT_TITLE>{about}</Sheet> }
}

/// The commitment as it stands now.
fn now(run: Run, id: &CommitmentId) -> Option<Commitment> {
    run.app.circle().with_untracked(|circle| circle.commitments.get(id).map(|found| (**found).clone()))
}

/// How `commitment` ended, as the form has it.
fn ended(commitment: &Commitment) -> String {
    commitment.outcome.map(Outcome::key).unwrap_or_default().to_owned()
}

#[component]
fn OutcomeForm(run: Run, commitment: Commitment, is_open: RwSignal<bool>) -> impl IntoView {
    let (outcome, note) = (RwSignal::new(ended(&commitment)), RwSignal::new(commitment.note.clone()));
    let text = RwSignal::new(commitment.text.clone());
    let problem = Problem::none();
    // A reason is asked for at the note, whose name the domain does not know.
    let unexplained = RwSignal::new(None::<String>);
    let demand = commitment.carry_demand();
    let is_carrying = Memo::new(move |_| outcome.with(|outcome| outcome == Verdict::Carried.key()));
    let asks_why = Memo::new(move |_| outcome.with(|outcome| !outcome.is_empty() && outcome != Outcome::Kept.key()));
    let choices = Verdict::ALL.iter().map(|verdict| Choice::new(verdict.key(), words::verdict(*verdict))).collect();
    let held = StoredValue::new(commitment);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        problem.clear();
        unexplained.set(None);
        let typed = Typed {
            outcome: outcome.get_untracked(),
            note: note.get_untracked().trim().to_owned(),
            text: text.get_untracked().trim().to_owned(),
        };
        let settled = held.with_value(|opening| {
            let now = now(run, &opening.id).unwrap_or_else(|| opening.clone());
            settled(run, &now, typed.merged(opening, &now))
        });
        let Some((command, said)) = settled else {
            is_open.set(false);
            return;
        };
        match run.app.dispatch(command) {
            Ok(undo) => {
                run.app.say(said, Some(Arc::new(move || run.app.undo(&undo))));
                is_open.set(false);
            }
            Err(refusal @ Refusal::CarryNeedsReason(_)) => {
                unexplained.set(Some(problems::refusal(&refusal)));
                platform::focus_near("outcome-note");
            }
            Err(refusal) => problem.show(refusal),
        }
    };
    let hint = Signal::derive(move || if is_carrying.get() { words::demand(demand).to_owned() } else { String::new() });
    view! {
        <form class="form" on:submit=submit novalidate>
            <Field id="outcome-text" label=words::TEXT value=text hint problem />
            <fieldset class="outcome">
                <legend>{words::OUTCOME}</legend>
                <Pick name="session-outcome" choices value=outcome />
            </fieldset>
            <When is=move || asks_why.get()>
                <Area id="outcome-note" label=if is_carrying.get() { words::REASON } else { words::NOTE } value=note problem />
                <When is=move || unexplained.with(Option::is_some)>
                    <p class="field__problem" id="outcome-note-problem">{move || unexplained.get()}</p>
                </When>
            </When>
            <Elsewhere problem />
            <div class="row">
                <button class="btn" data-kind="main">{action::SAVE}</button>
                <Otherwise run held is_open />
            </div>
        </form>
    }
}

/// Takes an outcome back, or the whole commitment.
#[component]
fn Otherwise(run: Run, held: StoredValue<Commitment>, is_open: RwSignal<bool>) -> impl IntoView {
    let id = move || held.with_value(|commitment| commitment.id.clone());
    let has_ended = !held.with_value(Commitment::is_open);
    let reopen = move |_| {
        act(run.app, Command::Reopen(id()), words::REOPENED);
        is_open.set(false);
    };
    let delete = move |_| {
        act(run.app, Command::DeleteCommitment(id()), words::DELETED);
        is_open.set(false);
        platform::focus_heading();
    };
    view! {
        {has_ended.then(|| view! { <button type="button" class="btn" on:click=reopen>{words::REOPEN}</button> })}
        <button type="button" class="btn" data-kind="quiet" on:click=delete>{action::DELETE}</button>
    }
}

/// What the form says.
struct Typed {
    outcome: String,
    note: String,
    text: String,
}

impl Typed {
    /// The same, but what nobody touched since `opening` as it is `now`.
    fn merged(self, opening: &Commitment, now: &Commitment) -> Self {
        Self {
            outcome: touched(&ended(opening), self.outcome, ended(now)),
            note: touched(&opening.note, self.note, now.note.clone()),
            text: touched(&opening.text, self.text, now.text.clone()),
        }
    }
}

/// What is to be done so that `commitment` reads and ends as it was typed, and how it is said; `None` where it
/// does already.
fn settled(run: Run, commitment: &Commitment, typed: Typed) -> Option<(Command, String)> {
    let Typed { outcome, note, text } = typed;
    let Commitment { id, goal, due, cue, action, .. } = commitment.clone();
    let verdict =
        Verdict::from_key(&outcome).filter(|verdict| commitment.outcome.map(Verdict::Ended) != Some(*verdict));
    let draft = (text != commitment.text).then_some(CommitmentDraft { text, goal, due, cue, action });
    if verdict.is_none() && draft.is_none() && note == commitment.note {
        return None;
    }
    let said =
        verdict.map_or_else(|| words::CHANGED.to_owned(), |verdict| words::settled(verdict, commitment.carried.len()));
    let settlement = Settlement { commitment: id, draft, verdict, note: Some(note) };
    Some((Command::Settle { cycle: run.cycle, settlement }, said))
}
