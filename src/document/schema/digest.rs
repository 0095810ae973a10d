//! Digests.

use super::{Attribute, FieldValues, Scalar, Stored};
use crate::document::facts::Fields;
use crate::domain::{Cycle, Digest, Timestamp};

impl Stored for Digest {
    fn read(cycle: Cycle, fields: &Fields<'_>) -> Option<Self> {
        let published_at = fields.get("published_at").and_then(Timestamp::from_any)?;
        let first = fields.get("first_published_at").and_then(Timestamp::from_any);
        Some(Self {
            cycle,
            text: Attribute::read(fields, "text")?,
            by: Attribute::read(fields, "by")?,
            first_published_at: first.unwrap_or(published_at),
            published_at,
        })
    }

    fn write(&self, out: &mut FieldValues) {
        self.text.write("text", out);
        self.by.write("by", out);
        self.first_published_at.write("first_published_at", out);
        self.published_at.write("published_at", out);
    }
}
