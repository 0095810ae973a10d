//! How a circle leaves a device and comes back: formats, without any input or output of their own.

pub mod agreement;
pub mod calendar;
pub mod circle_file;
pub mod file_name;
pub mod intake;
pub mod invitation_file;
pub mod joining_file;
mod marked_json;
pub mod note_file;
pub mod notes;
pub mod notes_page;
pub mod pasted;
pub mod person;
mod said;
pub mod sealed_file;
pub mod sealed_note;
pub mod sheet_file;
pub mod square_code;
pub mod update_message;
pub mod whatsapp;

pub use said::Form;
