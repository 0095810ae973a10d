//! What a session came to.

use super::clock::minutes_of;
use super::people::{Person, Who};
use super::run::Run;
use crate::domain::{
    AgendaId, Circle, CommitmentId, Decision, DecisionId, MemberId, SessionSummary, Step, decisions_of, session_summary,
};
use crate::platform::{self, DateStyle};
use crate::ui::components::{Glyph, Icon, When};
use crate::ui::text::{list, session as words};
use leptos::prelude::*;

/// One decision as a line.
#[derive(Clone, PartialEq, Debug)]
struct DecisionLine {
    id: DecisionId,
    text: String,
    detail: String,
}

impl DecisionLine {
    fn of(circle: &Circle, decision: &Decision) -> Self {
        let owner = decision.owner.as_ref().and_then(|owner| circle.name_of(owner));
        let day = decision.review_on.map(|day| platform::day_text(day, DateStyle::DayMonth));
        let detail = words::decision_detail(owner, day.as_deref());
        Self { id: decision.id.clone(), text: decision.text.clone(), detail }
    }
}

/// What was decided, oldest first; says so where nothing was.
#[component]
pub fn Decided(run: Run, on_options: Callback<DecisionId>) -> impl IntoView {
    let lines = Memo::new(move |_| {
        run.app.circle().with(|circle| {
            let all = decisions_of(circle, run.cycle);
            all.into_iter().map(|decision| DecisionLine::of(circle, decision)).collect::<Vec<_>>()
        })
    });
    let row = move |line: DecisionLine| {
        let DecisionLine { id, text, detail } = line;
        let label = words::options(&text);
        view! {
            <li>
                <p dir="auto">{text}</p>
                <p class="quiet"><bdi>{detail}</bdi></p>
                <button type="button" class="round" aria-label=label on:click=move |_| on_options.run(id.clone())>
                    <Icon glyph=Glyph::More />
                </button>
            </li>
        }
    };
    view! {
        <When
            is=move || !lines.with(Vec::is_empty)
            otherwise=|| view! { <p class="quiet">{words::NO_DECISIONS}</p> }
        >
            <ul class="decided">{move || lines.get().into_iter().map(row).collect_view()}</ul>
        </When>
    }
}

/// Length, people, hot seat, promises and what goes on. Decisions have their own place beside it.
#[component]
pub fn Summary(run: Run) -> impl IntoView {
    let summary = Memo::new(move |_| {
        let now = run.app.now().get();
        run.session.track();
        run.app.circle().with(|circle| session_summary(circle, now, run.cycle))
    });
    let parts = move || {
        let summary = summary.get()?;
        // The guard ends before the view is built into the page.
        let parts = run.app.circle().with(|circle| parts(circle, &summary));
        Some(view! { <dl class="came">{parts}</dl> })
    };
    let steps = Memo::new(move |_| {
        let clock = summary.with(|summary| summary.as_ref().map(|summary| summary.clock))?;
        Some(Step::ALL.map(|step| {
            let time = clock.steps[step as usize];
            words::spent_of(minutes_of(time.spent), minutes_of(time.allowed))
        }))
    });
    view! {
        {parts}
        <When is=move || steps.with(Option::is_some)>
            <details class="earlier">
                <summary>{words::BY_STEP}</summary>
                <table class="by-step"><tbody>{move || steps.get().map(table)}</tbody></table>
            </details>
        </When>
    }
}

/// A row per step with its minutes.
fn table(minutes: [String; 6]) -> AnyView {
    let row = |(step, minutes): (Step, String)| {
        view! { <tr><th scope="row">{words::step(step)}</th><td>{minutes}</td></tr> }
    };
    Step::ALL.into_iter().zip(minutes).map(row).collect_view().into_any()
}

fn parts(circle: &Circle, summary: &SessionSummary) -> Vec<AnyView> {
    let names = |ids: &[MemberId]| {
        let name = |id: &MemberId| circle.name_of(id).map(str::to_owned);
        list(&ids.iter().filter_map(name).collect::<Vec<_>>())
    };
    let titles = |ids: &[AgendaId]| {
        ids.iter().filter_map(|id| circle.agenda.get(id).map(|item| item.title.clone())).collect::<Vec<_>>()
    };
    let (spent, allowed) = (minutes_of(summary.clock.spent()), minutes_of(summary.clock.allowed()));
    let is_over = summary.ended_at.is_some();
    let spent = if is_over { words::took(spent, allowed) } else { words::spent_of(spent, allowed) };
    let lines = [
        (if is_over { words::TOOK } else { words::SO_LONG }, vec![spent]),
        (words::THERE, vec![names(&summary.here)]),
        (words::NOT_THERE, vec![names(&summary.away)]),
        (words::HOT_SEAT, vec![names(&summary.hot_seat)]),
        (words::FINISHED, titles(&summary.done)),
        (words::CARRIED, titles(&summary.carried)),
    ];
    let mut views: Vec<AnyView> = lines.into_iter().filter_map(|(label, lines)| part(label, lines)).collect();
    views.extend(promises(circle, &summary.commitments));
    views
}

/// A term and what is said of it; nothing where nothing is.
fn part(label: &'static str, lines: Vec<String>) -> Option<AnyView> {
    let lines: Vec<_> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    let line = |line: String| view! { <dd dir="auto">{line}</dd> };
    (!lines.is_empty())
        .then(|| view! { <div><dt>{label}</dt>{lines.into_iter().map(line).collect_view()}</div> }.into_any())
}

/// Who promised what while it ran.
fn promises(circle: &Circle, ids: &[CommitmentId]) -> Option<AnyView> {
    let line = |id: &CommitmentId| {
        let commitment = circle.commitments.get(id)?;
        let person = Person::of(circle, &commitment.owner)?;
        Some(view! { <dd><Who person />" "<span dir="auto">{commitment.text.clone()}</span></dd> })
    };
    let lines: Vec<_> = ids.iter().filter_map(line).collect();
    (!lines.is_empty())
        .then(|| view! { <div class="came__promises"><dt>{words::COMMITMENTS}</dt>{lines}</div> }.into_any())
}
