//! Feedback in the made-up circle: closed, acted on, new, and a question that waits.

use super::Dice;
use crate::domain::commitment::{Commitment, CommitmentId, Outcome};
use crate::domain::feedback::{Feedback, FeedbackId, FeedbackRequest, FeedbackRequestId, Response, Visibility};
use crate::domain::member::MemberId;
use crate::domain::records::{Circle, Record};
use crate::domain::time::{DAY, HOUR, Timestamp, ZoneRules};
use std::collections::BTreeMap;

/// Giver and receiver by their places in the roster, days ago, and the words: situation, behaviour, impact, next time.
type SampleLine = (usize, usize, i64, [&'static str; 4]);

const NOTES: [SampleLine; 5] = [
    (
        1,
        0,
        2,
        [
            "In last Friday's session",
            "You asked Chen three questions before you gave any advice",
            "Chen found the answer without us, and I took notes on how",
            "Write the questions into the session's notes, so that we can use them",
        ],
    ),
    (
        0,
        3,
        16,
        [
            "Your portfolio, first page",
            "I read two screens before I knew what you had built",
            "I nearly went on to the next tab",
            "Begin with the picture of the result",
        ],
    ),
    (
        2,
        1,
        9,
        [
            "Tuesday's practice talk",
            "You looked at the slides for the first two minutes",
            "I listened to the screen and not to you",
            "Learn the first three sentences by heart",
        ],
    ),
    (4, 2, 30, ["The mock interview", "You named the number before you told the story", "I believed the story", ""]),
    (3, 0, 24, ["Your case study", "You cut it to one page within a day", "I read all of it", "Send it to Ben too"]),
];

/// What came of the notes that are closed, in their order, and the commitment that was made; the others still wait.
const OUTCOMES: [(&str, &str); 5] = [
    ("", ""),
    (
        "Move the picture of the result to the top by Friday",
        "Two studios answered within a day, both about that picture",
    ),
    ("", ""),
    ("", "I told it that way in the real one, and got the offer"),
    ("Send the one page to 1 person I do not know", "Ben has read it and wants to meet"),
];

/// Fills `circle`, which has people, with their feedback.
pub(super) fn add_feedback(circle: &mut Circle, dice: &mut Dice, now: Timestamp, zones: &dyn ZoneRules) {
    let people: Vec<MemberId> = circle.roster().into_iter().map(|member| member.id.clone()).collect();
    for ((giver, receiver, days, words), (promise, outcome)) in NOTES.into_iter().zip(OUTCOMES) {
        let (Some(from), Some(to)) = (people.get(giver), people.get(receiver)) else { continue };
        let given_at = now.plus(-days * DAY - HOUR);
        let note = note(dice, (from, to), given_at, words);
        let note = if outcome.is_empty() { note } else { closed(dice, note, outcome) };
        let note = if promise.is_empty() { note } else { acted_on(circle, dice, note, promise, zones) };
        circle.put(Record::Feedback(note));
    }
    if let [me, _, _, asks, ..] = people.as_slice() {
        circle.put(Record::FeedbackRequest(FeedbackRequest {
            id: FeedbackRequestId::new(&dice.id()),
            from: asks.clone(),
            to: me.clone(),
            question: "Where in my case study did you stop reading?".to_owned(),
            about: "the second draft, in the shared folder".to_owned(),
            until: None,
            asked_at: now.plus(-8 * DAY),
            declined_at: None,
            deleted_at: None,
        }));
    }
}

fn note(dice: &mut Dice, (from, to): (&MemberId, &MemberId), given_at: Timestamp, words: [&str; 4]) -> Feedback {
    let [situation, behaviour, impact, next_time] = words.map(str::to_owned);
    Feedback {
        id: FeedbackId::new(&dice.id()),
        visibility: Visibility::Circle,
        request: None,
        from: from.clone(),
        to: to.clone(),
        situation,
        behaviour,
        impact,
        next_time,
        given_at,
        thanked_at: None,
        thanks: String::new(),
        response: None,
        responded_at: None,
        commitment: None,
        agenda: None,
        closed_at: None,
        outcome: String::new(),
        deleted_at: None,
    }
}

/// The note, kept in mind and closed with what came of it.
fn closed(dice: &mut Dice, note: Feedback, outcome: &str) -> Feedback {
    let given_at = note.given_at;
    let mut later = |days: i64| Some(given_at.plus(days * DAY + dice.below(20) as i64 * HOUR));
    Feedback {
        thanked_at: later(0),
        thanks: "That helps. I had not seen it.".to_owned(),
        response: Some(Response::KeepInMind),
        responded_at: later(1),
        closed_at: later(9),
        outcome: outcome.to_owned(),
        ..note
    }
}

/// The note, acted on by the commitment to `promise`, which was kept.
fn acted_on(circle: &mut Circle, dice: &mut Dice, note: Feedback, promise: &str, zones: &dyn ZoneRules) -> Feedback {
    let id = CommitmentId::new(&dice.id());
    let created_at = note.responded_at.unwrap_or(note.given_at);
    circle.put(Record::Commitment(Commitment {
        id: id.clone(),
        owner: note.to.clone(),
        goal: None,
        text: promise.to_owned(),
        cycle: circle.rhythm.cycle_at(zones, created_at),
        due: None,
        cue: String::new(),
        action: String::new(),
        helper: None,
        outcome: Some(Outcome::Kept),
        resolved_at: Some(created_at.plus(2 * DAY)),
        note: String::new(),
        carried: BTreeMap::new(),
        eased: BTreeMap::new(),
        created_at,
        deleted_at: None,
    }));
    Feedback { response: Some(Response::Act), commitment: Some(id), ..note }
}
