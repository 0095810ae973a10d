//! Requests that wait: of others to me, and of mine to others.

use super::WAITING;
use super::data::RequestData;
use super::words;
use crate::domain::{FeedbackAge, feedback};
use crate::platform;
use crate::state::{Memo, RwSignal};
use crate::ui::ask::act;
use crate::ui::components::live;
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::feedback::{Giving, words as shared};
use leptos::prelude::*;

fn age(age: FeedbackAge) -> AnyView {
    words::age(age).map(|words| view! { <span class="tag" data-kind="due">{words}</span> }).into_any()
}

/// Somebody asks me.
#[component]
pub fn AskedOfMe(request: Memo<RequestData>, giving: RwSignal<Option<Giving>>) -> AnyView {
    let app = app();
    let id = move || request.with_untracked(|request| request.request.id.clone());
    let answer = move |_| giving.set(Some(Giving::Answer(id())));
    let decline = move |_| {
        act(app, feedback::Command::Decline(id()), words::DECLINED);
        platform::focus_near(WAITING);
    };
    let asked = move || request.with(|request| shared::asks(&request.from.name, &request.request.question));
    view! {
        <li class="feedback-request">
            <p class="feedback-question" dir="auto">{live(asked)}</p>
            <p class="quiet" dir="auto">{live(move || request.with(|request| request.detail.clone()))}</p>
            {live(move || age(request.with(|request| request.age)))}
            <div class="row">
                <button type="button" class="btn" data-kind="main" on:click=answer>{shared::ANSWER}</button>
                <button type="button" class="btn" data-kind="quiet" on:click=decline>{words::DECLINE}</button>
            </div>
        </li>
    }
    .into_any()
}

/// I ask somebody.
#[component]
pub fn AskedByMe(request: Memo<RequestData>) -> AnyView {
    let app = app();
    let id = move || request.with_untracked(|request| request.request.id.clone());
    let withdraw = move |_| {
        act(app, feedback::Command::Withdraw(id()), words::WITHDRAWN);
        platform::focus_near(WAITING);
    };
    let asked = move || request.with(|request| words::asked_whom(&request.to.name, &request.request.question));
    let state = move || {
        request.with(|request| match request.request.declined_at {
            Some(_) => view! { <span class="tag">{words::WAS_DECLINED}</span> }.into_any(),
            None => age(request.age),
        })
    };
    view! {
        <li class="feedback-request">
            <p class="feedback-question" dir="auto">{live(asked)}</p>
            <p class="quiet" dir="auto">{live(move || request.with(|request| request.detail.clone()))}</p>
            {live(state)}
            <div class="row">
                <button type="button" class="btn" data-kind="quiet" on:click=withdraw>{words::WITHDRAW}</button>
            </div>
        </li>
    }
    .into_any()
}
