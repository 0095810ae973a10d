//! One name, one type: whoever reads or searches for a name finds one thing.

use crate::paths::tokens;
use crate::sources;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Names of which each feature has its own, named with the feature: `goal::Command`.
const PER_FEATURE: [&str; 1] = ["Command"];

/// The types that the source `text` defines, apart from those within macros.
fn types(text: &str) -> Vec<String> {
    let tokens = tokens(text);
    let mut depth = 0;
    let mut found = Vec::new();
    for pair in tokens.windows(2) {
        match pair[0].as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            "struct" | "enum" | "union" | "trait" | "type" if depth == 0 => found.push(pair[1].clone()),
            _ => {}
        }
    }
    found
}

/// The names that more than one of `files` defines, or one twice.
fn twice(files: &[(String, String)]) -> Vec<String> {
    let mut named: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (file, text) in files {
        for name in types(text).into_iter().filter(|name| !PER_FEATURE.contains(&name.as_str())) {
            named.entry(name).or_default().push(file);
        }
    }
    let found = named.into_iter().filter(|(_, files)| files.len() > 1);
    found.map(|(name, files)| format!("{name}: {}", files.join(", "))).collect()
}

#[test]
fn no_two_types_have_one_name() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let name = |file: &Path| file.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
    let files: Vec<_> = files.iter().map(|file| (name(file), fs::read_to_string(file).unwrap())).collect();
    assert!(files.iter().map(|(_, text)| types(text).len()).sum::<usize>() > 300);
    let found = twice(&files);
    assert!(found.is_empty(), "one name for several types:\n{}", found.join("\n"));
}

#[test]
fn names_that_are_there_twice_are_seen() {
    let check = |texts: &[&str], expected: &[&str]| {
        let file = |(nth, text): (usize, &&str)| (nth.to_string(), (*text).to_owned());
        assert_eq!(twice(&texts.iter().enumerate().map(file).collect::<Vec<_>>()), expected, "{texts:?}");
    };
    check(&["pub struct Line(u8);", "/// A line.\nenum Line { A }"], &["Line: 0, 1"]);
    check(&["type Step = u8; fn f() {} trait Step {}"], &["Step: 0, 0"]);
    check(&["pub enum Command {}", "pub enum Command {}"], &[]);
    check(&["impl A for B { type Id = u8; }", "impl A for C { type Id = u8; } // struct Id"], &[]);
    check(&["macro_rules! a { () => { struct Row; } }", "struct Row;"], &[]);
}
