//! The sealed file, `<circle>-<member>-<day>.sealed.json`: a circle file that opens with a passphrase alone.
//!
//! ```json
//! {
//!   "format": "peer-circle-sealed",
//!   "version": 1,
//!   "content": "circle-file+deflate",
//!   "kdf": "PBKDF2-SHA-256",
//!   "iterations": 600000,
//!   "salt": "Yw5kq0mF0uX2o1m7w9pT3A==",
//!   "cipher": "AES-256-GCM",
//!   "nonce": "q83vASNFZ4mrze8B",
//!   "header_sha256": "5b0e…",
//!   "length": 5321,
//!   "sha256": "9f2c…",
//!   "data": "7VhNb…"
//! }
//! ```
//!
//! - The header is the values of `format`, `version`, `content`, `kdf`, `iterations`, `salt`, `cipher` and `nonce`. The
//!   additional authenticated data of the cipher is the UTF-8 text of these eight in this order, each as it stands in
//!   the file, with one space between two: `peer-circle-sealed 1 circle-file+deflate PBKDF2-SHA-256 600000 Yw5k… …`.
//! - The key is PBKDF2 of the passphrase (normalised to NFC, UTF-8) with the 16 bytes of `salt`; it has 256 bits.
//! - `data` is the circle file's text, raw deflate (half of it is left, or less), then sealed: the ciphertext with its tag
//!   of 16 bytes at the end, base64. The nonce has 12 bytes.
//! - `header_sha256` is the SHA-256 of the additional data; `length` and `sha256` are those of the bytes in `data`.
//!
//! The two checksums and the length stand outside of the seal, for the cipher alone cannot tell a wrong passphrase
//! from a damaged file. They tell accidents, before the passphrase is tried. Whoever changes a file on purpose can
//! make them fit again; it then opens with no passphrase at all, never with other content. What stays in sight is that
//! it is a circle, about how large, and when the file was written.
//!
//! Nothing here needs a browser; [`SealHeader`] is what the cipher is handed.

use super::circle_file::{FileError, MAX_BYTES, value_of};
use crate::domain::Arrange;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::ops::RangeInclusive;

/// What `format` says.
pub const FORMAT: &str = "peer-circle-sealed";
/// The newest `version` that this code writes and reads.
pub const VERSION: u64 = 1;
/// Rounds of PBKDF2 in the files that are written, as OWASP's Password Storage Cheat Sheet (2023) advises.
pub const ITERATIONS: u32 = 600_000;
/// Rounds that are accepted: fewer are guessed too fast, more would keep a phone busy for as long as a file likes.
pub const ACCEPTED: RangeInclusive<u64> = 100_000..=2_000_000;

const CONTENT: &str = "circle-file+deflate";
const KDF: &str = "PBKDF2-SHA-256";
const CIPHER: &str = "AES-256-GCM";
/// The members of the header, in the order of the additional data.
const HEADER: [&str; 8] = ["format", "version", "content", "kdf", "iterations", "salt", "cipher", "nonce"];

/// Why a sealed file is not opened. Nothing on the device has changed then.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SealFault {
    /// It is no sealed file, or one of a newer app, or its JSON is damaged.
    #[error(transparent)]
    File(#[from] FileError),
    /// Less of the sealed content is there than was written.
    #[error("{found} bytes of {length}")]
    Short { found: u64, length: u64 },
    /// The header is not as it was written.
    #[error("the header was changed")]
    Header,
    /// The sealed content is not as it was written.
    #[error("the sealed content was changed")]
    Content,
    /// It asks for more or fewer rounds than are accepted.
    #[error("{0} rounds")]
    Iterations(u64),
}

/// How a file was sealed: all that opening it needs beside the passphrase.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SealHeader {
    /// Rounds of PBKDF2.
    pub iterations: u32,
    /// The salt of PBKDF2.
    pub salt: [u8; 16],
    /// The nonce of the cipher, never used twice with one key.
    pub nonce: [u8; 12],
}

impl SealHeader {
    /// The header's values as they stand in the file, in the order of [`HEADER`].
    fn values(&self) -> [Value; 8] {
        let (salt, nonce) = (STANDARD.encode(self.salt), STANDARD.encode(self.nonce));
        [
            json!(FORMAT),
            json!(VERSION),
            json!(CONTENT),
            json!(KDF),
            json!(self.iterations),
            json!(salt),
            json!(CIPHER),
            json!(nonce),
        ]
    }

    /// The additional authenticated data.
    pub fn additional(&self) -> String {
        joined(&self.values())
    }
}

/// A sealed file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SealedFile {
    /// How it was sealed.
    pub header: SealHeader,
    /// The ciphertext and its tag.
    pub data: Vec<u8>,
}

