//! Who has what, as far as the copies that came in say.

use super::words;
use crate::state::{Memo, PeerCopy};
use crate::ui::components::{Each, When, face, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::text;
use leptos::prelude::*;

/// The card; a line for each of those who were heard from, and one for all the rest.
#[component]
pub fn Peers() -> AnyView {
    let app = app();
    let copies = app.peer_copies();
    let peers = Memo::new(move |_| {
        copies.with(|copies| copies.iter().filter(|peer| peer.at.is_some()).cloned().collect::<Vec<_>>())
    });
    let silent = move || {
        app.circle().with(|circle| {
            let name = |peer: &PeerCopy| circle.name_of(&peer.member).unwrap_or_default().to_owned();
            copies.with(|copies| copies.iter().filter(|peer| peer.at.is_none()).map(name).collect::<Vec<_>>())
        })
    };
    let has_silent = Memo::new(move |_| copies.with(|copies| copies.iter().any(|peer| peer.at.is_none())));
    view! {
        <section class="card" aria-labelledby="peers">
            <header class="card__head"><h2 id="peers">{words::PEERS}</h2></header>
            <ul class="sync-peers">
                <Each items=peers key=|peer: &PeerCopy| peer.member.to_string() row=|peer| view! { <PeerRow peer /> }.into_any() />
            </ul>
            <When is=move || has_silent.get()><p class="quiet">{live(move || words::silent(&silent()))}</p></When>
        </section>
    }
    .into_any()
}

#[component]
fn PeerRow(peer: Memo<PeerCopy>) -> AnyView {
    let app = app();
    let name = Memo::new(move |_| {
        app.circle().with(|circle| peer.with(|peer| circle.name_of(&peer.member).unwrap_or_default().to_owned()))
    });
    let seat = Memo::new(move |_| app.circle().with(|circle| peer.with(|peer| circle.seat_of(&peer.member))));
    let told = move || {
        let now = app.now().get();
        let ago = |at| text::time::relative(now, at);
        peer.with(|peer| words::peer(&peer.at.map(ago).unwrap_or_default(), peer.mine.map(ago).as_deref()))
    };
    view! {
        <li class="sync-peers__one">
            {live(move || name.with(|name| face(&text::initials(name), seat.get())))}
            <div><strong><bdi>{live(move || name.get())}</bdi></strong><p>{live(told)}</p></div>
        </li>
    }
    .into_any()
}
