//! Who sits next, who calls whom, who is late, who drifts, and what waits.

use crate::support::{Device, Zones, at, cycle, new_circle, present};
use peer_circle::domain::{
    AgendaDraft, AgendaKind, AgendaSubject, CarryDemand, CheckIn, Circle, Command, Commitment, CommitmentDraft,
    CommitmentId, Cycle, DriftStep, GoalDraft, HotTurn, Lateness, Measure, MemberId, NeedsWord, Outcome, Presence,
    Record, Scale, SessionAct, Settlement, Timestamp, Topic, Verdict, agenda, awaited, buddies, commitment, digest,
    digest_cycle, drift, goal, hot_seat_queue, late, member, rhythm, session, tracking,
};
use proptest::prelude::*;

fn first() -> Cycle {
    cycle("2026-11-02")
}

fn names(circle: &Circle, ids: impl IntoIterator<Item = MemberId>) -> Vec<String> {
    ids.into_iter().map(|id| circle.name_of(&id).unwrap().to_owned()).collect()
}

fn queue(device: &Device, week: i64) -> Vec<String> {
    names(&device.view, hot_seat_queue(&device.view, first().plus(week)).into_iter().map(|seat| seat.member))
}

fn run(device: &mut Device, week: i64, act: SessionAct) {
    device.must(session::Command::Run { cycle: first().plus(week), act });
}

#[test]
fn the_hot_seat_goes_to_who_waited_longest() {
    let mut ana = Device::found(1, &["Ana", "Ben", "Chen", "Dana"]);
    let [a, b, c, d] = ["Ana", "Ben", "Chen", "Dana"].map(|name| ana.member(name));
    assert_eq!(queue(&ana, 0), ["Ana", "Ben", "Chen", "Dana"]);
    run(&mut ana, 0, SessionAct::Sit(b.clone()));
    assert_eq!(queue(&ana, 0), ["Ana", "Chen", "Dana"]);
    assert_eq!(queue(&ana, 1), ["Ana", "Chen", "Dana", "Ben"]);
    // Of two in one session, who sat first waits longer.
    run(&mut ana, 0, SessionAct::Sit(a.clone()));
    assert_eq!(queue(&ana, 1), ["Chen", "Dana", "Ben", "Ana"]);
    // Who passes, or is away, is last this time and where they were the next.
    run(&mut ana, 1, SessionAct::Pass(c.clone()));
    assert_eq!(queue(&ana, 1), ["Dana", "Ben", "Ana", "Chen"]);
    assert_eq!(hot_seat_queue(&ana.view, first().plus(1))[3].turn, HotTurn::Passed);
    run(&mut ana, 1, SessionAct::Attend(d.clone(), Presence::Away));
    assert_eq!(queue(&ana, 1), ["Ben", "Ana", "Chen", "Dana"]);
    assert_eq!(queue(&ana, 2), ["Chen", "Dana", "Ben", "Ana"]);
    run(&mut ana, 1, SessionAct::Wait(c.clone()));
    assert_eq!(queue(&ana, 1), ["Chen", "Ben", "Ana", "Dana"]);
    // A request decides between equal waits, and shows what it is about.
    let request = |owner: &MemberId| {
        Command::from(session::Command::AddItem {
            cycle: first(),
            draft: AgendaDraft {
                title: "My offer".to_owned(),
                detail: String::new(),
                owner: Some(owner.clone()),
                kind: AgendaKind::HotSeat,
            },
        })
    };
    ana.must(request(&a));
    ana.must(request(&d));
    assert_eq!(queue(&ana, 2), ["Dana", "Chen", "Ben", "Ana"]);
    assert!(hot_seat_queue(&ana.view, first().plus(2))[0].request.is_some());
    // A later session, looked at from an earlier one, has not happened.
    run(&mut ana, 5, SessionAct::Sit(b));
    assert_eq!(queue(&ana, 2), ["Dana", "Chen", "Ben", "Ana"]);
    // Who left is not asked.
    ana.must(member::Command::Remove(d));
    assert_eq!(queue(&ana, 2), ["Chen", "Ben", "Ana"]);
}

