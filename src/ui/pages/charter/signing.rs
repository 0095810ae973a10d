//! Who signed a version, and what who holds the device can do about it.

use super::data::VersionData;
use super::form::Editing;
use super::words;
use crate::domain::{CharterId, charter};
use crate::platform;
use crate::state::{Memo, RwSignal};
use crate::ui::ask::act;
use crate::ui::components::{Each, Glyph, Icon, face, live, live_row};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::role::turns::Person;
use leptos::prelude::*;

/// Everyone who belongs, each with a mark where they have signed.
#[component]
pub fn Signers(version: Memo<VersionData>) -> AnyView {
    let signers = Memo::new(move |_| version.with(|version| version.signers.clone()));
    let key = |(person, _): &(Person, bool)| person.id.to_string();
    view! {
        <ul class="charter-signers" aria-label=words::SIGNATURES>
            <Each items=signers key row=live_row(signer) />
        </ul>
    }
    .into_any()
}

fn signer((person, is_signed): &(Person, bool)) -> AnyView {
    let (state, mark) = if *is_signed {
        let mark = view! { <span class="charter-signed"><Icon glyph=Glyph::Check /><span class="unseen">{words::HAS_SIGNED}</span></span> };
        ("signed", mark.into_any())
    } else {
        ("open", view! { <small>{words::NOT_YET}</small> }.into_any())
    };
    view! { <li data-state=state>{face(&person.initials, person.seat)} <bdi>{person.name.clone()}</bdi> " " {mark}</li> }
        .into_any()
}

/// Signing, changing, withdrawing.
#[component]
pub fn Deeds(
    version: Memo<VersionData>,
    editing: RwSignal<Option<Editing>>,
    /// What a new version from this one is called.
    edit: &'static str,
) -> AnyView {
    let row = move || {
        let data = version.get();
        let id = || data.version.id.clone();
        let heading = || data.heading_id();
        let from = id();
        let sign = (!data.is_signed).then(|| {
            let kind = if data.is_asked { "main" } else { "" };
            deed(heading(), words::SIGN, kind, charter::Command::Sign(id()), words::SIGNED)
        });
        let unsign = data
            .is_signed
            .then(|| deed(heading(), words::UNSIGN, "quiet", charter::Command::Unsign(id()), words::UNSIGNED));
        let take_back = data
            .can_be_taken_back()
            .then(|| deed(heading(), words::TAKE_BACK, "quiet", charter::Command::TakeBack(id()), words::TAKEN_BACK));
        view! {
            <div class="row">
                {sign}
                <button type="button" class="btn" data-kind="small" on:click=move |_| editing.set(Some(from_version(&from)))>{edit}</button>
                {take_back}
                {unsign}
            </div>
        }
    };
    live(row)
}

fn from_version(id: &CharterId) -> Editing {
    Editing::From(id.clone())
}

/// Sends `command` at once. What was pressed is gone then, and the focus goes to the version, or near it.
fn deed(
    heading: String,
    label: &'static str,
    kind: &'static str,
    command: charter::Command,
    said: &'static str,
) -> AnyView {
    let app = app();
    let send = move |_| {
        act(app, command.clone(), said);
        platform::focus_near(&heading);
    };
    view! { <button type="button" class="btn" data-kind=kind on:click=send>{label}</button> }.into_any()
}
