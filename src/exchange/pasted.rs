//! What a text is that somebody brings: a chat, an agreement, notes, or a table.

use crate::exchange::agreement::{AgreementOffer, LeftOut, read_agreement};
use crate::exchange::notes::{is_chat, is_note_line};

/// What a text is, by its form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TextForm {
    /// A chat that was exported.
    Chat,
    /// What a group agreed on, without anything to tick.
    Agreement,
    /// A checklist, a page of Markdown.
    Notes,
    /// Rows with something between their cells.
    Table,
}

/// Most lines that are looked at.
const LOOKED_AT: usize = 400;
/// Lines out of which most rows of a table have their mark.
const FIRST: usize = 20;

/// Returns what `text` is by its first lines. It can be opened as something else.
pub fn text_form(text: &str) -> TextForm {
    if is_chat(text) {
        return TextForm::Chat;
    }
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(LOOKED_AT).collect();
    let first: Vec<&str> = lines.iter().copied().take(FIRST).collect();
    let is_noted = lines.iter().any(|line| is_note_line(line));
    let has_marks = |mark: char| first.iter().filter(|line| line.contains(mark)).count() * 2 > first.len();
    let head = first.first().copied().unwrap_or_default();
    let is_row = |mark: &char| head.contains(*mark) && has_marks(*mark);
    if !head.starts_with(['#', '|', '-', '*']) && ['\t', ';', ','].iter().any(is_row) && !is_note_line(head) {
        return TextForm::Table;
    }
    if !is_noted && is_agreement(&lines.join("\n")) { TextForm::Agreement } else { TextForm::Notes }
}

/// Whether `text` names people or rules under headings that agreements have.
fn is_agreement(text: &str) -> bool {
    let is_of_one = |offer: &AgreementOffer| {
        matches!(
            offer,
            AgreementOffer::Person { .. } | AgreementOffer::Part(_) | AgreementOffer::LeftOut(LeftOut::Signature)
        )
    };
    let read = read_agreement(text);
    read.iter().any(|line| is_of_one(&line.offer)) || read.iter().any(|line| is_title(&line.heading))
}

/// Whether a heading says that rules follow.
fn is_title(heading: &str) -> bool {
    let words = crate::domain::lowercase(heading);
    ["how we work", "rules", "agreement", "charter", "norms", "code of conduct"]
        .iter()
        .any(|known| words.contains(known))
}
