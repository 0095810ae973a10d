//! Where a text is opened or pasted, and after that what would come of it.

use super::bringing::Bringing;
use super::preview::Preview;
use super::words;
use crate::domain::Field as Which;
use crate::ui::ask::Entry;
use crate::ui::components::{Area, FilePicker, Form, Given, Problem, When, live};
use crate::ui::markup::view;
use leptos::prelude::*;

/// The card.
#[component]
pub fn BringIn(bringing: Bringing) -> AnyView {
    let is_asking = move || bringing.text.with(Option::is_none);
    let refused = move || {
        let one = |words: String| view! { <p class="banner" data-kind="bad" role="alert" dir="auto">{words}</p> };
        bringing.refused.get().into_iter().map(one).collect_view()
    };
    view! {
        {live(refused)}
        <When is=is_asking><Source bringing /></When>
        <Given value=bringing.text view=move |text| view! { <Preview bringing text /> }.into_any() />
    }
    .into_any()
}

/// A file, or a field to paste into.
#[component]
fn Source(bringing: Bringing) -> AnyView {
    let (pasted, problem) = (Entry::empty(), Problem::none());
    let on_submit = Callback::new(move |()| {
        let text = pasted.text();
        if text.trim().is_empty() {
            problem.say(Which::Text, words::NOTHING_PASTED);
        } else {
            bringing.paste(&text);
        }
    });
    view! {
        <section class="card stack" aria-labelledby=words::BRING_ID>
            <header class="card__head"><h2 id=words::BRING_ID tabindex="-1">{words::BRING}</h2></header>
            <p class="quiet">{words::BRING_HINT}</p>
            <div class="row">
                <FilePicker id="sheets-file" label=words::OPEN kind="main" on_files=Callback::new(move |files| bringing.open(files)) />
            </div>
            <Form problem on_submit>
                <Area id="sheets-text" label=words::PASTE value=pasted.typed hint=words::PASTE_HINT rows=4 problem field=Which::Text />
                <div class="row"><button class="btn">{words::READ}</button></div>
            </Form>
        </section>
    }
    .into_any()
}
