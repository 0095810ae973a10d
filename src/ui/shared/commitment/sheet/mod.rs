//! The dialogs for one commitment: make it, change it, say what became of it. Their forms are fetched when one is
//! first opened, unless they came with the other pages by then.

#![allow(unsafe_code)]

mod forms;

use super::words;
use crate::domain::{CommitmentId, Cycle};
use crate::platform::part;
use crate::state::{Memo, RwSignal};
use crate::ui::components::{Sheet, SheetAbout};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::parts::{self, Part, Surface};
use forms::Add;
pub use forms::goal_options;
use leptos::prelude::*;

/// What draws the forms; each ends with a callback.
#[derive(Clone, Copy)]
struct Forms {
    add: fn(Callback<()>) -> AnyView,
    about: fn(&CommitmentId, Memo<Cycle>, Callback<()>) -> AnyView,
}

part!(load_forms in whole: Forms = Forms { add, about: forms::about });

static FORMS: Part<Forms> = Part::new(|| Box::pin(load_forms()));

fn add(on_done: Callback<()>) -> AnyView {
    view! { <Add on_done /> }.into_any()
}

/// Both dialogs: a new commitment while `is_adding`, and everything about the `chosen` one.
#[component]
pub fn CommitmentSheet(is_adding: RwSignal<bool>, chosen: RwSignal<Option<CommitmentId>>) -> AnyView {
    let on_done = Callback::new(move |()| is_adding.set(false));
    view! {
        <Sheet is_open=is_adding title=words::ADD_TITLE>
            {parts::show(&FORMS, Surface::Dialog, move |forms| (forms.add)(on_done))}
        </Sheet>
        <SettleSheet cycle=app().cycle chosen />
    }
    .into_any()
}

/// Everything about the `chosen` commitment, whoever made it; what becomes of it is said in `cycle`.
#[component]
pub fn SettleSheet(#[prop(into)] cycle: Memo<Cycle>, chosen: RwSignal<Option<CommitmentId>>) -> AnyView {
    let about = move |id: CommitmentId, on_done: Callback<()>| {
        parts::show(&FORMS, Surface::Dialog, move |forms| (forms.about)(&id, cycle, on_done))
    };
    view! { <SheetAbout subject=chosen title=words::EDIT_TITLE about /> }.into_any()
}
