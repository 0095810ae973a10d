//! Topics, what the circle looks at again, and what it decides.

use super::decision_form::{DecisionFields, DecisionSheet, draft_of};
use crate::domain::{
    AgendaEntry, AgendaId, AgendaMatter, Command, DecisionId, Field as Which, MemberId, SessionAct, Step, Tick as Mark,
    Topic,
};
use crate::platform::{self, DateStyle};
use crate::ui::components::{Area, Empty, Glyph, Icon, Problem, When};
use crate::ui::pages::session::items::{ItemCard, ItemSheet};
use crate::ui::pages::session::run::Run;
use crate::ui::pages::session::summary::Decided;
use crate::ui::pages::session::tick::Tick;
use crate::ui::text::session as words;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use std::sync::Arc;

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
    let is_bringing = RwSignal::new(false);
    let chosen = RwSignal::new(None::<AgendaId>);
    let items = Memo::new(move |_| {
        let item = |entry: AgendaEntry| match entry.matter {
            AgendaMatter::Item(id) => Some((id, entry.carried)),
            AgendaMatter::Derived(_) => None,
        };
        entries.get().into_iter().filter_map(item).collect::<Vec<_>>()
    });
    let charter = Memo::new(move |_| {
        let member = |entry: AgendaEntry| match entry.matter {
            AgendaMatter::Derived(Topic::Charter(id)) => Some(id),
            AgendaMatter::Derived(_) | AgendaMatter::Item(_) => None,
        };
        entries.get().into_iter().filter_map(member).collect::<Vec<_>>()
    });
    let is_empty = Memo::new(move |_| items.with(Vec::is_empty) && charter.with(Vec::is_empty));
    view! {
        <section class="card" aria-labelledby="topics">
            <header class="card__head"><h2 id="topics">{words::TOPICS}</h2></header>
            <When is=move || is_empty.get()><Empty title=words::NO_TOPICS hint=words::NO_TOPICS_HINT /></When>
            <ul class="plain">
                <For
                    each=move || items.get()
                    key=|(id, _)| id.clone()
                    children=move |(id, carried)| view! { <ItemCard run id carried chosen /> }
                />
                <When is=move || !charter.with(Vec::is_empty)>
                    <li class="quiet">{words::CHARTER_HINT}</li>
                </When>
                <For each=move || charter.get() key=Clone::clone children=move |id| view! { <Charter run id /> } />
            </ul>
            <div class="row">
                <button type="button" class="btn" data-kind="small" on:click=move |_| is_bringing.set(true)>
                    <Icon glyph=Glyph::Plus />
                    {words::BRING}
                </button>
            </div>
            <ItemSheet run is_bringing chosen />
        </section>
    }
}

fn toggle(run: Run, topic: StoredValue<Topic>, is_done: Memo<bool>) {
    let mark = if is_done.get_untracked() { Mark::Open } else { Mark::Done };
    run.quietly(SessionAct::Tick(topic.get_value(), mark));
}

/// Whether the charter still fits somebody who was missed.
#[component]
fn Charter(run: Run, id: MemberId) -> impl IntoView {
    let topic = StoredValue::new(Topic::Charter(id.clone()));
    let title = Signal::derive(move || words::charter(&run.name(&id)));
    let is_done = Memo::new(move |_| topic.with_value(|topic| run.session.with(|session| session.has_ticked(topic))));
    let on_toggle = Callback::new(move |()| toggle(run, topic, is_done));
    view! {
        <li class="topic" data-state=move || if is_done.get() { "done" } else { "open" }>
            <Tick is_done label=Signal::derive(move || words::looked_at(&title.get())) on_toggle />
            <p class="item__title"><bdi>{title}</bdi></p>
        </li>
    }
}

