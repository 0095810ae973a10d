//! What is sealed for which device, and what is opened, among devices that exchange copies in any order.

use crate::support::{Device, at};
use peer_circle::domain::{
    DeviceId, DeviceKey, FeedbackDraft, FeedbackId, MemberId, PrivateNote, Record, Refusal, SealedNote, ToOpen, ToSeal,
    Visibility, feedback, part_private, sealed_devices, sealing, to_open, to_seal,
};
use peer_circle::exchange::sealed_note::{STEP, packed, unpacked};
use proptest::prelude::*;

/// A device with the notes beside its document. Its cipher is none: what it seals, it writes as hexadecimal.
struct Sealer {
    device: Device,
    own: DeviceId,
    notes: Vec<PrivateNote>,
}

impl Sealer {
    fn new(device: Device, own: &str) -> Self {
        Self { device, own: DeviceId::new(own), notes: Vec::new() }
    }

    fn announced(device: Device, own: &str) -> Self {
        let mut sealer = Self::new(device, own);
        sealer.announce();
        sealer
    }

    fn announce(&mut self) {
        let key = format!("key of {}", self.own);
        self.device.run(sealing::Command::Announce { device: self.own.clone(), key }).unwrap();
    }

    fn key(&self) -> DeviceKey {
        (**self.device.view.devices.get(&self.own).expect("announced")).clone()
    }

    /// Carries out what is for two.
    fn run(&mut self, command: feedback::Command) {
        for note in &self.notes {
            self.device.view.put(Record::Feedback(note.note.clone()));
        }
        let records = self.device.decide(command).unwrap();
        for note in part_private(records).1 {
            let earlier = self.notes.iter().find(|other| *other.id() == note.id).cloned();
            self.keep(PrivateNote::after(earlier.as_ref(), note, self.device.now));
        }
    }

    fn keep(&mut self, note: PrivateNote) {
        self.notes.retain(|other| other.id() != note.id());
        self.notes.push(note);
    }

    fn to_seal(&self) -> Vec<ToSeal> {
        to_seal(&self.device.view, &self.notes, &self.key())
    }

    /// Seals what there is to seal.
    fn seal(&mut self) {
        let copy = |seal: ToSeal| SealedNote {
            id: seal.id,
            by: self.own.clone(),
            to: seal.to.id,
            at: seal.at,
            data: packed(&seal.note).iter().map(|byte| format!("{byte:02x}")).collect(),
        };
        let copies: Vec<SealedNote> = self.to_seal().into_iter().map(copy).collect();
        self.device.run(sealing::Command::Seal(copies)).unwrap();
    }

    /// Takes another copy of the circle in, opens what there is to open.
    fn hear(&mut self, other: &Self) {
        self.device.import(&other.device);
        self.open();
    }

    fn open(&mut self) {
        for open in to_open(&self.device.view, &self.notes, &self.key()) {
            let note = opened(&open);
            assert!(open.fits(&note, &self.key()));
            let own = self.notes.iter().find(|other| other.id() == note.id()).cloned();
            self.keep(own.map_or_else(|| note.clone(), |own| own.merged(&note)));
        }
    }

    fn words(&self) -> Vec<(String, String)> {
        self.notes.iter().map(|note| (note.note.behaviour.clone(), note.note.thanks.clone())).collect()
    }
}

fn opened(open: &ToOpen) -> PrivateNote {
    let digits = open.copy.data.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).unwrap());
    unpacked(&digits.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect::<Vec<_>>()).unwrap()
}

fn give(to: MemberId, behaviour: &str) -> feedback::Command {
    let draft = FeedbackDraft {
        to,
        visibility: Visibility::Two,
        request: None,
        situation: String::new(),
        behaviour: behaviour.to_owned(),
        impact: String::new(),
        next_time: String::new(),
    };
    feedback::Command::Give(draft)
}

/// Ana with two devices, Ben with one, Chen with one; all know each other's keys.
fn four() -> [Sealer; 4] {
    let ana = Device::found(1, &["Ana", "Ben", "Chen"]);
    let (other, ben, chen) = (ana.copy(2, "Ana"), ana.copy(3, "Ben"), ana.copy(4, "Chen"));
    let mut all = [(ana, "a1"), (other, "a2"), (ben, "b1"), (chen, "c1")].map(|(it, id)| Sealer::announced(it, id));
    for one in 0..4 {
        for other in 0..4 {
            if let Ok([one, other]) = all.get_disjoint_mut([one, other]) {
                one.device.import(&other.device);
            }
        }
    }
    all
}

