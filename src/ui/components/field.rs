//! Labelled fields with hints and problems.

use super::Problem;
use super::When;
use crate::domain::Field as Which;
use crate::state::{Effect, Memo, RwSignal};
use crate::ui::markup::live;
use crate::ui::markup::view;
use crate::ui::text::action;
use leptos::html::Select as HtmlSelect;
use leptos::prelude::*;

/// The frame of every field: label, input, hint, problem.
#[component]
fn Frame(
    id: String,
    #[prop(into)] label: String,
    is_optional: bool,
    #[prop(into)] hint: Memo<String>,
    problem: Memo<Option<String>>,
    children: Children,
) -> impl IntoView {
    let (hint_id, problem_id) = (format!("{id}-hint"), format!("{id}-problem"));
    view! {
        <div class="field">
            <label for=id>{label}" "{is_optional.then(|| view! { <small>{action::OPTIONAL}</small> })}</label>
            {children()}
            <When is=move || hint.with(|hint| !hint.is_empty())>
                <p class="field__hint" id=hint_id.clone()>{hint}</p>
            </When>
            <When is=move || problem.with(Option::is_some)>
                <p class="field__problem" id=problem_id.clone()>{live(move || problem.get())}</p>
            </When>
        </div>
    }
}

fn described(id: &str) -> String {
    format!("{id}-hint {id}-problem")
}

/// What is wrong with a field goes away with the next change in it.
fn mend(problem: Option<Problem>, field: Which) {
    if let Some(problem) = problem {
        problem.mend(field);
    }
}

fn problem_signal(problem: Option<Problem>, field: Which) -> Memo<Option<String>> {
    Memo::new(move |_| problem.and_then(|problem| problem.at(field)))
}

/// One line of text.
#[component]
pub fn Field(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    value: RwSignal<String>,
    #[prop(into, optional)] hint: Memo<String>,
    #[prop(optional)] example: &'static str,
    #[prop(default = "text")] kind: &'static str,
    #[prop(optional)] is_optional: bool,
    #[prop(optional)] problem: Option<Problem>,
    #[prop(default = Which::Text)] field: Which,
) -> impl IntoView {
    let wrong = problem_signal(problem, field);
    let mode = if kind == "number" { "decimal" } else { "" };
    // What counts to the letter is left alone by keyboards that correct and capitalise.
    let is_verbatim = kind == "verbatim";
    let kind = if kind == "number" || is_verbatim { "text" } else { kind };
    view! {
        <Frame id=id.clone() label is_optional hint problem=wrong>
            <input
                id=id.clone()
                type=kind
                inputmode=mode
                placeholder=example
                dir="auto"
                autocomplete="off"
                autocapitalize=is_verbatim.then_some("none")
                spellcheck=is_verbatim.then_some("false")
                aria-describedby=described(&id)
                aria-invalid=move || wrong.with(Option::is_some).then_some("true")
                bind:value=value
                on:input=move |_| mend(problem, field)
            />
        </Frame>
    }
}

/// What a field shows, and what becomes of what is typed into it.
#[derive(Clone, Copy)]
pub struct Typed {
    /// What it shows.
    pub shown: Memo<String>,
    /// What is done with each change.
    pub on_typed: Callback<String>,
}

impl From<RwSignal<String>> for Typed {
    fn from(value: RwSignal<String>) -> Self {
        Self { shown: value.into(), on_typed: Callback::new(move |typed| value.set(typed)) }
    }
}

/// Several lines of text.
#[component]
pub fn Area(
    #[prop(into)] id: String,
    label: &'static str,
    #[prop(into)] value: Typed,
    #[prop(into, optional)] hint: Memo<String>,
    #[prop(optional)] example: &'static str,
    #[prop(default = 2)] rows: u32,
    #[prop(optional)] is_optional: bool,
    #[prop(optional)] problem: Option<Problem>,
    #[prop(default = Which::Note)] field: Which,
) -> impl IntoView {
    let wrong = problem_signal(problem, field);
    view! {
        <Frame id=id.clone() label is_optional hint problem=wrong>
            <textarea
                id=id.clone()
                rows=rows
                placeholder=example
                dir="auto"
                aria-describedby=described(&id)
                aria-invalid=move || wrong.with(Option::is_some).then_some("true")
                prop:value=move || value.shown.get()
                on:input:target=move |event| {
                    value.on_typed.run(event.target().value());
                    mend(problem, field);
                }
            ></textarea>
        </Frame>
    }
}

/// Keeps the option picked that `value` names.
fn keep_chosen(select: NodeRef<HtmlSelect>, options: Memo<Vec<(String, String)>>, value: RwSignal<String>) {
    // The list of options was told of new ones first: by now they are there to be picked from.
    Effect::new(move |_| {
        options.track();
        let chosen = value.get();
        if let Some(select) = select.get() {
            select.set_value(&chosen);
        }
    });
}

/// One of a list.
#[component]
pub fn Select(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    value: RwSignal<String>,
    /// Value and words of each option.
    #[prop(into)]
    options: Memo<Vec<(String, String)>>,
    #[prop(into, optional)] hint: Memo<String>,
    #[prop(optional)] is_optional: bool,
) -> impl IntoView {
    let select = NodeRef::new();
    keep_chosen(select, options, value);
    let list = move || {
        let chosen = value.get_untracked();
        let entries = options.get().into_iter();
        entries
            .map(|(key, words)| {
                let is_chosen = key == chosen;
                view! { <option value=key selected=is_chosen>{words}</option> }
            })
            .collect_view()
    };
    view! {
        <Frame id=id.clone() label is_optional hint problem=Memo::new(|_| None)>
            <select
                id=id.clone()
                node_ref=select
                aria-describedby=described(&id)
                on:change:target=move |event| value.set(event.target().value())
            >
                {live(list)}
            </select>
        </Frame>
    }
}
