//! Refusals and failures, in words that say what to do.

use crate::domain::{Cycle, Field, Refusal, Timestamp};
use crate::exchange::circle_file::FileError;
use crate::exchange::sealed_file::{ACCEPTED, SealFault};
use crate::exchange::update_message::MessageError;
use crate::platform::{self, DateStyle};
use crate::state::{ImportError, StartError};

/// What to say beside a form.
pub fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Empty(field) => empty(*field).to_owned(),
        Refusal::TooLong { length, max, .. } => {
            format!("This is {length} characters long; {max} are kept. Shorten it a little.")
        }
        Refusal::OfNext { refusal, .. } | Refusal::OfGoal { refusal, .. } => self::refusal(refusal),
        Refusal::NotANumber(_) => "Write a number, such as 12 or 7.5.".to_owned(),
        Refusal::Unread(_, fault) => super::numbers::fault(fault),
        Refusal::NoWay => "Start and target are the same. What is the target?".to_owned(),
        Refusal::NamedTwice(name) => format!("{name} is named twice. Add an initial to tell them apart."),
        Refusal::NameTaken(name) => format!("{name} is in the circle already. Add an initial to tell them apart."),
        Refusal::OutOfRange { min, max, .. } => format!("Choose {min} to {max}."),
        Refusal::UnknownZone(zone) if !zone.is_named() => "Choose the time zone that the circle goes by.".to_owned(),
        Refusal::UnknownZone(zone) => {
            format!("This browser does not know the time zone “{}”. Choose one with the same clocks.", zone.as_str())
        }
        Refusal::TooEarly { earliest } => {
            format!("This week's times have passed. It can change from the week of {} on.", week(*earliest))
        }
        Refusal::TooFar { latest } => format!("Plan no further ahead than the week of {}.", week(*latest)),
        Refusal::Paused(cycle) => {
            format!("The circle pauses in the week of {}. End the pause first.", week(*cycle))
        }
        Refusal::Between(cycle) => format!("The circle does not meet in the week of {}.", week(*cycle)),
        Refusal::SessionOutside { after, before } if after >= before => {
            "The next session is over: this one can no longer be moved.".to_owned()
        }
        Refusal::SessionOutside { after, before } => {
            format!("Choose a time after {} and before {}.", moment(*after), moment(*before))
        }
        Refusal::NobodyHere => "First say who you are, in Settings.".to_owned(),
        Refusal::YouLeft => "You have left this circle. Come back first, then change it.".to_owned(),
        Refusal::Gone(_) => "This was deleted on another device in the meantime.".to_owned(),
        Refusal::SomebodyElses => "Only the other one of you two can do that.".to_owned(),
        Refusal::ToOneself => "Choose somebody else: feedback goes to another member.".to_owned(),
        Refusal::Acknowledged => {
            "It was acknowledged already, and stays as it was read. Give another note instead.".to_owned()
        }
        Refusal::Signed => {
            "Somebody has signed this version already. Change it instead: that makes a new one.".to_owned()
        }
        Refusal::TooManyNorms(max) => format!("A charter has at most {max} rules. Which of them do you keep?"),
        Refusal::SeasonRuns { last } => {
            format!("The season runs until the week of {}. This is for its last week.", week(*last))
        }
        Refusal::SeasonBegun { first } => {
            format!("Somebody was quicker: the next season begins in the week of {}.", week(*first))
        }
        Refusal::CarryNeedsReason(_) => "Say in a few words what got in the way.".to_owned(),
        Refusal::CarryNeedsChange(_) => "It is carried a second time: make it smaller or change the plan.".to_owned(),
        Refusal::EasedTooLate(_) => {
            "It was due already, so what was agreed stays. Say what became of it; a smaller one can be a new commitment."
                .to_owned()
        }
        Refusal::ReplyUnsuited(_) => "This does not go with what became of it in the meantime.".to_owned(),
        Refusal::SessionNotStarted => "This session was not started yet.".to_owned(),
        Refusal::SessionStarted => "This session is running already: somebody was quicker.".to_owned(),
        Refusal::SessionEnded => "This session is over. Open it again to go on.".to_owned(),
        Refusal::Unresolved(waiting) => {
            format!(
                "{} first.",
                super::count(waiting.len(), "commitment wants an outcome", "commitments want an outcome")
            )
        }
        Refusal::DaysBackwards => "The last day comes before the first.".to_owned(),
        Refusal::DaysPast(days) => {
            format!("These days are more than {} weeks past and stay as they were.", days / 7)
        }
        Refusal::NothingSaid => {
            "Nothing is written yet. One sentence is enough, or say that there is nothing to say this week.".to_owned()
        }
        Refusal::TooManyDays(max) => {
            format!("An absence has at most {max} days. Anyone who is away for longer can leave and come back.")
        }
        Refusal::TooManyRoles(max) => format!("A circle has at most {max} roles. Rename a paused one instead."),
        Refusal::TurnMoved(_) => "This turn changed in the meantime. Look at it again.".to_owned(),
    }
}

