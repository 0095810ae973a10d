//! How Leptos draws markup.

use super::node::{MarkupNode, MarkupNodeState};
use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::any_view::AnyViewWithAttrs;
use leptos::tachys::view::{IntoRender, Mountable, Position, PositionState, Render, RenderHtml};
use send_wrapper::SendWrapper;
use std::any::Any;
use std::borrow::Cow;

/// Described markup; at least one thing.
pub struct Markup(SendWrapper<Vec<MarkupNode>>);

/// Markup in the page.
pub struct MarkupState(Vec<MarkupNodeState>);

impl Markup {
    pub(super) fn one(node: MarkupNode) -> Self {
        Self(SendWrapper::new(vec![node]))
    }

    pub(super) fn all(mut nodes: Vec<MarkupNode>) -> Self {
        if nodes.is_empty() {
            nodes.push(MarkupNode::Text(Cow::Borrowed("")));
        }
        Self(SendWrapper::new(nodes))
    }

    /// It as one thing.
    pub(super) fn into_node(self) -> MarkupNode {
        let mut nodes = self.0.take();
        match (nodes.pop(), nodes.is_empty()) {
            (Some(node), true) => node,
            (last, _) => {
                nodes.extend(last);
                MarkupNode::View(IntoAny::into_any(Self::all(nodes)))
            }
        }
    }

    /// It as a view of any kind.
    #[inline(never)]
    pub fn into_any(self) -> AnyView {
        match self.into_node() {
            MarkupNode::View(view) => view,
            node => IntoAny::into_any(Self::one(node)),
        }
    }
}

/// What draws `child`.
pub(super) fn node_of<T: IntoRender>(child: T) -> MarkupNode
where
    T::Output: RenderHtml,
{
    // Decided for each type when it is compiled.
    let mut child = Some(child.into_render().into_owned());
    let any: &mut dyn Any = &mut child;
    if let Some(Some(text)) = any.downcast_mut::<Option<String>>().map(Option::take) {
        return MarkupNode::Text(Cow::Owned(text));
    }
    if let Some(Some(view)) = any.downcast_mut::<Option<AnyView>>().map(Option::take) {
        return MarkupNode::View(view);
    }
    if let Some(Some(markup)) = any.downcast_mut::<Option<Markup>>().map(Option::take) {
        return markup.into_node();
    }
    child.map_or(MarkupNode::Text(Cow::Borrowed("")), |child| MarkupNode::View(child.into_any()))
}

impl Render for Markup {
    type State = MarkupState;

    fn build(self) -> MarkupState {
        MarkupState(self.0.take().into_iter().map(MarkupNode::build).collect())
    }

    fn rebuild(self, state: &mut MarkupState) {
        let nodes = self.0.take();
        if nodes.len() == state.0.len() {
            for (node, state) in nodes.into_iter().zip(&mut state.0) {
                node.rebuild(state);
            }
        } else {
            let mut new = Self::all(nodes).build();
            state.insert_before_this(&mut new);
            state.unmount();
            *state = new;
        }
    }
}

/// The page is drawn in the browser alone: nothing is written as HTML, and nothing written is taken over.
impl RenderHtml for Markup {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> MarkupState {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl AddAnyAttr for Markup {
    type Output<A: Attribute> = AnyViewWithAttrs;

    fn add_any_attr<A: Attribute>(self, attr: A) -> AnyViewWithAttrs {
        self.into_any().add_any_attr(attr)
    }
}

impl Mountable for MarkupState {
    fn unmount(&mut self) {
        for node in &mut self.0 {
            node.unmount();
        }
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        for node in &mut self.0 {
            node.mount(parent, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.iter().any(|node| node.insert_before_this(child))
    }

    fn elements(&self) -> Vec<Element> {
        self.0.iter().flat_map(Mountable::elements).collect()
    }
}
