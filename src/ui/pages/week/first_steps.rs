//! The way from an empty circle to a living one.

use super::words;
use crate::state::Memo;
use crate::ui::components::{Glyph, Icon, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use leptos::prelude::*;

/// A step: whether it is done, what it is, and where it is taken.
type FirstStep = (bool, &'static str, Page);

/// The steps; empty once all are done.
pub fn first_steps() -> Memo<Vec<FirstStep>> {
    let app = app();
    Memo::new(move |_| {
        let me = app.me.get();
        let (goal, commitment, has_others) = app.circle().with(|circle| {
            let goal = circle.goals.values().any(|goal| Some(&goal.owner) == me.as_ref());
            let commitment = circle.commitments.values().any(|commitment| Some(&commitment.owner) == me.as_ref());
            (goal, commitment, circle.roster().len() > 1)
        });
        let is_sent =
            app.entry.with(|entry| entry.as_ref().is_some_and(|entry| entry.sent_at.is_some() || entry.is_demo));
        let mut steps = vec![(goal, words::STEP_GOAL, Page::Goals), (commitment, words::STEP_COMMITMENT, Page::Goals)];
        if has_others {
            steps.push((is_sent, words::STEP_SHARE, Page::Sync));
        }
        if steps.iter().all(|(is_done, ..)| *is_done) { Vec::new() } else { steps }
    })
}

/// The path: what is done, what comes next, what is still ahead.
#[component]
pub fn FirstSteps(steps: Memo<Vec<FirstStep>>) -> impl IntoView {
    let list = move || {
        let steps = steps.get();
        let next = steps.iter().position(|(is_done, ..)| !is_done);
        steps.into_iter().enumerate().map(|(nth, one)| step(one, next == Some(nth))).collect_view()
    };
    view! {
        <section class="card week-steps" aria-labelledby="steps">
            <header class="card__head"><h2 id="steps">{words::FIRST_STEPS}</h2></header>
            <ol>{live(list)}</ol>
        </section>
    }
}

fn step((is_done, label, page): FirstStep, is_next: bool) -> AnyView {
    let state = if is_done { "done" } else { "open" };
    let kind = is_next.then_some("main");
    view! {
        <li data-state=state>
            <span class="week-steps__mark">{is_done.then(|| view! { <Icon glyph=Glyph::Check /> })}</span>
            <a href=page.href() class=is_next.then_some("btn") data-kind=kind>{label}</a>
            {is_done.then(|| view! { <span class="unseen">{words::STEP_DONE}</span> })}
        </li>
    }
    .into_any()
}
