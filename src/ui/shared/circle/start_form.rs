//! The form that begins a circle.

use super::words;
use super::zone_field::ZoneField;
use crate::domain::{Field as Which, Refusal, Rhythm, Typing, ZoneId, merged_choice, merged_text};
use crate::platform::OverPage;
use crate::state::Memo;
use crate::state::{App, Draft, RwSignal, StartError};
use crate::ui::ask::{DraftForm, Entry, SharedDraft};
use crate::ui::components::{Area, Field, Form, Heading, Problem, Select, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::rhythm::words as rhythm;
use crate::ui::shared::rhythm::{weekday_options, weekly_time};
use crate::ui::text::problems;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// How many weeks a first season has.
const SEASON_WEEKS: u8 = 10;

/// What is typed, as it is kept until the circle is started.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
struct StartTexts {
    name: String,
    me: String,
    others: String,
    day: String,
    time: String,
}

impl Default for StartTexts {
    fn default() -> Self {
        let (day, time) = ("3".to_owned(), "18:00".to_owned());
        Self { name: String::new(), me: String::new(), others: String::new(), day, time }
    }
}

impl Typing for StartTexts {
    fn merged(&self, base: &Self, theirs: &Self) -> Self {
        Self {
            name: merged_text(&base.name, &self.name, &theirs.name),
            me: merged_text(&base.me, &self.me, &theirs.me),
            others: merged_text(&base.others, &self.others, &theirs.others),
            day: merged_choice(&base.day, &self.day, &theirs.day),
            time: merged_choice(&base.time, &self.time, &theirs.time),
        }
    }
}

fn draft() -> Draft<StartTexts> {
    Draft::of_device("start")
}

/// Whether a circle was about to be started when the page was left.
pub fn is_start_begun(app: App) -> bool {
    draft().load(app).is_some_and(|texts| texts != StartTexts::default())
}

/// The fields.
#[derive(Clone, Copy)]
struct StartFields {
    name: Entry,
    me: Entry,
    others: Entry,
    day: Entry,
    time: Entry,
}

impl StartFields {
    /// As they were left, kept as they are typed.
    fn kept(app: App) -> Self {
        let draft = SharedDraft::of(app, draft());
        let StartTexts { name, me, others, day, time } = draft.load().unwrap_or_default();
        let [name, me, others, day, time] = [name, me, others, day, time].map(Entry::of);
        let fields = Self { name, me, others, day, time };
        draft.share(fields);
        fields
    }

    fn entries(self) -> [Entry; 5] {
        [self.name, self.me, self.others, self.day, self.time]
    }

    fn people(self) -> Vec<String> {
        std::iter::once(self.me.text()).chain(names(&self.others.text())).collect()
    }
}

impl DraftForm for StartFields {
    type Texts = StartTexts;

    fn texts(self) -> StartTexts {
        let [name, me, others, day, time] = self.entries().map(|entry| entry.typed.get());
        StartTexts { name, me, others, day, time }
    }

    fn show(self, texts: &StartTexts) {
        let StartTexts { name, me, others, day, time } = texts;
        for (entry, text) in self.entries().into_iter().zip([name, me, others, day, time]) {
            entry.show(text);
        }
    }
}

/// The form that begins a circle; `on_back`, like going back, leads to where the person came from.
#[component]
pub fn StartForm(on_back: Callback<()>, #[prop(optional, into)] on_done: Option<Callback<()>>) -> AnyView {
    let app = app();
    app.prepare();
    let fields = StartFields::kept(app);
    let problem = Problem::none();
    let trouble = RwSignal::new(None::<String>);
    go_back_by(on_back);
    let zone = RwSignal::new(app.here().map(|here| here.as_str().to_owned()).unwrap_or_default());
    let on_submit = Callback::new(move |()| {
        problem.clear();
        let Some(check_ins_due) = weekly_time(&fields.day.text(), &fields.time.text()) else {
            return problem.say(Which::Value, rhythm::NO_TIME);
        };
        let (name, people) = (fields.name.text(), fields.people());
        let rhythm = Rhythm::new(ZoneId::new(&zone.get_untracked()), check_ins_due);
        leptos::task::spawn_local(async move {
            match app.begin(&name, &people, rhythm, SEASON_WEEKS).await {
                Ok(()) => {
                    draft().clear(app);
                    on_done.and_then(|done| done.try_run(())).unwrap_or_default();
                }
                Err(error) => tell(&error, problem, trouble),
            }
        });
    });
    view! {
        <Form problem on_submit class="narrow stack">
            <header class="head">
                <Heading text=words::FORM_HEADING />
                <p>{words::FORM_LEAD}</p>
            </header>
            <Fields fields problem zone trouble />
            <div class="row">
                <button class="btn" data-kind="main">{words::SUBMIT}</button>
                <button type="button" class="btn" on:click=move |_| on_back.run(())>{words::BACK}</button>
            </div>
        </Form>
    }
    .into_any()
}

/// Lets going back do what `on_back` does, while the form is there.
fn go_back_by(on_back: Callback<()>) {
    let over = OverPage::opened(move || on_back.try_run(()).unwrap_or_default());
    on_cleanup(move || over.closed());
}

/// Says why no circle was started: at the field, or above the form.
fn tell(error: &StartError, problem: Problem, trouble: RwSignal<Option<String>>) {
    match error {
        // A zone has no field of its own where the device knows which it is in.
        StartError::Refused(refusal) if !matches!(refusal, Refusal::UnknownZone(_)) => problem.show(refusal.clone()),
        error => drop(trouble.try_set(Some(problems::start(error)))),
    }
}

#[component]
fn Fields(fields: StartFields, problem: Problem, zone: RwSignal<String>, trouble: RwSignal<Option<String>>) -> AnyView {
    let StartFields { name, me, others, day, time } = fields;
    view! {
        <div class="card form">
            <Field id="start-name" label=words::NAME hint=words::NAME_HINT value=name.typed problem field=Which::Name />
            <Field id="start-me" label=words::MY_NAME value=me.typed problem field=Which::Founder />
            <Area id="start-others" label=words::OTHERS hint=words::OTHERS_HINT value=others.typed rows=5 problem field=Which::Others />
            <div class="two">
                <Select id="start-day" label=words::DUE_DAY value=day.typed options=Memo::stored(weekday_options()) />
                <Field id="start-time" kind="time" label=words::DUE_TIME value=time.typed problem field=Which::Value />
            </div>
            <ZoneField zone />
            <When is=move || trouble.with(Option::is_some)>
                <p class="banner" data-kind="bad" role="alert">{live(move || trouble.get())}</p>
            </When>
        </div>
    }
    .into_any()
}

/// Names out of a list that was typed or pasted: one per line or separated by commas, without bullets.
fn names(list: &str) -> Vec<String> {
    let parts = list.split(['\n', ',', ';']);
    let bare = parts.map(|part| part.trim().trim_start_matches(['-', '*', '•', '·']).trim().to_owned());
    bare.filter(|name| !name.is_empty()).collect()
}
