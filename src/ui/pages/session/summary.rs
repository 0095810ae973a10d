//! What a session came to.

use super::clock::minutes_of;
use super::people::{Person, Who};
use super::run::Run;
use super::words;
use crate::domain::{
    AgendaId, Circle, CommitmentId, Day, Decision, DecisionId, MemberId, SessionSummary, Step, decisions_of,
    session_summary,
};
use crate::state::Memo;
use crate::ui::components::{For, Glyph, Icon, When, live};
use crate::ui::markup::view;
use crate::ui::text::{list, time};
use leptos::prelude::*;

/// One decision as a line.
#[derive(Clone, PartialEq, Debug)]
struct DecisionLine {
    id: DecisionId,
    text: String,
    detail: String,
}

impl DecisionLine {
    fn of(circle: &Circle, decision: &Decision, today: Day) -> Self {
        let owner = decision.owner.as_ref().and_then(|owner| circle.name_of(owner));
        let day = decision.review_on.map(|day| time::dated(day, today));
        let detail = words::decision_detail(owner, day.as_deref());
        Self { id: decision.id.clone(), text: decision.text.clone(), detail }
    }
}

/// What was decided, oldest first; says so where nothing was.
#[component]
pub fn Decided(run: Run) -> impl IntoView {
    let lines = Memo::new(move |_| {
        let today = run.app.today();
        run.app.circle().with(|circle| {
            let all = decisions_of(circle, run.cycle);
            all.into_iter().map(|decision| DecisionLine::of(circle, decision, today)).collect::<Vec<_>>()
        })
    });
    let row = move |first: DecisionLine| {
        let id = first.id.clone();
        let line = Memo::new(move |_| {
            lines.with(|lines| lines.iter().find(|line| line.id == id).cloned()).unwrap_or_else(|| first.clone())
        });
        let choose = move |_| run.chosen.decision.set(Some(line.with_untracked(|line| line.id.clone())));
        view! {
            <li>
                <p dir="auto">{live(move || line.with(|line| line.text.clone()))}</p>
                <p class="quiet"><bdi>{live(move || line.with(|line| line.detail.clone()))}</bdi></p>
                <button
                    type="button"
                    class="btn-round"
                    aria-label=move || line.with(|line| words::options(&line.text))
                    on:click=choose
                >
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
            <ul class="session-decided"><For each=move || lines.get() key=|line| line.id.clone() children=row /></ul>
        </When>
    }
}

/// What came of a session, in words.
#[derive(Clone, PartialEq, Debug)]
struct Came {
    /// Terms, and what is said of each.
    parts: Vec<(&'static str, Vec<String>)>,
    /// Who committed to what while it ran.
    commitments: Vec<(Person, String)>,
    /// Minutes of each step.
    steps: Vec<(Step, String)>,
}

impl Came {
    fn of(circle: &Circle, summary: &SessionSummary) -> Self {
        let line = |id: &CommitmentId| {
            let commitment = circle.commitments.get(id)?;
            Some((Person::known(circle, &commitment.owner)?, commitment.text.clone()))
        };
        let minutes = |step: Step| {
            let time = summary.clock.steps[step as usize];
            (step, words::spent_of(minutes_of(time.spent), minutes_of(time.allowed)))
        };
        Self {
            parts: parts(circle, summary),
            commitments: summary.commitments.iter().filter_map(line).collect(),
            steps: Step::ALL.map(minutes).into(),
        }
    }
}

/// Length, people, hot seat, commitments and what goes on. Decisions have their own place beside it.
#[component]
pub fn Summary(run: Run) -> impl IntoView {
    let came = Memo::new(move |_| {
        let now = run.app.now().get();
        run.session.track();
        run.app
            .circle()
            .with(|circle| session_summary(circle, now, run.cycle).map(|summary| Came::of(circle, &summary)))
    });
    // Apart, since minutes pass: what was unfolded stays so.
    let steps = Memo::new(move |_| came.with(|came| came.as_ref().map(|came| came.steps.clone()).unwrap_or_default()));
    let row =
        |(step, minutes): (Step, String)| view! { <tr><th scope="row">{words::step(step)}</th><td>{minutes}</td></tr> };
    view! {
        <dl class="session-came">
            {live(move || came.get().map(|came| came.parts.into_iter().map(part).collect_view()))}
            {live(move || came.get().map(|came| committed(came.commitments)))}
        </dl>
        <When is=move || !steps.with(Vec::is_empty)>
            <details class="card-earlier">
                <summary>{words::BY_STEP}</summary>
                <table class="session-by-step"><tbody>{live(move || steps.get().into_iter().map(row).collect_view())}</tbody></table>
            </details>
        </When>
    }
}

/// What is said under each term; only where something is.
fn parts(circle: &Circle, summary: &SessionSummary) -> Vec<(&'static str, Vec<String>)> {
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
    let said = lines
        .into_iter()
        .map(|(label, lines)| (label, lines.into_iter().filter(|line: &String| !line.is_empty()).collect::<Vec<_>>()));
    said.filter(|(_, lines)| !lines.is_empty()).collect()
}

/// A term and what is said of it.
fn part((label, lines): (&'static str, Vec<String>)) -> impl IntoView {
    let line = |line: String| view! { <dd dir="auto">{line}</dd> };
    view! { <div><dt>{label}</dt>{lines.into_iter().map(line).collect_view()}</div> }
}

/// Who committed to what; nothing where nobody did.
fn committed(commitments: Vec<(Person, String)>) -> Option<impl IntoView> {
    let line = |(person, text): (Person, String)| {
        view! { <dd><Who person=Memo::stored(person) />" "<span dir="auto">{text}</span></dd> }
    };
    (!commitments.is_empty()).then(|| {
        let lines = commitments.into_iter().map(line).collect_view();
        view! { <div class="session-came__commitments"><dt>{words::COMMITMENTS}</dt>{lines}</div> }
    })
}