/// Which field a refusal belongs to.
pub fn field_of(refusal: &Refusal) -> Option<Field> {
    match refusal {
        Refusal::Empty(field)
        | Refusal::TooLong { field, .. }
        | Refusal::NotANumber(field)
        | Refusal::Unread(field, _)
        | Refusal::OutOfRange { field, .. } => Some(*field),
        Refusal::OfNext { refusal, .. } | Refusal::OfGoal { refusal, .. } => field_of(refusal),
        Refusal::NoWay => Some(Field::Target),
        Refusal::TooManyNorms(_) => Some(Field::Norms),
        Refusal::CarryNeedsReason(_) => Some(Field::Note),
        Refusal::CarryNeedsChange(_) => Some(Field::Text),
        Refusal::NameTaken(_) => Some(Field::Name),
        Refusal::NamedTwice(_) => Some(Field::Others),
        Refusal::DaysBackwards | Refusal::DaysPast(_) | Refusal::TooManyDays(_) => Some(Field::LastDay),
        Refusal::NobodyHere
        | Refusal::YouLeft
        | Refusal::UnknownZone(_)
        | Refusal::TooEarly { .. }
        | Refusal::TooFar { .. }
        | Refusal::Paused(_)
        | Refusal::Between(_)
        | Refusal::SessionOutside { .. }
        | Refusal::Gone(_)
        | Refusal::SomebodyElses
        | Refusal::ToOneself
        | Refusal::Acknowledged
        | Refusal::Signed
        | Refusal::SeasonRuns { .. }
        | Refusal::SeasonBegun { .. }
        | Refusal::NothingSaid
        | Refusal::EasedTooLate(_)
        | Refusal::ReplyUnsuited(_)
        | Refusal::SessionNotStarted
        | Refusal::SessionStarted
        | Refusal::SessionEnded
        | Refusal::Unresolved(_)
        | Refusal::TooManyRoles(_)
        | Refusal::TurnMoved(_) => None,
    }
}

fn week(cycle: Cycle) -> String {
    platform::day_text(cycle.first_day(), DateStyle::DayMonth)
}

fn moment(at: Timestamp) -> String {
    format!("{} {}", platform::instant_text(at, DateStyle::DayMonth, None), super::time::short(at))
}

const fn empty(field: Field) -> &'static str {
    match field {
        Field::Name | Field::Founder => "A name is needed.",
        Field::Text => "Say what it is, in a line.",
        Field::Value | Field::Target => "A number is needed.",
        Field::Note => "A word is needed.",
        Field::Charter(_) => "Say what you are together for: one sentence is enough.",
        Field::Keep => "Say one thing that shall stay, or one that shall change.",
        Field::Question => "Ask one question.",
        Field::Skill => "Write a skill, in a word or two.",
        Field::Behaviour => "Say what you saw or heard: one sentence is enough.",
        Field::Outcome => "Say in a sentence what came of it.",
        Field::FirstDay | Field::LastDay => "Choose a day.",
        _ => "This is empty.",
    }
}

/// Why a circle was not begun.
pub fn start(error: &StartError) -> String {
    match error {
        StartError::Refused(refused) => refusal(refused),
        StartError::NotStored(_) => "This device did not store the circle. Free some room and try again.".to_owned(),
        StartError::NotLoaded(_) => NOT_LOADED.to_owned(),
    }
}

const NOT_LOADED: &str = "This part of the app could not be loaded, and nothing was changed. Check the connection, take the new version if one is offered, and try again.";

