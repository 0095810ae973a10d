//! The form in which feedback is given.

use super::{Giving, receiver};
use crate::domain::{
    Circle, Feedback, FeedbackDraft, FeedbackRequestId, Field as Which, MemberId, Refusal, Visibility, feedback,
    feedback_hints,
};
use crate::state::{App, Memo, RwSignal};
use crate::ui::ask::{Entry, Kept, Request, submit};
use crate::ui::components::{Area, Choice, Elsewhere, Field, Form, Pick, Problem, Select, live};
use crate::ui::context::app;
use crate::ui::shared::feedback::words;
use crate::ui::shared::role::turns::Person;
use crate::ui::text::action;

use crate::ui::markup::view;
use leptos::prelude::*;

/// What the form opens with.
#[derive(Default)]
struct Opening {
    to: Option<Person>,
    question: Option<String>,
    words: Option<FeedbackDraft>,
    situation: String,
}

fn opening(circle: &Circle, giving: &Giving) -> Opening {
    let to = receiver(circle, giving);
    match giving {
        Giving::Anybody => Opening::default(),
        Giving::To(_, situation) => Opening { to, situation: situation.clone(), ..Opening::default() },
        Giving::Answer(id) => circle.feedback_requests.get(id).map_or_else(Opening::default, |request| {
            let question = to.as_ref().map(|person| words::asks(&person.name, &request.question));
            Opening { to, question, situation: request.about.clone(), words: None }
        }),
        Giving::Reword(id) => circle.feedback.get(id).map_or_else(Opening::default, |note| {
            let words = Some(note.draft());
            Opening { to, question: None, situation: note.situation.clone(), words }
        }),
    }
}

/// What is typed into the fields.
#[derive(Clone, Copy)]
struct GiveEntries {
    to: Entry,
    visibility: Entry,
    situation: Entry,
    behaviour: Entry,
    impact: Entry,
    next_time: Entry,
}

impl GiveEntries {
    fn of(opening: &Opening) -> Self {
        let of =
            |text: fn(&FeedbackDraft) -> &String| Entry::of(opening.words.as_ref().map_or("", |words| text(words)));
        Self {
            to: Entry::of(opening.to.as_ref().map_or("", |person| person.id.as_str())),
            visibility: Entry::of(Visibility::Circle.key()),
            situation: Entry::of(opening.situation.clone()),
            behaviour: of(|words| &words.behaviour),
            impact: of(|words| &words.impact),
            next_time: of(|words| &words.next_time),
        }
    }

    fn all(self) -> [Entry; 6] {
        [self.to, self.visibility, self.situation, self.behaviour, self.impact, self.next_time]
    }

    /// What was typed, tracked.
    fn draft(self, request: Option<FeedbackRequestId>) -> FeedbackDraft {
        let [to, visibility, situation, behaviour, impact, next_time] = self.all().map(|entry| entry.typed.get());
        let visibility = Visibility::from_key(&visibility).unwrap_or_default();
        FeedbackDraft { to: MemberId::new(&to), visibility, request, situation, behaviour, impact, next_time }
    }

    /// What is to be saved of `note`.
    fn over(self, note: &Feedback) -> FeedbackDraft {
        let now = note.draft();
        FeedbackDraft {
            situation: self.situation.over(&now.situation),
            behaviour: self.behaviour.over(&now.behaviour),
            impact: self.impact.over(&now.impact),
            next_time: self.next_time.over(&now.next_time),
            ..now
        }
    }
}

/// What the circle is asked.
fn request(app: App, giving: &Giving, entries: GiveEntries) -> Result<Request, Refusal> {
    let name = |to: &MemberId| app.circle().with_untracked(|circle| Person::of(circle, to).name);
    let answered = match giving {
        Giving::Reword(id) => {
            let note = app.circle().with_untracked(|circle| circle.feedback.get(id).cloned());
            let note = note.ok_or(Refusal::Gone("feedback"))?;
            let command = feedback::Command::Reword(id.clone(), entries.over(&note));
            return Ok(Request::new(command, words::CHANGED));
        }
        Giving::Answer(id) => Some(id.clone()),
        Giving::Anybody | Giving::To(..) => None,
    };
    let draft = untrack(move || entries.draft(answered));
    let said = words::given(&name(&draft.to), draft.visibility, untrack(|| app.has_key(&draft.to)));
    Ok(Request::new(feedback::Command::Give(draft), said))
}