/// What is to be sealed of a circle file.
pub fn packed(circle_file: &str) -> Vec<u8> {
    compress_to_vec(circle_file.as_bytes(), 8)
}

/// The circle file from what was sealed.
///
/// # Errors
/// [`SealFault::Content`] where another program sealed something else.
pub fn unpacked(content: &[u8]) -> Result<Vec<u8>, SealFault> {
    decompress_to_vec_with_limit(content, MAX_BYTES).map_err(|_| SealFault::Content)
}

/// Writes `file`, with what is cut off first at the end.
pub fn write(file: &SealedFile) -> String {
    let mut members: serde_json::Map<String, Value> =
        HEADER.iter().map(|name| (*name).to_owned()).zip(file.header.values()).collect();
    let rest = [
        ("header_sha256", json!(sha256(file.header.additional().as_bytes()))),
        ("length", json!(file.data.len())),
        ("sha256", json!(sha256(&file.data))),
        ("data", json!(STANDARD.encode(&file.data))),
    ];
    members.extend(rest.map(|(name, value)| (name.to_owned(), value)));
    let mut text = serde_json::to_string_pretty(&members).unwrap_or_default();
    text.push('\n');
    text
}

/// Reads a sealed file, and checks all that can be checked without the passphrase.
///
/// # Errors
/// [`FileError::OtherProgram`] where it is none, else what is wrong with it.
pub fn read(bytes: &[u8]) -> Result<SealedFile, SealFault> {
    let file = parse(bytes)?;
    Ok(SealedFile { header: header(&file)?, data: data(&file)? })
}

/// The checks before anything is decoded.
fn parse(bytes: &[u8]) -> Result<Value, FileError> {
    if bytes.len() > MAX_BYTES {
        return Err(FileError::TooLarge { bytes: bytes.len(), max: MAX_BYTES });
    }
    let file = value_of(bytes)?;
    if file.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(FileError::OtherProgram);
    }
    match file.get("version").and_then(Value::as_u64) {
        Some(found) if found > VERSION => Err(FileError::Newer { found, known: VERSION }),
        _ => Ok(file),
    }
}

fn header(file: &Value) -> Result<SealHeader, SealFault> {
    let values = HEADER.map(|name| file.get(name).cloned().unwrap_or_default());
    if text(file, "header_sha256") != sha256(joined(&values).as_bytes()) {
        return Err(SealFault::Header);
    }
    let rounds = file.get("iterations").and_then(Value::as_u64).ok_or(SealFault::Header)?;
    let iterations = u32::try_from(rounds).ok().filter(|_| ACCEPTED.contains(&rounds));
    let header = SealHeader {
        iterations: iterations.ok_or(SealFault::Iterations(rounds))?,
        salt: bytes_of(file, "salt").ok_or(SealFault::Header)?,
        nonce: bytes_of(file, "nonce").ok_or(SealFault::Header)?,
    };
    // Another cipher, another spelling: no file of this version.
    if header.values() == values { Ok(header) } else { Err(SealFault::Header) }
}

fn data(file: &Value) -> Result<Vec<u8>, SealFault> {
    let length = file.get("length").and_then(Value::as_u64).ok_or(SealFault::Content)?;
    let data = STANDARD.decode(text(file, "data")).map_err(|_| SealFault::Content)?;
    let found = data.len() as u64;
    if sha256(&data) == text(file, "sha256") && found == length {
        return Ok(data);
    }
    Err(if found < length { SealFault::Short { found, length } } else { SealFault::Content })
}

fn text<'a>(file: &'a Value, name: &str) -> &'a str {
    file.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn bytes_of<const N: usize>(file: &Value, name: &str) -> Option<[u8; N]> {
    STANDARD.decode(text(file, name)).ok()?.try_into().ok()
}

/// The values with one space between two; text without its quotes.
fn joined(values: &[Value; 8]) -> String {
    let words = values.each_ref().map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
    words.join(" ")
}

/// SHA-256 in lower-case hexadecimal.
fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// How well a passphrase withstands guessing, by its looks alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Strength {
    /// A machine guesses it.
    Weak,
    /// It takes some effort.
    Fair,
    /// It is too long to be guessed, unless it is a quotation.
    Good,
}

impl Strength {
    /// By length in characters, repeated ones counted less.
    pub fn of(passphrase: &str) -> Self {
        let length = passphrase.chars().count();
        let mut different: Vec<char> = passphrase.chars().collect();
        different.arrange();
        different.dedup();
        match length.min(different.len() * 2) {
            0..10 => Self::Weak,
            10..18 => Self::Fair,
            _ => Self::Good,
        }
    }
}
