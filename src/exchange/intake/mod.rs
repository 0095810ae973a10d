//! Reading what a group wrote elsewhere: tables of Google Sheets, Excel and Notion, notes, chats.
//!
//! Reading is a pure function of the text, the answers given so far, and the circle at one instant. What comes of it
//! is an [`IntakeReading`]: each row of the text is *offered* as a record, *waits* for the answer to a question, or is
//! *left out* with its line and the reason. Nothing is guessed silently: what the reader decided by itself is a
//! question with its answer filled in, and can be answered otherwise.
//!
//! ```text
//! text ──▶ reader(text, answers, setting) ──▶ IntakeReading ─▶ offers ──▶ domain::intake::Command::TakeIn
//!             ▲                                    │
//!             └────────── answers ◀── questions ◀──┘
//! ```

mod answers;
mod column;
mod day_parts;
mod days;
mod decode;
mod guard;
mod left_out;
mod people;
mod question;
mod table;
mod vocabulary;

use crate::domain::{Day, Kind, MemberId, NumberFormat, Offer, OfferStanding, Present, gathered, offers_standing};
use std::collections::BTreeMap;

pub use answers::IntakeAnswers;
pub use column::ColumnMeaning;
pub use days::{DayForm, DayOrder, OrderFound, order_of, read_day};
pub use decode::{BinaryForm, TextEncoding, binary_form, decode};
pub use guard::{guarded, unguarded};
pub use left_out::{CellFault, IntakeReason, LeftOutRow, PassedOver};
pub use people::{IntakePeople, PersonFound};
pub use question::{IntakeChoice, IntakeKey, IntakeQuestion};
pub use table::{TableRow, read_rows, read_tables, sheet_rows};

/// What a reader knows beside the text.
#[derive(Clone, Copy)]
pub struct IntakeSetting<'a> {
    /// The circle, and the present day.
    pub present: Present<'a>,
    /// Who opens the text: whose a row is that names nobody, unless the answers say otherwise.
    pub me: Option<&'a MemberId>,
    /// How numbers are written here, where a text does not tell.
    pub numbers: NumberFormat,
}

impl IntakeSetting<'_> {
    /// Today by the circle's clocks.
    pub fn today(&self) -> Day {
        let Present { circle, zones, now } = self.present;
        zones.local(&circle.rhythm.of(self.present.cycle()).zone, now).date()
    }
}

/// A row that cannot be read before a question is answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WaitingRow {
    /// Its line in the text, from 1.
    pub line: usize,
    /// What it says, on one line.
    pub text: String,
    /// The question.
    pub question: IntakeKey,
}

/// What was read of a text.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct IntakeReading {
    /// What would be made, in the order of the text, apart from what the circle has already.
    pub offers: Vec<Offer>,
    /// Decisions about columns, people or the whole text: open ones, and those that can be taken otherwise.
    pub questions: Vec<IntakeQuestion>,
    /// Rows that wait for an answer.
    pub waiting: Vec<WaitingRow>,
    /// Rows that are not taken.
    pub left_out: Vec<LeftOutRow>,
    /// How many lines of a kind were passed over that nobody would want one by one.
    pub passed_over: BTreeMap<PassedOver, usize>,
}

impl IntakeReading {
    /// Moves what the circle has already, and what its rules refuse, from the offers to what is left out. Every reader
    /// ends with this.
    pub fn settled(mut self, present: Present<'_>) -> Self {
        let standing = offers_standing(present, &self.offers);
        let mut offers = Vec::with_capacity(self.offers.len());
        for (offer, standing) in self.offers.drain(..).zip(standing) {
            let reason = match standing {
                OfferStanding::New => {
                    offers.push(offer);
                    continue;
                }
                OfferStanding::Known => IntakeReason::Known(offer.content.kind()),
                OfferStanding::KnownOpen(outcome) => IntakeReason::KnownOpen(outcome),
                OfferStanding::Refused(refusal) => IntakeReason::Refused(refusal),
            };
            self.left_out.push(LeftOutRow::new(offer.line, offer.content.title(), reason));
        }
        self.offers = offers;
        self
    }

    /// How many records of each kind would be made.
    pub fn counts(&self) -> BTreeMap<Kind, usize> {
        let kinds: BTreeMap<Kind, ()> = gathered(self.offers.iter().map(|offer| (offer.content.kind(), ())));
        let count = |kind| self.offers.iter().filter(|offer| offer.content.kind() == kind).count();
        gathered(kinds.into_keys().map(|kind| (kind, count(kind))))
    }

    /// The questions that rows wait for.
    pub fn open_questions(&self) -> impl Iterator<Item = &IntakeQuestion> {
        self.questions.iter().filter(|question| question.chosen.is_none())
    }
}
