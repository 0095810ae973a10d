//! Who writes, and when: stamps in the document.
//!
//! A client id of Yjs is fresh for each tab and start, and says nothing of the person behind it. So every client writes a
//! *stamp* ahead of its first change, in the same update, and ahead of a later change when at least an hour has passed: in
//! the root map `stamps`, below the minute since 1970 in hexadecimal, the id of the member who writes.
//!
//! ```text
//! stamps { "1c8bc74": "k3p9…" }       written as (client 77, clock 0): Ana, 2026-11-29T13:40Z
//! goals  { "8fz2…/title": "…" }       written as (client 77, clock 1): by Ana, at about that time
//! ```
//!
//! What a client wrote was written by the member, and at about the time, of its newest stamp before that. What was written
//! before stamps were kept has none. Where two write in the same minute one of them replaces the other's stamp, which stays
//! in the history, and that is where stamps are read. So no kind of record has them, nor has the readable snapshot. A
//! device's clock may be wrong by years: a stamp says what it told.
//!
//! The key says when, and not who, since of all that was measured this takes the least room: the newest stamp of a member
//! would name the one before it, and delete it, with a client id each.

use crate::domain::{HOUR, MINUTE, MemberId, Timestamp};
use std::sync::Arc;
use yrs::Any;

/// The root map of the stamps.
pub const STAMPS: &str = "stamps";

/// Who wrote something, and when by the clock of their device, to about an hour.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Author {
    /// Who held the device.
    pub member: MemberId,
    /// When.
    pub at: Timestamp,
}

impl Author {
    /// Whether a client that stamped `last` must stamp anew before this one writes.
    pub fn is_due_after(&self, last: Option<&Self>) -> bool {
        last.is_none_or(|last| last.member != self.member || (self.at.millis() - last.at.millis()).abs() >= HOUR)
    }

    /// Key and value of its stamp.
    pub fn to_stamp(&self) -> (Arc<str>, Any) {
        let minute = self.at.millis().div_euclid(MINUTE).max(0);
        (format!("{minute:x}").into(), Any::String(self.member.as_str().into()))
    }

    /// What a stamp says; `None` where it is none.
    pub(super) fn from_stamp(key: &str, value: &Any) -> Option<Self> {
        let Any::String(member) = value else { return None };
        let minute = i64::from_str_radix(key, 16).ok()?;
        let at = Timestamp::from_millis(minute.saturating_mul(MINUTE));
        Some(Self { member: MemberId::new(member), at })
    }
}

/// Who is about to write into a document, and what its client has stamped last.
#[derive(Default)]
pub(super) struct Pen {
    holder: Option<Author>,
    stamped: Option<Author>,
}

impl Pen {
    pub(super) fn hand_to(&mut self, author: Author) {
        self.holder = Some(author);
    }

    /// The stamp that goes ahead of what is written now, where one is due.
    pub(super) fn stamp(&mut self) -> Option<(Arc<str>, Any)> {
        let holder = self.holder.as_ref().filter(|holder| holder.is_due_after(self.stamped.as_ref()))?;
        let stamp = holder.to_stamp();
        self.stamped = Some(holder.clone());
        Some(stamp)
    }
}
