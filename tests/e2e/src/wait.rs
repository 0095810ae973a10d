//! Polling with a named timeout.

use crate::webdriver::Error;
use std::{
    thread,
    time::{Duration, Instant},
};

/// How long a step may take unless it says otherwise.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(25);

/// Why an attempt came to nothing.
pub(crate) enum Pending {
    /// It may succeed later.
    NotYet(String),
    /// It never will.
    Never(String),
}

impl From<Error> for Pending {
    fn from(error: Error) -> Self {
        if error.may_pass() { Self::NotYet(error.to_string()) } else { Self::Never(error.to_string()) }
    }
}

/// Repeats the attempt until it succeeds; afterwards the error says what was waited for and what
/// the last attempt found.
pub(crate) fn until<T>(
    what: &str,
    patience: Duration,
    mut attempt: impl FnMut() -> Result<T, Pending>,
) -> Result<T, String> {
    let start = Instant::now();
    loop {
        match attempt() {
            Ok(value) => return Ok(value),
            Err(Pending::Never(why)) => return Err(format!("while waiting for: {what}\n{why}")),
            Err(Pending::NotYet(why)) if start.elapsed() >= patience => {
                return Err(format!("waited {patience:?} for: {what}\n{why}"));
            }
            Err(Pending::NotYet(_)) => thread::sleep(PAUSE),
        }
    }
}
