//! The questions about a text, each asked once.

use crate::exchange::intake::{IntakeAnswers, IntakeChoice, IntakeKey, IntakeQuestion};
use std::collections::BTreeMap;

/// Most lines that are shown with a question.
const SAMPLES: usize = 3;

/// The questions that came up so far.
pub(super) struct Inquiry<'a> {
    answers: &'a IntakeAnswers,
    places: BTreeMap<IntakeKey, usize>,
    /// The questions, in the order in which they came up.
    pub(super) questions: Vec<IntakeQuestion>,
}

impl<'a> Inquiry<'a> {
    pub(super) fn new(answers: &'a IntakeAnswers) -> Self {
        Self { answers, places: BTreeMap::new(), questions: Vec::new() }
    }

    /// Asks about `key` for the sake of `sample`, and returns the answer: the one that was given, else what the reader
    /// `decided`. `choices` are made when the question first comes up.
    pub(super) fn ask(
        &mut self,
        (key, label): (&IntakeKey, &str),
        sample: &str,
        choices: impl FnOnce() -> Vec<IntakeChoice>,
        decided: Option<IntakeChoice>,
    ) -> Option<IntakeChoice> {
        let place = match self.places.get(key) {
            Some(place) => *place,
            None => {
                let choices = choices();
                let given = self.answers.get(key).filter(|answer| choices.contains(answer)).cloned();
                let chosen = given.or(decided);
                let (key, label) = (key.clone(), label.to_owned());
                self.places.insert(key.clone(), self.questions.len());
                self.questions.push(IntakeQuestion { key, label, samples: Vec::new(), choices, chosen });
                self.questions.len() - 1
            }
        };
        let question = self.questions.get_mut(place)?;
        if question.samples.len() < SAMPLES && !sample.is_empty() {
            question.samples.push(sample.to_owned());
        }
        question.chosen.clone()
    }
}
