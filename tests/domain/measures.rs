//! Goals measured in counts, percent, numbers and times.

use peer_circle::domain::{Measure, MeasureKind, NumberFault, NumberFormat, Scale, duration_text, read_duration};
use proptest::prelude::*;

#[test]
fn times_are_read_as_runners_write_them() {
    let check = |text: &str, seconds: Result<f64, NumberFault>| {
        assert_eq!(read_duration(text, NumberFormat::ENGLISH), seconds, "{text:?}");
    };
    check("1:45:00", Ok(6_300.0));
    check("45:30", Ok(2_730.0));
    check(" 0:09.58 ", Ok(9.58));
    check("1:34:18", Ok(5_658.0));
    check("100:00", Ok(6_000.0));
    check("0", Ok(0.0));
    check("1 h 45 min", Ok(6_300.0));
    check("1h45m", Ok(6_300.0));
    check("90 s", Ok(90.0));
    check("1.5 hours", Ok(5_400.0));
    check("२:३०", Ok(150.0));
    check("", Err(NumberFault::Empty));
    for text in
        ["45", "1:75", "1:60:00", "1.5:00", "1:2:3:4", "-1:00", "1:-5", "a:b", "5 min 1 h", "5 apples", ":", "1:"]
    {
        check(text, Err(NumberFault::NoTime));
    }
}

#[test]
fn times_are_written_short() {
    let check = |seconds: f64, text: &str| assert_eq!(duration_text(seconds), text, "{seconds}");
    check(0.0, "0:00");
    check(59.0, "0:59");
    check(60.0, "1:00");
    check(2_730.0, "45:30");
    check(3_600.0, "1:00:00");
    check(6_300.0, "1:45:00");
    check(9.58, "0:09.58");
    check(9.5, "0:09.5");
    check(59.999, "1:00");
    check(-90.0, "-1:30");
}

proptest! {
    #[test]
    fn a_time_is_read_as_it_was_written(hundredths in 0_u32..100_000_000) {
        let seconds = f64::from(hundredths) / 100.0;
        let read = read_duration(&duration_text(seconds), NumberFormat::ENGLISH).unwrap();
        prop_assert!((read - seconds).abs() < 0.001, "{seconds} {read}");
    }

    #[test]
    fn reading_a_time_never_panics(text in "\\PC{0,12}") {
        let _ = read_duration(&text, NumberFormat::ENGLISH);
    }
}

#[test]
fn a_scale_reads_what_belongs_to_it() {
    let check = |scale: Scale, text: &str, value: Result<f64, NumberFault>| {
        assert_eq!(scale.read(text, NumberFormat::ENGLISH), value, "{scale:?} {text:?}");
    };
    let unit = || "pages".to_owned();
    check(Scale::Count(unit()), "12", Ok(12.0));
    check(Scale::Count(unit()), "1,500", Ok(1_500.0));
    check(Scale::Count(unit()), "7.5", Err(NumberFault::NotWhole));
    check(Scale::Quantity(unit()), "7.5", Ok(7.5));
    check(Scale::Quantity(unit()), "1:45", Err(NumberFault::Words(":".to_owned())));
    check(Scale::Percent, "40 %", Ok(40.0));
    check(Scale::Time, "45:30", Ok(2_730.0));
    check(Scale::Time, "45", Err(NumberFault::NoTime));
}

#[test]
fn what_a_field_shows_is_read_back() {
    for kind in MeasureKind::ALL {
        assert_eq!(MeasureKind::from_key(kind.key()), Some(kind));
        let Some(scale) = kind.scale("kg") else { continue };
        assert_eq!(scale.kind(), kind);
        for value in [0.0, 1.0, 90.0, 6_300.0] {
            assert_eq!(scale.read(&scale.typed(value), NumberFormat::ENGLISH), Ok(value), "{kind:?}");
        }
    }
}

#[test]
fn less_is_better_where_the_target_lies_below_the_start() {
    let check = |start, target, is_lower| {
        assert_eq!(Measure::Number { scale: Scale::Time, start, target }.is_lower_better(), is_lower);
    };
    check(300.0, 120.0, true);
    check(0.0, 120.0, false);
    assert!(!Measure::Done.is_lower_better());
}
