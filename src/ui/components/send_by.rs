//! The ways in which a text leaves the app: copied, through WhatsApp, through the share sheet.

use super::{Glyph, Icon};
use crate::exchange::whatsapp;
use crate::platform::{self, Copied, Shared};
use crate::ui::components::When;
use crate::ui::text::send as words;
use leptos::prelude::*;

/// Buttons that send `text`, which the element called `shown_in` shows.
#[component]
pub fn SendBy(
    #[prop(into)] text: Signal<String>,
    /// The id of the element that is selected where the browser does not let the page copy.
    #[prop(into)]
    shown_in: String,
    /// What is sent, for who does not see what stands beside: "the nudge to Ben".
    #[prop(into)]
    what: Signal<String>,
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
    let share_kind = move || if link.with(Option::is_none) { kind } else { "" };
    let hint = if can_share { words::SHARE_LONG } else { words::LINK_BEGINS };
    let shown_in = StoredValue::new(shown_in);
    let copy = move |_| {
        let (text, shown_in) = (text.get_untracked(), shown_in.get_value());
        leptos::task::spawn_local(async move {
            let said = match platform::copy(&text, &shown_in).await {
                Copied::Done => words::COPIED,
                Copied::Selected => words::SELECTED,
            };
            // Who has left the page meanwhile needs no answer.
            on_said.try_run(said);
        });
    };
    let share = move |_| {
        let text = text.get_untracked();
        leptos::task::spawn_local(async move {
            // Whether it went out or was called off, the share sheet has said it.
            if platform::share_text(&text).await == Shared::Refused {
                on_said.try_run(words::REFUSED);
            }
        });
    };
    let label = move |action: fn(&str) -> String| move || what.with(|what| action(what));
    view! {
        <div class="row">
            <When is=move || link.with(Option::is_some)>
                <a
                    class="btn"
                    data-kind=kind
                    href=move || link.get()
                    target="_blank"
                    rel="noopener"
                    aria-label=label(words::whatsapp)
                >
                    {words::WHATSAPP}
                </a>
            </When>
            {can_share
                .then(|| {
                    view! {
                        <button type="button" class="btn" data-kind=share_kind aria-label=label(words::share) on:click=share>
                            <Icon glyph=Glyph::Share />
                            {words::SHARE}
                        </button>
                    }
                })}
            <button type="button" class="btn" aria-label=label(words::copy) on:click=copy>
                <Icon glyph=Glyph::Copy />
                {words::COPY}
            </button>
        </div>
        <When is=move || is_long.get()><p class="field__hint">{hint}</p></When>
    }
}
