//! Commitments.

use super::scalars::{text, textual};
use super::{Attribute, FieldValues, Scalar, stored};
use crate::document::facts::Fields;
use crate::domain::{Commitment, Cycle, Outcome, Timestamp, gathered};
use std::collections::BTreeMap;

stored!(Commitment {
    owner,
    goal,
    text,
    cycle,
    due,
    cue,
    action,
    helper,
    outcome,
    resolved_at,
    note,
    carried,
    eased,
    created_at,
    deleted_at
});

textual! {
    Outcome: Self::from_key, |outcome| outcome.key().to_owned();
}

/// `"eased/<instant>"` → the words until then.
impl Attribute for BTreeMap<Timestamp, String> {
    fn read(fields: &Fields<'_>, name: &str) -> Option<Self> {
        let elements = fields.elements(name);
        Some(gathered(elements.filter_map(|(at, words)| Some((Timestamp::parse(at)?, text(words)?.to_owned())))))
    }

    fn write(&self, name: &str, out: &mut FieldValues) {
        out.extend(self.iter().map(|(at, words)| (format!("{name}/{at}"), words.to_any())));
    }
}

/// `"carried/<cycle>"` → the reason.
impl Attribute for BTreeMap<Cycle, String> {
    fn read(fields: &Fields<'_>, name: &str) -> Option<Self> {
        let elements = fields.elements(name);
        Some(gathered(elements.filter_map(|(cycle, reason)| Some((Cycle::parse(cycle)?, text(reason)?.to_owned())))))
    }

    fn write(&self, name: &str, out: &mut FieldValues) {
        out.extend(self.iter().map(|(cycle, reason)| (format!("{name}/{cycle}"), reason.to_any())));
    }
}
