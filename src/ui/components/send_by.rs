//! The ways in which a text leaves the app: copied, through WhatsApp, through the share sheet.

use super::{Glyph, Icon};
use crate::exchange::whatsapp;
use crate::platform::{self, Copied, Shared};
use crate::state::Memo;
use crate::ui::components::When;
use crate::ui::markup::view;
use crate::ui::text::send as words;
use leptos::prelude::*;

/// Buttons that send `text`, which the element called `shown_in` shows.
#[component]
pub fn SendBy(
    #[prop(into)] text: Memo<String>,
    /// The id of the element that is selected where the browser does not let the page copy.
    #[prop(into)]
    shown_in: String,
    /// What is sent, for those who do not see what it stands beside: "the nudge to Ben".
    #[prop(into)]
    what: Memo<String>,
    /// `main` where sending is what one is here for.
    #[prop(default = "")]
    kind: &'static str,
    on_said: Callback<&'static str>,
) -> impl IntoView {
    let can_share = platform::can_share_text();
    let is_long = Memo::new(move |_| text.with(|text| whatsapp::link(text).is_none()));
    // The share sheet takes a text of any length, and WhatsApp is in it; else a link begins what is too long.
    let begun = move |text: &str| whatsapp::link(&whatsapp::beginning(text, words::REST)).filter(|_| !can_share);
    let link = Memo::new(move |_| text.with(|text| whatsapp::link(text).or_else(|| begun(text))));
    let share_kind = Memo::new(move |_| if link.with(Option::is_none) { kind } else { "" });
    let hint = if can_share { words::SHARE_LONG } else { words::LINK_BEGINS };
    let label = move |action: fn(&str) -> String| Memo::new(move |_| what.with(|what| action(what)));
    let on_share = Callback::new(move |()| share(text.get_untracked(), on_said));
    let on_copy = Callback::new(move |()| copy_text(text.get_untracked(), shown_in.clone(), on_said));
    let sharing = move || button(share_kind, Glyph::Share, words::SHARE, label(words::share), on_share);
    view! {
        <div class="row">
            <When is=move || link.with(Option::is_some)>{to_whatsapp(link, kind, label(words::whatsapp))}</When>
            {can_share.then(sharing)}
            {button(Memo::stored(""), Glyph::Copy, words::COPY, label(words::copy), on_copy)}
        </div>
        <When is=move || is_long.get()><p class="field__hint">{hint}</p></When>
    }
}

fn button(
    kind: Memo<&'static str>,
    glyph: Glyph,
    words: &'static str,
    label: Memo<String>,
    on_press: Callback<()>,
) -> AnyView {
    view! {
        <button type="button" class="btn" data-kind=kind aria-label=label on:click=move |_| on_press.run(())>
            <Icon glyph />
            {words}
        </button>
    }
    .into_any()
}

fn to_whatsapp(link: Memo<Option<String>>, kind: &'static str, label: Memo<String>) -> AnyView {
    let href = move || link.get();
    view! {
        <a class="btn" data-kind=kind href=href target="_blank" rel="noopener" aria-label=label>{words::WHATSAPP}</a>
    }
    .into_any()
}

/// Copies `text`, or selects the element called `shown_in` for copying by hand.
pub fn copy_text(text: String, shown_in: String, on_said: Callback<&'static str>) {
    leptos::task::spawn_local(async move {
        let said = match platform::copy(&text, &shown_in).await {
            Copied::Done => words::COPIED,
            Copied::Selected => words::SELECTED,
        };
        // Whoever has left the page meanwhile needs no answer.
        on_said.try_run(said);
    });
}

/// Opens the share sheet.
fn share(text: String, on_said: Callback<&'static str>) {
    leptos::task::spawn_local(async move {
        // Whether it went out or was called off, the share sheet has said it.
        if platform::share_text(&text).await == Shared::Refused {
            on_said.try_run(words::REFUSED);
        }
    });
}
