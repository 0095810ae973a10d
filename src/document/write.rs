//! Writing into the document, and taking back what was written.

use super::change::{Change, Written};
use super::circle_doc::CircleDoc;
use super::facts::{Place, is_empty};
use super::schema::{SCHEMA, StoredRow, from_fields, to_row};
use crate::domain::{Kind, Record};
use std::collections::BTreeMap;
use yrs::Any;

impl CircleDoc {
    /// Stores `records`, writing only the values that differ; `None` when none does. Of two with the same
    /// id the later one counts.
    ///
    /// A value differs from what the stored one *reads as*, so that an edit leaves alone what another
    /// version wrote into the fields beside it. An empty text is not written where there is nothing: of two
    /// devices that make the same record at once, none blanks what the other filled in.
    ///
    /// What is for two alone is left out: the document goes to everyone, with all that was ever in it.
    pub fn put(&mut self, records: &[Record]) -> Option<Written> {
        let mut newest = BTreeMap::new();
        newest.extend(
            records.iter().filter(|record| !record.is_for_two()).map(to_row).map(|p| ((p.kind, p.id), p.fields)),
        );
        let mut values = Vec::new();
        for ((kind, id), fields) in newest {
            let known = self.known(kind, &id);
            for (field, value) in fields.into_iter().filter(|field| !known.contains(field)) {
                let place = Place { kind, key: format!("{id}/{field}").into() };
                let is_blank = matches!(&value, Any::String(text) if text.is_empty());
                if !(is_blank && self.facts().get(&place).is_none()) {
                    values.push((place, value));
                }
            }
        }
        self.write(values)
    }

    /// What the fields of a stored record read as.
    fn known(&self, kind: Kind, id: &str) -> Vec<(String, Any)> {
        let read = from_fields(kind, &self.facts().record(kind, id));
        let mut known = read.map(|record| to_row(&record)).map_or(Vec::new(), |StoredRow { fields, .. }| fields);
        if self.schema() < SCHEMA {
            known.retain(|(field, _)| field != "schema");
        }
        known
    }

    /// Writes single values, of two for the same place the later one; `None` when all of them are there
    /// already.
    pub fn write(&mut self, values: Vec<(Place, Any)>) -> Option<Written> {
        let mut newest = BTreeMap::new();
        newest.extend(values);
        let differing = newest.into_iter().filter(|(place, value)| {
            let old = self.facts().get(place).unwrap_or(&Any::Null);
            old != value && !(is_empty(old) && is_empty(value))
        });
        let differing: Vec<_> = differing.collect();
        if differing.is_empty() {
            return None;
        }
        Some(self.insert(differing))
    }

    /// Takes `changes` back where nobody has changed the same value since.
    pub fn undo(&mut self, changes: &[Change]) -> Option<Written> {
        let untouched = changes.iter().filter(|change| {
            let current = self.facts().get(&change.place).unwrap_or(&Any::Null);
            current == &change.after || (is_empty(current) && is_empty(&change.after))
        });
        let values = untouched.map(|change| (change.place.clone(), change.before.clone())).collect();
        self.write(values)
    }
}
