//! Sealing with a passphrase.

use super::subtle::{CipherError, bytes, cipher, cipher_key, object, uses, with_subtle};
use js_sys::{JsString, Uint8Array};
use wasm_bindgen::prelude::*;

/// How a passphrase seals: PBKDF2-SHA-256 makes the key of AES-256-GCM.
#[derive(Clone, Copy, Debug)]
pub struct Seal<'a> {
    /// Rounds of PBKDF2.
    pub iterations: u32,
    /// Its salt.
    pub salt: &'a [u8],
    /// The cipher's nonce.
    pub nonce: &'a [u8],
    /// What is authenticated beside the content.
    pub additional: &'a str,
}

/// Seals `content` with `passphrase`; the tag is at the end.
///
/// # Errors
/// [`CipherError`]
pub async fn seal(seal: Seal<'_>, passphrase: &str, content: &[u8]) -> Result<Vec<u8>, CipherError> {
    let key = key_of(seal, passphrase).await?;
    let algorithm = cipher(seal.nonce, seal.additional);
    with_subtle(|subtle| subtle.encrypt(&algorithm, &key, content)).await.map(|sealed| bytes(&sealed))
}

/// Opens what [`seal`] sealed.
///
/// # Errors
/// [`CipherError`]
pub async fn unseal(seal: Seal<'_>, passphrase: &str, sealed: &[u8]) -> Result<Vec<u8>, CipherError> {
    let key = key_of(seal, passphrase).await?;
    let algorithm = cipher(seal.nonce, seal.additional);
    let opened = with_subtle(|subtle| subtle.decrypt(&algorithm, &key, sealed)).await;
    opened.map(|content| bytes(&content)).map_err(|error| match error {
        CipherError::Refused => CipherError::WrongKey,
        other => other,
    })
}

/// The key of a passphrase, in Unicode's normal form C: what is typed on a phone and on a computer is the same then.
async fn key_of(seal: Seal<'_>, passphrase: &str) -> Result<JsValue, CipherError> {
    let normal = String::from(JsString::from(passphrase).normalize("NFC"));
    let raw = Uint8Array::from(normal.as_bytes());
    let base =
        with_subtle(|subtle| subtle.import_key("raw", &raw, &"PBKDF2".into(), false, &uses(&["deriveKey"]))).await?;
    let derivation = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(seal.salt).into()),
        ("iterations", seal.iterations.into()),
    ]);
    let uses = uses(&["encrypt", "decrypt"]);
    with_subtle(|subtle| subtle.derive_key(&derivation, &base, &cipher_key(), false, &uses)).await
}
