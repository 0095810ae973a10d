//! What is drawn again when what it reads has changed.
//!
//! Leptos compiles the drawing of a closure anew for each closure, at some two hundred places of this page. Behind
//! one pointer it is there once.

use crate::state::Memo;
use leptos::prelude::*;
use leptos::tachys::reactive_graph::SharedReactiveFunction;
use std::sync::{Arc, Mutex};

/// What `draw` returns, drawn again when what it reads has changed.
pub fn live<V: IntoAny + 'static>(draw: impl Fn() -> V + Send + 'static) -> AnyView {
    follow(Box::new(draw))
}

/// What can be drawn again and again. A `dyn Fn` would carry two more ways to be called along, for each closure.
trait Redraw: Send {
    fn draw(&self) -> AnyView;
}

impl<V: IntoAny, F: Fn() -> V + Send> Redraw for F {
    fn draw(&self) -> AnyView {
        self().into_any()
    }
}

fn follow(draw: Box<dyn Redraw>) -> AnyView {
    let draw: SharedReactiveFunction<AnyView> = Arc::new(Mutex::new(move || draw.draw()));
    draw.into_any()
}

/// Lets views name a derived value where its text or its attribute goes.
macro_rules! shown {
    ($($render:ty),*; $($value:ty),*) => {
        $(impl IntoRender for Memo<$render> {
            type Output = SharedReactiveFunction<$render>;

            fn into_render(self) -> Self::Output {
                Arc::new(Mutex::new(move || self.get()))
            }
        })*
        $(impl IntoAttributeValue for Memo<$value> {
            type Output = SharedReactiveFunction<$value>;

            fn into_attribute_value(self) -> Self::Output {
                Arc::new(Mutex::new(move || self.get()))
            }
        })*
    };
}

shown!(String, &'static str; String, &'static str, Option<String>, bool);
