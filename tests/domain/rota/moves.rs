//! Swaps, covers, claims and marks.

use crate::support::turns::{Turns, turn};
use crate::support::{Zones, at, cycle, day, present};
use peer_circle::domain::{
    Action, Command, MemberId, OverrideKind, OverrideState, ROLES_MAX, Reason, Record, Refusal, RoleDraft, RoleId,
    TurnId, TurnStatus, role,
};

/// Five people; week 3 of the circle, Wednesday: weeks 4 to 7 are published and have not begun.
const NOW: &str = "2026-11-18T10:00:00Z";
const SEEN: &str = "2026-11-16";
const NEXT: &str = "2026-11-23";
const LATER: &str = "2026-11-30";

fn lead_of(turns: &Turns, day: &str) -> String {
    turns.holders(SEEN, day).split(' ').next().unwrap().to_owned()
}

fn actions(turns: &Turns, now: &str, name: &str, of: &TurnId) -> Vec<Action> {
    let now = at(now);
    let rota = turns.rota(&turns.circle.rhythm.cycle_at(&Zones, now).to_string());
    rota.actions(present(&turns.circle, now), &turns.id(name), of)
}

/// A member who has no turn in the cycle of `day`.
fn idle(turns: &Turns, day: &str) -> String {
    let serving = turns.holders(SEEN, day);
    let roster = turns.circle.roster();
    roster.iter().map(|member| member.name.clone()).find(|name| !serving.contains(name.as_str())).unwrap()
}

fn offer(turns: &mut Turns) -> (String, String, TurnId) {
    let mine = lead_of(turns, NEXT);
    let found = actions(turns, NOW, &mine, &turn(NEXT, "lead"));
    let Some(Action::OfferSwap(candidates)) = found.first() else { panic!("{found:?}") };
    let (with, theirs) = candidates.iter().find(|(_, id)| id.cycle == cycle(LATER)).unwrap().clone();
    let name = turns.circle.name_of(&with).unwrap().to_owned();
    turns.act(NOW, &mine, NEXT, "lead", OverrideKind::Swap { with, theirs: theirs.clone() }).unwrap();
    (mine, name, theirs)
}

#[test]
fn a_swap_holds_once_both_agree_and_can_be_undone() {
    let mut turns = Turns::of(5);
    let plain = (turns.holders(SEEN, NEXT), turns.holders(SEEN, LATER));
    let (mine, theirs, their_turn) = offer(&mut turns);
    let id = turns.newest().id;
    assert_eq!((turns.holders(SEEN, NEXT), turns.holders(SEEN, LATER)), plain, "an offer moved something");
    assert_eq!(turns.rota(SEEN).standing(&id), Some(OverrideState::Open));
    assert_eq!(turns.rota(SEEN).offers_to(&turns.id(&theirs)), std::slice::from_ref(&id));
    assert_eq!(turns.run(NOW, &mine, role::Command::TakeTurn(id.clone())), Err(Refusal::TurnMoved(turn(NEXT, "lead"))));
    turns.must(NOW, &theirs, role::Command::TakeTurn(id.clone()));
    let rota = turns.rota(SEEN);
    let (first, second) = (rota.turn(&turn(NEXT, "lead")).unwrap(), rota.turn(&their_turn).unwrap());
    assert_eq!((first.holder, second.holder), (Some(turns.id(&theirs)), Some(turns.id(&mine))));
    assert_eq!(first.scheduled, Some(turns.id(&mine)));
    assert_eq!(first.reason, Reason::Swap { with: turns.id(&mine), by: id.clone() });
    // Either undoes it before the cycles begin; not after.
    assert_eq!(
        turns.run("2026-11-24T10:00:00Z", &mine, role::Command::CancelOverride(id.clone())),
        Err(Refusal::TurnMoved(turn(NEXT, "lead")))
    );
    turns.must("2026-11-22T10:00:00Z", &theirs, role::Command::CancelOverride(id.clone()));
    assert_eq!((turns.holders(SEEN, NEXT), turns.holders(SEEN, LATER)), plain);
    assert_eq!(turns.rota(SEEN).standing(&id), Some(OverrideState::Over));
}

