//! The season as a strip of its weeks, each of which can be opened.

use super::week_sheet::WeekSheet;
use super::words;
use super::words::season as said;
use super::words::week;
use crate::domain::{Cycle, StripWeek, Tense, season_strip};
use crate::platform::{self, DateStyle};
use crate::state::Memo;
use crate::state::{App, RwSignal};
use crate::ui::components::{Each, Glyph, Icon, Sheet, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use leptos::prelude::*;

/// What is said of a week in its cell.
fn marks(week: &StripWeek) -> Vec<&'static str> {
    let marks = [
        (week.is_between, words::BETWEEN),
        (week.is_skipped, words::PAUSED),
        (!week.is_skipped && week.session_moved_to.is_some(), words::MOVED),
        (week.is_new_rhythm, words::NEW_TIMES),
    ];
    marks.into_iter().filter(|(is, _)| *is).map(|(_, mark)| mark).collect()
}

const fn tense(week: &StripWeek) -> &'static str {
    match week.tense {
        Tense::Past => "past",
        Tense::Current => "now",
        Tense::Ahead => "next",
    }
}

/// The season at a glance; a week opens its sheet.
#[component]
pub fn SeasonCard() -> impl IntoView {
    let app = app();
    let all = Memo::new(move |_| app.circle().with(|circle| season_strip(app.present(circle))));
    let chosen = RwSignal::new(None::<Cycle>);
    let is_open = RwSignal::new(false);
    let open = Callback::new(move |cycle| {
        chosen.set(Some(cycle));
        is_open.set(true);
    });
    let title = Memo::new(move |_| chosen.get().map(|cycle| title_of(app, cycle)).unwrap_or_default());
    let columns = move || if all.with(|cells| cells.len() % 4 == 0) { "4" } else { "5" };
    let sheet = move || {
        chosen
            .get_untracked()
            .map(|cycle| view! { <WeekSheet cycle on_done=Callback::new(move |()| is_open.set(false)) /> })
    };
    let number = move || app.circle().with(|circle| circle.season_at(app.cycle.get()).map(|(_, week)| week));
    let is_season = Memo::new(move |_| number().is_some());
    let key = |cell: &StripWeek| cell.cycle.to_string();
    let row = move |cell: Memo<StripWeek>| view! { <WeekCell cell on_open=open /> }.into_any();
    view! {
        <section class="card stack rhythm-season" aria-labelledby="season">
            <header class="card__head">
                <h2 id="season">{live(move || if is_season.get() { said::TITLE } else { said::AHEAD })}</h2>
                <span>{live(move || number().map(|week| said::head(week.number, week.of)))}</span>
            </header>
            <When is=move || !is_season.get()><p>{said::WITHOUT}</p></When>
            <ol class="rhythm-weeks" data-columns=columns><Each items=all key row /></ol>
            <p class="quiet">{said::HINT}</p>
            <p class="quiet">{live(move || last_day(app).map(|last| said::end(&last)))}</p>
            <Sheet is_open=is_open title>{live(sheet)}</Sheet>
        </section>
    }
}

/// The last day of the running season.
fn last_day(app: App) -> Option<String> {
    let cycle = app.cycle.get();
    app.circle().with(|circle| {
        let (season, _) = circle.season_at(cycle)?;
        Some(platform::day_text(season.last().last_day(), DateStyle::DayMonth))
    })
}

/// "Week 8, 30 Nov to 6 Dec".
fn title_of(app: App, cycle: Cycle) -> String {
    let text = |day| platform::day_text(day, DateStyle::DayMonth);
    let number = app.circle().with(|circle| {
        let (running, _) = circle.season_at(app.cycle.get())?;
        circle.season_week(running, cycle).map(|week| week.number)
    });
    week::title(number, &text(cycle.first_day()), &text(cycle.last_day()))
}

#[component]
fn WeekCell(cell: Memo<StripWeek>, on_open: Callback<Cycle>) -> impl IntoView {
    let read = move |of: fn(&StripWeek) -> Option<&'static str>| move || cell.with(of);
    let open = move |_| on_open.run(cell.with_untracked(|cell| cell.cycle));
    let is_open = Memo::new(move |_| cell.with(|cell| cell.is_open));
    let closed = move || view! { <p class="rhythm-week"><Face cell /></p> }.into_any();
    view! {
        <li
            data-state=read(|cell| Some(tense(cell)))
            data-between=read(|cell| cell.is_between.then_some("yes"))
            data-pause=read(|cell| cell.is_skipped.then_some("yes"))
            aria-current=read(|cell| (cell.tense == Tense::Current).then_some("date"))
        >
            <When is=is_open otherwise=closed>
                <button type="button" class="rhythm-week" aria-haspopup="dialog" on:click=open><Face cell /></button>
            </When>
        </li>
    }
}

/// What is seen and read of a week.
#[component]
fn Face(cell: Memo<StripWeek>) -> impl IntoView {
    let number = Memo::new(move |_| cell.with(|cell| cell.number));
    let before = move || if number.get().is_some() { said::NUMBER } else { said::UNNUMBERED };
    let monday = move || cell.with(|cell| platform::day_text(cell.cycle.first_day(), DateStyle::DayMonth));
    let marks = move || {
        let marks = cell.with(marks);
        let mark = |mark: &'static str| {
            let icon = (mark == words::PAUSED).then(|| view! { <Icon glyph=Glyph::Pause /> });
            view! { <span class="rhythm-week__mark">{icon}{mark}</span>" " }
        };
        marks.into_iter().map(mark).collect_view()
    };
    let tense = move || cell.with(|cell| said::tense(cell.tense));
    view! {
        <span class="unseen">{live(before)}" "</span>
        <span class="rhythm-week__number">{live(move || number.get())}</span>
        " "
        <span class="rhythm-week__day">{live(monday)}</span>
        " "
        {live(marks)}
        <span class="unseen">{live(tense)}</span>
    }
}
