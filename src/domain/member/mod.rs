//! The people of a circle.

mod buddies;
mod command;
pub(in crate::domain) mod id;
mod queries;

use crate::domain::entity::entity;
use crate::domain::time::Timestamp;

pub use buddies::buddies;
pub use command::Command;
pub(in crate::domain) use command::{decide, new_member};
pub use id::MemberId;

/// One person in the circle.
#[derive(Clone, PartialEq, Debug)]
pub struct Member {
    /// Their id in this circle.
    pub id: MemberId,
    /// What the others call them.
    pub name: String,
    /// What they are working towards, in a line.
    pub focus: String,
    /// When they were added.
    pub joined_at: Timestamp,
    /// When they left, gracefully or not.
    pub left_at: Option<Timestamp>,
}

entity!(Member by id: MemberId, of id);
