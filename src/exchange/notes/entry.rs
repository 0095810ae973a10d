//! Lines that begin with a day, as in a log.

use super::day::{WrittenDay, at_start, pieces};

/// Most bytes of the day that an entry begins with.
const DAY_MAX: usize = 48;

/// The day that `text` begins with, and what is said of it: `**09/08/2026** — Applied`, `Sep 8: applied`.
pub(super) fn entry(text: &str) -> Option<(WrittenDay, &str)> {
    const PARTING: [&str; 7] = [" — ", " – ", " - ", ": ", "\t", " | ", " → "];
    let is_day = |written: &str| {
        let pieces = pieces(written.trim_matches(['*', '_', '[', ']', '(', ')', ' ', ':']));
        let day = at_start(&pieces).filter(|(_, used)| *used == pieces.len());
        day.map(|(day, _)| day)
    };
    let parted = PARTING.into_iter().filter_map(|mark| text.find(mark).map(|at| (at, mark))).min();
    if let Some((at, mark)) = parted.filter(|(at, _)| *at <= DAY_MAX)
        && let Some(day) = is_day(&text[..at])
    {
        return Some((day, text[at + mark.len()..].trim_start())).filter(|(_, said)| !said.is_empty());
    }
    let (first, said) = text.split_once(' ').filter(|(first, _)| first.len() <= DAY_MAX)?;
    let day = is_day(first).filter(|day| matches!(day, WrittenDay::Iso(_) | WrittenDay::Numbers { .. }))?;
    Some((day, said.trim_start()))
}
