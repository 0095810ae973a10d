//! The invitation, `<circle>.invitation.json`: what somebody outside may know of a circle to see whether it suits them.
//!
//! ```json
//! {
//!   "format": "peer-circle-invitation",
//!   "version": 1,
//!   "made_at": "2026-11-26T08:30:00Z",
//!   "circle": { "id": "7k2m4q8w1zj7", "name": "Northlight" },
//!   "from": "Ana",
//!   "purpose": "One visible step a week towards work we want.",
//!   "rhythm": {
//!     "zone": "Europe/Lisbon", "every_weeks": 1, "check_ins": "thu 18:00", "session": "fri 17:00", "minutes": 45
//!   },
//!   "members": 5,
//!   "stages": { "early": 1, "mid": 3 },
//!   "intentions": [["consistent", "find_job"], ["find_job", "own:#1"]],
//!   "hours": {
//!     "week": "2026-11-23", "members": 4, "common": [["2026-11-23T18:00:00Z", "2026-11-23T20:00:00Z"]]
//!   },
//!   "skills": {
//!     "members": 5,
//!     "offers": [{ "skill": "Rust", "members": 2 }],
//!     "wants": [{ "skill": "Interviewing", "members": 3, "met": 2 }]
//!   },
//!   "pairs": { "known": 4, "friends": 1 }
//! }
//! ```
//!
//! - There is nothing in it but this: no goals, check-ins, notes or feedback, no place or link of a session, and no
//!   names but the circle's, and the inviter's where they said so (`from` is left out otherwise).
//! - `stages` and `intentions` say how many and which, in lists that are sorted by themselves, so that nobody can be
//!   told by their place. What somebody is here for in their own words is a number, `own:#1`.
//! - `common` is the time that the `members` who said theirs have in common in that week, as instants.
//! - Of those who want a skill, `met` have somebody else who offers it.
//!
//! A reader ignores what it does not know, and takes whatever is missing as not said.

use super::circle_file::FileError;
use crate::domain::{
    CareerStage, CircleId, Clock, Cycle, FitCircle, FitWeek, FreeTime, Interval, Mix, Present, Rhythm, SessionTime,
    SkillCount, Timestamp, WeeklyHours, WeeklyTime, ZoneId, ZoneRules, anonymous,
};
use serde_json::{Map, Value, json};

/// What `format` says.
pub const FORMAT: &str = "peer-circle-invitation";
/// The newest `version` that this code writes and reads.
pub const VERSION: u64 = 1;

/// Most members that are believed.
const MEMBERS_MAX: usize = 200;
/// Most characters of a word that are kept.
const WORD_MAX: usize = 200;

/// An invitation that was read.
#[derive(Clone, PartialEq, Debug)]
pub struct Invitation {
    /// The circle.
    pub circle: CircleId,
    /// Its name.
    pub name: String,
    /// Who invites; empty where they did not say.
    pub from: String,
    /// What the circle is for.
    pub purpose: String,
    /// When it was made.
    pub made_at: Option<Timestamp>,
    /// Its fixed times, without a place.
    pub rhythm: Rhythm,
    /// Its members as a mixture.
    pub mix: Mix,
}

/// Writes the invitation to `present`'s circle as of now; `from` is the inviter's name, where they want it in.
pub fn write(present: Present<'_>, from: Option<&str>) -> String {
    let (about, cycle) = (&present.circle.about, present.cycle());
    let mix = anonymous(&FitCircle::of(present).mix);
    let counts = |counts: &[SkillCount]| counts.iter().map(skill).collect::<Vec<_>>();
    let offers = mix.offers.iter().map(|one| json!({ "skill": one.word, "members": one.members }));
    let common = mix.common.stretches(mix.week).into_iter().map(|(from, to)| json!([from.to_string(), to.to_string()]));
    let mut file = json!({
        "format": FORMAT,
        "version": VERSION,
        "made_at": present.now.to_string(),
        "circle": { "id": about.id.as_str(), "name": about.name },
        "purpose": present.circle.purpose(),
        "rhythm": rhythm(present.circle.rhythm.of(cycle)),
        "members": mix.members,
        "stages": stages(&mix),
        "intentions": mix.intentions,
        "hours": { "week": cycle.to_string(), "members": mix.timed, "common": common.collect::<Vec<_>>() },
        "skills": { "members": mix.skilled, "offers": offers.collect::<Vec<_>>(), "wants": counts(&mix.wants) },
        "pairs": { "known": mix.tied, "friends": mix.friends },
    });
    if let (Some(from), Some(file)) = (from, file.as_object_mut()) {
        file.insert("from".to_owned(), Value::String(from.to_owned()));
    }
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    text
}

fn skill(one: &SkillCount) -> Value {
    json!({ "skill": one.word, "members": one.members, "met": one.met })
}

fn stages(mix: &Mix) -> Map<String, Value> {
    let count = |stage: CareerStage| mix.stages.iter().filter(|one| **one == stage).count();
    let counts = CareerStage::ALL.map(|stage| (stage.key().to_owned(), count(stage)));
    counts.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| (key, Value::from(count))).collect()
}

