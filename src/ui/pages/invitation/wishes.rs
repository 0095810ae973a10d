//! Who would like to join: looked at, then added or put away.

use super::words;
use crate::domain::{Command, FitCircle, NewProfile, profile};
use crate::exchange::joining_file::Joining;
use crate::platform::{self, BrowserZones};
use crate::state::{App, Memo, RwSignal, StoredValue};
use crate::ui::ask::Request;
use crate::ui::components::When;
use crate::ui::components::live;
use crate::ui::context::{app, desktop};
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::shared::profile::answer_list;
use crate::ui::text::problems;
use leptos::prelude::*;

/// The id of the card's heading.
pub const HEADING: &str = "invitation-wishes";

/// The card; nothing where nobody asked.
#[component]
pub fn WishesCard(changed: RwSignal<()>) -> AnyView {
    let app = app();
    let wishes = Memo::new(move |_| {
        changed.track();
        desktop().imports.track();
        app.entry.with(|entry| entry.as_ref().map(|entry| app.joinings(&entry.circle_id()))).unwrap_or_default()
    });
    let is_added = RwSignal::new(false);
    let list = move || wishes.get().into_iter().map(|wish| wish_view(app, wish, changed, is_added)).collect_view();
    view! {
        <When is=move || is_added.get() || !wishes.with(Vec::is_empty)>
            <section class="card stack" aria-labelledby=HEADING>
                <header class="card__head"><h2 id=HEADING tabindex="-1">{words::WANT_IN}</h2></header>
                <When is=is_added>
                    <p class="banner banner-asked" data-kind="new">{words::ADDED}" "<a href=Page::Sync.href()>{words::TO_SEND}</a></p>
                </When>
                <ul class="list">{live(list)}</ul>
            </section>
        </When>
    }
    .into_any()
}

/// What the score is, and would be with `person`.
fn change(app: App, person: &NewProfile) -> String {
    app.circle().with_untracked(|circle| {
        let now = FitCircle::of(untrack(|| app.present(circle)));
        let tried = now.trying(&person.profile, 0, &BrowserZones);
        words::change(now.fit().score(), tried.fit().score())
    })
}

fn wish_view(app: App, wish: Joining, changed: RwSignal<()>, is_added: RwSignal<bool>) -> AnyView {
    let Joining { circle, person, .. } = wish;
    let nothing = || view! { <p class="quiet">{words::SAID_NOTHING}</p> }.into_any();
    let said = answer_list(&person.profile).unwrap_or_else(nothing);
    let (name, adding, fit) = (person.name.clone(), words::add(&person.name), change(app, &person));
    let away = StoredValue::new((circle, person.name.clone()));
    let put_away = move || {
        away.with_value(|(circle, name)| app.put_joining_away(circle, name));
        changed.notify();
        platform::focus_near(HEADING);
    };
    let add = move |_| {
        let command = Command::from(profile::Command::Join(person.clone()));
        match Request::new(command, words::ADDED).send(app) {
            Ok(()) => {
                is_added.set(true);
                put_away();
            }
            Err(refusal) => app.say(problems::refusal(&refusal), None),
        }
    };
    let away_label = words::put_away(&name);
    view! {
        <li class="invitation-wish">
            <strong><bdi>{name}</bdi></strong>
            <p>{fit}</p>
            {said}
            <div class="row">
                <button type="button" class="btn" data-kind="main" on:click=add>{adding}</button>
                <button type="button" class="btn" data-kind="quiet" aria-label=away_label on:click=move |_| put_away()>{words::PUT_AWAY}</button>
            </div>
        </li>
    }
    .into_any()
}
