//! Values that nothing follows. As with [`RwSignal`](super::RwSignal), the arena knows one type.

use leptos::prelude::{IsDisposed, ReadValue, SetValue, StoredValue as Stored, UpdateValue};
use std::any::Any;
use std::marker::PhantomData;

type AnyStored = Box<dyn Any + Send + Sync>;

/// A value that closures share and nothing follows.
///
/// It lasts as long as the owner within which it was made: afterwards reading it panics, and setting it does nothing.
pub struct StoredValue<T> {
    stored: Stored<AnyStored>,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for StoredValue<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for StoredValue<T> {}

impl<T: Default + Send + Sync + 'static> Default for StoredValue<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: Send + Sync + 'static> StoredValue<T> {
    /// Stores `value`.
    pub fn new(value: T) -> Self {
        Self { stored: stored(Box::new(value)), kind: PhantomData }
    }

    /// Reads it.
    pub fn with_value<R>(self, read: impl FnOnce(&T) -> R) -> R {
        let value = self.stored.read_value();
        let Some(value) = value.downcast_ref() else { unreachable!("one type is stored") };
        read(value)
    }

    /// Reads it, where it is not gone.
    pub fn try_with_value<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        (!self.stored.is_disposed()).then(|| self.with_value(read))
    }

    /// A copy of it.
    pub fn get_value(self) -> T
    where
        T: Clone,
    {
        self.with_value(T::clone)
    }

    /// A copy of it, where it is not gone.
    pub fn try_get_value(self) -> Option<T>
    where
        T: Clone,
    {
        self.try_with_value(T::clone)
    }

    /// Stores `value` in its place.
    pub fn set_value(self, value: T) {
        put(self.stored, Box::new(value));
    }

    /// Changes it. Returns what `change` returns, where it is not gone.
    pub fn try_update_value<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        self.stored.try_update_value(|value| value.downcast_mut().map(change)).flatten()
    }

    /// Changes it.
    pub fn update_value(self, change: impl FnOnce(&mut T)) {
        let _ = self.try_update_value(change);
    }
}

#[inline(never)]
fn stored(value: AnyStored) -> Stored<AnyStored> {
    Stored::new(value)
}

#[inline(never)]
fn put(stored: Stored<AnyStored>, value: AnyStored) {
    stored.try_set_value(value);
}
