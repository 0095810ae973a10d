//! The first screen: start a circle, open a file, try the demo.

use crate::domain::{Field as Which, Rhythm, WeeklyTime};
use crate::state::{CircleEntry, Removed, StartError};
use crate::ui::components::When;
use crate::ui::components::{Area, Field, FilePicker, Glyph, Icon, Problem, Select};
use crate::ui::context::{app, desktop};
use crate::ui::text::{self, problems, rhythm, start as words};
use chrono::Weekday;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// How many weeks a first season has.
const SEASON_WEEKS: u8 = 10;

/// The first screen.
#[component]
pub fn FirstRun() -> impl IntoView {
    let is_starting = RwSignal::new(false);
    let content = move || {
        if is_starting.get() {
            view! { <StartForm on_back=Callback::new(move |()| is_starting.set(false)) /> }.into_any()
        } else {
            view! { <Welcome on_start=Callback::new(move |()| is_starting.set(true)) /> }.into_any()
        }
    };
    view! { <div class="first">{content}</div> }
}

#[component]
fn Welcome(on_start: Callback<()>) -> impl IntoView {
    let desktop = desktop();
    let app = desktop.app;
    let trouble = RwSignal::new(None::<String>);
    let demo = move |_| {
        leptos::task::spawn_local(async move {
            if let Err(error) = app.begin_demo(words::DEMO_NAME).await {
                trouble.try_set(Some(problems::start(&error)));
            }
        });
    };
    let receive = Callback::new(move |files| desktop.receive(files, |_| {}));
    let refused = move || {
        desktop.deliveries.with(|deliveries| {
            let failed = deliveries.iter().filter_map(|delivery| Some((delivery.file.clone(), delivery.result.as_ref().err()?)));
            failed
                .map(|(file, problem)| view! { <p class="banner" data-kind="bad" role="alert"><strong><bdi>{file}</bdi></strong>": "{problems::incoming(problem)}</p> })
                .collect_view()
        })
    };
    let removed = move || {
        let entries: Vec<_> = app.index().with(|index| index.entries(Removed::Yes).cloned().collect());
        (!entries.is_empty()).then(|| {
            let button = |entry: CircleEntry| {
                let id = entry.circle_id();
                view! {
                    <li>
                        <bdi>{entry.name}</bdi>
                        <button type="button" class="btn" data-kind="small" on:click=move |_| app.bring_back(id.clone())>
                            {text::settings::RESTORE}
                        </button>
                    </li>
                }
            };
            view! {
                <section class="stack"><h2>{words::REMOVED}</h2><ul class="plain">{entries.into_iter().map(button).collect_view()}</ul></section>
            }
        })
    };
    view! {
        <div class="first__hero">
            <p class="brand">{text::APP}</p>
            <h1 tabindex="-1">{words::HEADING}</h1>
            <p class="lead">{words::LEAD}</p>
        </div>
        <div class="first__ways">
            {refused}
            <When is=move || trouble.with(Option::is_some)>
                <p class="banner" data-kind="bad" role="alert">{move || trouble.get()}</p>
            </When>
            <button type="button" class="way" data-kind="main" on:click=move |_| on_start.run(())>
                <Icon glyph=Glyph::Circle />
                <strong>{words::BEGIN}</strong>
                <span>{words::BEGIN_HINT}</span>
            </button>
            <div class="way">
                <FilePicker id="first-file" label=words::OPEN on_files=receive />
                <span>{words::OPEN_HINT}</span>
            </div>
            <button type="button" class="way" on:click=demo>
                <Icon glyph=Glyph::Spark />
                <strong>{words::DEMO}</strong>
                <span>{words::DEMO_HINT}</span>
            </button>
            <p class="first__foot">{words::PRIVATE}</p>
            {removed}
        </div>
    }
}

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
    let zone = app.here();
    let days = weekday_options();
    let submit = {
        let zone = zone.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            problem.clear();
            let own = std::iter::once(me.get_untracked());
            let listed = others.get_untracked();
            let people: Vec<String> = own.chain(names(&listed)).collect();
            no_time.clear();
            let Some(updates_due) = weekly_time(&day.get_untracked(), &time.get_untracked()) else {
                no_time.say(Which::Value, rhythm::NO_TIME);
                return;
            };
            let (name, rhythm) = (name.get_untracked(), Rhythm::new(zone.clone(), updates_due));
            leptos::task::spawn_local(async move {
                match app.begin(&name, &people, rhythm, SEASON_WEEKS).await {
                    Ok(()) => on_done.and_then(|done| done.try_run(())).unwrap_or_default(),
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
                <p class="field__hint">{words::zone(&text::time::city(&zone))}</p>
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

/// The options of a weekday field: 0 for Monday.
pub fn weekday_options() -> Vec<(String, String)> {
    let days = text::time::WEEKDAYS.iter().enumerate();
    days.map(|(number, name)| (number.to_string(), (*name).to_owned())).collect()
}

/// A weekday field and a time field as a weekly time; `None` where the time is missing or none.
pub fn weekly_time(day: &str, time: &str) -> Option<WeeklyTime> {
    let weekday = Weekday::try_from(day.parse::<u8>().ok()?).ok()?;
    // A browser may add seconds.
    let mut parts = time.split(':').map(|part| part.parse::<u16>().ok());
    let (hour, minute) = (parts.next()??, parts.next()??);
    (hour < 24 && minute < 60).then_some(WeeklyTime { weekday, minute: hour * 60 + minute })
}
