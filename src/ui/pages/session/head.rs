//! Which week, who leads it, and the way to other weeks.

use super::run::Run;
use super::words;
use crate::domain::Cycle;
use crate::platform::{self, DateStyle};
use crate::state::Memo;
use crate::ui::components::{Glyph, Icon, live};
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::text::week;
use leptos::prelude::*;

/// "Week 7 · Ben leads".
#[component]
pub fn Place(run: Run) -> impl IntoView {
    let lead = run.lead();
    let week = move || {
        let number = run.app.circle().with(|circle| circle.season_at(run.cycle).map(|(_, week)| week.number));
        week::name(number, &platform::day_text(run.cycle.first_day(), DateStyle::DayMonth))
    };
    let leads = move || {
        lead.get().map(|lead| {
            let is_me = run.app.me.get().as_ref() == Some(&lead);
            let said = if is_me { words::YOU_LEAD.to_owned() } else { words::leads(&run.name(&lead)) };
            view! { " · "<bdi>{said}</bdi> }
        })
    };
    view! { <p class="head__place">{live(week)}{live(leads)}</p> }
}

/// The sessions of the held weeks before and after.
#[component]
pub fn Weeks(run: Run) -> impl IntoView {
    let near = Memo::new(move |_| {
        run.app.circle().with(|circle| (circle.rhythm.last_held(run.cycle), circle.rhythm.next_held(run.cycle)))
    });
    let name = |cycle: Cycle| words::week_of(&platform::day_text(cycle.first_day(), DateStyle::DayMonth));
    view! {
        <nav class="session-other-weeks" aria-label=words::WEEKS>
            <a href=move || Page::Session.of_week(near.get().0)>
                <Icon glyph=Glyph::Left />
                {live(move || name(near.get().0))}
            </a>
            <a href=move || Page::Session.of_week(near.get().1)>
                {live(move || name(near.get().1))}
                <Icon glyph=Glyph::Right />
            </a>
        </nav>
    }
}
