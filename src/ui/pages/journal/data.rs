//! Entries of the journal, ready to be drawn.

use super::words;
use crate::document::{Change, JournalEntry, Place, Value};
use crate::domain::{Circle, Cycle, Day, HOUR, Kind, MemberId, Subject, Timestamp, is_needed};
use crate::state::App;
use crate::ui::shared::values::{told_value, words as values};
use crate::ui::text;

/// Most characters of a value that are shown.
const LONGEST: usize = 300;

/// The entries of one day.
#[derive(Clone, PartialEq, Debug)]
pub struct DayGroup {
    /// What a list tells it apart by, and an element of the page.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// Its entries, the newest first.
    pub rows: Vec<EntryRow>,
}

/// What somebody changed of one record at once.
#[derive(Clone, PartialEq, Debug)]
pub struct EntryRow {
    /// What a list tells it apart by.
    pub key: String,
    /// Who.
    pub who: String,
    /// One or two letters of that.
    pub initials: String,
    /// What their colour is chosen by.
    pub seat: usize,
    /// What they did: "changed the goal “Find a job”".
    pub what: String,
    /// Value by value.
    pub lines: Vec<ChangeLine>,
    /// What puts it back; empty where nothing can be.
    pub earlier: Vec<(Place, Value)>,
}

/// One value, before and after.
#[derive(Clone, PartialEq, Debug)]
pub struct ChangeLine {
    /// What it is called.
    pub field: &'static str,
    /// Both, where they are words that people read.
    pub values: Option<(String, String)>,
}

/// `entries` by day, as they come.
pub fn days<'a>(app: App, entries: impl Iterator<Item = &'a JournalEntry>) -> Vec<DayGroup> {
    let (now, today) = (app.now().get_untracked(), app.day_of(app.now().get_untracked()));
    app.circle().with(|circle| {
        let mut groups = Vec::<DayGroup>::new();
        for entry in entries {
            let (key, name) = day(app, now, today, entry.author.as_ref().map(|author| author.at));
            if groups.last().is_none_or(|group| group.key != key) {
                groups.push(DayGroup { key, name, rows: Vec::new() });
            }
            if let Some(group) = groups.last_mut() {
                group.rows.push(EntryRow::of(app, circle, entry));
            }
        }
        groups
    })
}

/// The day of `at`, with what tells it apart. A time that has not come yet is none to sort people's words by.
fn day(app: App, now: Timestamp, today: Day, at: Option<Timestamp>) -> (String, String) {
    match at {
        None => ("before".to_owned(), words::BEFORE.to_owned()),
        Some(at) if at > now.plus(HOUR) => ("ahead".to_owned(), words::AHEAD.to_owned()),
        Some(at) => {
            let day = app.day_of(at.min(now));
            (day.to_string(), if day == today { words::TODAY.to_owned() } else { text::time::dated(day, today) })
        }
    }
}

impl EntryRow {
    fn of(app: App, circle: &Circle, entry: &JournalEntry) -> Self {
        let member = entry.author.as_ref().and_then(|author| circle.members.get(&author.member));
        let lines = if entry.is_new { Vec::new() } else { lines(app, circle, &entry.changes) };
        Self {
            key: format!("{}-{}", entry.mark.0, entry.mark.1),
            who: member.map_or_else(|| words::SOMEBODY.to_owned(), |member| member.name.clone()),
            initials: member.map_or_else(|| "·".to_owned(), |member| text::initials(&member.name)),
            seat: member.map_or(0, |member| circle.seat_of(&member.id)),
            what: what(circle, entry),
            lines,
            earlier: app
                .me
                .with_untracked(|me| me.as_ref().map(|me| earlier(app, circle, entry, me)))
                .unwrap_or_default(),
        }
    }
}

/// What was done, and to what.
fn what(circle: &Circle, entry: &JournalEntry) -> String {
    let Subject { owner, title } = circle.subject(entry.kind, &entry.id);
    // A member is their own, and is called by their name.
    let (owner, title) = if entry.kind == Kind::Member { (None, owner.unwrap_or_default()) } else { (owner, title) };
    let title = entry.is_new.then(|| first_title(&entry.changes)).flatten().unwrap_or(title);
    let by = entry.author.as_ref().and_then(|author| circle.name_of(&author.member));
    let owner = owner.as_deref().filter(|owner| Some(*owner) != by);
    let is_gone = |value: &Value| matches!(value, Value::String(_));
    let deleted = entry.changes.iter().find(|change| change.place.field() == "deleted_at");
    let verb = match deleted {
        _ if entry.is_new && entry.kind == Kind::About => return words::BEGAN.to_owned(),
        _ if entry.is_new => words::ADDED,
        Some(change) if is_gone(&change.after) => words::DELETED,
        Some(_) => words::BROUGHT_BACK,
        None => words::CHANGED,
    };
    let week = week_of(entry.kind, &entry.id).map(|cycle| text::time::day(cycle.first_day()));
    words::what(verb, words::noun(entry.kind), &title, week.as_deref(), owner)
}

/// What a record was called as it began.
fn first_title(changes: &[Change]) -> Option<String> {
    let title = changes.iter().find(|change| matches!(change.place.field(), "title" | "text" | "question"));
    match title.map(|change| &change.after) {
        Some(Value::String(text)) => Some(text.to_string()),
        _ => None,
    }
}

/// The week that a record of one week is of.
fn week_of(kind: Kind, id: &str) -> Option<Cycle> {
    matches!(kind, Kind::CheckIn | Kind::Session | Kind::Digest | Kind::Week)
        .then(|| Cycle::parse(id.split('~').next().unwrap_or_default()))
        .flatten()
}

/// The values that people read. Instants that go with another value are not among them.
fn lines(app: App, circle: &Circle, changes: &[Change]) -> Vec<ChangeLine> {
    let mut lines = Vec::<ChangeLine>::new();
    for change in changes.iter().filter(|change| is_shown(change.place.field())) {
        let told = |value: &Value| text::clipped(&told_value(app, circle, &change.place, value), LONGEST);
        let values = values::is_read(&change.place).then(|| (told(&change.before), told(&change.after)));
        let line = ChangeLine { field: values::field(&change.place), values };
        if line.values.is_some() || !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

fn is_shown(field: &str) -> bool {
    !field.ends_with("_at") || field == "left_at"
}

/// What puts back what counted before; nothing where it counts already, or `me` may not.
fn earlier(app: App, circle: &Circle, entry: &JournalEntry, me: &MemberId) -> Vec<(Place, Value)> {
    // What another program has thrown away cannot come back.
    let is_kept = |change: &Change| match change.before {
        Value::Undefined => false,
        Value::Null => !is_needed(change.place.field()),
        _ => true,
    };
    let may = |change: &Change| circle.can_put_back(entry.kind, &entry.id, change.place.field(), me);
    if entry.is_new || !entry.changes.iter().all(|change| is_kept(change) && may(change)) {
        return Vec::new();
    }
    let is_other = |change: &&Change| app.value_now(&change.place) != change.before;
    let other = entry.changes.iter().filter(is_other);
    other.map(|change| (change.place.clone(), change.before.clone())).collect()
}
