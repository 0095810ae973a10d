//! Notes as people keep them: checklists, pages of Notion and other Markdown, chats that WhatsApp exported.
//!
//! Each line is offered, waits for the answer to a question, or is left out with its number and the reason; what a
//! chat says of itself, and talk that offers nothing, is counted.
//!
//! ```text
//! # Planner                             left out: a heading
//! ## 📝 **Publish the handbook**        a goal
//! - [x]  Compare three printers         a commitment that was kept
//! - [ ]                                 left out: it says nothing
//! - [ ] Call the bank 📅 2026-11-30     a commitment, due that day
//! - Printers                            asked about
//! **09/08/2026** — Applied              a commitment that was kept in the week of that day
//! [13/11/2026, 9:09 AM] Omar: - [x] 3   a commitment that Omar kept
//! ```

mod chat;
mod day;
mod days;
mod entry;
mod evidence;
mod gather;
mod heading;
mod inquiry;
mod item;
mod make;
mod mark;
mod people;
mod scope;
mod shape;
mod stamp;
mod table;
mod task;
mod time;
mod unseen;

use crate::domain::{MemberId, Present, folded, gathered};
use crate::exchange::intake::{IntakeAnswers, IntakeReading, IntakeSetting};
use std::collections::BTreeMap;

pub use chat::is_chat;
pub(in crate::exchange) use chat::{ChatLine, chat_line};
pub(in crate::exchange) use unseen::is_unseen;

/// Reads `text` with the answers given so far. The work grows with its length, not with its square.
pub fn read_notes(text: &str, answers: &IntakeAnswers, setting: &IntakeSetting<'_>) -> IntakeReading {
    let text = text.trim_start_matches('\u{feff}');
    let members = by_name(setting.present);
    let member = |name: &str| members.get(&folded(name)).cloned();
    let gathered = gather::gather(text, &member);
    make::made(gathered, answers, setting, &member).settled(setting.present)
}

/// Whether a line that begins like `text` is read as an entry of a log.
pub(in crate::exchange) fn begins_with_day(text: &str) -> bool {
    entry::entry(text).is_some()
}

/// Whether a line has a box, a sign or a day before its words.
pub(in crate::exchange) fn is_note_line(line: &str) -> bool {
    match shape::note_shape(line) {
        shape::NoteShape::Item { mark, text } => {
            !matches!(mark, mark::ItemMark::Numbered | mark::ItemMark::Bullet) || begins_with_day(text)
        }
        shape::NoteShape::Text(text) => begins_with_day(text),
        shape::NoteShape::Row => shape::cells(line).iter().any(|cell| mark::mark_alone(cell).is_some()),
        _ => false,
    }
}

/// Whether there is a sign in `text` that a day could follow.
pub(in crate::exchange) fn has_day_sign(text: &str) -> bool {
    task::has_day_sign(text)
}

fn by_name(present: Present<'_>) -> BTreeMap<String, MemberId> {
    let circle = present.circle;
    // Of two people of one name, who belongs now is meant.
    let all = circle.former().into_iter().chain(circle.roster());
    gathered(all.map(|member| (folded(&member.name), member.id.clone())))
}
