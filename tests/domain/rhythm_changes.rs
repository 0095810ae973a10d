//! Changing the rhythm: what is allowed when, and what a change writes.

use crate::support::{Device, Zones, at, cycle, local, rhythm};
use peer_circle::domain::{
    Clock, Command, Happening, LINE_MAX, Refusal, Rhythm, WeekException, ZoneId, iso_local, news, rhythm,
};

/// A circle that is due on Thursdays at 18:00 in Lisbon and meets on Fridays at 17:00, at `now`.
fn device(now: &str) -> Device {
    let mut device = Device::found(1, &["Ana", "Ben"]);
    // Its clock moves on by a second with each command.
    device.now = at(now).plus(-1000);
    device
}

fn set(rhythm: Rhythm, from: &str) -> Command {
    Command::from(rhythm::Command::Set { rhythm, from: cycle(from) })
}

fn move_to(of: &str, to: &str) -> Command {
    Command::from(rhythm::Command::MoveSession { cycle: cycle(of), to: local(to) })
}

fn early(earliest: &str) -> Refusal {
    Refusal::TooEarly { earliest: cycle(earliest) }
}

#[test]
fn when_a_rhythm_may_change() {
    let check = |now: &str, (weekday, hour): (u8, u16), from: &str, refusal: Option<Refusal>| {
        let found = device(now).decide(set(rhythm("Europe/Lisbon", weekday, hour), from));
        assert_eq!(found.err(), refusal, "{now}, {weekday} {hour}, from {from}");
    };
    check("2026-11-26T17:59:59Z", (4, 18), "2026-11-23", None);
    check("2026-11-26T18:00:00Z", (4, 18), "2026-11-23", Some(early("2026-11-30")));
    check("2026-11-26T18:00:00Z", (4, 18), "2026-11-30", None);
    // On Wednesday, Tuesday of this week is over: who sent nothing would be late at once.
    check("2026-11-25T09:00:00Z", (1, 18), "2026-11-23", Some(early("2026-11-30")));
    check("2026-11-25T09:00:00Z", (1, 18), "2026-11-30", None);
    check("2026-11-25T09:00:00Z", (4, 18), "2026-11-16", Some(early("2026-11-23")));
    check("2026-11-25T09:00:00Z", (4, 18), "2028-11-20", None);
    check("2026-11-25T09:00:00Z", (4, 18), "2028-11-27", Some(Refusal::TooFar { latest: cycle("2028-11-20") }));
    // A review that was moved forward may be over already.
    let mut ana = device("2026-11-23T08:00:00Z");
    ana.must(move_to("2026-11-23", "2026-11-24T12:00"));
    ana.now = at("2026-11-25T09:00:00Z");
    assert_eq!(ana.run(set(rhythm("Europe/Lisbon", 4, 18), "2026-11-23")), Err(early("2026-11-30")));
}

#[test]
fn what_a_rhythm_must_be_like() {
    let check = |change: fn(&mut Rhythm), refusal: Option<&str>| {
        let mut rhythm = rhythm("Europe/Lisbon", 4, 18);
        change(&mut rhythm);
        let found = device("2026-11-23T08:00:00Z").decide(set(rhythm, "2026-11-23"));
        assert_eq!(found.err().map(|refusal| refusal.to_string()), refusal.map(str::to_owned));
    };
    check(|_| {}, None);
    check(|rhythm| rhythm.session.minutes = 10, None);
    check(|rhythm| rhythm.session.minutes = 240, None);
    check(|rhythm| rhythm.session.minutes = 9, Some("Minutes must be 10 to 240"));
    check(|rhythm| rhythm.session.minutes = 241, Some("Minutes must be 10 to 240"));
    check(|rhythm| rhythm.zone = ZoneId::new("Mars/Utopia"), Some("Mars/Utopia is not a known zone"));
    check(|rhythm| rhythm.session.place = "x".repeat(LINE_MAX), None);
    check(|rhythm| rhythm.session.place = "x".repeat(LINE_MAX + 1), Some("Place has 201 characters, 200 are kept"));
}

