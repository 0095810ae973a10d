//! The three clocks on clocks that jump, and how they stand to each other.

use crate::support::{Zones, at, cycle, rhythm};
use chrono::Weekday;
use peer_circle::domain::{Clock, LocalTime, Rhythm, Rhythms, SessionTime, WeeklyTime, ZoneId, ZoneRules, iso_local};

fn weekly(weekday: Weekday, time: &str) -> WeeklyTime {
    let (hour, minute) = time.split_once(':').unwrap();
    WeeklyTime { weekday, minute: hour.parse::<u16>().unwrap() * 60 + minute.parse::<u16>().unwrap() }
}

/// Updates on Thursdays at 18:00, reviews on Sundays at `review`, next steps on Mondays at 9:00.
fn sundays(zone: &str, review: &str) -> Rhythm {
    let session = SessionTime { at: weekly(Weekday::Sun, review), minutes: 45, place: String::new() };
    Rhythm { session, ..rhythm(zone, 3, 18) }
}

/// The instants were worked out with Python's `zoneinfo`.
#[test]
fn clocks_across_the_changes_of_two_years() {
    use LocalTime::{Fold, Gap, Unambiguous};
    let check = |zone: &str, review: &str, of: &str, instants: [&str; 3], kind: LocalTime| {
        let rhythms = Rhythms::new(sundays(zone, review));
        let found = Clock::ALL.map(|clock| rhythms.occasion(&Zones, cycle(of), clock).unwrap());
        assert_eq!(found.map(|o| o.at), instants.map(|text| at(&format!("{text}:00Z"))), "{of} in {zone}");
        assert_eq!(found.map(|o| o.kind), [Unambiguous, kind, Unambiguous], "{of} in {zone}");
    };
    check("Europe/Lisbon", "01:30", "2026-03-23", ["2026-03-26T18:00", "2026-03-29T01:30", "2026-03-30T08:00"], Gap);
    check(
        "Europe/Lisbon",
        "01:30",
        "2026-03-30",
        ["2026-04-02T17:00", "2026-04-05T00:30", "2026-04-06T08:00"],
        Unambiguous,
    );
    check("Europe/Lisbon", "01:30", "2026-10-19", ["2026-10-22T17:00", "2026-10-25T00:30", "2026-10-26T09:00"], Fold);
    check("Europe/Lisbon", "01:30", "2027-03-22", ["2027-03-25T18:00", "2027-03-28T01:30", "2027-03-29T08:00"], Gap);
    check("Europe/Lisbon", "01:30", "2027-10-25", ["2027-10-28T17:00", "2027-10-31T00:30", "2027-11-01T09:00"], Fold);
    check("America/New_York", "02:30", "2026-03-02", ["2026-03-05T23:00", "2026-03-08T07:30", "2026-03-09T13:00"], Gap);
    check(
        "America/New_York",
        "02:30",
        "2026-03-09",
        ["2026-03-12T22:00", "2026-03-15T06:30", "2026-03-16T13:00"],
        Unambiguous,
    );
    check("America/New_York", "02:30", "2027-03-08", ["2027-03-11T23:00", "2027-03-14T07:30", "2027-03-15T13:00"], Gap);
    check(
        "America/New_York",
        "01:30",
        "2026-10-26",
        ["2026-10-29T22:00", "2026-11-01T05:30", "2026-11-02T14:00"],
        Fold,
    );
    check(
        "America/New_York",
        "01:30",
        "2026-11-02",
        ["2026-11-05T23:00", "2026-11-08T06:30", "2026-11-09T14:00"],
        Unambiguous,
    );
    check(
        "America/New_York",
        "01:30",
        "2027-11-01",
        ["2027-11-04T22:00", "2027-11-07T05:30", "2027-11-08T14:00"],
        Fold,
    );
    check(
        "Asia/Kolkata",
        "02:30",
        "2026-03-23",
        ["2026-03-26T12:30", "2026-03-28T21:00", "2026-03-30T03:30"],
        Unambiguous,
    );
    check(
        "Asia/Kolkata",
        "02:30",
        "2026-03-30",
        ["2026-04-02T12:30", "2026-04-04T21:00", "2026-04-06T03:30"],
        Unambiguous,
    );
    check(
        "Asia/Kolkata",
        "02:30",
        "2027-10-25",
        ["2027-10-28T12:30", "2027-10-30T21:00", "2027-11-01T03:30"],
        Unambiguous,
    );
    check(
        "Australia/Sydney",
        "02:30",
        "2026-03-30",
        ["2026-04-02T07:00", "2026-04-04T15:30", "2026-04-05T23:00"],
        Fold,
    );
    check(
        "Australia/Sydney",
        "02:30",
        "2026-04-06",
        ["2026-04-09T08:00", "2026-04-11T16:30", "2026-04-12T23:00"],
        Unambiguous,
    );
    check("Australia/Sydney", "02:30", "2026-09-28", ["2026-10-01T08:00", "2026-10-03T16:30", "2026-10-04T22:00"], Gap);
    check(
        "Australia/Sydney",
        "02:30",
        "2027-03-29",
        ["2027-04-01T07:00", "2027-04-03T15:30", "2027-04-04T23:00"],
        Fold,
    );
    check("Australia/Sydney", "02:30", "2027-09-27", ["2027-09-30T08:00", "2027-10-02T16:30", "2027-10-03T22:00"], Gap);
    check(
        "Australia/Lord_Howe",
        "02:15",
        "2026-09-28",
        ["2026-10-01T07:30", "2026-10-03T15:45", "2026-10-04T22:00"],
        Gap,
    );
    check(
        "Australia/Lord_Howe",
        "02:15",
        "2026-10-05",
        ["2026-10-08T07:00", "2026-10-10T15:15", "2026-10-11T22:00"],
        Unambiguous,
    );
    check(
        "Australia/Lord_Howe",
        "02:15",
        "2027-09-27",
        ["2027-09-30T07:30", "2027-10-02T15:45", "2027-10-03T22:00"],
        Gap,
    );
    check(
        "Australia/Lord_Howe",
        "01:45",
        "2026-03-30",
        ["2026-04-02T07:00", "2026-04-04T14:45", "2026-04-05T22:30"],
        Fold,
    );
    check(
        "Australia/Lord_Howe",
        "01:45",
        "2026-04-06",
        ["2026-04-09T07:30", "2026-04-11T15:15", "2026-04-12T22:30"],
        Unambiguous,
    );
    check(
        "Australia/Lord_Howe",
        "01:45",
        "2027-03-29",
        ["2027-04-01T07:00", "2027-04-03T14:45", "2027-04-04T22:30"],
        Fold,
    );
    check(
        "Pacific/Apia",
        "03:30",
        "2026-03-30",
        ["2026-04-02T05:00", "2026-04-04T14:30", "2026-04-05T20:00"],
        Unambiguous,
    );
    check(
        "Pacific/Apia",
        "03:30",
        "2026-04-06",
        ["2026-04-09T05:00", "2026-04-11T14:30", "2026-04-12T20:00"],
        Unambiguous,
    );
    check(
        "Pacific/Apia",
        "03:30",
        "2026-09-28",
        ["2026-10-01T05:00", "2026-10-03T14:30", "2026-10-04T20:00"],
        Unambiguous,
    );
    check(
        "Pacific/Apia",
        "03:30",
        "2027-03-29",
        ["2027-04-01T05:00", "2027-04-03T14:30", "2027-04-04T20:00"],
        Unambiguous,
    );
    check(
        "Pacific/Apia",
        "03:30",
        "2027-09-27",
        ["2027-09-30T05:00", "2027-10-02T14:30", "2027-10-03T20:00"],
        Unambiguous,
    );
    check(
        "Europe/Lisbon",
        "17:00",
        "2026-12-28",
        ["2026-12-31T18:00", "2027-01-03T17:00", "2027-01-04T09:00"],
        Unambiguous,
    );
    check(
        "America/New_York",
        "17:00",
        "2026-12-28",
        ["2026-12-31T23:00", "2027-01-03T22:00", "2027-01-04T14:00"],
        Unambiguous,
    );
}

