//! The time at the head of a message, in the forms of all languages: `13/11/2026, 9:09:43 AM`, `15.04.26, 15:04`,
//! `2026. 12. 5. 오후 3:08`, `15/4/26 3:08 p. m.`, `10:10, 5/12/2026`.

use super::day::{Piece, WrittenDay, in_numbers, pieces};
use super::unseen::is_unseen;
use crate::domain::{digit, lowercase};

/// When a message was sent, by the clock of the device that exported it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::exchange) struct Stamp {
    /// The day.
    pub(super) day: WrittenDay,
    /// Minutes since midnight, 0 to 1439.
    pub(super) minute: u16,
}

/// Most bytes of a time.
const LONGEST: usize = 80;
/// Most words beside the numbers: `à`, `kl.`, `p. m.`
const WORDS: usize = 4;

/// Reads `text` where it is a date with a time of day and nothing else.
pub(in crate::exchange) fn stamp(text: &str) -> Option<Stamp> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || is_unseen(c));
    if text.len() > LONGEST || !text.starts_with(|c| digit(c).is_some()) {
        return None;
    }
    let pieces = pieces(text);
    let (at, day, used) =
        (0..pieces.len()).find_map(|at| in_numbers(&pieces[at..]).map(|(day, used)| (at, day, used)))?;
    let rest = [&pieces[..at], &pieces[at + used..]].concat();
    let words: Vec<String> = rest
        .iter()
        .filter_map(|piece| if let Piece::Word(word) = piece { Some(lowercase(word)) } else { None })
        .collect();
    let is_time_mark = |piece: &Piece<'_>| !matches!(piece, Piece::Mark(mark) if !",،、.:'-".contains(*mark));
    let are_short = words.iter().all(|word| word.chars().count() <= 6);
    if words.len() > WORDS || !are_short || !rest.iter().all(is_time_mark) {
        return None;
    }
    Some(Stamp { day, minute: minute(&rest, half(&words))? })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Before,
    After,
}

/// Which half of the day the words around a time say.
fn half(words: &[String]) -> Option<Half> {
    let is_one = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    if is_one(&["pm", "p", "오후", "下午", "晚上", "午後", "م", "μμ", "nachm"]) {
        Some(Half::After)
    } else if is_one(&["am", "a", "오전", "上午", "凌晨", "午前", "ص", "πμ", "vorm"]) {
        Some(Half::Before)
    } else {
        None
    }
}

fn minute(pieces: &[Piece<'_>], half: Option<Half>) -> Option<u16> {
    let time = pieces.windows(3).find_map(|window| match window {
        [
            Piece::Number { value: hour, digits: 1..=2 },
            Piece::Mark(':' | '.'),
            Piece::Number { value: minute, digits: 2 },
        ] => Some((*hour, *minute)),
        _ => None,
    });
    let (hour, minute) = time.filter(|(hour, minute)| *hour < 24 && *minute < 60)?;
    let hour = match half {
        Some(Half::After) if hour < 12 => hour + 12,
        Some(Half::Before) if hour == 12 => 0,
        _ => hour,
    };
    u16::try_from(hour * 60 + minute).ok()
}
