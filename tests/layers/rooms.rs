//! The rooms of the ui: a page knows no other page, and what pages share knows no page. There is one list of pages,
//! and no effect writes a signal.

use crate::paths::named;
use crate::sources;
use std::fs;
use std::path::{Path, PathBuf};

/// Files of the ui that know the pages: the root, the frame, the addresses and what is fetched when.
const KNOWS_PAGES: [&str; 6] = ["root.rs", "routes.rs", "parts.rs", "shell/mod.rs", "pages/mod.rs", "pages/draw.rs"];

fn ui() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui")
}

/// Every source of the ui: its path below `src/ui`, and its text.
fn files() -> Vec<(String, String)> {
    let root = ui();
    let mut files = Vec::new();
    sources(&root, &mut files);
    let name = |file: &Path| file.strip_prefix(&root).unwrap_or(file).to_string_lossy().replace('\\', "/");
    files.iter().map(|file| (name(file), fs::read_to_string(file).unwrap_or_default())).collect()
}

/// The folder of the page that a source belongs to.
fn room(file: &str) -> Option<&str> {
    let rest = file.strip_prefix("pages/")?;
    rest.split_once('/').map(|(room, _)| room)
}

/// The pages that the source `text` of `file` names and must not.
fn strange_pages(file: &str, text: &str) -> Vec<String> {
    if KNOWS_PAGES.contains(&file) {
        return Vec::new();
    }
    let own = room(file);
    let parts: Vec<_> = file.trim_end_matches(".rs").split('/').filter(|part| *part != "mod").collect();
    let named = named(text);
    let found = named.iter().filter_map(|path| whole(path, &parts));
    let pages = found.filter_map(|path| path.strip_prefix("crate::ui::pages::").map(str::to_owned));
    pages.filter(|path| path.split("::").next() != own).collect()
}

/// `path` from the root of the crate; `super` is followed up from the module with the parts `module` of the ui.
fn whole(path: &str, module: &[&str]) -> Option<String> {
    let ups = path.split("::").take_while(|part| *part == "super").count();
    if ups == 0 {
        return path.starts_with("crate::").then(|| path.to_owned());
    }
    let above = module.len().checked_sub(ups)?;
    let inner = module[..above].iter().copied().chain(path.split("::").skip(ups));
    Some(format!("crate::ui::{}", inner.collect::<Vec<_>>().join("::")))
}

/// The effects in `text` that write a signal: what stands between their parentheses has `.set(` or `.update(`.
fn writing_effects(text: &str) -> usize {
    let starts = text.match_indices("Effect::new(").map(|(at, start)| &text[at + start.len()..]);
    starts.filter(|rest| [".set(", ".update("].iter().any(|write| argument(rest).contains(write))).count()
}

/// `text` up to the parenthesis that closes it.
fn argument(text: &str) -> &str {
    let mut depth = 1;
    let end = text.find(|c| {
        depth += match c {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        depth == 0
    });
    &text[..end.unwrap_or(text.len())]
}

/// The addresses in lines of the table of pages.
fn segments(table: &str) -> Vec<&str> {
    let lines = table.lines().filter(|line| line.contains("\", NavPlace::"));
    lines.filter_map(|line| line.split('"').nth(1)).collect()
}

#[test]
fn a_page_names_no_other_page_and_nothing_shared_names_a_page() {
    let files = files();
    assert!(files.len() > 100, "only {} sources were found", files.len());
    let named = files
        .iter()
        .flat_map(|(file, text)| strange_pages(file, text).into_iter().map(move |page| format!("{file}: {page}")));
    let named: Vec<_> = named.collect();
    assert!(named.is_empty(), "what two pages need belongs in ui/shared or ui/components:\n{}", named.join("\n"));
}

#[test]
fn no_effect_writes_a_signal() {
    let files = files();
    let wrong: Vec<_> = files.iter().filter(|(_, text)| writing_effects(text) > 0).map(|(file, _)| file).collect();
    assert!(wrong.is_empty(), "a memo computes, an effect only leaves the graph: {wrong:?}");
}

#[test]
fn a_heading_of_a_page_is_made_by_its_component() {
    let files = files();
    let making: Vec<_> = files.iter().filter(|(_, text)| text.contains("<h1")).map(|(file, _)| file.as_str()).collect();
    assert_eq!(making, ["components/heading.rs"], "`Heading` keeps words with a hyphen whole");
}

#[test]
fn every_form_is_made_by_the_component() {
    let files = files();
    let by_hand = |(file, text): &&(String, String)| {
        file != "components/form.rs" && ["<form", "prevent_default"].iter().any(|part| text.contains(part))
    };
    let by_hand: Vec<_> = files.iter().filter(by_hand).map(|(file, _)| file).collect();
    assert!(by_hand.is_empty(), "a form of its own: {by_hand:?}");
}

#[test]
fn the_table_is_the_only_list_of_pages() {
    let files = files();
    let (_, table) = files.iter().find(|(file, _)| file == "pages/mod.rs").unwrap();
    let segments = segments(table);
    assert!(segments.len() >= 11, "{segments:?}");
    for (file, text) in &files {
        let listed = segments.iter().filter(|segment| text.contains(&format!("\"{segment}\""))).count();
        assert!(file == "pages/mod.rs" || listed < 4, "{file} lists pages of its own");
    }
    let steps = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/e2e/tests/journeys/steps.rs");
    let steps = fs::read_to_string(steps).unwrap();
    for segment in segments.iter().filter(|segment| **segment != "work") {
        assert!(steps.contains(&format!("    (\"{segment}\", ")), "no journey goes to {segment}");
    }
}

#[test]
fn the_checker_sees_strange_pages() {
    let check = |file: &str, text: &str, expected: &[&str]| assert_eq!(strange_pages(file, text), expected, "{text}");
    check("pages/goal/mod.rs", "use crate::ui::pages::week::words;", &["week::words"]);
    check("pages/goal/form.rs", "use super::super::week::WeekPage;", &["week::WeekPage"]);
    check("pages/session/steps/next.rs", "use super::super::super::goal::words;", &["goal::words"]);
    check("components/row.rs", "use crate::ui::pages::{start, week::words};", &["start", "week::words"]);
    check("shared/role/card.rs", "fn f() { crate::ui::pages::work::words::A }", &["work::words::A"]);
    check("pages/goal/mod.rs", "use crate::ui::pages::goal::words; use crate::ui::shared::goal;", &[]);
    check("pages/goal/form.rs", "use super::words; use super::super::goal::words as own;", &[]);
    check("shell/mod.rs", "use crate::ui::pages::start::words;", &[]);
}

#[test]
fn the_checker_sees_effects_that_write() {
    let check = |text: &str, expected: usize| assert_eq!(writing_effects(text), expected, "{text}");
    check("Effect::new(move |_| open.set(chosen.get()));", 1);
    check("Effect::new(move |_| { if a() { age.update(|age| *age += 1) } });", 1);
    check("Effect::new(move |_| platform::set_title(&title.get())); let a = b.set(1);", 0);
    check("Effect::new(move |_| has_moved.set_value(true));", 0);
}
