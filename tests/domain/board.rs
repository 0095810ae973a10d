//! The board: one cycle, everybody's commitments, and what a filter leaves of it.

use crate::support::{Device, at, cycle, present};
use peer_circle::domain::{
    BoardFilter, BoardMark, BoardView, CheckInState, Commitment, CommitmentId, GoalId, Outcome, Record,
    board_neighbours, member,
};

const FIRST: &str = "2026-11-02";
const SECOND: &str = "2026-11-09";
const THIRD: &str = "2026-11-16";

/// One commitment: its text, the cycle it belongs to now, its outcome, those it was carried out of, its goal.
struct Made(&'static str, &'static str, Option<Outcome>, &'static [&'static str], Option<&'static str>);

fn commitment(device: &Device, owner: &str, made: &Made) -> Record {
    let &Made(text, of, outcome, carried, goal) = made;
    Record::Commitment(Commitment {
        id: CommitmentId::new(text),
        owner: device.member(owner),
        goal: goal.map(GoalId::new),
        text: text.to_owned(),
        cycle: cycle(of),
        due: None,
        cue: String::new(),
        action: String::new(),
        helper: None,
        outcome,
        resolved_at: None,
        note: String::new(),
        carried: carried.iter().map(|of| (cycle(of), "no time".to_owned())).collect(),
        eased: std::collections::BTreeMap::new(),
        created_at: at("2026-11-02T09:00:00Z"),
        deleted_at: None,
    })
}

/// Ana and Ben in their second week. Ana's book was carried out of the first one.
fn world() -> Device {
    let mut ana = Device::found(1, &["Ana", "Ben", "Chi"]);
    let of_ana = [
        Made("book", SECOND, None, &[FIRST], Some("read")),
        Made("call", SECOND, Some(Outcome::Kept), &[], Some("work")),
        Made("dance", FIRST, Some(Outcome::Missed), &[], None),
    ];
    let of_ben = [
        Made("edit", SECOND, Some(Outcome::Kept), &[], Some("write")),
        Made("file", SECOND, Some(Outcome::Dropped), &[], Some("write")),
    ];
    let ana_s = of_ana.iter().map(|made| commitment(&ana, "Ana", made));
    let records: Vec<_> = ana_s.chain(of_ben.iter().map(|made| commitment(&ana, "Ben", made))).collect();
    ana.put(&records);
    ana.now = at("2026-11-10T09:00:00Z");
    ana
}

fn filter(device: &Device, mark: Option<&str>, goal: Option<&str>, member: Option<&str>) -> BoardFilter {
    BoardFilter {
        mark: mark.map(|key| BoardMark::from_key(key).unwrap()),
        goal: goal.map(GoalId::new),
        member: member.map(|name| device.member(name)),
    }
}

/// "Ana: book open, call kept" per row of the board of `of`.
fn told(device: &Device, of: &str, filter: &BoardFilter) -> Vec<String> {
    let cycle = cycle(of);
    let board = BoardView::of(present(&device.view, device.now), cycle);
    let rows = board.rows_of(filter).into_iter().map(|row| {
        let each = row.commitments.iter().map(|one| format!("{} {}", one.text, BoardMark::of(one, cycle).key()));
        format!("{}: {}", row.member.name, each.collect::<Vec<_>>().join(", "))
    });
    rows.collect()
}

#[test]
fn a_board_shows_each_commitment_as_it_stood_in_that_cycle() {
    let ana = world();
    let all = BoardFilter::default();
    assert_eq!(told(&ana, SECOND, &all), ["Ana: book open, call kept", "Ben: edit kept, file dropped", "Chi: "]);
    assert_eq!(told(&ana, FIRST, &all), ["Ana: book carried, dance missed", "Ben: ", "Chi: "]);
    assert_eq!(told(&ana, THIRD, &all), ["Ana: ", "Ben: ", "Chi: "]);
}

#[test]
fn filters_narrow_one_another() {
    let ana = world();
    let check = |mark, goal, member, expected: &[&str]| {
        let filter = filter(&ana, mark, goal, member);
        assert_eq!(told(&ana, SECOND, &filter), expected, "{filter:?}");
    };
    check(Some("kept"), None, None, &["Ana: call kept", "Ben: edit kept"]);
    check(Some("kept"), Some("work"), None, &["Ana: call kept"]);
    check(Some("open"), None, Some("Ben"), &[]);
    check(None, Some("write"), None, &["Ben: edit kept, file dropped"]);
    check(Some("carried"), None, None, &[]);
    // That somebody has nothing is worth seeing, unless something is looked for.
    check(None, None, Some("Chi"), &["Chi: "]);
    check(None, Some("write"), Some("Ana"), &[]);
}

