//! What a rule may know beside the circle.

use crate::domain::ids::random_id;
use crate::domain::member::MemberId;
use crate::domain::present::Present;
use crate::domain::records::Circle;
use crate::domain::refusal::Refusal;
use crate::domain::time::{Timestamp, ZoneRules};

/// What a rule may know of the world.
pub struct Context<'a> {
    /// The present instant.
    pub now: Timestamp,
    /// Who acts; `None` until somebody said so.
    pub me: Option<&'a MemberId>,
    /// Zone rules.
    pub zones: &'a dyn ZoneRules,
    /// 64 random bits at each call.
    pub entropy: &'a mut dyn FnMut() -> u64,
}

impl Context<'_> {
    /// Who acts.
    pub(super) fn me(&self) -> Result<MemberId, Refusal> {
        self.me.cloned().ok_or(Refusal::NobodyHere)
    }

    /// `circle` at the present instant.
    pub(super) fn present<'a>(&'a self, circle: &'a Circle) -> Present<'a> {
        Present { circle, zones: self.zones, now: self.now }
    }

    /// A fresh id.
    pub(super) fn id(&mut self) -> String {
        random_id(self.entropy)
    }
}
