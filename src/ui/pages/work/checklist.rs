//! What to do in a role, as a list to tick off.

use crate::domain::{Cycle, Role, RoleId};
use crate::state::Draft;
use crate::ui::components::When;
use crate::ui::context::app;
use crate::ui::routes::Page;
use crate::ui::shared::role::turns::checklist_of;
use crate::ui::text::work as words;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What was ticked, as it is kept: one list for each role, that of its newest week.
#[derive(Default, Serialize, Deserialize)]
struct Ticks {
    cycle: String,
    lines: Vec<String>,
}

/// The list of `role`, with the ticks that were set for `id` in `cycle` on this device. A line that is
/// reworded loses its tick.
#[component]
pub fn Checklist(role: Memo<Option<Role>>, id: RoleId, cycle: Cycle) -> impl IntoView {
    let app = app();
    let lines = Memo::new(move |_| role.with(|role| role.as_ref().map(checklist_of).unwrap_or_default()));
    let draft = Draft::<Ticks>::of(app, &format!("work/{id}"));
    let kept = draft.load(app).filter(|kept| kept.cycle == cycle.to_string());
    let ticked = RwSignal::new(kept.unwrap_or_default().lines);
    let draft = StoredValue::new(draft);
    let done = move || {
        let (lines, ticked) = (lines.read(), ticked.read());
        words::ticked(lines.iter().filter(|line| ticked.contains(line)).count(), lines.len())
    };
    let toggle = move |line: &str| {
        let mut now = ticked.get_untracked();
        match now.iter().position(|other| other == line) {
            Some(place) => drop(now.remove(place)),
            None => now.push(line.to_owned()),
        }
        draft.with_value(|draft| {
            if now.is_empty() {
                draft.clear(app);
            } else {
                draft.keep(app, &Ticks { cycle: cycle.to_string(), lines: now.clone() });
            }
        });
        ticked.set(now);
    };
    let row = move |line: String| {
        let (own, text) = (line.clone(), line.clone());
        view! {
            <li>
                <label class="todo">
                    <input
                        type="checkbox"
                        prop:checked=move || ticked.with(|ticked| ticked.contains(&own))
                        on:change=move |_| toggle(&line)
                    />
                    <span dir="auto">{text}</span>
                </label>
            </li>
        }
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
                <When is=move || !lines.with(Vec::is_empty)><span>{done}</span></When>
            </header>
            <When is=move || !lines.with(Vec::is_empty) otherwise=empty>
                <ul class="todos"><For each=move || lines.get() key=String::clone children=row /></ul>
                <p class="field__hint">{words::TICKS}</p>
            </When>
        </section>
    }
}
