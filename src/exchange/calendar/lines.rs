//! Content lines of a calendar file: escaping, folding, dates (RFC 5545, sections 3.1 and 3.3).

use crate::domain::Timestamp;
use chrono::{Datelike, NaiveDateTime, Timelike};

/// Most octets that a line may have, without its end.
const OCTETS: usize = 75;

/// Lines, folded and ended as the format wants it.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// Appends `name:value`; `name` may bear parameters. Nothing in either can end the line.
    pub(super) fn put(&mut self, name: &str, value: &str) {
        let mut room = OCTETS;
        let mut push = |text: &str| {
            for c in text.chars().filter(|c| !c.is_control()) {
                if c.len_utf8() > room {
                    self.0.push_str("\r\n ");
                    room = OCTETS - 1;
                }
                room -= c.len_utf8();
                self.0.push(c);
            }
        };
        push(name);
        push(":");
        push(value);
        self.0.push_str("\r\n");
    }

    /// Appends people's words.
    pub(super) fn put_text(&mut self, name: &str, words: &str) {
        self.put(name, &escaped(words));
    }

    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// People's words as a `TEXT` value.
fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for c in words.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => text.extend(['\\', c]),
            '\n' | '\r' => text.push_str("\\n"),
            '\t' => text.push(' '),
            c => text.push(c),
        }
    }
    text
}

/// `20261126T180000`.
pub(super) fn local(at: NaiveDateTime) -> String {
    let (day, time) = (at.date(), at.time());
    let day = format!("{:04}{:02}{:02}", day.year(), day.month(), day.day());
    format!("{day}T{:02}{:02}{:02}", time.hour(), time.minute(), time.second())
}

/// `20261126T180000Z`.
pub(super) fn utc(at: Timestamp) -> String {
    local(at.at_offset(0)) + "Z"
}

/// `+0530`.
pub(super) fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let size = seconds.unsigned_abs();
    let whole = format!("{sign}{:02}{:02}", size / 3600, size / 60 % 60);
    if size.is_multiple_of(60) { whole } else { format!("{whole}{:02}", size % 60) }
}
