//! What is worth a notification when, and how much waits for a member.

use crate::support::turns::Turns;
use crate::support::{Zones, at, cycle, day, local, present};
use peer_circle::domain::{
    CheckInDraft, Command, CommitmentDraft, OverrideKind, ReminderKind, Rota, TurnId, check_in, commitment, deadline,
    member, reminders, rhythm, role, rota, waiting_for,
};

/// The week that most cases are about: due on Thursday 26 at 18:00, review on Friday at 17:00, next steps on
/// Monday 30 at 9:00. Its check-in opens on Monday 23 at 18:00.
const WEEK: &str = "2026-11-23";

fn nothing(_: &mut Turns) {}

fn checks_in(circle: &mut Turns) {
    let draft = CheckInDraft {
        cycle: cycle(WEEK),
        settlements: Vec::new(),
        win: "One".to_owned(),
        blocker: String::new(),
        ask: String::new(),
        confidence: None,
        next: Vec::new(),
        progress: Vec::new(),
        has_nothing_to_say: true,
    };
    circle.must("2026-11-25T09:00:00Z", "Ana", check_in::Command::Send(draft));
}

fn promises_next(circle: &mut Turns) {
    let draft = CommitmentDraft { text: "Send 3 letters".to_owned(), ..CommitmentDraft::default() };
    circle.must("2026-11-27T18:00:00Z", "Ana", commitment::Command::Add { cycle: cycle("2026-11-30"), draft });
}

fn pauses(circle: &mut Turns) {
    circle.must("2026-11-20T09:00:00Z", "Ana", rhythm::Command::Skip(cycle(WEEK)));
}

fn is_away(circle: &mut Turns) {
    let member = circle.id("Ana");
    let (first, last) = (day("2026-11-24"), day("2026-11-28"));
    let command = Command::from(role::Command::DeclareAbsence { member, first, last, note: String::new() });
    circle.must("2026-11-20T09:00:00Z", "Ana", command);
}

fn is_away_next(circle: &mut Turns) {
    let member = circle.id("Ana");
    let (first, last) = (day("2026-12-01"), day("2026-12-06"));
    let command = Command::from(role::Command::DeclareAbsence { member, first, last, note: String::new() });
    circle.must("2026-11-20T09:00:00Z", "Ana", command);
}

fn moves_review(circle: &mut Turns) {
    let to = local("2026-11-28T10:00");
    circle.must("2026-11-25T09:00:00Z", "Ana", rhythm::Command::MoveSession { cycle: cycle(WEEK), to });
}

fn leaves(circle: &mut Turns) {
    let ana = circle.id("Ana");
    circle.must("2026-11-24T09:00:00Z", "Ana", member::Command::Remove(ana));
}

#[test]
fn what_is_worth_a_word_when() {
    let check = |now: &str, change: fn(&mut Turns), keys: &[&str]| {
        let mut circle = Turns::of(3);
        change(&mut circle);
        let found = reminders(present(&circle.circle, at(now)), None, &circle.id("Ana"));
        let found: Vec<_> = found.iter().map(|reminder| reminder.key()).collect();
        assert_eq!(found, keys, "{now}");
    };
    // The check-in: its window is news for a day, then it is asked for a day and two hours before.
    check("2026-11-23T17:59:59Z", nothing, &[]);
    check("2026-11-23T18:00:00Z", nothing, &["2026-11-23~window"]);
    check("2026-11-24T17:59:59Z", nothing, &["2026-11-23~window"]);
    check("2026-11-24T18:00:00Z", nothing, &[]);
    check("2026-11-25T17:59:59Z", nothing, &[]);
    check("2026-11-25T18:00:00Z", nothing, &["2026-11-23~check-in-soon"]);
    check("2026-11-26T15:59:59Z", nothing, &["2026-11-23~check-in-soon"]);
    check("2026-11-26T16:00:00Z", nothing, &["2026-11-23~check-in-last"]);
    check("2026-11-26T18:00:00Z", nothing, &["2026-11-23~check-in-last"]);
    check("2026-11-26T18:00:01Z", nothing, &[]);
    check("2026-11-26T16:00:00Z", checks_in, &[]);
    check("2026-11-26T16:00:00Z", is_away, &[]);
    check("2026-11-26T16:00:00Z", pauses, &[]);
    check("2026-11-26T16:00:00Z", leaves, &[]);
    // The review, in time and at another time.
    check("2026-11-27T16:29:59Z", nothing, &[]);
    check("2026-11-27T16:30:00Z", nothing, &["2026-11-23~review"]);
    check("2026-11-27T16:59:59Z", checks_in, &["2026-11-23~review"]);
    check("2026-11-27T17:00:00Z", nothing, &[]);
    check("2026-11-27T16:30:00Z", is_away, &[]);
    check("2026-11-27T16:30:00Z", pauses, &[]);
    check("2026-11-27T16:30:00Z", moves_review, &[]);
    check("2026-11-28T09:45:00Z", moves_review, &["2026-11-23~review~2026-11-28T10:00"]);
    // Next steps, unless something is promised or nobody expects it.
    check("2026-11-30T05:59:59Z", nothing, &[]);
    check("2026-11-30T06:00:00Z", nothing, &["2026-11-23~next-steps"]);
    check("2026-11-30T09:00:00Z", nothing, &[]);
    check("2026-11-30T08:00:00Z", promises_next, &[]);
    check("2026-11-30T08:00:00Z", is_away_next, &[]);
    check("2026-11-30T08:00:00Z", is_away, &["2026-11-23~next-steps"]);
    check("2026-11-30T08:00:00Z", pauses, &[]);
}

