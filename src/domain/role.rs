//! Roles: what takes turns.
//!
//! Three exist in every circle without a record; a record with their id renames, pauses or describes them.
//! Others are added by a record of their own.

use super::entity::entity;
use super::ids::RoleId;
use super::records::Circle;
use super::time::Timestamp;

/// Most roles that a circle has, paused ones included.
pub const ROLES_MAX: usize = 8;

/// Which role it is. Words for the three default ones are made by the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RoleKind {
    /// Check-in lead: opens the window, nudges, runs the session.
    Lead,
    /// Progress summarizer: edits and publishes the digest.
    Summarizer,
    /// Goal tracker: statuses, carry-overs, drift.
    Tracker,
    /// One that the circle made up.
    Custom,
}

impl RoleKind {
    /// Those that every circle has.
    pub const DEFAULTS: [Self; 3] = [Self::Lead, Self::Summarizer, Self::Tracker];

    /// The id of the default role; `None` for the others.
    pub const fn default_id(self) -> Option<&'static str> {
        match self {
            Self::Lead => Some("lead"),
            Self::Summarizer => Some("summarizer"),
            Self::Tracker => Some("tracker"),
            Self::Custom => None,
        }
    }
}

/// A role and what the circle says of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Role {
    /// Its identity; `lead`, `summarizer` and `tracker` are the default ones.
    pub id: RoleId,
    /// Its name; empty where the default one holds.
    pub name: String,
    /// What it is there for; empty where the default holds.
    pub duty: String,
    /// What to do, one thing per line; empty where the default holds.
    pub checklist: String,
    /// Where it stands among the others on screen. The rota does not look at it.
    pub place: u8,
    /// When it was added; the default ones have always been there.
    pub created_at: Timestamp,
    /// When it was paused (`true`) and resumed (`false`), oldest first.
    pub pauses: Vec<(Timestamp, bool)>,
}

entity!(Role by id: RoleId);

impl Role {
    /// The default role called `id`, or an empty one of the circle's own.
    pub fn plain(id: RoleId) -> Self {
        let place = RoleKind::DEFAULTS.iter().position(|kind| kind.default_id() == Some(id.as_str()));
        Self {
            id,
            name: String::new(),
            duty: String::new(),
            checklist: String::new(),
            place: place.map_or(RoleKind::DEFAULTS.len(), |place| place) as u8,
            created_at: Timestamp::default(),
            pauses: Vec::new(),
        }
    }

    /// Which role it is.
    pub fn kind(&self) -> RoleKind {
        let mut kinds = RoleKind::DEFAULTS.into_iter();
        kinds.find(|kind| kind.default_id() == Some(self.id.as_str())).unwrap_or(RoleKind::Custom)
    }

    /// Whether it is paused after all that was said so far.
    pub fn is_paused(&self) -> bool {
        self.pauses.iter().max().is_some_and(|(_, is_paused)| *is_paused)
    }

    /// The things to do.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.checklist.lines().map(str::trim).filter(|line| !line.is_empty())
    }
}

impl Circle {
    /// Role `id` as the circle has it; `None` when it is neither a default one nor recorded.
    pub fn role(&self, id: &RoleId) -> Option<Role> {
        match self.roles.get(id) {
            Some(role) => Some((**role).clone()),
            None => Some(Role::plain(id.clone())).filter(|role| role.kind() != RoleKind::Custom),
        }
    }

    /// All roles as screens list them, paused ones included.
    pub fn roles(&self) -> Vec<Role> {
        let mut roles = self.roles_by_age();
        // Stable: of two with the same place the older one stands first.
        roles.sort_by_key(|role| role.place);
        roles
    }

    /// All roles in the order in which the rota fills them: the default ones, then the others by age. Of
    /// more than [`ROLES_MAX`], which only devices apart can make, the oldest count.
    pub(super) fn roles_by_age(&self) -> Vec<Role> {
        let ids = RoleKind::DEFAULTS.into_iter().filter_map(RoleKind::default_id);
        let mut roles: Vec<Role> = ids.filter_map(|id| self.role(&RoleId::new(id))).collect();
        let mut own: Vec<&Role> =
            self.roles.values().map(|role| &**role).filter(|role| role.kind() == RoleKind::Custom).collect();
        own.sort_by(|a, b| (a.created_at, &a.id).cmp(&(b.created_at, &b.id)));
        roles.extend(own.into_iter().take(ROLES_MAX - RoleKind::DEFAULTS.len()).cloned());
        roles
    }
}
