//! Numbers as the browser's language writes them, by its `Intl`.

use super::zones::options;
use crate::domain::NumberFormat;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl, js_name = NumberFormat)]
    type IntlNumberFormat;

    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = "NumberFormat", catch)]
    fn new(locales: &JsValue, options: &Object) -> Result<IntlNumberFormat, JsValue>;

    #[wasm_bindgen(method)]
    fn format(this: &IntlNumberFormat, value: f64) -> String;

    #[wasm_bindgen(method, js_name = formatToParts)]
    fn format_to_parts(this: &IntlNumberFormat, value: f64) -> Array;
}

/// How whoever uses this browser writes numbers; the English way where it does not say.
pub fn number_format() -> NumberFormat {
    let parts = IntlNumberFormat::new(&JsValue::UNDEFINED, &Object::new()).map(|format| format.format_to_parts(1.5));
    let decimal = parts.unwrap_or_default().iter().find_map(|part| {
        let text = |name: &str| Reflect::get(&part, &JsValue::from_str(name)).ok()?.as_string();
        if text("type")? == "decimal" { text("value")?.chars().next() } else { None }
    });
    decimal.map_or(NumberFormat::ENGLISH, |decimal| NumberFormat { decimal })
}

/// `value` as this browser's language writes it, grouped, with at most six decimals.
pub fn number_text(value: f64) -> String {
    let options = options(&[("maximumFractionDigits", "6")]);
    IntlNumberFormat::new(&JsValue::UNDEFINED, &options)
        .map_or_else(|_| value.to_string(), |format| format.format(value))
}

/// The sine of an angle in radians. Rust's own brings eight kilobytes with it.
pub fn sine(angle: f64) -> f64 {
    js_sys::Math::sin(angle)
}

/// The cosine of an angle in radians.
pub fn cosine(angle: f64) -> f64 {
    js_sys::Math::cos(angle)
}
