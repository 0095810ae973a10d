//! Notes, checklists and chats: each line is offered, asked about, or left out with its number and the reason.

#![allow(clippy::unwrap_used, reason = "a test may end with a panic")]

use peer_circle_support as support;

mod any_text;
mod cases;
mod forms;
mod page;
mod text_forms;

use peer_circle::domain::{Circle, Kind, Offer, OfferOwner, OfferTime, Offered, Present, iso_day};
use peer_circle::domain::{MemberId, NumberFormat};
use peer_circle::exchange::intake::{IntakeAnswers, IntakeChoice, IntakeKey, IntakeReading, IntakeSetting};
use peer_circle::exchange::notes::read_notes;
use support::{at, new_circle, present};

/// Friday of the third week.
const NOW: &str = "2026-11-20T09:00:00Z";

/// A circle of people who are called that; the first opens the text.
struct Reader {
    circle: Circle,
    me: MemberId,
    answers: IntakeAnswers,
}

impl Reader {
    fn new(people: &[&str]) -> Self {
        let (circle, me) = new_circle(people);
        Self { circle, me, answers: IntakeAnswers::default() }
    }

    /// The same with an answer.
    fn told(mut self, key: IntakeKey, choice: IntakeChoice) -> Self {
        self.answers.set(key, choice);
        self
    }

    fn present(&self) -> Present<'_> {
        present(&self.circle, at(NOW))
    }

    fn read(&self, text: &str) -> IntakeReading {
        let numbers = NumberFormat { decimal: '.' };
        let setting = IntakeSetting { present: self.present(), me: Some(&self.me), numbers };
        read_notes(text, &self.answers, &setting)
    }

    fn name(&self, owner: &OfferOwner) -> String {
        match owner {
            OfferOwner::Id(id) => self.circle.name_of(id).unwrap_or("?").to_owned(),
            OfferOwner::Named(name) => format!("new {name}"),
        }
    }

    /// One offer in short: `1 commitment Omar: 3 applications | kept 2026-11-13 | week 2026-11-09`.
    fn short(&self, offer: &Offer) -> String {
        let time = |time: Option<OfferTime>| match time {
            Some(OfferTime::Day(day)) => format!(" {}", iso_day(day)),
            Some(OfferTime::Instant(at)) => format!(" {at}"),
            None => String::new(),
        };
        let line = offer.line;
        let heading = if offer.heading.is_empty() { String::new() } else { format!(" < {}", offer.heading) };
        match &offer.content {
            Offered::Member(member) => format!("{line} member {}", member.name),
            Offered::Goal(goal) => {
                let end = goal.closing.map_or_else(String::new, |closing| format!(" | {closing:?}"));
                let due = goal.due.map_or_else(String::new, |due| format!(" | due {}", iso_day(due)));
                format!("{line} goal {}: {}{end}{due}", self.name(&goal.owner), goal.title)
            }
            Offered::Commitment(c) => {
                let outcome = c.outcome.map_or_else(|| "open".to_owned(), |o| o.key().to_owned());
                let due = c.due.map_or_else(String::new, |due| format!(" | due {}", iso_day(due)));
                let note = if c.note.is_empty() { String::new() } else { format!(" | {}", c.note) };
                let goal = if c.goal.is_some() { " | of the goal" } else { "" };
                let week = c.cycle.map_or_else(String::new, |cycle| cycle.to_string());
                let (owner, resolved) = (self.name(&c.owner), time(c.resolved));
                format!("{line} {owner}: {} | {outcome}{resolved} | {week}{due}{goal}{note}{heading}", c.text)
            }
            other => format!("{line} {other:?}"),
        }
    }

    /// Everything that comes of `text`, in short: offers, what waits and for what, what is left out and why.
    fn all(&self, text: &str) -> Vec<String> {
        let reading = self.read(text);
        let mut all: Vec<(usize, String)> = reading.offers.iter().map(|o| (o.line, self.short(o))).collect();
        let waiting = |row: &peer_circle::exchange::intake::WaitingRow| {
            (row.line, format!("{} ?{}: {}", row.line, row.question.to_text(), row.text))
        };
        all.extend(reading.waiting.iter().map(waiting));
        let left_out = reading.left_out.iter().map(|row| {
            (row.line, format!("{} -{}: {}", row.line, format!("{:?}", row.reason).to_lowercase(), row.text))
        });
        all.extend(left_out);
        all.sort_by_key(|(line, _)| *line);
        all.extend(reading.passed_over.iter().map(|(what, n)| (0, format!("{what:?} {n}").to_lowercase())));
        all.into_iter().map(|(_, short)| short).collect()
    }

    /// The questions in short: `days/0/0 = day-first`.
    fn questions(&self, text: &str) -> Vec<String> {
        let questions = self.read(text).questions;
        let answer = |choice: Option<IntakeChoice>| choice.map_or_else(|| "?".to_owned(), |choice| choice.to_text());
        let short = |key: &IntakeKey, choice| format!("{} = {}", key.to_text(), answer(choice));
        questions.into_iter().map(|question| short(&question.key, question.chosen)).collect()
    }

    #[track_caller]
    fn check(&self, text: &str, expected: &[&str]) {
        assert_eq!(self.all(text), expected, "{text}");
    }
}

/// How many records of each kind are offered.
fn count(reading: &IntakeReading, kind: Kind) -> usize {
    reading.counts().get(&kind).copied().unwrap_or(0)
}
