//! What pages share beyond the circle itself.

use crate::exchange::circle_file::MAX_BYTES;
use crate::platform::{self, PickedFile};
use crate::state::{App, FileImport, LockedFile, Newer, RwSignal, StoredValue, TakeBack};
use crate::ui::shared::imports::words as imports;
use crate::ui::text::problems;
use leptos::prelude::*;
use leptos::web_sys::FileList;
use std::collections::HashMap;
use std::sync::Arc;

/// What was typed into forms that were closed without being sent: per form, each field that was touched.
pub type HalfWritten = HashMap<String, Vec<Option<String>>>;

/// Shared by all pages.
#[derive(Clone, Copy)]
pub struct Desktop {
    /// The app's state.
    pub app: App,
    /// What came of the files that were opened last.
    pub imports: RwSignal<Vec<FileImport>>,
    /// Sealed files that came in and wait for their passphrase.
    pub locked: RwSignal<Option<Vec<LockedFile>>>,
    /// Whether the person was not led to what came of them yet.
    pub is_unseen: StoredValue<bool>,
    /// The text that was looked at last: an address with an update, or what was pasted.
    pub text: StoredValue<String>,
    /// Whether files are being read right now.
    pub is_receiving: RwSignal<bool>,
    /// Whether the person has gone from the first screen to another one.
    pub has_moved: StoredValue<bool>,
    /// What was typed into dialogs that were closed without being sent.
    pub half_written: StoredValue<HalfWritten>,
    /// Whether the demo was begun in this tab, and nobody has closed what is said of it.
    pub says_demo: RwSignal<bool>,
    /// A newer version of the app.
    pub newer: Newer,
}

impl Desktop {
    /// Reads `files`, looks at them and says what came of it; the screen that shows more takes the focus.
    pub fn receive(self, files: FileList) {
        self.look(async move { platform::read_files(files, MAX_BYTES).await });
    }

    /// Looks at what other apps handed over; nothing where that is nothing.
    pub fn receive_handed(self, files: Vec<PickedFile>) {
        if !files.is_empty() {
            self.look(async { files });
        }
    }

    /// Looks at a text with update messages in it, and says what they would bring.
    pub fn receive_text(self, text: String) {
        self.text.set_value(text.clone());
        let (name, size) = (String::new(), text.len());
        self.look(async move { vec![PickedFile { name, size, bytes: Some(text.into_bytes()) }] });
    }

    fn look(self, picked: impl Future<Output = Vec<PickedFile>> + 'static) {
        self.is_receiving.set(true);
        self.app.leave_looked();
        leptos::task::spawn_local(async move {
            self.take(picked.await, Vec::new()).await;
            self.is_receiving.set(false);
        });
    }

    /// Looks at `picked`, asks for the passphrase of what is sealed, and says what came of the rest and of `others`.
    pub async fn take(self, picked: Vec<PickedFile>, others: Vec<FileImport>) {
        let mut imports = self.app.receive(picked).await;
        let locked = LockedFile::take_from(&mut imports);
        imports.extend(others);
        self.show_imports(imports);
        if !locked.is_empty() {
            self.locked.set(Some(locked));
        }
    }

    /// Says what came of files that were taken in; nothing where there were none.
    pub fn show_imports(self, imports: Vec<FileImport>) {
        self.show_with(imports, None);
    }

    fn show_with(self, imports: Vec<FileImport>, undo: Option<TakeBack>) {
        if !imports.is_empty() {
            self.app.say(imports::summary(&imports), undo);
            self.is_unseen.set_value(true);
            self.imports.set(imports);
        }
    }

    /// Takes in what was looked at. What was refused stays to be read.
    pub fn take_in(self) {
        self.is_receiving.set(true);
        leptos::task::spawn_local(async move {
            let taken = self.app.take_in().await;
            let others = self.imports.get_untracked().into_iter().filter(|import| !import.is_looked());
            let is_there = !taken.is_empty();
            let all: Vec<_> = others.chain(taken).collect();
            let undo: Option<TakeBack> = if is_there { Some(Arc::new(move || self.take_back())) } else { None };
            self.show_with(all, undo);
            self.is_receiving.set(false);
        });
    }

    /// Takes back what was just taken in.
    fn take_back(self) {
        leptos::task::spawn_local(async move {
            let is_back = self.app.take_back().await;
            if is_back {
                self.imports.set(Vec::new());
            }
            self.app.say(if is_back { imports::TAKEN_BACK } else { imports::STAYS }, None);
        });
    }

    /// Leaves what was looked at where it is.
    pub fn leave(self) {
        self.app.leave_looked();
        self.imports.set(Vec::new());
    }

    /// Begins the demo under `name`, of which is said once that it is made up; `on_trouble` hears why it did not begin.
    pub fn begin_demo(self, name: &'static str, on_trouble: impl FnOnce(String) + 'static) {
        leptos::task::spawn_local(async move {
            match self.app.begin_demo(name).await {
                Ok(is_new) => self.says_demo.set(is_new),
                Err(error) => on_trouble(problems::start(&error)),
            }
        });
    }
}

/// The shared context; it is provided by the root before any page exists.
pub fn desktop() -> Desktop {
    expect_context()
}

/// The app's state.
pub fn app() -> App {
    desktop().app
}
