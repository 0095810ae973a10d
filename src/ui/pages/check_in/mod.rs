//! The check-in: outcomes first, then the week, then the next one. Kept as it is typed.

pub mod words;

use crate::domain::{
    CarryDemand, CheckIn, CheckInDraft, Command, Commitment, CommitmentDraft, CommitmentId, Cycle, Field as Which,
    Member, Outcome, Refusal, Settlement, Verdict, check_in,
};
use crate::platform::{self, BrowserZones, DateStyle};
use crate::state::{App, Draft};
use crate::ui::components::When;
use crate::ui::components::{Area, Choice, Field, Glyph, Icon, Pick, Problem};
use crate::ui::context::app;
use crate::ui::routes::Page;
use crate::ui::shared::commitment::goal_options;
use crate::ui::shared::commitment::words as promise;
use crate::ui::shared::commitment::{CommitmentFields, CommitmentForm, CommitmentTexts, RowData};
use crate::ui::text;
use crate::ui::text::action;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is typed, as it is kept.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
struct Typed {
    #[serde(default)]
    outcomes: BTreeMap<String, TypedOutcome>,
    #[serde(default)]
    win: String,
    #[serde(default)]
    blocker: String,
    #[serde(default)]
    ask: String,
    #[serde(default)]
    confidence: String,
    #[serde(default)]
    next: Vec<CommitmentTexts>,
}

#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
struct TypedOutcome {
    outcome: String,
    note: String,
    smaller: String,
}

/// The page: the form, or what was sent.
#[component]
pub fn CheckInPage() -> impl IntoView {
    let app = app();
    let about = Memo::new(move |_| {
        let now = app.now().get();
        app.circle().with(|circle| {
            let me = app.my_member(circle)?.clone();
            let cycle = circle.check_in_cycle(&BrowserZones, now, &me);
            Some((cycle, me))
        })
    });
    let cycle = Memo::new(move |_| about.with(|about| about.as_ref().map(|(cycle, _)| *cycle)));
    let is_sent = Memo::new(move |_| {
        about.with(|about| {
            about
                .as_ref()
                .is_some_and(|(cycle, me)| app.circle().with(|circle| circle.check_in(*cycle, &me.id).is_some()))
        })
    });
    let is_editing = RwSignal::new(false);
    Effect::new(move |_| {
        // Read, not only tracked: a memo that was never read notices no change.
        cycle.get();
        if is_editing.get_untracked() {
            is_editing.set(false);
        }
    });
    // Kept here: the form may be made anew around the same words, and what it refused must stay in sight.
    let problem = Problem::none();
    let missing = RwSignal::new(Vec::<CommitmentId>::new());
    // A memo: the form is made anew, and forgets what it refused, only when something else is shown.
    let shows_sent = Memo::new(move |_| is_sent.get() && !is_editing.get());
    let content = move || {
        let is_shown = shows_sent.get();
        cycle.get();
        about.get_untracked().map(|(cycle, me)| {
            if is_shown {
                view! { <Sent cycle me is_editing /> }.into_any()
            } else {
                view! { <CheckInForm cycle me is_editing problem missing /> }.into_any()
            }
        })
    };
    view! { <div class="page narrow">{content}</div> }
}

/// "Week 7 · due Thu 18:00".
fn when(app: App, cycle: Cycle, me: &Member) -> String {
    app.circle().with(|circle| {
        let now = app.now().get();
        let window = circle.rhythm.window(&BrowserZones, cycle);
        let state = circle.check_in_state(&BrowserZones, now, cycle, me);
        let number = circle.season_at(cycle).map(|(_, week)| week.number);
        let week = text::week::name(number, &platform::day_text(cycle.first_day(), DateStyle::DayMonth));
        words::when(
            &week,
            state,
            &text::time::due(window.due, circle.rhythm.of(cycle)),
            &text::time::short(window.opens),
        )
    })
}

/// One line of the next week, with an identity for the list.
type NextLine = (u32, CommitmentForm);

