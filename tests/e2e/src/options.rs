//! What kind of device a journey asks for.

/// A browser and the machine it pretends to run on. It speaks English and keeps still (reduced
/// motion), so that nothing moves away from under a click.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceOptions {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) time_zone: String,
    pub(crate) theme: Theme,
}

/// The colours that the system asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
}

impl DeviceOptions {
    /// A small phone: 360 × 740, light, in UTC.
    pub fn phone() -> Self {
        Self { width: 360, height: 740, time_zone: "Etc/UTC".into(), theme: Theme::Light }
    }

    /// A laptop: 1280 × 900, light, in UTC.
    pub fn laptop() -> Self {
        Self { width: 1280, height: 900, ..Self::phone() }
    }

    /// With this visible part of the page, in CSS pixels.
    pub fn size(self, width: u32, height: u32) -> Self {
        Self { width, height, ..self }
    }

    /// In this IANA time zone.
    pub fn time_zone(self, name: &str) -> Self {
        Self { time_zone: name.into(), ..self }
    }

    /// With these colours.
    pub fn theme(self, theme: Theme) -> Self {
        Self { theme, ..self }
    }
}