#[test]
fn what_can_be_chosen_is_counted_within_the_other_choices() {
    let ana = world();
    let check = |mark, goal, member, marks: &[(&str, usize)], goals: &[(&str, usize)], members: &[usize]| {
        let filter = filter(&ana, mark, goal, member);
        let found = BoardView::of(present(&ana.view, ana.now), cycle(SECOND)).choices(&filter);
        let found_marks: Vec<_> = found.marks.iter().map(|(mark, count)| (mark.key(), *count)).collect();
        let found_goals: Vec<_> = found.goals.iter().map(|(goal, count)| (goal.as_str(), *count)).collect();
        let found_members: Vec<_> = found.members.iter().map(|(_, count)| *count).collect();
        assert_eq!((found_marks.as_slice(), found_goals.as_slice()), (marks, goals), "{filter:?}");
        assert_eq!(found_members, members, "{filter:?}");
    };
    let all = [("read", 1), ("work", 1), ("write", 2)];
    check(None, None, None, &[("open", 1), ("kept", 2), ("dropped", 1)], &all, &[2, 2, 0]);
    check(
        Some("kept"),
        None,
        None,
        &[("open", 1), ("kept", 2), ("dropped", 1)],
        &[("work", 1), ("write", 1)],
        &[1, 1, 0],
    );
    check(None, None, Some("Ben"), &[("kept", 1), ("dropped", 1)], &[("write", 2)], &[2, 2, 0]);
    // What is chosen stays to be taken back, also where it shows nothing.
    check(Some("missed"), Some("read"), Some("Ben"), &[("missed", 0)], &[("read", 0)], &[0, 0, 0]);
}

#[test]
fn marks_are_found_by_their_keys() {
    for mark in BoardMark::ALL {
        assert_eq!(BoardMark::from_key(mark.key()), Some(mark));
    }
    assert_eq!(BoardMark::from_key("lost"), None);
}

#[test]
fn a_past_board_has_those_who_belonged_then() {
    let mut ana = world();
    let ben = ana.member("Ben");
    ana.now = at("2026-11-12T09:00:00Z");
    ana.must(member::Command::Remove(ben));
    ana.now = at("2026-11-18T09:00:00Z");
    ana.must(member::Command::Add { name: "Dee".to_owned() });
    let names = |of: &str| {
        let board = BoardView::of(present(&ana.view, ana.now), cycle(of));
        board.rows.iter().map(|row| row.member.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(FIRST), ["Ana", "Ben", "Chi"]);
    assert_eq!(names(SECOND), ["Ana", "Ben", "Chi"]);
    assert_eq!(names(THIRD), ["Ana", "Chi", "Dee"]);
}

#[test]
fn a_row_knows_the_check_in_and_the_whole_tally() {
    let ana = world();
    let board = BoardView::of(present(&ana.view, ana.now), cycle(FIRST));
    assert_eq!(board.rows[0].check_in, CheckInState::Missed);
    assert_eq!((board.rows[0].tally.total, board.rows[0].tally.kept), (2, 0));
    let filter = filter(&ana, Some("missed"), None, None);
    assert_eq!(board.rows_of(&filter)[0].tally.total, 2, "a filter changes no tally");
}

#[test]
fn boards_are_walked_from_the_first_cycle_to_the_running_one() {
    let mut ana = world();
    let check = |ana: &Device, of: &str, previous: Option<&str>, next: Option<&str>| {
        let found = board_neighbours(present(&ana.view, ana.now), cycle(of));
        assert_eq!((found.previous, found.next), (previous.map(cycle), next.map(cycle)), "{of}");
    };
    check(&ana, FIRST, None, Some(SECOND));
    check(&ana, SECOND, Some(FIRST), None);
    // From an address that somebody made up.
    check(&ana, "2020-01-06", None, Some(FIRST));
    check(&ana, "2031-01-06", Some(SECOND), None);
    // Next week has a board once somebody has committed to something in it.
    let next = commitment(&ana, "Chi", &Made("garden", THIRD, None, &[], None));
    ana.put(&[next]);
    check(&ana, SECOND, Some(FIRST), Some(THIRD));
    check(&ana, THIRD, Some(SECOND), None);
    check(&ana, "2031-01-06", Some(THIRD), None);
}
