//! The calendar file: a circle's three clocks for the calendar that people look at (RFC 5545).
//!
//! One recurring event per clock, season and version of the rhythm, in the circle's zone; weeks in which the
//! circle pauses are taken out (`EXDATE`), a moved session overrides its week (`RECURRENCE-ID`). A local time
//! that clocks leave out or show twice is read differently by different calendars, so no series contains
//! one: it ends before, goes on after, and the week between is an event of its own in UTC.
//!
//! What an earlier file may have said and is no longer so is said as well: a week that differed and is as usual again
//! has an override at its usual time, a series that was taken back is cancelled (`STATUS`).
//!
//! Events keep their `UID` for as long as their series begins in the same week. `SEQUENCE` is the number of
//! changes that the copy knows (`CircleDoc::change_count`): the same wherever the same is known, and never
//! less than in an earlier file, so that a calendar takes the newer one, even after an undo.
//!
//! ```text
//! BEGIN:VCALENDAR
//! VERSION:2.0
//! PRODID:-//Peer Circle//Peer Circle//EN
//! CALSCALE:GREGORIAN
//! X-WR-CALNAME:Northlight
//! BEGIN:VTIMEZONE
//! TZID:Europe/Lisbon
//! BEGIN:DAYLIGHT
//! DTSTART:20250330T010000
//! TZOFFSETFROM:+0000
//! TZOFFSETTO:+0100
//! RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
//! END:DAYLIGHT
//! BEGIN:STANDARD
//! DTSTART:20251026T020000
//! TZOFFSETFROM:+0100
//! TZOFFSETTO:+0000
//! RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
//! END:STANDARD
//! END:VTIMEZONE
//! BEGIN:VEVENT
//! UID:qe34kchw1zj7-updates-2026-11-02@peer-circle
//! DTSTAMP:20261103T080000Z
//! SEQUENCE:41
//! DTSTART;TZID=Europe/Lisbon:20261105T180000
//! DURATION:PT15M
//! RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=10
//! EXDATE;TZID=Europe/Lisbon:20261224T180000
//! SUMMARY:Northlight: updates due
//! DESCRIPTION:Check in before the circle meets.
//! URL:https://example.org/circle/check-in
//! TRANSP:TRANSPARENT
//! BEGIN:VALARM
//! ACTION:DISPLAY
//! DESCRIPTION:Northlight: updates due
//! TRIGGER:-P1D
//! END:VALARM
//! END:VEVENT
//! END:VCALENDAR
//! ```

mod events;
mod lines;
mod plan;
mod taken_back;
mod zone;

use crate::domain::{Circle, Clock, Timestamp, ZoneRules};
use lines::Lines;
use plan::{SeriesPart, parts};
pub use taken_back::TakenBack;

/// What the file's events are called; made by `ui::text`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CalendarWords {
    /// The calendar's name.
    pub name: String,
    /// Check-ins are due.
    pub check_ins: EventWords,
    /// The circle meets.
    pub session: EventWords,
    /// Next steps are due.
    pub next_steps: EventWords,
}

/// What one event is called.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EventWords {
    /// The title; also what an alarm says.
    pub summary: String,
    /// What to do then.
    pub description: String,
}

/// What a calendar file is made with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CalendarOrder {
    /// What the events are called.
    pub words: CalendarWords,
    /// The address of the app.
    pub url: String,
    /// When the file is made. Seasons that are over by then are left out.
    pub now: Timestamp,
    /// `CircleDoc::change_count` of the copy.
    pub sequence: u32,
    /// What the copy knows to have been undone.
    pub taken_back: TakenBack,
}

impl CalendarOrder {
    fn sequence(&self) -> String {
        self.sequence.min(i32::MAX as u32).to_string()
    }

    fn words(&self, clock: Clock) -> &EventWords {
        match clock {
            Clock::CheckIns => &self.words.check_ins,
            Clock::Session => &self.words.session,
            Clock::NextSteps => &self.words.next_steps,
        }
    }
}

/// The calendar file of `circle`: every season that is not over and begins within two years.
pub fn calendar(circle: &Circle, zones: &dyn ZoneRules, order: &CalendarOrder) -> String {
    let parts = parts(circle, zones, order);
    let mut lines = Lines::default();
    lines.put("BEGIN", "VCALENDAR");
    lines.put("VERSION", "2.0");
    lines.put("PRODID", "-//Peer Circle//Peer Circle//EN");
    lines.put("CALSCALE", "GREGORIAN");
    lines.put_text("X-WR-CALNAME", &order.words.name);
    put_zones(&mut lines, zones, &parts);
    for part in &parts {
        events::put(&mut lines, &circle.about.id, part, order);
    }
    taken_back::put(&mut lines, circle, zones, &parts, order);
    lines.put("END", "VCALENDAR");
    lines.finish()
}

/// Each zone once, for all the time in which it is used.
fn put_zones(lines: &mut Lines, zones: &dyn ZoneRules, parts: &[SeriesPart]) {
    let mut done: Vec<&str> = Vec::new();
    for part in parts {
        let Some(name) = part.tzid.as_deref().filter(|name| !done.contains(name)) else { continue };
        done.push(name);
        let own = parts.iter().filter(|part| part.tzid.as_deref() == Some(name));
        let instants = own.flat_map(|part| &part.weeks).map(|week| week.regular);
        let (first, last) = instants
            .fold((part.weeks[0].regular, part.weeks[0].regular), |(first, last), at| (first.min(at), last.max(at)));
        zone::put(lines, zones, &part.rhythm.zone, name, first, last);
    }
}
