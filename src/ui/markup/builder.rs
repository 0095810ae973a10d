//! Describes markup step by step.

use super::attr::{Hear, MarkupAttr, Target};
use super::node::{ElementNode, MarkupNode};
use super::render::{Markup, node_of};
use super::value::{AttrValue, IntoAttr};
use crate::state::RwSignal;
use leptos::attr::Attribute;
use leptos::attr::any_attribute::IntoAnyAttribute;
use leptos::ev::{self, EventDescriptor, Targeted};
use leptos::html::ElementType;
use leptos::prelude::{Owner, RenderHtml, event_target_value};
use leptos::tachys::renderer::types::Event;
use leptos::tachys::view::IntoRender;
use std::borrow::Cow;
use std::marker::PhantomData;

/// What separates the words of an element's description.
const SEPARATOR: char = '\0';

/// Describes markup step by step: an element is opened, told what is in it and what it carries, and closed.
///
/// What is not generic is never inlined: a page is some thousands of these calls.
#[derive(Default)]
pub struct MarkupBuilder {
    open: Vec<ElementNode>,
    roots: Vec<MarkupNode>,
}

impl MarkupBuilder {
    /// Begins.
    #[inline(never)]
    pub fn begin() -> Box<Self> {
        Box::default()
    }

    /// Opens an element that carries what stays, given as `tag`, then name and value of each attribute, with a
    /// [`SEPARATOR`] before each of them: one text is less code than many.
    #[inline(never)]
    pub fn open(&mut self, description: &'static str) {
        self.open_as(description, false);
    }

    /// Opens an element of a picture.
    #[inline(never)]
    pub fn open_svg(&mut self, description: &'static str) {
        self.open_as(description, true);
    }

    #[inline(never)]
    fn open_as(&mut self, description: &'static str, is_svg: bool) {
        let mut words = description.split(SEPARATOR);
        let mut element =
            ElementNode { tag: words.next().unwrap_or_default(), is_svg, attrs: Vec::new(), children: Vec::new() };
        while let (Some(name), Some(value)) = (words.next(), words.next()) {
            let value = AttrValue::Text(Cow::Borrowed(value));
            element.attrs.push(MarkupAttr::Value { target: Target::Attribute, name, value });
        }
        self.open.push(element);
    }

    /// Closes the element that was opened last.
    #[inline(never)]
    pub fn close(&mut self) {
        if let Some(element) = self.open.pop() {
            self.put(MarkupNode::Element(element));
        }
    }

    /// Puts a text.
    #[inline(never)]
    pub fn text(&mut self, text: &'static str) {
        self.put(MarkupNode::Text(Cow::Borrowed(text)));
    }

    /// Puts anything that Leptos can draw.
    pub fn child<T: IntoRender>(&mut self, child: T)
    where
        T::Output: RenderHtml,
    {
        self.put(node_of(child));
    }

    #[inline(never)]
    fn put(&mut self, node: MarkupNode) {
        match self.open.last_mut() {
            Some(element) => element.children.push(node),
            None => self.roots.push(node),
        }
    }

    /// Gives the open element an attribute.
    pub fn attr(&mut self, name: &'static str, value: impl IntoAttr) {
        self.give(Target::Attribute, name, value.into_attr());
    }

    /// Gives the open element a property.
    pub fn prop(&mut self, name: &'static str, value: impl IntoAttr) {
        self.give(Target::Property, name, value.into_attr());
    }

    /// Gives the open element a style.
    pub fn style(&mut self, name: &'static str, value: impl IntoAttr) {
        self.give(Target::Style, name, value.into_attr());
    }

    /// Has `handler` called for each event of the open element.
    pub fn on<E: EventDescriptor>(&mut self, _: E, name: &'static str, handler: impl FnMut(E::EventType) + 'static)
    where
        E::EventType: From<Event> + 'static,
    {
        self.listen(name, Box::new(Handler { handler, event: PhantomData }));
    }

    /// The same, for a handler that wants to know the element, a `T`.
    pub fn on_target<T: ElementType + 'static, E: EventDescriptor>(
        &mut self,
        event: E,
        name: &'static str,
        mut handler: impl FnMut(Targeted<E::EventType, T::Output>) + 'static,
    ) where
        E::EventType: From<Event> + 'static,
    {
        self.on(event, name, move |event| handler(Targeted::from(event)));
    }

    /// Has the open element say what `field` does, and `field` what is typed.
    #[inline(never)]
    pub fn bind(&mut self, field: RwSignal<String>) {
        self.prop("value", field);
        self.on(ev::input, "input", move |event| field.set(event_target_value(&event)));
    }

    /// Gives the open element something of Leptos' own.
    pub fn other(&mut self, attribute: impl Attribute) {
        self.carry(MarkupAttr::Other(attribute.into_any_attr()));
    }

    #[inline(never)]
    fn give(&mut self, target: Target, name: &'static str, value: AttrValue) {
        self.carry(MarkupAttr::Value { target, name, value });
    }

    #[inline(never)]
    fn listen(&mut self, name: &'static str, hear: Box<dyn Hear>) {
        self.carry(MarkupAttr::Listener { name, owner: Owner::current().unwrap_or_default(), hear });
    }

    #[inline(never)]
    fn carry(&mut self, attr: MarkupAttr) {
        if let Some(element) = self.open.last_mut() {
            element.attrs.push(attr);
        }
    }

    /// What was described.
    #[inline(never)]
    pub fn done(&mut self) -> Markup {
        Markup::all(std::mem::take(&mut self.roots))
    }
}

struct Handler<E, F> {
    handler: F,
    event: PhantomData<E>,
}

impl<E: From<Event>, F: FnMut(E)> Hear for Handler<E, F> {
    fn hear(&mut self, event: Event) {
        (self.handler)(E::from(event));
    }
}
