//! Whose turn it is, as screens ask for it.

use crate::domain::{Circle, Cycle, MemberId, Role, RoleId, RoleKind, Rota, Turn, rota};
use crate::platform::BrowserZones;
use crate::state::App;
use crate::ui::text::roles as words;
use leptos::prelude::*;
use std::ops::Deref;
use std::sync::Arc;

/// A rota that was found once; two are the same when they are the one.
#[derive(Clone)]
pub struct Turns(Arc<Rota>);

impl PartialEq for Turns {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Turns {
    type Target = Rota;

    fn deref(&self) -> &Rota {
        &self.0
    }
}

/// The rota as it is now, found anew when the circle changes or a week begins. Make it once per page.
pub fn turns(app: App) -> Memo<Turns> {
    turns_through(app, 0)
}

/// The rota as it will be `weeks` from now if nothing else becomes known: what is not published yet.
pub fn turns_through(app: App, weeks: i64) -> Memo<Turns> {
    Memo::new(move |_| {
        let through = app.cycle.get().plus(weeks);
        app.circle().with(|circle| Turns(Arc::new(rota(circle, &BrowserZones, through, &circle.skips()))))
    })
}

/// The turns that `member` holds in `cycle`.
pub fn held(rota: &Rota, cycle: Cycle, member: &MemberId) -> Vec<Turn> {
    rota.turns(cycle).into_iter().filter(|turn| turn.holder.as_ref() == Some(member)).collect()
}

/// What `role` is called in this circle.
pub fn name_of(role: &Role) -> String {
    if role.name.is_empty() { words::name(role.kind()).to_owned() } else { role.name.clone() }
}

/// What the role called `id` is called in this circle.
pub fn role_name(circle: &Circle, id: &RoleId) -> String {
    circle.role(id).map_or_else(|| words::name(RoleKind::Custom).to_owned(), |role| name_of(&role))
}

/// What `role` is there for.
pub fn duty_of(role: &Role) -> String {
    if role.duty.is_empty() { words::duty(role.kind()).to_owned() } else { role.duty.clone() }
}

/// What to do in `role`, one thing each.
pub fn checklist_of(role: &Role) -> Vec<String> {
    let own: Vec<String> = role.lines().map(str::to_owned).collect();
    if own.is_empty() { words::checklist(role.kind()).lines().map(str::to_owned).collect() } else { own }
}
