//! Numbers as people write them.

use peer_circle::domain::NumberFault::{self, Ambiguous, Empty, NoDigits, Separators, TooLarge, Words};
use peer_circle::domain::{Number, NumberFormat, NumberKind, read_number};
use proptest::prelude::*;

const ENGLISH: NumberFormat = NumberFormat::ENGLISH;
const GERMAN: NumberFormat = NumberFormat { decimal: ',' };

#[test]
fn what_a_separator_means() {
    let check = |text: &str, value: f64| {
        for locale in [ENGLISH, GERMAN] {
            let read = read_number(text, locale);
            assert_eq!(read, Ok(Number { value, kind: NumberKind::Plain }), "{text:?} {locale:?}");
        }
    };
    check("12", 12.0);
    check("7.5", 7.5);
    check("7,5", 7.5);
    check("0,25", 0.25);
    check("0.125", 0.125);
    check("0,500", 0.5);
    check(".5", 0.5);
    check(",5", 0.5);
    check("5.", 5.0);
    check("1234.567", 1234.567);
    check("1,5000", 1.5);
    check("1,500,000", 1_500_000.0);
    check("1.500.000", 1_500_000.0);
    check("1.500,5", 1500.5);
    check("1,500.5", 1500.5);
    check("1,500.500", 1500.5);
    check("15,00,000", 1_500_000.0);
    check("1 500", 1500.0);
    check("1 500,5", 1500.5);
    check("1 500 000.25", 1_500_000.25);
    check("1'500", 1500.0);
    check("1’500.50", 1500.5);
    check("1_500", 1500.0);
    // No-break, narrow no-break, thin and ideographic blanks.
    for blank in ['\u{a0}', '\u{202f}', '\u{2009}', '\u{3000}'] {
        check(&format!("12{blank}000"), 12_000.0);
    }
}

#[test]
fn three_digits_after_a_separator_group_unless_the_language_says_otherwise() {
    let check = |text: &str, locale: NumberFormat, expected: Result<f64, NumberFault>| {
        assert_eq!(read_number(text, locale).map(|number| number.value), expected, "{text:?} {locale:?}");
    };
    check("1,500", ENGLISH, Ok(1500.0));
    check("12,000", ENGLISH, Ok(12_000.0));
    check("1.500", GERMAN, Ok(1500.0));
    check("1,500", GERMAN, Err(Ambiguous { grouped: 1500.0, decimal: 1.5 }));
    check("1.500", ENGLISH, Err(Ambiguous { grouped: 1500.0, decimal: 1.5 }));
    check("-12.000", ENGLISH, Err(Ambiguous { grouped: -12_000.0, decimal: -12.0 }));
    check("2.500k", ENGLISH, Err(Ambiguous { grouped: 2_500_000.0, decimal: 2500.0 }));
    // Arabic has a sign for each.
    for locale in [ENGLISH, GERMAN, NumberFormat { decimal: '٫' }] {
        check("١٬٥٠٠", locale, Ok(1500.0));
        check("١٫٥٠٠", locale, Ok(1.5));
        check("١٬٥٠٠٫٢٥", locale, Ok(1500.25));
    }
}

#[test]
fn signs_percents_and_short_forms() {
    let check = |text: &str, value: f64, kind: NumberKind| {
        assert_eq!(read_number(text, ENGLISH), Ok(Number { value, kind }), "{text:?}");
    };
    let plain = |text: &str, value: f64| check(text, value, NumberKind::Plain);
    let percent = |text: &str, value: f64| check(text, value, NumberKind::Percent);
    percent("25 %", 25.0);
    percent("50%", 50.0);
    percent("%50", 50.0);
    percent("-2,5 %", -2.5);
    percent("٢٥٪", 25.0);
    percent("５０％", 50.0);
    plain("2.5k", 2500.0);
    plain("10k", 10_000.0);
    plain("10 K", 10_000.0);
    plain("3M", 3_000_000.0);
    plain("-5", -5.0);
    plain("−5", -5.0);
    plain("– 5", -5.0);
    plain("+5", 5.0);
    plain("－５", -5.0);
    plain("\u{200f}-٥", -5.0);
    assert!(read_number("-0", ENGLISH).is_ok_and(|number| number.value.is_sign_positive()));
}

