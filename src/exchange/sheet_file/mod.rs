//! Tables for spreadsheets: CSV by RFC 4180, one file for each kind of record.
//!
//! UTF-8 with a byte order mark, by which Excel knows it; lines end in CRLF; days and instants as ISO 8601; what a
//! spreadsheet could take for a formula is guarded ([`guarded`]). `id` stays the same for ever, so that
//! [`super::intake`] finds every row again:
//!
//! ```csv
//! id,owner,owner_id,text,week,due,goal,goal_id,if,then,helper,helper_id,outcome,resolved_at,note,carried,eased,created_at
//! 8d3k…,Ana,m1,Send 3 applications,2026-11-23,2026-11-26,,,,,,,kept,2026-11-26T17:03:11Z,,,,2026-11-23T09:12:40Z
//! ```
//!
//! `carried` holds the weeks that a commitment was carried out of, each with its reason, as a JSON object; `eased`
//! the instants at which it was eased, each with the words until then. A `time` is measured in seconds. A file of
//! each kind, taken into an empty circle, gives back all records that were not deleted. Feedback is in none of them.

mod columns;
mod words_by_key;

use crate::domain::{
    CheckIn, Circle, Closing, Commitment, Day, Goal, GoalId, Kind, Measure, Member, MemberId, Progress, Reply,
    Timestamp, iso_day,
};
use crate::exchange::intake::guarded;
use columns::names;
pub use columns::{column_of, kind_of_head};
use words_by_key::by_key;
pub use words_by_key::{read_carried, read_eased};

/// The sheet of all records of `kind` in `circle` that are not deleted; only its head for a kind that has none.
pub fn write(circle: &Circle, kind: Kind) -> String {
    let mut sheet = SheetWriter { circle, text: "\u{feff}".to_owned() };
    sheet.row(names(kind));
    match kind {
        Kind::Member => circle.members.values().for_each(|member| sheet.member(member)),
        Kind::Goal => circle.goals.values().filter(|goal| goal.deleted_at.is_none()).for_each(|goal| sheet.goal(goal)),
        Kind::Progress => circle.progress.values().filter(|p| sheet_has(circle, p)).for_each(|p| sheet.progress(p)),
        Kind::Commitment => {
            circle.commitments.values().filter(|c| c.deleted_at.is_none()).for_each(|c| sheet.commitment(c));
        }
        Kind::CheckIn => circle.check_ins.values().for_each(|check_in| sheet.check_in(check_in)),
        Kind::Reply => replies(circle).for_each(|(reply, about)| sheet.reply(reply, about)),
        _ => {}
    }
    sheet.text
}

/// How many rows the sheet of `kind` has below its head.
pub fn count(circle: &Circle, kind: Kind) -> usize {
    match kind {
        Kind::Member => circle.members.len(),
        Kind::Goal => circle.goals.values().filter(|goal| goal.deleted_at.is_none()).count(),
        Kind::Progress => circle.progress.values().filter(|progress| sheet_has(circle, progress)).count(),
        Kind::Commitment => circle.commitments.values().filter(|c| c.deleted_at.is_none()).count(),
        Kind::CheckIn => circle.check_ins.len(),
        Kind::Reply => replies(circle).count(),
        _ => 0,
    }
}

/// Progress of a deleted goal went with it.
fn sheet_has(circle: &Circle, progress: &Progress) -> bool {
    let goal = circle.goals.get(&progress.goal);
    progress.deleted_at.is_none() && goal.is_some_and(|goal| goal.deleted_at.is_none())
}

/// What is said, each with the commitment that it is said to. Replies to a deleted one went with it.
fn replies(circle: &Circle) -> impl Iterator<Item = (&Reply, &Commitment)> {
    let there = circle.replies.values().filter(|reply| reply.deleted_at.is_none());
    there.filter_map(|reply| {
        let about = circle.commitments.get(&reply.commitment).filter(|about| about.deleted_at.is_none())?;
        Some((&**reply, &**about))
    })
}

struct SheetWriter<'a> {
    circle: &'a Circle,
    text: String,
}

