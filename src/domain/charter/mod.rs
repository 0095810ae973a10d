//! The charter (design 2.2): what a circle agreed on, in versions that never change, and who signed which.
//!
//! An edit makes a new version, based on the one that was edited. Two members who edit at once make two, and nothing
//! joins them: members sign the one that they want, and [`Circle::charter`](crate::domain::Circle::charter) says which
//! one counts.

mod command;
mod difference;
mod hints;
mod news;
mod standing;

use crate::domain::entity::{Entity, entity};
use crate::domain::ids::id;
use crate::domain::member::MemberId;
use crate::domain::time::Timestamp;

pub(in crate::domain) use command::decide;
pub use command::{Command, NORMS_MAX};
pub use difference::{CharterDifference, charter_differences};
pub use hints::{CharterHint, NORMS_KEPT, PURPOSE_WORDS, charter_hints};
pub use news::CharterNews;
pub(in crate::domain) use news::charter_news;
pub use standing::CharterStanding;

id! {
    /// One version of the charter.
    CharterId;
    /// A member's signature of a version: `<version>~<member>`.
    SignatureId;
}

/// What the circle does above all.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CharterFocus {
    /// Weekly goals.
    Goals,
    /// Improving skills together.
    Skills,
    /// Sharing job updates.
    Updates,
    /// Something else, in its own words.
    Own,
}

impl CharterFocus {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Goals, Self::Skills, Self::Updates, Self::Own];

    /// The name that stands for it in documents and forms.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Goals => "goals",
            Self::Skills => "skills",
            Self::Updates => "updates",
            Self::Own => "own",
        }
    }

    /// The focus that `key` stands for.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|focus| focus.key() == key)
    }
}

/// A part of the charter that is one text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum CharterPart {
    /// What the circle is for.
    Purpose,
    /// What shall be true at the end, so that one can tell.
    Outcome,
    /// What stays within the circle.
    Confidentiality,
    /// What somebody does who cannot come.
    Absence,
    /// How somebody leaves.
    Leaving,
    /// How members reach each other.
    Contact,
}

impl CharterPart {
    /// All of them, in the order in which they are read.
    pub const ALL: [Self; 6] =
        [Self::Purpose, Self::Outcome, Self::Confidentiality, Self::Absence, Self::Leaving, Self::Contact];

    /// The name that stands for it in forms.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Purpose => "purpose",
            Self::Outcome => "outcome",
            Self::Confidentiality => "confidentiality",
            Self::Absence => "absence",
            Self::Leaving => "leaving",
            Self::Contact => "contact",
        }
    }

    /// The part that `key` stands for.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.key() == key)
    }
}

/// What a version of the charter says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CharterTerms {
    /// What the circle does above all.
    pub focus: Option<CharterFocus>,
    /// The focus in the circle's own words, for [`CharterFocus::Own`].
    pub focus_words: String,
    /// What the circle is for.
    pub purpose: String,
    /// What shall be true at the end.
    pub outcome: String,
    /// The rules, one by one.
    pub norms: Vec<String>,
    /// What stays within the circle.
    pub confidentiality: String,
    /// What somebody does who cannot come.
    pub absence: String,
    /// How somebody leaves.
    pub leaving: String,
    /// How members reach each other.
    pub contact: String,
}

impl CharterTerms {
    /// The text of `part`.
    pub fn text(&self, part: CharterPart) -> &str {
        match part {
            CharterPart::Purpose => &self.purpose,
            CharterPart::Outcome => &self.outcome,
            CharterPart::Confidentiality => &self.confidentiality,
            CharterPart::Absence => &self.absence,
            CharterPart::Leaving => &self.leaving,
            CharterPart::Contact => &self.contact,
        }
    }

    /// The text of `part`, to be changed.
    pub fn text_mut(&mut self, part: CharterPart) -> &mut String {
        match part {
            CharterPart::Purpose => &mut self.purpose,
            CharterPart::Outcome => &mut self.outcome,
            CharterPart::Confidentiality => &mut self.confidentiality,
            CharterPart::Absence => &mut self.absence,
            CharterPart::Leaving => &mut self.leaving,
            CharterPart::Contact => &mut self.contact,
        }
    }

    /// Whether it says nothing at all.
    pub fn is_empty(&self) -> bool {
        let has_text = CharterPart::ALL.into_iter().any(|part| !self.text(part).is_empty());
        !has_text && self.focus.is_none() && self.norms.is_empty()
    }
}

/// One version of the charter; its words never change.
#[derive(Clone, PartialEq, Debug)]
pub struct CharterVersion {
    /// Its id, the same for ever.
    pub id: CharterId,
    /// The version that it was edited from; none for one that was written afresh.
    pub based_on: Option<CharterId>,
    /// What it says.
    pub terms: CharterTerms,
    /// Who wrote it.
    pub by: Option<MemberId>,
    /// When it was written; always after the version that it is based on.
    pub written_at: Timestamp,
    /// When it was taken back.
    pub deleted_at: Option<Timestamp>,
}

impl Entity for CharterVersion {
    type Id = CharterId;

    fn id(&self) -> CharterId {
        self.id.clone()
    }

    fn owner(&self) -> Option<&MemberId> {
        self.by.as_ref()
    }

    fn title(&self) -> &str {
        &self.terms.purpose
    }
}

/// A member's signature of one version.
#[derive(Clone, PartialEq, Debug)]
pub struct Signature {
    /// `<version>~<member>`.
    pub id: SignatureId,
    /// Which version.
    pub version: CharterId,
    /// Who signs.
    pub member: MemberId,
    /// When it was signed last.
    pub signed_at: Timestamp,
    /// When that was withdrawn.
    pub withdrawn_at: Option<Timestamp>,
}

entity!(Signature by id: SignatureId, of member);

impl Signature {
    /// The one id that a member's signature of `version` can have.
    pub fn id_of(version: &CharterId, member: &MemberId) -> SignatureId {
        SignatureId::new(&format!("{version}~{member}"))
    }
}
