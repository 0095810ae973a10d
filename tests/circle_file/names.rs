//! What files are called.

use crate::support::{Device, new_circle};
use peer_circle::domain::{member, parse_day};
use peer_circle::exchange::file_name::{calendar_name, circle_stem};

/// The name of the file that the first of `people` sends in a circle of this name.
fn stem(circle_name: &str, people: &[&str]) -> String {
    let mut device = Device::found(1, people);
    device.view.about.name = circle_name.to_owned();
    circle_stem(&device.view, device.me.as_ref(), parse_day("2026-11-25").expect("a day"))
}

#[test]
fn a_file_says_who_sends_it_and_when() {
    let check = |circle: &str, member: &str, expected: &str| assert_eq!(stem(circle, &[member, "Ben"]), expected);
    check("Harbour", "Ida", "harbour-ida-2026-11-25");
    check("Zoë & the rowers!", "José María", "zoe-the-rowers-jose-maria-2026-11-25");
    check("Straße/Œuvre", "Łukasz O'Neill", "strasse-oeuvre-lukasz-oneill-2026-11-25");
    check("../..", "Ida", "circle-ida-2026-11-25");
    check("🚣🚣", "Ida", "circle-ida-2026-11-25");
    check("Хор на Неве", "Оля", "хор-на-неве-оля-2026-11-25");
    check("हिन्दी मंडल", "Ida", "हिन्दी-मंडल-ida-2026-11-25");
    check("a\u{202e}b\u{200b}c", "Ida", "a-b-c-ida-2026-11-25");
    check("Décembre", "De\u{301}borah", "decembre-deborah-2026-11-25");
}

#[test]
fn a_long_name_leaves_the_member_and_the_day() {
    let name = stem(&"long ".repeat(40), &[&"very ".repeat(15), "Ben"]);
    assert!(name.chars().count() <= 32 + 1 + 32 + 1 + 10, "{name}");
    assert!(name.starts_with("long-long-") && name.contains("-very-") && name.ends_with("-2026-11-25"), "{name}");
}

#[test]
fn members_whose_names_look_alike_send_files_of_different_names() {
    let mut ana = Device::found(1, &["José", "Jose"]);
    ana.must(member::Command::Add { name: "🚣".to_owned() });
    let day = parse_day("2026-11-25").expect("a day");
    let names: Vec<_> = ana.view.members.values().map(|member| circle_stem(&ana.view, Some(&member.id), day)).collect();
    let mut different = names.clone();
    different.sort();
    different.dedup();
    assert_eq!(different.len(), 3, "{names:?}");
    assert!(names.iter().all(|name| name.starts_with("northlight-") && !name.contains("--")), "{names:?}");
}

#[test]
fn a_calendar_file_is_no_circle_file() {
    assert_eq!(calendar_name(&new_circle(&["Ana"]).0), "northlight-calendar.ics");
}
