//! The form of one stored value: a header line, a newline, and the payload as text.
//!
//! ```text
//! pc1 <what> <packing> <raw bytes> <body chars> <covered> <checksum>\n<base64>
//! pc2 <what> <packing> <raw bytes> <packed bytes> <covered> <checksum>\n<dense>
//! ```
//!
//! - `pc1`, `pc2`: format and its version. A later version keeps `pc<version> ` at the start. Generations are written in
//!   version 2, which takes two fifths of the characters; updates in version 1, so that a tab that still runs an older
//!   app hears of them. Both are read for ever.
//! - what: `generation:<number>` for a whole state, `update` for one increment.
//! - packing: `deflate` (raw, RFC 1951) or `plain`, whichever is shorter.
//! - raw bytes: length of the payload itself, at most [`MAX_RAW_BYTES`]; checked before inflating.
//! - body chars: length of the base64 text (RFC 4648, standard alphabet, padded).
//! - packed bytes: length of the payload once packed, which the dense text (`dense.rs`) holds.
//! - covered: the updates that a generation holds (see `covered.rs`); `-` in an update.
//! - checksum: the first 32 hex digits of the SHA-256 of everything else: the header up to the space
//!   before the checksum, the newline, the text. Changing any character is noticed.
//!
//! The two bytes `hi` as update 0 of tab `t1` (key `…/log/t1-0000000000-1633319d`), and a generation 4 with the five bytes `hello` which
//! lists that update, in version 1 and in version 2, are:
//!
//! ```text
//! pc1 update plain 2 4 - 1633319d08bceb758c45f2fd86950082
//! aGk=
//! pc1 generation:4 plain 5 8 t1:0:1633319d ab0fe69971cd025ded812be6a82e2de3
//! aGVsbG8=
//! pc2 generation:4 plain 5 5 t1:0:1633319d 4921980dcc3285467b23d584f16b9b13
//! 栲輛䇠
//! ```

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use sha2::{Digest, Sha256};

use super::covered::Covered;
use super::dense;
use super::fault::Flaw;

/// The longest payload, in bytes before packing, that is written or read: 64 MiB. A stored length
/// above it is a flaw, noticed before anything is allocated.
pub const MAX_RAW_BYTES: usize = 64 * 1024 * 1024;

const MAGIC: &str = "pc";

/// The forms that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum BodyForm {
    /// Version 1: base64.
    Base64,
    /// Version 2: fifteen bits in a character.
    Dense,
}

impl BodyForm {
    const ALL: [Self; 2] = [Self::Base64, Self::Dense];

    fn start(self) -> &'static str {
        match self {
            Self::Base64 => "pc1 ",
            Self::Dense => "pc2 ",
        }
    }

    fn version(self) -> u32 {
        match self {
            Self::Base64 => 1,
            Self::Dense => 2,
        }
    }

    /// The text of `packed`, and the length that the header states.
    fn write(self, packed: &[u8]) -> (String, usize) {
        match self {
            Self::Base64 => {
                let body = STANDARD.encode(packed);
                let chars = body.len();
                (body, chars)
            }
            Self::Dense => (dense::write(packed), packed.len()),
        }
    }

    /// How long the text is where the header states `length`, in bytes of UTF-8.
    fn text_bytes(self, length: usize) -> usize {
        match self {
            Self::Base64 => length,
            Self::Dense => dense::chars_for(length).saturating_mul(dense::UTF8_BYTES),
        }
    }

    fn read(self, body: &str, length: usize) -> Result<Vec<u8>, Flaw> {
        match self {
            Self::Base64 => STANDARD.decode(body).map_err(|_| Flaw::Malformed { field: "base64" }),
            Self::Dense => dense::read(body, length).ok_or(Flaw::Malformed { field: "dense text" }),
        }
    }
}

const CHECKSUM_CHARS: usize = 32;
const LEVEL: u8 = 6;
/// Shorter payloads are not tried: most edits are, they hardly shrink, and setting up the compressor
/// costs more than all the rest of an append.
const LEAST_DEFLATED: usize = 128;

/// What a value holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Generation(u64),
    Update,
}

/// A stored value that was checked and unpacked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Envelope {
    pub(super) what: What,
    pub(super) covered: Covered,
    pub(super) checksum: String,
    pub(super) payload: Vec<u8>,
}

/// Writes a value: its text and its checksum.
pub(super) fn seal(what: What, covered: &Covered, payload: &[u8]) -> (String, String) {
    let (packing, bytes) = pack(payload);
    let (form, what) = match what {
        What::Generation(number) => (BodyForm::Dense, format!("generation:{number}")),
        What::Update => (BodyForm::Base64, "update".to_owned()),
    };
    let (body, length) = form.write(&bytes);
    let (start, raw, covered) = (form.start(), payload.len(), covered.to_header());
    let signed = format!("{start}{what} {packing} {raw} {length} {covered}");
    let sum = checksum(&signed, &body);
    (format!("{signed} {sum}\n{body}"), sum)
}

