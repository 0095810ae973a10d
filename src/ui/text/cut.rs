//! Words cut between whole characters, as the browser tells them apart.

use crate::domain;
use crate::exchange::Form;
use crate::platform::BrowserSegmenter;

/// Texts without marks.
pub const PLAIN: Form<'static> = Form::plain(&BrowserSegmenter);
/// Texts with the marks of WhatsApp.
pub const WHATSAPP: Form<'static> = Form::whatsapp(&BrowserSegmenter);

/// At most `max` characters of `words`, with a sign where something is left out.
pub fn clipped(words: &str, max: usize) -> String {
    let kept = domain::clipped(words, max, &BrowserSegmenter);
    if kept.len() == words.len() { words.to_owned() } else { format!("{}…", kept.trim_end()) }
}

/// One or two characters of `name` for a small round picture.
pub fn initials(name: &str) -> String {
    domain::initials(name, &BrowserSegmenter)
}