#[test]
fn a_change_is_told_once_and_replaces_later_plans() {
    let mut ana = device("2026-11-23T08:00:00Z");
    let (thursdays, fridays, mondays) =
        (rhythm("Europe/Lisbon", 3, 18), rhythm("Europe/Lisbon", 4, 18), rhythm("Asia/Kolkata", 0, 9));
    assert_eq!(ana.run(set(thursdays.clone(), "2026-11-23")), Ok(None), "nothing differs");
    ana.must(set(mondays.clone(), "2026-12-21"));
    ana.must(set(fridays.clone(), "2026-12-07"));
    let of = |ana: &Device, day: &str| ana.circle().rhythm.of(cycle(day)).clone();
    assert_eq!(of(&ana, "2026-11-30"), thursdays);
    assert_eq!(
        [of(&ana, "2026-12-07"), of(&ana, "2026-12-21"), of(&ana, "2027-12-20")],
        [(); 3].map(|()| fridays.clone())
    );
    // An undone change leaves what was before.
    let written = ana.must(set(mondays.clone(), "2026-12-14"));
    assert_eq!(of(&ana, "2026-12-21"), mondays);
    ana.undo(&written).unwrap();
    assert_eq!(of(&ana, "2026-12-21"), fridays);
    assert_eq!(ana.circle().rhythm.versions().len(), 3);
}

#[test]
fn when_a_week_may_be_skipped() {
    let check = |now: &str, of: &str, refusal: Option<Refusal>| {
        for command in
            [Command::from(rhythm::Command::Skip(cycle(of))), Command::from(rhythm::Command::Resume(cycle(of)))]
        {
            assert_eq!(device(now).decide(command).err(), refusal, "{now}, {of}");
        }
    };
    check("2026-11-25T09:00:00Z", "2026-11-23", None);
    check("2026-11-26T17:59:59Z", "2026-11-23", None);
    check("2026-11-26T18:00:00Z", "2026-11-23", Some(early("2026-11-30")));
    check("2026-11-26T18:00:00Z", "2026-11-30", None);
    check("2026-11-25T09:00:00Z", "2026-11-16", Some(early("2026-11-23")));
    check("2026-11-25T09:00:00Z", "2028-11-27", Some(Refusal::TooFar { latest: cycle("2028-11-20") }));
}

#[test]
fn a_skipped_week_comes_back_as_it_was() {
    let mut ana = device("2026-11-23T08:00:00Z");
    ana.must(move_to("2026-12-21", "2026-12-22T10:00"));
    ana.must(rhythm::Command::Skip(cycle("2026-12-21")));
    assert_eq!(ana.run(rhythm::Command::Skip(cycle("2026-12-21"))), Ok(None), "it is skipped already");
    assert_eq!(ana.run(move_to("2026-12-21", "2026-12-22T11:00")), Err(Refusal::Paused(cycle("2026-12-21"))));
    let known: WeekException = ana.circle().rhythm.week(cycle("2026-12-21")).unwrap().clone();
    assert_eq!(
        (known.is_skipped, known.by.as_ref(), known.changed_at),
        (true, ana.me.as_ref(), at("2026-11-23T08:00:01Z"))
    );
    ana.must(rhythm::Command::Resume(cycle("2026-12-21")));
    let occasion = ana.circle().rhythm.occasion(&Zones, cycle("2026-12-21"), Clock::Session).unwrap();
    assert_eq!((iso_local(occasion.local).as_str(), occasion.is_moved), ("2026-12-22T10:00", true));
    ana.must(rhythm::Command::KeepSession(cycle("2026-12-21")));
    let occasion = ana.circle().rhythm.occasion(&Zones, cycle("2026-12-21"), Clock::Session).unwrap();
    assert_eq!((iso_local(occasion.local).as_str(), occasion.is_moved), ("2026-12-25T17:00", false));
    assert_eq!(ana.run(rhythm::Command::KeepSession(cycle("2026-12-21"))), Ok(None));
}

