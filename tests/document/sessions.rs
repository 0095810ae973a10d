//! One session run on two devices at once: merged in any order, nothing is lost.

use crate::support::{Device, cycle, open, text};
use peer_circle::document::{Place, Value};
use peer_circle::domain::{
    AgendaDraft, AgendaKind, Circle, Command, CommitmentDraft, Cycle, DecisionDraft, HotTurn, Kind, MINUTE, Presence,
    SessionAct, Step, Tick, Topic, commitment, news, people, session,
};
use proptest::prelude::*;

fn first() -> Cycle {
    cycle("2026-11-02")
}

fn act(act: SessionAct) -> Command {
    Command::from(session::Command::Run { cycle: first(), act })
}

fn item(title: &str) -> Command {
    let draft = AgendaDraft { title: title.to_owned(), detail: String::new(), owner: None, kind: AgendaKind::Topic };
    Command::from(session::Command::AddItem { cycle: first(), draft })
}

/// Two devices that know the same circle with one agenda item.
fn pair() -> (Device, Device) {
    let mut ana = Device::found(100, &["Ana", "Ben", "Chen"]);
    ana.must(item("Guests"));
    (ana.copy(1, "Ana"), ana.copy(2, "Ben"))
}

fn meet(a: &mut Device, b: &mut Device) {
    let before = b.copy(999, "Ana");
    b.import(a);
    a.import(&before);
    assert_eq!(a.snapshot(), b.snapshot());
    assert_eq!(a.circle(), b.circle());
}

#[test]
fn both_start_it_and_both_write() {
    let (mut ana, mut ben) = pair();
    ben.now = ana.now;
    let [a, b, c] = ["Ana", "Ben", "Chen"].map(|name| ana.member(name));
    let guests = ana.view.agenda.keys().next().unwrap().clone();
    for (device, own, says) in [(&mut ana, &a, "Ana"), (&mut ben, &b, "Ben")] {
        device.must(act(SessionAct::Start { length: 45 }));
        device.must(act(SessionAct::AddNote(format!("{says} saw it"))));
        device.must(session::Command::AddItemNote(guests.clone(), format!("{says} knows somebody")));
        device.must(act(SessionAct::Sit(own.clone())));
        device.must(act(SessionAct::Tick(Topic::Round(own.clone()), Tick::Done)));
        device.must(act(SessionAct::Attend(own.clone(), Presence::Here)));
        device.must(item(&format!("Topic of {says}")));
        let text = format!("{says} brings cake");
        let draft = DecisionDraft { text, ..DecisionDraft::default() };
        device.must(session::Command::RecordDecision { cycle: first(), draft });
        let draft = CommitmentDraft { text: format!("{says} calls 2 people"), ..CommitmentDraft::default() };
        device.must(commitment::Command::AddFor { owner: c.clone(), cycle: first().plus(1), draft });
    }
    meet(&mut ana, &mut ben);
    let circle = ana.circle();
    let session = circle.session(first()).unwrap();
    let said: Vec<_> = session.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert_eq!(circle.agenda[&guests].notes.len(), 2);
    for member in [&a, &b] {
        assert!(matches!(session.turn_of(member), HotTurn::Sat(_)));
        assert!(session.has_ticked(&Topic::Round(member.clone())));
        assert_eq!(session.presence_of(member), Some(Presence::Here));
    }
    assert_eq!((circle.agenda.len(), circle.decisions.len(), circle.commitments.len()), (3, 2, 2));
    let clocks = [&ana, &ben].map(|device| device.view.session(first()).unwrap().clock(ana.now.plus(MINUTE)));
    assert_eq!(clocks[0], clocks[1]);
    // ToldSoFar as a person would.
    let base = Device::found(100, &["Ana", "Ben", "Chen"]).view;
    assert_eq!(people(&news(&base, &circle)).len(), 2, "the circle, and Chen who promised");
}

#[test]
fn preparing_it_changes_nothing_of_its_start() {
    for (first_client, second_client) in [(1, 2), (2, 1)] {
        let base = Device::found(100, &["Ana", "Ben", "Chen"]);
        let (mut ana, mut ben) = (base.copy(first_client, "Ana"), base.copy(second_client, "Ben"));
        ana.must(act(SessionAct::Attend(base.member("Chen"), Presence::Away)));
        ben.must(act(SessionAct::Start { length: 90 }));
        meet(&mut ana, &mut ben);
        let session = ana.circle().session(first()).unwrap().clone();
        assert_eq!((session.length, session.started_by, session.presence.len()), (Some(90), ben.me, 1));
    }
}

