//! What is wrong with a form and belongs to none of its fields.

use crate::ui::components::{Problem, When};
use leptos::prelude::*;

/// Says it, once there is something.
#[component]
pub fn Elsewhere(problem: Problem) -> impl IntoView {
    view! {
        <When is=move || problem.elsewhere().is_some()>
            <p class="field__problem" role="alert">{move || problem.elsewhere()}</p>
        </When>
    }
}
