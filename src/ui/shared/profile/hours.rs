//! When somebody has time: a week to draw on.

use super::buttons::buttons;
use super::grid::HoursGrid;
use super::whose::Whose;
use super::words;
use crate::domain::{Answer, WeeklyHours, ZoneId};
use crate::state::Memo;
use crate::ui::ask::{Entry, Kept};
use crate::ui::components::{Elsewhere, Form, Problem, Select, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::rhythm::zone_options;
use leptos::prelude::*;

/// The form.
#[component]
pub fn HoursForm(whose: Whose, go_on: Callback<()>) -> AnyView {
    let app = app();
    let profile = whose.profile();
    let said = profile.get_untracked();
    let here = said.zone.or_else(|| app.here()).unwrap_or_else(ZoneId::utc);
    let (zone, drawn) = (Entry::of(here.as_str()), Entry::of(said.hours.to_text()));
    let problem = Problem::none();
    let on_done = Kept::of(&format!("profile/{}/hours", whose.key()), &[zone, drawn]).until(go_on);
    let opening = said.hours;
    let on_submit = whose.answering(problem, on_done, move || {
        let now = profile.with_untracked(|profile| profile.hours);
        let hours = WeeklyHours::over(&opening, &WeeklyHours::from_text(&drawn.text()), &now);
        Ok(Answer::Hours(ZoneId::new(&zone.text()), hours))
    });
    let hours = Memo::new(move |_| drawn.typed.with(|text| WeeklyHours::from_text(text)));
    let on_draw = Callback::new(move |hours: WeeklyHours| drawn.typed.set(hours.to_text()));
    let options = zone_options(here.as_str());
    view! {
        <Form problem on_submit>
            <p class="field__hint" id="profile-grid-help">{words::GRID_HELP}</p>
            <HoursGrid hours on_draw />
            <p class="quiet" role="status">{live(move || words::hours(hours.with(WeeklyHours::count)))}</p>
            <Select id="profile-zone" label=words::ZONE value=zone.typed options=Memo::stored(options) />
            <Elsewhere problem />
            {buttons(None, go_on)}
        </Form>
    }
    .into_any()
}
