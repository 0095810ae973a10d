//! The pages with an address of their own, read off the table that the app is made from.

const TABLE: &str = include_str!("../../../src/ui/pages/mod.rs");

/// The address of each page below the start page, in the order of the table.
pub fn routes() -> Vec<&'static str> {
    TABLE.lines().filter_map(segment).filter(|segment| !segment.is_empty()).collect()
}

/// The address in a line of the table: `Goals "goals", NavPlace::Bar, …`.
fn segment(line: &str) -> Option<&str> {
    let (page, rest) = line.trim().split_once(" \"")?;
    let (segment, rest) = rest.split_once("\", ")?;
    (page.chars().all(char::is_alphanumeric) && rest.starts_with("NavPlace::")).then_some(segment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_stands_in_a_line_of_the_table() {
        let check = |line, expected| assert_eq!(segment(line), expected, "{line}");
        check("            Goals \"goals\", NavPlace::Bar, Goals, nav::GOALS, goal::GoalsPage;", Some("goals"));
        check("            Week \"\", NavPlace::Bar, Week, nav::WEEK, week::WeekPage;", Some(""));
        check("            /// Files in and out. Its \"address\", NavPlace::Bar", None);
        check("            WhoAreYou, start::WhoAreYou;", None);
    }

    /// Counted in another way: whatever says where the navigation has it is a page.
    #[test]
    fn every_page_is_found() {
        assert_eq!(routes().len() + 1, TABLE.matches(", NavPlace::").count());
        assert!(["goals", "share", "work"].iter().all(|known| routes().contains(known)));
    }
}
