//! Whose an item is: by the name in its line, its sender, and the headings above it.

use super::item::{NotTaken, NoteItem};
use super::make::NoteMaker;
use super::task::TaskWords;
use crate::domain::{MemberId, OfferOwner};
use crate::exchange::intake::{IntakeChoice, IntakeKey, IntakeReason};

impl NoteMaker<'_> {
    /// Whose the item is, what that is known by in the text, and the words without the name.
    pub(super) fn owner(
        &mut self,
        item: &NoteItem,
        words: &TaskWords,
    ) -> Result<(OfferOwner, String, String), NotTaken> {
        if let Some((id, said)) = words.named.as_ref().and_then(|(name, said)| Some(((self.member)(name)?, said))) {
            return Ok((OfferOwner::Id(id.clone()), id.to_string(), said.clone()));
        }
        let text = words.text.clone();
        if let Some(name) = &item.sender {
            return Ok((self.person(item.line, name)?, name.to_string(), text));
        }
        let id = match &item.scope.owner {
            Some(owner) => owner.clone(),
            None => self.reader(&text)?,
        };
        Ok((OfferOwner::Id(id.clone()), id.to_string(), text))
    }

    /// Whoever the text calls `name`.
    fn person(&mut self, line: usize, name: &str) -> Result<OfferOwner, NotTaken> {
        if let Some(id) = (self.member)(name) {
            return Ok(OfferOwner::Id(id));
        }
        let key = IntakeKey::Person(name.to_owned());
        let roster = self.setting.present.circle.roster();
        let members = roster.into_iter().map(|member| IntakeChoice::Member(member.id.clone()));
        let choices = || members.chain([IntakeChoice::NewMember, IntakeChoice::Nothing]).collect();
        match self.inquiry.ask((&key, name), "", choices, None) {
            Some(IntakeChoice::Member(id)) => Ok(OfferOwner::Id(id)),
            Some(IntakeChoice::NewMember) => {
                self.join(line, name);
                Ok(OfferOwner::Named(name.to_owned()))
            }
            Some(_) => Err(NotTaken::LeftOut(IntakeReason::NotWanted)),
            None => Err(NotTaken::Waits(key)),
        }
    }

    /// Whose the lines are that name nobody: whoever opens the text, unless they say otherwise.
    fn reader(&mut self, sample: &str) -> Result<MemberId, NotTaken> {
        let roster = self.setting.present.circle.roster();
        let choices = || roster.into_iter().map(|member| IntakeChoice::Member(member.id.clone())).collect();
        let decided = self.setting.me.cloned().map(IntakeChoice::Member);
        match self.inquiry.ask((&IntakeKey::Owner(0), ""), sample, choices, decided) {
            Some(IntakeChoice::Member(id)) => Ok(id),
            _ => Err(NotTaken::Waits(IntakeKey::Owner(0))),
        }
    }
}
