//! On the page of the week: when the circle meets, and the way there.

use super::words;
use crate::domain::{Clock, Present, Session, agenda, session_cycle};
use crate::state::Memo;
use crate::ui::components::live;
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::text::time;
use leptos::prelude::*;

/// Where the session at hand stands.
#[derive(Clone, PartialEq, Debug)]
struct SessionStanding {
    /// When it is, or what became of it.
    said: String,
    /// What waits on its agenda.
    matters: Option<String>,
    label: &'static str,
    is_running: bool,
}

/// Where the session stands that the circle has at hand.
fn standing(present: Present<'_>) -> SessionStanding {
    let Present { circle, zones, now } = present;
    let cycle = session_cycle(present);
    let session = circle.session(cycle);
    let open = agenda(present, cycle).iter().filter(|entry| !entry.is_done).count();
    let held = circle.rhythm.occasion(zones, cycle, Clock::Session);
    let when = held.map(|held| words::when(&time::short(held.at), &time::relative(now, held.at)));
    let is_started = session.is_some_and(|session| session.started_at.is_some());
    let is_over = session.is_some_and(Session::is_over);
    let is_forgotten = session.is_some_and(|session| session.is_forgotten(now));
    let (said, label) = match (is_started, is_over) {
        _ if is_forgotten => (words::FORGOTTEN.to_owned(), words::OPEN),
        (_, true) => (words::OVER.to_owned(), words::READ),
        (true, false) => (words::RUNS.to_owned(), words::JOIN),
        (false, false) => (when.unwrap_or_default(), words::OPEN),
    };
    let matters = words::matters(open).filter(|_| !is_over);
    SessionStanding { said, matters, label, is_running: is_started && !is_over && !is_forgotten }
}

/// The card.
#[component]
pub fn SessionCard() -> impl IntoView {
    let app = app();
    let standing = Memo::new(move |_| app.circle().with(|circle| standing(app.present(circle))));
    view! {
        <section class="card" aria-labelledby="session-card">
            <header class="card__head">
                <h2 id="session-card">{words::TITLE}</h2>
                <span>{live(move || standing.with(|standing| standing.matters.clone()))}</span>
            </header>
            <p>{live(move || standing.with(|standing| standing.said.clone()))}</p>
            <div class="row">
                <a
                    class="btn"
                    data-kind=move || if standing.with(|standing| standing.is_running) { "main" } else { "" }
                    href=Page::Session.href()
                >
                    {live(move || standing.with(|standing| standing.label))}
                </a>
            </div>
        </section>
    }
}
