//! Whose clocks a new circle goes by.

use super::words;
use crate::state::{Memo, RwSignal};
use crate::ui::components::Select;
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::rhythm::zone_options;
use crate::ui::text;
use leptos::prelude::*;

/// Says that the circle goes by the clocks of this device, or asks where the device does not know its zone.
#[component]
pub fn ZoneField(zone: RwSignal<String>) -> AnyView {
    if let Some(here) = app().here() {
        return view! { <p class="field__hint">{words::zone(&text::time::city(&here))}</p> }.into_any();
    }
    let mut options = zone_options("");
    if let Some((_, nothing)) = options.first_mut() {
        words::CHOOSE_ZONE.clone_into(nothing);
    }
    view! { <Select id="start-zone" label=words::ZONE value=zone options=Memo::stored(options) hint=words::ZONE_HINT /> }.into_any()
}
