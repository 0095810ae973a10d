//! Offers of help, for the owner of a commitment to take.

use super::words;
use crate::domain::{Command, Commitment, CommitmentDraft, MemberId, ReplyKind, Settlement, commitment};
use crate::state::App;
use crate::ui::ask::act;
use crate::ui::context::app;
use crate::ui::markup::view;
use leptos::prelude::*;

/// One offer: whose, and what was said.
struct HelpOffer {
    from: MemberId,
    said: String,
}

/// Who offers to help with `about`, while nobody does.
#[component]
pub fn HelpOffers(about: Commitment, on_done: Callback<()>) -> AnyView {
    let app = app();
    let offers = if about.helper.is_none() { offers(app, &about) } else { Vec::new() };
    let row = |HelpOffer { from, said }: HelpOffer| {
        let about = about.clone();
        let accept = move |_| {
            let draft = Some(CommitmentDraft { helper: Some(from.clone()), ..about.draft() });
            let settlement = Settlement { commitment: about.id.clone(), draft, verdict: None, note: None };
            let cycle = app.cycle.get_untracked();
            act(app, Command::from(commitment::Command::Settle { cycle, settlement }), words::ACCEPTED);
            on_done.run(());
        };
        view! {
            <li>
                <bdi>{said}</bdi>
                <button type="button" class="btn" data-kind="small" on:click=accept>{words::ACCEPT}</button>
            </li>
        }
    };
    if offers.is_empty() {
        return ().into_any();
    }
    view! { <ul class="list list-spread">{offers.into_iter().map(row).collect_view()}</ul> }.into_any()
}

fn offers(app: App, about: &Commitment) -> Vec<HelpOffer> {
    app.circle().with_untracked(|circle| {
        let offers = circle.replies_to(about).into_iter().filter(|reply| reply.kind == ReplyKind::Help);
        let offer = |reply: &crate::domain::Reply| HelpOffer {
            from: reply.from.clone(),
            said: words::said(reply.kind, circle.name_of(&reply.from).unwrap_or_default(), &reply.text),
        };
        offers.map(offer).collect()
    })
}
