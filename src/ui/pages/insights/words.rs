//! Insights.

use crate::domain::Tally;
use crate::ui::plots::{FlowWords, KeepWords, MapWords};

pub const NAME: &str = "Insights";
pub const LEAD: &str = "The last weeks side by side. No ranking: it is for seeing where somebody could use a hand.";
pub const KEPT: &str = "Kept over time";
pub const WEEKS: &str = "Everyone, week by week";
pub const FEEDBACK: &str = "Feedback, from whom to whom";
pub const GOALS: &str = "Goals under way";
pub const MORE: &str = "More";
pub const ROLES: &str = "Who has had which role how often";
pub const EMPTY: &str = "Nothing to see yet";
pub const EMPTY_HINT: &str = "After the first week with commitments, its picture appears here.";
pub const FEEDBACK_EMPTY: &str = "Nobody has given feedback yet.";
pub const FEEDBACK_TWO: &str = "Notes for two are counted on their own two devices only.";

pub const KEEP_WORDS: KeepWords = KeepWords { title: KEPT, week: "Week", kept: "Kept" };
pub const MAP_WORDS: MapWords =
    MapWords { title: WEEKS, member: "Member", legend: ["all kept", "half kept", "none kept", "no commitments"] };
pub const FLOW_WORDS: FlowWords = FlowWords { title: FEEDBACK, from: "From", to: "To" };

/// "2 of 3 kept", or that there was nothing to keep.
pub fn kept(tally: Tally) -> String {
    match tally.total {
        0 => "no commitments".to_owned(),
        total => format!("{} of {total} kept{}", tally.kept, partly(tally.partial)),
    }
}

fn partly(partial: usize) -> String {
    match partial {
        0 => String::new(),
        partial => format!(", {partial} partly"),
    }
}

/// What the line of kept commitments shows: the share over all weeks, and that of the newest one.
pub fn kept_summary(weeks: usize, all: Tally, last: Tally) -> String {
    format!("{} % kept over {weeks} weeks, {} % in the last of them", percent(all), percent(last))
}

fn percent(tally: Tally) -> u32 {
    (tally.share() * 100.0).round() as u32
}

pub fn map_summary(members: usize, weeks: usize) -> String {
    format!("{members} members over {weeks} weeks: how much each kept in each week")
}

pub fn flow_summary(notes: usize, pairs: usize) -> String {
    format!("{notes} times feedback, from one member to another in {pairs} directions")
}
