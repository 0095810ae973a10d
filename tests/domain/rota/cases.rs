//! Who gets which turn, by name.

use crate::support::turns::{NAMES, Turns, holders, turn};
use crate::support::{Zones, at, cycle, day, present};
use peer_circle::domain::{
    Cause, CheckInState, Command, Cycle, Reason, RoleDraft, RoleId, RoleKind, Rota, Skip, TurnId, member, role, rota,
};

const FIRST: &str = "2026-11-02";

fn first() -> Cycle {
    cycle(FIRST)
}

fn all(turns: &Turns, weeks: i64) -> Rota {
    rota(&turns.circle, &Zones, first().plus(weeks), &[])
}

/// Whoever keeps a role, and how far credits differ, over `weeks` cycles.
fn check(members: usize, weeks: i64) {
    let turns = Turns::of(members);
    let rota = all(&turns, weeks);
    let spread = |values: Vec<i64>| values.iter().max().unwrap() - values.iter().min().unwrap();
    for week in 0..=weeks {
        let (now, before) = (rota.turns(first().plus(week)), rota.turns(first().plus(week - 1)));
        assert_eq!(now.len(), 3);
        for turn in &now {
            assert!(turn.holder.is_some());
            let kept = before.iter().any(|other| other.kind == turn.kind && other.holder == turn.holder);
            assert!(!kept, "{members} members, week {week}: {turn:?}");
            assert_eq!(now.iter().filter(|other| other.holder == turn.holder).count(), 1);
        }
        let credits = rota.credits(first().plus(week));
        let in_all = spread(credits.iter().map(|credit| credit.total).collect());
        assert!(in_all <= 1, "{members} members, week {week}: {in_all} apart");
        for role in 0..3 {
            let in_role = spread(credits.iter().map(|credit| credit.turns[role]).collect());
            assert!(in_role <= 1, "{members} members, week {week}, role {role}: {in_role} apart");
        }
    }
}

#[test]
fn three_members_share_three_roles_for_thirty_cycles() {
    check(3, 30);
}

#[test]
fn three_to_ten_members_share_alike_for_72_cycles() {
    (3..=10).for_each(|members| check(members, 72));
}

#[test]
fn of_two_members_the_lead_also_tracks() {
    let turns = Turns::of(2);
    let rota = all(&turns, 10);
    for week in 0..=10 {
        let expected = if week % 2 == 0 { "Ana Ben Ana" } else { "Ben Ana Ben" };
        assert_eq!(holders(&turns.circle, &rota, first().plus(week)), expected);
    }
    assert_eq!(rota.turns(first())[0].reason, Reason::TooFew { people: 2, roles: 3 });
}

#[test]
fn one_member_holds_everything() {
    let turns = Turns::of(1);
    let rota = all(&turns, 3);
    assert_eq!(holders(&turns.circle, &rota, first().plus(3)), "Ana Ana Ana");
    assert_eq!(rota.turns(first().plus(3))[0].reason, Reason::OnlyOne);
}

#[test]
fn a_silent_lead_does_not_stop_the_circle() {
    let turns = Turns::of(4);
    // Nobody ever marks or says anything; the rota advances and shares the turns all the same.
    let rota = all(&turns, 11);
    let leads: Vec<_> = (0..12).filter_map(|week| rota.turns(first().plus(week))[0].holder.clone()).collect();
    for name in &NAMES[..4] {
        assert_eq!(leads.iter().filter(|lead| **lead == turns.id(name)).count(), 3, "{name}");
    }
}

#[test]
fn a_circle_may_be_set_up_in_any_order_on_its_first_day() {
    let mut turns = Turns::of(1);
    for (hour, name) in [(9, "Ben"), (10, "Chen"), (23, "Dana")] {
        turns.must(&format!("2026-11-02T{hour:02}:00:00Z"), "Ana", member::Command::Add { name: name.to_owned() });
    }
    let whole = Turns::of(4);
    for week in 0..4 {
        let of = first().plus(week);
        assert_eq!(holders(&turns.circle, &all(&turns, 0), of), holders(&whole.circle, &all(&whole, 0), of));
    }
    assert_eq!(all(&turns, 0).turns(first())[0].shadows, []);
}

