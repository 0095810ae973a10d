//! Reads a calendar file back: events by an independent library, lines by hand.

use crate::support::{Zones, at, cycle, local, new_circle};
use calcard::common::timezone::Tz;
use calcard::icalendar::{ICalendar, ICalendarProperty, ICalendarValue};
use peer_circle::domain::{
    Circle, Clock, Cycle, Record, Rhythm, Rhythms, Season, SeasonId, Table, Timestamp, WeekException,
};
use peer_circle::exchange::calendar::{CalendarOrder, CalendarWords, EventWords, TakenBack, calendar};

/// Words that are hard on the format.
pub fn order(now: &str) -> CalendarOrder {
    let event = |what: &str| EventWords {
        summary: format!("Nord; Süd, \\o/: {what}"),
        description: "One line.\nAnother, with 👩‍👩‍👧‍👦 and כתוב, that is long enough to be folded more than once, I hope."
            .to_owned(),
    };
    let (updates, review, next_steps) = (event("updates"), event("review"), event("next steps"));
    let words = CalendarWords { name: "Nord, Süd".to_owned(), check_ins: updates, session: review, next_steps };
    CalendarOrder {
        words,
        url: "https://example.org/circle/week".to_owned(),
        now: at(now),
        sequence: 7,
        taken_back: TakenBack::default(),
    }
}

/// A circle with `rhythm` and one season of `weeks` from `first` on.
pub fn circle(rhythm: Rhythm, first: &str, weeks: u8) -> Circle {
    let (mut circle, _) = new_circle(&["Ana"]);
    circle.seasons = Table::default();
    circle.rhythm = Rhythms::new(rhythm);
    circle.put(Record::Season(Season { id: SeasonId::new("s"), first: cycle(first), weeks }));
    circle
}

/// A week that is skipped, or whose review is moved.
pub fn week(of: Cycle, moved_to: Option<&str>) -> Record {
    let session_moved_to = moved_to.map(local);
    let is_skipped = moved_to.is_none();
    Record::Week(WeekException { cycle: of, is_skipped, session_moved_to, changed_at: Timestamp::default(), by: None })
}

/// Every event's clock and instant as the library reads `file`, sorted.
pub fn read(file: &str) -> Vec<(String, String)> {
    let parsed = ICalendar::parse(file).unwrap();
    let expanded = parsed.expand_dates(Tz::Floating, 100_000);
    assert!(expanded.errors.is_empty(), "{:?}", expanded.errors);
    let told = expanded.events.iter().map(|event| {
        let uid = parsed.components[event.comp_id as usize].property(&ICalendarProperty::Uid).unwrap();
        let Some(ICalendarValue::Text(uid)) = uid.values.first() else { panic!("an event without a name") };
        let clock = ["updates", "review", "next-steps"].into_iter().find(|name| uid.contains(&format!("-{name}-")));
        let at = Timestamp::from_millis(event.start.timestamp_millis());
        (clock.unwrap().to_owned(), at.to_string())
    });
    let mut told: Vec<_> = told.collect();
    told.sort();
    told
}

/// Every occasion of `cycles` as the app reckons it, sorted.
pub fn reckoned(circle: &Circle, cycles: impl Iterator<Item = Cycle>) -> Vec<(String, String)> {
    let mut told = Vec::new();
    for cycle in cycles {
        for (clock, name) in Clock::ALL.into_iter().zip(["updates", "review", "next-steps"]) {
            told.extend(circle.rhythm.occasion(&Zones, cycle, clock).map(|o| (name.to_owned(), o.at.to_string())));
        }
    }
    told.sort();
    told
}

/// The file, and a check that the library reads from it what the app reckons for `cycles`.
pub fn check(circle: &Circle, now: &str, cycles: impl Iterator<Item = Cycle>) -> String {
    let file = calendar(circle, &Zones, &order(now));
    assert_eq!(read(&file), reckoned(circle, cycles), "{file}");
    file
}

/// The file's lines with the folding undone.
pub fn lines(file: &str) -> Vec<String> {
    file.replace("\r\n ", "").lines().map(str::to_owned).collect()
}

/// The values of every line that begins with `name`.
pub fn values(file: &str, name: &str) -> Vec<String> {
    let lines = lines(file).into_iter();
    lines.filter_map(|line| line.strip_prefix(name)?.strip_prefix([':', ';']).map(str::to_owned)).collect()
}
