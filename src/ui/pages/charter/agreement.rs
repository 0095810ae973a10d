//! The dialog that takes a written agreement over: the text first, then what each line of it becomes.

use super::preview::Preview;
use super::words;
use crate::domain::Field as Which;
use crate::exchange::agreement::{AGREEMENT_LINES, AgreementLine, read_agreement};
use crate::state::{Memo, RwSignal};
use crate::ui::ask::{Entry, Kept};
use crate::ui::components::{Area, Form, Problem, Sheet, When, live};
use crate::ui::markup::view;
use leptos::prelude::*;

/// The dialog.
#[component]
pub fn AgreementSheet(is_open: RwSignal<bool>, on_saved: Callback<()>) -> AnyView {
    let on_done = Callback::new(move |()| {
        is_open.set(false);
        on_saved.run(());
    });
    view! { <Sheet is_open title=words::PASTE_TITLE><Agreement on_done /></Sheet> }.into_any()
}

#[component]
fn Agreement(on_done: Callback<()>) -> AnyView {
    let (text, problem) = (Entry::empty(), Problem::none());
    let on_done = Kept::of("agreement", &[text]).until(on_done);
    let read = RwSignal::new(None::<Vec<AgreementLine>>);
    let on_submit = Callback::new(move |()| {
        let lines = read_agreement(&text.text());
        if lines.is_empty() {
            problem.say(Which::Text, words::PASTE_EMPTY);
        } else if lines.len() > AGREEMENT_LINES {
            problem.say(Which::Text, &words::too_many(lines.len()));
        } else {
            problem.clear();
            read.set(Some(lines));
        }
    });
    let on_back = Callback::new(move |()| read.set(None));
    let is_read = Memo::new(move |_| read.with(Option::is_some));
    let preview = move || read.get().map(|lines| view! { <Preview lines on_back on_done /> });
    let form = move || {
        view! {
            <Form problem on_submit>
                <Area id="agreement-text" label=words::PASTE_TEXT value=text.typed hint=words::PASTE_HINT rows=10 problem field=Which::Text />
                <div class="row"><button class="btn" data-kind="main">{words::PASTE_READ}</button></div>
            </Form>
        }
    };
    view! { <When is=is_read otherwise=form>{live(preview)}</When> }.into_any()
}
