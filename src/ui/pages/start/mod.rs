//! What stands in place of the pages: before a circle is open, and at an address that leads nowhere.

mod first_run;
mod left;
mod not_found;
mod unreadable;
mod who;
pub mod words;

pub use first_run::FirstRun;
pub use left::LeftCircle;
pub use not_found::NotFound;
pub use unreadable::Unreadable;
pub use who::WhoAreYou;
