//! Feedback: who may do what, where a note is on its way, what ages, who is forgotten, and the hints.

use crate::support::{Device, at, day, present};
use peer_circle::domain::{
    Command, CommitmentDraft, DAY, Feedback, FeedbackAge, FeedbackDraft, FeedbackHint, FeedbackId, FeedbackNews,
    FeedbackRequestDraft, FeedbackRequestId, FeedbackStage, FeedbackStep, Field, Happening, Outcome, Refusal, Response,
    Settlement, Timestamp, Verdict, Visibility, commitment, feedback, feedback_balance, feedback_hints,
    feedback_waiting, member, news, session, without_feedback,
};

fn run(command: feedback::Command) -> Command {
    Command::from(command)
}

fn question(ana: &Device, to: &str) -> FeedbackRequestDraft {
    FeedbackRequestDraft {
        to: ana.member(to),
        question: "Is my first page clear?".to_owned(),
        about: "portfolio".to_owned(),
        until: Some(day("2026-11-10")),
    }
}

fn draft(device: &Device, to: &str) -> FeedbackDraft {
    FeedbackDraft {
        to: device.member(to),
        visibility: Visibility::Circle,
        request: None,
        situation: "Friday's session".to_owned(),
        behaviour: "You read the numbers out before anyone asked".to_owned(),
        impact: "I could follow at once".to_owned(),
        next_time: "Do that first".to_owned(),
    }
}

/// Ana gave Ben a note; Ben's device, and the note.
fn given() -> (Device, Device, FeedbackId) {
    let mut ana = Device::found(1, &["Ana", "Ben", "Chen"]);
    ana.must(run(feedback::Command::Give(draft(&ana, "Ben"))));
    let ben = ana.copy(2, "Ben");
    let id = ana.view.feedback.keys().next().unwrap().clone();
    (ana, ben, id)
}

fn note(device: &Device, id: &FeedbackId) -> Feedback {
    (**device.view.feedback.get(id).unwrap()).clone()
}

fn thank(id: &FeedbackId) -> Command {
    run(feedback::Command::Thank(id.clone(), String::new()))
}

#[test]
fn a_note_goes_all_the_way_round() {
    let (_, mut ben, id) = given();
    let step = |ben: &Device| note(ben, &id).step(&ben.view);
    assert_eq!((note(&ben, &id).stage(), step(&ben)), (FeedbackStage::Given, Some(FeedbackStep::Thank)));
    ben.must(thank(&id));
    assert_eq!((note(&ben, &id).stage(), step(&ben)), (FeedbackStage::Acknowledged, Some(FeedbackStep::Respond)));
    let promise = CommitmentDraft { text: "Open with 3 numbers on Friday".to_owned(), ..CommitmentDraft::default() };
    ben.must(run(feedback::Command::Act(id.clone(), promise)));
    assert_eq!((note(&ben, &id).stage(), step(&ben)), (FeedbackStage::Responded(Response::Act), None));
    let commitment = note(&ben, &id).commitment.unwrap();
    assert_eq!(ben.view.commitments[&commitment].owner, ben.member("Ben"));
    let kept = Settlement::verdict(commitment.clone(), Verdict::Ended(Outcome::Kept));
    let cycle = ben.view.commitments[&commitment].cycle;
    ben.must(commitment::Command::Settle { cycle, settlement: kept });
    assert_eq!(step(&ben), Some(FeedbackStep::Close));
    ben.must(run(feedback::Command::Close(id.clone(), "Two asked for the slide".to_owned())));
    assert_eq!((note(&ben, &id).stage(), step(&ben)), (FeedbackStage::Closed, None));
    assert_eq!(note(&ben, &id).outcome, "Two asked for the slide");
    ben.must(run(feedback::Command::Reopen(id.clone())));
    assert_eq!(step(&ben), Some(FeedbackStep::Close));
}

