//! Records ↔ fields: the one place that says how a domain type lies in the document.
//!
//! A field that is missing or of another type reads as its default, so a record written by another
//! version still shows what can be shown; only a record without its essentials is passed over. Nothing
//! is removed by reading.

mod records;
mod rhythm;
mod rota;
mod scalars;
mod session;

use super::facts::{Fields, Kind};
use crate::domain::{
    About, Absence, AgendaItem, CheckIn, Commitment, Cycle, Decision, Digest, Goal, Member, Override, Progress, Record,
    RhythmVersion, Role, Season, Session, WeekException,
};
use yrs::Any;

/// The version of this mapping, stored as the circle's `schema` field.
pub const SCHEMA: i64 = 1;
/// The id of the record of [`Kind::Rhythm`] that holds from the start.
pub(super) const RHYTHM_ID: &str = "rhythm";

/// The cycle that an id names; another day of the week would be a second id for the same.
pub(super) fn cycle_of_id(id: &str) -> Option<Cycle> {
    Cycle::parse(id).filter(|cycle| cycle.to_string() == id)
}

/// A record taken apart.
#[derive(Clone, PartialEq, Debug)]
pub struct Parts {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// Its fields; `Null` where it has none.
    pub fields: Vec<(String, Any)>,
}

/// Something that lies in one or more fields of a record.
trait Part: Sized {
    /// Reads it; `None` when its absence makes the record meaningless.
    fn read(fields: &Fields<'_>, name: &str) -> Option<Self>;
    /// Appends its fields.
    fn write(&self, name: &str, out: &mut Vec<(String, Any)>);
}

/// Something that lies in one field.
trait Scalar: Sized {
    fn from_any(any: &Any) -> Option<Self>;
    fn to_any(&self) -> Any;
    /// What a missing or foreign value reads as.
    fn absent() -> Option<Self> {
        None
    }
}

impl<T: Scalar> Part for T {
    fn read(fields: &Fields<'_>, name: &str) -> Option<Self> {
        fields.get(name).and_then(T::from_any).or_else(T::absent)
    }

    fn write(&self, name: &str, out: &mut Vec<(String, Any)>) {
        out.push((name.to_owned(), self.to_any()));
    }
}

/// A record's struct.
trait Mapped: Sized {
    fn read(fields: &Fields<'_>) -> Option<Self>;
    fn write(&self) -> Parts;
}

/// Takes `record` apart.
pub fn take_apart(record: &Record) -> Parts {
    match record {
        Record::About(about) => about.write(),
        Record::Rhythm(version) => version.write(),
        Record::Week(week) => week.write(),
        Record::Season(season) => season.write(),
        Record::Member(member) => member.write(),
        Record::Goal(goal) => goal.write(),
        Record::Progress(entry) => entry.write(),
        Record::Commitment(commitment) => commitment.write(),
        Record::CheckIn(check_in) => check_in.write(),
        Record::Session(session) => session.write(),
        Record::AgendaItem(item) => item.write(),
        Record::Decision(decision) => decision.write(),
        Record::Digest(digest) => digest.write(),
        Record::Absence(absence) => absence.write(),
        Record::Role(role) => role.write(),
        Record::Override(one) => one.write(),
    }
}

/// Puts the record with these `fields` together; `None` when its essentials are missing.
pub fn put_together(kind: Kind, fields: &Fields<'_>) -> Option<Record> {
    if fields.is_empty() {
        return None;
    }
    match kind {
        Kind::Circle => About::read(fields).map(Record::About),
        Kind::Rhythm => RhythmVersion::read(fields).map(Record::Rhythm),
        Kind::Weeks => WeekException::read(fields).map(Record::Week),
        Kind::Seasons => Season::read(fields).map(Record::Season),
        Kind::Members => Member::read(fields).map(Record::Member),
        Kind::Goals => Goal::read(fields).map(Record::Goal),
        Kind::Progress => Progress::read(fields).map(Record::Progress),
        Kind::Commitments => Commitment::read(fields).map(Record::Commitment),
        Kind::CheckIns => CheckIn::read(fields).map(Record::CheckIn),
        Kind::Sessions => Session::read(fields).map(Record::Session),
        Kind::Agenda => AgendaItem::read(fields).map(Record::AgendaItem),
        Kind::Decisions => Decision::read(fields).map(Record::Decision),
        Kind::Digests => Digest::read(fields).map(Record::Digest),
        Kind::Absences => Absence::read(fields).map(Record::Absence),
        Kind::Roles => Role::read(fields).map(Record::Role),
        Kind::Overrides => Override::read(fields).map(Record::Override),
    }
}
