//! Takes away what a linked wasm file exports for nobody.
//!
//! Leptos can answer a server's call with a stream, and the crate for that (`wasm-streams`) exports three classes to
//! JavaScript. What is exported is kept, with all that it reaches; this page has no server.

use crate::{Error, Result};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{CustomSection, ExportSection, Module, RawSection};
use wasmparser::{BinaryReader, ExportSectionReader, Parser, Payload};

/// What the names of these classes' functions have in common, and the classes' own.
const FUNCTIONS: &str = "intounderlying";
const CLASSES: &[u8] = b"IntoUnderlying";
/// Where wasm-bindgen's macros describe what is exported and imported.
const DESCRIPTIONS: &str = "__wasm_bindgen_unstable";

/// `wasm`, as cargo linked it, without what exports these classes. What only they reach stays until the file is cut.
///
/// # Errors
/// [`Error::Invalid`] where it is no wasm file, or not described as wasm-bindgen does.
pub fn without_streams(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.map_err(invalid)?;
        match &payload {
            Payload::ExportSection(exports) => {
                module.section(&used(exports)?);
            }
            Payload::CustomSection(custom) if custom.name() == DESCRIPTIONS => {
                let data = described(custom.data())?.into();
                module.section(&CustomSection { name: DESCRIPTIONS.into(), data });
            }
            other => {
                if let Some((id, range)) = other.as_section() {
                    let bytes = |place: u64| usize::try_from(place).unwrap_or(usize::MAX);
                    let data = wasm.get(bytes(range.start)..bytes(range.end));
                    let data = data.ok_or_else(|| invalid("a section is not there"))?;
                    module.section(&RawSection { id, data });
                }
            }
        }
    }
    Ok(module.finish())
}

fn invalid(error: impl std::fmt::Display) -> Error {
    Error::Invalid(format!("the linked wasm: {error}"))
}

fn used(exports: &ExportSectionReader<'_>) -> Result<ExportSection> {
    let mut used = ExportSection::new();
    for export in exports.clone() {
        let export = export.map_err(invalid)?;
        if !export.name.contains(FUNCTIONS) {
            let kind = RoundtripReencoder.export_kind(export.kind).map_err(invalid)?;
            used.export(export.name, kind, export.index);
        }
    }
    Ok(used)
}

/// The descriptions without those of the classes. They come in pairs, a version and what it describes, each after its
/// length in four bytes.
fn described(mut data: &[u8]) -> Result<Vec<u8>> {
    let mut kept = Vec::new();
    while !data.is_empty() {
        let start = data;
        let mut input = BinaryReader::new(data, 0);
        let mut part = || {
            let length = input.read_u32().map_err(invalid)?;
            input.read_bytes(length as usize).map_err(invalid)
        };
        let (_version, described) = (part()?, part()?);
        data = &start[input.current_position()..];
        if !described.windows(CLASSES.len()).any(|run| run == CLASSES) {
            kept.extend_from_slice(&start[..start.len() - data.len()]);
        }
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{CodeSection, ExportKind, Function, FunctionSection, TypeSection};

    fn pair(described: &[u8]) -> Vec<u8> {
        let part = |bytes: &[u8]| [&u32::try_from(bytes.len()).unwrap().to_le_bytes(), bytes].concat();
        [part(b"{\"version\":1}"), part(described)].concat()
    }

    /// A file of one function, exported under `names`, with these descriptions.
    fn file(names: &[&str], described: &[&[u8]]) -> Vec<u8> {
        let (mut types, mut functions) = (TypeSection::new(), FunctionSection::new());
        let (mut exports, mut code) = (ExportSection::new(), CodeSection::new());
        types.ty().function([], []);
        functions.function(0);
        for name in names {
            exports.export(name, ExportKind::Func, 0);
        }
        let mut function = Function::new([]);
        function.instructions().end();
        code.function(&function);
        let data = described.iter().flat_map(|described| pair(described)).collect::<Vec<_>>().into();
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&exports).section(&code);
        module.section(&CustomSection { name: DESCRIPTIONS.into(), data });
        module.section(&CustomSection { name: "reloc.CODE".into(), data: (&[1, 2, 3]).into() });
        module.finish()
    }

    #[test]
    fn the_classes_go_and_all_else_stays_byte_for_byte() {
        let names = ["main", "__wbg_intounderlyingsink_free", "__wbindgen_malloc", "intounderlyingsource_pull_58a"];
        let wasm = file(&names, &[b"fetch", b"class IntoUnderlyingSink", b"", b"storage"]);
        let without = without_streams(&wasm).unwrap();
        assert_eq!(without, file(&["main", "__wbindgen_malloc"], &[b"fetch", b"", b"storage"]));
        assert_eq!(without_streams(&without).unwrap(), without);
    }

    #[test]
    fn what_is_cut_short_is_refused() {
        let wasm = file(&["main"], &[b"fetch"]);
        assert!(without_streams(&wasm[..wasm.len() - 1]).is_err());
        assert!(described(&pair(b"fetch")[..9]).is_err());
    }
}
