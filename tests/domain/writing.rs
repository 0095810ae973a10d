//! A check-in while it is being written: what is kept, merged, and asked of the circle.

use crate::support::{Device, cycle};
use peer_circle::domain::{
    CheckInTexts, CommitmentDraft, CommitmentId, CommitmentTexts, Cycle, Field, LINE_MAX, Outcome, OutcomeTexts,
    Refusal, Settlement, Typing, Verdict, check_in, commitment,
};

fn first() -> Cycle {
    cycle("2026-11-02")
}

fn line(text: &str) -> CommitmentTexts {
    CommitmentTexts { text: text.to_owned(), ..CommitmentTexts::default() }
}

fn said(win: &str, next: &[&str]) -> CheckInTexts {
    let next = next.iter().map(|text| line(text)).collect();
    CheckInTexts { win: win.to_owned(), next, ..CheckInTexts::default() }
}

fn add(device: &mut Device, cycle: Cycle, text: &str) -> CommitmentId {
    let draft = CommitmentDraft { text: text.to_owned(), ..CommitmentDraft::default() };
    device.must(commitment::Command::Add { cycle, draft });
    device.view.commitments.values().find(|c| c.text == text).unwrap().id.clone()
}

fn send(device: &mut Device, texts: &CheckInTexts) {
    let draft = texts.draft(&device.view, first(), &device.member("Ana"));
    device.must(check_in::Command::Send(draft));
}

fn is_unsent(device: &Device, texts: &CheckInTexts) -> bool {
    texts.is_unsent(&device.view, first(), &device.member("Ana"))
}

#[test]
fn drafts_of_today_and_of_before_open() {
    // As it was stored when verdicts were keyed by words.
    let stored = r#"{"outcomes":{"a":{"outcome":"kept","note":"","smaller":"Write 12 pages"},
        "b":{"outcome":"carry","note":"A cold","smaller":"Call 1 person"}},
        "win":"Slept","blocker":"","ask":"","confidence":"4",
        "next":[{"text":"Rest 1 day","goal":"","cue":"","action":""}]}"#;
    let texts: CheckInTexts = serde_json::from_str(stored).unwrap();
    assert_eq!(Verdict::from_key(&texts.outcomes["a"].outcome), Some(Verdict::Ended(Outcome::Kept)));
    assert_eq!(Verdict::from_key(&texts.outcomes["b"].outcome), Some(Verdict::Carried));
    assert_eq!((texts.win.as_str(), texts.confidence.as_str(), texts.next.len()), ("Slept", "4", 1));
    assert_eq!(serde_json::from_str::<CheckInTexts>("{}").unwrap(), CheckInTexts::default());
    for verdict in Verdict::ALL {
        assert_eq!(Verdict::from_key(verdict.key()), Some(verdict));
    }
}

#[test]
fn a_field_that_was_emptied_stays_empty() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    send(&mut ana, &said("Slept", &[]));
    let emptied = CheckInTexts { confidence: "3".to_owned(), ..said("", &[]) };
    assert!(is_unsent(&ana, &emptied));
    assert_eq!(emptied.draft(&ana.view, first(), &ana.member("Ana")).win, "");
}

#[test]
fn what_was_sent_is_not_unsent() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let (kept, carried) = (add(&mut ana, first(), "Write 12 pages"), add(&mut ana, first(), "Call 2 people"));
    let mut texts = CheckInTexts::known(&ana.view, first(), &ana.member("Ana"));
    assert!(!is_unsent(&ana, &texts));
    texts.outcomes.get_mut(kept.as_str()).unwrap().outcome = Verdict::Ended(Outcome::Kept).key().to_owned();
    let carry = texts.outcomes.get_mut(carried.as_str()).unwrap();
    (carry.outcome, carry.note) = (Verdict::Carried.key().to_owned(), "A cold".to_owned());
    texts.win = " Slept\n".to_owned();
    texts.next = vec![line("Rest  1 day"), line(" ")];
    assert!(is_unsent(&ana, &texts));
    send(&mut ana, &texts);
    assert!(!is_unsent(&ana, &texts), "{:?}", texts.draft(&ana.view, first(), &ana.member("Ana")));
    // A second tab that sends the same words makes nothing twice.
    let commitments = ana.view.commitments.len();
    ana.run(check_in::Command::Send(texts.draft(&ana.view, first(), &ana.member("Ana")))).unwrap();
    assert_eq!(ana.view.commitments.len(), commitments);
    // What another tab has beside it stays unsent.
    assert!(is_unsent(&ana, &CheckInTexts { ask: "A reader?".to_owned(), ..texts.clone() }));
    texts.next.push(line("Call 3 studios"));
    assert_eq!(texts.draft(&ana.view, first(), &ana.member("Ana")).next.len(), 1);
}

