//! Records ↔ fields: the one place that says how a domain type is kept in the document, one module per feature.
//!
//! A field that is missing or of another type reads as its default, so a record written by another
//! version still shows what can be shown; only a record without its essentials is passed over. Nothing
//! is removed by reading.

mod aim;
mod charter;
mod check_in;
mod circle;
mod commitment;
mod digest;
mod feedback;
mod goal;
mod member;
mod profile;
mod reply;
mod rhythm;
mod role;
mod scalars;
mod sealing;
mod season;
mod session;

use super::facts::Fields;
use crate::domain::{Entity, EntityId, Kind, Record, records};
use yrs::Any;

/// The version of this mapping, stored as the circle's `schema` field.
pub const SCHEMA: i64 = 1;

/// A record as it is stored.
#[derive(Clone, PartialEq, Debug)]
pub struct StoredRow {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// Its fields; `Null` where it has none.
    pub fields: FieldValues,
}

/// Names of fields with their values.
type FieldValues = Vec<(String, Any)>;

/// A record's struct.
trait Stored: Entity {
    /// Reads it; `None` when its essentials are missing.
    fn read(id: Self::Id, fields: &Fields<'_>) -> Option<Self>;
    /// Appends all its fields.
    fn write(&self, out: &mut FieldValues);
}

/// Something that takes one or more fields of a record.
trait Attribute: Sized {
    /// Reads it; `None` when its absence makes the record meaningless.
    fn read(fields: &Fields<'_>, name: &str) -> Option<Self>;
    /// Appends its fields.
    fn write(&self, name: &str, out: &mut FieldValues);
}

/// Something that takes one field.
trait Scalar: Sized {
    fn from_any(any: &Any) -> Option<Self>;
    fn to_any(&self) -> Any;
    /// What a missing or foreign value reads as.
    fn absent() -> Option<Self> {
        None
    }
}

impl<T: Scalar> Attribute for T {
    fn read(fields: &Fields<'_>, name: &str) -> Option<Self> {
        fields.get(name).and_then(T::from_any).or_else(T::absent)
    }

    fn write(&self, name: &str, out: &mut FieldValues) {
        out.push((name.to_owned(), self.to_any()));
    }
}

/// Stores a record with an `id` field by field under the same names; `field = "name"` where the stored name is an
/// older one.
macro_rules! stored {
    ($type:ident { $($field:ident $(= $name:literal)?),* $(,)? }) => {
        impl $crate::document::schema::Stored for $type {
            fn read(id: Self::Id, fields: &$crate::document::facts::Fields<'_>) -> Option<Self> {
                use $crate::document::schema::{Attribute, stored_name};
                Some(Self { id, $($field: Attribute::read(fields, stored_name!($field $($name)?))?),* })
            }

            fn write(&self, out: &mut $crate::document::schema::FieldValues) {
                use $crate::document::schema::{Attribute, stored_name};
                $(self.$field.write(stored_name!($field $($name)?), out);)*
            }
        }
    };
}
use stored;

/// The name that a field is stored under.
macro_rules! stored_name {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $name:literal) => {
        $name
    };
}
use stored_name;

macro_rules! by_kind {
    (
        fields { $($(#[$fdoc:meta])* $fkind:ident($ftype:ty) in $field:ident, map $fmap:literal;)+ }
        tables { $($(#[$tdoc:meta])* $tkind:ident($ttype:ty) in $table:ident, map $tmap:literal;)+ }
    ) => {
        /// The row that `record` is stored as.
        pub fn to_row(record: &Record) -> StoredRow {
            match record {
                $(Record::$fkind(record) => row(Kind::$fkind, record),)+
                $(Record::$tkind(record) => row(Kind::$tkind, record),)+
            }
        }

        /// The record with these `fields`; `None` when its essentials are missing.
        pub fn from_fields(kind: Kind, fields: &Fields<'_>) -> Option<Record> {
            if fields.is_empty() {
                return None;
            }
            match kind {
                $(Kind::$fkind => read(fields).map(Record::$fkind),)+
                $(Kind::$tkind => read(fields).map(Record::$tkind),)+
            }
        }
    };
}

records!(by_kind);

fn row(kind: Kind, record: &impl Stored) -> StoredRow {
    let mut fields = Vec::new();
    record.write(&mut fields);
    StoredRow { kind, id: record.id().to_key(), fields }
}

fn read<R: Stored>(fields: &Fields<'_>) -> Option<R> {
    R::read(R::Id::from_key(fields.id)?, fields)
}
