//! Commitments for the next week, for any member.

use crate::domain::{Cycle, MemberId, SOFT_LIMIT, commitment};
use crate::platform::{self, DateStyle};
use crate::state::Memo;
use crate::ui::ask::{Entry, Request, submit};
use crate::ui::components::{Elsewhere, For, Form, Problem, Select, When, live};
use crate::ui::markup::view;
use crate::ui::pages::session::commitments::{Commitments, planned};
use crate::ui::pages::session::people::{Person, Who, options, person, roster};
use crate::ui::pages::session::run::Run;
use crate::ui::pages::session::words;
use crate::ui::shared::commitment::words as of_commitments;
use crate::ui::shared::commitment::{CommitmentFields, GoalOption};
use leptos::prelude::*;

/// The step.
#[component]
pub fn Next(run: Run) -> impl IntoView {
    let roster = roster(run);
    let cycle = Memo::new(move |_| run.app.circle().with(|circle| circle.rhythm.next_held(run.cycle)));
    let week = move || words::for_week(&platform::day_text(cycle.get().first_day(), DateStyle::DayMonth));
    view! {
        <Write run cycle />
        <section class="card" aria-labelledby="planned">
            <header class="card__head"><h2 id="planned">{live(week)}</h2></header>
            <ul class="list session-turns">
                <For
                    each=move || roster.get()
                    key=|person| person.id.clone()
                    children=move |first| view! { <Planned run first cycle /> }
                />
            </ul>
        </section>
    }
}

/// The form: who, and what.
#[component]
fn Write(run: Run, cycle: Memo<Cycle>) -> impl IntoView {
    let problem = Problem::none();
    let (form, who) = (run.pad.next, run.pad.owner);
    let owner = move || MemberId::new(&who.get());
    let open = Memo::new(move |_| run.app.circle().with(|circle| circle.open_count(&owner(), cycle.get())));
    let goals = Memo::new(move |_| {
        run.app.circle().with(|circle| {
            let open = circle.goals_of(&owner()).into_iter().filter(|goal| goal.is_open());
            open.map(|goal| (goal.id.clone(), goal.title.clone())).collect::<Vec<GoalOption>>()
        })
    });
    let limit = move || {
        let is_me = run.app.me.get() == Some(owner());
        if is_me { of_commitments::over_limit(open.get()) } else { words::over_limit(&run.name(&owner()), open.get()) }
    };
    let written = Callback::new(move |()| {
        form.entries().into_iter().for_each(Entry::clear);
    });
    let on_submit = submit(problem, written, move || {
        let (owner, cycle) = (untrack(owner), cycle.get_untracked());
        let add = commitment::Command::AddFor { owner, cycle, draft: form.draft() };
        Ok(Some(Request::new(add, words::WRITTEN)))
    });
    view! {
        <section class="card" aria-labelledby="write">
            <header class="card__head"><h2 id="write">{words::WRITE}</h2></header>
            <Form problem on_submit label=words::WRITE>
                <Select id="next-who" label=words::WHO value=who options=options(run, None) />
                <When is=move || { open.get() >= SOFT_LIMIT }><p class="field-lint"><bdi>{live(limit)}</bdi></p></When>
                <CommitmentFields id="next" form goals label=words::WILL_DO problem />
                <Elsewhere problem />
                <div class="row"><button class="btn">{words::WRITE_ADD}</button></div>
            </Form>
        </section>
    }
}

/// One member's commitments for that week.
#[component]
fn Planned(run: Run, first: Person, cycle: Memo<Cycle>) -> impl IntoView {
    let (id, owner) = (first.id.clone(), first.id.clone());
    let person = person(run, first);
    let open = Memo::new(move |_| run.app.circle().with(|circle| circle.open_count(&owner, cycle.get())));
    let rows = Memo::new(move |_| run.app.circle().with(|circle| planned(circle, &id, cycle.get())));
    let is_empty = Memo::new(move |_| rows.with(Vec::is_empty));
    let said = move || {
        if is_empty.get() { words::NEXT_NOTHING.to_owned() } else { words::planned(open.get()) }
    };
    let on_options = Callback::new(move |id| run.chosen.commitment.set(Some(id)));
    view! {
        <li class="session-topic" data-state=move || if is_empty.get() { "open" } else { "done" }>
            <Who person />
            <span class="session-topic__tally">{live(said)}</span>
            <div class="session-topic__said"><Commitments list=rows on_options /></div>
        </li>
    }
}
