//! What a passphrase seals and opens.

#![allow(unsafe_code)]

mod field;
mod form;
pub mod words;

pub use field::PassphraseField;

use crate::platform::part;
use crate::state::{LockedFile, Memo};
use crate::ui::components::SheetAbout;
use crate::ui::context::desktop;
use crate::ui::markup::view;
use crate::ui::parts::{self, Part, Surface};
use leptos::prelude::*;

/// What draws the form; it ends with the callback.
type UnsealForm = fn(Vec<LockedFile>, Callback<()>) -> AnyView;

part!(load_form in bring: UnsealForm = form::about);

static FORM: Part<UnsealForm> = Part::new(|| Box::pin(load_form()));

/// Asks for the passphrase of sealed files that came in, on whichever screen. Until it fits, nothing is taken in.
#[component]
pub fn UnsealSheet() -> AnyView {
    let about = move |locked: Vec<LockedFile>, on_done: Callback<()>| {
        parts::show(&FORM, Surface::Dialog, move |form| form(locked.clone(), on_done))
    };
    view! { <SheetAbout subject=desktop().locked title=Memo::stored(words::OPEN_TITLE.to_owned()) about /> }.into_any()
}
