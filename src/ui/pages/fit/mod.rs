//! Fit: the score with its reasons, what stands in the way, what would help, who can teach what to whom.

mod advice;
mod candidate;
mod parts;
mod people;
pub mod words;

use crate::domain::FitCircle;
use crate::platform::BrowserZones;
use crate::state::{KeptPerson, Memo};
use crate::ui::components::Heading;
use crate::ui::context::app;
use crate::ui::markup::view;
use advice::AdviceCard;
use candidate::TryCard;
use leptos::prelude::*;
use parts::PartsCard;
use people::{LanesCard, PeopleCard};

/// The page.
#[component]
pub fn FitPage() -> impl IntoView {
    let app = app();
    let fit = Memo::new(move |_| app.circle().with(|circle| FitCircle::of(app.present(circle))));
    let candidate = KeptPerson::candidate(app);
    let tried = Memo::new(move |_| {
        let person = candidate.is_there().then(|| candidate.profile())?;
        let friends = candidate.friends().len();
        Some(fit.with(|fit| fit.trying(&person, friends, &BrowserZones)))
    });
    view! {
        <div class="page two-panes">
            <header class="head">
                <Heading text=words::NAME />
                <p>{words::LEAD}</p>
            </header>
            <div class="pane">
                <PartsCard fit tried />
                <TryCard candidate fit tried />
            </div>
            <div class="pane">
                <AdviceCard fit />
                <LanesCard fit />
                <PeopleCard fit />
            </div>
        </div>
    }
}
