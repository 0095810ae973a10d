//! Parts that pages are made of: values and callbacks in, no context.

mod day_field;
mod each;
mod empty;
mod face;
mod field;
mod file_picker;
mod form;
mod icon;
mod marked;
mod notice;
mod number_field;
mod pick;
mod problem;
mod row;
mod send_by;
mod sheet;
mod strip;
mod when;

pub use day_field::{DayField, doubt};
pub use each::Each;
pub use empty::Empty;
pub use face::Face;
pub use field::{Area, Field, Select, Typed};
pub use file_picker::FilePicker;
pub use form::Form;
pub use icon::{Glyph, Icon};
pub use marked::Marked;
pub use notice::NoticeBar;
pub use number_field::NumberField;
pub use pick::{Choice, Pick};
pub use problem::{Elsewhere, Problem};
pub use row::Row;
pub use send_by::SendBy;
pub use sheet::{Sheet, SheetAbout};
pub use strip::Strip;
pub use when::When;
