//! An invitation on this device, and the reader in it.

use crate::domain::{CareerStage, FitScore, Mix, Profile, ProfileQuestion, TieCount, fit};
use crate::exchange::invitation_file::Invitation;
use crate::platform::BrowserZones;
use crate::ui::shared::profile::words as shared;

/// An invitation on this device.
#[derive(Clone, PartialEq, Debug)]
pub struct Invited(pub Invitation);

impl Invited {
    /// What a list tells it apart by.
    pub fn key(&self) -> String {
        self.0.circle.to_string()
    }

    /// The circle with the reader in it.
    pub fn with(&self, me: &Profile) -> Mix {
        self.0.mix.clone().with(me, TieCount::default(), &BrowserZones)
    }

    /// How well the circle would suit the reader; `None` while they have not said anything of themselves.
    pub fn fit_with(&self, me: &Profile) -> Option<FitScore> {
        let has_said = ProfileQuestion::ALL.iter().any(|question| question.is_answered(me));
        has_said.then(|| fit(&self.with(me), &[]))
    }

    /// The stages that members said, in words, with how many are there.
    pub fn stages(&self) -> Vec<(String, usize)> {
        let count = |stage: CareerStage| self.0.mix.stages.iter().filter(|one| **one == stage).count();
        let counts = CareerStage::ALL.map(|stage| (shared::stage(stage).to_owned(), count(stage)));
        counts.into_iter().filter(|(_, count)| *count > 0).collect()
    }
}
