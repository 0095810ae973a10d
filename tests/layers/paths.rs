//! Paths that a Rust source names, by a small reading of its tokens: enough for imports and for paths in
//! code, without comments and texts.

/// Every path of two or more parts in `text`; `super` is followed up from a file of `layer`, `depth` folders below
/// `src`, to `crate`.
pub(crate) fn paths(text: &str, layer: &str, depth: usize) -> Vec<String> {
    named(text).iter().map(|path| from_root(path, layer, depth)).collect()
}

/// The same as written, groups taken apart: `a::{b, c::d}` → `a::b`, `a::c::d`.
pub(crate) fn named(text: &str) -> Vec<String> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if is_name(&tokens[at]) && tokens.get(at + 1).is_some_and(|next| next == "::") {
            at = path(&tokens, at, "", &mut found);
        } else {
            at += 1;
        }
    }
    found
}

/// Reads one path from `at` on behind `prefix`; returns where it ends.
fn path(tokens: &[String], mut at: usize, prefix: &str, found: &mut Vec<String>) -> usize {
    let mut path = prefix.to_owned();
    loop {
        match tokens.get(at).map(String::as_str) {
            Some("{") => return group(tokens, at + 1, &path, found),
            Some(token) if is_name(token) || token == "*" => {
                path = if path.is_empty() { token.to_owned() } else { format!("{path}::{token}") };
                at += 1;
            }
            _ => break,
        }
        match tokens.get(at).map(String::as_str) {
            Some("::") => at += 1,
            _ => break,
        }
    }
    found.push(path);
    at
}

fn group(tokens: &[String], mut at: usize, prefix: &str, found: &mut Vec<String>) -> usize {
    while let Some(token) = tokens.get(at) {
        match token.as_str() {
            "}" => return at + 1,
            // `self as name` names nothing more.
            "as" => at += 2,
            name if is_name(name) || name == "*" => at = path(tokens, at, prefix, found),
            _ => at += 1,
        }
    }
    at
}

/// `super::super::state` in a file of `src/domain/` → `crate::state`.
fn from_root(path: &str, layer: &str, depth: usize) -> String {
    let ups = path.split("::").take_while(|part| *part == "super").count();
    if ups == 0 {
        return path.to_owned();
    }
    let rest: Vec<_> = path.split("::").skip(ups).collect();
    if ups >= depth { format!("crate::{}", rest.join("::")) } else { format!("crate::{layer}::{}", rest.join("::")) }
}

fn is_name(token: &str) -> bool {
    !matches!(token, "use" | "return" | "else" | "in" | "dyn" | "impl")
        && token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Names, `::` and single signs; comments, texts and characters are left out.
pub(crate) fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if let Some(length) = skipped(rest) {
            length
        } else if first.is_alphabetic() || first == '_' {
            let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            tokens.push(rest[..length].to_owned());
            length
        } else if rest.starts_with("::") {
            tokens.push("::".to_owned());
            2
        } else {
            if !first.is_whitespace() {
                tokens.push(first.to_string());
            }
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    tokens
}

/// The length of a comment, text or character at the start of `rest`.
fn skipped(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return Some(block_comment(rest));
    }
    let hashes = rest.strip_prefix('r').map(|raw| raw.len() - raw.trim_start_matches('#').len());
    if let Some(hashes) = hashes.filter(|hashes| rest[1 + hashes..].starts_with('"')) {
        let begin = 2 + hashes;
        let end = format!("\"{}", "#".repeat(hashes));
        return Some(rest[begin..].find(&end).map_or(rest.len(), |at| begin + at + end.len()));
    }
    match rest.as_bytes() {
        [b'"', ..] => Some(quoted(rest, '"')),
        // A life time has no closing quote.
        [b'\'', b'\\', ..] => Some(quoted(rest, '\'')),
        [b'\'', ..] if rest.chars().nth(2) == Some('\'') => Some(quoted(rest, '\'')),
        _ => None,
    }
}

fn quoted(rest: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        if c == quote && !is_escaped {
            return at + c.len_utf8();
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    rest.len()
}

fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        let here = &rest[at..];
        if here.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += here.chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}
