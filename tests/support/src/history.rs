//! Generated histories: several devices that edit, restart, restore backups and hear from each other.

use super::feedback::feedback_command;
use super::profile::profile_command;
use super::purpose::purpose_command;
use super::session::session_command;
use super::{Device, Seeded, cycle, rhythm, turns};
use peer_circle::document::{CircleDoc, Written};
use peer_circle::domain::{
    CheckInDraft, Closing, Command, CommitmentDraft, Cycle, GoalDraft, Measure, Outcome, ReplyKind, Scale, Settlement,
    Verdict, check_in, circle, commitment, day_plus, goal, member, reply, rhythm,
};
use proptest::prelude::*;

/// One thing that happens. Numbers are taken modulo what there is.
#[derive(Clone, Debug)]
pub enum Step {
    /// A device runs a command; the seed says which.
    Edit { on: usize, seed: u64 },
    /// A device takes one of its own edits back.
    Undo { on: usize, nth: usize },
    /// A device takes another's copy in.
    Import { into: usize, from: usize },
    /// One raw update reaches a device, whether or not it has what went before.
    Deliver { to: usize, nth: usize },
    /// A device is closed and opened again.
    Restart { on: usize },
    /// A device makes a backup.
    Backup { on: usize },
    /// A device goes on from its backup.
    Restore { on: usize },
}

/// What happened: the devices, and every raw update that any of them ever wrote.
pub struct World {
    /// The devices.
    pub devices: Vec<Device>,
    /// The state they all began with.
    pub base: Vec<u8>,
    /// Every raw update.
    pub updates: Vec<Vec<u8>>,
    written: Vec<Vec<Written>>,
    backups: Vec<Vec<u8>>,
    clients: u32,
}

/// Histories of `steps` steps on `devices` devices.
pub fn steps(devices: usize, steps: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        24 => (0..devices, any::<u64>()).prop_map(|(on, seed)| Step::Edit { on, seed }),
        2 => (0..devices, any::<usize>()).prop_map(|(on, nth)| Step::Undo { on, nth }),
        4 => (0..devices, 0..devices).prop_map(|(into, from)| Step::Import { into, from }),
        4 => (0..devices, any::<usize>()).prop_map(|(to, nth)| Step::Deliver { to, nth }),
        1 => (0..devices).prop_map(|on| Step::Restart { on }),
        1 => (0..devices).prop_map(|on| Step::Backup { on }),
        1 => (0..devices).prop_map(|on| Step::Restore { on }),
    ];
    proptest::collection::vec(step, steps)
}

impl World {
    /// `count` devices that know the same circle.
    pub fn new(count: u32) -> Self {
        let mut first = Device::found(100, &["Ana", "Ben", "Chen"]);
        first.signs = true;
        let base = first.doc.state();
        let names = ["Ana", "Ben", "Chen"];
        let devices: Vec<_> = (0..count).map(|nth| first.copy(1000 - nth, names[nth as usize % names.len()])).collect();
        let backups = devices.iter().map(|_| base.clone()).collect();
        let written = devices.iter().map(|_| Vec::new()).collect();
        Self { devices, base, updates: Vec::new(), written, backups, clients: 2000 }
    }

    /// Lets everything happen.
    pub fn live(count: u32, steps: &[Step]) -> Self {
        let mut world = Self::new(count);
        world.go_on(steps);
        world
    }

    /// Lets more happen.
    pub fn go_on(&mut self, steps: &[Step]) {
        for step in steps {
            self.step(step);
        }
    }

    fn step(&mut self, step: &Step) {
        match *step {
            Step::Edit { on, seed } => {
                let device = &mut self.devices[on];
                let command = command(device, seed);
                if let Ok(Some(written)) = device.run(command) {
                    self.keep(on, written);
                }
            }
            Step::Undo { on, nth } => {
                let Some(written) = pick(&self.written[on], nth).cloned() else { return };
                if let Some(written) = self.devices[on].undo(&written) {
                    self.keep(on, written);
                }
            }
            Step::Import { into, from } => self.import(into, from),
            Step::Deliver { to, nth } => {
                if let Some(update) = pick(&self.updates, nth) {
                    self.devices[to].merge(update);
                }
            }
            Step::Restart { on } => {
                self.clients += 1;
                self.devices[on].restart(self.clients);
            }
            Step::Backup { on } => self.backups[on] = self.devices[on].doc.state(),
            Step::Restore { on } => {
                self.clients += 1;
                self.devices[on].reopen(self.clients, &self.backups[on]);
            }
        }
    }

    fn keep(&mut self, on: usize, written: Written) {
        self.updates.push(written.update.clone());
        self.written[on].push(written);
    }

    /// Device `into` takes the copy of `from` in, twice: the second time must bring nothing.
    pub fn import(&mut self, into: usize, from: usize) {
        if into == from {
            return;
        }
        let [into, from] = self.devices.get_disjoint_mut([into, from]).expect("two devices");
        into.import(from);
        let again = into.import(from);
        assert_eq!(again.written, None, "the same copy brought something twice");
        assert_eq!(again.conflicts, []);
    }

