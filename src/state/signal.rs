//! Values that can be set, and what follows them.
//!
//! Leptos' signal is compiled anew for each type that it holds, with all that reads and writes it. As with
//! [`Memo`](super::Memo), the graph knows one here: a value behind a pointer.

use leptos::prelude::{IsDisposed, Notify, Read, ReadUntracked, RwSignal as Graph, Set, Track, Update};
use std::any::Any;
use std::marker::PhantomData;
use std::ops::Deref;

type AnyHeld = Box<dyn Any + Send + Sync>;

/// A value that can be set, and that is followed by what reads it.
///
/// It lasts as long as the owner within which it was made: afterwards reading it panics, and setting it does nothing.
pub struct RwSignal<T> {
    graph: Graph<AnyHeld>,
    kind: PhantomData<fn() -> T>,
}

/// The same, where it is only read.
pub struct ReadSignal<T>(RwSignal<T>);

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T> Clone for ReadSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for ReadSignal<T> {}

impl<T: Send + Sync + 'static> RwSignal<T> {
    /// A signal that says `value`.
    pub fn new(value: T) -> Self {
        Self { graph: created(Box::new(value)), kind: PhantomData }
    }

    /// The same, to be read alone.
    pub fn read_only(self) -> ReadSignal<T> {
        ReadSignal(self)
    }

    /// Sets it, and tells its readers.
    pub fn set(self, value: T) {
        let _ = put(self.graph, Box::new(value));
    }

    /// Sets it. Returns the value where the signal is gone.
    pub fn try_set(self, value: T) -> Option<T> {
        let refused = put(self.graph, Box::new(value))?;
        refused.downcast().ok().map(|value| *value)
    }

    /// Changes it, and tells its readers.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        let mut change = Some(change);
        write(self.graph, &mut |held| {
            if let (Some(change), Some(value)) = (change.take(), held.downcast_mut()) {
                change(value);
            }
        });
    }

    /// Has its readers look at it again.
    pub fn notify(self) {
        self.graph.notify();
    }

    /// Reads it, and follows it from here on.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(of(&tracked(self.graph)))
    }

    /// Reads it once.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(of(&untracked(self.graph)))
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

    /// Reads it once, where it is not gone.
    pub fn try_with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        (!self.graph.is_disposed()).then(|| self.with_untracked(read))
    }

    /// A copy of it, where it is not gone.
    pub fn try_get_untracked(self) -> Option<T>
    where
        T: Clone,
    {
        self.try_with_untracked(T::clone)
    }

    /// Follows it without reading it.
    pub fn track(self) {
        self.graph.track();
    }
}

impl<T: Send + Sync + 'static> ReadSignal<T> {
    /// Reads it, and follows it from here on.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.0.with(read)
    }

    /// Reads it once.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.0.with_untracked(read)
    }

    /// A copy of it, which is followed from here on.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.0.get()
    }

    /// A copy of it.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.0.get_untracked()
    }

    /// Follows it without reading it.
    pub fn track(self) {
        self.0.track();
    }
}

fn of<T: 'static>(held: &impl Deref<Target = AnyHeld>) -> &T {
    let Some(value) = held.downcast_ref() else { unreachable!("a signal holds one type") };
    value
}

#[inline(never)]
fn created(value: AnyHeld) -> Graph<AnyHeld> {
    Graph::new(value)
}

/// Sets it. Returns the value where the signal is gone.
#[inline(never)]
fn put(graph: Graph<AnyHeld>, value: AnyHeld) -> Option<AnyHeld> {
    graph.try_set(value)
}

#[inline(never)]
fn write(graph: Graph<AnyHeld>, change: &mut dyn FnMut(&mut AnyHeld)) {
    let _ = graph.try_update(change);
}

#[inline(never)]
fn tracked(graph: Graph<AnyHeld>) -> impl Deref<Target = AnyHeld> {
    graph.read()
}

#[inline(never)]
fn untracked(graph: Graph<AnyHeld>) -> impl Deref<Target = AnyHeld> {
    graph.read_untracked()
}
