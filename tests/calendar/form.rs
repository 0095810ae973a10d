//! The file's form: lines, escapes, names.

use crate::reading::{circle, lines, order, values, week};
use crate::support::{Zones, cycle, rhythm};
use peer_circle::domain::{Rhythms, ZoneId};
use peer_circle::exchange::calendar::calendar;
use proptest::prelude::*;

const NOW: &str = "2026-11-03T08:00:00Z";

/// What holds of every file.
fn check(file: &str) {
    assert!(file.ends_with("END:VCALENDAR\r\n"));
    for line in file.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(char::is_control), "{line:?}");
    }
    let mut open = Vec::new();
    for line in lines(file) {
        let (name, value) = line.split_once(':').unwrap();
        match name {
            "BEGIN" => open.push(value.to_owned()),
            "END" => assert_eq!(open.pop().as_deref(), Some(value)),
            _ => {
                assert!(name.split(';').next().unwrap().bytes().all(|b| b.is_ascii_uppercase() || b == b'-'), "{line}")
            }
        }
    }
    assert!(open.is_empty());
}

#[test]
fn people_s_words_are_escaped_and_folded() {
    let mut circle = circle(rhythm("Europe/Lisbon", 3, 18), "2026-11-02", 10);
    let mut rhythm = circle.rhythm.newest().clone();
    rhythm.session.place = "Room 4; 2nd floor, left\\right".to_owned();
    circle.rhythm = Rhythms::new(rhythm);
    let file = calendar(&circle, &Zones, &order(NOW));
    check(&file);
    assert_eq!(values(&file, "X-WR-CALNAME"), ["Nord\\, Süd"]);
    assert_eq!(values(&file, "LOCATION"), ["Room 4\\; 2nd floor\\, left\\\\right"]);
    assert_eq!(values(&file, "SUMMARY")[1], "Nord\\; Süd\\, \\\\o/: review");
    assert!(values(&file, "DESCRIPTION")[0].starts_with("One line.\\nAnother\\, with 👩‍👩‍👧‍👦 and כתוב\\, that"));
    assert_eq!(values(&file, "URL"), ["https://example.org/circle/week"; 3]);
    assert_eq!(values(&file, "DTSTAMP"), ["20261103T080000Z"; 3]);
    assert_eq!(values(&file, "DURATION"), ["PT15M", "PT45M", "PT15M"]);
    assert_eq!(values(&file, "TRIGGER"), ["-P1D", "-PT2H", "-PT15M", "-PT2H"]);
}

#[test]
fn a_whole_series_as_it_stands() {
    let mut circle = circle(rhythm("Asia/Kolkata", 3, 18), "2026-11-02", 10);
    circle.put(week(cycle("2026-12-21"), None));
    let file = calendar(&circle, &Zones, &order(NOW));
    let expected = "BEGIN:VTIMEZONE\r\nTZID:Asia/Kolkata\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n\
        TZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\n";
    assert!(file.contains(expected), "{file}");
    let id = &circle.about.id;
    let expected = format!(
        "UID:{id}-updates-2026-11-02@peer-circle\r\nDTSTAMP:20261103T080000Z\r\nSEQUENCE:7\r\n\
         DTSTART;TZID=Asia/Kolkata:20261105T180000\r\nRRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=10\r\n\
         EXDATE;TZID=Asia/Kolkata:20261224T180000\r\nDURATION:PT15M\r\n"
    );
    assert!(file.contains(&expected), "{file}");
}

#[test]
fn a_zone_s_name_cannot_break_the_file() {
    let mut rhythm = rhythm("UTC", 3, 18);
    rhythm.zone = ZoneId::new("x\r\nBEGIN:VALARM;\"");
    let file = calendar(&circle(rhythm, "2026-11-02", 10), &Zones, &order(NOW));
    check(&file);
    assert_eq!(values(&file, "TZID"), [""; 0], "nobody knows it, so times are in UTC");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_words_make_a_file(words in any::<[String; 4]>(), place in "\\PC{0,200}", long in "[aé👩;,\\\\\r\n]{60,300}") {
        let mut order = order(NOW);
        let [name, summary, description, url] = words;
        (order.words.name, order.words.session.summary, order.words.check_ins.description) = (name, summary, description);
        (order.url, order.words.session.description) = (url, long.clone());
        let mut rhythm = rhythm("Europe/Lisbon", 3, 18);
        rhythm.session.place = place;
        let file = calendar(&circle(rhythm, "2026-11-02", 10), &Zones, &order);
        check(&file);
        let shown = values(&file, "DESCRIPTION").into_iter().nth(3).unwrap();
        prop_assert_eq!(unescaped(&shown), long.replace("\r\n", "\n").replace('\r', "\n"));
    }
}

fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => text.push(chars.next().map(|c| if c == 'n' { '\n' } else { c }).unwrap()),
            (c, false) => text.push(c),
        }
    }
    text
}
