//! Notifications, and the number on the app's icon, as far as the browser has them.
//!
//! Nothing here asks for leave by itself: [`ask_to_notify`] belongs behind a click.

use super::page::is_installed;
use super::worker::container;
use js_sys::{Object, Promise, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Notification, NotificationOptions, NotificationPermission, ServiceWorkerRegistration};

#[wasm_bindgen]
extern "C" {
    /// The navigator, where it has the Badging API.
    type BadgeNavigator;

    #[wasm_bindgen(method, catch, js_name = setAppBadge)]
    fn set_app_badge(this: &BadgeNavigator, count: f64) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = clearAppBadge)]
    fn clear_app_badge(this: &BadgeNavigator) -> Result<Promise, JsValue>;
}

/// Whether this browser may notify here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Notices {
    /// It cannot.
    Missing,
    /// It can once the app is on the home screen, as on iPhones.
    OnceInstalled,
    /// Nobody was asked yet.
    Unasked,
    /// It may.
    Allowed,
    /// The person, or the browser's settings, said no; only they can change that.
    Blocked,
}

/// Whether the app's icon can bear a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Badge {
    /// It cannot.
    Missing,
    /// Once there is an icon: when the app is installed.
    OnceInstalled,
    /// It can.
    Works,
}

/// A notification.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SystemNote {
    /// The first line.
    pub title: String,
    /// The rest.
    pub text: String,
    /// Takes the place of an earlier one with the same mark.
    pub mark: String,
    /// The whole address that it opens.
    pub address: String,
}

/// Whether this browser may notify here, as it is now.
pub fn notices() -> Notices {
    if !Reflect::has(&window(), &"Notification".into()).unwrap_or(false) {
        // Only Safari on phones and tablets has this mark, and it is false in a tab.
        let standalone = Reflect::get(&window().navigator(), &"standalone".into()).ok();
        let is_in_tab = standalone.and_then(|mark| mark.as_bool()) == Some(false);
        return if is_in_tab { Notices::OnceInstalled } else { Notices::Missing };
    }
    match Notification::permission() {
        NotificationPermission::Granted => Notices::Allowed,
        NotificationPermission::Denied => Notices::Blocked,
        _ => Notices::Unasked,
    }
}

/// Asks the person, and returns what holds then. To be called from a click: browsers refuse it elsewhere.
pub async fn ask_to_notify() -> Notices {
    if notices() == Notices::Unasked
        && let Ok(asked) = Notification::request_permission()
    {
        // Whatever became of the question, the state says it.
        let _ = JsFuture::from(asked).await;
    }
    notices()
}

/// Whether the page is in front of the person's eyes, as far as the browser can tell.
pub fn is_in_front() -> bool {
    !document().hidden()
}

/// Shows `note`. Returns whether the browser took it.
pub async fn notify(note: &SystemNote) -> bool {
    let options = NotificationOptions::new();
    options.set_body(&note.text);
    options.set_tag(&note.mark);
    if let Some(icon) = beside_the_page("icons/icon-192.png") {
        options.set_icon(&icon);
    }
    let data = Object::new();
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&data, &"url".into(), &note.address.as_str().into());
    options.set_data(&data);
    // Browsers on Android notify by the worker alone.
    if let Some(worker) = active_worker().await
        && let Ok(shown) = worker.show_notification_with_options(&note.title, &options)
        && JsFuture::from(shown).await.is_ok()
    {
        return true;
    }
    Notification::new_with_options(&note.title, &options).is_ok()
}

async fn active_worker() -> Option<ServiceWorkerRegistration> {
    let found = JsFuture::from(container()?.get_registration()).await.ok()?;
    found.dyn_into::<ServiceWorkerRegistration>().ok().filter(|worker| worker.active().is_some())
}

fn beside_the_page(path: &str) -> Option<String> {
    let base = document().base_uri().ok()??;
    web_sys::Url::new_with_base(path, &base).ok().map(|url| url.href())
}

/// Whether the app's icon can bear a number.
pub fn badge() -> Badge {
    match Reflect::has(&window().navigator(), &"setAppBadge".into()) {
        Ok(true) if is_installed() => Badge::Works,
        Ok(true) => Badge::OnceInstalled,
        _ => Badge::Missing,
    }
}

/// Puts `count` on the app's icon, and takes it away at 0.
pub async fn set_badge(count: usize) {
    if badge() == Badge::Missing {
        return;
    }
    let navigator: BadgeNavigator = JsValue::from(window().navigator()).unchecked_into();
    let set = if count == 0 { navigator.clear_app_badge() } else { navigator.set_app_badge(count as f64) };
    if let Ok(set) = set {
        // A browser that refuses shows no number, which is all there is to do about it.
        let _ = JsFuture::from(set).await;
    }
}