/// Why a file was not taken in.
pub fn incoming(problem: &ImportError) -> String {
    match problem {
        ImportError::File(error) => file(error),
        ImportError::Sealed(fault) => sealed(fault),
        ImportError::Locked(_) => SEALED_OTHERWISE.to_owned(),
        ImportError::Unreadable => {
            "The browser could not read this file. Copy it to this device and try again.".to_owned()
        }
        ImportError::Message(error) => message(*error),
        ImportError::UpdateElsewhere { circle, sender } => {
            format!(
                "A message of {sender}’s for “{circle}”, a circle that this browser does not have. Do you use the app from \
                 your home screen? Copy the message, open the app there, and paste it under Sync. Otherwise ask {sender} \
                 for the circle’s file."
            )
        }
        ImportError::NewerCircle => {
            "The circle inside was changed by a newer version of this app. Load that version, then open the file."
                .to_owned()
        }
        ImportError::NoteForOthers { circle, is_here: false } => {
            format!(
                "This note belongs to the circle “{circle}”, which is not on this device. Open its circle file first."
            )
        }
        ImportError::NoteForOthers { .. } => {
            "This note is for two others, and nothing of it was kept. Delete the file, and tell who sent it.".to_owned()
        }
        ImportError::JoiningElsewhere { circle } => {
            format!(
                "Somebody would like to join “{circle}”, which is not on this device. A member of it can open this file."
            )
        }
        ImportError::NotStored(_) => {
            "There is no room left on this device for it. Free some in Settings, then open the file again.".to_owned()
        }
        ImportError::NotLoaded(_) => NOT_LOADED.to_owned(),
    }
}

fn message(error: MessageError) -> String {
    match error {
        MessageError::CutShort { found, whole } => format!(
            "This message was cut: only {found} of the {whole} characters of its link are here. Copy the whole message, \
             or ask for it again."
        ),
        MessageError::Damaged => {
            "The link in this message was changed on its way. Ask for the message again, or for the circle’s file."
                .to_owned()
        }
        MessageError::Newer(version) => format!(
            "This message has version {version}, which a newer version of this app wrote. Load that version, then open it."
        ),
    }
}

const SEALED_OTHERWISE: &str =
    "This file is sealed with another passphrase than the one that you said. Open it again and say that one.";

/// What is wrong with a sealed file, whatever its passphrase.
fn sealed(fault: &SealFault) -> String {
    match fault {
        SealFault::File(error) => file(error),
        SealFault::Short { found, length } => {
            format!("This sealed file was cut short: {found} of {length} bytes are there. Ask for it again.")
        }
        SealFault::Header => {
            "The beginning of this sealed file, which says how to open it, was changed on its way. Ask for it again."
                .to_owned()
        }
        SealFault::Content => "What is sealed in this file was changed on its way. Ask for it again.".to_owned(),
        SealFault::Iterations(rounds) => format!(
            "This sealed file asks for {rounds} rounds of work, where {} to {} are accepted. Have it sealed again by this app.",
            ACCEPTED.start(),
            ACCEPTED.end()
        ),
    }
}

/// How a circle file is told from others.
const WHICH: &str = "Choose the one whose name ends in “.circle.json” or “.circle.txt”.";

fn file(error: &FileError) -> String {
    match error {
        FileError::Empty => "This file is empty. Ask for it again.".to_owned(),
        FileError::TooLarge { bytes, max } => {
            let megabytes = |n: &usize| n.div_ceil(1 << 20);
            format!("This file has {} MB; a circle has at most {} MB. {WHICH}", megabytes(bytes), megabytes(max))
        }
        FileError::NotJson { line, column } => {
            format!("This is not a circle file: line {line}, column {column} is not JSON. {WHICH}")
        }
        FileError::CutShort { line } => format!("This file was cut short in line {line}. Ask for it again."),
        FileError::OtherProgram => {
            format!("This file belongs to another program. {WHICH}")
        }
        FileError::Newer { found, known } => {
            format!("This file has version {found}; this app reads version {known}. Load the newer app, then open it.")
        }
        FileError::Damaged(part) => {
            format!("This file is damaged ({part} does not fit its checksum). Ask for it again.")
        }
        FileError::NoCircle => "There is no circle in this file. Ask for it again.".to_owned(),
    }
}
