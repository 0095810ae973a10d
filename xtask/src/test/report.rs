//! Counting what the test runners say, and the summary at the end.

use std::{fmt::Write as _, ops::AddAssign, time::Duration};

/// How many tests passed, failed and were skipped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Count {
    pub passed: u32,
    pub failed: u32,
    pub skipped: u32,
}

impl Count {
    /// A check without tests that went well.
    pub(super) const SUCCESS: Self = Self { passed: 1, failed: 0, skipped: 0 };
    /// A check that broke.
    pub(super) const FAILURE: Self = Self { passed: 0, failed: 1, skipped: 0 };
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// A step that was run.
#[derive(Debug)]
pub(super) struct Row {
    pub name: &'static str,
    pub took: Duration,
    pub count: Count,
}

/// Reads a closing line of Rust's test runner or wasm-bindgen's:
/// `test result: ok. 3 passed; 1 failed; 0 ignored; …`. `None` for any other line.
pub(super) fn parse(line: &str) -> Option<Count> {
    let line = without_colours(line);
    let (_, counts) = line.trim().strip_prefix("test result: ")?.split_once(". ")?;
    let mut count = Count::default();
    for part in counts.split(';') {
        let mut words = part.split_whitespace();
        let (Some(number), Some(word)) = (words.next(), words.next()) else { continue };
        match word {
            "passed" => count.passed = number.parse().ok()?,
            "failed" => count.failed = number.parse().ok()?,
            "ignored" => count.skipped = number.parse().ok()?,
            _ => {}
        }
    }
    Some(count)
}

/// Whether a line says that a test which passed has checked nothing, since a program is not here that it needs:
/// `skipped: LibreOffice is not installed …`.
pub(super) fn is_skip(line: &str) -> bool {
    line.starts_with("skipped: ")
}

fn without_colours(line: &str) -> String {
    let mut parts = line.split("\u{1b}[");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(part.split_once('m').map_or("", |(_, rest)| rest));
    }
    text
}

/// The steps with their times, and alone on the last line the sum.
pub(super) fn table(rows: &[Row]) -> String {
    let mut text = String::new();
    let mut total = Count::default();
    for Row { name, took, count } in rows {
        total += *count;
        let state = if count.failed == 0 { "ok" } else { "FAILED" };
        let Count { passed, failed, skipped } = count;
        let seconds = took.as_secs();
        let time = format!("{}:{:02}", seconds / 60, seconds % 60);
        let counts = format!("{passed} passed, {failed} failed, {skipped} skipped");
        let _ = writeln!(text, "{name:8} {state:6} {time:>6}  ({counts})");
    }
    let Count { passed, failed, skipped } = total;
    let _ = write!(text, "\n{passed} passed, {failed} failed, {skipped} skipped");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_read() {
        let check = |line: &str, expected: Option<(u32, u32, u32)>| {
            let count = expected.map(|(passed, failed, skipped)| Count { passed, failed, skipped });
            assert_eq!(parse(line), count, "{line}");
        };
        let tail = "0 measured; 2 filtered out; finished in 0.01s";
        check(&format!("test result: ok. 3 passed; 0 failed; 1 ignored; {tail}"), Some((3, 0, 1)));
        check(&format!("test result: FAILED. 3 passed; 2 failed; 0 ignored; {tail}"), Some((3, 2, 0)));
        check("test result: \u{1b}[32mok\u{1b}[0m. 7 passed; 0 failed; 0 ignored", Some((7, 0, 0)));
        check("test result: FAILED. x passed; 2 failed", None);
        check("running 3 tests", None);
        check("test a ... ok", None);
    }

    #[test]
    fn a_test_that_checked_nothing_counts_as_skipped() {
        assert!(is_skip("skipped: LibreOffice is not installed"));
        assert!(!is_skip("test skipped: ok") && !is_skip("test result: ok. 1 passed; 0 failed; 0 ignored"));
    }

    #[test]
    fn the_sum_stands_alone_on_the_last_line() {
        let row = |name, count| Row { name, took: Duration::from_secs(75), count };
        let two = Count { passed: 2, failed: 1, skipped: 3 };
        let text = table(&[row("fmt", Count::SUCCESS), row("native", two)]);
        assert_eq!(text.lines().last(), Some("3 passed, 1 failed, 3 skipped"));
        assert!(text.contains("native   FAILED   1:15  (2 passed, 1 failed, 3 skipped)"), "{text}");
    }
}
