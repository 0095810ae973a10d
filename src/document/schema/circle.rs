//! The circle itself.

use super::{Attribute, FieldValues, SCHEMA, Stored};
use crate::document::facts::Fields;
use crate::domain::{About, CircleId};
use yrs::{Any, Number};

impl Stored for About {
    fn read(id: CircleId, fields: &Fields<'_>) -> Option<Self> {
        Some(Self {
            id,
            name: Attribute::read(fields, "name")?,
            purpose: Attribute::read(fields, "purpose")?,
            created_at: Attribute::read(fields, "created_at")?,
        })
    }

    fn write(&self, out: &mut FieldValues) {
        out.push(("schema".to_owned(), Any::Number(Number::Int(SCHEMA))));
        self.name.write("name", out);
        self.purpose.write("purpose", out);
        self.created_at.write("created_at", out);
    }
}
