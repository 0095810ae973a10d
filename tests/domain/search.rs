//! Search over people's words.

use crate::support::{Device, Seeded, cycle};
use peer_circle::domain::{
    AgendaDraft, AgendaKind, CheckInDraft, CommitmentDraft, DecisionDraft, FINDS_SHOWN, FeedbackDraft, GoalDraft,
    Measure, SearchIndex, SearchKind, SearchQuery, SessionAct, Visibility, check_in, commitment, digest, feedback,
    goal, session,
};
use proptest::prelude::*;

/// Ana's circle with a word of each kind.
fn world() -> Device {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let first = cycle("2026-11-02");
    ana.must(goal::Command::Add(GoalDraft {
        title: "Learn to sail".to_owned(),
        why: "The sea in the café's window".to_owned(),
        measure: Measure::Done,
        due: None,
        obstacle: String::new(),
    }));
    ana.must(check_in::Command::Send(CheckInDraft {
        cycle: first,
        settlements: Vec::new(),
        win: "Slept by the sea".to_owned(),
        blocker: String::new(),
        ask: "A reader?".to_owned(),
        confidence: None,
        next: Vec::new(),
        progress: Vec::new(),
        has_nothing_to_say: true,
    }));
    let draft =
        CommitmentDraft { text: "Écrire au café".to_owned(), cue: "it rains".to_owned(), ..Default::default() };
    ana.must(commitment::Command::Add { cycle: first, draft });
    let decision = DecisionDraft { text: "Meet at the sea".to_owned(), ..DecisionDraft::default() };
    ana.must(session::Command::RecordDecision { cycle: first, draft: decision });
    ana.must(digest::Command::Publish { cycle: first, text: "*All* went to the SEA".to_owned() });
    ana.must(session::Command::AddItem {
        cycle: first,
        draft: AgendaDraft {
            title: "Boats".to_owned(),
            detail: "for the sea".to_owned(),
            owner: None,
            kind: AgendaKind::Topic,
        },
    });
    let note = SessionAct::AddNote("Ben gets seasick".to_owned());
    ana.must(session::Command::Run { cycle: first, act: note });
    ana
}

/// Kinds and what is found of them, in the order in which they are shown.
fn found(device: &Device, typed: &str) -> Vec<(SearchKind, Vec<String>)> {
    let Some(query) = SearchQuery::of(typed) else { return Vec::new() };
    let finds = SearchIndex::of(&device.view).find(&device.view, &query);
    let said = finds.into_iter().map(|finds| {
        let shown = finds.shown.into_iter().map(|find| {
            let excerpt = find.excerpt;
            format!("{}[{}]{}", excerpt.before, excerpt.hit, excerpt.after)
        });
        (finds.kind, shown.collect())
    });
    said.collect()
}

#[track_caller]
fn check(device: &Device, typed: &str, expected: &[(SearchKind, &str)]) {
    let found = found(device, typed);
    let found: Vec<_> = found.iter().flat_map(|(kind, all)| all.iter().map(|text| (*kind, text.as_str()))).collect();
    assert_eq!(found, expected, "{typed:?}");
}

#[test]
fn every_kind_of_words_is_found() {
    use SearchKind::{Agenda, CheckIn, Commitment, Decision, Digest, Goal, Session};
    let ana = world();
    check(
        &ana,
        "sea",
        &[
            (Goal, "The [sea] in the café's window"),
            (CheckIn, "Slept by the [sea]"),
            (Decision, "Meet at the [sea]"),
            (Digest, "*All* went to the [SEA]"),
            (Agenda, "for the [sea]"),
            (Session, "Ben gets [sea]sick"),
        ],
    );
    check(&ana, "it rains", &[(Commitment, "[it] rains")]);
}

#[test]
fn neither_case_nor_accents_count() {
    use SearchKind::{Commitment, Goal};
    let ana = world();
    let both = [(Commitment, "Écrire au [café]"), (Goal, "The sea in the [café]'s window")];
    for typed in ["cafe", "CAFÉ", "cafe\u{301}", "  Café "] {
        check(&ana, typed, &both);
    }
    check(&ana, "ecrire", &[(Commitment, "[Écrire] au café")]);
}

#[test]
fn every_word_must_be_there_and_any_order_will_do() {
    let ana = world();
    check(&ana, "window sea", &[(SearchKind::Goal, "The sea in the café's [window]")]);
    // In different texts of one thing.
    check(&ana, "sail café", &[(SearchKind::Goal, "Learn to [sail]")]);
    check(&ana, "sea window rains", &[]);
}

#[test]
fn too_little_to_look_for_finds_nothing() {
    let ana = world();
    for typed in ["", " ", "a", "?!", "…", "a !"] {
        assert!(SearchQuery::of(typed).is_none(), "{typed:?}");
    }
    check(&ana, "xx", &[]);
    assert!(SearchQuery::of("海海").is_some() && SearchQuery::of("12").is_some());
}

