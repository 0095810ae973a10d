//! What came in about the end of a season.

use super::SeasonChoice;
use crate::domain::news::{Happening, News};
use crate::domain::records::Circle;
use crate::domain::rhythm::Cycle;

/// What can come in about the end of a season.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SeasonNews {
    /// Somebody looked back.
    LookedBack,
    /// Somebody thanks all of them, or the member of that name.
    Thanked(Option<String>),
    /// Somebody re-commits.
    Stays,
    /// Somebody leaves at the season's end.
    Leaves,
    /// The next season begins with this cycle.
    Begun(Cycle),
}

/// What `after` knows of the end of seasons and `before` did not.
pub fn season_news(before: &Circle, after: &Circle) -> Vec<News> {
    let mut found = Vec::new();
    for (id, retro) in after.retros.iter().filter(|(id, retro)| before.retros.get(id) != Some(retro)) {
        let earlier = before.retros.get(id);
        let is_new = |of: fn(&super::Retro) -> &str| {
            earlier.is_none_or(|earlier| of(earlier) != of(retro)) && !of(retro).is_empty()
        };
        let told = |what| News { who: Some(retro.member.clone()), what: Happening::Season(what) };
        if is_new(|retro| &retro.keep) || is_new(|retro| &retro.change) {
            found.push(told(SeasonNews::LookedBack));
        }
        if is_new(|retro| &retro.thanks) {
            let name = retro.thanks_to.as_ref().and_then(|to| after.name_of(to));
            found.push(told(SeasonNews::Thanked(name.map(str::to_owned))));
        }
    }
    for (id, said) in after.recommitments.iter() {
        if before.recommitments.get(id).is_none_or(|earlier| earlier.choice != said.choice) {
            let what = match said.choice {
                SeasonChoice::Stay => SeasonNews::Stays,
                SeasonChoice::Leave => SeasonNews::Leaves,
            };
            found.push(News { who: Some(said.member.clone()), what: Happening::Season(what) });
        }
    }
    // A circle that is new here has no season that follows another one.
    let is_known = !before.seasons.is_empty();
    for season in after.seasons.values().filter(|season| is_known && !before.seasons.contains_key(&season.id)) {
        found.push(News { who: None, what: Happening::Season(SeasonNews::Begun(season.first)) });
    }
    found
}