#[test]
fn whatever_is_done_with_a_note_acknowledges_it() {
    let check = |command: fn(FeedbackId) -> feedback::Command, stage: FeedbackStage| {
        let (_, mut ben, id) = given();
        ben.must(run(command(id.clone())));
        let note = note(&ben, &id);
        assert_eq!((note.stage(), note.thanked_at), (stage, Some(ben.now)));
    };
    check(|id| feedback::Command::Thank(id, "That helps".to_owned()), FeedbackStage::Acknowledged);
    check(feedback::Command::KeepInMind, FeedbackStage::Responded(Response::KeepInMind));
    check(|id| feedback::Command::Discuss(id, "Numbers".to_owned()), FeedbackStage::Responded(Response::Discuss));
    check(|id| feedback::Command::Close(id, "Done".to_owned()), FeedbackStage::Closed);
    let act = |id| feedback::Command::Act(id, CommitmentDraft { text: "1 page".to_owned(), ..Default::default() });
    check(act, FeedbackStage::Responded(Response::Act));
}

#[test]
fn what_is_discussed_ripens_with_its_agenda_item() {
    let (_, mut ben, id) = given();
    ben.must(run(feedback::Command::Discuss(id.clone(), "Numbers first?".to_owned())));
    let item = ben.view.agenda[&note(&ben, &id).agenda.unwrap()].clone();
    assert_eq!((item.title.as_str(), item.owner.clone()), ("Numbers first?", Some(ben.member("Ben"))));
    assert_eq!(note(&ben, &id).step(&ben.view), None);
    ben.must(session::Command::FinishItem { id: item.id.clone(), cycle: item.cycle });
    assert_eq!(note(&ben, &id).step(&ben.view), Some(FeedbackStep::Close));
}

#[test]
fn what_the_rules_refuse() {
    let check = |who: &str, command: &dyn Fn(&Device, FeedbackId) -> feedback::Command, expected: Refusal| {
        let (ana, _, id) = given();
        let mut device = ana.copy(3, who);
        let command = command(&device, id);
        assert_eq!(device.run(run(command.clone())), Err(expected), "{who}: {command:?}");
    };
    let text = |field: Field| Refusal::Empty(field);
    check("Ana", &|_, id| feedback::Command::Thank(id, String::new()), Refusal::SomebodyElses);
    check("Chen", &|_, id| feedback::Command::KeepInMind(id), Refusal::SomebodyElses);
    check("Ben", &|_, id| feedback::Command::TakeBack(id), Refusal::SomebodyElses);
    check("Ben", &|ben, id| feedback::Command::Reword(id, draft(ben, "Ben")), Refusal::SomebodyElses);
    check("Ben", &|_, id| feedback::Command::Close(id, " ".to_owned()), text(Field::Outcome));
    check("Ana", &|ana, _| feedback::Command::Give(draft(ana, "Ana")), Refusal::ToOneself);
    check("Ana", &|ana, _| feedback::Command::Ask(question(ana, "Ana")), Refusal::ToOneself);
    let silent = |ana: &Device| FeedbackDraft { behaviour: " \n".to_owned(), ..draft(ana, "Ben") };
    check("Ana", &|ana, _| feedback::Command::Give(silent(ana)), text(Field::Behaviour));
    let unasked = |ana: &Device| FeedbackRequestDraft { question: String::new(), ..question(ana, "Ben") };
    check("Ana", &|ana, _| feedback::Command::Ask(unasked(ana)), text(Field::Question));
    let nowhere = |ana: &Device| FeedbackDraft { request: Some(FeedbackRequestId::new("x")), ..draft(ana, "Ben") };
    check("Ana", &|ana, _| feedback::Command::Give(nowhere(ana)), Refusal::Gone("request"));
    check("Ben", &|_, _| feedback::Command::KeepInMind(FeedbackId::new("x")), Refusal::Gone("feedback"));
}

#[test]
fn words_stay_as_they_were_acknowledged() {
    let (mut ana, mut ben, id) = given();
    let better = FeedbackDraft { impact: "I followed".to_owned(), ..draft(&ana, "Chen") };
    ana.must(run(feedback::Command::Reword(id.clone(), better.clone())));
    assert_eq!((note(&ana, &id).impact.as_str(), note(&ana, &id).to), ("I followed", ana.member("Ben")));
    ben.import(&ana);
    ben.must(thank(&id));
    ana.import(&ben);
    assert_eq!(ana.run(run(feedback::Command::Reword(id.clone(), better))), Err(Refusal::Acknowledged));
    assert_eq!(ana.run(run(feedback::Command::TakeBack(id))), Err(Refusal::Acknowledged));
}

