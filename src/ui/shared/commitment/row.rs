//! One commitment in a list.

use super::words;
use crate::domain::{BoardMark, Commitment, CommitmentId, Cycle, Outcome};
use crate::state::Memo;
use crate::ui::components::{Each, Glyph, Icon, live_row};
use crate::ui::shared::reply::words as reply_words;
use leptos::prelude::*;

/// What a row shows.
#[derive(Clone, PartialEq, Debug)]
pub struct RowData {
    /// Which commitment.
    pub id: CommitmentId,
    /// What was committed to.
    pub text: String,
    /// Plan and goal, in a line.
    pub detail: String,
    /// Who helps, and what others said to it.
    pub said: String,
    /// A word beside it: how often carried, or its outcome.
    pub tag: Option<(&'static str, String)>,
    /// `kept`, `open` and so on, for the style.
    pub state: &'static str,
    /// Whether it is kept.
    pub is_kept: bool,
}

impl RowData {
    /// `commitment` as it looks in `cycle`, serving the goal called `goal`.
    pub fn of(commitment: &Commitment, cycle: Cycle, goal: Option<&str>) -> Self {
        let mark = BoardMark::of(commitment, cycle);
        let parts = [
            words::plan(&commitment.cue, &commitment.action),
            goal.map(words::for_goal),
            commitment.eased.values().next().filter(|_| mark != BoardMark::Carried).map(|before| words::eased(before)),
            Some(commitment.note.clone()).filter(|note| !note.is_empty()),
            commitment.carried.get(&cycle).cloned(),
        ];
        let times = commitment.carried.len();
        let tag = match mark {
            BoardMark::Carried => Some(("carried", words::CARRY.to_owned())),
            BoardMark::Ended(Outcome::Kept) => None,
            BoardMark::Ended(outcome) => Some(("outcome", words::outcome(outcome).to_owned())),
            BoardMark::Open if times >= 3 => Some(("carried", words::SESSION.to_owned())),
            BoardMark::Open if times > 0 => Some(("carried", words::carried(times))),
            BoardMark::Open => None,
        };
        Self {
            id: commitment.id.clone(),
            text: commitment.text.clone(),
            detail: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            said: String::new(),
            tag,
            state: mark.key(),
            is_kept: mark == BoardMark::Ended(Outcome::Kept),
        }
    }
}

/// What can be done about the commitments of a list.
#[derive(Clone, Copy, Default)]
pub struct RowActs {
    /// Toggles kept; rows of others have none.
    pub on_tick: Option<Callback<CommitmentId>>,
    /// Opens everything else.
    pub on_options: Option<Callback<CommitmentId>>,
    /// Opens what can be said to somebody else's.
    pub on_reply: Option<Callback<CommitmentId>>,
}

/// A row for each of `list`, which is drawn again when its commitment has changed.
pub fn commitment_rows(list: Memo<Vec<RowData>>, acts: RowActs) -> AnyView {
    let row = live_row(move |data| commitment_row(data, acts));
    view! { <Each items=list key=|row: &RowData| row.id.to_string() row /> }.into_any()
}

/// A commitment, and the ways to what can be done about it.
pub fn commitment_row(data: &RowData, acts: RowActs) -> AnyView {
    let tag = data.tag.clone().map(|(kind, words)| view! { <span class="tag" data-kind=kind>{words}</span> });
    let round = |on_click: Callback<CommitmentId>, glyph: Glyph, label: fn(&str) -> String| {
        let id = data.id.clone();
        view! {
            <button type="button" class="btn-round" aria-label=label(&data.text) on:click=move |_| on_click.run(id.clone())>
                <Icon glyph />
            </button>
        }
        .into_any()
    };
    view! {
        <li class="commitment" data-state=data.state>
            {tick(data, acts.on_tick)}
            <div class="commitment__body">
                <p class="commitment__text" dir="auto">{data.text.clone()}</p>
                <p class="commitment__detail" dir="auto">{data.detail.clone()}</p>
                <p class="commitment__said" dir="auto">{data.said.clone()}</p>
            </div>
            {tag}
            {acts.on_options.map(|on_options| round(on_options, Glyph::More, words::options))}
            {acts.on_reply.map(|on_reply| round(on_reply, Glyph::Feedback, reply_words::reply_to))}
        </li>
    }
    .into_any()
}

/// The tick, which those without `on_tick` cannot set.
fn tick(data: &RowData, on_tick: Option<Callback<CommitmentId>>) -> AnyView {
    let mark = data.is_kept.then(|| view! { <Icon glyph=Glyph::Check /> });
    let Some(on_tick) = on_tick else {
        return view! { <span class="tick" data-state="still" aria-hidden="true">{mark}</span> }.into_any();
    };
    let id = data.id.clone();
    view! {
        <button
            type="button"
            class="tick"
            aria-pressed=data.is_kept.to_string()
            aria-label=words::tick(&data.text)
            on:click=move |_| on_tick.run(id.clone())
        >
            {mark}
        </button>
    }
    .into_any()
}
