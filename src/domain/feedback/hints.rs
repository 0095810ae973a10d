//! What makes feedback hard to hear or to use. A hint, never a barrier: the words are English.

use super::FeedbackDraft;
use crate::domain::phrases::Phrases;

/// What could be said better, with the word that it was found by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FeedbackHint {
    /// It says "always", "never" and the like, which one exception refutes.
    Absolute(&'static str),
    /// It says what somebody is instead of what they did.
    Judging(&'static str),
    /// It praises, and nothing in it could be seen or done again.
    Unobserved(&'static str),
}

const ABSOLUTE: [&str; 8] =
    ["always", "never", "every time", "all the time", "constantly", "nobody", "everybody", "everyone"];

/// What somebody is called, and how sentences begin that call them something.
const JUDGING: [&str; 25] = [
    "you are a",
    "you are an",
    "you are so",
    "you are too",
    "you are just",
    "you are not a",
    "you re a",
    "you re an",
    "you re so",
    "you re too",
    "you re just",
    "you re not a",
    "lazy",
    "careless",
    "selfish",
    "arrogant",
    "rude",
    "stupid",
    "incompetent",
    "unprofessional",
    "unreliable",
    "bad attitude",
    "team player",
    "too sensitive",
    "your personality",
];

const PRAISE: [&str; 14] = [
    "great",
    "good",
    "nice",
    "well done",
    "awesome",
    "amazing",
    "brilliant",
    "excellent",
    "perfect",
    "fantastic",
    "wonderful",
    "love it",
    "loved it",
    "keep it up",
];

/// From so many words on, praise is taken to say what it praises.
const OBSERVED_FROM: usize = 8;

/// What could be said better in `draft`; empty where nothing could, or where nothing is written yet.
pub fn feedback_hints(draft: &FeedbackDraft) -> Vec<FeedbackHint> {
    let FeedbackDraft { situation, behaviour, impact, next_time, .. } = draft;
    let all = Phrases::of(&[situation.as_str(), behaviour, impact, next_time].join(" . "));
    let seen = Phrases::of(behaviour);
    let is_bare = seen.count() < OBSERVED_FROM;
    let found = [
        all.first_of(&ABSOLUTE).map(FeedbackHint::Absolute),
        all.first_of(&JUDGING).map(FeedbackHint::Judging),
        seen.first_of(&PRAISE).filter(|_| is_bare).map(FeedbackHint::Unobserved),
    ];
    found.into_iter().flatten().collect()
}