#[test]
fn a_cover_is_taken_by_who_came_first_on_two_devices() {
    let mut turns = Turns::of(5);
    let asks = lead_of(&turns, NEXT);
    turns.act(NOW, &asks, NEXT, "lead", OverrideKind::Cover).unwrap();
    let id = turns.newest().id;
    assert!(!actions(&turns, NOW, &asks, &turn(NEXT, "lead")).contains(&Action::AskCover), "asks twice");
    let others: Vec<MemberId> = turns.circle.members.keys().filter(|who| **who != turns.id(&asks)).cloned().collect();
    // Both take it without having heard of each other; the later one's file comes first.
    let known = turns.circle.clone();
    let late =
        turns.decide(&known, at("2026-11-19T10:00:01Z"), &others[0], role::Command::TakeTurn(id.clone())).unwrap();
    let soon =
        turns.decide(&known, at("2026-11-19T10:00:00Z"), &others[1], role::Command::TakeTurn(id.clone())).unwrap();
    for records in [late, soon] {
        records.into_iter().for_each(|record| turns.merge(record));
    }
    let taken = turns.rota(SEEN).turn(&turn(NEXT, "lead")).unwrap();
    assert_eq!(taken.holder, Some(others[1].clone()));
    assert_eq!(taken.reason, Reason::Cover { of: turns.id(&asks), by: id.clone() });
    // At the same instant the smaller id.
    let mut one = turns.newest();
    one.takes = vec![(others[1].clone(), at("2026-11-19T10:00:00Z")), (others[0].clone(), at("2026-11-19T10:00:00Z"))];
    one.takes.sort();
    turns.circle.put(Record::Override(one));
    assert_eq!(turns.rota(SEEN).turn(&turn(NEXT, "lead")).unwrap().holder, Some(others[0].clone()));
    // Cancelled, it is whose it was.
    turns.must("2026-11-20T10:00:00Z", &asks, role::Command::CancelOverride(id));
    assert_eq!(turns.rota(SEEN).turn(&turn(NEXT, "lead")).unwrap().holder, Some(turns.id(&asks)));
}

#[test]
fn an_untaken_cover_leaves_the_turn_where_it_was() {
    let mut turns = Turns::of(5);
    let asks = lead_of(&turns, NEXT);
    turns.act(NOW, &asks, NEXT, "lead", OverrideKind::Cover).unwrap();
    let id = turns.newest().id;
    let other = idle(&turns, NEXT);
    let late = turns.run("2026-11-23T08:00:00Z", &other, role::Command::TakeTurn(id.clone()));
    assert_eq!(late, Err(Refusal::TurnMoved(turn(NEXT, "lead"))));
    // Also where a clock let it pass.
    let mut one = turns.newest();
    one.takes.push((turns.id(&other), at("2026-11-23T08:00:00Z")));
    turns.circle.put(Record::Override(one));
    let rota = turns.rota(NEXT);
    assert_eq!(rota.turn(&turn(NEXT, "lead")).unwrap().holder, Some(turns.id(&asks)));
    assert_eq!(rota.standing(&id), Some(OverrideState::Over));
}

#[test]
fn a_silent_turn_is_claimed_a_day_after_its_deadline() {
    let check = |role: &str, too_early: &str, in_time: &str| {
        let mut turns = Turns::of(5);
        let of = turn(NEXT, role);
        let holder = turns.rota(NEXT).turn(&of).unwrap().holder.unwrap();
        let other = idle(&turns, NEXT);
        let status = |turns: &Turns, now: &str| {
            let rota = turns.rota(NEXT);
            rota.status(present(&turns.circle, at(now)), &rota.turn(&of).unwrap())
        };
        assert_eq!(turns.act(too_early, &other, NEXT, role, OverrideKind::Claim), Err(Refusal::TurnMoved(of.clone())));
        assert_eq!(status(&turns, too_early), TurnStatus::Pending);
        assert_eq!(status(&turns, in_time), TurnStatus::Claimable);
        assert_eq!(status(&turns, NOW), TurnStatus::Planned);
        turns.act(in_time, &other, NEXT, role, OverrideKind::Claim).unwrap();
        let rota = turns.rota("2026-11-30");
        let claimed = rota.turn(&of).unwrap();
        assert_eq!(claimed.holder, Some(turns.id(&other)));
        assert_eq!(claimed.reason, Reason::Claim { of: Some(holder.clone()), by: turns.newest().id });
        assert_eq!(rota.status(present(&turns.circle, at(in_time)), &claimed), TurnStatus::Served);
        let credit = |who: &MemberId, turns: &Turns| {
            let all = turns.rota("2026-11-30").credits(cycle(NEXT));
            all.into_iter().find(|credit| &credit.member == who).unwrap().total
        };
        let (with, without) = (credit(&turns.id(&other), &turns), credit(&holder, &turns));
        turns.must(in_time, &other, role::Command::CancelOverride(turns.newest().id));
        assert_eq!((credit(&turns.id(&other), &turns), credit(&holder, &turns)), (with - 1, without + 1));
    };
    // Due on Thursday, 26 November, 18:00.
    check("lead", "2026-11-27T17:59:00Z", "2026-11-27T18:00:00Z");
    check("tracker", "2026-11-30T17:59:00Z", "2026-11-30T18:00:00Z");
    check("summarizer", "2026-11-30T17:59:00Z", "2026-11-30T18:00:00Z");
}

