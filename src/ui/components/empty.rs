//! An empty place that teaches.

use crate::ui::markup::view;
use leptos::prelude::*;

/// What could be here, and how to begin.
#[component]
pub fn Empty(
    title: &'static str,
    #[prop(optional)] hint: &'static str,
    #[prop(optional)] example: &'static str,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <p class="empty__title">{title}</p>
            {(!hint.is_empty()).then(|| view! { <p class="empty__hint">{hint}</p> })}
            {(!example.is_empty()).then(|| view! { <p class="empty__example">{example}</p> })}
            {children.map(|children| view! { <div class="row">{children()}</div> })}
        </div>
    }
}
