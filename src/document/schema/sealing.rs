//! Keys of devices, and notes that are sealed for them.

use super::scalars::textual;
use super::stored;
use crate::domain::{DeviceId, DeviceKey, SealedNote};

stored!(DeviceKey { member, key, since });
stored!(SealedNote { by, to, at, data });

textual! {
    DeviceId: |text| Some(Self::new(text)), ToString::to_string;
}
