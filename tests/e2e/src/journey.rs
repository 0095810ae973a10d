//! One run of a journey in one browser.

use crate::{Browser, Device, DeviceOptions};

/// What a journey gets: the browser it is run in, and devices with it.
#[derive(Debug)]
pub struct Journey {
    name: String,
    browser: Browser,
}

impl Journey {
    pub(crate) fn new(name: &str, browser: Browser) -> Self {
        Self { name: name.replace("::", "-"), browser }
    }

    /// The browser that this run is about.
    pub fn browser(&self) -> Browser {
        self.browser
    }

    /// A phone with a fresh profile; the name tells devices apart in messages.
    #[track_caller]
    pub fn device(&self, name: &str) -> Device {
        self.device_with(name, DeviceOptions::phone())
    }

    /// Another kind of device with a fresh profile.
    #[track_caller]
    pub fn device_with(&self, name: &str, options: DeviceOptions) -> Device {
        Device::start(format!("{}-{}-{name}", self.name, self.browser), self.browser, options)
    }
}
