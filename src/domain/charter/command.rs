//! Writing a version of the charter, signing it, and taking either back.

use super::{CharterId, CharterPart, CharterTerms, CharterVersion, Signature};
use crate::domain::checks::{optional_line, text};
use crate::domain::context::Context;
use crate::domain::entity::Collection;
use crate::domain::member::{MemberId, new_member};
use crate::domain::records::{Circle, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::time::Timestamp;

/// Most rules that a charter has; whoever pastes a handbook is told so.
pub const NORMS_MAX: usize = 40;

/// What can be done about the charter.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// Writes a version, edited from another one or afresh, and signs it.
    Write {
        /// The version that was edited.
        based_on: Option<CharterId>,
        /// All that the new one says.
        terms: Box<CharterTerms>,
        /// Names of people to add to the circle, as an agreement that is taken over lists them.
        people: Vec<String>,
    },
    /// Signs a version.
    Sign(CharterId),
    /// Withdraws one's own signature.
    Unsign(CharterId),
    /// Takes a version of one's own back that nobody else has signed.
    TakeBack(CharterId),
}

/// Applies `command`.
pub(in crate::domain) fn decide(
    circle: &Circle,
    command: Command,
    ctx: &mut Context<'_>,
) -> Result<Vec<Record>, Refusal> {
    match command {
        Command::Write { based_on, terms, people } => write(circle, based_on, *terms, people, ctx),
        Command::Sign(id) => {
            let version = version(circle, &id)?.id.clone();
            Ok(vec![Record::Signature(signature(circle, version, &ctx.me()?, ctx.now))])
        }
        Command::Unsign(id) => {
            let me = ctx.me()?;
            let signed = circle.signatures.get(&Signature::id_of(&id, &me)).ok_or(Refusal::Gone("signature"))?;
            Ok(vec![Record::Signature(Signature { withdrawn_at: Some(ctx.now), ..(**signed).clone() })])
        }
        Command::TakeBack(id) => {
            let version = version(circle, &id)?;
            let me = ctx.me()?;
            if version.by.as_ref() != Some(&me) {
                return Err(Refusal::SomebodyElses);
            }
            if circle.signers(&id).into_iter().any(|member| member.id != me) {
                return Err(Refusal::Signed);
            }
            Ok(vec![Record::Charter(CharterVersion { deleted_at: Some(ctx.now), ..version.clone() })])
        }
    }
}

fn write(
    circle: &Circle,
    based_on: Option<CharterId>,
    terms: CharterTerms,
    people: Vec<String>,
    ctx: &mut Context<'_>,
) -> Result<Vec<Record>, Refusal> {
    let me = ctx.me()?;
    let terms = checked(terms)?;
    if terms.is_empty() {
        return Err(Refusal::Empty(Field::Charter(CharterPart::Purpose)));
    }
    let base = based_on.as_ref().map(|id| version(circle, id)).transpose()?;
    // Whatever the clocks say, a version comes after the one that it was made of.
    let written_at = base.map_or(ctx.now, |base| ctx.now.max(base.written_at.plus(1)));
    let id = CharterId::new(&ctx.id());
    let signed = signature(circle, id.clone(), &me, written_at);
    let version = CharterVersion { id, based_on, terms, by: Some(me), written_at, deleted_at: None };
    let mut records = vec![Record::Charter(version), Record::Signature(signed)];
    let mut grown = circle.clone();
    for (place, name) in (0_i64..).zip(people) {
        let mut member = new_member(&grown, &name, ctx)?;
        // Milliseconds apart, so that the roster keeps the order in which people were named.
        member.joined_at = ctx.now.plus(place);
        grown.members.put(member.clone());
        records.push(Record::Member(member));
    }
    Ok(records)
}

/// The signature of `version` by `me`, later than whatever else they signed.
fn signature(circle: &Circle, version: CharterId, me: &MemberId, now: Timestamp) -> Signature {
    let others = circle.signatures.values().filter(|other| other.member == *me);
    let last = others.map(|other| other.signed_at.plus(1)).max();
    let (id, member) = (Signature::id_of(&version, me), me.clone());
    Signature { id, version, member, signed_at: last.map_or(now, |last| last.max(now)), withdrawn_at: None }
}

/// The version called `id`, unless it was taken back.
fn version<'a>(circle: &'a Circle, id: &CharterId) -> Result<&'a CharterVersion, Refusal> {
    let found = circle.charters.get(id).filter(|version| version.deleted_at.is_none());
    found.map(|version| &**version).ok_or(Refusal::Gone("charter"))
}

fn checked(terms: CharterTerms) -> Result<CharterTerms, Refusal> {
    let mut kept = CharterTerms { focus: terms.focus, ..CharterTerms::default() };
    kept.focus_words = optional_line(Field::FocusWords, &terms.focus_words)?;
    for part in CharterPart::ALL {
        *kept.text_mut(part) = text(Field::Charter(part), terms.text(part))?;
    }
    for norm in &terms.norms {
        let norm = text(Field::Norms, &norm.split_whitespace().collect::<Vec<_>>().join(" "))?;
        kept.norms.extend(Some(norm).filter(|norm| !norm.is_empty()));
    }
    if kept.norms.len() > NORMS_MAX {
        return Err(Refusal::TooManyNorms(NORMS_MAX));
    }
    Ok(kept)
}
