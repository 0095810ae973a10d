//! What is new as a square code, for people in one room.

use super::words;
use crate::exchange::square_code::{self, SquareCode};
use crate::state::{App, Memo, OutgoingUpdate, Reach, RwSignal};
use crate::ui::components::{Glyph, Icon, SheetAbout, When};
use crate::ui::context::app;
use crate::ui::markup::view;
use leptos::prelude::*;

/// What is shown: the code with what it carries, or that there is too much for one.
type CodeShown = Option<(SquareCode, OutgoingUpdate)>;

/// A button that shows the code.
#[component]
pub fn CodeWay(
    /// Whether what came in from others goes along.
    #[prop(into)]
    reach: Memo<Reach>,
) -> AnyView {
    let app = app();
    let shown = RwSignal::new(None::<CodeShown>);
    let has_message = move || app.unsent.with(|unsent| !unsent.is_whole && !unsent.is_empty());
    let show = move |_| {
        let update = app.outgoing_update(reach.get_untracked());
        shown.set(Some(update.and_then(|update| Some((square_code::of(&update.link)?, update)))));
    };
    let about = move |shown: CodeShown, close| content(app, shown, close);
    view! {
        <When is=has_message>
            <div class="sync__code">
                <button type="button" class="btn" on:click=show>
                    <Icon glyph=Glyph::Code />
                    {words::CODE}
                </button>
            </div>
        </When>
        <SheetAbout subject=shown title=words::CODE_TITLE about />
    }
    .into_any()
}

/// The code with a way to say that it was read, or why there is none.
fn content(app: App, shown: CodeShown, close: Callback<()>) -> AnyView {
    let Some((code, update)) = shown else { return view! { <p>{words::CODE_TOO_LARGE}</p> }.into_any() };
    let scanned = move |_| {
        app.note_update_sent(&update);
        close.run(());
        app.say(words::SENT, None);
    };
    view! {
        <div class="sync-code-sheet">
            {picture(&code)}
            <p>{words::CODE_HINT}</p>
            <button type="button" class="btn" data-kind="main" on:click=scanned>{words::CODE_SCANNED}</button>
        </div>
    }
    .into_any()
}

fn picture(code: &SquareCode) -> AnyView {
    let (path, area) = (code.path.clone(), format!("0 0 {0} {0}", code.side));
    view! {
        <svg class="sync-code" viewBox=area role="img" aria-label=words::CODE_TITLE>
            <path d=path />
        </svg>
    }
    .into_any()
}
