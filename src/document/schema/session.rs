//! Sessions, agenda items and decisions. What two devices may add to at once is one key per element.

use super::scalars::text;
use super::{Attribute, FieldValues, Scalar, Stored, stored};
use crate::document::facts::Fields;
use crate::domain::{
    AgendaItem, AgendaKind, Arrange, CommitmentId, Cycle, Decision, DecisionId, HotTurn, MemberId, Moment, Move, Note,
    Presence, Session, Step, Tick, Timestamp, Topic,
};
use yrs::Any;

stored!(AgendaItem { cycle, title, detail, owner, kind, notes, created_at, done_at, done_in, deleted_at });
stored!(Decision { cycle, text, decided_at, by, owner, review_on, revisited, closed_at, deleted_at });

impl Stored for Session {
    fn read(cycle: Cycle, fields: &Fields<'_>) -> Option<Self> {
        let mut moments = elements(fields, "moments", moment);
        // By instant, which is not by key: `00.120Z` comes before `00Z` there.
        moments.arrange_by_key(|moment| moment.order);
        Some(Self {
            cycle,
            started_at: Attribute::read(fields, "started_at")?,
            started_by: Attribute::read(fields, "started_by")?,
            length: Attribute::read(fields, "length")?,
            ended_at: Attribute::read(fields, "ended_at")?,
            summary: Attribute::read(fields, "summary")?,
            moments,
            presence: elements(fields, "presence", |key, value| Some((member(key)?, presence(value)?))),
            turns: elements(fields, "turns", |key, value| Some((member(key)?, turn(value)))),
            ticks: elements(fields, "ticks", |key, value| Some((topic(key)?, tick(value)?))),
            notes: Attribute::read(fields, "notes")?,
        })
    }

    fn write(&self, out: &mut FieldValues) {
        self.started_at.write("started_at", out);
        self.started_by.write("started_by", out);
        self.length.write("length", out);
        self.ended_at.write("ended_at", out);
        self.summary.write("summary", out);
        for moment in &self.moments {
            element(out, "moments", &moment.order.to_string(), &moment_text(moment));
        }
        for (member, presence) in &self.presence {
            element(out, "presence", member.as_str(), presence_name(*presence));
        }
        for (member, turn) in &self.turns {
            element(out, "turns", member.as_str(), &turn_text(*turn));
        }
        for (topic, tick) in &self.ticks {
            element(out, "ticks", &topic_key(topic), tick_name(*tick));
        }
        self.notes.write("notes", out);
    }
}

impl Attribute for Vec<Note> {
    fn read(fields: &Fields<'_>, name: &str) -> Option<Self> {
        let mut notes = elements(fields, name, |key, value| {
            let (at, by) = key.split_once('~')?;
            let is_said = !value.is_empty();
            is_said.then_some(Note { at: instant(at)?, by: member(by)?, text: value.to_owned() })
        });
        notes.arrange_by(|a, b| (a.at, &a.by).cmp(&(b.at, &b.by)));
        Some(notes)
    }

    fn write(&self, name: &str, out: &mut FieldValues) {
        for note in self {
            element(out, name, &format!("{}~{}", note.at, note.by), &note.text);
        }
    }
}

impl Scalar for AgendaKind {
    fn from_any(any: &Any) -> Option<Self> {
        match text(any)? {
            "topic" => Some(Self::Topic),
            "hot_seat" => Some(Self::HotSeat),
            "discuss" => Some(Self::Discuss),
            _ => None,
        }
    }

    fn to_any(&self) -> Any {
        let name = match self {
            Self::Topic => "topic",
            Self::HotSeat => "hot_seat",
            Self::Discuss => "discuss",
        };
        Any::String(name.into())
    }

    fn absent() -> Option<Self> {
        Some(Self::Topic)
    }
}

/// The elements of the map `name` that `read` can make sense of, sorted by key.
fn elements<T>(fields: &Fields<'_>, name: &str, read: fn(&str, &str) -> Option<T>) -> Vec<T> {
    fields.elements(name).filter_map(|(key, value)| read(key, text(value)?)).collect()
}

fn element(out: &mut FieldValues, name: &str, key: &str, value: &str) {
    out.push((format!("{name}/{key}"), Any::String(value.into())));
}

