//! The version that counts, what else is proposed, and what was before.

use super::data::{CharterData, VersionData};
use super::form::Editing;
use super::paper::{differences, paper};
use super::signing::{Deeds, Signers};
use super::words;
use crate::domain::charter_hints;
use crate::state::{Memo, RwSignal};
use crate::ui::components::{Each, When, live};
use crate::ui::markup::view;
use leptos::prelude::*;

/// The version that counts.
#[component]
pub fn InForce(version: Memo<VersionData>, editing: RwSignal<Option<Editing>>) -> AnyView {
    let heading = move || version.with(VersionData::heading_id);
    let is_asked = Memo::new(move |_| version.with(|version| version.is_asked));
    view! {
        <section class="card charter" aria-labelledby=heading>
            <header class="card__head">
                <h2 id=heading tabindex="-1">{words::IN_FORCE}</h2>
                <span dir="auto">{live(move || version.with(|version| words::written(&version.by, &version.when)))}</span>
            </header>
            {live(move || version.with(|version| paper(&version.version.terms)))}
            {live(move || version.with(|version| changed(version, words::CHANGED_BEFORE)))}
            <Clearer version />
            <div class="charter-signatures">
                <header class="card__head">
                    <h3>{words::SIGNATURES}</h3>
                    <span>{live(move || version.with(VersionData::signed))}</span>
                </header>
                <Signers version />
                <When is=is_asked><p class="charter-asks">{words::ASKS}</p></When>
                <Deeds version editing edit=words::CHANGE />
            </div>
        </section>
    }
    .into_any()
}

/// What differs from the version before, folded.
fn changed(version: &VersionData, title: &'static str) -> AnyView {
    let found = version.differences.clone().unwrap_or_default();
    (!found.is_empty())
        .then(|| view! { <details class="card-earlier"><summary>{title}</summary>{differences(&found)}</details> })
        .into_any()
}

/// What could be clearer, folded: nothing is held back for it.
#[component]
fn Clearer(version: Memo<VersionData>) -> AnyView {
    let hints = Memo::new(move |_| version.with(|version| charter_hints(&version.version.terms)));
    let lines = move || {
        let hints = hints.get().into_iter();
        hints.map(|hint| view! { <li class="field-lint">{words::hint(hint)}</li> }).collect_view()
    };
    view! {
        <When is=move || !hints.with(Vec::is_empty)>
            <details class="card-earlier charter-clearer">
                <summary>{live(move || words::clearer(hints.with(Vec::len)))}</summary>
                <ul>{live(lines)}</ul>
            </details>
        </When>
    }
    .into_any()
}

/// What else is proposed: each with what it changes and who stands behind it.
#[component]
pub fn Proposals(charter: Memo<Option<CharterData>>, editing: RwSignal<Option<Editing>>) -> AnyView {
    let proposals = Memo::new(move |_| {
        charter.with(|charter| charter.as_ref().map(|charter| charter.proposals.clone()).unwrap_or_default())
    });
    let row = move |version: Memo<VersionData>| view! { <Proposal version editing /> }.into_any();
    view! {
        <When is=move || !proposals.with(Vec::is_empty)>
            <section class="card" aria-labelledby="proposed">
                <header class="card__head"><h2 id="proposed" tabindex="-1">{words::PROPOSED}</h2></header>
                <p class="quiet">{words::PROPOSED_HINT}</p>
                <ul class="list"><Each items=proposals key=VersionData::key row /></ul>
            </section>
        </When>
    }
    .into_any()
}

#[component]
fn Proposal(version: Memo<VersionData>, editing: RwSignal<Option<Editing>>) -> AnyView {
    let title = move || {
        version
            .with(|version| if version.is_mine { words::YOU_PROPOSE.to_owned() } else { words::proposes(&version.by) })
    };
    let said = move || {
        version.with(|version| match &version.differences {
            Some(found) => differences(found),
            None => view! { <p class="quiet">{words::AFRESH}</p> }.into_any(),
        })
    };
    view! {
        <li class="charter-proposal">
            <header class="card__head">
                <h3 id=move || version.with(VersionData::heading_id) tabindex="-1"><bdi>{live(title)}</bdi></h3>
                <span>{live(move || version.with(|version| version.when.clone()))}</span>
            </header>
            {live(said)}
            <details class="card-earlier">
                <summary>{words::READ}</summary>
                {live(move || version.with(|version| paper(&version.version.terms)))}
            </details>
            <Signers version />
            <Deeds version editing edit=words::EDIT_FROM />
        </li>
    }
    .into_any()
}

/// What was before, folded.
#[component]
pub fn Earlier(charter: Memo<Option<CharterData>>) -> AnyView {
    let earlier = Memo::new(move |_| {
        charter.with(|charter| charter.as_ref().map(|charter| charter.earlier.clone()).unwrap_or_default())
    });
    let row = |version: Memo<VersionData>| {
        let head = move || version.with(|version| words::written(&version.by, &version.when));
        view! {
            <li>
                <details>
                    <summary dir="auto">{live(head)}</summary>
                    {live(move || version.with(|version| paper(&version.version.terms)))}
                </details>
            </li>
        }
        .into_any()
    };
    view! {
        <When is=move || !earlier.with(Vec::is_empty)>
            <section class="card charter-earlier" aria-labelledby="earlier">
                <header class="card__head"><h2 id="earlier">{words::EARLIER}</h2></header>
                <ul class="list"><Each items=earlier key=VersionData::key row /></ul>
            </section>
        </When>
    }
    .into_any()
}
