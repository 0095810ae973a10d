//! Which version of the charter counts, and who is asked to sign what.
//!
//! Each present member stands behind the version that they signed last. The version in force is the one that most
//! stand behind; at a tie it is the older one, so that nothing changes without more on its side than on the other.
//! Where nobody stands behind any, it is the newest. That is a pure function of versions, signatures and roster: in
//! whatever order copies meet, all come to the same.

use super::{CharterId, CharterVersion, Signature};
use crate::domain::member::{Member, MemberId};
use crate::domain::order::ordered;
use crate::domain::records::Circle;

/// The versions as they stand now.
#[derive(Clone, PartialEq, Debug)]
pub struct CharterStanding<'a> {
    /// The version that counts.
    pub in_force: &'a CharterVersion,
    /// Others that nobody has edited further and somebody present stands behind, the oldest first.
    pub proposals: Vec<&'a CharterVersion>,
    /// All the rest, the newest first.
    pub earlier: Vec<&'a CharterVersion>,
}

impl Circle {
    /// What the circle is for: as the charter in force says, or the circle itself where there is no charter or it does
    /// not say.
    pub fn purpose(&self) -> &str {
        let agreed = self.charter().map(|version| version.terms.purpose.as_str());
        agreed.filter(|purpose| !purpose.is_empty()).unwrap_or(&self.about.purpose)
    }

    /// The version in force; none before the first one is written.
    pub fn charter(&self) -> Option<&CharterVersion> {
        self.charter_standing().map(|standing| standing.in_force)
    }

    /// Which version counts, and which others there are; none before the first one is written.
    pub fn charter_standing(&self) -> Option<CharterStanding<'_>> {
        let versions = self.charter_versions();
        let support: Vec<usize> = versions.iter().map(|version| self.support(&version.id)).collect();
        let most = support.iter().copied().max()?;
        let places = || (0..versions.len()).filter(|place| support[*place] == most);
        let in_force = versions[if most == 0 { places().next_back()? } else { places().next()? }];
        let is_edited = |id: &CharterId| versions.iter().any(|other| other.based_on.as_ref() == Some(id));
        let is_proposal =
            |place: &usize| support[*place] > 0 && versions[*place] != in_force && !is_edited(&versions[*place].id);
        let (proposals, rest): (Vec<_>, Vec<_>) = (0..versions.len()).partition(is_proposal);
        let of = |place: usize| versions[place];
        Some(CharterStanding {
            in_force,
            proposals: proposals.into_iter().map(of).collect(),
            earlier: rest.into_iter().rev().map(of).filter(|version| *version != in_force).collect(),
        })
    }

    /// Versions that were not taken back, the oldest first.
    fn charter_versions(&self) -> Vec<&CharterVersion> {
        let found = self.charters.values().map(|version| &**version).filter(|version| version.deleted_at.is_none());
        ordered(found, |version| (0, version.written_at, version.id.as_str()))
    }

    /// Present members whose signature of `version` stands, in the roster's order.
    pub fn signers(&self, version: &CharterId) -> Vec<&Member> {
        let is_signed = |member: &&Member| {
            let signed = self.signatures.get(&Signature::id_of(version, &member.id));
            signed.is_some_and(|signed| signed.withdrawn_at.is_none())
        };
        self.roster().into_iter().filter(is_signed).collect()
    }

    /// How many present members stand behind `version`.
    pub fn support(&self, version: &CharterId) -> usize {
        let roster = self.roster();
        roster.into_iter().filter(|member| self.stands_behind(&member.id) == Some(version)).count()
    }

    /// The version that `member` signed last, of those that are still there.
    pub fn stands_behind(&self, member: &MemberId) -> Option<&CharterId> {
        let is_theirs = |signed: &&Signature| {
            let is_there = self.charters.get(&signed.version).is_some_and(|version| version.deleted_at.is_none());
            signed.member == *member && signed.withdrawn_at.is_none() && is_there
        };
        let signed = self.signatures.values().map(|signed| &**signed).filter(is_theirs);
        signed.max_by_key(|signed| (signed.signed_at, &signed.version)).map(|signed| &signed.version)
    }

    /// Versions that `member` is asked to sign: the one in force and the proposals, apart from those that they signed
    /// and, once they have chosen one, from those that it does not lead to.
    pub fn to_sign(&self, member: &MemberId) -> Vec<&CharterVersion> {
        let Some(standing) = self.charter_standing() else { return Vec::new() };
        let chosen = self.stands_behind(member);
        let is_asked = |version: &&CharterVersion| {
            let leads_here = |chosen: &CharterId| self.charter_line(version).iter().any(|other| other.id == *chosen);
            let has_signed = self.signers(&version.id).iter().any(|signer| signer.id == *member);
            !has_signed && chosen.is_none_or(leads_here)
        };
        std::iter::once(standing.in_force).chain(standing.proposals).filter(is_asked).collect()
    }

    /// The versions that `version` came from, itself first; those that were taken back are among them.
    pub fn charter_line<'a>(&'a self, version: &'a CharterVersion) -> Vec<&'a CharterVersion> {
        let mut line = vec![version];
        let base = |version: &CharterVersion| version.based_on.as_ref().and_then(|id| self.charters.get(id));
        while let Some(earlier) = line.last().and_then(|last| base(last)) {
            // A damaged file may lead round in a ring.
            if line.iter().any(|other| other.id == earlier.id) {
                break;
            }
            line.push(earlier);
        }
        line
    }

    /// What `version` is compared with: the nearest version that it and the one in force both came from, or what it was
    /// edited from where it is in force itself; none where there is none.
    pub fn charter_base<'a>(&'a self, version: &'a CharterVersion) -> Option<&'a CharterVersion> {
        let line = self.charter_line(version);
        let in_force = self.charter()?;
        if in_force.id == version.id {
            return line.get(1).copied();
        }
        let counted = self.charter_line(in_force);
        line.into_iter().skip(1).find(|earlier| counted.iter().any(|other| other.id == earlier.id))
    }
}
