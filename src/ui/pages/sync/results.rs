//! What came of the files that were opened last, circle by circle.

use super::values::{conflicts_view, hand_edits_view};
use super::words;
use crate::document::Change;
use crate::domain::{Circle, CircleId, MemberId, News, people};
use crate::platform;
use crate::state::Memo;
use crate::state::{ConflictChoice, FileImport, ImportGain, ImportReport};
use crate::ui::components::{Face, Glyph, Icon, When, live};
use crate::ui::context::{app, desktop};
use crate::ui::shared::imports::{RefusedFiles, lead_to};
use crate::ui::text;
use leptos::prelude::*;

/// The id of the heading that the focus goes to.
const HEADING_ID: &str = "came-in";

/// What the files of one circle brought together.
struct Group {
    circle: CircleId,
    after: Circle,
    files: Vec<String>,
    /// Whether it is new on this device; made anew from its readable part, if so.
    is_new: Option<bool>,
    news: Vec<News>,
    conflicts: Vec<ConflictChoice>,
    hand_edits: Vec<Change>,
}

/// Sorts what came in by circle.
fn sorted(imports: Vec<FileImport>) -> Vec<Group> {
    let mut groups = Vec::<Group>::new();
    for FileImport { file, result } in imports.into_iter().filter(|import| !import.is_arrival()) {
        let Ok(report) = result else { continue };
        let place = groups.iter().position(|group| group.circle == report.circle).unwrap_or_else(|| {
            groups.push(Group::empty(report.circle.clone(), report.after.clone()));
            groups.len() - 1
        });
        groups[place].take(file, report);
    }
    groups
}

impl Group {
    fn empty(circle: CircleId, after: Circle) -> Self {
        let (files, news, conflicts, hand_edits) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { circle, after, files, is_new: None, news, conflicts, hand_edits }
    }

    fn take(&mut self, file: String, report: ImportReport) {
        self.files.push(file);
        self.after = report.after;
        match report.gain {
            ImportGain::NewCircle { is_rebuilt } => self.is_new = Some(is_rebuilt),
            ImportGain::NothingNew | ImportGain::Invited | ImportGain::WantsToJoin(_) => {}
            ImportGain::Merged { news, conflicts, hand_edits } => {
                self.news.extend(news);
                self.conflicts.extend(conflicts);
                self.hand_edits.extend(hand_edits);
            }
        }
    }

    fn summary(&self) -> String {
        let is_same = self.news.is_empty() && self.conflicts.is_empty() && self.hand_edits.is_empty();
        match self.is_new {
            Some(true) => words::REBUILT.to_owned(),
            Some(false) => words::NEW_CIRCLE.to_owned(),
            None if is_same => words::NOTHING_NEW.to_owned(),
            None => words::merged(self.news.len()),
        }
    }
}

/// The results; the focus goes to them once.
#[component]
pub fn Results() -> impl IntoView {
    let desktop = desktop();
    lead_to(HEADING_ID);
    let close = move |_| {
        desktop.imports.set(Vec::new());
        platform::focus_heading();
    };
    let groups = move || sorted(desktop.imports.get()).into_iter().map(group_view).collect_view();
    view! {
        <When is=move || desktop.imports.with(|imports| !imports.is_empty())>
            <section class="card sync-results" aria-labelledby=HEADING_ID>
                <header class="card__head">
                    <h2 id=HEADING_ID tabindex="-1">{words::CAME_IN}</h2>
                    <button type="button" class="btn-round" aria-label=words::CLOSE_RESULTS on:click=close>
                        <Icon glyph=Glyph::Close />
                    </button>
                </header>
                <RefusedFiles />
                {live(groups)}
            </section>
        </When>
    }
}

fn group_view(group: Group) -> AnyView {
    let app = app();
    let summary = group.summary();
    let state = if group.news.is_empty() && group.is_new.is_none() { "same" } else { "good" };
    let Group { circle, after, files, news, conflicts, hand_edits, .. } = group;
    let own = circle.clone();
    let is_open =
        Memo::new(move |_| app.entry.with(|entry| entry.as_ref().is_some_and(|entry| entry.id == own.as_str())));
    let name = after.about.name.clone();
    let open_label = words::open_circle(&name);
    let switch = {
        let circle = circle.clone();
        move |_| app.switch_to(circle.clone())
    };
    let switch = StoredValue::new(switch);
    view! {
        <section class="sync-result" data-state=state>
            <h3><bdi>{name}</bdi></h3>
            <p class="quiet"><bdi>{files.join(", ")}</bdi></p>
            <p>{summary}</p>
            <When is=move || !is_open.get()>
                <div class="row">
                    <button type="button" class="btn" data-kind="small" on:click=move |event| switch.with_value(|switch| switch(event))>
                        {open_label.clone()}
                    </button>
                </div>
            </When>
            {news_view(&after, &news)}
            {conflicts_view(&circle, &after, conflicts, is_open)}
            {hand_edits_view(&circle, hand_edits, is_open)}
        </section>
    }
    .into_any()
}

fn news_view(circle: &Circle, news: &[News]) -> AnyView {
    let group = |who: Option<MemberId>| {
        let member = who.as_ref().and_then(|id| circle.members.get(id));
        let name = words::who(member.map(|m| m.name.as_str()), who.as_ref());
        let initials = member.map_or_else(|| "·".to_owned(), |member| text::initials(&member.name));
        let seat = who.as_ref().map_or(0, |id| circle.seat_of(id));
        let items = news.iter().filter(|item| item.who == who);
        let items = items.map(|item| view! { <li dir="auto">{words::happening(&item.what)}</li> }).collect_view();
        view! {
            <li class="sync-news__person">
                <Face initials=Memo::stored(initials) seat=Memo::stored(seat) />
                <div><strong><bdi>{name}</bdi></strong><ul>{items}</ul></div>
            </li>
        }
    };
    view! { <ul class="sync-news">{people(news).into_iter().map(group).collect_view()}</ul> }.into_any()
}