    /// Everyone hears everything: copies go round until nothing is new.
    pub fn settle(&mut self) {
        let count = self.devices.len();
        for _ in 0..2 {
            for into in 0..count {
                for from in 0..count {
                    self.import(into, from);
                }
            }
        }
    }

    /// Every raw update reaches every device, one by one, in an order that `seed` chooses.
    pub fn deliver_all(&mut self, seed: u64) {
        for (nth, device) in self.devices.iter_mut().enumerate() {
            for update in shuffled(self.updates.iter().map(Vec::as_slice).collect(), seed ^ nth as u64) {
                device.merge(update);
            }
        }
    }

    /// A document that learned all from raw updates alone, each twice, in an order that `seed` chooses.
    pub fn learned_from_raw_updates(&self, seed: u64) -> CircleDoc {
        let mut order: Vec<&[u8]> = self.updates.iter().chain(&self.updates).map(Vec::as_slice).collect();
        order.push(&self.base);
        CircleDoc::open(9000, shuffled(order, seed)).expect("sound updates")
    }
}

fn shuffled(mut updates: Vec<&[u8]>, seed: u64) -> Vec<&[u8]> {
    let mut seeded = Seeded(seed);
    for last in (1..updates.len()).rev() {
        updates.swap(last, seeded.below(last + 1));
    }
    updates
}

fn pick<T>(from: &[T], nth: usize) -> Option<&T> {
    if from.is_empty() { None } else { from.get(nth % from.len()) }
}

/// Texts that are hard on merging, JSON and people.
pub const WORDS: [&str; 10] = [
    "Write 3 pages",
    "Écrire à 2 amis",
    "כתוב 4 עמודים",
    "👩‍👩‍👧‍👦 with 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
    "=HYPERLINK(\"x\")",
    "<b>\"quotes\" & \\ / ~ back\\slash</b>",
    "\u{202e}turned",
    "",
    "null",
    "0",
];

/// A command that `seed` chooses, about whatever the device knows.
pub fn command(device: &Device, seed: u64) -> Command {
    let mut dice = Seeded(seed);
    let view = &device.view;
    let word = |dice: &mut Seeded| WORDS[dice.below(WORDS.len())].to_owned();
    let cycle_of = |dice: &mut Seeded| -> Cycle { cycle("2026-11-02").plus(dice.below(4) as i64) };
    let nth = |dice: &mut Seeded, count: usize| dice.below(count.max(1));
    let member = view.members.keys().nth(nth(&mut dice, view.members.len())).expect("a member").clone();
    let goal = view.goals.keys().nth(nth(&mut dice, view.goals.len())).cloned();
    let commitment = view.commitments.keys().nth(nth(&mut dice, view.commitments.len())).cloned();
    if dice.below(6) == 0
        && let Some(me) = &device.me
    {
        return turns::command(view, device.now, me, &mut dice).into();
    }
    if dice.below(8) == 0 {
        return feedback_command(view, &mut dice, member);
    }
    if dice.below(8) == 0 {
        return purpose_command(view, &mut dice, member);
    }
    if dice.below(10) == 0 {
        return profile_command(&mut dice, member);
    }
    if dice.below(12) == 0
        && let Some(commitment) = commitment
    {
        let kind = ReplyKind::ALL[dice.below(3)];
        let said = view.replies.keys().nth(nth(&mut dice, view.replies.len())).cloned();
        return Command::from(match said {
            Some(reply) if dice.below(4) == 0 => reply::Command::TakeBack(reply),
            _ => reply::Command::Say { commitment, kind, text: word(&mut dice) },
        });
    }
    match (dice.below(22), goal, commitment) {
        (0, ..) => Command::from(circle::Command::Describe {
            name: format!("N {}", word(&mut dice)),
            purpose: word(&mut dice),
        }),
        (1, ..) => rhythm_command(&mut dice),
        (2, ..) => Command::from(member::Command::Add { name: format!("P{} {}", dice.below(50), word(&mut dice)) }),
        (3, ..) => Command::from(member::Command::Edit {
            id: member,
            name: format!("Q{}", dice.below(50)),
            focus: word(&mut dice),
        }),
        (4, ..) if dice.below(3) > 0 => Command::from(member::Command::Restore(member)),
        (4, ..) => Command::from(member::Command::Remove(member)),
        (5, Some(goal), _) => Command::from(goal::Command::Edit(goal, goal_draft(&mut dice))),
        (6 | 7, Some(goal), _) => {
            let value = (dice.below(2_000_000) as f64 - 1e6) / 1000.0;
            Command::from(goal::Command::RecordProgress { goal, value, note: word(&mut dice) })
        }
        (8, Some(goal), _) => Command::from(goal::Command::Close(
            goal,
            [None, Some(Closing::Achieved), Some(Closing::Dropped)][dice.below(3)],
        )),
        (9, Some(goal), _) if dice.below(3) == 0 => Command::from(goal::Command::Delete(goal)),
        (9 | 10, goal, Some(id)) => {
            let draft = Some(CommitmentDraft { goal, ..promise(&mut dice) });
            let settlement = Settlement { commitment: id, draft, verdict: None, note: None };
            Command::from(commitment::Command::Settle { cycle: cycle_of(&mut dice), settlement })
        }
        (11 | 12, _, Some(id)) => {
            let settlement = settlement(&mut dice, id);
            Command::from(commitment::Command::Settle { cycle: cycle_of(&mut Seeded(seed)), settlement })
        }
        (13, _, Some(id)) => Command::from(commitment::Command::Reopen(id)),
        (14, _, Some(id)) if dice.below(3) == 0 => Command::from(commitment::Command::Delete(id)),
        (14 | 15, ..) => {
            let cycle = cycle_of(&mut dice);
            let waiting = device.me.iter().flat_map(|me| view.unresolved(me, cycle));
            let settlements = waiting.map(|c| settlement(&mut dice, c.id.clone())).collect();
            Command::from(check_in::Command::Send(CheckInDraft {
                cycle,
                settlements,
                win: word(&mut dice),
                blocker: word(&mut dice),
                ask: word(&mut dice),
                confidence: [None, Some(1), Some(5)][dice.below(3)],
                next: (0..dice.below(3)).map(|_| promise(&mut dice)).collect(),
                progress: Vec::new(),
                has_nothing_to_say: true,
            }))
        }
        (16, ..) => Command::from(goal::Command::Add(goal_draft(&mut dice))),
        (18.., ..) => session_command(view, &mut dice, member),
        _ => Command::from(commitment::Command::Add { cycle: cycle_of(&mut dice), draft: promise(&mut dice) }),
    }
}

