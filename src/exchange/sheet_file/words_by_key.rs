//! Cells that hold words by week or by instant, as a JSON object.

use crate::domain::{Cycle, Timestamp, gathered};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Words by week or instant, as a JSON object.
pub(super) fn by_key<K: ToString>(words: &BTreeMap<K, String>) -> String {
    if words.is_empty() {
        return String::new();
    }
    let words = words.iter().map(|(key, words)| (key.to_string(), Value::String(words.clone())));
    Value::Object(words.collect::<Map<_, _>>()).to_string()
}

/// Reads the cell of the column `carried`; what is of another form says nothing.
pub fn read_carried(cell: &str) -> BTreeMap<Cycle, String> {
    read_by_key(cell, Cycle::parse_exact)
}

/// The same of the column `eased`.
pub fn read_eased(cell: &str) -> BTreeMap<Timestamp, String> {
    read_by_key(cell, Timestamp::parse)
}

fn read_by_key<K: Ord>(cell: &str, key: fn(&str) -> Option<K>) -> BTreeMap<K, String> {
    let read = serde_json::from_str::<Map<String, Value>>(cell).unwrap_or_default();
    let entry = |(found, words): (&String, &Value)| Some((key(found)?, words.as_str()?.to_owned()));
    gathered(read.iter().filter_map(entry))
}
