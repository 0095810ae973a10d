//! One turn: why it is whose it is, and what can be done about it.

use crate::domain::{Cause, Cycle, Reason, TurnStatus};
use crate::platform::{self, DateStyle};
use crate::ui::text::count;

pub const SEE_TURNS: &str = "See the turns";
pub const WHY: &str = "Why";
pub const SCHEDULED: &str = "As the rota had it";
pub const SHADOWS: &str = "New here and watching";
pub const MOVED: &str = ", changed hands";
pub const SWAP: &str = "Swap it for";
pub const SWAP_HINT: &str = "They are asked, and it holds once they agree. The credit stays with who serves.";
pub const COVER: &str = "Ask who can take it";
pub const COVER_HINT: &str = "Whoever takes it gets the credit. If nobody does before its week begins, it stays yours.";
pub const TAKE: &str = "Take it";
pub const AGREE: &str = "Agree to the swap";
pub const DECLINE: &str = "No, thanks";
pub const TAKE_BACK: &str = "Take it back";
pub const GIVE_BACK: &str = "Give it back";
pub const CLAIM: &str = "Step in";
pub const CLAIM_HINT: &str = "A day after its time anyone may do it, and gets the credit.";
pub const SERVED: &str = "Mark as done";
pub const SERVED_HINT: &str =
    "Something came up? Tell the others. A day after its time anyone may step in, and gets the credit.";
pub const SAID_SWAP: &str = "Swap offered. Send them your file so that they see it";
pub const SAID_COVER: &str = "Asked the circle. Send them your file so that they see it";
pub const SAID_TAKEN: &str = "It is yours now. Send the circle your file";
pub const SAID_AGREED: &str = "Swapped. Send the circle your file";
pub const SAID_CANCELLED: &str = "Taken back";
pub const SAID_CLAIMED: &str = "You stepped in. Thank you";
pub const SAID_SERVED: &str = "Done. Thank you";
pub const NOTHING: &str = "Nothing to do about it now.";
pub const THEIRS: &str = "To have this one, choose a turn of your own and offer it in return.";
pub const FORECAST: &str = "A forecast: turns are published four weeks ahead, and this one can still change.";
pub const GONE: &str = "This turn is no longer there.";

/// "week of 7 Dec".
pub fn week(cycle: Cycle) -> String {
    format!("week of {}", platform::day_text(cycle.first_day(), DateStyle::DayMonth))
}

/// "Check-in lead, week of 7 Dec".
pub fn title(role: &str, cycle: Cycle) -> String {
    format!("{role}, {}", week(cycle))
}

/// What a screen reader says before the holder's name in a cell of the table.
pub fn cell(role: &str, cycle: Cycle) -> String {
    format!("{}: ", title(role, cycle))
}

pub const NOBODY: &str = "nobody";
pub const SOMEBODY: &str = "somebody";

pub const fn status(status: TurnStatus) -> &'static str {
    match status {
        TurnStatus::Planned => "to come",
        TurnStatus::Pending => "this week",
        TurnStatus::Served => "done",
        TurnStatus::Claimable => "anyone may step in",
        TurnStatus::Settled => "over",
    }
}

/// Names that a reason is told with.
pub struct Told<'a> {
    /// Who holds the turn.
    pub holder: &'a str,
    /// Somebody else of the reason; empty where it names nobody.
    pub other: &'a str,
}

/// Why a turn is whose it is, in a sentence.
pub fn reason(reason: &Reason, Told { holder, other }: Told<'_>) -> String {
    match reason {
        Reason::Nobody => "Nobody was there.".to_owned(),
        Reason::OnlyOne => "Nobody else is there that week.".to_owned(),
        Reason::TooFew { people, roles } => {
            format!("{} for {roles} roles: somebody has two.", count(*people, "person is there", "people are there"))
        }
        Reason::Keeps { people, away: 0 } => {
            format!("The same role twice running: with {} there is no other way.", count(*people, "person", "people"))
        }
        Reason::Keeps { people, away } => format!(
            "The same role twice running: with {} and {away} away there is no other way.",
            count(*people, "person", "people")
        ),
        Reason::EverybodyServes { in_role } => {
            format!(
                "Everybody has a role that week. {holder} had this one {}, and so it comes out even.",
                times(*in_role)
            )
        }
        Reason::FewestCredits { credits, next } => {
            format!("{holder} had {} by then; those without a role that week had {next} or more.", turns(*credits))
        }
        Reason::FewestInRole { credits, next } => format!(
            "As many turns in all as the others, but this role only {}; the next had it {}.",
            times(*credits),
            times(*next)
        ),
        Reason::Rested { .. } => format!("As many turns as {other}, who had a role the week before."),
        Reason::LongestWait { .. } => format!("As many turns as {other}, but waiting for longer."),
        Reason::RosterOrder { .. } => {
            format!("As many turns as {other}, in all and in this role: who joined first goes first.")
        }
        Reason::OtherWouldKeep { .. } => format!("{other} had fewer turns, but would have this role twice running."),
        Reason::NewcomerCannotLead { .. } => {
            format!("{other} had fewer turns, but is new: nobody leads in their first week.")
        }
        Reason::BestTogether => "Of all ways to share that week's roles, this one is the fairest together.".to_owned(),
        Reason::Refilled { because, .. } => refilled(*because, other),
        Reason::Swap { .. } => format!("Swapped with {other}; both agreed."),
        Reason::Cover { .. } => format!("Took it over from {other}, who had asked."),
        Reason::Claim { .. } if other.is_empty() => "Stepped in; it was nobody's.".to_owned(),
        Reason::Claim { .. } => format!("Stepped in for {other} after its time had passed."),
    }
}

