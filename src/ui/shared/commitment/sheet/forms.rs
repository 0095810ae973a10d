//! The forms for one commitment: make it, change it, say what became of it.

use super::super::first::{First, unresolved};
use super::super::more::{MoreFields, MoreForm};
use crate::domain::{Command, Commitment, CommitmentId, Cycle, Kind, MemberId, SOFT_LIMIT, Settlement, commitment};
use crate::platform;
use crate::state::Memo;
use crate::state::{App, StoredValue};
use crate::ui::ask::{Kept, Request, act, submit};
use crate::ui::components::{Elsewhere, Form, Problem, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::commitment::{CommitmentFields, CommitmentForm, GoalOption, OutcomeFields, OutcomeForm, words};
use crate::ui::shared::reply::HelpOffers;
use crate::ui::shared::values::earlier_versions;
use crate::ui::text::action;
use leptos::prelude::*;

/// The commitment as it is now.
fn known(app: App, id: &CommitmentId) -> Option<Commitment> {
    app.circle().with_untracked(|circle| circle.commitments.get(id).map(|found| (**found).clone()))
}

/// The goals that a commitment of mine can serve.
pub fn goal_options(app: App) -> Memo<Vec<GoalOption>> {
    Memo::new(move |_| app.me.with(|me| me.as_ref().map(|me| open_goals(app, me)).unwrap_or_default()))
}

fn open_goals(app: App, owner: &MemberId) -> Vec<GoalOption> {
    app.circle().with(|circle| {
        let open = circle.goals_of(owner).into_iter().filter(|goal| goal.is_open());
        open.map(|goal| (goal.id.clone(), goal.title.clone())).collect()
    })
}

/// The form for a new one, once it was said of the older ones what became of them.
#[component]
pub(super) fn Add(on_done: Callback<()>) -> AnyView {
    let app = app();
    let cycle = Memo::new(move |_| {
        app.circle().with(|circle| match app.me.get() {
            Some(me) => app.present(circle).cycle_for_new(&me),
            None => app.cycle.get(),
        })
    });
    let older = Memo::new(move |_| unresolved(app, cycle.get()));
    let shown = move || match older.get().and_then(|id| known(app, &id)) {
        Some(about) => view! { <First about /> }.into_any(),
        None => view! { <New cycle on_done /> }.into_any(),
    };
    live(shown).into_any()
}

#[component]
fn New(cycle: Memo<Cycle>, on_done: Callback<()>) -> AnyView {
    let app = app();
    let (form, more) = (CommitmentForm::empty(), MoreForm::of(None));
    let problem = Problem::none();
    let kept = Kept::of("commitment", &[form.entries().as_slice(), &more.entries()].concat());
    let open = Memo::new(move |_| {
        app.circle().with(|circle| app.me.with(|me| me.as_ref().map_or(0, |me| circle.open_count(me, cycle.get()))))
    });
    let on_submit = submit(problem, kept.until(on_done), move || {
        let (cycle, draft) = (cycle.get_untracked(), more.draft(form.draft()));
        Ok(Some(Request::new(Command::from(commitment::Command::Add { cycle, draft }), words::ADDED)))
    });
    view! {
        <Form problem on_submit>
            <When is=move || { open.get() >= SOFT_LIMIT }>
                <p class="field-lint">{live(move || words::over_limit(open.get()))}</p>
            </When>
            <CommitmentFields id="add" form goals=goal_options(app) problem />
            <MoreFields id="add" form=more owner=app.me />
            <Elsewhere problem />
            <div class="row"><button class="btn" data-kind="main">{words::ADD}</button></div>
        </Form>
    }
    .into_any()
}

/// Everything about the commitment `id`; nothing where it is gone.
pub(super) fn about(id: &CommitmentId, cycle: Memo<Cycle>, on_done: Callback<()>) -> AnyView {
    match known(app(), id) {
        Some(commitment) => view! { <About commitment cycle on_done /> }.into_any(),
        None => ().into_any(),
    }
}

#[component]
fn About(commitment: Commitment, cycle: Memo<Cycle>, on_done: Callback<()>) -> AnyView {
    let app = app();
    let problem = Problem::none();
    let (form, outcome) = (CommitmentForm::from(&commitment), OutcomeForm::of(&commitment, problem));
    let more = MoreForm::of(Some(&commitment));
    let entries = [form.entries().as_slice(), &outcome.entries(), &more.entries()].concat();
    let on_done = Kept::of(&format!("commitment/{}", commitment.id), &entries).until(on_done);
    let demand = commitment.carry_demand();
    let owner = commitment.owner.clone();
    let goals = Memo::new(move |_| open_goals(app, &owner));
    let owner = Memo::stored(Some(commitment.owner.clone()));
    let offers = view! { <HelpOffers about=commitment.clone() on_done /> };
    let held = StoredValue::new(commitment);
    let on_submit = submit(problem, on_done, move || {
        let opening = held.get_value();
        let now = known(app, &opening.id).unwrap_or(opening);
        Ok(request(&now, form, more, outcome, cycle.get_untracked()))
    });
    view! {
        {offers}
        <Form problem on_submit>
            <CommitmentFields id="about" form goals problem />
            <MoreFields id="about" form=more owner />
            <fieldset class="field-group">
                <legend>{words::OUTCOME}</legend>
                <OutcomeFields id="outcome" form=outcome demand />
            </fieldset>
            <Elsewhere problem />
            <div class="row">
                <button class="btn" data-kind="main">{action::SAVE}</button>
                <Otherwise held on_done />
            </div>
        </Form>
    }
    .into_any()
}

/// What is asked of the circle so that a commitment that is like `now` reads and ends as it was typed.
fn request(
    now: &Commitment,
    form: CommitmentForm,
    more: MoreForm,
    outcome: OutcomeForm,
    cycle: Cycle,
) -> Option<Request> {
    let words_typed = form.over(now);
    let is_touched = words_typed.is_some() || more.is_touched();
    let draft = is_touched.then(|| more.over(words_typed.unwrap_or_else(|| now.draft()), now));
    let settlement = Settlement { draft, ..outcome.over(now) };
    if settlement.is_empty() {
        return None;
    }
    let said = match settlement.verdict {
        Some(verdict) => words::settled(verdict, now.carried.len()),
        None => words::CHANGED.to_owned(),
    };
    Some(Request::new(commitment::Command::Settle { cycle, settlement }, said))
}

/// Takes an outcome back, or the whole commitment.
#[component]
fn Otherwise(held: StoredValue<Commitment>, on_done: Callback<()>) -> AnyView {
    let app = app();
    let id = move || held.with_value(|commitment| commitment.id.clone());
    let has_ended = !held.with_value(Commitment::is_open);
    let reopen = move |_| {
        act(app, commitment::Command::Reopen(id()), words::REOPENED);
        on_done.run(());
    };
    let delete = move |_| {
        act(app, commitment::Command::Delete(id()), words::DELETED);
        on_done.run(());
        platform::focus_heading();
    };
    view! {
        {has_ended.then(|| view! { <button type="button" class="btn" on:click=reopen>{words::REOPEN}</button> })}
        <button type="button" class="btn" data-kind="quiet" on:click=delete>{action::DELETE}</button>
        {earlier_versions(Kind::Commitment, id().as_str())}
    }
    .into_any()
}
