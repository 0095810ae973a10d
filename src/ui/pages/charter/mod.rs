//! The charter: the version that counts, what else is proposed, who signed what, and the circle's shared aim.

mod agreement;
mod aim;
mod aim_form;
mod data;
mod form;
mod paper;
mod preview;
mod signing;
mod typed;
mod versions;
pub mod words;

use crate::platform;
use crate::state::{Memo, RwSignal};
use crate::ui::components::{Empty, Glyph, Heading, Icon, When, live};
use crate::ui::markup::view;
use agreement::AgreementSheet;
use aim::AimCard;
use data::{CharterData, charter};
use form::{CharterSheet, Editing};
use leptos::prelude::*;
use versions::{Earlier, InForce, Proposals};

/// The page.
#[component]
pub fn CharterPage() -> impl IntoView {
    let charter = charter(crate::ui::context::app());
    let has_any = Memo::new(move |_| charter.with(Option::is_some));
    let editing = RwSignal::new(None::<Editing>);
    let is_pasting = RwSignal::new(false);
    // What was pressed may be gone once there is another version.
    let on_saved = Callback::new(move |()| platform::focus_heading());
    view! {
        <div class="page two-panes">
            <header class="head">
                <Heading text=words::NAME />
                <p>{words::LEAD}</p>
                <SeeProposed charter />
            </header>
            <div class="pane">
                <When is=has_any otherwise=move || view! { <Begin editing is_pasting /> }>
                    {counted(charter, editing)}
                </When>
            </div>
            <div class="pane">
                <Proposals charter editing />
                <AimCard outcome=outcome(charter) />
                <Earlier charter />
                <When is=has_any>
                    <div class="row">{paste(is_pasting, "quiet")}</div>
                </When>
            </div>
            <CharterSheet editing on_saved />
            <AgreementSheet is_open=is_pasting on_saved />
        </div>
    }
}

/// The way to what the reader is asked to sign: on a phone it comes after all that counts now.
#[component]
fn SeeProposed(charter: Memo<Option<CharterData>>) -> AnyView {
    let is_asked = Memo::new(move |_| {
        let asks = |charter: &CharterData| charter.proposals.iter().any(|version| version.is_asked);
        charter.with(|charter| charter.as_ref().is_some_and(asks))
    });
    let see = move |_| platform::focus_near("proposed");
    view! {
        <When is=is_asked>
            <div class="row charter-see">
                <button type="button" class="btn" data-kind="main" on:click=see>{words::SEE_PROPOSED}</button>
            </div>
        </When>
    }
    .into_any()
}

/// The version that counts; it is drawn once for each that does.
fn counted(charter: Memo<Option<CharterData>>, editing: RwSignal<Option<Editing>>) -> AnyView {
    let which = Memo::new(move |_| charter.with(|charter| charter.as_ref().map(|charter| charter.in_force.key())));
    let content = move || {
        which.get()?;
        let first = charter.with_untracked(|charter| charter.as_ref().map(|charter| charter.in_force.clone()))?;
        let version = Memo::new(move |_| {
            charter.with(|charter| charter.as_ref().map_or_else(|| first.clone(), |charter| charter.in_force.clone()))
        });
        Some(view! { <InForce version editing /> })
    };
    live(content)
}

/// The outcome that the charter names.
fn outcome(charter: Memo<Option<CharterData>>) -> Memo<String> {
    Memo::new(move |_| {
        let of = |charter: &CharterData| charter.in_force.version.terms.outcome.clone();
        charter.with(|charter| charter.as_ref().map(of).unwrap_or_default())
    })
}

fn paste(is_pasting: RwSignal<bool>, kind: &'static str) -> AnyView {
    view! {
        <button type="button" class="btn" data-kind=kind on:click=move |_| is_pasting.set(true)>
            <Icon glyph=Glyph::File />
            {words::PASTE}
        </button>
    }
    .into_any()
}

/// No charter yet: what it is good for, and the ways to one.
#[component]
fn Begin(editing: RwSignal<Option<Editing>>, is_pasting: RwSignal<bool>) -> AnyView {
    let example = move |(place, name): (usize, &'static str)| {
        let open = move |_| editing.set(Some(Editing::Afresh(Some(place))));
        view! {
            <li>
                <button type="button" class="charter-example" on:click=open>
                    <strong>{name}</strong>
                    <span>{words::example(place).map(|terms| terms.purpose)}</span>
                </button>
            </li>
        }
    };
    view! {
        <section class="card charter-begin">
            <Empty title=words::EMPTY hint=words::EMPTY_HINT />
            <h2 id="charter-begin">{words::BEGIN_WITH}</h2>
            <ul class="charter-example-list" aria-labelledby="charter-begin">
                {words::EXAMPLES.into_iter().enumerate().map(example).collect_view()}
            </ul>
            <div class="row">
                <button type="button" class="btn" data-kind="main" on:click=move |_| editing.set(Some(Editing::Afresh(None)))>
                    {words::WRITE}
                </button>
                {paste(is_pasting, "")}
            </div>
        </section>
    }
    .into_any()
}
