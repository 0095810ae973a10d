//! Profiles and ties: what can be said, what two devices make of it, and what is told of it.

use crate::support::Device;
use chrono::Weekday;
use peer_circle::domain::{
    Answer, CareerStage, Command, Field, Happening, Intention, Intentions, MemberId, NewProfile, Profile, ProfileNews,
    ProfileQuestion, Refusal, SaidTie, SkillSet, SkillSide, WeeklyHours, ZoneId, known_words, news, profile, skill_key,
};

fn answer(answer: Answer) -> Command {
    Command::from(profile::Command::Answer(answer))
}

fn skills(side: SkillSide, words: &[(&str, bool)]) -> Command {
    answer(Answer::Skills(side, words.iter().map(|(word, holds)| ((*word).to_owned(), *holds)).collect()))
}

fn mine(device: &Device) -> Profile {
    device.view.profile_of(device.me.as_ref().unwrap())
}

fn hours(cells: &[(Weekday, u8)]) -> WeeklyHours {
    let mut hours = WeeklyHours::default();
    cells.iter().for_each(|(day, hour)| hours.set(*day, *hour, true));
    hours
}

#[test]
fn skills_are_the_same_however_they_are_spelt() {
    let check = |one: &str, other: &str, is_same: bool| {
        assert_eq!(skill_key(one) == skill_key(other), is_same, "{one} {other}")
    };
    check("Front-end", "front end", true);
    check("Frontend", "FRONT  END", true);
    check("C++", "C", false);
    check("C#", "c#", true);
    check("Node.js", "nodejs", true);
    check("CI/CD", "ci cd", true);
    check("تفاوض", "تفاوض", true);
    check("?!", "?", false);
}

#[test]
fn one_answer_leaves_the_others_as_they_are() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    assert!(ProfileQuestion::ALL.iter().all(|question| !question.is_answered(&mine(&ana))));
    ana.must(skills(SkillSide::Offers, &[("CI/CD", true), ("Rust", true)]));
    ana.must(skills(SkillSide::Wants, &[("Interviewing", true)]));
    ana.must(answer(Answer::Stage(Some(CareerStage::Mid), " Product ".to_owned())));
    let intentions: Intentions = [Intention::FindJob, Intention::Build].into_iter().collect();
    ana.must(answer(Answer::Intentions(intentions, "My own studio".to_owned())));
    let free = hours(&[(Weekday::Mon, 18), (Weekday::Mon, 19), (Weekday::Sun, 0), (Weekday::Sun, 23)]);
    ana.must(answer(Answer::Hours(ZoneId::new("Asia/Kolkata"), free)));
    let said = mine(&ana);
    assert!(ProfileQuestion::ALL.iter().all(|question| question.is_answered(&said)));
    assert_eq!((said.offers.words(), said.wants.words()), (vec!["CI/CD", "Rust"], vec!["Interviewing"]));
    assert_eq!(
        (said.stage, said.field.as_str(), said.own_intention.as_str()),
        (Some(CareerStage::Mid), "Product", "My own studio")
    );
    assert_eq!((said.intentions, said.hours, said.zone), (intentions, free, Some(ZoneId::new("Asia/Kolkata"))));
    // What is stored reads the same on another device and after a restart.
    assert_eq!(ana.copy(2, "Ana").view, ana.circle());
    ana.must(skills(SkillSide::Offers, &[("rust", false), ("ci cd", true)]));
    ana.must(answer(Answer::Intentions(Intentions::default(), String::new())));
    ana.must(answer(Answer::Hours(ZoneId::new("Asia/Kolkata"), WeeklyHours::default())));
    let said = ana.copy(3, "Ana").view.profile_of(ana.me.as_ref().unwrap());
    assert_eq!((said.offers.words(), said.intentions.said().count(), said.hours.count()), (vec!["CI/CD"], 0, 0));
}

