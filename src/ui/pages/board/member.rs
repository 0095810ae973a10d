//! One member's week on the board.

use super::data::MemberRow;
use super::words;
use crate::domain::CheckIn;
use crate::state::Memo;
use crate::ui::components::{Each, Face, Given, When, live};
use crate::ui::shared::check_in::{StateTag, said, words as check_in};
use crate::ui::shared::commitment::{CommitmentRow, RowData};
use crate::ui::text::week;
use leptos::prelude::*;

/// Name, check-in and commitments; what they said opens.
#[component]
pub fn MemberCard(row: Memo<MemberRow>) -> AnyView {
    let initials = Memo::new(move |_| row.with(|row| row.person.initials.clone()));
    let seat = Memo::new(move |_| row.with(|row| row.person.seat));
    let state = Memo::new(move |_| row.with(|row| row.check_in));
    let rows = Memo::new(move |_| row.with(|row| row.rows.clone()));
    let check_in = Memo::new(move |_| row.with(|row| row.said.clone()));
    let is_alone = row.with_untracked(|row| row.is_alone);
    let heading = row.with_untracked(|row| format!("board-{}", row.person.id));
    let commitment = |data: Memo<RowData>| view! { <CommitmentRow data /> }.into_any();
    let more = move |check_in: Memo<CheckIn>| {
        view! {
            <details class="board-said" open=is_alone>
                <summary>{words::SAID}</summary>
                {live(move || check_in.with(words_of))}
            </details>
        }
        .into_any()
    };
    view! {
        <li class="card board-row">
            <header class="board-row__head">
                <Face initials seat />
                <h2 id=heading.clone()>
                    <a href=move || row.with(|row| row.alone.clone())>
                        <bdi>{live(move || row.with(|row| row.person.name.clone()))}</bdi>
                    </a>
                </h2>
                <span class="board-row__tally">{live(move || week::kept(row.with(|row| row.tally)))}</span>
                <StateTag state />
            </header>
            <When is=move || !rows.with(Vec::is_empty)>
                <ul class="commitment-list" aria-labelledby=heading.clone()>
                    <Each items=rows key=|row: &RowData| row.id.to_string() row=commitment />
                </ul>
            </When>
            <Given value=check_in view=more />
        </li>
    }
    .into_any()
}

fn words_of(check_in: &CheckIn) -> AnyView {
    let confidence = check_in.confidence.map(words::confidence).unwrap_or_default();
    let lines = [
        (check_in::WIN, check_in.win.as_str()),
        (check_in::BLOCKER, &check_in.blocker),
        (check_in::ASKS, &check_in.ask),
        (words::CONFIDENCE, &confidence),
    ];
    if lines.iter().all(|(_, text)| text.is_empty()) {
        return view! { <p class="quiet">{words::SAID_NOTHING}</p> }.into_any();
    }
    said(&lines)
}
