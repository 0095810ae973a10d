//! The browser's cryptography (WebCrypto), which is there on pages that came over a safe connection.

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    pub(super) type Subtle;

    /// Absent on pages that were not fetched over a safe connection.
    #[wasm_bindgen(thread_local_v2, js_namespace = ["globalThis", "crypto"], js_name = subtle)]
    static SUBTLE: Option<Subtle>;

    #[wasm_bindgen(catch, js_namespace = ["globalThis", "crypto"], js_name = getRandomValues)]
    fn fill_random(bytes: &mut [u8]) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = importKey)]
    pub(super) fn import_key(
        this: &Subtle,
        format: &str,
        key: &JsValue,
        algorithm: &JsValue,
        extractable: bool,
        usages: &Array,
    ) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = deriveKey)]
    pub(super) fn derive_key(
        this: &Subtle,
        algorithm: &JsValue,
        base: &JsValue,
        derived: &JsValue,
        extractable: bool,
        usages: &Array,
    ) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    pub(super) fn encrypt(this: &Subtle, algorithm: &JsValue, key: &JsValue, data: &[u8]) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    pub(super) fn decrypt(this: &Subtle, algorithm: &JsValue, key: &JsValue, data: &[u8]) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = deriveBits)]
    pub(super) fn derive_bits(
        this: &Subtle,
        algorithm: &JsValue,
        base: &JsValue,
        length: u32,
    ) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = generateKey)]
    pub(super) fn generate_key(
        this: &Subtle,
        algorithm: &JsValue,
        extractable: bool,
        usages: &Array,
    ) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = exportKey)]
    pub(super) fn export_key(this: &Subtle, format: &str, key: &JsValue) -> Result<Promise, JsValue>;
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

/// Whether this page can seal and open.
pub fn can_seal() -> bool {
    SUBTLE.with(Option::is_some)
}

/// Random bytes that are fit for secrets; `None` where the browser has none.
pub fn secret_bytes<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0; N];
    fill_random(&mut bytes).ok().map(|_| bytes)
}

/// What comes of something that the browser's cryptography is asked to do.
pub(super) async fn with_subtle(ask: impl FnOnce(&Subtle) -> Result<Promise, JsValue>) -> Result<JsValue, CipherError> {
    let asked = SUBTLE.with(|subtle| subtle.as_ref().map(ask)).ok_or(CipherError::Unsafe)?;
    JsFuture::from(asked.map_err(|_| CipherError::Refused)?).await.map_err(|_| CipherError::Refused)
}

/// An object with these members.
pub(super) fn object(members: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in members {
        // A plain object takes any member.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// The bytes of a buffer.
pub(super) fn bytes(buffer: &JsValue) -> Vec<u8> {
    Uint8Array::new(buffer).to_vec()
}

/// AES-256-GCM with a tag of 16 bytes.
pub(super) fn cipher(nonce: &[u8], additional: &str) -> JsValue {
    object(&[
        ("name", "AES-GCM".into()),
        ("iv", Uint8Array::from(nonce).into()),
        ("additionalData", Uint8Array::from(additional.as_bytes()).into()),
        ("tagLength", 128.into()),
    ])
}

/// The name of the cipher, and how long its keys are.
pub(super) fn cipher_key() -> JsValue {
    object(&[("name", "AES-GCM".into()), ("length", 256.into())])
}

/// What keys are for.
pub(super) fn uses(uses: &[&str]) -> Array {
    uses.iter().map(|one| JsValue::from_str(one)).collect()
}