#[test]
fn what_was_served_cannot_be_claimed() {
    let mut turns = Turns::of(5);
    let holder = lead_of(&turns, NEXT);
    turns.act("2026-11-26T10:00:00Z", &holder, NEXT, "lead", OverrideKind::Served).unwrap();
    let other = idle(&turns, NEXT);
    let known = Turns::of(5).circle;
    // The claim of a device that had not heard of the mark.
    let claim = Command::from(role::Command::OnTurn(turn(NEXT, "lead"), OverrideKind::Claim));
    let who = turns.id(&other);
    let records = turns.decide(&known, at("2026-11-28T10:00:00Z"), &who, claim).unwrap();
    records.into_iter().for_each(|record| turns.merge(record));
    let rota = turns.rota(NEXT);
    assert_eq!(rota.turn(&turn(NEXT, "lead")).unwrap().holder, Some(turns.id(&holder)));
    assert_eq!(rota.standing(&turns.newest().id), Some(OverrideState::Over));
}

#[test]
fn who_may_do_what() {
    let turns = Turns::of(5);
    let of = turn(NEXT, "lead");
    let holder = lead_of(&turns, NEXT);
    let mine = actions(&turns, NOW, &holder, &of);
    assert!(matches!(mine[..], [Action::OfferSwap(_), Action::AskCover]), "{mine:?}");
    assert_eq!(actions(&turns, NOW, &idle(&turns, NEXT), &of), []);
    assert_eq!(actions(&turns, "2026-11-24T10:00:00Z", &holder, &of), [Action::MarkServed]);
    assert_eq!(actions(&turns, "2026-11-28T10:00:00Z", &idle(&turns, NEXT), &of), [Action::Claim]);
    assert_eq!(actions(&turns, "2027-01-28T10:00:00Z", &idle(&turns, NEXT), &of), []);
    let mut turns = turns;
    let refused = turns.act(NOW, &idle(&turns, NEXT), NEXT, "lead", OverrideKind::Cover);
    assert_eq!(refused, Err(Refusal::TurnMoved(of)));
}

#[test]
fn an_offer_ends_when_its_turn_goes_to_somebody_else() {
    let mut turns = Turns::of(5);
    let asks = lead_of(&turns, LATER);
    turns.act(NOW, &asks, LATER, "lead", OverrideKind::Cover).unwrap();
    let id = turns.newest().id;
    let (first, last) = (cycle(LATER).first_day(), cycle(LATER).last_day());
    let away =
        Command::from(role::Command::DeclareAbsence { member: turns.id(&asks), first, last, note: String::new() });
    turns.must("2026-11-18T11:00:00Z", &asks, away);
    let heir = lead_of(&turns, LATER);
    assert_ne!(heir, asks);
    assert_eq!(turns.rota(SEEN).standing(&id), Some(OverrideState::Over));
    let other = idle(&turns, LATER);
    let late = turns.run("2026-11-18T12:00:00Z", &other, role::Command::TakeTurn(id));
    assert_eq!(late, Err(Refusal::TurnMoved(turn(LATER, "lead"))));
    // Taken on a device that had not heard of the absence: it stays the heir's.
    let mut one = turns.newest();
    one.takes.push((turns.id(&other), at("2026-11-18T12:00:00Z")));
    turns.circle.put(Record::Override(one));
    assert_eq!(lead_of(&turns, LATER), heir);
}

