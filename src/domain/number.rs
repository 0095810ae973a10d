//! Numbers as people write them (design 2.10): in any script, grouped or not, with a percent sign or a `k`.
//!
//! Nothing is guessed silently. What one country reads as fifteen hundred and another as one and a half is
//! asked about, and a text that is no number says why.

/// How a language writes numbers: what the browser's `Intl.NumberFormat` tells, the tests say by hand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NumberFormat {
    /// What separates whole numbers from fractions.
    pub decimal: char,
}

impl NumberFormat {
    /// `1,500.25`
    pub const ENGLISH: Self = Self { decimal: '.' };
}

/// Whether a number counts things or hundredths.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NumberKind {
    /// As it is.
    Plain,
    /// With a percent sign. `50 %` is 50, not one half.
    Percent,
}

/// What was understood of a text.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Number {
    /// The value, always finite.
    pub value: f64,
    /// What it counts.
    pub kind: NumberKind,
}

/// Why a text is not taken as a number.
#[derive(Clone, PartialEq, Debug)]
pub enum NumberFault {
    /// Nothing is written.
    Empty,
    /// There is no digit in it.
    NoDigits,
    /// Something stands beside the digits: a unit, a currency, a word.
    Words(String),
    /// The separators do not group digits in any way that people write.
    Separators,
    /// It can be read in two ways, and the language does not settle it.
    Ambiguous {
        /// The separator groups thousands.
        grouped: f64,
        /// The separator begins the fraction.
        decimal: f64,
    },
    /// So large that nobody means it.
    TooLarge,
    /// A count with a fraction.
    NotWhole,
    /// No length of time, or one that can be read in two ways.
    NoTime,
}

/// Numbers from here on are refused.
pub const NUMBER_MAX: f64 = 1e12;

/// Reads `text` as somebody who writes numbers like `locale` means it.
///
/// A separator followed by exactly three digits groups, unless `locale` uses it for fractions. `k` stands for
/// thousands and `M` for millions.
///
/// # Errors
/// A [`NumberFault`] that says what is in the way.
pub fn read_number(text: &str, locale: NumberFormat) -> Result<Number, NumberFault> {
    let plain: String = text.chars().filter(|c| !is_direction(*c)).map(usual).collect();
    let mut rest = plain.trim();
    if rest.is_empty() {
        return Err(NumberFault::Empty);
    }
    if !rest.contains(|c: char| c.is_ascii_digit()) {
        return Err(NumberFault::NoDigits);
    }
    let is_negative = cut(&mut rest, SeparatorSide::Start, &['-']).is_some();
    if !is_negative {
        cut(&mut rest, SeparatorSide::Start, &['+']);
    }
    let percent = cut(&mut rest, SeparatorSide::End, &['%']).or_else(|| cut(&mut rest, SeparatorSide::Start, &['%']));
    let factor = match cut(&mut rest, SeparatorSide::End, &['k', 'K', 'M']) {
        None => 1.0,
        Some('M') => 1e6,
        Some(_) => 1e3,
    };
    let signed = |value: f64| {
        let value = if is_negative { -value * factor } else { value * factor };
        // No "-0" on screen.
        if value == 0.0 { 0.0 } else { value }
    };
    let value = match separated(rest)?.read(locale)? {
        Reading::One(value) => signed(value),
        Reading::Either { grouped, decimal } => {
            return Err(NumberFault::Ambiguous { grouped: signed(grouped), decimal: signed(decimal) });
        }
    };
    if value.abs() >= NUMBER_MAX {
        return Err(NumberFault::TooLarge);
    }
    let kind = if percent.is_some() { NumberKind::Percent } else { NumberKind::Plain };
    Ok(Number { value, kind })
}

#[derive(Clone, Copy)]
enum SeparatorSide {
    Start,
    End,
}

/// Takes one of `signs` off `rest`, with the blanks beside it.
fn cut(rest: &mut &str, side: SeparatorSide, signs: &[char]) -> Option<char> {
    let (sign, left) = match side {
        SeparatorSide::Start => (rest.chars().next()?, rest.strip_prefix(signs)?),
        SeparatorSide::End => (rest.chars().next_back()?, rest.strip_suffix(signs)?),
    };
    *rest = left.trim();
    Some(sign)
}

/// Runs of digits and what stands between each two of them.
struct Separated<'a> {
    runs: Vec<&'a str>,
    separators: Vec<char>,
}

enum Reading {
    One(f64),
    Either { grouped: f64, decimal: f64 },
}

fn separated(text: &str) -> Result<Separated<'_>, NumberFault> {
    let is_other = |c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | BLANK | QUOTE | FRACTION | GROUP));
    if text.contains(is_other) {
        let beside = text.trim_matches(|c: char| !is_other(c)).to_owned();
        return Err(NumberFault::Words(beside));
    }
    // "5." is a number on its way, or the end of a sentence.
    let text = text.strip_suffix(['.', ',', FRACTION]).unwrap_or(text);
    let runs: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).collect();
    let separators: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    // Nothing before the first separator is a zero; nothing between two is a slip.
    if runs[1..].contains(&"") {
        return Err(NumberFault::Separators);
    }
    Ok(Separated { runs, separators })
}

