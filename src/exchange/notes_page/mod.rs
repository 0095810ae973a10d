//! A page of Markdown for Notion and other notes: the tasks of each member, the circle's decisions, everyone's goals.
//!
//! [`read_notes`](crate::exchange::notes::read_notes) reads it back: the headings and marks are what it knows.
//!
//! ```text
//! # Week of 2026-11-23: Northlight
//!
//! ## Ana
//!
//! - [x] Send 3 applications ✅ 2026-11-24
//! - [ ] Call two studios 📅 2026-11-27
//! - 🚧 Write 4 pages                        kept in part; ❌ missed, 🔄 renegotiated, 🚫 dropped, ➡️ carried on
//!
//! ## Decisions
//!
//! - Mute the chat on Sundays (Ben)
//!
//! ## Goals
//!
//! ### Ana
//!
//! - **Run 10 km** · 6 of 10 km 📅 2027-01-20
//! ```

mod escape;

use crate::domain::{
    Closing, Commitment, Cycle, Goal, Measure, Member, Outcome, Present, Scale, Timestamp, decisions_of, iso_day,
};
use escape::{escaped, escaped_line};

/// Returns the page of `cycles`; feedback is in none, whoever it is for.
pub fn notes_page(present: Present<'_>, cycles: &[Cycle]) -> String {
    let page = Page { present };
    let circle = present.circle;
    let name = escaped(&circle.about.name);
    let mut parts = Vec::new();
    if let [cycle] = cycles {
        parts.push(format!("# Week of {cycle}: {name}"));
        parts.extend(page.week(*cycle, 2));
    } else {
        parts.push(format!("# {name}"));
        for cycle in cycles {
            let week = page.week(*cycle, 3);
            if !week.is_empty() {
                parts.push(format!("## Week of {cycle}"));
                parts.extend(week);
            }
        }
    }
    parts.extend(page.goals());
    format!("{}\n", parts.join("\n\n"))
}

struct Page<'a> {
    present: Present<'a>,
}

impl Page<'_> {
    /// The sections of `cycle`, under headings of `level`.
    fn week(&self, cycle: Cycle, level: usize) -> Vec<String> {
        let circle = self.present.circle;
        let mark = "#".repeat(level);
        let mut parts = Vec::new();
        let all = circle.commitments_of_cycle(cycle);
        for member in self.people() {
            let own = all.iter().filter(|commitment| commitment.owner == member.id);
            let tasks: Vec<String> = own.map(|commitment| self.task(commitment, cycle)).collect();
            if !tasks.is_empty() {
                parts.push(format!("{mark} {}", escaped(&member.name)));
                parts.push(tasks.join("\n"));
            }
        }
        let decided = decisions_of(circle, cycle).into_iter().map(|decision| {
            let owner = decision.owner.as_ref().and_then(|owner| circle.name_of(owner));
            let owner = owner.map_or_else(String::new, |name| format!(" ({})", escaped(name)));
            format!("- {}{owner}", escaped(&on_one_line(&decision.text)))
        });
        let decided: Vec<String> = decided.collect();
        if !decided.is_empty() {
            parts.push(format!("{mark} Decisions"));
            parts.push(decided.join("\n"));
        }
        parts
    }

    /// Everybody, those who left behind those who belong.
    fn people(&self) -> Vec<&Member> {
        let circle = self.present.circle;
        circle.roster().into_iter().chain(circle.former()).collect()
    }

    fn task(&self, commitment: &Commitment, cycle: Cycle) -> String {
        let is_carried = commitment.cycle != cycle || commitment.carried.contains_key(&cycle);
        let mark = match commitment.outcome {
            _ if is_carried => "➡️",
            None => "[ ]",
            Some(Outcome::Kept) => "[x]",
            Some(Outcome::Partial) => "🚧",
            Some(Outcome::Missed) => "❌",
            Some(Outcome::Renegotiated) => "🔄",
            Some(Outcome::Dropped) => "🚫",
        };
        let is_member = |name: &str| self.present.circle.member_named(name).is_some();
        let mut line = format!("- {mark} {}", escaped_line(&commitment.text, &is_member));
        if let Some(due) = commitment.due {
            line.push_str(&format!(" 📅 {}", iso_day(due)));
        }
        if commitment.outcome == Some(Outcome::Kept)
            && let Some(at) = commitment.resolved_at
        {
            line.push_str(&format!(" ✅ {}", self.day(at)));
        }
        line
    }

    /// The day of `at` by the circle's clocks.
    fn day(&self, at: Timestamp) -> String {
        let present = self.present;
        let zone = &present.circle.rhythm.of(present.cycle()).zone;
        iso_day(present.zones.local(zone, at).date())
    }

    fn goals(&self) -> Vec<String> {
        let mut parts = Vec::new();
        for member in self.people() {
            let goals: Vec<String> =
                self.present.circle.goals_of(&member.id).into_iter().map(|goal| self.goal(goal)).collect();
            if !goals.is_empty() {
                parts.push(format!("### {}", escaped(&member.name)));
                parts.push(goals.join("\n"));
            }
        }
        if !parts.is_empty() {
            parts.insert(0, "## Goals".to_owned());
        }
        parts
    }

    fn goal(&self, goal: &Goal) -> String {
        let mark = match goal.closing {
            None => "",
            Some(Closing::Achieved) => "[x] ",
            Some(Closing::Dropped) => "🚫 ",
        };
        let value = self.present.circle.standing_of(goal).value;
        let way = match &goal.measure {
            Measure::Done => "reached or not".to_owned(),
            Measure::Number { scale, target, .. } => {
                let unit = if *scale == Scale::Percent { "%".to_owned() } else { escaped(scale.unit()) };
                format!("{} of {} {unit}", scale.typed(value), scale.typed(*target)).trim_end().to_owned()
            }
        };
        let due = goal.due.map_or_else(String::new, |due| format!(" 📅 {}", iso_day(due)));
        format!("- {mark}**{}** · {way}{due}", escaped(&goal.title))
    }
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
