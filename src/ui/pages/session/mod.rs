//! The session of a week: prepared, run by one clock, and what it came to.

mod after;
mod before;
mod chosen;
mod clock;
mod commitments;
mod forgotten;
mod give;
mod head;
mod items;
mod notes;
mod pad;
mod people;
mod plan;
mod run;
mod running;
mod sheets;
mod steps;
mod summary;
mod texts;
mod tick;
pub mod words;

use crate::domain::{Cycle, session_cycle};
use crate::state::Memo;
use crate::ui::components::live;
use crate::ui::context::app;
use crate::ui::focus::focus_when_changed;
use crate::ui::markup::view;
use crate::ui::routes::CYCLE;
use crate::ui::shared::role::turns::turns;
use after::After;
use before::Before;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use run::{Run, SessionPhase};
use running::Running;
use sheets::Sheets;

/// The page.
#[component]
pub fn SessionPage() -> impl IntoView {
    let app = app();
    let query = use_query_map();
    let turns = turns(app);
    let cycle = Memo::new(move |_| {
        let asked = query.with(|query| query.get_str(CYCLE).and_then(Cycle::parse));
        asked.unwrap_or_else(|| app.circle().with(|circle| session_cycle(app.present(circle))))
    });
    focus_when_changed(cycle);
    live(move || {
        let run = Run::of(app, cycle.get(), turns);
        let phase = run.phase();
        focus_when_changed(phase);
        let content = move || match phase.get() {
            SessionPhase::Before => view! { <Before run /> }.into_any(),
            SessionPhase::Running => view! { <Running run /> }.into_any(),
            SessionPhase::After => view! { <After run /> }.into_any(),
        };
        view! { {live(content)} <Sheets run /> }
    })
}
