//! How the executable is linked.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    // At a fixed address: then nothing has to be relocated when it starts, and a run that only says hello touches fewer pages.
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|found| found == value);
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") && is("PROFILE", "release") {
        println!("cargo:rustc-link-arg-bins=-no-pie");
    }
}
