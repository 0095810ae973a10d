//! Who belongs to the circle.

use super::{Member, MemberId};
use crate::domain::order::{Order, ordered};
use crate::domain::records::Circle;
use crate::domain::refusal::Refusal;
use crate::domain::segment::folded;
use crate::domain::time::Timestamp;

impl Circle {
    /// Those who belong now, in roster order: by when they joined.
    pub fn roster(&self) -> Vec<&Member> {
        ordered(self.members.values().map(|m| &**m).filter(|m| m.left_at.is_none()), by_joining)
    }

    /// Those who left, in the order they joined.
    pub fn former(&self) -> Vec<&Member> {
        ordered(self.members.values().map(|m| &**m).filter(|m| m.left_at.is_some()), by_joining)
    }

    /// A name to show for `id`, even where the person is not known here yet.
    pub fn name_of(&self, id: &MemberId) -> Option<&str> {
        self.members.get(id).map(|member| member.name.as_str())
    }

    /// The member who is called `name`, upper and lower case alike; no two who belong have one name.
    pub fn member_named(&self, name: &str) -> Option<&Member> {
        let wanted = folded(name);
        self.roster().into_iter().find(|member| folded(&member.name) == wanted)
    }

    /// When a member left; `None` for those who belong or are not known here.
    pub fn left_at(&self, id: &MemberId) -> Option<Timestamp> {
        self.members.get(id).and_then(|member| member.left_at)
    }

    /// A member's place among everyone who ever belonged, from 0: what their colour is chosen by.
    pub fn seat_of(&self, id: &MemberId) -> usize {
        let Some(member) = self.members.get(id) else {
            return 0;
        };
        let key = (member.joined_at, &member.id);
        self.members.values().filter(|other| (other.joined_at, &other.id) < key).count()
    }

    /// The member with this id, present or former, for a rule that needs one.
    pub(in crate::domain) fn require_member(&self, id: &MemberId) -> Result<&Member, Refusal> {
        self.members.get(id).map(|member| &**member).ok_or(Refusal::Gone("member"))
    }
}

fn by_joining(member: &Member) -> Order<'_> {
    (0, member.joined_at, member.id.as_str())
}
