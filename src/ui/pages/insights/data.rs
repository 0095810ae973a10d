//! The pictures' data, in words where words are shown.

use super::words;
use crate::domain::{
    Circle, Cycle, FeedbackFlow, Goal, INSIGHT_WEEKS, Insights, MemberId, MemberWeeks, Tally, feedback_flow, thinned,
};
use crate::platform::{self, DateStyle};
use crate::state::{App, Memo};
use crate::ui::markup::view;
use crate::ui::plots::{FlowData, KeepPoint, LinePoint, MapCell, MapRow};
use crate::ui::shared::goal::points_drawn;
use crate::ui::shared::role::turns::Person;
use leptos::prelude::*;

/// The most measurements of a goal that are drawn. A circle of twelve has some thirty goals under way, and each
/// measurement is a row of a table as well.
const POINTS: usize = 16;

/// What was kept in the last weeks.
#[derive(Clone, PartialEq, Debug)]
pub struct InsightData {
    /// Whether nobody had a commitment in any of them.
    pub is_empty: bool,
    /// The weeks that are over, for all together.
    pub points: Vec<KeepPoint>,
    /// What they show, in a sentence.
    pub kept: String,
    /// All weeks, by their Mondays.
    pub weeks: Vec<String>,
    /// Each member's.
    pub rows: Vec<MapRow>,
}

fn monday(cycle: Cycle) -> String {
    platform::day_text(cycle.first_day(), DateStyle::DayMonth)
}

fn share(tally: Tally) -> Option<f64> {
    (tally.total > 0).then(|| tally.share())
}

fn point((cycle, tally): (&Cycle, &Tally)) -> KeepPoint {
    KeepPoint { when: monday(*cycle), share: share(*tally), said: words::kept(*tally) }
}

fn cell(tally: &Tally) -> MapCell {
    MapCell { share: share(*tally), said: words::kept(*tally) }
}

/// The last weeks, read anew when the circle changes.
pub fn insights(app: App) -> Memo<InsightData> {
    Memo::new(move |_| {
        app.circle().with(|circle| {
            let found = Insights::of(app.present(circle), INSIGHT_WEEKS);
            let running = app.cycle.get();
            // Nothing is decided in the running week.
            let over = found.cycles.iter().filter(|cycle| **cycle < running).count();
            let together = found.together();
            let together = &together[..over];
            let all = together.iter().fold(Tally::default(), |sum, tally| sum.and(*tally));
            let row = |row: &MemberWeeks| MapRow {
                person: Person::of(circle, &row.member),
                cells: row.tallies.iter().map(cell).collect(),
            };
            InsightData {
                is_empty: found.is_empty(),
                points: found.cycles.iter().zip(together).map(point).collect(),
                kept: words::kept_summary(over, all, together.last().copied().unwrap_or_default()),
                weeks: found.cycles.iter().map(|cycle| monday(*cycle)).collect(),
                rows: found.members.iter().map(row).collect(),
            }
        })
    })
}

/// Who gave feedback to whom, and a sentence about it.
pub fn flow(app: App) -> (Memo<FlowData>, Memo<String>) {
    let flow = Memo::new(move |_| {
        app.circle().with(|circle| {
            let FeedbackFlow { members, counts } = feedback_flow(circle);
            FlowData { people: members.iter().map(|id| Person::of(circle, id)).collect(), counts }
        })
    });
    let summary = Memo::new(move |_| {
        flow.with(|flow| {
            let given = flow.counts.iter().flatten().filter(|count| **count > 0);
            words::flow_summary(given.clone().sum(), given.count())
        })
    });
    (flow, summary)
}

/// A goal's line.
#[derive(Clone, PartialEq, Debug)]
pub struct GoalPicture {
    id: String,
    title: String,
    whose: String,
    /// Its measurements.
    pub points: Vec<LinePoint>,
}

impl GoalPicture {
    /// What a list tells it apart by.
    pub fn key(&self) -> String {
        self.id.clone()
    }

    /// What it is called, and whose it is.
    pub fn name(&self) -> AnyView {
        view! {
            <p><strong dir="auto">{self.title.clone()}</strong></p>
            <small><bdi>{self.whose.clone()}</bdi></small>
        }
        .into_any()
    }
}

/// The open goals of everybody that were measured at least once, in roster order.
pub fn goals(app: App) -> Memo<Vec<GoalPicture>> {
    Memo::new(move |_| {
        app.circle().with(|circle| {
            let roster = circle.roster().into_iter();
            roster.flat_map(|member| pictures(app, circle, &member.id, &member.name)).collect()
        })
    })
}

/// The pictures of the open goals of `owner`, who is called `whose`.
fn pictures(app: App, circle: &Circle, owner: &MemberId, whose: &str) -> Vec<GoalPicture> {
    let points = |goal: &Goal| {
        let scale = goal.measure.scale();
        scale.map_or_else(Vec::new, |scale| points_drawn(app, scale, thinned(circle.points_of(goal), POINTS)))
    };
    let picture = |goal: &Goal| GoalPicture {
        id: goal.id.to_string(),
        title: goal.title.clone(),
        whose: whose.to_owned(),
        points: points(goal),
    };
    let open = circle.goals_of(owner).into_iter().filter(|goal| goal.is_open());
    open.map(picture).filter(|picture| picture.points.len() > 1).collect()
}
