//! The dialogs for one commitment: make it, change it, say what became of it.

use super::words;
use crate::domain::{
    Command, Commitment, CommitmentDraft, CommitmentId, GoalId, Outcome, Refusal, SOFT_LIMIT, Settlement, Verdict,
};
use crate::platform::BrowserZones;
use crate::state::App;
use crate::ui::ask::act;
use crate::ui::components::When;
use crate::ui::components::{Area, Choice, Pick, Problem, Sheet};
use crate::ui::context::app;
use crate::ui::shared::commitment::{CommitmentFields, CommitmentForm, GoalOption};
use crate::ui::text::action;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// Both dialogs: a new commitment while `is_adding`, and everything about the `chosen` one.
#[component]
pub fn CommitmentSheet(is_adding: RwSignal<bool>, chosen: RwSignal<Option<CommitmentId>>) -> impl IntoView {
    let is_chosen = RwSignal::new(false);
    Effect::new(move |_| {
        if chosen.with(Option::is_some) {
            is_chosen.set(true);
        }
    });
    Effect::new(move |_| {
        if !is_chosen.get() && chosen.with_untracked(Option::is_some) {
            chosen.set(None);
        }
    });
    let app = app();
    let about = move || {
        let found =
            chosen.with(|id| app.circle().with_untracked(|circle| circle.commitments.get(id.as_ref()?).cloned()));
        found.map(|commitment| view! { <About commitment=(*commitment).clone() on_done=Callback::new(move |()| is_chosen.set(false)) /> })
    };
    view! {
        <Sheet is_open=is_adding title=words::ADD_TITLE>
            <Add on_done=Callback::new(move |()| is_adding.set(false)) />
        </Sheet>
        <Sheet is_open=is_chosen title=words::EDIT_TITLE>{about}</Sheet>
    }
}

/// The goals that a commitment can serve.
pub fn goal_options(app: App) -> Signal<Vec<GoalOption>> {
    Signal::derive(move || {
        app.circle().with(|circle| {
            app.me.with(|me| {
                let goals = me.as_ref().map(|me| circle.goals_of(me)).unwrap_or_default();
                goals
                    .into_iter()
                    .filter(|goal| goal.is_open())
                    .map(|goal| (goal.id.clone(), goal.title.clone()))
                    .collect()
            })
        })
    })
}

#[component]
fn Add(on_done: Callback<()>, #[prop(optional_no_strip)] goal: Option<GoalId>) -> impl IntoView {
    let app = app();
    let form = CommitmentForm::empty();
    if let Some(goal) = goal {
        form.goal.set(goal.to_string());
    }
    let problem = Problem::none();
    let cycle = Memo::new(move |_| {
        app.circle().with(|circle| match app.me.get() {
            Some(me) => circle.cycle_for_new(&BrowserZones, app.now().get(), &me),
            None => app.cycle.get(),
        })
    });
    let open = Memo::new(move |_| {
        app.circle().with(|circle| app.me.with(|me| me.as_ref().map_or(0, |me| circle.open_count(me, cycle.get()))))
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        problem.clear();
        match app.dispatch(Command::AddCommitment { cycle: cycle.get_untracked(), draft: form.draft() }) {
            Ok(undo) => {
                app.say(words::ADDED, Some(Arc::new(move || app.undo(&undo))));
                on_done.run(());
            }
            Err(refusal) => problem.show(refusal),
        }
    };
    view! {
        <form class="form" on:submit=submit novalidate>
            <When is=move || { open.get() >= SOFT_LIMIT }>
                <p class="lint">{move || words::over_limit(open.get())}</p>
            </When>
            <CommitmentFields id="add" form goals=goal_options(app) problem />
            <div class="row"><button class="btn" data-kind="main">{words::ADD}</button></div>
        </form>
    }
}

#[component]
fn About(commitment: Commitment, on_done: Callback<()>) -> impl IntoView {
    let app = app();
    let form = CommitmentForm::from(&commitment);
    let note = RwSignal::new(commitment.note.clone());
    let outcome = RwSignal::new(commitment.outcome.map(|outcome| outcome.key().to_owned()).unwrap_or_default());
    let problem = Problem::none();
    let is_open = commitment.is_open();
    let demand = commitment.carry_demand();
    let held = StoredValue::new(commitment);
    let choices = Verdict::ALL.iter().map(|verdict| Choice::new(verdict.key(), words::verdict(*verdict))).collect();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        problem.clear();
        let commitment = held.get_value();
        match save(app, &commitment, form, &outcome.get_untracked(), &note.get_untracked()) {
            Ok(()) => on_done.run(()),
            Err(refusal) => problem.show(refusal),
        }
    };
    let delete = move |_| {
        act(app, Command::DeleteCommitment(held.with_value(|c| c.id.clone())), words::DELETED);
        on_done.run(());
    };
    let reopen = move |_| {
        act(app, Command::Reopen(held.with_value(|c| c.id.clone())), words::REOPENED);
        on_done.run(());
    };
    let is_carrying = Memo::new(move |_| outcome.with(|outcome| outcome == Verdict::Carried.key()));
    let hint = Signal::derive(move || if is_carrying.get() { words::demand(demand).to_owned() } else { String::new() });
    view! {
        <form class="form" on:submit=submit novalidate>
            <CommitmentFields id="about" form goals=goal_options(app) problem />
            <fieldset class="outcome">
                <legend>{words::OUTCOME}</legend>
                <Pick name="about-outcome" choices value=outcome />
            </fieldset>
            <When is=move || { outcome.with(|outcome| !outcome.is_empty() && outcome != Outcome::Kept.key()) }>
                <Area id="about-note" label=if is_carrying.get() { words::REASON } else { words::NOTE } value=note hint />
            </When>
            <When is=move || problem.elsewhere().is_some()>
                <p class="field__problem" role="alert">{move || problem.elsewhere()}</p>
            </When>
            <div class="row">
                <button class="btn" data-kind="main">{action::SAVE}</button>
                {(!is_open).then(|| view! { <button type="button" class="btn" on:click=reopen>{words::REOPEN}</button> })}
                <button type="button" class="btn" data-kind="quiet" on:click=delete>{action::DELETE}</button>
            </div>
        </form>
    }
}

/// Stores changed words and what became of it in one step, with one way back.
fn save(app: App, commitment: &Commitment, form: CommitmentForm, outcome: &str, note: &str) -> Result<(), Refusal> {
    let verdict = Verdict::from_key(outcome).filter(|verdict| commitment.outcome.map(Verdict::Ended) != Some(*verdict));
    let said =
        verdict.map_or_else(|| words::CHANGED.to_owned(), |verdict| words::settled(verdict, commitment.carried.len()));
    let draft = CommitmentDraft { due: commitment.due, ..form.draft() };
    let settlement =
        Settlement { commitment: commitment.id.clone(), draft: Some(draft), verdict, note: Some(note.to_owned()) };
    let cycle = app.cycle.get_untracked();
    let undo = app.dispatch(Command::Settle { cycle, settlement })?;
    app.say(said, Some(Arc::new(move || app.undo(&undo))));
    Ok(())
}
