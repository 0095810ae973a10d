//! What can go wrong in a task, in words a developer can act on.

use std::{fmt, io};

/// The result of a task or of one of its steps.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a task stopped.
#[derive(Debug)]
pub enum Error {
    /// A file, folder or socket could not be used; `what` says for what purpose.
    Io { what: String, source: io::Error },
    /// A program ran and ended with a failure (`None`: by a signal).
    Failed { program: String, code: Option<i32> },
    /// Something has to be installed by hand first; `remedy` says how.
    Missing { what: String, remedy: String },
    /// A file has not the shape that a task needs.
    Invalid(String),
    /// A measured value is over its limit.
    Limit(String),
    /// The command line was not understood.
    Usage(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { what, source } => write!(f, "{what}: {source}"),
            Self::Failed { program, code: Some(code) } => {
                write!(f, "{program} ended with code {code}")
            }
            Self::Failed { program, code: None } => write!(f, "{program} was stopped by a signal"),
            Self::Missing { what, remedy } => write!(f, "{what} is missing. {remedy}"),
            Self::Invalid(text) | Self::Limit(text) | Self::Usage(text) => f.write_str(text),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}

impl From<lexopt::Error> for Error {
    fn from(error: lexopt::Error) -> Self {
        Self::Usage(error.to_string())
    }
}

/// Says what was being done when an input or output failed.
pub trait Context<T> {
    /// Wraps the error; `what` is a phrase such as "reading dist/index.html".
    fn context<S: Into<String>>(self, what: impl FnOnce() -> S) -> Result<T>;
}

impl<T> Context<T> for io::Result<T> {
    fn context<S: Into<String>>(self, what: impl FnOnce() -> S) -> Result<T> {
        self.map_err(|source| Error::Io { what: what().into(), source })
    }
}
