//! What is told of sessions when another copy comes in.

use crate::support::{Device, cycle};
use peer_circle::domain::{
    AgendaDraft, AgendaKind, Command, Cycle, DecisionDraft, Happening, SessionAct, SessionNews, digest, news, session,
};
use std::fmt::Debug;

fn first() -> Cycle {
    cycle("2026-11-02")
}

fn act(act: SessionAct) -> session::Command {
    session::Command::Run { cycle: first(), act }
}

/// Runs `command` and wants it told as `expected`.
fn check<C: Into<Command> + Clone + Debug>(device: &mut Device, command: C, expected: &[SessionNews]) {
    let before = device.view.clone();
    device.must(command.clone());
    let expected: Vec<_> = expected.iter().cloned().map(Happening::Session).collect();
    let told: Vec<_> = news(&before, &device.view).into_iter().map(|item| item.what).collect();
    assert_eq!(told, expected, "{command:?}");
}

#[test]
fn what_happens_in_a_session_is_told() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    check(&mut ana, act(SessionAct::AddNote("Hm".to_owned())), &[SessionNews::Changed(first())]);
    check(&mut ana, act(SessionAct::Start { length: 45 }), &[SessionNews::Started(first())]);
    check(&mut ana, act(SessionAct::Pause), &[SessionNews::Changed(first())]);
    check(&mut ana, act(SessionAct::End), &[SessionNews::Ended(first())]);

    let title = || "Guests".to_owned();
    let draft = AgendaDraft { title: title(), detail: String::new(), owner: None, kind: AgendaKind::Topic };
    check(&mut ana, session::Command::AddItem { cycle: first(), draft }, &[SessionNews::ItemAdded(title())]);
    let id = ana.view.agenda.keys().next().unwrap().clone();
    check(&mut ana, session::Command::AddItemNote(id.clone(), "Two".to_owned()), &[SessionNews::ItemChanged(title())]);
    let finish = session::Command::FinishItem { id: id.clone(), cycle: first() };
    check(&mut ana, finish, &[SessionNews::ItemDone(title())]);
    check(&mut ana, session::Command::DeleteItem(id), &[SessionNews::ItemDropped(title())]);

    let text = || "No phones".to_owned();
    let draft = || DecisionDraft { text: text(), ..DecisionDraft::default() };
    check(
        &mut ana,
        session::Command::RecordDecision { cycle: first(), draft: draft() },
        &[SessionNews::Decided(text())],
    );
    let id = ana.view.decisions.keys().next().unwrap().clone();
    let edit = session::Command::EditDecision(id.clone(), DecisionDraft { owner: ana.me.clone(), ..draft() });
    check(&mut ana, edit, &[SessionNews::DecisionChanged(text())]);
    let close = session::Command::CloseDecision(id, Some("It holds".to_owned()));
    check(&mut ana, close, &[SessionNews::DecisionClosed(text())]);

    let publish = |text: &str| digest::Command::Publish { cycle: first(), text: text.to_owned() };
    check(&mut ana, publish("Good"), &[SessionNews::DigestPublished(first())]);
    check(&mut ana, publish("Better"), &[SessionNews::DigestPublished(first())]);
}
