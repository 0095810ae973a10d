//! What records are found by.

use std::fmt;
use std::sync::Arc;

/// The identity of a record: a short text without `/` that never changes.
pub trait EntityId: Clone + Ord + fmt::Debug {
    /// Reads what [`Self::to_key`] wrote; `None` when no record can have that id.
    fn from_key(key: &str) -> Option<Self>;

    /// The text that stands for it in documents and files.
    fn to_key(&self) -> String;
}

/// Declares ids: newtypes around a shared text.
macro_rules! id {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(std::sync::Arc<str>);

        impl $name {
            /// Wraps `text`; a `/` would break the document's keys, so it becomes `-`.
            pub fn new(text: &str) -> Self {
                Self($crate::domain::ids::shared(text))
            }

            /// The bare text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl $crate::domain::ids::EntityId for $name {
            fn from_key(key: &str) -> Option<Self> {
                Some(Self::new(key))
            }

            fn to_key(&self) -> String {
                self.0.to_string()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}
pub(super) use id;

/// The text of an id without any `/`.
pub(super) fn shared(text: &str) -> Arc<str> {
    if text.contains('/') { text.replace('/', "-").into() } else { text.into() }
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
