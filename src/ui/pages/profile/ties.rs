//! How the reader knows the others.

use super::words;
use crate::domain::{MemberId, SaidTie, profile};
use crate::state::{App, Memo};
use crate::ui::ask::act;
use crate::ui::components::{Row, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::shared::profile::words as shared;
use leptos::prelude::*;

/// What the reader said of how they know `them`; tracked.
fn said(app: App, them: &MemberId) -> Option<SaidTie> {
    app.circle().with(|circle| app.me.with(|me| circle.said_tie(me.as_ref()?, them)))
}

/// A row for each other member.
#[component]
pub fn TiesCard() -> AnyView {
    let app = app();
    let rows = Memo::new(move |_| {
        let me = app.me.get();
        let others = app.circle().with(|circle| {
            let others = circle.roster().into_iter().filter(|member| Some(&member.id) != me.as_ref());
            others.map(|member| (member.id.clone(), member.name.clone())).collect::<Vec<_>>()
        });
        let row = |(id, name): (MemberId, String)| {
            let note = said(app, &id).map_or(words::NOT_SAID, words::tie);
            (Page::Profile.of_member(&id), name, note.to_owned())
        };
        others.into_iter().map(row).collect::<Vec<_>>()
    });
    let row = |(href, title, note): (String, String, String)| view! { <Row href title note /> };
    view! {
        <section class="card" aria-labelledby="profile-ties">
            <header class="card__head"><h2 id="profile-ties">{words::TIES}</h2></header>
            <p class="quiet">{words::TIES_LEAD}</p>
            <When is=move || !rows.with(Vec::is_empty) otherwise=|| view! { <p class="quiet">{words::ALONE}</p> }>
                <ul class="row-list">{live(move || rows.get().into_iter().map(row).collect_view())}</ul>
            </When>
        </section>
    }
    .into_any()
}

/// How the reader knows `member`: a button for each way, one of which can be pressed.
#[component]
pub fn TieCard(member: Memo<Option<MemberId>>, name: Memo<String>) -> AnyView {
    let app = app();
    let chosen = Memo::new(move |_| member.with(|member| member.as_ref().and_then(|them| said(app, them))));
    let button = move |tie: SaidTie| {
        let turn = move |_| {
            let Some(them) = member.get_untracked() else { return };
            let is_taken_back = chosen.get_untracked() == Some(tie);
            let said =
                name.with_untracked(|name| if is_taken_back { shared::untied(name) } else { shared::tied(name) });
            act(app, profile::Command::Tie(them, (!is_taken_back).then_some(tie)), &said);
        };
        view! {
            <button type="button" class="chip" aria-pressed=move || (chosen.get() == Some(tie)).to_string() on:click=turn>
                {shared::tie(tie)}
            </button>
        }
    };
    view! {
        <section class="card" aria-labelledby="profile-tie">
            <header class="card__head"><h2 id="profile-tie">{live(move || name.with(|name| words::how(name)))}</h2></header>
            <div class="chip-list" role="group" aria-labelledby="profile-tie">{SaidTie::ALL.map(button).collect_view()}</div>
        </section>
    }
    .into_any()
}
