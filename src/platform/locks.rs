//! Web Locks: one tab at a time.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_namespace = ["globalThis", "navigator"], js_name = locks)]
    static LOCKS: Option<LockManager>;

    type LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(this: &LockManager, name: &str, held: &JsValue) -> Result<js_sys::Promise, JsValue>;
}

type Work = Pin<Box<dyn Future<Output = ()>>>;

/// Runs `work` while no other tab of this site holds the lock `name`. Where the browser has no locks it
/// just runs; `work` must be safe against that, only not as thrifty.
pub async fn with_lock(name: &str, work: impl Future<Output = ()> + 'static) {
    let work: Rc<RefCell<Option<Work>>> = Rc::new(RefCell::new(Some(Box::pin(work))));
    let held = Rc::clone(&work);
    let callback = Closure::once_into_js(move |_lock: JsValue| {
        let work = held.borrow_mut().take();
        future_to_promise(async move {
            if let Some(work) = work {
                work.await;
            }
            Ok(JsValue::UNDEFINED)
        })
    });
    let asked = LOCKS.with(|locks| locks.as_ref().and_then(|locks| locks.request(name, &callback).ok()));
    if let Some(asked) = asked {
        let _ = JsFuture::from(asked).await;
    }
    let left = work.borrow_mut().take();
    if let Some(work) = left {
        work.await;
    }
}
