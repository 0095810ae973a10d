//! One commitment in a list.

use super::words;
use crate::domain::{BoardMark, Commitment, CommitmentId, Cycle, Outcome};
use crate::state::Memo;
use crate::ui::components::{Glyph, Icon, live};
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

/// A row with a tick and, where `on_options` is given, a way to everything else.
#[component]
pub fn CommitmentRow(
    #[prop(into)] data: Memo<RowData>,
    /// Toggles kept; rows of others have none.
    #[prop(optional)]
    on_tick: Option<Callback<CommitmentId>>,
    #[prop(optional)] on_options: Option<Callback<CommitmentId>>,
    /// Opens what can be said to somebody else's.
    #[prop(optional)]
    on_reply: Option<Callback<CommitmentId>>,
) -> impl IntoView {
    let tag = move || {
        data.with(|data| {
            data.tag.clone().map(|(kind, words)| view! { <span class="tag" data-kind=kind>{words}</span> })
        })
    };
    let options = on_options.map(|on_options| round(data, on_options, Glyph::More, words::options));
    let reply = on_reply.map(|on_reply| round(data, on_reply, Glyph::Feedback, reply_words::reply_to));
    view! {
        <li class="commitment" data-state=move || data.with(|data| data.state)>
            {tick(data, on_tick)}
            <div class="commitment__body">
                <p class="commitment__text" dir="auto">{live(move || data.with(|data| data.text.clone()))}</p>
                <p class="commitment__detail" dir="auto">{live(move || data.with(|data| data.detail.clone()))}</p>
                <p class="commitment__said" dir="auto">{live(move || data.with(|data| data.said.clone()))}</p>
            </div>
            {live(tag)}
            {options}
            {reply}
        </li>
    }
}

/// A round button that opens something about the commitment; `label` makes its name of the promise.
fn round(data: Memo<RowData>, on_click: Callback<CommitmentId>, glyph: Glyph, label: fn(&str) -> String) -> AnyView {
    view! {
        <button
            type="button"
            class="btn-round"
            aria-label=move || data.with(|data| label(&data.text))
            on:click=move |_| on_click.run(data.with_untracked(|data| data.id.clone()))
        >
            <Icon glyph />
        </button>
    }
    .into_any()
}

/// The tick, which those without `on_tick` cannot set.
fn tick(data: Memo<RowData>, on_tick: Option<Callback<CommitmentId>>) -> AnyView {
    let is_kept = Memo::new(move |_| data.with(|data| data.is_kept));
    let mark = move || is_kept.get().then(|| view! { <Icon glyph=Glyph::Check /> });
    let Some(on_tick) = on_tick else {
        return view! { <span class="tick" data-state="still" aria-hidden="true">{live(mark)}</span> }.into_any();
    };
    view! {
        <button
            type="button"
            class="tick"
            aria-pressed=move || is_kept.get().to_string()
            aria-label=move || data.with(|data| words::tick(&data.text))
            on:click=move |_| on_tick.run(data.with_untracked(|data| data.id.clone()))
        >
            {live(mark)}
        </button>
    }
    .into_any()
}
