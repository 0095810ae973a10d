//! Rows as records.

use super::cells::SheetRow;
use super::decided::DecidedTable;
use super::goals::{closing, measure};
use super::row::{RowCells, RowStop};
use super::{RowRead, TableReader};
use crate::domain::{
    CommitmentId, GoalId, Identity, Kind, MemberId, Offer, OfferOwner, OfferTime, Offered, OfferedCheckIn,
    OfferedCommitment, OfferedGoal, OfferedMember, OfferedProgress, OfferedReply, ReplyKind, folded,
};
use crate::exchange::intake::people::PersonFound;
use crate::exchange::intake::vocabulary::StatusFound;
use crate::exchange::intake::{CellFault, ColumnMeaning, IntakeReason};
use crate::exchange::sheet_file;

impl TableReader<'_> {
    /// Reads `row` as one record of `kind`.
    pub(super) fn record(&mut self, table: &DecidedTable<'_>, row: &SheetRow, kind: Kind) -> RowRead {
        let mut cells = RowCells::new(table, row);
        let read = match kind {
            Kind::Member => self.member(&mut cells),
            Kind::Goal => self.goal(&mut cells),
            Kind::Progress => self.progress(&mut cells),
            Kind::CheckIn => self.check_in(&mut cells),
            Kind::Reply => self.reply(&mut cells),
            _ => self.commitment(&mut cells),
        };
        match read {
            Ok(()) => {
                self.reading.left_out.extend(cells.faults);
                RowRead::Taken
            }
            Err(RowStop::Waits(key)) => RowRead::Waits(key),
            Err(RowStop::LeftOut(reason)) => RowRead::LeftOut(reason),
        }
    }

    pub(super) fn offer(&mut self, cells: &RowCells<'_, '_>, identity: Identity, content: Offered) {
        let heading = cells.table.heading.to_owned();
        self.reading.offers.push(Offer { line: cells.row.line, heading, identity, content });
    }

    pub(super) fn owner_of(&mut self, cells: &RowCells<'_, '_>, words: &str) -> Result<OfferOwner, RowStop> {
        match self.owner(cells.table, cells.row, words) {
            PersonFound::Owner(owner) => Ok(owner),
            PersonFound::Asked(key) => Err(RowStop::Waits(key)),
            PersonFound::NotWanted => Err(RowStop::LeftOut(IntakeReason::NotWanted)),
        }
    }

    fn member(&mut self, cells: &mut RowCells<'_, '_>) -> Result<(), RowStop> {
        let words = cells.text(ColumnMeaning::Words);
        let name = if words.is_empty() { cells.text(ColumnMeaning::Owner) } else { words };
        if name.is_empty() {
            return Err(RowStop::LeftOut(IntakeReason::NoWords));
        }
        let member = OfferedMember {
            name: name.to_owned(),
            focus: cells.text(ColumnMeaning::Focus).to_owned(),
            joined: cells.time(ColumnMeaning::Joined)?,
            left: cells.time(ColumnMeaning::Left)?,
        };
        let identity = self.identity(cells.table, cells.row, &format!("person/{}", folded(name)));
        self.offer(cells, identity, Offered::Member(member));
        Ok(())
    }

    fn goal(&mut self, cells: &mut RowCells<'_, '_>) -> Result<(), RowStop> {
        let title = cells.text(ColumnMeaning::Words);
        if title.is_empty() {
            return Err(RowStop::LeftOut(IntakeReason::NoWords));
        }
        let owner = self.owner_of(cells, title)?;
        let due = cells.due()?;
        let (measure, value) = measure(cells)?;
        let created = cells.time(ColumnMeaning::Created)?;
        let closed = cells.time(ColumnMeaning::Closed)?;
        let closing = closing(cells);
        let base = format!("{}/{}", folded(title), owner_key(&owner));
        let identity = self.identity(cells.table, cells.row, &base);
        let said = cells.text(ColumnMeaning::Why);
        // A measurement takes the notes; a goal without any says them with its why.
        let why = if value.is_some() { said.to_owned() } else { below(said, &cells.note()) };
        let obstacle = cells.text(ColumnMeaning::Obstacle).to_owned();
        let goal =
            OfferedGoal { owner, title: title.to_owned(), why, measure, due, obstacle, created, closing, closed };
        self.offer(cells, identity.clone(), Offered::Goal(goal));
        if let Some(value) = value {
            let at = cells.time(ColumnMeaning::At)?;
            let key = format!("{}/{value}", key_of(&identity));
            let note = cells.note();
            self.offer(
                cells,
                Identity::Key(key),
                Offered::Progress(OfferedProgress { goal: identity, at, value, note }),
            );
        }
        Ok(())
    }

    fn progress(&mut self, cells: &mut RowCells<'_, '_>) -> Result<(), RowStop> {
        let goal = self.goal_of(cells).ok_or(RowStop::LeftOut(IntakeReason::NoGoal))?;
        let at = match cells.time(ColumnMeaning::At)? {
            Some(at) => Some(at),
            None => cells.due()?.map(OfferTime::Day),
        };
        let Some(value) = cells.number(ColumnMeaning::Value)? else {
            return Err(RowStop::LeftOut(IntakeReason::NoWords));
        };
        let base = format!("{}/{at:?}/{value}", key_of(&goal));
        let identity = self.identity(cells.table, cells.row, &base);
        let note = cells.note();
        self.offer(cells, identity, Offered::Progress(OfferedProgress { goal, at, value, note }));
        Ok(())
    }

    fn commitment(&mut self, cells: &mut RowCells<'_, '_>) -> Result<(), RowStop> {
        let words = cells.text(ColumnMeaning::Words);
        if words.is_empty() {
            return Err(RowStop::LeftOut(IntakeReason::NoWords));
        }
        let owner = self.owner_of(cells, words)?;
        let due = cells.due()?;
        let week = cells.soft(ColumnMeaning::Week, cells.table.week(cells.row))?;
        let created = cells.time(ColumnMeaning::Created)?;
        let resolved = cells.time(ColumnMeaning::Resolved)?;
        let outcome = match cells.status() {
            Some(StatusFound::Ended(outcome)) => Some(outcome),
            Some(StatusFound::Open) | None => None,
        };
        let goal = self.goal_or_note(cells);
        let day = due.map(|day| day.to_string()).or(week.map(|week| week.to_string())).unwrap_or_default();
        let base = format!("{}/{}/{day}", folded(words), owner_key(&owner));
        let identity = self.identity(cells.table, cells.row, &base);
        let text = |meaning| cells.text(meaning).to_owned();
        let commitment = OfferedCommitment {
            goal,
            cycle: week,
            due,
            cue: text(ColumnMeaning::Cue),
            action: text(ColumnMeaning::Action),
            helper: self.helper(cells),
            outcome,
            resolved,
            note: cells.note(),
            carried: sheet_file::read_carried(cells.text(ColumnMeaning::Carried)),
            eased: sheet_file::read_eased(cells.text(ColumnMeaning::Eased)),
            created,
            ..OfferedCommitment::new(owner, words)
        };
        self.offer(cells, identity, Offered::Commitment(commitment));
        Ok(())
    }

    fn check_in(&mut self, cells: &mut RowCells<'_, '_>) -> Result<(), RowStop> {
        let text = |meaning| cells.text(meaning).to_owned();
        let (win, blocker, ask) = (text(ColumnMeaning::Win), text(ColumnMeaning::Blocker), text(ColumnMeaning::Ask));
        let owner = self.owner_of(cells, &win)?;
        let week = match cells.soft(ColumnMeaning::Week, cells.table.week(cells.row))? {
            Some(week) => Some(week),
            None => cells.due()?.map(crate::domain::Cycle::of),
        };
        let Some(cycle) = week else {
            let column = cells.table.column(ColumnMeaning::Week).map_or("", |column| cells.table.header(column));
            let column = column.to_owned();
            return Err(RowStop::LeftOut(IntakeReason::Cell { column, fault: CellFault::NoDay }));
        };
        let submitted = cells.time(ColumnMeaning::Submitted)?;
        let confidence = cells.text(ColumnMeaning::Confidence);
        let digits: String = confidence.chars().take_while(char::is_ascii_digit).collect();
        let confidence = digits.parse().ok().filter(|confidence| (1..=5).contains(confidence));
        let win = below(&win, &cells.note());
        let check_in = OfferedCheckIn { owner, cycle, submitted, win, blocker, ask, confidence };
        let identity = Identity::Key(format!("{cycle}/{}", cells.row.line));
        self.offer(cells, identity, Offered::CheckIn(check_in));
        Ok(())
    }

    /// A row of this app's own sheet of replies; others have no such rows.
    fn reply(&mut self, cells: &mut RowCells<'_, '_>) -> Result<(), RowStop> {
        let commitment = cells.text(ColumnMeaning::ReplyTo);
        let kind = ReplyKind::from_key(cells.text(ColumnMeaning::ReplyKind)).filter(|_| !commitment.is_empty());
        let Some(kind) = kind else { return Err(RowStop::LeftOut(IntakeReason::NoWords)) };
        let commitment = CommitmentId::new(commitment);
        let text = cells.text(ColumnMeaning::Words).to_owned();
        let from = self.owner_of(cells, &text)?;
        let at = cells.time(ColumnMeaning::At)?;
        let base = format!("{commitment}/{}/{}", owner_key(&from), kind.key());
        let identity = self.identity(cells.table, cells.row, &base);
        self.offer(cells, identity, Offered::Reply(OfferedReply { from, commitment, kind, text, at }));
        Ok(())
    }

    /// The goal that a row is about: by its id, or by its title.
    fn goal_of(&self, cells: &RowCells<'_, '_>) -> Option<Identity> {
        let id = cells.text(ColumnMeaning::GoalId);
        if !id.is_empty() {
            return Some(Identity::Id(GoalId::new(id).to_string()));
        }
        let title = folded(cells.text(ColumnMeaning::Goal));
        let goals = self.setting.present.circle.goals.values().filter(|goal| goal.deleted_at.is_none());
        let mut alike = goals.filter(|goal| !title.is_empty() && folded(&goal.title) == title);
        let found = alike.next()?;
        alike.next().is_none().then(|| Identity::Id(found.id.to_string()))
    }

    /// The goal that a commitment serves; a title that no goal has stays as a note.
    fn goal_or_note(&self, cells: &mut RowCells<'_, '_>) -> Option<Identity> {
        let goal = self.goal_of(cells);
        if goal.is_none() && !cells.text(ColumnMeaning::Goal).is_empty() {
            cells
                .notes
                .extend(cells.table.column(ColumnMeaning::Goal).map(|c| cells.table.noted(c, cells.row.cell(c))));
        }
        goal
    }

    fn helper(&self, cells: &RowCells<'_, '_>) -> Option<OfferOwner> {
        let id = cells.text(ColumnMeaning::HelperId);
        if !id.is_empty() {
            return Some(OfferOwner::Id(MemberId::new(id)));
        }
        self.people.member(cells.text(ColumnMeaning::Helper)).cloned().map(OfferOwner::Id)
    }
}

/// What an offered record is known by, as a part of another key.
pub(super) fn key_of(identity: &Identity) -> &str {
    match identity {
        Identity::Id(text) | Identity::Key(text) => text,
    }
}

/// Whose something is, as a part of a key.
pub(super) fn owner_key(owner: &OfferOwner) -> String {
    match owner {
        OfferOwner::Id(id) => id.to_string(),
        OfferOwner::Named(name) => folded(name),
    }
}

/// Both texts, those that say something.
fn below(first: &str, second: &str) -> String {
    [first, second].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}
