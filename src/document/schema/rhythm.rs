//! The rhythm's versions and the weeks that differ.

use super::scalars::text;
use super::{Mapped, Part, Parts, RHYTHM_ID, Scalar, cycle_of_id};
use crate::document::facts::{Fields, Kind};
use crate::domain::{REVIEW_MINUTES, Review, Rhythm, RhythmVersion, WeekException, WeeklyTime};
use chrono::Weekday;
use yrs::Any;

impl Mapped for RhythmVersion {
    fn read(fields: &Fields<'_>) -> Option<Self> {
        let from = match fields.id {
            RHYTHM_ID => None,
            id => Some(cycle_of_id(id)?),
        };
        let updates_due = fields.get("updates_due").and_then(weekly_time).unwrap_or(Rhythm::default().updates_due);
        // What an earlier version of the app did not write is as for a new circle.
        let usual = Rhythm::new(Part::read(fields, "zone")?, updates_due);
        let minutes = fields.get("review_minutes").and_then(u16::from_any).unwrap_or(usual.review.minutes);
        let review = Review {
            at: fields.get("review").and_then(weekly_time).unwrap_or(usual.review.at),
            minutes: minutes.clamp(*REVIEW_MINUTES.start(), *REVIEW_MINUTES.end()),
            place: Part::read(fields, "review_place")?,
        };
        let next_steps_due = fields.get("next_steps_due").and_then(weekly_time).unwrap_or(usual.next_steps_due);
        Some(Self { from, rhythm: Rhythm { review, next_steps_due, ..usual } })
    }

    fn write(&self) -> Parts {
        let Rhythm { zone, updates_due, review, next_steps_due } = &self.rhythm;
        let field = |name: &str, value| (name.to_owned(), value);
        let fields = vec![
            field("zone", zone.to_any()),
            field("updates_due", weekly_text(*updates_due)),
            field("review", weekly_text(review.at)),
            field("review_minutes", review.minutes.to_any()),
            field("review_place", review.place.to_any()),
            field("next_steps_due", weekly_text(*next_steps_due)),
        ];
        let id = self.from.map_or_else(|| RHYTHM_ID.to_owned(), |from| from.to_string());
        Parts { kind: Kind::Rhythm, id, fields }
    }
}

impl Mapped for WeekException {
    fn read(fields: &Fields<'_>) -> Option<Self> {
        Some(Self {
            cycle: cycle_of_id(fields.id)?,
            is_skipped: matches!(fields.get("is_skipped"), Some(Any::Bool(true))),
            review_moved_to: Part::read(fields, "review_moved_to")?,
            changed_at: Part::read(fields, "changed_at")?,
            by: Part::read(fields, "by")?,
        })
    }

    fn write(&self) -> Parts {
        // Not `false`: whoever moves a review at the same time must not undo another device's skipping.
        let is_skipped = if self.is_skipped { Any::Bool(true) } else { Any::Null };
        let mut fields = vec![("is_skipped".to_owned(), is_skipped)];
        self.review_moved_to.write("review_moved_to", &mut fields);
        self.changed_at.write("changed_at", &mut fields);
        self.by.write("by", &mut fields);
        Parts { kind: Kind::Weeks, id: self.cycle.to_string(), fields }
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
    (hour < 24 && minute < 60).then_some(WeeklyTime { weekday, minute: hour * 60 + minute })
}

fn weekly_text(time: WeeklyTime) -> Any {
    let day = WEEKDAYS[time.weekday.num_days_from_monday() as usize].0;
    Any::String(format!("{day} {:02}:{:02}", time.minute / 60, time.minute % 60).into())
}
