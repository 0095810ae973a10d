//! Values in words that need the circle or the clock. Nothing is tracked: a list of values stays as it was shown.

use super::words;
use crate::document::{Author, Place, Value};
use crate::domain::{Circle, GoalId, HOUR, MemberId, Timestamp, parse_day};
use crate::state::App;
use crate::ui::text::time::{dated, relative};

/// What the value at `place` belongs to, and what it is called: "Ana · Write 3 pages · the wording".
pub fn told_title(circle: &Circle, place: &Place) -> String {
    let subject = circle.subject(place.kind, place.id());
    let title = [subject.owner, Some(subject.title).filter(|title| !title.is_empty())];
    title.into_iter().flatten().chain([words::field(place).to_owned()]).collect::<Vec<_>>().join(" · ")
}

/// A value for people.
pub fn told_value(app: App, circle: &Circle, place: &Place, value: &Value) -> String {
    if matches!(place.field(), "deleted_at" | "left_at") {
        return if matches!(value, Value::String(_)) { words::GONE } else { words::THERE }.to_owned();
    }
    match value {
        Value::Null | Value::Undefined => words::NOTHING.to_owned(),
        Value::Bool(is) => if *is { words::YES } else { words::NO }.to_owned(),
        Value::String(text) if text.is_empty() => words::NOTHING.to_owned(),
        Value::String(text) => told_text(app, circle, place, text),
        other => other.to_string(),
    }
}

fn told_text(app: App, circle: &Circle, place: &Place, text: &str) -> String {
    let today = app.day_of(app.now().get_untracked());
    let state = || words::state(place, text).map(ToOwned::to_owned);
    let name = || circle.name_of(&MemberId::new(text)).map(ToOwned::to_owned);
    let goal = || Some(circle.goals.get(&GoalId::new(text))?.title.clone());
    let day = || parse_day(text).or_else(|| Timestamp::parse(text).map(|at| app.day_of(at)));
    state()
        .or_else(name)
        .or_else(goal)
        .or_else(|| day().map(|day| dated(day, today)))
        .unwrap_or_else(|| text.to_owned())
}

/// Who wrote a value, and when.
pub fn told_author(app: App, circle: &Circle, author: Option<&Author>) -> String {
    let Some(author) = author else { return words::UNKNOWN.to_owned() };
    let is_me = app.me.with_untracked(|me| me.as_ref() == Some(&author.member));
    let name = if is_me { words::YOU } else { circle.name_of(&author.member).unwrap_or(words::SOMEBODY) };
    let now = app.now().get_untracked();
    let when = match author.at > now.plus(HOUR) {
        true => words::AHEAD.to_owned(),
        false => relative(now, author.at.min(now)),
    };
    words::author(name, &when)
}
