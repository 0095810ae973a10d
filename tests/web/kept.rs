//! Values kept for the next start: shown before the document is read, where nothing else is stored by then, and corrected by it.

use super::{fresh, promise, started, texts};
use leptos::prelude::*;
use peer_circle::document::{CircleDoc, plain};
use peer_circle::platform;
use peer_circle::state::{App, Losses};
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
    let app = App::asleep();
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
