//! What changed in my turns since I last looked at them.

use super::turns::{Turns, turn_title};
use super::words;
use crate::domain::{Circle, Cycle, MemberId, MovedTurns, RoleId, SeenTurns, TurnId};
use crate::state::Memo;
use crate::state::{App, Draft, StoredValue};
use crate::ui::components::{When, live};
use crate::ui::markup::view;
use crate::ui::routes::Page;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The last look at one's turns, as it is kept.
#[derive(Serialize, Deserialize)]
struct Look {
    through: String,
    /// Week and role of each.
    turns: Vec<(String, String)>,
}

impl Look {
    fn at(seen: &SeenTurns) -> Self {
        let turns = seen.turns.iter().map(|id| (id.cycle.to_string(), id.role.to_string()));
        Self { through: seen.through.to_string(), turns: turns.collect() }
    }

    fn read(self) -> Option<SeenTurns> {
        let turn = |(cycle, role): &(String, String)| {
            Some(TurnId { cycle: Cycle::parse_exact(cycle)?, role: RoleId::new(role) })
        };
        let turns = self.turns.iter().filter_map(turn).collect();
        Some(SeenTurns { through: Cycle::parse_exact(&self.through)?, turns })
    }
}

/// The looks of `me` on this device.
fn looks(app: App, me: &MemberId) -> Draft<Look> {
    Draft::of(app, &format!("turns/{me}"))
}

/// Remembers that the holder of this device sees their turns as they are now.
pub fn look(app: App, rota: &Turns) {
    if let Some(me) = app.me.get_untracked() {
        looks(app, &me).keep(app, &Look::at(&rota.seen_turns(&me, app.cycle.get_untracked())));
    }
}

/// What moved since the last look; nothing before the first one, which this is then.
pub fn moved(app: App, rota: Memo<Turns>) -> Memo<MovedTurns> {
    let me = app.me.get_untracked();
    let seen = me.as_ref().and_then(|me| looks(app, me).load(app)?.read());
    if seen.is_none() {
        rota.with_untracked(|rota| look(app, rota));
    }
    let known = StoredValue::new(me.zip(seen));
    Memo::new(move |_| {
        let cycle = app.cycle.get();
        known.with_value(|known| {
            known.as_ref().map(|(me, seen)| rota.with(|rota| rota.moved_since(seen, me, cycle))).unwrap_or_default()
        })
    })
}

fn said(circle: &Circle, moved: &MovedTurns) -> String {
    let titles = |ids: &[TurnId]| ids.iter().map(|id| turn_title(circle, id)).collect::<Vec<_>>();
    words::moved(&titles(&moved.gained), &titles(&moved.lost))
}

/// The line that says it, with the way to the turns unless they are on this page; nothing where nothing moved.
#[component]
pub fn MovedLine(app: App, #[prop(into)] moved: Memo<MovedTurns>, #[prop(optional)] is_here: bool) -> impl IntoView {
    let line = move || moved.with(|moved| app.circle().with(|circle| said(circle, moved)));
    let way = move || {
        (!is_here).then(|| view! { <a class="btn" data-kind="small" href=Page::Roles.href()>{words::SEE_TURNS}</a> })
    };
    view! {
        <When is=move || moved.with(|moved| !moved.is_empty())>
            <p class="banner banner-asked"><bdi>{live(line)}</bdi>{live(way)}</p>
        </When>
    }
}
