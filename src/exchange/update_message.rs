//! An update message: the changes that somebody sends around in a chat, carried by the link in it.
//!
//! The link is the app's own address with `#update=` and a payload, which no server ever sees. A payload is
//!
//! ```text
//! <head: 12 characters><body>z
//! ```
//!
//! - Head and body are base64url without padding (RFC 4648, section 5). The head is nine bytes: the version (1), the
//!   length of the body in bytes (three bytes, big-endian), and the first five bytes of the SHA-256 of version, length
//!   and body. Later versions keep this head, so that damage is told from news.
//! - The `z` keeps the payload from ending in a character that messengers take for punctuation.
//! - The body is deflated (raw, RFC 1951). Inside are, in this order: the circle's id and name, the sender's id and
//!   name, each as its length in bytes and UTF-8; when it was written, in milliseconds since 1970; how many members the
//!   sender has heard from, and for each the id and how many minutes before the writing the newest copy of theirs
//!   that came in was made; the changes, a Yjs update (v1) without deletions, to the end. Numbers are unsigned LEB128.
//!
//! The five bytes `hello` of a circle `c` called `Kin`, sent by `m`, Ana, 1.5 seconds after 1970 began:
//!
//! ```text
//! AQAAFmBlR33dY0xm9s7MY8xldsxLvMPNkJGak5MPAAz
//! ```
//!
//! Messengers and mail programs damage links. A reader takes the payload out of any text: it passes over blanks, line
//! breaks, `>` of quoting and `=` of soft breaks inside, undoes percent-encoding, and knows by the length where the
//! payload ends, whatever was put behind it.

use crate::domain::{CircleId, MemberId, Timestamp};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use sha2::{Digest, Sha256};

/// Longest body that is written or read, in bytes: more than any messenger takes in one message.
const MAX_BODY: usize = 0xc000;
/// Longest content that is inflated, in bytes.
const MAX_CONTENT: usize = 1 << 20;

const VERSION: u8 = 1;
const MARK: &str = "#update=";
const HEAD_BYTES: usize = 9;
const HEAD: usize = 12;
const END: char = 'z';

/// What one member sends to the others.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UpdateMessage {
    /// The circle that it belongs to.
    pub circle: CircleId,
    /// What the sender's copy calls that circle.
    pub circle_name: String,
    /// Who sends it.
    pub sender: MemberId,
    /// What they are called.
    pub sender_name: String,
    /// When it was written.
    pub at: Timestamp,
    /// When the newest copy that the sender has of others was made, to the minute.
    pub heard: Vec<(MemberId, Timestamp)>,
    /// The changes: a Yjs update, v1.
    pub update: Vec<u8>,
}

/// Why there is no update in a text, or none that can be taken in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum MessageError {
    /// Its end is missing.
    #[error("{found} of {whole} characters")]
    CutShort { found: usize, whole: usize },
    /// Characters were changed on the way.
    #[error("the characters do not fit their checksum")]
    Damaged,
    /// A newer app wrote it.
    #[error("version {0} of update messages")]
    Newer(u8),
}

/// Writes `message` as a link to the app at `address`; `None` where it is too long for any message.
pub fn link(address: &str, message: &UpdateMessage) -> Option<String> {
    let body = compress_to_vec(&content(message), 10);
    if body.len() > MAX_BODY {
        return None;
    }
    let base = address.split(['#', '?']).next().unwrap_or_default();
    let (head, body) = (URL_SAFE_NO_PAD.encode(head_of(&body)), URL_SAFE_NO_PAD.encode(&body));
    Some(format!("{base}{MARK}{head}{body}{END}"))
}

/// The update messages in `text`, in their order: a link, a message, or a whole chat.
pub fn read(text: &str) -> Vec<Result<UpdateMessage, MessageError>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(begin) = payload_begin(rest) {
        rest = &rest[begin..];
        let (read, end) = read_one(rest);
        found.push(read);
        rest = &rest[end..];
    }
    found
}

/// Whether `text` seems to have an update message in it.
pub fn is_in(text: &str) -> bool {
    payload_begin(text).is_some()
}

fn payload_begin(text: &str) -> Option<usize> {
    let starts = text.char_indices().filter(|(_, c)| matches!(c, '#' | '%'));
    starts.map(|(at, _)| at).find_map(|at| Some(at + mark_at(&text[at..])?))
}

/// How long the mark is that `text` begins with, percent-encoded or not, with whatever a line break put into it.
fn mark_at(text: &str) -> Option<usize> {
    let mut signs = Signs { text, at: 0 };
    for wanted in MARK.chars() {
        let mut sign = signs.next()?;
        while sign != wanted && signs.at > 1 && is_put_between(sign) {
            sign = signs.next()?;
        }
        if !sign.eq_ignore_ascii_case(&wanted) {
            return None;
        }
    }
    Some(signs.at)
}

