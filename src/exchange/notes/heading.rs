//! What a heading says of the lines below it. English words alone are known; any other heading may name a goal.

use super::day::{Piece, pieces, weekday};
use super::days::{WrittenDays, find};
use super::task::plain;
use crate::domain::lowercase;
use chrono::Weekday;

/// What the lines below a heading are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum NoteSection {
    /// Things to do.
    #[default]
    Tasks,
    /// Who was there.
    Attendance,
    /// Goals.
    Goals,
    /// Anything that is no task: decisions, minutes.
    Else,
}

/// When the lines below a heading are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum HeadingTime {
    /// On a day or in a span of days.
    Days(WrittenDays),
    /// In a week that has a number.
    Week { number: u32, year: Option<u32> },
    /// On that day of the week that a heading above names.
    Weekday(Weekday),
}

/// A heading, read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct HeadingWords {
    /// Its words, without marks.
    pub(super) shown: String,
    /// Its words, without pictures before and behind them, and without a colon at their end.
    pub(super) title: String,
    /// What it says of time.
    pub(super) time: Option<HeadingTime>,
    /// What the lines below are, where it says that; a heading of a day says nothing else.
    pub(super) section: Option<NoteSection>,
    /// Whether it says nothing but the time.
    pub(super) is_time: bool,
}

/// Reads a heading, without its marks of a heading.
pub(super) fn heading_words(raw: &str) -> HeadingWords {
    let shown = plain(raw);
    let title = shown.trim_matches(is_picture).trim_end_matches(':').trim_end_matches(is_picture);
    let title = if title.is_empty() { shown.as_str() } else { title }.to_owned();
    let (time, rest) = time(&title);
    let words: Vec<String> = rest.into_iter().map(lowercase).collect();
    let is_beside = |word: &String| BESIDE.contains(&word.as_str()) || weekday(word).is_some();
    let is_time = time.is_some() && words.iter().all(is_beside);
    let section = section(&title);
    HeadingWords { shown, title, time, section, is_time }
}

/// Words beside the date in a heading that says when.
const BESIDE: [&str; 26] = [
    "week", "weekly", "wk", "kw", "of", "the", "for", "from", "to", "until", "and", "on", "day", "daily", "log",
    "notes", "plan", "planner", "sync", "meeting", "minutes", "session", "standup", "review", "retro", "season",
];

const SECTIONS: [(NoteSection, &[&str]); 4] = [
    (
        NoteSection::Attendance,
        &[
            "present",
            "attendance",
            "attendees",
            "attending",
            "attended",
            "absent",
            "participants",
            "who was there",
            "roll call",
        ],
    ),
    (NoteSection::Goals, &["goals", "goal", "objectives", "our goals", "my goals", "aims", "okrs"]),
    (
        NoteSection::Else,
        &[
            "decisions",
            "decided",
            "decision",
            "agenda",
            "notes",
            "minutes",
            "links",
            "roles",
            "reference",
            "summary",
            "next clocks",
        ],
    ),
    (
        NoteSection::Tasks,
        &[
            "to do",
            "todo",
            "todos",
            "to dos",
            "tasks",
            "task list",
            "action items",
            "actions",
            "next",
            "next steps",
            "done",
            "doing",
            "in progress",
            "backlog",
            "checklist",
            "commitments",
            "promises",
            "plans",
            "this week",
            "last week",
            "next week",
            "today",
            "tomorrow",
            "later",
            "open",
            "completed",
            "finished",
            "weekly list",
            "list",
            "my list",
            "habits",
            "routine",
            "inbox",
            "week",
        ],
    ),
];

/// What a heading with these words and no others says of the lines below.
fn section(title: &str) -> Option<NoteSection> {
    let spaced: String = lowercase(title).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    SECTIONS.into_iter().find(|(_, known)| known.contains(&words.as_str())).map(|(section, _)| section)
}

/// What `title` says of time, and its other words.
fn time(title: &str) -> (Option<HeadingTime>, Vec<&str>) {
    let pieces = pieces(title);
    if let [Piece::Word(word)] = pieces[..]
        && let Some(weekday) = weekday(word)
    {
        return (Some(HeadingTime::Weekday(weekday)), Vec::new());
    }
    let found = find(&pieces).map(|(days, rest)| (HeadingTime::Days(days), rest)).or_else(|| numbered_week(&pieces));
    let (time, rest) = found.map_or((None, pieces.clone()), |(time, rest)| (Some(time), rest));
    let words = rest.into_iter().filter_map(|piece| if let Piece::Word(word) = piece { Some(word) } else { None });
    (time, words.collect())
}

/// `Week 26`, `W47`, `2026-W47`, `Week 3, 2026`, with what is before and behind.
fn numbered_week<'a>(pieces: &[Piece<'a>]) -> Option<(HeadingTime, Vec<Piece<'a>>)> {
    let is_week = |piece: &Piece<'_>| matches!(piece, Piece::Word(word) if matches!(lowercase(word).as_str(), "week" | "w" | "wk" | "kw"));
    let at = pieces.iter().position(is_week)?;
    let Some(Piece::Number { value: number, digits: 1..=2 }) = pieces.get(at + 1).copied() else { return None };
    let is_year = |piece: &Piece<'_>| matches!(piece, Piece::Number { digits: 4, .. });
    let year = pieces.iter().find(|piece| is_year(piece));
    let year = year.and_then(|piece| if let Piece::Number { value, .. } = piece { Some(*value) } else { None });
    let rest = [&pieces[..at], &pieces[at + 2..]].concat();
    Some((HeadingTime::Week { number, year }, rest.into_iter().filter(|piece| !is_year(piece)).collect()))
}

/// Whether `c` is a picture, as people put one before a heading, or a part of it.
fn is_picture(c: char) -> bool {
    let is_sign = matches!(u32::from(c), 0x200d | 0x2190..=0x2bff | 0xfe0f | 0x1f000..=0x1faff);
    is_sign || c.is_whitespace()
}
