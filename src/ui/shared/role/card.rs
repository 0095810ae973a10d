//! On the page of the week: what my role asks of me now, and what others ask of me.

use super::card_words as words;
use super::moved::{MovedLine, moved};
use super::words as turn_words;
use crate::domain::{Arrange, Circle, NeedsWord, RoleKind, Session, Turn, digest_cycle, tracking};
use crate::state::App;
use crate::state::Memo;
use crate::ui::components::{When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::shared::role::turns::{Person, Turns, duty_of, role_word};
use leptos::prelude::*;

/// A role of mine this week, and what it wants.
#[derive(Clone, PartialEq, Debug)]
struct Duty {
    /// Names its heading in the page.
    id: String,
    title: String,
    /// What is to be done, in a sentence.
    said: String,
    /// The way to it.
    label: String,
    href: String,
}

/// What the check-in lead has to do: the same people as on the screen of the lead's work.
fn lead(app: App, circle: &Circle) -> (String, String) {
    let (me, cycle) = (app.me.get(), app.cycle.get());
    let wanted = NeedsWord::of(app.present(circle));
    let (own, others): (Vec<_>, Vec<_>) = wanted.people().into_iter().partition(|who| Some(*who) == me.as_ref());
    let names: Vec<_> = others.into_iter().map(|who| Person::of(circle, who).name).collect();
    let is_over = circle.session(cycle).is_some_and(Session::is_over);
    let calm = match (own.is_empty(), is_over) {
        (false, _) => words::LEAD_ONLY_ME,
        (true, true) => words::LEAD_OVER,
        (true, false) => words::LEAD_NOBODY,
    };
    match names.is_empty() {
        true => (calm.to_owned(), words::WORK_OPEN.to_owned()),
        false => (words::late(&names), words::nudge(&names)),
    }
}

fn duty(app: App, circle: &Circle, turn: &Turn) -> Duty {
    let cycle = app.cycle.get();
    let role = turn.id.role.clone();
    let (said, label) = match turn.kind {
        RoleKind::Lead => lead(app, circle),
        RoleKind::Summarizer => {
            let is_out = circle.digests.contains_key(&digest_cycle(circle, cycle));
            let said = if is_out { words::SUMMARIZER_DONE } else { words::SUMMARIZER };
            (said.to_owned(), words::WORK_OPEN.to_owned())
        }
        RoleKind::Tracker => {
            let found = tracking(app.present(circle));
            let waiting = found.members.iter().map(|of| of.waiting.len()).sum();
            (words::waiting(waiting, found.goals.len()), words::WORK_OPEN.to_owned())
        }
        RoleKind::Custom => {
            let said = circle.role(&role).map(|role| duty_of(&role)).unwrap_or_default();
            (said, words::WORK_OPEN.to_owned())
        }
    };
    Duty {
        id: format!("duty-{role}"),
        title: words::role(&role_word(circle, &role)),
        said,
        label,
        href: Page::Work.of_role(&role),
    }
}

/// Who asks me about a turn, by name.
fn asking(app: App, rota: Memo<Turns>) -> Vec<String> {
    let Some(me) = app.me.get() else { return Vec::new() };
    app.circle().with(|circle| {
        let open = rota.with(|rota| rota.offers_to(&me)).into_iter();
        let mut by: Vec<_> = open.filter_map(|id| Some(circle.overrides.get(&id)?.by.clone())).collect();
        by.arrange();
        by.dedup();
        by.iter().map(|id| Person::of(circle, id).name).collect()
    })
}

fn card(app: App, Duty { id, title, said, label, href }: Duty) -> AnyView {
    let heading = id.clone();
    view! {
        <section class="card" aria-labelledby=id>
            <header class="card__head">
                <h2 id=heading><bdi>{title}</bdi></h2>
                <span>{live(move || turn_words::until(app.cycle.get()))}</span>
            </header>
            <p dir="auto">{said}</p>
            <div class="row"><a class="btn" href=href>{label}</a></div>
        </section>
    }
    .into_any()
}

/// A card per role of mine, and a line where somebody asks me about a turn.
#[component]
pub fn RoleCard(rota: Memo<Turns>) -> impl IntoView {
    let app = app();
    let duties = Memo::new(move |_| {
        let Some(me) = app.me.get() else { return Vec::new() };
        app.circle().with(|circle| {
            let own = rota.with(|rota| rota.held(app.cycle.get(), &me));
            own.iter().map(|turn| duty(app, circle, turn)).collect::<Vec<_>>()
        })
    });
    let asking = Memo::new(move |_| asking(app, rota));
    let moved = moved(app, rota);
    view! {
        <When is=move || !asking.with(Vec::is_empty)>
            <p class="banner banner-asked">
                <bdi>{live(move || asking.with(|names| words::asked(names)))}</bdi>
                <a class="btn" data-kind="small" href=Page::Roles.href()>{words::ANSWER}</a>
            </p>
        </When>
        <MovedLine app moved />
        {live(move || duties.get().into_iter().map(|duty| card(app, duty)).collect_view())}
    }
}
