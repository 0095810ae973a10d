//! Members with several devices, and everything that can happen to them.

use crate::reference::{ChangeId, Knowledge, Ledger};
use crate::support::history::command;
use crate::support::{Device, Seeded};
use peer_circle::document::{CircleDoc, Place, Value, Written};
use peer_circle::domain::{Kind, MemberId, Timestamp};
use peer_circle::exchange::circle_file;
use peer_circle::vault::{Loaded, MemoryStorage, Ready, append, load, write_generation};
use proptest::prelude::*;

const NAMES: [&str; 3] = ["Ana", "Ben", "Chen"];
/// Two for each member.
pub const DEVICES: usize = 2 * NAMES.len();
const CIRCLE: &str = "k3x9";
const YEAR: i64 = 365 * 24 * 60 * 60 * 1000;

/// One thing that happens. Numbers are taken modulo what there is.
#[derive(Clone, Debug)]
pub enum Step {
    /// A device runs a command of the domain; the seed says which.
    Edit { on: usize, seed: u64 },
    /// A device writes single values past the domain, as another version of the app might.
    Write { on: usize, seed: u64 },
    /// A device takes one of its own edits back.
    Undo { on: usize, nth: usize },
    /// One update reaches a device: late, twice, before its time, or never.
    Deliver { to: usize, nth: usize },
    /// A device writes its circle file.
    Export { on: usize },
    /// A device opens a file that somebody wrote.
    Open { on: usize, nth: usize },
    /// A device opens a file of which a few bytes have changed on the way.
    OpenDamaged { on: usize, nth: usize, seed: u64 },
    /// A device takes another's copy in directly.
    Import { into: usize, from: usize },
    /// A device is closed and opened again from what it stored.
    Restart { on: usize },
    /// A device writes a generation.
    Compact { on: usize },
    /// A copy of a device's storage is put away.
    Backup { on: usize },
    /// A device goes on from any storage that was put away, its own or another's.
    Restore { on: usize, nth: usize },
    /// A device's clock jumps.
    Jump { on: usize, years: i64 },
}

