//! A member's week as a text for somebody outside the circle: their own commitments and goals, and nobody else's name.

use super::words;
use crate::domain::{Commitment, Cycle, Goal, Measure, MemberId, Outcome, Present, Tally};
use crate::exchange::Form;

/// Most characters of a commitment or a goal.
const LINE: usize = 120;

/// The week of `me` in `cycle`, which is called `week`; nothing where they promised nothing.
pub fn my_week(present: Present<'_>, me: &MemberId, (cycle, week): (Cycle, &str), form: Form) -> Option<String> {
    let circle = present.circle;
    let own = circle.commitments_in(me, cycle);
    if own.is_empty() {
        return None;
    }
    let tally = Tally::of(own.iter().copied(), cycle);
    let mut lines = vec![form.bold(&heading(week, tally))];
    lines.extend(own.into_iter().map(|commitment| line(commitment, cycle, form)));
    let goals = circle.goals_of(me).into_iter().filter(|goal| goal.is_open());
    let goals: Vec<String> = goals.map(|goal| aim(present, goal, form)).collect();
    if !goals.is_empty() {
        lines.push(String::new());
        lines.extend(goals);
    }
    Some(lines.join("\n"))
}

/// "My week, 16 Nov to 22 Nov: 2 of 3 kept"; nothing is counted while all is open.
fn heading(week: &str, tally: Tally) -> String {
    let Tally { kept, open, total, .. } = tally;
    if total == open { format!("My week, {week}") } else { format!("My week, {week}: {kept} of {total} kept") }
}

fn line(of: &Commitment, cycle: Cycle, form: Form) -> String {
    let text = form.said(&of.text, LINE);
    match of.outcome {
        _ if of.carried.contains_key(&cycle) => format!("➡️ {text}"),
        None => format!("☐ {text}"),
        Some(Outcome::Kept) => format!("✅ {text}"),
        Some(outcome) => format!("☐ {text} ({})", words::outcome(outcome)),
    }
}

/// "🎯 Run 10 km: 60 %"
fn aim(present: Present<'_>, goal: &Goal, form: Form) -> String {
    let title = form.said(&goal.title, LINE);
    let share = present.circle.standing_of(goal).share;
    match goal.measure {
        Measure::Done => format!("🎯 {title}"),
        Measure::Number { .. } => format!("🎯 {title}: {:.0} %", share * 100.0),
    }
}
