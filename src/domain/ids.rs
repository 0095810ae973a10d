//! Identities. Each is a short text that never changes and never holds a `/`.

use super::entity::id;

id! {
    /// One circle, the same on every device.
    CircleId;
    /// One person in one circle.
    MemberId;
    /// One season of a circle.
    SeasonId;
    /// One goal.
    GoalId;
    /// One progress entry of a goal.
    ProgressId;
    /// One commitment; it keeps its id however often it is carried.
    CommitmentId;
    /// One check-in: `<cycle>~<member>`, so that two devices of a member write the same one.
    CheckInId;
    /// One agenda item.
    AgendaId;
    /// One decision.
    DecisionId;
    /// One absence of a member.
    AbsenceId;
    /// One role; the default ones are called `lead`, `summarizer` and `tracker`.
    RoleId;
    /// One override of the rota: a swap, a cover, a claim, or a mark that a turn was served.
    OverrideId;
}
