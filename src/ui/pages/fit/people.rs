//! Who can teach what to whom, and the way to what each member said.

use super::words;
use crate::domain::{Circle, FitCircle, Profile, skill_key};
use crate::state::Memo;
use crate::ui::components::{Row, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::plots::{Lane, LaneWords, Lanes};
use crate::ui::routes::Page;
use crate::ui::shared::role::turns::Person;
use leptos::prelude::*;

const LANE_WORDS: LaneWords = LaneWords {
    title: words::LANES,
    skill: words::SKILL,
    from: words::CAN_HELP,
    to: words::WANTS,
    nobody: words::NOBODY,
};

/// A lane for each skill: first what somebody looks for in vain, then what can be taught, then what is only offered.
fn lanes(circle: &Circle, fit: &FitCircle) -> Vec<Lane> {
    let mut found: Vec<(String, Lane)> = Vec::new();
    let lane_of = |found: &mut Vec<(String, Lane)>, word: &str| {
        let key = skill_key(word);
        found.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
            found.push((key, Lane { skill: word.to_owned(), from: Vec::new(), to: Vec::new() }));
            found.len() - 1
        })
    };
    for Profile { id, wants, offers, .. } in &fit.profiles {
        for word in wants.words() {
            let place = lane_of(&mut found, word);
            found[place].1.to.push(Person::of(circle, id));
        }
        for word in offers.words() {
            let place = lane_of(&mut found, word);
            found[place].1.from.push(Person::of(circle, id));
        }
    }
    let rank = |lane: &Lane| match (lane.from.is_empty(), lane.to.is_empty()) {
        (true, _) => 0,
        (false, false) => 1,
        (false, true) => 2,
    };
    let mut ranked: Vec<Lane> = Vec::new();
    for wanted in 0..3 {
        ranked.extend(found.iter().map(|(_, lane)| lane).filter(|lane| rank(lane) == wanted).cloned());
    }
    ranked
}

/// The picture.
#[component]
pub fn LanesCard(fit: Memo<FitCircle>) -> AnyView {
    let app = app();
    let lanes = Memo::new(move |_| app.circle().with(|circle| fit.with(|fit| lanes(circle, fit))));
    view! {
        <section class="card" aria-labelledby="fit-lanes">
            <header class="card__head"><h2 id="fit-lanes">{words::LANES}</h2></header>
            <When
                is=move || !lanes.with(Vec::is_empty)
                otherwise=|| view! { <p class="quiet">{words::LANES_EMPTY}</p> }
            >
                <Lanes lanes words=LANE_WORDS />
            </When>
        </section>
    }
    .into_any()
}

/// A row for each member, the reader first.
#[component]
pub fn PeopleCard(fit: Memo<FitCircle>) -> AnyView {
    let app = app();
    let people = Memo::new(move |_| {
        let me = app.me.get();
        app.circle().with(|circle| {
            fit.with(|fit| {
                let row = |profile: &Profile| {
                    let (offers, wants) = (profile.offers.words().len(), profile.wants.words().len());
                    let note = words::person_note(offers, wants, &profile.id, me.as_ref());
                    (Page::Profile.of_member(&profile.id), Person::of(circle, &profile.id).name, note)
                };
                fit.profiles.iter().map(row).collect::<Vec<_>>()
            })
        })
    });
    let row = |(href, title, note): (String, String, String)| view! { <Row href title note /> };
    view! {
        <section class="card" aria-labelledby="fit-people">
            <header class="card__head"><h2 id="fit-people">{words::PEOPLE}</h2></header>
            <ul class="row-list">{live(move || people.get().into_iter().map(row).collect_view())}</ul>
        </section>
    }
    .into_any()
}
