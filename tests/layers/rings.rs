//! No ring of files: nobody is imported by what they import, however far around. Then each file can be read after
//! those that it rests on, and changed with only those in mind that rest on it.

use crate::paths::named;
use crate::sources;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The layers that are looked at.
const LAYERS: [&str; 7] = ["domain", "document", "exchange", "vault", "platform", "state", "ui"];

/// Modules, each with those that it imports.
type Imports = BTreeMap<String, BTreeSet<String>>;

/// What the module `own` names by `path`, from the root of the crate; `None` where that is no path from `crate`,
/// `super` or `self`.
fn whole(path: &str, own: &str) -> Option<String> {
    if let Some(rest) = path.strip_prefix("crate::") {
        return Some(rest.to_owned());
    }
    let ups = path.split("::").take_while(|part| *part == "super").count();
    if ups == 0 {
        return None;
    }
    let above: Vec<_> = own.split("::").collect();
    let above = &above[..above.len().checked_sub(ups)?];
    let inner = above.iter().copied().chain(path.split("::").skip(ups));
    Some(inner.collect::<Vec<_>>().join("::"))
}

/// The module that `path` leads into: the longest beginning of it that is one.
fn module<'a>(path: &'a str, modules: &BTreeMap<String, String>) -> Option<&'a str> {
    let ends = path.match_indices("::").map(|(at, _)| at).chain([path.len()]);
    ends.map(|end| &path[..end]).filter(|beginning| modules.contains_key(*beginning)).last()
}

/// What each of `modules`, a source by its name, imports of the others.
fn imports(modules: &BTreeMap<String, String>) -> Imports {
    let of = |own: &String, text: &String| {
        let named = named(text);
        let found = named.iter().filter_map(|path| whole(path, own));
        let found = found.filter_map(|path| module(&path, modules).map(str::to_owned));
        found.filter(|other| other != own).collect()
    };
    modules.iter().map(|(own, text)| (own.clone(), of(own, text))).collect()
}

/// Everything that `from` rests on.
fn reached<'a>(from: &str, imports: &'a Imports) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut next: Vec<&str> = imports[from].iter().map(String::as_str).collect();
    while let Some(module) = next.pop() {
        if found.insert(module) {
            next.extend(imports[module].iter().map(String::as_str));
        }
    }
    found
}

/// The rings among `modules`, each as the names of its members.
fn rings(modules: &BTreeMap<String, String>) -> BTreeSet<Vec<String>> {
    let imports = imports(modules);
    let reached: BTreeMap<&str, _> = imports.keys().map(|from| (from.as_str(), reached(from, &imports))).collect();
    let ring = |own: &str| {
        let others = reached[own].iter().filter(|other| reached[*other].contains(own));
        others.map(|other| (*other).to_owned()).collect::<Vec<_>>()
    };
    reached.keys().map(|own| ring(own)).filter(|ring| !ring.is_empty()).collect()
}

#[test]
fn there_is_no_ring_of_files() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    LAYERS.iter().for_each(|layer| sources(&root.join(layer), &mut files));
    let name = |file: &Path| {
        let inner = file.strip_prefix(&root).unwrap().with_extension("");
        let parts: Vec<_> = inner.iter().map(|part| part.to_str().unwrap()).filter(|part| *part != "mod").collect();
        parts.join("::")
    };
    let modules: BTreeMap<_, _> = files.iter().map(|file| (name(file), fs::read_to_string(file).unwrap())).collect();
    assert!(modules.len() > 250, "only {} sources were found", modules.len());
    let found: Vec<_> = rings(&modules).into_iter().map(|ring| ring.join(", ")).collect();
    assert!(found.is_empty(), "these import each other:\n{}", found.join("\n"));
}

#[test]
fn rings_are_seen() {
    let check = |modules: &[(&str, &str)], expected: &[&[&str]]| {
        let modules = modules.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        let found: Vec<_> = rings(&modules).into_iter().collect();
        assert_eq!(found, expected, "{modules:?}");
    };
    check(&[("state::a", "use super::b::B;"), ("state::b", "use super::a::A;")], &[&["state::a", "state::b"]]);
    check(
        &[
            ("ui::a", "use crate::ui::{b::B, d};"),
            ("ui::b", "use super::c;"),
            ("ui::c", "fn f() { crate::ui::a::f() }"),
        ],
        &[&["ui::a", "ui::b", "ui::c"]],
    );
    // A module shows what its inner ones have, which may use what lies in it.
    check(&[("ui::a", "mod b; pub use b::B;"), ("ui::a::b", "use super::A;")], &[]);
    check(&[("ui::a", "use super::b::B;"), ("ui::b", "use super::c::C;"), ("ui::c", "use crate::state::App;")], &[]);
    check(&[("ui::a", "use super::b::B; // crate::ui::a"), ("ui::b", "//! See [`crate::ui::a`].")], &[]);
}
