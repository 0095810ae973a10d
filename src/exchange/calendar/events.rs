//! Events of a series and of the weeks that differ from it (RFC 5545, section 3.6.1).

use super::CalendarOrder;
use super::lines::{Lines, local, utc};
use super::plan::{PlannedWeek, SeriesPart};
use super::zone::weekday;
use crate::domain::{CircleId, Clock, Cycle, Interval, LocalTime, Occasion, Timestamp};
use chrono::{Datelike, NaiveDateTime};

/// Appends the events of `part`.
pub(super) fn put(lines: &mut Lines, circle: &CircleId, part: &SeriesPart<'_>, order: &CalendarOrder) {
    let uid = uid(circle, part.clock, part.first);
    let event = CalendarEvent { lines, part, order, uid: &uid };
    let Some(first) = part.weeks.first() else { return };
    if part.is_odd {
        event.single(first);
    } else {
        event.series(first);
    }
}

/// The name that a series keeps for as long as it begins in the cycle `first`.
pub(super) fn uid(circle: &CircleId, clock: Clock, first: Cycle) -> String {
    format!("{circle}-{}-{first}@peer-circle", clock.key())
}

struct CalendarEvent<'a> {
    lines: &'a mut Lines,
    part: &'a SeriesPart<'a>,
    order: &'a CalendarOrder,
    uid: &'a str,
}

impl CalendarEvent<'_> {
    /// The one week whose usual time is not ordinary.
    fn single(mut self, week: &PlannedWeek) {
        let Some(held) = &week.held else { return };
        self.begin();
        self.start(held);
        self.end();
    }

    fn series(mut self, first: &PlannedWeek) {
        self.begin();
        self.time("DTSTART", first.local, first.regular);
        let part = self.part;
        // Not `UNTIL`, which some calendars compare in UTC and some on the zone's clocks.
        let every = match part.rhythm.interval {
            Interval::EveryWeek => String::new(),
            longer => format!("INTERVAL={};", longer.weeks()),
        };
        let (day, count) = (weekday(first.local.weekday()), part.weeks.len());
        let rule = format!("FREQ=WEEKLY;{every}BYDAY={day};COUNT={count}");
        self.lines.put("RRULE", &rule);
        for week in part.weeks.iter().filter(|week| week.held.is_none()) {
            self.time("EXDATE", week.local, week.regular);
        }
        self.end();
        for week in &part.weeks {
            if let Some(held) = week.held.as_ref().filter(|held| held.is_moved || week.differed) {
                self.begin();
                self.time("RECURRENCE-ID", week.local, week.regular);
                self.start(held);
                self.end();
            }
        }
    }

    fn begin(&mut self) {
        self.lines.put("BEGIN", "VEVENT");
        self.lines.put_text("UID", self.uid);
        self.lines.put("DTSTAMP", &utc(self.order.now));
        self.lines.put("SEQUENCE", &self.order.sequence());
    }

    /// The start of a single event: in UTC where the circle's clocks could be misread.
    fn start(&mut self, held: &Occasion) {
        match held.kind {
            LocalTime::Unambiguous => self.time("DTSTART", held.local, held.at),
            LocalTime::Fold | LocalTime::Gap => self.lines.put("DTSTART", &utc(held.at)),
        }
    }

    fn time(&mut self, name: &str, at: NaiveDateTime, instant: Timestamp) {
        match &self.part.tzid {
            Some(tzid) => self.lines.put(&format!("{name};TZID={tzid}"), &local(at)),
            None => self.lines.put(name, &utc(instant)),
        }
    }

    fn end(&mut self) {
        let Self { lines, part, order, .. } = self;
        let words = order.words(part.clock);
        let session = &part.rhythm.session;
        let is_review = part.clock == Clock::Session;
        let minutes = if is_review { session.minutes } else { 15 };
        lines.put("DURATION", &format!("PT{minutes}M"));
        lines.put_text("SUMMARY", &words.summary);
        lines.put_text("DESCRIPTION", &words.description);
        if is_review && !session.place.is_empty() {
            lines.put_text("LOCATION", &session.place);
        }
        if !order.url.is_empty() {
            lines.put("URL", &order.url);
        }
        lines.put("TRANSP", if is_review { "OPAQUE" } else { "TRANSPARENT" });
        for trigger in alarms(part.clock) {
            lines.put("BEGIN", "VALARM");
            lines.put("ACTION", "DISPLAY");
            lines.put_text("DESCRIPTION", &words.summary);
            lines.put("TRIGGER", trigger);
            lines.put("END", "VALARM");
        }
        lines.put("END", "VEVENT");
    }
}

/// How long before the time a calendar reminds.
fn alarms(clock: Clock) -> &'static [&'static str] {
    match clock {
        Clock::CheckIns => &["-P1D", "-PT2H"],
        Clock::Session => &["-PT15M"],
        Clock::NextSteps => &["-PT2H"],
    }
}
