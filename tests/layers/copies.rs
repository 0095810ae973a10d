//! What the page carries once. Generic code is compiled anew for each type and closure that it is used with;
//! where that is large, one place has it behind a plain function, and everyone else goes there.

use super::{paths::tokens, sources};
use std::fs;
use std::path::Path;

/// A name, the files that may use it, and what the others use.
const ONCE: [(&str, &[&str], &str); 1] =
    [("sort", &["domain/order.rs", "vault/keys.rs", "vault/usage.rs"], "domain::Arrange")];

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
        copies(&path, &fs::read_to_string(file).unwrap())
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
