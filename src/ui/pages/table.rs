//! What the table of pages makes for everybody: names, addresses, places.

/// Makes [`Page`] and [`Screen`], and what is known of each. Which components draw them is of no matter here.
macro_rules! pages {
    ($($part:ident: $load:ident, $draw:ident {
        pages { $($(#[$doc:meta])* $page:ident $segment:literal, $place:expr, $glyph:ident, $label:expr, $room:ident::$component:ident;)* }
        screens { $($(#[$screen_doc:meta])* $screen:ident, $screen_room:ident::$screen_component:ident;)* }
    })*) => {
        /// A page of the app: a screen with an address.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Page { $($($(#[$doc])* $page,)*)* }

        /// Everything that can be shown in the frame.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Screen {
            $($($(#[$doc])* $page,)* $($(#[$screen_doc])* $screen,)*)*
        }

        impl Page {
            /// All of them, in the order of the table.
            pub const ALL: &[Self] = &[$($(Self::$page,)*)*];

            /// The part of the address after the base.
            pub const fn segment(self) -> &'static str {
                match self { $($(Self::$page => $segment,)*)* }
            }

            /// Where the navigation has it.
            pub const fn place(self) -> NavPlace {
                match self { $($(Self::$page => $place,)*)* }
            }

            /// Its picture.
            pub const fn glyph(self) -> Glyph {
                match self { $($(Self::$page => Glyph::$glyph,)*)* }
            }

            /// Its name in the navigation and in the title of the window.
            pub const fn label(self) -> &'static str {
                match self { $($(Self::$page => $label,)*)* }
            }

            /// What is shown at its address.
            pub const fn screen(self) -> Screen {
                match self { $($(Self::$page => Screen::$page,)*)* }
            }
        }
    };
}

pub(super) use pages;
