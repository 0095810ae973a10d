//! What each step shows.

mod check_ins;
mod close;
mod decision_form;
mod decisions;
mod hot_seat;
mod next;
mod review;

pub use check_ins::CheckIns;
pub use close::{Close, DecidedCard, SummaryForm};
pub use decision_form::DecisionSheet;
pub use decisions::Decisions;
pub use hot_seat::{HotSeatStep, why};
pub use next::Next;
pub use review::Review;
