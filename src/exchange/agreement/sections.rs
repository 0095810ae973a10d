//! What a section of an agreement is about, by its heading. English alone is known; another heading leaves its lines to
//! be rules or to be asked about.

use crate::domain::{CharterPart, lowercase};

/// What the lines below a heading are about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Section {
    /// Who belongs.
    People,
    /// Who signed it.
    Signatures,
    /// One of the charter's texts.
    Part(CharterPart),
    /// Rules, or anything else.
    Other,
}

const KNOWN: [(Section, &[&str]); 8] = [
    (Section::Signatures, &["signature", "signatures", "signed", "sign"]),
    (Section::People, &["member", "members", "people", "participants", "team", "names", "who is in", "who we are"]),
    (Section::Part(CharterPart::Leaving), &["leave", "leaving", "exit", "quit", "way out", "goodbye"]),
    (Section::Part(CharterPart::Absence), &["absence", "absences", "absent", "attendance", "cannot come", "missing"]),
    (Section::Part(CharterPart::Confidentiality), &["confidentiality", "confidential", "privacy", "private"]),
    (Section::Part(CharterPart::Contact), &["contact", "contacts", "channel", "channels", "reach"]),
    (Section::Part(CharterPart::Outcome), &["outcome", "outcomes", "goal", "goals", "aim", "target", "success"]),
    (Section::Part(CharterPart::Purpose), &["purpose", "mission", "why", "what for"]),
];

const NAME_COLUMNS: [&str; 7] = ["name", "names", "who", "member", "members", "person", "participant"];

/// What the section below `heading` is about.
pub(super) fn section(heading: &str) -> Section {
    let words = spaced(heading);
    let is_about = |phrases: &[&str]| phrases.iter().any(|phrase| words.contains(&format!(" {phrase} ")));
    KNOWN.into_iter().find(|(_, phrases)| is_about(phrases)).map_or(Section::Other, |(section, _)| section)
}

/// Whether a column with this head has names in it.
pub(super) fn is_name_column(head: &str) -> bool {
    let words = spaced(head);
    NAME_COLUMNS.into_iter().any(|name| words.split_whitespace().eq([name]))
}

/// The words of `text` between single spaces, in lower case.
fn spaced(text: &str) -> String {
    let text: String = lowercase(text).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    format!(" {} ", text.split_whitespace().collect::<Vec<_>>().join(" "))
}
