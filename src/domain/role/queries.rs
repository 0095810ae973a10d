//! The roles of a circle.

use super::{ROLES_MAX, Role, RoleId, RoleKind};
use crate::domain::Arrange;
use crate::domain::records::Circle;

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
        roles.arrange_by_key(|role| role.place);
        roles
    }

    /// All roles in the order in which the rota fills them: the default ones, then the others by age. Of
    /// more than [`ROLES_MAX`], which only devices apart can make, the oldest count.
    pub(super) fn roles_by_age(&self) -> Vec<Role> {
        let ids = RoleKind::DEFAULTS.into_iter().filter_map(RoleKind::default_id);
        let mut roles: Vec<Role> = ids.filter_map(|id| self.role(&RoleId::new(id))).collect();
        let mut own: Vec<&Role> =
            self.roles.values().map(|role| &**role).filter(|role| role.kind() == RoleKind::Custom).collect();
        own.arrange_by(|a, b| (a.created_at, &a.id).cmp(&(b.created_at, &b.id)));
        roles.extend(own.into_iter().take(ROLES_MAX - RoleKind::DEFAULTS.len()).cloned());
        roles
    }
}
