//! The pieces of a written day.

/// A run of digits.
#[derive(Clone, Copy)]
pub(super) struct DayNumber {
    /// What they are worth.
    pub value: u32,
    /// How many they are.
    pub digits: usize,
}

impl DayNumber {
    /// As a year; of two digits one of this century, or from 70 on of the last.
    pub fn year(self) -> i32 {
        let value = i32::try_from(self.value).unwrap_or(0);
        match (self.digits, value) {
            (2, 0..70) => 2000 + value,
            (2, _) => 1900 + value,
            _ => value,
        }
    }
}

/// The pieces of a written day, without its time.
#[derive(Default)]
pub(super) struct DayParts {
    /// Its numbers.
    pub numbers: Vec<DayNumber>,
    /// The month that a word of it names.
    pub month: Option<u32>,
    /// Whether it has words that no day has.
    pub has_other_words: bool,
    /// What follows the first number.
    pub separator: char,
}

impl DayParts {
    /// Takes `text` apart, which is in lower case.
    pub fn of(text: &str) -> Self {
        let mut parts = Self::default();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            if first.is_ascii_digit() {
                let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
                let (digits, after) = rest.split_at(end);
                // A time of day begins, and nothing of the day follows it but its year, which `Mon Nov 23 19:05 2026`
                // alone has there: that form is left to whoever wrote it.
                if after.starts_with(':') {
                    break;
                }
                if parts.numbers.is_empty() {
                    parts.separator = after.chars().next().unwrap_or_default();
                }
                parts.numbers.push(DayNumber { value: digits.parse().unwrap_or(u32::MAX), digits: digits.len() });
                rest = after;
            } else if is_letter(first) {
                let end = rest.find(|c: char| !is_letter(c)).unwrap_or(rest.len());
                parts.word(&rest[..end]);
                rest = &rest[end..];
            } else {
                rest = &rest[first.len_utf8()..];
            }
        }
        parts
    }

    fn word(&mut self, word: &str) {
        match month(word) {
            Some(month) if self.month.is_none() => self.month = Some(month),
            _ => self.has_other_words |= !is_beside(word),
        }
    }
}

/// The signs between the numbers of a Chinese or Japanese day separate; all other letters make words.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !matches!(c, '年' | '月' | '日' | '号')
}

/// The month that `word` names, or begins with at least three letters.
fn month(word: &str) -> Option<u32> {
    if word.chars().count() < 3 {
        return None;
    }
    let found = MONTHS.iter().position(|names| names.iter().any(|name| name.starts_with(word)));
    found.and_then(|place| u32::try_from(place + 1).ok())
}

/// Whether `word` can stand in a day and says nothing of it: a weekday, an ordinal's ending, a zone.
fn is_beside(word: &str) -> bool {
    BESIDE.contains(&word) || WEEKDAYS.iter().any(|name| word.chars().count() >= 2 && name.starts_with(word))
}

const BESIDE: [&str; 19] =
    ["st", "nd", "rd", "th", "of", "de", "del", "le", "der", "den", "er", "º", "ª", "t", "z", "utc", "gmt", "am", "pm"];

const WEEKDAYS: [&str; 40] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "tues",
    "thurs",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "lunes",
    "martes",
    "miércoles",
    "jueves",
    "viernes",
    "sábado",
    "domingo",
    "lunedì",
    "martedì",
    "mercoledì",
    "giovedì",
    "venerdì",
    "sabato",
    "domenica",
    "segunda",
    "terça",
    "quarta",
];

/// English, German, French, Spanish, Italian, Portuguese, and what differs of Austria.
const MONTHS: [&[&str]; 12] = [
    &["january", "januar", "janvier", "enero", "gennaio", "janeiro", "jänner"],
    &["february", "februar", "février", "fevrier", "febrero", "febbraio", "fevereiro", "feber"],
    &["march", "märz", "maerz", "mars", "marzo", "março"],
    &["april", "avril", "abril", "aprile"],
    &["may", "mai", "mayo", "maggio", "maio"],
    &["june", "juni", "juin", "junio", "giugno", "junho"],
    &["july", "juli", "juillet", "julio", "luglio", "julho"],
    &["august", "août", "aout", "agosto"],
    &["september", "septembre", "septiembre", "settembre", "setembro"],
    &["october", "oktober", "octobre", "octubre", "ottobre", "outubro"],
    &["november", "novembre", "noviembre", "novembro"],
    &["december", "dezember", "décembre", "decembre", "diciembre", "dicembre", "dezembro"],
];
