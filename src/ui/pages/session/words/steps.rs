//! What the steps say, one after the other.

use crate::domain::SOFT_LIMIT;
use crate::ui::text::count;

// The round of check-ins.

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
pub const NO_COMMITMENT: &str = "No commitments for this week.";

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
pub const WILL_DO: &str = "Will do";
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
pub fn planned(open: usize) -> String {
    if open > SOFT_LIMIT { count(open, "commitment", "commitments") } else { format!("{open} of {SOFT_LIMIT}") }
}

pub fn over_limit(name: &str, open: usize) -> String {
    format!("{name} has {open} already. More than three are rarely kept; is this one worth dropping another?")
}
