//! What the circle's rules answer: records, or a refusal that carries data.

use crate::support::{Device, Zones, at, cycle, day, rhythm};
use peer_circle::domain::{
    Closing, Command, CommitmentDraft, CommitmentId, Context, Cycle, Field, Goal, GoalDraft, GoalId, LINE_MAX, Measure,
    Member, MemberId, Record, Refusal, Scale, Settlement, TEXT_MAX, Verdict, begin, check_in, circle, commitment, goal,
    member, rhythm,
};
use std::fmt::Debug;

fn goal(title: &str, measure: Measure) -> GoalDraft {
    GoalDraft { title: title.to_owned(), why: String::new(), measure, due: None, obstacle: String::new() }
}

fn number(start: f64, target: f64) -> Measure {
    Measure::Number { scale: Scale::Quantity("pages".to_owned()), start, target }
}

fn promise(text: &str) -> CommitmentDraft {
    CommitmentDraft { text: text.to_owned(), ..CommitmentDraft::default() }
}

fn add(text: &str) -> commitment::Command {
    commitment::Command::Add { cycle: cycle("2026-11-02"), draft: promise(text) }
}

/// Other words for the commitment `id`.
fn words(id: &CommitmentId, draft: CommitmentDraft) -> commitment::Command {
    let settlement = Settlement { commitment: id.clone(), draft: Some(draft), verdict: None, note: None };
    commitment::Command::Settle { cycle: cycle("2026-11-02"), settlement }
}

fn name(name: &str) -> member::Command {
    member::Command::Add { name: name.to_owned() }
}

/// The first device of a circle of Ana and Ben, and the ids of a goal and a commitment in it.
fn world() -> (Device, GoalId, CommitmentId) {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    ana.must(goal::Command::Add(goal("Read 12 books", number(0.0, 12.0))));
    ana.must(add("Read 20 pages"));
    let goal = ana.view.goals.keys().next().unwrap().clone();
    let commitment = ana.view.commitments.keys().next().unwrap().clone();
    (ana, goal, commitment)
}

/// Runs `command` and wants it refused, with nothing changed.
fn check<C: Into<Command> + Clone + Debug>(
    command: impl FnOnce(&Device, &GoalId, &CommitmentId) -> C,
    expected: Refusal,
) {
    let (mut ana, goal, commitment) = world();
    let before = ana.snapshot();
    let command = command(&ana, &goal, &commitment);
    assert_eq!(ana.run(command.clone()), Err(expected), "{command:?}");
    assert_eq!(ana.snapshot(), before, "a refused command changed something");
}

#[test]
fn empty_lines_are_refused() {
    for blank in ["", "   ", "\n\t\u{2003}"] {
        let blank = blank.to_owned();
        let draft = promise(&blank);
        let plan = goal(&blank, Measure::Done);
        let describe = circle::Command::Describe { name: blank.clone(), purpose: String::new() };
        check(|_, _, _| describe, Refusal::Empty(Field::Name));
        check(|_, _, _| name(&blank), Refusal::Empty(Field::Name));
        let renamed =
            |ana: &Device| member::Command::Edit { id: ana.member("Ben"), name: blank.clone(), focus: String::new() };
        check(|ana, _, _| renamed(ana), Refusal::Empty(Field::Name));
        check(|_, _, _| goal::Command::Add(plan.clone()), Refusal::Empty(Field::Text));
        check(|_, goal, _| goal::Command::Edit(goal.clone(), plan.clone()), Refusal::Empty(Field::Text));
        check(|_, _, _| add(&blank), Refusal::Empty(Field::Text));
        check(|_, _, id| words(id, draft.clone()), Refusal::Empty(Field::Text));
    }
}

