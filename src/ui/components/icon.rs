//! Line icons, drawn for this app.

use crate::ui::markup::view;
use leptos::prelude::*;

/// The icons, each with its lines in a square of 24.
macro_rules! glyphs {
    ($($glyph:ident $path:literal;)*) => {
        /// A picture beside a word; never alone without a name.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Glyph {
            $($glyph,)*
        }

        impl Glyph {
            const fn path(self) -> &'static str {
                match self {
                    $(Self::$glyph => $path,)*
                }
            }
        }
    };
}

glyphs! {
    Week "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M12 3.5v4M20.5 12h-4M12 20.5v-4M3.5 12h4";
    Goals "M5 21V4l7 3.5L19 4v10.5L12 18l-7-3.5";
    CheckIn "M4 12.5l5 5L20 6.5";
    Circle "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M3.5 19a5.5 5.5 0 0 1 11 0M16 5.5a3 3 0 0 1 0 5.5M17 14a5.5 5.5 0 0 1 3.5 5";
    Share "M12 15V3M8 7l4-4 4 4M5 12v8h14v-8";
    Settings "M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4";
    Check "M5 13l4.5 4.5L19 7.5";
    Plus "M12 5v14M5 12h14";
    More "M6 11.2a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6M12 11.2a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6M18 11.2a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6";
    Close "M6 6l12 12M18 6L6 18";
    Down "M6 9.5l6 6 6-6";
    File "M6 3h8l4 4v14H6zM14 3v4h4";
    Spark "M12 3l2.2 6.8L21 12l-6.8 2.2L12 21l-2.2-6.8L3 12l6.8-2.2z";
    Session "M4 5h16v11h-9l-4 4v-4H4zM8.5 9h7M8.5 12.5h4";
    Roles "M17 3l4 4-4 4M21 7H8a5 5 0 0 0-5 5M7 21l-4-4 4-4M3 17h13a5 5 0 0 0 5-5";
    Clock "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M12 7.5V12l3.5 2";
    Calendar "M5 5.5h14v14H5zM5 10h14M9 3.5v4M15 3.5v4";
    Digest "M6 3.5h12v17l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6";
    Swap "M7 4L3.5 7.5 7 11M3.5 7.5H17M17 13l3.5 3.5L17 20M20.5 16.5H7";
    Pause "M8.5 5v14M15.5 5v14";
    Play "M7.5 4.5l11 7.5-11 7.5z";
    Bell "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10.5 20.5h3";
    Left "M14.5 5.5L8 12l6.5 6.5";
    Right "M9.5 5.5L16 12l-6.5 6.5";
    Copy "M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4";
    History "M4 5v4.5h4.5M4.6 9.5A8 8 0 1 1 4 13M12 8v4.5l3 2";
    Code "M4.5 4.5h5.500v5.500H4.5zM14 4.500h5.500v5.500H14zM4.500 14h5.500v5.500H4.500zM14 14h2.500v2.500M19.500 14v1M19.500 19.500h-2.500M14 19.500v-1";
    Sync "M4 12a8 8 0 0 1 13.7-5.6L20 8.5M20 4v4.5h-4.5M20 12a8 8 0 0 1-13.7 5.6L4 15.5M4 20v-4.5h4.5";
    Feedback "M9.5 6.5L4 12l5.5 5.5M4 12h9.5a6.5 6.5 0 0 1 6.5 6.5";
    Charter "M6 3.5h12v17H6zM9 8h6M9 11.5h6M9.5 17c1-2 2-2 2.500 0s1.500 1.500 2.500-.5";
    Season "M12 3.500v17M12 8c-3 0-5-1.500-5-4 3 0 5 1.500 5 4M12 13c3 0 5-1.500 5-4-3 0-5 1.500-5 4M6 20.500h12";
    Insights "M4 20h16M6.5 16.5v-4M11 16.5V8M15.5 16.5v-6M20 16.5V5";
    Board "M4 5h16v14H4zM4 9.7h16M4 14.3h16M9.5 5v14";
    Fit "M12 3.5a8.5 8.5 0 0 1 8.3 6.6M20.3 13.9A8.5 8.5 0 0 1 13.9 20.3M10.1 20.3A8.5 8.5 0 0 1 10.1 3.7M8.5 12.2l2.6 2.6 4.6-5";
}

/// Draws `glyph` in the colour of the text around it; hidden from screen readers.
#[component]
pub fn Icon(glyph: Glyph) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d=glyph.path() />
        </svg>
    }
}
