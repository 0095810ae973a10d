//! Replies to commitments.

use super::scalars::textual;
use super::stored;
use crate::domain::{Reply, ReplyKind};

stored!(Reply { commitment, from, kind, text, at, deleted_at });

textual! {
    ReplyKind: Self::from_key, |kind| kind.key().to_owned();
}