#[test]
fn what_is_too_long_is_refused_with_its_length() {
    let line = |field| Refusal::TooLong { field, length: LINE_MAX + 1, max: LINE_MAX };
    let paragraph = |field| Refusal::TooLong { field, length: TEXT_MAX + 1, max: TEXT_MAX };
    // Counted as people count: characters, not bytes.
    let long_line = "é".repeat(LINE_MAX + 1);
    let long_text = "ж".repeat(TEXT_MAX + 1);
    check(|_, _, _| name(&long_line), line(Field::Name));
    check(|_, _, _| add(&long_line), line(Field::Text));
    check(|_, _, _| goal::Command::Add(goal(&long_line, Measure::Done)), line(Field::Text));
    let described = circle::Command::Describe { name: "Circle".to_owned(), purpose: long_text.clone() };
    check(|_, _, _| described, paragraph(Field::Purpose));
    let focus = |ana: &Device| member::Command::Edit {
        id: ana.member("Ben"),
        name: "Ben".to_owned(),
        focus: long_line.clone(),
    };
    check(|ana, _, _| focus(ana), line(Field::Purpose));
    for (field, draft) in [
        (Field::Why, GoalDraft { why: long_text.clone(), ..goal("Goal", Measure::Done) }),
        (Field::Obstacle, GoalDraft { obstacle: long_text.clone(), ..goal("Goal", Measure::Done) }),
    ] {
        check(|_, _, _| goal::Command::Add(draft), paragraph(field));
    }
    let unit = Measure::Number { scale: Scale::Quantity(long_line.clone()), start: 0.0, target: 1.0 };
    check(|_, _, _| goal::Command::Add(goal("Goal", unit)), line(Field::Unit));
    for (field, draft) in [
        (Field::Cue, CommitmentDraft { cue: long_line.clone(), ..promise("Write") }),
        (Field::Action, CommitmentDraft { action: long_line.clone(), ..promise("Write") }),
    ] {
        check(|_, _, _| commitment::Command::Add { cycle: cycle("2026-11-02"), draft }, line(field));
    }
    let progress =
        |goal: &GoalId| goal::Command::RecordProgress { goal: goal.clone(), value: 1.0, note: long_text.clone() };
    check(|_, goal, _| progress(goal), paragraph(Field::Note));
}

#[test]
fn what_just_fits_is_kept() {
    let (mut ana, _, _) = world();
    let longest = "é".repeat(LINE_MAX);
    ana.must(add(&format!("  {longest}\n")));
    assert!(ana.view.commitments.values().any(|commitment| commitment.text == longest));
}

#[test]
fn numbers_must_be_in_range() {
    for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e12, -1e300] {
        check(|_, _, _| goal::Command::Add(goal("G", number(bad, 1.0))), Refusal::NotANumber(Field::Value));
        check(|_, _, _| goal::Command::Add(goal("G", number(1.0, bad))), Refusal::NotANumber(Field::Target));
        let progress =
            |goal: &GoalId| goal::Command::RecordProgress { goal: goal.clone(), value: bad, note: String::new() };
        check(|_, goal, _| progress(goal), Refusal::NotANumber(Field::Value));
    }
    check(|_, _, _| goal::Command::Add(goal("G", number(5.0, 5.0))), Refusal::NoWay);
    check(|_, id, _| goal::Command::Edit(id.clone(), goal("G", number(0.0, 0.0))), Refusal::NoWay);
}

#[test]
fn two_people_have_two_names() {
    check(|_, _, _| name("Ben"), Refusal::NameTaken("Ben".to_owned()));
    check(|_, _, _| name("  bEN "), Refusal::NameTaken("bEN".to_owned()));
    let renamed = |ana: &Device, to: &str| member::Command::Edit {
        id: ana.member("Ana"),
        name: to.to_owned(),
        focus: String::new(),
    };
    check(|ana, _, _| renamed(ana, "ben"), Refusal::NameTaken("ben".to_owned()));
    let (mut ana, _, _) = world();
    let ben = ana.member("Ben");
    // One's own name in another spelling is free, and so is the name of somebody who left.
    ana.must(renamed(&ana, "ANA"));
    ana.must(member::Command::Remove(ben.clone()));
    ana.must(name("Ben"));
    assert_eq!(ana.run(member::Command::Restore(ben.clone())), Err(Refusal::NameTaken("Ben".to_owned())));
    let other = ana.view.roster().last().unwrap().id.clone();
    ana.must(member::Command::Edit { id: other, name: "Ben B".to_owned(), focus: String::new() });
    ana.must(member::Command::Restore(ben));
    assert_eq!(ana.view.roster().len(), 3);
}

