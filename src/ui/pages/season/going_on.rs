//! Who goes on into the next season, and who leaves with this one.

use super::data::{ChoiceData, NextStep, SeasonData};
use super::recommit::RecommitForm;
use super::words;
use crate::domain::{MemberId, SeasonChoice, season};
use crate::platform;
use crate::state::{Memo, RwSignal};
use crate::ui::ask::act;
use crate::ui::components::{Each, Sheet, When, face, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use leptos::prelude::*;

/// The id of the heading that the focus goes to after something was said.
const HEADING: &str = "going-on";

/// Everyone with what they have chosen, and the way to one's own choice.
#[component]
pub fn GoingOn(data: Memo<Option<SeasonData>>, step: Memo<NextStep>) -> AnyView {
    let is_open = RwSignal::new(false);
    let choices =
        Memo::new(move |_| data.with(|data| data.as_ref().map(|data| data.choices.clone()).unwrap_or_default()));
    let said = Memo::new(move |_| {
        choices.get().into_iter().filter(|one: &ChoiceData| one.choice.is_some()).collect::<Vec<_>>()
    });
    let has_chosen = Memo::new(move |_| choices.with(|all| all.iter().any(|one| one.is_me && one.choice.is_some())));
    let kind = move || match (step.get(), has_chosen.get()) {
        (NextStep::Choose, _) => "main",
        (_, false) => "",
        (_, true) => "small",
    };
    let on_done = Callback::new(move |()| {
        is_open.set(false);
        platform::focus_near(HEADING);
    });
    view! {
        <section class="card season-going" aria-labelledby=HEADING>
            <header class="card__head"><h2 id=HEADING tabindex="-1">{words::GOES_ON}</h2></header>
            <ul class="list"><Each items=said key=ChoiceData::key row=move |one| view! { <ChoiceRow one /> }.into_any() /></ul>
            <Silent choices />
            <div class="row">
                <button type="button" class="btn" data-kind=kind on:click=move |_| is_open.set(true)>
                    {live(move || if has_chosen.get() { words::CHOOSE_AGAIN } else { words::CHOOSE })}
                </button>
            </div>
            <Sheet is_open title=words::CHOICE><RecommitForm data on_done /></Sheet>
        </section>
    }
    .into_any()
}

/// Those who have not said whether they go on.
#[component]
fn Silent(choices: Memo<Vec<ChoiceData>>) -> AnyView {
    let silent = Memo::new(move |_| {
        choices.get().into_iter().filter(|one: &ChoiceData| one.choice.is_none()).collect::<Vec<_>>()
    });
    let name = |one: Memo<ChoiceData>| {
        view! { <li><bdi>{live(move || one.with(|one| one.person.name.clone()))}</bdi></li> }.into_any()
    };
    view! {
        <When is=move || !silent.with(Vec::is_empty)>
            <h3 id="going-silent">{words::SILENT}</h3>
            <ul class="season-silent" aria-labelledby="going-silent">
                <Each items=silent key=ChoiceData::key row=name />
            </ul>
        </When>
    }
    .into_any()
}

#[component]
fn ChoiceRow(one: Memo<ChoiceData>) -> AnyView {
    let is_leaving = Memo::new(move |_| one.with(|one| one.is_leaving));
    let state = move || one.with(|one| one.choice.map_or("open", SeasonChoice::key));
    let word = Memo::new(move |_| one.with(|one| one.word.clone()));
    view! {
        <li class="person season-choice" data-state=state>
            {live(move || one.with(|one| face(&one.person.initials, one.person.seat)))}
            <div>
                <p class="person__name">
                    <bdi>{live(move || one.with(|one| one.person.name.clone()))}</bdi>
                    {live(move || one.with(|one| one.is_me).then(|| view! { <span class="tag" data-kind="done">{words::YOU}</span> }))}
                </p>
                <p class="season-choice__said">{live(move || one.with(|one| one.said.clone()))}</p>
                <When is=move || word.with(|word| !word.is_empty())><p class="person__focus" dir="auto">{word}</p></When>
                <When is=is_leaving>{farewell(one.with_untracked(|one| one.person.id.clone()), one)}</When>
            </div>
        </li>
    }
    .into_any()
}

/// The goodbye, once the season is over.
fn farewell(id: MemberId, one: Memo<ChoiceData>) -> AnyView {
    let app = app();
    let name = move || one.with_untracked(|one| one.person.name.clone());
    let send = move |_| {
        act(app, season::Command::Farewell(id.clone()), &words::gone(&name()));
        platform::focus_near(HEADING);
    };
    view! {
        <div class="row">
            <button type="button" class="btn" data-kind="small" aria-label=words::goodbye(&name()) on:click=send>{words::FAREWELL}</button>
        </div>
    }
    .into_any()
}
