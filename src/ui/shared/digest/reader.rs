//! A published digest, to be read and sent on.

use super::words;
use crate::domain::{Circle, Cycle, Digest};
use crate::platform::{self, DateStyle};
use crate::state::Memo;
use crate::ui::components::{Given, Marked, SendBy, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use leptos::prelude::*;
use std::sync::Arc;

/// The digest of `cycle`, as it stands.
pub fn shown(circle: &Circle, cycle: Cycle) -> Option<Arc<Digest>> {
    circle.digests.get(&cycle).cloned()
}

/// The text, and who published it.
#[component]
pub fn Reader(cycle: Cycle) -> impl IntoView {
    let app = app();
    let digest = Memo::new(move |_| app.circle().with(|circle| shown(circle, cycle)));
    let paper = |digest: Memo<Arc<Digest>>| {
        view! {
            <article class="card stack digest-paper" aria-label=words::TEXT>
                <p class="quiet"><Byline digest /></p>
                <Marked text=text_of(digest) id=SHOWN_IN />
            </article>
        }
        .into_any()
    };
    view! { <Given value=digest view=paper /> }
}

/// The id of the element that shows the text.
const SHOWN_IN: &str = "digest-text";

fn text_of(digest: Memo<Arc<Digest>>) -> Memo<String> {
    Memo::new(move |_| digest.with(|digest| digest.text.clone()))
}

/// What can be done with it.
#[component]
pub fn Onward(cycle: Cycle, on_edit: Callback<()>) -> impl IntoView {
    let app = app();
    let digest = Memo::new(move |_| app.circle().with(|circle| shown(circle, cycle)));
    let ways = move |digest: Memo<Arc<Digest>>| {
        view! {
            <section class="card stack" aria-labelledby="send">
                <h2 id="send">{words::SEND}</h2>
                <p class="quiet">{words::SENT_TO}</p>
                <SendBy
                    text=text_of(digest)
                    shown_in=SHOWN_IN
                    what=Memo::stored(words::WHAT.to_owned())
                    kind="main"
                    on_said=Callback::new(move |said: &'static str| app.say(said, None))
                />
                <div class="row">
                    <button type="button" class="btn" data-kind="small" on:click=move |_| on_edit.run(())>{words::EDIT}</button>
                </div>
            </section>
        }
        .into_any()
    };
    view! { <Given value=digest view=ways /> }
}

/// "Published by Ben, 2 h ago".
#[component]
pub fn Byline(digest: Memo<Arc<Digest>>) -> impl IntoView {
    let app = app();
    let by = move || {
        let by = digest.with(|digest| digest.by.clone());
        let is_me = by.is_some() && by == app.me.get();
        let name = by.and_then(|id| app.circle().with(|circle| circle.name_of(&id).map(str::to_owned)));
        match name {
            Some(_) if is_me => view! { {words::BY}" "{words::YOU} }.into_any(),
            Some(name) => view! { {words::BY}" "<bdi>{name}</bdi> }.into_any(),
            None => view! { {words::BY_NOBODY} }.into_any(),
        }
    };
    let at = move || {
        digest.with(|digest| {
            let day = platform::instant_text(digest.published_at, DateStyle::WeekdayDayMonth, None);
            let time = platform::instant_text(digest.published_at, DateStyle::Time, None);
            words::published_at(&words::moment(&day, &time), digest.is_revised())
        })
    };
    view! { {live(by)}{live(at)} }
}
