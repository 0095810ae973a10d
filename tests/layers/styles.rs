//! The style sheets: a class begins with the name of the file that styles it, so that a name leads to its file and no
//! room styles another by accident. Inside a class of its own a file may place what belongs to others, as in
//! `.goal .card__head`. What no view uses has no style, and what a view uses has one.

use crate::files;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Words that every view combines, each with the file that styles it: they belong to no feature.
const COMMON: [(&str, &str); 2] = [
    ("base", "brand icon lead quiet skip unseen"),
    ("layout", "banners content frame head head__place inline narrow page pane row stack three two two-panes"),
];

/// On paper much is hidden or unfolded, whoever styled it.
const PAPER: &str = "print";

/// Each file below `folders` that ends in `ending`: its name as classes have it (`check-in` for `check_in.css`), and
/// its text.
fn read(folders: &[&str], ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in folders {
        files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), ending, &mut found);
    }
    let name = |file: &Path| file.file_stem().unwrap().to_str().unwrap().replace('_', "-");
    found.iter().map(|file| (name(file), fs::read_to_string(file).unwrap())).collect()
}

fn sheets() -> Vec<(String, String)> {
    let sheets = read(&["src", "style"], "css");
    assert!(sheets.len() > 20, "only {} style sheets were found", sheets.len());
    sheets
}

/// Every selector in `css`, those of a list apart.
fn selectors(css: &str) -> Vec<String> {
    let mut plain = String::new();
    for (nth, part) in css.split("/*").enumerate() {
        plain.push_str(if nth == 0 { part } else { part.split_once("*/").map_or("", |(_, rest)| rest) });
    }
    let heads = plain.split('{').filter_map(|part| part.rsplit(['}', ';', '{']).next());
    let mut found = Vec::new();
    for head in heads.filter(|head| !head.trim_start().starts_with('@')) {
        let mut depth = 0;
        let apart = |c: char| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            c == ',' && depth == 0
        };
        found.extend(head.split(apart).map(|selector| selector.trim().to_owned()).filter(|found| !found.is_empty()));
    }
    found
}

/// The classes that a selector names.
fn classes(selector: &str) -> impl Iterator<Item = &str> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let names = selector.split('.').skip(1);
    names.map(move |rest| rest.split(|c| !is_part(c)).next().unwrap_or_default())
}

/// The one of the files `names` that `class` belongs to: the longest that it begins with.
fn owner<'a>(class: &str, names: &[&'a str]) -> Option<&'a str> {
    let is_common = |words: &str| words.split(' ').any(|word| word == class);
    if let Some((home, _)) = COMMON.iter().find(|(_, words)| is_common(words)) {
        return names.iter().find(|name| *name == home).copied();
    }
    let begins = |name: &str| {
        let rest = class.strip_prefix(name);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-') || rest.starts_with("__"))
    };
    names.iter().filter(|name| begins(name)).max_by_key(|name| name.len()).copied()
}

/// What is wrong with the style sheet `css` called `name`, one of `names`.
fn faults(name: &str, css: &str, names: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for selector in selectors(css) {
        let owners: Vec<_> = classes(&selector).map(|class| owner(class, names)).collect();
        let is_own = owners.is_empty() || name == PAPER || owners.contains(&Some(name));
        if owners.contains(&None) || !is_own {
            found.push(format!("{name}.css: {selector}"));
        }
    }
    found
}

/// The words of each `class="…"` in a view.
fn worn(view: &str) -> impl Iterator<Item = &str> {
    view.split("class=\"").skip(1).flat_map(|rest| rest.split('"').next().unwrap_or_default().split_whitespace())
}

#[test]
fn a_class_begins_with_the_name_of_its_file() {
    let sheets = sheets();
    let names: Vec<_> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    let found: Vec<_> = sheets.iter().flat_map(|(name, css)| faults(name, css, &names)).collect();
    assert!(found.is_empty(), "each of these names a class of another file alone, or of none:\n{}", found.join("\n"));
    let twice: Vec<_> = names.iter().filter(|name| names.iter().filter(|other| other == name).count() > 1).collect();
    assert!(twice.is_empty(), "two style sheets are called {twice:?}");
}

#[test]
fn views_and_style_sheets_know_the_same_classes() {
    let sheets = sheets();
    let all: Vec<_> = sheets.iter().flat_map(|(_, css)| selectors(css)).collect();
    let styled: BTreeSet<_> = all.iter().flat_map(|selector| classes(selector)).collect();
    let mut views = read(&["src"], "rs");
    views.push(("index".to_owned(), include_str!("../../index.html").to_owned()));
    let worn: BTreeSet<_> = views.iter().flat_map(|(_, view)| worn(view)).collect();
    let bare: Vec<_> = worn.difference(&styled).collect();
    assert!(bare.is_empty(), "no style sheet knows these classes of views: {bare:?}");
    // A class can be a word of its own too: the default of a property, or one of two.
    let is_named = |class: &str| views.iter().any(|(_, view)| view.contains(&format!("\"{class}\"")));
    let idle: Vec<_> = styled.difference(&worn).filter(|class| !is_named(class)).collect();
    assert!(idle.is_empty(), "no view wears these classes: {idle:?}");
    let gone: Vec<_> =
        COMMON.iter().flat_map(|(_, words)| words.split(' ')).filter(|word| !styled.contains(word)).collect();
    assert!(gone.is_empty(), "nobody styles {gone:?}: take them off the list");
}

#[test]
fn the_checker_sees_strange_classes() {
    let names = ["base", "card", "goal", "goal-line", "layout", "print"];
    let check = |name: &str, css: &str, expected: &[&str]| {
        let expected: Vec<_> = expected.iter().map(|selector| format!("{name}.css: {selector}")).collect();
        assert_eq!(faults(name, css, &names), expected, "{css}");
    };
    check("goal", ".goal, .goal__why:empty, .goal-way > .icon { margin: 0.5rem; }", &[]);
    check("goal", "@layer pages { @media (width > 1px) { .goal .card__head { } } }", &[]);
    check("goal", ".card { } .goalkeeper { } .pace { }", &[".card", ".goalkeeper", ".pace"]);
    check("goal", ".goal .pace, .goal:is(.card, .line) { }", &[".goal .pace", ".goal:is(.card, .line)"]);
    check("goal", "/* .pace { } */ .goal-line { }", &[".goal-line"]);
    check("goal", "main, [data-role] > p, 50% { opacity: .5; }", &[]);
    check("card", ".row { } .card > .row { } button.row:hover { }", &[".row", "button.row:hover"]);
    check("layout", ".row, .card.stack { }", &[]);
    check("print", ".goal, .row { } .pace { }", &[".pace"]);
}
