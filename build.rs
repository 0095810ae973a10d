//! Says what is built: with `cfg(page)` the page in a browser, without it the core and its words for native tests.
//! The cutter of `cargo xtask build` needs to know what refers to what. With half a megabyte of stack, which lies below
//! everything, no address needs more than three bytes.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-check-cfg=cfg(page)");
    let is_set = |name| std::env::var_os(name).is_some();
    let is_wasm = std::env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm");
    if is_set("CARGO_FEATURE_APP") && is_wasm {
        println!("cargo::rustc-cfg=page");
    }
    if is_set("CARGO_FEATURE_SPLIT") && is_wasm {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
        println!("cargo::rustc-link-arg-bins=-zstack-size=524288");
    }
}
