//! The digest while it is written: drafted from the check-ins, changed by hand, kept as it is typed.

use super::reader::{Byline, shown};
use super::typed::DigestText;
use super::words;
use crate::domain::{CheckInCount, Circle, Cycle, DigestDraft, Field as Which, Present, Turn, digest, draft_digest};
use crate::platform::{self, DateStyle};
use crate::state::Memo;
use crate::state::{App, Effect};
use crate::ui::components::{Elsewhere, Form, Given, Problem, SendBy, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::role::turns::{Turns, role_name, turns};
use crate::ui::text::WHATSAPP;
use crate::ui::text::time;
use leptos::html::H3;
use leptos::prelude::*;
use std::sync::Arc;

/// The app's draft of `cycle`, and how many checked in.
fn drafted(app: App, turns: Memo<Turns>, cycle: Cycle) -> (DigestDraft, String) {
    app.circle().with(|circle| turns.with(|rota| written(app.present(circle), rota, cycle)))
}

fn written(present: Present<'_>, rota: &Turns, cycle: Cycle) -> (DigestDraft, String) {
    let draft = draft_digest(present, cycle);
    let next = outlook(present.circle, rota, &draft);
    let text = words::draft(&draft, &super::week_name(cycle), &next, WHATSAPP);
    (draft, text)
}

/// The week as a text for the circle's chat: what the digest is drafted from.
pub fn week_text(present: Present<'_>, rota: &Turns, cycle: Cycle) -> String {
    written(present, rota, cycle).1
}

/// What `draft` says of the week after it.
fn outlook(circle: &Circle, rota: &Turns, draft: &DigestDraft) -> words::Outlook {
    let zone = &circle.rhythm.of(draft.next).zone;
    let day = platform::instant_text(draft.next_due, DateStyle::WeekdayDayMonth, Some(zone));
    let clock = platform::instant_text(draft.next_due, DateStyle::Time, Some(zone));
    let role = |turn: Turn| Some((role_name(circle, &turn.id.role), circle.name_of(turn.holder.as_ref()?)?.to_owned()));
    words::Outlook {
        monday: platform::day_text(draft.next.first_day(), DateStyle::DayMonth),
        due: words::next_due(&day, &clock, &time::city(zone)),
        roles: rota.turns(draft.next).into_iter().filter_map(role).collect(),
    }
}

/// The editor of `cycle`'s digest; `on_begun` is called when words of one's own are in it, `on_done` when it
/// was published.
#[component]
pub fn DigestEditor(
    cycle: Cycle,
    #[prop(optional)] on_begun: Option<Callback<()>>,
    #[prop(optional)] on_done: Option<Callback<()>>,
) -> impl IntoView {
    let app = app();
    let turns = turns(app);
    let draft = Memo::new(move |_| drafted(app, turns, cycle));
    let fresh = Memo::new(move |_| draft.with(|(_, text)| text.clone()));
    let digest = Memo::new(move |_| app.circle().with(|circle| shown(circle, cycle)));
    let published = Memo::new(move |_| digest.with(|digest| digest.as_ref().map(|digest| digest.text.clone())));
    let state = DigestText::of(app, cycle, fresh, published, on_begun);
    let problem = Problem::none();
    let is_published = Memo::new(move |_| published.with(Option::is_some));
    let is_changed = Memo::new(move |_| state.typed.with(Option::is_some));
    let on_submit = Callback::new(move |()| publish(app, cycle, state, problem, on_done));
    view! {
        <Form problem on_submit class="form digest-edit">
            <p class="quiet">
                <Given value=digest view=|digest| view! { <Byline digest /> }.into_any() otherwise=move || view! { {live(lead(draft))} } />
            </p>
            <Text state problem is_published />
            <Ways state is_published is_changed />
            <Elsewhere problem />
        </Form>
        <When is=move || is_published.get() && !is_changed.get() && on_done.is_none()>
            <Onward text=Memo::new(move |_| state.text()) has_focus=state.is_sent.get_untracked() />
        </When>
    }
}

/// Publish, draft again, back to what is published.
#[component]
fn Ways(state: DigestText, is_published: Memo<bool>, is_changed: Memo<bool>) -> impl IntoView {
    let app = app();
    let restore = move |_| {
        let back = state.way_back(app, state.typed.get_untracked());
        state.keep(None);
        app.say(words::RESTORED, Some(Arc::new(back)));
    };
    let renew = move |_| {
        let before = state.renew();
        app.say(words::DRAFTED, Some(Arc::new(state.way_back(app, before))));
    };
    view! {
        <div class="row">
            <When is=move || is_changed.get() || !is_published.get()>
                <button class="btn" data-kind="main">
                    {live(move || if is_published.get() { words::PUBLISH_AGAIN } else { words::PUBLISH })}
                </button>
            </When>
            <button type="button" class="btn" data-kind="small" on:click=renew>{words::DRAFT_AGAIN}</button>
            <When is=move || is_published.get() && is_changed.get()>
                <button type="button" class="btn" data-kind="quiet" on:click=restore>{words::RESTORE}</button>
            </When>
        </div>
    }
}

/// What the draft rests on.
fn lead(draft: Memo<(DigestDraft, String)>) -> impl Fn() -> String {
    move || {
        draft.with(|(draft, _)| match draft.check_in_count() {
            CheckInCount { checked_in: 0, .. } => words::NO_CHECK_IN.to_owned(),
            CheckInCount { checked_in, expected } => words::lead(checked_in, expected),
        })
    }
}

/// Publishes what stands there, with a way back to the words as they were typed.
fn publish(app: App, cycle: Cycle, state: DigestText, problem: Problem, on_done: Option<Callback<()>>) {
    problem.clear();
    let text = untrack(move || state.text());
    match app.dispatch(digest::Command::Publish { cycle, text }) {
        Ok(undo) => {
            let back = state.way_back(app, state.typed.get_untracked());
            state.keep(None);
            let take_back = move || {
                app.undo(&undo);
                back();
            };
            app.say(words::PUBLISHED, Some(Arc::new(take_back)));
            state.is_sent.set(true);
            if let Some(on_done) = on_done {
                on_done.run(());
            }
        }
        Err(refusal) => problem.show(refusal),
    }
}

const TEXT: &str = "digest-edit";

#[component]
fn Text(state: DigestText, problem: Problem, is_published: Memo<bool>) -> impl IntoView {
    let moved_on = move || if is_published.get() { words::OTHER_WORDS } else { words::MOVED_ON };
    let wrong = Memo::new(move |_| problem.at(Which::Digest));
    view! {
        <div class="field">
            <label for=TEXT>{words::TEXT}</label>
            <textarea
                id=TEXT
                rows="12"
                dir="auto"
                aria-describedby="digest-edit-hint digest-edit-problem"
                aria-invalid=move || wrong.with(Option::is_some).then_some("true")
                prop:value=move || state.text()
                on:input:target=move |event| state.write(event.target().value())
            ></textarea>
            <p class="field__hint" id="digest-edit-hint">{words::MARKS}</p>
            <When is=move || wrong.with(Option::is_some)>
                <p class="field__problem" id="digest-edit-problem">{live(move || wrong.get())}</p>
            </When>
            <When is=move || state.has_moved_on()><p class="field-lint">{live(moved_on)}</p></When>
        </div>
    }
}

/// What comes after publishing.
#[component]
fn Onward(#[prop(into)] text: Memo<String>, has_focus: bool) -> impl IntoView {
    let app = app();
    let heading = NodeRef::<H3>::new();
    Effect::new(move |_| {
        if let Some(heading) = heading.get().filter(|_| has_focus) {
            // The button that was pressed is gone, and the focus with it.
            let _ = heading.focus();
        }
    });
    view! {
        <div class="digest-onward stack">
            <h3 tabindex="-1" node_ref=heading>{words::SEND}</h3>
            <p class="quiet">{words::SENT_TO}</p>
            <SendBy
                text
                shown_in=TEXT
                what=Memo::stored(words::WHAT.to_owned())
                kind="main"
                on_said=Callback::new(move |said: &'static str| app.say(said, None))
            />
        </div>
    }
}
