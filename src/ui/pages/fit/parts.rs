//! The score, its parts, and the one change that would help each of them most.

use super::words;
use crate::domain::{Blocker, Circle, FitCircle, FitHelp, FitPart, FitReason, FitScore, HelpStep, MemberId, fit_help};
use crate::platform::BrowserZones;
use crate::state::Memo;
use crate::ui::components::{When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::plots::{FitArc, FitRing, Numbers, numbers};
use crate::ui::routes::Page;
use crate::ui::shared::role::turns::Person;
use crate::ui::text::time;
use leptos::prelude::*;

/// A part as it is shown.
#[derive(Clone, PartialEq, Debug)]
struct PartRow {
    reason: FitReason,
    points: String,
    known: Option<String>,
    help: Option<(String, u8)>,
}

/// The parts of `fit`; with somebody tried, what each was before.
fn part_rows(circle: &Circle, before: &FitCircle, fit: &FitCircle) -> Vec<PartRow> {
    let earlier = before.fit();
    let row = |reason: FitReason| {
        let help = fit_help(fit, reason.part, &BrowserZones);
        PartRow {
            points: words::points_tried(earlier.reason(reason.part), reason),
            known: words::known(reason),
            help: help.map(|help| (help_text(circle, reason.part, &help), help.gain)),
            reason,
        }
    };
    fit.fit().reasons.into_iter().map(row).collect()
}

fn names(circle: &Circle, ids: &[MemberId]) -> String {
    words::names(&ids.iter().map(|id| Person::of(circle, id).name).collect::<Vec<_>>())
}

fn help_text(circle: &Circle, part: FitPart, help: &FitHelp) -> String {
    match &help.step {
        HelpStep::Ask(who) => words::ask(part, &names(circle, who)),
        HelpStep::AskTies => words::ASK_TIES.to_owned(),
        HelpStep::InviteStage(stage) => words::invite_stage(*stage),
        HelpStep::ShareIntention(intention, count) => words::share_intention(*intention, *count),
        HelpStep::FreeHour(at, who) => words::free_hour(&time::short(*at), &names(circle, who)),
        HelpStep::FindOffer(skill, wanted) => words::find_offer(skill, *wanted),
        HelpStep::InviteStranger => words::INVITE_STRANGER.to_owned(),
    }
}

/// The card.
#[component]
pub fn PartsCard(fit: Memo<FitCircle>, tried: Memo<Option<FitCircle>>) -> AnyView {
    let app = app();
    let shown = Memo::new(move |_| tried.get().unwrap_or_else(|| fit.get()));
    let whole = Memo::new(move |_| shown.with(FitCircle::fit));
    let rows = Memo::new(move |_| {
        app.circle().with(|circle| fit.with(|fit| shown.with(|shown| part_rows(circle, fit, shown))))
    });
    let is_empty = Memo::new(move |_| whole.with(|whole| whole.score().is_none()));
    view! {
        <section class="card stack" aria-labelledby="fit-parts">
            <header class="card__head"><h2 id="fit-parts">{words::TITLE}</h2></header>
            <Picture whole />
            <When is=is_empty>
                <p>{words::NOTHING_HINT}</p>
                <div class="row"><a class="btn" data-kind="main" href=Page::Profile.href()>{words::SAY}</a></div>
            </When>
            <Blockers whole />
            <ul class="fit-parts" aria-hidden="true">{live(move || rows.get().into_iter().map(part_row).collect_view())}</ul>
            {numbers(move || rows.with(|rows| table(rows)))}
        </section>
    }
    .into_any()
}

#[component]
fn Picture(whole: Memo<FitScore>) -> AnyView {
    let arcs = Memo::new(move |_| {
        let arc = |reason: &FitReason| FitArc { part: reason.part, points: reason.points };
        whole.with(|whole| whole.reasons.iter().map(arc).collect::<Vec<_>>())
    });
    let score =
        move || whole.with(|whole| whole.score().map_or_else(|| words::UNKNOWN.to_owned(), |score| score.to_string()));
    let foot = move || if whole.with(|whole| whole.score().is_some()) { words::OF_100 } else { words::NOT_KNOWN };
    let said = move || {
        whole.with(|whole| {
            let part = |reason: &FitReason| format!("{}: {}", words::part(reason.part), words::points(*reason));
            let parts: Vec<_> = whole.reasons.iter().map(part).collect();
            words::ring(whole.score(), &parts.join(", "))
        })
    };
    let sum = move || whole.with(|whole| whole.score().map(|_| words::sum(whole.points, whole.possible)));
    view! {
        <FitRing arcs score=Memo::new(move |_| score()) foot=Memo::new(move |_| foot().to_owned()) words=Memo::new(move |_| said()) />
        <p class="fit-sum">{live(sum)}</p>
    }
    .into_any()
}

/// What stands in the way, whatever the score says.
#[component]
fn Blockers(whole: Memo<FitScore>) -> AnyView {
    let app = app();
    let list = move || {
        app.circle().with(|circle| {
            whole.with(|whole| whole.blockers.iter().map(|blocker| blocker_view(circle, blocker)).collect_view())
        })
    };
    view! { <div class="fit-blockers">{live(list)}</div> }.into_any()
}

fn blocker_view(circle: &Circle, blocker: &Blocker) -> AnyView {
    let (title, text) = match blocker {
        Blocker::NoCommonHour => (words::NO_HOUR.to_owned(), words::NO_HOUR_TEXT),
        Blocker::ReportingLine(report, lead) => {
            let name = |id: &MemberId| Person::of(circle, id).name;
            (words::line(&name(report), &name(lead)), words::LINE_TEXT)
        }
    };
    view! { <p class="banner" data-kind="bad"><strong dir="auto">{title}</strong>" "{text}</p> }.into_any()
}

fn part_row(PartRow { reason, points, known, help }: PartRow) -> AnyView {
    let weight = reason.part.weight();
    let share = reason.points.map(|points| format!("{}%", u32::from(points) * 100 / u32::from(weight)));
    let state = if reason.points.is_some() { "known" } else { "unknown" };
    let help = help.map(|(text, gain)| {
        let gain = (gain > 0).then(|| view! { <span class="fit-part__gain">{words::gain(gain)}</span> });
        view! { <p class="fit-part__help" dir="auto">{text}" "{gain}</p> }
    });
    view! {
        <li class="fit-part" data-state=state>
            <strong>{words::part(reason.part)}</strong>
            <span class="fit-part__points">{points}</span>
            <span class="fit-part__bar"><span style:inline-size=share.unwrap_or_default()></span></span>
            {known.map(|known| view! { <p class="fit-part__known">{known}</p> })}
            {help}
        </li>
    }
    .into_any()
}

fn table(rows: &[PartRow]) -> Numbers {
    let row = |row: &PartRow| {
        let help = row.help.clone().map(|(text, gain)| match gain {
            0 => text,
            gain => format!("{text}: {}", words::gain_words(gain)),
        });
        let reason = row.reason;
        let known = format!("{} of {}", reason.known, reason.of);
        vec![words::part(reason.part).to_owned(), row.points.clone(), known, help.unwrap_or_default()]
    };
    Numbers::new(words::TABLE, &[words::PART, words::POINTS, words::KNOWN, words::HELP], rows.iter().map(row))
}
