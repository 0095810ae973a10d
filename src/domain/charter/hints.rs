//! What a charter lacks or leaves vague. A hint, never a barrier.

use super::{CharterFocus, CharterTerms};
use crate::domain::phrases::Phrases;

/// Most words of a purpose that people can still say by heart.
pub const PURPOSE_WORDS: usize = 25;
/// Most rules that people still keep.
pub const NORMS_KEPT: usize = 7;

/// What is missing, or could be said more clearly.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CharterHint {
    /// Nobody says what the circle does above all.
    NoFocus,
    /// There is no purpose.
    NoPurpose,
    /// The purpose has so many words, more than [`PURPOSE_WORDS`].
    LongPurpose(usize),
    /// There is no outcome.
    NoOutcome,
    /// Nothing in the outcome can be counted: it names neither a number nor a date.
    UncountedOutcome,
    /// There is no rule.
    NoNorms,
    /// So many rules, more than [`NORMS_KEPT`].
    ManyNorms(usize),
    /// A rule that nobody can be seen to break, with the word that it was found by.
    VagueNorm(&'static str),
    /// Nothing is said of what stays within the circle.
    NoConfidentiality,
    /// Nothing is said about absences.
    NoAbsence,
    /// There is no way to leave.
    NoLeaving,
}

/// Words for numbers and dates that have no digit.
const COUNTED: [&str; 37] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "dozen",
    "half",
    "each",
    "every",
    "everyone",
    "all",
    "both",
    "once",
    "twice",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "spring",
    "summer",
    "autumn",
    "winter",
    "christmas",
];

/// What sounds like a rule, and nobody can be seen to keep.
const VAGUE: [&str; 10] = [
    "try to",
    "do our best",
    "do your best",
    "as often as possible",
    "if possible",
    "whenever possible",
    "be nice",
    "be respectful",
    "be committed",
    "communicate well",
];

/// What `terms` lack or leave vague, in the order in which a charter is read.
pub fn charter_hints(terms: &CharterTerms) -> Vec<CharterHint> {
    let words = terms.purpose.split_whitespace().count();
    let norms = terms.norms.len();
    let vague = terms.norms.iter().find_map(|norm| Phrases::of(norm).first_of(&VAGUE));
    let is_unsaid = terms.focus == Some(CharterFocus::Own) && terms.focus_words.is_empty();
    let found = [
        (terms.focus.is_none() || is_unsaid).then_some(CharterHint::NoFocus),
        terms.purpose.is_empty().then_some(CharterHint::NoPurpose),
        (words > PURPOSE_WORDS).then_some(CharterHint::LongPurpose(words)),
        terms.outcome.is_empty().then_some(CharterHint::NoOutcome),
        (!terms.outcome.is_empty() && !is_counted(&terms.outcome)).then_some(CharterHint::UncountedOutcome),
        (norms == 0).then_some(CharterHint::NoNorms),
        (norms > NORMS_KEPT).then_some(CharterHint::ManyNorms(norms)),
        vague.map(CharterHint::VagueNorm),
        terms.confidentiality.is_empty().then_some(CharterHint::NoConfidentiality),
        terms.absence.is_empty().then_some(CharterHint::NoAbsence),
        terms.leaving.is_empty().then_some(CharterHint::NoLeaving),
    ];
    found.into_iter().flatten().collect()
}

/// Whether a text names a number or a date, in digits of any script or in words.
fn is_counted(text: &str) -> bool {
    text.chars().any(char::is_numeric) || Phrases::of(text).first_of(&COUNTED).is_some()
}
