//! A board, ready to be drawn.

use crate::domain::{
    BoardFilter, BoardMark, BoardNeighbours, BoardRow, BoardView, CheckIn, CheckInState, Circle, Counted, Cycle,
    GoalId, MemberId, Tally, board_neighbours,
};
use crate::state::{App, Memo};
use crate::ui::shared::board::board_address;
use crate::ui::shared::commitment::{RowData, row};
use crate::ui::shared::role::turns::Person;

/// One member's card.
#[derive(Clone, PartialEq, Debug)]
pub struct MemberRow {
    /// Whose it is.
    pub person: Person,
    /// Their check-in.
    pub check_in: CheckInState,
    /// All their commitments, counted.
    pub tally: Tally,
    /// Those that are shown.
    pub rows: Vec<RowData>,
    /// What they said in the check-in.
    pub said: Option<CheckIn>,
    /// Where the board shows them alone.
    pub alone: String,
    /// Whether they are the only one that is shown.
    pub is_alone: bool,
}

impl MemberRow {
    /// What a list tells it apart by. Another week's is another row.
    pub fn key(&self) -> String {
        self.alone.clone()
    }

    fn of(circle: &Circle, row_of: &BoardRow<'_>, cycle: Cycle, filter: &BoardFilter) -> Self {
        let id = &row_of.member.id;
        let alone = BoardFilter { member: Some(id.clone()), ..BoardFilter::default() };
        Self {
            person: Person::of(circle, id),
            check_in: row_of.check_in,
            tally: row_of.tally,
            rows: row_of.commitments.iter().map(|commitment| row(circle, commitment, cycle)).collect(),
            said: circle.check_in(cycle, id).cloned(),
            alone: board_address(Some(cycle), &alone),
            is_alone: filter.member.is_some(),
        }
    }
}

/// What is shown of a board.
#[derive(Clone, PartialEq, Debug)]
pub struct BoardData {
    /// Which week.
    pub cycle: Cycle,
    /// What is chosen.
    pub filter: BoardFilter,
    /// The members that are left.
    pub rows: Vec<MemberRow>,
    /// Outcomes to choose from.
    pub marks: Vec<Counted<BoardMark>>,
    /// Goals to choose from, with their titles.
    pub goals: Vec<Counted<(GoalId, String)>>,
    /// Members to choose from, with their names.
    pub members: Vec<Counted<(MemberId, String)>>,
    beside: BoardNeighbours,
}

impl BoardData {
    fn of(app: App, circle: &Circle, cycle: Cycle, filter: BoardFilter) -> Self {
        let present = app.present(circle);
        let board = BoardView::of(present, cycle);
        let choices = board.choices(&filter);
        let title = |id: &GoalId| circle.goals.get(id).map(|goal| goal.title.clone()).unwrap_or_default();
        let name = |id: &MemberId| circle.name_of(id).unwrap_or_default().to_owned();
        let goals = choices.goals.into_iter().map(|(id, count)| ((id.clone(), title(&id)), count));
        let members = choices.members.into_iter().map(|(id, count)| ((id.clone(), name(&id)), count));
        Self {
            rows: board.rows_of(&filter).iter().map(|row| MemberRow::of(circle, row, cycle, &filter)).collect(),
            marks: choices.marks,
            // A goal that is not known here, or not yet, has no name to choose it by.
            goals: goals.filter(|((_, title), _)| !title.is_empty()).collect(),
            members: members.collect(),
            beside: board_neighbours(present, cycle),
            cycle,
            filter,
        }
    }

    /// Where the board of the week before is, if there is one.
    pub fn earlier(&self) -> Option<String> {
        self.beside.previous.map(|cycle| board_address(Some(cycle), &self.filter))
    }

    /// Where the board of the week after is, if there is one.
    pub fn later(&self) -> Option<String> {
        self.beside.next.map(|cycle| board_address(Some(cycle), &self.filter))
    }

    /// Where all of this board is.
    pub fn unfiltered(&self) -> String {
        self.with(&BoardFilter::default())
    }

    /// Where this board is with `filter`.
    pub fn with(&self, filter: &BoardFilter) -> String {
        board_address(Some(self.cycle), filter)
    }
}

/// What `asked` asks for: the running week's board where it names none.
pub fn board(app: App, asked: Memo<(Option<Cycle>, BoardFilter)>) -> Memo<BoardData> {
    Memo::new(move |_| {
        let (cycle, filter) = asked.get();
        let cycle = cycle.unwrap_or_else(|| app.cycle.get());
        app.circle().with(|circle| BoardData::of(app, circle, cycle, filter))
    })
}