impl Separated<'_> {
    fn read(&self, locale: NumberFormat) -> Result<Reading, NumberFault> {
        let one = |value| Ok(Reading::One(value));
        match self.separators.as_slice() {
            [] => one(self.grouped()),
            [FRACTION] => one(self.decimal()),
            ['.' | ','] if !self.groups() => one(self.decimal()),
            [only] if *only == locale.decimal => {
                Ok(Reading::Either { grouped: self.grouped(), decimal: self.decimal() })
            }
            [first, .., last] if first != last => {
                let (last_run, whole) = (self.runs.len() - 1, &self.separators[..self.separators.len() - 1]);
                let whole = Separated { runs: self.runs[..last_run].to_vec(), separators: whole.to_vec() };
                let begins_fraction = matches!(*last, '.' | ',' | FRACTION);
                if begins_fraction && whole.groups() { one(self.decimal()) } else { Err(NumberFault::Separators) }
            }
            _ if self.groups() => one(self.grouped()),
            _ => Err(NumberFault::Separators),
        }
    }

    /// Whether all separators are the same and part thousands, as in `1,500,000` or `15,00,000`.
    fn groups(&self) -> bool {
        let [first, inner @ .., last] = self.runs.as_slice() else { return !self.runs[0].is_empty() };
        let is_same = self.separators.windows(2).all(|pair| pair[0] == pair[1]) && self.separators[0] != FRACTION;
        let size = inner.first().map_or(3, |run| run.len());
        let is_even = (2..=3).contains(&size) && inner.iter().all(|run| run.len() == size);
        is_same && is_even && (1..=size).contains(&first.len()) && !first.starts_with('0') && last.len() == 3
    }

    fn grouped(&self) -> f64 {
        value(&self.runs.concat())
    }

    /// With the last separator as the decimal one.
    fn decimal(&self) -> f64 {
        let last = self.runs.len() - 1;
        value(&format!("{}.{}", self.runs[..last].concat(), self.runs[last]))
    }
}

/// The value of ASCII digits with at most one point; beyond all bounds where there are too many, or none.
///
/// It is the number that is nearest, as the standard library has it, of up to 19 digits with up to 20 decimals, and one
/// that is next to it of more. The standard library's table for all of them would weigh 11 kB in the page.
fn value(digits: &str) -> f64 {
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && decimals.is_empty() {
        return f64::INFINITY;
    }
    let mut number = Some(0);
    let mut known = 0;
    let mut longer = |digit: u8| {
        number =
            number.and_then(|number: u64| number.checked_mul(10)?.checked_add(u64::from(digit.wrapping_sub(b'0'))));
        known = number.unwrap_or(known);
        number.is_some()
    };
    let left_out = whole.bytes().filter(|digit| !longer(*digit)).count();
    let after_point = decimals.bytes().take_while(|digit| longer(*digit)).count();
    match i32::try_from(left_out) {
        Ok(0) => divided(known, after_point),
        Ok(zeros) => known as f64 * 10_f64.powi(zeros),
        Err(_) => f64::INFINITY,
    }
}

/// `number` with its point moved so many `places`.
fn divided(number: u64, places: usize) -> f64 {
    let over = u128::from(number);
    match u32::try_from(places) {
        Ok(places @ 0..=20) if number > 0 => {
            // As many bits as there is room for: more than 55 are left, the last of which says whether something is over.
            let shift = over.leading_zeros();
            let (over, under) = (over << shift, 10_u128.pow(places));
            let bits = (over / under) | u128::from(over % under != 0);
            bits as f64 * 2_f64.powi(-(shift as i32))
        }
        Ok(places) => number as f64 / 10_f64.powi(places as i32),
        Err(_) => 0.0,
    }
}

/// Every kind of blank inside a number.
const BLANK: char = ' ';
/// Every kind of apostrophe inside a number.
const QUOTE: char = '\'';
/// Arabic's decimal separator, which is nothing else.
const FRACTION: char = '٫';
/// What groups and is nothing else: Arabic's thousands separator, programmers' underscore.
const GROUP: char = '٬';

/// `c` in the one form that is read: digits of any script, wide and typographic signs.
fn usual(c: char) -> char {
    match c {
        '−' | '–' | '‒' | '﹣' | '－' => '-',
        '＋' => '+',
        '％' | '٪' | '﹪' => '%',
        '．' => '.',
        '，' | '،' => ',',
        '’' | '‘' | 'ʼ' | '＇' => QUOTE,
        '_' => GROUP,
        c if c.is_whitespace() => BLANK,
        c => digit(c).and_then(|value| char::from_digit(value, 10)).unwrap_or(c),
    }
}

/// Marks that turn the direction, as they come with a copied Arabic or Hebrew number.
fn is_direction(c: char) -> bool {
    matches!(u32::from(c), 0x61c | 0x200e | 0x200f | 0x202a..=0x202e | 0x2066..=0x2069)
}

/// The zeros of all decimal digits of Unicode 16 (general category Nd); the other nine follow each.
const ZEROS: [u32; 76] = [
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
    0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620,
    0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x10d40, 0x11066, 0x110f0, 0x11136,
    0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x116d0, 0x116da, 0x11730, 0x118e0, 0x11950, 0x11bf0,
    0x11c50, 0x11d50, 0x11da0, 0x11f50, 0x16130, 0x16a60, 0x16ac0, 0x16b50, 0x16d70, 0x1ccf0, 0x1d7ce, 0x1d7d8,
    0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950, 0x1fbf0,
];

/// The value of `c` where it is a decimal digit, of any script.
pub fn digit(c: char) -> Option<u32> {
    let c = u32::from(c);
    let after = ZEROS.partition_point(|zero| *zero <= c);
    let value = c - ZEROS[after.checked_sub(1)?];
    (value < 10).then_some(value)
}