#[test]
fn fifty_sessions_give_everybody_their_turn() {
    for people in 2..=8 {
        let all = ["A", "B", "C", "D", "E", "F", "G", "H"];
        let mut device = Device::found(1, &all[..people]);
        let mut last = vec![-1_i64; people];
        for week in 0..50 {
            // Each device's clock is wrong in its own way; the order of the sessions is what counts.
            device.now = at("2026-11-06T17:00:00Z").plus((week * 7919 % 13) * 86_400_000);
            let queue = hot_seat_queue(&device.view, first().plus(week));
            let seat = device.view.roster().iter().position(|m| m.id == queue[0].member).unwrap();
            assert!(week - last[seat] >= people as i64 || last[seat] == -1, "{people}: too soon in week {week}");
            last[seat] = week;
            run(&mut device, week, SessionAct::Sit(queue[0].member.clone()));
            let longest = last.iter().map(|last| week - last).max().unwrap();
            assert!(longest <= people as i64, "{people}: somebody waits {longest} weeks");
        }
    }
}

fn pairs(groups: &[Vec<MemberId>]) -> Vec<(MemberId, MemberId)> {
    let mut pairs = Vec::new();
    for group in groups {
        for (nth, a) in group.iter().enumerate() {
            pairs.extend(group[nth + 1..].iter().map(|b| (a.clone().min(b.clone()), a.clone().max(b.clone()))));
        }
    }
    pairs
}

fn circle_of(count: usize) -> Circle {
    let people: Vec<_> = (0..count).map(|nth| format!("P{nth}")).collect();
    new_circle(&people.iter().map(String::as_str).collect::<Vec<_>>()).0
}

proptest! {
    #[test]
    fn buddies_are_everybody_once_and_repeat_nobody_within_three_weeks(count in 1..24_usize, week in -90_000..400_000_i64) {
        let circle = circle_of(count);
        let at = |week| buddies(&circle, first().plus(week));
        let groups = at(week);
        let mut everybody: Vec<_> = groups.iter().flatten().cloned().collect();
        everybody.sort();
        everybody.dedup();
        if count == 1 {
            prop_assert!(groups.is_empty());
        } else {
            prop_assert_eq!(everybody.len(), count);
            prop_assert_eq!(groups.iter().map(Vec::len).sum::<usize>(), count);
            prop_assert_eq!(groups.len(), count / 2);
            prop_assert_eq!(groups.iter().filter(|group| group.len() == 3).count(), count % 2);
        }
        prop_assert_eq!(&at(week), &groups);
        // Three weeks of two, three or five people need more pairs than there are. At the end of the
        // calendar there is no next week.
        let is_possible = !matches!(count, 2 | 3 | 5) && (-80_000..380_000).contains(&week);
        for later in 1..=2 {
            let met = pairs(&at(week + later));
            let again = pairs(&groups).into_iter().find(|pair| met.contains(pair));
            prop_assert!(!is_possible || again.is_none(), "{count} people, week {week}: {again:?} again after {later}");
        }
    }
}

#[test]
fn everybody_meets_everybody() {
    for count in (2..=12).filter(|count| *count != 3) {
        let circle = circle_of(count);
        let mut met: Vec<_> = (0..count as i64).flat_map(|week| pairs(&buddies(&circle, first().plus(week)))).collect();
        met.sort();
        met.dedup();
        assert_eq!(met.len(), count * (count - 1) / 2, "{count} people");
    }
}

fn check_in(circle: &mut Circle, member: &MemberId, cycle: Cycle, sent: Timestamp) {
    circle.put(Record::CheckIn(CheckIn {
        cycle,
        member: member.clone(),
        submitted_at: sent,
        win: String::new(),
        blocker: String::new(),
        ask: String::new(),
        confidence: None,
    }));
}

