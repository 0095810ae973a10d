//! Screens: routes, pages, components, pictures and all words.
//!
//! Reads signals of [`crate::state`] and sends commands to it; decides nothing that the circle's rules
//! decide. All words for people are in [`text`].

mod ask;
mod components;
mod context;
mod focus;
pub mod markup;
mod pages;
mod parts;
mod plots;
mod reminders;
mod root;
mod routes;
mod shared;
mod shell;
pub mod text;

pub use root::Root;
