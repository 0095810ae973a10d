//! Values of attributes, properties and styles.

use crate::state::{Memo, ReadSignal, RwSignal};
use std::borrow::Cow;

/// A value of an attribute, a property or a style.
pub enum AttrValue {
    /// It is not there; as a property, false.
    Absent,
    /// It is there without a text; as a property, true.
    Present,
    Text(Cow<'static, str>),
    /// It follows what it is made from.
    Live(Box<dyn Follow>),
}

/// Makes a value. A `dyn Fn` would carry two more ways to be called along, for each closure.
pub trait Follow {
    fn value(&self) -> AttrValue;
}

impl<V: IntoAttr, F: Fn() -> V> Follow for F {
    fn value(&self) -> AttrValue {
        self().into_attr()
    }
}

/// What can be the value of an attribute.
pub trait IntoAttr {
    fn into_attr(self) -> AttrValue;
}

impl AttrValue {
    /// The value now, tracked where it follows something.
    pub(super) fn now(mut self) -> Self {
        while let Self::Live(made) = self {
            self = made.value();
        }
        self
    }
}

impl PartialEq for AttrValue {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Absent, Self::Absent) | (Self::Present, Self::Present) => true,
            (Self::Text(one), Self::Text(other)) => one == other,
            _ => false,
        }
    }
}

impl<V: IntoAttr, F: Fn() -> V + 'static> IntoAttr for F {
    fn into_attr(self) -> AttrValue {
        AttrValue::Live(Box::new(self))
    }
}

impl IntoAttr for AttrValue {
    fn into_attr(self) -> AttrValue {
        self
    }
}

impl IntoAttr for &'static str {
    fn into_attr(self) -> AttrValue {
        AttrValue::Text(Cow::Borrowed(self))
    }
}

impl IntoAttr for String {
    fn into_attr(self) -> AttrValue {
        AttrValue::Text(Cow::Owned(self))
    }
}

impl IntoAttr for bool {
    fn into_attr(self) -> AttrValue {
        if self { AttrValue::Present } else { AttrValue::Absent }
    }
}

impl<V: IntoAttr> IntoAttr for Option<V> {
    fn into_attr(self) -> AttrValue {
        self.map_or(AttrValue::Absent, V::into_attr)
    }
}

/// Numbers, as they are written.
macro_rules! numbers {
    ($($number:ty),*) => {
        $(impl IntoAttr for $number {
            fn into_attr(self) -> AttrValue {
                self.to_string().into_attr()
            }
        })*
    };
}

numbers!(u8, u16, u32, usize, i32, i64, f64);

/// What is read again whenever it changes.
macro_rules! followed {
    ($($signal:ident $(: $bound:path)?),*) => {
        $(impl<V: IntoAttr + Clone + Send + Sync + 'static> IntoAttr for $signal<V> {
            fn into_attr(self) -> AttrValue {
                (move || self.get()).into_attr()
            }
        })*
    };
}

followed!(Memo, RwSignal, ReadSignal);
