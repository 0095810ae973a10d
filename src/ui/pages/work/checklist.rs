//! What to do in a role, as a list to tick off.

use super::words;
use crate::domain::{Cycle, Role, RoleId, Typing, merged_ticks};
use crate::state::Memo;
use crate::state::{App, Draft, RwSignal, StoredValue};
use crate::ui::ask::{DraftForm, SharedDraft, show};
use crate::ui::components::{For, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::shared::role::turns::{TodoLine, checklist_of};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What was ticked, as it is kept: one list for each role, that of its newest week.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
struct Ticks {
    cycle: String,
    /// The keys of lines; the words of lines where they were ticked before lines had keys.
    lines: Vec<String>,
}

impl Typing for Ticks {
    fn merged(&self, base: &Self, theirs: &Self) -> Self {
        let lines = if theirs.cycle == self.cycle { theirs.lines.as_slice() } else { &[] };
        Self { cycle: self.cycle.clone(), lines: merged_ticks(&base.lines, &self.lines, lines) }
    }
}

/// The ticks of one list: those that somebody set on this device, and those that the circle's records set.
#[derive(Clone, Copy)]
struct Ticked {
    app: App,
    cycle: Cycle,
    own: RwSignal<Vec<String>>,
    draft: SharedDraft<Ticks>,
}

impl Ticked {
    fn of(app: App, id: &RoleId, cycle: Cycle) -> Self {
        let draft = SharedDraft::<Ticks>::of(app, Draft::of(app, &format!("work/{id}")));
        let kept = draft.load().filter(|kept| kept.cycle == cycle.to_string());
        let own = RwSignal::new(kept.unwrap_or_default().lines);
        let ticked = Self { app, cycle, own, draft };
        draft.share(ticked);
        ticked
    }

    /// Whether the circle's records show that `line` is done.
    fn is_recorded(self, line: &TodoLine) -> bool {
        let Some(task) = line.task else { return false };
        self.app.circle().with(|circle| task.is_done(self.app.present(circle), self.cycle))
    }

    fn is_done(self, line: &TodoLine) -> bool {
        self.is_recorded(line) || self.own.with(|own| own.contains(&line.key) || own.contains(&line.text))
    }

    fn toggle(self, line: &TodoLine) {
        let mut own = self.own.get_untracked();
        let before = own.len();
        own.retain(|other| *other != line.key && *other != line.text);
        if own.len() == before {
            own.push(line.key.clone());
        }
        self.own.set(own);
        self.draft.keep_now(self);
    }
}

impl DraftForm for Ticked {
    type Texts = Ticks;

    fn texts(self) -> Ticks {
        Ticks { cycle: self.cycle.to_string(), lines: self.own.get() }
    }

    fn show(self, texts: &Ticks) {
        show(self.own, &texts.lines);
    }

    fn opening(self) -> Ticks {
        Ticks { cycle: self.cycle.to_string(), lines: Vec::new() }
    }
}

/// The list of `role` in `cycle`. A line of the circle's own that is reworded loses its tick.
#[component]
pub fn Checklist(role: Memo<Role>, id: RoleId, cycle: Cycle) -> impl IntoView {
    let lines = Memo::new(move |_| role.with(checklist_of));
    let ticked = Ticked::of(app(), &id, cycle);
    let done = move || {
        lines.with(|lines| words::ticked(lines.iter().filter(|line| ticked.is_done(line)).count(), lines.len()))
    };
    let empty = || {
        view! {
            <p class="quiet">{words::CHECKLIST_EMPTY}" "<a href=Page::Roles.href()>{words::CHECKLIST_EDIT}</a></p>
        }
    };
    view! {
        <section class="card" aria-labelledby="todo">
            <header class="card__head">
                <h2 id="todo">{words::CHECKLIST}</h2>
                <When is=move || !lines.with(Vec::is_empty)><span>{live(done)}</span></When>
            </header>
            <When is=move || !lines.with(Vec::is_empty) otherwise=empty>
                <ul class="work-todos">
                    <For each=move || lines.get() key=Clone::clone children=move |line| view! { <Todo ticked line /> } />
                </ul>
                <p class="field__hint">{words::TICKS}</p>
            </When>
        </section>
    }
}

/// A line to tick off. What the circle's records show as done cannot be taken back here.
#[component]
fn Todo(ticked: Ticked, line: TodoLine) -> impl IntoView {
    let text = line.text.clone();
    let line = StoredValue::new(line);
    let is_recorded = Memo::new(move |_| line.with_value(|line| ticked.is_recorded(line)));
    let is_done = Memo::new(move |_| line.with_value(|line| ticked.is_done(line)));
    view! {
        <li>
            <label class="work-todo">
                <input
                    type="checkbox"
                    prop:checked=move || is_done.get()
                    disabled=move || is_recorded.get()
                    on:change=move |_| line.with_value(|line| ticked.toggle(line))
                />
                <span dir="auto">{text}</span>
            </label>
        </li>
    }
}
