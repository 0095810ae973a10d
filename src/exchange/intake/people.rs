//! Who the people of a text are: members of the circle, somebody new, or nobody that is known yet.

use super::{IntakeAnswers, IntakeChoice, IntakeKey, IntakeQuestion, IntakeSetting};
use crate::domain::{Identity, MemberId, Offer, OfferOwner, Offered, OfferedMember, folded};
use std::collections::BTreeMap;

/// How many samples a question shows.
const SAMPLES: usize = 2;

/// The people whom a text names, and what is asked about them.
pub struct IntakePeople<'a> {
    setting: IntakeSetting<'a>,
    answers: &'a IntakeAnswers,
    members: BTreeMap<String, MemberId>,
    questions: BTreeMap<String, IntakeQuestion>,
    new: BTreeMap<String, Offer>,
}

/// Whose a row is.
#[derive(Clone, PartialEq, Debug)]
pub enum PersonFound {
    /// That person's.
    Owner(OfferOwner),
    /// Nobody knows before the question is answered.
    Asked(IntakeKey),
    /// Somebody's whose rows are left out.
    NotWanted,
}

impl<'a> IntakePeople<'a> {
    /// Nobody yet.
    pub fn new(setting: IntakeSetting<'a>, answers: &'a IntakeAnswers) -> Self {
        let circle = setting.present.circle;
        let mut members = BTreeMap::new();
        for member in circle.former().into_iter().chain(circle.roster()) {
            members.insert(folded(&member.name), member.id.clone());
        }
        Self { setting, answers, members, questions: BTreeMap::new(), new: BTreeMap::new() }
    }

    /// The member who has this name.
    pub fn member(&self, name: &str) -> Option<&MemberId> {
        self.members.get(&folded(name))
    }

    /// Who `name` is, on a `line` that says `sample` beside it.
    pub fn called(&mut self, name: &str, line: usize, sample: &str) -> PersonFound {
        if let Some(member) = self.member(name) {
            return PersonFound::Owner(OfferOwner::Id(member.clone()));
        }
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let key = IntakeKey::Person(name.clone());
        let answer = self.answers.get(&key).cloned().or_else(|| self.nearest(&name).map(IntakeChoice::Member));
        self.ask(&name, answer.clone(), sample);
        match answer {
            Some(IntakeChoice::Member(id)) => PersonFound::Owner(OfferOwner::Id(id)),
            Some(IntakeChoice::NewMember) => {
                self.bring(&name, line);
                PersonFound::Owner(OfferOwner::Named(name))
            }
            Some(IntakeChoice::Nothing) => PersonFound::NotWanted,
            _ => PersonFound::Asked(key),
        }
    }

    /// The only member who is called like the first part of `name`, or the other way round: a guess that is shown. Of
    /// several people in one cell none is the nearest.
    fn nearest(&self, name: &str) -> Option<MemberId> {
        let wanted = folded(name);
        if is_several(&wanted) {
            return None;
        }
        let begins = |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '));
        let mut near = self.members.iter().filter(|(known, _)| begins(known, &wanted) || begins(&wanted, known));
        let first = near.next()?.1.clone();
        near.next().is_none().then_some(first)
    }

    fn ask(&mut self, name: &str, chosen: Option<IntakeChoice>, sample: &str) {
        let roster = self.setting.present.circle.roster();
        let question = self.questions.entry(folded(name)).or_insert_with(|| {
            let mut choices: Vec<IntakeChoice> =
                roster.into_iter().map(|member| IntakeChoice::Member(member.id.clone())).collect();
            choices.extend([IntakeChoice::NewMember, IntakeChoice::Nothing]);
            let key = IntakeKey::Person(name.to_owned());
            IntakeQuestion { key, label: name.to_owned(), samples: Vec::new(), choices, chosen }
        });
        if !sample.is_empty() && question.samples.len() < SAMPLES {
            question.samples.push(sample.to_owned());
        }
    }

    fn bring(&mut self, name: &str, line: usize) {
        let key = folded(name);
        self.new.entry(key.clone()).or_insert_with(|| Offer {
            line,
            heading: String::new(),
            identity: Identity::Key(format!("person/{key}")),
            content: Offered::Member(OfferedMember { name: name.to_owned(), ..OfferedMember::default() }),
        });
    }

    /// Whose the rows of table `number` are that name nobody: who opens the text, unless it is answered otherwise.
    pub fn owner_of(&self, number: usize) -> PersonFound {
        let key = IntakeKey::Owner(number);
        match self.answers.get(&key) {
            Some(IntakeChoice::Member(id)) => PersonFound::Owner(OfferOwner::Id(id.clone())),
            Some(IntakeChoice::Nothing) => PersonFound::NotWanted,
            _ => match self.setting.me {
                Some(me) => PersonFound::Owner(OfferOwner::Id(me.clone())),
                None => PersonFound::Asked(key),
            },
        }
    }

    /// The question behind [`Self::owner_of`].
    pub fn owner_question(&self, number: usize, label: &str) -> IntakeQuestion {
        let roster = self.setting.present.circle.roster();
        let mut choices: Vec<IntakeChoice> =
            roster.into_iter().map(|member| IntakeChoice::Member(member.id.clone())).collect();
        choices.push(IntakeChoice::Nothing);
        let chosen = match self.owner_of(number) {
            PersonFound::Owner(OfferOwner::Id(id)) => Some(IntakeChoice::Member(id)),
            PersonFound::NotWanted => Some(IntakeChoice::Nothing),
            PersonFound::Owner(OfferOwner::Named(_)) | PersonFound::Asked(_) => None,
        };
        IntakeQuestion { key: IntakeKey::Owner(number), label: label.to_owned(), samples: Vec::new(), choices, chosen }
    }

    /// The questions about people, and those who come in with the text.
    pub fn finish(self) -> (Vec<IntakeQuestion>, Vec<Offer>) {
        (self.questions.into_values().collect(), self.new.into_values().collect())
    }
}

/// Whether `names`, in lower case, joins several people.
fn is_several(names: &str) -> bool {
    const BETWEEN: [&str; 9] = ["and", "und", "et", "y", "e", "with", "mit", "avec", "con"];
    let words: Vec<_> = names.split_whitespace().collect();
    let between = words.get(1..words.len().saturating_sub(1)).unwrap_or_default();
    names.contains(['&', '+', '/', ',', ';']) || between.iter().any(|word| BETWEEN.contains(word))
}
