//! Asking to join: a name, a file, and what happens next.

use super::invited::Invited;
use super::send::{SendFile, SendWords, SmallFile, next_steps};
use super::words;
use crate::domain::{Field as Which, NewProfile, Profile, Refusal};
use crate::exchange::{file_name, joining_file};
use crate::platform;
use crate::state::Memo;
use crate::ui::ask::{Entry, Kept};
use crate::ui::components::{Field, Form, Problem, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::profile::Whose;
use leptos::prelude::*;

const WORDS: SendWords =
    SendWords { share: words::ASK_SHARE, save: words::ASK_SAVE, sent: words::SENT, saved: words::SAVED };

/// The form for one invitation.
#[component]
pub fn JoinForm(one: Memo<Invited>, me: Whose) -> AnyView {
    let app = app();
    let profile = me.profile();
    let known =
        app.circle().with_untracked(|circle| untrack(|| app.my_member(circle)).map(|member| member.name.clone()));
    let name = Entry::of(known.unwrap_or_default());
    let problem = Problem::none();
    let circle = one.with_untracked(|one| one.0.circle.clone());
    Kept::of(&format!("joining/{circle}"), &[name]);
    let file = Callback::new(move |()| {
        problem.clear();
        if name.text().trim().is_empty() {
            problem.show(Refusal::Empty(Which::Name));
            return None;
        }
        Some(answer(one, &name.text(), profile))
    });
    let title = move || one.with(|one| words::ask_to_join(&one.0.name));
    view! {
        <details class="invitation-join">
            <summary>{live(title)}</summary>
            <Form problem on_submit=Callback::new(move |()| file.run(()).iter().for_each(save))>
                <p class="quiet">{words::ASK_LEAD}</p>
                <Field id=format!("joining-name-{circle}") label=words::YOUR_NAME value=name.typed problem field=Which::Name />
                <SendFile words=WORDS file />
            </Form>
            {next_steps(&words::ASK_NEXT)}
        </details>
    }
    .into_any()
}

fn save(file: &SmallFile) {
    platform::download(&format!("{}.json", file.name), "application/json", &file.text);
}

fn answer(one: Memo<Invited>, name: &str, profile: Memo<Profile>) -> SmallFile {
    let person = NewProfile { name: name.trim().to_owned(), profile: profile.get_untracked() };
    one.with_untracked(|Invited(invitation)| SmallFile {
        name: format!("{}.joining", file_name::joining_stem(&invitation.name, &person.name)),
        text: joining_file::write((&invitation.circle, &invitation.name), &person, platform::now()),
    })
}
