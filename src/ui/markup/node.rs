//! Elements, texts and views of Leptos', to be drawn and as they stand in the page.

use super::attr::{MarkupAttr, MarkupAttrState};
use leptos::prelude::*;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element, Node, Text};
use leptos::tachys::view::Mountable;
use leptos::tachys::view::any_view::AnyViewState;
use std::borrow::Cow;

const SVG: &str = "http://www.w3.org/2000/svg";

/// One thing to be drawn.
pub enum MarkupNode {
    Element(ElementNode),
    Text(Cow<'static, str>),
    View(AnyView),
}

/// An element to be drawn.
pub struct ElementNode {
    pub(super) tag: &'static str,
    pub(super) is_svg: bool,
    pub(super) attrs: Vec<MarkupAttr>,
    pub(super) children: Vec<MarkupNode>,
}

/// One thing in the page.
pub enum MarkupNodeState {
    Element(ElementNodeState),
    Text(Text, Cow<'static, str>),
    View(AnyViewState),
}

/// An element in the page.
pub struct ElementNodeState {
    tag: &'static str,
    element: Element,
    attrs: Vec<MarkupAttrState>,
    children: Vec<MarkupNodeState>,
}

impl MarkupNode {
    pub(super) fn build(self) -> MarkupNodeState {
        match self {
            Self::Element(element) => MarkupNodeState::Element(element.build()),
            Self::Text(text) => MarkupNodeState::Text(Rndr::create_text_node(&text), text),
            Self::View(view) => MarkupNodeState::View(view.build()),
        }
    }

    /// Brings what stands in the page up to date, in place where it is the same kind of thing.
    pub(super) fn rebuild(self, state: &mut MarkupNodeState) {
        match (self, state) {
            (Self::Text(text), MarkupNodeState::Text(node, now)) => {
                if text != *now {
                    Rndr::set_text(node, &text);
                    *now = text;
                }
            }
            (Self::View(view), MarkupNodeState::View(state)) => view.rebuild(state),
            (Self::Element(element), MarkupNodeState::Element(state)) if element.fits(state) => element.rebuild(state),
            (other, state) => {
                let mut new = other.build();
                state.insert_before_this(&mut new);
                state.unmount();
                *state = new;
            }
        }
    }
}

impl ElementNode {
    fn build(self) -> ElementNodeState {
        let element = Rndr::create_element(self.tag, self.is_svg.then_some(SVG));
        let attrs = self.attrs.into_iter().map(|attr| attr.build(&element)).collect();
        let mut children: Vec<_> = self.children.into_iter().map(MarkupNode::build).collect();
        for child in &mut children {
            child.mount(&element, None);
        }
        ElementNodeState { tag: self.tag, element, attrs, children }
    }

    fn fits(&self, state: &ElementNodeState) -> bool {
        self.tag == state.tag
            && self.attrs.len() == state.attrs.len()
            && self.children.len() == state.children.len()
            && self.attrs.iter().zip(&state.attrs).all(|(attr, state)| attr.fits(state))
    }

    fn rebuild(self, state: &mut ElementNodeState) {
        for (attr, held) in self.attrs.into_iter().zip(&mut state.attrs) {
            attr.rebuild(&state.element, held);
        }
        for (child, state) in self.children.into_iter().zip(&mut state.children) {
            child.rebuild(state);
        }
    }
}

impl MarkupNodeState {
    /// What of it can be put somewhere.
    fn mountable(&self) -> &dyn Mountable {
        match self {
            Self::Element(state) => &state.element,
            Self::Text(node, _) => node,
            Self::View(state) => state,
        }
    }

    fn mountable_mut(&mut self) -> &mut dyn Mountable {
        match self {
            Self::Element(state) => &mut state.element,
            Self::Text(node, _) => node,
            Self::View(state) => state,
        }
    }
}

impl Mountable for MarkupNodeState {
    fn unmount(&mut self) {
        self.mountable_mut().unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.mountable_mut().mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.mountable().insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.mountable().elements()
    }
}
