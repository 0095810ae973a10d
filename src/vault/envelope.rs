//! The form of one stored value: a header line, a newline, and the payload in base64.
//!
//! ```text
//! pc1 <what> <packing> <raw bytes> <body chars> <covered> <checksum>\n<base64>
//! ```
//!
//! - `pc1`: format and its version. A later version keeps `pc<version> ` at the start.
//! - what: `generation:<number>` for a whole state, `update` for one increment.
//! - packing: `deflate` (raw, RFC 1951) or `plain`, whichever is shorter.
//! - raw bytes: length of the payload itself, at most [`MAX_RAW_BYTES`]; checked before inflating.
//! - body chars: length of the base64 text (RFC 4648, standard alphabet, padded).
//! - covered: the updates that a generation holds (see `covered.rs`); `-` in an update.
//! - checksum: the first 32 hex digits of the SHA-256 of everything else: the header up to the space
//!   before the checksum, the newline, the base64 text. Changing any character is noticed.
//!
//! The two bytes `hi` as update 0 of tab `t1` (key `…/log/t1-0000000000-1633319d`), and a generation 4 with the five bytes `hello` which
//! lists that update, are:
//!
//! ```text
//! pc1 update plain 2 4 - 1633319d08bceb758c45f2fd86950082
//! aGk=
//! pc1 generation:4 plain 5 8 t1:0:1633319d ab0fe69971cd025ded812be6a82e2de3
//! aGVsbG8=
//! ```

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use sha2::{Digest, Sha256};

use super::covered::Covered;
use super::fault::Flaw;

/// The longest payload, in bytes before packing, that is written or read: 64 MiB. A stored length
/// above it is a flaw, noticed before anything is allocated.
pub const MAX_RAW_BYTES: usize = 64 * 1024 * 1024;

const MAGIC: &str = "pc";
const VERSION: u32 = 1;
const START: &str = "pc1 ";
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
    let what = match what {
        What::Generation(number) => format!("generation:{number}"),
        What::Update => "update".to_owned(),
    };
    let body = STANDARD.encode(&bytes);
    let (raw, chars, covered) = (payload.len(), body.len(), covered.to_header());
    let signed = format!("{START}{what} {packing} {raw} {chars} {covered}");
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
        return Err(if START.starts_with(text) { cut_short(text, None) } else { Flaw::Foreign });
    };
    if version == VERSION {
        return open_v1(rest);
    }
    // The checksum counts the version in. If it holds for version 1, the digit itself was damaged,
    // and nothing newer is at stake.
    if version == 0 || open_v1(rest).is_ok() {
        return Err(Flaw::Malformed { field: "version" });
    }
    Err(Flaw::Newer { version })
}

fn split_version(text: &str) -> Option<(u32, &str)> {
    let (magic, rest) = text.split_once(' ')?;
    let version = magic.strip_prefix(MAGIC)?.parse().ok()?;
    Some((version, rest))
}

fn open_v1(rest: &str) -> Result<Envelope, Flaw> {
    let malformed = |field| Flaw::Malformed { field };
    let Some((header, body)) = rest.split_once('\n') else {
        return Err(cut_short(rest, None));
    };
    let (fields, stated) = header.rsplit_once(' ').ok_or(malformed("checksum"))?;
    let parts: Vec<&str> = fields.split(' ').collect();
    let &[what, packing, raw, chars, covered] = parts.as_slice() else {
        return Err(malformed("header"));
    };
    let chars: usize = chars.parse().map_err(|_| malformed("body length"))?;
    if body.len() < chars {
        return Err(cut_short(body, Some(chars)));
    }
    let computed = checksum(&format!("{START}{fields}"), body);
    if computed != stated {
        let stated = stated.to_owned();
        return Err(Flaw::Damaged { stated, computed });
    }
    let raw: u64 = raw.parse().map_err(|_| malformed("raw length"))?;
    Ok(Envelope {
        what: parse_what(what).ok_or(malformed("kind"))?,
        covered: Covered::parse(covered).ok_or(malformed("covered updates"))?,
        checksum: computed,
        payload: unpack(packing, raw, body)?,
    })
}

fn unpack(packing: &str, raw: u64, body: &str) -> Result<Vec<u8>, Flaw> {
    let malformed = |field| Flaw::Malformed { field };
    let limit = usize::try_from(raw).ok().filter(|raw| *raw <= MAX_RAW_BYTES).ok_or(Flaw::TooLarge { bytes: raw })?;
    let bytes = STANDARD.decode(body).map_err(|_| malformed("base64"))?;
    let payload = match packing {
        "plain" => bytes,
        "deflate" => decompress_to_vec_with_limit(&bytes, limit).map_err(|_| malformed("deflate"))?,
        _ => return Err(malformed("packing")),
    };
    if payload.len() == limit { Ok(payload) } else { Err(malformed("raw length")) }
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
