//! A device: one person's copy of a circle, with the domain's rules in front of it.

use super::{Zones, at, rhythm};
use peer_circle::document::{Author, CircleDoc, Imported, Place, Value, Written, import, snapshot};
use peer_circle::domain::{Circle, Command, Context, MemberId, Record, Refusal, Timestamp, begin, decide};

/// SplitMix64 (Steele, Lea, Flood 2014): entropy that is the same at every run.
pub struct Seeded(pub u64);

impl Seeded {
    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.bits() % end.max(1) as u64).expect("small")
    }
}

/// A circle that begins with `people` on Monday, 2 November 2026, and its founder.
pub fn new_circle(people: &[&str]) -> (Circle, MemberId) {
    let people: Vec<_> = people.iter().map(|name| (*name).to_owned()).collect();
    let mut seeded = Seeded(7);
    let mut entropy = || seeded.bits();
    let mut ctx = Context { now: at("2026-11-02T08:00:00Z"), me: None, zones: &Zones, entropy: &mut entropy };
    begin("Northlight", &people, rhythm("Europe/Lisbon", 3, 18), 10, &mut ctx).expect("a circle")
}

/// One person's copy.
pub struct Device {
    /// The document.
    pub doc: CircleDoc,
    /// The circle, carried along by `refresh` as a page does.
    pub view: Circle,
    /// Who holds the device.
    pub me: Option<MemberId>,
    /// Its clock; it moves on by a second with each command.
    pub now: Timestamp,
    /// Whether it says who writes, as every device does since that is kept.
    pub signs: bool,
    entropy: Seeded,
}

impl Device {
    /// A device that begins a circle of `people`; the first holds it.
    pub fn found(client: u32, people: &[&str]) -> Self {
        let (circle, founder) = new_circle(people);
        Self::with(CircleDoc::begin(client, &circle), Some(founder))
    }

    /// A device that holds `doc`.
    pub fn with(doc: CircleDoc, me: Option<MemberId>) -> Self {
        let view = doc.circle().expect("a circle");
        let entropy = Seeded(u64::from(doc_number(&doc)));
        Self { doc, view, me, now: at("2026-11-03T08:00:00Z"), signs: false, entropy }
    }

    /// A second device with all that this one knows, held by the member called `name`.
    pub fn copy(&self, client: u32, name: &str) -> Self {
        let mut copy = Self::with(open(client, &self.doc.state()), Some(self.member(name)));
        copy.entropy = Seeded(u64::from(client) << 32);
        copy.now = self.now;
        copy.signs = self.signs;
        copy
    }

    /// The same device after a restart, which brings a new client id.
    pub fn restart(&mut self, client: u32) {
        self.reopen(client, &self.doc.state());
    }

    /// The same device with the content of `state`.
    pub fn reopen(&mut self, client: u32, state: &[u8]) {
        self.doc = open(client, state);
        self.view = self.doc.circle().expect("a circle");
    }

    /// The id of the member called `name`.
    pub fn member(&self, name: &str) -> MemberId {
        let found = self.view.members.values().find(|member| member.name == name);
        found.expect("a member of that name").id.clone()
    }

    /// Asks the domain's rules, stores what they answer.
    pub fn run(&mut self, command: impl Into<Command>) -> Result<Option<Written>, Refusal> {
        let records = self.decide(command)?;
        Ok(self.put(&records))
    }

    /// Asks the domain's rules alone.
    pub fn decide(&mut self, command: impl Into<Command>) -> Result<Vec<Record>, Refusal> {
        self.now = self.now.plus(1000);
        let mut entropy = || self.entropy.bits();
        let mut ctx = Context { now: self.now, me: self.me.as_ref(), zones: &Zones, entropy: &mut entropy };
        decide(&self.view, command.into(), &mut ctx)
    }

    /// Runs a command that must change something.
    pub fn must(&mut self, command: impl Into<Command>) -> Written {
        self.run(command).expect("allowed").expect("a change")
    }

    /// Stores records past the rules.
    pub fn put(&mut self, records: &[Record]) -> Option<Written> {
        self.sign();
        let written = self.doc.put(records);
        self.show(written.as_ref());
        written
    }

    /// Takes `written` back.
    pub fn undo(&mut self, written: &Written) -> Option<Written> {
        self.sign();
        let written = self.doc.undo(&written.changes);
        self.show(written.as_ref());
        written
    }

    /// Writes single values past the rules.
    pub fn write(&mut self, values: Vec<(Place, Value)>) -> Option<Written> {
        self.sign();
        let written = self.doc.write(values);
        self.show(written.as_ref());
        written
    }

    fn sign(&mut self) {
        if let (true, Some(me)) = (self.signs, &self.me) {
            self.doc.sign(Author { member: me.clone(), at: self.now });
        }
    }

    /// Takes another device's copy in.
    pub fn import(&mut self, other: &Self) -> Imported {
        self.take_in(&other.doc)
    }

    /// Takes a copy in, as out of a file.
    pub fn take_in(&mut self, copy: &CircleDoc) -> Imported {
        let imported = import(&mut self.doc, copy).expect("a sound copy");
        self.show(imported.written.as_ref());
        imported
    }

    /// Merges a raw update.
    pub fn merge(&mut self, update: &[u8]) -> Option<Written> {
        let written = self.doc.merge(update).expect("a sound update");
        self.show(written.as_ref());
        written
    }

    fn show(&mut self, written: Option<&Written>) {
        if let Some(written) = written {
            self.doc.refresh(&mut self.view, &written.changes);
        }
    }

    /// The circle as read afresh; what was carried along must be the same.
    pub fn circle(&self) -> Circle {
        let fresh = self.doc.circle().expect("a circle");
        assert_eq!(self.view, fresh, "the view that was carried along differs from a fresh reading");
        fresh
    }

    /// The readable snapshot.
    pub fn snapshot(&self) -> serde_json::Value {
        snapshot(&self.doc)
    }
}

/// A document out of one state.
pub fn open(client: u32, state: &[u8]) -> CircleDoc {
    CircleDoc::open(client, [state]).expect("a sound state")
}

/// A text as the document holds it.
pub fn text(text: &str) -> Value {
    Value::String(text.into())
}

fn doc_number(doc: &CircleDoc) -> u32 {
    doc.knows().iter().fold(17, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(*byte)))
}
