//! The check-in: outcomes first, then the week, then the next one. Kept as it is typed.

mod form;
mod goals;
mod left_over;
mod next;
mod outcomes;
mod sent;
pub mod words;
mod writing;

use crate::domain::{Cycle, Member, MemberId};
use crate::platform::{self, BrowserZones, DateStyle};
use crate::state::Memo;
use crate::state::{App, RwSignal};
use crate::ui::components::{Problem, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::text;
use form::CheckInForm;
use left_over::LeftOver;
use leptos::prelude::*;
use sent::Sent;
use writing::{Writing, left_over};

/// The page: the form, or what was sent.
#[component]
pub fn CheckInPage() -> impl IntoView {
    let app = app();
    let current = Memo::new(move |_| current(app));
    let moved = Trigger::new();
    // Words of a week whose window has closed stay in sight until something was decided about them.
    let shown = Memo::new(move |_| {
        moved.track();
        let (cycle, me) = current.get()?;
        Some((left_over(app, cycle, &me).unwrap_or(cycle), me))
    });
    let on_moved = Callback::new(move |()| {
        moved.notify();
        platform::focus_heading();
    });
    let content = move || {
        let (cycle, me) = shown.get()?;
        Some(view! { <OneCheckIn cycle me on_moved /> })
    };
    view! { <div class="page narrow">{live(content)}</div> }
}

/// The week whose check-in is to be written now, and who writes it.
fn current(app: App) -> Option<(Cycle, MemberId)> {
    app.circle().with(|circle| {
        let me = app.my_member(circle)?;
        Some((app.present(circle).check_in_cycle(me), me.id.clone()))
    })
}

/// The check-in of one week.
#[component]
fn OneCheckIn(cycle: Cycle, me: MemberId, on_moved: Callback<()>) -> AnyView {
    let app = app();
    let writing = Writing::of(app, cycle, me.clone());
    let owner = me.clone();
    let is_sent = Memo::new(move |_| app.circle().with(|circle| circle.check_in(cycle, &owner).is_some()));
    let has_more = move || untrack(move || writing.is_unsent(&writing.texts()));
    let is_editing = RwSignal::new(is_sent.get_untracked() && has_more());
    // What another tab or device sent is shown as sent, unless other words are typed here.
    let shows_sent = Memo::new(move |_| is_sent.get() && !is_editing.get() && !writing.is_unsent(&writing.texts()));
    // Kept here: what the form refused stays in sight when it is made anew.
    let problem = Problem::none();
    let content = move || {
        let me = me.clone();
        if shows_sent.get() {
            view! { <Sent cycle me is_editing /> }.into_any()
        } else {
            view! { <CheckInForm writing me is_sent is_editing problem on_moved /> }.into_any()
        }
    };
    let is_closed = Memo::new(move |_| current(app).is_some_and(|(current, _)| current != cycle));
    view! { <When is=is_closed><LeftOver writing on_moved /></When> {live(content)} }.into_any()
}

/// "Week 7 · due Thu 18:00".
fn when(app: App, cycle: Cycle, me: &MemberId) -> String {
    let state = |member: &Member| {
        app.circle().with(|circle| {
            let window = circle.rhythm.window(&BrowserZones, cycle);
            let state = app.present(circle).check_in_state(cycle, member);
            let due = text::time::due(window.due, circle.rhythm.of(cycle));
            words::when(&week_name(app, cycle), state, &due, &text::time::short(window.opens))
        })
    };
    let member = app.circle().with(|circle| circle.members.get(me).map(|member| (**member).clone()));
    member.as_ref().map(state).unwrap_or_default()
}

/// "Week 7", or by its first day outside of a season.
fn week_name(app: App, cycle: Cycle) -> String {
    let number = app.circle().with(|circle| circle.season_at(cycle).map(|(_, week)| week.number));
    text::week::name(number, &platform::day_text(cycle.first_day(), DateStyle::DayMonth))
}

/// The member's name.
fn name_of(app: App, me: &MemberId) -> String {
    app.circle().with_untracked(|circle| circle.name_of(me).map(str::to_owned)).unwrap_or_default()
}
