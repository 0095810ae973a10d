//! The register of the kinds of record. A new kind is one line in [`records!`]; everything that differs
//! by kind here and in `document` comes from that table.

use super::aim::{Aim, AimProgress};
use super::charter::{CharterVersion, Signature};
use super::check_in::CheckIn;
use super::circle::About;
use super::commitment::Commitment;
use super::digest::Digest;
use super::entity::{Collection, Entity};
use super::feedback::{Feedback, FeedbackRequest};
use super::goal::{Goal, Progress};
use super::ids::EntityId;
use super::member::{Member, MemberId};
use super::profile::{Profile, Tie};
use super::reply::Reply;
use super::rhythm::Season;
use super::rhythm::{RhythmVersion, Rhythms, WeekException};
use super::role::Absence;
use super::role::Override;
use super::role::Role;
use super::sealing::{DeviceKey, SealedNote};
use super::season::{Recommitment, Retro};
use super::session::{AgendaItem, Decision, Session};
use super::table::Table;

/// Calls `$then!` with the table of all kinds of record:
/// `<variant of Kind and Record>(<type>) in <field of Circle>, map "<root map of the document>"`.
///
/// A kind in `tables` is kept in a [`Table`] of its own; one in `fields` has a field of another type, which
/// implements [`Collection`]. The names of root maps are stored: they never change.
macro_rules! records {
    ($then:ident) => {
        $then! {
            fields {
                /// The circle itself.
                About(About) in about, map "circle";
                /// The fixed times, from a cycle on.
                Rhythm(RhythmVersion) in rhythm, map "rhythm";
                /// A week that differs.
                Week(WeekException) in rhythm, map "weeks";
            }
            tables {
                /// A version of the charter.
                Charter(CharterVersion) in charters, map "charters";
                /// A signature of the charter.
                Signature(Signature) in signatures, map "signatures";
                /// The circle's shared aim.
                Aim(Aim) in aims, map "aims";
                /// A measurement of the shared aim.
                AimProgress(AimProgress) in aim_progress, map "aim_progress";
                /// A season.
                Season(Season) in seasons, map "seasons";
                /// What a member says of a season.
                Retro(Retro) in retros, map "retros";
                /// Whether a member goes on after a season.
                Recommitment(Recommitment) in recommitments, map "recommitments";
                /// A person who belongs or belonged to the circle.
                Member(Member) in members, map "members";
                /// A goal.
                Goal(Goal) in goals, map "goals";
                /// A measurement of a goal.
                Progress(Progress) in progress, map "progress";
                /// A commitment.
                Commitment(Commitment) in commitments, map "commitments";
                /// What a member says to another one's commitment.
                Reply(Reply) in replies, map "replies";
                /// A check-in.
                CheckIn(CheckIn) in check_ins, map "check_ins";
                /// A session.
                Session(Session) in sessions, map "sessions";
                /// An agenda item.
                AgendaItem(AgendaItem) in agenda, map "agenda";
                /// A decision.
                Decision(Decision) in decisions, map "decisions";
                /// A digest.
                Digest(Digest) in digests, map "digests";
                /// A request for feedback.
                FeedbackRequest(FeedbackRequest) in feedback_requests, map "feedback_requests";
                /// A note of feedback.
                Feedback(Feedback) in feedback, map "feedback";
                /// An absence.
                Absence(Absence) in absences, map "absences";
                /// What the circle says of a role; the default ones need no record.
                Role(Role) in roles, map "roles";
                /// An override of the rota.
                Override(Override) in overrides, map "overrides";
                /// What a member says of themselves.
                Profile(Profile) in profiles, map "profiles";
                /// How two members know each other.
                Tie(Tie) in ties, map "ties";
                /// The public key of a device.
                DeviceKey(DeviceKey) in devices, map "devices";
                /// A note for two, sealed for a device.
                SealedNote(SealedNote) in sealed_notes, map "sealed_notes";
            }
        }
    };
}
pub(crate) use records;

macro_rules! declare {
    (
        fields { $($(#[$fdoc:meta])* $fkind:ident($ftype:ty) in $field:ident, map $fmap:literal;)+ }
        tables { $($(#[$tdoc:meta])* $tkind:ident($ttype:ty) in $table:ident, map $tmap:literal;)+ }
    ) => {
        /// A kind of record.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Kind {
            $($(#[$fdoc])* $fkind,)+
            $($(#[$tdoc])* $tkind,)+
        }

        impl Kind {
            /// All kinds.
            pub const ALL: [Self; [$($fmap,)+ $($tmap,)+].len()] = [$(Self::$fkind,)+ $(Self::$tkind,)+];

            /// The name that it is stored under.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$fkind => $fmap,)+
                    $(Self::$tkind => $tmap,)+
                }
            }
        }

        /// Any one record of a circle, as a whole.
        #[derive(Clone, PartialEq, Debug)]
        pub enum Record {
            $($(#[$fdoc])* $fkind($ftype),)+
            $($(#[$tdoc])* $tkind($ttype),)+
        }

        /// Everything that a circle knows, deleted records included.
        #[derive(Clone, PartialEq, Debug)]
        pub struct Circle {
            /// Name, purpose, identity.
            pub about: About,
            /// The fixed times, and the weeks that differ.
            pub rhythm: Rhythms,
            $(
                #[doc = concat!("Records of [`Kind::", stringify!($tkind), "`], by id.")]
                pub $table: Table<$ttype>,
            )+
        }

        impl Circle {
            /// A circle without any record but `about`.
            pub fn new(about: About) -> Self {
                Self { about, rhythm: Rhythms::default(), $($table: Table::default(),)+ }
            }

            /// Puts `record` in the place of the one with its id.
            pub fn put(&mut self, record: Record) {
                match record {
                    $(Record::$fkind(record) => self.$field.put(record),)+
                    $(Record::$tkind(record) => self.$table.put(record),)+
                }
            }

            /// Removes what is no longer a record, after its creation was undone.
            pub fn forget(&mut self, kind: Kind, id: &str) {
                match kind {
                    $(Kind::$fkind => forget::<$ftype>(&mut self.$field, id),)+
                    $(Kind::$tkind => forget::<$ttype>(&mut self.$table, id),)+
                }
            }

            /// Whose the record with this id is, and what it is about in a member's words.
            pub(super) fn owner_and_title(&self, kind: Kind, id: &str) -> (Option<&MemberId>, &str) {
                match kind {
                    $(Kind::$fkind => owner_and_title::<$ftype>(&self.$field, id),)+
                    $(Kind::$tkind => owner_and_title::<$ttype>(&self.$table, id),)+
                }
            }

            /// Every record, kind by kind, the circle's own first.
            pub fn records(&self) -> Vec<Record> {
                let mut all = Vec::new();
                $(all.extend(Collection::<$ftype>::records(&self.$field).cloned().map(Record::$fkind));)+
                $(all.extend(self.$table.records().cloned().map(Record::$tkind));)+
                all
            }
        }
    };
}

records!(declare);

fn forget<E: Entity>(records: &mut impl Collection<E>, id: &str) {
    if let Some(id) = E::Id::from_key(id) {
        records.forget(&id);
    }
}

fn owner_and_title<'a, E: Entity>(records: &'a impl Collection<E>, id: &str) -> (Option<&'a MemberId>, &'a str) {
    let found = E::Id::from_key(id).and_then(|id| records.find(&id));
    found.map_or((None, ""), |record| (record.owner(), record.title()))
}