#[test]
fn two_devices_of_one_member_add_to_each_other() {
    let mut phone = Device::found(1, &["Ana", "Ben"]);
    phone.must(skills(SkillSide::Offers, &[("Rust", true), ("Talks", true)]));
    phone.must(answer(Answer::Hours(ZoneId::new("Europe/Lisbon"), hours(&[(Weekday::Mon, 9)]))));
    let mut laptop = phone.copy(2, "Ana");
    phone.must(skills(SkillSide::Offers, &[("Design", true), ("Talks", false)]));
    phone.must(answer(Answer::Hours(ZoneId::new("Europe/Lisbon"), hours(&[(Weekday::Mon, 9), (Weekday::Tue, 9)]))));
    laptop.must(skills(SkillSide::Offers, &[("Writing", true), ("design", true)]));
    laptop.must(skills(SkillSide::Wants, &[("Interviewing", true)]));
    laptop.must(answer(Answer::Hours(ZoneId::new("Europe/Lisbon"), hours(&[(Weekday::Mon, 9), (Weekday::Sat, 9)]))));
    assert_eq!(phone.import(&laptop).conflicts, []);
    assert_eq!(laptop.import(&phone).conflicts, []);
    assert_eq!(phone.view, laptop.view);
    let said = mine(&phone);
    // Two spellings that met are shown once.
    assert_eq!(said.offers.words(), ["Design", "Rust", "Writing"]);
    assert_eq!(said.wants.words(), ["Interviewing"]);
    assert_eq!(said.hours, hours(&[(Weekday::Mon, 9), (Weekday::Tue, 9), (Weekday::Sat, 9)]));
    // What was written into one field on both is a conflict, of which people decide.
    phone.must(answer(Answer::Stage(Some(CareerStage::Mid), String::new())));
    laptop.must(answer(Answer::Stage(Some(CareerStage::Lead), String::new())));
    assert_eq!(phone.import(&laptop).conflicts.len(), 1);
}

#[test]
fn a_tie_is_one_for_both_and_told_from_either_side() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let mut ben = ana.copy(2, "Ben");
    let (of_ana, of_ben) = (ana.member("Ana"), ana.member("Ben"));
    let say = |device: &mut Device, with: &MemberId, said: Option<SaidTie>| {
        device.must(profile::Command::Tie(with.clone(), said));
    };
    for said in SaidTie::ALL {
        say(&mut ana, &of_ben, Some(said));
        assert_eq!(ana.view.said_tie(&of_ana, &of_ben), Some(said));
        let mirrored = match said {
            SaidTie::ReportsToThem => SaidTie::ReportsToMe,
            SaidTie::ReportsToMe => SaidTie::ReportsToThem,
            other => other,
        };
        assert_eq!(ana.view.said_tie(&of_ben, &of_ana), Some(mirrored));
        assert_eq!(ana.copy(9, "Ana").view, ana.view);
    }
    assert_eq!(ana.view.ties.len(), 1);
    say(&mut ana, &of_ben, Some(SaidTie::ReportsToMe));
    assert_eq!(ana.view.reporting_lines(), [(of_ben.clone(), of_ana.clone())]);
    say(&mut ana, &of_ben, None);
    assert_eq!((ana.view.said_tie(&of_ana, &of_ben), ana.view.reporting_lines()), (None, vec![]));
    // Both name their tie alike, whoever says it first.
    say(&mut ben, &of_ana, Some(SaidTie::Friend));
    ben.import(&ana);
    assert_eq!(ben.view.ties.len(), 1);
}

