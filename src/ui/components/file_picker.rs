//! A button that opens the file dialog.

use super::{Glyph, Icon};
use crate::ui::markup::view;
use leptos::prelude::*;
use leptos::web_sys::FileList;

/// Any number of files of any kind: content decides, so nothing is filtered by name.
#[component]
pub fn FilePicker(
    #[prop(into)] id: String,
    label: &'static str,
    #[prop(default = "")] kind: &'static str,
    on_files: Callback<FileList>,
) -> impl IntoView {
    view! {
        <label class="btn btn-file" data-kind=kind for=id.clone()>
            <Icon glyph=Glyph::File />
            <span>{label}</span>
            <input
                id=id.clone()
                type="file"
                multiple
                // Otherwise choosing the same file again would be no change.
                on:click:target=move |event| event.target().set_value("")
                on:change:target=move |event| {
                    let input = event.target();
                    if let Some(files) = input.files().filter(|files| files.length() > 0) {
                        on_files.run(files);
                    }
                }
            />
        </label>
    }
}
