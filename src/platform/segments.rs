//! Characters as people see them, by the browser's `Intl.Segmenter`.

use crate::domain::{CautiousSegmenter, Segmenter};
use js_sys::{JsString, Object, Reflect};
use std::ops::Range;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl, js_name = Segmenter)]
    type IntlSegmenter;

    /// Fails where the browser has none (Firefox before 125).
    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = "Segmenter", catch)]
    fn new(locales: &JsValue, options: &Object) -> Result<IntlSegmenter, JsValue>;

    #[wasm_bindgen(method)]
    fn segment(this: &IntlSegmenter, text: &str) -> Segments;

    type Segments;

    #[wasm_bindgen(method)]
    fn containing(this: &Segments, unit: u32) -> JsValue;
}

thread_local! {
    static SEGMENTER: Option<IntlSegmenter> = IntlSegmenter::new(&JsValue::UNDEFINED, &Object::new()).ok();
}

/// The browser's knowledge of characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BrowserSegmenter;

impl Segmenter for BrowserSegmenter {
    fn character(&self, text: &str, at: usize) -> Range<usize> {
        if text.is_ascii() && !text.contains('\r') {
            return at.min(text.len())..(at + 1).min(text.len());
        }
        SEGMENTER.with(|segmenter| {
            let found = segmenter.as_ref().and_then(|segmenter| containing(segmenter, text, at));
            found.unwrap_or_else(|| CautiousSegmenter.character(text, at))
        })
    }

    fn capital(&self, letter: char) -> char {
        let capital = JsString::from(letter.to_string()).to_upper_case();
        String::from(capital).chars().next().unwrap_or(letter)
    }
}

/// The segment around byte `at`. The browser counts in UTF-16.
fn containing(segmenter: &IntlSegmenter, text: &str, at: usize) -> Option<Range<usize>> {
    let units = text.get(..at)?.encode_utf16().count();
    let found = segmenter.segment(text).containing(u32::try_from(units).ok()?);
    let value = |name: &str| Reflect::get(&found, &JsValue::from_str(name)).ok();
    let back = units.checked_sub(value("index")?.as_f64()? as usize)?;
    let length = value("segment")?.as_string()?.len();
    let mut start = at;
    let mut left = back;
    while left > 0 {
        let c = text[..start].chars().next_back()?;
        start -= c.len_utf8();
        left = left.checked_sub(c.len_utf16())?;
    }
    Some(start..start + length)
}
