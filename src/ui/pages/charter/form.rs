//! The dialog in which a version of the charter is written.

use super::typed::CharterEntries;
use super::words;
use crate::domain::{
    CharterFocus, CharterId, CharterPart, CharterTerms, Field as Which, Refusal, charter, charter_hints,
};
use crate::state::{App, Memo, RwSignal};
use crate::ui::ask::DraftForm;
use crate::ui::components::{Area, Choice, Elsewhere, Field, Form, Pick, Problem, SheetAbout, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use leptos::prelude::*;
use std::sync::Arc;

/// A version that is being written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Editing {
    /// Afresh, from the example at a place or from nothing.
    Afresh(Option<usize>),
    /// From another version.
    From(CharterId),
}

impl Editing {
    /// The version that is changed.
    fn base(&self) -> Option<CharterId> {
        match self {
            Self::Afresh(_) => None,
            Self::From(id) => Some(id.clone()),
        }
    }

    /// Fields that open with what was typed before, or with `opening`, or with the example.
    fn entries(&self, app: App, opening: &CharterTerms) -> CharterEntries {
        let name = self.base().map_or_else(|| "new".to_owned(), |id| id.to_string());
        let entries = CharterEntries::of(app, &name, opening);
        // An example never takes the place of words of one's own by itself.
        let is_own = untrack(|| !entries.is_empty() && !is_example(&entries.terms()));
        if let Self::Afresh(Some(place)) = self
            && !is_own
            && let Some(example) = words::example(*place)
        {
            entries.fill(&example);
        }
        entries
    }
}

/// The dialog, open while something is edited.
#[component]
pub fn CharterSheet(editing: RwSignal<Option<Editing>>, on_saved: Callback<()>) -> AnyView {
    let about = move |editing: Editing, on_close: Callback<()>| {
        let on_done = Callback::new(move |()| {
            on_close.run(());
            on_saved.run(());
        });
        view! { <CharterForm editing on_done /> }.into_any()
    };
    view! { <SheetAbout subject=editing title=words::WRITE_TITLE about /> }.into_any()
}

/// What the version called `id` says.
fn terms_of(app: App, id: &CharterId) -> Option<CharterTerms> {
    app.circle().with_untracked(|circle| circle.charters.get(id).map(|version| version.terms.clone()))
}

#[component]
fn CharterForm(editing: Editing, on_done: Callback<()>) -> AnyView {
    let app = app();
    let base = editing.base();
    let opening = base.as_ref().and_then(|id| terms_of(app, id)).unwrap_or_default();
    let entries = editing.entries(app, &opening);
    let problem = Problem::none();
    let is_edit = base.is_some();
    let on_submit = Callback::new(move |()| {
        problem.clear();
        let terms = untrack(|| entries.terms());
        // An edit that changes nothing is no version.
        let is_same = base.is_some() && terms == opening;
        match if is_same { Ok(()) } else { write(app, entries, base.clone(), terms) } {
            Ok(()) => on_done.run(()),
            Err(refusal) => problem.show(refusal),
        }
    });
    view! {
        <Form problem on_submit>
            {(!is_edit).then(|| view! { <Examples entries /> })}
            <FocusFields entries problem />
            <Parts entries problem parts=&[CharterPart::Purpose, CharterPart::Outcome] />
            <Area id="charter-norms" label=words::NORMS value=entries.norms.typed hint=words::NORMS_HINT example=words::NORMS_EXAMPLE rows=4 is_optional=true problem field=Which::Norms />
            <Parts entries problem parts=&[CharterPart::Confidentiality, CharterPart::Absence, CharterPart::Leaving, CharterPart::Contact] />
            <Hints entries />
            <Elsewhere problem />
            {is_edit.then(|| view! { <p class="field__hint">{words::CHANGE_HINT}</p> })}
            <div class="row"><button class="btn" data-kind="main">{words::SAVE}</button></div>
        </Form>
    }
    .into_any()
}

