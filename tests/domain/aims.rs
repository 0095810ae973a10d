//! The circle's shared aim.

use crate::support::{Device, day};
use peer_circle::domain::{
    AimDraft, AimId, AimNews, Amount, Closing, Command, Field, Happening, Measure, Refusal, Scale, Standing, aim, news,
};

fn draft(title: &str) -> AimDraft {
    let measure = Measure::Number { scale: Scale::Quantity("interviews".to_owned()), start: 0.0, target: 20.0 };
    AimDraft { title: title.to_owned(), measure, due: Some(day("2027-01-10")) }
}

fn run(command: aim::Command) -> Command {
    Command::from(command)
}

fn record(aim: &AimId, value: f64) -> Command {
    run(aim::Command::RecordProgress { aim: aim.clone(), value, note: String::new() })
}

fn shown(device: &Device) -> &str {
    device.view.aim().map_or("", |aim| &aim.title)
}

#[test]
fn any_member_measures_it_and_the_last_measurement_counts() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    assert_eq!(shown(&ana), "");
    ana.must(run(aim::Command::Set(draft("20 interviews together"))));
    let id = ana.view.aim().unwrap().id.clone();
    let mut ben = ana.copy(2, "Ben");
    assert_eq!(ben.view.aim_standing(ben.view.aim().unwrap()), Standing { value: 0.0, share: 0.0 });
    ben.must(record(&id, 5.0));
    ana.import(&ben);
    ana.now = ben.now;
    ana.must(record(&id, 12.0));
    let aim = ana.view.aim().unwrap();
    assert_eq!(ana.view.aim_standing(aim), Standing { value: 12.0, share: 0.6 });
    let points: Vec<_> = ana.view.aim_points(aim).into_iter().map(|point| point.value).collect();
    assert_eq!(points, [0.0, 5.0, 12.0]);
    let by: Vec<_> = ana.view.aim_progress_of(&id).into_iter().map(|entry| entry.by.clone()).collect();
    assert_eq!(by, [ana.member("Ben"), ana.member("Ana")]);
}

#[test]
fn of_two_that_are_set_at_once_the_newer_one_is_shown_and_the_other_one_is_not_lost() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let mut ben = ana.copy(2, "Ben");
    ana.must(run(aim::Command::Set(draft("Older"))));
    ben.now = ana.now.plus(5000);
    ben.must(run(aim::Command::Set(draft("Newer"))));
    ana.import(&ben);
    ben.import(&ana);
    for device in [&ana, &ben] {
        let others: Vec<_> = device.view.other_aims().into_iter().map(|aim| aim.title.as_str()).collect();
        assert_eq!((shown(device), others), ("Newer", vec!["Older"]));
    }
    let newer = ana.view.aim().unwrap().id.clone();
    ana.must(run(aim::Command::Delete(newer.clone())));
    assert_eq!((shown(&ana), ana.view.other_aims().len()), ("Older", 0));
    assert_eq!(ana.run(record(&newer, 1.0)), Err(Refusal::Gone("aim")));
}

#[test]
fn one_that_ended_is_shown_until_the_next_one_is_set() {
    let mut ana = Device::found(1, &["Ana"]);
    ana.must(run(aim::Command::Set(AimDraft { measure: Measure::Done, ..draft("First") })));
    let id = ana.view.aim().unwrap().id.clone();
    ana.must(run(aim::Command::Close(id.clone(), Some(Closing::Achieved))));
    let aim = ana.view.aim().unwrap();
    assert_eq!((aim.title.as_str(), aim.is_open(), ana.view.aim_standing(aim).share), ("First", false, 1.0));
    ana.must(run(aim::Command::Set(draft("Second"))));
    assert_eq!((shown(&ana), ana.view.other_aims().len()), ("Second", 0));
    ana.must(run(aim::Command::Close(id, None)));
    assert_eq!(ana.view.other_aims().len(), 1);
}

#[test]
fn what_the_rules_refuse() {
    let check = |draft: AimDraft, expected: Refusal| {
        let mut ana = Device::found(1, &["Ana"]);
        assert_eq!(ana.run(run(aim::Command::Set(draft))), Err(expected));
    };
    let number = |start, target| Measure::Number { scale: Scale::Quantity(String::new()), start, target };
    check(draft(" "), Refusal::Empty(Field::Text));
    check(AimDraft { measure: number(3.0, 3.0), ..draft("x") }, Refusal::NoWay);
    check(AimDraft { measure: number(f64::NAN, 3.0), ..draft("x") }, Refusal::NotANumber(Field::Value));
}

#[test]
fn what_comes_in_is_told() {
    let told = |before: &Device, after: &Device| {
        let news = news(&before.view, &after.view).into_iter();
        news.filter_map(|item| if let Happening::Aim(what) = item.what { Some(what) } else { None }).collect::<Vec<_>>()
    };
    let mut ana = Device::found(1, &["Ana"]);
    let before = ana.copy(2, "Ana");
    ana.must(run(aim::Command::Set(draft("x"))));
    let id = ana.view.aim().unwrap().id.clone();
    ana.must(record(&id, 4.0));
    let progressed = AimNews::Progressed {
        aim: "x".to_owned(),
        amount: Amount { scale: Scale::Quantity("interviews".to_owned()), value: 4.0 },
    };
    assert_eq!(told(&before, &ana), [AimNews::Set("x".to_owned()), progressed]);
    let before = ana.copy(3, "Ana");
    ana.must(run(aim::Command::Edit(id.clone(), draft("y"))));
    assert_eq!(told(&before, &ana), [AimNews::Changed("y".to_owned())]);
    ana.must(run(aim::Command::Close(id.clone(), Some(Closing::Dropped))));
    assert_eq!(told(&before, &ana), [AimNews::Closed("y".to_owned(), Closing::Dropped)]);
    ana.must(run(aim::Command::Delete(id)));
    assert_eq!(told(&before, &ana), [AimNews::Deleted("y".to_owned())]);
}
