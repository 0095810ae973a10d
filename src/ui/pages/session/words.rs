//! The session: its steps and what they are for, the clock, the agenda and what came of it.

use crate::domain::{AgendaKind, SOFT_LIMIT, Step};
use crate::ui::text::count;

pub const fn step(step: Step) -> &'static str {
    match step {
        Step::CheckIns => "Round of check-ins",
        Step::Review => "Commitment review",
        Step::HotSeat => "Hot seat",
        Step::Decisions => "Decisions",
        Step::Next => "Next commitments",
        Step::Close => "Close",
    }
}

pub const fn hint(step: Step) -> &'static str {
    match step {
        Step::CheckIns => "Each of you: one win, one blocker. No replies yet.",
        Step::Review => {
            "Each commitment, and what became of it. Carried three times: make it smaller, find help, or drop it."
        }
        Step::HotSeat => "One question, one member. Clarifying questions come before any advice.",
        Step::Decisions => "Settle one thing at a time: what, who sees to it, when you look again.",
        Step::Next => "A verb, a number, a day. At most three each.",
        Step::Close => "One word each. Who writes the digest?",
    }
}

pub fn heading(weekday: Option<&str>) -> String {
    weekday.map_or_else(|| "Session in a week off".to_owned(), |weekday| format!("{weekday}’s session"))
}

pub fn over_heading(weekday: Option<&str>) -> String {
    weekday.map_or_else(|| "The session is over".to_owned(), |weekday| format!("{weekday}’s session is over"))
}

pub const YOU_LEAD: &str = "you lead";

pub fn leads(name: &str) -> String {
    format!("{name} leads")
}

pub const WEEKS: &str = "Other sessions";

pub fn week_of(day: &str) -> String {
    format!("Week of {day}")
}

// Before the start.

pub const MEETING: &str = "When and where";
pub const PAUSED_WEEK: &str = "The circle pauses that week";
pub const PAUSED_WEEK_HINT: &str = "Nobody expects a session. You can hold one all the same.";
pub const MOVED: &str = "moved for this week";
pub const NO_PLACE: &str = "No place or link yet.";
pub const SAY_WHERE: &str = "Say where";
pub const JOIN: &str = "Open the meeting";
pub const LENGTH: &str = "Minutes in all";
pub const START: &str = "Start the session";
pub const STARTED: &str = "The session has started";
pub const AGENDA: &str = "Agenda";
pub const NOTHING_BROUGHT: &str = "What would you regret not having asked?";
pub const NOTHING_BROUGHT_HINT: &str =
    "Bring one thing: something to settle, something to talk about, or a question for the hot seat.";
pub const BRING: &str = "Bring something";
pub const BROUGHT: &str = "It is on the agenda";
pub const EDIT_ITEM: &str = "Change the item";
pub const ITEM_CHANGED: &str = "Item changed";
pub const TITLE: &str = "What is it about";
pub const TITLE_EXAMPLE: &str = "Which of two offers shall I take?";
pub const DETAIL: &str = "What one should know before";
pub const KIND: &str = "How to treat it";
pub const NEXT_SEAT: &str = "Next on the hot seat";

pub const fn kind(kind: AgendaKind) -> &'static str {
    match kind {
        AgendaKind::Topic => "settle it",
        AgendaKind::HotSeat => "hot seat, please",
        AgendaKind::Discuss => "talk about it",
    }
}

pub fn there(city: &str, time: &str) -> String {
    format!("{time} in {city}")
}

pub fn min(minutes: i64) -> String {
    format!("{minutes} min")
}

pub fn carried_over(times: i64) -> Option<String> {
    match times {
        ..=0 => None,
        1 => Some("carried over once".to_owned()),
        2 => Some("carried over twice".to_owned()),
        n => Some(format!("carried over {n} times")),
    }
}

pub fn charter(name: &str) -> String {
    format!("Does the circle still fit {name}?")
}

