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
    follow(Arc::new(Mutex::new(move || draw().into_any())))
}

#[inline(never)]
fn follow(draw: SharedReactiveFunction<AnyView>) -> AnyView {
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
