//! The reference: what a copy must show, worked out from the set of changes that it knows and nothing else.
//!
//! Each change of a value is numbered by the start that wrote it (its client, and a clock that counts up) and remembers
//! which change it replaced. A copy shows a change once it shows all earlier ones of that client and the one that it
//! replaces. Of several that replaced the same one the highest client's counts, and whatever replaced that in turn:
//! the order that Yjs has for the values of a map (Nicolaescu et al. 2016, YATA), in ten lines instead of a document.

use peer_circle::document::{Author, Change, Facts, History, Place, Value};
use peer_circle::domain::Kind;
use std::collections::{BTreeMap, BTreeSet};

/// Who wrote a change, and which of theirs it is.
pub type ChangeId = (u32, u32);

/// One change of one value, with what its writer had stamped.
struct Operation {
    place: Place,
    value: Value,
    replaces: Option<ChangeId>,
    author: Option<Author>,
}

/// Where a stamp's place begins, here: stamps replace each other like values, and are shown nowhere.
const STAMP: &str = "stamp ";

fn is_value(place: &Place) -> bool {
    !place.key.starts_with(STAMP)
}

/// All changes that were ever made, anywhere.
#[derive(Default)]
pub struct Ledger {
    operations: BTreeMap<ChangeId, Operation>,
    at_place: BTreeMap<Place, Vec<ChangeId>>,
}

/// What one copy knows, and what of it is shown.
#[derive(Clone, Default)]
pub struct Knowledge {
    pub known: BTreeSet<ChangeId>,
    shown: BTreeSet<ChangeId>,
    reach: BTreeMap<u32, u32>,
}

impl Ledger {
    /// The facts that everybody begins with.
    pub fn begin(client: u32, facts: &Facts) -> (Self, Knowledge) {
        let (mut ledger, mut knowledge) = (Self::default(), Knowledge::default());
        let all = Kind::ALL.into_iter().flat_map(|kind| facts.of(kind).iter().map(move |fact| (kind, fact)));
        let changes: Vec<_> = all
            .map(|(kind, (key, value))| {
                let place = Place { kind, key: key.clone() };
                Change { place, before: Value::Null, after: value.clone() }
            })
            .collect();
        ledger.write(client, &changes, None, &mut knowledge);
        (ledger, knowledge)
    }

    /// A copy that has `knowledge` makes `changes` as `client`, for which `author` is stamped. Returns their numbers.
    pub fn write(
        &mut self,
        client: u32,
        changes: &[Change],
        author: Option<&Author>,
        knowledge: &mut Knowledge,
    ) -> Vec<ChangeId> {
        let first = knowledge.reach.get(&client).copied().unwrap_or(0);
        let ids: Vec<ChangeId> = (first..).zip(changes).map(|(clock, _)| (client, clock)).collect();
        for (id, change) in ids.iter().zip(changes) {
            let replaces = self.shown_at(&change.place, knowledge);
            let (place, value) = (change.place.clone(), change.after.clone());
            self.at_place.entry(place.clone()).or_default().push(*id);
            self.operations.insert(*id, Operation { place, value, replaces, author: author.cloned() });
        }
        self.learn(knowledge, ids.iter().copied());
        ids
    }

    /// The same with the stamp of `author`, which goes ahead of what they write.
    pub fn stamp(&mut self, client: u32, author: &Author, knowledge: &mut Knowledge) -> Vec<ChangeId> {
        let (minute, member) = author.to_stamp();
        let place = Place { kind: Kind::About, key: format!("{STAMP}{minute}").into() };
        let change = Change { place, before: Value::Null, after: member };
        self.write(client, &[change], None, knowledge)
    }

    /// A copy hears of changes, in any order, again or not.
    pub fn learn(&self, knowledge: &mut Knowledge, ids: impl IntoIterator<Item = ChangeId>) {
        knowledge.known.extend(ids);
        loop {
            let waiting = knowledge.known.difference(&knowledge.shown);
            let ready: Vec<ChangeId> = waiting.filter(|id| self.is_ready(**id, knowledge)).copied().collect();
            if ready.is_empty() {
                return;
            }
            for (client, clock) in ready {
                knowledge.shown.insert((client, clock));
                knowledge.reach.insert(client, clock + 1);
            }
        }
    }

    fn is_ready(&self, id: ChangeId, knowledge: &Knowledge) -> bool {
        let is_next = knowledge.reach.get(&id.0).copied().unwrap_or(0) == id.1;
        is_next && self.operations[&id].replaces.is_none_or(|before| knowledge.shown.contains(&before))
    }

    fn shown_at(&self, place: &Place, knowledge: &Knowledge) -> Option<ChangeId> {
        let all = self.at_place.get(place)?;
        let mut last = None;
        loop {
            let next = all.iter().filter(|id| knowledge.shown.contains(*id) && self.operations[id].replaces == last);
            match next.max() {
                Some(next) => last = Some(*next),
                None => return last,
            }
        }
    }

    /// Holds `facts` against what a copy with `knowledge` must show.
    pub fn check(&self, facts: &Facts, knowledge: &Knowledge) -> Result<(), String> {
        let mut values = 0;
        for place in self.at_place.keys().filter(|place| is_value(place)) {
            let expected = self.shown_at(place, knowledge).map(|id| &self.operations[&id].value);
            let expected = expected.filter(|value| !matches!(value, Value::Null | Value::Undefined));
            if facts.get(place) != expected {
                return Err(format!("{place:?} shows {:?} instead of {expected:?}", facts.get(place)));
            }
            values += usize::from(expected.is_some());
        }
        let is_value = |value: &&Value| !matches!(value, Value::Null | Value::Undefined);
        let shown: usize = Kind::ALL.into_iter().map(|kind| facts.of(kind).values().filter(is_value).count()).sum();
        if shown == values { Ok(()) } else { Err(format!("{shown} values instead of {values}")) }
    }

    /// Holds what `history` says of who wrote what counts, and about when, against who did.
    pub fn check_authors(&self, history: &History, knowledge: &Knowledge) -> Result<(), String> {
        for place in self.at_place.keys().filter(|place| is_value(place)) {
            let expected = self.shown_at(place, knowledge).map(|id| &self.operations[&id]);
            let expected = expected.map(|operation| (&operation.value, operation.author.as_ref()));
            let found = history.newest(place);
            let said = |author: Option<&Author>| author.map(Author::to_stamp);
            if found.map(|(value, author)| (value, said(author)))
                != expected.map(|(value, author)| (value, said(author)))
            {
                return Err(format!("{place:?} is {found:?} by the history instead of {expected:?}"));
            }
        }
        Ok(())
    }

    /// The places that were ever written.
    pub fn places(&self) -> Vec<Place> {
        self.operations.values().map(|operation| operation.place.clone()).filter(is_value).collect()
    }
}

impl Knowledge {
    /// How many changes are shown.
    pub fn shown_count(&self) -> usize {
        self.shown.len()
    }

    /// Whether some of what is known waits for what is not.
    pub fn has_gaps(&self) -> bool {
        self.known.len() > self.shown.len()
    }
}
