//! What the files that leave the app are called: who sends them and when, `harbour-ida-2026-11-25.circle.json`.

use crate::domain::{Circle, Day, Kind, MemberId, iso_day};

/// How long the circle's and the member's part may each be, in characters.
const MAX: usize = 32;

/// The name of the circle file that `sender` sends on `day`, without `.circle.json`.
///
/// Latin letters lose their accents, other scripts stay as they are, and everything that a file system or a messenger
/// could stumble over becomes a hyphen. Of two members whose names come out alike, each has a piece of the id added.
pub fn circle_stem(circle: &Circle, sender: Option<&MemberId>, day: Day) -> String {
    let (named, day) = (circle_part(circle), iso_day(day));
    match sender {
        Some(id) => format!("{named}-{}-{day}", sender_part(circle, id)),
        None => format!("{named}-{day}"),
    }
}

/// The name of the circle's calendar file.
pub fn calendar_name(circle: &Circle) -> String {
    format!("{}-calendar.ics", circle_part(circle))
}

/// The name of a page of Markdown that is written on `day`.
pub fn page_name(circle: &Circle, day: Day) -> String {
    format!("{}-{}.md", circle_part(circle), iso_day(day))
}

/// The name of the picture of the week that begins on `day`, without `.png`.
pub fn picture_stem(circle: &Circle, day: Day) -> String {
    format!("{}-{}", circle_part(circle), iso_day(day))
}

/// The name of the invitation to the circle of this name, without `.invitation.json`.
pub fn invitation_stem(circle: &str) -> String {
    part(circle, "circle")
}

/// The name of the file by which somebody asks to join, without `.joining.json`.
pub fn joining_stem(circle: &str, person: &str) -> String {
    format!("{}-{}", part(circle, "circle"), part(person, "somebody"))
}

/// The name of the sheet with the records of `kind`, as it is saved on `day`.
pub fn sheet_name(circle: &Circle, kind: Kind, day: Day) -> String {
    format!("{}-{}-{}.csv", circle_part(circle), slug(kind.name()), iso_day(day))
}

fn part(words: &str, otherwise: &str) -> String {
    Some(slug(words)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| otherwise.to_owned())
}

fn circle_part(circle: &Circle) -> String {
    part(&circle.about.name, "circle")
}

fn sender_part(circle: &Circle, id: &MemberId) -> String {
    let own = slug(circle.name_of(id).unwrap_or_default());
    let is_taken = circle.members.values().any(|other| other.id != *id && slug(&other.name) == own);
    if own.is_empty() || is_taken {
        let piece: String = id.as_str().chars().filter(char::is_ascii_alphanumeric).take(4).collect();
        return if own.is_empty() { format!("member-{piece}") } else { format!("{own}-{piece}") };
    }
    own
}

/// `Zoë & the rowers` → `zoe-the-rowers`; empty where nothing is left.
fn slug(words: &str) -> String {
    let mut slug = String::new();
    for c in words.chars().flat_map(char::to_lowercase) {
        match plain(c) {
            Some(letters) => slug.push_str(letters),
            None if is_kept(c) => slug.push(c),
            None if slug.ends_with('-') || slug.is_empty() => {}
            None => slug.push('-'),
        }
    }
    let cut: String = slug.chars().take(MAX).collect();
    cut.trim_matches('-').to_owned()
}

/// Whether a character may stand in a name: letters and digits of any script, and the marks that its words need.
fn is_kept(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    // Outside ASCII: no blanks, controls, punctuation, arrows, symbols or emoji.
    let is_symbol = matches!(u32::from(c),
        0x80..=0xbf | 0xd7 | 0xf7 | 0x61c | 0x2000..=0x2bff | 0x3000..=0x3004 | 0x3008..=0x3020
        | 0xe000..=0xf8ff | 0xfe00..=0xfe6f | 0xfeff..=0xff0f | 0xfff0..=0xffff | 0x1_f000..=0x1_ffff | 0xe_0000..);
    !is_symbol && !c.is_whitespace() && !c.is_control()
}

/// The ASCII letters that stand for an accented Latin one; nothing for an accent that stands alone.
fn plain(c: char) -> Option<&'static str> {
    let letters = match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ả' | 'ạ' | 'ấ'..='ặ' => "a",
        'æ' | 'ǽ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ỉ' | 'ị' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ọ'..='ợ' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ'..='ự' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' | 'ỳ'..='ỹ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        '\u{300}'..='\u{36f}' | '\'' | '’' => "",
        _ => return None,
    };
    Some(letters)
}