#[test]
fn digits_of_any_script() {
    for text in ["25", "٢٥", "۲۵", "२५", "২৫", "௨௫", "๒๕", "၂၅", "２５", "𝟐𝟓", "𑁨𑁫", "𞥒𞥕"]
    {
        assert_eq!(read_number(text, ENGLISH).map(|number| number.value), Ok(25.0), "{text:?}");
    }
}

#[test]
fn a_refusal_says_why() {
    let check = |text: &str, fault: NumberFault| assert_eq!(read_number(text, ENGLISH), Err(fault), "{text:?}");
    let words = |words: &str| Words(words.to_owned());
    check("", Empty);
    check(" \u{a0} ", Empty);
    check("many", NoDigits);
    check("½", NoDigits);
    check("-", NoDigits);
    check("%", NoDigits);
    check("80 kg", words("kg"));
    check("€ 500", words("€"));
    check("25 applications", words("applications"));
    check("3m", words("m"));
    check("1e5", words("e"));
    check("5-10", words("-"));
    check("3/4", words("/"));
    check("--5", words("-"));
    check("1,50,5", Separators);
    check("1 50", Separators);
    check("1.500.00", Separators);
    check("1,500 000", Separators);
    check("0 500", Separators);
    check("1..5", Separators);
    check("1,.5", Separators);
    check("٬٥", Separators);
    check("1٫5٫5", Separators);
    check("1000000000000", TooLarge);
    check("9999999M", TooLarge);
    check(&"9".repeat(400), TooLarge);
}

/// `n` with `separator` between its thousands.
fn grouped(n: u32, separator: &str) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
}

fn in_arabic(text: &str) -> String {
    text.chars().map(|c| c.to_digit(10).map_or(c, |value| char::from_u32(0x660 + value).unwrap())).collect()
}

proptest! {
    #[test]
    fn no_text_is_a_panic_or_an_endless_number(text in any::<String>(), digits in "[0-9.,' ٫٬kM%+-]{0,12}") {
        for locale in [ENGLISH, GERMAN] {
            for text in [&text, &digits] {
                if let Ok(number) = read_number(text, locale) {
                    prop_assert!(number.value.abs() < 1e12);
                }
            }
        }
    }

    /// The standard library finds the number that is nearest.
    #[test]
    fn decimals_are_read_to_the_last_bit(whole in "[1-9][0-9]{0,8}", decimals in "[0-9]{4,10}|[0-9]{1,2}") {
        let text = format!("{whole}.{decimals}");
        prop_assert_eq!(read_number(&text, ENGLISH).map(|read| read.value), Ok(text.parse().unwrap()));
    }

    /// Longer ones too, as far as nineteen digits and twenty decimals; after that to the last bit but one.
    #[test]
    fn long_decimals_are_read_as_well(zeros in "0{0,12}", digits in "[1-9][0-9]{7,11}", more in "[0-9]{0,20}") {
        let text = format!("0.{zeros}{digits}");
        if zeros.len() + digits.len() <= 20 {
            prop_assert_eq!(read_number(&text, ENGLISH).map(|read| read.value), Ok(text.parse().unwrap()));
        }
        let text = format!("{text}{more}");
        let (read, right) = (read_number(&text, ENGLISH).unwrap().value, text.parse::<f64>().unwrap());
        prop_assert!((read / right - 1.0).abs() <= 2.0 * f64::EPSILON, "{text}: {read} for {right}");
    }

    #[test]
    fn what_is_grouped_and_has_a_fraction_reads_alike_everywhere(n in 0_u32..2_000_000_000, cents in 0_u32..100) {
        let expected = format!("{n}.{cents:02}").parse::<f64>().unwrap();
        for (separator, decimal) in [(",", "."), (".", ","), (" ", ","), ("’", "."), ("\u{202f}", ","), ("٬", "٫")] {
            let text = format!("{}{decimal}{cents:02}", grouped(n, separator));
            for locale in [ENGLISH, GERMAN] {
                for text in [text.clone(), in_arabic(&text)] {
                    prop_assert_eq!(read_number(&text, locale).map(|number| number.value), Ok(expected), "{}", text);
                }
            }
        }
    }

    #[test]
    fn what_a_language_writes_it_reads_or_asks(n in 0_u32..2_000_000_000) {
        for (locale, separator) in [(ENGLISH, ","), (GERMAN, ".")] {
            let read = read_number(&grouped(n, separator), locale).map(|number| number.value);
            prop_assert_eq!(read, Ok(f64::from(n)));
        }
    }
}
