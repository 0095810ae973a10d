//! The board's week for somebody outside the circle: a picture and a text with names and numbers, and nothing that
//! anybody wrote.

use super::words;
use crate::domain::{CheckInState, Cycle, Tally, WeekView};
use crate::exchange::file_name::picture_stem;
use crate::platform::{self, Png, Shared};
use crate::state::{App, Memo, RwSignal};
use crate::ui::components::{Glyph, Icon, Marked, SendBy, When};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::plots::{PictureData, WeekPicture};
use crate::ui::shared::digest::week_name;
use crate::ui::text::{WHATSAPP, week};
use leptos::prelude::*;

/// The ids of the elements that show the picture and the text.
const PICTURE: &str = "board-picture";
const TEXT: &str = "board-text";
/// How wide the picture is that leaves the page, in pixels: what a phone shows in full.
const WIDTH: u32 = 1080;
/// The most characters of a name within the text.
const NAME: usize = 60;

/// Opens to the picture, the text and the ways out for both. Nothing is drawn before.
#[component]
pub fn Outside(#[prop(into)] cycle: Memo<Cycle>) -> AnyView {
    let is_asked = RwSignal::new(false);
    view! {
        <details class="card board-outside">
            <summary on:click=move |_| is_asked.set(true)>{words::OUTSIDE}</summary>
            <When is=move || is_asked.get()><Opened cycle /></When>
        </details>
    }
    .into_any()
}

#[component]
fn Opened(cycle: Memo<Cycle>) -> AnyView {
    let app = app();
    let data = Memo::new(move |_| picture(app, cycle.get()));
    let text = Memo::new(move |_| data.with(text_of));
    let on_said = Callback::new(move |said: &'static str| app.say(said, None));
    view! {
        <div class="board-outside__both">
            <div class="stack">
                <p class="quiet">{words::OUTSIDE_SHOWS}</p>
                <WeekPicture data id=PICTURE words=Memo::new(move |_| data.with(|data| words::picture(&data.head))) />
                <PictureWays cycle />
            </div>
            <section class="stack" aria-labelledby="board-as-text">
                <h2 id="board-as-text">{words::AS_TEXT}</h2>
                <Marked text id=TEXT />
                <SendBy text shown_in=TEXT what=Memo::stored(words::OUTSIDE_WHAT.to_owned()) on_said />
            </section>
        </div>
    }
    .into_any()
}

/// The ways out for the picture.
#[component]
fn PictureWays(cycle: Memo<Cycle>) -> AnyView {
    let app = app();
    let can_share = platform::can_share_pictures();
    let button = |kind: &'static str, glyph: Glyph, words: &'static str, is_shared: bool| {
        let on_press = move |_| hand_out(app, cycle.get_untracked(), is_shared);
        view! { <button type="button" class="btn" data-kind=kind on:click=on_press><Icon glyph />{words}</button> }
    };
    let share = can_share.then(|| button("main", Glyph::Share, words::SHARE_PICTURE, true));
    view! {
        <div class="row">
            {share}
            {button(if can_share { "" } else { "main" }, Glyph::File, words::SAVE_PICTURE, false)}
        </div>
    }
    .into_any()
}

/// Draws the picture and hands it to the share sheet, or has the browser save it.
fn hand_out(app: App, cycle: Cycle, is_shared: bool) {
    let stem = app.circle().with_untracked(|circle| picture_stem(circle, cycle.first_day()));
    leptos::task::spawn_local(async move {
        let said = match Png::of(PICTURE, WIDTH).await {
            None => words::NOT_DRAWN,
            Some(png) if is_shared => match png.share(&stem).await {
                Shared::Refused => words::PICTURE_REFUSED,
                Shared::Sent | Shared::Cancelled => return,
            },
            Some(png) => match png.save(&format!("{stem}.png")) {
                Some(()) => words::PICTURE_SAVED,
                None => words::NOT_DRAWN,
            },
        };
        app.say(said, None);
    });
}

fn picture(app: App, cycle: Cycle) -> PictureData {
    app.circle().with(|circle| {
        let mut seats = WeekView::of(app.present(circle), cycle).seats;
        // Whose check-in is missing is the circle's own affair.
        seats.iter_mut().for_each(|seat| seat.check_in = CheckInState::Excused);
        let all = seats.iter().fold(Tally::default(), |sum, seat| sum.and(seat.tally));
        PictureData { head: [circle.about.name.clone(), week_name(cycle)], middle: words::together(all), seats }
    })
}

/// The same in words, with the marks of WhatsApp.
fn text_of(data: &PictureData) -> String {
    let [circle, week_name] = &data.head;
    let all = data.seats.iter().fold(Tally::default(), |sum, seat| sum.and(seat.tally));
    let head = words::text_head(&WHATSAPP.said(circle, NAME), week_name, &week::kept(all));
    // The name comes last: before a number, one in Hebrew or Arabic would take the number along into its direction.
    let line = data.seats.iter().map(|seat| format!("{}: {}", week::kept(seat.tally), WHATSAPP.said(&seat.name, NAME)));
    std::iter::once(WHATSAPP.bold(&head)).chain(line).collect::<Vec<_>>().join("\n")
}
