//! Facts that no rule let through: cycles and times far off, unknown people, broken clocks.

use crate::support::turns::{Turns, holders, turn};
use crate::support::{Seeded, Zones, at, cycle, day, new_circle, present};
use peer_circle::domain::{
    Absence, AbsenceId, Cycle, Member, MemberId, Override, OverrideId, OverrideKind, Record, Role, RoleId, Season,
    SeasonId, Skip, Table, Timestamp, TurnId, rota,
};

fn far(dice: &mut Seeded) -> Timestamp {
    const TIMES: [i64; 6] = [i64::MIN, 0, 1_793_600_000_000, 1_793_700_000_000, 1_800_000_000_000, i64::MAX];
    Timestamp::from_millis(TIMES[dice.below(6)].saturating_add(dice.below(5_000_000_000) as i64))
}

fn week(dice: &mut Seeded) -> Cycle {
    let days = ["0001-01-01", "2026-11-02", "2026-11-09", "2026-11-16", "2026-12-21", "9999-12-31"];
    cycle(days[dice.below(days.len())])
}

/// A record that means little.
fn record(dice: &mut Seeded) -> Record {
    let someone = |dice: &mut Seeded| MemberId::new(&format!("m{}", dice.below(9)));
    let some_turn = |dice: &mut Seeded| TurnId {
        cycle: week(dice),
        role: RoleId::new(["lead", "summarizer", "tracker", "r0", "r1", "nothing"][dice.below(6)]),
    };
    let cancelled_at = [None, Some(far(dice))][dice.below(2)];
    match dice.below(6) {
        0 => Record::Member(Member {
            id: someone(dice),
            name: String::new(),
            focus: String::new(),
            joined_at: far(dice),
            left_at: cancelled_at,
        }),
        1 => Record::Absence(Absence {
            id: AbsenceId::new(&dice.below(20).to_string()),
            member: someone(dice),
            first: week(dice).last_day(),
            last: [None, Some(week(dice).first_day())][dice.below(2)],
            note: String::new(),
            declared_at: far(dice),
            cancelled_at,
        }),
        2 => Record::Role(Role {
            created_at: far(dice),
            pauses: (0..dice.below(4)).map(|nth| (far(dice), nth % 2 == 0)).collect(),
            ..Role::plain(RoleId::new(&format!("r{}", dice.below(20))))
        }),
        3 if dice.below(4) == 0 => {
            Record::Season(Season { id: SeasonId::new("s"), first: week(dice), weeks: dice.below(256) as u8 })
        }
        _ => Record::Override(Override {
            id: OverrideId::new(&dice.below(40).to_string()),
            turn: some_turn(dice),
            kind: match dice.below(4) {
                0 => OverrideKind::Swap { with: someone(dice), theirs: some_turn(dice) },
                1 => OverrideKind::Cover,
                2 => OverrideKind::Claim,
                _ => OverrideKind::Served,
            },
            by: someone(dice),
            made_at: far(dice),
            takes: (0..dice.below(3)).map(|_| (someone(dice), far(dice))).collect(),
            cancelled_at,
        }),
    }
}

#[test]
fn nonsense_ends_in_a_rota() {
    for seed in 0..400 {
        let mut dice = Seeded(seed);
        let mut circle = new_circle(&["Ana", "Ben"]).0;
        if dice.below(4) == 0 {
            circle.about.created_at = far(&mut dice);
        }
        for _ in 0..60 {
            circle.put(record(&mut dice));
        }
        let skips = [Skip { cycle: week(&mut dice), known_at: far(&mut dice) }];
        for through in ["0001-01-01", "2026-12-07", "9999-12-31"] {
            let rota = rota(&circle, &Zones, cycle(through), &skips);
            let shown = rota.turns(cycle(through));
            for turn in shown {
                rota.actions(present(&circle, far(&mut dice)), &MemberId::new("m1"), &turn.id);
                rota.status(present(&circle, far(&mut dice)), &turn);
            }
            rota.credits(cycle(through));
            rota.turns_of(&MemberId::new("m1"), cycle(through));
        }
    }
}

#[test]
fn a_circle_begun_by_a_clock_at_year_one_has_a_rota_of_today() {
    let mut turns = Turns::of(3);
    turns.circle.about.created_at = Timestamp::from_millis(i64::MIN);
    turns.circle.seasons = Table::default();
    let shown = holders(&turns.circle, &turns.rota("2026-11-16"), cycle("2026-11-16"));
    assert_eq!(shown.split(' ').count(), 3);
    assert!(turns.rota("2026-11-16").last().since(turns.rota("2026-11-16").first()) <= 1044);
}

#[test]
fn a_crowd_costs_no_more_than_a_circle_can_have() {
    let mut turns = Turns::of(3);
    for nth in 0..2_000 {
        let id = MemberId::new(&format!("x{nth}"));
        let joined_at = at("2026-11-02T09:00:00Z").plus(nth);
        let (name, focus) = (String::new(), String::new());
        turns.circle.put(Record::Member(Member { id, name, focus, joined_at, left_at: None }));
    }
    let rota = turns.rota("2027-05-03");
    assert_eq!(rota.credits(cycle("2027-05-03")).len(), 120);
    assert!(rota.turn(&turn("2027-05-03", "tracker")).unwrap().holder.is_some());
}

#[test]
fn a_cover_asked_by_a_clock_that_is_years_ahead_waits() {
    let mut turns = Turns::of(3);
    let by = turns.id("Ana");
    let of = turn("2026-11-09", "lead");
    let made_at = at("2031-01-01T00:00:00Z");
    let takes = vec![(turns.id("Ben"), made_at)];
    let id = OverrideId::new("o");
    let one = Override { id: id.clone(), turn: of, kind: OverrideKind::Cover, by, made_at, takes, cancelled_at: None };
    let before = turns.holders("2026-11-02", "2026-11-09");
    turns.circle.put(Record::Override(one));
    assert_eq!(turns.holders("2026-11-02", "2026-11-09"), before);
    assert_eq!(turns.rota("2026-11-02").offers_to(&turns.id("Ben")), []);
    assert!(turns.circle.absences_ahead(&turns.id("Ben"), day("2026-11-02")).is_empty());
}
