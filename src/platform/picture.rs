//! A drawing of the page as a picture for other apps.

use super::files;
use super::share::{self, Shared};
use js_sys::{Promise, encode_uri_component};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlImageElement, XmlSerializer};

/// What style sheets say of a drawing's elements. An image of its own has no style sheets: there it is said by
/// attributes, which no content security policy is about.
const STYLES: [&str; 13] = [
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "font-family",
    "font-size",
    "font-weight",
    "letter-spacing",
    "text-anchor",
    "dominant-baseline",
    "direction",
    "unicode-bidi",
];

/// A picture in PNG.
#[derive(Clone)]
pub struct Png(Blob);

impl Png {
    /// Draws the SVG whose id is `drawing` as it looks on the page, `width` pixels wide; `None` where there is none, or
    /// the browser cannot.
    pub async fn of(drawing: &str, width: u32) -> Option<Self> {
        let document = web_sys::window()?.document()?;
        let svg = document.get_element_by_id(drawing)?;
        let shown = svg.get_bounding_client_rect();
        let height = (f64::from(width) * shown.height() / shown.width()).round() as u32;
        let image = HtmlImageElement::new().ok()?;
        image.set_src(&address_of(&svg, width, height)?);
        JsFuture::from(image.decode()).await.ok()?;
        let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
        canvas.set_width(width);
        canvas.set_height(height);
        let pen: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        pen.draw_image_with_html_image_element(&image, 0.0, 0.0).ok()?;
        let written = Promise::new(&mut |done, _| drop(canvas.to_blob(&done)));
        JsFuture::from(written).await.ok()?.dyn_into().ok().map(Self)
    }

    /// Opens the share sheet with the picture, called `stem` and `.png`.
    pub async fn share(&self, stem: &str) -> Shared {
        match share::picture_data(stem, &self.0) {
            Some(data) => share::share(&data).await,
            None => Shared::Refused,
        }
    }

    /// Has the browser save the picture under `name`.
    pub fn save(&self, name: &str) -> Option<()> {
        files::save(name, &self.0)
    }
}

/// Whether this browser's share sheet takes pictures.
pub fn can_share_pictures() -> bool {
    let picture = files::blob(share::PNG, "").and_then(|empty| share::picture_data("x", &empty));
    picture.is_some_and(|data| share::takes(&data))
}

/// The address of an image that is the drawing `svg` of that size by itself. It is a `data:` address since WebKit lets
/// nobody read a canvas that a drawing at a `blob:` address was drawn on.
fn address_of(svg: &Element, width: u32, height: u32) -> Option<String> {
    let copy: Element = svg.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    let (shown, copied) = (svg.query_selector_all("*").ok()?, copy.query_selector_all("*").ok()?);
    style(svg, &copy)?;
    for nth in 0..shown.length() {
        style(shown.get(nth)?.unchecked_ref(), copied.get(nth)?.unchecked_ref())?;
    }
    copy.set_attribute("width", &width.to_string()).ok()?;
    copy.set_attribute("height", &height.to_string()).ok()?;
    let text = XmlSerializer::new().ok()?.serialize_to_string(&copy).ok()?;
    Some(format!("data:image/svg+xml;charset=utf-8,{}", String::from(encode_uri_component(&text))))
}

/// Gives `copy` as attributes what the page's style sheets say of `shown`.
fn style(shown: &Element, copy: &Element) -> Option<()> {
    let computed = web_sys::window()?.get_computed_style(shown).ok()??;
    for name in STYLES {
        copy.set_attribute(name, &computed.get_property_value(name).ok()?).ok()?;
    }
    Some(())
}
