//! A field of a form, and what nobody touched in it.

use crate::state::{RwSignal, StoredValue};

/// What is typed into a field, and what the field was opened with.
#[derive(Clone, Copy)]
pub struct Entry {
    /// What is typed.
    pub typed: RwSignal<String>,
    opening: StoredValue<String>,
}

impl Entry {
    /// A field that opens with `opening`.
    pub fn of(opening: impl Into<String>) -> Self {
        let opening = opening.into();
        Self { typed: RwSignal::new(opening.clone()), opening: StoredValue::new(opening) }
    }

    /// A field that opens empty.
    pub fn empty() -> Self {
        Self::of("")
    }

    /// Types `text` into the field, which is left alone where it says that already.
    pub fn show(self, text: &str) {
        show(self.typed, text);
    }

    /// Empties the field, after it was sent.
    pub fn clear(self) {
        self.typed.set(String::new());
    }

    /// What is typed, untracked.
    pub fn text(self) -> String {
        self.typed.get_untracked()
    }

    /// Whether something else is typed than what the field was opened with.
    pub fn is_touched(self) -> bool {
        self.opening.with_value(|opening| self.typed.with_untracked(|typed| typed != opening))
    }

    /// What is to be saved: what is typed, or the value as it is `now` where nobody touched the field.
    pub fn over(self, now: &str) -> String {
        if self.is_touched() { self.text() } else { now.to_owned() }
    }
}

/// Puts `shown` into `field`, which is left alone where it says that already or is gone.
pub fn show<T, U>(field: RwSignal<T>, shown: &U)
where
    T: PartialEq<U> + Send + Sync + 'static,
    U: ToOwned<Owned = T> + ?Sized,
{
    if field.try_with_untracked(|typed| typed != shown) == Some(true) {
        field.set(shown.to_owned());
    }
}

/// What a value is to be saved as: as `typed`, or as it is `now` where nobody touched it since the `opening`.
/// Otherwise a form would take back what another device changed meanwhile.
pub fn touched<T: PartialEq>(opening: &T, typed: T, now: T) -> T {
    if typed == *opening { now } else { typed }
}
