//! Which entries are shown. Each choice is an address, so that Back takes it back.

use super::topic::JournalTopic;
use super::words;
use crate::document::JournalEntry;
use crate::domain::MemberId;
use crate::state::{App, Memo};
use crate::ui::components::{When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::journal_address;
use leptos::prelude::*;

/// What is left of the journal.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct JournalFilter {
    member: Option<MemberId>,
    topic: Option<JournalTopic>,
    /// One record: the name of its kind, and its id.
    record: Option<(String, String)>,
}

impl JournalFilter {
    /// What an address asks for. What no address of ours would say is left out.
    pub fn asked(member: Option<String>, topic: Option<String>, record: Option<String>) -> Self {
        let record = record.as_deref().and_then(|record| record.split_once('/'));
        Self {
            member: member.map(|id| MemberId::new(&id)),
            topic: JournalTopic::ALL.into_iter().find(|one| topic.as_deref() == Some(one.key())),
            record: record.map(|(kind, id)| (kind.to_owned(), id.to_owned())),
        }
    }

    /// Whether it leaves everything.
    pub fn is_all(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it leaves `entry`. That something began, nobody knows by whom and when, tells nothing.
    pub fn leaves(&self, entry: &JournalEntry) -> bool {
        let is_told = entry.author.is_some() || !entry.is_new;
        let is_by = |member: &MemberId| entry.author.as_ref().is_some_and(|author| author.member == *member);
        is_told
            && self.member.as_ref().is_none_or(is_by)
            && self.topic.is_none_or(|topic| topic == JournalTopic::of(entry.kind))
            && self.record.as_ref().is_none_or(|(kind, id)| kind == entry.kind.name() && *id == entry.id)
    }

    fn address(&self) -> String {
        let record = self.record.as_ref().map(|(kind, id)| format!("{kind}/{id}"));
        journal_address(
            self.member.as_ref().map(MemberId::as_str),
            self.topic.map(JournalTopic::key),
            record.as_deref(),
        )
    }
}

/// Something to choose: its words, where it leads, and whether it is chosen.
type Chip = (String, String, bool);

/// By member and by topic; of one record alone, the way back to all.
#[component]
pub fn Filters(journal: Memo<Vec<JournalEntry>>, filter: Memo<JournalFilter>) -> AnyView {
    let members = by_member(app(), filter);
    let topics = by_topic(journal, filter);
    let is_of_one = Memo::new(move |_| filter.with(|filter| filter.record.is_some()));
    let all = move || {
        view! {
            <div class="row"><a class="btn" data-kind="small" href=journal_address(None, None, None) data-noscroll="">{words::ALL}</a></div>
        }
    };
    view! {
        <When is=is_of_one otherwise=move || view! {
            <div class="journal-filters"><Chips label=words::BY_MEMBER chips=members /> <Chips label=words::BY_TOPIC chips=topics /></div>
        }>{all()}</When>
    }
    .into_any()
}

/// Everyone, and each who belongs to the circle.
fn by_member(app: App, filter: Memo<JournalFilter>) -> Memo<Vec<Chip>> {
    Memo::new(move |_| {
        app.circle().with(|circle| {
            filter.with(|now| {
                let chip = |label: &str, member: Option<MemberId>| {
                    let to = JournalFilter { member, ..now.clone() };
                    (label.to_owned(), to.address(), to.member == now.member)
                };
                let each = circle.roster().into_iter().map(|member| chip(&member.name, Some(member.id.clone())));
                std::iter::once(chip(words::EVERYONE, None)).chain(each).collect()
            })
        })
    })
}

/// Every topic, and each that the journal has an entry of.
fn by_topic(journal: Memo<Vec<JournalEntry>>, filter: Memo<JournalFilter>) -> Memo<Vec<Chip>> {
    Memo::new(move |_| {
        filter.with(|now| {
            let chip = |topic: Option<JournalTopic>| {
                let to = JournalFilter { topic, ..now.clone() };
                (words::topic(topic).to_owned(), to.address(), to.topic == now.topic)
            };
            let is_there = |topic: &JournalTopic| {
                journal.with(|all| all.iter().any(|entry| JournalTopic::of(entry.kind) == *topic))
            };
            std::iter::once(None).chain(JournalTopic::ALL.into_iter().filter(is_there).map(Some)).map(chip).collect()
        })
    })
}

#[component]
fn Chips(label: &'static str, chips: Memo<Vec<Chip>>) -> AnyView {
    let chip = |(words, href, is_chosen): Chip| {
        let current = is_chosen.then_some("true");
        view! { <li><a class="chip" href=href aria-current=current data-noscroll=""><bdi>{words}</bdi></a></li> }
    };
    let all = move || chips.get().into_iter().map(chip).collect_view();
    view! { <nav aria-label=label><ul class="chip-list">{live(all)}</ul></nav> }.into_any()
}
