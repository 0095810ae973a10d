//! Streaks that forgive, consistency, comebacks, and the table of weeks that they are read from.

use crate::support::{Device, at, cycle, day, present};
use peer_circle::domain::{
    Attendance, CheckIn, Command, CommitmentDraft, Cycle, MemberWeek, Outcome, Record, Settlement, Streak, Tally,
    Verdict, commitment, member, role, streak, week_table,
};
use proptest::prelude::*;

/// One week a letter: `x` in, `-` missed, `e` excused, `?` still to come, a digit: in, with so many of four kept.
fn weeks(text: &str) -> Vec<MemberWeek> {
    let first = Cycle::of(day("2026-01-05"));
    let week = |(nth, letter): (i64, char)| {
        let (attendance, tally) = match letter {
            'x' => (Attendance::In, Tally::default()),
            '-' => (Attendance::Missed, Tally::default()),
            'e' => (Attendance::Excused, Tally::default()),
            '?' => (Attendance::Pending, Tally::default()),
            digit => {
                let kept = usize::try_from(digit.to_digit(10).unwrap()).unwrap();
                (Attendance::In, Tally { kept, total: 4, ..Tally::default() })
            }
        };
        MemberWeek { cycle: first.plus(nth), attendance, tally }
    };
    (0..).zip(text.chars()).map(week).collect()
}

#[test]
fn a_streak_forgives() {
    let check = |text: &str, run: usize, longest: usize, has_used_grace: bool, comebacks: usize| {
        let Streak { weeks: found, longest: best, has_used_grace: grace, comebacks: back, .. } = streak(&weeks(text));
        assert_eq!((found, best, grace, back), (run, longest, has_used_grace, comebacks), "{text}");
    };
    check("", 0, 0, false, 0);
    check("x", 1, 1, false, 0);
    check("xxx?", 3, 3, false, 0);
    // An excused week in the middle neither extends nor ends it.
    check("xxexx", 4, 4, false, 0);
    check("eeex", 1, 1, false, 0);
    // One missed week is forgiven by itself.
    check("xx-", 2, 2, true, 0);
    check("xx-xx", 4, 4, true, 1);
    // A second one within six weeks cuts off what was before the first.
    check("xx-xx-", 2, 4, true, 1);
    check("xx--", 0, 2, false, 0);
    check("xx--x", 1, 2, true, 1);
    check("x-xxxx-", 4, 5, true, 1);
    // The sixth week after it has a grace of its own again.
    check("x-xxxxx-", 6, 6, true, 1);
    check("x-xxxxxx", 7, 7, false, 1);
    // An excused week does not bring it nearer.
    check("x-xxxxe-", 4, 5, true, 1);
    // Coming back takes having been there.
    check("-x", 1, 1, true, 0);
    check("--xx", 2, 2, true, 0);
    check("x--x--x", 1, 1, true, 2);
}

#[test]
fn newer_weeks_weigh_more() {
    let check = |text: &str, percent: Option<f64>| {
        let found = streak(&weeks(text)).consistency.map(|share| (share * 1000.0).round() / 10.0);
        assert_eq!(found, percent, "{text}");
    };
    check("", None);
    check("ee?", None);
    check("4", Some(100.0));
    check("x", Some(100.0));
    check("2", Some(50.0));
    check("-", Some(0.0));
    // Weights 0.8706 and 1.
    check("4-", Some(46.5));
    check("-4", Some(53.5));
    // Weeks that say nothing let nothing fade.
    check("4eeee-", Some(46.5));
    check("4444-", Some(74.1));
    // Five weeks on, a week counts half as much as the newest.
    check("4-----", Some(11.5));
}

proptest! {
    #[test]
    fn what_holds_of_every_history(text in "[-xe?0-4]{0,60}") {
        let all = weeks(&text);
        let found = streak(&all);
        prop_assert!(found.weeks <= found.longest);
        prop_assert!(found.consistency.is_none_or(|share| (0.0..=1.0).contains(&share)));
        let ins = all.iter().filter(|week| week.attendance == Attendance::In).count();
        prop_assert!(found.longest <= ins);

        // An absence declared afterwards heals: excusing a missed week never shortens the run, nor lowers the mean.
        for (place, week) in all.iter().enumerate().filter(|(_, week)| week.attendance == Attendance::Missed) {
            let mut healed = all.clone();
            healed[place] = MemberWeek { attendance: Attendance::Excused, ..*week };
            let healed = streak(&healed);
            prop_assert!(healed.consistency.is_none() || healed.consistency >= found.consistency);
            prop_assert!(healed.weeks >= found.weeks && healed.longest >= found.longest, "{text} at {place}");
        }
    }
}

