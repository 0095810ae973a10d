//! Identities. Each is a short text that never changes and never holds a `/`.

use std::fmt;
use std::sync::Arc;

/// Declares a newtype around a shared text.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Wraps `text`; a `/` would break the document's keys, so it becomes `-`.
            pub fn new(text: &str) -> Self {
                if text.contains('/') {
                    Self(text.replace('/', "-").into())
                } else {
                    Self(text.into())
                }
            }

            /// The bare text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id! {
    /// One circle, the same on every device.
    CircleId
}
id! {
    /// One person in one circle.
    MemberId
}
id! {
    /// One season of a circle.
    SeasonId
}
id! {
    /// One goal.
    GoalId
}
id! {
    /// One progress entry of a goal.
    ProgressId
}
id! {
    /// One commitment; it keeps its id however often it is carried.
    CommitmentId
}
id! {
    /// One check-in: `<cycle>~<member>`, so that two devices of a member write the same one.
    CheckInId
}

id! {
    /// One agenda item.
    AgendaId
}
id! {
    /// One decision.
    DecisionId
}
id! {
    /// One absence of a member.
    AbsenceId
}
id! {
    /// One role; the default ones are called `lead`, `summarizer` and `tracker`.
    RoleId
}
id! {
    /// One override of the rota: a swap, a cover, a claim, or a mark that a turn was served.
    OverrideId
}

/// 60 random bits as twelve letters and digits, without look-alikes.
///
/// `entropy` supplies random bits; the caller decides from where.
pub fn random_id(entropy: &mut dyn FnMut() -> u64) -> String {
    const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let mut bits = entropy();
    (0..12)
        .map(|_| {
            let letter = ALPHABET[(bits & 31) as usize] as char;
            bits >>= 5;
            letter
        })
        .collect()
}