#[test]
fn who_joins_late_owes_nothing_yet() {
    let mut circle = Turns::of(2);
    circle.must("2026-11-26T18:30:00Z", "Ana", member::Command::Add { name: "Zoe".to_owned() });
    let zoe = circle.id("Zoe");
    let keys = |now: &str| reminders(present(&circle.circle, at(now)), None, &zoe).len();
    assert_eq!((keys("2026-11-26T19:00:00Z"), keys("2026-12-02T20:00:00Z")), (0, 1));
    let stranger = peer_circle::domain::MemberId::new("nobody");
    assert_eq!(reminders(present(&circle.circle, at("2026-12-02T20:00:00Z")), None, &stranger), []);
    assert_eq!(waiting_for(present(&circle.circle, at("2026-12-02T20:00:00Z")), None, &stranger), 0);
}

/// The rota as it is known on `day`.
fn known(circle: &Turns, day: &str) -> Rota {
    rota(&circle.circle, &Zones, cycle(day), &circle.circle.skips())
}

/// The first turn in the cycle of `day`, and the name of its holder.
fn first_turn(circle: &Turns, day: &str) -> (TurnId, String) {
    let turn = known(circle, day).turns(cycle(day)).remove(0);
    let name = circle.circle.name_of(turn.holder.as_ref().unwrap()).unwrap().to_owned();
    (turn.id, name)
}

#[test]
fn a_turn_is_announced_in_the_morning_of_its_week() {
    let mut circle = Turns::of(3);
    let (turn, holder) = first_turn(&circle, WEEK);
    let keys = |circle: &Turns, now: &str, name: &str| {
        let rota = known(circle, WEEK);
        let found = reminders(present(&circle.circle, at(now)), Some(&rota), &circle.id(name));
        let is_turn = |key: &String| key.contains("~turn~");
        found.iter().map(|reminder| reminder.key()).filter(is_turn).collect::<Vec<_>>()
    };
    let key = format!("{WEEK}~turn~{}", turn.role);
    assert_eq!(keys(&circle, "2026-11-23T07:59:59Z", &holder), [""; 0]);
    assert_eq!(keys(&circle, "2026-11-23T08:00:00Z", &holder), std::slice::from_ref(&key));
    assert_eq!(keys(&circle, "2026-11-24T07:59:59Z", &holder), std::slice::from_ref(&key));
    assert_eq!(keys(&circle, "2026-11-24T08:00:00Z", &holder), [""; 0]);
    let other = ["Ana", "Ben", "Chen"].into_iter().find(|name| *name != holder).unwrap();
    assert!(!keys(&circle, "2026-11-23T08:00:00Z", other).contains(&key));
    circle.must("2026-11-23T09:00:00Z", &holder, role::Command::OnTurn(turn, OverrideKind::Served));
    assert_eq!(keys(&circle, "2026-11-23T10:00:00Z", &holder), [""; 0]);
}

