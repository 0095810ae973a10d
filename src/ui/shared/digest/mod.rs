//! What several pages show of a digest: its text, who published it, and the editor.

mod card;
mod editor;
mod reader;
mod typed;
pub mod words;

use crate::domain::Cycle;
use crate::platform::{self, DateStyle};
pub use card::DigestCard;
pub use editor::{DigestEditor, week_text};
pub use reader::{Byline, Onward, Reader};

/// "16 Nov to 22 Nov"
pub fn week_name(cycle: Cycle) -> String {
    let day = |day| platform::day_text(day, DateStyle::DayMonth);
    words::span(&day(cycle.first_day()), &day(cycle.last_day()))
}
