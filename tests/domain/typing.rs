//! Words that are typed into one form in two places.

use peer_circle::domain::{
    CommitmentTexts, SessionTexts, Typing, gathered, merged_choice, merged_text, merged_texts, merged_ticks,
};
use std::collections::BTreeMap;

#[test]
fn a_text_is_merged_or_kept_twice() {
    for (base, ours, theirs, expected) in [
        ("", "", "Slept", "Slept"),
        ("", "Slept", "", "Slept"),
        ("Slept", "", "Slept", ""),
        ("Slept", "Slept", "", ""),
        ("", "Slept well", "Slept", "Slept well"),
        ("", "Slept", "Slept well", "Slept well"),
        ("", "Ran", "Slept", "Slept\nRan"),
        // What the other side sent is gone from the field; what was typed here since stays.
        ("Sl", "Slept", "", "Slept"),
    ] {
        assert_eq!(merged_text(base, ours, theirs), expected, "{base:?}: {ours:?} and {theirs:?}");
    }
}

#[test]
fn a_choice_is_never_both() {
    for (base, ours, theirs, expected) in [
        ("", "", "2026-12-11", "2026-12-11"),
        ("", "ana", "", "ana"),
        ("ana", "", "ana", ""),
        ("", "ana", "ben", "ana"),
    ] {
        assert_eq!(merged_choice(&base, &ours, &theirs), expected, "{base:?}: {ours:?} and {theirs:?}");
    }
}

#[test]
fn ticks_are_set_and_taken_away_one_by_one() {
    let ticks = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    for (base, ours, theirs, expected) in
        [("", "a", "b", "a b"), ("a b", "a", "a b c", "a c"), ("a b", "a b", "", ""), ("a", "a c", "", "c")]
    {
        assert_eq!(
            merged_ticks(&ticks(base), &ticks(ours), &ticks(theirs)),
            ticks(expected),
            "{base}: {ours}, {theirs}"
        );
    }
}

fn texts(all: &[(&str, &str)]) -> BTreeMap<String, String> {
    gathered(all.iter().map(|(id, text)| ((*id).to_owned(), (*text).to_owned())))
}

#[test]
fn texts_are_merged_by_what_they_are_about() {
    let base = texts(&[("a", "Slept"), ("b", "Ran")]);
    let ours = texts(&[("a", "Slept well"), ("b", "Ran")]);
    let theirs = texts(&[("a", "Slept"), ("c", "Rested")]);
    assert_eq!(merged_texts(&base, &ours, &theirs), texts(&[("a", "Slept well"), ("c", "Rested")]));
}

#[test]
fn two_tabs_type_into_one_session() {
    let base = SessionTexts::default();
    let ours = SessionTexts {
        note: "The printer".to_owned(),
        item_notes: texts(&[("i", "Later")]),
        decision_owner: "ana".to_owned(),
        ..base.clone()
    };
    let theirs = SessionTexts {
        decision: "We meet on Mondays".to_owned(),
        decision_owner: "ben".to_owned(),
        decision_review_on: "2026-12-11".to_owned(),
        found: texts(&[("d", "Well")]),
        next: CommitmentTexts { text: "Rest 1 day".to_owned(), goal: "g".to_owned(), ..CommitmentTexts::default() },
        summary: Some("One thing at a time".to_owned()),
        ..base.clone()
    };
    let merged = ours.merged(&base, &theirs);
    let expected = SessionTexts { note: ours.note.clone(), item_notes: ours.item_notes.clone(), ..theirs.clone() };
    assert_eq!(merged, SessionTexts { decision_owner: "ana".to_owned(), ..expected });
    // The other tab, told of it, arrives at the same.
    assert_eq!(theirs.merged(&theirs, &merged), merged);
    // Once all of it was recorded there, nothing is left here but what was typed since.
    assert_eq!(merged.merged(&merged, &base), base);
    let since = SessionTexts { note: "The printer again".to_owned(), ..merged.clone() };
    assert_eq!(since.merged(&merged, &base), SessionTexts { note: since.note.clone(), ..base });
}

#[test]
fn a_summary_follows_until_it_is_typed() {
    let of = |summary: Option<&str>| SessionTexts { summary: summary.map(str::to_owned), ..SessionTexts::default() };
    for (base, ours, theirs, expected) in [
        (None, None, Some("One"), Some("One")),
        (Some("One"), Some("One"), None, None),
        (Some("One"), Some("One thing"), None, Some("One thing")),
        (Some("One"), None, Some("One thing"), None),
        (None, Some("Two"), Some("One"), Some("One\nTwo")),
    ] {
        assert_eq!(of(ours).merged(&of(base), &of(theirs)), of(expected), "{base:?}: {ours:?} and {theirs:?}");
    }
}

#[test]
fn drafts_of_before_open() {
    let stored = r#"{"note":"The printer","item_notes":{"i":"Later"},"promise":{"text":"Rest 1 day"}}"#;
    let texts: SessionTexts = serde_json::from_str(stored).unwrap();
    assert_eq!((texts.note.as_str(), texts.item_notes["i"].as_str()), ("The printer", "Later"));
    assert_eq!((texts.next.text.as_str(), texts.summary), ("Rest 1 day", None));
}
