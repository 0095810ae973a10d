//! The way into a calendar.

use super::words;
use crate::exchange::file_name::calendar_name;
use crate::platform;
use crate::state::App;
use crate::state::Memo;
use crate::ui::components::{Glyph, Icon, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::text::calendar;
use leptos::prelude::*;

/// What the calendar file holds, and the button that makes it.
#[component]
pub fn CalendarCard() -> impl IntoView {
    let app = app();
    let weeks = Memo::new(move |_| weeks_ahead(app));
    view! {
        <section class="card stack" aria-labelledby="calendar">
            <header class="card__head"><h2 id="calendar">{words::export::TITLE}</h2></header>
            <When is=move || weeks.get() != 0 otherwise=|| view! { <p>{words::export::EMPTY}</p> }>
                <p>{live(move || words::export::holds(weeks.get()))}</p>
                <p class="quiet">{words::export::AGAIN}</p>
                <div class="row">
                    <button type="button" class="btn" data-kind="main" on:click=move |_| export(app)>
                        <Icon glyph=Glyph::Calendar />
                        {words::EXPORT}
                    </button>
                </div>
            </When>
        </section>
    }
}

/// How many weeks of seasons are not over, the running one included.
fn weeks_ahead(app: App) -> usize {
    let current = app.cycle.get();
    app.circle().with(|circle| circle.weeks_left(current))
}

/// Hands the calendar file out.
fn export(app: App) {
    let (name, file_name) = app.circle().with_untracked(|circle| (circle.about.name.clone(), calendar_name(circle)));
    let file = app.calendar(calendar::words(&name), platform::address_of(&Page::Week.href()));
    if let Some(file) = file
        && platform::download(&file_name, "text/calendar", &file).is_some()
    {
        app.say(words::EXPORTED, None);
    }
}
