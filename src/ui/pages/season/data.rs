//! What the page shows of a season's end.

use super::words;
use crate::domain::{
    Circle, EntityId, GoalNext, MemberId, Recommitment, Retro, Season, SeasonChoice, SeasonPhase, season_closing,
};
use crate::platform::{self, DateStyle};
use crate::state::{App, Memo};
use crate::ui::shared::role::turns::Person;

/// What somebody said of a season.
#[derive(Clone, PartialEq, Debug)]
pub struct RetroData {
    /// Who.
    pub from: Person,
    /// The name of whom they thank; nobody for all.
    pub to: Option<String>,
    /// What they said.
    pub retro: Retro,
}

/// Whether a member goes on.
#[derive(Clone, PartialEq, Debug)]
pub struct ChoiceData {
    /// Who.
    pub person: Person,
    /// What they have chosen.
    pub choice: Option<SeasonChoice>,
    /// That in words, with the goals that they carry.
    pub said: String,
    /// A word to the others.
    pub word: String,
    /// Whether their farewell is still to come.
    pub is_leaving: bool,
    /// Whether they hold the device.
    pub is_me: bool,
}

impl ChoiceData {
    /// What a list tells it apart by.
    pub fn key(&self) -> String {
        self.person.id.to_string()
    }
}

/// A season and what was said of its end.
#[derive(Clone, PartialEq, Debug)]
pub struct SeasonData {
    /// Which season.
    pub season: Season,
    /// Where it is.
    pub phase: SeasonPhase,
    /// Its first and its last day, in words.
    pub span: String,
    /// What was said of it.
    pub retros: Vec<RetroData>,
    /// Everyone, and whether they go on.
    pub choices: Vec<ChoiceData>,
}

impl SeasonData {
    /// The season that closes, or the one at hand; tracked.
    pub fn closing(app: App) -> Option<Self> {
        let me = app.me.get();
        app.circle().with(|circle| {
            let closing = season_closing(app.present(circle))?;
            let leaving: Vec<&MemberId> =
                circle.to_farewell(app.cycle.get()).into_iter().map(|(member, _)| &member.id).collect();
            let said = closing.staying.iter().chain(&closing.leaving).map(|said| (said.member.clone(), Some(*said)));
            let silent = closing.silent.iter().map(|id| (id.clone(), None));
            let of = |(id, said): (MemberId, Option<&Recommitment>)| ChoiceData {
                is_leaving: leaving.contains(&&id),
                is_me: me.as_ref() == Some(&id),
                ..choice(circle, &id, said)
            };
            Some(Self {
                season: closing.season.clone(),
                phase: closing.phase,
                span: span(closing.season),
                retros: closing.retros.iter().map(|retro| retro_data(circle, retro)).collect(),
                choices: said.chain(silent).map(of).collect(),
            })
        })
    }
}

fn choice(circle: &Circle, id: &MemberId, said: Option<&Recommitment>) -> ChoiceData {
    let carried = said.map_or(0, |said| said.goals.values().filter(|next| **next == GoalNext::Carried).count());
    let choice = said.map(|said| said.choice);
    ChoiceData {
        person: Person::of(circle, id),
        choice,
        said: words::member(choice, carried, circle.left_at(id).is_some()),
        word: said.map(|said| said.word.clone()).unwrap_or_default(),
        is_leaving: false,
        is_me: false,
    }
}

fn retro_data(circle: &Circle, retro: &Retro) -> RetroData {
    let to = retro.thanks_to.as_ref().map(|to| Person::of(circle, to).name);
    RetroData { from: Person::of(circle, &retro.member), to, retro: retro.clone() }
}

impl RetroData {
    /// What a list tells it apart by.
    pub fn key(&self) -> String {
        self.retro.id.to_key()
    }
}

/// What was said of seasons that are over, apart from the one called `shown`; the newest first. Tracked.
pub fn earlier(app: App, shown: Option<&Season>) -> Vec<(String, Vec<RetroData>)> {
    app.circle().with(|circle| {
        let over = circle.seasons_over(app.cycle.get()).into_iter();
        let others = over.filter(|season| shown.is_none_or(|shown| shown.id != season.id));
        let said = |season: &Season| {
            let people = circle.roster().into_iter().chain(circle.former());
            let retros = people.filter_map(|member| circle.retro_of(&season.id, &member.id));
            (span(season), retros.map(|retro| retro_data(circle, retro)).collect::<Vec<_>>())
        };
        others.map(said).filter(|(_, retros)| !retros.is_empty()).collect()
    })
}

/// What who holds the device said of the season that closes.
pub fn my_retro(app: App, data: Memo<Option<SeasonData>>) -> Memo<Option<Retro>> {
    Memo::new(move |_| {
        let me = app.me.get()?;
        data.with(|data| {
            let retros = &data.as_ref()?.retros;
            retros.iter().find(|retro| retro.from.id == me).map(|retro| retro.retro.clone())
        })
    })
}

/// What who holds the device is to say next: the first thing that is still unsaid.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NextStep {
    /// To look back.
    LookBack,
    /// To say whether they go on.
    Choose,
    /// Nothing: the next season can begin.
    Begin,
}

/// The next step of the device's holder.
pub fn next_step(app: App, data: Memo<Option<SeasonData>>) -> Memo<NextStep> {
    let mine = my_retro(app, data);
    Memo::new(move |_| {
        let chosen = |one: &ChoiceData| one.is_me && one.choice.is_some();
        let is_closing = data.with(|data| data.as_ref().is_some_and(|data| data.phase.is_closing()));
        let has_chosen = data.with(|data| data.as_ref().is_some_and(|data| data.choices.iter().any(chosen)));
        match mine.with(Option::is_some) {
            _ if !is_closing || has_chosen => NextStep::Begin,
            true => NextStep::Choose,
            false => NextStep::LookBack,
        }
    })
}

/// The first and the last day of a season.
fn span(season: &Season) -> String {
    let text = |day| platform::day_text(day, DateStyle::DayMonth);
    words::span(&text(season.first.first_day()), &text(season.last().last_day()))
}
