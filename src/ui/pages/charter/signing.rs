//! Who signed a version, and what who holds the device can do about it.

use super::data::VersionData;
use super::form::Editing;
use super::words;
use crate::domain::{CharterId, charter};
use crate::platform;
use crate::state::Memo;
use crate::ui::ask::act;
use crate::ui::components::{Each, Face, Glyph, Icon, live};
use crate::ui::context::app;
use crate::ui::shared::role::turns::Person;
use leptos::prelude::*;

/// Everyone who belongs, each with a mark where they have signed.
#[component]
pub fn Signers(version: Memo<VersionData>) -> AnyView {
    let signers = Memo::new(move |_| version.with(|version| version.signers.clone()));
    let key = |(person, _): &(Person, bool)| person.id.to_string();
    view! {
        <ul class="charter-signers" aria-label=words::SIGNATURES>
            <Each items=signers key row=move |signer| view! { <Signer signer /> }.into_any() />
        </ul>
    }
    .into_any()
}

#[component]
fn Signer(signer: Memo<(Person, bool)>) -> AnyView {
    let initials = Memo::new(move |_| signer.with(|(person, _)| person.initials.clone()));
    let seat = Memo::new(move |_| signer.with(|(person, _)| person.seat));
    let mark = move || {
        match signer.with(|(_, is_signed)| *is_signed) {
        true => view! { <span class="charter-signed"><Icon glyph=Glyph::Check /><span class="unseen">{words::HAS_SIGNED}</span></span> }.into_any(),
        false => view! { <small>{words::NOT_YET}</small> }.into_any(),
    }
    };
    view! {
        <li data-state=move || if signer.with(|(_, is_signed)| *is_signed) { "signed" } else { "open" }>
            <Face initials seat />
            <bdi>{live(move || signer.with(|(person, _)| person.name.clone()))}</bdi>
            " "
            {live(mark)}
        </li>
    }
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
