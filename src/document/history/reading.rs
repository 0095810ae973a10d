//! Reading a Yjs update, v1: a whole document, or what was added to one.
//!
//! For each client the update has the number of its blocks, its id, its first clock, and the blocks. A block that
//! follows another one inherits its place; any other names its root map and its key. What is no value of a map of ours
//! is passed over by Yrs' own reader.

use super::{History, Whereabouts, WrittenValue};
use crate::document::author::{Author, STAMPS};
use crate::document::change::DocError;
use crate::document::facts::Place;
use crate::domain::{Arrange, Kind};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;
use yrs::Any;
use yrs::block::{
    BLOCK_GC_REF_NUMBER, BLOCK_SKIP_REF_NUMBER, HAS_ORIGIN, HAS_PARENT_SUB, HAS_RIGHT_ORIGIN, ItemContent,
};
use yrs::encoding::read::{Error, Read};
use yrs::updates::decoder::{Decoder, DecoderV1};

impl History {
    /// The history in `update`, a Yjs update, v1. What it replaces that is not in it belongs to no place.
    ///
    /// # Errors
    /// [`DocError::Undecodable`] when the bytes are no such update.
    pub fn read(update: &[u8]) -> Result<Self, DocError> {
        let mut reading = HistoryReading::default();
        reading.clients(&mut DecoderV1::from(update)).map_err(|error| DocError::Undecodable(error.to_string()))?;
        Ok(reading.finish())
    }
}

/// What was read so far.
#[derive(Default)]
struct HistoryReading {
    blocks: Vec<ReadBlock>,
    places: Vec<Place>,
    index: HashMap<Place, usize>,
    stamp_keys: Vec<Arc<str>>,
}

/// A value or a run of other blocks, as it is read.
struct ReadBlock {
    client: u64,
    clock: u32,
    origin: Option<(u64, u32)>,
    spot: Whereabouts,
    value: Any,
}

impl HistoryReading {
    fn clients(&mut self, decoder: &mut DecoderV1<'_>) -> Result<(), Error> {
        for _ in 0..decoder.read_var::<u32>()? {
            let blocks: u32 = decoder.read_var()?;
            let client: u64 = decoder.read_var()?;
            let mut clock: u32 = decoder.read_var()?;
            for _ in 0..blocks {
                let length = self.block(decoder, client, clock)?;
                clock = clock.checked_add(length).ok_or(Error::UnexpectedValue)?;
            }
        }
        Ok(())
    }