#[test]
fn what_is_not_there_is_gone() {
    let nobody = || MemberId::new("nobody");
    let edit = member::Command::Edit { id: nobody(), name: "Zoe".to_owned(), focus: String::new() };
    check(|_, _, _| edit, Refusal::Gone("member"));
    check(|_, _, _| member::Command::Remove(nobody()), Refusal::Gone("member"));
    check(|_, _, _| member::Command::Restore(nobody()), Refusal::Gone("member"));

    let (mut ana, goal_id, commitment) = world();
    ana.must(goal::Command::Delete(goal_id.clone()));
    ana.must(commitment::Command::Delete(commitment.clone()));
    for (goal_id, commitment) in [(goal_id, commitment), (GoalId::new("none"), CommitmentId::new("none"))] {
        let ended = Verdict::Ended(peer_circle::domain::Outcome::Kept);
        let settlement = Settlement::verdict(commitment.clone(), ended);
        let all: [(Command, &str); 8] = [
            (Command::from(goal::Command::Edit(goal_id.clone(), goal("G", Measure::Done))), "goal"),
            (Command::from(goal::Command::Close(goal_id.clone(), Some(Closing::Achieved))), "goal"),
            (
                Command::from(goal::Command::RecordProgress { goal: goal_id.clone(), value: 1.0, note: String::new() }),
                "goal",
            ),
            (Command::from(goal::Command::Delete(goal_id)), "goal"),
            (words(&commitment, promise("Write")).into(), "commitment"),
            (Command::from(commitment::Command::Settle { cycle: cycle("2026-11-02"), settlement }), "commitment"),
            (Command::from(commitment::Command::Reopen(commitment.clone())), "commitment"),
            (Command::from(commitment::Command::Delete(commitment)), "commitment"),
        ];
        for (nth, (command, what)) in all.into_iter().enumerate() {
            assert_eq!(ana.run(command), Err(Refusal::Gone(what)), "command {nth}");
        }
    }
}

#[test]
fn a_device_that_nobody_holds_makes_no_promises() {
    let (mut ana, _, _) = world();
    ana.me = None;
    let draft = peer_circle::domain::CheckInDraft {
        cycle: cycle("2026-11-02"),
        settlements: Vec::new(),
        win: String::new(),
        blocker: String::new(),
        ask: String::new(),
        confidence: None,
        next: Vec::new(),
        progress: Vec::new(),
        has_nothing_to_say: true,
    };
    for command in [
        Command::from(add("Write")),
        Command::from(goal::Command::Add(goal("G", Measure::Done))),
        Command::from(check_in::Command::Send(draft)),
    ] {
        assert_eq!(ana.run(command), Err(Refusal::NobodyHere));
    }
}

#[test]
fn commands_write_what_they_say() {
    let (mut ana, goal_id, commitment) = world();
    ana.must(circle::Command::Describe { name: " North  light ".to_owned(), purpose: "One\r\nstep ".to_owned() });
    assert_eq!((ana.view.about.name.as_str(), ana.view.about.purpose.as_str()), ("North light", "One\nstep"));
    let from = cycle("2026-11-09");
    ana.must(rhythm::Command::Set { rhythm: rhythm("Asia/Kolkata", 4, 9), from });
    assert_eq!(*ana.view.rhythm.of(from), rhythm("Asia/Kolkata", 4, 9));

    let goal_draft =
        GoalDraft { due: Some(day("2027-01-10")), why: "For me".to_owned(), ..goal("Write", Measure::Done) };
    ana.must(goal::Command::Edit(goal_id.clone(), goal_draft));
    let read = |ana: &Device| -> Goal { (*ana.view.goals[&goal_id]).clone() };
    assert_eq!(
        (read(&ana).title.as_str(), read(&ana).measure, read(&ana).why.as_str()),
        ("Write", Measure::Done, "For me")
    );
    ana.must(goal::Command::Close(goal_id.clone(), Some(Closing::Dropped)));
    assert_eq!((read(&ana).closing, read(&ana).closed_at), (Some(Closing::Dropped), Some(ana.now)));
    ana.must(goal::Command::Close(goal_id.clone(), None));
    assert_eq!((read(&ana).closing, read(&ana).closed_at, read(&ana).is_open()), (None, None, true));
    ana.must(goal::Command::RecordProgress { goal: goal_id.clone(), value: 2.5, note: " half ".to_owned() });
    let entry = ana.view.progress_of(&goal_id)[0].clone();
    assert_eq!((entry.value, entry.note.as_str(), entry.at), (2.5, "half", ana.now));
    ana.must(goal::Command::Delete(goal_id.clone()));
    assert_eq!((read(&ana).deleted_at, read(&ana).is_open()), (Some(ana.now), false));
    assert!(ana.view.goals_of(&ana.member("Ana")).is_empty());

    let plan = CommitmentDraft {
        goal: Some(goal_id.clone()),
        due: Some(day("2026-11-05")),
        cue: "it is 8:00".to_owned(),
        action: "sit down".to_owned(),
        helper: Some(ana.member("Ben")),
        ..promise("Write 3 pages")
    };
    ana.must(words(&commitment, plan.clone()));
    let read = &ana.view.commitments[&commitment];
    assert_eq!(read.draft(), plan);
    assert_eq!(read.owner, ana.member("Ana"));
    ana.must(commitment::Command::Delete(commitment.clone()));
    assert!(ana.view.commitments_in(&ana.member("Ana"), cycle("2026-11-02")).is_empty());
}

