//! Just enough HTML to find start tags and change a few of them, minified or not.

use crate::{Error, Result};
use std::ops::Range;

/// A start tag: `range` is its text from `<` to `>`.
#[derive(Debug)]
pub(super) struct Tag {
    /// In lower case.
    pub name: String,
    pub range: Range<usize>,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute, by its name in lower case.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether this is a meta tag with that attribute.
    pub fn is_meta(&self, attribute: &str, value: &str) -> bool {
        self.name == "meta" && self.attribute(attribute).is_some_and(|found| found.eq_ignore_ascii_case(value))
    }
}

/// The start tags in order, without those in comments, scripts and styles.
pub(super) fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(found) = html[at..].find('<') {
        let start = at + found;
        let rest = &html[start..];
        if rest.starts_with("<!--") {
            at = rest.find("-->").map_or(html.len(), |end| start + end + 3);
        } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            let tag = tag(html, start);
            at = content_end(html, &tag);
            tags.push(tag);
        } else {
            at = start + 1;
        }
    }
    tags
}

/// The texts of the scripts that are written in the page.
pub(super) fn inline_scripts(html: &str) -> Vec<&str> {
    let scripts = tags(html).into_iter();
    scripts
        .filter(|tag| tag.name == "script" && tag.attribute("src").is_none())
        .map(|tag| &html[tag.range.end..content_end(html, &tag)])
        .collect()
}

/// The page without the tags for which `unwanted` holds (and without the line they leave empty).
pub(super) fn remove(html: &str, unwanted: fn(&Tag) -> bool) -> String {
    let mut text = html.to_owned();
    for tag in tags(html).iter().rev().filter(|tag| unwanted(tag)) {
        let line_end = usize::from(html[tag.range.end..].starts_with('\n'));
        text.replace_range(tag.range.start..tag.range.end + line_end, "");
    }
    text
}

/// The page with another base address.
pub(super) fn with_base(html: &str, address: &str) -> Result<String> {
    let tags = tags(html);
    let base = tags
        .iter()
        .find(|tag| tag.name == "base")
        .ok_or_else(|| Error::Invalid("index.html has no <base href=\"./\">".into()))?;
    let mut text = html.to_owned();
    text.replace_range(base.range.clone(), &format!("<base href=\"{address}\">"));
    Ok(text)
}

/// The page with a tag on its own line directly after `<meta charset>`.
pub(super) fn insert_in_head(html: &str, tag: &str) -> Result<String> {
    let tags = tags(html);
    let charset = tags
        .iter()
        .find(|tag| tag.name == "meta" && tag.attribute("charset").is_some())
        .ok_or_else(|| Error::Invalid("index.html has no <meta charset>".into()))?;
    let (before, after) = html.split_at(charset.range.end);
    let after = after.strip_prefix('\n').unwrap_or(after);
    Ok(format!("{before}\n{tag}\n{after}"))
}

/// Where the text of a script or style ends; for other tags the end of the start tag.
fn content_end(html: &str, tag: &Tag) -> usize {
    if tag.name != "script" && tag.name != "style" {
        return tag.range.end;
    }
    let end = format!("</{}", tag.name);
    let content = &html.as_bytes()[tag.range.end..];
    content
        .windows(end.len())
        .position(|bytes| bytes.eq_ignore_ascii_case(end.as_bytes()))
        .map_or(html.len(), |length| tag.range.end + length)
}

/// Reads the start tag at `start`, where `<` and a letter are.
fn tag(html: &str, start: usize) -> Tag {
    let mut rest = &html[start + 1..];
    let name = take(&mut rest, |c| !c.is_whitespace() && c != '>' && c != '/');
    let mut attributes = Vec::new();
    loop {
        take(&mut rest, |c| c.is_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') {
            break;
        }
        let key = take(&mut rest, |c| !c.is_whitespace() && !"=>/".contains(c));
        take(&mut rest, char::is_whitespace);
        attributes.push((key.to_ascii_lowercase(), value(&mut rest)));
    }
    let end = html.len() - rest.len() + usize::from(!rest.is_empty());
    Tag { name: name.to_ascii_lowercase(), range: start..end, attributes }
}

/// Reads `="value"` in any of its forms, or nothing.
fn value(rest: &mut &str) -> String {
    let Some(after) = rest.strip_prefix('=') else { return String::new() };
    *rest = after.trim_start();
    let Some(quote) = rest.chars().next().filter(|c| "\"'".contains(*c)) else {
        return take(rest, |c| !c.is_whitespace() && c != '>').to_owned();
    };
    *rest = &rest[1..];
    let text = take(rest, |c| c != quote).to_owned();
    *rest = rest.get(1..).unwrap_or_default();
    text
}

fn take<'a>(rest: &mut &'a str, belongs: impl Fn(char) -> bool) -> &'a str {
    let end = rest.find(|c| !belongs(c)).unwrap_or(rest.len());
    let (taken, left) = rest.split_at(end);
    *rest = left;
    taken
}
