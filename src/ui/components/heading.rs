//! The heading of a page.

use crate::state::Memo;
use crate::ui::markup::live;
use crate::ui::markup::view;
use leptos::prelude::*;

/// What the page is about; the focus goes here when it opens. Lines break between words only: style sheets cannot
/// keep a browser from breaking after a hyphen, as in "check-in".
#[component]
pub fn Heading(
    #[prop(into)] text: Memo<String>,
    /// Whether it is nothing but a name that people gave, which has a direction of its own.
    #[prop(optional)]
    is_name: bool,
) -> AnyView {
    let words = live(move || text.with(|text| words(text)));
    let words = if is_name { view! { <bdi>{words}</bdi> }.into_any() } else { words };
    view! { <h1 tabindex="-1">{words}</h1> }.into_any()
}

fn words(text: &str) -> AnyView {
    if text.contains('-') {
        text.split_inclusive(' ').map(word).collect_view().into_any()
    } else {
        text.to_owned().into_any()
    }
}

/// A word and the space after it.
fn word(word: &str) -> AnyView {
    let bare = word.trim_end();
    if !bare.contains('-') {
        return word.to_owned().into_any();
    }
    let space = word[bare.len()..].to_owned();
    view! { <span class="heading-word">{bare.to_owned()}</span>{space} }.into_any()
}
