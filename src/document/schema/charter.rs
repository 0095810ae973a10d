//! Versions of the charter and their signatures.

use super::scalars::{text, textual};
use super::{Attribute, FieldValues, Scalar, Stored, stored};
use crate::document::facts::Fields;
use crate::domain::{
    CharterFocus, CharterId, CharterTerms, CharterVersion, MemberId, Signature, SignatureId, Timestamp,
};

stored!(CharterVersion { based_on, terms, by, written_at, deleted_at });

textual! {
    CharterId: |text| Some(Self::new(text)), ToString::to_string;
    CharterFocus: Self::from_key, |focus| focus.key().to_owned();
}

/// One field for each text; the rules are `"norms/<place>"`, whose places are counted from 000.
impl Attribute for CharterTerms {
    fn read(fields: &Fields<'_>, _: &str) -> Option<Self> {
        Some(Self {
            focus: Attribute::read(fields, "focus")?,
            focus_words: Attribute::read(fields, "focus_words")?,
            purpose: Attribute::read(fields, "purpose")?,
            outcome: Attribute::read(fields, "outcome")?,
            norms: fields.elements("norms").filter_map(|(_, value)| text(value).map(str::to_owned)).collect(),
            confidentiality: Attribute::read(fields, "confidentiality")?,
            absence: Attribute::read(fields, "absence")?,
            leaving: Attribute::read(fields, "leaving")?,
            contact: Attribute::read(fields, "contact")?,
        })
    }

    fn write(&self, _: &str, out: &mut FieldValues) {
        self.focus.write("focus", out);
        let texts = [
            ("focus_words", &self.focus_words),
            ("purpose", &self.purpose),
            ("outcome", &self.outcome),
            ("confidentiality", &self.confidentiality),
            ("absence", &self.absence),
            ("leaving", &self.leaving),
            ("contact", &self.contact),
        ];
        out.extend(texts.map(|(name, text)| (name.to_owned(), text.to_any())));
        let norms = self.norms.iter().enumerate();
        out.extend(norms.map(|(place, norm)| (format!("norms/{place:03}"), norm.to_any())));
    }
}

impl Stored for Signature {
    fn read(id: SignatureId, fields: &Fields<'_>) -> Option<Self> {
        let (version, member) = id.as_str().split_once('~')?;
        let (version, member) = (CharterId::new(version), MemberId::new(member));
        let signed_at = fields.get("signed_at").and_then(Timestamp::from_any)?;
        let withdrawn_at = Attribute::read(fields, "withdrawn_at")?;
        Some(Self { id, version, member, signed_at, withdrawn_at })
    }

    fn write(&self, out: &mut FieldValues) {
        self.signed_at.write("signed_at", out);
        self.withdrawn_at.write("withdrawn_at", out);
    }
}
