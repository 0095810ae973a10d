//! Zone rules from the browser's `Intl`.

use super::now;
use crate::domain::{Arrange, DAY, Timestamp, ZoneId, ZoneRules};
use chrono::{NaiveDate, NaiveTime};
use js_sys::{Array, Date, Object, Reflect};
use std::cell::RefCell;
use std::collections::HashMap;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    pub(super) type DateTimeFormat;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    pub(super) fn new(locale: &str, options: &Object) -> Result<DateTimeFormat, JsValue>;

    #[wasm_bindgen(method)]
    pub(super) fn format(this: &DateTimeFormat, date: &Date) -> String;

    #[wasm_bindgen(method, js_name = formatToParts)]
    fn format_to_parts(this: &DateTimeFormat, date: &Date) -> Array;

    #[wasm_bindgen(method, js_name = resolvedOptions)]
    fn resolved_options(this: &DateTimeFormat) -> Object;

    #[wasm_bindgen(js_namespace = Intl, js_name = supportedValuesOf, catch)]
    fn supported_values_of(what: &str) -> Result<Array, JsValue>;
}

/// An options object for `Intl`.
pub(super) fn options(entries: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (name, value) in entries {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    object
}

thread_local! {
    static DEVICE: RefCell<Option<(i64, Option<ZoneId>)>> = const { RefCell::new(None) };
    static CLOCKS: RefCell<HashMap<ZoneId, Option<DateTimeFormat>>> = RefCell::default();
    static OFFSETS: RefCell<HashMap<(ZoneId, i64), Option<i32>>> = RefCell::default();
}

/// Milliseconds.
const MINUTE: i64 = 60_000;

/// Offsets change at most on quarter hours, so offsets are cached per quarter.
const QUARTER: i64 = 15 * 60_000;

/// The browser's zone rules, cached.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserZones;

impl ZoneRules for BrowserZones {
    fn offset(&self, zone: &ZoneId, at: Timestamp) -> Option<i32> {
        let key = (zone.clone(), at.millis().div_euclid(QUARTER));
        if let Some(known) = OFFSETS.with_borrow(|offsets| offsets.get(&key).copied()) {
            return known;
        }
        let quarter = Timestamp::from_millis(key.1 * QUARTER);
        let offset = ask_offset(zone, quarter);
        OFFSETS.with_borrow_mut(|offsets| {
            if offsets.len() > 4096 {
                offsets.clear();
            }
            offsets.insert(key, offset)
        });
        offset
    }
}

fn ask_offset(zone: &ZoneId, at: Timestamp) -> Option<i32> {
    CLOCKS.with_borrow_mut(|clocks| {
        let clock = clocks.entry(zone.clone()).or_insert_with(|| clock_of(zone)).as_ref()?;
        let parts = clock.format_to_parts(&Date::new(&JsValue::from_f64(at.millis() as f64)));
        let (mut date, mut time) = ([0_u32; 3], [0_u32; 3]);
        for part in parts.iter() {
            let text = |name: &str| Reflect::get(&part, &JsValue::from_str(name)).ok()?.as_string();
            let number = || text("value")?.parse().ok();
            match text("type")?.as_str() {
                "year" => date[0] = number()?,
                "month" => date[1] = number()?,
                "day" => date[2] = number()?,
                "hour" => time[0] = number()?,
                "minute" => time[1] = number()?,
                "second" => time[2] = number()?,
                _ => {}
            }
        }
        let day = NaiveDate::from_ymd_opt(i32::try_from(date[0]).ok()?, date[1], date[2])?;
        let local = day.and_time(NaiveTime::from_hms_opt(time[0] % 24, time[1], time[2])?);
        let offset = Timestamp::from_local(local, 0).millis() - at.millis();
        (offset.abs() <= DAY).then_some((offset / 1000) as i32)
    })
}

/// A format in `zone`, by whichever of its names this browser knows; `None` where it knows none.
pub(super) fn format_in(zone: &ZoneId, locale: &str, entries: &[(&str, &str)]) -> Option<DateTimeFormat> {
    // Some browsers take the name of no zone for Greenwich.
    let mut names = zone.names().filter(|_| zone.is_named());
    names.find_map(|name| {
        let options = options(entries);
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&options, &"timeZone".into(), &name.into());
        DateTimeFormat::new(locale, &options).ok()
    })
}

fn clock_of(zone: &ZoneId) -> Option<DateTimeFormat> {
    let entries = [
        ("calendar", "gregory"),
        ("numberingSystem", "latn"),
        ("hourCycle", "h23"),
        ("year", "numeric"),
        ("month", "2-digit"),
        ("day", "2-digit"),
        ("hour", "2-digit"),
        ("minute", "2-digit"),
        ("second", "2-digit"),
    ];
    format_in(zone, "en-US", &entries)
}

/// The zone that this device is set to; `None` where the browser does not say, or names one that it does not know.
///
/// The browser is slow to say it and a page of goals asks for each point of its lines, so that the answer is kept for
/// the minute that it was given in: who travels is noticed with the next one.
pub fn device_zone() -> Option<ZoneId> {
    let minute = now().millis().div_euclid(MINUTE);
    if let Some((_, known)) = DEVICE.with_borrow(|device| device.clone().filter(|(asked, _)| *asked == minute)) {
        return known;
    }
    let zone = ask_device_zone();
    DEVICE.set(Some((minute, zone.clone())));
    zone
}

fn ask_device_zone() -> Option<ZoneId> {
    let name = DateTimeFormat::new("en-US", &Object::new()).ok().and_then(|format| {
        let options = format.resolved_options();
        Reflect::get(&options, &JsValue::from_str("timeZone")).ok()?.as_string()
    });
    name.map(|name| ZoneId::new(&name)).filter(|zone| clock_of(zone).is_some())
}

/// Every zone that the browser lists, for a picker, by its present name; empty where it cannot list them.
pub fn known_zones() -> Vec<String> {
    let zones = supported_values_of("timeZone").unwrap_or_default();
    let mut names: Vec<_> =
        zones.iter().filter_map(|zone| Some(ZoneId::new(&zone.as_string()?).as_str().to_owned())).collect();
    names.arrange();
    names.dedup();
    names
}
