//! A history as it really grows: a client id for each start that wrote, one update for each edit.
//!
//! A document that is made in one go has one client and hundreds of values an update, which is kind to every
//! algorithm and to every compressor. Here the made-up circle is taken apart into the edits that its people would have
//! made, and each becomes the Yjs update that their device would have written, knowing all before it.

use super::{Seeded, sample_circle};
use peer_circle::document::{Author, CircleDoc, Facts, Fields, STAMPS, Value};
use peer_circle::domain::{Circle, Kind, MemberId, Timestamp};
use std::collections::{BTreeMap, HashMap};
use yrs::encoding::write::Write;
use yrs::updates::encoder::{Encoder, EncoderV1};

/// Who edits again within the hour has not closed the app in between.
const SITTING: i64 = 60 * 60 * 1000;
/// What a record says later than at its beginning, beside its later stamps.
const SETTLED: [&str; 6] = ["outcome", "reason", "note", "closing", "closed_by", "sent_late"];

/// The history of a made-up circle.
pub struct Grown {
    /// Every update, in the order in which they were written.
    pub updates: Vec<Vec<u8>>,
    /// When each was written, in milliseconds since 1970, and by which member.
    pub signed: Vec<(i64, String)>,
    /// How many starts of the app wrote them.
    pub clients: usize,
}

/// What one person did at one moment.
struct Edit {
    at: i64,
    who: String,
    values: Vec<(Kind, String, Value)>,
}

/// The history of `members` people over `weeks` cycles. Same seed, same bytes.
pub fn grown(seed: u64, members: usize, weeks: usize) -> Grown {
    grown_into(&sample_circle(seed, members, weeks), seed)
}

/// A history that ends in `circle`. Same seed, same bytes.
pub fn grown_into(circle: &Circle, seed: u64) -> Grown {
    let sample = CircleDoc::begin(1, circle);
    let mut pen = Pen { dice: Seeded(seed), newest: HashMap::new(), starts_of: HashMap::new(), starts: 0 };
    let edits = edits(sample.facts());
    let signed = edits.iter().map(|edit| (edit.at, edit.who.clone())).collect();
    let updates = edits.into_iter().map(|edit| pen.write(edit)).collect();
    Grown { updates, signed, clients: pen.starts }
}

/// All that was done, by time.
fn edits(facts: &Facts) -> Vec<Edit> {
    let mut edits = Vec::new();
    for kind in Kind::ALL {
        for record in facts.records(kind) {
            let who = who(facts, &record);
            for (at, values) in moments(kind, &record) {
                edits.push(Edit { at, who: who.clone(), values });
            }
        }
    }
    edits.sort_by_key(|edit| edit.at);
    edits
}

/// Whose record it is; the founder's, where it does not say.
fn who(facts: &Facts, record: &Fields<'_>) -> String {
    let own = ["owner", "member", "by", "from"].into_iter().find_map(|field| string(record.get(field)));
    let of_goal = || string(facts.record(Kind::Goal, string(record.get("goal"))?).get("owner"));
    let of_id = || record.id.split_once('~').map(|(_, member)| member);
    own.or_else(of_id).or_else(of_goal).unwrap_or_default().to_owned()
}

fn string(value: Option<&Value>) -> Option<&str> {
    match value {
        Some(Value::String(text)) => Some(text),
        _ => None,
    }
}

/// The fields of a record by the moment at which each was written.
fn moments(kind: Kind, record: &Fields<'_>) -> BTreeMap<i64, Vec<(Kind, String, Value)>> {
    let stamp = |field: &str, value: &Value| {
        let own = (field == "at" || field.ends_with("_at")).then(|| string(Some(value))).flatten();
        let element = field.split_once('/').map(|(_, element)| element);
        own.or(element).and_then(Timestamp::parse).map(|at| at.millis())
    };
    let stamps: Vec<_> = record.iter().map(|(field, value)| stamp(field, value)).collect();
    let plain = |field: &str| !field.contains('/');
    let own = record.iter().zip(&stamps).filter(|((field, _), _)| plain(field)).filter_map(|(_, at)| *at);
    let (begun, settled) = own
        .fold(None, |span: Option<(i64, i64)>, at| {
            Some(span.map_or((at, at), |(begun, settled)| (begun.min(at), settled.max(at))))
        })
        .unwrap_or_default();
    let mut moments: BTreeMap<i64, Vec<_>> = BTreeMap::new();
    for ((field, value), at) in record.iter().zip(stamps) {
        let at = at.unwrap_or(if SETTLED.contains(&field) { settled } else { begun });
        moments.entry(at).or_default().push((kind, format!("{}/{field}", record.id), value.clone()));
    }
    moments
}

