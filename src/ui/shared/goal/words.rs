//! A goal, as several pages speak of it.

use crate::domain::Closing;

pub const LINE: &str = "Progress over time";
pub const LINE_WHEN: &str = "When";
pub const LINE_VALUE: &str = "Value";

pub const fn closing(closing: Closing) -> &'static str {
    match closing {
        Closing::Achieved => "reached",
        Closing::Dropped => "given up",
    }
}
