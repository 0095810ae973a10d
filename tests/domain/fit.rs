//! Fit: worked examples by hand, what helps, advice, and properties of the numbers.

use crate::support::{at, new_circle, present};
use chrono::Weekday;
use peer_circle::domain::{
    Blocker, CareerStage, Circle, EntityId, FitAdvice, FitCircle, FitPart, FitScore, HelpStep, Intention, Intentions,
    Member, MemberId, PODS_FROM, Profile, Record, SkillSet, Tie, TieId, TieKind, Timestamp, WeeklyHours, ZoneId,
    anonymous, fit, fit_advice, fit_help,
};
use proptest::prelude::*;
use std::time::Instant;

const LISBON: &str = "Europe/Lisbon";

/// Somebody: stage, intentions, offers, wants, zone and free hours from Monday to Friday.
#[derive(Clone, Debug)]
struct Somebody(Option<u8>, Vec<u8>, Vec<&'static str>, Vec<&'static str>, Option<(&'static str, u8, u8)>);

fn stage(number: u8) -> CareerStage {
    CareerStage::ALL[usize::from(number) - 1]
}

fn workdays(from: u8, to: u8) -> WeeklyHours {
    let mut hours = WeeklyHours::default();
    for day in [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri] {
        (from..to).for_each(|hour| hours.set(day, hour, true));
    }
    hours
}

fn profile(id: MemberId, Somebody(number, intentions, offers, wants, time): &Somebody) -> Profile {
    Profile {
        stage: number.map(stage),
        intentions: intentions.iter().map(|nth| Intention::ALL[usize::from(*nth)]).collect::<Intentions>(),
        offers: offers.iter().copied().collect::<SkillSet>(),
        wants: wants.iter().copied().collect::<SkillSet>(),
        zone: time.map(|(zone, ..)| ZoneId::new(zone)),
        hours: time.map(|(_, from, to)| workdays(from, to)).unwrap_or_default(),
        ..Profile::of(id)
    }
}

fn ids(circle: &Circle) -> Vec<MemberId> {
    circle.roster().into_iter().map(|member| member.id.clone()).collect()
}

fn tie(circle: &mut Circle, one: usize, other: usize, kind: &dyn Fn(&[MemberId]) -> TieKind) {
    let ids = ids(circle);
    let id = TieId::of(&ids[one], &ids[other]).unwrap();
    circle.put(Record::Tie(Tie { id, kind: kind(&ids), said_at: at("2026-11-03T08:00:00Z"), deleted_at: None }));
}

fn tie_all(circle: &mut Circle, kind: &TieKind) {
    let count = ids(circle).len();
    (0..count).for_each(|one| (0..one).for_each(|other| tie(circle, one, other, &|_| kind.clone())));
}

/// A circle of `people`, without any ties.
fn circle(people: &[Somebody]) -> Circle {
    let (mut circle, founder) = new_circle(&["M00"]);
    let first = circle.members[&founder].joined_at;
    for (nth, somebody) in people.iter().enumerate() {
        let id = if nth == 0 { founder.clone() } else { MemberId::new(&format!("m{nth:02}")) };
        if nth > 0 {
            let joined_at = first.plus(i64::try_from(nth).unwrap());
            let name = format!("M{nth:02}");
            circle.put(Record::Member(Member { id: id.clone(), name, focus: String::new(), joined_at, left_at: None }));
        }
        circle.put(Record::Profile(profile(id, somebody)));
    }
    circle
}

fn now() -> Timestamp {
    at("2026-11-25T09:00:00Z")
}

fn read(circle: &Circle) -> FitCircle {
    FitCircle::of(present(circle, now()))
}

fn points(fit: &FitScore) -> Vec<Option<u8>> {
    fit.reasons.iter().map(|reason| reason.points).collect()
}

fn check(circle: &Circle, expected: [Option<u8>; 5], score: Option<u8>) {
    let fit = read(circle).fit();
    assert_eq!((points(&fit), fit.score()), (expected.to_vec(), score));
}

fn evening() -> Option<(&'static str, u8, u8)> {
    Some((LISBON, 18, 19))
}

#[test]
fn all_alike_with_the_same_skills_have_nothing_to_teach() {
    let one = Somebody(Some(3), vec![0], vec!["rust"], vec!["interviewing"], evening());
    let mut circle = circle(&vec![one; 3]);
    tie_all(&mut circle, &TieKind::New);
    // 25 for the same stage, 25 for the same intention, 20 for five common hours, nobody offers interviewing, 10.
    check(&circle, [Some(25), Some(25), Some(20), Some(0), Some(10)], Some(80));
}

#[test]
fn a_perfect_complement_has_all_points_until_all_are_friends() {
    let one = Somebody(Some(3), vec![0], vec!["Rust"], vec!["interviewing"], evening());
    let other = Somebody(Some(3), vec![0], vec!["Interviewing"], vec!["rust"], evening());
    let mut circle = circle(&[one, other]);
    tie_all(&mut circle, &TieKind::New);
    check(&circle, [Some(25), Some(25), Some(20), Some(20), Some(10)], Some(100));
    tie_all(&mut circle, &TieKind::Friend);
    check(&circle, [Some(25), Some(25), Some(20), Some(20), Some(0)], Some(90));
    assert_eq!(fit_advice(&read(&circle), &crate::support::Zones), [FitAdvice::FriendPairs(1, 1)]);
}

#[test]
fn a_mixed_circle_by_hand() {
    // Stages 1, 3, 5: gaps 2, 2, 4 of 4, mean 2/3: 25 × 1/3 = 8.33.
    // Intentions {0}, {0, 1}, {1}: 1/2, 0, 1/2, mean 1/3: 8.33.
    // Common time: Tuesday to Friday nobody differs: 18 to 19 on five days for two, the third from 18 on: 5 hours: 20.
    // Wants: rust (met), design (nobody), talks (met): 2/3 of 20 = 13.33. One of three pairs are friends: 6.67.
    let people = [
        Somebody(Some(1), vec![0], vec!["talks"], vec!["rust"], evening()),
        Somebody(Some(3), vec![0, 1], vec!["rust"], vec!["design"], Some((LISBON, 17, 20))),
        Somebody(Some(5), vec![1], vec![], vec!["talks"], Some((LISBON, 18, 22))),
    ];
    let mut circle = circle(&people);
    tie(&mut circle, 0, 1, &|_| TieKind::Friend);
    // 56.67 in all is 57: rounded down 8 + 8 + 20 + 13 + 6 = 55; the largest remainders .67, .33 (first) get one more.
    check(&circle, [Some(9), Some(8), Some(20), Some(13), Some(7)], Some(57));
}

#[test]
fn three_zones_meet_or_miss_each_other_by_daylight_saving() {
    let people = [
        Somebody(None, vec![], vec![], vec![], Some((LISBON, 17, 18))),
        Somebody(None, vec![], vec![], vec![], Some(("Asia/Kolkata", 22, 24))),
        Somebody(None, vec![], vec![], vec![], Some(("America/Los_Angeles", 9, 10))),
    ];
    let circle = circle(&people);
    let check = |now: &str, minutes: u32, blockers: &[Blocker]| {
        let read = FitCircle::of(present(&circle, at(now)));
        assert_eq!((read.mix.common.minutes(), read.fit().blockers), (minutes, blockers.to_vec()), "{now}");
    };
    // Winter everywhere: 17:00 in Lisbon is 9:00 in San Francisco and 22:30 in Delhi, on five days.
    check("2026-11-25T09:00:00Z", 300, &[]);
    // Europe is back on standard time, America is not: 16:00 to 17:00 UTC against 17:00 to 18:00.
    check("2026-10-28T09:00:00Z", 0, &[Blocker::NoCommonHour]);
    // Summer in both: 16:00 UTC is 21:30 in Delhi, half an hour is left of 22:00 to 24:00. An hour needs 60 minutes.
    check("2026-07-15T09:00:00Z", 150, &[Blocker::NoCommonHour]);
    let office: Vec<_> = [LISBON, "Asia/Kolkata", "America/Los_Angeles"]
        .map(|zone| Somebody(None, vec![], vec![], vec![], Some((zone, 9, 17))))
        .to_vec();
    let office = super::fit::circle(&office);
    let fit = read(&office).fit();
    assert_eq!((points(&fit)[2], fit.blockers), (Some(0), vec![Blocker::NoCommonHour]));
}

#[test]
fn an_hour_that_clocks_leave_out_is_none_and_one_shown_twice_is_two() {
    let check = |now: &str, expected: u32| {
        let mut hours = WeeklyHours::default();
        hours.set(Weekday::Sun, 1, true);
        let (mut circle, me) = new_circle(&["Ana"]);
        let zone = Some(ZoneId::new(LISBON));
        circle.put(Record::Profile(Profile { zone, hours, ..Profile::of(me) }));
        assert_eq!(FitCircle::of(present(&circle, at(now))).mix.common.minutes(), expected, "{now}");
    };
    check("2026-11-25T09:00:00Z", 60);
    check("2026-03-25T09:00:00Z", 0);
    check("2026-10-21T09:00:00Z", 120);
}

#[test]
fn what_is_not_known_is_left_out_and_said() {
    let silent = Somebody(None, vec![], vec![], vec![], None);
    check(&circle(&vec![silent.clone(); 3]), [None; 5], None);
    // One alone makes no pair, and wants that nobody could answer are no share.
    check(&circle(&[Somebody(Some(3), vec![0], vec!["a"], vec!["b"], evening())]), [None; 5], None);
    let one = Somebody(Some(2), vec![], vec![], vec!["rust"], None);
    let three = [one, Somebody(Some(4), vec![], vec![], vec!["rust"], None), silent];
    let circle = circle(&three);
    // A gap of 2 of 4 is half of 25, rounded to 13; one want of two that nobody meets: 13 of 45.
    check(&circle, [Some(13), None, None, Some(0), None], Some(29));
    let fit = read(&circle).fit();
    assert_eq!((fit.points, fit.possible, fit.is_whole()), (13, 45, false));
    let stage = fit.reason(FitPart::Stage);
    assert_eq!((stage.known, stage.of, fit.reason(FitPart::Independence).of), (2, 3, 3));
}

#[test]
fn a_reporting_line_is_said_whatever_the_score_is() {
    let one = Somebody(Some(3), vec![0], vec!["rust"], vec!["talks"], evening());
    let other = Somebody(Some(3), vec![0], vec!["talks"], vec!["rust"], evening());
    let mut circle = circle(&[one, other]);
    tie(&mut circle, 0, 1, &|ids| TieKind::ReportsTo(ids[1].clone()));
    let fit = read(&circle).fit();
    let ids = ids(&circle);
    assert_eq!(fit.score(), Some(100));
    assert_eq!(fit.blockers, [Blocker::ReportingLine(ids[1].clone(), ids[0].clone())]);
    // Once one of the two has left, it is no line inside the circle any more.
    let left = Member { left_at: Some(now()), ..(*circle.members[&ids[1]]).clone() };
    circle.put(Record::Member(left));
    assert_eq!(read(&circle).fit().blockers, []);
}

#[test]
fn one_change_helps_each_part_most() {
    let people = [
        Somebody(Some(1), vec![0], vec!["talks"], vec!["rust"], Some((LISBON, 18, 19))),
        Somebody(Some(5), vec![0], vec!["rust"], vec!["design"], Some((LISBON, 18, 19))),
        Somebody(None, vec![1], vec![], vec!["design"], Some((LISBON, 19, 20))),
    ];
    let mut circle = circle(&people);
    let ids = ids(&circle);
    let help = |circle: &Circle, part: FitPart| {
        let help = fit_help(&read(circle), part, &crate::support::Zones);
        help.map(|help| (help.step, help.gain))
    };
    // Stages 1 and 5 with a 3 between them: from 0 to a third of 25.
    assert_eq!(help(&circle, FitPart::Stage), Some((HelpStep::InviteStage(CareerStage::Mid), 8)));
    // {0}, {0}, {1}: a third; if all had 0: 1, 1/2, 1/2 are two thirds.
    assert_eq!(help(&circle, FitPart::Intention), Some((HelpStep::ShareIntention(Intention::FindJob, 2), 8)));
    // The first hour that only one lacks: Monday at 18:00; an hour more is a third of 20.
    let monday = HelpStep::FreeHour(at("2026-11-23T18:00:00Z"), vec![ids[2].clone()]);
    assert_eq!(help(&circle, FitPart::Schedule), Some((monday, 7)));
    // Two of three wants are design.
    assert_eq!(help(&circle, FitPart::Complement), Some((HelpStep::FindOffer("design".to_owned(), 2), 13)));
    assert_eq!(help(&circle, FitPart::Independence), Some((HelpStep::AskTies, 0)));
    tie_all(&mut circle, &TieKind::Friend);
    // Three friends of six pairs with a fourth person.
    assert_eq!(help(&circle, FitPart::Independence), Some((HelpStep::InviteStranger, 5)));
    let advice = fit_advice(&read(&circle), &crate::support::Zones);
    assert_eq!(advice, [FitAdvice::FriendPairs(3, 3), FitAdvice::NobodyOffers("design".to_owned(), 2)]);
    let silent = super::fit::circle(&vec![Somebody(None, vec![], vec![], vec![], None); 2]);
    let all = super::fit::ids(&silent);
    assert_eq!(help(&silent, FitPart::Stage), Some((HelpStep::Ask(all), 0)));
}

/// Twelve people, half of them at the beginning and in the morning, half of them leading and in the evening.
#[test]
fn twelve_of_two_kinds_by_hand() {
    let somebody = |nth: usize| match nth % 2 {
        0 => Somebody(Some(1), vec![0], vec!["rust"], vec!["talks"], Some((LISBON, 8, 10))),
        _ => Somebody(Some(5), vec![1], vec!["talks"], vec!["rust"], Some((LISBON, 19, 21))),
    };
    let mut circle = circle(&(0..12).map(somebody).collect::<Vec<_>>());
    tie(&mut circle, 0, 1, &|_| TieKind::Friend);
    // Of 66 pairs 36 are as far apart as can be, and 30 want the same: 25 × 30/66 = 11.36, twice. No common hour: 0.
    // Each want is met: 20. One pair of friends: 10 × 65/66 = 9.85. In all 52.57 is 53: .85 and the first .36 are rounded up.
    check(&circle, [Some(12), Some(11), Some(0), Some(20), Some(10)], Some(53));
    let fit = read(&circle).fit();
    assert_eq!((fit.points, fit.blockers), (53, vec![Blocker::NoCommonHour]));
}

#[test]
fn large_circles_are_warned_and_then_split_alike_on_every_device() {
    let check = |members: usize, expected: &dyn Fn(&[FitAdvice]) -> bool| {
        let early = |nth: usize| {
            let from = if nth.is_multiple_of(2) { 8 } else { 19 };
            Somebody(
                Some(if nth.is_multiple_of(2) { 1 } else { 5 }),
                vec![],
                vec![],
                vec![],
                Some((LISBON, from, from + 2)),
            )
        };
        let circle = circle(&(0..members).map(early).collect::<Vec<_>>());
        let advice = fit_advice(&read(&circle), &crate::support::Zones);
        assert!(expected(&advice), "{members}: {advice:?}");
        assert_eq!(advice, fit_advice(&read(&circle), &crate::support::Zones));
    };
    check(8, &|advice| advice.is_empty());
    check(9, &|advice| advice == [FitAdvice::Large(9)]);
    check(10, &|advice| advice == [FitAdvice::Large(10)]);
    for members in [PODS_FROM, 12] {
        check(members, &|advice| {
            let [FitAdvice::Pods(pods)] = advice else { return false };
            let number = |id: &MemberId| id.to_key().strip_prefix('m').map_or(0, |n| n.parse::<usize>().unwrap_or(0));
            // Two pods of five or six: the early birds and the owls.
            let is_alike = |pod: &Vec<MemberId>| pod.iter().all(|id| number(id) % 2 == number(&pod[0]) % 2);
            let sizes: Vec<_> = pods.iter().map(Vec::len).collect();
            pods.iter().flatten().count() == members
                && sizes.iter().all(|size| (5..=6).contains(size))
                && pods.iter().all(is_alike)
        });
    }
}

const SKILLS: [&str; 5] = ["rust", "talks", "design", "interviewing", "نص"];

fn somebody() -> impl Strategy<Value = Somebody> {
    let some = |count: std::ops::Range<usize>| proptest::sample::subsequence(SKILLS.to_vec(), count);
    let zone = proptest::sample::select(vec![LISBON, "Asia/Kolkata", "America/Los_Angeles", "Asia/Kathmandu"]);
    let time =
        proptest::option::of((zone, 0_u8..20, 1_u8..12).prop_map(|(zone, from, long)| (zone, from, from + long)));
    let intentions = proptest::sample::subsequence((0..6).collect::<Vec<u8>>(), 0..4);
    (proptest::option::of(1_u8..=5), intentions, some(0..4), some(0..4), time)
        .prop_map(|(number, intentions, offers, wants, time)| Somebody(number, intentions, offers, wants, time))
}

fn any_circle() -> impl Strategy<Value = Circle> {
    let ties = proptest::collection::vec((0..12_usize, 0..12_usize, 0..4_u8), 0..30);
    (proptest::collection::vec(somebody(), 1..12), ties).prop_map(|(people, ties)| {
        let mut circle = circle(&people);
        for (one, other, kind) in ties {
            let (one, other) = (one % people.len(), other % people.len());
            if one != other {
                tie(&mut circle, one, other, &|ids| match kind {
                    0 => TieKind::Friend,
                    1 => TieKind::Colleague,
                    2 => TieKind::ReportsTo(ids[one].clone()),
                    _ => TieKind::New,
                });
            }
        }
        circle
    })
}

fn share(circle: &Circle, part: FitPart) -> f64 {
    part.share(&read(circle).mix).unwrap_or(0.0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_reasons_add_up_to_what_is_shown(circle in any_circle()) {
        let fit = read(&circle).fit();
        prop_assert_eq!(fit.reasons.iter().filter_map(|reason| reason.points).sum::<u8>(), fit.points);
        for reason in &fit.reasons {
            prop_assert!(reason.points.is_none_or(|points| points <= reason.part.weight()));
            prop_assert!(reason.known <= reason.of);
            let exact = reason.part.share(&read(&circle).mix).map(|share| share * f64::from(reason.part.weight()));
            // No part is a whole point away from what it earns.
            prop_assert_eq!(exact.is_none(), reason.points.is_none());
            prop_assert!(exact.is_none_or(|exact| (exact - f64::from(reason.points.unwrap())).abs() < 1.0));
        }
        prop_assert!(fit.score().is_none_or(|score| score <= 100));
        if fit.is_whole() {
            prop_assert_eq!(fit.score(), Some(fit.points));
        }
    }

    #[test]
    fn an_offer_that_somebody_wants_never_lowers_what_they_can_teach(circle in any_circle(), who in 0..12_usize, want in 0..SKILLS.len()) {
        let mut after = circle.clone();
        let ids = ids(&circle);
        let mut profile = circle.profile_of(&ids[who % ids.len()]);
        profile.offers.add(SKILLS[want]);
        after.put(Record::Profile(profile));
        prop_assert!(share(&after, FitPart::Complement) >= share(&circle, FitPart::Complement));
    }

    #[test]
    fn strangers_in_the_place_of_friends_never_lower_independence(circle in any_circle(), one in 0..12_usize, other in 0..12_usize) {
        let count = ids(&circle).len();
        prop_assume!(one % count != other % count);
        let (mut friends, mut strangers) = (circle.clone(), circle);
        tie(&mut friends, one % count, other % count, &|_| TieKind::Friend);
        tie(&mut strangers, one % count, other % count, &|_| TieKind::New);
        prop_assert!(share(&strangers, FitPart::Independence) >= share(&friends, FitPart::Independence));
    }

    #[test]
    fn common_time_only_shrinks_with_one_more_person(circle in any_circle(), somebody in somebody()) {
        let read = read(&circle);
        let with = read.mix.clone().with(&profile(MemberId::new("z"), &somebody), Default::default(), &crate::support::Zones);
        prop_assert!(read.mix.timed == 0 || with.common.minutes() <= read.mix.common.minutes());
    }

    #[test]
    fn a_candidate_is_counted_as_the_same_person_in_the_circle(circle in any_circle(), somebody in somebody()) {
        let new = profile(MemberId::new("zz"), &somebody);
        let mix = anonymous(&read(&circle).mix).with(&new, Default::default(), &crate::support::Zones);
        let mut after = circle;
        let joined_at = at("2026-11-24T08:00:00Z");
        after.put(Record::Member(Member { id: new.id.clone(), name: "Z".to_owned(), focus: String::new(), joined_at, left_at: None }));
        after.put(Record::Profile(new));
        let whole = read(&after);
        prop_assert_eq!(fit(&mix, &whole.lines), whole.fit());
    }

    #[test]
    fn what_helps_brings_what_it_says_at_most(circle in any_circle()) {
        let read = read(&circle);
        for part in FitPart::ALL {
            let missing = f64::from(part.weight()) * (1.0 - part.share(&read.mix).unwrap_or(0.0));
            let help = fit_help(&read, part, &crate::support::Zones);
            prop_assert!(help.is_none_or(|help| f64::from(help.gain) <= missing.ceil()));
        }
    }
}

/// Prints what 12 members took; `cargo xtask bench` runs it and knows the limit.
#[test]
#[ignore = "a measurement: cargo xtask bench"]
fn speed_of_the_fit_of_twelve_members() {
    let zones = [LISBON, "Asia/Kolkata", "America/Los_Angeles"];
    let somebody = |nth: usize| {
        let stage = Some(1 + u8::try_from(nth % 5).unwrap());
        Somebody(stage, vec![0, 1, 2], SKILLS.to_vec(), SKILLS.to_vec(), Some((zones[nth % 3], 7, 23)))
    };
    let circle = circle(&(0..12).map(somebody).collect::<Vec<_>>());
    let mut best = f64::MAX;
    for _ in 0..20 {
        let begun = Instant::now();
        let read = read(&circle);
        let helps = FitPart::ALL.map(|part| fit_help(&read, part, &crate::support::Zones));
        let advice = fit_advice(&read, &crate::support::Zones);
        best = best.min(begun.elapsed().as_secs_f64() * 1000.0);
        assert!(read.fit().score().is_some() && helps.len() == 5 && !advice.is_empty());
    }
    println!("bench: fit of 12 members, with what helps and advice: {best:.2} ms at best");
}
