//! Everything that reads what others wrote, each with sound inputs to begin with.

use crate::support::{self, Zones, at, new_circle, present};
use peer_circle::document::{History, snapshot};
use peer_circle::domain::NumberFormat;
use peer_circle::exchange::agreement::read_agreement;
use peer_circle::exchange::intake::{IntakeAnswers, IntakeSetting, binary_form, decode, read_tables};
use peer_circle::exchange::notes::read_notes;
use peer_circle::exchange::pasted::text_form;
use peer_circle::exchange::{
    circle_file, invitation_file, joining_file, note_file, sealed_file, sealed_note, update_message,
};
use peer_circle::vault::{Loaded, MemoryStorage, Storage, load, read_log_value};
use sha2::{Digest, Sha256};
use std::fs;

/// One way in.
pub struct Importer {
    pub name: &'static str,
    pub seeds: fn() -> Vec<Vec<u8>>,
    pub read: fn(&[u8]),
}

pub const IMPORTERS: &[Importer] = &[
    Importer { name: "circle file", seeds: circle_files, read: read_circle_file },
    Importer { name: "note file", seeds: || fixtures("", &[".note.json"]), read: |bytes| drop(note_file::read(bytes)) },
    Importer {
        name: "sealed file",
        seeds: || fixtures("", &[".sealed.json"]),
        read: |bytes| drop(sealed_file::read(bytes)),
    },
    Importer { name: "what was in a sealed file", seeds: unsealed_files, read: read_unsealed },
    Importer {
        name: "what was in a sealed note",
        seeds: unsealed_notes,
        read: |bytes| drop(sealed_note::unpacked(bytes)),
    },
    Importer {
        name: "invitation",
        seeds: || fixtures("", &[".invitation.json"]),
        read: |bytes| drop(invitation_file::read(bytes, &Zones)),
    },
    Importer {
        name: "joining file",
        seeds: || fixtures("", &[".joining.json"]),
        read: |bytes| drop(joining_file::read(bytes)),
    },
    Importer {
        name: "update message",
        seeds: || fixtures("", &[".update.txt"]),
        read: |bytes| drop(update_message::read(&decode(bytes).0)),
    },
    Importer { name: "sheet", seeds: || fixtures("cases", &[".csv", "-table.md"]), read: read_sheet },
    Importer { name: "notes", seeds: || fixtures("cases", &[".md"]), read: read_as_notes },
    Importer { name: "chat", seeds: || fixtures("cases", &["whatsapp", ".txt"]), read: read_as_notes },
    Importer {
        name: "agreement",
        seeds: || fixtures("cases", &["charter.md", "minutes-present.md"]),
        read: |bytes| drop(read_agreement(&decode(bytes).0)),
    },
    Importer { name: "stored value", seeds: stored_values, read: read_stored },
    Importer { name: "stored value with a right checksum", seeds: stored_values, read: read_stored_resealed },
    Importer { name: "stored generations", seeds: stored_values, read: read_generations },
];

/// The files of `tests/fixtures/<folder>` whose names end in, or begin with, one of `parts`.
fn fixtures(folder: &str, parts: &[&str]) -> Vec<Vec<u8>> {
    let folder = support::fixtures().join(folder);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let is_meant = |path: &&std::path::PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap();
        parts.iter().any(|part| name.ends_with(part) || name.starts_with(part))
    };
    paths.iter().filter(is_meant).map(|path| fs::read(path).unwrap()).collect()
}

/// With their history, and without: then what people can read becomes the circle.
fn circle_files() -> Vec<Vec<u8>> {
    let mut files = fixtures("", &[".circle.json"]);
    let bare = files.iter().map(|file| {
        let mut json: serde_json::Value = serde_json::from_slice(file).unwrap();
        json.as_object_mut().unwrap().remove("history");
        serde_json::to_vec_pretty(&json).unwrap()
    });
    let bare: Vec<_> = bare.collect();
    files.extend(bare);
    files
}

