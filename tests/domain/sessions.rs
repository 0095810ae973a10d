//! Running a session, its agenda, its decisions, and what it came to.

use crate::support::{Device, Zones, at, cycle, day, local, present};
use peer_circle::domain::{
    AgendaDraft, AgendaEntry, AgendaId, AgendaKind, AgendaSubject, ClockState, Command, CommitmentDraft, Cycle,
    DIGEST_MAX, Decision, DecisionDraft, Field, HOUR, HotTurn, MINUTE, MemberId, Presence, Refusal, Session,
    SessionAct, Settlement, Step, Tick, Topic, Verdict, agenda, commitment, decisions_of, digest, member, rhythm,
    session, session_cycle, session_summary,
};
use std::fmt::Debug;

fn first() -> Cycle {
    cycle("2026-11-02")
}

fn act(act: SessionAct) -> session::Command {
    session::Command::Run { cycle: first(), act }
}

fn item(title: &str, kind: AgendaKind, owner: Option<MemberId>) -> session::Command {
    let draft = AgendaDraft { title: title.to_owned(), detail: String::new(), owner, kind };
    session::Command::AddItem { cycle: first(), draft }
}

fn decided(text: &str, review_on: Option<&str>) -> session::Command {
    let draft = DecisionDraft { text: text.to_owned(), owner: None, review_on: review_on.map(day) };
    session::Command::RecordDecision { cycle: first(), draft }
}

fn world() -> Device {
    Device::found(1, &["Ana", "Ben", "Chen"])
}

fn nobody() -> Device {
    let mut device = world();
    device.me = None;
    device
}

fn running() -> Device {
    let mut ana = world();
    ana.must(act(SessionAct::Start { length: 45 }));
    ana
}

fn session(device: &Device) -> &Session {
    device.view.session(first()).unwrap()
}

fn item_called(device: &Device, title: &str) -> AgendaId {
    device.view.agenda.values().find(|item| item.title == title).unwrap().id.clone()
}

fn only_decision(device: &Device) -> Decision {
    (**device.view.decisions.values().next().unwrap()).clone()
}

/// Runs `command` on `device` and wants it refused, with nothing changed.
fn check<C: Into<Command> + Clone + Debug>(mut device: Device, command: C, expected: Refusal) {
    let before = device.snapshot();
    assert_eq!(device.run(command.clone()), Err(expected), "{command:?}");
    assert_eq!(device.snapshot(), before, "a refused command changed something");
}

#[test]
fn what_moves_the_clock_wants_a_running_session() {
    let ended = || {
        let mut ana = running();
        ana.must(act(SessionAct::End));
        ana
    };
    let moves = [
        SessionAct::Enter(Step::Close),
        SessionAct::Pause,
        SessionAct::Resume,
        SessionAct::More(Step::HotSeat, 2),
        SessionAct::End,
    ];
    for what in moves {
        check(world(), act(what.clone()), Refusal::SessionNotStarted);
        check(ended(), act(what), Refusal::SessionEnded);
    }
    check(world(), act(SessionAct::Reopen), Refusal::SessionNotStarted);
    check(running(), act(SessionAct::Start { length: 45 }), Refusal::SessionStarted);
    check(ended(), act(SessionAct::Start { length: 45 }), Refusal::SessionStarted);
    for length in [0, 9, 241] {
        check(world(), act(SessionAct::Start { length }), Refusal::NotANumber(Field::Minutes));
    }
    for minutes in [0, 61] {
        check(running(), act(SessionAct::More(Step::Review, minutes)), Refusal::NotANumber(Field::Minutes));
    }
    let stranger = MemberId::new("nobody");
    check(running(), act(SessionAct::Sit(stranger.clone())), Refusal::Gone("member"));
    check(running(), act(SessionAct::Attend(stranger, Presence::Here)), Refusal::Gone("member"));
    check(running(), act(SessionAct::AddNote(" \n".to_owned())), Refusal::Empty(Field::Note));
    check(nobody(), act(SessionAct::Start { length: 45 }), Refusal::NobodyHere);
    check(nobody(), act(SessionAct::AddNote("Hm".to_owned())), Refusal::NobodyHere);
}