#[test]
fn letters_are_read_without_what_is_written_on_them() {
    let cases = [
        ("Straße", "strasse"),
        ("Ærø", "aero"),
        ("Łódź", "lodz"),
        ("Đặng Thị Ngọc", "dang thi ngoc"),
        ("İstanbul ışık", "istanbul isik"),
        ("Ελλάς, ΆΛΦΑ", "ελλας αλφα"),
        ("Ёлка й", "елка и"),
        ("crème brûlée", "creme brulee"),
        ("東京", "東京"),
    ];
    for (text, typed) in cases {
        let mut ana = Device::found(1, &["Ana"]);
        ana.must(digest::Command::Publish { cycle: cycle("2026-11-02"), text: text.to_owned() });
        // The same words, however they are written.
        assert_eq!(found(&ana, typed).len(), 1, "{text} by {typed}");
        assert_eq!(found(&ana, text).len(), 1, "{text} by itself");
    }
}

#[test]
fn a_long_text_is_cut_around_what_was_found() {
    let mut ana = Device::found(1, &["Ana"]);
    let text = format!("{}the needle{}", "hay stack ".repeat(30), " and straw".repeat(30));
    ana.must(digest::Command::Publish { cycle: cycle("2026-11-02"), text });
    let found = found(&ana, "needle");
    let cut = &found[0].1[0];
    assert!(cut.starts_with("… hay") || cut.starts_with("… stack"), "{cut}");
    assert!(cut.contains("the [needle] and straw") && cut.ends_with("and…"), "{cut}");
    assert!(cut.chars().count() < 150, "{cut}");
}

#[test]
fn deleted_words_and_words_between_two_are_not_found() {
    let mut ana = world();
    let id = ana.view.commitments.keys().next().unwrap().clone();
    ana.must(commitment::Command::Delete(id));
    check(&ana, "ecrire", &[]);
    for visibility in [Visibility::Circle, Visibility::Two] {
        let draft = FeedbackDraft {
            to: ana.member("Ben"),
            visibility,
            request: None,
            situation: String::new(),
            behaviour: "You whispered".to_owned(),
            impact: String::new(),
            next_time: String::new(),
        };
        // As the page does it: a note for two is beside the document, and in the circle that is shown.
        for record in ana.decide(feedback::Command::Give(draft)).unwrap() {
            ana.view.put(record);
        }
    }
    assert_eq!(ana.view.feedback.len(), 2);
    check(&ana, "whispered", &[]);
}

#[test]
fn the_newest_come_first_and_not_too_many() {
    let mut ana = Device::found(1, &["Ana"]);
    for number in 0..FINDS_SHOWN + 5 {
        let draft = CommitmentDraft { text: format!("Row {number}"), ..Default::default() };
        ana.must(commitment::Command::Add { cycle: cycle("2026-11-02"), draft });
    }
    let finds = SearchIndex::of(&ana.view).find(&ana.view, &SearchQuery::of("row").unwrap());
    assert_eq!((finds[0].count, finds[0].shown.len()), (FINDS_SHOWN + 5, FINDS_SHOWN));
    assert_eq!(finds[0].shown[0].excerpt.after, format!(" {}", FINDS_SHOWN + 4));
    assert!(finds[0].shown.windows(2).all(|pair| pair[0].at > pair[1].at));
}

#[test]
fn what_is_found_has_its_place() {
    let ana = world();
    let finds = SearchIndex::of(&ana.view).find(&ana.view, &SearchQuery::of("sea").unwrap());
    for find in finds.into_iter().flat_map(|finds| finds.shown) {
        let place = find.subject.place(&ana.view).unwrap();
        let is_goal = find.subject.kind() == SearchKind::Goal;
        assert_eq!(place.cycle, (!is_goal).then(|| cycle("2026-11-02")), "{find:?}");
    }
}

proptest! {
    /// Each word of a text finds it, in whichever case, and what is shown as found reads as the word does.
    #[test]
    fn any_word_of_a_text_finds_it(text in "[a-zA-ZäöüßéàçñøłđőŠžÅΆΈа-яЁ\u{301}\u{308}æ东京 ]{2,60}", pick in any::<u64>()) {
        let mut ana = Device::found(1, &["Ana"]);
        if ana.run(digest::Command::Publish { cycle: cycle("2026-11-02"), text: text.clone() }).is_err() {
            return Ok(());
        }
        let words: Vec<_> = ana.view.digests.values().next().unwrap().text.split_whitespace().map(str::to_owned).collect();
        let word = &words[Seeded(pick).below(words.len())];
        let Some(query) = SearchQuery::of(word) else { return Ok(()) };
        let finds = SearchIndex::of(&ana.view).find(&ana.view, &query);
        prop_assert_eq!(finds.len(), 1);
        let hit = SearchQuery::of(&finds[0].shown[0].excerpt.hit);
        prop_assert_eq!(hit, Some(query.clone()));
        let shouted = SearchQuery::of(&word.to_lowercase());
        prop_assert_eq!(shouted, Some(query));
    }
}
