//! Looking back: the form, what was said, and the thanks.

use super::data::{NextStep, RetroData, SeasonData, my_retro};
use super::words;
use crate::domain::{Field as Which, MemberId, RetroDraft, SeasonId, season};
use crate::platform;
use crate::state::{App, Memo, RwSignal};
use crate::ui::ask::{Entry, Kept, Request, submit};
use crate::ui::components::{Area, Each, Elsewhere, Empty, Form, Problem, Select, Sheet, When, face, live, live_row};
use crate::ui::context::app;
use crate::ui::markup::view;
use leptos::prelude::*;

/// The id of the heading that the focus goes to after something was said.
const HEADING: &str = "look-back";

/// What all of them keep and change, and the way to one's own words.
#[component]
pub fn LookBack(data: Memo<Option<SeasonData>>, step: Memo<NextStep>) -> AnyView {
    let app = app();
    let is_open = RwSignal::new(false);
    let mine = my_retro(app, data);
    let has_said = Memo::new(move |_| mine.with(Option::is_some));
    let is_empty = move || data.with(|data| data.as_ref().is_none_or(|data| data.retros.is_empty()));
    let kind = move || match (step.get(), has_said.get()) {
        (NextStep::LookBack, _) => "main",
        (_, false) => "",
        (_, true) => "small",
    };
    let on_done = Callback::new(move |()| {
        is_open.set(false);
        platform::focus_near(HEADING);
    });
    view! {
        <section class="card season-retro" aria-labelledby=HEADING>
            <header class="card__head"><h2 id=HEADING tabindex="-1">{words::LOOK_BACK}</h2></header>
            <When is=is_empty>
                <Empty title=words::LOOK_EMPTY hint=words::LOOK_EMPTY_HINT example=words::LOOK_EMPTY_EXAMPLE />
            </When>
            <Said title=words::KEEP data of=|retro| &retro.keep />
            <Said title=words::CHANGE data of=|retro| &retro.change />
            <div class="row">
                <button type="button" class="btn" data-kind=kind on:click=move |_| is_open.set(true)>
                    {live(move || if has_said.get() { words::LOOK_AGAIN } else { words::LOOK_BACK })}
                </button>
            </div>
            <Sheet is_open title=words::LOOK_BACK><RetroForm data on_done /></Sheet>
        </section>
    }
    .into_any()
}

/// One thing that several said, each with their name.
#[component]
fn Said(title: &'static str, data: Memo<Option<SeasonData>>, of: fn(&crate::domain::Retro) -> &String) -> AnyView {
    let lines = Memo::new(move |_| {
        let retros = data.with(|data| data.as_ref().map(|data| data.retros.clone()).unwrap_or_default());
        let said = retros.into_iter().filter(|retro| !of(&retro.retro).is_empty());
        said.collect::<Vec<_>>()
    });
    let row = move |retro: Memo<RetroData>| {
        view! {
            <li>
                <p dir="auto">{live(move || retro.with(|retro| of(&retro.retro).clone()))}</p>
                <small><bdi>{live(move || retro.with(|retro| retro.from.name.clone()))}</bdi></small>
            </li>
        }
        .into_any()
    };
    view! {
        <When is=move || !lines.with(Vec::is_empty)>
            <h3>{title}</h3>
            <ul class="season-said"><Each items=lines key=RetroData::key row /></ul>
        </When>
    }
    .into_any()
}

/// The thanks that they say to one another.
#[component]
pub fn Thanks(data: Memo<Option<SeasonData>>) -> AnyView {
    let thanks = Memo::new(move |_| {
        let retros = data.with(|data| data.as_ref().map(|data| data.retros.clone()).unwrap_or_default());
        retros.into_iter().filter(|retro| !retro.retro.thanks.is_empty()).collect::<Vec<_>>()
    });
    view! {
        <section class="card" aria-labelledby="thanks-said">
            <header class="card__head"><h2 id="thanks-said">{words::THANKS}</h2></header>
            <When is=move || thanks.with(Vec::is_empty)><p class="quiet">{words::THANKS_NONE}</p></When>
            <ul class="list"><Each items=thanks key=RetroData::key row=live_row(thanks_row) /></ul>
        </section>
    }
    .into_any()
}

