//! The session: its steps and what they are for.

use crate::domain::Step;

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
        Step::Review => "What was promised, what became of it. What was carried three times: rescope, find help, drop.",
        Step::HotSeat => "One question, one member. Clarifying questions come before any advice.",
        Step::Decisions => "Settle one thing at a time: what, who sees to it, when you look again.",
        Step::Next => "A verb, a number, a day. At most three each.",
        Step::Close => "One word each. Who writes the digest?",
    }
}
