//! What each line of an agreement becomes, before anything is kept.

use super::words;
use crate::domain::{CharterPart, CharterTerms, Circle, Refusal, charter};
use crate::exchange::agreement::{AgreementLine, AgreementOffer};
use crate::state::{App, Memo, RwSignal, StoredValue};
use crate::ui::ask::{Request, submit};
use crate::ui::components::{Elsewhere, Form, Problem, Select, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use leptos::prelude::*;

/// The keys of what a line can become, beside those of the charter's texts.
const NORM: &str = "norm";
const OUT: &str = "out";
const MEMBER: &str = "member";
const MEMBER_WITH: &str = "member-with";
const REACH: &str = "reach";

/// A line that can become something, and what was chosen for it.
#[derive(Clone)]
struct Choosing {
    line: AgreementLine,
    /// Whether somebody in the circle has the name that it says.
    is_member: bool,
    chosen: RwSignal<String>,
}

/// The lines with their choices; what is left out is listed below them.
#[component]
pub fn Preview(lines: Vec<AgreementLine>, on_back: Callback<()>, on_done: Callback<()>) -> AnyView {
    let app = app();
    let is_out = |line: &AgreementLine| matches!(line.offer, AgreementOffer::LeftOut(_));
    let (out, taken): (Vec<_>, Vec<_>) = lines.into_iter().partition(is_out);
    let has_charter = app.circle().with_untracked(|circle| circle.charter().is_some());
    let all: Vec<Choosing> =
        app.circle().with_untracked(|circle| taken.into_iter().map(|line| choosing(circle, line)).collect());
    let all = StoredValue::new(all);
    let problem = Problem::none();
    let on_submit = submit(problem, on_done, move || {
        let chosen = all.with_value(|all| untrack(|| taken_over(app, all)));
        if let Ok(None) = &chosen {
            app.say(words::TAKEN_BEFORE, None);
        }
        chosen
    });
    let sum = Memo::new(move |_| all.with_value(|all| sum(all)));
    let rows = all.with_value(|all| all.iter().map(row).collect_view());
    view! {
        <Form problem on_submit>
            <p class="agreement-sum" aria-live="polite" tabindex="-1">{live(move || said(&sum.get()))}</p>
            <h3>{words::LINES}</h3>
            <ul class="list">{rows}</ul>
            {left_out(&out)}
            {has_charter.then(|| view! { <p class="field__hint">{words::REST_STAYS}</p> })}
            <Elsewhere problem />
            <div class="row">
                <button class="btn" data-kind="main">{words::TAKE}</button>
                <button type="button" class="btn" data-kind="quiet" on:click=move |_| on_back.run(())>{words::PASTE_BACK}</button>
            </div>
        </Form>
    }
    .into_any()
}

fn said(sum: &str) -> String {
    if sum.is_empty() { words::PASTE_NONE.to_owned() } else { sum.to_owned() }
}

fn choosing(circle: &Circle, line: AgreementLine) -> Choosing {
    let mut is_member = false;
    let key = match &line.offer {
        AgreementOffer::Norm => NORM,
        AgreementOffer::Part(part) => part.key(),
        AgreementOffer::Open => "",
        AgreementOffer::LeftOut(_) => OUT,
        AgreementOffer::Person { name, reach } => {
            is_member = circle.member_named(name).is_some();
            match (is_member, reach.is_empty()) {
                (true, true) => OUT,
                (true, false) => REACH,
                (false, true) => MEMBER,
                (false, false) => MEMBER_WITH,
            }
        }
    };
    let chosen = RwSignal::new(key.to_owned());
    Choosing { line, is_member, chosen }
}

/// What the line can become.
fn options(choosing: &Choosing) -> Vec<(String, String)> {
    let option = |key: &str, words: &str| (key.to_owned(), words.to_owned());
    let mut all = Vec::new();
    match (&choosing.line.offer, choosing.is_member) {
        (AgreementOffer::Open, _) => all.push(option("", words::CHOOSE)),
        (AgreementOffer::Person { reach, .. }, false) => {
            if !reach.is_empty() {
                all.push(option(MEMBER_WITH, &words::member_with(reach)));
            }
            all.push(option(MEMBER, words::MEMBER));
        }
        (AgreementOffer::Person { reach, .. }, true) if !reach.is_empty() => {
            all.push(option(REACH, &words::note_reach(reach)));
        }
        _ => {}
    }
    all.push(option(NORM, words::NORM));
    all.extend(CharterPart::ALL.map(|part| option(part.key(), words::part(part))));
    let is_there =
        choosing.is_member && matches!(&choosing.line.offer, AgreementOffer::Person { reach, .. } if reach.is_empty());
    all.push(option(OUT, if is_there { words::IS_MEMBER } else { words::LEAVE_OUT }));
    all
}

fn row(choosing: &Choosing) -> AnyView {
    let AgreementLine { number, text, .. } = choosing.line.clone();
    let heading = Some(choosing.line.heading.clone()).filter(|heading| !heading.is_empty());
    let chosen = choosing.chosen;
    let options = Memo::stored(options(choosing));
    let is_open = Memo::new(move |_| chosen.with(String::is_empty));
    view! {
        <li class="agreement-line" data-state=move || if is_open.get() { "open" } else { "chosen" }>
            <p>
                {heading.map(|heading| view! { <small><bdi>{heading}</bdi></small> })}
                <span dir="auto">{text}</span>
            </p>
            <Select id=format!("agreement-{number}") label=words::becomes(number) value=chosen options />
        </li>
    }
    .into_any()
}

/// Every line that becomes nothing, with its number and the reason.
fn left_out(lines: &[AgreementLine]) -> Option<AnyView> {
    let row = |line: &AgreementLine| {
        let AgreementOffer::LeftOut(reason) = line.offer else { return None };
        let text = line.text.clone();
        Some(
            view! { <li><small>{words::line(line.number)}": "{words::reason(reason)}</small><span dir="auto">{text}</span></li> },
        )
    };
    let rows: Vec<_> = lines.iter().filter_map(row).collect();
    (!rows.is_empty()).then(|| {
        view! { <details class="agreement-out"><summary>{words::left_out(rows.len())}</summary><ul>{rows}</ul></details> }
            .into_any()
    })
}

/// What the choices come to; tracked.
fn sum(all: &[Choosing]) -> String {
    let count = |test: &dyn Fn(&str) -> bool| all.iter().filter(|one| one.chosen.with(|key| test(key))).count();
    let is_person = |key: &str| key == MEMBER || key == MEMBER_WITH;
    let is_text = |key: &str| CharterPart::from_key(key).is_some() || key == REACH;
    words::sum(count(&|key| key == NORM), count(&is_text), count(&is_person), count(&str::is_empty))
}

/// The version that the choices make of the charter, and who is new; nothing where nothing is.
fn taken_over(app: App, all: &[Choosing]) -> Result<Option<Request>, Refusal> {
    let in_force = app.circle().with(|circle| circle.charter().cloned());
    let (based_on, before) = in_force.map_or((None, CharterTerms::default()), |one| (Some(one.id), one.terms));
    let mut terms = before.clone();
    let mut people = Vec::new();
    let mut texts: Vec<(CharterPart, Vec<String>)> = Vec::new();
    let mut put = |part: CharterPart, text: String| match texts.iter_mut().find(|(other, _)| *other == part) {
        Some((_, lines)) => lines.push(text),
        None => texts.push((part, vec![text])),
    };
    for Choosing { line, chosen, .. } in all {
        let key = chosen.get();
        // What nobody could place is about its heading.
        let is_open = matches!(line.offer, AgreementOffer::Open) && !line.heading.is_empty();
        let text = if is_open && key == NORM { words::below(&line.heading, &line.text) } else { line.text.clone() };
        if key == NORM && !terms.norms.contains(&text) {
            terms.norms.push(text);
        } else if let Some(part) = CharterPart::from_key(&key) {
            put(part, text);
        } else if let AgreementOffer::Person { name, reach } = &line.offer {
            if key == MEMBER || key == MEMBER_WITH {
                people.push(name.clone());
            }
            if key == MEMBER_WITH || key == REACH {
                put(CharterPart::Contact, words::reached(name, reach));
            }
        }
    }
    for (part, lines) in texts {
        *terms.text_mut(part) = lines.join("\n");
    }
    if terms == before && people.is_empty() {
        return Ok(None);
    }
    let command = charter::Command::Write { based_on, terms: Box::new(terms), people };
    Ok(Some(Request::new(command, words::TAKEN)))
}
