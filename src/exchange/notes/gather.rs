//! The first walk over a text: its items, each with what is above it, and which order its dates are written in.

use super::chat::{ChatLine, chat_line, is_chat};
use super::day::WrittenDay;
use super::entry::entry;
use super::evidence::OrderEvidence;
use super::heading::{HeadingTime, heading_words};
use super::item::{ItemKind, NoteItem};
use super::mark::{ItemMark, sign_behind};
use super::scope::{NoteScope, NoteScopes};
use super::shape::{NoteShape, note_shape};
use super::table::table;
use super::unseen::is_unseen;
use crate::domain::MemberId;
use crate::exchange::intake::{IntakeReason, LeftOutRow, PassedOver};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What the first walk finds.
pub(super) struct NoteWalk<'a> {
    pub(super) items: Vec<NoteItem>,
    pub(super) left_out: Vec<LeftOutRow>,
    pub(super) passed_over: BTreeMap<PassedOver, usize>,
    pub(super) order: OrderEvidence,
    scopes: NoteScopes,
    /// Who is called that.
    member: &'a dyn Fn(&str) -> Option<MemberId>,
    /// Who speaks, and when.
    message: Option<(Rc<str>, WrittenDay)>,
    is_chat: bool,
    /// The line after the last item, while that can go on.
    goes_on: Option<usize>,
}

/// Walks over `text`; `member` knows who is called that.
pub(super) fn gather<'a>(text: &str, member: &'a dyn Fn(&str) -> Option<MemberId>) -> NoteWalk<'a> {
    let lines: Vec<&str> = text.lines().collect();
    let is_chat = is_chat(text);
    let mut gathered = NoteWalk {
        items: Vec::new(),
        left_out: Vec::new(),
        passed_over: BTreeMap::new(),
        order: OrderEvidence::default(),
        scopes: NoteScopes::default(),
        member,
        message: None,
        is_chat,
        goes_on: None,
    };
    let mut place = if is_chat { 0 } else { gathered.front_matter(&lines) };
    while place < lines.len() {
        place += if is_chat { gathered.chat_line(&lines, place) } else { gathered.line(&lines, place, lines[place]) };
    }
    gathered
}

