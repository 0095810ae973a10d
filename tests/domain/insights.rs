//! The weeks laid side by side, and who gave feedback to whom.

use crate::support::{Device, at, cycle, present, sample_circle};
use peer_circle::domain::{
    Command, Commitment, CommitmentId, Feedback, FeedbackDraft, Insights, Outcome, Record, Tally, Visibility, feedback,
    feedback_flow, member,
};

/// Ana and Ben from 2 November on; it is the third week.
fn world() -> Device {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let made = [
        ("a", "Ana", "2026-11-02", Some(Outcome::Kept), None),
        ("b", "Ana", "2026-11-16", None, Some("2026-11-02")),
        ("c", "Ben", "2026-11-09", Some(Outcome::Partial), None),
        ("d", "Ben", "2026-11-09", Some(Outcome::Dropped), None),
    ];
    let records: Vec<_> = made
        .into_iter()
        .map(|(text, owner, of, outcome, carried)| {
            Record::Commitment(Commitment {
                id: CommitmentId::new(text),
                owner: ana.member(owner),
                goal: None,
                text: text.to_owned(),
                cycle: cycle(of),
                due: None,
                cue: String::new(),
                action: String::new(),
                helper: None,
                outcome,
                resolved_at: None,
                note: String::new(),
                carried: carried.into_iter().map(|of| (cycle(of), "no time".to_owned())).collect(),
                eased: std::collections::BTreeMap::new(),
                created_at: at("2026-11-02T09:00:00Z"),
                deleted_at: None,
            })
        })
        .collect();
    ana.put(&records);
    ana.now = at("2026-11-18T09:00:00Z");
    ana
}

/// Kept, partly kept and all, of each week.
fn counts(tallies: &[Tally]) -> Vec<(usize, usize, usize)> {
    tallies.iter().map(|tally| (tally.kept, tally.partial, tally.total)).collect()
}

#[test]
fn weeks_are_counted_as_they_stood() {
    let ana = world();
    let check = |weeks: usize, first: &str, ana_s: &[(usize, usize, usize)], ben_s: &[(usize, usize, usize)]| {
        let found = Insights::of(present(&ana.view, ana.now), weeks);
        assert_eq!(found.cycles.first(), Some(&cycle(first)));
        let own: Vec<_> = found.members.iter().map(|row| counts(&row.tallies)).collect();
        assert_eq!(own, [ana_s, ben_s]);
        let sum = |(one, other): (&(usize, usize, usize), &(usize, usize, usize))| {
            (one.0 + other.0, one.1 + other.1, one.2 + other.2)
        };
        assert_eq!(counts(&found.together()), ana_s.iter().zip(ben_s).map(sum).collect::<Vec<_>>());
    };
    check(12, "2026-11-02", &[(1, 0, 2), (0, 0, 0), (0, 0, 1)], &[(0, 0, 0), (0, 1, 1), (0, 0, 0)]);
    check(2, "2026-11-09", &[(0, 0, 0), (0, 0, 1)], &[(0, 1, 1), (0, 0, 0)]);
}

#[test]
fn each_row_of_a_circle_agrees_with_its_boards() {
    let circle = sample_circle(3, 5, 20);
    let now = present(&circle, at("2026-11-25T09:00:00Z"));
    let found = Insights::of(now, 12);
    assert_eq!((found.cycles.len(), found.members.len(), found.is_empty()), (12, 5, false));
    for row in &found.members {
        for (tally, of) in row.tallies.iter().zip(&found.cycles) {
            assert_eq!(*tally, Tally::of(circle.commitments_in(&row.member, *of), *of));
        }
    }
}

#[test]
fn a_circle_without_commitments_has_nothing_to_show() {
    let ana = Device::found(1, &["Ana"]);
    assert!(Insights::of(present(&ana.view, ana.now), 12).is_empty());
    assert!(feedback_flow(&ana.view).is_empty());
}

#[test]
fn feedback_is_counted_from_each_to_each() {
    let mut ana = Device::found(1, &["Ana", "Ben", "Chi"]);
    let give = |to: &str, ana: &Device| {
        Command::from(feedback::Command::Give(FeedbackDraft {
            to: ana.member(to),
            visibility: Visibility::Circle,
            request: None,
            situation: String::new(),
            behaviour: "You asked first".to_owned(),
            impact: String::new(),
            next_time: String::new(),
        }))
    };
    for to in ["Ben", "Ben", "Chi"] {
        let command = give(to, &ana);
        ana.must(command);
    }
    assert_eq!(feedback_flow(&ana.view).counts, [[0, 2, 1], [0, 0, 0], [0, 0, 0]]);
    // What was taken back, and what concerns somebody who left, is not counted.
    let taken: Vec<_> = ana.view.feedback.values().filter(|note| note.to == ana.member("Chi")).cloned().collect();
    ana.put(&[Record::Feedback(Feedback { deleted_at: Some(ana.now), ..(*taken[0]).clone() })]);
    assert_eq!(feedback_flow(&ana.view).counts, [[0, 2, 0], [0, 0, 0], [0, 0, 0]]);
    let ben = ana.member("Ben");
    ana.must(member::Command::Remove(ben));
    assert!(feedback_flow(&ana.view).is_empty());
}
