//! Whose profile is asked about, and where the answers go.

use super::words;
use crate::domain::{
    Answer, Circle, Command, KnownWord, MemberId, Mix, Profile, Refusal, SkillCount, known_words, profile,
};
use crate::state::{App, KeptPerson, Memo};
use crate::ui::ask::{Request, submit};
use crate::ui::components::Problem;
use crate::ui::context::app;
use leptos::prelude::*;

/// Whose profile it is.
#[derive(Clone, Copy)]
pub enum Whose {
    /// The member's who holds the device.
    Mine,
    /// Who holds the device, before any circle.
    MineAlone(KeptPerson),
    /// Somebody's who is only tried.
    Theirs(KeptPerson),
}

impl Whose {
    /// What they said so far.
    pub fn profile(self) -> Memo<Profile> {
        let app = app();
        Memo::new(move |_| match self {
            Self::Mine => mine(app),
            Self::MineAlone(kept) | Self::Theirs(kept) => kept.profile(),
        })
    }

    /// A word that tells half-written answers of one from those of another.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::MineAlone(_) => "alone",
            Self::Theirs(_) => "theirs",
        }
    }

    /// Whether the questions speak of somebody else.
    pub const fn is_about_others(self) -> bool {
        matches!(self, Self::Theirs(_))
    }

    /// What a form does on submit: the answer goes to the circle or to the draft, a refusal to where it belongs.
    pub fn answering(
        self,
        problem: Problem,
        on_done: Callback<()>,
        answer: impl Fn() -> Result<Answer, Refusal> + Send + Sync + 'static,
    ) -> Callback<()> {
        match self {
            Self::Mine => submit(problem, on_done, move || {
                let command = Command::from(profile::Command::Answer(answer()?));
                Ok(Some(Request::new(command, words::SAVED)))
            }),
            Self::MineAlone(kept) | Self::Theirs(kept) => Callback::new(move |()| {
                problem.clear();
                match answer().and_then(|answer| kept.answer(answer)) {
                    Ok(()) => on_done.run(()),
                    Err(refusal) => problem.show(refusal),
                }
            }),
        }
    }
}

fn mine(app: App) -> Profile {
    app.circle()
        .with(|circle| app.me.with(|me| me.as_ref().map(|me| circle.profile_of(me))))
        .unwrap_or_else(|| Profile::of(MemberId::new("")))
}

/// The circle's own words for skills, those first that most members say.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct CircleWords {
    /// What others want and offer, to help somebody say what they can help with.
    pub to_offer: Vec<KnownWord>,
    /// What others offer and want, to help somebody say what they want.
    pub to_want: Vec<KnownWord>,
}

impl CircleWords {
    /// Of circles that somebody is invited to.
    pub fn of_mixes<'a>(mixes: impl IntoIterator<Item = &'a Mix>) -> Self {
        let known = |one: &SkillCount| KnownWord { word: one.word.clone(), count: one.members };
        let mut words = Self::default();
        for mix in mixes {
            words.to_offer.extend(mix.wants.iter().chain(&mix.offers).map(known));
            words.to_want.extend(mix.offers.iter().chain(&mix.wants).map(known));
        }
        words
    }

    /// Of all members but `me`.
    pub fn of(circle: &Circle, me: Option<&MemberId>) -> Self {
        let others = circle.roster().into_iter().filter(|member| Some(&member.id) != me);
        let profiles: Vec<_> = others.filter_map(|member| circle.profiles.get(&member.id)).cloned().collect();
        let profiles = || profiles.iter().map(|profile| &**profile);
        let offered = known_words(profiles(), |profile| profile.offers.words());
        let wanted = known_words(profiles(), |profile| profile.wants.words());
        Self {
            to_offer: wanted.iter().chain(&offered).cloned().collect(),
            to_want: offered.into_iter().chain(wanted).collect(),
        }
    }
}
