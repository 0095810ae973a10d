//! Who somebody is.

use crate::domain::ids::id;

id! {
    /// One person in one circle.
    MemberId;
}