#[test]
fn a_newcomer_starts_at_the_average_and_shadows_the_lead() {
    let mut turns = Turns::of(4);
    let before = all(&turns, 20);
    turns.must("2026-12-09T10:00:00Z", "Ana", member::Command::Add { name: "Zoe".to_owned() });
    let after = all(&turns, 20);
    let zoe = turns.id("Zoe");
    // Known in week 5, so published up to week 9: nine or ten cycles of three turns, among four.
    for week in 0..=9 {
        assert_eq!(after.turns(first().plus(week)).len(), 3);
        for (old, new) in before.turns(first().plus(week)).iter().zip(after.turns(first().plus(week))) {
            assert_eq!(old.holder, new.holder, "week {week}");
        }
        let shadows = if week == 6 { vec![zoe.clone()] } else { Vec::new() };
        assert_eq!(after.turns(first().plus(week))[0].shadows, shadows, "week {week}");
    }
    let credits = after.credits(first().plus(20)).into_iter().find(|credit| credit.member == zoe).unwrap();
    assert_eq!(credits.allowance, 7, "30 turns among 4");
    let totals: Vec<_> = after.credits(first().plus(20)).iter().map(|credit| credit.total).collect();
    assert!(totals.iter().max().unwrap() - totals.iter().min().unwrap() <= 1, "{totals:?}");
}

#[test]
fn a_newcomer_relieves_who_has_two_turns_but_does_not_lead_at_once() {
    let mut turns = Turns::of(1);
    turns.must("2026-11-11T10:00:00Z", "Ana", member::Command::Add { name: "Ben".to_owned() });
    assert_eq!(turns.holders("2026-11-09", "2026-11-09"), "Ana Ana Ana");
    assert_eq!(turns.holders("2026-11-09", "2026-11-16"), "Ana Ana Ben");
    let relieved = turns.rota("2026-11-09").turns(cycle("2026-11-16"))[2].reason.clone();
    assert_eq!(relieved, Reason::Refilled { instead_of: Some(turns.id("Ana")), because: Cause::Relief });
    turns.must("2026-11-12T10:00:00Z", "Ana", member::Command::Remove(turns.id("Ana")));
    // Nobody else is there to lead.
    assert_eq!(turns.holders("2026-11-09", "2026-11-16"), "Ben Ben Ben");
}

#[test]
fn leaving_removes_future_turns_only_and_coming_back_forgets_nothing() {
    let mut turns = Turns::of(4);
    let before: Vec<_> = (0..=10).map(|week| holders(&turns.circle, &all(&turns, 10), first().plus(week))).collect();
    let ben = turns.id("Ben");
    turns.must("2026-11-18T10:00:00Z", "Ana", member::Command::Remove(ben.clone()));
    let gone: Vec<_> = (0..=10).map(|week| holders(&turns.circle, &all(&turns, 10), first().plus(week))).collect();
    assert_eq!(gone[..3], before[..3]);
    for week in 3..=10 {
        assert!(!gone[week].contains("Ben"), "week {week}");
        let kept = before[week].split(' ').zip(gone[week].split(' '));
        assert!(week > 6 || kept.filter(|(old, new)| old != new).count() <= 1, "week {week} moved more than Ben's");
    }
    turns.must("2027-01-06T10:00:00Z", "Ana", member::Command::Restore(ben));
    // Back in week 9: what was published while Ben was gone stays.
    let back: Vec<_> = (0..=20).map(|week| holders(&turns.circle, &all(&turns, 20), first().plus(week))).collect();
    assert_eq!(back[..=10], gone[..=10]);
    assert!(back[14..].iter().any(|week| week.contains("Ben")));
    let credits = all(&turns, 20).credits(first().plus(14));
    let totals: Vec<_> = credits.iter().map(|credit| credit.total).collect();
    assert!(totals.iter().max().unwrap() - totals.iter().min().unwrap() <= 2, "Ben is flooded: {totals:?}");
}

fn away(turns: &mut Turns, now: &str, name: &str, first: &str, last: &str) {
    let command = Command::from(role::Command::DeclareAbsence {
        member: turns.id(name),
        first: day(first),
        last: day(last),
        note: String::new(),
    });
    turns.must(now, name, command);
}

