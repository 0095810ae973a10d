//! Key pairs of P-256, and what one of them seals for another.

use super::subtle::{CipherError, bytes, cipher, cipher_key, object, uses, with_subtle};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

/// Bytes of a public key: a point, uncompressed.
const PUBLIC: usize = 65;
/// A key seals once, so that its nonce can be always the same.
const NONCE: [u8; 12] = [0; 12];

/// A key pair.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeyPair {
    /// The public half: a point, uncompressed.
    pub public: Vec<u8>,
    /// The private half, PKCS #8.
    pub private: Vec<u8>,
}

impl KeyPair {
    /// A new one.
    ///
    /// # Errors
    /// [`CipherError`]
    pub async fn generate() -> Result<Self, CipherError> {
        let usage = uses(&["deriveBits"]);
        let pair = with_subtle(|subtle| subtle.generate_key(&curve(), true, &usage)).await?;
        let half = |name: &str| Reflect::get(&pair, &name.into()).map_err(|_| CipherError::Refused);
        let (public, private) = (half("publicKey")?, half("privateKey")?);
        let public = with_subtle(|subtle| subtle.export_key("raw", &public)).await?;
        let private = with_subtle(|subtle| subtle.export_key("pkcs8", &private)).await?;
        Ok(Self { public: bytes(&public), private: bytes(&private) })
    }

    /// The secret that this pair shares with the holder of `public`.
    async fn shared_with(&self, public: &[u8]) -> Result<Vec<u8>, CipherError> {
        let (own, other) = (Uint8Array::from(&self.private[..]), Uint8Array::from(public));
        let usage = uses(&["deriveBits"]);
        let own = with_subtle(|subtle| subtle.import_key("pkcs8", &own, &curve(), false, &usage)).await?;
        let other = with_subtle(|subtle| subtle.import_key("raw", &other, &curve(), false, &uses(&[]))).await?;
        let way = object(&[("name", "ECDH".into()), ("public", other)]);
        with_subtle(|subtle| subtle.derive_bits(&way, &own, 256)).await.map(|secret| bytes(&secret))
    }
}

/// This device's pair, the public key of the other one, and the text that both sides know of what is sealed.
///
/// The key is HKDF-SHA-256 of two secrets: that of a fresh pair and the receiver's, and that of the sender's and the
/// receiver's, as in the authenticated mode of RFC 9180. So it is nobody's but the receiver's to open, and nobody's
/// but the sender's to have sealed.
#[derive(Clone, Copy, Debug)]
pub struct SealingPair<'a> {
    /// This device's.
    pub own: &'a KeyPair,
    /// The other one's.
    pub other: &'a [u8],
    /// What is authenticated beside the content.
    pub about: &'a str,
}

impl SealingPair<'_> {
    /// Seals `content` for the other one: a fresh public key, then the ciphertext with its tag.
    ///
    /// # Errors
    /// [`CipherError`]
    pub async fn seal(self, content: &[u8]) -> Result<Vec<u8>, CipherError> {
        let fresh = KeyPair::generate().await?;
        let secrets = [fresh.shared_with(self.other).await?, self.own.shared_with(self.other).await?].concat();
        let key = self.key(secrets, &fresh.public, self.other).await?;
        let cipher = cipher(&NONCE, self.about);
        let sealed = with_subtle(|subtle| subtle.encrypt(&cipher, &key, content)).await?;
        Ok([fresh.public, bytes(&sealed)].concat())
    }

    /// Opens what the other one sealed for this device.
    ///
    /// # Errors
    /// [`CipherError::WrongKey`] where it is not from them, not for this device, or not as it was.
    pub async fn open(self, sealed: &[u8]) -> Result<Vec<u8>, CipherError> {
        let (fresh, sealed) = sealed.split_at_checked(PUBLIC).ok_or(CipherError::WrongKey)?;
        let opened = async {
            let secrets = [self.own.shared_with(fresh).await?, self.own.shared_with(self.other).await?].concat();
            let key = self.key(secrets, fresh, &self.own.public).await?;
            let cipher = cipher(&NONCE, self.about);
            with_subtle(|subtle| subtle.decrypt(&cipher, &key, sealed)).await
        };
        opened.await.map(|content| bytes(&content)).map_err(|error| match error {
            CipherError::Refused => CipherError::WrongKey,
            other => other,
        })
    }

    async fn key(self, secrets: Vec<u8>, fresh: &[u8], receiver: &[u8]) -> Result<JsValue, CipherError> {
        let secrets = Uint8Array::from(&secrets[..]);
        let usage = uses(&["deriveKey"]);
        let base = with_subtle(|subtle| subtle.import_key("raw", &secrets, &"HKDF".into(), false, &usage)).await?;
        let info = [fresh, receiver, self.about.as_bytes()].concat();
        let derivation = object(&[
            ("name", "HKDF".into()),
            ("hash", "SHA-256".into()),
            ("salt", Uint8Array::new_with_length(0).into()),
            ("info", Uint8Array::from(&info[..]).into()),
        ]);
        let usage = uses(&["encrypt", "decrypt"]);
        with_subtle(|subtle| subtle.derive_key(&derivation, &base, &cipher_key(), false, &usage)).await
    }
}

fn curve() -> JsValue {
    object(&[("name", "ECDH".into()), ("namedCurve", "P-256".into())])
}
