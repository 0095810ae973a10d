//! Peer Circle: the weekly page of a small group of peers who keep each other honest.
//!
//! # Map
//!
//! | module | what it is | may use |
//! |---|---|---|
//! | [`domain`] | plain types and pure rules of a circle | – |
//! | [`document`] | the CRDT document: records ↔ flat keys, merge, conflicts; the only code that knows Yrs | `domain` |
//! | [`exchange`] | the circle file, sealed or not, update messages, the file of a note for two, and how one is sealed into the circle's, invitations and the answer to them, the calendar file, a written agreement that is pasted, tables and notes of other programs, people's words in a text that leaves the app | `domain`, `document` |
//! | [`vault`] | how opaque bytes lie in localStorage without ever being lost | – |
//! | `platform` | the browser; the only code that names `web_sys`, `js_sys` or `wasm_bindgen` | `domain`, `vault` |
//! | `state` | the open circle as signals, `dispatch`, persistence, tabs | all of the above |
//! | `ui` | shell, pages, components, pictures, all words | all of the above |
//!
//! `tests/layers` reads the imports and keeps it so. Nor do files import each other in a ring.
//!
//! # Features
//!
//! A feature has a room of the same name on each floor: `domain/goal`, `document/schema/goal.rs`, `ui/pages/goal`.
//! What there is says one table each: `records!` (kinds of record) and `commands!` (features with commands) in
//! [`domain`], `pages!` in `ui`. The README's *How to add a feature* walks through them.
//!
//! # What any line may rely on
//!
//! 1. `domain`, `document`, `exchange` and `vault` are deterministic, build for any target without default
//!    features, and take time, zone rules and randomness as arguments. They never panic on data.
//! 2. There is one writer, `state::App::dispatch`. The domain returns whole records or a `Refusal` that carries
//!    data; the document stores only the values that differ; words are made in `ui::text`.
//! 3. Loading is three-way: empty, ready, unreadable. Unreadable bytes are kept, shown and offered, never
//!    overwritten.
//! 4. A file, another tab, this device's own storage: everything from elsewhere enters by merging, and merging only
//!    adds.
//! 5. An edit is on the screen and in the log within the same call, or the screen says that it is not saved.
//!
//! # From a click to the disk
//!
//! ```text
//! ui: Command ─▶ state::dispatch ─▶ domain::decide ─▶ records ─▶ document::put ─▶ update ─▶ vault::append
//!                                                                    └─▶ changes ─▶ circle signal ─▶ memos ─▶ page
//! another tab:   storage event ─▶ vault::read_log_value ─▶ document::merge ─▶ changes ─▶ circle signal ─▶ …
//! a file:        exchange::circle_file::read ─▶ document::import ─▶ the same two ways
//! ```

pub mod document;
pub mod domain;
pub mod exchange;
#[cfg(page)]
pub mod platform;
#[cfg(page)]
pub mod state;
#[cfg(page)]
pub mod ui;
/// The words that need no browser, for native tests: the rest of the ui is compiled for the page alone.
#[cfg(not(page))]
pub mod ui {
    pub mod text;
    pub mod pages {
        pub mod check_in {
            pub mod words;
        }
        pub mod circle {
            pub mod words;
        }
        pub mod goal {
            pub mod words;
        }
        pub mod history {
            pub mod words;
        }
        pub mod session {
            pub mod words;
        }
        pub mod week {
            pub mod words;
        }
    }
    pub mod shared {
        pub mod commitment {
            pub mod outside;
            pub mod words;
        }
        pub mod digest {
            pub mod words;
        }
        pub mod goal {
            pub mod words;
        }
        pub mod session {
            pub mod words;
        }
    }
}
pub mod vault;
