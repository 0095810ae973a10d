//! What came of opened files, on whichever screen they were opened.

pub mod words;

use crate::platform;
use crate::state::Memo;
use crate::state::{Effect, FileImport, ImportError};
use crate::ui::components::{Glyph, Icon, When, copy_text, live};
use crate::ui::context::{Desktop, desktop};
use crate::ui::markup::view;
use crate::ui::text::problems;
use leptos::prelude::*;

/// Takes the focus to the heading called `id` once the files that were opened last have been read. Invitations and
/// wishes to join have a page of their own, which [`lead_to_arrivals`] leads to.
pub fn lead_to(id: &'static str) {
    lead(id, |imports| !imports.iter().all(FileImport::is_arrival));
}

/// The same for the page of invitations.
pub fn lead_to_arrivals(id: &'static str) {
    lead(id, |imports| !imports.is_empty());
}

fn lead(id: &'static str, is_for_here: fn(&[FileImport]) -> bool) {
    let desktop = desktop();
    Effect::new(move |_| {
        let is_there = desktop.imports.with(|imports| is_for_here(imports));
        if is_there && desktop.is_unseen.get_value() {
            desktop.is_unseen.set_value(false);
            platform::focus_near(id);
        }
    });
}

/// The files that were not opened, and why; nothing where all were.
#[component]
pub fn RefusedFiles() -> impl IntoView {
    let desktop = desktop();
    let refused = Memo::new(move |_| desktop.imports.with(|imports| refused(imports)));
    let list = move || {
        let one = |(file, problem): (String, ImportError)| {
            // A browser that lacks the circle is often the wrong one of two on the same phone.
            let copy = matches!(problem, ImportError::UpdateElsewhere { .. }).then(|| copy_button(desktop));
            view! { <li><h4><bdi>{file}</bdi></h4><p>{problems::incoming(&problem)}</p>{copy}</li> }
        };
        refused.get().into_iter().map(one).collect_view()
    };
    view! {
        <When is=move || refused.with(|refused| !refused.is_empty())>
            <section class="imports-refused">
                <h3 id="refused" tabindex="-1">{words::REFUSED}</h3>
                <p>{words::NOTHING_CHANGED}</p>
                <ul class="list">{live(list)}</ul>
            </section>
        </When>
    }
}

/// Copies the text that was looked at, to be pasted where the circle is.
fn copy_button(desktop: Desktop) -> AnyView {
    let on_said = Callback::new(move |said: &'static str| desktop.app.say(said, None));
    let copy = move |_| copy_text(desktop.text.get_value(), "main".to_owned(), on_said);
    view! {
        <button type="button" class="btn" data-kind="small" on:click=copy><Icon glyph=Glyph::Copy />{words::COPY}</button>
    }
    .into_any()
}

fn refused(imports: &[FileImport]) -> Vec<(String, ImportError)> {
    let refused =
        imports.iter().filter_map(|import| Some((import.file.clone(), import.result.as_ref().err()?.clone())));
    refused.collect()
}
