//! The shared aim, as several pages speak of it.

pub const AIM: &str = "Your shared aim";
