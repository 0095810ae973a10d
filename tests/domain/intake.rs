//! Taking in what a group wrote elsewhere: each row once, whatever was changed since, and all of it back.

use crate::support::{Device, Zones, at, cycle, day};
use peer_circle::document::Written;
use peer_circle::domain::{
    CommitmentId, Field, Identity, Kind, Measure, MemberId, Offer, OfferOwner, OfferStanding, OfferTime, Offered,
    OfferedCheckIn, OfferedCommitment, OfferedGoal, OfferedMember, OfferedProgress, OfferedReply, Outcome, Present,
    Refusal, ReplyKind, Scale, Settlement, Verdict, commitment, intake, offers_standing,
};

fn offer(line: usize, content: Offered) -> Offer {
    Offer { line, heading: String::new(), identity: Identity::Key(format!("row {line}")), content }
}

fn named(name: &str) -> OfferOwner {
    OfferOwner::Named(name.to_owned())
}

fn member(name: &str) -> Offered {
    Offered::Member(OfferedMember { name: name.to_owned(), ..Default::default() })
}

fn promise(owner: &str, text: &str) -> OfferedCommitment {
    OfferedCommitment::new(named(owner), text)
}

fn course(owner: &str) -> Offered {
    let measure = Measure::Number { scale: Scale::Count("lessons".to_owned()), start: 0.0, target: 12.0 };
    Offered::Goal(OfferedGoal { measure, ..OfferedGoal::new(named(owner), "Finish the course") })
}

/// A table of a group as it comes: somebody new, her goal, its progress, what she and a member promised, a check-in.
fn table() -> Vec<Offer> {
    let progress = OfferedProgress {
        goal: Identity::Key("row 3".to_owned()),
        at: Some(OfferTime::Day(day("2026-10-28"))),
        value: 4.0,
        note: String::new(),
    };
    let kept = OfferedCommitment {
        goal: Some(Identity::Key("row 3".to_owned())),
        due: Some(day("2026-10-29")),
        outcome: Some(Outcome::Kept),
        ..promise("hana  L", "2 lessons")
    };
    let check_in = OfferedCheckIn {
        owner: named("Ben"),
        cycle: cycle("2026-10-19"),
        submitted: None,
        win: "Slept".to_owned(),
        blocker: String::new(),
        ask: String::new(),
        confidence: Some(4),
    };
    vec![
        offer(2, member("Hana L")),
        offer(3, course("Hana L")),
        offer(4, Offered::Progress(progress)),
        offer(5, Offered::Commitment(kept)),
        offer(6, Offered::Commitment(promise("Ben", "3 applications"))),
        offer(7, Offered::CheckIn(check_in)),
    ]
}

fn take_in(device: &mut Device, offers: Vec<Offer>) -> Option<Written> {
    device.run(intake::Command::TakeIn(offers)).unwrap()
}

fn standing(device: &Device, offers: &[Offer]) -> Vec<OfferStanding> {
    offers_standing(Present { circle: &device.view, zones: &Zones, now: device.now }, offers)
}

#[test]
fn rows_become_whole_records_that_hang_together() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    take_in(&mut ana, table()).unwrap();
    let circle = ana.circle();
    let hana = ana.member("Hana L");
    let goal = circle.goals_of(&hana)[0];
    assert_eq!(circle.standing_of(goal).value, 4.0);
    assert_eq!(circle.progress_of(&goal.id)[0].at, at("2026-10-28T12:00:00.002Z"));
    let kept = circle.commitments_where(&|c| c.owner == hana)[0];
    assert_eq!((kept.goal.as_ref(), kept.cycle), (Some(&goal.id), cycle("2026-10-26")));
    assert_eq!(kept.resolved_at, Some(at("2026-10-29T12:00:00.003Z")));
    let open = circle.commitments_where(&|c| c.owner == ana.member("Ben"))[0];
    assert_eq!((open.text.as_str(), open.cycle, open.due), ("3 applications", cycle("2026-11-02"), None));
    let check_in = circle.check_in(cycle("2026-10-19"), &ana.member("Ben")).unwrap();
    assert_eq!(check_in.submitted_at, at("2026-10-25T12:00:00Z"));
}

#[test]
fn a_second_import_changes_nothing_and_leaves_what_members_changed() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    take_in(&mut ana, table());
    assert_eq!(take_in(&mut ana, table()), None);
    let id = ana.view.commitments_where(&|c| c.text == "2 lessons")[0].id.clone();
    ana.must(commitment::Command::Reopen(id.clone()));
    ana.must(commitment::Command::Delete(id.clone()));
    let before = ana.circle();
    assert_eq!(take_in(&mut ana, table()), None);
    assert_eq!(ana.circle(), before);
    assert_eq!(standing(&ana, &table()), [const { OfferStanding::Known }; 6]);
}