#[test]
fn a_second_carry_brings_other_words() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let id = add(&mut ana, first().plus(-1), "Write 12 pages");
    let reason = Some("A cold".to_owned());
    let settlement = Settlement { note: reason, ..Settlement::verdict(id.clone(), Verdict::Carried) };
    ana.must(commitment::Command::Settle { cycle: first().plus(-1), settlement });
    let texts =
        OutcomeTexts { outcome: "carried".to_owned(), note: "Again".to_owned(), smaller: "Write 6 pages".to_owned() };
    let settlement = texts.settlement(&ana.view.commitments[&id], first()).unwrap();
    assert_eq!(settlement.draft.as_ref().unwrap().text, "Write 6 pages");
    ana.must(commitment::Command::Settle { cycle: first(), settlement });
    assert_eq!(texts.settlement(&ana.view.commitments[&id], first()), None);
}

/// `ours` and `theirs`, both typed from `base` on, become `expected` in either tab.
#[track_caller]
fn check_merged(base: &CheckInTexts, ours: &CheckInTexts, theirs: &CheckInTexts, expected: &CheckInTexts) {
    assert_eq!(&ours.merged(base, theirs), expected);
    // The other tab, told of it, arrives at the same.
    assert_eq!(&theirs.merged(theirs, expected), expected);
}

#[test]
fn two_tabs_merge_field_by_field() {
    let base = said("", &[""]);
    let ask = |texts: CheckInTexts, ask: &str| CheckInTexts { ask: ask.to_owned(), ..texts };
    check_merged(
        &base,
        &said("Slept", &[""]),
        &ask(base.clone(), "A reader?"),
        &ask(said("Slept", &[""]), "A reader?"),
    );
    // One goes on typing: the longer one.
    check_merged(&base, &said("Slept well", &[""]), &said("Slept", &[""]), &said("Slept well", &[""]));
    // Both typed into one field while neither heard of the other: nothing is lost.
    check_merged(&base, &said("Ran", &[""]), &said("Slept", &[""]), &said("Slept\nRan", &[""]));
    // An emptied field is a change like any other.
    check_merged(&said("Slept", &[]), &said("", &[]), &said("Slept", &[]), &said("", &[]));
    // Lines of the next week.
    check_merged(
        &base,
        &said("", &["Rest 1 day"]),
        &said("", &["Call 2 people"]),
        &said("", &["Rest 1 day", "Call 2 people"]),
    );
    check_merged(&base, &said("", &["Rest 1 day", ""]), &base, &said("", &["Rest 1 day", ""]));
    check_merged(
        &said("", &["Rest 1 day"]),
        &said("", &["Rest 1 day", "Call 2 people"]),
        &said("", &["Rest 2 days"]),
        &said("", &["Rest 2 days", "Call 2 people"]),
    );
}

#[test]
fn words_of_a_closed_window_come_into_this_week() {
    let outcome = |key: &str| OutcomeTexts { outcome: key.to_owned(), ..OutcomeTexts::default() };
    let mut old = said("Slept", &["Rest 1 day", " "]);
    old.outcomes.insert("a".to_owned(), outcome("kept"));
    old.outcomes.insert("b".to_owned(), outcome("missed"));
    let mut later = CheckInTexts { confidence: "4".to_owned(), ..said("Ran", &["Call 2 people"]) };
    later.outcomes.insert("a".to_owned(), outcome(""));
    later.outcomes.insert("b".to_owned(), outcome("partial"));
    let found = old.brought_into(later);
    assert_eq!((found.win.as_str(), found.confidence.as_str()), ("Ran\nSlept", "4"));
    assert_eq!(found.next, [line("Call 2 people"), line("Rest 1 day")]);
    assert_eq!((found.outcomes["a"].outcome.as_str(), found.outcomes["b"].outcome.as_str()), ("kept", "partial"));
}

#[test]
fn a_refusal_of_the_next_week_names_its_line() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let me = ana.member("Ana");
    send(&mut ana, &said("Slept", &["Rest 1 day"]));
    let long = "x".repeat(LINE_MAX + 1);
    // Neither what another tab has sent nor an empty line becomes a commitment.
    let texts = said("Slept", &["Rest 1 day", " ", "Call 2 people", &long]);
    let draft = texts.draft(&ana.view, first(), &me);
    let refusal = ana.run(check_in::Command::Send(draft)).unwrap_err();
    let too_long = Refusal::TooLong { field: Field::Text, length: LINE_MAX + 1, max: LINE_MAX };
    assert_eq!(refusal, Refusal::OfNext { place: 1, refusal: Box::new(too_long) });
    let lines: Vec<_> = (0..3).map(|place| texts.line_of_next(&ana.view, first(), &me, place)).collect();
    assert_eq!(lines, [Some(2), Some(3), None]);
}