#[test]
fn what_the_rules_refuse() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let own = ana.member("Ana");
    let tie = |with: &MemberId| Command::from(profile::Command::Tie(with.clone(), Some(SaidTie::Friend)));
    assert_eq!(ana.run(tie(&own)), Err(Refusal::ToOneself));
    assert_eq!(ana.run(tie(&MemberId::new("x"))), Err(Refusal::Gone("member")));
    assert_eq!(ana.run(skills(SkillSide::Offers, &[(" ", true)])), Err(Refusal::Empty(Field::Skill)));
    let nowhere = Answer::Hours(ZoneId::new("Mars/Base"), WeeklyHours::default());
    assert_eq!(ana.run(answer(nowhere)), Err(Refusal::UnknownZone(ZoneId::new("Mars/Base"))));
    let taken = NewProfile { name: "ben".to_owned(), profile: Profile::of(MemberId::new("x")) };
    assert_eq!(ana.run(profile::Command::Join(taken)), Err(Refusal::NameTaken("ben".to_owned())));
    ana.me = None;
    assert_eq!(ana.run(skills(SkillSide::Offers, &[("Rust", true)])), Err(Refusal::NobodyHere));
}

#[test]
fn somebody_joins_with_what_they_said_of_themselves() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let before = ana.view.clone();
    let profile = Profile {
        stage: Some(CareerStage::Early),
        offers: ["Rust"].into_iter().collect::<SkillSet>(),
        ..Profile::of(MemberId::new("elsewhere"))
    };
    ana.must(profile::Command::Join(NewProfile { name: " Chen  Li ".to_owned(), profile }));
    let chen = ana.member("Chen Li");
    assert_eq!(ana.view.profile_of(&chen).offers.words(), ["Rust"]);
    assert_ne!(chen, MemberId::new("elsewhere"));
    let told: Vec<_> = news(&before, &ana.view).into_iter().map(|item| item.what).collect();
    assert_eq!(told, [Happening::Joined]);
}

#[test]
fn what_came_in_is_told() {
    let ana = Device::found(1, &["Ana", "Ben"]);
    let mut ben = ana.copy(2, "Ben");
    let of_ana = ana.member("Ana");
    ben.must(skills(SkillSide::Offers, &[("Rust", true)]));
    ben.must(profile::Command::Tie(of_ana.clone(), Some(SaidTie::Friend)));
    let told: Vec<_> = news(&ana.view, &ben.view).into_iter().map(|item| item.what).collect();
    assert_eq!(told.len(), 2);
    assert!(told.contains(&Happening::Profile(ProfileNews::Said)));
    assert!(told.iter().any(|what| matches!(what, Happening::Profile(ProfileNews::Tied(_, SaidTie::Friend)))));
    let before = ben.view.clone();
    ben.must(profile::Command::Tie(of_ana, None));
    let told: Vec<_> = news(&before, &ben.view).into_iter().map(|item| item.what).collect();
    assert!(matches!(told.as_slice(), [Happening::Profile(ProfileNews::Untied(_))]));
}

#[test]
fn the_circles_own_words_are_offered_most_said_first() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    ana.must(skills(SkillSide::Offers, &[("Rust", true), ("Talks", true)]));
    ana.me = Some(ana.member("Ben"));
    ana.must(skills(SkillSide::Offers, &[("talks", true)]));
    let profiles: Vec<_> = ana.view.profiles.values().map(|one| (**one).clone()).collect();
    let words: Vec<_> =
        known_words(&profiles, |one| one.offers.words()).into_iter().map(|one| (one.word, one.count)).collect();
    assert_eq!(
        words.iter().map(|(word, count)| (word.to_lowercase(), *count)).collect::<Vec<_>>(),
        [("talks".to_owned(), 2), ("rust".to_owned(), 1)]
    );
}

#[test]
fn hours_read_what_they_write_and_pass_over_the_rest() {
    let check = |text: &str, expected: &str| {
        let mut hours = WeeklyHours::default();
        hours.read_day(Weekday::Wed, text);
        assert_eq!(hours.day_text(Weekday::Wed), expected, "{text}");
    };
    check("9-12 18-24", "9-12 18-24");
    check("9-10 10-12", "9-12");
    check("22-99 x 3 4-3 -1-2 5-6", "5-6 22-24");
    check("", "");
}
