//! Skills: typed, chosen among the circle's own words, taken away again.

use super::buttons::buttons;
use super::whose::Whose;
use super::words;
use crate::domain::{Answer, Field as Which, KnownWord, SkillSet, SkillSide, skill_key};
use crate::platform;
use crate::state::Memo;
use crate::ui::ask::{Entry, Kept};
use crate::ui::components::{Elsewhere, Field, Form, Glyph, Icon, Problem, When, live};
use crate::ui::markup::view;
use leptos::prelude::*;

/// Most words of the circle that are offered at once.
const HINTS: usize = 8;
const FIELD: &str = "profile-skill";

/// The words in a field that holds one a line.
fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

/// What was typed and what of it is chosen, one skill a line.
#[derive(Clone, Copy)]
struct SkillEntries {
    chosen: Entry,
    typed: Entry,
}

impl SkillEntries {
    fn add(self, word: &str) {
        let word = word.split_whitespace().collect::<Vec<_>>().join(" ");
        if !word.is_empty() && !self.has(&word) {
            self.chosen.typed.update(|text| {
                let gap = if text.is_empty() { "" } else { "\n" };
                *text = format!("{text}{gap}{word}");
            });
        }
        self.typed.clear();
    }

    fn has(self, word: &str) -> bool {
        self.chosen.typed.with(|text| text.lines().any(|known| skill_key(known) == skill_key(word)))
    }

    fn take_away(self, word: &str) {
        self.chosen.typed.update(|text| {
            let kept: Vec<_> = text.lines().filter(|known| *known != word).collect();
            *text = kept.join("\n");
        });
        platform::focus_near(FIELD);
    }

    /// What changed since the form was opened.
    fn changes(self, opening: &[String]) -> Vec<(String, bool)> {
        untrack(|| self.add(&self.typed.text()));
        let now = lines(&self.chosen.text());
        let added = now.iter().filter(|word| !opening.contains(word)).map(|word| (word.clone(), true));
        let dropped = opening.iter().filter(|word| !now.contains(word)).map(|word| (word.clone(), false));
        dropped.chain(added).collect()
    }
}

/// The form for one side.
#[component]
pub fn SkillForm(side: SkillSide, whose: Whose, known: Memo<Vec<KnownWord>>, go_on: Callback<()>) -> AnyView {
    let said = whose.profile().with_untracked(|profile| {
        let set: &SkillSet = match side {
            SkillSide::Offers => &profile.offers,
            SkillSide::Wants => &profile.wants,
        };
        set.words().into_iter().map(str::to_owned).collect::<Vec<_>>()
    });
    let entries = SkillEntries { chosen: Entry::of(said.join("\n")), typed: Entry::empty() };
    let problem = Problem::none();
    let subject = format!("profile/{}/{side:?}", whose.key());
    let on_done = Kept::of(&subject, &[entries.chosen, entries.typed]).until(go_on);
    let save = whose.answering(problem, on_done, move || Ok(Answer::Skills(side, entries.changes(&said))));
    // Enter takes what is typed; a second one, with nothing typed, saves.
    let on_submit = Callback::new(move |()| match entries.typed.text().trim() {
        "" => save.run(()),
        word => entries.add(word),
    });
    view! {
        <Form problem on_submit>
            <Chosen entries />
            <div class="inline">
                <Field id=FIELD label=words::skill_field(side) value=entries.typed.typed problem field=Which::Skill />
                <button class="btn">{words::ADD}</button>
            </div>
            <Hints entries known />
            <Elsewhere problem />
            {buttons(Some(save), go_on)}
        </Form>
    }
    .into_any()
}

/// What is chosen so far, each with the way to take it away.
#[component]
fn Chosen(entries: SkillEntries) -> AnyView {
    let chip = move |word: String| {
        let (own, label) = (word.clone(), words::take_away(&word));
        view! {
            <li>
                <button type="button" class="chip profile-chosen" aria-label=label on:click=move |_| entries.take_away(&own)>
                    <bdi>{word}</bdi>
                    <Icon glyph=Glyph::Close />
                </button>
            </li>
        }
    };
    let list = move || entries.chosen.typed.with(|text| lines(text)).into_iter().map(chip).collect_view();
    view! {
        <When is=move || entries.chosen.typed.with(|text| !text.is_empty())>
            <ul class="chip-list" aria-label=words::CHOSEN>{live(list)}</ul>
        </When>
    }
    .into_any()
}

/// The circle's words that begin or go on as what is typed.
#[component]
fn Hints(entries: SkillEntries, known: Memo<Vec<KnownWord>>) -> AnyView {
    let found = Memo::new(move |_| {
        let typed = skill_key(&entries.typed.typed.get());
        let mut found: Vec<String> = Vec::new();
        known.with(|known| {
            for KnownWord { word, .. } in known {
                let key = skill_key(word);
                let is_new = !entries.has(word) && !found.iter().any(|other| skill_key(other) == key);
                if is_new && key.contains(&typed) && found.len() < HINTS {
                    found.push(word.clone());
                }
            }
        });
        found
    });
    let chip = move |word: String| {
        let (own, label) = (word.clone(), words::add(&word));
        let take = move |_| {
            entries.add(&own);
            platform::focus_near(FIELD);
        };
        view! { <li><button type="button" class="chip" dir="auto" aria-label=label on:click=take>{word}</button></li> }
    };
    view! {
        <When is=move || !found.with(Vec::is_empty)>
            <div class="profile-hints">
                <p class="field__hint">{words::KNOWN_WORDS}</p>
                <ul class="chip-list" aria-label=words::KNOWN_WORDS>{live(move || found.get().into_iter().map(chip).collect_view())}</ul>
            </div>
        </When>
    }
    .into_any()
}
