//! A time of the week, as forms ask for it.

use crate::domain::WeeklyTime;
use crate::platform;
use crate::ui::text;
use chrono::Weekday;

/// The options of a weekday field: 0 for Monday.
pub fn weekday_options() -> Vec<(String, String)> {
    let days = text::time::WEEKDAYS.iter().enumerate();
    days.map(|(number, name)| (number.to_string(), (*name).to_owned())).collect()
}

/// A weekday field and a time field as a weekly time; `None` where the time is missing or none.
pub fn weekly_time(day: &str, time: &str) -> Option<WeeklyTime> {
    let weekday = Weekday::try_from(day.parse::<u8>().ok()?).ok()?;
    // A browser may add seconds.
    let mut parts = time.split(':').map(|part| part.parse::<u16>().ok());
    let (hour, minute) = (parts.next()??, parts.next()??);
    WeeklyTime::at(weekday, hour, minute)
}

/// Every zone that the browser knows, as the options of a field, and `chosen` even if it does not.
pub fn zone_options(chosen: &str) -> Vec<(String, String)> {
    let mut zones = platform::known_zones();
    if !zones.iter().any(|known| known == chosen) {
        zones.insert(0, chosen.to_owned());
    }
    zones.into_iter().map(|zone| (zone.clone(), zone.replace('_', " "))).collect()
}
