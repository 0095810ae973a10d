//! The values of a circle by themselves, without the history that they came from: read in a tenth of the time, and so
//! shown while the document is still being read.
//!
//! ```text
//! schema, number of kinds
//!   name of the kind, number of records
//!     id, number of fields
//!       name, value
//! checksum, eight bytes
//! ```
//!
//! Numbers are unsigned and of variable length, texts have their length before them, and values are written as in an
//! update, all of it as lib0 does (`yrs::encoding`). The checksum is the mark (`mark.rs`) of what is before it, its
//! lowest byte first. Kinds come in the order of [`Kind::ALL`], records by id, fields by name: equal values are equal
//! bytes, but for maps within a value, which other programs may write and whose order is by chance.

use super::facts::{Facts, Fields};
use super::mark::{NOTHING, marked};
use super::schema::{SCHEMA, from_fields};
use crate::domain::{Circle, Kind, Record};
use yrs::Any;
use yrs::encoding::read::{Cursor, Read};
use yrs::encoding::write::Write;

/// `facts` as bytes, for [`circle_of_plain`].
pub fn plain(facts: &Facts) -> Vec<u8> {
    let mut out = Vec::new();
    out.write_var(SCHEMA.unsigned_abs());
    out.write_var(Kind::ALL.len());
    for kind in Kind::ALL {
        let records = facts.records(kind);
        out.write_string(kind.name());
        out.write_var(records.len());
        for record in records {
            out.write_string(record.id);
            out.write_var(record.iter().count());
            for (name, value) in record.iter() {
                out.write_string(name);
                value.encode(&mut out);
            }
        }
    }
    let sum = marked(NOTHING, out.iter().copied());
    out.extend(sum.to_le_bytes());
    out
}

/// The circle whose values [`plain`] wrote; `None` where another version of the app did, they are damaged, or there is
/// no circle in them.
pub fn circle_of_plain(bytes: &[u8]) -> Option<Circle> {
    let (bytes, sum) = bytes.split_last_chunk()?;
    if marked(NOTHING, bytes.iter().copied()) != u64::from_le_bytes(*sum) {
        return None;
    }
    let mut reading = PlainReading(Cursor::new(bytes));
    let is_ours = reading.number()? == SCHEMA.unsigned_abs() && reading.number()? == Kind::ALL.len() as u64;
    if !is_ours {
        return None;
    }
    let mut circle = CircleReading::default();
    for kind in Kind::ALL {
        if reading.text()? != kind.name() {
            return None;
        }
        for _ in 0..reading.number()? {
            let id = reading.text()?;
            let fields = reading.fields()?;
            circle.take(kind, &Fields::of(id, fields.iter().map(|(name, value)| (*name, value)).collect()));
        }
    }
    if reading.0.has_content() { None } else { circle.0 }
}

/// A circle that is read record by record, its own one first.
#[derive(Default)]
pub(super) struct CircleReading(pub(super) Option<Circle>);

impl CircleReading {
    pub(super) fn take(&mut self, kind: Kind, fields: &Fields<'_>) {
        match (from_fields(kind, fields), &mut self.0) {
            // That of the smallest id, should a file bring another one.
            (Some(Record::About(about)), circle @ None) => *circle = Some(Circle::new(about)),
            (Some(Record::About(_)), Some(_)) | (Some(_), None) | (None, _) => {}
            (Some(record), Some(circle)) => circle.put(record),
        }
    }
}

struct PlainReading<'a>(Cursor<'a>);

impl<'a> PlainReading<'a> {
    fn number(&mut self) -> Option<u64> {
        self.0.read_var().ok()
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = usize::try_from(self.number()?).ok()?;
        let end = self.0.next.checked_add(length)?;
        let bytes: &'a [u8] = self.0.buf.get(self.0.next..end)?;
        self.0.next = end;
        std::str::from_utf8(bytes).ok()
    }

    fn fields(&mut self) -> Option<Vec<(&'a str, Any)>> {
        (0..self.number()?).map(|_| Some((self.text()?, Any::decode(&mut self.0).ok()?))).collect()
    }
}
