//! The agenda: six steps with their minutes and what was brought to each.

use super::run::Run;
use super::words;
use crate::domain::{AgendaEntry, AgendaId, AgendaSubject, Circle, MINUTE, Step, Topic, minutes};
use crate::platform::{self, DateStyle};
use crate::state::Memo;
use crate::ui::components::{Empty, For, Glyph, Icon, When, live};
use crate::ui::markup::view;
use leptos::prelude::*;

/// What an entry of the agenda says.
#[derive(Clone, PartialEq, Debug)]
pub struct AgendaLine {
    /// What it is about.
    pub title: String,
    /// Who brings it or whose it is.
    pub who: Option<String>,
    /// Why it is here: carried over, to be looked at again.
    pub tag: Option<String>,
    /// The item behind it.
    pub item: Option<AgendaId>,
}

/// The words of `entry`; `None` where what it is about was deleted meanwhile.
pub fn line(circle: &Circle, entry: &AgendaEntry) -> Option<AgendaLine> {
    let name = |id| circle.name_of(id).map(str::to_owned);
    let derived = |title: String, who, tag: &str| AgendaLine { title, who, tag: Some(tag.to_owned()), item: None };
    Some(match &entry.subject {
        AgendaSubject::Item(id) => {
            let item = circle.agenda.get(id)?;
            let who = item.owner.as_ref().and_then(name);
            AgendaLine {
                title: item.title.clone(),
                who,
                tag: words::carried_over(entry.carried),
                item: Some(id.clone()),
            }
        }
        AgendaSubject::Derived(Topic::Carried(id)) => {
            let commitment = circle.commitments.get(id)?;
            derived(commitment.text.clone(), name(&commitment.owner), words::CARRIED_THRICE)
        }
        AgendaSubject::Derived(Topic::Decision(id)) => {
            let decision = circle.decisions.get(id)?;
            derived(decision.text.clone(), decision.owner.as_ref().and_then(name), words::LOOK_AGAIN)
        }
        AgendaSubject::Derived(Topic::Charter(id)) => {
            AgendaLine { title: words::charter(&name(id)?), who: None, tag: None, item: None }
        }
        AgendaSubject::Derived(Topic::Round(_) | Topic::Commitments(_)) => return None,
    })
}

/// The plan of a session of so many minutes, and a way to bring something.
#[component]
pub fn Plan(run: Run, length: Memo<u8>) -> impl IntoView {
    let entries = run.entries(None);
    let is_empty = Memo::new(move |_| entries.with(Vec::is_empty));
    view! {
        <section class="card" aria-labelledby="agenda">
            <header class="card__head">
                <h2 id="agenda" tabindex="-1">{words::AGENDA}</h2>
                <span>{live(move || words::min(i64::from(length.get())))}</span>
            </header>
            <ol class="session-agenda-plan">{Step::ALL.map(|step| view! { <Planned run step length /> }).into_iter().collect_view()}</ol>
            <When is=move || is_empty.get()>
                <Empty title=words::NOTHING_BROUGHT hint=words::NOTHING_BROUGHT_HINT />
            </When>
            <div class="row">
                <button type="button" class="btn" on:click=move |_| run.chosen.is_bringing.set(true)>
                    <Icon glyph=Glyph::Plus />
                    {words::BRING}
                </button>
            </div>
        </section>
    }
}

#[component]
fn Planned(run: Run, step: Step, length: Memo<u8>) -> impl IntoView {
    let occasion = run.occasion();
    let entries = run.entries(Some(step));
    let split = Memo::new(move |_| minutes(length.get()));
    let own = move || i64::from(split.get()[step as usize]);
    let at = move || {
        let before: i64 = split.get()[..step as usize].iter().map(|minutes| i64::from(*minutes)).sum();
        occasion.get().map(|occasion| platform::instant_text(occasion.at.plus(before * MINUTE), DateStyle::Time, None))
    };
    let lines = Memo::new(move |_| {
        let keyed = |circle: &Circle, entry: &AgendaEntry| Some((format!("{:?}", entry.subject), line(circle, entry)?));
        run.app.circle().with(|circle| {
            entries.with(|entries| entries.iter().filter_map(|entry| keyed(circle, entry)).collect::<Vec<_>>())
        })
    });
    let row = move |(key, first): (String, AgendaLine)| {
        let line = Memo::new(move |_| {
            let now = lines.with(|lines| lines.iter().find(|(own, _)| *own == key).map(|(_, line)| line.clone()));
            now.unwrap_or_else(|| first.clone())
        });
        view! { <Brought run line /> }
    };
    view! {
        <li>
            <span class="session-agenda-plan__at">{live(at)}</span>
            <h3>{words::step(step)}</h3>
            <span class="session-agenda-plan__minutes">{live(move || words::min(own()))}</span>
            <When is=move || !lines.with(Vec::is_empty)>
                <ul class="session-agenda-plan__items"><For each=move || lines.get() key=|(key, _)| key.clone() children=row /></ul>
            </When>
        </li>
    }
}

#[component]
fn Brought(run: Run, line: Memo<AgendaLine>) -> impl IntoView {
    let part = move |read: fn(&AgendaLine) -> Option<String>| Memo::new(move |_| line.with(read));
    let (who, tag) = (part(|line| line.who.clone()), part(|line| line.tag.clone()));
    let title = Memo::new(move |_| line.with(|line| line.title.clone()));
    let has_options = Memo::new(move |_| line.with(|line| line.item.is_some()));
    let choose = move |_| {
        let item = line.with_untracked(|line| line.item.clone());
        run.chosen.item.set(item.map(|id| (id, "agenda")));
    };
    view! {
        <li>
            <p>
                <span dir="auto">{title}</span>
                {live(move || who.get().map(|who| view! { " "<small><bdi>{who}</bdi></small> }))}
                {live(move || tag.get().map(|tag| view! { " "<span class="tag" data-kind="carried">{tag}</span> }))}
            </p>
            <When is=move || has_options.get()>
                <button type="button" class="btn-round" aria-label=move || words::options(&title.get()) on:click=choose>
                    <Icon glyph=Glyph::More />
                </button>
            </When>
        </li>
    }
}
