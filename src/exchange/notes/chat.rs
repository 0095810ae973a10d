//! The lines of a chat that WhatsApp exported, on iOS and Android, or that were copied out of its window.

use super::stamp::{Stamp, stamp};
use super::unseen::is_unseen;

/// A line of a chat.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::exchange) enum ChatLine<'a> {
    /// Somebody begins to say something.
    Said {
        /// When.
        at: Stamp,
        /// Who, as the exporting device calls them.
        sender: &'a str,
        /// What; its first line.
        text: &'a str,
    },
    /// The chat itself says something: who joined, what is encrypted.
    System(&'a str),
    /// A picture, a voice message or a file, that is not in the text.
    Media(&'a str),
}

/// Most characters of a note that something was left out.
const OMITTED_MAX: usize = 60;

/// Whether `text` is a chat that was exported, or copied out of its window.
pub fn is_chat(text: &str) -> bool {
    text.lines().find(|line| !line.trim().is_empty()).is_some_and(|line| chat_line(line).is_some())
}

/// Reads `line`; nothing where it goes on with what was said before it.
pub(in crate::exchange) fn chat_line(line: &str) -> Option<ChatLine<'_>> {
    let (at, rest) = head(line)?;
    let rest = rest.trim_start_matches(is_turn).trim_start();
    let parted = rest.split_once(": ").or_else(|| rest.trim_end().strip_suffix(':').map(|sender| (sender, "")));
    let Some((sender, said)) = parted.filter(|(sender, _)| is_sender(sender)) else {
        return Some(ChatLine::System(rest.trim()));
    };
    let text = without_edit(said.trim_start_matches(is_unseen).trim());
    Some(if is_media(text) {
        ChatLine::Media(text)
    } else if said.trim_start().starts_with(is_turn) {
        // The chat's own words begin with a mark of direction, people's do not.
        ChatLine::System(text)
    } else {
        ChatLine::Said { at, sender: called(sender), text }
    })
}

/// The time at the head of a line, and what follows it.
fn head(line: &str) -> Option<(Stamp, &str)> {
    let line = line.trim_start_matches(|c: char| c.is_whitespace() || is_unseen(c));
    if let Some(rest) = line.strip_prefix('[') {
        let (time, rest) = rest.split_once(']')?;
        return Some((stamp(time)?, rest));
    }
    [" - ", " – "].into_iter().find_map(|mark| {
        let (time, rest) = line.split_once(mark)?;
        Some((stamp(time)?, rest))
    })
}

/// The mark that WhatsApp puts before its own words.
const fn is_turn(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}')
}

/// What somebody is called; iOS puts a tilde before those who are not among the contacts.
fn called(sender: &str) -> &str {
    let is_beside = |c: char| c.is_whitespace() || is_unseen(c);
    sender.trim_matches(is_beside).trim_start_matches('~').trim_start_matches(is_beside)
}

/// Whether this can be what somebody is called. What the chat says of itself can have a colon too, within quotes.
fn is_sender(text: &str) -> bool {
    let has_quotes = text.contains(['"', '“', '”', '«', '„']);
    let words = text.split_whitespace().count();
    words > 0 && (words <= 4 || !has_quotes)
}

/// `text` without the note that it was edited, which stands in angle brackets behind it.
fn without_edit(text: &str) -> &str {
    let inner = text.strip_suffix('>').and_then(|rest| rest.rsplit_once('<'));
    match inner {
        Some((before, note)) if note.split_whitespace().count() >= 3 && !note.contains(['/', '=', '@', '>']) => {
            if before.trim().is_empty() {
                text
            } else {
                before.trim_end_matches(is_unseen).trim_end()
            }
        }
        _ => text,
    }
}

/// Whether `text` says nothing but that something was left out: `<Media omitted>`, `image omitted`,
/// `IMG-20261113-WA0001.jpg (file attached)`.
fn is_media(text: &str) -> bool {
    const LEFT_OUT: [&str; 18] = [
        "omitted",
        "weggelassen",
        "ausgeschlossen",
        "absente",
        "absent",
        "omis",
        "omise",
        "omitido",
        "omitida",
        "omitidos",
        "omesso",
        "omessa",
        "omessi",
        "ocultado",
        "oculta",
        "weggelaten",
        "pominięto",
        "utelämnad",
    ];
    if text.chars().count() > OMITTED_MAX && !text.starts_with('<') {
        return false;
    }
    let is_noted = text.starts_with('<') && text.ends_with('>') && !text.starts_with("<http");
    let words = text.split_whitespace().count();
    let last = text.split_whitespace().next_back().unwrap_or_default();
    is_noted || (words <= 3 && LEFT_OUT.contains(&last)) || is_attached(text)
}

/// `IMG-20261113-WA0001.jpg (file attached)`
fn is_attached(text: &str) -> bool {
    let Some((name, note)) = text.split_once(" (") else { return false };
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_file = (2..=4).contains(&ending.len()) && ending.chars().all(|c| c.is_ascii_alphanumeric());
    is_file && note.ends_with(')') && !name.contains(' ')
}