#[test]
fn people_leave_and_come_back() {
    let (mut ana, _, _) = world();
    let ben = ana.member("Ben");
    ana.must(member::Command::Remove(ben.clone()));
    assert_eq!(names(&ana.view.roster()), ["Ana"]);
    assert_eq!(names(&ana.view.former()), ["Ben"]);
    assert_eq!(ana.view.name_of(&ben), Some("Ben"));
    ana.must(member::Command::Restore(ben.clone()));
    ana.must(name("Chen"));
    assert_eq!(names(&ana.view.roster()), ["Ana", "Ben", "Chen"]);
    // A seat, and so a colour, is kept whoever leaves.
    ana.must(member::Command::Remove(ben));
    let seats: Vec<_> = ["Ana", "Chen"].iter().map(|name| ana.view.seat_of(&ana.member(name))).collect();
    assert_eq!(seats, [0, 2]);
    assert_eq!(ana.view.seat_of(&MemberId::new("nobody")), 0);
}

fn names(members: &[&Member]) -> Vec<String> {
    members.iter().map(|member| member.name.clone()).collect()
}

#[test]
fn how_a_circle_begins() {
    let start = |name: &str, people: &[&str], weeks: u8| {
        let mut bits = 0_u64;
        let mut entropy = || {
            bits += 1;
            bits
        };
        let mut ctx = Context { now: at("2026-11-25T09:00:00Z"), me: None, zones: &Zones, entropy: &mut entropy };
        let people: Vec<_> = people.iter().map(|person| (*person).to_owned()).collect();
        begin(name, &people, rhythm("Europe/Lisbon", 3, 18), weeks, &mut ctx)
    };
    let (circle, founder) = start(" North  light ", &["Ana", "Ben", "Chen"], 10).unwrap();
    assert_eq!(circle.about.name, "North light");
    assert_eq!(names(&circle.roster()), ["Ana", "Ben", "Chen"]);
    assert_eq!(circle.roster()[0].id, founder);
    let season = circle.season_at(Cycle::parse("2026-11-25").unwrap()).unwrap();
    assert_eq!((season.0.weeks, season.1.number), (10, 1));
    let weeks = |weeks| start("N", &["Ana"], weeks).unwrap().0.seasons.values().next().unwrap().weeks;
    assert_eq!([weeks(0), weeks(4), weeks(16), weeks(200)], [4, 4, 16, 16]);
    assert_eq!(start("N", &[], 10).unwrap_err(), Refusal::Empty(Field::Founder));
    assert_eq!(start(" ", &["Ana"], 10).unwrap_err(), Refusal::Empty(Field::Name));
    assert_eq!(start("N", &[" ", "Ben"], 10).unwrap_err(), Refusal::Empty(Field::Founder));
    assert_eq!(start("N", &["Ana", " "], 10).unwrap_err(), Refusal::Empty(Field::Others));
    assert_eq!(start("N", &["Ana", "ana"], 10).unwrap_err(), Refusal::NamedTwice("ana".to_owned()));
}

#[test]
fn a_command_that_changes_nothing_writes_nothing() {
    let (mut ana, _, _) = world();
    let about = ana.view.about.clone();
    assert_eq!(ana.run(circle::Command::Describe { name: about.name, purpose: about.purpose }), Ok(None));
    let from = cycle("2026-11-09");
    let same = ana.view.rhythm.of(from).clone();
    assert_eq!(ana.run(rhythm::Command::Set { rhythm: same, from }), Ok(None));
    let ben = (*ana.view.members[&ana.member("Ben")]).clone();
    let same = member::Command::Edit { id: ben.id.clone(), name: ben.name, focus: ben.focus };
    assert_eq!(ana.run(same), Ok(None));
    assert_eq!(ana.run(member::Command::Restore(ben.id)), Ok(None));
    let about = ana.view.about.clone();
    let same = circle::Command::Describe { name: about.name, purpose: about.purpose };
    assert!(matches!(ana.decide(same).as_deref(), Ok([Record::About(_)])));
}
