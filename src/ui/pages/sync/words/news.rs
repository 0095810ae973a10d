//! What came in, in words.

use crate::domain::{
    AimNews, CharterNews, FeedbackNews, Happening, ProfileNews, Response, RotaNews, SaidTie, SeasonNews, SessionNews,
};
use crate::ui::shared::commitment::words as commitment;
use crate::ui::shared::goal::words as goals;
use crate::ui::shared::reply::words as replies;
use crate::ui::text::time::day;

/// One thing that came in, told of whoever it is about.
pub fn happening(what: &Happening) -> String {
    match what {
        Happening::CircleChanged => "name, purpose or rhythm changed".to_owned(),
        Happening::WeekSkipped(cycle) => format!("pauses in the week of {}", day(cycle.first_day())),
        Happening::WeekResumed(cycle) => format!("does not pause in the week of {} after all", day(cycle.first_day())),
        Happening::SessionMoved(cycle) => format!("meets at another time in the week of {}", day(cycle.first_day())),
        Happening::Joined => "joined".to_owned(),
        Happening::Left => "left the circle".to_owned(),
        Happening::Returned => "is back".to_owned(),
        Happening::Introduced => "changed name or focus".to_owned(),
        Happening::CheckedIn(cycle) => format!("checked in for the week of {}", day(cycle.first_day())),
        Happening::CheckInChanged(cycle) => format!("changed the check-in of {}", day(cycle.first_day())),
        Happening::GoalSet(title) => format!("set the goal “{title}”"),
        Happening::GoalClosed(title, how) => format!("goal {}: “{title}”", goals::closing(*how)),
        Happening::GoalChanged(title) => format!("changed the goal “{title}”"),
        Happening::GoalDeleted(title) => format!("deleted the goal “{title}”"),
        Happening::Progressed { goal, amount } => format!("{} on “{goal}”", goals::amount(amount)),
        Happening::Reply(reply) => format!("{} “{}”", replies::happened(reply.kind), reply.commitment),
        Happening::Committed(text) => format!("committed to “{text}”"),
        Happening::Resolved(text, how) => format!("{}: “{text}”", commitment::outcome(*how)),
        Happening::Carried(text) => format!("carried over “{text}”"),
        Happening::CommitmentChanged(text) => format!("changed “{text}”"),
        Happening::CommitmentDeleted(text) => format!("deleted “{text}”"),
        Happening::Session(what) => session_news(what),
        Happening::Charter(what) => charter_news(*what).to_owned(),
        Happening::Aim(what) => aim_news(what),
        Happening::Season(what) => season_news(what),
        Happening::Feedback(what) => feedback_news(what),
        Happening::Profile(what) => profile_news(what),
        Happening::Rota(what) => rota_news(what),
    }
}

/// News about a session, its agenda, a decision or a digest.
fn session_news(what: &SessionNews) -> String {
    match what {
        SessionNews::Started(cycle) => format!("started the session of {}", day(cycle.first_day())),
        SessionNews::Ended(cycle) => format!("ended the session of {}", day(cycle.first_day())),
        SessionNews::Changed(cycle) => format!("added to the session of {}", day(cycle.first_day())),
        SessionNews::ItemAdded(title) => format!("brought “{title}” to the agenda"),
        SessionNews::ItemDone(title) => format!("finished on the agenda: “{title}”"),
        SessionNews::ItemChanged(title) => format!("changed on the agenda: “{title}”"),
        SessionNews::ItemDropped(title) => format!("dropped from the agenda: “{title}”"),
        SessionNews::Decided(text) => format!("decided “{text}”"),
        SessionNews::DecisionClosed(text) => format!("closed the decision “{text}”"),
        SessionNews::DecisionChanged(text) => format!("changed the decision “{text}”"),
        SessionNews::DigestPublished(cycle) => format!("published the digest of {}", day(cycle.first_day())),
    }
}

/// News about the charter.
const fn charter_news(what: CharterNews) -> &'static str {
    match what {
        CharterNews::Written => "wrote a charter",
        CharterNews::Proposed => "proposes another version of the charter",
        CharterNews::TakenBack => "took a version of the charter back",
        CharterNews::Signed => "signed the charter",
        CharterNews::Unsigned => "withdrew a signature of the charter",
    }
}

