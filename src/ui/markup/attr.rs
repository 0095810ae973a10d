//! What an element carries: attributes, properties, styles, listeners.

use super::value::AttrValue;
use leptos::attr::Attribute;
use leptos::attr::any_attribute::{AnyAttribute, AnyAttributeState};
use leptos::prelude::{Owner, RenderEffect};
use leptos::tachys::renderer::types::{Element, Event};
use leptos::tachys::renderer::{RemoveEventHandler, Rndr};

/// Where a value goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Target {
    Attribute,
    Property,
    Style,
}

/// Hears of an event. A `dyn FnMut` would carry one more way to be called along, for each closure.
pub trait Hear {
    fn hear(&mut self, event: Event);
}

/// One thing that an element carries.
pub enum MarkupAttr {
    Value {
        target: Target,
        name: &'static str,
        value: AttrValue,
    },
    Listener {
        name: &'static str,
        owner: Owner,
        hear: Box<dyn Hear>,
    },
    /// One of Leptos' own.
    Other(AnyAttribute),
}

/// One thing that an element in the page carries.
pub enum MarkupAttrState {
    Value { target: Target, name: &'static str, held: HeldValue },
    Listener { name: &'static str, remove: RemoveEventHandler<Element> },
    Other(AnyAttributeState),
}

/// A value that an element in the page has.
pub enum HeldValue {
    Fixed(AttrValue),
    Followed(RenderEffect<AttrValue>),
}

impl MarkupAttr {
    pub(super) fn build(self, element: &Element) -> MarkupAttrState {
        match self {
            Self::Value { target, name, value } => {
                let held = hold(target, name, value, element, None);
                MarkupAttrState::Value { target, name, held }
            }
            Self::Listener { name, owner, hear } => {
                MarkupAttrState::Listener { name, remove: listen(element, name, owner, hear) }
            }
            Self::Other(attribute) => MarkupAttrState::Other(attribute.build(element)),
        }
    }

    /// Whether it can take the place of `state`.
    pub(super) fn fits(&self, state: &MarkupAttrState) -> bool {
        match (self, state) {
            (Self::Value { target, name, .. }, MarkupAttrState::Value { target: target_now, name: name_now, .. }) => {
                (target, name) == (target_now, name_now)
            }
            (Self::Listener { name, .. }, MarkupAttrState::Listener { name: name_now, .. }) => name == name_now,
            (Self::Other(_), MarkupAttrState::Other(_)) => true,
            _ => false,
        }
    }

    /// Takes the place of `state`, which it fits.
    pub(super) fn rebuild(self, element: &Element, state: &mut MarkupAttrState) {
        match (self, state) {
            (Self::Value { target, name, value }, MarkupAttrState::Value { held, .. }) => {
                let last = std::mem::replace(held, HeldValue::Fixed(AttrValue::Absent)).take();
                *held = hold(target, name, value, element, last);
            }
            (Self::Listener { name, owner, hear }, MarkupAttrState::Listener { remove, .. }) => {
                // The last one stops to listen when it is dropped.
                *remove = listen(element, name, owner, hear);
            }
            (Self::Other(attribute), MarkupAttrState::Other(state)) => attribute.rebuild(state),
            _ => {}
        }
    }
}

impl HeldValue {
    /// The value that the element has, which nothing follows any more.
    fn take(self) -> Option<AttrValue> {
        match self {
            Self::Fixed(value) => Some(value),
            Self::Followed(effect) => effect.take_value(),
        }
    }
}

/// Gives `element` the value, whose last one there was `last`, and keeps what follows it.
fn hold(target: Target, name: &'static str, value: AttrValue, element: &Element, last: Option<AttrValue>) -> HeldValue {
    let AttrValue::Live(made) = value else {
        set(target, name, &value, element, last.as_ref());
        return HeldValue::Fixed(value);
    };
    let element = element.clone();
    let follow = move |last: Option<AttrValue>| {
        let value = made.value().now();
        set(target, name, &value, &element, last.as_ref());
        value
    };
    HeldValue::Followed(RenderEffect::new_with_value(follow, last))
}

fn set(target: Target, name: &str, value: &AttrValue, element: &Element, last: Option<&AttrValue>) {
    // A property may be another one by now: people type.
    if last == Some(value) && target != Target::Property {
        return;
    }
    match (target, value) {
        (Target::Attribute, AttrValue::Text(text)) => Rndr::set_attribute(element, name, text),
        (Target::Attribute, AttrValue::Present) => Rndr::set_attribute(element, name, ""),
        (Target::Attribute, _) if last.is_some() => Rndr::remove_attribute(element, name),
        (Target::Attribute, _) => {}
        (Target::Property, AttrValue::Text(text)) => Rndr::set_property_or_value(element, name, &(&**text).into()),
        (Target::Property, value) => {
            let is_present = matches!(value, AttrValue::Present);
            Rndr::set_property_or_value(element, name, &is_present.into());
        }
        (Target::Style, AttrValue::Text(text)) => Rndr::set_css_property(&Rndr::style(element), name, text),
        (Target::Style, _) => Rndr::remove_css_property(&Rndr::style(element), name),
    }
}

/// Listens as Leptos does: within the owner of what was drawn.
fn listen(element: &Element, name: &str, owner: Owner, mut hear: Box<dyn Hear>) -> RemoveEventHandler<Element> {
    Rndr::add_event_listener(element, name, Box::new(move |event| owner.with(|| hear.hear(event))))
}
