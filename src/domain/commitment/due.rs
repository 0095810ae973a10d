//! What is odd about a day that somebody chose to be done by. A hint, never a barrier.

use crate::domain::time::Day;
use chrono::Datelike;

/// Why a form asks once more about a due day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DueDoubt {
    /// It was so many days ago.
    Past {
        /// Whole days, at least one.
        days: i64,
    },
    /// It is in another year, which is said with it.
    OtherYear(i32),
}

/// What is odd about being due on `due` where it is `today`; nothing for the coming days of this year.
pub fn due_doubt(due: Day, today: Day) -> Option<DueDoubt> {
    let days = i64::from(today.to_epoch_days()) - i64::from(due.to_epoch_days());
    if days > 0 {
        Some(DueDoubt::Past { days })
    } else if due.year() != today.year() {
        Some(DueDoubt::OtherYear(due.year()))
    } else {
        None
    }
}