/// Whether `c` is what line breaks, quoting and soft breaks of mails put into a link.
fn is_put_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '>' | '=' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// The characters of a text, percent-encoding undone.
struct Signs<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Signs<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let c = self.text[self.at..].chars().next()?;
        let encoded = (c == '%').then(|| self.text.get(self.at + 1..self.at + 3)).flatten();
        let encoded = encoded.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        self.at += if encoded.is_some() { 3 } else { c.len_utf8() };
        Some(encoded.map_or(c, char::from))
    }
}

impl Signs<'_> {
    /// The next `count` characters of a payload, or as many as there are before the next link.
    fn letters(&mut self, count: usize) -> String {
        let mut taken = String::new();
        while taken.len() < count && mark_at(&self.text[self.at..]).is_none() {
            match self.next() {
                Some(sign) if sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_') => taken.push(sign),
                Some(_) => {}
                None => break,
            }
        }
        taken
    }
}

/// Reads the payload at the start of `text`, and says where it ends.
fn read_one(text: &str) -> (Result<UpdateMessage, MessageError>, usize) {
    let mut signs = Signs { text, at: 0 };
    let head = signs.letters(HEAD);
    let short = |found, whole| Err(MessageError::CutShort { found, whole });
    if head.len() < HEAD {
        return (short(head.len(), HEAD + 1), signs.at);
    }
    let Ok(head) = URL_SAFE_NO_PAD.decode(&head) else { return (Err(MessageError::Damaged), signs.at) };
    let length = usize::from(head[1]) << 16 | usize::from(head[2]) << 8 | usize::from(head[3]);
    let whole = (length * 4).div_ceil(3) + 1;
    if length > MAX_BODY {
        return (Err(MessageError::Damaged), signs.at);
    }
    let body = signs.letters(whole);
    if body.len() < whole {
        return (short(HEAD + body.len(), HEAD + whole), signs.at);
    }
    (open(&head, &body[..whole - 1]), signs.at)
}

fn open(head: &[u8], body: &str) -> Result<UpdateMessage, MessageError> {
    let body = URL_SAFE_NO_PAD.decode(body).map_err(|_| MessageError::Damaged)?;
    if checksum(head[0], &body) != head[4..] {
        return Err(MessageError::Damaged);
    }
    if head[0] != VERSION {
        return Err(MessageError::Newer(head[0]));
    }
    let content = decompress_to_vec_with_limit(&body, MAX_CONTENT).map_err(|_| MessageError::Damaged)?;
    message(&content).ok_or(MessageError::Damaged)
}

fn head_of(body: &[u8]) -> [u8; HEAD_BYTES] {
    let mut head = [0; HEAD_BYTES];
    head[0] = VERSION;
    head[1..4].copy_from_slice(&length_of(body));
    head[4..].copy_from_slice(&checksum(VERSION, body));
    head
}

fn length_of(body: &[u8]) -> [u8; 3] {
    let [.., a, b, c] = (body.len() as u64).to_be_bytes();
    [a, b, c]
}

fn checksum(version: u8, body: &[u8]) -> [u8; 5] {
    let mut sum = Sha256::new();
    sum.update([version]);
    sum.update(length_of(body));
    sum.update(body);
    let [a, b, c, d, e, ..] = <[u8; 32]>::from(sum.finalize());
    [a, b, c, d, e]
}

fn content(message: &UpdateMessage) -> Vec<u8> {
    let mut out = Vec::new();
    for text in [message.circle.as_str(), &message.circle_name, message.sender.as_str(), &message.sender_name] {
        put_text(&mut out, text);
    }
    put_number(&mut out, u64::try_from(message.at.millis()).unwrap_or_default());
    put_number(&mut out, message.heard.len() as u64);
    for (member, at) in &message.heard {
        put_text(&mut out, member.as_str());
        put_number(&mut out, u64::try_from((message.at.millis() - at.millis()) / MINUTE).unwrap_or_default());
    }
    out.extend(&message.update);
    out
}

/// Milliseconds of a minute.
const MINUTE: i64 = 60_000;

fn message(content: &[u8]) -> Option<UpdateMessage> {
    let mut content = Content(content);
    let circle = CircleId::new(content.text()?);
    let circle_name = content.text()?.to_owned();
    let sender = MemberId::new(content.text()?);
    let sender_name = content.text()?.to_owned();
    let millis = i64::try_from(content.number()?).ok()?;
    let mut heard = Vec::new();
    for _ in 0..content.number()? {
        let member = MemberId::new(content.text()?);
        let before = i64::try_from(content.number()?).ok()?.checked_mul(MINUTE)?;
        heard.push((member, Timestamp::from_millis(millis.checked_sub(before)?)));
    }
    let (at, update) = (Timestamp::from_millis(millis), content.0.to_vec());
    Some(UpdateMessage { circle, circle_name, sender, sender_name, at, heard, update })
}

fn put_number(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn put_text(out: &mut Vec<u8>, text: &str) {
    put_number(out, text.len() as u64);
    out.extend(text.as_bytes());
}

/// What is left of a content.
struct Content<'a>(&'a [u8]);

impl<'a> Content<'a> {
    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..63).step_by(7) {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = usize::try_from(self.number()?).ok()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        std::str::from_utf8(text).ok()
    }
}
