//! What the page shows of requests and notes.

use crate::domain::{
    Circle, EntityId, Feedback, FeedbackAge, FeedbackId, FeedbackRequest, FeedbackStage, FeedbackStep, Outcome,
    Present, Visibility,
};
use crate::state::App;
use crate::ui::shared::role::turns::Person;
use crate::ui::text::time;

/// A note with all that is said beside it.
#[derive(Clone, PartialEq, Debug)]
pub struct NoteData {
    /// The note.
    pub note: Feedback,
    /// Who gave it.
    pub from: Person,
    /// Who got it.
    pub to: Person,
    /// When, in words.
    pub given: String,
    /// Where it is on its way.
    pub stage: FeedbackStage,
    /// What who got it is to do next.
    pub step: Option<FeedbackStep>,
    /// How long it waits.
    pub age: FeedbackAge,
    /// The question that it answers.
    pub question: Option<String>,
    /// The commitment that came of it, with its outcome.
    pub commitment: Option<(String, Option<Outcome>)>,
    /// Whether who holds the device got it, gave it, or neither.
    side: Side,
}

/// What a note or a request is to the device's holder.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Side {
    Mine,
    ByMe,
    Others,
}

impl NoteData {
    /// Every note of the circle, the oldest first; tracked.
    pub fn all(app: App) -> Vec<Self> {
        app.circle().with(|circle| {
            let notes = circle.feedback_where(&|_| true);
            let notes = notes.into_iter().map(|note| Self::of(app, circle, note));
            // Whoever held this device before may have kept notes that are nobody else's.
            notes.filter(|note| note.note.visibility == Visibility::Circle || note.side != Side::Others).collect()
        })
    }

    fn of(app: App, circle: &Circle, note: &Feedback) -> Self {
        let commitment = note.commitment.as_ref().and_then(|id| circle.commitments.get(id));
        let request = note.request.as_ref().and_then(|id| circle.feedback_requests.get(id));
        let side = app.me.with(|me| match me.as_ref() {
            Some(me) if *me == note.to => Side::Mine,
            Some(me) if *me == note.from => Side::ByMe,
            _ => Side::Others,
        });
        Self {
            from: Person::of(circle, &note.from),
            to: Person::of(circle, &note.to),
            given: time::dated(app.day_of(note.given_at), app.today()),
            stage: note.stage(),
            step: note.step(circle),
            age: note.age(app.now().get()),
            question: request.map(|request| request.question.clone()),
            commitment: commitment.map(|commitment| (commitment.text.clone(), commitment.outcome)),
            side,
            note: note.clone(),
        }
    }

    /// What a list tells it apart by.
    pub fn key(&self) -> String {
        self.note.id.to_key()
    }

    /// Whether who holds the device got it.
    pub fn is_mine(&self) -> bool {
        self.side == Side::Mine
    }

    /// Whether who holds the device gave it.
    pub fn is_by_me(&self) -> bool {
        self.side == Side::ByMe
    }

    /// The other one of the two, for whom of them holds the device.
    pub fn other(&self) -> &Person {
        if self.is_by_me() { &self.to } else { &self.from }
    }

    /// From whom to whom, leaving out who holds the device.
    pub fn way(&self) -> String {
        let from = (!self.is_by_me()).then_some(self.from.name.as_str());
        let to = (!self.is_mine()).then_some(self.to.name.as_str());
        super::words::way(from, to)
    }
}

/// A request that waits for its answer.
#[derive(Clone, PartialEq, Debug)]
pub struct RequestData {
    /// The request.
    pub request: FeedbackRequest,
    /// Who asks.
    pub from: Person,
    /// Who is asked.
    pub to: Person,
    /// How long it waits.
    pub age: FeedbackAge,
    /// What it is about and until when, in a line.
    pub detail: String,
}

impl RequestData {
    /// What others ask who holds the device, the oldest first; tracked.
    pub fn to_me(app: App) -> Vec<Self> {
        Self::list(app, &|circle, request| {
            app.me.with(|me| Some(&request.to) == me.as_ref()) && circle.is_unanswered(request)
        })
    }

    /// What who holds the device asks others, declined requests included; tracked.
    pub fn by_me(app: App) -> Vec<Self> {
        Self::list(app, &|circle, request| {
            let is_mine = app.me.with(|me| Some(&request.from) == me.as_ref());
            is_mine && (circle.is_unanswered(request) || request.declined_at.is_some())
        })
    }

    fn list(app: App, test: &dyn Fn(&Circle, &FeedbackRequest) -> bool) -> Vec<Self> {
        app.circle().with(|circle| {
            let present = app.present(circle);
            let found = circle.feedback_requests_where(&|request| test(circle, request));
            found.into_iter().map(|request| Self::of(app, present, request)).collect()
        })
    }

    fn of(app: App, present: Present<'_>, request: &FeedbackRequest) -> Self {
        let until = request.until.map(|day| super::words::until(&time::dated(day, app.today())));
        let about = Some(request.about.clone()).filter(|about| !about.is_empty());
        Self {
            from: Person::of(present.circle, &request.from),
            to: Person::of(present.circle, &request.to),
            age: request.age(present),
            detail: [about, until].into_iter().flatten().collect::<Vec<_>>().join(" · "),
            request: request.clone(),
        }
    }

    /// What a list tells it apart by.
    pub fn key(&self) -> String {
        self.request.id.to_key()
    }
}

/// The id of the heading of the note `id`, which the focus goes to after something was done with it.
pub fn heading_id(id: &FeedbackId) -> String {
    format!("note-{id}")
}
