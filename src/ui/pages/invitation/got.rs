//! The invitations that somebody got: each with how it would suit them, and several side by side.

use super::ARRIVED;
use super::invited::Invited;
use super::joining::JoinForm;
use super::words;
use crate::domain::{FitPart, FitReason, FitScore, Profile, fit};
use crate::platform;
use crate::state::Memo;
use crate::ui::components::{Each, FilePicker, When, live};
use crate::ui::context::{app, desktop};
use crate::ui::plots::{FitArc, FitRing};
use crate::ui::shared::profile::Whose;
use leptos::prelude::*;

/// The card.
#[component]
pub fn GotCard(invited: Memo<Vec<Invited>>, me: Whose, changed: RwSignal<()>) -> AnyView {
    let desktop = desktop();
    let profile = me.profile();
    let receive = Callback::new(move |files| desktop.receive(files));
    let row = move |one: Memo<Invited>| view! { <InvitedView one profile me changed /> }.into_any();
    view! {
        <section class="card stack" aria-labelledby=ARRIVED>
            <header class="card__head"><h2 id=ARRIVED tabindex="-1">{words::GOT}</h2></header>
            <p class="quiet">{words::OPEN_HINT}</p>
            <div class="row"><FilePicker id="open-invitation" label=words::OPEN on_files=receive /></div>
            <When is=move || { invited.with(Vec::len) > 1 }><Compare invited profile /></When>
            <ul class="list"><Each items=invited key=Invited::key row=row /></ul>
        </section>
    }
    .into_any()
}

#[component]
fn InvitedView(one: Memo<Invited>, profile: Memo<Profile>, me: Whose, changed: RwSignal<()>) -> AnyView {
    let app = app();
    let score = Memo::new(move |_| one.with(|one| profile.with(|profile| fit(&one.with(profile), &[]))));
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
        <li class="invitation">
            <h3><bdi>{name}</bdi></h3>
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
fn Suits(score: Memo<FitScore>) -> AnyView {
    let arcs = Memo::new(move |_| {
        let arc = |reason: &FitReason| FitArc { part: reason.part, points: reason.points };
        score.with(|score| score.reasons.iter().map(arc).collect::<Vec<_>>())
    });
    let shown = move || score.with(|score| score.score().map_or_else(|| "?".to_owned(), |score| score.to_string()));
    let said = move || {
        score.with(|score| {
            let part = |part: FitPart| {
                format!("{}: {}", words::part(part), words::points(score.reason(part).points, part.weight()))
            };
            format!("{}: {}. {}", words::YOUR_FIT, words::score(score.score()), FitPart::ALL.map(part).join(", "))
        })
    };
    let hint = move || {
        score.with(|score| match (score.score(), score.blockers.is_empty()) {
            (None, _) => Some(words::ANSWER_FIRST),
            (_, false) => Some(words::NO_HOUR),
            _ => None,
        })
    };
    view! {
        <div class="invitation__fit">
            <FitRing arcs score=Memo::new(move |_| shown()) foot=Memo::stored(words::YOUR_FIT.to_owned()) words=Memo::new(move |_| said()) />
            <p class="field-lint">{live(hint)}</p>
        </div>
    }
    .into_any()
}

/// Several circles side by side, part by part.
#[component]
fn Compare(invited: Memo<Vec<Invited>>, profile: Memo<Profile>) -> AnyView {
    let table = move || {
        let columns: Vec<_> =
            invited.with(|invited| profile.with(|me| invited.iter().map(|one| (one.clone(), one.with(me))).collect()));
        let fits: Vec<_> = columns.iter().map(|(_, mix)| fit(mix, &[])).collect();
        let head = columns.iter().map(|(one, _)| view! { <th scope="col" dir="auto">{one.0.name.clone()}</th> });
        let line = |label: &'static str, cells: Vec<String>| {
            view! { <tr><th scope="row">{label}</th>{cells.into_iter().map(|cell| view! { <td>{cell}</td> }).collect_view()}</tr> }
        };
        let parts = FitPart::ALL.map(|part| {
            line(
                words::part(part),
                fits.iter().map(|fit| words::points(fit.reason(part).points, part.weight())).collect(),
            )
        });
        let members = columns.iter().map(|(one, _)| one.0.mix.members.to_string()).collect();
        let hours = columns.iter().map(|(_, mix)| words::hours(mix.common.minutes())).collect();
        view! {
            <table class="invitation-compare">
                <caption>{words::COMPARE}</caption>
                <thead><tr><td></td>{head.collect_view()}</tr></thead>
                <tbody>
                    {line(words::YOUR_FIT, fits.iter().map(|fit| words::score(fit.score())).collect())}
                    {parts.into_iter().collect_view()}
                    {line(words::HOURS, hours)}
                    {line(words::MEMBERS, members)}
                </tbody>
            </table>
        }
    };
    view! { <div class="invitation-wide" tabindex="0" role="region" aria-label=words::COMPARE>{live(table)}</div> }
        .into_any()
}