/// A member in a key. One with a `/` would be written back under another key.
fn member(key: &str) -> Option<MemberId> {
    (!key.contains('/')).then(|| MemberId::new(key))
}

/// An instant in a key, in the one form that it is written in.
fn instant(key: &str) -> Option<Timestamp> {
    Timestamp::parse(key).filter(|at| at.to_string() == key)
}

/// Reads `enter hot_seat`, `pause`, `resume` or `more hot_seat 2`, followed by the instant where the key
/// names another.
fn moment(key: &str, value: &str) -> Option<Moment> {
    let order = instant(key)?;
    let mut words = value.split(' ');
    let what = match words.next()? {
        "enter" => Move::Enter(step(words.next()?)?),
        "pause" => Move::Pause,
        "resume" => Move::Resume,
        "more" => Move::More(step(words.next()?)?, words.next()?.parse().ok()?),
        _ => return None,
    };
    let at = words.next().map_or(Some(order), Timestamp::parse)?;
    Some(Moment { order, at, what })
}

fn moment_text(moment: &Moment) -> String {
    let what = match moment.what {
        Move::Enter(step) => format!("enter {}", step_name(step)),
        Move::Pause => "pause".to_owned(),
        Move::Resume => "resume".to_owned(),
        Move::More(step, minutes) => format!("more {} {minutes}", step_name(step)),
    };
    if moment.at == moment.order { what } else { format!("{what} {}", moment.at) }
}

const STEPS: [(&str, Step); 6] = [
    ("check_ins", Step::CheckIns),
    ("review", Step::Review),
    ("hot_seat", Step::HotSeat),
    ("decisions", Step::Decisions),
    ("next", Step::Next),
    ("close", Step::Close),
];

fn step(name: &str) -> Option<Step> {
    STEPS.iter().find(|(other, _)| *other == name).map(|(_, step)| *step)
}

fn step_name(step: Step) -> &'static str {
    STEPS[step as usize].0
}

fn presence(name: &str) -> Option<Presence> {
    match name {
        "here" => Some(Presence::Here),
        "away" => Some(Presence::Away),
        _ => None,
    }
}

fn presence_name(presence: Presence) -> &'static str {
    match presence {
        Presence::Here => "here",
        Presence::Away => "away",
    }
}

/// Reads the instant at which somebody sat, or `passed`.
fn turn(value: &str) -> HotTurn {
    match (value, Timestamp::parse(value)) {
        ("passed", _) => HotTurn::Passed,
        (_, Some(at)) => HotTurn::Sat(at),
        (_, None) => HotTurn::Waiting,
    }
}

fn turn_text(turn: HotTurn) -> String {
    match turn {
        HotTurn::Sat(at) => at.to_string(),
        HotTurn::Passed => "passed".to_owned(),
        HotTurn::Waiting => "waiting".to_owned(),
    }
}

/// Reads `round~<member>` and the like.
fn topic(key: &str) -> Option<Topic> {
    let (kind, id) = key.split_once('~').filter(|(_, id)| !id.contains('/'))?;
    Some(match kind {
        "round" => Topic::Round(MemberId::new(id)),
        "promises" => Topic::Commitments(MemberId::new(id)),
        "carried" => Topic::Carried(CommitmentId::new(id)),
        "decision" => Topic::Decision(DecisionId::new(id)),
        "charter" => Topic::Charter(MemberId::new(id)),
        _ => return None,
    })
}

fn topic_key(topic: &Topic) -> String {
    let (kind, id) = match topic {
        Topic::Round(id) => ("round", id.as_str()),
        Topic::Commitments(id) => ("promises", id.as_str()),
        Topic::Carried(id) => ("carried", id.as_str()),
        Topic::Decision(id) => ("decision", id.as_str()),
        Topic::Charter(id) => ("charter", id.as_str()),
    };
    format!("{kind}~{id}")
}

fn tick(name: &str) -> Option<Tick> {
    match name {
        "done" => Some(Tick::Done),
        "open" => Some(Tick::Open),
        _ => None,
    }
}

fn tick_name(tick: Tick) -> &'static str {
    match tick {
        Tick::Done => "done",
        Tick::Open => "open",
    }
}
