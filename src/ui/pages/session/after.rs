//! A session that is over: what it came to, and where that goes.

use super::head::{Place, Weeks};
use super::notes::SessionNotes;
use super::run::Run;
use super::steps::{DecidedCard, SummaryForm};
use super::summary::Summary;
use super::words;
use crate::domain::SessionAct;
use crate::platform::{self, DateStyle};
use crate::state::{Memo, RwSignal};
use crate::ui::components::{Glyph, Heading, Icon, When, live};
use crate::ui::markup::view;
use crate::ui::routes::Page;
use leptos::prelude::*;

/// The page of it.
#[component]
pub fn After(run: Run) -> impl IntoView {
    let weekday = run.weekday();
    let heading = move || weekday.with(|weekday| words::over_heading(weekday.as_deref()));
    let reopen = move |_| run.tell(SessionAct::Reopen, words::REOPENED);
    view! {
        <div class="page two-panes session" data-phase="after">
            <header class="head">
                <Place run />
                <Heading text=heading />
                <p><bdi>{live(move || began(run))}</bdi></p>
                <div class="row">
                    <a class="btn" data-kind="main" href=Page::Digest.of_week(run.cycle)>
                        <Icon glyph=Glyph::Digest />
                        {words::TO_DIGEST}
                    </a>
                    <button type="button" class="btn" on:click=reopen>{words::REOPEN}</button>
                </div>
            </header>
            <div class="pane">
                <Kept run />
                <section class="card stack" aria-labelledby="came">
                    <header class="card__head"><h2 id="came">{words::CAME}</h2></header>
                    <Summary run />
                </section>
            </div>
            <div class="pane">
                <DecidedCard run />
                <SessionNotes run />
            </div>
            <Weeks run />
        </div>
    }
}

/// When it began, and who started it.
fn began(run: Run) -> Option<String> {
    run.session.with(|session| {
        let at = session.started_at?;
        let name = session.started_by.as_ref().map(|by| run.name(by)).filter(|name| !name.is_empty());
        let day = platform::instant_text(at, DateStyle::WeekdayDayMonth, None);
        Some(words::began(&day, &platform::instant_text(at, DateStyle::Time, None), name.as_deref()))
    })
}

/// The summary as it stands; the form for it on demand, or at once where there is none.
#[component]
fn Kept(run: Run) -> impl IntoView {
    let is_editing = RwSignal::new(false);
    let summary = Memo::new(move |_| run.session.with(|session| session.summary.clone()));
    let shows_form =
        Memo::new(move |_| is_editing.get() || summary.with(String::is_empty) || run.pad.summary.is_unsaved());
    let on_saved = Callback::new(move |()| {
        is_editing.set(false);
        platform::focus_near("kept");
    });
    view! {
        <When is=move || shows_form.get() otherwise=move || view! { <KeptText summary is_editing /> }>
            // Who is in it, stays in it: also while what is typed happens to read as what is saved.
            <div on:focusin=move |_| is_editing.set(true)>
                <SummaryForm run on_saved />
            </div>
        </When>
    }
}

#[component]
fn KeptText(summary: Memo<String>, is_editing: RwSignal<bool>) -> impl IntoView {
    let edit = move |_| {
        is_editing.set(true);
        platform::focus_near("session-summary");
    };
    view! {
        <section class="card session-kept-words" aria-labelledby="kept">
            <header class="card__head"><h2 id="kept" tabindex="-1">{words::KEPT}</h2></header>
            <p class="session-kept-words__text" dir="auto">{summary}</p>
            <div class="row">
                <button type="button" class="btn" data-kind="small" on:click=edit>
                    {words::SUMMARY_EDIT}
                </button>
            </div>
        </section>
    }
}
