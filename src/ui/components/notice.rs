//! The newest notice, with its way back.

use super::{Glyph, Icon};
use crate::platform;
use crate::state::Notice;
use crate::state::{Memo, ReadSignal, RwSignal, StoredValue};
use crate::ui::markup::live;
use crate::ui::markup::view;
use crate::ui::text::action;
use crate::ui::text::shell;
use leptos::prelude::*;

/// Seconds for which a notice is shown.
const SHOWN: u32 = 9;

/// Calls `on_close` once the notice has been shown for a while; the clock stands while it `is_held`.
fn close_in_time(notice: ReadSignal<Option<Notice>>, is_held: RwSignal<bool>, on_close: Callback<()>) {
    let number = Memo::new(move |_| notice.with(|notice| notice.as_ref().map(|notice| notice.number)));
    // How many seconds which notice has been shown.
    let shown = StoredValue::new((None, 0_u32));
    platform::every(1000, move || {
        let number = number.get_untracked();
        if number.is_none() || is_held.get_untracked() {
            return;
        }
        let age = shown.with_value(|(of, age)| if *of == number { age + 1 } else { 1 });
        shown.set_value((number, age));
        if age >= SHOWN {
            on_close.run(());
        }
    });
}

/// Shows `notice` for a while; it stays as long as it has the pointer or the focus.
#[component]
pub fn NoticeBar(notice: ReadSignal<Option<Notice>>, on_close: Callback<()>) -> impl IntoView {
    let is_held = RwSignal::new(false);
    close_in_time(notice, is_held, on_close);
    let bar = move |notice: Notice| {
        let undo = notice.undo.map(|undo| {
            let take_back = move |_| {
                undo();
                on_close.run(());
            };
            view! { <button type="button" class="notice__undo" on:click=take_back>{action::UNDO}</button> }
        });
        view! {
            <div
                class="notice"
                on:pointerenter=move |_| is_held.set(true)
                on:pointerleave=move |_| is_held.set(false)
                on:focusin=move |_| is_held.set(true)
                on:focusout=move |_| is_held.set(false)
            >
                <p>{notice.text}</p>
                {undo}
                <button type="button" class="btn-round" aria-label=action::CLOSE on:click=move |_| on_close.run(())>
                    <Icon glyph=Glyph::Close />
                </button>
            </div>
        }
    };
    view! { <section class="notice-place" aria-label=shell::NOTICE>{live(move || notice.get().map(bar))}</section> }
}
