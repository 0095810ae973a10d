//! The digest: what the summarizer sends round after a cycle.

mod command;
mod draft;

use crate::domain::entity::entity;
use crate::domain::member::MemberId;
use crate::domain::rhythm::Cycle;
use crate::domain::time::Timestamp;

pub use command::Command;
pub(in crate::domain) use command::decide;
pub use draft::{DigestDecision, DigestDraft, DigestEntry, digest_cycle, draft_digest, fresh_digest, has_digest};

/// Most characters that a digest may have: twelve members with two thousand characters each and the
/// circle's own parts, which is half of what one WhatsApp message holds (65,536).
pub const DIGEST_MAX: usize = 32_000;

/// A published digest. Publishing again replaces the text; the history keeps the older one.
#[derive(Clone, PartialEq, Debug)]
pub struct Digest {
    /// Which cycle.
    pub cycle: Cycle,
    /// What was sent round.
    pub text: String,
    /// Who published it last.
    pub by: Option<MemberId>,
    /// When it was published first.
    pub first_published_at: Timestamp,
    /// When it was published last.
    pub published_at: Timestamp,
}

entity!(Digest by cycle: Cycle);

impl Digest {
    /// Whether it was published again after the first time.
    pub fn is_revised(&self) -> bool {
        self.published_at > self.first_published_at
    }
}