#[test]
fn a_session_that_is_opened_again_goes_on_where_it_was() {
    let mut ana = running();
    ana.now = ana.now.plus(10 * MINUTE);
    ana.must(act(SessionAct::End));
    let spent = session(&ana).clock(ana.now).spent();
    ana.now = ana.now.plus(2 * HOUR);
    ana.must(act(SessionAct::Reopen));
    let clock = session(&ana).clock(ana.now);
    assert_eq!((clock.state, clock.spent()), (ClockState::Running, spent));
    assert_eq!(session(&ana).ended_at, None);
}

#[test]
fn notes_and_marks_are_welcome_before_and_after() {
    let mut ana = world();
    let ben = ana.member("Ben");
    ana.must(act(SessionAct::AddNote(" One ".to_owned())));
    ana.now = ana.now.plus(-HOUR);
    ana.must(act(SessionAct::AddNote("Two".to_owned())));
    ana.must(act(SessionAct::Attend(ben.clone(), Presence::Away)));
    ana.must(act(SessionAct::Tick(Topic::Round(ben.clone()), Tick::Done)));
    ana.must(act(SessionAct::Start { length: 30 }));
    ana.must(act(SessionAct::End));
    ana.must(act(SessionAct::Sit(ben.clone())));
    ana.must(act(SessionAct::Summarize("Good".to_owned())));
    // In the order in which they were written, also where the clock was put back in between.
    let notes: Vec<_> = session(&ana).notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(notes, ["One", "Two"]);
    assert_eq!(session(&ana).presence_of(&ben), Some(Presence::Away));
    assert!(session(&ana).has_ticked(&Topic::Round(ben.clone())));
    assert!(matches!(session(&ana).turn_of(&ben), HotTurn::Sat(at) if Some(at) > session(&ana).ended_at));
    ana.must(act(SessionAct::Tick(Topic::Round(ben.clone()), Tick::Open)));
    assert!(!session(&ana).has_ticked(&Topic::Round(ben)));
    let note = session(&ana).notes[0].clone();
    let edit = |text: &str| SessionAct::EditNote { at: note.at, by: note.by.clone(), text: text.to_owned() };
    ana.must(act(edit("One more")));
    assert_eq!(session(&ana).notes[0].text, "One more");
    ana.must(act(edit("")));
    assert_eq!(session(&ana).notes.len(), 1);
    check(ana, act(edit("Back")), Refusal::Gone("note"));
}

/// The agenda of week `week` as titles with how often each was carried and whether it is done.
fn items(device: &Device, week: i64) -> Vec<(String, i64, bool)> {
    let entries = agenda(present(&device.view, device.now), first().plus(week));
    let titles = entries.into_iter().filter_map(|AgendaEntry { subject, carried, is_done, .. }| match subject {
        AgendaSubject::Item(id) => Some((device.view.agenda[&id].title.clone(), carried, is_done)),
        AgendaSubject::Derived(_) => None,
    });
    titles.collect()
}

fn derived(device: &Device, week: i64) -> Vec<(Topic, Step, bool)> {
    let entries = agenda(present(&device.view, device.now), first().plus(week));
    let topics = entries.into_iter().filter_map(|AgendaEntry { subject, step, is_done, .. }| match subject {
        AgendaSubject::Item(_) => None,
        AgendaSubject::Derived(topic) => Some((topic, step, is_done)),
    });
    topics.collect()
}

#[test]
fn unfinished_items_carry_over() {
    let mut ana = world();
    for title in ["Rhythm", "Budget", "Guests"] {
        ana.must(item(title, AgendaKind::Topic, None));
    }
    let [rhythm, budget, guests] = ["Rhythm", "Budget", "Guests"].map(|title| item_called(&ana, title));
    ana.must(session::Command::FinishItem { id: rhythm.clone(), cycle: first() });
    ana.must(session::Command::FinishItem { id: budget, cycle: first().plus(2) });
    let of = |title: &str, carried, is_done| (title.to_owned(), carried, is_done);
    assert_eq!(items(&ana, -1), []);
    assert_eq!(items(&ana, 0), [of("Rhythm", 0, true), of("Budget", 0, true), of("Guests", 0, false)]);
    assert_eq!(items(&ana, 1), [of("Budget", 1, true), of("Guests", 1, false)]);
    assert_eq!(items(&ana, 2), [of("Budget", 2, true), of("Guests", 2, false)]);
    assert_eq!(items(&ana, 3), [of("Guests", 3, false)]);
    ana.must(session::Command::DeleteItem(guests.clone()));
    ana.must(session::Command::ReopenItem(rhythm));
    assert_eq!(items(&ana, 3), [of("Rhythm", 3, false)]);
    check(ana, session::Command::FinishItem { id: guests, cycle: first() }, Refusal::Gone("agenda item"));
}