#[test]
fn where_a_review_may_be_moved() {
    let check = |now: &str, to: &str, outside: Option<(&str, &str)>| {
        let found = device(now).decide(move_to("2026-11-23", to)).err();
        let expected = outside.map(|(after, before)| Refusal::SessionOutside { after: at(after), before: at(before) });
        assert_eq!(found, expected, "{now} to {to}");
    };
    let (monday, next) = ("2026-11-23T00:00:00Z", "2026-12-04T17:00:00Z");
    check("2026-11-20T09:00:00Z", "2026-11-23T00:00", Some((monday, next)));
    check("2026-11-20T09:00:00Z", "2026-11-23T00:01", None);
    check("2026-11-20T09:00:00Z", "2026-12-04T16:59", None);
    check("2026-11-20T09:00:00Z", "2026-12-04T17:00", Some((monday, next)));
    // Not into the past; but a session that did not take place may be caught up on.
    check("2026-11-25T09:00:00Z", "2026-11-25T09:00", Some(("2026-11-25T09:00:00Z", next)));
    check("2026-11-28T09:00:00Z", "2026-11-29T10:00", None);
    check("2026-12-04T17:00:00Z", "2026-12-05T10:00", Some(("2026-12-04T17:00:00Z", next)));
    // Not past a neighbour that was moved itself, nor into a pause's review.
    let mut ana = device("2026-11-20T18:00:00Z");
    ana.must(move_to("2026-11-30", "2026-11-30T12:00"));
    assert!(ana.run(move_to("2026-11-23", "2026-11-30T12:00")).is_err());
    ana.must(rhythm::Command::Skip(cycle("2026-11-30")));
    ana.must(move_to("2026-11-23", "2026-12-05T12:00"));
}

#[test]
fn a_move_to_the_usual_time_is_none() {
    let mut ana = device("2026-11-23T08:00:00Z");
    assert_eq!(ana.run(move_to("2026-11-23", "2026-11-27T17:00")), Ok(None));
}

#[test]
fn two_devices_change_one_week_at_once() {
    let mut ana = device("2026-11-23T08:00:00Z");
    for (client, other) in [(2, 3), (9, 8)] {
        let mut ben = ana.copy(client, "Ben");
        let mut again = ana.copy(other, "Ana");
        ben.must(rhythm::Command::Skip(cycle("2026-12-21")));
        again.must(move_to("2026-12-21", "2026-12-22T10:00"));
        ben.import(&again);
        again.import(&ben);
        assert_eq!(ben.circle(), again.circle());
        let week = ben.circle().rhythm.week(cycle("2026-12-21")).unwrap().clone();
        assert_eq!((week.is_skipped, week.session_moved_to), (true, Some(local("2026-12-22T10:00"))));
    }
    ana.must(rhythm::Command::Skip(cycle("2026-12-21")));
}

#[test]
fn what_is_told_of_a_week() {
    let mut ana = device("2026-11-23T08:00:00Z");
    let week = cycle("2026-12-21");
    let mut check = |command: Command, expected: Happening| {
        let before = ana.circle();
        ana.must(command);
        let told: Vec<_> = news(&before, &ana.circle()).into_iter().map(|news| (news.who, news.what)).collect();
        assert_eq!(told, [(None, expected)]);
    };
    check(Command::from(rhythm::Command::Skip(week)), Happening::WeekSkipped(week));
    check(Command::from(rhythm::Command::Resume(week)), Happening::WeekResumed(week));
    check(move_to("2026-12-21", "2026-12-22T10:00"), Happening::SessionMoved(week));
    check(Command::from(rhythm::Command::KeepSession(week)), Happening::SessionMoved(week));
    check(set(rhythm("UTC", 0, 9), "2026-12-21"), Happening::CircleChanged);
}
