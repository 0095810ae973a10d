//! Absences, roles and overrides in the document: every copy finds the same rota.

use crate::support::turns::{command, holders, turn};
use crate::support::{Device, Seeded, Zones, cycle, day, present};
use peer_circle::document::{from_snapshot, import};
use peer_circle::domain::{
    Action, Circle, Command, DAY, HOUR, OverrideKind, Reason, RoleDraft, RoleId, Rota, WeekView, member, news, role,
    rota,
};
use proptest::prelude::*;

fn rota_of(device: &Device) -> Rota {
    let circle = device.circle();
    rota(&circle, &Zones, circle.rhythm.cycle_at(&Zones, device.now), &[])
}

/// The whole rota in words, reasons and marks included.
fn all(device: &Device) -> String {
    let rota = rota_of(device);
    let cycles = (0..=rota.last().since(rota.first())).map(|week| rota.first().plus(week));
    cycles.map(|cycle| format!("{:?}\n", rota.turns(cycle))).collect()
}

/// Ana, Ben, Chen and Dana, each with a device, in the second week.
fn four() -> [Device; 4] {
    let mut ana = Device::found(1, &["Ana", "Ben", "Chen", "Dana"]);
    ana.now = ana.now.plus(7 * DAY);
    let copies = [(2, "Ben"), (3, "Chen"), (4, "Dana")].map(|(client, name)| ana.copy(client, name));
    let [ben, chen, dana] = copies;
    [ana, ben, chen, dana]
}

fn lead_of(device: &Device, day: &str) -> usize {
    let lead = rota_of(device).turn(&turn(day, "lead")).and_then(|turn| turn.holder).unwrap();
    let roster = device.view.roster();
    roster.iter().position(|member| member.id == lead).unwrap()
}

#[test]
fn what_is_declared_comes_back_whole() {
    let [mut ana, ..] = four();
    let member = ana.member("Ben");
    let note = "Mountains".to_owned();
    let (first, last) = (day("2026-11-16"), day("2026-11-29"));
    ana.must(role::Command::DeclareAbsence { member: member.clone(), first, last, note: note.clone() });
    let found = ana.circle().absences.values().next().unwrap().clone();
    assert_eq!((found.member.clone(), found.first, found.last), (member, first, Some(last)));
    assert_eq!((found.note.clone(), found.declared_at, found.cancelled_at), (note, ana.now, None));
    ana.must(role::Command::CancelAbsence(found.id.clone()));
    assert_eq!(ana.circle().absences[&found.id].cancelled_at, Some(ana.now));

    let role = RoleDraft {
        name: "Host".to_owned(),
        duty: "Tea".to_owned(),
        checklist: "Boil\n\n Pour \n".to_owned(),
        place: 2,
    };
    ana.must(role::Command::Add(role));
    ana.must(role::Command::Pause(RoleId::new("tracker")));
    ana.must(role::Command::Resume(RoleId::new("tracker")));
    ana.must(role::Command::Pause(RoleId::new("tracker")));
    let roles = ana.circle().roles();
    let names: Vec<_> =
        roles.iter().map(|role| (role.id.as_str().len(), role.name.as_str(), role.is_paused())).collect();
    assert_eq!(names, [(4, "", false), (10, "", false), (7, "", true), (12, "Host", false)]);
    assert_eq!(roles[3].lines().collect::<Vec<_>>(), ["Boil", "Pour"]);
    assert_eq!(roles[2].pauses.len(), 3);
    // Nothing was lost on the way through the readable snapshot either.
    assert_eq!(from_snapshot(70, &ana.snapshot()).circle(), Ok(ana.circle()));
}

#[test]
fn two_devices_agree_after_a_merge_whatever_each_computed_before() {
    let mut devices = four();
    let lead = lead_of(&devices[0], "2026-11-23");
    devices[lead].must(role::Command::OnTurn(turn("2026-11-23", "lead"), OverrideKind::Cover));
    let asked = devices[lead].copy(20, "Ana");
    let id = asked.view.overrides.keys().next().unwrap().clone();
    let takers: Vec<usize> = (0..4).filter(|nth| *nth != lead).take(2).collect();
    for nth in &takers {
        devices[*nth].import(&asked);
        devices[*nth].now = devices[lead].now.plus(HOUR * 3 - HOUR * *nth as i64);
        devices[*nth].must(role::Command::TakeTurn(id.clone()));
    }
    let [one, two] = devices.get_disjoint_mut([takers[0], takers[1]]).unwrap();
    assert_ne!(all(one), all(two), "each sees itself as the taker");
    assert_eq!(one.import(two).conflicts, [], "two who help are no conflict");
    two.import(one);
    two.now = one.now;
    assert_eq!(all(one), all(two));
    // The other one was earlier.
    let winner = two.me.clone();
    let turn = rota_of(one).turn(&turn("2026-11-23", "lead")).unwrap();
    assert_eq!(turn.holder, winner);
    assert!(matches!(turn.reason, Reason::Cover { .. }));
}

