//! The digest: the text that the app drafts, and the words around it.

use crate::domain::{CheckInState, DIGEST_MAX, DigestDecision, DigestDraft, DigestEntry};
use crate::exchange::Form;

pub const TITLE: &str = "Digest";
pub const TEXT: &str = "The digest";
pub const PUBLISH: &str = "Publish";
pub const PUBLISH_AGAIN: &str = "Publish again";
pub const PUBLISHED: &str = "Digest published";
pub const DRAFT_AGAIN: &str = "Draft it again";
pub const SEND: &str = "Send it";
pub const SENT_TO: &str =
    "Everybody finds it here once your file has reached them. Sent to the group, it can be read now.";
pub const WHAT: &str = "the digest";
pub const MARKS: &str = "*bold* and _italic_, as in WhatsApp. Kept on this device as you write.";
pub const DRAFTED: &str = "Drafted again from the check-ins";
pub const MOVED_ON: &str =
    "Something came in since you began. “Draft it again” takes it up; Undo brings your words back.";
pub const OTHER_WORDS: &str = "Somebody published other words since you began. Publishing again replaces theirs.";
pub const NO_CHECK_IN: &str = "Nobody has checked in yet. The draft fills itself as they do.";
pub const WHICH: &str = "Which week";
pub const THIS_WEEK: &str = "This week";
pub const LAST_WEEK: &str = "Last week";
pub const EDIT: &str = "Edit and publish";
pub const READ: &str = "Back to reading";
pub const RESTORE: &str = "Back to what is published";
pub const RESTORED: &str = "Back to what is published";
pub const READ_ALL: &str = "Read the whole digest";
pub const ALL: &str = "All digests";
pub const EARLIER: &str = "Earlier";
pub const PREVIOUS: &str = "Previous week";
pub const NEXT: &str = "Next week";
pub const EMPTY: &str = "Half a page that everybody reads";
pub const EMPTY_HINT: &str = "Wins, blockers, asks and commitments of a week in one place. The app drafts it from the check-ins, the summarizer \
     makes it theirs, and once published it stays here.";
pub const YOU: &str = "you";

pub fn of_week(week: &str) -> String {
    format!("Digest of {week}")
}

pub fn write(week: &str) -> String {
    format!("Write the digest of {week}")
}

/// "16 Nov to 22 Nov"
pub fn span(first: &str, last: &str) -> String {
    format!("{first} to {last}")
}

/// `expected` are those who are not excused.
pub fn lead(checked_in: usize, expected: usize) -> String {
    format!("Drafted from {checked_in} of {expected} check-ins. Make it yours, then publish it.")
}

/// "Fri, 27 Nov at 18:20"
pub fn moment(day: &str, time: &str) -> String {
    format!("{day} at {time}")
}

/// The words before the publisher's name.
pub const BY: &str = "Published by";
pub const BY_NOBODY: &str = "Published";

/// What follows that name.
pub fn published_at(when: &str, is_revised: bool) -> String {
    if is_revised { format!(", revised {when}") } else { format!(", {when}") }
}

/// The day and time of the next check-ins, as everybody's clocks can be set by.
pub fn next_due(day: &str, time: &str, city: &str) -> String {
    format!("{day} at {time}, {city} time")
}

/// Most characters of one answer; the check-in has the rest.
const ANSWER: usize = 280;
/// Most characters of a commitment or a name.
const LINE: usize = 120;
/// Most commitments that are named one by one.
const COMMITMENTS: usize = 5;

/// What a digest says of the next cycle that is held.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outlook {
    /// Its first day, as the page shows it.
    pub monday: String,
    /// When its check-ins are due, as the page shows it.
    pub due: String,
    /// Its roles, and who has each.
    pub roles: Vec<(String, String)>,
}