#[test]
fn an_item_finished_before_its_cycle_stands_in_it_alone() {
    let mut ana = world();
    ana.must(item("Early", AgendaKind::Discuss, None));
    let id = item_called(&ana, "Early");
    ana.must(session::Command::FinishItem { id: id.clone(), cycle: first().plus(-3) });
    assert_eq!((items(&ana, 0).len(), items(&ana, 1).len()), (1, 0));
    // The first who finishes it says in which session.
    ana.run(session::Command::FinishItem { id: id.clone(), cycle: first().plus(9) }).unwrap();
    assert_eq!(ana.view.agenda[&id].done_in, Some(first().plus(-3)));
}

#[test]
fn what_was_carried_three_times_and_decisions_to_review_come_by_themselves() {
    let mut ana = world();
    ana.must(commitment::Command::Add {
        cycle: first(),
        draft: CommitmentDraft { text: "Write 9 pages".to_owned(), ..CommitmentDraft::default() },
    });
    let id = ana.view.commitments.keys().next().unwrap().clone();
    for week in 0..3 {
        assert_eq!(derived(&ana, week), [], "after {week} carries");
        let draft = CommitmentDraft { text: format!("Write {} pages", 8 - week), ..CommitmentDraft::default() };
        let settlement = Settlement {
            draft: Some(draft),
            note: Some("A cold".to_owned()),
            ..Settlement::verdict(id.clone(), Verdict::Carried)
        };
        ana.must(commitment::Command::Settle { cycle: first().plus(week), settlement });
    }
    // The third carry came on Thursday; Friday's session looks at it.
    let carried = Topic::Carried(id);
    assert_eq!(derived(&ana, 2), [(carried.clone(), Step::Review, false)]);
    ana.must(decided("No phones", Some("2026-11-20")));
    let decision = only_decision(&ana).id;
    let review = Topic::Decision(decision.clone());
    assert_eq!(derived(&ana, 1), []);
    assert_eq!(derived(&ana, 2), [(carried.clone(), Step::Review, false), (review.clone(), Step::Decisions, false),]);
    let third = |act| session::Command::Run { cycle: first().plus(2), act };
    ana.must(third(SessionAct::Tick(carried.clone(), Tick::Done)));
    assert_eq!(derived(&ana, 2)[0], (carried.clone(), Step::Review, true));
    assert_eq!(derived(&ana, 3)[0], (carried.clone(), Step::Review, false), "a tick is for one session");
    ana.must(session::Command::CloseDecision(decision.clone(), Some("It holds".to_owned())));
    assert_eq!(derived(&ana, 2).len(), 1);
    assert_eq!(only_decision(&ana).revisited, "It holds");
    ana.must(session::Command::CloseDecision(decision, None));
    assert_eq!(derived(&ana, 2).len(), 2);
    // A session that is over keeps to what was brought.
    ana.must(third(SessionAct::Start { length: 45 }));
    ana.must(third(SessionAct::End));
    assert_eq!(derived(&ana, 2), []);
}

#[test]
fn decisions_are_checked() {
    let mut ana = world();
    ana.must(decided("  No phones ", None));
    let found = only_decision(&ana);
    assert_eq!((found.text.as_str(), found.by, found.cycle), ("No phones", ana.me.clone(), first()));
    let draft = |text: &str| DecisionDraft { text: text.to_owned(), ..DecisionDraft::default() };
    ana.must(session::Command::EditDecision(found.id.clone(), draft("No screens")));
    assert_eq!(only_decision(&ana).text, "No screens");
    check(world(), decided(" ", None), Refusal::Empty(Field::Text));
    let owner = Some(MemberId::new("nobody"));
    let draft = DecisionDraft { owner, ..draft("No phones") };
    check(world(), session::Command::RecordDecision { cycle: first(), draft }, Refusal::Gone("member"));
    check(nobody(), decided("No phones", None), Refusal::NobodyHere);
    ana.must(session::Command::DeleteDecision(found.id.clone()));
    assert!(decisions_of(&ana.view, first()).is_empty());
    check(ana, session::Command::CloseDecision(found.id, None), Refusal::Gone("decision"));
}

