//! The people of a circle.

use super::entity::entity;
use super::ids::MemberId;
use super::time::Timestamp;

/// One person in the circle.
#[derive(Clone, PartialEq, Debug)]
pub struct Member {
    /// Their identity in this circle.
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

entity!(Member by id: MemberId);
