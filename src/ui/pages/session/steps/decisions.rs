//! Topics, what the circle looks at again, and what it decides.

use super::decision_form::{DecisionFields, draft_of};
use crate::domain::{AgendaEntry, AgendaSubject, Command, DecisionId, Field as Which, MemberId, Step, Topic, session};
use crate::platform;
use crate::state::Memo;
use crate::ui::components::{Area, Elsewhere, Empty, For, Form, Glyph, Icon, Problem, When, live};
use crate::ui::markup::view;
use crate::ui::pages::session::items::ItemCard;
use crate::ui::pages::session::run::Run;
use crate::ui::pages::session::summary::Decided;
use crate::ui::pages::session::tick::Tick;
use crate::ui::pages::session::words;
use crate::ui::text::time;
use leptos::prelude::*;

/// The step.
#[component]
pub fn Decisions(run: Run) -> impl IntoView {
    let entries = run.entries(Some(Step::Decisions));
    view! {
        <Topics run entries />
        <Again run entries />
        <Record run />
    }
}

/// What members brought, and the charter questions.
#[component]
fn Topics(run: Run, entries: Memo<Vec<AgendaEntry>>) -> impl IntoView {
    let items = Memo::new(move |_| {
        let item = |entry: AgendaEntry| match entry.subject {
            AgendaSubject::Item(id) => Some((id, entry.carried)),
            AgendaSubject::Derived(_) => None,
        };
        entries.get().into_iter().filter_map(item).collect::<Vec<_>>()
    });
    let charter = Memo::new(move |_| {
        let member = |entry: AgendaEntry| match entry.subject {
            AgendaSubject::Derived(Topic::Charter(id)) => Some(id),
            AgendaSubject::Derived(_) | AgendaSubject::Item(_) => None,
        };
        entries.get().into_iter().filter_map(member).collect::<Vec<_>>()
    });
    let is_empty = Memo::new(move |_| items.with(Vec::is_empty) && charter.with(Vec::is_empty));
    view! {
        <section class="card" aria-labelledby="topics">
            <header class="card__head"><h2 id="topics" tabindex="-1">{words::TOPICS}</h2></header>
            <When is=move || is_empty.get()><Empty title=words::NO_TOPICS hint=words::NO_TOPICS_HINT /></When>
            <ul class="list">
                <For
                    each=move || items.get()
                    key=|(id, _)| id.clone()
                    children=move |(id, carried)| view! { <ItemCard run id carried home="topics" /> }
                />
                <When is=move || !charter.with(Vec::is_empty)>
                    <li class="quiet">{words::CHARTER_HINT}</li>
                </When>
                <For each=move || charter.get() key=Clone::clone children=move |id| view! { <Charter run id /> } />
            </ul>
            <div class="row">
                <button type="button" class="btn" data-kind="small" on:click=move |_| run.chosen.is_bringing.set(true)>
                    <Icon glyph=Glyph::Plus />
                    {words::BRING}
                </button>
            </div>
        </section>
    }
}

/// Whether the charter still fits somebody who was missed.
#[component]
fn Charter(run: Run, id: MemberId) -> impl IntoView {
    let (is_done, on_toggle) = run.ticking(Topic::Charter(id.clone()));
    let title = Memo::new(move |_| words::charter(&run.name(&id)));
    let label = Memo::new(move |_| title.with(|title| words::looked_at(title)));
    view! {
        <li class="session-topic" data-state=move || if is_done.get() { "done" } else { "open" }>
            <Tick is_done label on_toggle />
            <p class="session-agenda-item__title"><bdi>{title}</bdi></p>
        </li>
    }
}

/// Decisions whose day has come.
#[component]
fn Again(run: Run, entries: Memo<Vec<AgendaEntry>>) -> impl IntoView {
    let ids = Memo::new(move |_| {
        let decision = |entry: AgendaEntry| match entry.subject {
            AgendaSubject::Derived(Topic::Decision(id)) => Some(id),
            AgendaSubject::Derived(_) | AgendaSubject::Item(_) => None,
        };
        entries.get().into_iter().filter_map(decision).collect::<Vec<_>>()
    });
    view! {
        <When is=move || ids.with(|ids| !ids.is_empty())>
            <section class="card" aria-labelledby="again">
                <header class="card__head"><h2 id="again" tabindex="-1">{words::AGAIN}</h2></header>
                <ul class="list">
                    <For each=move || ids.get() key=Clone::clone children=move |id| view! { <LookAgain run id /> } />
                </ul>
            </section>
        </When>
    }
}

#[component]
fn LookAgain(run: Run, id: DecisionId) -> impl IntoView {
    let (is_done, on_toggle) = run.ticking(Topic::Decision(id.clone()));
    let own = id.clone();
    let about = Memo::new(move |_| {
        let today = run.app.today();
        run.app.circle().with(|circle| {
            let decision = circle.decisions.get(&own)?;
            let day = time::dated(run.app.day_of(decision.decided_at), today);
            Some((decision.text.clone(), words::decided_on(&day)))
        })
    });
    let text = Memo::new(move |_| about.with(|about| about.as_ref().map(|(text, _)| text.clone()).unwrap_or_default()));
    let detail = move || about.with(|about| about.as_ref().map(|(_, detail)| detail.clone()));
    let label = Memo::new(move |_| text.with(|text| words::looked_at(text)));
    view! {
        <li class="session-topic" data-state=move || if is_done.get() { "done" } else { "open" }>
            <Tick is_done label on_toggle />
            <p class="session-agenda-item__title" dir="auto">{text}</p>
            <div class="session-topic__said">
                <p class="quiet">{live(detail)}</p>
                <Found run id />
            </div>
        </li>
    }
}

/// How a decision worked out, which closes it.
#[component]
fn Found(run: Run, id: DecisionId) -> impl IntoView {
    let key = id.to_string();
    let found = run.pad.found.field(&key);
    let problem = Problem::none();
    let on_submit = Callback::new(move |()| {
        let close = Command::from(session::Command::CloseDecision(id.clone(), Some(found.get_untracked())));
        if run.take_in(close, &[found], words::DECISION_CLOSED, problem) {
            platform::focus_near("again");
        }
    });
    view! {
        <Form problem on_submit>
            <Area
                id=format!("found-{key}")
                label=words::FOUND
                example=words::FOUND_EXAMPLE
                value=found
                problem
                field=Which::Summary
            />
            <Elsewhere problem />
            <div class="row"><button class="btn" data-kind="small">{words::CLOSE_DECISION}</button></div>
        </Form>
    }
}

/// What was decided today, and the form for one more.
#[component]
fn Record(run: Run) -> impl IntoView {
    let problem = Problem::none();
    let form = run.pad.decision;
    let on_submit = Callback::new(move |()| {
        let record = Command::from(session::Command::RecordDecision { cycle: run.cycle, draft: draft_of(form) });
        run.take_in(record, &form.fields(), words::RECORDED, problem);
    });
    view! {
        <section class="card stack" aria-labelledby="decided">
            <header class="card__head"><h2 id="decided" tabindex="-1">{words::DECIDED}</h2></header>
            <Decided run />
            <Form problem on_submit label=words::DECIDE>
                <DecisionFields run id="decision" form problem />
                <div class="row"><button class="btn">{words::RECORD}</button></div>
            </Form>
        </section>
    }
}
