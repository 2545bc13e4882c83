//! Generates the parser from its grammar, and the index of the standard library.

#[path = "build/std_index.rs"]
mod std_index;
#[path = "build/write_index.rs"]
mod write_index;

use std::path::Path;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=build/std_index.rs");
    println!("cargo:rerun-if-changed=build/write_index.rs");
    println!("cargo:rerun-if-changed=grammar/pgo.lalrpop");
    println!("cargo:rerun-if-changed=stdlib");
    // Where LLVM turns calls in tail position into jumps (see src/vm/exec): at level 2, with many units of code, it does not
    // always see that it may.
    println!("cargo:rustc-check-cfg=cfg(phasync_threaded)");
    let optimised = std::env::var("OPT_LEVEL").is_ok_and(|level| level == "3");
    if optimised && std::env::var_os("CARGO_CFG_DEBUG_ASSERTIONS").is_none() {
        println!("cargo:rustc-cfg=phasync_threaded");
    }
    lalrpop::Configuration::new()
        .use_cargo_dir_conventions()
        .set_in_dir("grammar")
        .process()
        .expect("the grammar is accepted by LALRPOP");
    let root = std::env::var("CARGO_MANIFEST_DIR").expect("cargo says where the package is");
    let out = std::env::var("OUT_DIR").expect("cargo says where to write");
    write_index::generate(&Path::new(&root).join("stdlib"), &Path::new(&out).join("std_index.rs"))
        .expect("the standard library can be read");
}