    /// Reads one block. Returns how many clocks it takes.
    fn block(&mut self, decoder: &mut DecoderV1<'_>, client: u64, clock: u32) -> Result<u32, Error> {
        let info = decoder.read_info()?;
        if matches!(info, BLOCK_GC_REF_NUMBER | BLOCK_SKIP_REF_NUMBER) {
            return decoder.read_len();
        }
        let origin = if info & HAS_ORIGIN != 0 { Some(id(decoder)?) } else { None };
        if info & HAS_RIGHT_ORIGIN != 0 {
            id(decoder)?;
        }
        let has_parent = info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN) == 0;
        let spot = if has_parent { self.parent(decoder, info)? } else { Whereabouts::Inherited };
        let block = ReadBlock { client, clock, origin, spot, value: Any::Undefined };
        match ItemContent::decode(decoder, info)? {
            ItemContent::Any(values) => self.values(block, values),
            other => {
                self.blocks.push(block);
                Ok(other.len_utf16())
            }
        }
    }

    /// Values that a client wrote one after the other at the same place may share a block: each replaced the one before.
    fn values(&mut self, first: ReadBlock, values: Vec<Any>) -> Result<u32, Error> {
        let length = u32::try_from(values.len()).map_err(|_| Error::UnexpectedValue)?;
        let ReadBlock { client, mut clock, mut origin, mut spot, .. } = first;
        for value in values {
            self.blocks.push(ReadBlock { client, clock, origin, spot, value });
            (origin, spot) = (Some((client, clock)), Whereabouts::Inherited);
            clock = clock.checked_add(1).ok_or(Error::UnexpectedValue)?;
        }
        Ok(length)
    }

    /// Where a block belongs that says it itself.
    fn parent(&mut self, decoder: &mut DecoderV1<'_>, info: u8) -> Result<Whereabouts, Error> {
        let root: Option<Arc<str>> = if decoder.read_parent_info()? {
            Some(decoder.read_string()?.into())
        } else {
            id(decoder)?;
            None
        };
        if info & HAS_PARENT_SUB == 0 {
            return Ok(Whereabouts::Nowhere);
        }
        let key: Arc<str> = decoder.read_string()?.into();
        Ok(match root {
            Some(root) if &*root == STAMPS => {
                self.stamp_keys.push(key);
                Whereabouts::Stamp(self.stamp_keys.len() - 1)
            }
            Some(root) => match Kind::ALL.into_iter().find(|kind| kind.name() == &*root) {
                Some(kind) => Whereabouts::Value(self.place(Place { kind, key })),
                None => Whereabouts::Nowhere,
            },
            None => Whereabouts::Nowhere,
        })
    }

    fn place(&mut self, place: Place) -> usize {
        let next = self.places.len();
        let found = *self.index.entry(place.clone()).or_insert(next);
        if found == next {
            self.places.push(place);
        }
        found
    }

    fn finish(self) -> History {
        let Self { mut blocks, places, index, stamp_keys } = self;
        blocks.arrange_by(|a, b| (a.client, a.clock).cmp(&(b.client, b.clock)));
        let mut writings = linked(blocks);
        settle(&mut writings);
        let mut values = vec![Vec::new(); places.len()];
        let mut stamps: HashMap<u64, Vec<(u32, Author)>> = HashMap::new();
        for (at, writing) in writings.iter().enumerate() {
            match writing.spot {
                Whereabouts::Value(place) => values[place].push(at),
                Whereabouts::Stamp(key) => {
                    if let Some(author) = Author::from_stamp(&stamp_keys[key], &writing.value) {
                        stamps.entry(writing.client).or_default().push((writing.clock, author));
                    }
                }
                Whereabouts::Inherited | Whereabouts::Nowhere => {}
            }
        }
        History { writings, places, index, values, stamps }
    }
}

/// The client and the clock of a block. Yrs' own reader panics at clients that no device has.
fn id(decoder: &mut DecoderV1<'_>) -> Result<(u64, u32), Error> {
    Ok((decoder.read_var()?, decoder.read_var()?))
}

/// The blocks with their origins as indices. What names one that is not there is put nowhere.
fn linked(blocks: Vec<ReadBlock>) -> Vec<WrittenValue> {
    let mut clients: HashMap<u64, Range<usize>> = HashMap::new();
    for (at, block) in blocks.iter().enumerate() {
        clients.entry(block.client).or_insert(at..at).end = at + 1;
    }
    let find = |(client, clock): (u64, u32)| {
        let range = clients.get(&client)?.clone();
        let newer = blocks[range.clone()].partition_point(|block| block.clock <= clock);
        Some(range.start + newer.checked_sub(1)?)
    };
    let origins: Vec<_> = blocks.iter().map(|block| block.origin.and_then(find)).collect();
    let linked = blocks.into_iter().zip(origins).map(|(block, origin)| {
        let ReadBlock { client, clock, spot, value, .. } = block;
        WrittenValue { client, clock, origin, spot, value }
    });
    linked.collect()
}

/// Gives each that inherits its place the one of what it replaced.
fn settle(writings: &mut [WrittenValue]) {
    for start in 0..writings.len() {
        let (mut path, mut at) = (Vec::new(), start);
        let spot = loop {
            let WrittenValue { spot: Whereabouts::Inherited, origin, .. } = writings[at] else {
                break writings[at].spot;
            };
            // A ring, which crafted bytes may have, ends where it began.
            writings[at].spot = Whereabouts::Nowhere;
            path.push(at);
            match origin {
                Some(origin) => at = origin,
                None => break Whereabouts::Nowhere,
            }
        };
        for at in path {
            writings[at].spot = spot;
        }
    }
}
