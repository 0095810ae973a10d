//! What can happen, and how often it does.

use crate::support::Seeded;
use peer_circle::document::Value;
use proptest::prelude::*;

/// Two for each member.
pub const DEVICES: usize = 6;

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

/// A value as another version might write it.
pub fn value(dice: &mut Seeded) -> Value {
    match dice.below(6) {
        0 => Value::Null,
        1 => Value::Bool(dice.below(2) == 0),
        2 => Value::from(dice.bits() as i32),
        3 => Value::from(dice.below(1000) as f64 / 8.0),
        4 => Value::from("2026-11-24T08:00:00Z"),
        _ => Value::from(format!("a later word {}", dice.below(9))),
    }
}
