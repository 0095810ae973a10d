//! What came in about the charter.

use super::{CharterVersion, Signature};
use crate::domain::member::MemberId;
use crate::domain::news::{Happening, News};
use crate::domain::records::Circle;

/// What can come in about the charter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CharterNews {
    /// The first version.
    Written,
    /// Another version.
    Proposed,
    /// A version was taken back.
    TakenBack,
    /// Somebody signed a version.
    Signed,
    /// Somebody withdrew a signature.
    Unsigned,
}

/// What `after` knows of the charter and `before` did not. Who writes a version signs it; that is told once.
pub fn charter_news(before: &Circle, after: &Circle) -> Vec<News> {
    let mut found = Vec::new();
    let told = |who: Option<&MemberId>, what| News { who: who.cloned(), what: Happening::Charter(what) };
    for (id, version) in after.charters.iter() {
        let earlier = before.charters.get(id).map(|earlier| &**earlier);
        found.extend(of_version(earlier, version).map(|what| told(version.by.as_ref(), what)));
    }
    for (id, signed) in after.signatures.iter() {
        let version = after.charters.get(&signed.version).map(|version| &**version);
        let is_by_writer = version.is_some_and(|version| version.by.as_ref() == Some(&signed.member));
        let is_new = !before.charters.contains_key(&signed.version);
        let earlier = before.signatures.get(id).map(|earlier| &**earlier);
        let what = of_signature(earlier, signed).filter(|_| !(is_by_writer && is_new));
        found.extend(what.map(|what| told(Some(&signed.member), what)));
    }
    found
}

fn of_version(before: Option<&CharterVersion>, after: &CharterVersion) -> Option<CharterNews> {
    let was_there = before.is_some_and(|before| before.deleted_at.is_none());
    match (was_there, after.deleted_at.is_none()) {
        (false, true) if after.based_on.is_none() => Some(CharterNews::Written),
        (false, true) => Some(CharterNews::Proposed),
        (true, false) => Some(CharterNews::TakenBack),
        _ => None,
    }
}

fn of_signature(before: Option<&Signature>, after: &Signature) -> Option<CharterNews> {
    let was_signed = before.is_some_and(|before| before.withdrawn_at.is_none());
    match (was_signed, after.withdrawn_at.is_none()) {
        (false, true) => Some(CharterNews::Signed),
        (true, false) => Some(CharterNews::Unsigned),
        _ => None,
    }
}
