//! What members agree on about turns.

use super::{Action, Override, OverrideId, OverrideKind, Rota, TurnId, rota};
use crate::domain::Arrange;
use crate::domain::context::Context;
use crate::domain::member::MemberId;
use crate::domain::present::Present;
use crate::domain::records::Circle;
use crate::domain::refusal::Refusal;

/// The rota as it is now, for commands about turns.
fn rota_now(present: Present<'_>) -> Rota {
    rota(present.circle, present.zones, present.cycle(), &present.circle.skips())
}

fn allowed(circle: &Circle, turn: &TurnId, ctx: &Context<'_>) -> Result<(MemberId, Vec<Action>), Refusal> {
    let me = ctx.me()?;
    let actions = rota_now(ctx.present(circle)).actions(ctx.present(circle), &me, turn);
    Ok((me, actions))
}

/// An offer, a request, a claim or a mark by the acting member.
pub(super) fn act(
    circle: &Circle,
    turn: TurnId,
    kind: OverrideKind,
    ctx: &mut Context<'_>,
) -> Result<Override, Refusal> {
    let (by, actions) = allowed(circle, &turn, ctx)?;
    let is_allowed = actions.iter().any(|action| match (&kind, action) {
        (OverrideKind::Swap { with, theirs }, Action::OfferSwap(candidates)) => {
            candidates.iter().any(|(who, id)| who == with && id == theirs)
        }
        (OverrideKind::Cover, Action::AskCover)
        | (OverrideKind::Claim, Action::Claim)
        | (OverrideKind::Served, Action::MarkServed) => true,
        _ => false,
    });
    if !is_allowed {
        return Err(Refusal::TurnMoved(turn));
    }
    let id = OverrideId::new(&ctx.id());
    let (made_at, takes) = (ctx.now, Vec::new());
    Ok(Override { id, turn, kind, by, made_at, takes, cancelled_at: None })
}

/// Takes an offer or request.
pub(super) fn take(circle: &Circle, id: &OverrideId, ctx: &Context<'_>) -> Result<Override, Refusal> {
    let found = circle.overrides.get(id).ok_or(Refusal::Gone("override"))?;
    let (me, actions) = allowed(circle, &found.turn, ctx)?;
    if !actions.contains(&Action::Take(id.clone())) {
        return Err(Refusal::TurnMoved(found.turn.clone()));
    }
    let mut one = (**found).clone();
    one.takes.retain(|(who, _)| who != &me);
    // After it was made, also where this clock is behind the other.
    one.takes.push((me, ctx.now.max(one.made_at)));
    one.takes.arrange();
    Ok(one)
}

/// Takes an override back.
pub(super) fn cancel(circle: &Circle, id: &OverrideId, ctx: &Context<'_>) -> Result<Override, Refusal> {
    let found = circle.overrides.get(id).ok_or(Refusal::Gone("override"))?;
    let (_, mut actions) = allowed(circle, &found.turn, ctx)?;
    if let OverrideKind::Swap { theirs, .. } = &found.kind {
        actions.extend(allowed(circle, theirs, ctx)?.1);
    }
    if !actions.contains(&Action::Cancel(id.clone())) {
        return Err(Refusal::TurnMoved(found.turn.clone()));
    }
    let latest = found.takes.iter().map(|(_, at)| *at).chain([found.made_at, ctx.now]).max();
    Ok(Override { cancelled_at: latest, ..(**found).clone() })
}
