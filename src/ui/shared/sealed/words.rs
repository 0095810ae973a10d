//! Passphrases and what they seal.

use crate::exchange::sealed_file::Strength;
use crate::platform::CipherError;
use crate::state::SealError;

pub const PASSPHRASE: &str = "Passphrase";
pub const SHOW: &str = "Show what I type";
pub const HIDE: &str = "Hide what I type";
pub const OPEN_TITLE: &str = "This file is sealed";
pub const OPEN_HINT: &str =
    "Whoever sent it knows the passphrase. Until it fits, everything on this device stays as it is.";
pub const OPEN: &str = "Open it";
pub const OPENING: &str = "Opening… This takes a moment on purpose: it makes guessing slow.";
pub const WAY: &str = "With a passphrase";
pub const TITLE: &str = "Seal the file with a passphrase";
pub const LEAD: &str = "Only whoever knows the passphrase can read the file, wherever it ends up. That it is a circle and about how large stays in sight.";
pub const LOST: &str = "A lost passphrase cannot be found again: nobody can open the file then. Your circle on this device does not need it. Tell the others the passphrase in another way than you send the file.";
pub const SEAL: &str = "Seal it";
pub const SEALING: &str = "Sealing… It is opened once more as a test.";
pub const SEALED: &str = "The file is sealed, and opened again with your passphrase as a test.";
pub const EMPTY: &str = "Say a passphrase.";
pub const AGAIN: &str = "Passphrase once more";
pub const NOT_ALIKE: &str = "The two are not the same. Write them again, or show what you type.";

/// How well a passphrase withstands guessing; nothing is asked of it.
pub const fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Weak => {
            "A machine guesses this one. Four words that have nothing to do with each other are easy to say and hard to guess."
        }
        Strength::Fair => "This takes some effort to guess. One or two more words, and it cannot be done.",
        Strength::Good => "Long enough, unless it is a quotation.",
    }
}

/// Why a file was not sealed or opened.
pub const fn fault(error: &SealError) -> &'static str {
    match error {
        SealError::Cipher(CipherError::WrongKey) => {
            "This passphrase does not open the file. Look at capitals, spaces and accents, or ask who sent it."
        }
        SealError::Cipher(CipherError::Unsafe) => {
            "This page came over a connection that is not safe (http), and there browsers neither seal nor open. Go to the app's https address."
        }
        SealError::Cipher(CipherError::Refused) => {
            "The browser could not do it, perhaps for lack of memory. Close other tabs and try again."
        }
        SealError::Content(_) => "The passphrase fits, and there is no circle file inside. Ask for the file again.",
        SealError::Unproven => "The sealed file did not open in the test, so it was thrown away. Try again.",
    }
}
