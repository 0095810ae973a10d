//! What the goal tracker's list shows of each member.

use super::words::tracker as words;
use crate::domain::{Arrange, CarryDemand, Circle, CommitmentId, MemberId, Waiting, WaitingOf};
use crate::ui::shared::role::turns::Person;

/// One member's commitments without an outcome.
#[derive(Clone, PartialEq, Debug)]
pub struct OwnerData {
    /// Who.
    pub person: Person,
    /// Those that roll on.
    pub waiting: Vec<WaitingData>,
    /// The texts of this week's own, which nobody needs to ask about yet.
    pub fresh: Vec<String>,
}

/// One commitment from an earlier week, or one that was carried.
#[derive(Clone, PartialEq, Debug)]
pub struct WaitingData {
    /// Which.
    pub id: CommitmentId,
    /// Its text.
    pub text: String,
    /// How often it was carried.
    pub carries: usize,
    /// Whole weeks since it was made.
    pub weeks: i64,
    /// What carrying it once more asks for.
    pub demand: CarryDemand,
    /// Whether somebody brought it to a session already.
    pub is_on_agenda: bool,
}

impl WaitingData {
    fn of(circle: &Circle, waiting: &Waiting) -> Option<Self> {
        let commitment = circle.commitments.get(&waiting.commitment)?;
        let is_same =
            |title: &str, owner: Option<&MemberId>| title == commitment.text && owner == Some(&commitment.owner);
        let mut items = circle.agenda.values().filter(|item| item.is_open());
        Some(Self {
            id: commitment.id.clone(),
            text: commitment.text.clone(),
            carries: waiting.carries,
            weeks: waiting.weeks,
            demand: waiting.demand,
            is_on_agenda: items.any(|item| is_same(&item.title, item.owner.as_ref())),
        })
    }

    /// "for 3 weeks · carrying it again asks for a smaller step"
    pub fn detail(&self) -> String {
        let next = if self.comes_by_itself() { words::AT_SESSION } else { words::next(self.demand) };
        format!("{} · {next}", words::weeks(self.weeks))
    }

    /// Whether the session deals with it without anybody's doing, as design 2.4 has it from the third carry on.
    pub fn comes_by_itself(&self) -> bool {
        self.carries >= 3
    }
}

/// Those with commitments from earlier weeks first, each part in roster order.
pub fn owners(circle: &Circle, members: &[WaitingOf]) -> Vec<OwnerData> {
    let mut owners: Vec<_> = members.iter().filter_map(|of| owner(circle, of)).collect();
    owners.arrange_by_key(|owner| owner.waiting.is_empty());
    owners
}

fn owner(circle: &Circle, of: &WaitingOf) -> Option<OwnerData> {
    circle.members.get(&of.member)?;
    let (fresh, old): (Vec<&Waiting>, Vec<&Waiting>) =
        of.waiting.iter().partition(|waiting| waiting.carries == 0 && waiting.weeks == 0);
    let text = |waiting: &&Waiting| circle.commitments.get(&waiting.commitment).map(|c| c.text.clone());
    Some(OwnerData {
        person: Person::of(circle, &of.member),
        waiting: old.into_iter().filter_map(|waiting| WaitingData::of(circle, waiting)).collect(),
        fresh: fresh.iter().filter_map(text).collect(),
    })
}