#[test]
fn an_absence_moves_only_its_own_turns() {
    let mut turns = Turns::of(5);
    let before: Vec<_> = (0..=6).map(|week| holders(&turns.circle, &all(&turns, 2), first().plus(week))).collect();
    let (name, week) = ("Ben", (3..=6).find(|week| before[*week].contains("Ben")).unwrap());
    let monday = first().plus(week as i64);
    away(&mut turns, "2026-11-18T10:00:00Z", name, &monday.to_string(), &monday.plus(0).last_day().to_string());
    for (other, before) in before.iter().enumerate() {
        let now = holders(&turns.circle, &all(&turns, 2), first().plus(other as i64));
        let moved: Vec<_> = before.split(' ').zip(now.split(' ')).filter(|(old, new)| old != new).collect();
        if other == week {
            assert!(matches!(moved[..], [("Ben", _)]), "{moved:?}");
        } else {
            assert_eq!(moved, [], "week {other}");
        }
    }
    let refilled = all(&turns, 2).turns(monday).into_iter().find(|turn| turn.reason != turn.scheduled_reason);
    assert_eq!(refilled, None);
    let because = |turn: &peer_circle::domain::Turn| matches!(&turn.reason, Reason::Refilled { instead_of: Some(who), because: Cause::Away } if who == &turns.id("Ben"));
    assert!(all(&turns, 2).turns(monday).iter().any(because));
}

#[test]
fn an_absence_declared_after_the_cycle_began_changes_nothing_in_it() {
    let mut turns = Turns::of(4);
    let before = turns.holders("2026-11-16", "2026-11-16");
    let lead = before.split(' ').next().unwrap().to_owned();
    away(&mut turns, "2026-11-16T08:00:00Z", &lead, "2026-11-16", "2026-11-29");
    assert_eq!(turns.holders("2026-11-16", "2026-11-16"), before);
    assert!(!turns.holders("2026-11-16", "2026-11-23").contains(&lead));
    // The check-in is excused all the same.
    let who = turns.id(&lead);
    assert!(turns.circle.is_away(&Zones, &who, cycle("2026-11-16")));
    let member = turns.circle.members[&who].clone();
    let state = present(&turns.circle, at("2026-11-21T08:00:00Z")).check_in_state(cycle("2026-11-16"), &member);
    assert_eq!(state, CheckInState::Excused);
}

#[test]
fn who_returns_after_six_weeks_is_not_flooded() {
    let mut turns = Turns::of(5);
    away(&mut turns, "2026-11-03T10:00:00Z", "Chen", "2026-12-14", "2027-01-24");
    let rota = all(&turns, 30);
    let chen = turns.id("Chen");
    let serves = |week: i64| rota.turns(first().plus(week)).iter().filter(|t| t.holder == Some(chen.clone())).count();
    assert_eq!((6..12).map(serves).sum::<usize>(), 0);
    let after = (12..22).map(serves).sum::<usize>();
    assert!((5..=7).contains(&after), "{after} turns in ten cycles, where six are fair");
    let credits = rota.credits(first().plus(12)).into_iter().find(|credit| credit.member == chen).unwrap();
    assert!((2..=4).contains(&credits.allowance), "{credits:?}");
}

#[test]
fn absences_and_check_ins() {
    // Due on Thursdays at 18:00 in Lisbon.
    let check = |days: (&str, &str), cancelled: Option<&str>, of: &str, expected: bool| {
        let mut turns = Turns::of(2);
        away(&mut turns, "2026-11-03T10:00:00Z", "Ben", days.0, days.1);
        if let Some(now) = cancelled {
            let id = turns.circle.absences.keys().next().unwrap().clone();
            turns.must(now, "Ben", role::Command::CancelAbsence(id));
        }
        let found = turns.circle.is_away(&Zones, &turns.id("Ben"), cycle(of));
        assert_eq!(found, expected, "{days:?} cancelled {cancelled:?}");
        assert!(!turns.circle.is_away(&Zones, &turns.id("Ana"), cycle(of)));
    };
    check(("2026-11-12", "2026-11-12"), None, "2026-11-09", true);
    check(("2026-11-09", "2026-11-11"), None, "2026-11-09", false);
    check(("2026-11-13", "2026-11-18"), None, "2026-11-09", false);
    check(("2026-11-13", "2026-11-19"), None, "2026-11-16", true);
    check(("2026-11-09", "2026-12-20"), Some("2026-11-20T09:00:00Z"), "2026-11-16", true);
    check(("2026-11-09", "2026-12-20"), Some("2026-11-19T17:00:00Z"), "2026-11-16", false);
    check(("2026-11-09", "2026-12-20"), Some("2026-11-20T09:00:00Z"), "2026-11-23", false);
}

