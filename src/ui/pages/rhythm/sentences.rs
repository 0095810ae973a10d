//! The rhythm in plain words, and the way to change it.

use super::form::RhythmForm;
use super::words;
use super::words::sentences;
use crate::domain::{Rhythm, ZoneRules};
use crate::platform::{self, BrowserZones, DateStyle};
use crate::state::Memo;
use crate::state::{App, RwSignal};
use crate::ui::components::{Sheet, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use leptos::prelude::*;

/// What holds, and until when something else does.
#[component]
pub fn SentencesCard() -> impl IntoView {
    let app = app();
    let is_editing = RwSignal::new(false);
    let newest = Memo::new(move |_| app.circle().with(|circle| Shown::of(circle.rhythm.newest())));
    let running = Memo::new(move |_| {
        let cycle = app.cycle.get();
        app.circle().with(|circle| Shown::of(circle.rhythm.of(cycle)))
    });
    // From when the newest holds, where another one still does.
    let from = move || {
        let cycle = app.cycle.get();
        let version = app.circle().with(|circle| circle.rhythm.versions().last().and_then(|version| version.from));
        version.filter(|from| *from > cycle && running.with(|running| newest.with(|newest| running != newest)))
    };
    let meanwhile = move || {
        from().map(|from| {
            let monday = platform::day_text(from.first_day(), DateStyle::DayMonth);
            view! {
                <div class="rhythm-meanwhile">
                    <p class="quiet">{sentences::holds_from(&monday)}</p>
                    <Said rhythm=running />
                </div>
            }
        })
    };
    view! {
        <section class="card stack" aria-labelledby="sentences">
            <header class="card__head"><h2 id="sentences">{sentences::TITLE}</h2></header>
            <Said rhythm=newest />
            {live(meanwhile)}
            {live(move || elsewhere(app))}
            <div class="row">
                <button type="button" class="btn" on:click=move |_| is_editing.set(true)>{words::EDIT}</button>
            </div>
            <Sheet is_open=is_editing title=words::EDIT>
                <RhythmForm on_done=Callback::new(move |()| is_editing.set(false)) />
            </Sheet>
        </section>
    }
}

/// That the device's clocks are others, where they are.
fn elsewhere(app: App) -> Option<AnyView> {
    let (here, there) = (platform::device_zone()?, app.circle().with(|circle| circle.rhythm.newest().zone.clone()));
    if BrowserZones.offset(&there, app.now().get()).is_none() {
        return Some(view! { <p class="field-lint">{sentences::unknown_zone(&there)}</p> }.into_any());
    }
    // Names alone say little: many zones have two, or the same clocks as another.
    let differs = BrowserZones.offset(&here, app.now().get()) != BrowserZones.offset(&there, app.now().get());
    differs.then(|| view! { <p class="quiet">{sentences::your_clocks(&here, &there)}</p> }.into_any())
}

/// A rhythm's sentences.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Shown {
    interval: String,
    updates: String,
    review: String,
    place: String,
    next_steps: String,
}

impl Shown {
    fn of(rhythm: &Rhythm) -> Self {
        Self {
            interval: sentences::interval(rhythm),
            updates: sentences::updates(rhythm),
            review: sentences::review(rhythm),
            place: rhythm.session.place.clone(),
            next_steps: sentences::next_steps(rhythm),
        }
    }
}

#[component]
fn Said(rhythm: Memo<Shown>) -> impl IntoView {
    let line = |text: fn(&Shown) -> &String| move || rhythm.with(|rhythm| text(rhythm).clone());
    let place = move || {
        let place = rhythm.with(|rhythm| rhythm.place.clone());
        let is_link = place.starts_with("https://") || place.starts_with("http://");
        match (place.is_empty(), is_link) {
            (true, _) => ().into_any(),
            (false, true) => {
                let address = place.clone();
                view! { <a class="rhythm-sentences__place" href=address target="_blank" rel="noopener noreferrer"><bdi>{place}</bdi></a> }
                    .into_any()
            }
            (false, false) => view! { <bdi class="rhythm-sentences__place">{place}</bdi> }.into_any(),
        }
    };
    view! {
        <div class="rhythm-sentences">
            <p>{live(line(|rhythm| &rhythm.interval))}</p>
            <p>{live(line(|rhythm| &rhythm.updates))}</p>
            <p>{live(line(|rhythm| &rhythm.review))}" "{live(place)}</p>
            <p>{live(line(|rhythm| &rhythm.next_steps))}</p>
        </div>
    }
}