fn refilled(because: Cause, before: &str) -> String {
    let who = if before.is_empty() { "the one before" } else { before };
    match because {
        Cause::Away => format!("Filled again, since {who} is away."),
        Cause::Left => format!("Filled again, since {who} left the circle."),
        Cause::NewRole => "The role began, or began again, after that week was published.".to_owned(),
        Cause::Relief => format!("Takes one of two from {who}: nobody has two roles while somebody has none."),
        Cause::WasEmpty => "Nobody was there when that week was published.".to_owned(),
    }
}

fn turns(n: i64) -> String {
    count(usize::try_from(n).unwrap_or(0), "turn", "turns")
}

fn times(n: i64) -> String {
    match n {
        0 => "never".to_owned(),
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        n => format!("{n} times"),
    }
}

/// A turn that can be asked for in return: "Ben's goal tracker, week of 14 Dec".
pub fn theirs(name: &str, role: &str, cycle: Cycle) -> String {
    format!("{name}: {role}, {}", week(cycle))
}

/// Who an offer is about, as who reads it is told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OfferSide {
    /// Who reads it made it.
    Mine,
    /// It was made to the reader.
    ToMe,
    /// It is between others.
    Others,
}

/// An offer to swap: `by` gives `own` for `theirs` of `with`.
pub fn swap_offer(side: OfferSide, by: &str, own: &str, with: &str, theirs: &str) -> String {
    match side {
        OfferSide::Mine => format!("You offer {with} a swap: your {own}, for their {theirs}"),
        OfferSide::ToMe => format!("{by} offers you a swap: their {own}, for your {theirs}"),
        OfferSide::Others => format!("{by} offers {with} a swap: {own}, for {theirs}"),
    }
}

/// A swap that holds.
pub fn swapped(side: OfferSide, by: &str, own: &str, with: &str, theirs: &str) -> String {
    match side {
        OfferSide::Mine => format!("You swapped with {with}: your {own}, for their {theirs}"),
        OfferSide::ToMe => format!("You swapped with {by}: your {theirs}, for their {own}"),
        OfferSide::Others => format!("{by} and {with} swapped: {own}, for {theirs}"),
    }
}

/// A request for cover.
pub fn cover_request(side: OfferSide, by: &str, own: &str) -> String {
    match side {
        OfferSide::Mine => format!("You ask who can take your {own}"),
        OfferSide::ToMe | OfferSide::Others => format!("{by} asks who can take {own}"),
    }
}

/// A request that somebody took: `by` handed `own` on.
pub fn covered(side: OfferSide, by: &str, own: &str) -> String {
    match side {
        OfferSide::Mine => format!("Somebody took your {own}"),
        OfferSide::ToMe => format!("You took {own} from {by}"),
        OfferSide::Others => format!("{own} was taken from {by}"),
    }
}

/// What moved to the reader, and away from them; each like "Goal tracker, week of 7 Dec".
pub fn moved(gained: &[String], lost: &[String]) -> String {
    let part = |label: &str, turns: &[String]| {
        if turns.is_empty() { String::new() } else { format!(" {label}: {}.", turns.join("; ")) }
    };
    format!("Your turns changed since you last looked.{}{}", part("Yours now", gained), part("Yours no longer", lost))
}

/// "until Sunday 29 Nov".
pub fn until(cycle: Cycle) -> String {
    format!("until {}", platform::day_text(cycle.last_day(), DateStyle::WeekdayDayMonth))
}

pub const CREDITS_TABLE: &str = "Credits per member and role";
pub const MEMBER: &str = "Member";
pub const ALLOWANCE: &str = "given on joining or returning";
pub const ALL: &str = "in all";
