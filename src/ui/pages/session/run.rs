//! What every part of the page knows: which session, and how to do something in it.

use super::chosen::Chosen;
use super::pad::Pad;
use super::texts::Taken;
use crate::domain::{
    AgendaEntry, Clock, ClockState, Command, Cycle, MemberId, Occasion, RoleKind, Session, SessionAct, Step, Tick,
    Topic, agenda, session,
};
use crate::platform::{self, BrowserZones, DateStyle};
use crate::state::Memo;
use crate::state::{App, RwSignal, StoredValue};
use crate::ui::ask::act;
use crate::ui::components::Problem;
use crate::ui::shared::role::turns::Turns;
use crate::ui::text::problems;
use leptos::prelude::*;
use std::sync::Arc;

/// What is shown of a session.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SessionPhase {
    /// Its agenda.
    Before,
    /// Its clock.
    Running,
    /// What it came to.
    After,
}

/// One session on the screen.
#[derive(Clone, Copy)]
pub struct Run {
    /// The app's state.
    pub app: App,
    /// Whose session.
    pub cycle: Cycle,
    /// What is known of it; blank until somebody notes something.
    pub session: Memo<Session>,
    /// Who holds which role.
    pub turns: Memo<Turns>,
    /// What is being typed.
    pub pad: Pad,
    /// What the dialogs are about.
    pub chosen: Chosen,
}

impl Run {
    /// The session of `cycle`.
    pub fn of(app: App, cycle: Cycle, turns: Memo<Turns>) -> Self {
        let session = Memo::new(move |_| {
            app.circle().with(|circle| circle.session(cycle).cloned().unwrap_or_else(|| Session::new(cycle)))
        });
        Self { app, cycle, session, turns, pad: Pad::of(app, cycle), chosen: Chosen::nothing() }
    }

    /// What is shown of it.
    pub fn phase(self) -> Memo<SessionPhase> {
        Memo::new(move |_| {
            let now = platform::now();
            self.session.with(|session| match session.clock(now).state {
                ClockState::Waiting => SessionPhase::Before,
                ClockState::Running | ClockState::Paused => SessionPhase::Running,
                ClockState::Ended => SessionPhase::After,
            })
        })
    }

    fn command(self, act: SessionAct) -> Command {
        Command::from(session::Command::Run { cycle: self.cycle, act })
    }

    /// Does `act`, which has an opposite of its own; only a refusal is said. Returns whether it was done.
    pub fn quietly(self, act: SessionAct) -> bool {
        let done = self.app.dispatch(self.command(act));
        if let Err(refusal) = &done {
            self.app.say(problems::refusal(refusal), None);
        }
        done.is_ok()
    }

    /// Does `what` and says `said` with a way back.
    pub fn tell(self, what: SessionAct, said: &str) {
        act(self.app, self.command(what), said);
    }

    /// Does what a form asks for that goes on afterwards: empties its `fields`, which the way back fills again, and
    /// says `said`; or shows in the form why not. Returns whether it was done.
    pub fn take_in(self, command: Command, fields: &[RwSignal<String>], said: &str, problem: Problem) -> bool {
        problem.clear();
        match self.app.dispatch(command) {
            Ok(undo) => {
                let taken = Taken::from(fields);
                let back = move || {
                    self.app.undo(&undo);
                    taken.put_back();
                };
                self.app.say(said, Some(Arc::new(back)));
                true
            }
            Err(refusal) => {
                problem.show(refusal);
                false
            }
        }
    }

    /// Whether `topic` is ticked off, and how that is changed.
    pub fn ticking(self, topic: Topic) -> (Memo<bool>, Callback<()>) {
        let held = StoredValue::new(topic.clone());
        let is_done = Memo::new(move |_| self.session.with(|session| session.has_ticked(&topic)));
        let on_toggle = Callback::new(move |()| {
            let tick = if is_done.get_untracked() { Tick::Open } else { Tick::Done };
            self.quietly(SessionAct::Tick(held.get_value(), tick));
        });
        (is_done, on_toggle)
    }

    /// Goes to `step`, and takes the person to its heading.
    pub fn go(self, step: Step) {
        if self.quietly(SessionAct::Enter(step)) {
            platform::focus_heading();
        }
    }

    /// The review that the session is; `None` where the circle pauses.
    pub fn occasion(self) -> Memo<Option<Occasion>> {
        let cycle = self.cycle;
        Memo::new(move |_| {
            self.app.circle().with(|circle| circle.rhythm.occasion(&BrowserZones, cycle, Clock::Session))
        })
    }

    /// "Friday", on the viewer's clocks.
    pub fn weekday(self) -> Memo<Option<String>> {
        let occasion = self.occasion();
        Memo::new(move |_| occasion.get().map(|occasion| platform::instant_text(occasion.at, DateStyle::Weekday, None)))
    }

    /// The agenda's lines for `step`, or all of them.
    pub fn entries(self, step: Option<Step>) -> Memo<Vec<AgendaEntry>> {
        Memo::new(move |_| {
            let mut entries = self.app.circle().with(|circle| agenda(self.app.present(circle), self.cycle));
            entries.retain(|entry| step.is_none_or(|step| entry.step == step));
            entries
        })
    }

    /// Who leads it, by the rota.
    pub fn lead(self) -> Memo<Option<MemberId>> {
        Memo::new(move |_| {
            let turns = self.turns.with(|rota| rota.turns(self.cycle));
            turns.into_iter().find(|turn| turn.kind == RoleKind::Lead).and_then(|turn| turn.holder)
        })
    }

    /// What `id` is called, also after they left.
    pub fn name(self, id: &MemberId) -> String {
        self.app.circle().with(|circle| circle.name_of(id).unwrap_or_default().to_owned())
    }
}