#[test]
fn thanks_and_another_wording_at_once_both_stay() {
    let (mut ana, mut ben, id) = given();
    let better = FeedbackDraft { impact: "I followed".to_owned(), ..draft(&ana, "Ben") };
    ana.must(run(feedback::Command::Reword(id.clone(), better)));
    ben.must(thank(&id));
    assert_eq!(ana.import(&ben).conflicts, []);
    assert_eq!(ben.import(&ana).conflicts, []);
    assert_eq!(ana.circle(), ben.circle());
    assert_eq!((note(&ben, &id).impact.as_str(), note(&ben, &id).stage()), ("I followed", FeedbackStage::Acknowledged));
}

/// Ben has asked Ana; Ana's device and the request.
fn asked() -> (Device, FeedbackRequestId) {
    let mut ben = Device::found(1, &["Ana", "Ben", "Chen"]).copy(2, "Ben");
    ben.must(run(feedback::Command::Ask(question(&ben, "Ana"))));
    (ben.copy(3, "Ana"), ben.view.feedback_requests.keys().next().unwrap().clone())
}

#[test]
fn a_request_waits_until_it_is_answered_declined_withdrawn_or_left_behind() {
    let check = |who: &str, command: &dyn Fn(&Device, FeedbackRequestId) -> Command| {
        let (ana, id) = asked();
        let mut device = ana.copy(4, who);
        assert_eq!(feedback_waiting(&device.view, &ana.member("Ana")).requests, std::slice::from_ref(&id));
        device.must(command(&device, id));
        assert!(feedback_waiting(&device.view, &ana.member("Ana")).is_empty());
    };
    // Whoever is named, the answer goes to who asked.
    check("Ana", &|ana, id| run(feedback::Command::Give(FeedbackDraft { request: Some(id), ..draft(ana, "Chen") })));
    check("Ana", &|_, id| run(feedback::Command::Decline(id)));
    check("Ben", &|_, id| run(feedback::Command::Withdraw(id)));
    check("Chen", &|chen, _| Command::from(member::Command::Remove(chen.member("Ben"))));
    let (mut ana, id) = asked();
    ana.must(run(feedback::Command::Give(FeedbackDraft { request: Some(id), ..draft(&ana, "Chen") })));
    assert_eq!(ana.view.feedback.values().next().unwrap().to, ana.member("Ben"));
}

#[test]
fn an_answer_that_is_taken_back_lets_the_request_wait_again() {
    let (mut ana, id) = asked();
    ana.must(run(feedback::Command::Give(FeedbackDraft { request: Some(id.clone()), ..draft(&ana, "Ben") })));
    let answer = ana.view.feedback.keys().next().unwrap().clone();
    ana.must(run(feedback::Command::TakeBack(answer)));
    assert_eq!(feedback_waiting(&ana.view, &ana.member("Ana")).requests, [id]);
}

#[test]
fn what_waits_ages() {
    let (ana, id) = asked();
    let request = ana.view.feedback_requests[&id].clone();
    let check =
        |now: &str, expected: FeedbackAge| assert_eq!(request.age(present(&ana.view, at(now))), expected, "{now}");
    check("2026-11-03T09:00:00Z", FeedbackAge::Fresh);
    check("2026-11-10T07:00:00Z", FeedbackAge::Fresh);
    check("2026-11-10T23:30:00Z", FeedbackAge::Ageing);
    check("2026-11-11T00:30:00Z", FeedbackAge::Old);
    let (_, mut ben, id) = given();
    let age = |ben: &Device, days: i64| note(ben, &id).age(note(ben, &id).given_at.plus(days * DAY));
    assert_eq!([0, 6, 7, 13, 14, 900].map(|days| age(&ben, days) as u8), [0, 0, 1, 1, 2, 2]);
    ben.must(thank(&id));
    assert_eq!(age(&ben, 14), FeedbackAge::Old);
    ben.must(run(feedback::Command::KeepInMind(id.clone())));
    assert_eq!(age(&ben, 14), FeedbackAge::Fresh);
}

