//! A person and what they said of themselves as JSON: in drafts on the device, and in the file with which they ask to
//! join a circle.
//!
//! ```json
//! {
//!   "name": "Chen",
//!   "stage": "mid",
//!   "field": "Nursing",
//!   "intentions": ["change_field", "find_job"],
//!   "own_intention": "",
//!   "offers": ["Teaching"],
//!   "wants": ["Negotiation"],
//!   "zone": "Europe/Lisbon",
//!   "hours": { "mon": "17-21", "sat": "9-12 18-20" }
//! }
//! ```
//!
//! `stage` is one of student, early, mid, senior, lead; `hours` are whole hours from one up to another by the clocks of
//! `zone`, 24 being midnight. Whatever is not said is left out; a reader passes over what it does not know.

use crate::domain::{CareerStage, Intention, MemberId, NewProfile, Profile, SkillSet, WeeklyHours, ZoneId};
use serde_json::{Map, Value, json};

/// Writes a person.
pub fn write(person: &NewProfile) -> Value {
    let profile = &person.profile;
    let days = WeeklyHours::DAYS.map(|day| (WeeklyHours::day_key(day), profile.hours.day_text(day)));
    let days = days.into_iter().filter(|(_, text)| !text.is_empty());
    let hours: Map<String, Value> = days.map(|(day, text)| (day.to_owned(), Value::String(text))).collect();
    json!({
        "name": person.name,
        "stage": profile.stage.map(CareerStage::key),
        "field": profile.field,
        "intentions": profile.intentions.said().map(Intention::key).collect::<Vec<_>>(),
        "own_intention": profile.own_intention,
        "offers": profile.offers.words(),
        "wants": profile.wants.words(),
        "zone": profile.zone.as_ref().map(ZoneId::as_str),
        "hours": hours,
    })
}

/// Reads what [`write`] wrote; what is missing or of another type was not said.
pub fn read(value: &Value) -> NewProfile {
    let text = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default();
    let words = |name: &str| value.get(name).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let mut hours = WeeklyHours::default();
    for day in WeeklyHours::DAYS {
        let ranges = value.get("hours").and_then(|hours| hours.get(WeeklyHours::day_key(day))).and_then(Value::as_str);
        hours.read_day(day, ranges.unwrap_or_default());
    }
    let profile = Profile {
        stage: CareerStage::from_key(text("stage")),
        field: text("field").to_owned(),
        intentions: words("intentions").filter_map(Intention::from_key).collect(),
        own_intention: text("own_intention").to_owned(),
        offers: words("offers").collect::<SkillSet>(),
        wants: words("wants").collect::<SkillSet>(),
        zone: Some(text("zone")).filter(|zone| !zone.is_empty()).map(ZoneId::new),
        hours,
        ..Profile::of(MemberId::new(""))
    };
    NewProfile { name: text("name").to_owned(), profile }
}