#[test]
fn a_viewer_elsewhere_reads_another_weekday() {
    let check = |zone: &str, (weekday, hour): (u8, u16), viewer: &str, theirs: &str, own: &str| {
        let rhythms = Rhythms::new(rhythm(zone, weekday, hour));
        let occasion = rhythms.occasion(&Zones, cycle("2026-11-23"), Clock::CheckIns).unwrap();
        assert_eq!(iso_local(occasion.local), theirs);
        assert_eq!(iso_local(Zones.local(&ZoneId::new(viewer), occasion.at)), own, "{zone} seen from {viewer}");
    };
    check("Pacific/Apia", (4, 8), "America/New_York", "2026-11-27T08:00", "2026-11-26T14:00");
    check("America/New_York", (3, 18), "Asia/Kolkata", "2026-11-26T18:00", "2026-11-27T04:30");
    check("Europe/Lisbon", (3, 18), "Australia/Sydney", "2026-11-26T18:00", "2026-11-27T05:00");
    check("Asia/Kolkata", (3, 6), "America/New_York", "2026-11-26T06:00", "2026-11-25T19:30");
}

#[test]
fn clocks_come_in_their_order() {
    use Weekday::{Fri, Mon, Sun, Thu, Wed};
    let check = |updates, review, next_steps, expected: [&str; 3]| {
        let mut rhythm = rhythm("UTC", 0, 0);
        (rhythm.check_ins_due, rhythm.session.at, rhythm.next_steps_due) = (updates, review, next_steps);
        let found = Clock::ALL.map(|clock| iso_local(rhythm.local(cycle("2026-11-23"), clock)));
        assert_eq!(found, expected.map(str::to_owned), "{rhythm:?}");
    };
    let (thursday, friday) = (weekly(Thu, "18:00"), weekly(Fri, "17:00"));
    let monday = weekly(Mon, "09:00");
    check(thursday, friday, monday, ["2026-11-26T18:00", "2026-11-27T17:00", "2026-11-30T09:00"]);
    check(thursday, friday, weekly(Sun, "20:00"), ["2026-11-26T18:00", "2026-11-27T17:00", "2026-11-29T20:00"]);
    check(
        weekly(Sun, "20:00"),
        monday,
        weekly(Wed, "12:00"),
        ["2026-11-29T20:00", "2026-11-30T09:00", "2026-12-02T12:00"],
    );
    check(
        weekly(Sun, "20:00"),
        weekly(Sun, "19:59"),
        weekly(Sun, "19:58"),
        ["2026-11-29T20:00", "2026-12-06T19:59", "2026-12-13T19:58"],
    );
    // Updates may be brought to the session itself.
    check(friday, friday, friday, ["2026-11-27T17:00"; 3]);
}

#[test]
fn what_a_rhythm_begins_with() {
    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue};
    let check = |updates, review| assert_eq!(Rhythm::new(ZoneId::utc(), updates).session.at, review, "{updates:?}");
    check(weekly(Thu, "18:00"), weekly(Fri, "17:00"));
    check(weekly(Mon, "17:00"), weekly(Fri, "17:00"));
    check(weekly(Mon, "16:00"), weekly(Tue, "16:00"));
    check(weekly(Fri, "09:00"), weekly(Fri, "17:00"));
    check(weekly(Fri, "18:00"), weekly(Sat, "18:00"));
    check(weekly(Sun, "20:00"), weekly(Mon, "20:00"));
}
