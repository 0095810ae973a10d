//! Tables beside pictures, as those read them who do not see the pictures.

use peer_circle_e2e::{Device, Find};
use serde_json::Value;

/// A table's caption and its cells, row by row, the head first.
#[derive(PartialEq, Debug)]
pub struct Shown {
    pub caption: String,
    pub rows: Vec<Vec<String>>,
}

const READ: &str = "
    const text = (part) => part.textContent.trim();
    return [...document.querySelectorAll(`${arguments[0]} table`)].map((table) =>
        [text(table.caption), [...table.rows].map((row) => [...row.cells].map(text))]);";

/// The tables within what the selector finds.
#[track_caller]
pub fn tables(device: &Device, within: &str) -> Vec<Shown> {
    let found = device.execute(READ, &[within.into()]);
    let words = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let shown = |table: &Value| Shown {
        caption: words(&table[0]),
        rows: list(&table[1]).iter().map(|row| list(row).iter().map(words).collect()).collect(),
    };
    list(&found).iter().map(shown).collect()
}

/// The one table within what the selector finds.
#[track_caller]
pub fn table(device: &Device, within: &str) -> Shown {
    device.by_css(&format!("{within} table")).see_count(1);
    let mut found = tables(device, within);
    assert_eq!(found.len(), 1, "{within}: {found:?}");
    found.remove(0)
}
