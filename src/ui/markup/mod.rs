//! What pages are drawn with: a description of markup that is one type, whatever is described.
//!
//! `view!` calls a [`MarkupBuilder`] step by step. What comes of it is [`Markup`], which Leptos draws as it draws its
//! own views: built once, then brought up to date in place where its elements are the same ones.

mod attr;
mod builder;
mod live;
mod node;
mod render;
mod value;

pub use builder::MarkupBuilder;
pub use live::{Drawn, live};
pub use peer_circle_markup::view;