/// The form for `giving`, which ends with `on_done`.
#[component]
pub(super) fn GiveForm(giving: Giving, on_done: Callback<()>) -> AnyView {
    let app = app();
    let opening = app.circle().with_untracked(|circle| opening(circle, &giving));
    let entries = GiveEntries::of(&opening);
    let problem = Problem::none();
    let on_done = Kept::of(&format!("feedback/{giving:?}"), &entries.all()).until(on_done);
    let is_reworded = matches!(giving, Giving::Reword(_));
    let on_submit = submit(problem, on_done, move || request(app, &giving, entries).map(Some));
    let is_open = opening.to.is_none().then(|| view! { <Receiver value=entries.to.typed /> });
    let situation = move || {
        view! {
            <Field id="give-situation" label=words::SITUATION value=entries.situation.typed example=words::SITUATION_EXAMPLE is_optional=true problem field=Which::Situation />
        }
    };
    // What is known already comes last: the first field is the one to write in.
    let is_known = !opening.situation.is_empty();
    view! {
        <Form problem on_submit>
            {opening.question.map(|question| view! { <p class="feedback-question" dir="auto">{question}</p> })}
            {is_open}
            {(!is_known).then(situation)}
            <Area id="give-behaviour" label=words::BEHAVIOUR value=entries.behaviour.typed hint=words::BEHAVIOUR_HINT example=words::BEHAVIOUR_EXAMPLE problem field=Which::Behaviour />
            <Area id="give-impact" label=words::IMPACT value=entries.impact.typed example=words::IMPACT_EXAMPLE is_optional=true problem field=Which::Impact />
            <Area id="give-next" label=words::NEXT_TIME value=entries.next_time.typed example=words::NEXT_TIME_EXAMPLE is_optional=true problem field=Which::NextTime />
            {is_known.then(situation)}
            <Hints entries />
            {(!is_reworded).then(|| view! { <Readers value=entries.visibility.typed to=entries.to.typed /> })}
            <Elsewhere problem />
            <div class="row">
                <button class="btn" data-kind="main">{if is_reworded { action::SAVE } else { words::GIVE_IT }}</button>
            </div>
        </Form>
    }
    .into_any()
}

/// Who shall get it.
#[component]
fn Receiver(value: RwSignal<String>) -> AnyView {
    let app = app();
    let options = Memo::new(move |_| {
        let me = app.me.get();
        app.circle().with(|circle| {
            let others = circle.roster().into_iter().filter(|member| Some(&member.id) != me.as_ref());
            others.map(|member| (member.id.to_string(), member.name.clone())).collect::<Vec<_>>()
        })
    });
    if value.with_untracked(String::is_empty) {
        value.set(options.with_untracked(|options| options.first().map(|(id, _)| id.clone()).unwrap_or_default()));
    }
    view! { <Select id="give-to" label=words::TO value options /> }.into_any()
}

/// Who can read it, and what that means.
#[component]
fn Readers(value: RwSignal<String>, to: RwSignal<String>) -> AnyView {
    let app = app();
    let choices = Visibility::ALL.map(|one| Choice::new(one.key(), words::visibility(one))).to_vec();
    let meaning = move || {
        let (to, visibility) = (to.with(|id| MemberId::new(id)), value.with(|key| Visibility::from_key(key)));
        let name = app.circle().with(|circle| Person::of(circle, &to).name);
        words::meaning(&name, visibility.unwrap_or_default(), app.has_key(&to))
    };
    view! {
        <fieldset class="field-group">
            <legend>{words::READERS}</legend>
            <Pick name="readers" choices value />
            <p class="field__hint">{live(meaning)}</p>
        </fieldset>
    }
    .into_any()
}

/// What could be said better. Nothing is held back for it.
#[component]
fn Hints(entries: GiveEntries) -> AnyView {
    let hints =
        Memo::new(move |_| feedback_hints(&entries.draft(None)).into_iter().map(words::hint).collect::<Vec<_>>());
    let lines = move || hints.get().into_iter().map(|hint| view! { <p class="field-lint">{hint}</p> }).collect_view();
    view! { <div class="feedback-hints" aria-live="polite">{live(lines)}</div> }.into_any()
}
