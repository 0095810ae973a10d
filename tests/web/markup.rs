//! Described markup in a page: what is built, and what stays of it when it is described anew.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlElement, HtmlInputElement};
use peer_circle::platform;
use peer_circle::state::RwSignal;
use peer_circle::ui::markup::{live, view};
use wasm_bindgen_test::wasm_bindgen_test;

/// A place in the page that holds what `draw` makes; it goes when the test ends.
struct Stage {
    place: HtmlElement,
    _mounted: Box<dyn std::any::Any>,
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.place.remove();
    }
}

impl Stage {
    fn of<V: IntoView + 'static>(draw: impl FnOnce() -> V + 'static) -> Self {
        let _ = any_spawner::Executor::init_wasm_bindgen();
        let document = leptos::web_sys::window().unwrap().document().unwrap();
        let place: HtmlElement = document.create_element("div").unwrap().unchecked_into();
        document.body().unwrap().append_child(&place).unwrap();
        let mounted = leptos::mount::mount_to(place.clone(), draw);
        Self { place, _mounted: Box::new(mounted) }
    }

    fn html(&self) -> String {
        self.place.inner_html().replace("<!---->", "")
    }

    fn find(&self, what: &str) -> Element {
        self.place.query_selector(what).unwrap().expect("it is there")
    }
}

/// Lets what follows a signal catch up.
async fn settled() {
    platform::sleep(20).await;
}

#[wasm_bindgen_test]
fn elements_carry_what_was_said() {
    let (name, no) = ("Ana & <Ben>".to_owned(), None::<String>);
    let stage = Stage::of(move || {
        view! {
            <section class="card wide" hidden data-kind="a=b">
                <h2 id="one" title=no>"Said" {1}</h2>
                <p lang=Some("pt") tabindex=-1 inert=false>{name}{None::<&str>}</p>
                <input type="text" disabled=true value="x" />
            </section>
        }
    });
    assert_eq!(
        stage.html(),
        "<section class=\"card wide\" hidden=\"\" data-kind=\"a=b\"><h2 id=\"one\">Said1</h2>\
         <p lang=\"pt\" tabindex=\"-1\">Ana &amp; &lt;Ben&gt;</p>\
         <input type=\"text\" value=\"x\" disabled=\"\"></section>"
    );
}

#[wasm_bindgen_test]
async fn values_follow_and_go() {
    let (text, is_on) = (RwSignal::new(Some("first".to_owned())), RwSignal::new(true));
    let stage = Stage::of(move || {
        view! {
            <label title=text>
                <input prop:value=move || text.get().unwrap_or_default() prop:checked=is_on aria-busy=move || is_on.get().then_some("true") />
                <i style:inline-size=move || is_on.get().then_some("40%") />
            </label>
        }
    });
    let field: HtmlInputElement = stage.find("input").unchecked_into();
    let seen = || {
        (
            stage.find("label").get_attribute("title"),
            field.value(),
            field.checked(),
            field.get_attribute("aria-busy"),
            stage.find("i").get_attribute("style").unwrap_or_default(),
        )
    };
    settled().await;
    let on = Some("true".to_owned());
    assert_eq!(seen(), (Some("first".into()), "first".into(), true, on, "inline-size: 40%;".into()));
    text.set(None);
    is_on.set(false);
    settled().await;
    assert_eq!(seen(), (None, String::new(), false, None, String::new()));
    // What somebody has typed meanwhile gives way to what is said once more.
    field.set_value("typed");
    text.set(None);
    settled().await;
    assert_eq!(field.value(), "");
}

#[wasm_bindgen_test]
async fn the_same_elements_stay_and_others_take_their_place() {
    let count = RwSignal::new(1);
    let stage = Stage::of(move || {
        live(move || match count.get() {
            3 => view! { <p>"Three"</p> },
            4 => view! { <b>"Four"</b> <i>"again"</i> },
            count => view! { <ul class="list"><li data-count=count>{count}" weeks"</li></ul> },
        })
    });
    let (list, row) = (stage.find("ul"), stage.find("li"));
    count.set(2);
    settled().await;
    assert_eq!(stage.html(), "<ul class=\"list\"><li data-count=\"2\">2 weeks</li></ul>");
    assert!(stage.find("ul").is_same_node(Some(&list)) && stage.find("li").is_same_node(Some(&row)));
    for (next, html) in [
        (3, "<p>Three</p>"),
        (4, "<b>Four</b><i>again</i>"),
        (3, "<p>Three</p>"),
        (1, "<ul class=\"list\"><li data-count=\"1\">1 weeks</li></ul>"),
    ] {
        count.set(next);
        settled().await;
        assert_eq!(stage.html(), html);
    }
    assert!(!stage.find("ul").is_same_node(Some(&list)));
}

#[wasm_bindgen_test]
async fn one_listener_hears_and_it_is_the_last() {
    let (turn, heard) = (RwSignal::new(1), RwSignal::new(Vec::new()));
    let stage = Stage::of(move || {
        live(move || {
            let turn = turn.get();
            view! { <button on:click=move |_| heard.update(|heard| heard.push(turn))>{turn}</button> }
        })
    });
    let button: HtmlElement = stage.find("button").unchecked_into();
    button.click();
    turn.set(2);
    settled().await;
    button.click();
    assert_eq!(heard.get_untracked(), [1, 2]);
}

#[wasm_bindgen_test]
fn a_handler_may_know_its_element() {
    let heard = RwSignal::new(String::new());
    let stage = Stage::of(move || view! { <input on:input:target=move |event| heard.set(event.target().value()) /> });
    let field: HtmlInputElement = stage.find("input").unchecked_into();
    field.set_value("nine");
    field.dispatch_event(&Event::new("input").unwrap()).unwrap();
    assert_eq!(heard.get_untracked(), "nine");
}

#[wasm_bindgen_test]
fn pictures_are_in_their_own_namespace() {
    let stage = Stage::of(|| view! { <svg viewBox="0 0 4 4"><g><circle r=2 /></g></svg> <p>"2"</p> });
    let namespace = |what: &str| stage.find(what).namespace_uri().unwrap_or_default();
    assert!(["svg", "g", "circle"].into_iter().all(|what| namespace(what) == "http://www.w3.org/2000/svg"));
    assert_eq!(namespace("p"), "http://www.w3.org/1999/xhtml");
}