/// Ana with a check-in in the weeks marked `x` of `weeks`, read on the Wednesday of week `now`.
fn check_drift(weeks: &str, now: i64, expected: Option<(u32, DriftStep, Option<i64>)>) {
    let (mut circle, ana) = new_circle(&["Ana"]);
    for (week, mark) in (0..).zip(weeks.chars()) {
        if mark == 'x' {
            check_in(&mut circle, &ana, first().plus(week), at("2026-11-03T08:00:00Z"));
        }
    }
    let now = at("2026-11-04T12:00:00Z").plus(now * 7 * 86_400_000);
    let found = drift(present(&circle, now));
    let shown: Vec<_> = found.iter().map(|d| (d.missed, d.step, d.last.map(|last| last.since(first())))).collect();
    assert_eq!(shown, expected.into_iter().collect::<Vec<_>>(), "{weeks} at {now}");
}

#[test]
fn drift_counts_misses_in_a_row() {
    use DriftStep::{Buddy, Charter, Nudge};
    check_drift("", 0, None);
    check_drift("", 1, Some((1, Nudge, None)));
    check_drift("x", 1, None);
    check_drift("x", 2, Some((1, Nudge, Some(0))));
    check_drift("x-", 3, Some((2, Buddy, Some(0))));
    check_drift("x---", 4, Some((3, Charter, Some(0))));
    check_drift("x---x", 4, None);
    check_drift("x---x-", 6, Some((1, Nudge, Some(4))));
    check_drift("-x-", 3, Some((1, Nudge, Some(1))));
    // It looks back twelve weeks and no further, also at the end of the calendar.
    check_drift("", 40, Some((11, Charter, None)));
    check_drift("", 500_000, Some((12, Charter, None)));
}

#[test]
fn who_needs_a_word_is_said_alike_everywhere() {
    // Marc joined with the circle and missed two weeks in a row; in the third, before any window, nobody is late.
    let (mut circle, ana) = new_circle(&["Ana", "Marc"]);
    for week in 0..2 {
        circle.put(Record::CheckIn(sent(first().plus(week), &ana)));
    }
    let marc = circle.members.values().find(|member| member.name == "Marc").unwrap().id.clone();
    let now = circle.rhythm.window(&Zones, first().plus(1)).closes;
    let found = NeedsWord::of(present(&circle, now));
    assert_eq!(found.awaited.iter().map(|late| &late.member).collect::<Vec<_>>(), Vec::<&MemberId>::new());
    assert_eq!(found.people(), [&marc]);
    // None yet, which is not "none for twelve weeks".
    assert_eq!((found.drifting[0].missed, found.drifting[0].last), (2, None));
    // Who is awaited and drifts is one person.
    let overdue = circle.rhythm.window(&Zones, first().plus(2)).due.plus(1);
    let found = NeedsWord::of(present(&circle, overdue));
    assert_eq!((found.awaited.len(), found.drifting.len()), (2, 1));
    assert_eq!(found.people().len(), 2);
}

#[test]
fn the_last_check_in_is_known_however_long_ago() {
    let (mut circle, _) = new_circle(&["Ana", "Marc"]);
    let marc = circle.members.values().find(|member| member.name == "Marc").unwrap().id.clone();
    circle.put(Record::CheckIn(sent(first(), &marc)));
    let now = circle.rhythm.window(&Zones, first().plus(30)).closes;
    let found = drift(present(&circle, now)).into_iter().find(|drift| drift.member == marc).unwrap();
    assert_eq!((found.missed, found.step, found.last), (11, DriftStep::Charter, Some(first())));
}

