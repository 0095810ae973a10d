//! What a circle says of itself.

mod begin;
mod command;

use crate::domain::entity::{Collection, entity};
use crate::domain::ids::id;
use crate::domain::time::Timestamp;

pub use begin::begin;
pub use command::Command;
pub(in crate::domain) use command::decide;

id! {
    /// One circle, the same on every device.
    CircleId;
}

/// What the circle says of itself.
#[derive(Clone, PartialEq, Debug)]
pub struct About {
    /// Its id, the same on every device.
    pub id: CircleId,
    /// Its name.
    pub name: String,
    /// What it is for, in a sentence.
    pub purpose: String,
    /// When it was started.
    pub created_at: Timestamp,
}

entity!(About by id: CircleId);

impl Collection<About> for About {
    fn put(&mut self, record: About) {
        *self = record;
    }

    /// There is always one.
    fn forget(&mut self, _id: &CircleId) {}

    fn find(&self, id: &CircleId) -> Option<&About> {
        (id == &self.id).then_some(self)
    }

    fn records(&self) -> impl Iterator<Item = &About> {
        std::iter::once(self)
    }
}