fn note_of(sealer: &Sealer) -> FeedbackId {
    sealer.notes[0].id().clone()
}

#[test]
fn a_note_reaches_the_two_and_nobody_else() {
    let [mut a1, mut a2, mut b1, mut c1] = four();
    let ben = a1.device.member("Ben");
    a1.run(give(ben.clone(), "You read the numbers out first"));
    assert_eq!(sealed_devices(&a1.device.view, &a1.notes[0], &a1.device.member("Ana")), 0);
    a1.seal();
    assert_eq!(sealed_devices(&a1.device.view, &a1.notes[0], &a1.device.member("Ana")), 1);
    assert_eq!(a1.device.view.sealed_notes.values().count(), 2, "Ana's other device, and Ben's");
    // By way of Chen, who can open nothing.
    c1.hear(&a1);
    assert!(c1.notes.is_empty());
    for sealer in [&mut b1, &mut a2] {
        sealer.hear(&c1);
        assert_eq!(sealer.words(), [("You read the numbers out first".to_owned(), String::new())]);
        sealer.seal();
    }
    assert_eq!(b1.device.view.sealed_notes.values().count(), 2, "who only got it has nothing to seal");
    // The answer goes back to both of Ana's devices.
    let id = note_of(&b1);
    b1.run(feedback::Command::Thank(id, "I had not heard that".to_owned()));
    b1.seal();
    for sealer in [&mut a1, &mut a2] {
        sealer.hear(&b1);
        assert_eq!(sealer.words()[0].1, "I had not heard that");
        assert_eq!(sealer.to_seal(), []);
    }
    assert_eq!(sealed_devices(&b1.device.view, &b1.notes[0], &ben), 2);
}

#[test]
fn what_changes_is_sealed_again_and_what_is_taken_back_is_told() {
    let [mut a1, _, mut b1, _] = four();
    a1.run(give(a1.device.member("Ben"), "One"));
    a1.seal();
    assert_eq!(a1.to_seal(), []);
    let id = note_of(&a1);
    let feedback::Command::Give(draft) = give(a1.device.member("Ben"), "Another") else { unreachable!() };
    a1.run(feedback::Command::Reword(id.clone(), draft));
    assert_eq!(a1.to_seal().len(), 2);
    a1.seal();
    assert_eq!(a1.device.view.sealed_notes.values().count(), 2, "the same records");
    b1.hear(&a1);
    assert_eq!(b1.words()[0].0, "Another");
    a1.run(feedback::Command::TakeBack(id));
    a1.seal();
    b1.hear(&a1);
    assert!(b1.notes[0].note.deleted_at.is_some());
}

#[test]
fn what_was_taken_back_before_it_left_is_not_sealed() {
    let [mut a1, ..] = four();
    a1.run(give(a1.device.member("Ben"), "One"));
    let id = note_of(&a1);
    a1.run(feedback::Command::TakeBack(id));
    assert_eq!(a1.to_seal(), []);
}

#[test]
fn what_was_undone_is_withdrawn() {
    let [mut a1, _, mut b1, _] = four();
    a1.run(give(a1.device.member("Ben"), "One"));
    a1.seal();
    let note = note_of(&a1);
    a1.notes.clear();
    a1.device.must(sealing::Command::Withdraw { device: a1.own.clone(), note: note.clone() });
    b1.hear(&a1);
    assert!(b1.notes.is_empty());
    // Once more is nothing new.
    assert_eq!(a1.device.run(sealing::Command::Withdraw { device: a1.own.clone(), note }), Ok(None));
}

#[test]
fn a_new_device_gets_what_there_was_before_it() {
    let [mut a1, _, mut b1, _] = four();
    a1.run(give(a1.device.member("Ben"), "One"));
    a1.seal();
    b1.hear(&a1);
    let mut b2 = Sealer::announced(b1.device.copy(9, "Ben"), "b2");
    assert_eq!(to_open(&b2.device.view, &[], &b2.key()), []);
    a1.hear(&b2);
    a1.seal();
    b2.hear(&a1);
    assert_eq!(b2.words()[0].0, "One");
}

