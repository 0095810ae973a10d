//! What would come of a text, before anything is kept.

use super::bringing::{Bringing, BroughtText};
use super::questions::{Asked, Decided, Open};
use super::rows::{LeftOut, Offers, Waiting};
use super::words;
use crate::exchange::intake::{IntakeReading, TextEncoding};
use crate::exchange::pasted::TextForm;
use crate::state::Memo;
use crate::ui::components::{Glyph, Icon, When, live};
use crate::ui::markup::view;
use crate::ui::routes::Page;
use leptos::prelude::*;
use std::sync::Arc;

/// The card.
#[component]
pub fn Preview(bringing: Bringing, text: Memo<BroughtText>) -> AnyView {
    let nothing = Arc::new(IntakeReading::default());
    let reading = Memo::new(move |_| bringing.reading.get().unwrap_or_else(|| Arc::clone(&nothing)));
    let asked =
        Memo::new(move |last| reading.with(|reading| text.with(|text| Asked::after(last, &text.text, reading))));
    let name = move || text.with(|text| text.file.clone().unwrap_or_else(|| words::PASTED.to_owned()));
    let more = move || words::more(bringing.texts.with(Vec::len).saturating_sub(1));
    let is_guess = move || text.with(|text| text.encoding == TextEncoding::Windows1252);
    let is_agreement = move || text.with(|text| text.form() == TextForm::Agreement);
    view! {
        <section class="card stack sheets-preview" aria-labelledby=words::PREVIEW_ID>
            <header class="card__head">
                <h2 id=words::PREVIEW_ID tabindex="-1"><bdi>{live(name)}</bdi></h2>
                <button type="button" class="btn-round" aria-label=words::PUT_AWAY on:click=move |_| bringing.next()>
                    <Icon glyph=Glyph::Close />
                </button>
            </header>
            {live(more)}
            <When is=is_agreement>
                <p class="banner">{words::AGREEMENT} <a class="btn" data-kind="small" href=Page::Charter.href()>{Page::Charter.label()}</a></p>
            </When>
            <When is=is_guess><p class="banner">{words::WINDOWS}</p></When>
            <Open bringing reading asked />
            <Take bringing reading />
            <Offers reading />
            <Decided bringing reading asked />
            <Waiting reading />
            <LeftOut reading />
        </section>
    }
    .into_any()
}

/// The button that takes all in, with what it comes to.
#[component]
fn Take(bringing: Bringing, reading: Memo<Arc<IntakeReading>>) -> AnyView {
    let label = move || reading.with(|reading| words::take(&reading.counts()));
    let sum =
        move || reading.with(|reading| words::sum(reading.offers.len(), reading.waiting.len(), reading.left_out.len()));
    let is_any = Memo::new(move |_| reading.with(|reading| !reading.offers.is_empty()));
    view! {
        <div class="sheets-take">
            <p role="status">{live(sum)}</p>
            <When is=is_any>
                <button type="button" class="btn" data-kind="main" on:click=move |_| bringing.take_in()>{live(label)}</button>
            </When>
        </div>
    }
    .into_any()
}