#[test]
fn what_a_later_sheet_says_of_an_open_commitment_is_told_and_left_to_its_owner() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let row = |outcome| vec![offer(6, Offered::Commitment(OfferedCommitment { outcome, ..promise("Ben", "3 pages") }))];
    take_in(&mut ana, row(None)).unwrap();
    let later = row(Some(Outcome::Kept));
    assert_eq!(standing(&ana, &row(None)), [OfferStanding::Known]);
    assert_eq!(standing(&ana, &later), [OfferStanding::KnownOpen(Outcome::Kept)]);
    assert_eq!(take_in(&mut ana, later.clone()), None);
    let id = ana.view.commitments.keys().next().unwrap().clone();
    let settlement = Settlement::verdict(id, Verdict::Ended(Outcome::Missed));
    ana.must(commitment::Command::Settle { cycle: cycle("2026-11-02"), settlement });
    assert_eq!(standing(&ana, &later), [OfferStanding::Known]);
}

#[test]
fn two_devices_that_take_in_the_same_make_the_same_records() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let mut ben = ana.copy(2, "Ben");
    take_in(&mut ana, table());
    take_in(&mut ben, table());
    ana.import(&ben);
    assert_eq!((ana.view.members.len(), ana.view.goals.len(), ana.view.commitments.len()), (3, 1, 2));
}

#[test]
fn one_undo_takes_all_of_it_back_and_it_can_be_taken_in_again() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let before = ana.circle();
    let written = take_in(&mut ana, table()).unwrap();
    ana.undo(&written).unwrap();
    assert_eq!(ana.circle(), before);
    assert!(take_in(&mut ana, table()).is_some());
    assert_eq!(ana.view.commitments.len(), 2);
}

#[test]
fn what_is_there_by_hand_is_not_made_twice() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    ana.me = Some(ana.member("Ben"));
    let draft = peer_circle::domain::CommitmentDraft { text: "3 Applications".to_owned(), ..Default::default() };
    ana.must(commitment::Command::Add { cycle: cycle("2026-11-02"), draft });
    let check = |content: Offered, expected: OfferStanding| {
        assert_eq!(standing(&ana, &[offer(9, content.clone())]), [expected], "{content:?}");
    };
    check(member("ben"), OfferStanding::Known);
    check(Offered::Commitment(promise("Ben", "3 applications")), OfferStanding::Known);
    check(Offered::Commitment(promise("Ana", "3 applications")), OfferStanding::New);
    let next = OfferedCommitment { cycle: Some(cycle("2026-11-09")), ..promise("Ben", "3 applications") };
    check(Offered::Commitment(next), OfferStanding::New);
}

#[test]
fn two_rows_of_one_record_make_one() {
    let ana = Device::found(1, &["Ana", "Ben"]);
    let twice = [offer(2, course("Ana")), offer(2, course("Ben"))];
    assert_eq!(standing(&ana, &twice), [OfferStanding::New, OfferStanding::Known]);
}

#[test]
fn what_the_rules_refuse_is_told_and_left_out() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let check = |content: Offered, expected: Refusal| {
        assert_eq!(standing(&ana, &[offer(2, content)]), [OfferStanding::Refused(expected)]);
    };
    check(Offered::Commitment(promise("Nobody", "1 page")), Refusal::Gone("member"));
    check(Offered::Commitment(promise("Ben", " ")), Refusal::Empty(Field::Text));
    let stranger = OfferedCommitment::new(OfferOwner::Id(MemberId::new("stranger")), "1 page");
    check(Offered::Commitment(stranger), Refusal::Gone("member"));
    let lost = OfferedProgress { goal: Identity::Id("lost".to_owned()), at: None, value: 1.0, note: String::new() };
    check(Offered::Progress(lost), Refusal::Gone("goal"));
    let unheard = OfferedReply {
        from: named("Ben"),
        commitment: CommitmentId::new("lost"),
        kind: ReplyKind::Cheer,
        text: String::new(),
        at: None,
    };
    check(Offered::Reply(unheard), Refusal::Gone("commitment"));
    let long = "x".repeat(201);
    check(member(&long), Refusal::TooLong { field: Field::Name, length: 201, max: 200 });
    assert_eq!(take_in(&mut ana, vec![offer(2, member(&long))]), None);
    ana.me = None;
    assert_eq!(ana.decide(intake::Command::TakeIn(table())), Err(Refusal::NobodyHere));
}

#[test]
fn five_thousand_rows_are_no_square() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let rows = (0..5_000).map(|nth| match nth % 2 {
        0 => offer(nth, member(&format!("Person {nth}"))),
        _ => offer(nth, Offered::Commitment(promise(&format!("Person {}", nth - 1), "1 page"))),
    });
    let written = take_in(&mut ana, rows.collect()).unwrap();
    assert_eq!((ana.view.members.len(), ana.view.commitments.len()), (2_502, 2_500));
    assert!(written.changes.iter().all(|change| [Kind::Member, Kind::Commitment].contains(&change.place.kind)));
}
