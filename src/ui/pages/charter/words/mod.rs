//! The charter.

mod agreement;
mod examples;

use crate::domain::{CharterFocus, CharterHint, CharterPart, Closing, NORMS_KEPT, PURPOSE_WORDS};
use crate::ui::text::count;

pub use agreement::*;
pub use examples::{EXAMPLES, example};

pub const NAME: &str = "Charter";
pub const LEAD: &str = "What you are together for, and what you hold each other to. One page that everybody signs.";

pub const EMPTY: &str = "What do you want from each other?";
pub const EMPTY_HINT: &str = "Ten minutes now save the talk about who was late. Begin with an example and make it yours, or paste what you have.";
pub const BEGIN_WITH: &str = "Begin with an example";
pub const FILLED: &str = "The example is in the form: change what is not yours";
pub const WRITE: &str = "Write your own";
pub const WRITE_TITLE: &str = "The charter";

pub const IN_FORCE: &str = "Counts now";
pub const CHANGE: &str = "Change it";
pub const CHANGE_HINT: &str =
    "What you save is a new version. The others see what differs and are asked to sign it; nothing is overwritten.";
pub const SAVE: &str = "Sign it and ask the others";
pub const WRITTEN: &str = "Written and signed by you. Send the circle, so that the others can sign";

pub const FOCUS: &str = "What you do above all";
pub const FOCUS_WORDS: &str = "In your own words";
pub const FOCUS_EXAMPLE: &str = "We read each other's essays";
pub const PURPOSE: &str = "What you are together for";
pub const PURPOSE_EXAMPLE: &str = "We help each other to a job that each of us would choose again";
pub const OUTCOME: &str = "How you will know";
pub const OUTCOME_EXAMPLE: &str = "By 30 June each of us has two offers";
pub const NORMS: &str = "Rules";
pub const NORMS_HINT: &str = "One a line. What somebody can be seen to do or not to do.";
pub const NORMS_EXAMPLE: &str = "Camera on\nNo advice before a question";
pub const CONFIDENTIALITY: &str = "What stays among you";
pub const ABSENCE: &str = "Who cannot come";
pub const LEAVING: &str = "How somebody leaves";
pub const CONTACT: &str = "How you reach each other";
pub const CONFIDENTIALITY_EXAMPLE: &str = "Everything, unless who said it says otherwise";
pub const ABSENCE_EXAMPLE: &str = "Says so a day before, and still checks in";
pub const LEAVING_EXAMPLE: &str = "Says so in a session, and says goodbye in the next one";
pub const CONTACT_EXAMPLE: &str = "In the group chat; urgent things by a call";

pub const SIGNATURES: &str = "Signatures";
pub const ASKS: &str = "You are asked to sign this.";
pub const SIGN: &str = "Sign it";
pub const SIGNED: &str = "Signed by you. Send the circle, so that the others see it";
pub const UNSIGN: &str = "Withdraw my signature";
pub const UNSIGNED: &str = "Your signature is withdrawn";
pub const NOT_YET: &str = "not yet";
pub const HAS_SIGNED: &str = "has signed";
pub const SOMEBODY: &str = "somebody";

pub const PROPOSED: &str = "Proposed";
pub const SEE_PROPOSED: &str = "You are asked to sign a change";
pub const PROPOSED_HINT: &str =
    "Sign the one that you want. What most of you stand behind counts; at a tie it stays as it is.";
pub const EDIT_FROM: &str = "Make a third one from it";
pub const READ: &str = "Read all of it";
pub const TAKE_BACK: &str = "Take it back";
pub const TAKEN_BACK: &str = "The version is taken back";
pub const CHANGED_BEFORE: &str = "What it changed";
pub const EARLIER: &str = "Earlier versions";
pub const AFRESH: &str = "Written afresh";
pub const CLEARER: &str = "What could be clearer";
pub const WAS: &str = "was";
pub const IS: &str = "now";
pub const NEW: &str = "new";
pub const GONE: &str = "gone";
pub const REORDERED: &str = "The rules are in another order";

