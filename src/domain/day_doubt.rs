//! What is odd about a day that somebody typed (design 2.10). A hint, never a barrier.

use crate::domain::time::Day;
use chrono::Datelike;

/// Why a form asks once more about a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DayDoubt {
    /// It was so many days ago.
    Past {
        /// Whole days, at least one.
        days: i64,
    },
    /// It is in another year, which is said with it.
    OtherYear(i32),
}

/// Returns what is odd about `day` where it is `today`; nothing for the coming days of this year.
pub fn day_doubt(day: Day, today: Day) -> Option<DayDoubt> {
    let days = i64::from(today.to_epoch_days()) - i64::from(day.to_epoch_days());
    if days > 0 {
        Some(DayDoubt::Past { days })
    } else if day.year() != today.year() {
        Some(DayDoubt::OtherYear(day.year()))
    } else {
        None
    }
}
