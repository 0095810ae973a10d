//! People's words in Markdown: nothing in them is a mark, neither to Notion nor to this app when it reads them again.

use crate::exchange::notes::{begins_with_day, has_day_sign};

/// `text` with a backslash before whatever Markdown could take for a mark.
pub(super) fn escaped(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '~' | '[' | ']' | '<' | '>' | '|' | '#' | '$' | '&') {
            line.push('\\');
        }
        line.push(c);
    }
    line
}

/// `text` as the words of an item: also without days and names that would be read apart. `is_member` knows who is
/// called that.
pub(super) fn escaped_line(text: &str, is_member: &dyn Fn(&str) -> bool) -> String {
    let mut line = escaped(text);
    if has_day_sign(text) {
        line = line.replace('-', "\\-");
    }
    if let Some((name, _)) = text.split_once(": ").filter(|(name, _)| is_member(name)) {
        let at = escaped(name).len();
        line.insert(at, '\\');
    }
    if line.starts_with('@') {
        line.insert(0, '\\');
    }
    // A letter has no backslash: the first one is written as a number.
    if begins_with_day(&format!("{line} …"))
        && let Some(first) = line.chars().next()
    {
        line = format!("&#{};{}", u32::from(first), &line[first.len_utf8()..]);
    }
    line
}
