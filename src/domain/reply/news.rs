//! What came in as replies.

use super::ReplyKind;
use crate::domain::news::{Happening, News};
use crate::domain::records::Circle;

/// A reply that came in.
#[derive(Clone, PartialEq, Debug)]
pub struct ReplyNews {
    /// What it says.
    pub kind: ReplyKind,
    /// The commitment that it goes to.
    pub commitment: String,
}

/// Replies that `after` knows and `before` did not.
pub fn reply_news(before: &Circle, after: &Circle) -> Vec<News> {
    let new = after.replies.values().filter(|reply| before.replies.get(&reply.id) != Some(*reply));
    let news = new.filter(|reply| reply.deleted_at.is_none()).filter_map(|reply| {
        let commitment = after.commitments.get(&reply.commitment)?.text.clone();
        let what = Happening::Reply(ReplyNews { kind: reply.kind, commitment });
        Some(News { who: Some(reply.from.clone()), what })
    });
    news.collect()
}
