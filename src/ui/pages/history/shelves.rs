//! The ways to what was: the boards, then digests, sessions and decisions, the newest first.

use super::words;
use crate::domain::{Circle, Cycle, Decision, newest_decisions};
use crate::state::{App, Memo};
use crate::ui::components::{Earlier, Row, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::shared::digest::week_name;
use crate::ui::text;
use leptos::prelude::*;

/// How many lines of a kind are drawn until somebody asks for the earlier ones: a circle has hundreds after two years.
const IN_SIGHT: usize = 10;

/// All of them.
#[component]
pub fn Shelves() -> AnyView {
    let app = app();
    let list = move |found: fn(&Circle) -> Vec<HistoryLine>| Memo::new(move |_| app.circle().with(found));
    let row = |page: Page, note: &'static str| {
        view! { <Row href=page.href() title=page.label().to_owned() note=note.to_owned() glyph=page.glyph() /> }
    };
    let decisions = Memo::new(move |_| app.circle().with(|circle| decisions(app, circle)));
    view! {
        <div class="pane">
            <nav class="card" aria-label=words::AT_A_GLANCE>
                <ul class="row-list">{row(Page::Board, words::BOARD)} {row(Page::Insights, words::INSIGHTS)} {row(Page::Journal, words::JOURNAL)}</ul>
            </nav>
            <Lines id="digests" title=words::DIGESTS empty=words::DIGESTS_EMPTY all=(Page::Digest, words::DIGEST_NOW) lines=list(digests) />
            <Lines id="sessions" title=words::SESSIONS empty=words::SESSIONS_EMPTY all=(Page::Session, words::SESSION_NOW) lines=list(sessions) />
        </div>
        <div class="pane">
            <section class="card" aria-labelledby="decisions">
                <header class="card__head"><h2 id="decisions">{words::DECISIONS}</h2></header>
                <Shown lines=decisions empty=words::DECISIONS_EMPTY />
            </section>
        </div>
    }
    .into_any()
}

/// Something that was.
#[derive(Clone, PartialEq, Eq, Debug)]
struct HistoryLine {
    title: String,
    note: String,
    href: String,
}

fn digests(circle: &Circle) -> Vec<HistoryLine> {
    let line = |cycle: &Cycle| HistoryLine {
        title: week_name(*cycle),
        note: season_week(circle, *cycle),
        href: Page::Digest.of_week(*cycle),
    };
    circle.digests.keys().rev().map(line).collect()
}

fn sessions(circle: &Circle) -> Vec<HistoryLine> {
    let over = circle.sessions.values().rev().filter(|session| session.is_over());
    over.map(|session| HistoryLine {
        title: week_name(session.cycle),
        note: season_week(circle, session.cycle),
        href: Page::Session.of_week(session.cycle),
    })
    .collect()
}

fn decisions(app: App, circle: &Circle) -> Vec<HistoryLine> {
    let today = app.today();
    let line = |decision: &Decision| HistoryLine {
        title: decision.text.clone(),
        note: text::time::dated(app.day_of(decision.decided_at), today),
        href: Page::Session.of_week(decision.cycle),
    };
    newest_decisions(circle).into_iter().map(line).collect()
}

fn season_week(circle: &Circle, cycle: Cycle) -> String {
    circle.season_at(cycle).map(|(_, week)| text::week::season(week)).unwrap_or_default()
}

#[component]
fn Lines(
    id: &'static str,
    title: &'static str,
    empty: &'static str,
    all: (Page, &'static str),
    lines: Memo<Vec<HistoryLine>>,
) -> impl IntoView {
    view! {
        <section class="card" aria-labelledby=id>
            <header class="card__head"><h2 id=id>{title}</h2></header>
            <Shown lines empty />
            <div class="row"><a class="btn" data-kind="small" href=all.0.href()>{all.1}</a></div>
        </section>
    }
}

/// The newest lines, and those before them where somebody asks for them.
#[component]
fn Shown(lines: Memo<Vec<HistoryLine>>, empty: &'static str) -> AnyView {
    let recent = move || match lines.with(|lines| list(lines.iter().take(IN_SIGHT))) {
        Some(list) => list,
        None => view! { <p class="quiet">{empty}</p> }.into_any(),
    };
    let earlier = move || lines.with(|lines| list(lines.iter().skip(IN_SIGHT)));
    view! {
        {live(recent)}
        <When is=move || lines.with(|lines| lines.len() > IN_SIGHT)>
            <Earlier label=words::EARLIER>{live(earlier)}</Earlier>
        </When>
    }
    .into_any()
}

fn list<'a>(lines: impl Iterator<Item = &'a HistoryLine>) -> Option<AnyView> {
    let row =
        |line: &HistoryLine| view! { <Row href=line.href.clone() title=line.title.clone() note=line.note.clone() /> };
    let rows = lines.map(row).collect::<Vec<_>>();
    (!rows.is_empty()).then(|| view! { <ul class="row-list">{rows}</ul> }.into_any())
}