/// What the form holds.
#[derive(Clone, Copy)]
struct Form {
    outcomes: StoredValue<Vec<OutcomeForm>>,
    win: RwSignal<String>,
    blocker: RwSignal<String>,
    ask: RwSignal<String>,
    confidence: RwSignal<String>,
    next: RwSignal<Vec<NextLine>>,
}

/// The outcome of one commitment.
#[derive(Clone)]
struct OutcomeForm {
    commitment: Commitment,
    detail: String,
    outcome: RwSignal<String>,
    note: RwSignal<String>,
    smaller: RwSignal<String>,
}

const OUTCOMES: [Outcome; 3] = [Outcome::Kept, Outcome::Partial, Outcome::Missed];

impl Form {
    /// The form for `cycle`, filled with what was typed before or, when changing, with what was sent.
    fn of(app: App, cycle: Cycle, me: &Member, typed: &Typed, sent: Option<&CheckIn>) -> Self {
        let outcomes = app.circle().with_untracked(|circle| {
            let open = circle.unresolved(&me.id, cycle);
            let resolved = circle.commitments_where(&|c| c.owner == me.id && c.cycle == cycle && c.outcome.is_some());
            let all = resolved.into_iter().chain(open);
            let form = |commitment: &Commitment| {
                let goal = commitment.goal.as_ref().and_then(|id| circle.goals.get(id)).map(|goal| goal.title.as_str());
                OutcomeForm::of(
                    commitment,
                    RowData::of(commitment, cycle, goal).detail,
                    typed.outcomes.get(commitment.id.as_str()),
                )
            };
            all.map(form).collect()
        });
        let text = |typed: &String, sent: Option<&String>| {
            RwSignal::new(if typed.is_empty() { sent.cloned().unwrap_or_default() } else { typed.clone() })
        };
        let said = sent.and_then(|sent| sent.confidence).map(|confidence| confidence.to_string());
        let mut next: Vec<_> = typed.next.iter().cloned().map(CommitmentForm::of).collect();
        if next.is_empty() {
            next.push(CommitmentForm::empty());
        }
        Self {
            outcomes: StoredValue::new(outcomes),
            win: text(&typed.win, sent.map(|sent| &sent.win)),
            blocker: text(&typed.blocker, sent.map(|sent| &sent.blocker)),
            ask: text(&typed.ask, sent.map(|sent| &sent.ask)),
            confidence: text(&typed.confidence, said.as_ref()),
            next: RwSignal::new((0..).zip(next).collect()),
        }
    }

    /// Everything typed, tracked.
    fn typed(self) -> Typed {
        let outcomes = self.outcomes.with_value(|outcomes| {
            let one = |form: &OutcomeForm| {
                (
                    form.commitment.id.to_string(),
                    TypedOutcome { outcome: form.outcome.get(), note: form.note.get(), smaller: form.smaller.get() },
                )
            };
            outcomes.iter().map(one).collect()
        });
        Typed {
            outcomes,
            win: self.win.get(),
            blocker: self.blocker.get(),
            ask: self.ask.get(),
            confidence: self.confidence.get(),
            next: self.next.get().into_iter().map(|(_, form)| form.texts()).collect(),
        }
    }

    /// As the domain takes it.
    fn draft(self, cycle: Cycle) -> CheckInDraft {
        let settlements =
            self.outcomes.with_value(|outcomes| outcomes.iter().filter_map(OutcomeForm::settlement).collect());
        let next: Vec<CommitmentDraft> = self.next.get_untracked().into_iter().map(|(_, form)| form.draft()).collect();
        CheckInDraft {
            has_nothing_to_say: true,
            cycle,
            settlements,
            win: self.win.get_untracked(),
            blocker: self.blocker.get_untracked(),
            ask: self.ask.get_untracked(),
            confidence: self.confidence.get_untracked().parse().ok(),
            next: next.into_iter().filter(|draft| !draft.text.trim().is_empty()).collect(),
        }
    }
}

