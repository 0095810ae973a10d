//! What came of the files that were opened last, circle by circle.

use super::values::{Taking, conflicts_view, hand_edits_view};
use super::words;
use crate::document::Change;
use crate::domain::{Circle, CircleId, MemberId, News, people};
use crate::platform;
use crate::state::Memo;
use crate::state::{ConflictChoice, FileImport, ImportGain, ImportReport, ImportStage, StoredValue};
use crate::ui::components::{Glyph, Icon, When, face, live};
use crate::ui::context::{app, desktop};
use crate::ui::markup::view;
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
    stage: ImportStage,
    /// Whose earlier changes are missing.
    lacks: Vec<String>,
}

/// Sorts what came in by circle.
fn sorted(imports: Vec<FileImport>) -> Vec<Group> {
    let mut groups = Vec::<Group>::new();
    for FileImport { file, result } in imports.into_iter().filter(|import| !import.is_arrival()) {
        let Ok(report) = result else { continue };
        let place = groups.iter().position(|group| group.circle == report.circle).unwrap_or_else(|| {
            groups.push(Group::empty(&report));
            groups.len() - 1
        });
        groups[place].take(file, report);
    }
    groups
}

impl Group {
    fn empty(report: &ImportReport) -> Self {
        let (circle, after, stage) = (report.circle.clone(), report.after.clone(), ImportStage::Taken);
        let (news, conflicts, hand_edits) = (Vec::new(), Vec::new(), Vec::new());
        Self { circle, after, files: Vec::new(), is_new: None, news, conflicts, hand_edits, stage, lacks: Vec::new() }
    }

    fn take(&mut self, file: String, report: ImportReport) {
        if !file.is_empty() && !self.files.contains(&file) {
            self.files.push(file);
        }
        if report.stage == ImportStage::Looked {
            self.stage = ImportStage::Looked;
        }
        self.lacks.extend(report.lacks.filter(|name| !self.lacks.contains(name)));
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
            None if is_same && !self.lacks.is_empty() => words::EARLY.to_owned(),
            None if is_same => words::NOTHING_NEW.to_owned(),
            None if self.stage == ImportStage::Looked => words::looked(self.news.len()),
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
        desktop.leave();
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
                <Decide />
                {live(groups)}
            </section>
        </When>
    }
}

/// Taking in what was looked at, or leaving it.
#[component]
fn Decide() -> AnyView {
    let desktop = desktop();
    let is_looked = Memo::new(move |_| desktop.imports.with(|imports| imports.iter().any(FileImport::is_looked)));
    let leave = move |_| {
        desktop.leave();
        platform::focus_heading();
    };
    view! {
        <When is=move || is_looked.get()>
            <div class="sync-results__decide">
                <p class="quiet">{words::LOOKED}</p>
                <div class="row">
                    <button type="button" class="btn" data-kind="main" prop:disabled=move || desktop.is_receiving.get() on:click=move |_| desktop.take_in()>
                        {words::TAKE_IN}
                    </button>
                    <button type="button" class="btn" on:click=leave>{words::LEAVE}</button>
                </div>
            </div>
        </When>
    }
    .into_any()
}

fn group_view(group: Group) -> AnyView {
    let app = app();
    let summary = group.summary();
    let state = if group.news.is_empty() && group.is_new.is_none() { "same" } else { "good" };
    let Group { circle, after, files, news, conflicts, hand_edits, stage, lacks, .. } = group;
    let deleted = news.iter().filter(|item| item.what.is_deletion()).count();
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
            {(deleted > 0 && stage == ImportStage::Looked).then(|| view! { <p class="sync-result__deleted">{words::deletions(deleted)}</p> })}
            {(!lacks.is_empty()).then(|| view! { <p class="sync-result__lacks">{words::lacks(&lacks)}</p> })}
            <When is=move || !is_open.get()>
                <div class="row">
                    <button type="button" class="btn" data-kind="small" on:click=move |event| switch.with_value(|switch| switch(event))>
                        {open_label.clone()}
                    </button>
                </div>
            </When>
            {news_view(&after, &news)}
            {conflicts_view(&circle, &after, conflicts, Taking { is_open, stage })}
            {hand_edits_view(&circle, &after, hand_edits, Taking { is_open, stage })}
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
                {face(&initials, seat)}
                <div><strong><bdi>{name}</bdi></strong><ul>{items}</ul></div>
            </li>
        }
    };
    view! { <ul class="sync-news">{people(news).into_iter().map(group).collect_view()}</ul> }.into_any()
}
