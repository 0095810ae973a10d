//! The headings that a line is below.

use super::heading::{HeadingTime, HeadingWords, NoteSection};
use crate::domain::MemberId;
use std::rc::Rc;

/// What the headings above a line say of it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct NoteScope {
    /// The nearest heading.
    pub(super) heading: String,
    /// The nearest heading that says more than a time: what the items of a list are asked about by.
    pub(super) list: String,
    /// What the lines below it are.
    pub(super) section: NoteSection,
    /// When they are, and the line of the heading that says so.
    pub(super) time: Option<(HeadingTime, usize)>,
    /// On which day of the week.
    pub(super) weekday: Option<chrono::Weekday>,
    /// Whose they are.
    pub(super) owner: Option<MemberId>,
    /// The heading that may name their goal, and its line.
    pub(super) goal: Option<(String, usize)>,
}

/// The headings above the present line, from the highest.
#[derive(Debug, Default)]
pub(super) struct NoteScopes {
    /// What counts where there is no heading.
    top: Rc<NoteScope>,
    open: Vec<(usize, Rc<NoteScope>)>,
    has_title: bool,
}

impl NoteScopes {
    /// What counts for the present line.
    pub(super) fn now(&self) -> &Rc<NoteScope> {
        self.open.last().map_or(&self.top, |(_, scope)| scope)
    }

    /// Forgets all headings, as each message of a chat does.
    pub(super) fn clear(&mut self) {
        self.open.clear();
    }

    /// What a page says of its time before it begins.
    pub(super) fn set_time(&mut self, time: HeadingTime, line: usize) {
        Rc::make_mut(&mut self.top).time = Some((time, line));
    }

    /// Goes below a heading of `level`, 1 being the highest; `owner` is the member whom it names.
    pub(super) fn enter(&mut self, level: usize, line: usize, words: &HeadingWords, owner: Option<MemberId>) {
        while self.open.last().is_some_and(|(above, _)| *above >= level) {
            self.open.pop();
        }
        let is_title = level == 1 && !self.has_title;
        self.has_title = true;
        let mut scope = NoteScope { heading: words.title.clone(), ..(**self.now()).clone() };
        if words.time.is_none() {
            scope.list.clone_from(&words.title);
        }
        if let Some(owner) = owner {
            scope.owner = Some(owner);
            scope.goal = None;
        } else {
            scope.read(words, line, is_title);
        }
        self.open.push((level, Rc::new(scope)));
    }
}

impl NoteScope {
    /// Takes up what a heading says that names no member.
    fn read(&mut self, words: &HeadingWords, line: usize, is_title: bool) {
        match words.time {
            Some(HeadingTime::Weekday(weekday)) => self.weekday = Some(weekday),
            Some(time) if words.is_time || is_title => {
                self.time = Some((time, line));
                self.weekday = None;
            }
            _ => {}
        }
        self.section = words.section.unwrap_or_default();
        if words.section.is_none() && !words.is_time && !is_title {
            self.goal = Some((words.title.clone(), line));
        }
    }
}
