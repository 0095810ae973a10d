//! Members.

use super::scalars::textual;
use super::stored;
use crate::domain::{Member, MemberId};

stored!(Member { name, focus, joined_at, left_at });

textual! {
    MemberId: |text| Some(Self::new(text)), ToString::to_string;
}
