//! The agenda: six steps with their minutes and what was brought to each.

use super::items::ItemSheet;
use super::run::Run;
use crate::domain::{AgendaEntry, AgendaId, AgendaMatter, Circle, MINUTE, Step, Topic, minutes};
use crate::platform::{self, DateStyle};
use crate::ui::components::{Empty, Glyph, Icon, When};
use crate::ui::text::session as words;
use leptos::prelude::*;

/// What an entry of the agenda says.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
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
pub fn line(circle: &Circle, entry: &AgendaEntry) -> Option<Line> {
    let name = |id| circle.name_of(id).map(str::to_owned);
    let derived = |title: String, who, tag: &str| Line { title, who, tag: Some(tag.to_owned()), item: None };
    Some(match &entry.matter {
        AgendaMatter::Item(id) => {
            let item = circle.agenda.get(id)?;
            let who = item.owner.as_ref().and_then(name);
            Line { title: item.title.clone(), who, tag: words::carried_over(entry.carried), item: Some(id.clone()) }
        }
        AgendaMatter::Derived(Topic::Carried(id)) => {
            let commitment = circle.commitments.get(id)?;
            derived(commitment.text.clone(), name(&commitment.owner), words::CARRIED_THRICE)
        }
        AgendaMatter::Derived(Topic::Decision(id)) => {
            let decision = circle.decisions.get(id)?;
            derived(decision.text.clone(), decision.owner.as_ref().and_then(name), words::LOOK_AGAIN)
        }
        AgendaMatter::Derived(Topic::Charter(id)) => {
            Line { title: words::charter(&name(id)?), who: None, tag: None, item: None }
        }
        AgendaMatter::Derived(Topic::Round(_) | Topic::Promises(_)) => return None,
    })
}

/// The plan of a session of so many minutes, and a way to bring something.
#[component]
pub fn Plan(run: Run, length: Memo<u8>) -> impl IntoView {
    let is_bringing = RwSignal::new(false);
    let chosen = RwSignal::new(None::<AgendaId>);
    let entries = run.entries(None);
    let is_empty = Memo::new(move |_| entries.with(Vec::is_empty));
    view! {
        <section class="card" aria-labelledby="agenda">
            <header class="card__head">
                <h2 id="agenda">{words::AGENDA}</h2>
                <span>{move || words::min(i64::from(length.get()))}</span>
            </header>
            <ol class="plan">{Step::ALL.map(|step| view! { <Planned run step length chosen /> }).into_iter().collect_view()}</ol>
            <When is=move || is_empty.get()>
                <Empty title=words::NOTHING_BROUGHT hint=words::NOTHING_BROUGHT_HINT />
            </When>
            <div class="row">
                <button type="button" class="btn" on:click=move |_| is_bringing.set(true)>
                    <Icon glyph=Glyph::Plus />
                    {words::BRING}
                </button>
            </div>
            <ItemSheet run is_bringing chosen />
        </section>
    }
}

#[component]
fn Planned(run: Run, step: Step, length: Memo<u8>, chosen: RwSignal<Option<AgendaId>>) -> impl IntoView {
    let occasion = run.occasion();
    let entries = run.entries(Some(step));
    let split = Memo::new(move |_| minutes(length.get()));
    let own = move || i64::from(split.get()[step as usize]);
    let at = move || {
        let before: i64 = split.get()[..step as usize].iter().map(|minutes| i64::from(*minutes)).sum();
        occasion.get().map(|occasion| platform::instant_text(occasion.at.plus(before * MINUTE), DateStyle::Time, None))
    };
    let lines = Memo::new(move |_| {
        run.app.circle().with(|circle| entries.with(|entries| entries.iter().filter_map(|e| line(circle, e)).collect()))
    });
    let brought = move || {
        let lines: Vec<Line> = lines.get();
        (!lines.is_empty())
            .then(|| view! { <ul class="plan__items">{lines.into_iter().map(|line| brought(line, chosen)).collect_view()}</ul> })
    };
    view! {
        <li>
            <span class="plan__at">{at}</span>
            <h3>{words::step(step)}</h3>
            <span class="plan__minutes">{move || words::min(own())}</span>
            {brought}
        </li>
    }
}

fn brought(line: Line, chosen: RwSignal<Option<AgendaId>>) -> AnyView {
    let Line { title, who, tag, item } = line;
    let options = item.map(|id| {
        let choose = move |_| chosen.set(Some(id.clone()));
        view! {
            <button type="button" class="round" aria-label=words::options(&title) on:click=choose>
                <Icon glyph=Glyph::More />
            </button>
        }
    });
    view! {
        <li>
            <p>
                <span dir="auto">{title}</span>
                {who.map(|who| view! { " "<small><bdi>{who}</bdi></small> })}
                {tag.map(|tag| view! { " "<span class="tag" data-kind="carried">{tag}</span> })}
            </p>
            {options}
        </li>
    }
    .into_any()
}
