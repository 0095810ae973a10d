//! The one way from a page to the circle: a command, the notice with its way back, or the problem at its field.
//!
//! A form holds an [`Entry`] per field. On submit it makes a [`Request`] of them, in which whatever nobody
//! touched stays as others have left it meanwhile; [`submit`] sends it.

mod entry;
mod kept;
mod shared;

use crate::domain::{Command, Refusal};
use crate::state::App;
use crate::ui::components::Problem;
use crate::ui::context::app;
use crate::ui::text;
use leptos::prelude::*;
use std::sync::Arc;

pub use entry::{Entry, show, touched};
pub use kept::Kept;
pub use shared::{DraftForm, SharedDraft};

/// What a form asks of the circle.
pub struct Request {
    /// What shall be done.
    pub command: Command,
    /// What is said once it is done.
    pub said: String,
}

impl Request {
    /// `command`, answered with `said`.
    pub fn new(command: impl Into<Command>, said: impl Into<String>) -> Self {
        Self { command: command.into(), said: said.into() }
    }

    /// Sends it, and says with a way back that it is done.
    ///
    /// # Errors
    /// [`Refusal`] when the circle's rules say no; nothing has changed then.
    pub fn send(self, app: App) -> Result<(), Refusal> {
        let undo = app.dispatch(self.command)?;
        app.say(self.said, Some(Arc::new(move || app.undo(&undo))));
        Ok(())
    }
}

/// Sends `command` and says `said` with a way back, or why not: for a button without a form.
pub fn act(app: App, command: impl Into<Command>, said: &str) {
    if let Err(refusal) = Request::new(command, said).send(app) {
        app.say(text::problems::refusal(&refusal), None);
    }
}

/// What a form does on submit: it sends what `ask` makes of the fields, shows a refusal where it belongs, and
/// ends with `on_done`. `None` from `ask` means that nothing was changed.
pub fn submit(
    problem: Problem,
    on_done: Callback<()>,
    ask: impl Fn() -> Result<Option<Request>, Refusal> + Send + Sync + 'static,
) -> Callback<()> {
    let app = app();
    Callback::new(move |()| {
        problem.clear();
        send(app, problem, on_done, ask());
    })
}

/// Once for all forms.
#[inline(never)]
fn send(app: App, problem: Problem, on_done: Callback<()>, asked: Result<Option<Request>, Refusal>) {
    let sent = asked.and_then(|request| request.map_or(Ok(()), |request| request.send(app)));
    match sent {
        Ok(()) => on_done.run(()),
        Err(refusal) => problem.show(refusal),
    }
}
