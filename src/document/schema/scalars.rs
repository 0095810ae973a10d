//! Single values ↔ what the document holds.

use super::Scalar;
use crate::domain::{Cycle, Day, Timestamp, ZoneId, iso_day, iso_local, parse_day, parse_local};
use chrono::NaiveDateTime;
use std::sync::Arc;
use yrs::{Any, Number};

/// A scalar that reads and writes as text.
macro_rules! textual {
    ($($type:ty: $read:expr, $write:expr $(, absent $absent:expr)?;)*) => {$(
        impl $crate::document::schema::Scalar for $type {
            fn from_any(any: &yrs::Any) -> Option<Self> {
                let read: fn(&str) -> Option<Self> = $read;
                $crate::document::schema::scalars::text(any).and_then(read)
            }

            fn to_any(&self) -> yrs::Any {
                let write: fn(&Self) -> String = $write;
                yrs::Any::String(write(self).into())
            }
            $(fn absent() -> Option<Self> {
                Some($absent)
            })?
        }
    )*};
}
pub(super) use textual;

textual! {
    String: |text| Some(text.to_owned()), Clone::clone, absent Self::new();
    Timestamp: Self::parse, ToString::to_string, absent Self::default();
    Day: parse_day, |day| iso_day(*day);
    Cycle: Self::parse, ToString::to_string;
    NaiveDateTime: parse_local, |local| iso_local(*local);
    ZoneId: |text| Some(Self::new(text)), |zone| zone.as_str().to_owned(), absent Self::utc();
}

impl Scalar for f64 {
    fn from_any(any: &Any) -> Option<Self> {
        match any {
            Any::Number(Number::Int(int)) => Some(*int as f64),
            Any::Number(Number::Float(float)) if float.is_finite() => Some(*float),
            _ => None,
        }
    }

    fn to_any(&self) -> Any {
        Any::Number(Number::try_i64(*self))
    }

    fn absent() -> Option<Self> {
        Some(0.0)
    }
}

impl Scalar for u8 {
    fn from_any(any: &Any) -> Option<Self> {
        f64::from_any(any).filter(|n| (0.0..=255.0).contains(n)).map(|n| n as Self)
    }

    fn to_any(&self) -> Any {
        Any::Number(Number::Int(i64::from(*self)))
    }

    fn absent() -> Option<Self> {
        Some(0)
    }
}

impl Scalar for u16 {
    fn from_any(any: &Any) -> Option<Self> {
        f64::from_any(any).filter(|n| (0.0..=65535.0).contains(n)).map(|n| n as Self)
    }

    fn to_any(&self) -> Any {
        Any::Number(Number::Int(i64::from(*self)))
    }
}

impl<T: Scalar> Scalar for Option<T> {
    fn from_any(any: &Any) -> Option<Self> {
        T::from_any(any).map(Some)
    }

    fn to_any(&self) -> Any {
        self.as_ref().map_or(Any::Null, T::to_any)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

/// The text that `any` holds.
pub(super) fn text(any: &Any) -> Option<&str> {
    match any {
        Any::String(text) => Some(Arc::as_ref(text)),
        _ => None,
    }
}