fn rhythm_command(dice: &mut Seeded) -> Command {
    let cycle = cycle("2026-11-02").plus(dice.below(5) as i64);
    match dice.below(8) {
        0..4 => {
            let zone = ["UTC", "Asia/Kolkata", "America/New_York"][dice.below(3)];
            let mut rhythm = rhythm(zone, dice.below(7) as u8, dice.below(24) as u16);
            rhythm.session.minutes = 30 + dice.below(60) as u16;
            rhythm.session.place = WORDS[dice.below(WORDS.len())].to_owned();
            Command::from(rhythm::Command::Set { rhythm, from: cycle })
        }
        4 => Command::from(rhythm::Command::Resume(cycle)),
        5 => Command::from(rhythm::Command::KeepSession(cycle)),
        6 => Command::from(rhythm::Command::Skip(cycle)),
        _ => {
            let day = day_plus(cycle.first_day(), dice.below(7) as i64);
            Command::from(rhythm::Command::MoveSession {
                cycle,
                to: day.and_hms_opt(dice.below(24) as u32, 30, 0).expect("a time"),
            })
        }
    }
}

fn promise(dice: &mut Seeded) -> CommitmentDraft {
    let due = (dice.below(2) == 0).then(|| day_plus(cycle("2026-11-02").first_day(), dice.below(60) as i64));
    let mut word = || WORDS[dice.below(WORDS.len())].to_owned();
    CommitmentDraft { text: format!("C {}", word()), due, cue: word(), action: word(), ..CommitmentDraft::default() }
}

fn settlement(dice: &mut Seeded, commitment: peer_circle::domain::CommitmentId) -> Settlement {
    const OUTCOMES: [Outcome; 5] =
        [Outcome::Kept, Outcome::Partial, Outcome::Missed, Outcome::Renegotiated, Outcome::Dropped];
    let (verdict, draft) = match dice.below(7) {
        nth @ 0..5 => (Verdict::Ended(OUTCOMES[nth]), None),
        _ => (Verdict::Carried, Some(format!("C{} again", dice.below(9)))),
    };
    let draft = draft.map(|text| CommitmentDraft { text, ..CommitmentDraft::default() });
    let note = Some(format!("because {}", WORDS[dice.below(WORDS.len())]));
    Settlement { commitment, draft, verdict: Some(verdict), note }
}

fn goal_draft(dice: &mut Seeded) -> GoalDraft {
    let measure = match dice.below(3) {
        0 => Measure::Done,
        1 => Measure::Number { scale: Scale::Time, start: dice.below(9000) as f64, target: 9001.0 },
        _ => Measure::Number {
            scale: Scale::Quantity(WORDS[dice.below(WORDS.len())].to_owned()),
            start: dice.below(1000) as f64 / 8.0,
            target: -(dice.below(1000) as f64) / 10.0 - 1.0,
        },
    };
    let mut word = || WORDS[dice.below(WORDS.len())].to_owned();
    GoalDraft { title: format!("G {}", word()), why: word(), measure, due: None, obstacle: word() }
}
