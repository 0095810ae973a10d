//! Short names for what a bound wasm file imports from its script. wasm-bindgen calls each function
//! `__wbg_<name>_<hash>`, once here and once there; nobody reads the names, and hashes do not pack.

use crate::{Error, Result};
use std::collections::HashMap;

/// The script's name among the imports, once it is short.
const MODULE: &str = "a";
/// The section of a wasm file that lists its imports, and the kind of an import that is a function.
const IMPORTS: u8 = 2;
const FUNCTION: u8 = 0;

/// Gives what `wasm` imports from the module `from` short names, there and in `script`, which defines them, one a line.
///
/// # Errors
/// [`Error::Invalid`] where the two are not as wasm-bindgen makes them.
pub fn shorten(wasm: &[u8], script: &str, from: &str) -> Result<(Vec<u8>, String)> {
    let mut names = HashMap::new();
    let mut input = Reader(wasm);
    let mut short = input.take(8)?.to_vec();
    while !input.0.is_empty() {
        let id = input.byte()?;
        let content = input.bytes()?;
        short.push(id);
        match id {
            IMPORTS => put_bytes(&mut short, &imports(content, from, &mut names)?),
            _ => put_bytes(&mut short, content),
        }
    }
    Ok((short, defined(script, from, &names)?))
}

/// The content of the section of imports with short names, which are noted in `names`.
fn imports<'a>(content: &'a [u8], from: &str, names: &mut HashMap<&'a str, String>) -> Result<Vec<u8>> {
    let mut input = Reader(content);
    let count = input.number()?;
    let mut short = Vec::new();
    put_number(&mut short, count);
    for _ in 0..count {
        let (module, name) = (input.text()?, input.text()?);
        if input.byte()? != FUNCTION {
            return Err(Error::Invalid(format!("{module} {name} is imported and no function")));
        }
        let (module, name) = if module == from {
            let next = letters(names.len());
            (MODULE, names.entry(name).or_insert(next).as_str())
        } else {
            (module, name)
        };
        put_bytes(&mut short, module.as_bytes());
        put_bytes(&mut short, name.as_bytes());
        short.push(FUNCTION);
        put_number(&mut short, input.number()?);
    }
    Ok(short)
}

/// `script` with the short names where it defines what they stand for.
fn defined(script: &str, from: &str, names: &HashMap<&str, String>) -> Result<String> {
    let mut found = 0;
    let mut short = String::new();
    for line in script.lines() {
        let indent = line.len() - line.trim_start().len();
        match line[indent..].split_once(": ").and_then(|(name, rest)| Some((names.get(name)?, rest))) {
            Some((name, rest)) => {
                found += 1;
                short.extend([&line[..indent], name, ": ", rest]);
            }
            None => short.push_str(line),
        }
        short.push('\n');
    }
    let quoted = format!("\"{from}\"");
    if found == names.len() && short.matches(&quoted).count() == 1 {
        return Ok(short.replace(&quoted, MODULE));
    }
    Err(Error::Invalid(format!("the script defines {found} of the {} functions that the wasm imports", names.len())))
}

/// The name number `nth`: a, b, … z, ba, bb, …
fn letters(nth: usize) -> String {
    let last = char::from(b'a' + u8::try_from(nth % 26).unwrap_or_default());
    if nth < 26 { last.to_string() } else { format!("{}{last}", letters(nth / 26)) }
}

/// What is left to read of a wasm file.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let (taken, rest) =
            self.0.split_at_checked(count).ok_or_else(|| Error::Invalid("the wasm ends too early".into()))?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    /// A number in LEB128.
    fn number(&mut self) -> Result<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                return Ok(number);
            }
            if shift > 28 {
                return Err(Error::Invalid("a number in the wasm is too large".into()));
            }
        }
    }

    /// Bytes after their number.
    fn bytes(&mut self) -> Result<&'a [u8]> {
        let count = self.number()?;
        self.take(count)
    }

    fn text(&mut self) -> Result<&'a str> {
        str::from_utf8(self.bytes()?).map_err(|_| Error::Invalid("a name in the wasm is no text".into()))
    }
}

fn put_number(into: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        into.push(u8::try_from(number & 0x7f).unwrap_or_default() | 0x80);
        number >>= 7;
    }
    into.push(u8::try_from(number).unwrap_or_default());
}

fn put_bytes(into: &mut Vec<u8>, bytes: &[u8]) {
    put_number(into, bytes.len());
    into.extend_from_slice(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "const import0 = {\n    __wbg_b_9: function() {},\n    __wbg_a_7: function(x) { return x; },\n};\nreturn { \"./app_bg.js\": import0 };\n";

    /// A wasm file that imports `names` and has a section of code, which is no matter here.
    fn file(names: &[(&str, &str)]) -> Vec<u8> {
        let mut content = vec![u8::try_from(names.len()).unwrap()];
        for (module, name) in names {
            put_bytes(&mut content, module.as_bytes());
            put_bytes(&mut content, name.as_bytes());
            content.extend([FUNCTION, 3]);
        }
        let mut file = b"\0asm\x01\0\0\0".to_vec();
        for (id, content) in [(IMPORTS, content), (10, vec![7; 200])] {
            file.push(id);
            put_bytes(&mut file, &content);
        }
        file
    }

    #[test]
    fn both_sides_have_the_same_short_names() {
        let wasm = file(&[("./app_bg.js", "__wbg_a_7"), ("./link.js", "load"), ("./app_bg.js", "__wbg_b_9")]);
        let (wasm, script) = shorten(&wasm, SCRIPT, "./app_bg.js").unwrap();
        assert_eq!(wasm, file(&[("a", "a"), ("./link.js", "load"), ("a", "b")]));
        assert_eq!(
            script,
            "const import0 = {\n    b: function() {},\n    a: function(x) { return x; },\n};\nreturn { a: import0 };\n"
        );
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let check = |wasm: &[u8], script: &str| assert!(shorten(wasm, script, "./app_bg.js").is_err());
        let wasm = file(&[("./app_bg.js", "__wbg_a_7"), ("./app_bg.js", "__wbg_c_1")]);
        check(&wasm, SCRIPT);
        let wasm = file(&[("./app_bg.js", "__wbg_a_7")]);
        check(&wasm[..wasm.len() - 1], SCRIPT);
        check(&wasm, &SCRIPT.replace("./app_bg.js", "./other_bg.js"));
    }

    #[test]
    fn no_two_names_are_alike() {
        let all: std::collections::HashSet<_> = (0..2000).map(letters).collect();
        assert_eq!(all.len(), 2000);
        assert_eq!([0, 25, 26, 701].map(letters), ["a", "z", "ba", "baz"]);
    }
}