/// The digest as a text, at most [`DIGEST_MAX`] characters. `week` is the cycle as the page shows it.
pub fn draft(draft: &DigestDraft, week: &str, next: &Outlook, form: Form) -> String {
    let mut parts = vec![heading(draft, week, form)];
    if !draft.summary.trim().is_empty() {
        parts.push(form.said(&draft.summary, 4 * ANSWER));
    }
    parts.extend(draft.members.iter().map(|entry| member(entry, form)));
    if !draft.decisions.is_empty() {
        let mut lines = vec![form.bold("Decided")];
        lines.extend(draft.decisions.iter().map(|decision| decided(decision, form)));
        parts.push(lines.join("\n"));
    }
    if !next.roles.is_empty() {
        let mut lines = vec![form.bold(&format!("Roles from {}", next.monday))];
        lines.extend(
            next.roles.iter().map(|(role, who)| format!("{}: {}", form.said(role, LINE), form.said(who, LINE))),
        );
        parts.push(lines.join("\n"));
    }
    parts.push(form.italic(&format!("Next check-ins are due {}.", next.due)));
    within(parts)
}

/// As many whole parts as fit, the last one always among them.
fn within(mut parts: Vec<String>) -> String {
    let length = |parts: &[String]| parts.iter().map(|part| part.chars().count() + 2).sum::<usize>();
    while parts.len() > 2 && length(&parts) > DIGEST_MAX {
        parts.remove(parts.len() - 2);
    }
    parts.join("\n\n")
}

fn heading(draft: &DigestDraft, week: &str, form: Form) -> String {
    let circle = form.said(&draft.circle, LINE);
    let title = match draft.week {
        Some(at) => format!("{circle}: week {} of {}", at.number, at.of),
        None => format!("{circle}: the week"),
    };
    let sent = draft.members.iter().filter(|entry| entry.check_in.is_in()).count();
    format!("{}\n{week} · {sent} of {} checked in", form.bold(&title), draft.members.len())
}

fn member(entry: &DigestEntry, form: Form) -> String {
    let name = form.bold(&form.said(&entry.name, LINE));
    let mut lines = vec![match tally(entry) {
        Some(tally) => format!("{name} · {tally}"),
        None => name,
    }];
    if let Some(missing) = missing(entry.check_in) {
        lines.push(missing.to_owned());
    }
    for (label, answer) in [("Win:", &entry.win), ("Blocker:", &entry.blocker), ("Ask:", &entry.ask)] {
        let answer = form.said(answer, ANSWER);
        if !answer.is_empty() {
            lines.push(format!("{} {answer}", form.italic(label)));
        }
    }
    if !entry.next.is_empty() {
        let named: Vec<_> = entry.next.iter().take(COMMITMENTS).map(|next| form.said(next, LINE)).collect();
        let more = match entry.next.len() - named.len() {
            0 => String::new(),
            more => format!("; {more} more"),
        };
        lines.push(format!("{} {}{more}", form.italic("Next:"), named.join("; ")));
    }
    lines.join("\n")
}

/// "2 kept, 1 in part, 1 missed, 1 open"; nothing where there was no commitment.
pub fn tally(entry: &DigestEntry) -> Option<String> {
    let tally = entry.tally;
    let counts =
        [(tally.kept, "kept"), (tally.partial, "in part"), (entry.missed, "missed or carried"), (tally.open, "open")];
    let said: Vec<_> = counts.into_iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
    (!said.is_empty()).then(|| said.join(", "))
}

fn missing(state: CheckInState) -> Option<&'static str> {
    match state {
        CheckInState::Submitted | CheckInState::Late => None,
        CheckInState::Excused => Some("Excused this week"),
        CheckInState::Upcoming | CheckInState::Open | CheckInState::Overdue => Some("Check-in still to come"),
        CheckInState::Missed => Some("No check-in this week"),
    }
}

fn decided(decision: &DigestDecision, form: Form) -> String {
    let text = form.said(&decision.text, ANSWER);
    match &decision.owner {
        Some(owner) => format!("• {text} ({})", form.said(owner, LINE)),
        None => format!("• {text}"),
    }
}