/// Turns of a week that has begun do not move by themselves; that is no reason to ask for them.
#[test]
fn a_turn_of_a_week_that_pauses_after_all_is_not_asked_for() {
    let told = |change: &dyn Fn(&mut Turns, &str)| {
        let mut circle = Turns::of(3);
        let (_, holder) = first_turn(&circle, WEEK);
        change(&mut circle, &holder);
        let (rota, me) = (known(&circle, WEEK), circle.id(&holder));
        let found = reminders(present(&circle.circle, at("2026-11-23T09:00:00Z")), Some(&rota), &me);
        let turns = found.iter().filter(|reminder| matches!(reminder.kind, ReminderKind::TurnBegun(_))).count();
        let waiting = waiting_for(present(&circle.circle, at("2026-11-23T09:00:00Z")), Some(&rota), &me);
        let without = waiting_for(present(&circle.circle, at("2026-11-23T09:00:00Z")), None, &me);
        (turns, waiting - without)
    };
    assert_eq!(told(&|_, _| {}), (1, 1));
    let pause = |circle: &mut Turns, holder: &str| {
        circle.must("2026-11-23T07:00:00Z", holder, rhythm::Command::Skip(cycle(WEEK)));
    };
    assert_eq!(told(&pause), (0, 0));
    let leave = |circle: &mut Turns, holder: &str| {
        let member = circle.id(holder);
        let (first, last) = (day("2026-11-23"), day("2026-11-29"));
        let command = Command::from(role::Command::DeclareAbsence { member, first, last, note: String::new() });
        circle.must("2026-11-23T07:00:00Z", holder, command);
    };
    assert_eq!(told(&leave), (0, 0));
}

#[test]
fn an_offered_turn_is_told_to_who_can_take_it() {
    let mut circle = Turns::of(5);
    let (turn, holder) = first_turn(&circle, "2026-12-07");
    circle.must("2026-11-24T12:00:00Z", &holder, role::Command::OnTurn(turn.clone(), OverrideKind::Cover));
    let rota = known(&circle, WEEK);
    let offer = circle.newest();
    let offered = |name: &str| {
        let found = reminders(present(&circle.circle, at("2026-11-24T20:00:00Z")), Some(&rota), &circle.id(name));
        found.into_iter().find(|reminder| matches!(reminder.kind, ReminderKind::Offered { .. }))
    };
    let takers: Vec<_> = crate::support::turns::NAMES[..5].iter().filter(|name| offered(name).is_some()).collect();
    assert!(!takers.is_empty() && !takers.contains(&&holder.as_str()), "{takers:?}");
    let count = |rota| waiting_for(present(&circle.circle, at("2026-11-24T20:00:00Z")), rota, &circle.id(takers[0]));
    let own =
        known(&circle, WEEK).turns(cycle(WEEK)).into_iter().filter(|turn| turn.holder == Some(circle.id(takers[0])));
    assert_eq!(count(Some(&rota)) - count(None), own.count(), "a request to all waits for nobody alone");
    let told = offered(takers[0]).unwrap();
    let kind = ReminderKind::Offered { id: offer.id.clone(), turn, by: circle.id(&holder), is_swap: false };
    assert_eq!((told.key(), told.kind), (format!("2026-12-07~offer~{}", offer.id), kind));
}

#[test]
fn how_much_waits() {
    let check = |now: &str, change: fn(&mut Turns), expected: usize| {
        let mut circle = Turns::of(3);
        change(&mut circle);
        assert_eq!(waiting_for(present(&circle.circle, at(now)), None, &circle.id("Ana")), expected, "{now}");
    };
    // Weeks before this one were never checked in: last week's can be sent until the next window opens.
    check("2026-11-23T12:00:00Z", nothing, 1);
    check("2026-11-24T12:00:00Z", nothing, 1);
    check("2026-11-26T12:00:00Z", checks_in, 0);
    check("2026-11-26T20:00:00Z", nothing, 1);
    check("2026-11-26T12:00:00Z", is_away, 0);
    check("2026-11-26T12:00:00Z", leaves, 0);
    // From the review on until next steps are due.
    check("2026-11-27T16:59:59Z", checks_in, 0);
    check("2026-11-27T17:00:00Z", checks_in, 1);
    check("2026-11-27T17:00:00Z", nothing, 2);
    check("2026-11-27T19:00:00Z", promises_next, 1);
    check("2026-11-30T09:00:01Z", checks_in, 0);
    // A turn until its deadline, unless it is marked as served.
    let mut circle = Turns::of(3);
    let (turn, holder) = first_turn(&circle, WEEK);
    let waits = |circle: &Turns, now| {
        let rota = known(circle, WEEK);
        let without = waiting_for(present(&circle.circle, now), None, &circle.id(&holder));
        waiting_for(present(&circle.circle, now), Some(&rota), &circle.id(&holder)) - without
    };
    let kind = known(&circle, WEEK).turn(&turn).unwrap().kind;
    let until = deadline(&circle.circle.rhythm, &Zones, kind, cycle(WEEK));
    assert_eq!((waits(&circle, until.plus(-1)), waits(&circle, until)), (1, 0));
    circle.must("2026-11-23T09:00:00Z", &holder, role::Command::OnTurn(turn, OverrideKind::Served));
    assert_eq!(waits(&circle, until.plus(-1)), 0);
}