/// Writes a version. Taking it back brings the words back into the form.
fn write(app: App, entries: CharterEntries, based_on: Option<CharterId>, terms: CharterTerms) -> Result<(), Refusal> {
    let command = charter::Command::Write { based_on, terms: Box::new(terms), people: Vec::new() };
    let undo = app.dispatch(command)?;
    let restore = entries.forget(app);
    let take_back = move || {
        app.undo(&undo);
        restore();
    };
    app.say(words::WRITTEN, Some(Arc::new(take_back)));
    Ok(())
}

/// Whether this is an example that nobody has touched.
fn is_example(terms: &CharterTerms) -> bool {
    (0..words::EXAMPLES.len()).any(|place| words::example(place).as_ref() == Some(terms))
}

/// The examples, each of which fills the form; what was typed before can be brought back.
#[component]
fn Examples(entries: CharterEntries) -> AnyView {
    let app = app();
    let fill = move |place: usize| {
        let before = untrack(|| entries.texts());
        if let Some(example) = words::example(place) {
            entries.fill(&example);
            app.say(words::FILLED, Some(Arc::new(move || entries.show(&before))));
        }
    };
    let chip = |(place, name): (usize, &'static str)| {
        view! { <button type="button" class="chip" on:click=move |_| fill(place)>{name}</button> }
    };
    view! {
        <div class="field-group" role="group" aria-labelledby="charter-examples">
            <p class="field__hint" id="charter-examples">{words::BEGIN_WITH}</p>
            <div class="chip-list">{words::EXAMPLES.into_iter().enumerate().map(chip).collect_view()}</div>
        </div>
    }
    .into_any()
}

#[component]
fn FocusFields(entries: CharterEntries, problem: Problem) -> AnyView {
    let choices = CharterFocus::ALL.map(|focus| Choice::new(focus.key(), words::focus(focus))).to_vec();
    let is_own = Memo::new(move |_| entries.focus.typed.with(|key| key == CharterFocus::Own.key()));
    view! {
        <fieldset class="field-group charter-focus">
            <legend>{words::FOCUS}</legend>
            <Pick name="charter-focus" choices value=entries.focus.typed />
        </fieldset>
        <When is=is_own>
            <Field id="charter-focus-words" label=words::FOCUS_WORDS value=entries.focus_words.typed example=words::FOCUS_EXAMPLE problem field=Which::FocusWords />
        </When>
    }
    .into_any()
}

/// A field for each of `parts`.
#[component]
fn Parts(entries: CharterEntries, problem: Problem, parts: &'static [CharterPart]) -> AnyView {
    let field = |part: &CharterPart| {
        let (part, value) = (*part, entries.part(*part).typed);
        let hint = Memo::new(move |_| match part {
            CharterPart::Purpose => words::purpose_words(value.with(|text| text.split_whitespace().count())),
            _ => String::new(),
        });
        let is_optional = part != CharterPart::Purpose;
        // A charter that says nothing at all is refused at its purpose.
        let field = Which::Charter(part);
        view! { <Area id=format!("charter-{}", part.key()) label=words::part(part) value hint example=words::part_example(part) is_optional problem field /> }
    };
    parts.iter().map(field).collect_view().into_any()
}

/// What could be clearer. Nothing is held back for it.
#[component]
fn Hints(entries: CharterEntries) -> AnyView {
    let hints = Memo::new(move |_| {
        let hints = if entries.is_empty() { Vec::new() } else { charter_hints(&entries.terms()) };
        hints.into_iter().map(words::hint).collect::<Vec<_>>()
    });
    let lines = move || hints.get().into_iter().map(|hint| view! { <li class="field-lint">{hint}</li> }).collect_view();
    view! {
        <div class="charter-hints" aria-live="polite">
            <When is=move || !hints.with(Vec::is_empty)><h3>{words::CLEARER}</h3><ul>{live(lines)}</ul></When>
        </div>
    }
    .into_any()
}
