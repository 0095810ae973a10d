//! The invitations that somebody got: each with how it would suit them, and several side by side.

use super::ARRIVED;
use super::invited::Invited;
use super::joining::JoinForm;
use super::words;
use crate::domain::{FitPart, FitReason, FitScore, Profile};
use crate::platform;
use crate::state::{Memo, RwSignal};
use crate::ui::components::{Each, FilePicker, When, live};
use crate::ui::context::{app, desktop};
use crate::ui::markup::view;
use crate::ui::plots::{FitArc, FitRing};
use crate::ui::shared::profile::Whose;
use leptos::prelude::*;

/// The card.
#[component]
pub fn GotCard(invited: Memo<Vec<Invited>>, me: Whose) -> AnyView {
    let desktop = desktop();
    let profile = me.profile();
    let receive = Callback::new(move |files| desktop.receive(files));
    view! {
        <section class="card stack" aria-labelledby=ARRIVED>
            <header class="card__head"><h2 id=ARRIVED tabindex="-1">{words::GOT}</h2></header>
            <p class="quiet">{words::OPEN_HINT}</p>
            <div class="row"><FilePicker id="open-invitation" label=words::OPEN on_files=receive /></div>
            <When is=move || { invited.with(Vec::len) > 1 }><Compare invited profile /></When>
        </section>
    }
    .into_any()
}

/// A card for each invitation.
#[component]
pub fn InvitedCards(invited: Memo<Vec<Invited>>, me: Whose, changed: RwSignal<()>) -> AnyView {
    let profile = me.profile();
    let row = move |one: Memo<Invited>| view! { <InvitedView one profile me changed /> }.into_any();
    view! { <ul class="invitation-cards"><Each items=invited key=Invited::key row=row /></ul> }.into_any()
}

#[component]
fn InvitedView(one: Memo<Invited>, profile: Memo<Profile>, me: Whose, changed: RwSignal<()>) -> AnyView {
    let app = app();
    let score = Memo::new(move |_| one.with(|one| profile.with(|profile| one.fit_with(profile))));
    let is_here = Memo::new(move |_| one.with(|one| app.index().with(|index| index.entry(&one.0.circle).is_some())));
    let name = Memo::new(move |_| one.with(|one| one.0.name.clone()));
    let away = move |_| {
        one.with_untracked(|one| app.put_invitation_away(&one.0.circle));
        changed.notify();
        platform::focus_near(ARRIVED);
    };
    let label = move || name.with(|name| words::put_away(name));
    let from = move || one.with(|one| (!one.0.from.is_empty()).then(|| words::from(&one.0.from)));
    view! {
        <li class="card invitation">
            <h2><bdi>{name}</bdi></h2>
            <p class="quiet" dir="auto">{live(from)}</p>
            <Facts one />
            <When is=move || !is_here.get() otherwise=|| view! { <p class="quiet">{words::IS_HERE}</p> }>
                <Suits score />
                <JoinForm one me />
            </When>
            <div class="row"><button type="button" class="btn" data-kind="quiet" aria-label=label on:click=away>{words::PUT_AWAY}</button></div>
        </li>
    }
    .into_any()
}

/// What the invitation says of the circle.
#[component]
fn Facts(one: Memo<Invited>) -> AnyView {
    let facts = move || {
        one.with(|one| {
            let invitation = &one.0;
            let facts = [
                (words::FOR, invitation.purpose.clone()),
                (words::MEETS, words::meets(&invitation.rhythm)),
                (words::PEOPLE, words::people(invitation.mix.members, &one.stages())),
                (words::OFFERED, words::skills(&invitation.mix.offers)),
                (words::WANTED, words::skills(&invitation.mix.wants)),
            ];
            let fact = |(label, text): (&'static str, String)| {
                (!text.is_empty()).then(|| view! { <div><dt>{label}</dt><dd dir="auto">{text}</dd></div> })
            };
            facts.map(fact).collect_view()
        })
    };
    view! { <dl class="invitation__facts">{live(facts)}</dl> }.into_any()
}

/// How it would suit the reader.
#[component]
fn Suits(score: Memo<Option<FitScore>>) -> AnyView {
    let arcs = Memo::new(move |_| {
        let arc = |reason: &FitReason| FitArc { part: reason.part, points: reason.points };
        let reasons = score.with(|score| score.as_ref().map(|score| score.reasons.iter().map(arc).collect::<Vec<_>>()));
        reasons.unwrap_or_default()
    });
    let known = Memo::new(move |_| score.with(|score| score.as_ref().and_then(FitScore::score)));
    let shown = move || known.get().map_or_else(|| "?".to_owned(), |score| score.to_string());
    let said = move || {
        let parts =
            score.with(|score| score.as_ref().map(|score| score.reasons.iter().map(part_words).collect::<Vec<_>>()));
        format!("{}: {}. {}", words::YOUR_FIT, words::score(known.get()), parts.unwrap_or_default().join(", "))
    };
    let hint = move || {
        let is_barred = score.with(|score| score.as_ref().is_some_and(|score| !score.blockers.is_empty()));
        if known.get().is_none() { Some(words::ANSWER_FIRST) } else { is_barred.then_some(words::NO_HOUR) }
    };
    view! {
        <div class="invitation__fit">
            <When is=move || known.get().is_some()>
                <FitRing arcs score=Memo::new(move |_| shown()) foot=Memo::stored(words::YOUR_FIT.to_owned()) words=Memo::new(move |_| said()) />
            </When>
            <p class="field-lint">{live(hint)}</p>
        </div>
    }
    .into_any()
}

fn part_words(reason: &FitReason) -> String {
    format!("{}: {}", words::part(reason.part), words::points(reason.points, reason.part.weight()))
}

/// Several circles side by side, part by part.
#[component]
fn Compare(invited: Memo<Vec<Invited>>, profile: Memo<Profile>) -> AnyView {
    let table = move || invited.with(|invited| profile.with(|me| compared(invited, me)));
    view! { <div class="invitation-wide" tabindex="0" role="region" aria-label=words::COMPARE>{live(table)}</div> }
        .into_any()
}

fn compared(invited: &[Invited], me: &Profile) -> AnyView {
    let line = |label: &'static str, cell: &dyn Fn(&Invited) -> String| {
        let cells: Vec<_> = invited.iter().map(|one| view! { <td>{cell(one)}</td> }).collect();
        view! { <tr><th scope="row">{label}</th>{cells}</tr> }
    };
    let points = |one: &Invited, part: FitPart| one.fit_with(me).and_then(|fit| fit.reason(part).points);
    let part = |part: FitPart| line(words::part(part), &move |one| words::points(points(one, part), part.weight()));
    let head: Vec<_> =
        invited.iter().map(|one| view! { <th scope="col" dir="auto">{one.0.name.clone()}</th> }).collect();
    view! {
        <table class="invitation-compare">
            <caption>{words::COMPARE}</caption>
            <thead><tr><td></td>{head}</tr></thead>
            <tbody>
                {line(words::YOUR_FIT, &|one| words::score(one.fit_with(me).and_then(|fit| fit.score())))}
                {FitPart::ALL.map(part).into_iter().collect_view()}
                {line(words::HOURS, &|one| words::hours(one.with(me).common.minutes()))}
                {line(words::MEMBERS, &|one| one.0.mix.members.to_string())}
            </tbody>
        </table>
    }
    .into_any()
}
