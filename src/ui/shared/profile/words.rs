//! Profiles: the questions, and what they are answered with.

use crate::domain::{CareerStage, FitPart, Intention, ProfileQuestion, SaidTie, SkillSide};
use crate::ui::text::count;

pub const ADD: &str = "Add";
pub const SKIP: &str = "Not now";
pub const SAVE_ON: &str = "Save";
pub const SAVED: &str = "Saved";
pub const CHANGE: &str = "Change";
pub const ANSWER: &str = "Answer";
pub const SAID: &str = "What is said so far";
pub const ENOUGH: &str =
    "That is all for now. Whatever you left out stays open, and nothing is counted that you did not say.";
pub const CHOSEN: &str = "Chosen";
pub const KNOWN_WORDS: &str = "Words that others use";
pub const OWN: &str = "In your own words";
pub const OWN_EXAMPLE: &str = "A studio of my own";
pub const STAGE: &str = "Where are you now";
pub const FIELD: &str = "Your field";
pub const FIELD_EXAMPLE: &str = "Product, nursing, design";
pub const ZONE: &str = "Whose clocks are these hours by";
pub const GRID: &str = "Hours that you could give to the circle, in a usual week";
pub const GRID_HELP: &str =
    "Draw over the hours that are free. By keyboard: arrows move, space turns an hour, shift with arrows draws on.";
pub const NIGHT: &str = "Show the night too";
pub const DAY_ONLY: &str = "Hide the night";
pub const FREE: &str = "free";
pub const BUSY: &str = "not free";

/// How far one is with the questions.
pub fn nth(nth: usize, of: usize) -> String {
    format!("Question {nth} of {of}")
}

pub const fn question(question: ProfileQuestion) -> &'static str {
    match question {
        ProfileQuestion::Offers => "What could you help others with?",
        ProfileQuestion::Wants => "What would you like to learn, or get help with?",
        ProfileQuestion::Intentions => "What are you here for?",
        ProfileQuestion::Stage => "Where are you in your career?",
        ProfileQuestion::Hours => "When do you usually have time?",
    }
}

/// The same of somebody else.
pub const fn question_of_them(question: ProfileQuestion) -> &'static str {
    match question {
        ProfileQuestion::Offers => "What could they help others with?",
        ProfileQuestion::Wants => "What would they like to learn?",
        ProfileQuestion::Intentions => "What would they be here for?",
        ProfileQuestion::Stage => "Where are they in their career?",
        ProfileQuestion::Hours => "When do they usually have time?",
    }
}

/// Why it is asked.
pub const fn why(question: ProfileQuestion) -> &'static str {
    match question {
        ProfileQuestion::Offers => "Two or three things are plenty: what colleagues come to you for.",
        ProfileQuestion::Wants => "Somebody in the circle may know it well.",
        ProfileQuestion::Intentions => "People who want the same hold each other to it.",
        ProfileQuestion::Stage => "Peers understand each other best within a step or two.",
        ProfileQuestion::Hours => "So that the circle finds an hour that suits all, whatever the zone.",
    }
}

/// What an answer is called.
pub const fn label(question: ProfileQuestion) -> &'static str {
    match question {
        ProfileQuestion::Offers => "Can help with",
        ProfileQuestion::Wants => "Wants to learn",
        ProfileQuestion::Intentions => "Is here to",
        ProfileQuestion::Stage => "Career",
        ProfileQuestion::Hours => "Has time",
    }
}

pub const fn stage(stage: CareerStage) -> &'static str {
    match stage {
        CareerStage::Student => "Student",
        CareerStage::Early => "Early",
        CareerStage::Mid => "Mid",
        CareerStage::Senior => "Senior",
        CareerStage::Lead => "Lead",
    }
}

pub const fn intention(intention: Intention) -> &'static str {
    match intention {
        Intention::FindJob => "Find a job",
        Intention::Promotion => "Get promoted",
        Intention::ChangeField => "Change field",
        Intention::LearnSkill => "Learn a skill",
        Intention::Build => "Build something",
        Intention::Consistent => "Stay consistent",
    }
}

pub const fn skill_field(side: SkillSide) -> &'static str {
    match side {
        SkillSide::Offers => "A skill",
        SkillSide::Wants => "A skill or topic",
    }
}

pub fn take_away(word: &str) -> String {
    format!("Take “{word}” away")
}

pub fn add(word: &str) -> String {
    format!("Add “{word}”")
}

pub fn change(question: ProfileQuestion) -> String {
    format!("{CHANGE}: {}", label(question))
}

pub fn answer(question: ProfileQuestion) -> String {
    format!("{ANSWER}: {}", label(question))
}

/// "12 hours a week".
pub fn hours(hours: u32) -> String {
    format!("{} a week", count(hours as usize, "hour", "hours"))
}

/// "Monday 18:00, free".
pub fn cell(day: &str, time: &str, is_free: bool) -> String {
    format!("{day} {time}, {}", if is_free { FREE } else { BUSY })
}

/// How who looks knows somebody, on a button.
pub const fn tie(tie: SaidTie) -> &'static str {
    match tie {
        SaidTie::Friend => "We are friends",
        SaidTie::Colleague => "We work together",
        SaidTie::ReportsToThem => "I report to them",
        SaidTie::ReportsToMe => "They report to me",
        SaidTie::New => "New to me",
    }
}

pub fn tied(name: &str) -> String {
    format!("You said how you know {name}")
}

pub fn untied(name: &str) -> String {
    format!("Taken back: how you know {name}")
}

/// What a part of the fit is called.
pub const fn fit_part(part: FitPart) -> &'static str {
    match part {
        FitPart::Stage => "Career stages",
        FitPart::Intention => "Same direction",
        FitPart::Schedule => "Time in common",
        FitPart::Complement => "Teach and learn",
        FitPart::Independence => "Free to be honest",
    }
}
