//! The form that opens sealed files.

use super::{PassphraseField, words};
use crate::domain::Field as Which;
use crate::platform::PickedFile;
use crate::state::{FileImport, LockedFile, RwSignal, SealError, StoredValue};
use crate::ui::components::{Form, Problem, When};
use crate::ui::context::desktop;
use crate::ui::markup::view;
use leptos::prelude::*;

/// Asks for the passphrase of `locked`.
pub(super) fn about(locked: Vec<LockedFile>, on_done: Callback<()>) -> AnyView {
    view! { <Unseal locked on_done /> }.into_any()
}

#[component]
fn Unseal(locked: Vec<LockedFile>, on_done: Callback<()>) -> AnyView {
    let desktop = desktop();
    let (passphrase, problem, is_shown) = (RwSignal::new(String::new()), Problem::none(), RwSignal::new(false));
    let is_busy = RwSignal::new(false);
    let names = locked.iter().map(|file| file.name.as_str()).collect::<Vec<_>>().join(", ");
    let locked = StoredValue::new(locked);
    let open = move |()| {
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        problem.clear();
        leptos::task::spawn_local(async move {
            let tried = tried(locked.get_value(), &passphrase.get_untracked()).await;
            // Whoever has closed the dialog meanwhile does not want the files any more.
            if is_busy.try_set(false).is_some() {
                return;
            }
            match tried {
                Ok((opened, others)) => {
                    on_done.run(());
                    desktop.take(opened, others).await;
                }
                Err(error) => problem.say(Which::Text, words::fault(&error)),
            }
        });
    };
    view! {
        <Form problem on_submit=Callback::new(open)>
            <p><bdi>{names}</bdi></p>
            <p class="quiet">{words::OPEN_HINT}</p>
            <PassphraseField id="open-passphrase" value=passphrase problem is_shown />
            <When is=is_busy><p class="quiet" role="status">{words::OPENING}</p></When>
            <div class="row">
                <button type="submit" class="btn" data-kind="main">{words::OPEN}</button>
            </div>
        </Form>
    }
    .into_any()
}

/// The files that `passphrase` opens, and the others; an error where it opens none.
async fn tried(locked: Vec<LockedFile>, passphrase: &str) -> Result<(Vec<PickedFile>, Vec<FileImport>), SealError> {
    let (mut opened, mut others, mut fault) = (Vec::new(), Vec::new(), None);
    for file in locked {
        match file.open(passphrase).await {
            Ok(file) => opened.push(file),
            Err(error) => {
                fault = Some(error);
                others.push(file.into());
            }
        }
    }
    match fault {
        Some(fault) if opened.is_empty() => Err(fault),
        _ => Ok((opened, others)),
    }
}