fn read_circle_file(bytes: &[u8]) {
    if let Ok(file) = circle_file::read(bytes, 7) {
        // What was read must also bear being used.
        let circle = file.doc.circle().unwrap();
        let _ = (snapshot(&file.doc), file.doc.knows(), circle.roster().len());
        let _ = History::of(&file.doc).map(|history| history.journal().len());
        circle_file::write(&file.doc, at("2026-11-25T09:00:00Z"), &file.exported_by);
    }
}

/// What the cipher gives: whoever knows the passphrase can have sealed anything.
fn unsealed_files() -> Vec<Vec<u8>> {
    let files = fixtures("", &[".circle.json"]);
    files.iter().map(|file| sealed_file::packed(std::str::from_utf8(file).unwrap())).collect()
}

fn read_unsealed(bytes: &[u8]) {
    if let Ok(file) = sealed_file::unpacked(bytes) {
        read_circle_file(&file);
    }
}

fn unsealed_notes() -> Vec<Vec<u8>> {
    let files = fixtures("", &[".note.json"]);
    files.iter().map(|file| sealed_note::packed(&note_file::read(file).unwrap().note)).collect()
}

fn with_setting<T>(read: impl FnOnce(IntakeSetting<'_>) -> T) -> T {
    let (circle, me) = new_circle(&["Ana", "Ben"]);
    let present = present(&circle, at("2026-11-25T09:00:00Z"));
    read(IntakeSetting { present, me: Some(&me), numbers: NumberFormat::ENGLISH })
}

fn read_sheet(bytes: &[u8]) {
    let _ = binary_form(bytes);
    let (text, _) = decode(bytes);
    let _ = text_form(&text);
    with_setting(|setting| {
        let mut answers = IntakeAnswers::default();
        // Two rounds of the first choices bring most rows past their questions.
        for _ in 0..3 {
            let reading = read_tables(&text, &answers, setting);
            for question in reading.open_questions() {
                if let Some(choice) = question.choices.first() {
                    answers.set(question.key.clone(), choice.clone());
                }
            }
        }
    });
}

fn read_as_notes(bytes: &[u8]) {
    let (text, _) = decode(bytes);
    let _ = text_form(&text);
    with_setting(|setting| {
        let mut answers = IntakeAnswers::default();
        for _ in 0..2 {
            let reading = read_notes(&text, &answers, &setting);
            for question in reading.open_questions() {
                if let Some(choice) = question.choices.first() {
                    answers.set(question.key.clone(), choice.clone());
                }
            }
        }
    });
}

/// The values of the frozen storages.
fn stored_values() -> Vec<Vec<u8>> {
    let dumps = fixtures("", &["stored-v"]);
    let values = dumps.iter().flat_map(|dump| {
        let values: std::collections::BTreeMap<String, String> = serde_json::from_slice(dump).unwrap();
        values.into_values().map(String::into_bytes)
    });
    values.collect()
}

fn read_stored(bytes: &[u8]) {
    drop(read_log_value(&String::from_utf8_lossy(bytes)));
}

/// The same with the checksum that fits, so that what lies behind it is reached.
fn read_stored_resealed(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let Some((header, body)) = text.split_once('\n') else { return };
    let Some((signed, _)) = header.rsplit_once(' ') else { return };
    let digest = Sha256::digest(format!("{signed}\n{body}"));
    let hex: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    let value = format!("{signed} {hex}\n{body}");
    drop(read_log_value(&value));
    read_as_slots(&value);
}

fn read_generations(bytes: &[u8]) {
    read_as_slots(&String::from_utf8_lossy(bytes));
}

fn read_as_slots(value: &str) {
    let storage = MemoryStorage::new();
    for key in ["a", "b", "log/t1-0000000000-1633319d"] {
        storage.set(&format!("peer-circle/circle/k3x9/{key}"), value).unwrap();
    }
    if let Ok(Loaded::Ready(ready)) = load(&storage, "k3x9") {
        assert!(ready.parts().count() >= 1);
    }
}
