//! Typed days that are asked about.

use crate::support::day;
use peer_circle::domain::DayDoubt::{self, OtherYear, Past};
use peer_circle::domain::day_doubt;

#[test]
fn which_days_are_asked_about() {
    let check = |typed: &str, today: &str, expected: Option<DayDoubt>| {
        assert_eq!(day_doubt(day(typed), day(today)), expected, "{typed} on {today}");
    };
    check("2026-11-25", "2026-11-25", None);
    check("2026-12-31", "2026-11-25", None);
    check("2026-11-24", "2026-11-25", Some(Past { days: 1 }));
    check("2025-11-25", "2026-11-25", Some(Past { days: 365 }));
    check("2027-01-01", "2026-12-31", Some(OtherYear(2027)));
    check("2062-11-27", "2026-11-25", Some(OtherYear(2062)));
    check("2026-12-31", "2027-01-01", Some(Past { days: 1 }));
    check("9999-12-31", "0001-01-01", Some(OtherYear(9999)));
}
