//! Derived values.
//!
//! Leptos' memo is compiled anew for each type that is remembered, more than a kilobyte at a time, and this page
//! remembers some 120 types. Here the graph knows one: a shared value behind a pointer, which knows how to compare
//! itself.

use super::signal::{ReadSignal, RwSignal};
use leptos::prelude::{Get, GetUntracked, Memo as Graph};
use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

/// A value that follows what it is made from, and tells its readers only when it became another.
pub struct Memo<T> {
    graph: Graph<Value>,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// Creates a value that `make` computes from the previous one.
    pub fn new(make: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        Self { graph: remembered(Box::new(MemoMaker { make, kind: PhantomData })), kind: PhantomData }
    }
}

impl<T: 'static> Memo<T> {
    /// Reads it, and follows it from here on.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(tracked(self.graph).of())
    }

    /// Reads it once.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(untracked(self.graph).of())
    }

    /// A copy of it, which is followed from here on.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// A copy of it.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// Follows it without reading it. The graph has it made, else it would follow nothing itself.
    pub fn track(self) {
        tracked(self.graph);
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Memo<T> {
    /// Creates a value that `make` computes afresh each time.
    pub fn derive(make: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self::new(move |_| make())
    }

    /// A value that stays.
    pub fn stored(value: T) -> Self {
        Self::new(move |_| value.clone())
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> From<RwSignal<T>> for Memo<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self::new(move |_| signal.get())
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> From<ReadSignal<T>> for Memo<T> {
    fn from(signal: ReadSignal<T>) -> Self {
        Self::new(move |_| signal.get())
    }
}

impl<T: PartialEq + Send + Sync + 'static, F: Fn() -> T + Send + Sync + 'static> From<F> for Memo<T> {
    fn from(make: F) -> Self {
        Self::new(move |_| make())
    }
}

impl<T: Clone + Default + PartialEq + Send + Sync + 'static> Default for Memo<T> {
    fn default() -> Self {
        Self::stored(T::default())
    }
}

impl From<String> for Memo<String> {
    fn from(text: String) -> Self {
        Self::stored(text)
    }
}

impl From<&str> for Memo<String> {
    fn from(text: &str) -> Self {
        Self::stored(text.to_owned())
    }
}

/// Makes a value, given the one before.
///
/// A `dyn Fn` would carry code along by which it can be called once and called by `&mut`, for each closure.
trait Make: Send + Sync {
    fn make(&self, last: Option<&Value>) -> Value;
}

struct MemoMaker<F, T> {
    make: F,
    kind: PhantomData<fn() -> T>,
}

impl<F: Fn(Option<&T>) -> T + Send + Sync, T: PartialEq + Send + Sync + 'static> Make for MemoMaker<F, T> {
    fn make(&self, last: Option<&Value>) -> Value {
        Value(Arc::new((self.make)(last.map(Value::of))))
    }
}

fn remembered(make: Box<dyn Make>) -> Graph<Value> {
    Graph::new(move |last| make.make(last))
}

#[inline(never)]
fn tracked(graph: Graph<Value>) -> Value {
    graph.get()
}

#[inline(never)]
fn untracked(graph: Graph<Value>) -> Value {
    graph.get_untracked()
}

/// A value of any type.
#[derive(Clone)]
struct Value(Arc<dyn Remembered>);

trait Remembered: Any + Send + Sync {
    fn is_same(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + Send + Sync + 'static> Remembered for T {
    fn is_same(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

impl Value {
    fn of<T: 'static>(&self) -> &T {
        let held: &dyn Any = &*self.0;
        let Some(value) = held.downcast_ref() else { unreachable!("a memo remembers one type") };
        value
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        self.0.is_same(&*other.0)
    }
}