#[test]
fn misses_count_from_joining() {
    let (mut circle, ana) = new_circle(&["Ana"]);
    let mut eve = (*circle.members[&ana]).clone();
    (eve.id, eve.name) = (MemberId::new("eve"), "Eve".to_owned());
    eve.joined_at = circle.rhythm.due(&Zones, first().plus(9)).at.plus(-1);
    circle.put(Record::Member(eve.clone()));
    let missed = |weeks: i64| {
        let now = circle.rhythm.window(&Zones, first().plus(weeks)).closes;
        drift(present(&circle, now)).into_iter().find(|drift| drift.member == eve.id).map(|drift| drift.missed)
    };
    assert_eq!((missed(8), missed(9), missed(10)), (None, Some(1), Some(2)));
}

fn sent(cycle: Cycle, member: &MemberId) -> CheckIn {
    CheckIn {
        cycle,
        member: member.clone(),
        submitted_at: at("2026-11-02T09:00:00Z"),
        win: "Slept".to_owned(),
        blocker: String::new(),
        ask: String::new(),
        confidence: None,
    }
}

#[test]
fn a_third_miss_brings_the_charter_onto_the_agenda() {
    let (circle, ana) = new_circle(&["Ana"]);
    let now = at("2026-11-25T12:00:00Z");
    let entries = agenda(present(&circle, now), cycle("2026-11-23"));
    let matters: Vec<_> = entries.into_iter().map(|entry| entry.subject).collect();
    assert_eq!(matters, [AgendaSubject::Derived(Topic::Charter(ana))]);
}

fn check_late(now: &str, expected: &[(&str, Lateness)]) {
    let (mut circle, _) = new_circle(&["Ana", "Ben", "Chen"]);
    let member = |circle: &Circle, name: &str| circle.roster().iter().find(|m| m.name == name).unwrap().id.clone();
    let (ben, chen) = (member(&circle, "Ben"), member(&circle, "Chen"));
    check_in(&mut circle, &ben, first(), at("2026-11-05T09:00:00Z"));
    // Chen came after it was due.
    let mut late_comer = (**circle.members.get(&chen).unwrap()).clone();
    late_comer.joined_at = at("2026-11-06T09:00:00Z");
    circle.put(Record::Member(late_comer));
    let found = late(present(&circle, at(now)), first());
    let shown: Vec<_> =
        found.iter().map(|late| (circle.name_of(&late.member).unwrap().to_owned(), late.lateness)).collect();
    let expected: Vec<_> = expected.iter().map(|(name, lateness)| ((*name).to_owned(), *lateness)).collect();
    assert_eq!(shown, expected, "at {now}");
    assert!(found.iter().all(|late| late.due == at("2026-11-05T18:00:00Z")));
}

#[test]
fn who_is_late() {
    check_late("2026-11-04T17:59:59Z", &[]);
    check_late("2026-11-04T18:00:00Z", &[("Ana", Lateness::DueSoon)]);
    check_late("2026-11-05T18:00:00Z", &[("Ana", Lateness::DueSoon)]);
    check_late("2026-11-05T18:00:01Z", &[("Ana", Lateness::Overdue)]);
    check_late("2026-11-09T17:59:59Z", &[("Ana", Lateness::Overdue)]);
    check_late("2026-11-09T18:00:00Z", &[("Ana", Lateness::Missed(1))]);
}

/// Of whom the circle waits for a check-in at `now`, Ben having sent his of the first week.
fn check_awaited(now: &str, expected: &[(&str, Lateness)]) {
    let (mut circle, _) = new_circle(&["Ana", "Ben"]);
    let ben = circle.roster()[1].id.clone();
    check_in(&mut circle, &ben, first(), at("2026-11-05T09:00:00Z"));
    let found = awaited(present(&circle, at(now)));
    let shown: Vec<_> = found.iter().map(|late| (circle.name_of(&late.member).unwrap(), late.lateness)).collect();
    assert_eq!(shown, expected, "at {now}");
}

