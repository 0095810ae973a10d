//! What came in about sessions, their agenda, decisions and digests.

use super::{AgendaItem, Decision, Session};
use crate::domain::member::MemberId;
use crate::domain::news::{Happening, News};
use crate::domain::records::Circle;
use crate::domain::rhythm::Cycle;

/// What can come in about sessions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SessionNews {
    /// The session of this cycle was started.
    Started(Cycle),
    /// The session of this cycle ended.
    Ended(Cycle),
    /// Something was noted of the session of this cycle.
    Changed(Cycle),
    /// A new agenda item.
    ItemAdded(String),
    /// An agenda item was finished.
    ItemDone(String),
    /// An agenda item changed otherwise.
    ItemChanged(String),
    /// An agenda item was dropped.
    ItemDropped(String),
    /// A new decision.
    Decided(String),
    /// A decision was looked at again and closed, or deleted.
    DecisionClosed(String),
    /// A decision changed otherwise.
    DecisionChanged(String),
    /// The digest of this cycle was published, or published again.
    DigestPublished(Cycle),
}

/// What `after` knows of sessions and `before` did not.
pub fn session_news(before: &Circle, after: &Circle) -> Vec<News> {
    let mut found = Vec::new();
    for (cycle, session) in after.sessions.iter() {
        let what = of_session(before.sessions.get(cycle).map(|earlier| &**earlier), session);
        found.extend(what.map(|what| told(None, what)));
    }
    for (id, item) in after.agenda.iter() {
        let what = of_item(before.agenda.get(id).map(|earlier| &**earlier), item);
        found.extend(what.map(|what| told(item.owner.clone(), what)));
    }
    for (id, decision) in after.decisions.iter() {
        let what = of_decision(before.decisions.get(id).map(|earlier| &**earlier), decision);
        found.extend(what.map(|what| told(None, what)));
    }
    for (cycle, digest) in after.digests.iter() {
        if before.digests.get(cycle) != Some(digest) {
            found.push(told(digest.by.clone(), SessionNews::DigestPublished(digest.cycle)));
        }
    }
    found
}

fn told(who: Option<MemberId>, what: SessionNews) -> News {
    News { who, what: Happening::Session(what) }
}

fn of_session(before: Option<&Session>, after: &Session) -> Option<SessionNews> {
    let was_started = before.is_some_and(|before| before.started_at.is_some());
    let was_ended = before.is_some_and(|before| before.ended_at.is_some());
    if before == Some(after) {
        None
    } else if after.ended_at.is_some() && !was_ended {
        Some(SessionNews::Ended(after.cycle))
    } else if after.started_at.is_some() && !was_started {
        Some(SessionNews::Started(after.cycle))
    } else {
        Some(SessionNews::Changed(after.cycle))
    }
}

fn of_item(before: Option<&AgendaItem>, after: &AgendaItem) -> Option<SessionNews> {
    let title = after.title.clone();
    match before {
        None if after.deleted_at.is_some() => None,
        None => Some(SessionNews::ItemAdded(title)),
        Some(before) if before == after => None,
        Some(before) if before.deleted_at.is_none() && after.deleted_at.is_some() => {
            Some(SessionNews::ItemDropped(title))
        }
        Some(before) if before.done_at.is_none() && after.done_at.is_some() => Some(SessionNews::ItemDone(title)),
        Some(_) => Some(SessionNews::ItemChanged(title)),
    }
}

fn of_decision(before: Option<&Decision>, after: &Decision) -> Option<SessionNews> {
    let text = after.text.clone();
    match before {
        None if after.deleted_at.is_some() => None,
        None => Some(SessionNews::Decided(text)),
        Some(before) if before == after => None,
        Some(before) if before.is_open() && !after.is_open() => Some(SessionNews::DecisionClosed(text)),
        Some(_) => Some(SessionNews::DecisionChanged(text)),
    }
}