#[test]
fn news_of_turns_name_who_and_what() {
    let mut devices = four();
    let before = devices[0].circle();
    let lead = lead_of(&devices[0], "2026-11-23");
    devices[lead].must(role::Command::OnTurn(turn("2026-11-23", "lead"), OverrideKind::Cover));
    let after = devices[lead].circle();
    let shown = format!("{:?}", news(&before, &after));
    assert!(shown.contains("CoverAsked"), "{shown}");
    assert_eq!(news(&after, &after), []);
}

#[test]
fn who_is_away_is_excused_on_the_board() {
    let [mut ana, ..] = four();
    let (member, note) = (ana.member("Ben"), String::new());
    ana.must(role::Command::DeclareAbsence { member, first: day("2026-11-10"), last: day("2026-11-13"), note });
    let of = |circle: &Circle| WeekView::of(present(circle, ana.now.plus(5 * DAY)), cycle("2026-11-09"));
    let states: Vec<_> = of(&ana.view).seats.iter().map(|seat| format!("{:?}", seat.check_in)).collect();
    assert_eq!(states, ["Overdue", "Excused", "Overdue", "Overdue"]);
}

#[test]
fn screens_offer_only_what_the_rules_allow() {
    let mut devices = four();
    let lead = lead_of(&devices[0], "2026-11-23");
    let device = &mut devices[lead];
    let (now, me, of) = (device.now, device.me.clone().unwrap(), turn("2026-11-23", "lead"));
    let actions = rota_of(device).actions(present(&device.view, now), &me, &of);
    let Some(Action::OfferSwap(candidates)) = actions.first().cloned() else { panic!("{actions:?}") };
    for (with, theirs) in candidates {
        device.decide(role::Command::OnTurn(of.clone(), OverrideKind::Swap { with, theirs })).unwrap();
    }
    let shown = holders(&device.view, &rota_of(device), cycle("2026-11-23"));
    assert_eq!(shown.split(' ').count(), 3);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn all_copies_show_the_same_rota(seeds in proptest::collection::vec(any::<u64>(), 10..60)) {
        let mut devices = four();
        let mut now = devices[0].now;
        for seed in seeds {
            let mut dice = Seeded(seed);
            now = now.plus(HOUR * (1 + dice.below(40) as i64));
            let on = dice.below(4);
            let device = &mut devices[on];
            // Clocks differ by minutes.
            device.now = now.plus(on as i64 * 60_000);
            let me = device.me.clone().unwrap();
            let command = match dice.below(20) {
                0 => Command::from(member::Command::Add { name: format!("N{}", dice.below(999)) }),
                1 => Command::from(member::Command::Remove(me.clone())),
                2 => Command::from(member::Command::Restore(me.clone())),
                _ => command(&device.view, device.now, &me, &mut dice).into(),
            };
            let _ = device.run(command);
            if dice.below(3) == 0 {
                let from = (on + 1 + dice.below(3)) % 4;
                let [into, from] = devices.get_disjoint_mut([on, from]).unwrap();
                into.import(from);
            }
        }
        for _ in 0..2 {
            for (into, from) in [(0, 1), (1, 2), (2, 3), (3, 0), (2, 0), (1, 3), (0, 2), (3, 1)] {
                let [into, from] = devices.get_disjoint_mut([into, from]).unwrap();
                import(&mut into.doc, &from.doc).unwrap();
            }
        }
        let shown = devices.map(|device| {
            let circle = device.doc.circle().unwrap();
            let rota = rota(&circle, &Zones, circle.rhythm.cycle_at(&Zones, now), &[]);
            let weeks = (0..=rota.last().since(rota.first())).map(|week| rota.turns(rota.first().plus(week)));
            (weeks.collect::<Vec<_>>(), rota.credits(rota.last()))
        });
        for other in &shown[1..] {
            prop_assert_eq!(&shown[0], other);
        }
    }
}
