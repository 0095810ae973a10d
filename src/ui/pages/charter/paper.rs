//! A version of the charter as a page to read.

use super::words;
use crate::domain::{CharterDifference, CharterFocus, CharterPart, CharterTerms};
use crate::ui::markup::view;
use leptos::prelude::*;

/// What it says, from the purpose to the way out.
pub fn paper(terms: &CharterTerms) -> AnyView {
    let text = |part: CharterPart| line(words::part(part), terms.text(part));
    let focus = terms.focus.map(|focus| focus_words(Some(focus), &terms.focus_words));
    let purpose = terms.purpose.clone();
    let norms: Vec<_> = terms.norms.iter().map(|norm| view! { <li dir="auto">{norm.clone()}</li> }).collect();
    let rules = (!norms.is_empty()).then(|| {
        view! { <div><dt>{words::NORMS}</dt><dd><ol class="charter-norms">{norms}</ol></dd></div> }
    });
    view! {
        <div class="charter-paper">
            {(!purpose.is_empty()).then(|| view! { <p class="charter-purpose" dir="auto">{purpose}</p> })}
            <dl class="charter-parts">
                {focus.and_then(|focus| line(words::FOCUS, &focus))}
                {text(CharterPart::Outcome)}
                {rules}
                {text(CharterPart::Confidentiality)}
                {text(CharterPart::Absence)}
                {text(CharterPart::Leaving)}
                {text(CharterPart::Contact)}
            </dl>
        </div>
    }
    .into_any()
}

fn line(label: &'static str, text: &str) -> Option<AnyView> {
    let text = text.to_owned();
    (!text.is_empty()).then(|| view! { <div><dt>{label}</dt><dd dir="auto">{text}</dd></div> }.into_any())
}

/// A focus in words: the circle's own where it has them.
fn focus_words(focus: Option<CharterFocus>, own: &str) -> String {
    match focus {
        Some(CharterFocus::Own) if !own.is_empty() => own.to_owned(),
        Some(focus) => words::focus(focus).to_owned(),
        None => String::new(),
    }
}

/// What differs, line by line.
pub fn differences(found: &[CharterDifference]) -> AnyView {
    view! { <ul class="charter-changes">{found.iter().map(difference).collect_view()}</ul> }.into_any()
}

fn difference(differs: &CharterDifference) -> AnyView {
    let (label, before, after) = match differs {
        CharterDifference::Focus { before, after } => {
            (words::FOCUS, focus_words(before.0, &before.1), focus_words(after.0, &after.1))
        }
        CharterDifference::Part { part, before, after } => (words::part(*part), before.clone(), after.clone()),
        CharterDifference::NormAdded(norm) => (words::NORMS, String::new(), norm.clone()),
        CharterDifference::NormRemoved(norm) => (words::NORMS, norm.clone(), String::new()),
        CharterDifference::NormChanged { before, after } => (words::NORMS, before.clone(), after.clone()),
        CharterDifference::NormsReordered => (words::NORMS, String::new(), words::REORDERED.to_owned()),
    };
    let (was, is) = match (before.is_empty(), after.is_empty()) {
        (false, true) => (words::GONE, ""),
        (true, _) => ("", words::NEW),
        (false, false) => (words::WAS, words::IS),
    };
    view! {
        <li>
            <h4>{label}</h4>
            {(!before.is_empty()).then(|| view! { <p data-side="before"><span class="tag">{was}</span>" "<del dir="auto">{before}</del></p> })}
            {(!after.is_empty()).then(|| view! { <p data-side="after"><span class="tag" data-kind="done">{is}</span>" "<ins dir="auto">{after}</ins></p> })}
        </li>
    }
    .into_any()
}
