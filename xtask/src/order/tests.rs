use super::*;
use wasm_encoder::{
    ConstExpr, Elements, EntityType, ExportKind, ExportSection, Function, HeapType, ImportSection, Instruction,
    RefType, TableSection, TableType, TypeSection, ValType,
};

/// A file that imports one function and exports those named, each of which returns its number by way of a call of
/// the one before it.
fn file(names: &[&str], length: impl Fn(usize) -> usize) -> Vec<u8> {
    let (mut types, mut imports, mut functions) = (TypeSection::new(), ImportSection::new(), FunctionSection::new());
    let (mut exports, mut code) = (ExportSection::new(), CodeSection::new());
    types.ty().function([], [ValType::I32]);
    imports.import("a", "b", EntityType::Function(0));
    for (place, name) in names.iter().enumerate() {
        functions.function(0);
        exports.export(name, ExportKind::Func, 1 + place as u32);
        let mut function = Function::new([]);
        function.instructions().call(place as u32);
        for _ in 0..length(place) {
            function.instructions().i32_const(length(place) as i32).i32_add();
        }
        function.instruction(&Instruction::End);
        code.function(&function);
    }
    let mut module = Module::new();
    module.section(&types).section(&imports).section(&functions).section(&exports).section(&code);
    module.finish()
}

/// The body that each export leads to, its calls named after what they lead to.
fn told(wasm: &[u8]) -> HashMap<String, (String, usize)> {
    let (imported, bodies) = functions(wasm).unwrap();
    let mut names = HashMap::from([(0, "imported".to_owned())]);
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ExportSection(exports) = payload.unwrap() {
            for export in exports {
                let export = export.unwrap();
                names.insert(export.index, export.name.to_owned());
            }
        }
    }
    let body = |(place, body): (usize, &&[u8])| {
        // A count of locals, then the call: its opcode and the number of a function.
        let called = names[&u32::from(body[2])].clone();
        (names[&(imported + place as u32)].clone(), (called, body.len()))
    };
    bodies.iter().enumerate().map(body).collect()
}

#[test]
fn the_same_functions_stand_in_another_order() {
    let names = ["one", "two", "three", "four", "five", "six"];
    let wasm = file(&names, |place| if place % 2 == 0 { 40 } else { 7 });
    let ordered = by_likeness(&wasm).unwrap();
    assert_eq!(told(&ordered), told(&wasm));
    assert_eq!(ordered.len(), wasm.len());
    let lengths = |wasm: &[u8]| functions(wasm).unwrap().1.iter().map(|body| body.len()).collect::<Vec<_>>();
    let changes = |lengths: Vec<usize>| lengths.windows(2).filter(|pair| pair[0] != pair[1]).count();
    assert_eq!((changes(lengths(&wasm)), changes(lengths(&ordered))), (5, 1));
}

#[test]
fn what_fills_the_table_with_nothing_is_left_out() {
    let file = |kept: bool| {
        let (mut types, mut functions) = (TypeSection::new(), FunctionSection::new());
        let (mut tables, mut elements, mut code) = (TableSection::new(), ElementSection::new(), CodeSection::new());
        types.ty().function([], []);
        functions.function(0);
        let (minimum, maximum) = (9, Some(9));
        tables.table(TableType { element_type: RefType::FUNCREF, table64: false, minimum, maximum, shared: false });
        elements.active(Some(0), &ConstExpr::i32_const(1), Elements::Functions((&[0]).into()));
        let nothing = vec![ConstExpr::ref_null(HeapType::FUNC); 7];
        if kept {
            let nothing = Elements::Expressions(RefType::FUNCREF, nothing.into());
            elements.active(Some(0), &ConstExpr::i32_const(2), nothing);
        }
        let some = [ConstExpr::ref_null(HeapType::FUNC), ConstExpr::ref_func(0)];
        let some = Elements::Expressions(RefType::FUNCREF, (&some[..]).into());
        elements.active(Some(0), &ConstExpr::i32_const(1), some);
        let mut function = Function::new([]);
        function.instructions().end();
        code.function(&function);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&tables).section(&elements).section(&code);
        module.finish()
    };
    assert_eq!(by_likeness(&file(true)).unwrap(), file(false));
}

#[test]
fn what_is_no_wasm_is_refused() {
    let wasm = file(&["one"], |_| 1);
    assert!(by_likeness(&wasm[..wasm.len() - 1]).is_err());
    assert!(by_likeness(b"<!doctype html>").is_err());
}
