//! Sealing by the browser's cryptography.

use super::{fresh, started};
use leptos::prelude::*;
use peer_circle::exchange::sealed_file::{SealedFile, packed, read, write};
use peer_circle::platform::{self, CipherError, PickedFile};
use peer_circle::state::{FileImport, ImportGain, LockedFile, SealError};
use wasm_bindgen_test::wasm_bindgen_test;

/// With characters that can be written in two ways.
const COMPOSED: &str = "Vier W\u{f6}rter f\u{fc}r Z\u{fc}rich";
const DECOMPOSED: &str = "Vier Wo\u{308}rter fu\u{308}r Zu\u{308}rich";
const FIXTURE: &[u8] = include_bytes!("../fixtures/v1.sealed.json");
const INSIDE: &[u8] = include_bytes!("../fixtures/v1-small.circle.json");

/// What comes in with a file of these bytes: imports, and what waits for a passphrase.
async fn received(app: peer_circle::state::App, bytes: &[u8]) -> (Vec<FileImport>, Vec<LockedFile>) {
    let file = PickedFile { name: "a.sealed.json".to_owned(), size: bytes.len(), bytes: Some(bytes.to_vec()) };
    let mut imports = app.receive(vec![file]).await;
    let locked = LockedFile::take_from(&mut imports);
    (imports, locked)
}

const WRONG: SealError = SealError::Cipher(CipherError::WrongKey);

#[wasm_bindgen_test]
async fn what_is_sealed_here_opens_on_another_device() {
    let owner = Owner::new();
    owner.set();
    let file = started().outgoing().expect("a file");
    let plain = file.text.clone();
    let sealed = file.sealed(COMPOSED).await.expect("sealed");
    assert!(!sealed.text.contains("Northlight"));
    let app = fresh();
    let (imports, locked) = received(app, sealed.text.as_bytes()).await;
    assert_eq!((imports.len(), locked.len()), (0, 1));
    for wrong in ["", "Vier Worter fur Zurich", " Vier W\u{f6}rter f\u{fc}r Z\u{fc}rich"] {
        assert_eq!(locked[0].open(wrong).await.err(), Some(WRONG), "{wrong}");
    }
    let opened = locked[0].open(DECOMPOSED).await.expect("the same passphrase");
    assert_eq!(opened.bytes.as_deref(), Some(plain.as_bytes()));
    let imports = app.receive(vec![opened]).await;
    assert!(matches!(imports[0].result.as_ref().unwrap().gain, ImportGain::NewCircle { .. }));
}

#[wasm_bindgen_test]
async fn a_file_of_version_1_opens() {
    let owner = Owner::new();
    owner.set();
    let (_, locked) = received(fresh(), FIXTURE).await;
    let opened = locked[0].open(COMPOSED).await.expect("the passphrase of the fixture");
    assert_eq!(opened.bytes.as_deref(), Some(INSIDE));
}

/// Whoever makes the checksums fit again still cannot have anything else opened.
#[wasm_bindgen_test]
async fn what_was_forged_does_not_open() {
    let owner = Owner::new();
    owner.set();
    let good = read(FIXTURE).unwrap();
    let changes: [fn(&mut SealedFile); 4] = [
        |file| file.header.iterations = 100_000,
        |file| file.header.nonce[0] ^= 1,
        |file| file.data[0] ^= 1,
        |file| file.data.truncate(100),
    ];
    for (nth, change) in changes.into_iter().enumerate() {
        let mut forged = good.clone();
        change(&mut forged);
        let (_, locked) = received(fresh(), write(&forged).as_bytes()).await;
        assert_eq!(locked[0].open(COMPOSED).await.err(), Some(WRONG), "{nth}");
    }
}

#[wasm_bindgen_test]
async fn the_header_is_sealed_with_the_content() {
    let [nonce, other] = [[1; 12], [2; 12]];
    let recipe = |additional| platform::Seal { iterations: 100_000, salt: &nonce, nonce: &other, additional };
    let data = platform::seal(recipe("one"), COMPOSED, &packed("text")).await.unwrap();
    assert!(platform::unseal(recipe("one"), COMPOSED, &data).await.is_ok());
    assert_eq!(platform::unseal(recipe("two"), COMPOSED, &data).await, Err(CipherError::WrongKey));
}
