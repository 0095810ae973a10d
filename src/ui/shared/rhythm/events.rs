//! What the clocks strike next.

use super::words;
use crate::domain::{Occasion, Timestamp, ZoneId};
use crate::platform::{self, DateStyle};
use crate::state::App;
use crate::state::Memo;
use crate::ui::components::live;
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::text::time;
use leptos::prelude::*;

/// How many coming events are shown.
const AHEAD: usize = 3;

/// What a row says of an event.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EventRow {
    what: &'static str,
    /// On the viewer's clocks.
    day: String,
    time: String,
    /// The circle's clocks where they show something else, and what is odd about the time.
    note: String,
}

impl EventRow {
    /// `occasion` of a circle whose clocks are those of `zone`.
    pub fn of(zone: &ZoneId, occasion: &Occasion) -> Self {
        let text = |style| platform::instant_text(occasion.at, style, None);
        let note = [
            there(zone, occasion.at),
            words::odd(occasion.kind).to_owned(),
            if occasion.is_moved { words::MOVED.to_owned() } else { String::new() },
        ];
        let note: Vec<_> = note.into_iter().filter(|part| !part.is_empty()).collect();
        Self {
            what: words::clock(occasion.clock),
            day: format!("{}, {}", text(DateStyle::Weekday), text(DateStyle::DayMonth)),
            time: text(DateStyle::Time),
            note: note.join(" · "),
        }
    }
}

/// "18:00 in Lisbon" where the viewer's clocks show something else at `at`; else nothing.
fn there(zone: &ZoneId, at: Timestamp) -> String {
    let own = platform::instant_text(at, DateStyle::WeekdayTime, None);
    let theirs = platform::instant_text(at, DateStyle::WeekdayTime, Some(zone));
    if own == theirs { String::new() } else { words::there(&time::city(zone), &theirs) }
}

/// What comes next of all.
pub fn next_event(app: App) -> Memo<Option<Occasion>> {
    Memo::new(move |_| coming(app, 1).into_iter().next())
}

fn coming(app: App, count: usize) -> Vec<Occasion> {
    app.circle().with(|circle| app.present(circle).next_occasions(count))
}

/// The next three events, the soonest large: it is what the page is about.
#[component]
pub fn NextEvents() -> impl IntoView {
    let app = app();
    let rows = Memo::new(move |_| {
        let now = app.now().get();
        let row = |occasion: Occasion| {
            let zone = app.circle().with(|circle| circle.rhythm.of(occasion.cycle).zone.clone());
            (EventRow::of(&zone, &occasion), time::relative(now, occasion.at))
        };
        coming(app, AHEAD).into_iter().map(row).collect::<Vec<_>>()
    });
    let list = move || {
        let rows = rows.get().into_iter().enumerate();
        rows.map(|(nth, (row, until))| event(row, until, nth == 0)).collect_view()
    };
    let empty = move || rows.with(Vec::is_empty).then(|| view! { <p class="quiet">{words::NOTHING_HINT}</p> });
    view! {
        <ol class="event-list" aria-label=words::NEXT>{live(list)}</ol>
        {live(empty)}
    }
}

/// One event; `until` may be empty.
pub fn event(row: EventRow, until: String, is_large: bool) -> AnyView {
    view! {
        <li class="event" data-size=is_large.then_some("large")>
            <span class="event__what">{row.what}</span>
            <span class="event__until">{until}</span>
            <span class="event__when">{row.day}", "<b>{row.time}</b></span>
            <span class="event__note">{row.note}</span>
        </li>
    }
    .into_any()
}