#[test]
fn both_move_the_clock() {
    let (mut ana, mut ben) = pair();
    ana.must(act(SessionAct::Start { length: 45 }));
    ben.import(&ana);
    let begun = ana.now;
    for (who, minute, what) in [
        ("Ana", 10, SessionAct::Enter(Step::Review)),
        ("Ben", 12, SessionAct::More(Step::Review, 5)),
        ("Ben", 14, SessionAct::Enter(Step::HotSeat)),
        ("Ana", 20, SessionAct::Pause),
    ] {
        let device = if who == "Ana" { &mut ana } else { &mut ben };
        device.now = begun.plus(minute * MINUTE - 1000);
        device.must(act(what));
    }
    meet(&mut ana, &mut ben);
    let clock = ana.view.session(first()).unwrap().clock(begun.plus(90 * MINUTE));
    let spent = Step::ALL.map(|step| clock.steps[step as usize].spent / MINUTE);
    assert_eq!(spent, [10, 4, 6, 0, 0, 0]);
    assert_eq!(clock.steps[1].allowed, 13 * MINUTE);
    // Taking a move back takes that one back alone.
    let written = ben.must(act(SessionAct::Enter(Step::Close)));
    ana.import(&ben);
    ana.must(act(SessionAct::AddNote("Hm".to_owned())));
    ben.undo(&written);
    meet(&mut ana, &mut ben);
    let session = ana.circle().session(first()).unwrap().clone();
    assert_eq!((session.clock(begun.plus(90 * MINUTE)).step, session.notes.len()), (Step::HotSeat, 1));
}

#[test]
fn moves_within_one_second_keep_their_order() {
    let (mut ana, _) = pair();
    ana.must(act(SessionAct::Start { length: 45 }));
    for step in [Step::Review, Step::HotSeat, Step::Decisions, Step::Next] {
        // `…:10Z` sorts after `…:10.001Z` as a text.
        ana.now = cycle_time(&ana);
        ana.must(act(SessionAct::Enter(step)));
    }
    let circle = ana.circle();
    let entered: Vec<_> = circle.session(first()).unwrap().moments.iter().map(|moment| moment.what).collect();
    assert_eq!(format!("{entered:?}"), "[Enter(Review), Enter(HotSeat), Enter(Decisions), Enter(Next)]");
    assert_eq!(circle.session(first()).unwrap().clock(ana.now).step, Step::Next);
}

fn cycle_time(device: &Device) -> peer_circle::domain::Timestamp {
    device.view.session(first()).unwrap().started_at.unwrap()
}

fn place(kind: Kind, key: &str) -> Place {
    Place { kind, key: key.into() }
}

/// What a foreign value at `key` of the session makes of it; what cannot be read is passed over, and an
/// edit beside it leaves it where it is.
fn check_foreign(kind: Kind, key: &str, value: Value) -> Circle {
    let (mut ana, _) = pair();
    ana.doc.write(vec![(place(kind, key), value.clone())]);
    let mut ana = Device::with(open(55, &ana.doc.state()), ana.me.clone());
    ana.must(act(SessionAct::AddNote("Hm".to_owned())));
    assert_eq!(ana.doc.facts().get(&place(kind, key)), Some(&value), "{key} was overwritten");
    ana.circle()
}

#[test]
fn foreign_values_do_no_harm() {
    let id = "2026-11-02";
    for (key, value) in [
        ("moments/later", text("enter review")),
        ("moments/2026-11-06T17:00:00.000Z", text("enter review")),
        ("moments/2026-11-06T17:00:00Z", text("leave review")),
        ("moments/2026-11-06T17:00:00Z", text("enter kitchen")),
        ("moments/2026-11-06T17:00:00Z", text("more review -3")),
        ("moments/2026-11-06T17:00:00Z", text("enter review yesterday")),
        ("moments/2026-11-06T17:00:00Z", Value::Bool(true)),
        ("presence/a/b", text("here")),
        ("presence/ana", text("perhaps")),
        ("ticks/kitchen~1", text("done")),
        ("ticks/round", text("done")),
        ("notes/now~ana", text("Hm")),
        ("notes/2026-11-06T17:00:00Z", text("Hm")),
        ("notes/2026-11-06T17:00:00Z~a/b", text("Hm")),
        ("length", text("long")),
        ("started_at", text("now")),
    ] {
        let circle = check_foreign(Kind::Session, &format!("{id}/{key}"), value);
        let session = circle.session(first()).unwrap();
        let counts = [session.moments.len(), session.presence.len(), session.ticks.len(), session.notes.len() - 1];
        assert_eq!((counts, session.length, session.started_at), ([0; 4], None, None), "{key}");
    }
    for kind in [Kind::Session, Kind::Digest] {
        for id in ["2026-11-03", "monday", "2026-1-1"] {
            let circle = check_foreign(kind, &format!("{id}/published_at"), text("2026-11-06T17:00:00Z"));
            assert_eq!((circle.sessions.len(), circle.digests.len()), (1, 0), "{id}");
        }
    }
    let circle = check_foreign(Kind::AgendaItem, "x/title", text("No cycle"));
    assert_eq!(circle.agenda.len(), 1);
    let circle = check_foreign(Kind::Decision, "x/cycle", text("9999-12-27"));
    assert_eq!(circle.decisions.len(), 1);
}