#[test]
fn last_week_s_check_in_is_waited_for_while_it_can_be_sent() {
    use Lateness::{DueSoon, Overdue};
    check_awaited("2026-11-04T17:00:00Z", &[]);
    check_awaited("2026-11-05T17:00:00Z", &[("Ana", DueSoon)]);
    check_awaited("2026-11-06T17:00:00Z", &[("Ana", Overdue)]);
    // On Monday it is still last week's, until this week's can be written.
    check_awaited("2026-11-09T17:00:00Z", &[("Ana", Overdue)]);
    check_awaited("2026-11-09T18:00:00Z", &[]);
    check_awaited("2026-11-12T17:00:00Z", &[("Ana", DueSoon), ("Ben", DueSoon)]);
}

/// With check-ins due on Mondays, the next one can be written, and is waited for, while this week still runs.
#[test]
fn next_week_s_check_in_is_waited_for_once_it_is_open() {
    use peer_circle::domain::{Rhythm, Rhythms, WeeklyTime};
    let (mut circle, _) = new_circle(&["Ana", "Ben"]);
    let monday = WeeklyTime { weekday: chrono::Weekday::Mon, minute: 18 * 60 };
    let zone = circle.rhythm.newest().zone.clone();
    circle.rhythm = Rhythms::new(Rhythm::new(zone, monday));
    let shown = |now: &str| awaited(present(&circle, at(now))).iter().map(|late| late.lateness).collect::<Vec<_>>();
    assert_eq!(shown("2026-11-13T12:00:00Z"), [Lateness::Overdue; 2]);
    assert_eq!(shown("2026-11-14T12:00:00Z"), []);
    assert_eq!(shown("2026-11-15T19:00:00Z"), [Lateness::DueSoon; 2]);
}

/// Which week's digest is written in the second week, where the weeks of `sent` have a check-in and those of
/// `told` a digest, and the circle pauses in those of `paused`.
fn check_digest_cycle(sent: &[i64], told: &[i64], paused: &[i64], expected: i64) {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    for week in paused {
        ana.must(rhythm::Command::Skip(first().plus(*week)));
    }
    for week in told {
        ana.must(digest::Command::Publish { cycle: first().plus(*week), text: "All well".to_owned() });
    }
    let mut circle = ana.circle();
    for week in sent {
        check_in(&mut circle, &ana.member("Ana"), first().plus(*week), at("2026-11-05T09:00:00Z"));
    }
    let found = digest_cycle(&circle, first().plus(1));
    assert_eq!(found.since(first()), expected, "sent {sent:?}, told {told:?}, paused {paused:?}");
}

#[test]
fn the_digest_to_write_is_of_the_newest_week_that_has_something_to_tell() {
    check_digest_cycle(&[], &[], &[], 1);
    check_digest_cycle(&[0], &[], &[], 0);
    check_digest_cycle(&[0, 1], &[], &[], 1);
    check_digest_cycle(&[0, 1], &[1], &[], 0);
    check_digest_cycle(&[0, 1], &[0, 1], &[], 1);
    check_digest_cycle(&[0], &[0], &[], 1);
    // The week before a pause is the last one; one further back is history.
    check_digest_cycle(&[-1], &[], &[0], -1);
    check_digest_cycle(&[-1], &[], &[], 1);
    // Of a week in which the circle met there is something to tell, whoever has checked in.
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    ana.must(session::Command::Run { cycle: first(), act: SessionAct::Start { length: 45 } });
    assert_eq!(digest_cycle(&ana.view, first().plus(1)), first().plus(1));
    ana.must(session::Command::Run { cycle: first(), act: SessionAct::End });
    assert_eq!(digest_cycle(&ana.view, first().plus(1)), first());
    // Nobody writes about a week in which nobody met.
    check_digest_cycle(&[], &[], &[1], 0);
}

fn only_commitment(device: &Device) -> CommitmentId {
    device.view.commitments.keys().next().unwrap().clone()
}

