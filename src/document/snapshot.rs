//! The readable snapshot: all facts as plain JSON, the same on every device that knows the same.
//!
//! `{"<kind>": [{"id": "…", "<field>": value, "<set>": {"<element>": value}}]}`, kinds, records and
//! fields sorted. Cleared values are left out. Kinds and fields that this version does not know are there
//! too, as far as JSON can say them.

use super::author::STAMPS;
use super::circle_doc::CircleDoc;
use super::facts::{Facts, is_empty};
use crate::domain::{Arrange, Kind};
use serde_json::{Map as Object, Number as JsonNumber, Value};
use std::collections::{BTreeMap, HashMap};
use yrs::{Any, Map, MapRef, Number, Out, ReadTxn, Transact, WriteTxn};

/// How deep values of another version may nest before they are left out of the snapshot.
const DEPTH: usize = 8;

/// Everything in `doc`, canonically.
pub fn snapshot(doc: &CircleDoc) -> Value {
    let mut kinds: BTreeMap<String, Vec<(String, Any)>> = BTreeMap::new();
    for kind in Kind::ALL {
        let values = doc.facts().of(kind).iter();
        kinds.insert(kind.name().to_owned(), values.map(|(key, value)| (key.to_string(), value.clone())).collect());
    }
    let txn = doc.yrs().transact();
    for (name, root) in txn.root_refs() {
        let root = match root {
            Out::YMap(map) => map,
            Out::UndefinedRef(branch) => MapRef::from(branch),
            _ => continue,
        };
        if name != STAMPS && !kinds.contains_key(name) {
            let mut values: Vec<_> = root.iter(&txn).map(|(key, value)| (key.to_owned(), plain(value, &txn))).collect();
            values.arrange_by(|a, b| a.0.cmp(&b.0));
            kinds.insert(name.to_owned(), values);
        }
    }
    let filled = kinds.into_iter().map(|(name, values)| (name, records(&values)));
    Value::Object(filled.filter(|(_, records)| records.as_array().is_some_and(|r| !r.is_empty())).collect())
}

/// A plain value. Of the shared types that another version may nest only maps are read: the reading of the others would
/// bring all of Yrs' XML into the page.
fn plain<T: ReadTxn>(value: Out, txn: &T) -> Any {
    match value {
        Out::Any(any) => any,
        Out::YMap(map) => {
            let entries = map.iter(txn).map(|(key, value)| (key.to_owned(), plain(value, txn)));
            Any::from(entries.collect::<HashMap<String, Any>>())
        }
        _ => Any::Null,
    }
}

/// Sorted flat keys → an array of objects.
fn records(values: &[(String, Any)]) -> Value {
    let mut records: BTreeMap<&str, BTreeMap<&str, &Any>> = BTreeMap::new();
    for (key, value) in values {
        if let (Some((id, field)), false) = (key.split_once('/'), is_empty(value)) {
            records.entry(id).or_default().insert(field, value);
        }
    }
    let objects = records.into_iter().map(|(id, fields)| {
        let mut object = Object::new();
        object.insert("id".to_owned(), Value::String(id.to_owned()));
        for (field, value) in &fields {
            if let Some(value) = to_json(value, DEPTH) {
                insert(&mut object, &fields, field, value);
            }
        }
        Value::Object(object)
    });
    Value::Array(objects.collect())
}

/// Puts `set/element` below `set`, unless a field called `set` stands there itself.
fn insert(object: &mut Object<String, Value>, fields: &BTreeMap<&str, &Any>, field: &str, value: Value) {
    if let Some((set, element)) = field.split_once('/')
        && !fields.contains_key(set)
        && let Value::Object(elements) = object.entry(set).or_insert_with(|| Value::Object(Object::new()))
    {
        elements.insert(element.to_owned(), value);
        return;
    }
    object.insert(field.to_owned(), value);
}

/// A value as JSON; `None` when JSON cannot say it.
pub(super) fn to_json(value: &Any, depth: usize) -> Option<Value> {
    Some(match value {
        Any::Null | Any::Undefined => Value::Null,
        Any::Bool(bool) => Value::Bool(*bool),
        // `2` and `2.0` count as equal, so that which of the two a copy holds is chance.
        Any::Number(number) => match number.as_i64() {
            Some(int) => Value::from(int),
            None => Value::Number(JsonNumber::from_f64(number.as_f64()?)?),
        },
        Any::String(text) => Value::String(text.to_string()),
        Any::Buffer(_) => return None,
        Any::Array(_) | Any::Map(_) if depth == 0 => return None,
        Any::Array(items) => {
            items.iter().map(|item| to_json(item, depth - 1)).collect::<Option<_>>().map(Value::Array)?
        }
        Any::Map(map) => {
            let mut sorted = BTreeMap::new();
            sorted.extend(map.iter());
            let entries = sorted.into_iter().map(|(key, value)| Some((key.clone(), to_json(value, depth - 1)?)));
            Value::Object(entries.collect::<Option<_>>()?)
        }
    })
}

/// JSON's numbers, texts and truth values as the document stores them.
fn from_json(value: &Value) -> Option<Any> {
    Some(match value {
        Value::Null => Any::Null,
        Value::Bool(bool) => Any::Bool(*bool),
        Value::Number(number) => match number.as_i64() {
            Some(int) => Any::Number(Number::Int(int)),
            None => Any::Number(Number::try_i64(number.as_f64()?)),
        },
        Value::String(text) => Any::String(text.as_str().into()),
        Value::Array(items) => Any::Array(items.iter().map(from_json).collect::<Option<_>>()?),
        Value::Object(_) => return None,
    })
}

/// What a snapshot says, kind by kind, as flat keys; what is not of that shape is passed over.
fn flatten(snapshot: &Value) -> Vec<(String, String, Any)> {
    let mut flat = Vec::new();
    for (kind, records) in snapshot.as_object().into_iter().flatten() {
        for record in records.as_array().into_iter().flatten() {
            let Some(id) = record.get("id").and_then(Value::as_str).filter(|id| !id.is_empty() && !id.contains('/'))
            else {
                continue;
            };
            for (field, value) in record.as_object().into_iter().flatten().filter(|(field, _)| *field != "id") {
                if let Value::Object(elements) = value {
                    let values = elements.iter().filter_map(|(element, value)| Some((element, from_json(value)?)));
                    flat.extend(
                        values.map(|(element, value)| (kind.clone(), format!("{id}/{field}/{element}"), value)),
                    );
                } else if let Some(value) = from_json(value) {
                    flat.push((kind.clone(), format!("{id}/{field}"), value));
                }
            }
        }
    }
    flat
}

/// The facts that a snapshot states, of the kinds that this version knows.
pub fn facts_of(snapshot: &Value) -> Facts {
    let mut facts = Facts::default();
    for (name, key, value) in flatten(snapshot) {
        if let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.name() == name) {
            facts.set(kind, key.into(), value);
        }
    }
    facts
}

/// A new document that states what `snapshot` states, unknown kinds included.
pub fn from_snapshot(client: u32, snapshot: &Value) -> CircleDoc {
    let doc = CircleDoc::empty(client);
    {
        let mut txn = doc.yrs().transact_mut();
        for (kind, key, value) in flatten(snapshot) {
            let root = txn.get_or_insert_map(kind);
            root.insert(&mut txn, key, value);
        }
    }
    let state = doc.state();
    CircleDoc::open(client.wrapping_add(1), [state.as_slice()]).unwrap_or(doc)
}
