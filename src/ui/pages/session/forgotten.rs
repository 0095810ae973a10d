//! A session that nobody ended: what became of its clock is no longer anybody's time.

use super::run::Run;
use super::words;
use crate::domain::{SessionAct, Timestamp};
use crate::platform::{self, DateStyle};
use crate::state::Memo;
use crate::ui::components::{When, live};
use crate::ui::markup::view;
use leptos::prelude::*;

/// Says so, and offers to end it or to go on. Nothing while somebody is at it.
#[component]
pub fn Forgotten(run: Run) -> impl IntoView {
    let is_forgotten = Memo::new(move |_| {
        let now = run.app.now().get();
        run.session.with(|session| session.is_forgotten(now))
    });
    let since = move || {
        let began: Option<Timestamp> = run.session.with(|session| session.started_at);
        let say = |at| {
            let day = platform::instant_text(at, DateStyle::WeekdayDayMonth, None);
            words::forgotten(&day, &platform::instant_text(at, DateStyle::Time, None))
        };
        began.map(say)
    };
    let end = move |_| run.tell(SessionAct::End, words::ENDED);
    // A move of the clock, and time counts again from here.
    let go_on = move |_| {
        run.quietly(SessionAct::Resume);
    };
    view! {
        <When is=move || is_forgotten.get()>
            <section class="banner" aria-label=words::FORGOTTEN>
                <p>{live(since)}</p>
                <div class="row">
                    <button type="button" class="btn" data-kind="main" on:click=end>{words::FORGOTTEN_END}</button>
                    <button type="button" class="btn" on:click=go_on>{words::FORGOTTEN_GO_ON}</button>
                </div>
            </section>
        </When>
    }
}