fn thanks_row(RetroData { from, to, retro, .. }: &RetroData) -> AnyView {
    view! {
        <li class="person">
            {face(&from.initials, from.seat)}
            <div>
                <p class="person__name"><bdi>{words::thanks(&from.name, to.as_deref())}</bdi></p>
                <p class="season-thanks__words" dir="auto">{retro.thanks.clone()}</p>
            </div>
        </li>
    }
    .into_any()
}

/// Everybody else, after all of them.
fn receivers(app: App) -> Memo<Vec<(String, String)>> {
    Memo::new(move |_| {
        let me = app.me.get();
        app.circle().with(|circle| {
            let others = circle.roster().into_iter().filter(|member| Some(&member.id) != me.as_ref());
            let others = others.map(|member| (member.id.to_string(), member.name.clone()));
            std::iter::once((String::new(), words::THANKS_ALL.to_owned())).chain(others).collect()
        })
    })
}

/// What is typed when looking back.
#[derive(Clone, Copy)]
struct RetroEntries {
    keep: Entry,
    change: Entry,
    to: Entry,
    thanks: Entry,
}

fn whom(draft: &RetroDraft) -> String {
    draft.thanks_to.as_ref().map(ToString::to_string).unwrap_or_default()
}

impl RetroEntries {
    /// Fields that open with `said`.
    fn of(said: &RetroDraft) -> Self {
        Self {
            keep: Entry::of(&said.keep),
            change: Entry::of(&said.change),
            to: Entry::of(whom(said)),
            thanks: Entry::of(&said.thanks),
        }
    }

    /// What is to be saved over `now`.
    fn over(self, now: &RetroDraft) -> RetroDraft {
        let to = self.to.over(&whom(now));
        RetroDraft {
            keep: self.keep.over(&now.keep),
            change: self.change.over(&now.change),
            thanks_to: (!to.is_empty()).then(|| MemberId::new(&to)),
            thanks: self.thanks.over(&now.thanks),
        }
    }
}

#[component]
fn RetroForm(data: Memo<Option<SeasonData>>, on_done: Callback<()>) -> AnyView {
    let app = app();
    let mine = my_retro(app, data);
    let now = move || {
        let mine = mine.get_untracked();
        mine.map_or_else(RetroDraft::default, |retro| RetroDraft {
            keep: retro.keep,
            change: retro.change,
            thanks_to: retro.thanks_to,
            thanks: retro.thanks,
        })
    };
    let id = data.with_untracked(|data| data.as_ref().map_or_else(|| SeasonId::new(""), |data| data.season.id.clone()));
    let form = RetroEntries::of(&now());
    let RetroEntries { keep, change, to, thanks } = form;
    let problem = Problem::none();
    let on_done = Kept::of(&format!("retro/{id}"), &[keep, change, to, thanks]).until(on_done);
    let on_submit = submit(problem, on_done, move || {
        let draft = form.over(&now());
        Ok(Some(Request::new(season::Command::LookBack(draft), words::SAID)))
    });
    view! {
        <Form problem on_submit>
            <Area id="retro-keep" label=words::KEEP_LABEL value=keep.typed example=words::KEEP_EXAMPLE is_optional=true problem field=Which::Keep />
            <Area id="retro-change" label=words::CHANGE_LABEL value=change.typed example=words::CHANGE_EXAMPLE is_optional=true problem field=Which::Change />
            <Select id="retro-to" label=words::THANKS_TO value=to.typed options=receivers(app) />
            <Area id="retro-thanks" label=words::THANKS_LABEL value=thanks.typed example=words::THANKS_EXAMPLE is_optional=true problem field=Which::Thanks />
            <Elsewhere problem />
            <div class="row"><button class="btn" data-kind="main">{words::SAY}</button></div>
        </Form>
    }
    .into_any()
}
