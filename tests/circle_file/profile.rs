//! A circle file with profiles and ties, frozen as version 1 wrote it: the names of its kinds and fields are stored for
//! ever.

use super::export;
use crate::support::Device;
use chrono::Weekday;
use peer_circle::domain::{Answer, CareerStage, Intention, SaidTie, SkillSide, TieKind, WeeklyHours, ZoneId, profile};
use peer_circle::exchange::circle_file::read;
use serde_json::{Value, json};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/v1-profile.circle.json");

#[test]
fn profiles_of_version_1_open_with_all_that_they_said() {
    let bytes = std::fs::read(PATH).unwrap();
    let circle = read(&bytes, 4711).unwrap().doc.circle().unwrap();
    let member = |name: &str| circle.member_named(name).unwrap().id.clone();
    let said = circle.profile_of(&member("Ana"));
    assert_eq!(
        (said.stage, said.field.as_str(), said.own_intention.as_str()),
        (Some(CareerStage::Mid), "Product", "A studio")
    );
    assert_eq!(said.intentions.said().collect::<Vec<_>>(), [Intention::FindJob]);
    assert_eq!((said.offers.words(), said.wants.words()), (vec!["CI/CD", "Rust"], vec!["Talks"]));
    assert_eq!(
        (said.zone, said.hours.day_text(Weekday::Tue)),
        (Some(ZoneId::new("Europe/Lisbon")), "9-12 18-20".to_owned())
    );
    assert_eq!(circle.reporting_lines(), [(member("Ana"), member("Ben"))]);
    assert_eq!(circle.tie_of(&member("Ana"), &member("Chen")).unwrap().kind, TieKind::Friend);
    let json: Value = serde_json::from_slice(&bytes).unwrap();
    let profile = &json["circle"]["profiles"][0];
    assert_eq!(profile["offers"], json!({ "CI/CD": true, "Go": false, "Rust": true }));
    assert_eq!(profile["intentions"], json!({ "find_job": true }));
    assert_eq!((&profile["hours"], &profile["stage"]), (&json!({ "tue": "9-12 18-20" }), &json!("mid")));
    let kinds = json["circle"]["ties"].as_array().unwrap().iter().map(|tie| tie["kind"].as_str().unwrap());
    let mut kinds: Vec<_> = kinds.collect();
    kinds.sort_unstable();
    assert_eq!(kinds, ["friend", "reports_to"]);
}

#[test]
#[ignore = "made the fixture once; refuses to write it again"]
fn make_v1_profile() {
    let mut ana = Device::found(1, &["Ana", "Ben", "Chen"]);
    let words = |words: &[(&str, bool)]| words.iter().map(|(word, holds)| ((*word).to_owned(), *holds)).collect();
    let mut hours = WeeklyHours::default();
    hours.read_day(Weekday::Tue, "9-12 18-20");
    let answers = [
        Answer::Stage(Some(CareerStage::Mid), "Product".to_owned()),
        Answer::Intentions([Intention::FindJob].into_iter().collect(), "A studio".to_owned()),
        Answer::Skills(SkillSide::Offers, words(&[("CI/CD", true), ("Rust", true), ("Go", true)])),
        Answer::Skills(SkillSide::Offers, words(&[("Go", false)])),
        Answer::Skills(SkillSide::Wants, words(&[("Talks", true)])),
        Answer::Hours(ZoneId::new("Europe/Lisbon"), hours),
    ];
    for answer in answers {
        ana.must(profile::Command::Answer(answer));
    }
    for (name, said) in [("Ben", SaidTie::ReportsToThem), ("Chen", SaidTie::Friend)] {
        let with = ana.member(name);
        ana.must(profile::Command::Tie(with, Some(said)));
    }
    let mut target = std::fs::File::create_new(PATH).expect("the fixture is frozen: it is there already");
    std::io::Write::write_all(&mut target, export(&ana.doc).as_bytes()).expect("written");
}
