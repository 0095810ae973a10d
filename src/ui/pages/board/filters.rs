//! What of the board is shown. Each choice is an address, so that Back takes it back.

use super::data::BoardData;
use super::words;
use crate::domain::BoardFilter;
use crate::state::Memo;
use crate::ui::components::{Each, When, live_row};
use crate::ui::markup::view;
use leptos::prelude::*;

/// Something to choose.
#[derive(Clone, PartialEq, Debug)]
struct ChipData {
    key: String,
    label: String,
    count: Option<usize>,
    href: String,
    is_chosen: bool,
}

impl ChipData {
    fn key(&self) -> String {
        self.key.clone()
    }
}

/// A chip for each choice of one kind, and one for all of them.
fn chips<T: PartialEq + Clone>(
    board: &BoardData,
    all: &str,
    choices: impl Iterator<Item = (T, String, String, usize)>,
    chosen: fn(&mut BoardFilter) -> &mut Option<T>,
) -> Vec<ChipData> {
    let mut now = board.filter.clone();
    let now = chosen(&mut now).clone();
    let to = |choice: Option<T>| {
        let mut filter = board.filter.clone();
        *chosen(&mut filter) = choice;
        board.with(&filter)
    };
    let every =
        ChipData { key: String::new(), label: all.to_owned(), count: None, href: to(None), is_chosen: now.is_none() };
    let chip = |(choice, key, label, count): (T, String, String, usize)| ChipData {
        key,
        label,
        count: Some(count),
        is_chosen: now.as_ref() == Some(&choice),
        href: to(Some(choice)),
    };
    std::iter::once(every).chain(choices.map(chip)).collect()
}

fn marks(board: &BoardData) -> Vec<ChipData> {
    let choices = board.marks.iter().map(|(mark, n)| (*mark, mark.key().to_owned(), words::mark(*mark).to_owned(), *n));
    chips(board, words::ALL_MARKS, choices, |filter| &mut filter.mark)
}

fn members(board: &BoardData) -> Vec<ChipData> {
    let choices = board.members.iter().map(|((id, name), n)| (id.clone(), id.to_string(), name.clone(), *n));
    chips(board, words::ALL_MEMBERS, choices, |filter| &mut filter.member)
}

fn goals(board: &BoardData) -> Vec<ChipData> {
    let choices = board.goals.iter().map(|((id, title), n)| (id.clone(), id.to_string(), title.clone(), *n));
    chips(board, words::ALL_GOALS, choices, |filter| &mut filter.goal)
}

/// Outcomes, members and, to be opened, goals.
#[component]
pub fn Filters(board: Memo<BoardData>) -> AnyView {
    let list = move |of: fn(&BoardData) -> Vec<ChipData>| Memo::new(move |_| board.with(of));
    let goal_chips = list(goals);
    let has_goals = Memo::new(move |_| goal_chips.with(|chips| chips.len() > 1));
    let is_by_goal = board.with_untracked(|board| board.filter.goal.is_some());
    view! {
        <div class="board-filters">
            <Chips label=words::BY_MARK chips=list(marks) />
            <Chips label=words::BY_MEMBER chips=list(members) />
            <When is=has_goals>
                <details class="board-goals" open=is_by_goal>
                    <summary>{words::BY_GOAL}</summary>
                    <Chips label=words::BY_GOAL chips=goal_chips />
                </details>
            </When>
        </div>
    }
    .into_any()
}

#[component]
fn Chips(label: &'static str, chips: Memo<Vec<ChipData>>) -> AnyView {
    view! {
        <nav aria-label=label>
            <ul class="chip-list"><Each items=chips key=ChipData::key row=live_row(chip) /></ul>
        </nav>
    }
    .into_any()
}

fn chip(ChipData { label, count, href, is_chosen, .. }: &ChipData) -> AnyView {
    view! {
        <li>
            <a class="chip" href=href.clone() aria-current=is_chosen.then_some("true") data-noscroll="">
                <bdi>{label.clone()}</bdi>
                {count.map(|n| view! { <small>{n}</small> })}
            </a>
        </li>
    }
    .into_any()
}
