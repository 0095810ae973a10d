//! Members with several devices, and everything that can happen to them.

use crate::reference::{ChangeId, Knowledge, Ledger};
use crate::step::{DEVICES, Step, value};
use crate::support::history::command;
use crate::support::{Device, Seeded};
use peer_circle::document::{Author, CircleDoc, History, Place, Written};
use peer_circle::domain::{Kind, MemberId, Timestamp};
use peer_circle::exchange::circle_file;
use peer_circle::vault::{Loaded, MemoryStorage, Ready, append, load, write_generation};

const NAMES: [&str; 3] = ["Ana", "Ben", "Chen"];
const CIRCLE: &str = "k3x9";
const YEAR: i64 = 365 * 24 * 60 * 60 * 1000;

/// A device, its storage, and what the reference says that it knows.
struct Peer {
    device: Device,
    client: u32,
    storage: MemoryStorage,
    knowledge: Knowledge,
    written: Vec<Written>,
    /// What this start has stamped last.
    stamped: Option<Author>,
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
            let mut device = first.copy(client, NAMES[nth % NAMES.len()]);
            device.signs = true;
            let knowledge = knowledge.clone();
            world.peers.push(Peer { device, client, storage, knowledge, written: Vec::new(), stamped: None });
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
        let (client, knowledge) = (peer.client, &mut peer.knowledge);
        let author = Author { member: peer.device.me.clone().expect("a member"), at: peer.device.now };
        let mut ids = Vec::new();
        if author.is_due_after(peer.stamped.as_ref()) {
            ids = self.ledger.stamp(client, &author, knowledge);
            peer.stamped = Some(author);
        }
        ids.append(&mut self.ledger.write(client, &written.changes, peer.stamped.as_ref(), knowledge));
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
            if bytes.is_empty() {
                break;
            }
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
        let doc = CircleDoc::open(client, peer.ready().needed()).expect("sound updates");
        (peer.client, peer.stamped) = (client, None);
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
            let history = History::of(&peer.device.doc).expect("a sound history");
            self.ledger.check_authors(&history, &peer.knowledge).map_err(|found| format!("device {nth}: {found}"))?;
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
