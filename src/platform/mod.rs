//! The browser: the only code that names `web_sys`, `js_sys` or `wasm_bindgen`.
//!
//! Everything here is small and replaceable: the page's behaviour is decided elsewhere.

mod back;
mod clipboard;
mod clock;
mod database;
mod dates;
mod drop;
mod entropy;
mod files;
mod handles;
mod inbox;
mod key_pair;
mod linked;
mod listen;
mod locks;
mod numbers;
mod page;
mod part;
mod picture;
mod reminders;
mod seal;
mod second_copy;
mod segments;
mod share;
mod storage;
mod strokes;
mod subtle;
mod values;
mod worker;
mod zones;

pub use back::{OverPage, watch_back};
pub use clipboard::{Copied, can_read_clipboard, copy, read_clipboard, select_soon};
pub use clock::{after, after_paint, every, first_painted, now, sleep, stopwatch};
pub use dates::{DateStyle, day_text, instant_text};
pub use drop::on_drop;
pub use entropy::{random_u32, random_u64};
pub use files::{PickedFile, download, read_files};
pub use inbox::{on_launched, take_shared};
pub use key_pair::{KeyPair, SealingPair};
pub use linked::{LinkFault, LinkedFile, can_link};
pub use listen::{Away, StorageChange, on_leave, on_print, on_return, on_storage};
pub use locks::with_lock;
pub use numbers::{cosine, number_format, number_text, sine};
pub use page::{
    Theme, address_of, announce_trouble, apply_theme, base_path, build_id, focus_first_field, focus_first_problem,
    focus_heading, focus_near, install_panic_screen, is_installed, on_fragment, open_tab, path, path_of, remove_splash,
    set_title, show_failed_boot, take_update,
};
pub use part::NotLoaded;
pub(crate) use part::part;
pub use picture::{Png, can_share_pictures};
pub use reminders::{Badge, Notices, SystemNote, ask_to_notify, badge, is_in_front, notices, notify, set_badge};
pub use seal::{Seal, seal, unseal};
pub use second_copy::{copies, drop_copies, keep_copy};
pub use segments::BrowserSegmenter;
pub use share::{Shared, can_share_files, can_share_text, share_json_file, share_text};
pub use storage::{BrowserStorage, TabStorage, ask_to_persist};
pub use strokes::{keep_from_page, let_pointer_go};
pub use subtle::{CipherError, can_seal, secret_bytes};
pub use values::{drop_values, keep_values, kept_values};
pub use worker::{
    is_replaced, load_newest, look_after_missing_part, look_for_new_version, on_called, on_new_version,
    register_worker, reload_when_taken_over, take_over,
};
pub use zones::{BrowserZones, device_zone, known_zones};
