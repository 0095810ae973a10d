//! What the page shows of a version of the charter.

use super::words;
use crate::domain::{CharterDifference, CharterVersion, Circle, EntityId, MemberId, charter_differences};
use crate::state::{App, Memo};
use crate::ui::shared::role::turns::Person;
use crate::ui::text::time;

/// A version with all that is said beside it.
#[derive(Clone, PartialEq, Debug)]
pub struct VersionData {
    /// The version.
    pub version: CharterVersion,
    /// Who wrote it, in words.
    pub by: String,
    /// When, in words.
    pub when: String,
    /// Whether who holds the device wrote it.
    pub is_mine: bool,
    /// Everyone who belongs, and whether they have signed it.
    pub signers: Vec<(Person, bool)>,
    /// Whether who holds the device has signed it.
    pub is_signed: bool,
    /// Whether they are asked to.
    pub is_asked: bool,
    /// What differs from the version that it is compared with; none where there is none.
    pub differences: Option<Vec<CharterDifference>>,
}

/// The versions as they stand.
#[derive(Clone, PartialEq, Debug)]
pub struct CharterData {
    /// The version that counts.
    pub in_force: VersionData,
    /// What else is proposed.
    pub proposals: Vec<VersionData>,
    /// All others.
    pub earlier: Vec<VersionData>,
}

/// The charter as it stands; none before one is written.
pub fn charter(app: App) -> Memo<Option<CharterData>> {
    Memo::new(move |_| {
        let me = app.me.get();
        app.circle().with(|circle| {
            let standing = circle.charter_standing()?;
            let of = |version: &CharterVersion| VersionData::of(app, circle, me.as_ref(), version);
            let all = |versions: Vec<&CharterVersion>| versions.into_iter().map(of).collect();
            Some(CharterData {
                in_force: of(standing.in_force),
                proposals: all(standing.proposals),
                earlier: all(standing.earlier),
            })
        })
    })
}

impl VersionData {
    fn of(app: App, circle: &Circle, me: Option<&MemberId>, version: &CharterVersion) -> Self {
        let signed: Vec<_> = circle.signers(&version.id).into_iter().map(|member| member.id.clone()).collect();
        let roster = circle.roster().into_iter();
        let asked = me.map(|me| circle.to_sign(me)).unwrap_or_default();
        let by = version.by.as_ref().map(|by| Person::of(circle, by).name);
        Self {
            by: by.unwrap_or_else(|| words::SOMEBODY.to_owned()),
            when: time::dated(app.day_of(version.written_at), app.today()),
            is_mine: me.is_some() && version.by.as_ref() == me,
            signers: roster.map(|member| (Person::of(circle, &member.id), signed.contains(&member.id))).collect(),
            is_signed: me.is_some_and(|me| signed.contains(me)),
            is_asked: asked.iter().any(|other| other.id == version.id),
            differences: circle.charter_base(version).map(|base| charter_differences(&base.terms, &version.terms)),
            version: version.clone(),
        }
    }

    /// What a list tells it apart by.
    pub fn key(&self) -> String {
        self.version.id.to_key()
    }

    /// How many have signed it.
    pub fn signed(&self) -> String {
        words::signed(self.signers.iter().filter(|(_, is_signed)| *is_signed).count(), self.signers.len())
    }

    /// Whether nobody else has signed what is one's own, so that it can be taken back.
    pub fn can_be_taken_back(&self) -> bool {
        let is_others = |(_, is_signed): &(Person, bool)| *is_signed;
        self.is_mine && self.signers.iter().filter(|signer| is_others(signer)).count() <= usize::from(self.is_signed)
    }

    /// The id of its heading, which the focus goes to after something was done with it.
    pub fn heading_id(&self) -> String {
        format!("charter-{}", self.version.id)
    }
}
