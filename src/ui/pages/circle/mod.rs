//! The circle: purpose and members; its rhythm stands beside them.

mod describe;
mod member_form;
mod members;
mod rooms;
pub mod words;

use crate::state::{Memo, RwSignal};
use crate::ui::components::{Heading, Sheet, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use describe::{DescribeForm, has_agreed_purpose};
use leptos::prelude::*;
use members::Members;
use rooms::Rooms;

/// The page.
#[component]
pub fn CirclePage() -> impl IntoView {
    let app = app();
    let name = Memo::new(move |_| app.circle().with(|circle| circle.about.name.clone()));
    let purpose = Memo::new(move |_| app.circle().with(|circle| circle.purpose().to_owned()));
    let is_agreed = Memo::new(move |_| app.circle().with(has_agreed_purpose));
    let is_describing = RwSignal::new(false);
    let title = Memo::new(move |_| if is_agreed.get() { words::NAME_EDIT } else { words::PURPOSE_EDIT }.to_owned());
    view! {
        <div class="page two-panes">
            <header class="head">
                <Heading text=name is_name=true />
                <When
                    is=move || purpose.with(|purpose| !purpose.is_empty())
                    otherwise=|| view! { <p>{words::PURPOSE_EMPTY}</p> }
                >
                    <p class="circle-purpose" dir="auto">{purpose}</p>
                </When>
                <div class="row">
                    <button type="button" class="btn" data-kind="small" on:click=move |_| is_describing.set(true)>
                        {live(move || if is_agreed.get() { words::NAME_EDIT } else if purpose.with(String::is_empty) { words::PURPOSE_ADD } else { words::PURPOSE_EDIT })}
                    </button>
                </div>
                <Sheet is_open=is_describing title=title>
                    <DescribeForm on_done=Callback::new(move |()| is_describing.set(false)) />
                </Sheet>
            </header>
            <div class="pane"><Members /></div>
            <div class="pane"><Rooms /></div>
        </div>
    }
}