pub const AIM: &str = "Your shared aim";
pub const AIM_EMPTY: &str = "What could only all of you reach?";
pub const AIM_EMPTY_HINT: &str = "One number above the goals of each: it grows with what anybody does.";
pub const AIM_EMPTY_EXAMPLE: &str = "“40 interviews together by the end of the season”";
pub const AIM_SET: &str = "Set a shared aim";
pub const AIM_EDIT: &str = "Change the aim";
pub const AIM_TITLE: &str = "At the end we will have";
pub const AIM_EXAMPLE: &str = "40 interviews together";
pub const AIM_FROM_CHARTER: &str = "Take the outcome of the charter";
pub const AIM_ADDED: &str = "Your shared aim is set";
pub const AIM_CHANGED: &str = "The aim is changed";
pub const AIM_DELETED: &str = "The aim is deleted";
pub const AIM_REOPENED: &str = "The aim is open again";
pub const AIM_NEXT: &str = "Set the next one";
pub const AIM_OTHERS: &str = "Two of you set an aim. The newer one is above; this one was set too:";
pub const AIM_KEEP_ONE: &str = "Give this one up";
pub const AIM_LATEST: &str = "Noted last";

pub const fn focus(focus: CharterFocus) -> &'static str {
    match focus {
        CharterFocus::Goals => "Weekly goals",
        CharterFocus::Skills => "Improving skills together",
        CharterFocus::Updates => "Sharing job news",
        CharterFocus::Own => "Something else",
    }
}

/// What a text of the charter is called.
pub const fn part(part: CharterPart) -> &'static str {
    match part {
        CharterPart::Purpose => PURPOSE,
        CharterPart::Outcome => OUTCOME,
        CharterPart::Confidentiality => CONFIDENTIALITY,
        CharterPart::Absence => ABSENCE,
        CharterPart::Leaving => LEAVING,
        CharterPart::Contact => CONTACT,
    }
}

/// An example of such a text.
pub const fn part_example(part: CharterPart) -> &'static str {
    match part {
        CharterPart::Purpose => PURPOSE_EXAMPLE,
        CharterPart::Outcome => OUTCOME_EXAMPLE,
        CharterPart::Confidentiality => CONFIDENTIALITY_EXAMPLE,
        CharterPart::Absence => ABSENCE_EXAMPLE,
        CharterPart::Leaving => LEAVING_EXAMPLE,
        CharterPart::Contact => CONTACT_EXAMPLE,
    }
}

/// How many words the purpose has; nothing before the first.
pub fn purpose_words(words: usize) -> String {
    match words {
        0 => format!("At most {PURPOSE_WORDS} words: short enough to know by heart"),
        words => format!("{words} of {PURPOSE_WORDS} words"),
    }
}

/// Who wrote a version, and when.
pub fn written(name: &str, when: &str) -> String {
    format!("written by {name}, {when}")
}

/// Above the version of somebody.
pub fn proposes(name: &str) -> String {
    format!("{name} proposes")
}

pub const YOU_PROPOSE: &str = "You propose";

/// How many have signed.
pub fn signed(signed: usize, of: usize) -> String {
    if signed == of { "everyone has signed".to_owned() } else { format!("{signed} of {of} have signed") }
}

/// Below the summary of a charter that could be clearer.
pub fn clearer(hints: usize) -> String {
    count(hints, "thing could be clearer", "things could be clearer")
}

/// Who noted a number of the aim, and when.
pub fn noted(value: &str, name: &str, when: &str) -> String {
    format!("{value} by {name}, {when}")
}

/// What is said when the aim ends.
pub const fn aim_closed(how: Closing) -> &'static str {
    match how {
        Closing::Achieved => "Reached, by all of you",
        Closing::Dropped => "The aim is given up",
    }
}

/// What could be said better. Nothing is held back for it.
pub fn hint(hint: CharterHint) -> String {
    match hint {
        CharterHint::NoFocus => "Say what you do above all: that keeps the hour from filling up.".to_owned(),
        CharterHint::NoPurpose => "There is no purpose yet. What would be missing without this circle?".to_owned(),
        CharterHint::LongPurpose(words) => {
            format!("The purpose has {words} words. With {PURPOSE_WORDS} people know it by heart.")
        }
        CharterHint::NoOutcome => "Nobody can tell yet when you have made it. What will be true then?".to_owned(),
        CharterHint::UncountedOutcome => "The outcome names no number and no date. How many, and by when?".to_owned(),
        CharterHint::NoNorms => "There is no rule yet. Which one would you miss first?".to_owned(),
        CharterHint::ManyNorms(norms) => {
            format!("{norms} rules are hard to keep in mind. Which {NORMS_KEPT} would you miss?")
        }
        CharterHint::VagueNorm(word) => format!("“{word}”: how would you see that somebody does not?"),
        CharterHint::NoConfidentiality => "Say what stays among you: people speak more freely then.".to_owned(),
        CharterHint::NoAbsence => "Say what somebody does who cannot come.".to_owned(),
        CharterHint::NoLeaving => "There is no way to leave yet. People stay for longer where there is one.".to_owned(),
    }
}
