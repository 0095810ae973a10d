//! Who may name whom. The direction is domain ← document ← exchange ← state ← ui; `vault` knows nobody,
//! `platform` the domain and the vault. Only `platform` names the browser, only `document` names Yrs, and
//! the core takes time, randomness and files from nobody. Read off the sources, so that it holds for code
//! that is not compiled here too.

#![allow(clippy::unwrap_used, reason = "a test may end with a panic")]

mod copies;
mod names;
mod paths;
mod rings;
mod rooms;
mod styles;

use paths::paths;
use std::fs;
use std::path::{Path, PathBuf};

/// A layer, the layers that it may name, and whether it is core: built for any target, without a page.
const LAYERS: [(&str, &[&str], bool); 7] = [
    ("domain", &[], true),
    ("document", &["domain"], true),
    ("exchange", &["domain", "document"], true),
    ("vault", &[], true),
    ("platform", &["domain", "vault"], false),
    ("state", &["domain", "document", "exchange", "vault", "platform"], false),
    // Of the platform, the ui needs focus and pickers alone.
    ("ui", &["domain", "document", "exchange", "vault", "platform", "state"], false),
];

/// The browser's crates.
const BROWSER: [&str; 5] = ["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo_storage"];
/// The page's crates.
const PAGE: [&str; 3] = ["leptos", "leptos_router", "console_error_panic_hook"];
/// Parts of the standard library that have a clock, a disk or a network behind them.
const WORLD: [&str; 7] =
    ["std::env", "std::fs", "std::net", "std::process", "std::thread", "std::time::Instant", "std::time::SystemTime"];

/// What is wrong with the source `text` of `layer`, a file `depth` folders below `src`.
fn faults(layer: &str, depth: usize, text: &str) -> Vec<String> {
    let Some((_, may_name, is_core)) = LAYERS.iter().find(|(name, ..)| *name == layer) else {
        return vec![format!("nobody has said what `{layer}` may name")];
    };
    let named = paths(text, layer, depth);
    let wrong = named.iter().filter(|path| {
        let (first, rest) = path.split_once("::").unwrap_or((path, ""));
        match first {
            "crate" | "peer_circle" => {
                let other = rest.split("::").next().unwrap_or_default();
                let is_layer = LAYERS.iter().any(|(name, ..)| *name == other);
                is_layer && other != layer && !may_name.contains(&other)
            }
            "yrs" => layer != "document",
            "leptos" if rest.starts_with("web_sys::") => !is_browser_allowed(layer, &rest["web_sys::".len()..]),
            _ if BROWSER.contains(&first) => !is_browser_allowed(layer, rest),
            _ if PAGE.contains(&first) => *is_core,
            _ => *is_core && WORLD.iter().any(|world| *path == world || path.starts_with(&format!("{world}::"))),
        }
    });
    wrong.cloned().collect()
}

/// The platform may name everything; the ui types of elements and events.
fn is_browser_allowed(layer: &str, rest: &str) -> bool {
    let name = rest.split("::").next().unwrap_or_default();
    // A list of files is what the event of a picker hands on.
    let is_of_the_page = name.ends_with("Element") || name.ends_with("Event") || name == "FileList";
    layer == "platform" || (layer == "ui" && is_of_the_page)
}

/// The Rust files in `folder`, however deep.
pub(crate) fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    files(folder, "rs", found);
}

/// The files in `folder`, however deep, whose names end in `ending`.
pub(crate) fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
}

#[test]
fn every_source_keeps_to_its_layer() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let mut all = Vec::new();
    let mut seen = 0;
    for file in files {
        let inner = file.strip_prefix(&root).unwrap().with_extension("");
        let parts: Vec<_> = inner.iter().map(|part| part.to_str().unwrap()).filter(|part| *part != "mod").collect();
        let (Some(layer), depth) = (parts.first(), parts.len()) else { continue };
        // `lib.rs` names the layers, `main.rs` mounts the page.
        if depth == 1 && matches!(*layer, "lib" | "main") {
            continue;
        }
        seen += 1;
        let text = fs::read_to_string(&file).unwrap();
        all.extend(faults(layer, depth, &text).into_iter().map(|fault| format!("{}: {fault}", inner.display())));
    }
    assert!(seen >= 20, "only {seen} sources were found");
    assert!(all.is_empty(), "named across a layer:\n{}", all.join("\n"));
}

#[test]
fn the_core_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (layer, _, is_core) in LAYERS {
        assert!(!is_core || root.join(layer).join("mod.rs").is_file(), "{layer} has moved");
    }
}

#[test]
fn the_checker_sees_what_is_wrong() {
    let check = |layer: &str, text: &str, expected: &[&str]| assert_eq!(faults(layer, 2, text), expected, "{text}");
    check("domain", "use crate::document::CircleDoc;", &["crate::document::CircleDoc"]);
    check("domain", "use super::super::state;", &["crate::state"]);
    check("domain", "fn f() { crate :: vault :: load(); }", &["crate::vault::load"]);
    check("domain", "use std::time::Instant;", &["std::time::Instant"]);
    check("domain", "use std::{collections::BTreeMap, fs};", &["std::fs"]);
    check("domain", "use leptos::prelude::*;", &["leptos::prelude::*"]);
    check(
        "document",
        "use crate::{domain::Circle, exchange::{self, circle_file}};",
        &["crate::exchange::self", "crate::exchange::circle_file"],
    );
    check("exchange", "use yrs::Doc;", &["yrs::Doc"]);
    check("exchange", "pub use ::yrs::Any as Value;", &["yrs::Any"]);
    check("vault", "use crate::domain::Circle;", &["crate::domain::Circle"]);
    check("platform", "use crate::state::App;", &["crate::state::App"]);
    check("state", "use web_sys::Window;", &["web_sys::Window"]);
    check("state", "fn f() { js_sys::Date::now(); }", &["js_sys::Date::now"]);
    check("state", "use crate::ui::text;", &["crate::ui::text"]);
    check("ui", "use leptos::web_sys::{HtmlElement, Storage};", &["leptos::web_sys::Storage"]);
    check("ui", "use wasm_bindgen::JsCast;", &["wasm_bindgen::JsCast"]);
    check("ui", "#[cfg(test)] mod t { use web_sys::window; }", &["web_sys::window"]);
    check("elsewhere", "", &["nobody has said what `elsewhere` may name"]);
}

#[test]
fn the_checker_sees_what_is_right() {
    let check = |layer: &str, text: &str| assert_eq!(faults(layer, 2, text), [""; 0], "{text}");
    check("domain", "use super::cycle::Cycle; use crate::domain::Day; use std::{fmt, sync::Arc};");
    check(
        "domain",
        "// crate::document\n/* use yrs::Doc; /* nested */ */ const A: &str = \"crate::ui\\\" web_sys::A\";",
    );
    check("domain", "/// [`crate::document`]\nconst A: char = '\"'; const B: &str = r#\"use \"yrs::A\" \"#;");
    check("domain", "fn f<'a>(x: &'a str) -> &'a str { x } // web_sys::A");
    check("document", "use yrs::{Any, updates::decoder::Decode}; use crate::domain;");
    check("platform", "use crate::domain::Timestamp; use crate::vault::Storage; use web_sys::Window;");
    check("state", "use crate::{document, domain, exchange, platform, vault};");
    check("ui", "use leptos::ev::SubmitEvent; use leptos::web_sys::HtmlInputElement; use crate::state::App;");
    check("ui", "use web_sys::{HtmlDialogElement, KeyboardEvent}; use crate::platform::focus_heading;");
}
