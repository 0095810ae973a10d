//! WhatsApp: the link that hands it a text, and the marks in a text that is written for it.

/// Longest link that is made, in bytes. The page behind `wa.me` is asked for with the whole text in its
/// address, and web servers refuse lines of more than 8 kB (the default of nginx and Apache).
const LINK_MAX: usize = 8_000;

/// The link that opens WhatsApp with `text`, to be sent to whom the person chooses there; `None` when the
/// text is too long for a link.
pub fn link(text: &str) -> Option<String> {
    let mut link = String::from("https://wa.me/?text=");
    for byte in text.bytes() {
        // Unreserved characters of RFC 3986, section 2.3; all others are written as bytes.
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            link.push(char::from(byte));
        } else {
            link.push_str(&format!("%{byte:02X}"));
        }
    }
    (link.len() <= LINK_MAX).then_some(link)
}

/// `text`, or as much of its beginning as fits into a link together with `rest`, a line that says where the rest
/// is: whole lines, or whole words of the first where that alone is too long.
pub fn beginning(text: &str, rest: &str) -> String {
    if link(text).is_some() {
        return text.to_owned();
    }
    let upto = |end: usize| format!("{}\n\n{rest}", text[..end].trim_end());
    let fits = |end: &usize| link(&upto(*end)).is_some();
    let lines: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let first = lines.first().copied().unwrap_or(text.len());
    let words: Vec<usize> = text[..first].match_indices(' ').map(|(at, _)| at).collect();
    // What fits, comes first: the longer the text, the longer the link.
    let last = |ends: &[usize]| ends[..ends.partition_point(fits)].last().copied();
    last(&lines).or_else(|| last(&words)).map_or_else(|| rest.to_owned(), upto)
}

/// How a run of text is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    /// As it is.
    Plain,
    /// Between asterisks.
    Bold,
    /// Between underscores.
    Italic,
}

/// `line` cut into runs by WhatsApp's `*bold*` and `_italic_`. A mark opens at the beginning of a word and
/// closes at the end of one; what opens and never closes is shown as it stands. Marks within marks are not
/// looked for.
pub fn runs(line: &str) -> Vec<(Mark, &str)> {
    let mut found = Vec::new();
    let (mut begun, mut at) = (0, 0);
    // Marks that close nowhere in what is left: whether one closes does not depend on where it opened.
    let mut unclosed: Vec<char> = Vec::new();
    while let Some(c) = line[at..].chars().next() {
        let opened = mark_of(c).filter(|_| !unclosed.contains(&c) && opens(line, at));
        let closed = opened.and_then(|mark| Some((mark, close(line, at, c)?)));
        let Some((mark, end)) = closed else {
            if opened.is_some() {
                unclosed.push(c);
            }
            at += c.len_utf8();
            continue;
        };
        if begun < at {
            found.push((Mark::Plain, &line[begun..at]));
        }
        found.push((mark, &line[at + 1..end]));
        at = end + 1;
        begun = at;
    }
    if begun < line.len() {
        found.push((Mark::Plain, &line[begun..]));
    }
    found
}

const fn mark_of(c: char) -> Option<Mark> {
    match c {
        '*' => Some(Mark::Bold),
        '_' => Some(Mark::Italic),
        _ => None,
    }
}

/// Whether the mark at `at` begins a word.
fn opens(line: &str, at: usize) -> bool {
    let before = line[..at].chars().next_back();
    let after = line[at + 1..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && after.is_some_and(|c| !c.is_whitespace())
}

/// Where the mark `c` that opened at `at` closes, after at least one character.
fn close(line: &str, at: usize, c: char) -> Option<usize> {
    let ends = line[at + 1..].match_indices(c).map(|(nth, _)| at + 1 + nth);
    ends.into_iter().find(|end| {
        let inside = line[at + 1..*end].chars().next_back();
        let after = line[end + 1..].chars().next();
        inside.is_some_and(|c| !c.is_whitespace()) && !after.is_some_and(char::is_alphanumeric)
    })
}