fn pack(payload: &[u8]) -> (&'static str, Cow<'_, [u8]>) {
    if payload.len() >= LEAST_DEFLATED {
        let deflated = compress_to_vec(payload, LEVEL);
        if deflated.len() < payload.len() {
            return ("deflate", Cow::Owned(deflated));
        }
    }
    ("plain", Cow::Borrowed(payload))
}

/// Reads a value that [`seal`] wrote, or says why it is not one.
pub(super) fn open(text: &str) -> Result<Envelope, Flaw> {
    let Some((version, rest)) = split_version(text) else {
        let is_begun = BodyForm::ALL.iter().any(|form| form.start().starts_with(text));
        return Err(if is_begun { cut_short(text, None) } else { Flaw::Foreign });
    };
    if let Some(form) = BodyForm::ALL.into_iter().find(|form| form.version() == version) {
        return open_as(form, rest);
    }
    // The checksum counts the version in. If it holds for a version that we know, the digit itself was damaged,
    // and nothing newer is at stake.
    if version == 0 || BodyForm::ALL.into_iter().any(|form| open_as(form, rest).is_ok()) {
        return Err(Flaw::Malformed { field: "version" });
    }
    Err(Flaw::Newer { version })
}

/// What a value holds and its checksum, as its first line says; nothing of it is checked.
pub(super) fn stated(first_line: &str) -> Option<(What, &str)> {
    let (version, rest) = split_version(first_line)?;
    let is_known = BodyForm::ALL.iter().any(|form| form.version() == version);
    let (what, _) = rest.split_once(' ')?;
    let (_, checksum) = rest.rsplit_once(' ')?;
    is_known.then_some((parse_what(what)?, checksum))
}

fn split_version(text: &str) -> Option<(u32, &str)> {
    let (magic, rest) = text.split_once(' ')?;
    let version = magic.strip_prefix(MAGIC)?.parse().ok()?;
    Some((version, rest))
}

fn open_as(form: BodyForm, rest: &str) -> Result<Envelope, Flaw> {
    let malformed = |field| Flaw::Malformed { field };
    let Some((header, body)) = rest.split_once('\n') else {
        return Err(cut_short(rest, None));
    };
    let (fields, stated) = header.rsplit_once(' ').ok_or(malformed("checksum"))?;
    let parts: Vec<&str> = fields.split(' ').collect();
    let &[what, packing, raw, length, covered] = parts.as_slice() else {
        return Err(malformed("header"));
    };
    let length: usize = length.parse().map_err(|_| malformed("body length"))?;
    if body.len() < form.text_bytes(length) {
        return Err(cut_short(body, Some(form.text_bytes(length))));
    }
    let computed = checksum(&format!("{}{fields}", form.start()), body);
    if computed != stated {
        let stated = stated.to_owned();
        return Err(Flaw::Damaged { stated, computed });
    }
    let raw: u64 = raw.parse().map_err(|_| malformed("raw length"))?;
    let limit = usize::try_from(raw).ok().filter(|raw| *raw <= MAX_RAW_BYTES).ok_or(Flaw::TooLarge { bytes: raw })?;
    Ok(Envelope {
        what: parse_what(what).ok_or(malformed("kind"))?,
        covered: Covered::parse(covered).ok_or(malformed("covered updates"))?,
        checksum: computed,
        payload: unpack(packing, limit, form.read(body, length)?)?,
    })
}

/// The payload of `length` bytes that `bytes` hold.
fn unpack(packing: &str, length: usize, bytes: Vec<u8>) -> Result<Vec<u8>, Flaw> {
    let malformed = |field| Flaw::Malformed { field };
    let payload = match packing {
        "plain" => bytes,
        "deflate" => decompress_to_vec_with_limit(&bytes, length).map_err(|_| malformed("deflate"))?,
        _ => return Err(malformed("packing")),
    };
    if payload.len() == length { Ok(payload) } else { Err(malformed("raw length")) }
}

fn parse_what(text: &str) -> Option<What> {
    match text.split_once(':') {
        None => (text == "update").then_some(What::Update),
        Some(("generation", number)) => number.parse().ok().map(What::Generation),
        Some(_) => None,
    }
}

fn checksum(signed: &str, body: &str) -> String {
    let digest = Sha256::new().chain_update(signed).chain_update("\n").chain_update(body).finalize();
    let hex = digest.iter().map(|byte| format!("{byte:02x}"));
    hex.take(CHECKSUM_CHARS / 2).collect()
}

fn cut_short(text: &str, expected: Option<usize>) -> Flaw {
    Flaw::CutShort { found: text.len(), expected }
}
