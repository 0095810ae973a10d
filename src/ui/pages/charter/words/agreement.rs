//! Taking over an agreement that a group has already.

use crate::exchange::agreement::{AGREEMENT_LINES, LeftOut};
use crate::ui::text::count;

pub const PASTE: &str = "Paste what you have";
pub const PASTE_TITLE: &str = "Your written agreement";
pub const PASTE_TEXT: &str = "The text";
pub const PASTE_HINT: &str = "From a document, a page or a chat: lists become rules, a table of names becomes members. You see all of it before anything is kept.";
pub const PASTE_READ: &str = "See what it becomes";
pub const PASTE_EMPTY: &str = "There is no text yet. Paste it here.";
pub const PASTE_BACK: &str = "Back to the text";
pub const PASTE_NONE: &str = "Nothing of it is taken so far. Say of one line what it is.";
pub const TAKE: &str = "Sign it and ask the others";
pub const TAKEN: &str = "Taken over and signed by you. Send the circle, so that the others can sign";
pub const TAKEN_BEFORE: &str = "All of it is in the charter already: nothing was changed";
pub const LINES: &str = "Line by line";
pub const NORM: &str = "A rule";
pub const LEAVE_OUT: &str = "Leave it out";
pub const CHOOSE: &str = "What is it?";
pub const MEMBER: &str = "A new member";
pub const IS_MEMBER: &str = "Is a member already";
pub const REST_STAYS: &str = "What it does not speak of stays as the charter has it.";

/// Said of a text that is more than an agreement.
pub fn too_many(lines: usize) -> String {
    format!("These are {lines} lines, and {AGREEMENT_LINES} can be gone through. Paste the part that you agreed on.")
}

/// What a select of a line is called.
pub fn line(number: usize) -> String {
    format!("Line {number}")
}

/// What the choice for a line is called.
pub fn becomes(number: usize) -> String {
    format!("Line {number} becomes")
}

/// A line with the heading that it is below.
pub fn below(heading: &str, text: &str) -> String {
    format!("{heading}: {text}")
}

/// A new member whose reach is kept too.
pub fn member_with(reach: &str) -> String {
    format!("A new member ({reach})")
}

/// How a member who is there already can be reached.
pub fn note_reach(reach: &str) -> String {
    format!("A member already ({reach})")
}

/// How somebody is reached, as a line of the charter.
pub fn reached(name: &str, reach: &str) -> String {
    format!("{name}: {reach}")
}

/// What the choices come to: "3 rules, 2 new members, 1 line to decide".
pub fn sum(rules: usize, texts: usize, people: usize, open: usize) -> String {
    let part = |n: usize, one: &str, many: &str| (n > 0).then(|| count(n, one, many));
    let parts = [
        part(rules, "rule", "rules"),
        part(texts, "line of other text", "lines of other text"),
        part(people, "new member", "new members"),
        part(open, "line waits for your choice", "lines wait for your choice"),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Above what is left out.
pub fn left_out(lines: usize) -> String {
    count(lines, "line is left out", "lines are left out")
}

pub const fn reason(reason: LeftOut) -> &'static str {
    match reason {
        LeftOut::Heading => "a heading",
        LeftOut::Frame => "the frame of a table or a list",
        LeftOut::Notice => "written by the chat itself",
        LeftOut::Signature => "a signature of another paper: everyone signs here anew",
    }
}
