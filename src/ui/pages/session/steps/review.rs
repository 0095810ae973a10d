//! The commitment review: what became of each, member by member.

use crate::domain::{AgendaSubject, CommitmentId, Tally, Topic};
use crate::state::Memo;
use crate::ui::components::{For, When, live};
use crate::ui::markup::view;
use crate::ui::pages::session::commitments::{Commitments, owed, row};
use crate::ui::pages::session::people::{Person, Who, person, roster};
use crate::ui::pages::session::run::Run;
use crate::ui::pages::session::tick::Tick;
use crate::ui::pages::session::words;
use crate::ui::shared::commitment::toggle_kept;
use crate::ui::text::week;
use leptos::prelude::*;

/// The step.
#[component]
pub fn Review(run: Run) -> impl IntoView {
    let roster = roster(run);
    view! {
        <Thrice run />
        <section class="card" aria-label=words::step(crate::domain::Step::Review)>
            <ul class="list session-turns">
                <For
                    each=move || roster.get()
                    key=|person| person.id.clone()
                    children=move |first| view! { <Owed run first /> }
                />
            </ul>
        </section>
    }
}

/// What was carried three times; the circle looks at each together.
#[component]
fn Thrice(run: Run) -> impl IntoView {
    let entries = run.entries(Some(crate::domain::Step::Review));
    let ids = Memo::new(move |_| {
        let id = |subject| match subject {
            AgendaSubject::Derived(Topic::Carried(id)) => Some(id),
            AgendaSubject::Derived(_) | AgendaSubject::Item(_) => None,
        };
        entries.get().into_iter().filter_map(|entry| id(entry.subject)).collect::<Vec<_>>()
    });
    view! {
        <When is=move || ids.with(|ids| !ids.is_empty())>
            <section class="card" aria-labelledby="thrice">
                <header class="card__head"><h2 id="thrice">{words::THRICE}</h2></header>
                <p class="quiet">{words::THRICE_HINT}</p>
                <ul class="list session-turns">
                    <For each=move || ids.get() key=Clone::clone children=move |id| view! { <Carried run id /> } />
                </ul>
            </section>
        </When>
    }
}

#[component]
fn Carried(run: Run, id: CommitmentId) -> impl IntoView {
    let (is_done, on_toggle) = run.ticking(Topic::Carried(id.clone()));
    let found = Memo::new(move |_| {
        run.app.circle().with(|circle| {
            let commitment = circle.commitments.get(&id)?;
            // As it stands now, in whichever week: there it can be rescoped or dropped.
            Some((
                row(circle, commitment, commitment.cycle),
                circle.name_of(&commitment.owner).unwrap_or_default().to_owned(),
            ))
        })
    });
    let rows = Memo::new(move |_| found.with(|found| found.iter().map(|(row, _)| row.clone()).collect::<Vec<_>>()));
    let label = Memo::new(move |_| {
        found.with(|found| found.as_ref().map(|(row, _)| words::looked_at(&row.words.text)).unwrap_or_default())
    });
    let owner = move || found.with(|found| found.as_ref().map(|(_, owner)| owner.clone()));
    let on_tick = Callback::new(move |id| toggle_kept(run.app, id));
    let on_options = Callback::new(move |id| run.chosen.commitment.set(Some(id)));
    view! {
        <li class="session-topic" data-state=move || if is_done.get() { "done" } else { "open" }>
            <Tick is_done label on_toggle />
            <bdi class="session-mate__name">{live(owner)}</bdi>
            <div class="session-topic__said"><Commitments list=rows on_tick on_options /></div>
        </li>
    }
}

/// One member's commitments.
#[component]
fn Owed(run: Run, first: Person) -> impl IntoView {
    let (is_done, on_toggle) = run.ticking(Topic::Commitments(first.id.clone()));
    let (id, owner) = (first.id.clone(), first.id.clone());
    let person = person(run, first);
    let label = Memo::new(move |_| person.with(|person| words::gone_through(&person.name)));
    let rows = Memo::new(move |_| run.app.circle().with(|circle| owed(circle, &id, run.cycle)));
    let tally = Memo::new(move |_| {
        run.app.circle().with(|circle| Tally::of(circle.commitments_in(&owner, run.cycle), run.cycle))
    });
    let kept = move || Some(tally.get()).filter(|tally| tally.total > 0).map(week::kept);
    let on_tick = Callback::new(move |id| toggle_kept(run.app, id));
    let on_options = Callback::new(move |id| run.chosen.commitment.set(Some(id)));
    view! {
        <li class="session-topic" data-state=move || if is_done.get() { "done" } else { "open" }>
            <Tick is_done label on_toggle />
            <Who person />
            <span class="session-topic__tally">{live(kept)}</span>
            <div class="session-topic__said">
                <When is=move || rows.with(Vec::is_empty)><p class="quiet">{words::NO_COMMITMENT}</p></When>
                <Commitments list=rows on_tick on_options />
            </div>
        </li>
    }
}
