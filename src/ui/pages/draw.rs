//! What draws each screen, and the part of the app that it is fetched with.
//!
//! Names every page, and is named by the root and the frame alone.

#![allow(unsafe_code)]

use super::Screen;
use crate::platform::part;
use crate::ui::parts::{self, Part, Surface};
use leptos::prelude::*;

/// Draws one of a part's screens.
type Draw = fn(Screen) -> AnyView;

/// Makes what draws the screens of each part, and which part a screen is in.
macro_rules! draw {
    ($($part:ident: $load:ident, $draw:ident {
        pages { $($(#[$doc:meta])* $page:ident $segment:literal, $place:expr, $glyph:ident, $label:expr, $room:ident::$component:ident;)* }
        screens { $($(#[$screen_doc:meta])* $screen:ident, $screen_room:ident::$screen_component:ident;)* }
    })*) => {
        fn part_of(screen: Screen) -> &'static Part<Draw> {
            match screen {
                $($(Screen::$page)|* $(| Screen::$screen)* => {
                    static PART: Part<Draw> = Part::new(|| Box::pin($load()));
                    &PART
                })*
            }
        }

        $(
            part!($load in $part: Draw = $draw);

            fn $draw(screen: Screen) -> AnyView {
                match screen {
                    $(Screen::$page => super::$room::$component().into_any(),)*
                    $(Screen::$screen => super::$screen_room::$screen_component().into_any(),)*
                    // `part_of` sends no other screen here.
                    _ => ().into_any(),
                }
            }
        )*
    };
}

with_pages!(draw);

/// Fetches what shows `screen`. If that fails, [`show`] says so.
pub async fn fetch(screen: Screen) {
    part_of(screen).load().await;
}

/// Shows `screen`, once its part is there.
pub fn show(screen: Screen) -> AnyView {
    parts::show(part_of(screen), Surface::Page, move |draw| draw(screen))
}
