//! The device's clock.

use crate::domain::Timestamp;
use js_sys::{Array, Promise};
use leptos::prelude::{
    document, on_cleanup, request_animation_frame, request_animation_frame_with_handle, set_interval_with_handle,
    set_timeout, set_timeout_with_handle, window,
};
use std::time::Duration;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// How many milliseconds a page is given to paint that may have gone out of sight meanwhile.
const UNSEEN: i32 = 2000;

/// The present instant as this device has it.
pub fn now() -> Timestamp {
    Timestamp::from_millis(js_sys::Date::now() as i64)
}

/// Milliseconds since the page began, to measure spans by; 0 where the browser has no such clock.
pub fn stopwatch() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

/// Calls `act` every `millis`, until the reactive owner is disposed of.
pub fn every(millis: u64, act: impl Fn() + 'static) {
    if let Ok(handle) = set_interval_with_handle(act, Duration::from_millis(millis)) {
        on_cleanup(move || handle.clear());
    }
}

/// Calls `act` once, `millis` from now, unless the reactive owner is disposed of by then.
pub fn after(millis: u64, act: impl FnOnce() + 'static) {
    if let Ok(handle) = set_timeout_with_handle(act, Duration::from_millis(millis)) {
        on_cleanup(move || handle.clear());
    }
}

/// Calls `act` once what is drawn now is painted, unless the reactive owner is disposed of by then.
pub fn after_paint(act: impl FnOnce() + 'static) {
    if let Ok(handle) = request_animation_frame_with_handle(move || set_timeout(act, Duration::ZERO)) {
        on_cleanup(move || handle.cancel());
    }
}

/// Waits for so many milliseconds, whatever becomes of the reactive owner.
pub async fn sleep(millis: i32) {
    // A promise that nothing rejects.
    let _ = JsFuture::from(timer(millis)).await;
}

/// Waits until the first screen, which is drawn now, is painted, and notes that for those who measure it. A page that
/// cannot be seen is not painted; neither is it waited for.
pub async fn first_painted() {
    sleep(0).await;
    if !document().hidden() {
        let painted = Promise::new(&mut |resolve, _| {
            let done = move || set_timeout(move || drop(resolve.call0(&JsValue::NULL)), Duration::ZERO);
            request_animation_frame(done);
        });
        let _ = JsFuture::from(Promise::race(&Array::of2(&painted, &timer(UNSEEN)))).await;
    }
    if let Some(performance) = window().performance() {
        let _ = performance.mark("first-screen");
    }
}

/// A promise that is kept in so many milliseconds.
fn timer(millis: i32) -> Promise {
    Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            // Without a timer the promise stays open, and whoever waits with it.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis);
        }
    })
}
