//! The shared aim and its measurements.

use super::scalars::textual;
use super::stored;
use crate::domain::{Aim, AimId, AimProgress};

stored!(Aim { title, measure, due, by, set_at, closing, closed_at, deleted_at });
stored!(AimProgress { aim, by, at, value, note, deleted_at });

textual! {
    AimId: |text| Some(Self::new(text)), ToString::to_string;
}
