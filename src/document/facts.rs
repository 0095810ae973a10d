//! The document's content as flat keys: `"<id>/<field>"` → value, one sorted map per kind of record.

use crate::domain::Kind;
use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Arc;
use yrs::Any;

/// The place of one value in the document.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Place {
    /// Which root map.
    pub kind: Kind,
    /// `"<id>/<field>"`.
    pub key: Arc<str>,
}

impl Place {
    /// The record's id.
    pub fn id(&self) -> &str {
        self.key.split_once('/').map_or(&*self.key, |(id, _)| id)
    }

    /// The field's name; a set's element follows after another slash.
    pub fn field(&self) -> &str {
        self.key.split_once('/').map_or("", |(_, field)| field)
    }
}

/// All values of the kinds that this version knows. A cleared value is `Null`, never absent.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Facts {
    kinds: [BTreeMap<Arc<str>, Any>; Kind::ALL.len()],
}

impl Facts {
    /// All values of one kind, sorted by key.
    pub fn of(&self, kind: Kind) -> &BTreeMap<Arc<str>, Any> {
        &self.kinds[kind as usize]
    }

    /// The value at `place`; `None` when nothing was ever written there or it was cleared.
    pub fn get(&self, place: &Place) -> Option<&Any> {
        self.of(place.kind).get(&place.key).filter(|value| !is_empty(value))
    }

    pub(super) fn set(&mut self, kind: Kind, key: Arc<str>, value: Any) {
        self.kinds[kind as usize].insert(key, value);
    }

    /// Makes `values` all that there are of `kind`: sorted once, which is quicker than putting in one after the other.
    pub(super) fn set_all(&mut self, kind: Kind, values: impl Iterator<Item = (Arc<str>, Any)>) {
        self.kinds[kind as usize] = values.collect();
    }

    /// The fields of record `id`.
    pub fn record<'a>(&'a self, kind: Kind, id: &'a str) -> Fields<'a> {
        let prefix = format!("{id}/");
        let entries = self.of(kind).range::<str, _>((Bound::Included(prefix.as_str()), Bound::Unbounded));
        let own = entries.map_while(|(key, value)| Some((key.strip_prefix(prefix.as_str())?, value)));
        Fields { id, fields: own.filter(|(_, value)| !is_empty(value)).collect() }
    }

    /// The ids of `kind` of which nothing is left, as after an undo; sorted.
    pub fn cleared(&self, kind: Kind) -> Vec<&str> {
        let mut ids: Vec<(&str, bool)> = Vec::new();
        for (key, value) in self.of(kind) {
            let Some((id, _)) = key.split_once('/') else { continue };
            match ids.last_mut() {
                Some((last, is_cleared)) if *last == id => *is_cleared &= is_empty(value),
                _ => ids.push((id, is_empty(value))),
            }
        }
        ids.into_iter().filter(|(_, is_cleared)| *is_cleared).map(|(id, _)| id).collect()
    }

    /// Every record of `kind` that has a value, sorted by id.
    pub fn records(&self, kind: Kind) -> Vec<Fields<'_>> {
        let mut records: Vec<Fields<'_>> = Vec::new();
        for (key, value) in self.of(kind) {
            let Some((id, field)) = key.split_once('/') else { continue };
            if is_empty(value) {
                continue;
            }
            match records.last_mut() {
                Some(record) if record.id == id => record.fields.push((field, value)),
                _ => records.push(Fields { id, fields: vec![(field, value)] }),
            }
        }
        records
    }
}

/// The fields of one record that hold a value.
#[derive(Clone, Debug)]
pub struct Fields<'a> {
    /// The record's id.
    pub id: &'a str,
    fields: Vec<(&'a str, &'a Any)>,
}

impl<'a> Fields<'a> {
    /// The given fields as those of record `id`.
    pub(super) fn of(id: &'a str, fields: Vec<(&'a str, &'a Any)>) -> Self {
        Self { id, fields }
    }

    /// The value of `field`.
    pub fn get(&self, field: &str) -> Option<&'a Any> {
        self.fields.iter().find(|(name, _)| *name == field).map(|(_, value)| *value)
    }

    /// Every field and its value, sorted by field.
    pub fn iter(&self) -> impl Iterator<Item = (&'a str, &'a Any)> {
        self.fields.iter().copied()
    }

    /// The elements of a set or map: what follows `"<field>/"`, with their values.
    pub fn elements(&self, field: &str) -> impl Iterator<Item = (&'a str, &'a Any)> {
        self.fields.iter().filter_map(move |(name, value)| {
            let element = name.strip_prefix(field)?.strip_prefix('/')?;
            Some((element, *value))
        })
    }

    /// Whether the record holds nothing, as after an undone creation.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }
}

/// Whether `value` means "nothing here".
pub(super) fn is_empty(value: &Any) -> bool {
    matches!(value, Any::Null | Any::Undefined)
}