#[test]
fn roles_come_and_go_from_the_next_cycle_on() {
    let mut turns = Turns::of(5);
    let before: Vec<_> = (0..=5).map(|week| holders(&turns.circle, &all(&turns, 1), first().plus(week))).collect();
    turns.must("2026-11-11T10:00:00Z", "Ana", role::Command::Pause(RoleId::new("summarizer")));
    let wine = RoleDraft { name: "Host".to_owned(), ..RoleDraft::default() };
    turns.must("2026-11-11T11:00:00Z", "Ana", role::Command::Add(wine));
    for week in 0..=5 {
        let now = all(&turns, 1).turns(first().plus(week));
        let kinds: Vec<_> = now.iter().map(|turn| turn.kind).collect();
        let shown = holders(&turns.circle, &all(&turns, 1), first().plus(week));
        if week <= 1 {
            assert_eq!(shown, before[week as usize]);
        } else {
            assert_eq!(kinds, [RoleKind::Lead, RoleKind::Tracker, RoleKind::Custom]);
            let old: Vec<_> = before[week as usize].split(' ').collect();
            assert_eq!(shown.split(' ').take(2).collect::<Vec<_>>(), [old[0], old[2]], "week {week}");
            assert!(matches!(now[2].reason, Reason::Refilled { instead_of: None, because: Cause::NewRole }));
        }
    }
    turns.must("2026-11-18T10:00:00Z", "Ana", role::Command::Resume(RoleId::new("summarizer")));
    assert_eq!(all(&turns, 2).turns(first().plus(2)).len(), 3);
    assert_eq!(all(&turns, 2).turns(first().plus(3)).len(), 4);
}

#[test]
fn a_skipped_cycle_has_no_turns_and_is_nobody_s_last() {
    let turns = Turns::of(3);
    let skipped = first().plus(8);
    let rota_with = |known_at: &str| {
        rota(&turns.circle, &Zones, first().plus(20), &[Skip { cycle: skipped, known_at: at(known_at) }])
    };
    let ahead = rota_with("2026-11-05T10:00:00Z");
    assert!(ahead.is_skipped(skipped) && ahead.turns(skipped).is_empty());
    let around = |rota: &Rota, week: i64| -> Vec<TurnId> {
        rota.turns(first().plus(week)).iter().map(|t| t.id.clone()).collect()
    };
    assert_eq!(around(&ahead, 9).len(), 3);
    for (before, after) in ahead.turns(first().plus(7)).iter().zip(ahead.turns(first().plus(9))) {
        assert_ne!(before.holder, after.holder, "kept a role over the skipped cycle");
    }
    // Known when it had been published: its turns go, the others stay.
    let late = rota_with("2026-12-22T10:00:00Z");
    let plain = all(&turns, 20);
    assert!(late.turns(skipped).is_empty());
    for week in [5, 6, 7, 9, 10, 11] {
        assert_eq!(late.turns(first().plus(week)), plain.turns(first().plus(week)), "week {week}");
    }
    // Known when it had begun: too late.
    assert_eq!(rota_with("2026-12-29T10:00:00Z").turns(skipped), plain.turns(skipped));
}

#[test]
fn reasons_say_what_was_weighed() {
    let turns = Turns::of(5);
    let rota = all(&turns, 3);
    let reasons = |week: i64| rota.turns(first().plus(week)).into_iter().map(|turn| turn.reason).collect::<Vec<_>>();
    assert_eq!(reasons(0)[0], Reason::RosterOrder { next: turns.id("Dana") });
    assert_eq!(reasons(1)[1], Reason::FewestCredits { credits: 0, next: 1 });
    assert_eq!(Turns::of(3).rota(FIRST).turns(first())[1].reason, Reason::EverybodyServes { in_role: 0 });
    assert_eq!(rota.turn(&turn(FIRST, "lead")).unwrap().holder, Some(turns.id("Ana")));
}
