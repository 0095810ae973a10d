//! What would come of offers.

use super::make::{Made, made};
use super::{Offer, Offered};
use crate::domain::commitment::{CommitmentId, Outcome};
use crate::domain::present::Present;
use crate::domain::records::{Circle, Kind};
use crate::domain::refusal::Refusal;

/// What would come of an offer.
#[derive(Clone, PartialEq, Debug)]
pub enum OfferStanding {
    /// A record is made.
    New,
    /// The circle has it already.
    Known,
    /// The circle has it already and it is open there, while the text says that this became of it. What became of a
    /// commitment is for its owner to say.
    KnownOpen(Outcome),
    /// The circle's rules refuse it.
    Refused(Refusal),
}

/// Returns for each of `offers` what would come of it if all were taken in now.
pub fn offers_standing(present: Present<'_>, offers: &[Offer]) -> Vec<OfferStanding> {
    let standing = offers.iter().zip(made(present, offers)).map(|(offer, made)| match made {
        Made::New(_) => OfferStanding::New,
        Made::Known => ended(present.circle, offer).map_or(OfferStanding::Known, OfferStanding::KnownOpen),
        Made::Refused(refusal) => OfferStanding::Refused(refusal),
    });
    standing.collect()
}

/// What `offer` says became of a commitment that is open in `circle`.
fn ended(circle: &Circle, offer: &Offer) -> Option<Outcome> {
    let Offered::Commitment(offered) = &offer.content else { return None };
    let id = offer.identity.id_in(&circle.about.id, Kind::Commitment);
    let known = circle.commitments.get(&CommitmentId::new(&id))?;
    offered.outcome.filter(|_| known.deleted_at.is_none() && known.is_open())
}
