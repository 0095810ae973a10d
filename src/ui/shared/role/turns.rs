//! Whose turn it is, as screens ask for it.

use super::usual;
use super::words as turn_words;
use super::words::OfferSide;
use crate::domain::{
    Circle, MemberId, Override, OverrideKind, Reason, Role, RoleId, RoleKind, Rota, Task, Turn, TurnId, lowercase,
    rota_in, rota_part,
};
use crate::platform::BrowserZones;
use crate::state::App;
use crate::state::Memo;
use crate::ui::text;
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

/// The rota as it will be `weeks` from now if nothing else becomes known: what is not published yet. An edit of
/// anything that turns do not come from, a commitment say, finds no rota anew.
pub fn turns_through(app: App, weeks: i64) -> Memo<Turns> {
    let part = Memo::new(move |_| app.circle().with(rota_part));
    Memo::new(move |_| {
        let running = app.cycle.get();
        part.with(|circle| Turns(Arc::new(rota_in(circle, &BrowserZones, running, weeks))))
    })
}

/// What `role` is called in this circle.
pub fn name_of(role: &Role) -> String {
    if role.name.is_empty() { usual::name(role.kind()).to_owned() } else { role.name.clone() }
}

/// What the role called `id` is called in this circle.
pub fn role_name(circle: &Circle, id: &RoleId) -> String {
    circle.role(id).map_or_else(|| usual::name(RoleKind::Custom).to_owned(), |role| name_of(&role))
}

/// The same within a sentence, where the usual names are no proper ones.
pub fn role_word(circle: &Circle, id: &RoleId) -> String {
    match circle.role(id) {
        Some(role) if role.name.is_empty() => lowercase(usual::name(role.kind())),
        _ => role_name(circle, id),
    }
}

/// What `role` is there for.
pub fn duty_of(role: &Role) -> String {
    if role.duty.is_empty() { usual::duty(role.kind()).to_owned() } else { role.duty.clone() }
}

/// A line of a role's list of what to do.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct TodoLine {
    /// What is read.
    pub text: String,
    /// What a tick is kept under: the task's key, or the words themselves where they are the circle's own.
    pub key: String,
    /// The task, where the list is the usual one.
    pub task: Option<Task>,
}

/// What to do in `role`, one thing each.
pub fn checklist_of(role: &Role) -> Vec<TodoLine> {
    let own = |line: &str| TodoLine { text: line.to_owned(), key: line.to_owned(), task: None };
    let usual =
        |task: &Task| TodoLine { text: usual::task(*task).to_owned(), key: task.key().to_owned(), task: Some(*task) };
    let lines: Vec<_> = role.lines().map(own).collect();
    if lines.is_empty() { Task::of(role.kind()).iter().map(usual).collect() } else { lines }
}

/// Somebody, as a list shows them.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Person {
    /// Who.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// One or two letters of it.
    pub initials: String,
    /// What their colour is chosen by.
    pub seat: usize,
}

impl Person {
    /// Somebody of `circle`; "somebody" where they are not known here yet.
    pub fn of(circle: &Circle, id: &MemberId) -> Self {
        let member = circle.members.get(id);
        Self {
            id: id.clone(),
            name: member.map_or_else(|| turn_words::SOMEBODY.to_owned(), |member| member.name.clone()),
            initials: member.map(|member| text::initials(&member.name)).unwrap_or_default(),
            seat: circle.seat_of(id),
        }
    }
}

impl Person {
    /// The same; `None` for nobody that `circle` ever knew.
    pub fn known(circle: &Circle, id: &MemberId) -> Option<Self> {
        circle.members.contains_key(id).then(|| Self::of(circle, id))
    }
}

/// Why `turn` is whose it is, and whose it was by the rota alone where that is somebody else.
pub fn reasons(circle: &Circle, turn: &Turn) -> (String, Option<(String, String)>) {
    let why = told(circle, &turn.reason, turn.holder.as_ref());
    let is_moved = turn.holder != turn.scheduled;
    let before = is_moved.then(|| {
        let name = turn.scheduled.as_ref().map_or(turn_words::NOBODY.to_owned(), |id| Person::of(circle, id).name);
        (name, told(circle, &turn.scheduled_reason, turn.scheduled.as_ref()))
    });
    (why, before)
}

fn told(circle: &Circle, reason: &Reason, holder: Option<&MemberId>) -> String {
    let name = |id: Option<&MemberId>| id.map(|id| Person::of(circle, id).name).unwrap_or_default();
    let other = match reason {
        Reason::Rested { next } | Reason::LongestWait { next } | Reason::RosterOrder { next } => Some(next),
        Reason::OtherWouldKeep { other } | Reason::NewcomerCannotLead { other } => Some(other),
        Reason::Refilled { instead_of, .. } => instead_of.as_ref(),
        Reason::Swap { with, .. } => Some(with),
        Reason::Cover { of, .. } => Some(of),
        Reason::Claim { of, .. } => of.as_ref(),
        Reason::Nobody
        | Reason::OnlyOne
        | Reason::TooFew { .. }
        | Reason::Keeps { .. }
        | Reason::EverybodyServes { .. }
        | Reason::FewestCredits { .. }
        | Reason::FewestInRole { .. }
        | Reason::BestTogether => None,
    };
    turn_words::reason(reason, turn_words::Told { holder: &name(holder), other: &name(other) })
}

/// "Check-in lead, week of 7 Dec".
pub fn turn_title(circle: &Circle, id: &TurnId) -> String {
    turn_words::title(&role_name(circle, &id.role), id.cycle)
}

/// An offer or a request in a sentence for `me`, as it stands: open, or agreed on.
pub fn offer(circle: &Circle, one: &Override, me: Option<&MemberId>) -> String {
    let name = |id: &MemberId| Person::of(circle, id).name;
    let title = |id: &TurnId| format!("{} ({})", role_word(circle, &id.role), turn_words::week(id.cycle));
    let (by, own, is_taken) = (name(&one.by), title(&one.turn), !one.takes.is_empty());
    let has_taken = one.takes.iter().any(|(who, _)| Some(who) == me);
    let side = |is_to_me: bool| match () {
        () if Some(&one.by) == me => OfferSide::Mine,
        () if is_to_me => OfferSide::ToMe,
        () => OfferSide::Others,
    };
    match &one.kind {
        OverrideKind::Swap { with, theirs } => {
            let say = if is_taken { turn_words::swapped } else { turn_words::swap_offer };
            say(side(Some(with) == me), &by, &own, &name(with), &title(theirs))
        }
        OverrideKind::Cover | OverrideKind::Claim | OverrideKind::Served if is_taken => {
            turn_words::covered(side(has_taken), &by, &own)
        }
        OverrideKind::Cover | OverrideKind::Claim | OverrideKind::Served => {
            turn_words::cover_request(side(has_taken), &by, &own)
        }
    }
}
