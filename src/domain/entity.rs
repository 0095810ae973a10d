//! Records and what they are found by.

use super::ids::EntityId;
use super::member::id::MemberId;

/// A record: one fact of a circle that is stored, sent and replaced as a whole.
pub trait Entity: Sized + 'static {
    /// What it is found by.
    type Id: EntityId;

    /// The id of this record.
    fn id(&self) -> Self::Id;

    /// Whose it is; `None` where it is the circle's.
    fn owner(&self) -> Option<&MemberId> {
        None
    }

    /// What it is about, in a member's words; empty where there are none.
    fn title(&self) -> &str {
        ""
    }
}

/// What keeps the records of one kind.
pub trait Collection<E: Entity> {
    /// Puts `record` in the place of the one with its id.
    fn put(&mut self, record: E);

    /// Removes the record with this id, after its creation was undone.
    fn forget(&mut self, id: &E::Id);

    /// The record with this id.
    fn find(&self, id: &E::Id) -> Option<&E>;

    /// All records, by id.
    fn records(&self) -> impl Iterator<Item = &E>;
}

/// Says which fields of a record tell what it is: `entity!(Goal by id: GoalId, of owner, about title)`, where a
/// record that nobody owns or that has no words leaves them out.
macro_rules! entity {
    ($record:ident by $key:ident: $id:ty $(, of $owner:ident)? $(, about $title:ident)?) => {
        impl $crate::domain::entity::Entity for $record {
            type Id = $id;

            fn id(&self) -> $id {
                Clone::clone(&self.$key)
            }
            $(
                fn owner(&self) -> Option<&$crate::domain::member::id::MemberId> {
                    (&self.$owner).into()
                }
            )?
            $(
                fn title(&self) -> &str {
                    &self.$title
                }
            )?
        }
    };
}
pub(super) use entity;
