//! The end of a season and the next one: looking back, going on or leaving, beginning.

use crate::support::{Device, Zones, at, cycle, present};
use peer_circle::domain::{
    Closing, Command, Cycle, Field, GoalDraft, GoalId, GoalNext, Happening, Measure, MemberId, RecommitDraft, Refusal,
    RetroDraft, SeasonChoice, SeasonNews, SeasonPhase, goal, member, news, rhythm, rota_in, season, season_closing,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// The season of [`Device::found`] has the ten weeks from Monday, 2 November 2026 to Sunday, 10 January 2027.
const IN_WEEK_9: &str = "2027-01-03T12:00:00Z";
const IN_LAST_WEEK: &str = "2027-01-08T12:00:00Z";
const IN_WEEK_11: &str = "2027-01-11T12:00:00Z";
const IN_WEEK_12: &str = "2027-01-19T12:00:00Z";

fn run(command: season::Command) -> Command {
    Command::from(command)
}

fn look_back(keep: &str, thanks: &str) -> Command {
    run(season::Command::LookBack(RetroDraft {
        keep: keep.to_owned(),
        thanks: thanks.to_owned(),
        ..RetroDraft::default()
    }))
}

fn choose(choice: SeasonChoice) -> Command {
    let (goals, word) = (BTreeMap::new(), String::new());
    run(season::Command::Recommit(RecommitDraft { choice, goals, word }))
}

fn founded(now: &str) -> Device {
    let mut ana = Device::found(1, &["Ana", "Ben", "Chen", "Dana"]);
    ana.now = at(now);
    ana
}

/// The seasons as first week and length.
fn seasons(device: &Device) -> Vec<(String, u8)> {
    let mut all: Vec<_> = device.view.seasons.values().map(|season| (season.first.to_string(), season.weeks)).collect();
    all.sort();
    all
}

fn roster(device: &Device) -> Vec<&str> {
    device.view.roster().iter().map(|member| member.name.as_str()).collect()
}

#[test]
fn members_look_back_from_the_last_meeting_on() {
    let check = |now: &str, expected: SeasonPhase, is_open: bool| {
        let mut ana = founded(now);
        let closing = season_closing(present(&ana.view, ana.now)).unwrap();
        assert_eq!(closing.phase, expected, "{now}");
        let last = cycle("2027-01-04");
        let said = ana.run(look_back("Numbers first", "")).map(drop);
        assert_eq!(said, if is_open { Ok(()) } else { Err(Refusal::SeasonRuns { last }) }, "{now}");
        let chosen = ana.run(choose(SeasonChoice::Stay)).map(drop);
        assert_eq!(chosen.is_ok(), is_open, "{now}");
    };
    check("2026-11-03T12:00:00Z", SeasonPhase::Runs, false);
    check(IN_WEEK_9, SeasonPhase::Runs, false);
    check("2027-01-04T00:30:00Z", SeasonPhase::Closes, true);
    check(IN_LAST_WEEK, SeasonPhase::Closes, true);
    check(IN_WEEK_11, SeasonPhase::Over, true);
    check("2027-05-01T12:00:00Z", SeasonPhase::Over, true);
}

#[test]
fn a_pause_at_the_end_brings_the_closing_forward() {
    let mut ana = founded("2026-12-21T12:00:00Z");
    for week in ["2027-01-04", "2026-12-28"] {
        ana.must(rhythm::Command::Skip(cycle(week)));
    }
    let season = ana.view.seasons.values().next().unwrap().clone();
    let phase = |week: &str| ana.view.season_phase(&season, cycle(week));
    assert_eq!(phase("2026-12-14"), SeasonPhase::Runs);
    assert_eq!(["2026-12-21", "2026-12-28", "2027-01-04"].map(phase), [SeasonPhase::Closes; 3]);
    assert_eq!(phase("2027-01-11"), SeasonPhase::Over);
}

#[test]
fn what_is_said_stays_readable_and_can_be_changed() {
    let mut ana = founded(IN_LAST_WEEK);
    assert_eq!(ana.run(look_back(" ", "")), Err(Refusal::Empty(Field::Keep)));
    let thank = |device: &Device, to: &str| {
        let thanks_to = Some(device.member(to));
        run(season::Command::LookBack(RetroDraft {
            thanks_to,
            thanks: "For Tuesday".to_owned(),
            ..RetroDraft::default()
        }))
    };
    assert_eq!(ana.run(thank(&ana, "Ana")), Err(Refusal::ToOneself));
    ana.must(thank(&ana, "Ben"));
    let closing = season_closing(present(&ana.view, ana.now)).unwrap();
    assert_eq!((closing.retros.len(), closing.retros[0].thanks_to.clone()), (1, Some(ana.member("Ben"))));
    assert_eq!((closing.silent.len(), closing.next), (4, None));
    // Emptying it takes it back.
    ana.must(look_back("", ""));
    assert_eq!(season_closing(present(&ana.view, ana.now)).unwrap().retros.len(), 0);
}

#[test]
fn each_chooses_which_goals_go_on() {
    let mut ana = founded(IN_LAST_WEEK);
    let (why, obstacle, due) = (String::new(), String::new(), None);
    for title in ["Carried", "Reached", "Dropped"] {
        let (title, why, obstacle) = (title.to_owned(), why.clone(), obstacle.clone());
        ana.must(goal::Command::Add(GoalDraft { title, why, measure: Measure::Done, due, obstacle }));
    }
    let id = |device: &Device, title: &str| -> GoalId {
        device.view.goals.values().find(|goal| goal.title == title).unwrap().id.clone()
    };
    let goals = BTreeMap::from([(id(&ana, "Reached"), GoalNext::Achieved), (id(&ana, "Dropped"), GoalNext::Dropped)]);
    let (choice, word) = (SeasonChoice::Stay, "With pleasure".to_owned());
    let before = ana.circle();
    let written = ana.must(run(season::Command::Recommit(RecommitDraft { choice, goals, word })));
    let closing = |title: &str| ana.view.goals[&id(&ana, title)].closing;
    let all = ["Carried", "Reached", "Dropped"].map(closing);
    assert_eq!(all, [None, Some(Closing::Achieved), Some(Closing::Dropped)]);
    let said = ana.view.recommitments.values().next().unwrap();
    assert_eq!((said.goals.len(), said.goals[&id(&ana, "Carried")]), (3, GoalNext::Carried));
    ana.undo(&written);
    assert_eq!(ana.circle(), before);
}

#[test]
fn the_next_season_begins_where_this_one_ends() {
    let check = |now: &str, weeks: u16, expected: Result<&str, Refusal>| {
        let mut ana = founded(now);
        let begun = ana.run(run(season::Command::Begin(weeks))).map(|_| seasons(&ana)[1].0.clone());
        assert_eq!(
            begun.as_deref().map_err(Clone::clone),
            expected.as_ref().map(|first| *first).map_err(Clone::clone),
            "{now} {weeks}"
        );
    };
    let (min, max, field) = (4, 16, Field::Weeks);
    check(IN_WEEK_9, 8, Err(Refusal::SeasonRuns { last: cycle("2027-01-04") }));
    check(IN_LAST_WEEK, 8, Ok("2027-01-11"));
    check(IN_WEEK_11, 8, Ok("2027-01-11"));
    check(IN_WEEK_12, 8, Ok("2027-01-18"));
    check(IN_LAST_WEEK, 3, Err(Refusal::OutOfRange { field, min, max }));
    check(IN_LAST_WEEK, 17, Err(Refusal::OutOfRange { field, min, max }));
    check(IN_LAST_WEEK, 300, Err(Refusal::OutOfRange { field, min, max }));
    let mut ana = founded(IN_LAST_WEEK);
    ana.must(run(season::Command::Begin(8)));
    let again = ana.run(run(season::Command::Begin(8)));
    assert_eq!(again, Err(Refusal::SeasonBegun { first: cycle("2027-01-11") }));
    // The one after it.
    ana.now = at("2027-03-06T12:00:00Z");
    ana.must(run(season::Command::Begin(4)));
    assert_eq!(seasons(&ana)[2], ("2027-03-08".to_owned(), 4));
    let ids: Vec<_> = ana.view.seasons.keys().map(|id| id.as_str().rsplit('~').next().unwrap().to_owned()).collect();
    assert!(ids.contains(&"2".to_owned()) && ids.contains(&"3".to_owned()), "{ids:?}");
}

#[test]
fn two_who_begin_it_at_once_begin_one() {
    let mut ana = founded(IN_LAST_WEEK);
    let mut ben = ana.copy(2, "Ben");
    ben.now = at(IN_WEEK_11);
    ana.must(run(season::Command::Begin(8)));
    ben.must(run(season::Command::Begin(12)));
    ana.import(&ben);
    ben.import(&ana);
    assert_eq!(ana.circle(), ben.circle());
    assert_eq!((seasons(&ana).len(), seasons(&ana)[1].0.as_str()), (2, "2027-01-11"));
}

#[test]
fn who_leaves_does_so_at_the_end_and_has_no_turn_from_then_on() {
    let mut ana = founded("2026-12-29T12:00:00Z");
    ana.now = at(IN_LAST_WEEK);
    let held = |device: &Device, who: &str, from: Cycle, weeks: i64| {
        let now = present(&device.view, device.now);
        let rota = rota_in(&device.view, &Zones, now.cycle(), 4);
        let id = device.member(who);
        (0..weeks).filter(|n| rota.turns(from.plus(*n)).iter().any(|turn| turn.holder.as_ref() == Some(&id))).count()
    };
    let (first, next) = (cycle("2026-11-02"), cycle("2027-01-11"));
    let before = held(&ana, "Ben", first, 10);
    assert!(before > 0 && held(&ana, "Ben", next, 4) > 0);
    let mut ben = ana.copy(2, "Ben");
    let written = ben.must(choose(SeasonChoice::Leave));
    assert_eq!((held(&ben, "Ben", first, 10), held(&ben, "Ben", next, 4)), (before, 0), "this season stays as it is");
    assert!(roster(&ben).contains(&"Ben"));
    assert_eq!(
        ben.view.absences_ahead(&ben.member("Ben"), next.first_day()),
        Vec::<&peer_circle::domain::Absence>::new()
    );
    assert_eq!(ben.run(run(season::Command::Farewell(ben.member("Ben")))), Err(Refusal::Gone("farewell")));
    ben.undo(&written);
    assert_eq!(held(&ben, "Ben", next, 4), held(&ana, "Ben", next, 4));
    ben.must(choose(SeasonChoice::Leave));
    ben.must(choose(SeasonChoice::Stay));
    assert_eq!(held(&ben, "Ben", next, 4), held(&ana, "Ben", next, 4), "a change of mind leaves nothing behind");
    ben.must(choose(SeasonChoice::Leave));
    // Nobody waits for a check-in of who has left, farewell or not.
    assert!(ben.view.is_away(&Zones, &ben.member("Ben"), next));
    assert!(!ben.view.is_away(&Zones, &ben.member("Ben"), next.plus(-1)));
    ana.import(&ben);
    ana.now = at(IN_WEEK_11);
    ana.must(run(season::Command::Farewell(ana.member("Ben"))));
    assert_eq!(roster(&ana), ["Ana", "Chen", "Dana"]);
    assert_eq!(ana.view.left_at(&ana.member("Ben")), Some(at("2027-01-11T00:00:00Z")));
    assert_eq!(held(&ana, "Ben", first, 10), before);
}

#[test]
fn who_leaves_after_the_end_is_gone_at_once_and_can_come_back() {
    let mut ben = founded(IN_WEEK_11).copy(2, "Ben");
    ben.must(choose(SeasonChoice::Leave));
    let me = ben.member("Ben");
    assert_eq!(ben.view.left_at(&me), Some(ben.now));
    ben.now = at("2027-02-03T12:00:00Z");
    ben.must(member::Command::Restore(me.clone()));
    assert_eq!(roster(&ben), ["Ana", "Ben", "Chen", "Dana"]);
    assert!(ben.view.recommitments.values().all(|said| said.choice == SeasonChoice::Stay));
    assert!(!ben.view.is_away(&Zones, &me, cycle("2027-02-08")));
    assert!(ben.view.is_away(&Zones, &me, cycle("2027-01-18")));
    assert!(ben.view.to_farewell(cycle("2027-02-08")).is_empty());
}

#[test]
fn the_last_word_can_be_said_while_the_next_season_is_young() {
    let mut ana = founded(IN_LAST_WEEK);
    ana.must(run(season::Command::Begin(8)));
    ana.now = at(IN_WEEK_12);
    let mut late = ana.copy(2, "Chen");
    late.must(look_back("", "For the patience"));
    let closing = season_closing(present(&late.view, late.now)).unwrap();
    assert_eq!((closing.season.first, closing.retros.len()), (cycle("2026-11-02"), 1));
    ana.now = at("2027-01-25T12:00:00Z");
    assert!(matches!(ana.run(look_back("x", "")), Err(Refusal::SeasonRuns { .. })));
    assert_eq!(season_closing(present(&ana.view, ana.now)).unwrap().season.first, cycle("2027-01-11"));
}

/// Three devices end a season: Ben leaves, Ana begins the next one without having heard of it, Chen adds Elif and
/// begins it too. Whoever hears of whom in which order, all end with the same.
#[test]
fn a_season_ends_alike_on_three_devices() {
    let orders: [[(usize, usize); 4]; 6] = [
        [(0, 1), (0, 2), (1, 0), (2, 0)],
        [(1, 2), (2, 0), (0, 1), (1, 2)],
        [(2, 1), (1, 0), (0, 2), (2, 1)],
        [(0, 2), (2, 1), (1, 0), (0, 2)],
        [(1, 0), (1, 2), (0, 1), (2, 1)],
        [(2, 0), (2, 1), (0, 2), (1, 2)],
    ];
    let mut ends = Vec::new();
    for order in orders {
        let ana = founded(IN_LAST_WEEK);
        let mut all = [ana.copy(11, "Ana"), ana.copy(12, "Ben"), ana.copy(13, "Chen")];
        let later = |device: &mut Device, now: &str| device.now = at(now);
        all[0].must(look_back("Numbers first", "For the winter"));
        all[0].must(choose(SeasonChoice::Stay));
        later(&mut all[0], IN_WEEK_11);
        all[0].must(run(season::Command::Begin(8)));
        all[1].must(look_back("", "Thank you all"));
        all[1].must(choose(SeasonChoice::Leave));
        later(&mut all[2], IN_WEEK_11);
        all[2].must(choose(SeasonChoice::Stay));
        all[2].must(member::Command::Add { name: "Elif".to_owned() });
        all[2].must(run(season::Command::Begin(8)));
        for (into, from) in order {
            let [into, from] = all.get_disjoint_mut([into, from]).unwrap();
            into.import(from);
        }
        // Whoever sees it first says goodbye; another one does too, without having heard of that.
        for device in &mut all {
            later(device, "2027-01-12T12:00:00Z");
            let ben = device.member("Ben");
            let knows = device.view.to_farewell(cycle("2027-01-11")).iter().any(|(member, _)| member.id == ben);
            assert_eq!(device.run(run(season::Command::Farewell(ben))).is_ok(), knows);
        }
        for (into, from) in [(0, 1), (0, 2), (1, 0), (2, 0), (1, 2), (2, 1)] {
            let [into, from] = all.get_disjoint_mut([into, from]).unwrap();
            into.import(from);
        }
        let [one, two, three] = &all;
        assert_eq!((one.circle(), two.circle()), (three.circle(), three.circle()));
        assert_eq!(roster(one), ["Ana", "Chen", "Dana", "Elif"]);
        assert_eq!(seasons(one), [("2026-11-02".to_owned(), 10), ("2027-01-11".to_owned(), 8)]);
        ends.push(one.snapshot());
    }
    // Neither does the order leave a trace in what is there in the end.
    assert!(ends.iter().all(|end| end["seasons"] == ends[0]["seasons"] && end["members"] == ends[0]["members"]));
}

#[test]
fn what_comes_in_is_told() {
    let told = |before: &Device, after: &Device| {
        let name = |id: &MemberId| after.view.name_of(id).unwrap_or_default().to_owned();
        let news = news(&before.view, &after.view).into_iter();
        let ours = news.filter_map(|item| match item.what {
            Happening::Season(what) => Some((item.who.as_ref().map(name).unwrap_or_default(), what)),
            _ => None,
        });
        ours.collect::<Vec<_>>()
    };
    let before = founded(IN_LAST_WEEK);
    let mut ana = before.copy(2, "Ana");
    let thanks_to = Some(ana.member("Ben"));
    let [keep, thanks] = ["Numbers", "For Tuesday"].map(str::to_owned);
    ana.must(run(season::Command::LookBack(RetroDraft { keep, thanks, thanks_to, ..RetroDraft::default() })));
    ana.must(choose(SeasonChoice::Stay));
    ana.must(run(season::Command::Begin(8)));
    let who = || "Ana".to_owned();
    let expected = [
        (String::new(), SeasonNews::Begun(cycle("2027-01-11"))),
        (who(), SeasonNews::LookedBack),
        (who(), SeasonNews::Thanked(Some("Ben".to_owned()))),
        (who(), SeasonNews::Stays),
    ];
    assert_eq!(told(&before, &ana), expected);
    let known = ana.copy(3, "Ana");
    ana.must(choose(SeasonChoice::Leave));
    assert_eq!(told(&known, &ana), [(who(), SeasonNews::Leaves)]);
}

/// What one of three devices does at the end of a season, by a number.
fn act(device: &mut Device, what: u8) {
    let command = match what {
        0 => look_back("Numbers", ""),
        1 => look_back("", "For all of it"),
        2 => choose(SeasonChoice::Stay),
        3 => choose(SeasonChoice::Leave),
        4 => run(season::Command::Begin(8)),
        5 => run(season::Command::Begin(12)),
        6 => run(season::Command::Farewell(device.member("Ben"))),
        7 => run(season::Command::Farewell(device.member("Chen"))),
        8 => Command::from(member::Command::Restore(device.member("Ben"))),
        _ => {
            device.now = device.now.plus(36 * 3_600_000);
            return;
        }
    };
    // Whether the rules allow it depends on what came before.
    let _ = device.run(command);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever three devices do at the end of a season and whomever they hear in which order: once all have heard all,
    /// they say the same, and at most one season has followed.
    #[test]
    fn every_end_of_a_season_is_one(steps in proptest::collection::vec((0..3_usize, 0..14_u8, 0..3_usize), 0..24)) {
        let ana = founded(IN_LAST_WEEK);
        let mut all = [ana.copy(11, "Ana"), ana.copy(12, "Ben"), ana.copy(13, "Chen")];
        for (on, what, from) in steps {
            if what < 10 {
                act(&mut all[on], what);
            } else if on != from {
                let [into, from] = all.get_disjoint_mut([on, from]).unwrap();
                into.import(from);
            }
        }
        for (into, from) in [(0, 1), (0, 2), (1, 0), (2, 0)] {
            let [into, from] = all.get_disjoint_mut([into, from]).unwrap();
            into.import(from);
        }
        let [one, two, three] = &all;
        prop_assert_eq!(one.circle(), two.circle());
        prop_assert_eq!(two.circle(), three.circle());
        prop_assert!(one.view.seasons.len() <= 2, "{:?}", seasons(one));
        // Whoever leaves has no turn once the season is over.
        let running = cycle("2027-01-11");
        let rota = rota_in(&one.view, &Zones, running, 4);
        for said in one.view.recommitments.values().filter(|said| said.choice == SeasonChoice::Leave) {
            prop_assert!(one.view.is_away(&Zones, &said.member, running) || one.view.left_at(&said.member).is_some());
            let turns = (1..5).flat_map(|week| rota.turns(running.plus(week)));
            let held = turns.filter(|turn| turn.holder.as_ref() == Some(&said.member)).count();
            prop_assert_eq!(held, 0);
        }
    }
}