/// Writes edits as a device does that knows everything before them.
struct Pen {
    dice: Seeded,
    /// The newest block of each value.
    newest: HashMap<(&'static str, String), (u64, u32)>,
    /// Of each person what is running.
    starts_of: HashMap<String, Start>,
    starts: usize,
}

/// A start of the app: its client, the client's next clock, when it last wrote, and what it stamped last.
#[derive(Clone)]
struct Start {
    client: u64,
    clock: u32,
    last: i64,
    stamped: Option<Author>,
}

impl Pen {
    /// One update: each value a block that follows the one that it replaces, which is deleted.
    fn write(&mut self, edit: Edit) -> Vec<u8> {
        let running = self.starts_of.get(&edit.who).filter(|start| edit.at - start.last < SITTING).cloned();
        let mut start = running.unwrap_or_else(|| {
            self.starts += 1;
            Start { client: self.dice.bits() >> 32, clock: 0, last: edit.at, stamped: None }
        });
        let values = edit.values.into_iter().map(|(kind, key, value)| (kind.name(), key, value));
        let values: Vec<_> = start.stamp(edit.at, &edit.who).into_iter().chain(values).collect();
        let (client, first) = (start.client, start.clock);
        let mut out = EncoderV1::new();
        let count = u32::try_from(values.len()).expect("few");
        [1, u64::from(count), client, u64::from(first)].into_iter().for_each(|number| out.write_var(number));
        let mut replaced: BTreeMap<u64, Vec<u32>> = BTreeMap::new();
        for (clock, (root, key, value)) in (first..).zip(values) {
            let before = self.newest.insert((root, key.clone()), (client, clock));
            write_block(&mut out, before, root, &key, &value);
            if let Some((client, clock)) = before {
                replaced.entry(client).or_default().push(clock);
            }
        }
        out.write_var(replaced.len());
        for (client, mut clocks) in replaced {
            clocks.sort_unstable();
            out.write_var(client);
            out.write_var(clocks.len());
            clocks.into_iter().for_each(|clock| {
                out.write_var(clock);
                out.write_var(1_u32);
            });
        }
        self.starts_of.insert(edit.who, Start { clock: first + count, last: edit.at, ..start });
        out.to_vec()
    }
}

impl Start {
    /// The stamp that goes ahead of what `who` writes now, by the rule that devices follow.
    fn stamp(&mut self, now: i64, who: &str) -> Option<(&'static str, String, Value)> {
        let author = Author { member: MemberId::new(who), at: Timestamp::from_millis(now) };
        author.is_due_after(self.stamped.as_ref()).then(|| {
            let (key, value) = author.to_stamp();
            self.stamped = Some(author);
            (STAMPS, key.to_string(), value)
        })
    }
}

/// A block of a root map, as Yjs encodes it (v1): content of the kind *any*, below a key.
fn write_block(out: &mut EncoderV1, before: Option<(u64, u32)>, root: &str, key: &str, value: &Value) {
    const ANY: u8 = 8;
    const HAS_KEY: u8 = 0x20;
    const HAS_ORIGIN: u8 = 0x80;
    match before {
        Some((client, clock)) => {
            out.write_info(ANY | HAS_KEY | HAS_ORIGIN);
            out.write_var(client);
            out.write_var(clock);
        }
        None => {
            out.write_info(ANY | HAS_KEY);
            out.write_parent_info(true);
            out.write_string(root);
            out.write_string(key);
        }
    }
    out.write_len(1);
    out.write_any(value);
}
