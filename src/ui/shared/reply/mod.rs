//! What members say to each other's commitments.

mod offers;
mod sheet;
pub mod words;

pub use offers::HelpOffers;
pub use sheet::ReplySheet;
