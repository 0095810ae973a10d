//! Time zones by name, and devices that do not know them.

use crate::support::{Seeded, Zones, at};
use peer_circle::domain::{Context, Refusal, Rhythm, WeeklyTime, ZoneId, begin};

#[test]
fn two_names_of_a_zone_are_one() {
    for (older, newer) in [
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("Europe/Kiev", "Europe/Kyiv"),
        ("America/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("Etc/UTC", "UTC"),
    ] {
        assert_eq!(ZoneId::new(older), ZoneId::new(newer));
        assert_eq!(ZoneId::new(older).as_str(), newer, "shown by its present name");
        assert!(ZoneId::new(newer).names().any(|name| name == older), "old rules are asked for {older} too");
    }
    assert_ne!(ZoneId::new("Europe/Lisbon"), ZoneId::new("Europe/London"));
    assert_eq!(ZoneId::new("Europe/Lisbon").names().collect::<Vec<_>>(), ["Europe/Lisbon"]);
}

#[test]
fn a_circle_begins_in_no_zone_that_nobody_knows() {
    for (zone, is_named) in [("Etc/Unknown", false), ("", false), ("Europe/Atlantis", true)] {
        let zone = ZoneId::new(zone);
        assert_eq!(zone.is_named(), is_named);
        let mut seeded = Seeded(7);
        let mut entropy = || seeded.bits();
        let mut ctx = Context { now: at("2026-11-02T08:00:00Z"), me: None, zones: &Zones, entropy: &mut entropy };
        let due = WeeklyTime { weekday: chrono::Weekday::Thu, minute: 18 * 60 };
        let begun = begin("Harbour", &["Ida".to_owned()], Rhythm::new(zone.clone(), due), 10, &mut ctx);
        assert_eq!(begun.map(|_| ()), Err(Refusal::UnknownZone(zone)));
    }
}
