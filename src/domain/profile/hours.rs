//! When somebody has time in a usual week, hour by hour.

use chrono::Weekday;
use std::fmt::Write;

/// Hours of a day.
pub const HOURS_A_DAY: u8 = 24;

const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// The hours of a week by somebody's own clocks; bit 0 of a day is the hour after midnight.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct WeeklyHours([u32; 7]);

impl WeeklyHours {
    /// The days, Monday first.
    pub const DAYS: [Weekday; 7] = WEEK;

    /// The name that stands for `day` in documents and files.
    pub const fn day_key(day: Weekday) -> &'static str {
        match day {
            Weekday::Mon => "mon",
            Weekday::Tue => "tue",
            Weekday::Wed => "wed",
            Weekday::Thu => "thu",
            Weekday::Fri => "fri",
            Weekday::Sat => "sat",
            Weekday::Sun => "sun",
        }
    }

    /// The whole week as text: a line for each day as [`Self::day_text`] writes it.
    pub fn to_text(&self) -> String {
        Self::DAYS.map(|day| self.day_text(day)).join("\n")
    }

    /// Reads what [`Self::to_text`] wrote.
    pub fn from_text(text: &str) -> Self {
        let mut hours = Self::default();
        Self::DAYS.into_iter().zip(text.split('\n')).for_each(|(day, line)| hours.read_day(day, line));
        hours
    }

    /// Whether `hour` (0 to 23) of `day` is free.
    pub fn has(&self, day: Weekday, hour: u8) -> bool {
        hour < HOURS_A_DAY && self.0[day.num_days_from_monday() as usize] & (1 << hour) != 0
    }

    /// Says whether `hour` (0 to 23) of `day` is free.
    pub fn set(&mut self, day: Weekday, hour: u8, is_free: bool) {
        let bits = &mut self.0[day.num_days_from_monday() as usize];
        match (hour < HOURS_A_DAY, is_free) {
            (true, true) => *bits |= 1 << hour,
            (true, false) => *bits &= !(1 << hour),
            (false, _) => {}
        }
    }

    /// How many hours are free.
    pub fn count(&self) -> u32 {
        self.0.iter().map(|bits| bits.count_ones()).sum()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// The free hours of `day` as ranges from the first hour up to one that is not free any more: 9 to 12.
    pub fn ranges(&self, day: Weekday) -> Vec<(u8, u8)> {
        let mut ranges: Vec<(u8, u8)> = Vec::new();
        for hour in (0..HOURS_A_DAY).filter(|hour| self.has(day, *hour)) {
            match ranges.last_mut() {
                Some((_, end)) if *end == hour => *end += 1,
                _ => ranges.push((hour, hour + 1)),
            }
        }
        ranges
    }

    /// `day` as text: `9-12 18-21`; empty where no hour is free.
    pub fn day_text(&self, day: Weekday) -> String {
        let mut text = String::new();
        for (start, end) in self.ranges(day) {
            let gap = if text.is_empty() { "" } else { " " };
            // Writing to a text does not fail.
            let _ = write!(text, "{gap}{start}-{end}");
        }
        text
    }

    /// Takes `day` from what [`Self::day_text`] wrote; what cannot be read is passed over.
    pub fn read_day(&mut self, day: Weekday, text: &str) {
        for range in text.split_whitespace() {
            let Some((start, end)) = range.split_once('-') else { continue };
            if let (Ok(start), Ok(end)) = (start.parse::<u8>(), end.parse::<u8>()) {
                (start..end.min(HOURS_A_DAY)).for_each(|hour| self.set(day, hour, true));
            }
        }
    }

    /// What is to be saved of what was `typed`: the days that were touched since the `opening`, the others as they
    /// are `now`.
    #[must_use]
    pub fn over(opening: &Self, typed: &Self, now: &Self) -> Self {
        let day = |nth: usize| if typed.0[nth] == opening.0[nth] { now.0[nth] } else { typed.0[nth] };
        Self(std::array::from_fn(day))
    }
}
