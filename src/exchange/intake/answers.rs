//! The answers given about a text, as JSON: `{"column/0/2": "column/due", "days/0/2": "day-first"}`.

use super::{IntakeChoice, IntakeKey};
use crate::domain::gathered;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What was answered so far.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct IntakeAnswers(BTreeMap<IntakeKey, IntakeChoice>);

impl IntakeAnswers {
    /// The answer to the question about `key`.
    pub fn get(&self, key: &IntakeKey) -> Option<&IntakeChoice> {
        self.0.get(key)
    }

    /// Answers the question about `key`.
    pub fn set(&mut self, key: IntakeKey, choice: IntakeChoice) {
        self.0.insert(key, choice);
    }

    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Writes them.
    pub fn to_json(&self) -> Value {
        let answers = self.0.iter().map(|(key, choice)| (key.to_text(), Value::String(choice.to_text())));
        Value::Object(answers.collect::<Map<_, _>>())
    }

    /// Reads what [`Self::to_json`] wrote, passing over what this version does not know.
    pub fn from_json(value: &Value) -> Self {
        let answers = value.as_object().into_iter().flatten();
        Self(gathered(answers.filter_map(|(key, choice)| {
            Some((IntakeKey::from_text(key)?, IntakeChoice::from_text(choice.as_str()?)?))
        })))
    }
}
