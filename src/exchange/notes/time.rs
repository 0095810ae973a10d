//! When an item is: by the days in its line, its message, and the headings above it.

use super::day::{DateOrder, WrittenDay};
use super::days::WrittenDays;
use super::heading::HeadingTime;
use super::item::{ItemKind, ItemTime, NotTaken, NoteItem};
use super::make::NoteMaker;
use super::task::TaskWords;
use crate::domain::{Cycle, Day, Outcome, day_plus};
use crate::exchange::intake::{IntakeChoice, IntakeKey, IntakeReason};
use chrono::{Datelike, Weekday};

impl NoteMaker<'_> {
    /// Returns when `item` is.
    pub(super) fn time(
        &mut self,
        item: &NoteItem,
        words: &TaskWords,
        outcome: Option<Outcome>,
    ) -> Result<ItemTime, NotTaken> {
        let is_open = outcome.is_none();
        let begins = item.day.map(|day| self.day(day, item)).transpose()?;
        let sent = item.sent.map(|day| self.day(day, item)).transpose()?;
        let cell = item.due.map(|day| self.day(day, item)).transpose()?;
        // The day that an open item begins with is when it is due; of one that ended, when it did.
        let begun = begins.filter(|_| !is_open);
        let above = if sent.or(begun).is_some() { None } else { self.above(item)? };
        let (week_above, day_above) = above.unzip();
        let day_above = day_above.flatten();
        let ended = words.done.or(words.cancelled);
        let due = words.due.or(cell).or(begins.filter(|_| is_open && item.kind == ItemKind::Task));
        let resolved = ended.or(begins).or(sent).or(day_above).filter(|_| !is_open);
        let known = begun.map(Cycle::of).or(week_above).or(due.or(ended).or(sent).map(Cycle::of));
        let written = known.map_or_else(String::new, |cycle| cycle.to_string());
        let cycle = match known {
            Some(cycle) => cycle,
            None => self.undated(&words.text)?,
        };
        Ok(ItemTime { cycle: Some(cycle), written, due, resolved, created: begun.or(sent).or(day_above) })
    }

    /// The day that is written, once its order and its year are known.
    pub(super) fn day(&mut self, day: WrittenDay, item: &NoteItem) -> Result<Day, NotTaken> {
        let order = if day.is_ambiguous() { Some(self.order(&item.text)?) } else { day.order() };
        let year = if day.lacks_year() { Some(self.year(&item.text)?) } else { None };
        day.day(order, year).ok_or_else(|| NotTaken::LeftOut(IntakeReason::NoSuchDay(day.to_string())))
    }

    fn order(&mut self, sample: &str) -> Result<DateOrder, NotTaken> {
        let key = IntakeKey::DayOrder { table: 0, column: 0 };
        let decided = self.order.decided().map(|order| match order {
            DateOrder::DayFirst => IntakeChoice::DayFirst,
            DateOrder::MonthFirst => IntakeChoice::MonthFirst,
        });
        let choices = || vec![IntakeChoice::DayFirst, IntakeChoice::MonthFirst];
        match self.inquiry.ask((&key, ""), sample, choices, decided) {
            Some(IntakeChoice::MonthFirst) => Ok(DateOrder::MonthFirst),
            Some(_) => Ok(DateOrder::DayFirst),
            None => Err(NotTaken::Waits(key)),
        }
    }

    fn year(&mut self, sample: &str) -> Result<i32, NotTaken> {
        let this = self.setting.present.cycle().first_day().year();
        let choices = || [this, this - 1, this - 2, this + 1].map(IntakeChoice::Year).to_vec();
        match self.inquiry.ask((&IntakeKey::Year, ""), sample, choices, None) {
            Some(IntakeChoice::Year(year)) => Ok(year),
            _ => Err(NotTaken::Waits(IntakeKey::Year)),
        }
    }

    /// The week of the headings above, and the day where they say one.
    fn above(&mut self, item: &NoteItem) -> Result<Option<(Cycle, Option<Day>)>, NotTaken> {
        let Some((time, line)) = item.scope.time else { return Ok(None) };
        match time {
            HeadingTime::Days(days) => {
                let (first, last) = self.days(days, item)?;
                let day = match item.scope.weekday {
                    Some(weekday) => Some(next(weekday, first)).filter(|day| *day <= last),
                    None => Some(first).filter(|_| first == last),
                };
                Ok(Some((day.map_or_else(|| WrittenDays::week(first, last), Cycle::of), day)))
            }
            HeadingTime::Week { number, year } => {
                let week = self.numbered((number, year), line, item)?;
                let day = item.scope.weekday.map(|weekday| next(weekday, week.first_day()));
                Ok(Some((week, day)))
            }
            HeadingTime::Weekday(_) => Ok(None),
        }
    }

    fn days(&mut self, days: WrittenDays, item: &NoteItem) -> Result<(Day, Day), NotTaken> {
        let heading = &item.scope.heading;
        let asks_order = days.first.is_ambiguous() || days.last.is_ambiguous();
        let decided = days.first.order().or(days.last.order());
        let order = if asks_order && decided.is_none() { Some(self.order(heading)?) } else { decided };
        let asks_year = days.first.lacks_year();
        let year = if asks_year { Some(self.year(heading)?) } else { None };
        days.days(order, year).ok_or_else(|| NotTaken::LeftOut(IntakeReason::NoSuchDay(heading.clone())))
    }

    /// The week with a number: of the calendar (ISO 8601) where the year is told, and otherwise asked.
    fn numbered(
        &mut self,
        (number, year): (u32, Option<u32>),
        line: usize,
        item: &NoteItem,
    ) -> Result<Cycle, NotTaken> {
        let iso = |year: i32| Day::from_isoywd_opt(year, number, Weekday::Mon).map(Cycle::of);
        if let Some(week) = year.and_then(|year| iso(i32::try_from(year).ok()?)) {
            return Ok(week);
        }
        let present = self.setting.present;
        let this = present.cycle();
        let year = this.first_day().iso_week().year();
        let season = present.circle.season_at(this);
        let of_season = season.filter(|(_, week)| (1..=week.of).contains(&number));
        let of_season = of_season.map(|(_, week)| this.plus(i64::from(number) - i64::from(week.number)));
        let mut weeks: Vec<Cycle> = Vec::new();
        for week in [of_season, iso(year), iso(year - 1), Some(this)].into_iter().flatten() {
            if !weeks.contains(&week) {
                weeks.push(week);
            }
        }
        self.week(line, (&item.scope.heading, &item.text), weeks, None)
    }

    /// The week of lines that say nothing of time: this one, where some of them are done.
    fn undated(&mut self, sample: &str) -> Result<Cycle, NotTaken> {
        let present = self.setting.present;
        let this = present.cycle();
        let (rhythm, me) = (&present.circle.rhythm, self.setting.me);
        let next = rhythm.next_held(this);
        let for_new = me.map_or(this, |me| present.cycle_for_new(me));
        let decided = if self.has_outcomes { this } else { for_new };
        let weeks = vec![this, next, rhythm.last_held(this)];
        self.week(0, ("", sample), weeks, Some(decided))
    }

    fn week(
        &mut self,
        line: usize,
        (label, sample): (&str, &str),
        weeks: Vec<Cycle>,
        decided: Option<Cycle>,
    ) -> Result<Cycle, NotTaken> {
        let key = IntakeKey::Week(line);
        let choices = || weeks.into_iter().map(IntakeChoice::Week).collect();
        match self.inquiry.ask((&key, label), sample, choices, decided.map(IntakeChoice::Week)) {
            Some(IntakeChoice::Week(week)) => Ok(week),
            _ => Err(NotTaken::Waits(key)),
        }
    }
}

/// The first `weekday` from `day` on.
fn next(weekday: Weekday, day: Day) -> Day {
    let ahead = weekday.num_days_from_monday() + 7 - day.weekday().num_days_from_monday();
    day_plus(day, i64::from(ahead % 7))
}
