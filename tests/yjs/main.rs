//! The official JavaScript Yjs and this app read each other's histories.
//!
//! `cargo xtask test` fetches Yjs and names its folder in `PEER_CIRCLE_YJS`; without that there is nothing to compare
//! with, and nothing is.

#![allow(clippy::unwrap_used, reason = "a test may end with a panic")]

use peer_circle_support as support;

mod merging;

use peer_circle::document::{CircleDoc, Facts};
use peer_circle::domain::Kind;
use peer_circle::exchange::circle_file;
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};
use support::{at, grown};

/// What a script prints; `None` where Yjs is not to be had.
fn node(script: &str, arguments: &[&str]) -> Option<String> {
    let modules = env::var_os("PEER_CIRCLE_YJS")?;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/yjs").join(script);
    let output = Command::new("node").arg(script).args(arguments).env("NODE_PATH", modules).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).unwrap())
}

fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// Every value as JSON, by map and key; all numbers as JavaScript has them.
fn plain(facts: &Facts) -> Value {
    let values = |kind| {
        let values = facts.of(kind).iter().map(|(key, value)| {
            let mut json = String::new();
            value.to_json(&mut json);
            (key.to_string(), numbers(serde_json::from_str(&json).unwrap()))
        });
        Value::Object(values.collect())
    };
    Value::Object(Kind::ALL.into_iter().map(|kind| (kind.name().to_owned(), values(kind))).collect())
}

fn numbers(value: Value) -> Value {
    match value {
        Value::Number(number) => Value::from(number.as_f64().unwrap()),
        Value::Array(items) => items.into_iter().map(numbers).collect(),
        Value::Object(fields) => {
            fields.into_iter().map(|(key, value)| (key, numbers(value))).collect::<Map<_, _>>().into()
        }
        other => other,
    }
}

/// Yjs reads the history in the circle file `path` as this app does.
fn check_read_alike(path: &Path) {
    let names: Vec<_> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    let Some(read) = node("read.cjs", &[path.to_str().unwrap(), &names.join(",")]) else { return };
    let file = circle_file::read(&fs::read(path).unwrap(), 9).unwrap();
    assert!(!file.is_rebuilt && !file.doc.has_gaps());
    let theirs = numbers(serde_json::from_str(&read).unwrap());
    assert_eq!(plain(file.doc.facts()), theirs, "{}", path.display());
}

/// The file of a history as it really grows.
fn grown_file(name: &str, weeks: usize) -> PathBuf {
    let history = grown(2, 4, weeks);
    let doc = CircleDoc::open(3, history.updates.iter().map(Vec::as_slice)).unwrap();
    let path = scratch(name);
    fs::write(&path, circle_file::write(&doc, at("2026-11-25T09:00:00Z"), "Ana")).unwrap();
    path
}

#[test]
fn yjs_reads_an_exported_history_alike() {
    check_read_alike(&grown_file("exported.circle.json", 30));
    for fixture in ["v1-small", "v1-authors", "v1-feedback", "v1-profile", "v1-purpose", "v1-season"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
        check_read_alike(&folder.join(format!("{fixture}.circle.json")));
    }
}

#[test]
fn a_history_that_yjs_wrote_opens_here() {
    let exported = grown_file("to-be-continued.circle.json", 10);
    for way in ["kept", "collected", "anew"] {
        let written = scratch(&format!("{way}.circle.json"));
        if node("write.cjs", &[exported.to_str().unwrap(), way, written.to_str().unwrap()]).is_none() {
            return;
        }
        check_read_alike(&written);
        let file = circle_file::read(&fs::read(&written).unwrap(), 9).unwrap();
        assert!(file.doc.circle().unwrap().members.values().any(|member| member.name == "Yjs"), "{way}");
        // It goes on from there, and Yjs reads that as well.
        let mut doc = file.doc;
        let renamed = doc.facts().of(Kind::Member).keys().find(|key| key.ends_with("/name")).unwrap().clone();
        let place = peer_circle::document::Place { kind: Kind::Member, key: renamed };
        doc.write(vec![(place, "Both".into())]).unwrap();
        fs::write(&written, circle_file::write(&doc, at("2026-11-25T09:00:00Z"), "Ana")).unwrap();
        check_read_alike(&written);
    }
}
