//! A reading told in lines, so that a case is a table of text.

use crate::support::{Zones, at, new_circle, present};
use peer_circle::domain::{
    Circle, Identity, Measure, MemberId, NumberFormat, Offer, OfferOwner, OfferTime, Offered, iso_day,
};
use peer_circle::exchange::intake::{
    IntakeAnswers, IntakeChoice, IntakeKey, IntakeReading, IntakeSetting, decode, read_tables,
};
use std::fs;
use std::path::Path;

/// The circle of Ana, who opens the text, and Ben, on Wednesday, 25 November 2026.
pub struct Table {
    pub circle: Circle,
    pub me: MemberId,
    pub answers: IntakeAnswers,
    pub text: String,
}

impl Table {
    /// A text that is pasted.
    pub fn of(text: &str) -> Self {
        let (circle, me) = new_circle(&["Ana", "Ben"]);
        Self { circle, me, answers: IntakeAnswers::default(), text: text.to_owned() }
    }

    /// One of the files of `tests/fixtures/cases`.
    pub fn case(name: &str) -> Self {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/cases").join(name);
        let (text, _) = decode(&fs::read(file).unwrap());
        Self::of(&text)
    }

    /// With this answer, both as they are stored.
    pub fn answer(mut self, key: &str, choice: &str) -> Self {
        let (key, choice) = (IntakeKey::from_text(key).unwrap(), IntakeChoice::from_text(choice).unwrap());
        self.answers.set(key, choice);
        self
    }

    pub fn read(&self) -> IntakeReading {
        let setting = IntakeSetting {
            present: present(&self.circle, at("2026-11-25T09:00:00Z")),
            me: Some(&self.me),
            numbers: NumberFormat::ENGLISH,
        };
        let _ = Zones;
        read_tables(&self.text, &self.answers, setting)
    }

    /// What is offered, a line each.
    pub fn offers(&self) -> Vec<String> {
        self.read().offers.iter().map(|offer| told(&self.circle, offer)).collect()
    }

    /// The questions that rows wait for, as they are stored.
    pub fn open(&self) -> Vec<String> {
        self.read().open_questions().map(|question| question.key.to_text()).collect()
    }

    /// What was decided of the questions that have an answer.
    pub fn decided(&self) -> Vec<String> {
        let reading = self.read();
        let decided = reading.questions.iter().filter_map(|q| Some((q.key.to_text(), q.chosen.as_ref()?.to_text())));
        decided.map(|(key, choice)| format!("{key}={choice}")).collect()
    }

    /// What is left out: line, text, reason.
    pub fn left_out(&self) -> Vec<String> {
        let reading = self.read();
        reading.left_out.iter().map(|row| format!("{} {} {:?}", row.line, row.text, row.reason)).collect()
    }

    /// The lines that wait.
    pub fn waiting(&self) -> Vec<usize> {
        self.read().waiting.iter().map(|row| row.line).collect()
    }
}

fn owner(circle: &Circle, owner: &OfferOwner) -> String {
    match owner {
        OfferOwner::Id(id) => circle.name_of(id).unwrap_or("?").to_owned(),
        OfferOwner::Named(name) => format!("+{name}"),
    }
}

fn time(time: OfferTime) -> String {
    match time {
        OfferTime::Day(day) => iso_day(day),
        OfferTime::Instant(at) => at.to_string(),
    }
}

fn measure(measure: &Measure) -> String {
    match measure {
        Measure::Done => String::new(),
        Measure::Number { .. } => format!("{measure:?}"),
    }
}

/// One offer in a line; what is empty is not told.
pub fn told(circle: &Circle, offer: &Offer) -> String {
    let mut parts = vec![offer.line.to_string()];
    let mut say = |name: &str, value: String| {
        if !value.is_empty() {
            parts.push(if name.is_empty() { value } else { format!("{name}={value}") });
        }
    };
    match &offer.content {
        Offered::Member(member) => {
            say("member", member.name.clone());
            say("focus", member.focus.clone());
        }
        Offered::Goal(goal) => {
            say("", format!("goal of {}", owner(circle, &goal.owner)));
            say("", goal.title.clone());
            say("measure", measure(&goal.measure));
            say("due", goal.due.map(iso_day).unwrap_or_default());
            say("created", goal.created.map(time).unwrap_or_default());
            say("why", goal.why.clone());
            say("end", goal.closing.map(|closing| format!("{closing:?}")).unwrap_or_default());
        }
        Offered::Progress(progress) => {
            let of = match &progress.goal {
                Identity::Id(id) => id,
                Identity::Key(key) => key,
            };
            say("", format!("progress of {of}"));
            say("value", progress.value.to_string());
            say("at", progress.at.map(time).unwrap_or_default());
            say("note", progress.note.clone());
        }
        Offered::Commitment(commitment) => {
            say("", format!("commitment of {}", owner(circle, &commitment.owner)));
            say("", commitment.text.clone());
            say("week", commitment.cycle.map(|cycle| cycle.to_string()).unwrap_or_default());
            say("due", commitment.due.map(iso_day).unwrap_or_default());
            say("outcome", commitment.outcome.map(|outcome| outcome.key().to_owned()).unwrap_or_default());
            say("note", commitment.note.clone());
        }
        Offered::Reply(reply) => {
            say("", format!("reply of {}", owner(circle, &reply.from)));
            say("to", reply.commitment.to_string());
            say("", reply.kind.key().to_owned());
            say("", reply.text.clone());
        }
        Offered::CheckIn(check_in) => {
            say("", format!("check-in of {}", owner(circle, &check_in.owner)));
            say("week", check_in.cycle.to_string());
            say("win", check_in.win.clone());
            say("confidence", check_in.confidence.map(|c| c.to_string()).unwrap_or_default());
        }
    }
    parts.join(" | ")
}
