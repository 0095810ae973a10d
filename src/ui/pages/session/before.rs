//! A session that nobody has started: when and where, what for, and the start.

use super::head::{Place, Weeks};
use super::notes::SessionNotes;
use super::people::{Person, Who};
use super::plan::Plan;
use super::run::Run;
use super::steps::why;
use super::words;
use crate::domain::{Field as Which, LENGTH, LENGTHS, Occasion, Refusal, SessionAct, hot_seat_queue};
use crate::platform::{self, DateStyle};
use crate::state::{Memo, RwSignal};
use crate::ui::components::{Elsewhere, Field, Glyph, Heading, Icon, Problem, When, live};
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::shared::rhythm::words as rhythm;
use crate::ui::text;
use leptos::prelude::*;

/// The meeting and its agenda.
#[component]
pub fn Before(run: Run) -> impl IntoView {
    let usual = run.app.circle().with_untracked(|circle| circle.rhythm.of(run.cycle).session.minutes);
    let usual = u8::try_from(usual).ok().filter(|usual| LENGTHS.contains(usual)).unwrap_or(LENGTH);
    let typed = RwSignal::new(usual.to_string());
    let length = Memo::new(move |_| typed.with(|typed| parse(typed).unwrap_or(usual)));
    let heading = heading(run);
    view! {
        <div class="page two-panes session" data-phase="before">
            <header class="head">
                <Place run />
                <Heading text=heading />
            </header>
            <div class="pane">
                <Meeting run typed />
                <NextSeat run />
            </div>
            <div class="pane">
                <Plan run length />
                <SessionNotes run />
            </div>
            <Weeks run />
        </div>
    }
}

/// The day of the session; of a week that is not held, that it has none.
fn heading(run: Run) -> impl Fn() -> String {
    let weekday = run.weekday();
    move || match weekday.get() {
        Some(weekday) => words::heading(&weekday),
        None if run.app.cycle.get() == run.cycle => words::NONE_THIS_WEEK.to_owned(),
        None => words::none_in(&text::time::day(run.cycle.first_day())),
    }
}

fn parse(typed: &str) -> Option<u8> {
    typed.trim().parse().ok().filter(|length| LENGTHS.contains(length))
}

#[component]
fn Meeting(run: Run, typed: RwSignal<String>) -> impl IntoView {
    let occasion = run.occasion();
    let place = Memo::new(move |_| run.app.circle().with(|circle| circle.rhythm.of(run.cycle).session.place.clone()));
    let problem = Problem::none();
    let start = move |_| {
        problem.clear();
        let Some(length) = typed.with_untracked(|typed| parse(typed)) else {
            let (min, max) = (u16::from(*LENGTHS.start()), u16::from(*LENGTHS.end()));
            problem.show(Refusal::OutOfRange { field: Which::Minutes, min, max });
            return;
        };
        run.tell(SessionAct::Start { length }, words::STARTED);
    };
    let when = move || match occasion.get() {
        Some(occasion) => when(run, &occasion),
        None => view! {
            <p class="session-meeting__when">{words::PAUSED_WEEK}</p>
            <p class="quiet">{words::PAUSED_WEEK_HINT}</p>
        }
        .into_any(),
    };
    view! {
        <section class="card session-meeting" aria-label=words::MEETING>
            {live(when)}
            {live(move || where_at(place.get()))}
            <div class="session-meeting__start">
                <Field id="session-length" kind="number" label=words::LENGTH value=typed problem field=Which::Minutes />
                <Elsewhere problem />
                <button type="button" class="btn" data-kind="main" on:click=start>
                    <Icon glyph=Glyph::Play />
                    {words::START}
                </button>
            </div>
        </section>
    }
}

/// The review on the viewer's clocks, and what is worth knowing about that time.
fn when(run: Run, occasion: &Occasion) -> AnyView {
    let zone = run.app.circle().with(|circle| circle.rhythm.of(run.cycle).zone.clone());
    let own = platform::instant_text(occasion.at, DateStyle::WeekdayTime, None);
    let theirs = platform::instant_text(occasion.at, DateStyle::WeekdayTime, Some(&zone));
    let there = if own == theirs { String::new() } else { words::there(&text::time::city(&zone), &theirs) };
    let moved = if occasion.is_moved { words::MOVED } else { "" };
    let relative = text::time::relative(run.app.now().get(), occasion.at);
    let notes = [relative.as_str(), &there, moved, rhythm::odd(occasion.kind)];
    let notes = notes.into_iter().filter(|note| !note.is_empty()).collect::<Vec<_>>().join(" · ");
    let day = platform::instant_text(occasion.at, DateStyle::WeekdayDayMonth, None);
    let time = platform::instant_text(occasion.at, DateStyle::Time, None);
    view! {
        <p class="session-meeting__when"><span>{day}</span>" "<strong>{time}</strong></p>
        <p class="quiet">{notes}</p>
    }
    .into_any()
}

/// Where it is: a link only where it is surely one.
fn where_at(place: String) -> AnyView {
    let is_link = ["https://", "http://"].iter().any(|scheme| place.starts_with(scheme));
    if place.is_empty() {
        view! { <p class="quiet">{words::NO_PLACE}" "<a href=Page::Rhythm.href()>{words::SAY_WHERE}</a></p> }.into_any()
    } else if is_link {
        let short = place.split_once("://").map_or(place.as_str(), |(_, rest)| rest).to_owned();
        view! {
            <p class="session-meeting__place">
                <a href=place target="_blank" rel="noreferrer">{words::JOIN}</a>
                " "
                <small><bdi>{short}</bdi></small>
            </p>
        }
        .into_any()
    } else {
        view! { <p class="session-meeting__place" dir="auto">{place}</p> }.into_any()
    }
}

/// Who goes to the hot seat next, and why.
#[component]
fn NextSeat(run: Run) -> impl IntoView {
    let first = Memo::new(move |_| {
        run.app.circle().with(|circle| {
            let seat = hot_seat_queue(circle, run.cycle).into_iter().next()?;
            let title = |id| circle.agenda.get(id).map(|item| item.title.clone());
            Some((
                Person::known(circle, &seat.member)?,
                why(circle, run.cycle, &seat),
                seat.request.as_ref().and_then(title),
            ))
        })
    });
    let next = move || {
        first.get().map(|(person, why, question)| {
            view! {
                <div class="session-seat-next">
                    <Who person=Memo::stored(person) />
                    <p class="quiet">{why}</p>
                    {question.map(|question| view! { <p class="session-seat-next__question" dir="auto">{question}</p> })}
                </div>
            }
        })
    };
    view! {
        <When is=move || first.with(Option::is_some)>
            <section class="card" aria-labelledby="next-seat">
                <header class="card__head"><h2 id="next-seat">{words::NEXT_SEAT}</h2></header>
                {live(next)}
            </section>
        </When>
    }
}