impl NoteWalk<'_> {
    fn leave_out(&mut self, place: usize, text: &str, reason: IntakeReason) {
        self.left_out.push(LeftOutRow::new(place + 1, text, reason));
    }

    fn pass_over(&mut self, what: PassedOver) {
        *self.passed_over.entry(what).or_default() += 1;
    }

    /// What stands between two lines of dashes at the beginning. Returns how many lines that are.
    fn front_matter(&mut self, lines: &[&str]) -> usize {
        let is_frame = |line: &&str| line.trim_matches(is_unseen).trim_end() == "---";
        let end = lines.iter().skip(1).position(is_frame).filter(|_| lines.first().is_some_and(is_frame));
        let Some(end) = end.map(|end| end + 1) else { return 0 };
        for (place, line) in lines[..=end].iter().enumerate() {
            let value = line.split_once(':').map_or("", |(_, value)| value.trim().trim_matches(['"', '\'']));
            let words = heading_words(value);
            if let Some(time) = words.time {
                self.look_at(time);
                self.scopes.set_time(time, place + 1);
            }
            self.leave_out(place, line, IntakeReason::Frame);
        }
        end + 1
    }

    fn look_at(&mut self, time: HeadingTime) {
        if let HeadingTime::Days(days) = time {
            let scope = self.scopes.now().clone();
            self.order.look(days.first, &scope);
            self.order.look(days.last, &scope);
        }
    }

    fn chat_line(&mut self, lines: &[&str], place: usize) -> usize {
        match chat_line(lines[place]) {
            None => return self.line(lines, place, lines[place]),
            Some(ChatLine::System(_)) => self.fall_silent(PassedOver::Notice),
            Some(ChatLine::Media(_)) => self.fall_silent(PassedOver::Media),
            Some(ChatLine::Said { at, sender, text }) => {
                self.scopes.clear();
                self.order.look(at.day, &NoteScope::default());
                self.goes_on = None;
                self.message = Some((Rc::from(sender), at.day));
                self.line(lines, place, text);
            }
        }
        1
    }

    /// Passes over a line that nobody says; what follows it is not somebody's either.
    fn fall_silent(&mut self, what: PassedOver) {
        self.pass_over(what);
        self.message = None;
        self.goes_on = None;
    }

    /// Reads the line at `place`, of which `text` is what is said, or the table that begins there. Returns how many
    /// lines that are.
    fn line(&mut self, lines: &[&str], place: usize, text: &str) -> usize {
        if self.is_chat && self.message.is_none() {
            self.pass_over(PassedOver::Notice);
            return 1;
        }
        match note_shape(text) {
            NoteShape::Nothing => self.goes_on = None,
            NoteShape::Frame => self.leave_out(place, text, IntakeReason::Frame),
            NoteShape::Heading { level, text } => self.heading(level, place, text),
            NoteShape::Row if !self.is_chat => return self.table(lines, place),
            NoteShape::Row => self.pass_over(PassedOver::Talk),
            NoteShape::Item { mark, text } => self.item(place, mark, text),
            NoteShape::Text(said) => self.text(place, said, text.starts_with([' ', '\t'])),
        }
        1
    }

    fn heading(&mut self, level: usize, place: usize, text: &str) {
        let words = heading_words(text);
        let owner = (self.member)(&words.shown).or_else(|| (self.member)(&words.title));
        if let Some(time) = words.time {
            self.look_at(time);
        }
        self.scopes.enter(level, place + 1, &words, owner);
        self.goes_on = None;
        if self.is_chat {
            self.pass_over(PassedOver::Talk);
        } else {
            self.leave_out(place, &words.title, IntakeReason::Frame);
        }
    }

    fn item(&mut self, place: usize, mark: ItemMark, text: &str) {
        self.goes_on = None;
        if text.is_empty() {
            return self.leave_out(place, "", IntakeReason::Empty);
        }
        match (entry(text), mark) {
            (Some((day, said)), ItemMark::Bullet | ItemMark::Numbered) => self.entry(place, day, said),
            (Some((day, said)), mark) => self.push(place, ItemKind::Task, Some(mark), said, Some(day)),
            (None, ItemMark::Numbered | ItemMark::Bullet) => match sign_behind(text) {
                Some((sign, said)) => self.push(place, ItemKind::Task, Some(sign), said, None),
                None if mark == ItemMark::Bullet => self.push(place, ItemKind::Unclear, None, text, None),
                None => self.push(place, ItemKind::Task, Some(mark), text, None),
            },
            (None, ItemMark::Unknown) => self.push(place, ItemKind::Unclear, None, text, None),
            (None, mark) => self.push(place, ItemKind::Task, Some(mark), text, None),
        }
        self.goes_on = Some(place + 1);
    }

    fn entry(&mut self, place: usize, day: WrittenDay, said: &str) {
        self.push(place, ItemKind::Entry, None, said, Some(day));
        self.goes_on = Some(place + 1);
    }

    fn text(&mut self, place: usize, said: &str, is_indented: bool) {
        let can_go_on = self.goes_on == Some(place) && (is_indented || self.is_chat);
        if let Some(last) = self.items.last_mut().filter(|_| can_go_on) {
            last.text.push(' ');
            last.text.push_str(said);
            self.goes_on = Some(place + 1);
            return;
        }
        self.goes_on = None;
        if let Some((day, said)) = entry(said).filter(|_| !self.is_chat) {
            return self.entry(place, day, said);
        }
        match sign_behind(said) {
            Some((sign, said)) => self.push(place, ItemKind::Unclear, Some(sign), said, None),
            None if self.is_chat => self.pass_over(PassedOver::Talk),
            None => self.leave_out(place, said, IntakeReason::NoTask),
        }
    }

    fn push(&mut self, place: usize, kind: ItemKind, mark: Option<ItemMark>, text: &str, day: Option<WrittenDay>) {
        let scope = self.scopes.now().clone();
        if let Some(day) = day {
            self.order.look(day, &scope);
        }
        let (sender, sent) = self.message.clone().map_or((None, None), |(sender, sent)| (Some(sender), Some(sent)));
        let (text, note) = (text.to_owned(), String::new());
        self.items.push(NoteItem { line: place + 1, kind, mark, text, day, sent, due: None, note, sender, scope });
    }

    /// Reads the table that begins at `place`. Returns how many lines it has.
    fn table(&mut self, lines: &[&str], place: usize) -> usize {
        let table = table(lines, place, self.scopes.now());
        for row in &table.rows {
            row.due.into_iter().for_each(|due| self.order.look(due, &row.scope));
        }
        self.items.extend(table.rows);
        self.left_out.extend(table.left_out);
        table.lines
    }
}
