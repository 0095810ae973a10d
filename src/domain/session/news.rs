//! What came in about sessions, their agenda, decisions and digests.

use super::{AgendaItem, Decision, Session};
use crate::domain::news::{Happening, News};
use crate::domain::records::Circle;

/// What `after` knows of sessions and `before` did not.
pub fn session_news(before: &Circle, after: &Circle) -> Vec<News> {
    let mut found = Vec::new();
    for (cycle, session) in after.sessions.iter() {
        let what = of_session(before.sessions.get(cycle).map(|earlier| &**earlier), session);
        found.extend(what.map(|what| News { who: None, what }));
    }
    for (id, item) in after.agenda.iter() {
        let what = of_item(before.agenda.get(id).map(|earlier| &**earlier), item);
        found.extend(what.map(|what| News { who: item.owner.clone(), what }));
    }
    for (id, decision) in after.decisions.iter() {
        let what = of_decision(before.decisions.get(id).map(|earlier| &**earlier), decision);
        found.extend(what.map(|what| News { who: None, what }));
    }
    for (cycle, digest) in after.digests.iter() {
        if before.digests.get(cycle) != Some(digest) {
            found.push(News { who: digest.by.clone(), what: Happening::DigestPublished(digest.cycle) });
        }
    }
    found
}

fn of_session(before: Option<&Session>, after: &Session) -> Option<Happening> {
    let was_started = before.is_some_and(|before| before.started_at.is_some());
    let was_ended = before.is_some_and(|before| before.ended_at.is_some());
    if before == Some(after) {
        None
    } else if after.ended_at.is_some() && !was_ended {
        Some(Happening::SessionEnded(after.cycle))
    } else if after.started_at.is_some() && !was_started {
        Some(Happening::SessionStarted(after.cycle))
    } else {
        Some(Happening::SessionChanged(after.cycle))
    }
}

fn of_item(before: Option<&AgendaItem>, after: &AgendaItem) -> Option<Happening> {
    let title = after.title.clone();
    match before {
        None if after.deleted_at.is_some() => None,
        None => Some(Happening::AgendaAdded(title)),
        Some(before) if before == after => None,
        Some(before) if before.deleted_at.is_none() && after.deleted_at.is_some() => {
            Some(Happening::AgendaDropped(title))
        }
        Some(before) if before.done_at.is_none() && after.done_at.is_some() => Some(Happening::AgendaDone(title)),
        Some(_) => Some(Happening::AgendaChanged(title)),
    }
}

fn of_decision(before: Option<&Decision>, after: &Decision) -> Option<Happening> {
    let text = after.text.clone();
    match before {
        None if after.deleted_at.is_some() => None,
        None => Some(Happening::Decided(text)),
        Some(before) if before == after => None,
        Some(before) if before.is_open() && !after.is_open() => Some(Happening::DecisionClosed(text)),
        Some(_) => Some(Happening::DecisionChanged(text)),
    }
}
