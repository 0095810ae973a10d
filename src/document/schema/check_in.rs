//! Check-ins.

use super::{Attribute, FieldValues, Scalar, Stored};
use crate::document::facts::Fields;
use crate::domain::{CheckIn, CheckInId, Cycle, MemberId, Timestamp};

impl Stored for CheckIn {
    fn read(id: CheckInId, fields: &Fields<'_>) -> Option<Self> {
        let (monday, member) = id.as_str().split_once('~')?;
        Some(Self {
            cycle: Cycle::parse_exact(monday)?,
            member: MemberId::new(member),
            submitted_at: fields.get("submitted_at").and_then(Timestamp::from_any)?,
            win: Attribute::read(fields, "win")?,
            blocker: Attribute::read(fields, "blocker")?,
            ask: Attribute::read(fields, "ask")?,
            confidence: Attribute::read(fields, "confidence")?,
        })
    }

    fn write(&self, out: &mut FieldValues) {
        self.submitted_at.write("submitted_at", out);
        self.win.write("win", out);
        self.blocker.write("blocker", out);
        self.ask.write("ask", out);
        self.confidence.write("confidence", out);
    }
}