/// Histories of `length` steps.
pub fn steps(length: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Step>> {
    let (on, nth) = (0..DEVICES, any::<usize>());
    let step = prop_oneof![
        30 => (on.clone(), any::<u64>()).prop_map(|(on, seed)| Step::Edit { on, seed }),
        6 => (on.clone(), any::<u64>()).prop_map(|(on, seed)| Step::Write { on, seed }),
        3 => (on.clone(), nth).prop_map(|(on, nth)| Step::Undo { on, nth }),
        20 => (on.clone(), nth).prop_map(|(to, nth)| Step::Deliver { to, nth }),
        2 => on.clone().prop_map(|on| Step::Export { on }),
        3 => (on.clone(), nth).prop_map(|(on, nth)| Step::Open { on, nth }),
        2 => (on.clone(), nth, any::<u64>()).prop_map(|(on, nth, seed)| Step::OpenDamaged { on, nth, seed }),
        6 => (on.clone(), on.clone()).prop_map(|(into, from)| Step::Import { into, from }),
        3 => on.clone().prop_map(|on| Step::Restart { on }),
        3 => on.clone().prop_map(|on| Step::Compact { on }),
        1 => on.clone().prop_map(|on| Step::Backup { on }),
        1 => (on.clone(), nth).prop_map(|(on, nth)| Step::Restore { on, nth }),
        1 => (on, -10_i64..=10).prop_map(|(on, years)| Step::Jump { on, years }),
    ];
    proptest::collection::vec(step, length)
}

/// A device, its storage, and what the reference says that it knows.
struct Peer {
    device: Device,
    client: u32,
    storage: MemoryStorage,
    knowledge: Knowledge,
    written: Vec<Written>,
}

/// All devices, and what is under way between them.
pub struct World {
    peers: Vec<Peer>,
    ledger: Ledger,
    updates: Vec<(Vec<u8>, Vec<ChangeId>)>,
    files: Vec<(String, Knowledge)>,
    backups: Vec<(MemoryStorage, Knowledge)>,
    clients: Seeded,
}

impl World {
    /// Devices that all know the same circle.
    pub fn new() -> Self {
        let first = Device::found(100, &NAMES);
        let (ledger, knowledge) = Ledger::begin(100, first.doc.facts());
        let mut world = Self {
            peers: Vec::new(),
            ledger,
            updates: Vec::new(),
            files: Vec::new(),
            backups: Vec::new(),
            clients: Seeded(5),
        };
        for nth in 0..DEVICES {
            let client = world.fresh_client();
            let storage = MemoryStorage::new();
            write_generation(&storage, CIRCLE, &first.doc.state(), None, &[]).expect("no limit");
            let device = first.copy(client, NAMES[nth % NAMES.len()]);
            world.peers.push(Peer { device, client, storage, knowledge: knowledge.clone(), written: Vec::new() });
        }
        world
    }

    /// Any number that was not used before: which client's is the higher one decides between two edits.
    fn fresh_client(&mut self) -> u32 {
        (self.clients.bits() >> 33) as u32 | 1024
    }

    /// Lets `step` happen, and holds the device that it happened to against the reference.
    pub fn step(&mut self, step: &Step) -> Result<(), String> {
        let on = match *step {
            Step::Edit { on, seed } => self.edit(on, seed),
            Step::Write { on, seed } => self.write(on, seed),
            Step::Undo { on, nth } => self.undo(on, nth),
            Step::Deliver { to, nth } => self.deliver(to, nth),
            Step::Export { on } => self.export(on),
            Step::Open { on, nth } => self.open(on, nth),
            Step::OpenDamaged { on, nth, seed } => self.open_damaged(on, nth, seed),
            Step::Import { into, from } => self.import(into, from),
            Step::Restart { on } => self.restart(on),
            Step::Compact { on } => self.compact(on),
            Step::Backup { on } => {
                self.backups.push((self.peers[on].storage.clone(), self.peers[on].knowledge.clone()));
                on
            }
            Step::Restore { on, nth } => {
                if let Some((storage, knowledge)) = pick(&self.backups, nth).cloned() {
                    self.peers[on].storage = storage;
                    self.peers[on].knowledge = knowledge;
                    self.peers[on].written.clear();
                    self.restart(on);
                }
                on
            }
            Step::Jump { on, years } => {
                let now = self.peers[on].device.now.millis() + years * YEAR;
                self.peers[on].device.now = Timestamp::from_millis(now);
                on
            }
        };
        self.check(on)
    }

    /// A device shows what the reference says: every value, how many changes it took in, and whether some wait.
    fn check(&self, on: usize) -> Result<(), String> {
        let Peer { device, knowledge, .. } = &self.peers[on];
        self.ledger.check(device.doc.facts(), knowledge).map_err(|found| format!("device {on}: {found}"))?;
        let count = device.doc.change_count() as usize;
        if count != knowledge.shown_count() {
            return Err(format!("device {on} has {count} changes instead of {}", knowledge.shown_count()));
        }
        if device.doc.has_gaps() != knowledge.has_gaps() {
            return Err(format!("device {on}: gaps {} instead of {}", device.doc.has_gaps(), knowledge.has_gaps()));
        }
        Ok(())
    }

    fn edit(&mut self, on: usize, seed: u64) -> usize {
        let peer = &mut self.peers[on];
        let command = command(&peer.device, seed);
        if let Ok(Some(written)) = peer.device.run(command) {
            self.sent(on, written);
        }
        on
    }

    fn write(&mut self, on: usize, seed: u64) -> usize {
        let mut dice = Seeded(seed);
        let places = self.ledger.places();
        let values = (0..1 + dice.below(4)).map(|_| {
            let place = match dice.below(3) {
                0 => {
                    let kind = Kind::ALL[dice.below(Kind::ALL.len())];
                    Place { kind, key: format!("x{}/later_field_{}", dice.below(4), dice.below(3)).into() }
                }
                _ => places[dice.below(places.len())].clone(),
            };
            // The circle itself stays one, of the schema that it has.
            let is_fixed = place.kind == Kind::About && ["id", "schema", "created_at", "name"].contains(&place.field());
            (!is_fixed).then(|| (place, value(&mut dice)))
        });
        let values: Vec<_> = values.collect::<Vec<_>>().into_iter().flatten().collect();
        let peer = &mut self.peers[on];
        if let Some(written) = peer.device.write(values) {
            self.sent(on, written);
        }
        on
    }

    fn undo(&mut self, on: usize, nth: usize) -> usize {
        let peer = &mut self.peers[on];
        if let Some(written) = pick(&peer.written, nth).cloned()
            && let Some(written) = peer.device.undo(&written)
        {
            self.sent(on, written);
        }
        on
    }

    /// Stores what a device wrote, and sends it on its way.
    fn sent(&mut self, on: usize, written: Written) {
        let peer = &mut self.peers[on];
        let ids = self.ledger.write(peer.client, &written.changes, &mut peer.knowledge);
        peer.keep(&written);
        self.updates.push((written.update.clone(), ids));
        peer.written.push(written);
    }

    fn deliver(&mut self, to: usize, nth: usize) -> usize {
        let peer = &mut self.peers[to];
        if let Some((update, ids)) = pick(&self.updates, nth) {
            if let Some(written) = peer.device.merge(update) {
                peer.keep(&written);
            }
            self.ledger.learn(&mut peer.knowledge, ids.iter().copied());
        }
        to
    }

    fn export(&mut self, on: usize) -> usize {
        let Peer { device, knowledge, .. } = &self.peers[on];
        self.files.push((circle_file::write(&device.doc, device.now, "Ana"), knowledge.clone()));
        on
    }

    fn open(&mut self, on: usize, nth: usize) -> usize {
        if let Some((file, knowledge)) = pick(&self.files, nth).cloned() {
            let read = circle_file::read(file.as_bytes(), 7).expect("a sound file");
            assert!(!read.is_rebuilt && read.hand_edits.is_empty(), "a sound file reads as edited by hand");
            self.take_copy(on, &read.doc, &knowledge);
        }
        on
    }

    fn open_damaged(&mut self, on: usize, nth: usize, seed: u64) -> usize {
        let Some((file, knowledge)) = pick(&self.files, nth).cloned() else { return on };
        let (mut bytes, mut dice) = (file.into_bytes(), Seeded(seed));
        for _ in 0..1 + dice.below(3) {
            let at = dice.below(bytes.len());
            match dice.below(4) {
                0 => bytes.truncate(at + 1),
                1 => drop(bytes.remove(at.min(bytes.len() - 1))),
                _ => bytes[at] ^= 1 << dice.below(7),
            }
        }
        // Damage to the readable part alone costs nothing; a history is whole or refused.
        if let Ok(read) = circle_file::read(&bytes, 7)
            && !read.is_rebuilt
        {
            self.take_copy(on, &read.doc, &knowledge);
        }
        on
    }

    fn import(&mut self, into: usize, from: usize) -> usize {
        if into != from {
            let copy = CircleDoc::open(3, [self.peers[from].device.doc.state().as_slice()]).expect("a sound state");
            let knowledge = self.peers[from].knowledge.clone();
            self.take_copy(into, &copy, &knowledge);
        }
        into
    }

    /// A device takes a copy in, twice: the second time must bring nothing.
    fn take_copy(&mut self, on: usize, copy: &CircleDoc, knowledge: &Knowledge) {
        let peer = &mut self.peers[on];
        let imported = peer.device.take_in(copy);
        if let Some(written) = &imported.written {
            peer.keep(written);
        }
        let again = peer.device.take_in(copy);
        assert!(again.written.is_none() && again.conflicts.is_empty(), "the same copy brought something twice");
        self.ledger.learn(&mut peer.knowledge, knowledge.known.iter().copied());
    }

    fn restart(&mut self, on: usize) -> usize {
        let client = self.fresh_client();
        let peer = &mut self.peers[on];
        let doc = CircleDoc::open(client, peer.ready().parts()).expect("sound updates");
        peer.client = client;
        peer.device.view = doc.circle().expect("a circle");
        peer.device.doc = doc;
        on
    }

    fn compact(&mut self, on: usize) -> usize {
        let peer = &mut self.peers[on];
        let ready = peer.ready();
        let caught_up = peer.device.doc.merge_all(ready.parts().collect::<Vec<_>>());
        assert_eq!(caught_up, Ok(None), "the storage knows more than the device");
        let state = peer.device.doc.state();
        write_generation(&peer.storage, CIRCLE, &state, Some(&ready.generation), &ready.log_keys).expect("no limit");
        on
    }

    /// Everybody hears everything, and all arrive at the same.
    pub fn settle(&mut self) -> Result<(), String> {
        for _ in 0..2 {
            for into in 0..self.peers.len() {
                for from in 0..self.peers.len() {
                    self.import(into, from);
                }
                self.check(into)?;
            }
        }
        for to in 0..self.peers.len() {
            for nth in 0..self.updates.len() {
                self.deliver(to, nth);
            }
            self.check(to)?;
            if self.peers[to].device.doc.has_gaps() {
                return Err(format!("device {to} heard all and has gaps"));
            }
        }
        let first = self.peers[0].device.snapshot();
        let me: Option<&MemberId> = self.peers[0].device.me.as_ref();
        assert!(me.is_some());
        for (nth, peer) in self.peers.iter().enumerate() {
            // What was carried along is what a fresh reading finds.
            peer.device.circle();
            if peer.device.snapshot() != first {
                return Err(format!("device {nth} ends otherwise than the first"));
            }
        }
        Ok(())
    }
}

impl Peer {
    fn keep(&self, written: &Written) {
        append(&self.storage, CIRCLE, "t1", 0, &written.update).expect("no limit");
    }

    fn ready(&self) -> Ready {
        match load(&self.storage, CIRCLE) {
            Ok(Loaded::Ready(ready)) => ready,
            other => panic!("not ready but {other:?}"),
        }
    }
}

fn pick<T>(from: &[T], nth: usize) -> Option<&T> {
    if from.is_empty() { None } else { from.get(nth % from.len()) }
}

fn value(dice: &mut Seeded) -> Value {
    match dice.below(6) {
        0 => Value::Null,
        1 => Value::Bool(dice.below(2) == 0),
        2 => Value::from(dice.bits() as i32),
        3 => Value::from(dice.below(1000) as f64 / 8.0),
        4 => Value::from("2026-11-24T08:00:00Z"),
        _ => Value::from(format!("a later word {}", dice.below(9))),
    }
}
