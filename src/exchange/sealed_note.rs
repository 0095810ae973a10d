//! A note for two, sealed for one device: a record of the circle's document, which goes to everyone.
//!
//! ```json
//! {
//!   "id": "4kq0t2m9x1zc",
//!   "by": "7vd3w0k5n2hj",
//!   "to": "m1c8e6r4y9qa",
//!   "at": "2026-11-26T08:29:00.000Z",
//!   "data": "BHq8…"
//! }
//! ```
//!
//! - `by` and `to` are devices: records of `devices`, each with its member and its public key, a point of P-256 (65
//!   bytes, uncompressed, base64). `at` is when the part of the note changed that belongs to who sealed it. `data` is
//!   empty where the copy was withdrawn.
//! - `data` is base64 of a fresh public key (65 bytes, uncompressed) and the ciphertext with its tag of 16 bytes.
//! - The key is HKDF-SHA-256 with an empty salt of two shared secrets, one after the other: ECDH of the fresh key and
//!   `to`'s, and of `by`'s key and `to`'s, so that nobody else can have sealed it. Its `info` is the fresh public key,
//!   `to`'s public key and the text about the copy. The cipher is AES-256-GCM; as a key seals once, the nonce is zero.
//! - The text about the copy, which is additional authenticated data too, is
//!   `peer-circle-sealed-note 1 <circle> <id> <by> <member of by> <to> <member of to>`. The record's id is made of the
//!   note's and those of the devices, so it says which note it is.
//! - The content is 4 bytes of length (little-endian), the note as in [`super::note_file`] (the members of `note`,
//!   compact JSON, raw deflate), and zeros up to a multiple of [`STEP`]: how long a note is shows in steps alone.

use super::circle_file::{FileError, value_of};
use super::note_file::{note_value, read_note};
use crate::domain::{CircleId, DeviceKey, PrivateNote, SealedNoteId};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// The steps, in bytes, in which the length of a note is told.
pub const STEP: usize = 512;
/// No note is longer than this many bytes.
const MAX_BYTES: usize = 1 << 20;
/// Bytes of the length before a note.
const HEAD: usize = 4;

/// What is sealed with the copy `id` that `by` seals for `to`, and has to be the same when it is opened.
pub fn about(circle: &CircleId, id: &SealedNoteId, by: &DeviceKey, to: &DeviceKey) -> String {
    format!("peer-circle-sealed-note 1 {circle} {id} {} {} {} {}", by.id, by.member, to.id, to.member)
}

/// What is to be sealed of a note.
pub fn packed(note: &PrivateNote) -> Vec<u8> {
    let text = compress_to_vec(note_value(note).to_string().as_bytes(), 8);
    let mut bytes = (text.len() as u32).to_le_bytes().to_vec();
    bytes.extend(text);
    bytes.resize(bytes.len().next_multiple_of(STEP), 0);
    bytes
}

/// The note from what was sealed.
///
/// # Errors
/// [`FileError::Damaged`] where it is none.
pub fn unpacked(content: &[u8]) -> Result<PrivateNote, FileError> {
    let damaged = || FileError::Damaged("note");
    let (head, rest) = content.split_first_chunk::<HEAD>().ok_or_else(damaged)?;
    let length = usize::try_from(u32::from_le_bytes(*head)).map_err(|_| damaged())?;
    let text = rest.get(..length).ok_or_else(damaged)?;
    let text = decompress_to_vec_with_limit(text, MAX_BYTES).map_err(|_| damaged())?;
    let note = value_of(&text).map_err(|_| damaged())?;
    note.as_object().and_then(read_note).ok_or_else(damaged)
}
