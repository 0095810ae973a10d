//! The week as a text: for a chat, for Notion, for somebody outside the circle.

use super::words;
use crate::domain::{Circle, Cycle};
use crate::exchange::{file_name, notes_page::notes_page};
use crate::platform;
use crate::state::{App, Memo, RwSignal};
use crate::ui::components::{Choice, Glyph, Icon, Pick, SendBy, When, copy_text, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::commitment::outside::my_week;
use crate::ui::shared::digest::{week_name, week_text};
use crate::ui::shared::role::turns::{Turns, turns};
use crate::ui::text::WHATSAPP;
use leptos::prelude::*;

/// What a text is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum WeekText {
    /// The circle's chat.
    Chat,
    /// A page of Notion: this week.
    NotionWeek,
    /// A page of Notion: the season so far.
    NotionSeason,
    /// Somebody outside: one's own week.
    Mine,
}

impl WeekText {
    const ALL: [(Self, &'static str, &'static str); 4] = [
        (Self::Chat, "chat", words::TEXT_CHAT),
        (Self::NotionWeek, "week", words::TEXT_WEEK),
        (Self::NotionSeason, "season", words::TEXT_SEASON),
        (Self::Mine, "mine", words::TEXT_MINE),
    ];

    fn of(key: &str) -> Self {
        Self::ALL.into_iter().find(|(_, known, _)| *known == key).map_or(Self::Chat, |(which, ..)| which)
    }

    const fn is_page(self) -> bool {
        matches!(self, Self::NotionWeek | Self::NotionSeason)
    }
}

/// The id of the element that shows the text.
const SHOWN_IN: &str = "week-text";

/// The card.
#[component]
pub fn Texts() -> impl IntoView {
    let app = app();
    let rota = turns(app);
    let chosen = RwSignal::new("chat".to_owned());
    let which = Memo::new(move |_| chosen.with(|key| WeekText::of(key)));
    let text = Memo::new(move |_| text_for(app, rota, which.get()));
    let choices = WeekText::ALL.map(|(_, key, words)| Choice::new(key, words)).to_vec();
    let on_said = Callback::new(move |said: &'static str| app.say(said, None));
    let what = Memo::stored(words::TEXT_WHAT.to_owned());
    view! {
        <section class="card" aria-labelledby="texts">
            <header class="card__head"><h2 id="texts">{words::TEXTS}</h2></header>
            <fieldset class="field">
                <legend>{words::TEXTS_FOR}</legend>
                <Pick name="text-for" choices value=chosen />
            </fieldset>
            <pre id=SHOWN_IN class="sync-texts__shown" dir="auto" tabindex="0" role="region" aria-label=words::TEXT_SHOWN>{live(move || text.get())}</pre>
            <When is=move || which.get().is_page() otherwise=move || view! { <SendBy text shown_in=SHOWN_IN what on_said /> }>
                <PageWays text on_said />
            </When>
        </section>
    }
}

/// The ways out of a page for Notion.
#[component]
fn PageWays(text: Memo<String>, on_said: Callback<&'static str>) -> impl IntoView {
    let app = app();
    let copy = move |_| copy_text(text.get_untracked(), SHOWN_IN.to_owned(), on_said);
    let save = move |_| {
        let cycle = app.cycle.get_untracked();
        let name = app.circle().with_untracked(|circle| file_name::page_name(circle, cycle.first_day()));
        let _ = platform::download(&name, "text/markdown", &text.get_untracked());
    };
    view! {
        <div class="row">
            <button type="button" class="btn" on:click=copy><Icon glyph=Glyph::Copy />{words::TEXT_COPY}</button>
            <button type="button" class="btn" on:click=save><Icon glyph=Glyph::File />{words::TEXT_SAVE}</button>
        </div>
    }
}

/// Returns the text.
fn text_for(app: App, rota: Memo<Turns>, which: WeekText) -> String {
    let cycle = app.cycle.get();
    app.circle().with(|circle| {
        let present = app.present(circle);
        match which {
            WeekText::Chat => rota.with(|rota| week_text(present, rota, cycle)),
            WeekText::NotionWeek => notes_page(present, &[cycle]),
            WeekText::NotionSeason => notes_page(present, &season_so_far(circle, cycle)),
            WeekText::Mine => {
                let own = app.me.with(|me| my_week(present, me.as_ref()?, (cycle, &week_name(cycle)), WHATSAPP));
                own.unwrap_or_else(|| words::TEXT_NOTHING.to_owned())
            }
        }
    })
}

/// The cycles of the season up to `cycle`; that one alone between seasons.
fn season_so_far(circle: &Circle, cycle: Cycle) -> Vec<Cycle> {
    let number = circle.season_at(cycle).map_or(1, |(_, week)| i64::from(week.number));
    (0..number.max(1)).rev().map(|back| cycle.plus(-back)).collect()
}
