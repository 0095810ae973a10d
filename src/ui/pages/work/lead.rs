//! The check-in lead's work: whose check-in is missing, and who may need a hand.

use super::person::{People, PersonData};
use super::words as work;
use crate::domain::{
    CheckInCount, Circle, Cycle, Drift, DriftStep, Late, Lateness, MemberId, NeedsWord, Present, Timestamp, buddies,
};
use crate::platform::{self, DateStyle};
use crate::state::Memo;
use crate::ui::components::{Empty, Glyph, Icon, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::text;
use crate::ui::text::nudge as words;
use leptos::prelude::*;

/// The surface.
#[component]
pub fn Lead() -> impl IntoView {
    let app = app();
    let wanted = Memo::new(move |_| app.circle().with(|circle| NeedsWord::of(app.present(circle))));
    let late = Memo::new(move |_| {
        let now = app.now().get();
        app.circle().with(|circle| {
            let late = wanted.get();
            late.awaited.iter().map(|late| late_person(circle, now, app.cycle.get(), late)).collect::<Vec<_>>()
        })
    });
    let drifting = Memo::new(move |_| {
        let cycle = app.cycle.get();
        let me = app.me.get();
        app.circle().with(|circle| {
            let found = wanted.get();
            found.drifting.iter().map(|drift| drifting_person(circle, cycle, me.as_ref(), drift)).collect::<Vec<_>>()
        })
    });
    let standing = Memo::new(move |_| app.circle().with(|circle| standing(app.present(circle))));
    view! {
        <section class="card" aria-labelledby="late">
            <header class="card__head"><h2 id="late">{words::TITLE}</h2></header>
            <When is=move || !late.with(Vec::is_empty) otherwise=move || view! { <NobodyLate standing /> }>
                <People list="late" people=late />
            </When>
            <div class="row">
                <a class="btn" href=Page::Session.href()><Icon glyph=Glyph::Session />{work::TO_SESSION}</a>
            </div>
        </section>
        <When is=move || !drifting.with(Vec::is_empty)>
            <section class="card" aria-labelledby="drifting">
                <header class="card__head"><h2 id="drifting">{words::DRIFT_TITLE}</h2></header>
                <People list="drifting" people=drifting />
            </section>
        </When>
    }
}

/// How many of those who are expected are in, and until when the others have time.
#[derive(Clone, PartialEq, Debug)]
struct CheckInStanding {
    count: CheckInCount,
    due: String,
}

fn standing(present: Present<'_>) -> CheckInStanding {
    let (circle, cycle) = (present.circle, present.cycle());
    let due = circle.rhythm.due(present.zones, cycle).at;
    CheckInStanding { count: present.check_in_count(cycle), due: text::time::due(due, circle.rhythm.of(cycle)) }
}

#[component]
fn NobodyLate(standing: Memo<CheckInStanding>) -> impl IntoView {
    let is_all = Memo::new(move |_| standing.with(|standing| standing.count.checked_in == standing.count.expected));
    let hint = move || {
        standing.with(|standing| words::not_yet(standing.count.checked_in, standing.count.expected, &standing.due))
    };
    let early = move || {
        view! {
            <Empty title=words::NOT_YET />
            <p class="empty__hint">{live(hint)}</p>
        }
    };
    view! {
        <When is=move || is_all.get() otherwise=early><Empty title=words::NOBODY hint=words::NOBODY_HINT /></When>
    }
}

/// `late`, in a list that is read at `now` while `running` runs.
fn late_person(circle: &Circle, now: Timestamp, running: Cycle, late: &Late) -> PersonData {
    let rhythm = circle.rhythm.of(running);
    let person = PersonData::of(circle, &late.member);
    // The message may be read in another zone than it is written in.
    let there = platform::instant_text(late.due, DateStyle::WeekdayTime, Some(&rhythm.zone));
    let due = words::due(&there, &text::time::city(&rhythm.zone));
    let kind = match late.lateness {
        Lateness::DueSoon => "quiet",
        Lateness::Overdue | Lateness::Missed(_) => "due",
    };
    PersonData {
        tag: (kind, words::lateness(late.lateness)),
        line: words::was_due(&text::time::due(late.due, rhythm), &text::time::relative(now, late.due)),
        ready: words::message(late.lateness, &person.person.name, &due, text::WHATSAPP),
        ..person
    }
}

fn drifting_person(circle: &Circle, running: Cycle, me: Option<&MemberId>, drift: &Drift) -> PersonData {
    let person = PersonData::of(circle, &drift.member);
    let lateness = Lateness::Missed(drift.missed);
    let mut more = vec![words::step(drift.step).to_owned()];
    if drift.step == DriftStep::Buddy {
        let group = buddies(circle, running).into_iter().find(|group| group.contains(&drift.member));
        let others = group.unwrap_or_default().into_iter().filter(|member| *member != drift.member);
        let names: Vec<_> =
            others.map(|id| if me == Some(&id) { words::BUDDY_YOU.to_owned() } else { name(circle, &id) }).collect();
        if !names.is_empty() {
            more.push(words::buddies(&text::list(&names)));
        }
    }
    if drift.step == DriftStep::Charter {
        more.push(words::CHARTER.to_owned());
    }
    let last = drift.last.map(|cycle| platform::day_text(cycle.first_day(), DateStyle::DayMonth));
    PersonData {
        tag: ("quiet", words::lateness(lateness)),
        line: words::last_heard(last.as_deref()),
        more,
        ready: words::message(lateness, &person.person.name, "", text::WHATSAPP),
        ..person
    }
}

fn name(circle: &Circle, id: &MemberId) -> String {
    circle.name_of(id).unwrap_or_default().to_owned()
}
