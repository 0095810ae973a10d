//! One word for one thing: what people read says check-in, session, commitment, send and open.

use std::fs;
use std::path::{Path, PathBuf};

/// Words that are another word here, and that one.
const OTHERS: [(&str, &str); 12] = [
    ("update", "check-in"),
    ("updates", "check-in"),
    ("review", "session"),
    ("reviews", "session"),
    ("promise", "commitment"),
    ("promises", "commitment"),
    ("promised", "commitment"),
    ("export", "send"),
    ("exported", "send"),
    ("download", "send"),
    ("downloaded", "send"),
    ("downloads", "send"),
];

/// What may be said all the same: the step in which the circle goes through its commitments, and what is done to a
/// browser.
const ALLOWED: [&str; 2] = ["Commitment review", "Update the browser"];

/// What was said here once and nobody would say.
const ODD: [&str; 10] = [
    "All one",
    "pieces of news",
    "had their word",
    "never sat",
    "about 4 minutes",
    "straight path",
    "swapped, covered or claimed",
    "thousand characters",
    "in your downloads",
    "nothing promised",
];

/// The texts within double quotes in `source`, comments left out.
fn literals(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let code: Vec<&str> = source.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let mut rest = code.join("\n");
    while let Some(start) = rest.find('"') {
        let inner = rest[start + 1..].to_owned();
        let mut is_escaped = false;
        let end = inner.find(|c| {
            let ends = c == '"' && !is_escaped;
            is_escaped = c == '\\' && !is_escaped;
            ends
        });
        let Some(end) = end else { break };
        found.push(inner[..end].to_owned());
        rest = inner[end + 1..].to_owned();
    }
    found
}

/// The words of `text` that are others here.
fn strays(text: &str) -> Vec<&'static str> {
    let text = ALLOWED.iter().fold(text.to_owned(), |text, allowed| text.replace(allowed, ""));
    let words: Vec<&str> = text.split(|c: char| !c.is_alphabetic() && c != '_').collect();
    let is_word = |word: &str| words.iter().any(|own| own.eq_ignore_ascii_case(word));
    OTHERS.iter().map(|(word, _)| *word).filter(|word| is_word(word)).collect()
}

/// Files that hold words for people.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let says = |part: &str| path.iter().any(|name| name == part);
        if path.is_dir() {
            sources(&path, found);
        } else if path.to_string_lossy().ends_with("words.rs") || ["words", "text", "sample"].into_iter().any(says) {
            found.push(path);
        }
    }
}

#[test]
fn one_word_is_said_for_one_thing() {
    let mut files = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    sources(&root.join("ui"), &mut files);
    assert!(files.len() > 20, "only {} files of words were found", files.len());
    // What the people of the demo say.
    sources(&root.join("domain/sample"), &mut files);
    let mut wrong = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for said in literals(&text) {
            let odd = ODD.into_iter().filter(|odd| said.contains(odd));
            wrong.extend(
                strays(&said).into_iter().chain(odd).map(|word| format!("{}: {word} in “{said}”", file.display())),
            );
        }
    }
    assert!(wrong.is_empty(), "another word stands for these:\n{}", wrong.join("\n"));
}

#[test]
fn the_checker_finds_words_in_texts_alone() {
    let source = "/// The review.\npub const A: &str = \"Say \\\"review\\\" twice\";\nfn update() -> &'static str { \"Send it\" }";
    assert_eq!(literals(source), ["Say \\\"review\\\" twice", "Send it"]);
    assert_eq!(strays("Say review twice"), ["review"]);
    assert_eq!(strays("Exported 52 min ago, promised"), ["promised", "exported"]);
    assert_eq!(strays("Commitment review"), [""; 0]);
    assert_eq!(strays("Update the browser, then export"), ["export"]);
    assert_eq!(strays("Previewed and reviewer"), [""; 0]);
}