/// News about the shared aim.
fn aim_news(what: &AimNews) -> String {
    match what {
        AimNews::Set(title) => format!("has a shared aim: “{title}”"),
        AimNews::Changed(title) => format!("the shared aim changed: “{title}”"),
        AimNews::Closed(title, how) => format!("shared aim {}: “{title}”", goals::closing(*how)),
        AimNews::Deleted(title) => format!("the shared aim “{title}” was deleted"),
        AimNews::Progressed { aim, amount } => format!("{} on the shared aim “{aim}”", goals::amount(amount)),
    }
}

/// News about the end of a season.
fn season_news(what: &SeasonNews) -> String {
    match what {
        SeasonNews::LookedBack => "looked back at the season".to_owned(),
        SeasonNews::Thanked(Some(name)) => format!("thanks {name}"),
        SeasonNews::Thanked(None) => "thanks all of you".to_owned(),
        SeasonNews::Stays => "goes on in the next season".to_owned(),
        SeasonNews::Leaves => "leaves at the end of the season".to_owned(),
        SeasonNews::Begun(cycle) => format!("the next season begins in the week of {}", day(cycle.first_day())),
    }
}

/// News about who somebody is.
fn profile_news(what: &ProfileNews) -> String {
    match what {
        ProfileNews::Said => "said more about themselves".to_owned(),
        ProfileNews::Tied(name, SaidTie::Friend) => format!("is friends with {name}"),
        ProfileNews::Tied(name, SaidTie::Colleague) => format!("works with {name}"),
        ProfileNews::Tied(name, SaidTie::ReportsToThem) => format!("reports to {name}"),
        ProfileNews::Tied(name, SaidTie::ReportsToMe) => format!("leads {name}"),
        ProfileNews::Tied(name, SaidTie::New) => format!("had not met {name} before"),
        ProfileNews::Untied(name) => format!("no longer says how they know {name}"),
    }
}

/// News about feedback.
fn feedback_news(what: &FeedbackNews) -> String {
    match what {
        FeedbackNews::Asked(name, question) => format!("asks {name} for feedback: “{question}”"),
        FeedbackNews::RequestChanged(name, _) => format!("the question to {name} changed"),
        FeedbackNews::Gave(name) => format!("gave {name} feedback"),
        FeedbackNews::Thanked(name) => format!("thanked {name} for feedback"),
        FeedbackNews::Responded(name, Response::Act) => format!("acts on {name}'s feedback"),
        FeedbackNews::Responded(name, Response::KeepInMind) => format!("keeps {name}'s feedback in mind"),
        FeedbackNews::Responded(name, Response::Discuss) => format!("brings {name}'s feedback to the session"),
        FeedbackNews::Closed(name, outcome) => format!("says what came of {name}'s feedback: “{outcome}”"),
        FeedbackNews::Changed(name) => format!("changed feedback for {name}"),
        FeedbackNews::TakenBack(name) => format!("took feedback for {name} back"),
    }
}

/// News about absences, roles and turns.
fn rota_news(what: &RotaNews) -> String {
    match what {
        RotaNews::Away(first, Some(last)) => format!("is away from {} to {}", day(*first), day(*last)),
        RotaNews::Away(first, None) => format!("is away from {} on", day(*first)),
        RotaNews::NotAway(first) => format!("is not away from {} after all", day(*first)),
        RotaNews::RoleChanged(_) => "a role changed".to_owned(),
        RotaNews::SwapOffered(cycle) => {
            format!("offers to swap a turn in the week of {}", day(cycle.first_day()))
        }
        RotaNews::CoverAsked(cycle) => {
            format!("asks who can take a turn in the week of {}", day(cycle.first_day()))
        }
        RotaNews::Taken(cycle) => format!("agreed about a turn in the week of {}", day(cycle.first_day())),
        RotaNews::Claimed(cycle) => format!("stepped in for a turn of the week of {}", day(cycle.first_day())),
        RotaNews::Served(cycle) => format!("served a turn of the week of {}", day(cycle.first_day())),
        RotaNews::TakenBack(cycle) => {
            format!("changed their mind about a turn in the week of {}", day(cycle.first_day()))
        }
    }
}
