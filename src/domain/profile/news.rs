//! What came in about profiles and ties.

use super::SaidTie;
use crate::domain::news::{Happening, News};
use crate::domain::records::Circle;

/// What can come in about who somebody is.
#[derive(Clone, PartialEq, Debug)]
pub enum ProfileNews {
    /// Somebody said something of themselves.
    Said,
    /// It was said how somebody knows the member of this name, from where they stand.
    Tied(String, SaidTie),
    /// That was taken back.
    Untied(String),
}

/// What `after` knows of profiles and ties and `before` did not.
pub fn profile_news(before: &Circle, after: &Circle) -> Vec<News> {
    let mut found = Vec::new();
    for (id, profile) in after.profiles.iter().filter(|(id, profile)| before.profiles.get(id) != Some(profile)) {
        // Somebody who joins with a profile is told of once.
        if before.members.contains_key(id) && profile.as_ref() != &super::Profile::of(id.clone()) {
            found.push(News { who: Some(id.clone()), what: Happening::Profile(ProfileNews::Said) });
        }
    }
    for (id, tie) in after.ties.iter().filter(|(id, tie)| before.ties.get(id) != Some(tie)) {
        let [one, other] = id.both();
        let name = after.name_of(other).unwrap_or_default().to_owned();
        let what = match tie.deleted_at {
            None => ProfileNews::Tied(name, tie.said_by(one)),
            Some(_) if before.ties.contains_key(id) => ProfileNews::Untied(name),
            Some(_) => continue,
        };
        found.push(News { who: Some(one.clone()), what: Happening::Profile(what) });
    }
    found
}
