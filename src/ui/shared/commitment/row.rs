//! One commitment in a list.

use super::words;
use crate::domain::{BoardMark, Commitment, CommitmentId, Cycle, Outcome};
use crate::state::Memo;
use crate::ui::components::{Each, Glyph, Icon, live};
use crate::ui::markup::view;
use crate::ui::shared::reply::words as reply_words;
use leptos::prelude::*;

/// What a row shows.
#[derive(Clone, PartialEq, Debug)]
pub struct RowData {
    /// Which commitment.
    pub id: CommitmentId,
    /// What it says.
    pub words: RowWords,
    /// `kept`, `open` and so on, for the style.
    pub state: &'static str,
    /// Whether it is kept.
    pub is_kept: bool,
}

/// What a row says.
#[derive(Clone, PartialEq, Debug)]
pub struct RowWords {
    /// What was committed to.
    pub text: String,
    /// Plan and goal, in a line.
    pub detail: String,
    /// Who helps, and what others said to it.
    pub replies: String,
    /// A word beside it: how often carried, or its outcome.
    pub tag: Option<(&'static str, String)>,
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
            words: RowWords {
                text: commitment.text.clone(),
                detail: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
                replies: String::new(),
                tag,
            },
            state: mark.key(),
            is_kept: mark == BoardMark::Ended(Outcome::Kept),
        }
    }
}

/// What can be done about the commitments of a list.
#[derive(Clone, Copy, Default)]
pub struct RowActs {
    /// Toggles kept.
    pub on_tick: Option<Callback<CommitmentId>>,
    /// Opens everything else.
    pub on_options: Option<Callback<CommitmentId>>,
}

/// A row for each of `list`.
pub fn commitment_rows(list: Memo<Vec<RowData>>, acts: RowActs) -> AnyView {
    let row = move |data| followed_row(data, acts);
    view! { <Each items=list key=|row: &RowData| row.id.to_string() row /> }.into_any()
}

/// A commitment with the ways to what can be done about it. A tick changes its state alone: what it says is not drawn
/// again.
pub fn followed_row(data: Memo<RowData>, acts: RowActs) -> AnyView {
    let said = Memo::new(move |_| data.with(|data| data.words.clone()));
    let still = move || live(move || still(data.with(|data| data.is_kept)));
    let options = move |on_options| {
        let id = data.with_untracked(|data| data.id.clone());
        live(move || said.with(|said| round(&id, said, (on_options, Glyph::More, words::options))))
    };
    view! {
        <li class="commitment" data-state=move || data.with(|data| data.state)>
            {acts.on_tick.map_or_else(still, |on_tick| tick(data, on_tick))}
            {live(move || said.with(words_of))}
            {acts.on_options.map(options)}
        </li>
    }
    .into_any()
}

/// Somebody else's commitment, or one of the past; where `on_reply` is given, with the way to say something to it. It is
/// as it was when it was drawn.
pub fn commitment_row(data: &RowData, on_reply: Option<Callback<CommitmentId>>) -> AnyView {
    let RowData { id, words, state, is_kept } = data;
    let reply = on_reply.map(|on_reply| round(id, words, (on_reply, Glyph::Feedback, reply_words::reply_to)));
    view! { <li class="commitment" data-state=*state>{still(*is_kept)} {words_of(words)} {reply}</li> }.into_any()
}

fn words_of(RowWords { text, detail, replies, tag }: &RowWords) -> AnyView {
    let tag = tag.clone().map(|(kind, words)| view! { <span class="tag" data-kind=kind>{words}</span> });
    view! {
        <div class="commitment__body">
            <p class="commitment__text" dir="auto">{text.clone()}</p>
            <p class="commitment__detail" dir="auto">{detail.clone()}</p>
            <p class="commitment__said" dir="auto">{replies.clone()}</p>
        </div>
        {tag}
    }
    .into_any()
}

/// What a round button does, how it looks, and its name, made of the promise.
type Round = (Callback<CommitmentId>, Glyph, fn(&str) -> String);

/// A round button that opens something about the commitment.
fn round(id: &CommitmentId, words: &RowWords, (on_click, glyph, label): Round) -> AnyView {
    let id = id.clone();
    view! {
        <button type="button" class="btn-round" aria-label=label(&words.text) on:click=move |_| on_click.run(id.clone())>
            <Icon glyph />
        </button>
    }
    .into_any()
}

/// Whether it is kept, where that cannot be set.
fn still(is_kept: bool) -> AnyView {
    let mark = is_kept.then(|| view! { <Icon glyph=Glyph::Check /> });
    view! { <span class="tick" data-state="still" aria-hidden="true">{mark}</span> }.into_any()
}

/// The same, to be set.
fn tick(data: Memo<RowData>, on_tick: Callback<CommitmentId>) -> AnyView {
    let is_kept = Memo::new(move |_| data.with(|data| data.is_kept));
    let mark = move || is_kept.get().then(|| view! { <Icon glyph=Glyph::Check /> });
    view! {
        <button
            type="button"
            class="tick"
            aria-pressed=move || is_kept.get().to_string()
            aria-label=move || data.with(|data| words::tick(&data.words.text))
            on:click=move |_| on_tick.run(data.with_untracked(|data| data.id.clone()))
        >
            {live(mark)}
        </button>
    }
    .into_any()
}
