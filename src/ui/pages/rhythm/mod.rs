//! The rhythm: what comes next, the season's weeks, the times in plain words, a calendar, reminders.

mod calendar;
mod form;
mod gaps;
mod reminders;
mod season;
mod sentences;
mod week_sheet;
pub mod words;

use crate::state::Memo;
use crate::ui::components::Heading;
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::rhythm::events::{NextEvents, next_event};
use crate::ui::text::time;
use calendar::CalendarCard;
use leptos::prelude::*;
use reminders::RemindersCard;
use season::SeasonCard;
use sentences::SentencesCard;

/// The page.
#[component]
pub fn RhythmPage() -> impl IntoView {
    let app = app();
    let name = Memo::new(move |_| app.circle().with(|circle| circle.about.name.clone()));
    let next = next_event(app);
    let heading = move || {
        next.with(|next| {
            let next = next.as_ref()?;
            Some(words::headline(next.clock, &time::relative(app.now().get(), next.at)))
        })
        .unwrap_or_else(|| words::NOTHING.to_owned())
    };
    view! {
        <div class="page two-panes">
            <header class="head">
                <p class="head__place"><bdi>{name}</bdi></p>
                <Heading text=heading />
            </header>
            <div class="pane">
                <section class="card stack" aria-labelledby="next">
                    <header class="card__head"><h2 id="next">{words::NEXT}</h2></header>
                    <NextEvents />
                </section>
                <SeasonCard />
            </div>
            <div class="pane">
                <SentencesCard />
                <CalendarCard />
                <RemindersCard />
            </div>
        </div>
    }
}