/// Puts a check-in of the `nth` week, sent on its Wednesday.
fn check_in(device: &mut Device, name: &str, nth: i64) {
    let cycle = first().plus(nth);
    let submitted_at = at("2026-11-04T09:00:00Z").plus(nth * 7 * 24 * 3_600_000);
    let [win, blocker, ask] = ["Slept", "", ""].map(str::to_owned);
    let member = device.member(name);
    device.put(&[Record::CheckIn(CheckIn { cycle, member, submitted_at, win, blocker, ask, confidence: None })]);
}

fn first() -> Cycle {
    cycle("2026-11-02")
}

#[test]
fn weeks_are_read_off_the_circle() {
    use Attendance::{Excused, In, Missed, Pending};
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let draft = |text: &str| CommitmentDraft { text: text.to_owned(), ..CommitmentDraft::default() };
    for text in ["Write 2 letters", "Call 1 friend"] {
        ana.must(Command::from(commitment::Command::Add { cycle: first(), draft: draft(text) }));
    }
    let ids: Vec<_> = ana.view.commitments.keys().cloned().collect();
    let settle = |settlement| Command::from(commitment::Command::Settle { cycle: first(), settlement });
    ana.must(settle(Settlement::verdict(ids[0].clone(), Verdict::Ended(Outcome::Kept))));
    let (commitment, note) = (ids[1].clone(), Some("No time".to_owned()));
    ana.must(settle(Settlement { commitment, draft: None, verdict: Some(Verdict::Carried), note }));
    check_in(&mut ana, "Ana", 0);
    check_in(&mut ana, "Ben", 0);
    check_in(&mut ana, "Ana", 2);
    // Chen joins in the third week, after its check-ins were due.
    ana.now = at("2026-11-20T08:00:00Z");
    ana.must(Command::from(member::Command::Add { name: "Chen".to_owned() }));
    let read = |ana: &Device, now: &str| {
        let table = week_table(present(&ana.view, at(now)), 10);
        let shown = |name: &str| table.of(&ana.member(name)).iter().map(|week| week.attendance).collect::<Vec<_>>();
        (["Ana", "Ben", "Chen"].map(shown), table)
    };
    // Monday of the fourth week: the third one's check-in can still be sent.
    let ([ana_weeks, ben_weeks, chen_weeks], table) = read(&ana, "2026-11-25T08:00:00Z");
    assert_eq!(table.cycles, (0..4).map(|nth| first().plus(nth)).collect::<Vec<_>>());
    assert_eq!(ana_weeks, [In, Missed, In, Pending]);
    assert_eq!(ben_weeks, [In, Missed, Missed, Pending]);
    assert_eq!(chen_weeks, [Excused, Excused, Excused, Pending]);
    let tally = |kept, open, total| Tally { kept, partial: 0, open, total };
    let own: Vec<Tally> = table.of(&ana.member("Ana")).iter().map(|week| week.tally).collect();
    assert_eq!(own, [tally(1, 0, 2), tally(0, 1, 1), tally(0, 0, 0), tally(0, 0, 0)]);
    assert_eq!(own[0].keep_rate(), Some(0.5));
    assert_eq!(own[1].keep_rate(), None);

    // Illness is said afterwards: the missed week is excused, and the run is whole again.
    assert_eq!(streak(table.of(&ana.member("Ben"))).weeks, 0);
    let ben = ana.member("Ben");
    let (first, last, note) = (day("2026-11-09"), day("2026-11-21"), String::new());
    ana.must(Command::from(role::Command::DeclareAbsence { member: ben.clone(), first, last, note }));
    let ([_, ben_weeks, _], table) = read(&ana, "2026-11-25T08:00:00Z");
    assert_eq!(ben_weeks, [In, Excused, Excused, Pending]);
    assert_eq!(streak(table.of(&ben)).weeks, 1);

    // Fewer weeks than there were, the newest of them.
    let table = week_table(present(&ana.view, at("2026-11-25T08:00:00Z")), 2);
    assert_eq!(table.cycles, [cycle("2026-11-16"), cycle("2026-11-23")]);
}
