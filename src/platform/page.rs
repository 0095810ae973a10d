//! The page itself: title, focus, theme, base, and the screen for the worst case.

use leptos::prelude::{document, request_animation_frame, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The path of the page's base, with its trailing slash: `/` or `/some/path/`.
pub fn base_path() -> String {
    let base = document().base_uri().ok().flatten().and_then(|base| web_sys::Url::new(&base).ok());
    base.map_or_else(|| "/".to_owned(), |url| url.pathname())
}

/// The whole address of `path` on the page's host.
pub fn address_of(path: &str) -> String {
    format!("{}{path}", window().location().origin().unwrap_or_default())
}

/// The path within a whole address; `None` where it is none.
pub fn path_of(address: &str) -> Option<String> {
    web_sys::Url::new(address).ok().map(|url| url.pathname())
}

/// The path of the page itself.
pub fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// Takes the update that the page's address carries out of it, so that neither a reload nor a copied address brings it
/// again. Returns the whole address as it was.
pub fn take_update() -> Option<String> {
    let address = window().location().href().ok()?;
    let (bare, fragment) = address.split_once('#')?;
    let is_update = fragment.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("update"));
    if !is_update {
        return None;
    }
    let history = window().history().ok()?;
    let state = history.state().unwrap_or(wasm_bindgen::JsValue::NULL);
    history.replace_state_with_url(&state, "", Some(bare)).ok()?;
    Some(address)
}

/// Calls `act` when the part of the address behind `#` has changed, as when a link to the page that is open is followed.
pub fn on_fragment(act: impl Fn() + 'static) {
    let handle = leptos::leptos_dom::helpers::window_event_listener_untyped("hashchange", move |_| act());
    leptos::prelude::on_cleanup(move || handle.remove());
}

/// Opens `address` in a tab of its own that knows nothing of this one.
pub fn open_tab(address: &str) {
    let _ = window().open_with_url_and_target_and_features(address, "_blank", "noopener");
}

/// The build that is running, as the build wrote it into the page.
pub fn build_id() -> Option<String> {
    let meta = document().query_selector("meta[name=build]").ok()??;
    meta.get_attribute("content")
}

/// Whether the app runs in its own window.
pub fn is_installed() -> bool {
    let media = window().match_media("(display-mode: standalone)");
    media.ok().flatten().is_some_and(|media| media.matches())
}

/// Sets the tab's title.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Moves the focus to the page's heading, as after following a link.
pub fn focus_heading() {
    request_animation_frame(|| focus_on("main h1"));
}

/// Moves the focus to the element called `id`, or to the page's heading where it is gone: for a control that
/// goes away when it is used.
pub fn focus_near(id: &str) {
    let selector = format!("#{id}");
    request_animation_frame(move || {
        let is_there = document().query_selector(&selector).ok().flatten().is_some();
        focus_on(if is_there { &selector } else { "main h1" });
    });
}

/// Moves the focus to the first field of the open dialog; a dialog without fields keeps the focus where the
/// browser put it.
pub fn focus_first_field() {
    // What is chosen of a group of radio buttons is where the keyboard would land in it.
    const FIELDS: &str = "dialog[open] :is(input:not([type=radio]), textarea, select, input:checked)";
    // Where frames come late, somebody may have gone to another field by then. A page whose window is not the active one,
    // as while a list is open in WebKitGTK, has an active element and nothing that `:focus` finds.
    const TAKEN: &str = "dialog[open] :is(input, textarea, select)";
    request_animation_frame(|| {
        let is_taken = document().active_element().is_some_and(|active| active.matches(TAKEN).unwrap_or(false));
        if !is_taken {
            focus_on(FIELDS);
        }
    });
}

/// Moves the focus to the first field that has a problem.
pub fn focus_first_problem() {
    request_animation_frame(|| focus_on("main [aria-invalid=true], dialog [aria-invalid=true]"));
}

fn focus_on(selector: &str) {
    if let Some(element) =
        document().query_selector(selector).ok().flatten().and_then(|e| e.dyn_into::<HtmlElement>().ok())
    {
        let _ = element.focus();
    }
}

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// Puts `theme` on the page.
pub fn apply_theme(theme: Theme) {
    let Some(root) = document().document_element() else { return };
    let set = match theme {
        Theme::System => root.remove_attribute("data-theme"),
        Theme::Light => root.set_attribute("data-theme", "light"),
        Theme::Dark => root.set_attribute("data-theme", "dark"),
    };
    // Only an invalid attribute name could fail.
    let _ = set;
}

/// Takes away what the page showed before the app was there.
pub fn remove_splash() {
    if let Some(splash) = document().get_element_by_id("splash") {
        splash.remove();
    }
}

/// Makes the static page say that the app could not be loaded, as its own script does (see `Trunk.toml`).
pub fn show_failed_boot() {
    // Nothing else can be shown: a refusal leaves the page as it is.
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-boot", "failed");
    }
    if let Some(words) = document().get_element_by_id("boot-failed") {
        let _ = words.remove_attribute("hidden");
    }
}

/// Shows `text` on the screen for the worst case, which is part of the static page.
pub fn announce_trouble(text: &str) {
    let page = document();
    if let (Some(trouble), Some(detail)) = (page.get_element_by_id("trouble"), page.get_element_by_id("trouble-detail"))
    {
        detail.set_text_content(Some(text));
        let _ = trouble.remove_attribute("hidden");
    }
}

/// From here on a panic ends in the screen for the worst case instead of a dead page.
pub fn install_panic_screen() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        announce_trouble(&info.to_string());
    }));
}