#[test]
fn the_tracker_sees_what_waits() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let draft = |text: &str| CommitmentDraft { text: text.to_owned(), ..CommitmentDraft::default() };
    ana.must(commitment::Command::Add { cycle: first(), draft: draft("Carried 1") });
    let id = only_commitment(&ana);
    let settlement =
        Settlement { note: Some("A cold".to_owned()), ..Settlement::verdict(id.clone(), Verdict::Carried) };
    ana.must(commitment::Command::Settle { cycle: first(), settlement });
    ana.must(commitment::Command::Add { cycle: first(), draft: draft("Old 1") });
    ana.must(commitment::Command::Add { cycle: first().plus(2), draft: draft("New 1") });
    ana.must(commitment::Command::Add { cycle: first().plus(3), draft: draft("Later 1") });
    let found = tracking(present(&ana.view, at("2026-11-18T12:00:00Z")));
    let text = |id: &CommitmentId| -> &Commitment { &ana.view.commitments[id] };
    let shown: Vec<_> = found.members[0]
        .waiting
        .iter()
        .map(|waiting| (text(&waiting.commitment).text.as_str(), waiting.carries, waiting.weeks, waiting.demand))
        .collect();
    assert_eq!(
        shown,
        [
            ("Carried 1", 1, 2, CarryDemand::Change),
            ("Old 1", 0, 2, CarryDemand::Reason),
            ("New 1", 0, 0, CarryDemand::Reason),
        ]
    );
    assert_eq!(found.members.len(), 1, "Ben owes nothing");
}

/// A goal set on 3 November that `moves` move, read at `now`: for how many weeks it drifts.
fn check_goal(now: &str, moves: impl FnOnce(&mut Device), expected: Option<i64>) {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let measure = Measure::Number { scale: Scale::Quantity(String::new()), start: 0.0, target: 9.0 };
    let (title, why, obstacle) = ("Read 9 books".to_owned(), String::new(), String::new());
    ana.must(goal::Command::Add(GoalDraft { title, why, measure, due: None, obstacle }));
    moves(&mut ana);
    let goals = tracking(present(&ana.view, at(now))).goals;
    assert_eq!(goals.first().map(|goal| goal.weeks), expected, "at {now}");
}

#[test]
fn a_goal_drifts_after_three_weeks_without_progress() {
    let goal = |device: &Device| device.view.goals.keys().next().unwrap().clone();
    let progress = |device: &mut Device| {
        device.now = at("2026-11-15T08:00:00Z");
        device.must(goal::Command::RecordProgress { goal: goal(device), value: 2.0, note: String::new() });
    };
    check_goal("2026-11-24T07:00:00Z", |_| {}, None);
    check_goal("2026-11-24T09:00:00Z", |_| {}, Some(3));
    check_goal("2026-11-24T09:00:00Z", progress, None);
    check_goal("2026-12-09T09:00:00Z", progress, Some(3));
    for (outcome, expected) in [(Outcome::Kept, None), (Outcome::Partial, None), (Outcome::Missed, Some(3))] {
        let promise = |device: &mut Device| {
            device.now = at("2026-11-15T08:00:00Z");
            let draft =
                CommitmentDraft { text: "Read 1".to_owned(), goal: Some(goal(device)), ..CommitmentDraft::default() };
            device.must(commitment::Command::Add { cycle: first(), draft });
            let (commitment, verdict) = (only_commitment(device), Verdict::Ended(outcome));
            device.must(commitment::Command::Settle {
                cycle: first(),
                settlement: Settlement::verdict(commitment, verdict),
            });
        };
        check_goal("2026-11-24T09:00:00Z", promise, expected);
    }
    // Who left is not chased, and a clock that runs ahead is no progress of minus a year.
    check_goal("2026-11-24T09:00:00Z", |ana| drop(ana.must(member::Command::Remove(ana.member("Ana")))), None);
    check_goal("2020-01-01T00:00:00Z", |_| {}, None);
}
