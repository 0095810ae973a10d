//! Advice: what the numbers do not say by themselves.

use super::words;
use crate::domain::{FitAdvice, FitCircle, MemberId, fit_advice};
use crate::platform::BrowserZones;
use crate::state::{App, Memo};
use crate::ui::components::live;
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::role::turns::Person;
use leptos::prelude::*;

/// The card.
#[component]
pub fn AdviceCard(fit: Memo<FitCircle>) -> AnyView {
    let app = app();
    let advice = Memo::new(move |_| fit.with(|fit| fit_advice(fit, &BrowserZones)));
    let is_known = Memo::new(move |_| fit.with(|fit| fit.fit().score().is_some()));
    let list = move || {
        let found = advice.get();
        if found.is_empty() {
            let nothing = if is_known.get() { words::ALL_WELL } else { words::ADVICE_EMPTY };
            return view! { <p class="quiet">{nothing}</p> }.into_any();
        }
        view! { <ul class="list">{found.into_iter().map(|one| advice_view(app, &one)).collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="card" aria-labelledby="fit-advice">
            <header class="card__head"><h2 id="fit-advice">{words::ADVICE}</h2></header>
            {live(list)}
        </section>
    }
    .into_any()
}

fn advice_view(app: App, advice: &FitAdvice) -> AnyView {
    let pods = match advice {
        FitAdvice::Pods(pods) => pods.iter().enumerate().map(|(nth, pod)| pod_view(app, nth + 1, pod)).collect(),
        _ => Vec::new(),
    };
    view! { <li><p dir="auto">{words::advice(advice)}</p>{pods}</li> }.into_any()
}

fn pod_view(app: App, nth: usize, pod: &[MemberId]) -> AnyView {
    let names = app
        .circle()
        .with_untracked(|circle| pod.iter().map(|id| Person::of(circle, id).name).collect::<Vec<_>>().join(", "));
    view! { <p class="fit-pod"><strong>{words::pod(nth)}</strong>" "<bdi>{names}</bdi></p> }.into_any()
}
