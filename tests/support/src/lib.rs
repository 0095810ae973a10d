//! What the native tests share: zone rules, a clock that stands still, entropy with a seed, and a device.

mod device;
mod feedback;
mod grown;
pub mod history;
mod profile;
mod purpose;
mod session;
mod square_code;
pub mod turns;

use std::ops::Range;
use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDateTime, Offset, TimeZone};
use peer_circle::document::CircleDoc;
use peer_circle::domain::{
    Circle, Cycle, Day, Present, Rhythm, Sample, Segmenter, Timestamp, WeeklyTime, ZoneId, ZoneRules, parse_day, sample,
};
use peer_circle::exchange::circle_file;
use std::time::{SystemTime, UNIX_EPOCH};
use unicode_segmentation::UnicodeSegmentation;

pub use device::*;
pub use grown::{Grown, grown};
pub use square_code::read_square_code;

/// The folder of the frozen files.
pub fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures")
}

/// Zone rules out of `chrono-tz`, as the page has them out of the browser's `Intl`.
pub struct Zones;

impl ZoneRules for Zones {
    fn offset(&self, zone: &ZoneId, at: Timestamp) -> Option<i32> {
        let zone: chrono_tz::Tz = zone.as_str().parse().ok()?;
        Some(zone.offset_from_utc_datetime(&at.at_offset(0)).fix().local_minus_utc())
    }
}

/// Characters by the `unicode-segmentation` crate, as the page has them out of the browser's `Intl`.
pub struct Graphemes;

impl Segmenter for Graphemes {
    fn character(&self, text: &str, at: usize) -> Range<usize> {
        let found =
            text.grapheme_indices(true).map(|(start, one)| start..start + one.len()).find(|one| one.contains(&at));
        found.unwrap_or(text.len()..text.len())
    }

    fn capital(&self, letter: char) -> char {
        letter.to_uppercase().next().unwrap_or(letter)
    }
}

/// The instant that `text` (`2026-11-23T19:05:54Z`) names.
pub fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("an instant")
}

/// `circle` at `now`.
pub fn present(circle: &Circle, now: Timestamp) -> Present<'_> {
    Present { circle, zones: &Zones, now }
}

/// The day that `text` names.
pub fn day(text: &str) -> Day {
    parse_day(text).expect("a day")
}

/// The cycle that the day `text` falls into.
pub fn cycle(text: &str) -> Cycle {
    Cycle::of(day(text))
}

/// `2026-11-23T19:05` without a zone.
pub fn local(text: &str) -> NaiveDateTime {
    at(&format!("{text}:00Z")).at_offset(0)
}

/// Check-ins due on `weekday` (0 is Monday) at `hour`:00 in `zone`.
pub fn rhythm(zone: &str, weekday: u8, hour: u16) -> Rhythm {
    let monday = day("2026-11-23").weekday();
    let weekday = (0..weekday).fold(monday, |day, _| day.succ());
    Rhythm::new(ZoneId::new(zone), WeeklyTime { weekday, minute: hour * 60 })
}

/// The made-up circle of `members` people and `weeks` cycles.
pub fn sample_circle(seed: u64, members: usize, weeks: usize) -> Circle {
    let wanted = Sample {
        seed,
        name: "Northlight".to_owned(),
        members,
        weeks,
        now: at("2026-11-25T09:00:00Z"),
        rhythm: rhythm("Europe/Lisbon", 3, 18),
    };
    sample(&wanted, &Zones)
}

/// The circle file of `members` people, Ana among them, after `weeks` cycles of which the last is running now, with the
/// history that such a circle has.
pub fn large_file(members: usize, weeks: usize) -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock after 1970");
    let now = Timestamp::from_millis(i64::try_from(since.as_millis()).expect("a clock before the year 292 million"));
    let rhythm = Rhythm { zone: ZoneId::new("Europe/Lisbon"), ..Rhythm::default() };
    let wanted = Sample { seed: 7, name: "Northlight".to_owned(), members, weeks, now, rhythm };
    let history = grown::grown_into(&sample(&wanted, &Zones), wanted.seed).updates;
    let doc = CircleDoc::open(1, history.iter().map(Vec::as_slice)).expect("sound updates");
    circle_file::write(&doc, now, "Ana")
}
