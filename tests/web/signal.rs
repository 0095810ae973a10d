//! Values that can be set: who hears of it, and what is left once their owner is gone.

use leptos::prelude::{Owner, RenderEffect};
use peer_circle::platform;
use peer_circle::state::{Memo, RwSignal};
use peer_circle::ui::markup::view;
use wasm_bindgen_test::wasm_bindgen_test;

/// Lets what follows run.
async fn settled() {
    platform::sleep(0).await;
}

/// Runs `test` within an owner of its own.
fn owned<T>(test: impl FnOnce() -> T) -> (Owner, T) {
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let owner = Owner::new();
    let value = owner.with(test);
    (owner, value)
}

#[wasm_bindgen_test]
async fn who_reads_it_hears_of_each_change_and_who_looks_once_does_not() {
    let (_owner, (signal, heard, _effects)) = owned(|| {
        let signal = RwSignal::new(vec!["Ana"]);
        let heard = RwSignal::new(Vec::<usize>::new());
        let follow = RenderEffect::new(move |_| heard.update(|heard| heard.push(signal.with(Vec::len))));
        let look = RenderEffect::new(move |_| heard.update(|heard| heard.push(100 + signal.with_untracked(Vec::len))));
        (signal, heard, (follow, look))
    });
    settled().await;
    signal.update(|names| names.push("Ben"));
    settled().await;
    signal.set(Vec::new());
    settled().await;
    // Nothing else, but said again.
    signal.notify();
    settled().await;
    assert_eq!(heard.get_untracked(), [1, 101, 2, 0, 0]);
    assert_eq!(signal.get_untracked(), Vec::<&str>::new());
}

#[wasm_bindgen_test]
async fn a_memo_of_it_is_told_only_when_it_became_another() {
    let (_owner, (signal, counted, _effect)) = owned(|| {
        let signal = RwSignal::new(1);
        let is_odd = Memo::derive(move || signal.get() % 2 == 1);
        let counted = RwSignal::new(0);
        let effect = RenderEffect::new(move |_| {
            is_odd.track();
            counted.update(|count| *count += 1);
        });
        (signal, counted, effect)
    });
    for (next, count) in [(3, 1), (4, 2), (6, 2), (7, 3)] {
        signal.read_only().track();
        signal.set(next);
        settled().await;
        assert_eq!((signal.read_only().get_untracked(), counted.get_untracked()), (next, count));
    }
}

#[wasm_bindgen_test]
fn once_its_owner_is_gone_it_takes_nothing_and_says_so() {
    let (owner, signal) = owned(|| RwSignal::new("here".to_owned()));
    assert_eq!(signal.try_set("still here".to_owned()), None);
    assert_eq!(signal.try_get_untracked().as_deref(), Some("still here"));
    owner.cleanup();
    assert_eq!(signal.try_set("too late".to_owned()).as_deref(), Some("too late"));
    assert_eq!(signal.try_get_untracked(), None);
    assert_eq!(signal.try_with_untracked(String::len), None);
    // Neither is a fault: a reply may come when the page that asked is gone.
    signal.set("too late".to_owned());
    signal.update(|_| panic!("there is nothing to change"));
    signal.notify();
}

#[wasm_bindgen_test]
async fn a_field_and_what_is_typed_into_it_say_the_same() {
    use leptos::wasm_bindgen::JsCast;
    use leptos::web_sys::{Event, HtmlElement, HtmlInputElement};
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let document = leptos::web_sys::window().unwrap().document().unwrap();
    let place: HtmlElement = document.create_element("div").unwrap().unchecked_into();
    document.body().unwrap().append_child(&place).unwrap();
    let (_owner, field) = owned(|| RwSignal::new("Ana".to_owned()));
    let _mounted = leptos::mount::mount_to(place.clone(), move || view! { <input bind:value=field /> });
    let input: HtmlInputElement = place.query_selector("input").unwrap().unwrap().unchecked_into();
    settled().await;
    assert_eq!(input.value(), "Ana");
    input.set_value("Ana and Ben");
    input.dispatch_event(&Event::new("input").unwrap()).unwrap();
    assert_eq!(field.get_untracked(), "Ana and Ben");
    field.set("عائشة".to_owned());
    settled().await;
    assert_eq!(input.value(), "عائشة");
    place.remove();
}
