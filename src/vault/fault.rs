//! What can be wrong with a stored value.

/// A value of a circle that was not used, and why. Its bytes stay where they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The key of the value.
    pub key: String,
    /// What is wrong with it.
    pub flaw: Flaw,
}

/// Why a stored value cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// One of the two generations is not there; the other one was used.
    #[error("nothing is stored here")]
    Missing,
    /// The key is none that this version of the app writes.
    #[error("the key is unknown")]
    UnknownKey,
    /// The value is not in the vault's format, or not of the kind that its key says.
    #[error("not the vault's format")]
    Foreign,
    /// A newer version of the app wrote it. It is never overwritten and never deleted.
    #[error("written in format {version} by a newer version of the app")]
    Newer {
        /// The format's version.
        version: u32,
    },
    /// The end is missing.
    #[error("cut short after {found} bytes")]
    CutShort {
        /// Length of the part that is there, in bytes of UTF-8.
        found: usize,
        /// Its full length; `None` when the header, which says so, is itself cut.
        expected: Option<usize>,
    },
    /// The checksum does not hold: some character has changed.
    #[error("checksum {computed} instead of {stated}")]
    Damaged {
        /// The checksum in the value.
        stated: String,
        /// The checksum of the value as it is now.
        computed: String,
    },
    /// A part of the value is not of its form.
    #[error("its {field} is malformed")]
    Malformed {
        /// Which part, in the words of the format's description.
        field: &'static str,
    },
    /// It says that it is longer than [`super::MAX_RAW_BYTES`].
    #[error("{bytes} bytes are more than can be opened")]
    TooLarge {
        /// The length that it states, in bytes.
        bytes: u64,
    },
}