fn rhythm(rhythm: &Rhythm) -> Value {
    let weekly = |clock: Clock| {
        let WeeklyTime { weekday, minute } = rhythm.weekly(clock);
        format!("{} {:02}:{:02}", WeeklyHours::day_key(weekday), minute / 60, minute % 60)
    };
    json!({
        "zone": rhythm.zone.as_str(),
        "every_weeks": rhythm.interval.weeks(),
        "check_ins": weekly(Clock::CheckIns),
        "session": weekly(Clock::Session),
        "minutes": rhythm.session.minutes,
    })
}

/// Reads an invitation.
///
/// # Errors
/// [`FileError::OtherProgram`] where it is none, else what is wrong with it.
pub fn read(bytes: &[u8], zones: &dyn ZoneRules) -> Result<Invitation, FileError> {
    let file = super::marked_json::json_of(bytes, FORMAT, VERSION)?;
    let circle = file.get("circle").ok_or(FileError::NoCircle)?;
    let id = circle.get("id").and_then(Value::as_str).filter(|id| !id.is_empty()).ok_or(FileError::NoCircle)?;
    let rhythm = read_rhythm(file.get("rhythm").unwrap_or(&Value::Null));
    let mix = read_mix(&file, &rhythm.zone, zones).ok_or(FileError::Damaged("hours"))?;
    Ok(Invitation {
        circle: CircleId::new(id),
        name: word(circle.get("name")),
        from: word(file.get("from")),
        purpose: file.get("purpose").and_then(Value::as_str).unwrap_or_default().chars().take(1000).collect(),
        made_at: file.get("made_at").and_then(Value::as_str).and_then(Timestamp::parse),
        rhythm,
        mix,
    })
}

fn word(value: Option<&Value>) -> String {
    let text = value.and_then(Value::as_str).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(WORD_MAX).collect()
}

fn number(value: Option<&Value>) -> usize {
    let number = value.and_then(Value::as_u64).unwrap_or(0);
    usize::try_from(number).unwrap_or(MEMBERS_MAX).min(MEMBERS_MAX)
}

fn items<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    value.get(name).and_then(Value::as_array).into_iter().flatten().take(MEMBERS_MAX)
}

fn read_rhythm(value: &Value) -> Rhythm {
    let zone = Some(word(value.get("zone")))
        .filter(|zone| !zone.is_empty())
        .map_or_else(ZoneId::utc, |zone| ZoneId::new(&zone));
    let usual = Rhythm::default();
    let weekly = |name: &str| {
        let text = word(value.get(name));
        let (day, time) = text.split_once(' ')?;
        let (hour, minute) = time.split_once(':')?;
        let weekday = WeeklyHours::DAYS.into_iter().find(|one| WeeklyHours::day_key(*one) == day)?;
        WeeklyTime::at(weekday, hour.parse().ok()?, minute.parse().ok()?)
    };
    let minutes = u16::try_from(number(value.get("minutes"))).unwrap_or(usual.session.minutes);
    let at = weekly("session").unwrap_or(usual.session.at);
    let weeks = value.get("every_weeks").and_then(Value::as_i64).unwrap_or(1);
    Rhythm {
        session: SessionTime { at, minutes, place: String::new() },
        interval: Interval::of_weeks(weeks).unwrap_or_default(),
        ..Rhythm::new(zone, weekly("check_ins").unwrap_or(usual.check_ins_due))
    }
}

/// The mixture; `None` where the week is none.
fn read_mix(file: &Value, zone: &ZoneId, zones: &dyn ZoneRules) -> Option<Mix> {
    let none = Value::Null;
    let (hours, skills) = (file.get("hours").unwrap_or(&none), file.get("skills").unwrap_or(&none));
    let week = FitWeek::of(zones, zone, hours.get("week").and_then(Value::as_str).and_then(Cycle::parse)?);
    let mut common = FreeTime::default();
    for stretch in items(hours, "common") {
        let at = |nth: usize| stretch.get(nth).and_then(Value::as_str).and_then(Timestamp::parse);
        if let (Some(from), Some(to)) = (at(0), at(1)) {
            common.add(week, from, to);
        }
    }
    let members = number(file.get("members"));
    let count_of = |stage: CareerStage| number(file.get("stages").and_then(|stages| stages.get(stage.key())));
    let stages = CareerStage::ALL.into_iter().flat_map(|stage| std::iter::repeat_n(stage, count_of(stage)));
    let keys = |one: &Value| one.as_array().into_iter().flatten().take(20).map(|key| word(Some(key))).collect();
    let counts = |name: &str| items(skills, name).filter_map(|one| read_skill(one, members)).collect();
    let pairs = file.get("pairs").unwrap_or(&none);
    Some(Mix {
        week,
        members,
        stages: stages.take(members).collect(),
        intentions: items(file, "intentions").take(members).map(keys).collect(),
        timed: number(hours.get("members")).min(members),
        common,
        skilled: number(skills.get("members")).min(members),
        offers: counts("offers"),
        wants: counts("wants"),
        tied: number(pairs.get("known")),
        friends: number(pairs.get("friends")).min(crate::domain::pairs(members)),
    })
}

fn read_skill(value: &Value, most: usize) -> Option<SkillCount> {
    let word = word(value.get("skill"));
    let members = number(value.get("members")).min(most);
    let met = number(value.get("met")).min(members);
    (!word.is_empty() && members > 0).then_some(SkillCount { word, members, met })
}
