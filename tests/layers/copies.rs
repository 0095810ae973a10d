//! What the page carries once. Generic code is compiled anew for each type and closure that it is used with;
//! where that is large, one place has it behind a plain function, and everyone else goes there.

use super::paths::{named, tokens};
use super::sources;
use std::fs;
use std::path::Path;

/// A name, the files that may use it, and what the others use.
const ONCE: [(&str, &[&str], &str); 1] = [("sort", &["domain/order.rs", "vault/keys.rs"], "domain::Arrange")];

/// What `state` has once for all types, and Leptos would compile for each: its names come from there. The files that hold
/// what may not leave its thread have Leptos' own; the first is where the names come from.
const SHELLS: [&str; 5] = ["Effect", "Memo", "ReadSignal", "RwSignal", "StoredValue"];
const OWN: [&str; 4] = ["state/mod.rs", "state/app.rs", "state/update.rs", "ui/pages/sync/linked.rs"];

/// Each such name that the source `text` at `path` has from Leptos, perhaps without saying so.
fn shells(path: &str, text: &str) -> Vec<String> {
    let (tokens, named) = (tokens(text), named(text));
    let is_home = |name: &str| match path.strip_prefix("state/") {
        Some(_) => text.contains(&format!("pub struct {name}")),
        None => false,
    };
    let is_ours = |name: &str| {
        let ours =
            |path: &str| ["crate::state", "super", "peer_circle::state"].iter().any(|home| path.starts_with(home));
        named.iter().filter(|path| path.ends_with(&format!("::{name}"))).any(|path| ours(path))
    };
    let found = SHELLS.iter().filter(|name| tokens.iter().any(|token| token == *name));
    let found = found.filter(|name| !is_home(name) && !is_ours(name) && !OWN.contains(&path));
    found.map(|name| format!("{path} has Leptos' `{name}`: use `state::{name}`")).collect()
}

/// Each use of such a name, or of one that begins with it, in the source `text` at `path`.
fn copies(path: &str, text: &str) -> Vec<String> {
    let tokens = tokens(text);
    let is_used = |name: &str| {
        let begins =
            |token: &String| token == name || token.strip_prefix(name).is_some_and(|rest| rest.starts_with('_'));
        tokens.windows(2).any(|pair| pair[0] == "." && begins(&pair[1]))
    };
    let found = ONCE.iter().filter(|(name, homes, _)| !homes.contains(&path) && is_used(name));
    found.map(|(name, _, instead)| format!("{path} has `{name}`: use `{instead}`")).collect()
}

#[test]
fn what_is_large_is_compiled_once() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let found = files.iter().flat_map(|file| {
        let path = file.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        let text = fs::read_to_string(file).unwrap();
        [copies(&path, &text), shells(&path, &text)].concat()
    });
    let found: Vec<_> = found.collect();
    assert!(found.is_empty(), "one more copy in the page:\n{}", found.join("\n"));
}

#[test]
fn copies_are_seen() {
    let seen = ["domain/role.rs has `sort`: use `domain::Arrange`"];
    assert_eq!(copies("domain/role.rs", "fn f(list: &mut Vec<u8>) { list.sort_unstable(); }"), seen);
    assert_eq!(copies("domain/role.rs", "fn f(list: &mut Vec<u8>) { list\n    .sort(); }"), seen);
    for right in ["fn f(sort: u8) {} // list.sort()", "fn f(list: &List) -> bool { list.sorted() }"] {
        assert_eq!(copies("domain/role.rs", right), [""; 0], "{right}");
    }
    assert_eq!(copies("domain/order.rs", "fn f(list: &mut Vec<u8>) { list.sort(); }"), [""; 0]);
}

#[test]
fn what_leptos_would_compile_for_each_type_is_seen() {
    let seen = ["ui/page.rs has Leptos' `RwSignal`: use `state::RwSignal`"];
    assert_eq!(shells("ui/page.rs", "use leptos::prelude::*; fn f(open: RwSignal<bool>) {}"), seen);
    assert_eq!(shells("ui/page.rs", "use leptos::prelude::{Get, RwSignal};"), seen);
    for right in [
        "use crate::state::{App, RwSignal}; use leptos::prelude::*; fn f(open: RwSignal<bool>) {}",
        "use leptos::prelude::*; fn f() { RenderEffect::new(|_| ()) } // a RwSignal",
    ] {
        assert_eq!(shells("ui/page.rs", right), [""; 0], "{right}");
    }
    assert_eq!(shells("state/signal.rs", "use leptos::RwSignal as Graph; pub struct RwSignal<T>(T);"), [""; 0]);
    assert_eq!(shells("state/memo.rs", "use super::signal::RwSignal;"), [""; 0]);
}