#[test]
fn the_balance_counts_what_was_not_taken_back() {
    let (mut ana, _, id) = given();
    ana.must(run(feedback::Command::Give(draft(&ana, "Chen"))));
    let counts =
        |ana: &Device| feedback_balance(&ana.view).iter().map(|one| (one.given, one.received)).collect::<Vec<_>>();
    assert_eq!(counts(&ana), [(2, 0), (0, 1), (0, 1)]);
    ana.must(run(feedback::Command::TakeBack(id)));
    assert_eq!(counts(&ana), [(1, 0), (0, 0), (0, 1)]);
    let given: usize = feedback_balance(&ana.view).iter().map(|one| one.given).sum();
    assert_eq!(given, feedback_balance(&ana.view).iter().map(|one| one.received).sum::<usize>());
}

#[test]
fn after_three_weeks_without_feedback_the_circle_is_told() {
    let (ana, _, _) = given();
    let told = |now: Timestamp| {
        let ids = without_feedback(present(&ana.view, now));
        ids.iter().map(|id| ana.view.name_of(id).unwrap().to_owned()).collect::<Vec<_>>()
    };
    let founded = at("2026-11-02T08:00:00Z");
    assert_eq!(told(founded.plus(21 * DAY - 1)), [""; 0]);
    assert_eq!(told(founded.plus(21 * DAY + 60_000)), ["Ana", "Chen"]);
    assert_eq!(told(founded.plus(23 * DAY)), ["Ana", "Ben", "Chen"]);
    let alone = Device::found(1, &["Ana"]);
    assert_eq!(without_feedback(present(&alone.view, founded.plus(100 * DAY))), []);
}

#[test]
fn hints_are_about_words_that_are_hard_to_hear_or_to_use() {
    let check = |behaviour: &str, expected: &[FeedbackHint]| {
        let (ana, _, _) = given();
        let draft = FeedbackDraft { behaviour: behaviour.to_owned(), ..draft(&ana, "Ben") };
        assert_eq!(feedback_hints(&draft), expected, "{behaviour}");
    };
    check("", &[]);
    check("You asked three questions before you gave advice", &[]);
    check("You ALWAYS interrupt", &[FeedbackHint::Absolute("always")]);
    check("Every  time, you are late", &[FeedbackHint::Absolute("every time")]);
    check("Whenever I spoke, nevertheless you listened", &[]);
    check("You are lazy", &[FeedbackHint::Judging("lazy")]);
    check("You’re so negative", &[FeedbackHint::Judging("you re so")]);
    check("You're a natural", &[FeedbackHint::Judging("you re a")]);
    check("You are answering before the question ends", &[]);
    check("Great job!", &[FeedbackHint::Unobserved("great")]);
    check("Great: you sent the notes an hour after we met", &[]);
    check("Nice, you never disappoint", &[FeedbackHint::Absolute("never"), FeedbackHint::Unobserved("nice")]);
}

#[test]
fn what_comes_in_is_told() {
    let (mut ana, mut ben, id) = given();
    let told = |before: &Device, after: &Device| {
        news(&before.view, &after.view)
            .into_iter()
            .filter_map(|item| match item.what {
                Happening::Feedback(what) => Some((after.view.name_of(&item.who?)?.to_owned(), what)),
                _ => None,
            })
            .collect::<Vec<_>>()
    };
    let empty = Device::found(1, &["Ana", "Ben", "Chen"]);
    assert_eq!(told(&empty, &ana), [("Ana".to_owned(), FeedbackNews::Gave("Ben".to_owned()))]);
    ben.must(thank(&id));
    assert_eq!(told(&ana, &ben), [("Ben".to_owned(), FeedbackNews::Thanked("Ana".to_owned()))]);
    ana.import(&ben);
    assert_eq!(told(&ana, &ben), []);
    ben.must(run(feedback::Command::Close(id.clone(), "Done".to_owned())));
    let closed = FeedbackNews::Closed("Ana".to_owned(), "Done".to_owned());
    assert_eq!(told(&ana, &ben), [("Ben".to_owned(), closed)]);
    ben.must(run(feedback::Command::Ask(question(&ben, "Chen"))));
    ana.import(&ben);
    assert!(told(&empty, &ana).iter().any(|(who, what)| who == "Ben" && matches!(what, FeedbackNews::Asked(..))));
}
