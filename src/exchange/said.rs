//! People's own words inside a text that the app writes: for a mail, or for WhatsApp, whose marks
//! (`*bold*`, `_italics_`, `~struck~`, `` `code` ``) nobody's words may begin or end by accident.

use crate::domain::{Segmenter, clipped};

/// What a text that leaves the app looks like: which marks it may use, and who knows where it can be cut.
#[derive(Clone, Copy)]
pub struct Form<'a> {
    marks: Marks,
    segmenter: &'a dyn Segmenter,
}

#[derive(Clone, Copy)]
enum Marks {
    None,
    WhatsApp,
}

impl<'a> Form<'a> {
    /// Without any marks.
    pub const fn plain(segmenter: &'a dyn Segmenter) -> Self {
        Self { marks: Marks::None, segmenter }
    }

    /// With those of WhatsApp.
    pub const fn whatsapp(segmenter: &'a dyn Segmenter) -> Self {
        Self { marks: Marks::WhatsApp, segmenter }
    }

    /// The app's own `words` in bold.
    pub fn bold(self, words: &str) -> String {
        self.marked(words, '*')
    }

    /// The app's own `words` in italics.
    pub fn italic(self, words: &str) -> String {
        self.marked(words, '_')
    }

    fn marked(self, words: &str, mark: char) -> String {
        match self.marks {
            // Marks around nothing, or beside a blank, would be shown.
            Marks::WhatsApp if !words.trim().is_empty() => format!("{mark}{}{mark}", words.trim()),
            Marks::WhatsApp | Marks::None => words.to_owned(),
        }
    }

    /// Somebody's `words` on one line of at most `max` characters, so that they cannot pose as a line of
    /// the app's, turn what follows them around, or open a mark.
    pub fn said(self, words: &str, max: usize) -> String {
        let line = cut(&one_line(words), max, self.segmenter);
        match self.marks {
            Marks::None => line,
            Marks::WhatsApp => unmarked(&line),
        }
    }
}

/// `words` on one line, without control characters and without marks of direction, which would reach
/// beyond the words.
fn one_line(words: &str) -> String {
    let is_turning = |c: char| matches!(u32::from(c), 0x61c | 0x200e | 0x200f | 0x202a..=0x202e | 0x2066..=0x2069);
    let mut line = String::new();
    for word in words.split(|c: char| c.is_whitespace() || c.is_control()) {
        let before = line.len();
        line.extend(word.chars().filter(|c| !is_turning(*c)));
        if line.len() > before && before > 0 {
            line.insert(before, ' ');
        }
    }
    line
}

/// `line` cut to `max` code points, at a blank where one is near; never inside a character.
fn cut(line: &str, max: usize, segmenter: &dyn Segmenter) -> String {
    let kept = clipped(line, max, segmenter);
    if kept.len() == line.len() {
        return line.to_owned();
    }
    let near = kept.rfind(' ').filter(|blank| kept.len() - blank < 24);
    format!("{}…", kept[..near.unwrap_or(kept.len())].trim_end())
}

/// `line` with each mark that WhatsApp could read replaced by one that looks like it. A mark between two
/// letters or digits is none to WhatsApp and stays; so does one within an address.
fn unmarked(line: &str) -> String {
    let mut out = String::new();
    for (nth, word) in line.split(' ').enumerate() {
        if nth > 0 {
            out.push(' ');
        }
        let address = word.find("://").unwrap_or(word.len());
        let mut previous: Option<char> = None;
        for (at, c) in word.char_indices() {
            let next = word[at + c.len_utf8()..].chars().next();
            let is_inside = previous.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric);
            // The last character of an address can close a mark, and is rarely part of it.
            let is_address = at > address && next.is_some();
            out.push(if is_inside || is_address { c } else { look_alike(c) });
            previous = Some(c);
        }
    }
    out
}

fn look_alike(c: char) -> char {
    match c {
        '*' => '∗',
        '_' => '＿',
        '~' => '∼',
        '`' => 'ˋ',
        other => other,
    }
}
