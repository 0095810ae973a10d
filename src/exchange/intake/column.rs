//! What a column of a table can say.

macro_rules! meanings {
    ($($(#[$doc:meta])* $name:ident $key:literal;)+) => {
        /// What a column of a table says.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum ColumnMeaning {
            $($(#[$doc])* $name,)+
        }

        impl ColumnMeaning {
            /// All of them, in the order in which they are offered.
            pub const ALL: [Self; [$($key,)+].len()] = [$(Self::$name,)+];

            /// The name that stands for it in stored answers, and at the head of the columns that this app writes.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$name => $key,)+
                }
            }

            /// The meaning that `key` stands for.
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|meaning| meaning.key() == key)
            }
        }
    };
}

meanings! {
    /// The words of it: a name, a goal's title, a commitment's text.
    Words "text";
    /// Whose it is.
    Owner "owner";
    /// The owner's id in this app.
    OwnerId "owner_id";
    /// The day it is due.
    Due "due";
    /// Whether it is done, by yes or no.
    Done "done";
    /// What became of it, in a word.
    Status "outcome";
    /// Anything else, kept as a word about it.
    Note "note";
    /// The week it belongs to.
    Week "cycle";
    /// The goal that it serves.
    Goal "goal";
    /// That goal's id in this app.
    GoalId "goal_id";
    /// Where a measure begins.
    Start "start";
    /// Where a measure shall arrive.
    Target "target";
    /// Where a measure is now.
    Value "value";
    /// How much of the way is gone, in hundredths.
    Share "share";
    /// What is counted.
    Unit "unit";
    /// How a goal is measured, in this app's own word.
    Measure "measure";
    /// Why it matters.
    Why "why";
    /// What is most likely to stand in the way.
    Obstacle "obstacle";
    /// "If …".
    Cue "if";
    /// "… then I …".
    Action "then";
    /// Who offered to help.
    Helper "helper";
    /// The helper's id in this app.
    HelperId "helper_id";
    /// Check-in: what went well.
    Win "win";
    /// Check-in: what stood in the way.
    Blocker "blocker";
    /// Check-in: what the circle can help with.
    Ask "ask";
    /// Check-in: confidence, 1 to 5.
    Confidence "confidence";
    /// What somebody is working towards.
    Focus "focus";
    /// When it was: a measurement's time.
    At "at";
    /// The day of a date that is over three columns.
    Day "day";
    /// Its month.
    Month "month";
    /// Its year.
    Year "year";
    /// When it was made.
    Created "created_at";
    /// When it ended.
    Closed "closed_at";
    /// When its outcome was given.
    Resolved "resolved_at";
    /// When a check-in was sent.
    Submitted "submitted_at";
    /// When somebody joined.
    Joined "joined_at";
    /// When somebody left.
    Left "left_at";
    /// Weeks that it was carried out of, with the reasons.
    Carried "carried";
    /// When it was eased, with the words until then.
    Eased "eased";
    /// The id of the commitment that a reply is about, in this app.
    ReplyTo "reply_to";
    /// What a reply says, in this app's own word.
    ReplyKind "reply_kind";
    /// What it is known by, here or in another program.
    Id "id";
    /// Nothing that is taken.
    Nothing "nothing";
}