#[test]
fn illness_is_said_afterwards() {
    use peer_circle::domain::CheckInState::{Excused, Missed, Overdue};
    let mut turns = Turns::of(4);
    let ben = turns.id("Ben");
    let state = |turns: &Turns, now: &str, of: &str| {
        present(&turns.circle, at(now)).check_in_state(cycle(of), &turns.circle.members[&ben])
    };
    let now = "2026-11-20T09:00:00Z";
    assert_eq!(state(&turns, now, "2026-11-09"), Missed);
    assert_eq!(state(&turns, now, "2026-11-16"), Overdue);
    let before = turns.rota("2026-11-16");
    let (first, last) = (day("2026-11-10"), day("2026-11-19"));
    turns.must(now, "Ben", role::Command::DeclareAbsence { member: ben.clone(), first, last, note: String::new() });
    assert_eq!(state(&turns, now, "2026-11-02"), Missed);
    assert_eq!(state(&turns, now, "2026-11-09"), Excused);
    assert_eq!(state(&turns, now, "2026-11-16"), Excused);
    // Turns that began stay with whom they were.
    let after = turns.rota("2026-11-16");
    for week in ["2026-11-02", "2026-11-09", "2026-11-16"] {
        assert_eq!(before.turns(cycle(week)), after.turns(cycle(week)), "{week}");
    }
    // Taken back, it excuses nothing: it was a mistake. One that was declared ahead had excused by then.
    let id = turns.circle.absences.keys().next().unwrap().clone();
    turns.must("2026-11-20T10:00:00Z", "Ben", role::Command::CancelAbsence(id));
    assert_eq!(state(&turns, now, "2026-11-09"), Missed);
    let (first, last) = (day("2026-11-23"), day("2026-11-28"));
    turns.must(now, "Ben", role::Command::DeclareAbsence { member: ben.clone(), first, last, note: String::new() });
    let id = turns.circle.absences.values().find(|absence| absence.cancelled_at.is_none()).unwrap().id.clone();
    turns.must("2026-11-27T10:00:00Z", "Ben", role::Command::CancelAbsence(id));
    assert_eq!(state(&turns, "2026-12-01T09:00:00Z", "2026-11-23"), Excused);
}

#[test]
fn days_and_roles_have_bounds() {
    let mut turns = Turns::of(2);
    let ben = turns.id("Ben");
    let mut check = |first: &str, last: &str, expected: Result<(), Refusal>| {
        let (first, last) = (day(first), day(last));
        let command =
            Command::from(role::Command::DeclareAbsence { member: ben.clone(), first, last, note: String::new() });
        assert_eq!(turns.run(NOW, "Ana", command), expected, "{first} {last}");
    };
    check("2026-11-20", "2026-11-19", Err(Refusal::DaysBackwards));
    check("2026-10-10", "2026-10-20", Err(Refusal::DaysPast(28)));
    check("2026-10-10", "2026-10-21", Ok(()));
    check("2026-11-10", "2026-11-18", Ok(()));
    check("2026-11-20", "2027-11-20", Ok(()));
    check("2026-11-20", "2027-11-21", Err(Refusal::TooManyDays(366)));
    check("0001-01-01", "9999-12-31", Err(Refusal::TooManyDays(366)));
    let role = |nth: usize| RoleDraft { name: format!("Role {nth}"), ..RoleDraft::default() };
    for nth in 3..ROLES_MAX {
        turns.must(NOW, "Ana", role::Command::Add(role(nth)));
    }
    assert_eq!(turns.run(NOW, "Ana", role::Command::Add(role(9))), Err(Refusal::TooManyRoles(ROLES_MAX)));
    let taken = turns.run(NOW, "Ana", role::Command::Edit(RoleId::new("lead"), role(4)));
    assert_eq!(taken, Err(Refusal::NameTaken("Role 4".to_owned())));
    let gone = turns.run(NOW, "Ana", role::Command::Pause(RoleId::new("nothing")));
    assert_eq!(gone, Err(Refusal::Gone("role")));
}
