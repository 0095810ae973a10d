//! What came in about the shared aim.

use super::Aim;
use crate::domain::goal::{Amount, Closing};
use crate::domain::news::{Happening, News};
use crate::domain::records::Circle;

/// What can come in about the shared aim.
#[derive(Clone, PartialEq, Debug)]
pub enum AimNews {
    /// One was set, or set again.
    Set(String),
    /// Its words or its measure changed.
    Changed(String),
    /// It ended.
    Closed(String, Closing),
    /// It was deleted.
    Deleted(String),
    /// A measurement.
    Progressed {
        /// The aim's title.
        aim: String,
        /// Where it stands.
        amount: Amount,
    },
}

/// What `after` knows of shared aims and `before` did not.
pub fn aim_news(before: &Circle, after: &Circle) -> Vec<News> {
    let mut found = Vec::new();
    for (id, aim) in after.aims.iter() {
        let what = of_aim(before.aims.get(id).map(|earlier| &**earlier), aim);
        found.extend(what.map(|what| News { who: None, what: Happening::Aim(what) }));
    }
    for entry in after.aim_progress.values().filter(|entry| before.aim_progress.get(&entry.id) != Some(entry)) {
        let Some(aim) = after.aims.get(&entry.aim).filter(|_| entry.deleted_at.is_none()) else { continue };
        let Some(amount) = aim.measure.amount(entry.value) else { continue };
        let what = AimNews::Progressed { aim: aim.title.clone(), amount };
        found.push(News { who: Some(entry.by.clone()), what: Happening::Aim(what) });
    }
    found
}

fn of_aim(before: Option<&Aim>, after: &Aim) -> Option<AimNews> {
    let title = after.title.clone();
    match before.filter(|before| before.deleted_at.is_none()) {
        None => after.deleted_at.is_none().then_some(AimNews::Set(title)),
        Some(before) if before == after => None,
        Some(_) if after.deleted_at.is_some() => Some(AimNews::Deleted(title)),
        Some(before) => match after.closing {
            Some(closing) if before.closing != Some(closing) => Some(AimNews::Closed(title, closing)),
            _ => Some(AimNews::Changed(title)),
        },
    }
}