#[test]
fn no_device_speaks_for_somebody_else() {
    let [mut a1, _, b1, _] = four();
    let refused = Err(Refusal::SomebodyElses);
    let announce = sealing::Command::Announce { device: b1.own.clone(), key: "mine".to_owned() };
    assert_eq!(a1.device.run(announce), refused);
    let copy = SealedNote {
        id: SealedNote::id_of(&FeedbackId::new("n"), &b1.own, &a1.own),
        by: b1.own.clone(),
        to: a1.own.clone(),
        at: at("2026-11-26T08:29:00Z"),
        data: "00".to_owned(),
    };
    assert_eq!(a1.device.run(sealing::Command::Seal(vec![copy])), refused);
    let withdraw = sealing::Command::Withdraw { device: b1.own, note: FeedbackId::new("n") };
    assert_eq!(a1.device.run(withdraw), refused);
}

#[test]
fn a_copy_holds_the_note_that_it_is_named_after() {
    let [mut a1, _, mut b1, c1] = four();
    a1.run(give(a1.device.member("Ben"), "One"));
    a1.seal();
    b1.device.import(&a1.device);
    let [open] = &to_open(&b1.device.view, &[], &b1.key())[..] else { panic!("one copy") };
    let note = opened(open);
    assert!(open.fits(&note, &b1.key()));
    let mut others = note.clone();
    others.note.id = FeedbackId::new("other");
    assert!(!open.fits(&others, &b1.key()));
    let mut others = note.clone();
    others.note.to = c1.key().member;
    assert!(!open.fits(&others, &b1.key()));
    let mut others = note;
    others.note.from = c1.key().member;
    assert!(!open.fits(&others, &b1.key()));
}

#[test]
fn a_key_alone_is_nothing_to_send() {
    use peer_circle::domain::{Kind, unsent};
    let [a1, ..] = four();
    let check = |records: &[(Kind, &str)], expected: usize| {
        assert_eq!(unsent(&a1.device.view, records.iter().copied()).count(), expected, "{records:?}");
    };
    check(&[(Kind::DeviceKey, "a1")], 0);
    check(&[(Kind::DeviceKey, "a1"), (Kind::SealedNote, "x"), (Kind::SealedNote, "y")], 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_length_shows_in_steps(words in prop::collection::vec("\\PC{0,40}", 0..60)) {
        let [mut a1, ..] = four();
        a1.run(give(a1.device.member("Ben"), &format!("x {}", words.concat())));
        let bytes = packed(&a1.notes[0]);
        prop_assert_eq!(bytes.len() % STEP, 0);
        prop_assert_eq!(&unpacked(&bytes).unwrap(), &a1.notes[0]);
        for cut in 0..bytes.len().min(STEP) {
            let _ = unpacked(&bytes[..cut]);
        }
    }

    #[test]
    fn any_bytes_at_all_are_no_note(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        prop_assert!(unpacked(&bytes).is_err());
    }

    /// Whatever order notes, answers and copies of the circle come in, in the end all devices of the two know the same,
    /// and nothing is left to seal.
    #[test]
    fn devices_come_to_the_same(steps in prop::collection::vec((0..5_usize, 0..4_usize, 0..4_usize), 1..30)) {
        let mut all = four();
        for (nth, (what, one, other)) in steps.into_iter().enumerate() {
            let [ana, ben] = ["Ana", "Ben"].map(|name| all[0].device.member(name));
            let note = all[one].notes.first().map(|note| (note.id().clone(), note.note.from.clone(), note.note.thanked_at));
            match (what, one, note) {
                (0, 0..=1, None) => all[one].run(give(ben, &format!("word {nth}"))),
                (0, 2, None) => all[one].run(give(ana, &format!("word {nth}"))),
                (1, 0..=2, Some((id, from, None))) if Some(&from) != all[one].device.me.as_ref() => {
                    all[one].run(feedback::Command::Thank(id, format!("thanks {nth}")));
                }
                (2, 0..=2, _) => all[one].seal(),
                _ => {
                    if let Ok([one, other]) = all.get_disjoint_mut([one, other]) {
                        one.hear(other);
                    }
                }
            }
        }
        for _ in 0..3 {
            for one in 0..4 {
                all[one].seal();
                for other in 0..4 {
                    if let Ok([other, one]) = all.get_disjoint_mut([other, one]) {
                        other.hear(one);
                    }
                }
            }
        }
        let [a1, a2, b1, c1] = all.map(|mut sealer| {
            sealer.open();
            assert_eq!(sealer.to_seal(), []);
            let mut notes = sealer.words();
            notes.sort();
            notes
        });
        prop_assert_eq!(&a1, &b1);
        prop_assert_eq!(&a1, &a2);
        prop_assert_eq!(c1, []);
    }
}
