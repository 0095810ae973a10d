//! One member's week on the board.

use super::data::MemberRow;
use super::words;
use crate::domain::CheckIn;
use crate::state::Memo;
use crate::ui::components::{Given, face, live};
use crate::ui::markup::view;
use crate::ui::shared::check_in::{said, state_tag, words as check_in};
use crate::ui::shared::commitment::commitment_row;
use crate::ui::text::week;
use leptos::prelude::*;

/// Name, check-in and commitments; what they said opens.
#[component]
pub fn MemberCard(row: Memo<MemberRow>) -> AnyView {
    let check_in = Memo::new(move |_| row.with(|row| row.said.clone()));
    let is_alone = row.with_untracked(|row| row.is_alone);
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
            {live(move || row.with(week_of))}
            <Given value=check_in view=more />
        </li>
    }
    .into_any()
}

/// Who it is, how they stand, what they promised.
fn week_of(row: &MemberRow) -> AnyView {
    let heading = format!("board-{}", row.person.id);
    let promised = (!row.rows.is_empty()).then(|| {
        let rows: Vec<_> = row.rows.iter().map(|row| commitment_row(row, None)).collect();
        view! { <ul class="commitment-list" aria-labelledby=heading.clone()>{rows}</ul> }
    });
    view! {
        <header class="board-row__head">
            {face(&row.person.initials, row.person.seat)}
            <h2 id=heading.clone()><a href=row.alone.clone()><bdi>{row.person.name.clone()}</bdi></a></h2>
            <span class="board-row__tally">{week::kept(row.tally)}</span>
            {state_tag(row.check_in)}
        </header>
        {promised}
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