impl SheetWriter<'_> {
    fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        for (place, cell) in cells.into_iter().enumerate() {
            if place > 0 {
                self.text.push(',');
            }
            self.text.push_str(&quoted(&guarded(&cell)));
        }
        self.text.push_str("\r\n");
    }

    fn name(&self, id: &MemberId) -> String {
        self.circle.name_of(id).unwrap_or_default().to_owned()
    }

    fn goal_title(&self, id: &GoalId) -> String {
        self.circle.goals.get(id).map_or_else(String::new, |goal| goal.title.clone())
    }

    fn member(&mut self, member: &Member) {
        self.row([
            member.id.to_string(),
            member.name.clone(),
            member.focus.clone(),
            member.joined_at.to_string(),
            instant(member.left_at),
        ]);
    }

    fn goal(&mut self, goal: &Goal) {
        let [kind, unit, start, target] = measure(&goal.measure);
        self.row([
            goal.id.to_string(),
            self.name(&goal.owner),
            goal.owner.to_string(),
            goal.title.clone(),
            goal.why.clone(),
            kind,
            unit,
            start,
            target,
            day(goal.due),
            goal.obstacle.clone(),
            goal.closing.map_or("", closing_key).to_owned(),
            instant(goal.closed_at),
            goal.created_at.to_string(),
        ]);
    }

    fn progress(&mut self, progress: &Progress) {
        self.row([
            progress.id.to_string(),
            self.goal_title(&progress.goal),
            progress.goal.to_string(),
            progress.at.to_string(),
            progress.value.to_string(),
            progress.note.clone(),
        ]);
    }

    fn commitment(&mut self, commitment: &Commitment) {
        let goal = commitment.goal.as_ref();
        let helper = commitment.helper.as_ref();
        self.row([
            commitment.id.to_string(),
            self.name(&commitment.owner),
            commitment.owner.to_string(),
            commitment.text.clone(),
            commitment.cycle.to_string(),
            day(commitment.due),
            goal.map_or_else(String::new, |goal| self.goal_title(goal)),
            goal.map_or_else(String::new, GoalId::to_string),
            commitment.cue.clone(),
            commitment.action.clone(),
            helper.map_or_else(String::new, |helper| self.name(helper)),
            helper.map_or_else(String::new, MemberId::to_string),
            commitment.outcome.map_or("", |outcome| outcome.key()).to_owned(),
            instant(commitment.resolved_at),
            commitment.note.clone(),
            by_key(&commitment.carried),
            by_key(&commitment.eased),
            commitment.created_at.to_string(),
        ]);
    }

    fn check_in(&mut self, check_in: &CheckIn) {
        self.row([
            CheckIn::id_of(check_in.cycle, &check_in.member).to_string(),
            check_in.cycle.to_string(),
            self.name(&check_in.member),
            check_in.member.to_string(),
            check_in.submitted_at.to_string(),
            check_in.win.clone(),
            check_in.blocker.clone(),
            check_in.ask.clone(),
            check_in.confidence.map_or_else(String::new, |confidence| confidence.to_string()),
        ]);
    }

    fn reply(&mut self, reply: &Reply, about: &Commitment) {
        self.row([
            reply.id.to_string(),
            about.text.clone(),
            about.id.to_string(),
            self.name(&reply.from),
            reply.from.to_string(),
            reply.kind.key().to_owned(),
            reply.text.clone(),
            reply.at.to_string(),
        ]);
    }
}

/// `cell` with quotes where it needs them (RFC 4180, section 2).
fn quoted(cell: &str) -> String {
    let needs = cell.contains([',', '"', '\r', '\n', '\t', ';']) || cell.trim() != cell;
    if needs { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

fn instant(at: Option<Timestamp>) -> String {
    at.map_or_else(String::new, |at| at.to_string())
}

fn day(day: Option<Day>) -> String {
    day.map_or_else(String::new, iso_day)
}

fn closing_key(closing: Closing) -> &'static str {
    match closing {
        Closing::Achieved => "achieved",
        Closing::Dropped => "dropped",
    }
}

/// Kind, unit, start and target.
fn measure(measure: &Measure) -> [String; 4] {
    match measure {
        Measure::Done => ["done".to_owned(), String::new(), String::new(), String::new()],
        Measure::Number { scale, start, target } => {
            [scale.kind().key().to_owned(), scale.unit().to_owned(), start.to_string(), target.to_string()]
        }
    }
}