/// What `seed` chooses to do in a session.
fn something(seed: u8, device: &Device) -> Command {
    let member = device.view.roster()[usize::from(seed) % 3].id.clone();
    let step = Step::ALL[usize::from(seed) % 6];
    let item_id = device.view.agenda.keys().next().unwrap().clone();
    match seed % 16 {
        0 => act(SessionAct::Start { length: 30 + seed % 60 }),
        1 | 2 => act(SessionAct::Enter(step)),
        3 => act(SessionAct::Pause),
        4 => act(SessionAct::Resume),
        5 => act(SessionAct::More(step, 1)),
        6 => act(SessionAct::End),
        7 => act(SessionAct::Reopen),
        8 => act(SessionAct::Sit(member)),
        9 => act(SessionAct::Pass(member)),
        10 => act(SessionAct::AddNote(format!("note {seed}"))),
        11 => act(SessionAct::Tick(Topic::Commitments(member), [Tick::Done, Tick::Open][usize::from(seed / 16) % 2])),
        12 => Command::from(session::Command::AddItemNote(item_id, format!("said {seed}"))),
        13 => item(&format!("item {seed}")),
        14 => Command::from(session::Command::FinishItem { id: item_id, cycle: first() }),
        _ => Command::from(session::Command::RecordDecision {
            cycle: first(),
            draft: DecisionDraft { text: format!("decision {seed}"), ..DecisionDraft::default() },
        }),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_was_written_is_lost(left in proptest::collection::vec(any::<u8>(), 1..40),
                                        right in proptest::collection::vec(any::<u8>(), 1..40)) {
        let (mut ana, mut ben) = pair();
        ben.now = ana.now;
        for (device, seeds) in [(&mut ana, &left), (&mut ben, &right)] {
            for seed in seeds {
                let command = something(*seed, device);
                let _ = device.run(command);
            }
        }
        let written = [&ana, &ben].map(|device| {
            let session = device.view.session(first()).cloned();
            let (moments, notes) = session.map_or((0, 0), |session| (session.moments.len(), session.notes.len()));
            let said = device.view.agenda.values().map(|item| item.notes.len()).sum::<usize>();
            // The item that both knew counts once.
            [moments, notes, said, device.view.agenda.len() - 1, device.view.decisions.len()]
        });
        let keys = |device: &Device| -> Vec<String> {
            let moments = device.view.session(first()).map_or(Vec::new(), |session| session.moments.clone());
            moments.iter().map(|moment| moment.order.to_string()).collect()
        };
        let mut moves = [keys(&ana), keys(&ben)].concat();
        moves.sort();
        moves.dedup();
        meet(&mut ana, &mut ben);
        let circle = ana.circle();
        let session = circle.session(first()).cloned();
        let (moments, notes) = session.as_ref().map_or((0, 0), |s| (s.moments.len(), s.notes.len()));
        let said = circle.agenda.values().map(|item| item.notes.len()).sum::<usize>();
        let found = [notes, said, circle.agenda.len() - 1, circle.decisions.len()];
        for (nth, found) in found.into_iter().enumerate() {
            prop_assert_eq!(found, written[0][nth + 1] + written[1][nth + 1]);
        }
        // Two moves at the very same instant are one; every other stands.
        prop_assert_eq!(moments, moves.len());
        if let Some(session) = session {
            prop_assert!(session.clock(ana.now).spent() >= 0);
        }
    }
}
