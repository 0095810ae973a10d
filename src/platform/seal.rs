//! Sealing by the browser's own cryptography (WebCrypto), which is there on pages that came over a safe connection.

use js_sys::{Array, JsString, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    type Subtle;

    /// Absent on pages that were not fetched over a safe connection.
    #[wasm_bindgen(thread_local_v2, js_namespace = ["globalThis", "crypto"], js_name = subtle)]
    static SUBTLE: Option<Subtle>;

    #[wasm_bindgen(catch, js_namespace = ["globalThis", "crypto"], js_name = getRandomValues)]
    fn fill_random(bytes: &mut [u8]) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = importKey)]
    fn import_key(
        this: &Subtle,
        format: &str,
        key: &JsValue,
        algorithm: &JsValue,
        extractable: bool,
        usages: &Array,
    ) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = deriveKey)]
    fn derive_key(
        this: &Subtle,
        algorithm: &JsValue,
        base: &JsValue,
        derived: &JsValue,
        extractable: bool,
        usages: &Array,
    ) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn encrypt(this: &Subtle, algorithm: &JsValue, key: &JsValue, data: &[u8]) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn decrypt(this: &Subtle, algorithm: &JsValue, key: &JsValue, data: &[u8]) -> Result<Promise, JsValue>;
}

/// Why nothing was sealed or opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CipherError {
    /// The page came over a connection on which browsers have no cryptography.
    #[error("no cryptography on this page")]
    Unsafe,
    /// The passphrase is another one, or what was sealed is not as it was.
    #[error("the key does not fit")]
    WrongKey,
    /// The browser refused to do it.
    #[error("the browser refused")]
    Refused,
}

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

/// Whether this page can seal and open.
pub fn can_seal() -> bool {
    SUBTLE.with(Option::is_some)
}

/// Random bytes that are fit for secrets; `None` where the browser has none.
pub fn secret_bytes<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0; N];
    fill_random(&mut bytes).ok().map(|_| bytes)
}

/// Seals `content` with `passphrase`; the tag is at the end.
///
/// # Errors
/// [`CipherError`]
pub async fn seal(seal: Seal<'_>, passphrase: &str, content: &[u8]) -> Result<Vec<u8>, CipherError> {
    let key = key_of(seal, passphrase).await?;
    let algorithm = cipher(seal);
    with_subtle(|subtle| subtle.encrypt(&algorithm, &key, content)).await.map(|sealed| bytes(&sealed))
}

/// Opens what [`seal`] sealed.
///
/// # Errors
/// [`CipherError`]
pub async fn unseal(seal: Seal<'_>, passphrase: &str, sealed: &[u8]) -> Result<Vec<u8>, CipherError> {
    let key = key_of(seal, passphrase).await?;
    let algorithm = cipher(seal);
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
    let by = |usage: &str| Array::of1(&usage.into());
    let base = with_subtle(|subtle| subtle.import_key("raw", &raw, &"PBKDF2".into(), false, &by("deriveKey"))).await?;
    let derivation = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(seal.salt).into()),
        ("iterations", seal.iterations.into()),
    ]);
    let wanted = object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
    let uses = Array::of2(&"encrypt".into(), &"decrypt".into());
    with_subtle(|subtle| subtle.derive_key(&derivation, &base, &wanted, false, &uses)).await
}

fn cipher(seal: Seal<'_>) -> JsValue {
    object(&[
        ("name", "AES-GCM".into()),
        ("iv", Uint8Array::from(seal.nonce).into()),
        ("additionalData", Uint8Array::from(seal.additional.as_bytes()).into()),
        ("tagLength", 128.into()),
    ])
}

/// What comes of something that the browser's cryptography is asked to do.
async fn with_subtle(ask: impl FnOnce(&Subtle) -> Result<Promise, JsValue>) -> Result<JsValue, CipherError> {
    let asked = SUBTLE.with(|subtle| subtle.as_ref().map(ask)).ok_or(CipherError::Unsafe)?;
    JsFuture::from(asked.map_err(|_| CipherError::Refused)?).await.map_err(|_| CipherError::Refused)
}

fn object(members: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in members {
        // A plain object takes any member.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

fn bytes(buffer: &JsValue) -> Vec<u8> {
    Uint8Array::new(buffer).to_vec()
}
