//! A form.

use super::Problem;
use crate::ui::markup::view;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// Fields that are sent together. The app checks them itself, so the browser's own bubbles stay off; what is
/// wrong with the form as a whole goes away with the next change in it.
#[component]
pub fn Form(
    problem: Problem,
    on_submit: Callback<()>,
    #[prop(default = "form")] class: &'static str,
    /// Its name, where a page has several.
    #[prop(optional)]
    label: &'static str,
    children: Children,
) -> AnyView {
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        on_submit.run(());
    };
    view! {
        <form class=class aria-label=(!label.is_empty()).then_some(label) novalidate on:submit=submit on:input=move |_| problem.mend_whole()>{children()}</form>
    }
    .into_any()
}
