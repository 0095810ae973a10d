//! The form that begins a circle.

use super::words;
use super::zone_field::ZoneField;
use crate::domain::{Field as Which, Refusal, Rhythm, ZoneId};
use crate::state::StartError;
use crate::ui::components::{Area, Field, Problem, Select, When};
use crate::ui::context::app;
use crate::ui::shared::rhythm::words as rhythm;
use crate::ui::shared::rhythm::{weekday_options, weekly_time};
use crate::ui::text::problems;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// How many weeks a first season has.
const SEASON_WEEKS: u8 = 10;

/// The form that begins a circle; `on_back` leads to where the person came from.
#[component]
pub fn StartForm(on_back: Callback<()>, #[prop(optional, into)] on_done: Option<Callback<()>>) -> impl IntoView {
    let app = app();
    app.prepare();
    let name = RwSignal::new(String::new());
    let me = RwSignal::new(String::new());
    let others = RwSignal::new(String::new());
    let day = RwSignal::new("3".to_owned());
    let time = RwSignal::new("18:00".to_owned());
    let problem = Problem::none();
    let no_time = Problem::none();
    let trouble = RwSignal::new(None::<String>);
    let zone = RwSignal::new(app.here().map(|here| here.as_str().to_owned()).unwrap_or_default());
    let days = weekday_options();
    let submit = {
        move |event: SubmitEvent| {
            event.prevent_default();
            problem.clear();
            let own = std::iter::once(me.get_untracked());
            let listed = others.get_untracked();
            let people: Vec<String> = own.chain(names(&listed)).collect();
            no_time.clear();
            let Some(check_ins_due) = weekly_time(&day.get_untracked(), &time.get_untracked()) else {
                no_time.say(Which::Value, rhythm::NO_TIME);
                return;
            };
            let (name, rhythm) = (name.get_untracked(), Rhythm::new(ZoneId::new(&zone.get_untracked()), check_ins_due));
            leptos::task::spawn_local(async move {
                match app.begin(&name, &people, rhythm, SEASON_WEEKS).await {
                    Ok(()) => on_done.and_then(|done| done.try_run(())).unwrap_or_default(),
                    // It has no field of its own where the device knows its zone.
                    Err(error @ StartError::Refused(Refusal::UnknownZone(_))) => {
                        trouble.try_set(Some(problems::start(&error)));
                    }
                    Err(StartError::Refused(refusal)) => problem.show(refusal),
                    Err(error) => drop(trouble.try_set(Some(problems::start(&error)))),
                }
            });
        }
    };
    view! {
        <form class="narrow stack" on:submit=submit novalidate>
            <header class="head">
                <h1 tabindex="-1">{words::FORM_HEADING}</h1>
                <p>{words::FORM_LEAD}</p>
            </header>
            <div class="card form">
                <Field id="start-name" label=words::NAME hint=words::NAME_HINT value=name problem field=Which::Name />
                <Field id="start-me" label=words::MY_NAME value=me />
                <Area id="start-others" label=words::OTHERS hint=words::OTHERS_HINT value=others rows=5 />
                <div class="two">
                    <Select id="start-day" label=words::DUE_DAY value=day options=days />
                    <Field id="start-time" kind="time" label=words::DUE_TIME value=time problem=no_time field=Which::Value />
                </div>
                <ZoneField zone />
                <When is=move || trouble.with(Option::is_some)>
                    <p class="banner" data-kind="bad" role="alert">{move || trouble.get()}</p>
                </When>
            </div>
            <div class="row">
                <button class="btn" data-kind="main">{words::SUBMIT}</button>
                <button type="button" class="btn" on:click=move |_| on_back.run(())>{words::BACK}</button>
            </div>
        </form>
    }
}

/// Names out of a list that was typed or pasted: one per line or separated by commas, without bullets.
fn names(list: &str) -> Vec<String> {
    let parts = list.split(['\n', ',', ';']);
    let bare = parts.map(|part| part.trim().trim_start_matches(['-', '*', '•', '·']).trim().to_owned());
    bare.filter(|name| !name.is_empty()).collect()
}
