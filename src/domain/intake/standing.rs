//! What would come of offers.

use super::Offer;
use super::make::{Made, made};
use crate::domain::present::Present;
use crate::domain::refusal::Refusal;

/// What would come of an offer.
#[derive(Clone, PartialEq, Debug)]
pub enum OfferStanding {
    /// A record is made.
    New,
    /// The circle has it already.
    Known,
    /// The circle's rules refuse it.
    Refused(Refusal),
}

/// Returns for each of `offers` what would come of it if all were taken in now.
pub fn offers_standing(present: Present<'_>, offers: &[Offer]) -> Vec<OfferStanding> {
    let standing = made(present, offers).into_iter().map(|made| match made {
        Made::New(_) => OfferStanding::New,
        Made::Known => OfferStanding::Known,
        Made::Refused(refusal) => OfferStanding::Refused(refusal),
    });
    standing.collect()
}
