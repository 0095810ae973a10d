//! Which updates a generation holds, said in few characters in its header.
//!
//! Form: `-` for none, else comma-separated runs `<tab>:<first seq>:<marks>`, where `marks` has the
//! eight characters of the mark of each consecutive update. `t1:7:0a1b2c3d99ffee00` stands for the
//! updates with the keys `t1-0000000007-0a1b2c3d` and `t1-0000000008-99ffee00`.

use std::collections::BTreeSet;

use super::keys::{LogKey, MARK_CHARS, decode, encode, is_mark, log_key};

const NONE: &str = "-";

/// The updates that a generation holds and that were in the storage when it was written: tab, number
/// and mark of each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Covered(BTreeSet<(String, u32, String)>);

impl Covered {
    pub(super) fn insert(&mut self, log: LogKey) {
        self.0.insert((log.tab, log.seq, log.mark));
    }

    pub(super) fn holds(&self, log: &LogKey) -> bool {
        self.0.contains(&(log.tab.clone(), log.seq, log.mark.clone()))
    }

    /// The keys under which the updates were stored.
    pub(super) fn keys(&self, circle: &str) -> Vec<String> {
        self.0.iter().map(|(tab, seq, mark)| log_key(circle, tab, *seq, mark)).collect()
    }

    pub(super) fn to_header(&self) -> String {
        let mut out = String::new();
        let mut next: Option<(&str, u32)> = None;
        for (tab, seq, mark) in &self.0 {
            if next != Some((tab, *seq)) {
                let comma = if out.is_empty() { "" } else { "," };
                out.push_str(&format!("{comma}{}:{seq}:", encode(tab)));
            }
            out.push_str(mark);
            next = seq.checked_add(1).map(|seq| (tab.as_str(), seq));
        }
        if out.is_empty() { NONE.to_owned() } else { out }
    }

    /// `None` when the text is not of this form.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut covered = Self::default();
        if text == NONE {
            return Some(covered);
        }
        for run in text.split(',') {
            let (tab, rest) = run.split_once(':')?;
            let (first, mut marks) = rest.split_once(':')?;
            let tab = decode(tab)?;
            let mut seq: u32 = first.parse().ok()?;
            loop {
                let (mark, rest) = marks.split_at_checked(MARK_CHARS)?;
                if !is_mark(mark) {
                    return None;
                }
                covered.0.insert((tab.clone(), seq, mark.to_owned()));
                if rest.is_empty() {
                    break;
                }
                marks = rest;
                seq = seq.checked_add(1)?;
            }
        }
        Some(covered)
    }
}