impl OutcomeForm {
    fn of(commitment: &Commitment, detail: String, typed: Option<&TypedOutcome>) -> Self {
        let typed = typed.cloned().unwrap_or_default();
        let known = commitment.outcome.map(Verdict::Ended);
        let outcome = Verdict::from_key(&typed.outcome).or(known).map(|verdict| verdict.key().to_owned());
        let outcome = outcome.unwrap_or_default();
        let note = if typed.note.is_empty() { commitment.note.clone() } else { typed.note };
        let smaller = if typed.smaller.is_empty() { commitment.text.clone() } else { typed.smaller };
        Self {
            commitment: commitment.clone(),
            detail,
            outcome: RwSignal::new(outcome),
            note: RwSignal::new(note),
            smaller: RwSignal::new(smaller),
        }
    }

    /// What was said of it; `None` while nothing was, or when that is how it stands already.
    fn settlement(&self) -> Option<Settlement> {
        let (note, smaller) = (self.note.get_untracked(), self.smaller.get_untracked());
        let verdict = Verdict::from_key(&self.outcome.get_untracked())?;
        let is_known = self.commitment.outcome.map(Verdict::Ended) == Some(verdict) && self.commitment.note == note;
        let Commitment { id, text, goal, due, cue, action, .. } = self.commitment.clone();
        let is_smaller = verdict == Verdict::Carried && smaller.trim() != text;
        let draft = is_smaller.then_some(CommitmentDraft { text: smaller, goal, due, cue, action });
        (!is_known).then_some(Settlement { commitment: id, draft, verdict: Some(verdict), note: Some(note) })
    }
}