pub const CHARTER_HINT: &str = "For anyone who has missed three check-ins or more. Ask kindly: another rhythm, a break with a date, or a warm goodbye?";
pub const LOOK_AGAIN: &str = "look at it again";
pub const CARRIED_THRICE: &str = "carried three times";

pub fn options(title: &str) -> String {
    format!("Options: {title}")
}

// The clock.

pub const CLOCK: &str = "Clock";
pub const TIMER: &str = "Time for this step";
pub const LEFT: &str = "left";
pub const OVER: &str = "over, no rush";
pub const STANDS: &str = "paused";
pub const PAUSE: &str = "Pause";
pub const RESUME: &str = "Go on";
pub const MORE: &str = "+2 min";
pub const MORE_FOR: &str = " for this step";
pub const STEPS: &str = "Steps";
pub const BACK: &str = "Back";

/// "4:05", whichever side of zero.
pub fn clock(millis: i64) -> String {
    // What is left is rounded up: 0:00 is the end, not its last second.
    let seconds = if millis > 0 { (millis + 999) / 1000 } else { -millis / 1000 };
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// "+0:42" of a time that is over.
pub fn over_by(millis: i64) -> String {
    format!("+{}", clock(millis))
}

/// "2/6"
pub fn fraction(nth: usize, of: usize) -> String {
    format!("{nth}/{of}")
}

pub fn step_of(nth: usize, of: usize) -> String {
    format!("Step {nth} of {of}: all steps and the time")
}

pub fn whole(spent: i64, allowed: i64) -> String {
    format!("{spent} of {allowed} min in all")
}

pub fn ends(at: &str) -> String {
    format!("ends about {at}")
}

pub fn next(step: Step) -> String {
    match step {
        Step::Next => "Next: next week".to_owned(),
        step => format!("Next: {}", self::step(step)),
    }
}

pub fn back(step: Step) -> String {
    format!("Back: {}", self::step(step))
}

// Check-ins.

pub const ROUND: &str = "One after the other";
pub const HERE: &str = "here";
pub const AWAY: &str = "not here";
pub const ALL_HERE: &str = "All are here";
pub const ALL_NOTED: &str = "Noted: all are here";
pub const OTHERS_HERE: &str = "The others are here";
pub const OTHERS_NOTED: &str = "Noted: the others are here";
pub const WIN: &str = "Win";
pub const BLOCKER: &str = "Blocker";
pub const ASK: &str = "Ask";
pub const CONFIDENCE: &str = "Confidence";
pub const SILENT: &str = "No check-in yet: ask.";

pub fn attendance(name: &str) -> String {
    format!("Is {name} here?")
}

pub fn had_word(name: &str) -> String {
    format!("{name} has spoken")
}

pub fn of(done: usize, all: usize) -> String {
    format!("{done} of {all}")
}

pub fn out_of_five(confidence: u8) -> String {
    format!("{confidence} of 5")
}

// Review.

pub const THRICE: &str = "Carried three times";
pub const THRICE_HINT: &str = "Make it smaller, find somebody who helps, or drop it with a clear conscience.";
pub const NO_PROMISE: &str = "No commitments for this week.";

pub fn gone_through(name: &str) -> String {
    format!("Gone through with {name}")
}

pub fn looked_at(title: &str) -> String {
    format!("Looked at: {title}")
}

// The hot seat.

pub const QUEUE: &str = "Who is next";
pub const QUEUE_HINT: &str = "The longest wait comes first. Anyone who passes keeps their place for the next session.";
pub const QUEUE_EMPTY: &str = "Everybody has had a turn today.";
pub const SAT: &str = "Had a turn today";
pub const NOW_SITS: &str = "On the hot seat";
pub const NOBODY_SITS: &str = "The seat is free";
pub const NOBODY_SITS_HINT: &str =
    "Whoever has waited longest goes first. Any question will do; the best ones are small.";
pub const NO_QUESTION: &str = "What is your question?";
pub const PHASE_ASK: &str = "First: clarifying questions";
pub const PHASE_ASK_HINT: &str = "What, when, who, how much. No advice dressed up as a question.";
pub const PHASE_ADVISE: &str = "Then: advice";
pub const PHASE_ADVISE_HINT: &str =
    "One idea each. The person on the seat listens, and says at the end what they take along.";
pub const SIT: &str = "Take the seat";
pub const PASS: &str = "Pass";
pub const WAIT: &str = "Back to the queue";
pub const NEVER_SAT: &str = "no turn yet";
pub const PASSED: &str = "passed today";
pub const IS_AWAY: &str = "not here today";
pub const QUESTIONS: &str = "Questions brought";

pub fn last_sat(day: &str) -> String {
    format!("last turn in the week of {day}")
}

pub fn asks(question: &str) -> String {
    format!("asks: {question}")
}

pub fn sit(name: &str) -> String {
    format!("{SIT}: {name}")
}

pub fn pass(name: &str) -> String {
    format!("{PASS}: {name}")
}

pub fn wait(name: &str) -> String {
    format!("{WAIT}: {name}")
}

// Decisions.

pub const TOPICS: &str = "To talk about";
pub const NO_TOPICS: &str = "Nothing is waiting.";
pub const NO_TOPICS_HINT: &str = "Bring something, or use the minutes for what came up in the round.";
pub const DONE: &str = "Done";
pub const OPEN_AGAIN: &str = "Open again";
pub const DROP: &str = "Drop";
pub const ITEM_DONE: &str = "Done and off the agenda";
pub const ITEM_OPEN: &str = "It is on the agenda again";
pub const ITEM_DROPPED: &str = "Dropped from the agenda";
pub const AGAIN: &str = "To look at again";
pub const FOUND: &str = "How did it work out";
pub const FOUND_EXAMPLE: &str = "It holds: three of four weeks";
pub const CLOSE_DECISION: &str = "Close it with that";
pub const DECISION_CLOSED: &str = "Decision closed";
pub const DECIDED: &str = "Decided today";
pub const NO_DECISIONS: &str = "Nothing yet. A decision is a sentence, a name and a day.";
pub const DECIDE: &str = "Write a decision down";
pub const DECISION: &str = "We decided";
pub const DECISION_EXAMPLE: &str = "Mock interviews every second week, in pairs";
pub const OWNER: &str = "Who sees to it";
pub const NO_OWNER: &str = "Nobody in particular";
pub const REVIEW_ON: &str = "Look at it again on";
pub const RECORD: &str = "Record the decision";
pub const RECORDED: &str = "Decision recorded";
pub const EDIT_DECISION: &str = "Change the decision";
pub const DECISION_CHANGED: &str = "Decision changed";
pub const DECISION_DELETED: &str = "Decision deleted";

pub fn finish(title: &str) -> String {
    format!("{DONE}: {title}")
}

pub fn reopen(title: &str) -> String {
    format!("{OPEN_AGAIN}: {title}")
}

pub fn edit_item(title: &str) -> String {
    format!("Edit: {title}")
}

pub fn drop_item(title: &str) -> String {
    format!("{DROP}: {title}")
}

pub fn brought_by(name: &str) -> String {
    format!("brought by {name}")
}

/// "Ana sees to it · again on 12 Dec".
pub fn decision_detail(owner: Option<&str>, review_on: Option<&str>) -> String {
    let owner = owner.map(|owner| format!("{owner} sees to it"));
    let review_on = review_on.map(|day| format!("again on {day}"));
    owner.into_iter().chain(review_on).collect::<Vec<_>>().join(" · ")
}

pub fn decided_on(day: &str) -> String {
    format!("decided on {day}")
}

// Next commitments.

pub const WHO: &str = "Who commits";
pub const PROMISE: &str = "Will do";
pub const WRITE: &str = "Write one down";
pub const WRITE_ADD: &str = "Write it down";
pub const WRITTEN: &str = "Commitment written down";
pub const NEXT_NOTHING: &str = "Nothing yet";

pub fn for_week(day: &str) -> String {
    format!("For the week of {day}")
}

pub fn you(name: &str) -> String {
    format!("{name} (you)")
}

/// "2 of 3"; above the limit, which is a soft one, the number alone.
pub fn promised(open: usize) -> String {
    if open > SOFT_LIMIT { count(open, "commitment", "commitments") } else { format!("{open} of {SOFT_LIMIT}") }
}

pub fn over_limit(name: &str, open: usize) -> String {
    format!("{name} has {open} already. More than three are rarely kept; is this one worth dropping another?")
}

// Close, and what came of it.

pub const CLOSE_TITLE: &str = "In a few sentences";
pub const SUMMARY: &str = "What do we keep of today";
pub const SUMMARY_HINT: &str = "It goes into the digest. Kept as you type; saved when the session ends.";
pub const SUMMARY_EXAMPLE: &str = "Dana has an interview on Tuesday; we practise in pairs until then.";
pub const SUMMARY_SAVE: &str = "Save the summary";
pub const SUMMARY_SAVED: &str = "Summary saved";
pub const SUMMARY_STANDS: &str = "Saved so far:";
pub const END: &str = "End the session";
pub const ENDED: &str = "The session is over";
pub const FORGOTTEN: &str = "Never ended";
pub const FORGOTTEN_END: &str = "End it";
pub const FORGOTTEN_GO_ON: &str = "Go on with it";

pub fn forgotten(day: &str, time: &str) -> String {
    format!("This session began on {day} at {time} and was never ended. What was noted in it is all here.")
}

pub const REOPEN: &str = "Open it again";
pub const REOPENED: &str = "The session goes on";
pub const SO_FAR: &str = "What came of it so far";
pub const CAME: &str = "What came of it";
pub const TO_DIGEST: &str = "To the digest";
pub const KEPT: &str = "What we keep";
pub const SUMMARY_EDIT: &str = "Change the summary";
pub const TOOK: &str = "It took";
pub const SO_LONG: &str = "Until now";
pub const THERE: &str = "Here";
pub const NOT_THERE: &str = "Not here";
pub const HOT_SEAT: &str = "On the hot seat";
pub const DECISIONS: &str = "Decided";
pub const COMMITMENTS: &str = "Commitments";
pub const FINISHED: &str = "Finished";
pub const CARRIED: &str = "Goes on next time";
pub const BY_STEP: &str = "Minutes per step";

pub fn took(minutes: i64, planned: i64) -> String {
    match minutes - planned {
        0 => format!("{minutes} min, as planned"),
        over @ 1.. => format!("{minutes} min, {over} more than planned"),
        under => format!("{minutes} min, {} less than planned", -under),
    }
}

pub fn began(day: &str, time: &str, name: Option<&str>) -> String {
    name.map_or_else(|| format!("{day}, {time}"), |name| format!("{day}, {time}, started by {name}"))
}

pub fn spent_of(spent: i64, allowed: i64) -> String {
    format!("{spent} of {allowed} min")
}

// Notes.

pub const NOTES: &str = "Notes";
pub const NO_NOTES: &str = "Anybody can note something; everybody sees who and when.";
pub const NOTE: &str = "A note";
pub const ITEM_NOTE: &str = "A note on it";
pub const NOTE_ADD: &str = "Add the note";
pub const NOTE_ADDED: &str = "Note added";
pub const NOTE_EDIT: &str = "Change the note";
pub const NOTE_CHANGED: &str = "Note changed";
pub const NOTE_DELETED: &str = "Note deleted";
pub const NOTE_OPEN: &str = "Add a note";
pub const SOMEBODY: &str = "Somebody";

pub fn note_options(by: &str, when: &str) -> String {
    format!("Change the note of {by}, {when}")
}

pub fn item_notes(notes: usize) -> String {
    match notes {
        0 => NOTE_OPEN.to_owned(),
        n => count(n, "note", "notes"),
    }
}
