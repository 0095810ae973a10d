//! Who has what, as far as the copies that came in say.

use super::words;
use crate::state::{Memo, PeerCopy};
use crate::ui::components::{Each, Face, live};
use crate::ui::context::app;
use crate::ui::text;
use leptos::prelude::*;

/// The card; one line for each of the others.
#[component]
pub fn Peers() -> AnyView {
    let app = app();
    let peers = app.peer_copies();
    view! {
        <section class="card" aria-labelledby="peers">
            <header class="card__head"><h2 id="peers">{words::PEERS}</h2></header>
            <ul class="sync-peers">
                <Each items=peers key=|peer: &PeerCopy| peer.member.to_string() row=|peer| view! { <PeerRow peer /> }.into_any() />
            </ul>
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
    let initials = Memo::new(move |_| name.with(|name| text::initials(name)));
    let seat = Memo::new(move |_| app.circle().with(|circle| peer.with(|peer| circle.seat_of(&peer.member))));
    let told = move || {
        let now = app.now().get();
        let ago = |at| text::time::relative(now, at);
        peer.with(|peer| words::peer(peer.at.map(ago).as_deref(), peer.mine.map(ago).as_deref()))
    };
    view! {
        <li class="sync-peers__one">
            <Face initials seat />
            <div><strong><bdi>{live(move || name.get())}</bdi></strong><p>{live(told)}</p></div>
        </li>
    }
    .into_any()
}