#[component]
fn CheckInForm(
    cycle: Cycle,
    me: Member,
    is_editing: RwSignal<bool>,
    problem: Problem,
    missing: RwSignal<Vec<CommitmentId>>,
) -> impl IntoView {
    let app = app();
    let draft = Draft::<Typed>::of(app, &format!("check-in/{cycle}~{}", me.id));
    let sent = app.circle().with_untracked(|circle| circle.check_in(cycle, &me.id).cloned());
    let form = Form::of(app, cycle, &me, &draft.load(app).unwrap_or_default(), sent.as_ref());
    let kept = StoredValue::new(draft);
    // The first run only tells what is tracked; what was typed is kept from the first change on.
    Effect::new(move |earlier: Option<Typed>| {
        let typed = form.typed();
        if earlier.is_some_and(|earlier| earlier != typed) {
            kept.with_value(|draft| draft.keep(app, &typed));
        }
        typed
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        problem.clear();
        missing.set(Vec::new());
        match app.dispatch(Command::CheckIn(check_in::Command::Send(form.draft(cycle)))) {
            Ok(undo) => {
                let typed = untrack(move || form.typed());
                let draft = kept.get_value();
                draft.clear(app);
                is_editing.set(false);
                let back = Arc::new(move || {
                    app.undo(&undo);
                    draft.keep(app, &typed);
                });
                app.say(words::SUBMITTED, Some(back));
                platform::focus_heading();
            }
            Err(refusal) => {
                missing.set(match &refusal {
                    Refusal::Unresolved(ids) => ids.clone(),
                    Refusal::CarryNeedsReason(id) | Refusal::CarryNeedsChange(id) => vec![id.clone()],
                    _ => Vec::new(),
                });
                problem.show(refusal);
            }
        }
    };
    let outcomes = form.outcomes.with_value(|outcomes| {
        outcomes.iter().cloned().map(|form| view! { <OutcomeFields form missing problem /> }).collect_view()
    });
    let has_outcomes = form.outcomes.with_value(|outcomes| !outcomes.is_empty());
    let name = me.name.clone();
    let is_change = sent.is_some();
    view! {
        <form class="stack" on:submit=submit novalidate>
            <header class="head">
                <p class="head__place">{move || when(app, cycle, &me)}</p>
                <h1 tabindex="-1">{words::heading(&name)}</h1>
                <p>{words::LEAD}</p>
            </header>
            <section class="card form" aria-label=words::OUTCOMES>
                {if has_outcomes { outcomes.into_any() } else { view! { <p class="quiet">{words::NO_COMMITMENTS}</p> }.into_any() }}
            </section>
            <section class="card form" aria-label=words::WEEK>
                <Area id="win" label=words::WIN example=words::WIN_EXAMPLE value=form.win problem field=Which::Win />
                <Area id="blocker" label=words::BLOCKER value=form.blocker is_optional=true problem field=Which::Blocker />
                <Area id="ask" label=words::ASK example=words::ASK_EXAMPLE value=form.ask is_optional=true problem field=Which::Ask />
                <fieldset class="outcome">
                    <legend>{words::CONFIDENCE} <small>{words::CONFIDENCE_HINT}</small></legend>
                    <Pick name="confidence" choices=(1..=5).map(|n| Choice::new(n.to_string(), n.to_string())).collect() value=form.confidence />
                </fieldset>
            </section>
            <NextWeek next=form.next problem />
            <When is=move || problem.elsewhere().is_some()>
                <p class="field__problem" role="alert">{move || problem.elsewhere()}</p>
            </When>
            <div class="row">
                <button class="btn" data-kind="main">{if is_change { words::SAVE } else { words::SUBMIT }}</button>
                {is_change.then(|| view! { <button type="button" class="btn" on:click=move |_| is_editing.set(false)>{action::CANCEL}</button> })}
            </div>
        </form>
    }
}

#[component]
fn OutcomeFields(form: OutcomeForm, missing: RwSignal<Vec<CommitmentId>>, problem: Problem) -> impl IntoView {
    let OutcomeForm { commitment, detail, outcome, note, smaller } = form;
    let id = commitment.id.clone();
    let demand = commitment.carry_demand();
    let is_missing = Memo::new(move |_| missing.with(|missing| missing.contains(&id)));
    let is_carrying = Memo::new(move |_| outcome.with(|outcome| outcome == Verdict::Carried.key()));
    let asks_why = Memo::new(move |_| outcome.with(|outcome| matches!(outcome.as_str(), "partial" | "missed")));
    let mut choices: Vec<_> =
        OUTCOMES.iter().map(|outcome| Choice::new(outcome.key(), promise::outcome(*outcome))).collect();
    if commitment.is_open() {
        choices.push(Choice::new(Verdict::Carried.key(), promise::CARRY));
    } else if let Some(outcome @ (Outcome::Renegotiated | Outcome::Dropped)) = commitment.outcome {
        choices.push(Choice::new(outcome.key(), promise::outcome(outcome)));
    }
    let times = commitment.carried.len();
    let key = commitment.id.to_string();
    let (why_id, note_id, smaller_id) = (format!("why-{key}"), format!("note-{key}"), format!("smaller-{key}"));
    let wanted = move || match outcome.with(String::is_empty) {
        true => Some(promise::OUTCOME.to_owned()),
        false => problem.at(Which::Note).or_else(|| problem.at(Which::Text)).or_else(|| problem.elsewhere()),
    };
    let wants_change = demand == CarryDemand::Change;
    let smaller_id = StoredValue::new(smaller_id);
    view! {
        <fieldset class="outcome" aria-invalid=move || is_missing.get().then_some("true") tabindex=move || if is_missing.get() { "-1" } else { "" }>
            <legend>
                <span dir="auto">{commitment.text.clone()}</span>
                <small dir="auto">{detail}</small>
                {(times > 0).then(|| view! { <span class="tag" data-kind="carried">{promise::carried(times)}</span> })}
            </legend>
            <Pick name=format!("outcome-{key}") choices value=outcome />
            <When is=move || is_carrying.get()>
                <Area id=why_id.clone() label=promise::REASON value=note hint=promise::demand(demand) />
                <When is=move || wants_change><Field id=smaller_id.get_value() label=promise::SMALLER value=smaller /></When>
            </When>
            <When is=move || asks_why.get()><Area id=note_id.clone() label=promise::NOTE value=note is_optional=true /></When>
            <When is=move || is_missing.get()><p class="field__problem">{wanted}</p></When>
        </fieldset>
    }
}

#[component]
fn NextWeek(next: RwSignal<Vec<NextLine>>, problem: Problem) -> impl IntoView {
    let app = app();
    let goals = goal_options(app);
    let add = move |_| {
        next.update(|next| {
            let number = next.iter().map(|(number, _)| *number + 1).max().unwrap_or(0);
            next.push((number, CommitmentForm::empty()));
        });
    };
    let is_several = Memo::new(move |_| next.with(|next| next.len() > 1));
    let is_many = Memo::new(move |_| next.with(|next| next.len() > crate::domain::SOFT_LIMIT));
    let line = move |(number, form): NextLine| {
        let remove = move |_| next.update(|next| next.retain(|(other, _)| *other != number));
        view! {
            <div class="next-line">
                <CommitmentFields id=format!("next-{number}") form goals label=words::NEXT problem />
                <When is=move || is_several.get()>
                    <button type="button" class="btn" data-kind="quiet" on:click=remove>{words::NEXT_REMOVE}</button>
                </When>
            </div>
        }
    };
    view! {
        <section class="card form" aria-label=words::NEXT_LEGEND>
            <For each=move || next.get() key=|(number, _)| *number children=line />
            <When is=move || is_many.get()><p class="lint">{promise::over_limit(next.with(Vec::len) - 1)}</p></When>
            <div class="row">
                <button type="button" class="btn" data-kind="small" on:click=add>
                    <Icon glyph=Glyph::Plus />
                    {words::NEXT_MORE}
                </button>
            </div>
        </section>
    }
}

/// What was sent, and what to do with it.
#[component]
fn Sent(cycle: Cycle, me: Member, is_editing: RwSignal<bool>) -> impl IntoView {
    let app = app();
    let (member, id) = (me.clone(), me.id.clone());
    let said = Memo::new(move |_| app.circle().with(|circle| circle.check_in(cycle, &id).cloned()));
    let owner = me.id.clone();
    let lists = Memo::new(move |_| {
        app.circle().with(|circle| {
            let row = |commitment: &Commitment, cycle| {
                let goal = commitment.goal.as_ref().and_then(|id| circle.goals.get(id)).map(|goal| goal.title.as_str());
                RowData::of(commitment, cycle, goal)
            };
            let of = |cycle: Cycle| {
                circle.commitments_in(&owner, cycle).into_iter().map(|c| row(c, cycle)).collect::<Vec<_>>()
            };
            (of(cycle), of(cycle.plus(1)))
        })
    });
    let rows = |rows: Vec<RowData>| {
        let row = |data: RowData| view! { <crate::ui::shared::commitment::CommitmentRow data=Signal::stored(data) /> };
        view! { <ul class="promises">{rows.into_iter().map(row).collect_view()}</ul> }
    };
    let part = |label: &'static str, read: fn(&CheckIn) -> String| {
        let value = move || said.with(|said| said.as_ref().map(read).filter(|text| !text.is_empty()));
        view! {
            <div class="told" data-state=move || if value().is_some() { "said" } else { "silent" }>
                <dt>{label}</dt>
                <dd dir="auto">{move || value().unwrap_or_else(|| words::NOT_SAID.to_owned())}</dd>
            </div>
        }
    };
    view! {
        <section class="stack">
            <header class="head">
                <p class="head__place">{move || when(app, cycle, &member)}</p>
                <h1 tabindex="-1">{words::done_heading(&me.name)}</h1>
            </header>
            <div class="card stack">
                {move || rows(lists.get().0)}
                <dl class="tellings">
                    {part(words::WIN, |said| said.win.clone())}
                    {part(words::BLOCKER, |said| said.blocker.clone())}
                    {part(words::ASK, |said| said.ask.clone())}
                    {part(words::CONFIDENCE, |said| said.confidence.map(|n| format!("{n} / 5")).unwrap_or_default())}
                </dl>
            </div>
            <When is=move || lists.with(|(_, next)| !next.is_empty())>
                <div class="card"><header class="card__head"><h2>{words::DONE_NEXT}</h2></header> {move || rows(lists.get().1)}</div>
            </When>
            <div class="row">
                <a class="btn" data-kind="main" href=Page::Share.href()>{words::DONE_SHARE}</a>
                <button type="button" class="btn" on:click=move |_| is_editing.set(true)>{words::DONE_EDIT}</button>
            </div>
        </section>
    }
}
