//! A file in a folder that several computers share; only where the browser links files.

use super::words;
use crate::platform::{self, LinkFault, LinkedFile};
use crate::state::{App, LinkError, Memo, RwSignal};
use crate::ui::components::{When, live};
use crate::ui::context::{Desktop, desktop};
use crate::ui::markup::view;
use leptos::prelude::*;

/// The extension of a new linked file.
const SAVED_AS: &str = "circle.json";

/// The linked file, and what is said of it.
#[derive(Clone, Copy)]
struct Link {
    desktop: Desktop,
    file: StoredValue<Option<LinkedFile>, LocalStorage>,
    name: RwSignal<Option<String>>,
    said: RwSignal<&'static str>,
    is_busy: RwSignal<bool>,
}

/// The card; nothing where the browser links no files.
#[component]
pub fn Linked() -> AnyView {
    let entry = desktop().app.entry;
    let circle = Memo::new(move |_| entry.with(|entry| entry.as_ref().map(|entry| entry.id.clone())));
    // Each circle has a file of its own.
    let card = move || circle.get().map(|_| view! { <LinkCard /> });
    platform::can_link().then(|| live(card)).into_any()
}

#[component]
fn LinkCard() -> AnyView {
    let desktop = desktop();
    let (name, said, is_busy) = (RwSignal::new(None), RwSignal::new(""), RwSignal::new(false));
    let link = Link { desktop, file: StoredValue::new_local(None), name, said, is_busy };
    leptos::task::spawn_local(link.take_up());
    let is_linked = Memo::new(move |_| name.with(Option::is_some));
    view! {
        <section class="card sync" aria-labelledby="linked">
            <header class="card__head"><h2 id="linked">{words::LINKED}</h2></header>
            <When is=is_linked otherwise=move || view! { <Choose link /> }><InStep link /></When>
            <p class="quiet" role="status">{live(move || said.get())}</p>
        </section>
    }
    .into_any()
}

/// Where no file is linked yet.
#[component]
fn Choose(link: Link) -> AnyView {
    let app = link.desktop.app;
    let new = move |_| {
        let stem = app.outgoing().map(|file| file.stem).unwrap_or_default();
        leptos::task::spawn_local(link.choose(Some(format!("{stem}.{SAVED_AS}"))));
    };
    view! {
        <p class="quiet">{words::LINKED_HINT}</p>
        <div class="row">
            <button type="button" class="btn" on:click=new>{words::LINK_NEW}</button>
            <button type="button" class="btn" on:click=move |_| leptos::task::spawn_local(link.choose(None))>
                {words::LINK_THERE}
            </button>
        </div>
    }
    .into_any()
}

/// The file that is linked.
#[component]
fn InStep(link: Link) -> AnyView {
    let name = move || link.name.get().unwrap_or_default();
    view! {
        <p><bdi>{live(name)}</bdi></p>
        <div class="row">
            <button type="button" class="btn" data-kind="main" on:click=move |_| leptos::task::spawn_local(link.sync())>
                {words::LINK_SYNC}
            </button>
            <button type="button" class="btn" data-kind="quiet" on:click=move |_| leptos::task::spawn_local(link.unlink())>
                {words::UNLINK}
            </button>
        </div>
    }
    .into_any()
}

impl Link {
    /// Finds the file that was linked before, and brings it in step where the page may still read it.
    async fn take_up(self) {
        let Some(key) = self.app().link_key() else { return };
        let Some(file) = LinkedFile::kept(&key).await else { return };
        let is_allowed = file.is_allowed().await;
        self.hold(&file);
        if is_allowed {
            self.run(&file).await;
        } else {
            let _ = self.said.try_set(words::LINK_ASKS);
        }
    }

    /// Links a file: a new one that is offered the name `new`, or one that is there.
    async fn choose(self, new: Option<String>) {
        let Some(key) = self.app().link_key() else { return };
        match LinkedFile::choose(new.as_deref()).await {
            Ok(file) => {
                file.keep(&key).await;
                self.hold(&file);
                self.sync().await;
            }
            Err(fault) => self.tell(Err(fault.into())),
        }
    }

    /// After a tap, which lets the page ask for permission.
    async fn sync(self) {
        let Some(file) = self.file.try_get_value().flatten() else { return };
        if file.ask().await {
            self.run(&file).await;
        } else {
            self.tell(Err(LinkFault::Refused.into()));
        }
    }

    async fn run(self, file: &LinkedFile) {
        if self.is_busy.try_get_untracked() != Some(false) {
            return;
        }
        self.is_busy.set(true);
        let _ = self.said.try_set(words::READING);
        let (imports, outcome) = self.app().sync_linked(file).await;
        self.desktop.show_imports(imports);
        let _ = self.is_busy.try_set(false);
        self.tell(outcome);
    }

    /// Forgets the file, which stays as it is.
    async fn unlink(self) {
        if let Some(key) = self.app().link_key() {
            LinkedFile::forget(&key).await;
        }
        let _ = self.file.try_set_value(None);
        let _ = self.name.try_set(None);
        let _ = self.said.try_set(words::UNLINKED);
        platform::focus_near("linked");
    }

    fn hold(self, file: &LinkedFile) {
        let _ = self.file.try_set_value(Some(file.clone()));
        let _ = self.name.try_set(Some(file.name()));
    }

    fn tell(self, outcome: Result<(), LinkError>) {
        let _ = self.said.try_set(words::linked(&outcome));
    }

    fn app(self) -> App {
        self.desktop.app
    }
}
