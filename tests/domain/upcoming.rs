//! What was promised for the time after a week, also where the circle pauses next.

use crate::support::{Device, cycle, present};
use peer_circle::domain::{
    CheckInDraft, CommitmentDraft, Cycle, Interval, Record, Rhythm, RhythmVersion, Wait, check_in, draft_digest, rhythm,
};

fn first() -> Cycle {
    cycle("2026-11-02")
}

fn promise(text: &str) -> CommitmentDraft {
    CommitmentDraft { text: text.to_owned(), ..CommitmentDraft::default() }
}

fn send(ana: &mut Device, next: &str) {
    ana.must(check_in::Command::Send(CheckInDraft {
        cycle: first(),
        settlements: Vec::new(),
        win: "Slept".to_owned(),
        blocker: String::new(),
        ask: String::new(),
        confidence: None,
        next: vec![promise(next)],
        progress: Vec::new(),
        has_nothing_to_say: false,
    }));
}

fn check(ana: &Device, week: i64, wait: Wait, held: i64, expected: &[&str]) {
    let next = ana.view.next_commitments(&ana.member("Ana"), first().plus(week));
    let texts: Vec<_> = next.commitments.iter().map(|commitment| commitment.text.as_str()).collect();
    assert_eq!((next.wait, next.cycle, texts.as_slice()), (wait, first().plus(held), expected), "after week {week}");
}

#[test]
fn next_commitments_are_found_across_a_pause() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    check(&ana, 0, Wait::NextWeek, 1, &[]);
    // Made before anybody knew of the pause, then after it.
    send(&mut ana, "Write 2 pages");
    check(&ana, 0, Wait::NextWeek, 1, &["Write 2 pages"]);
    ana.must(rhythm::Command::Skip(first().plus(1)));
    check(&ana, 0, Wait::AfterPause, 2, &["Write 2 pages"]);
    send(&mut ana, "Call 3 people");
    check(&ana, 0, Wait::AfterPause, 2, &["Write 2 pages", "Call 3 people"]);
    // While the circle pauses, what was made for that very week is no longer to come.
    check(&ana, 1, Wait::NextWeek, 2, &["Call 3 people"]);
    check(&ana, 2, Wait::NextWeek, 3, &[]);
    // Editing the check-in hides nothing.
    send(&mut ana, "Rest 1 day");
    check(&ana, 0, Wait::AfterPause, 2, &["Write 2 pages", "Call 3 people", "Rest 1 day"]);
}

#[test]
fn a_digest_names_what_comes_after_a_pause() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    send(&mut ana, "Write 2 pages");
    ana.must(rhythm::Command::Skip(first().plus(1)));
    let draft = draft_digest(present(&ana.view, ana.now), first());
    assert_eq!((draft.next, &draft.members[0].next[..]), (first().plus(2), &["Write 2 pages".to_owned()][..]));
}

#[test]
fn weeks_between_are_said_as_weeks() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let rhythm = Rhythm { interval: Interval::EverySecond, ..ana.view.rhythm.newest().clone() };
    ana.put(&[Record::Rhythm(RhythmVersion { from: Some(first()), rhythm, changed_at: ana.now })]);
    send(&mut ana, "Write 2 pages");
    check(&ana, 0, Wait::Weeks(2), 2, &["Write 2 pages"]);
    check(&ana, 1, Wait::NextWeek, 2, &["Write 2 pages"]);
    ana.must(rhythm::Command::Skip(first().plus(2)));
    check(&ana, 0, Wait::AfterPause, 4, &["Write 2 pages"]);
}
