//! The service worker, seen from the page.

use super::clock::sleep;
use super::page::build_id;
use leptos::prelude::{document, window};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, ServiceWorkerContainer, ServiceWorkerRegistration};

pub(super) fn container() -> Option<ServiceWorkerContainer> {
    let navigator: JsValue = window().navigator().into();
    let has = js_sys::Reflect::has(&navigator, &"serviceWorker".into()).unwrap_or(false);
    has.then(|| window().navigator().service_worker())
}

/// Registers the worker beside the page's base, where the browser has workers.
pub async fn register_worker() -> Option<ServiceWorkerRegistration> {
    let base = document().base_uri().ok()??;
    let script = web_sys::Url::new_with_base("sw.js", &base).ok()?.href();
    JsFuture::from(container()?.register(&script)).await.ok()?.dyn_into().ok()
}

/// Calls `ready` whenever a newer version has been fetched whole and waits.
pub fn on_new_version(registration: &ServiceWorkerRegistration, ready: impl Fn() + Clone + 'static) {
    if registration.waiting().is_some() && registration.active().is_some() {
        ready();
    }
    let found = registration.clone();
    let on_found = Closure::<dyn FnMut()>::new(move || {
        let Some(worker) = found.installing() else { return };
        let (registration, ready) = (found.clone(), ready.clone());
        let on_state = Closure::<dyn FnMut()>::new(move || {
            if registration.waiting().is_some() && registration.active().is_some() {
                ready();
            }
        });
        worker.set_onstatechange(Some(on_state.as_ref().unchecked_ref()));
        // Lives as long as the installing worker, which the browser owns.
        on_state.into_js_value();
    });
    registration.set_onupdatefound(Some(on_found.as_ref().unchecked_ref()));
    // The registration lives as long as the page.
    on_found.into_js_value();
}

/// Lets the waiting version take over; every open tab of this site reloads once it has.
pub fn take_over(registration: &ServiceWorkerRegistration) {
    if let Some(waiting) = registration.waiting() {
        let message = js_sys::Object::new();
        // Setting a property of a fresh object cannot fail; neither can posting a plain object.
        let _ = js_sys::Reflect::set(&message, &"type".into(), &"take-over".into());
        let _ = waiting.post_message(&message);
    }
}

/// Calls `act` with the address that a clicked notification is about, as the worker hands it on.
pub fn on_called(act: impl Fn(String) + 'static) {
    let Some(container) = container() else { return };
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let part =
            |name: &str| js_sys::Reflect::get(&event.data(), &name.into()).ok().and_then(|part| part.as_string());
        if let (Some("open"), Some(url)) = (part("type").as_deref(), part("url")) {
            act(url);
        }
    });
    container.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The frame, which listens, stays as long as the page.
    on_message.into_js_value();
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = fetch)]
    fn fetch(url: &str, options: &js_sys::Object) -> Result<js_sys::Promise, JsValue>;

    type FetchedText;

    #[wasm_bindgen(method, catch)]
    fn text(this: &FetchedText) -> Result<js_sys::Promise, JsValue>;
}

/// Whether the host has another version than the one that runs. Its worker's script, which no worker intercepts,
/// names the version. `false` where the host cannot be asked.
pub async fn is_replaced() -> bool {
    let Some(build) = build_id() else { return false };
    published_worker().await.is_some_and(|script| !script.contains(&build))
}

async fn published_worker() -> Option<String> {
    let base = document().base_uri().ok()??;
    let script = web_sys::Url::new_with_base("sw.js", &base).ok()?.href();
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"cache".into(), &"no-store".into()).ok()?;
    let response = JsFuture::from(fetch(&script, &options).ok()?).await.ok()?;
    let text = JsFuture::from(response.unchecked_into::<FetchedText>().text().ok()?).await.ok()?;
    text.as_string().filter(|script| script.contains("BUILD"))
}

/// Opens the newest version in place of the one that runs, also where its worker has not been fetched yet.
pub async fn load_newest(registration: Option<&ServiceWorkerRegistration>) {
    if let Some(registration) = registration.filter(|found| found.active().is_some()) {
        if registration.waiting().is_none()
            && let Ok(asked) = registration.update()
        {
            // Offline this fails; the reload then shows the version that the device has.
            let _ = JsFuture::from(asked).await;
            installed(registration).await;
        }
        let is_controlled = container().is_some_and(|container| container.controller().is_some());
        if registration.waiting().is_some() {
            take_over(registration);
            if is_controlled {
                // The page reloads by itself once the new worker is in charge.
                return;
            }
        }
    }
    let _ = window().location().reload();
}

/// Waits, for a while, until no version is being fetched.
async fn installed(registration: &ServiceWorkerRegistration) {
    for _ in 0..80 {
        if registration.installing().is_none() {
            return;
        }
        sleep(250).await;
    }
}

/// Has the browser fetch a newer version, which is then offered, after a part of this one was not to be had.
pub async fn look_after_missing_part() {
    if let Some(registration) = register_worker().await {
        look_for_new_version(&registration);
    }
}

/// Asks the server whether there is a newer version.
pub fn look_for_new_version(registration: &ServiceWorkerRegistration) {
    // Offline this fails, and that is all right.
    let _ = registration.update();
}

/// Reloads the page once another version has taken over, after `save`. The first version of a first
/// visit takes over without a reload.
pub fn reload_when_taken_over(save: impl Fn() + 'static) {
    let Some(container) = container() else { return };
    let had_one = Rc::new(Cell::new(container.controller().is_some()));
    let on_change = Closure::<dyn FnMut()>::new(move || {
        if had_one.replace(true) {
            save();
            let _ = window().location().reload();
        }
    });
    container.set_oncontrollerchange(Some(on_change.as_ref().unchecked_ref()));
    on_change.into_js_value();
}
