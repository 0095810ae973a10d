//! The dialog for a reply to somebody else's commitment; its form is fetched when it is first opened.

#![allow(unsafe_code)]

mod form;

use super::words;
use crate::domain::CommitmentId;
use crate::platform::part;
use crate::state::{Memo, RwSignal};
use crate::ui::components::SheetAbout;
use crate::ui::markup::view;
use crate::ui::parts::{self, Part, Surface};
use leptos::prelude::*;

/// What draws the form; it ends with the callback.
type ReplyForm = fn(&CommitmentId, Callback<()>) -> AnyView;

part!(load_form in whole: ReplyForm = form::about);

static FORM: Part<ReplyForm> = Part::new(|| Box::pin(load_form()));

/// Replies to the `chosen` commitment of somebody else.
#[component]
pub fn ReplySheet(chosen: RwSignal<Option<CommitmentId>>) -> AnyView {
    let about = move |id: CommitmentId, on_done: Callback<()>| {
        parts::show(&FORM, Surface::Dialog, move |form| form(&id, on_done))
    };
    view! { <SheetAbout subject=chosen title=Memo::stored(words::TITLE.to_owned()) about /> }.into_any()
}
