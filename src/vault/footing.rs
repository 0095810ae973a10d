//! Where a circle stands in the storage, found without reading what is in it.

use super::envelope::{What, stated};
use super::keys::{Slot, circle_prefix, keys_under, slot_key};
use super::slots::Generation;
use super::storage::{Storage, StorageError};

/// The newest generation and the updates beside it, by their names. Each name is bound to its content: as long as the
/// footing is the same, so is what is stored, unless it was damaged, which only reading it finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footing {
    /// The newest generation, as it says itself.
    pub generation: Generation,
    /// The keys of all that is stored of the circle besides generations, sorted.
    pub log_keys: Vec<String>,
}

impl Footing {
    /// The same as a text: the generation's number and checksum, and the keys, a line each.
    pub fn to_text(&self) -> String {
        let Generation { number, checksum } = &self.generation;
        let mut text = format!("{number} {checksum}\n");
        for key in &self.log_keys {
            text.extend([key.as_str(), "\n"]);
        }
        text
    }
}

/// Where `circle` stands; `None` where there is no generation, or one that does not say what it is. Whether what is
/// stored can be read, [`super::load`] finds.
///
/// # Errors
/// [`StorageError::Denied`] when the storage throws.
pub fn footing(storage: &dyn Storage, circle: &str) -> Result<Option<Footing>, StorageError> {
    let mut log_keys = keys_under(storage, &circle_prefix(circle))?;
    let mut newest: Option<Generation> = None;
    for slot in [Slot::A, Slot::B] {
        let key = slot_key(circle, slot);
        let Some(line) = storage.first_line(&key)? else { continue };
        let Some((What::Generation(number), checksum)) = stated(&line) else { return Ok(None) };
        if newest.as_ref().is_none_or(|newest| newest.number < number) {
            newest = Some(Generation { number, checksum: checksum.to_owned() });
        }
        log_keys.retain(|other| *other != key);
    }
    Ok(newest.map(|generation| Footing { generation, log_keys }))
}
