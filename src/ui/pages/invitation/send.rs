//! A small file on its way out: by the share sheet, or saved.

use super::words;
use crate::platform::{self, Shared};
use crate::state::App;
use crate::ui::components::{Glyph, Icon};
use crate::ui::context::app;
use crate::ui::markup::view;
use leptos::prelude::*;

/// A file that is sent: its name without `.json`, and its text.
#[derive(Clone, PartialEq, Debug)]
pub struct SmallFile {
    /// The name.
    pub name: String,
    /// The text.
    pub text: String,
}

/// What the buttons say.
#[derive(Clone, Copy)]
pub struct SendWords {
    /// On the button for the share sheet.
    pub share: &'static str,
    /// On the button that saves.
    pub save: &'static str,
    /// Once the share sheet took it.
    pub sent: &'static str,
    /// Once it was saved.
    pub saved: &'static str,
}

/// The buttons. `file` returns `None` where something is still wrong, and says so itself.
#[component]
pub fn SendFile(words: SendWords, file: Callback<(), Option<SmallFile>>) -> AnyView {
    let app = app();
    let can_share = platform::can_share_files();
    let share = move |_| {
        if let Some(file) = file.run(()) {
            share(app, file, words.sent);
        }
    };
    let save = move |_| {
        if let Some(SmallFile { name, text }) = file.run(()) {
            platform::download(&format!("{name}.json"), "application/json", &text);
            app.say(words.saved, None);
        }
    };
    let kind = if can_share { "" } else { "main" };
    let sharing = can_share.then(|| {
        view! {
            <button type="button" class="btn" data-kind="main" on:click=share><Icon glyph=Glyph::Share />{words.share}</button>
        }
    });
    view! {
        <div class="row">
            {sharing}
            <button type="button" class="btn" data-kind=kind on:click=save><Icon glyph=Glyph::File />{words.save}</button>
        </div>
    }
    .into_any()
}

/// Hands the file to the share sheet, and believes what the sheet says.
fn share(app: App, file: SmallFile, sent: &'static str) {
    leptos::task::spawn_local(async move {
        match platform::share_json_file(&file.name, &file.text).await {
            Shared::Sent => app.say(sent, None),
            Shared::Cancelled => {}
            Shared::Refused => app.say(words::REFUSED, None),
        }
    });
}

/// What happens next, step by step.
pub fn next_steps(steps: &'static [&'static str]) -> AnyView {
    let steps = steps.iter().map(|step| view! { <li>{*step}</li> }).collect_view();
    view! { <h3>{words::NEXT}</h3><ol class="invitation-next">{steps}</ol> }.into_any()
}
