//! Time zones by name.

use std::sync::Arc;

/// An IANA zone name such as `Europe/Lisbon`. Two names of one zone are equal: the older one becomes the newer.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ZoneId(Arc<str>);

/// Names that the IANA database has given up, and those in their place (`backward`, 2025b): those that browsers
/// still answer with, by whichever engine and age.
const RENAMED: [(&str, &str); 36] = [
    ("Africa/Asmera", "Africa/Asmara"),
    ("America/Buenos_Aires", "America/Argentina/Buenos_Aires"),
    ("America/Catamarca", "America/Argentina/Catamarca"),
    ("America/Coral_Harbour", "America/Atikokan"),
    ("America/Cordoba", "America/Argentina/Cordoba"),
    ("America/Godthab", "America/Nuuk"),
    ("America/Indianapolis", "America/Indiana/Indianapolis"),
    ("America/Jujuy", "America/Argentina/Jujuy"),
    ("America/Louisville", "America/Kentucky/Louisville"),
    ("America/Mendoza", "America/Argentina/Mendoza"),
    ("Asia/Calcutta", "Asia/Kolkata"),
    ("Asia/Dacca", "Asia/Dhaka"),
    ("Asia/Katmandu", "Asia/Kathmandu"),
    ("Asia/Macao", "Asia/Macau"),
    ("Asia/Rangoon", "Asia/Yangon"),
    ("Asia/Saigon", "Asia/Ho_Chi_Minh"),
    ("Asia/Thimbu", "Asia/Thimphu"),
    ("Asia/Ujung_Pandang", "Asia/Makassar"),
    ("Asia/Ulan_Bator", "Asia/Ulaanbaatar"),
    ("Atlantic/Faeroe", "Atlantic/Faroe"),
    ("Etc/GMT", "UTC"),
    ("Etc/Greenwich", "UTC"),
    ("Etc/UCT", "UTC"),
    ("Etc/UTC", "UTC"),
    ("Etc/Universal", "UTC"),
    ("Etc/Zulu", "UTC"),
    ("Europe/Kiev", "Europe/Kyiv"),
    ("GMT", "UTC"),
    ("Pacific/Enderbury", "Pacific/Kanton"),
    ("Pacific/Ponape", "Pacific/Pohnpei"),
    ("Pacific/Truk", "Pacific/Chuuk"),
    ("US/Central", "America/Chicago"),
    ("US/Eastern", "America/New_York"),
    ("US/Mountain", "America/Denver"),
    ("US/Pacific", "America/Los_Angeles"),
    ("Zulu", "UTC"),
];

impl ZoneId {
    /// Wraps a name, in its present spelling. Whether anybody knows it is up to [`ZoneRules`](super::ZoneRules).
    pub fn new(name: &str) -> Self {
        let renamed = RENAMED.iter().find(|(old, _)| *old == name);
        Self(renamed.map_or(name, |(_, new)| new).into())
    }

    /// Greenwich, the zone that every rule set knows.
    pub fn utc() -> Self {
        Self::new("UTC")
    }

    /// The IANA name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name, then those that older zone rules know it by.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let older = RENAMED.iter().filter(|(_, new)| *new == &*self.0).map(|(old, _)| *old);
        std::iter::once(self.as_str()).chain(older)
    }

    /// Whether it is a name at all: systems that know nothing of a zone call it `Etc/Unknown`.
    pub fn is_named(&self) -> bool {
        !matches!(self.as_str(), "" | "Etc/Unknown")
    }
}
