//! The circle's three clocks: when they strike next, how they are set, and the way into a calendar.

use crate::domain::{Clock, Command, Field as Which, Occasion, Review, Rhythm, ZoneId};
use crate::exchange::circle_file::file_name;
use crate::platform::{self, BrowserZones, DateStyle};
use crate::ui::components::{Field, Glyph, Icon, Problem, Select, Sheet};
use crate::ui::context::app;
use crate::ui::pages::first_run::{weekday_options, weekly_time};
use crate::ui::routes::Page;
use crate::ui::text::{self, action, calendar, rhythm as words};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// How many coming events are shown.
const AHEAD: usize = 3;

/// What comes next, the times in words, and what can be done about them.
#[component]
pub fn RhythmCard() -> impl IntoView {
    let app = app();
    let is_editing = RwSignal::new(false);
    let next = Memo::new(move |_| {
        let now = app.now().get();
        app.circle().with(|circle| circle.rhythm.next_occasions(&BrowserZones, now, AHEAD))
    });
    let rows = move || {
        let now = app.now().get();
        let view = |occasion: &Occasion| {
            let zone = app.circle().with(|circle| circle.rhythm.of(occasion.cycle).zone.clone());
            row(event(&zone, occasion), text::time::relative(now, occasion.at))
        };
        next.with(|next| next.iter().map(view).collect_view())
    };
    let season = move || {
        let cycle = app.cycle.get();
        app.circle().with(|circle| circle.season_at(cycle).map(|(season, _)| (season.first, season.weeks))).map(
            |(first, weeks)| {
                let day = |day| platform::day_text(day, DateStyle::DayMonth);
                let last = first.plus(i64::from(weeks) - 1).last_day();
                text::circle::season(weeks, &day(first.first_day()), &day(last))
            },
        )
    };
    let newest = move || app.circle().with(|circle| circle.rhythm.newest().clone());
    let export = move |_| {
        let name = app.circle().with_untracked(|circle| circle.about.name.clone());
        let order = calendar::words(&name);
        let file = app.calendar(order, platform::address_of(&Page::Week.href()));
        if let Some(file) = file
            && platform::download(&file_name(&name, "ics"), "text/calendar", &file).is_some()
        {
            app.say(words::EXPORTED, None);
        }
    };
    view! {
        <section class="card stack" aria-labelledby="rhythm">
            <header class="card__head"><h2 id="rhythm">{words::TITLE}</h2></header>
            <ol class="plain events" aria-label=words::NEXT>{rows}</ol>
            <p>{move || words::times(&newest())}</p>
            <p class="quiet">{season}</p>
            <div class="row">
                <button type="button" class="btn" data-kind="small" on:click=move |_| is_editing.set(true)>{words::EDIT}</button>
                <button type="button" class="btn" data-kind="small" on:click=export>
                    <Icon glyph=Glyph::Week />
                    {words::EXPORT}
                </button>
            </div>
            <Sheet is_open=is_editing title=words::EDIT>
                <RhythmForm on_done=Callback::new(move |()| is_editing.set(false)) />
            </Sheet>
        </section>
    }
}

/// What an event says: which clock, and when on the viewer's clocks.
fn event(zone: &ZoneId, occasion: &Occasion) -> (&'static str, String, String) {
    let day = platform::instant_text(occasion.at, DateStyle::WeekdayDayMonth, None);
    let own = platform::instant_text(occasion.at, DateStyle::WeekdayTime, None);
    let theirs = platform::instant_text(occasion.at, DateStyle::WeekdayTime, Some(zone));
    let time = platform::instant_text(occasion.at, DateStyle::Time, None);
    let there = if own == theirs { String::new() } else { words::there(&text::time::city(zone), &theirs) };
    let odd = words::odd(occasion.kind);
    let note = [there.as_str(), odd, if occasion.is_moved { words::MOVED } else { "" }];
    let note = note.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    (words::clock(occasion.clock), format!("{day}, {time}"), note)
}

fn row((what, when, note): (&'static str, String, String), until: String) -> AnyView {
    view! {
        <li class="event">
            <span class="event__what">{what}</span>
            <span class="event__when">{when}</span>
            <span class="event__until">{until}</span>
            <span class="event__note">{note}</span>
        </li>
    }
    .into_any()
}

#[component]
fn RhythmForm(on_done: Callback<()>) -> impl IntoView {
    let app = app();
    let rhythm = app.circle().with_untracked(|circle| circle.rhythm.newest().clone());
    let day = |clock| RwSignal::new(rhythm.weekly(clock).weekday.num_days_from_monday().to_string());
    let time = |clock| RwSignal::new(text::time::clock(rhythm.weekly(clock).minute));
    let clocks = Clock::ALL.map(|clock| (clock, day(clock), time(clock)));
    let minutes = RwSignal::new(rhythm.review.minutes.to_string());
    let place = RwSignal::new(rhythm.review.place.clone());
    let zone = RwSignal::new(rhythm.zone.as_str().to_owned());
    let problem = Problem::none();
    let zones = {
        let mut zones = platform::known_zones();
        if !zones.iter().any(|known| known == rhythm.zone.as_str()) {
            zones.push(rhythm.zone.as_str().to_owned());
        }
        zones.into_iter().map(|zone| (zone.clone(), zone.replace('_', " "))).collect::<Vec<_>>()
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        problem.clear();
        let [updates_due, at, next_steps_due] =
            clocks.map(|(_, day, time)| weekly_time(&day.get_untracked(), &time.get_untracked()));
        // What is no number is out of the range that the rules name.
        let minutes = minutes.get_untracked().trim().parse().unwrap_or(0);
        let review = Review { at, minutes, place: place.get_untracked() };
        let zone = ZoneId::new(&zone.get_untracked());
        let changed = Rhythm { zone, updates_due, review, next_steps_due };
        let now = app.now().get_untracked();
        let from = app.circle().with_untracked(|circle| circle.rhythm.earliest_change(&BrowserZones, now, &changed));
        match app.dispatch(Command::SetRhythm { rhythm: changed, from }) {
            Ok(undo) => {
                let monday = platform::day_text(from.first_day(), DateStyle::DayMonth);
                app.say(words::changed(&monday), Some(Arc::new(move || app.undo(&undo))));
                on_done.run(());
            }
            Err(refusal) => problem.show(refusal),
        }
    };
    let clock_fields = clocks.map(|(clock, day, time)| {
        let name = words::slug(clock);
        view! {
            <div class="two">
                <Select id=format!("{name}-day") label=words::day_label(clock) value=day options=weekday_options() />
                <Field id=format!("{name}-time") kind="time" label=words::time_label(clock) value=time />
            </div>
        }
        .into_any()
    });
    view! {
        <form class="form" on:submit=submit novalidate>
            {clock_fields.into_iter().collect_view()}
            <Field id="review-minutes" kind="number" label=words::MINUTES value=minutes problem field=Which::Minutes />
            <Field id="review-place" label=words::PLACE value=place is_optional=true problem field=Which::Place />
            <Select id="rhythm-zone" label=words::ZONE value=zone options=zones />
            <p class="field__hint">{words::PAST_STAYS}</p>
            <div class="row"><button class="btn" data-kind="main">{action::SAVE}</button></div>
        </form>
    }
}
