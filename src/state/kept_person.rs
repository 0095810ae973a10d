//! Somebody who is in no circle yet, kept on this device as a draft: a candidate, or who holds the device.

use super::app::App;
use super::drafts::{Draft, Heard};
use super::signal::RwSignal;
use super::stored::StoredValue;
use crate::domain::{Answer, MemberId, NewProfile, Profile, Refusal, answered};
use crate::exchange::person;
use crate::platform::{self, BrowserZones};
use leptos::prelude::*;
use serde_json::{Value, json};

/// A person with their profile, and whom of a circle they are friends with.
#[derive(Clone, Copy)]
pub struct KeptPerson {
    app: App,
    draft: StoredValue<Draft<Value>>,
    said: RwSignal<Said>,
}

/// What is kept of a person.
#[derive(Clone, PartialEq, Debug)]
struct Said {
    person: NewProfile,
    friends: Vec<MemberId>,
}

impl KeptPerson {
    /// Whoever is tried in the open circle.
    pub fn candidate(app: App) -> Self {
        Self::of(app, Draft::of(app, "candidate"))
    }

    /// Who holds this device, before any circle.
    pub fn myself(app: App) -> Self {
        Self::of(app, Draft::of_device("myself"))
    }

    fn of(app: App, draft: Draft<Value>) -> Self {
        let said = RwSignal::new(Said::read(&draft.load(app).unwrap_or_default()));
        let kept = Self { app, draft: StoredValue::new(draft.clone()), said };
        draft.follow(app, move |heard| {
            let value = match heard {
                Heard::Typed(value) => value,
                Heard::Gone => Value::Null,
                // Somebody emptied the whole storage: what is on the screen is kept again.
                Heard::Cleared => {
                    return untrack(|| {
                        if kept.is_there() {
                            kept.keep()
                        }
                    });
                }
            };
            let said = Said::read(&value);
            if kept.said.try_with_untracked(|known| *known != said) == Some(true) {
                kept.said.set(said);
            }
        });
        kept
    }

    /// What they said of themselves; tracked.
    pub fn profile(self) -> Profile {
        self.said.with(|said| said.person.profile.clone())
    }

    /// Which members they are friends with; tracked.
    pub fn friends(self) -> Vec<MemberId> {
        self.said.with(|said| said.friends.clone())
    }

    /// Whether anything is known of them; tracked.
    pub fn is_there(self) -> bool {
        self.said.with(|said| *said != Said::read(&Value::Null))
    }

    /// Takes an answer.
    ///
    /// # Errors
    /// [`Refusal`] where the circle would not take it either.
    pub fn answer(self, answer: Answer) -> Result<(), Refusal> {
        let profile = self.said.with_untracked(|said| said.person.profile.clone());
        let profile = answered(profile, answer, &BrowserZones, platform::now())?;
        self.change(|said| said.person.profile = profile);
        Ok(())
    }

    /// Says whether they and `member` are friends; the other way round than before.
    pub fn turn_friend(self, member: &MemberId) {
        self.change(|said| match said.friends.iter().position(|known| known == member) {
            Some(place) => drop(said.friends.remove(place)),
            None => said.friends.push(member.clone()),
        });
    }

    /// Forgets them.
    pub fn forget(self) {
        self.said.set(Said::read(&Value::Null));
        self.draft.with_value(|draft| draft.clear(self.app));
    }

    fn change(self, change: impl FnOnce(&mut Said)) {
        self.said.update(change);
        self.keep();
    }

    fn keep(self) {
        let value = self.said.with_untracked(Said::write);
        // A storage that refuses it says so where it is said of everything.
        self.draft.with_value(|draft| draft.keep(self.app, &value));
    }
}

impl Said {
    fn write(&self) -> Value {
        let friends: Vec<_> = self.friends.iter().map(MemberId::as_str).collect();
        json!({ "person": person::write(&self.person), "friends": friends })
    }

    fn read(value: &Value) -> Self {
        let friends = value.get("friends").and_then(Value::as_array).into_iter().flatten();
        Self {
            person: person::read(value.get("person").unwrap_or(&Value::Null)),
            friends: friends.filter_map(Value::as_str).map(MemberId::new).collect(),
        }
    }
}