#[test]
fn a_promise_can_be_written_down_for_somebody_else() {
    let mut ana = world();
    let ben = ana.member("Ben");
    let draft = || CommitmentDraft { text: "Call 2 people".to_owned(), ..CommitmentDraft::default() };
    let command =
        |owner: &MemberId| commitment::Command::AddFor { owner: owner.clone(), cycle: first(), draft: draft() };
    ana.must(command(&ben));
    assert_eq!(ana.view.commitments_in(&ben, first()).len(), 1);
    ana.must(member::Command::Remove(ben.clone()));
    check(ana, command(&ben), Refusal::Gone("member"));
    check(world(), command(&MemberId::new("nobody")), Refusal::Gone("member"));
    check(nobody(), command(&ben), Refusal::NobodyHere);
}

#[test]
fn the_summary_tells_what_came_of_it() {
    let mut ana = world();
    let [ben, chen] = ["Ben", "Chen"].map(|name| ana.member(name));
    let promise = |text: &str| CommitmentDraft { text: text.to_owned(), ..CommitmentDraft::default() };
    ana.must(commitment::Command::Add { cycle: first(), draft: promise("Before 1") });
    ana.must(item("Rhythm", AgendaKind::Topic, None));
    ana.must(item("Guests", AgendaKind::Topic, None));
    assert_eq!(session_summary(&ana.view, ana.now, first()), None);
    ana.must(act(SessionAct::Start { length: 45 }));
    ana.must(act(SessionAct::Attend(chen.clone(), Presence::Here)));
    ana.must(act(SessionAct::Attend(ben.clone(), Presence::Away)));
    ana.must(act(SessionAct::Sit(chen.clone())));
    ana.must(commitment::Command::AddFor {
        owner: chen.clone(),
        cycle: first().plus(1),
        draft: promise("Call 2 people"),
    });
    ana.must(session::Command::FinishItem { id: item_called(&ana, "Rhythm"), cycle: first() });
    ana.must(decided("No phones", None));
    ana.must(act(SessionAct::End));
    ana.must(commitment::Command::Add { cycle: first().plus(1), draft: promise("After 1") });
    let found = session_summary(&ana.view, ana.now, first()).unwrap();
    let written: Vec<_> = found.commitments.iter().map(|id| ana.view.commitments[id].text.as_str()).collect();
    assert_eq!(written, ["Call 2 people"]);
    assert_eq!((found.here, found.away, found.hot_seat), (vec![chen.clone()], vec![ben], vec![chen]));
    assert_eq!(found.done, [item_called(&ana, "Rhythm")]);
    assert_eq!(found.carried, [item_called(&ana, "Guests")]);
    assert_eq!(found.decisions, [only_decision(&ana).id]);
    assert_eq!(found.clock.spent(), found.ended_at.unwrap().millis() - found.started_at.millis());
}

#[test]
fn a_digest_is_published_and_published_again() {
    let mut ana = world();
    let publish = |text: String| digest::Command::Publish { cycle: first(), text };
    ana.must(publish(" A good week ".to_owned()));
    let found = ana.view.digests[&first()].clone();
    assert_eq!((found.text.as_str(), found.by.clone(), found.is_revised()), ("A good week", ana.me.clone(), false));
    ana.me = Some(ana.member("Ben"));
    ana.must(publish("x".repeat(DIGEST_MAX)));
    let again = ana.view.digests[&first()].clone();
    assert_eq!((again.first_published_at, again.by.clone()), (found.published_at, ana.me.clone()));
    assert!(again.is_revised());
    check(world(), publish(" ".to_owned()), Refusal::Empty(Field::Digest));
    let length = DIGEST_MAX + 1;
    let too_long = Refusal::TooLong { field: Field::Digest, length, max: DIGEST_MAX };
    check(world(), publish("é".repeat(length)), too_long);
}

/// Whose session `device` has at hand at `now`.
fn check_at_hand(device: &Device, now: &str, expected: &str) {
    assert_eq!(session_cycle(present(&device.view, at(now))), cycle(expected), "{now}");
}

