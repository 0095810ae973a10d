//! Values kept for the next start: shown before the document is read, where nothing else is stored by then, and corrected by it.

use super::{promise, started, texts};
use leptos::prelude::*;
use peer_circle::document::{CircleDoc, plain};
use peer_circle::domain::{CommitmentDraft, Refusal, commitment};
use peer_circle::platform::{self, BrowserStorage};
use peer_circle::state::{App, Losses, Phase};
use peer_circle::vault::Storage;
use wasm_bindgen_test::wasm_bindgen_test;

/// How often it is looked for what is kept a moment after the last change, a tenth of a second apart.
const TRIES: usize = 100;

fn name(app: App) -> String {
    app.circle().with_untracked(|circle| circle.about.name.clone())
}

/// Waits until what is kept is as it should be, and returns it.
async fn kept_once(is_so: impl Fn(Option<&[u8]>) -> bool) -> Option<Vec<u8>> {
    for _ in 0..TRIES {
        platform::sleep(100).await;
        let kept = platform::kept_values().await;
        if is_so(kept.as_deref()) {
            return kept;
        }
    }
    panic!("what is kept stays otherwise");
}

/// A circle with one commitment, and what is kept of it; all of it lives as long as the owner.
async fn kept_circle() -> (Owner, App, Vec<u8>) {
    let owner = Owner::new();
    owner.set();
    platform::drop_values().await;
    let app = started();
    promise(app, "One");
    let kept = kept_once(|kept| kept.is_some()).await.unwrap();
    (owner, app, kept)
}

/// Keeps values in which the circle has another name, as if they were of what is stored.
async fn keep_renamed(app: App, kept: &[u8]) {
    let mut circle = app.circle().get_untracked();
    circle.about.name = "Southlight".to_owned();
    let end = kept.windows(2).position(|two| two == b"\n\n").expect("a blank line") + 2;
    let mut renamed = kept[..end].to_vec();
    renamed.extend(plain(CircleDoc::begin(1, &circle).facts()));
    platform::keep_values(renamed).await;
}

async fn boot() -> App {
    let app = App::unopened();
    app.boot().await.expect("the code is here");
    app
}

#[wasm_bindgen_test]
async fn they_are_shown_first_and_the_document_has_the_last_word() {
    let (_owner, app, kept) = kept_circle().await;
    keep_renamed(app, &kept).await;
    let again = boot().await;
    assert_eq!((name(again).as_str(), texts(again)), ("Southlight", vec!["One".to_owned()]));
    assert_eq!(again.finish_boot().await, Losses::default());
    assert_eq!((name(again).as_str(), texts(again)), ("Northlight", vec!["One".to_owned()]));
    assert_eq!(again.me.get_untracked(), app.me.get_untracked());
}

#[wasm_bindgen_test]
async fn an_edit_before_the_document_was_read_reads_it_first() {
    let (_owner, app, kept) = kept_circle().await;
    keep_renamed(app, &kept).await;
    let again = boot().await;
    promise(again, "Two");
    assert_eq!((name(again).as_str(), texts(again)), ("Northlight", vec!["One".to_owned(), "Two".to_owned()]));
    assert_eq!(again.finish_boot().await, Losses::default());
    assert_eq!(texts(App::start().0), ["One", "Two"]);
}

#[wasm_bindgen_test]
async fn what_was_stored_since_is_never_missed() {
    let (_owner, app, kept) = kept_circle().await;
    keep_renamed(app, &kept).await;
    // Of which what is kept knows nothing: the tab ended at once.
    promise(App::start().0, "Two");
    let again = boot().await;
    assert_eq!((name(again).as_str(), texts(again)), ("Northlight", vec!["One".to_owned(), "Two".to_owned()]));
}

#[wasm_bindgen_test]
async fn what_another_tab_erased_takes_no_edit() {
    let (_owner, _, kept) = kept_circle().await;
    platform::keep_values(kept).await;
    let again = boot().await;
    assert_eq!(texts(again), ["One"]);
    let storage = BrowserStorage::open().unwrap();
    let keys = storage.keys().unwrap();
    keys.iter().filter(|key| key.starts_with("peer-circle/circle/")).for_each(|key| storage.remove(key).unwrap());
    let refused = again.dispatch(commitment::Command::Add {
        cycle: again.cycle.get_untracked(),
        draft: CommitmentDraft { text: "Two".to_owned(), ..CommitmentDraft::default() },
    });
    assert_eq!(refused.map(drop), Err(Refusal::Gone("circle")));
    assert_eq!(again.phase().get_untracked(), Phase::FirstRun);
}

#[wasm_bindgen_test]
async fn what_cannot_be_read_by_then_is_said() {
    let (_owner, _, kept) = kept_circle().await;
    platform::keep_values(kept).await;
    let storage = BrowserStorage::open().unwrap();
    for key in storage.keys().unwrap().iter().filter(|key| key.ends_with("/a") || key.ends_with("/b")) {
        let damaged = format!("{}x", storage.get(key).unwrap().unwrap());
        storage.set(key, &damaged).unwrap();
    }
    let again = boot().await;
    assert_eq!((again.phase().get_untracked(), texts(again)), (Phase::Ready, vec!["One".to_owned()]));
    again.finish_boot().await;
    assert!(matches!(again.phase().get_untracked(), Phase::Unreadable { bytes, .. } if !bytes.is_empty()));
}

#[wasm_bindgen_test]
async fn those_of_a_circle_that_is_not_listed_go() {
    let (_owner, _, kept) = kept_circle().await;
    let stray: Vec<u8> = b"another".iter().chain(&kept).copied().collect();
    platform::keep_values(stray).await;
    let again = boot().await;
    assert_eq!(texts(again), ["One"]);
    // Those of the circle that was opened may have taken their place.
    kept_once(|kept| kept.is_none_or(|kept| !kept.starts_with(b"another"))).await;
}

#[wasm_bindgen_test]
async fn damaged_ones_are_passed_over() {
    let (_owner, _, mut kept) = kept_circle().await;
    let last = kept.len() - 20;
    kept[last] ^= 1;
    platform::keep_values(kept).await;
    let again = boot().await;
    assert_eq!((name(again).as_str(), texts(again)), ("Northlight", vec!["One".to_owned()]));
}

#[wasm_bindgen_test]
async fn those_of_an_erased_circle_are_gone() {
    let (_owner, app, _) = kept_circle().await;
    let id = app.entry.get_untracked().expect("listed").circle_id();
    app.erase_circle(&id).unwrap();
    kept_once(|kept| kept.is_none()).await;
}
