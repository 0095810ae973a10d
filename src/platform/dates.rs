//! Dates and times as people read them, by the browser's `Intl`.

use super::zones::{DateTimeFormat, format_in, options};
use crate::domain::{Day, Timestamp, ZoneId};
use js_sys::Date;
use std::cell::RefCell;
use std::collections::HashMap;
use wasm_bindgen::JsValue;

/// How much of an instant is said.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum DateStyle {
    /// "Thu 18:00"
    WeekdayTime,
    /// "18:00"
    Time,
    /// "Thursday"
    Weekday,
    /// "12 Nov"
    DayMonth,
    /// "Thu, 12 Nov"
    WeekdayDayMonth,
    /// "12 November 2026"
    Full,
}

impl DateStyle {
    const fn has_hours(self) -> bool {
        matches!(self, Self::WeekdayTime | Self::Time)
    }

    const fn options(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::WeekdayTime => &[("weekday", "short"), ("hour", "2-digit"), ("minute", "2-digit")],
            Self::Time => &[("hour", "2-digit"), ("minute", "2-digit")],
            Self::Weekday => &[("weekday", "long")],
            Self::DayMonth => &[("day", "numeric"), ("month", "short")],
            Self::WeekdayDayMonth => &[("weekday", "short"), ("day", "numeric"), ("month", "short")],
            Self::Full => &[("day", "numeric"), ("month", "long"), ("year", "numeric")],
        }
    }
}

/// Formats by style and zone; `None` where the browser makes none.
type Formats = HashMap<(DateStyle, Option<ZoneId>), Option<DateTimeFormat>>;

thread_local! {
    static FORMATS: RefCell<Formats> = RefCell::default();
}

/// `at` on the clocks of `zone`; of this device when `None`. In a zone that the browser does not know: in UTC, which is
/// said where it has hours.
pub fn instant_text(at: Timestamp, style: DateStyle, zone: Option<&ZoneId>) -> String {
    formatted(at, style, zone).unwrap_or_else(|| {
        let text = formatted(at, style, Some(&ZoneId::utc())).unwrap_or_default();
        if style.has_hours() { format!("{text} UTC") } else { text }
    })
}

fn formatted(at: Timestamp, style: DateStyle, zone: Option<&ZoneId>) -> Option<String> {
    let date = Date::new(&JsValue::from_f64(at.millis() as f64));
    FORMATS.with_borrow_mut(|formats| {
        let key = (style, zone.cloned());
        let format = formats.entry(key).or_insert_with(|| {
            let mut entries = style.options().to_vec();
            entries.push(("hourCycle", "h23"));
            match zone {
                Some(zone) => format_in(zone, &locale(), &entries),
                None => DateTimeFormat::new(&locale(), &options(&entries)).ok(),
            }
        });
        format.as_ref().map(|format| format.format(&date))
    })
}

/// A calendar day, which is the same everywhere.
pub fn day_text(day: Day, style: DateStyle) -> String {
    let noon = Timestamp::from_local(day.and_time(chrono::NaiveTime::MIN), 0).plus(12 * crate::domain::HOUR);
    instant_text(noon, style, Some(&ZoneId::utc()))
}

/// The browser's kind of English; British where it speaks another language, as the app's words are English.
fn locale() -> String {
    let language = web_sys::window().and_then(|window| window.navigator().language());
    language.filter(|language| language.starts_with("en")).unwrap_or_else(|| "en-GB".to_owned())
}