#[test]
fn the_session_at_hand_is_this_week_s() {
    // Reviews are on Fridays at 17:00, Lisbon time, and take 45 minutes.
    let mut ana = world();
    check_at_hand(&ana, "2026-11-02T00:00:00Z", "2026-11-02");
    check_at_hand(&ana, "2026-11-08T23:59:00Z", "2026-11-02");
    check_at_hand(&ana, "2026-11-09T00:00:00Z", "2026-11-09");
    // One that was started and never ended is at hand for a day.
    ana.now = at("2026-11-08T22:00:00Z");
    ana.must(act(SessionAct::Start { length: 45 }));
    check_at_hand(&ana, "2026-11-09T21:59:00Z", "2026-11-02");
    check_at_hand(&ana, "2026-11-09T22:01:00Z", "2026-11-09");
    ana.must(act(SessionAct::End));
    check_at_hand(&ana, "2026-11-09T00:00:00Z", "2026-11-09");
}

#[test]
fn a_session_that_nobody_ended_is_forgotten_after_four_hours() {
    let mut ana = world();
    ana.now = at("2026-11-06T17:00:00Z");
    let is_forgotten =
        |ana: &Device, now: &str| ana.view.session(first()).is_some_and(|session| session.is_forgotten(at(now)));
    assert!(!is_forgotten(&ana, "2026-11-07T09:00:00Z"), "it was never started");
    ana.must(act(SessionAct::Start { length: 45 }));
    assert!(!is_forgotten(&ana, "2026-11-06T21:00:00Z"));
    assert!(is_forgotten(&ana, "2026-11-06T21:10:00Z"));
    ana.now = at("2026-11-07T09:00:00Z");
    ana.must(act(SessionAct::Enter(Step::Review)));
    assert!(!is_forgotten(&ana, "2026-11-07T09:00:00Z"), "somebody went on with it");
    ana.must(act(SessionAct::End));
    assert!(!is_forgotten(&ana, "2026-11-08T09:00:00Z"));
}

/// A circle whose review comes on Mondays has none of the week before it was started.
#[test]
fn a_new_circle_has_no_session_of_the_week_before() {
    use peer_circle::domain::{Rhythm, Rhythms, WeeklyTime};
    let (mut circle, _) = crate::support::new_circle(&["Ana", "Ben"]);
    let sunday = WeeklyTime { weekday: chrono::Weekday::Sun, minute: 18 * 60 };
    circle.rhythm = Rhythms::new(Rhythm::new(circle.rhythm.newest().zone.clone(), sunday));
    let begun = circle.first_cycle(&Zones);
    let monday = circle.about.created_at.max(at(&format!("{begun}T09:00:00Z")));
    assert_eq!(session_cycle(present(&circle, monday)), begun);
    let week_later = monday.plus(7 * peer_circle::domain::DAY);
    assert_eq!(session_cycle(present(&circle, week_later)), begun, "its review is on Monday");
}

#[test]
fn a_review_in_the_week_after_is_at_hand_until_it_was_a_day_ago() {
    let mut ana = world();
    ana.now = at("2026-11-02T09:00:00Z");
    ana.must(rhythm::Command::MoveSession { cycle: first(), to: local("2026-11-09T18:00") });
    check_at_hand(&ana, "2026-11-10T18:44:00Z", "2026-11-02");
    check_at_hand(&ana, "2026-11-10T18:45:00Z", "2026-11-09");
}

#[test]
fn a_week_without_a_session_points_to_the_next_that_has_one() {
    let mut ana = world();
    ana.now = at("2026-11-02T09:00:00Z");
    for week in [1, 2] {
        ana.must(rhythm::Command::Skip(first().plus(week)));
    }
    check_at_hand(&ana, "2026-11-08T12:00:00Z", "2026-11-02");
    check_at_hand(&ana, "2026-11-09T12:00:00Z", "2026-11-23");
    check_at_hand(&ana, "2026-11-22T12:00:00Z", "2026-11-23");
    // Whoever meets all the same finds the session that they started.
    ana.now = at("2026-11-11T12:00:00Z");
    let start = SessionAct::Start { length: 45 };
    ana.must(session::Command::Run { cycle: first().plus(1), act: start });
    check_at_hand(&ana, "2026-11-11T13:00:00Z", "2026-11-09");
    check_at_hand(&ana, "2026-11-12T12:01:00Z", "2026-11-23");
}
