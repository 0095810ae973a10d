//! What is drawn again when what it reads has changed.
//!
//! Leptos compiles the drawing of a closure anew for each closure, at some hundreds of places of this page. Behind
//! one pointer it is there once.

use super::render::{Markup, node_of};
use crate::state::Memo;
use leptos::children::ToChildren;
use leptos::prelude::*;
use leptos::tachys::reactive_graph::SharedReactiveFunction;
use leptos::tachys::view::IntoRender;
use std::sync::{Arc, Mutex};

/// What `draw` returns, drawn again when what it reads has changed.
pub fn live<V: IntoRender>(draw: impl Fn() -> V + Send + 'static) -> AnyView
where
    V::Output: RenderHtml,
{
    follow(Box::new(draw))
}

/// What can be drawn again and again. A `dyn Fn` would carry two more ways to be called along, for each closure.
trait Redraw: Send {
    fn draw(&self) -> Markup;
}

impl<V: IntoRender, F: Fn() -> V + Send> Redraw for F
where
    V::Output: RenderHtml,
{
    fn draw(&self) -> Markup {
        Markup::one(node_of(self()))
    }
}

fn follow(draw: Box<dyn Redraw>) -> AnyView {
    let draw: SharedReactiveFunction<Markup> = Arc::new(Mutex::new(move || draw.draw()));
    draw.into_any()
}

/// What a component shows whenever it wants to: its children, or what stands in their place.
#[derive(Clone)]
pub struct Drawn(Arc<dyn Redraw + Sync>);

impl Drawn {
    /// It, drawn.
    pub fn draw(&self) -> Markup {
        self.0.draw()
    }
}

impl<V: IntoRender, F: Fn() -> V + Send + Sync + 'static> From<F> for Drawn
where
    V::Output: RenderHtml,
{
    fn from(draw: F) -> Self {
        Self(Arc::new(draw))
    }
}

impl<V: IntoRender, F: Fn() -> V + Send + Sync + 'static> ToChildren<F> for Drawn
where
    V::Output: RenderHtml,
{
    fn to_children(draw: F) -> Self {
        draw.into()
    }
}

/// Nothing.
impl Default for Drawn {
    fn default() -> Self {
        (|| ()).into()
    }
}

/// Lets views name a derived value where its text goes.
macro_rules! shown {
    ($($text:ty),*) => {
        $(impl IntoRender for Memo<$text> {
            type Output = AnyView;

            fn into_render(self) -> AnyView {
                live(move || self.get())
            }
        })*
    };
}

shown!(String, &'static str);
