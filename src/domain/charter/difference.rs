//! What one version of the charter says otherwise than another.

use super::{CharterFocus, CharterPart, CharterTerms};
use crate::domain::segment::lowercase;
use std::collections::BTreeSet;

/// One thing that differs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CharterDifference {
    /// The focus.
    Focus {
        /// What it was; with the circle's own words.
        before: (Option<CharterFocus>, String),
        /// What it is.
        after: (Option<CharterFocus>, String),
    },
    /// One of the texts; empty where there is none.
    Part {
        /// Which.
        part: CharterPart,
        /// What it said.
        before: String,
        /// What it says.
        after: String,
    },
    /// A rule that is new.
    NormAdded(String),
    /// A rule that is gone.
    NormRemoved(String),
    /// A rule that is worded otherwise.
    NormChanged {
        /// How it was.
        before: String,
        /// How it is.
        after: String,
    },
    /// The rules are the same, in another order.
    NormsReordered,
}

/// What `after` says otherwise than `before`: the focus, the texts in the order in which they are read, then the rules.
pub fn charter_differences(before: &CharterTerms, after: &CharterTerms) -> Vec<CharterDifference> {
    let mut found = Vec::new();
    let focus = |terms: &CharterTerms| (terms.focus, terms.focus_words.clone());
    if focus(before) != focus(after) {
        found.push(CharterDifference::Focus { before: focus(before), after: focus(after) });
    }
    for part in CharterPart::ALL.into_iter().filter(|part| before.text(*part) != after.text(*part)) {
        let [before, after] = [before, after].map(|terms| terms.text(part).to_owned());
        found.push(CharterDifference::Part { part, before, after });
    }
    found.extend(norms(&before.norms, &after.norms));
    found
}

/// What differs between two lists of rules. Equal ones are left out first, wherever they are; of the others each new
/// one is taken for the old one that it shares most words with, half of them at least.
fn norms(before: &[String], after: &[String]) -> Vec<CharterDifference> {
    let mut old: Vec<Option<&String>> = before.iter().map(Some).collect();
    let mut new = Vec::new();
    for norm in after {
        match old.iter_mut().find(|other| **other == Some(norm)) {
            Some(same) => *same = None,
            None => new.push(norm),
        }
    }
    let mut found = Vec::new();
    for norm in new {
        let likeness = |place: usize| old[place].map_or(0, |other| likeness(other, norm));
        // The first of several that are alike.
        let nearest = (0..old.len()).rev().max_by_key(|place| likeness(*place)).filter(|place| likeness(*place) >= 50);
        match nearest.and_then(|place| old[place].take()) {
            Some(other) => {
                found.push(CharterDifference::NormChanged { before: other.clone(), after: norm.clone() });
            }
            None => found.push(CharterDifference::NormAdded(norm.clone())),
        }
    }
    found.extend(old.into_iter().flatten().cloned().map(CharterDifference::NormRemoved));
    if found.is_empty() && before != after {
        found.push(CharterDifference::NormsReordered);
    }
    found
}

/// How alike two rules are, in percent: the words that both have, of the words of each on average (Dice 1945).
fn likeness(one: &str, other: &str) -> usize {
    let words = |text: &str| {
        let text: String = lowercase(text).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
        let mut words = BTreeSet::new();
        words.extend(text.split_whitespace().map(str::to_owned));
        words
    };
    let (one, other) = (words(one), words(other));
    200 * one.intersection(&other).count() / (one.len() + other.len()).max(1)
}