/// Decisions whose day has come.
#[component]
fn Again(run: Run, entries: Memo<Vec<AgendaEntry>>) -> impl IntoView {
    let ids = Memo::new(move |_| {
        let decision = |entry: AgendaEntry| match entry.matter {
            AgendaMatter::Derived(Topic::Decision(id)) => Some(id),
            AgendaMatter::Derived(_) | AgendaMatter::Item(_) => None,
        };
        entries.get().into_iter().filter_map(decision).collect::<Vec<_>>()
    });
    view! {
        <When is=move || ids.with(|ids| !ids.is_empty())>
            <section class="card" aria-labelledby="again">
                <header class="card__head"><h2 id="again">{words::AGAIN}</h2></header>
                <ul class="plain">
                    <For each=move || ids.get() key=Clone::clone children=move |id| view! { <LookAgain run id /> } />
                </ul>
            </section>
        </When>
    }
}

#[component]
fn LookAgain(run: Run, id: DecisionId) -> impl IntoView {
    let key = id.to_string();
    let topic = StoredValue::new(Topic::Decision(id.clone()));
    let own = id.clone();
    let decision = Memo::new(move |_| {
        run.app.circle().with(|circle| circle.decisions.get(&own).map(|found| (found.text.clone(), found.decided_at)))
    });
    let text = Signal::derive(move || decision.get().map(|(text, _)| text).unwrap_or_default());
    let detail = move || {
        let day = |at| words::decided_on(&platform::instant_text(at, DateStyle::DayMonth, None));
        decision.get().map(|(_, at)| day(at))
    };
    let is_done = Memo::new(move |_| topic.with_value(|topic| run.session.with(|session| session.has_ticked(topic))));
    let on_toggle = Callback::new(move |()| toggle(run, topic, is_done));
    let found = run.pad.beside(&key);
    let problem = Problem::none();
    let close = move |event: SubmitEvent| {
        event.prevent_default();
        let close = Command::CloseDecision(id.clone(), Some(found.get_untracked()));
        if run.submit(close, words::DECISION_CLOSED, problem) {
            found.set(String::new());
            platform::focus_heading();
        }
    };
    view! {
        <li class="topic" data-state=move || if is_done.get() { "done" } else { "open" }>
            <Tick is_done label=Signal::derive(move || words::looked_at(&text.get())) on_toggle />
            <p class="item__title" dir="auto">{text}</p>
            <form class="form topic__said" on:submit=close novalidate>
                <p class="quiet">{detail}</p>
                <Area
                    id=format!("found-{key}")
                    label=words::FOUND
                    example=words::FOUND_EXAMPLE
                    value=found
                    problem
                    field=Which::Summary
                />
                <When is=move || problem.elsewhere().is_some()>
                    <p class="field__problem" role="alert">{move || problem.elsewhere()}</p>
                </When>
                <div class="row"><button class="btn" data-kind="small">{words::CLOSE_DECISION}</button></div>
            </form>
        </li>
    }
}

/// What was decided today, and the form for one more.
#[component]
fn Record(run: Run) -> impl IntoView {
    let problem = Problem::none();
    let chosen = RwSignal::new(None::<DecisionId>);
    let form = run.pad.decision;
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        problem.clear();
        let draft = draft_of(form);
        let fields = [form.text, form.owner, form.review_on];
        let typed = fields.map(|field| field.get_untracked());
        match run.app.dispatch(Command::RecordDecision { cycle: run.cycle, draft }) {
            Ok(undo) => {
                fields.iter().for_each(|field| field.set(String::new()));
                let back = Arc::new(move || {
                    run.app.undo(&undo);
                    // The page may show another session by now, or the next decision is being written.
                    if form.text.try_with_untracked(String::is_empty) == Some(true) {
                        for (field, typed) in fields.iter().zip(&typed) {
                            let _ = field.try_set(typed.clone());
                        }
                    }
                });
                run.app.say(words::RECORDED, Some(back));
            }
            Err(refusal) => problem.show(refusal),
        }
    };
    view! {
        <section class="card stack" aria-labelledby="decided">
            <header class="card__head"><h2 id="decided">{words::DECIDED}</h2></header>
            <Decided run on_options=Callback::new(move |id| chosen.set(Some(id))) />
            <form class="form" aria-label=words::DECIDE on:submit=submit novalidate>
                <DecisionFields run id="decision" form problem />
                <div class="row"><button class="btn">{words::RECORD}</button></div>
            </form>
            <DecisionSheet run chosen />
        </section>
    }
}
