//! Values kept for the next start: shown before the document is read, where nothing else is stored by then, and corrected by it.

use super::{fresh, promise, started, texts};
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

/// A circle with one commitment, and what is kept of it.
async fn kept_circle() -> (App, Vec<u8>) {
    platform::drop_values().await;
    let app = started();
    promise(app, "One");
    for _ in 0..TRIES {
        platform::sleep(100).await;
        if let Some(kept) = platform::kept_values().await {
            return (app, kept);
        }
    }
    panic!("nothing was kept");
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
    let owner = Owner::new();
    owner.set();
    let (app, kept) = kept_circle().await;
    keep_renamed(app, &kept).await;
    let again = boot().await;
    assert_eq!((name(again).as_str(), texts(again)), ("Southlight", vec!["One".to_owned()]));
    assert_eq!(again.finish_boot().await, Losses::default());
    assert_eq!((name(again).as_str(), texts(again)), ("Northlight", vec!["One".to_owned()]));
    assert_eq!(again.me.get_untracked(), app.me.get_untracked());
}

#[wasm_bindgen_test]
async fn an_edit_before_the_document_was_read_reads_it_first() {
    let owner = Owner::new();
    owner.set();
    let (app, kept) = kept_circle().await;
    keep_renamed(app, &kept).await;
    let again = boot().await;
    promise(again, "Two");
    assert_eq!((name(again).as_str(), texts(again)), ("Northlight", vec!["One".to_owned(), "Two".to_owned()]));
    assert_eq!(again.finish_boot().await, Losses::default());
    assert_eq!(texts(App::start().0), ["One", "Two"]);
}

#[wasm_bindgen_test]
async fn what_was_stored_since_is_never_missed() {
    let owner = Owner::new();
    owner.set();
    let (app, kept) = kept_circle().await;
    keep_renamed(app, &kept).await;
    // Of which what is kept knows nothing: the tab ended at once.
    promise(App::start().0, "Two");
    let again = boot().await;
    assert_eq!((name(again).as_str(), texts(again)), ("Northlight", vec!["One".to_owned(), "Two".to_owned()]));
}

#[wasm_bindgen_test]
async fn what_another_tab_erased_takes_no_edit() {
    let owner = Owner::new();
    owner.set();
    let (_, kept) = kept_circle().await;
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
    let owner = Owner::new();
    owner.set();
    let (_, kept) = kept_circle().await;
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
    let owner = Owner::new();
    owner.set();
    let (_, kept) = kept_circle().await;
    let stray: Vec<u8> = b"another".iter().chain(&kept).copied().collect();
    platform::keep_values(stray).await;
    let again = boot().await;
    assert_eq!(texts(again), ["One"]);
    for _ in 0..TRIES {
        platform::sleep(100).await;
        // Those of the circle that was opened may have taken their place.
        if platform::kept_values().await.is_none_or(|values| !values.starts_with(b"another")) {
            return;
        }
    }
    panic!("they are still there");
}

#[wasm_bindgen_test]
async fn damaged_ones_are_passed_over() {
    let owner = Owner::new();
    owner.set();
    let (_, mut kept) = kept_circle().await;
    let last = kept.len() - 20;
    kept[last] ^= 1;
    platform::keep_values(kept).await;
    let again = boot().await;
    assert_eq!((name(again).as_str(), texts(again)), ("Northlight", vec!["One".to_owned()]));
}

#[wasm_bindgen_test]
async fn those_of_an_erased_circle_are_gone() {
    let owner = Owner::new();
    owner.set();
    let (app, _) = kept_circle().await;
    let id = app.entry.get_untracked().expect("listed").circle_id();
    app.erase_circle(&id).unwrap();
    for _ in 0..TRIES {
        platform::sleep(100).await;
        if platform::kept_values().await.is_none() {
            fresh();
            return;
        }
    }
    panic!("they are still there");
}
