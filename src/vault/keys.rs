//! The names under which a circle's bytes are stored.
//!
//! ```text
//! peer-circle/circle/<circle>/a                      one generation
//! peer-circle/circle/<circle>/b                      the other generation
//! peer-circle/circle/<circle>/log/<tab>-0000000042-1633319d   one update
//! peer-circle/set-aside/<circle>/3                   bytes that could not be read, kept
//! ```
//!
//! The last part of an update's key is its mark, the first eight hex digits of its own checksum. So a
//! key stands for one content and never comes back as another update, even where a tab's name or
//! number is used twice.
//!
//! In a circle's id and a tab's name, bytes other than ASCII letters, digits and `_ ~ . -` are
//! percent-encoded: no id can reach into the keys of another.

use super::storage::{Storage, StorageError};

const CIRCLES: &str = "peer-circle/circle/";
const ASIDE: &str = "peer-circle/set-aside/";
pub(super) const MARK_CHARS: usize = 8;

/// One of the two places for a generation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    A,
    B,
}

/// What the key of an update says: `peer-circle/circle/<circle>/log/<tab>-<seq>-<mark>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogKey {
    /// The circle that the update belongs to.
    pub circle: String,
    /// The tab that wrote it.
    pub tab: String,
    /// The number that the tab gave to it.
    pub seq: u32,
    /// The first eight hex digits of the update's checksum.
    pub mark: String,
}

/// Whose bytes are stored under a key, and what they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum KeyPart {
    Slot(Slot),
    Log(LogKey),
    Aside,
    /// A key under the circle's prefix that this version does not know.
    Unknown,
}

/// Reads the key of an update, as a `storage` event names it; `None` for every other key.
///
/// ```
/// # use peer_circle::vault::parse_log_key;
/// let log = parse_log_key("peer-circle/circle/k3x9/log/t1-0000000007-1633319d").expect("a log key");
/// assert_eq!((log.circle.as_str(), log.tab.as_str(), log.seq), ("k3x9", "t1", 7));
/// assert_eq!(log.mark, "1633319d");
/// assert_eq!(parse_log_key("peer-circle/circle/k3x9/a"), None);
/// ```
pub fn parse_log_key(key: &str) -> Option<LogKey> {
    let (circle, rest) = key.strip_prefix(CIRCLES)?.split_once('/')?;
    let (rest, mark) = rest.strip_prefix("log/")?.rsplit_once('-')?;
    let (tab, seq) = rest.rsplit_once('-')?;
    let log = LogKey { circle: decode(circle)?, tab: decode(tab)?, seq: seq.parse().ok()?, mark: mark.to_owned() };
    // One update has one key: other spellings of the same numbers and letters are not ours.
    (is_mark(mark) && log_key(&log.circle, &log.tab, log.seq, mark) == key).then_some(log)
}

/// The circle that a key belongs to, and what is stored there; `None` for keys of no circle.
pub(super) fn place(key: &str) -> Option<(String, KeyPart)> {
    if let Some(rest) = key.strip_prefix(ASIDE) {
        let (circle, _) = rest.split_once('/')?;
        return Some((decode(circle)?, KeyPart::Aside));
    }
    let (circle, rest) = key.strip_prefix(CIRCLES)?.split_once('/')?;
    let part = match rest {
        "a" => KeyPart::Slot(Slot::A),
        "b" => KeyPart::Slot(Slot::B),
        _ => parse_log_key(key).map_or(KeyPart::Unknown, KeyPart::Log),
    };
    Some((decode(circle)?, part))
}

pub(super) fn slot_key(circle: &str, slot: Slot) -> String {
    let name = match slot {
        Slot::A => "a",
        Slot::B => "b",
    };
    format!("{}{name}", circle_prefix(circle))
}

/// `checksum` may be the mark alone.
pub(super) fn log_key(circle: &str, tab: &str, seq: u32, checksum: &str) -> String {
    let (tab, mark) = (encode(tab), checksum.get(..MARK_CHARS).unwrap_or(checksum));
    format!("{}log/{tab}-{seq:010}-{mark}", circle_prefix(circle))
}

pub(super) fn is_mark(text: &str) -> bool {
    text.len() == MARK_CHARS && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

pub(super) fn circle_prefix(circle: &str) -> String {
    format!("{CIRCLES}{}/", encode(circle))
}

pub(super) fn aside_prefix(circle: &str) -> String {
    format!("{ASIDE}{}/", encode(circle))
}

/// The storage's keys that begin with `prefix`, sorted: the storage's own order means nothing.
pub(super) fn keys_under(storage: &dyn Storage, prefix: &str) -> Result<Vec<String>, StorageError> {
    let mut keys = storage.keys()?;
    keys.retain(|key| key.starts_with(prefix));
    keys.sort_unstable();
    Ok(keys)
}

pub(super) fn encode(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"_~.-".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

pub(super) fn decode(encoded: &str) -> Option<String> {
    let mut parts = encoded.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        let (hex, rest) = part.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(hex, 16).ok()?);
        bytes.extend_from_slice(rest.as_bytes());
    }
    let name = String::from_utf8(bytes).ok()?;
    (encode(&name) == encoded).then_some(name)
}
