//! A group's written agreement, as people paste it: Markdown, plain text, or an exported chat of WhatsApp.
//!
//! Every line that says something is offered as a rule, as one of the charter's texts or as a person, asked about, or
//! left out with the reason; its number goes with it. Nothing is guessed: what is offered is shown and can be changed
//! before anything is kept.
//!
//! ```text
//! # How we work              left out: a heading
//! | Name | Zone  |           left out: the frame of a table
//! |------|-------|
//! | Hana | UTC+9 |           a person, reached by "UTC+9"
//! 1. We meet Sundays.        a rule
//! ## When we disagree
//! We ask a third member.     asked about
//! ```

mod lines;
mod sections;

use crate::domain::CharterPart;
use lines::{Shape, shape_of};
use sections::{Section, is_name_column, section};

/// A line of an agreement, and what it could become.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AgreementLine {
    /// Its number in the text, from 1.
    pub number: usize,
    /// The heading above it; empty where there is none.
    pub heading: String,
    /// What it says, without marks.
    pub text: String,
    /// What it could become.
    pub offer: AgreementOffer,
}

/// What a line could become.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AgreementOffer {
    /// A rule.
    Norm,
    /// A part of one of the charter's texts.
    Part(CharterPart),
    /// A person called that; `reach` says where and how to reach them, as it is written, or nothing.
    Person {
        /// Their name.
        name: String,
        /// Time zone, contact and whatever else is told.
        reach: String,
    },
    /// Nothing says what it is.
    Open,
    /// Nothing.
    LeftOut(LeftOut),
}

/// Why a line is left out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LeftOut {
    /// It is a heading.
    Heading,
    /// It draws a line, or is the head of a table.
    Frame,
    /// A chat wrote it, not a person.
    Notice,
    /// A signature under another paper.
    Signature,
}

/// Most lines that are shown one by one: a charter has fewer, a whole chat has more.
pub const AGREEMENT_LINES: usize = 300;

/// Reads `text`; lines that say nothing are left out.
pub fn read_agreement(text: &str) -> Vec<AgreementLine> {
    let raw: Vec<&str> = text.lines().collect();
    let mut reader = Reader { raw: &raw, lines: Vec::new(), heading: String::new(), section: Section::Other };
    let mut place = 0;
    while place < raw.len() {
        place += reader.read(place);
    }
    reader.lines
}

/// What was read so far.
struct Reader<'a> {
    raw: &'a [&'a str],
    lines: Vec<AgreementLine>,
    heading: String,
    section: Section,
}

impl Reader<'_> {
    /// Reads the line at `place`, or the table that begins there. Returns how many lines that were.
    fn read(&mut self, place: usize) -> usize {
        let next = self.raw.get(place + 1).map(|next| shape_of(next));
        match shape_of(self.raw[place]) {
            Shape::Nothing => {}
            Shape::Frame => {
                self.push(place, self.raw[place].trim().to_owned(), AgreementOffer::LeftOut(LeftOut::Frame))
            }
            Shape::Notice(text) => self.push(place, text, AgreementOffer::LeftOut(LeftOut::Notice)),
            Shape::Heading(text) => self.head(place, text),
            Shape::Text(text) if matches!(next, Some(Shape::Frame)) && !text.ends_with('.') => self.head(place, text),
            Shape::Row(_) => return self.table(place),
            Shape::Item(text) => {
                let offer = self.item(&text);
                self.push(place, text, offer);
            }
            Shape::More(text) => self.more(place, text),
            Shape::Text(text) => {
                let offer = self.text();
                self.push(place, text, offer);
            }
        }
        1
    }

    fn push(&mut self, place: usize, text: String, offer: AgreementOffer) {
        self.lines.push(AgreementLine { number: place + 1, heading: self.heading.clone(), text, offer });
    }

    fn head(&mut self, place: usize, text: String) {
        self.heading = String::new();
        self.push(place, text.clone(), AgreementOffer::LeftOut(LeftOut::Heading));
        self.section = section(&text);
        self.heading = text;
    }

    fn item(&self, text: &str) -> AgreementOffer {
        match self.section {
            Section::People => lines::person(text).map_or(AgreementOffer::Open, of_person),
            Section::Signatures => AgreementOffer::LeftOut(LeftOut::Signature),
            Section::Part(part) => AgreementOffer::Part(part),
            Section::Other => AgreementOffer::Norm,
        }
    }

    fn text(&self) -> AgreementOffer {
        match self.section {
            Section::Signatures => AgreementOffer::LeftOut(LeftOut::Signature),
            Section::Part(part) => AgreementOffer::Part(part),
            Section::People | Section::Other => AgreementOffer::Open,
        }
    }

    /// An indented line goes on with the item above it.
    fn more(&mut self, place: usize, text: String) {
        let goes_on = |line: &&mut AgreementLine| {
            line.number == place && matches!(line.offer, AgreementOffer::Norm | AgreementOffer::Part(_))
        };
        match self.lines.last_mut().filter(goes_on) {
            Some(item) => {
                item.text = format!("{} {text}", item.text);
                item.number = place + 1;
            }
            None => {
                let offer = self.text();
                self.push(place, text, offer);
            }
        }
    }

    /// A table of people where a column of it has names, or its heading says so; else its rows are asked about.
    fn table(&mut self, place: usize) -> usize {
        let row = |line: &&str| if let Shape::Row(cells) = shape_of(line) { Some(cells) } else { None };
        let rows: Vec<Vec<String>> = self.raw[place..].iter().map_while(row).collect();
        let name = rows[0].iter().position(|cell| is_name_column(cell));
        let is_of_people = name.is_some() || self.section == Section::People;
        let has_head = name.is_some() || rows.get(1).is_some_and(|row| lines::is_rule(row));
        for (nth, cells) in rows.iter().enumerate() {
            let said: Vec<&str> = cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
            let offer = if lines::is_rule(cells) || (nth == 0 && has_head) {
                AgreementOffer::LeftOut(LeftOut::Frame)
            } else if self.section == Section::Signatures {
                AgreementOffer::LeftOut(LeftOut::Signature)
            } else if is_of_people {
                lines::person_of(cells, name.unwrap_or(0)).map_or(AgreementOffer::Open, of_person)
            } else {
                AgreementOffer::Open
            };
            if !said.is_empty() {
                self.push(place + nth, said.join(" · "), offer);
            }
        }
        rows.len()
    }
}

fn of_person((name, reach): (String, String)) -> AgreementOffer {
    AgreementOffer::Person { name, reach }
}
