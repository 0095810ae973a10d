//! What was changed, by whom and about when, the newest first.

use super::History;
use crate::document::author::Author;
use crate::document::change::Change;
use crate::document::facts::{Fields, Place, is_empty};
use crate::document::schema::from_fields;
use crate::domain::{Arrange, HOUR, Kind, Timestamp};
use std::collections::HashMap;

/// What one person wrote of one record at once.
#[derive(Clone, PartialEq, Debug)]
pub struct JournalEntry {
    /// The kind of the record.
    pub kind: Kind,
    /// The record's id.
    pub id: String,
    /// Who, and about when; `None` where that was not kept.
    pub author: Option<Author>,
    /// Value by value, with what the writer knew before.
    pub changes: Vec<Change>,
    /// Whether the record began with it.
    pub is_new: bool,
    /// The client that wrote it, and the first clock: no other entry has both.
    pub mark: (u64, u32),
    /// What it is sorted by.
    rank: Option<Timestamp>,
}

impl JournalEntry {
    /// Whether one of its values, of a record that was there before, is no longer what it was.
    pub fn has_earlier(&self) -> bool {
        !self.is_new && !self.changes.is_empty()
    }
}

impl History {
    /// All that was ever changed, the newest first; what nobody signed comes last. Keys of devices and sealed notes are
    /// left out.
    pub fn journal(&self) -> Vec<JournalEntry> {
        let ranks = self.ranks();
        let mut entries: Vec<JournalEntry> = Vec::new();
        let mut last: Option<&Place> = None;
        for (at, writing) in self.writings.iter().enumerate() {
            let Some(place) = self.place_of(writing).filter(|place| is_told(place)) else { continue };
            let author = self.author(at);
            // What was written in one go is sorted by place.
            let goes_on = |entry: &JournalEntry| {
                entry.mark.0 == writing.client
                    && (entry.kind, entry.id.as_str()) == (place.kind, place.id())
                    && entry.author.as_ref() == author
                    && last.is_some_and(|last| last < place)
            };
            if !entries.last().is_some_and(goes_on) {
                entries.push(JournalEntry::begin(place, author, (writing.client, writing.clock)));
            }
            last = Some(place);
            if let Some(entry) = entries.last_mut() {
                self.add(entry, place, at, ranks[at]);
            }
        }
        entries.retain(|entry| !entry.changes.is_empty());
        entries.arrange_by(|a, b| (b.rank, b.mark).cmp(&(a.rank, a.mark)));
        mark_beginnings(&mut entries);
        entries
    }

    /// When a value was written, as far as that can be told: its stamp says when a sitting began, and what it replaced may
    /// be a little younger than that.
    fn ranks(&self) -> Vec<Option<Timestamp>> {
        let stamped = |at: usize| self.author(at).map(|author| author.at);
        let mut ranks = vec![None; self.writings.len()];
        for start in 0..self.writings.len() {
            let (mut path, mut at) = (Vec::new(), Some(start));
            while let Some(unknown) = at.filter(|at| ranks[*at].is_none() && stamped(*at).is_some()) {
                ranks[unknown] = stamped(unknown);
                path.push(unknown);
                at = self.writings[unknown].origin;
            }
            for at in path.into_iter().rev() {
                let known = self.writings[at].origin.and_then(|origin| ranks[origin]);
                let is_near = |known: &Timestamp| ranks[at].is_some_and(|own| known.millis() - own.millis() < HOUR);
                ranks[at] = ranks[at].max(known.filter(is_near).map(|known| known.plus(1)));
            }
        }
        ranks
    }

    fn add(&self, entry: &mut JournalEntry, place: &Place, at: usize, rank: Option<Timestamp>) {
        let (before, after) = (self.before(at), self.value(at));
        if before == after || (is_empty(&before) && is_empty(&after)) {
            return;
        }
        entry.rank = entry.rank.max(rank);
        entry.changes.push(Change { place: place.clone(), before, after });
    }
}

impl JournalEntry {
    fn begin(place: &Place, author: Option<&Author>, mark: (u64, u32)) -> Self {
        Self {
            kind: place.kind,
            id: place.id().to_owned(),
            author: author.cloned(),
            changes: Vec::new(),
            is_new: false,
            mark,
            rank: author.map(|author| author.at),
        }
    }

    /// Whether it replaces nothing, and reads as a record by itself.
    fn is_whole(&self) -> bool {
        let replaces_nothing = self.changes.iter().all(|change| is_empty(&change.before));
        let fields = self.changes.iter().map(|change| (change.place.field(), &change.after));
        let fields = fields.filter(|(_, value)| !is_empty(value)).collect();
        replaces_nothing && from_fields(self.kind, &Fields::of(&self.id, fields)).is_some()
    }
}

/// Marks the entry with which each record began: of those that read as one by themselves the one that says most, the
/// oldest of several. In the same minute the order of two devices is anybody's guess.
fn mark_beginnings(entries: &mut [JournalEntry]) {
    let mut first: HashMap<(Kind, &str), usize> = HashMap::new();
    for (at, entry) in entries.iter().enumerate().rev().filter(|(_, entry)| entry.is_whole()) {
        let known = first.entry((entry.kind, entry.id.as_str())).or_insert(at);
        if entries[*known].changes.len() < entry.changes.len() {
            *known = at;
        }
    }
    let first: Vec<_> = first.into_values().collect();
    for at in first {
        entries[at].is_new = true;
    }
}

/// What devices tell each other is no news to anybody.
fn is_told(place: &Place) -> bool {
    !matches!(place.kind, Kind::DeviceKey | Kind::SealedNote) && (place.kind, place.field()) != (Kind::About, "schema")
}
