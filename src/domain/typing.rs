//! Words that are typed into one form in two places, before they are sent.
//!
//! Each tab knows what the draft said when it last looked. What changed since then on either side is merged field
//! by field.

use super::order::gathered;
use std::collections::BTreeMap;

/// What is typed into a form, as its draft keeps it.
pub trait Typing {
    /// Takes over what `theirs` changed since `base`. Where both changed a text, both are kept.
    #[must_use]
    fn merged(&self, base: &Self, theirs: &Self) -> Self;
}

/// A text as whoever changed it since `base` has it. Where both did, the longer one if it has the other in it, or
/// else one below the other.
pub fn merged_text(base: &str, ours: &str, theirs: &str) -> String {
    if ours == base {
        theirs.to_owned()
    } else if theirs == base || ours.contains(theirs) {
        ours.to_owned()
    } else if theirs.contains(ours) {
        theirs.to_owned()
    } else {
        below(theirs, ours)
    }
}

/// What is chosen, a day or a number for instance, as whoever changed it since `base` has it. Where both did, ours.
pub fn merged_choice<T: PartialEq + Clone>(base: &T, ours: &T, theirs: &T) -> T {
    if ours == base { theirs.clone() } else { ours.clone() }
}

/// Choices by what they are about, each merged for itself; one that is not there is empty.
pub fn merged_choices(
    base: &BTreeMap<String, String>,
    ours: &BTreeMap<String, String>,
    theirs: &BTreeMap<String, String>,
) -> BTreeMap<String, String> {
    let one = |choices: &BTreeMap<String, String>, key: &str| choices.get(key).cloned().unwrap_or_default();
    let keys = ours.keys().chain(theirs.keys());
    let all = keys.map(|key| (key.clone(), merged_choice(&one(base, key), &one(ours, key), &one(theirs, key))));
    gathered(all.filter(|(_, choice)| !choice.is_empty()))
}

/// Texts by what they are about, each merged for itself; one that is not there is empty.
pub fn merged_texts(
    base: &BTreeMap<String, String>,
    ours: &BTreeMap<String, String>,
    theirs: &BTreeMap<String, String>,
) -> BTreeMap<String, String> {
    let text = |texts: &BTreeMap<String, String>, key: &str| texts.get(key).cloned().unwrap_or_default();
    let keys = ours.keys().chain(theirs.keys());
    let all = keys.map(|key| (key.clone(), merged_text(&text(base, key), &text(ours, key), &text(theirs, key))));
    gathered(all.filter(|(_, text)| !text.is_empty()))
}

/// What is ticked, in which each tick is set or taken away for itself.
pub fn merged_ticks(base: &[String], ours: &[String], theirs: &[String]) -> Vec<String> {
    let stays = |tick: &&String| theirs.contains(tick) || !base.contains(tick);
    let is_new = |tick: &&String| !ours.contains(tick) && !base.contains(tick);
    ours.iter().filter(stays).chain(theirs.iter().filter(is_new)).cloned().collect()
}

/// Both texts, those that say something.
pub(super) fn below(first: &str, second: &str) -> String {
    [first, second].into_iter().filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join("\n")
}
