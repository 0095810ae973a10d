//! The rhythm's versions, the weeks that differ, and seasons.

use super::scalars::text;
use super::{Attribute, FieldValues, Scalar, Stored, stored};
use crate::document::facts::Fields;
use crate::domain::{
    Cycle, Interval, Rhythm, RhythmVersion, SESSION_MINUTES, Season, SessionTime, Timestamp, WeekException, WeeklyTime,
};
use chrono::Weekday;
use yrs::Any;

stored!(Season { first, weeks });

impl Stored for RhythmVersion {
    fn read(from: Option<Cycle>, fields: &Fields<'_>) -> Option<Self> {
        let check_ins_due = fields.get("updates_due").and_then(weekly_time).unwrap_or(Rhythm::default().check_ins_due);
        // What an earlier version of the app did not write is as for a new circle.
        let usual = Rhythm::new(Attribute::read(fields, "zone")?, check_ins_due);
        let minutes = fields.get("review_minutes").and_then(u16::from_any).unwrap_or(usual.session.minutes);
        let session = SessionTime {
            at: fields.get("review").and_then(weekly_time).unwrap_or(usual.session.at),
            minutes: minutes.clamp(*SESSION_MINUTES.start(), *SESSION_MINUTES.end()),
            place: Attribute::read(fields, "review_place")?,
        };
        let next_steps_due = fields.get("next_steps_due").and_then(weekly_time).unwrap_or(usual.next_steps_due);
        let interval = Attribute::read(fields, "interval")?;
        let changed_at = Attribute::read(fields, "changed_at")?;
        Some(Self { from, rhythm: Rhythm { session, next_steps_due, interval, ..usual }, changed_at })
    }

    fn write(&self, out: &mut FieldValues) {
        let Rhythm { zone, check_ins_due, session, next_steps_due, interval } = &self.rhythm;
        // An earlier version of the app wrote no time of the change.
        let is_dated = self.changed_at != Timestamp::default();
        let changed_at = if is_dated { self.changed_at.to_any() } else { Any::Null };
        let field = |name: &str, value| (name.to_owned(), value);
        out.extend([
            field("zone", zone.to_any()),
            field("updates_due", weekly_text(*check_ins_due)),
            field("review", weekly_text(session.at)),
            field("review_minutes", session.minutes.to_any()),
            field("review_place", session.place.to_any()),
            field("next_steps_due", weekly_text(*next_steps_due)),
            field("interval", interval.to_any()),
            field("changed_at", changed_at),
        ]);
    }
}

/// Stored as its number of weeks. Earlier versions of the app knew every week alone, and it is still not written.
impl Scalar for Interval {
    fn from_any(any: &Any) -> Option<Self> {
        u16::from_any(any).and_then(|weeks| Self::of_weeks(weeks.into()))
    }

    fn to_any(&self) -> Any {
        match self {
            Self::EveryWeek => Any::Null,
            Self::EverySecond => 2_u16.to_any(),
            Self::EveryFourth => 4_u16.to_any(),
        }
    }

    fn absent() -> Option<Self> {
        Some(Self::EveryWeek)
    }
}

impl Stored for WeekException {
    fn read(cycle: Cycle, fields: &Fields<'_>) -> Option<Self> {
        Some(Self {
            cycle,
            is_skipped: matches!(fields.get("is_skipped"), Some(Any::Bool(true))),
            session_moved_to: Attribute::read(fields, "review_moved_to")?,
            changed_at: Attribute::read(fields, "changed_at")?,
            by: Attribute::read(fields, "by")?,
        })
    }

    fn write(&self, out: &mut FieldValues) {
        // Not `false`: whoever moves a review at the same time must not undo another device's skipping.
        let is_skipped = if self.is_skipped { Any::Bool(true) } else { Any::Null };
        out.push(("is_skipped".to_owned(), is_skipped));
        self.session_moved_to.write("review_moved_to", out);
        self.changed_at.write("changed_at", out);
        self.by.write("by", out);
    }
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Mon),
    ("tue", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thu", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];

/// Reads `thu 18:00`.
fn weekly_time(any: &Any) -> Option<WeeklyTime> {
    let (day, time) = text(any)?.split_once(' ')?;
    let (hour, minute) = time.split_once(':')?;
    let (hour, minute) = (hour.parse::<u16>().ok()?, minute.parse::<u16>().ok()?);
    let weekday = WEEKDAYS.iter().find(|(name, _)| *name == day)?.1;
    WeeklyTime::at(weekday, hour, minute)
}

fn weekly_text(time: WeeklyTime) -> Any {
    let day = WEEKDAYS[time.weekday.num_days_from_monday() as usize].0;
    Any::String(format!("{day} {:02}:{:02}", time.minute / 60, time.minute % 60).into())
}
