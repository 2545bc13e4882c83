//! How the executable is linked.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|found| found == value);
    if !(is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") && is("PROFILE", "release"))
    {
        return;
    }
    // At a fixed address: then nothing has to be relocated when it starts, and a run that only says hello touches fewer pages.
    println!("cargo:rustc-link-arg-bins=-no-pie");
    // Functions with the same code are one. Only rustc's own linker is known to do that, and it links where no other was asked for.
    let flags = std::env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    let own_linker = std::env::var_os("RUSTC_LINKER").is_none() && !flags.contains("link");
    if is("CARGO_CFG_TARGET_ARCH", "x86_64") && own_linker {
        println!("cargo:rustc-link-arg-bins=-Wl,--icf=all");
        // The unwinder of GCC's static library, which comes with it, has no shared library to be found, mapped and bound at each start.
        let archive = std::process::Command::new("cc").arg("-print-file-name=libgcc_eh.a").output();
        if std::env::var("TARGET") == std::env::var("HOST")
            && let Ok(archive) = archive
            && let Ok(path) = String::from_utf8(archive.stdout)
            && let path = std::path::Path::new(path.trim())
            && let Some(folder) = path.parent().filter(|folder| folder.is_absolute() && path.exists())
        {
            println!("cargo:rustc-link-search=native={}", folder.display());
            println!("cargo:rustc-link-lib=static=gcc_eh");
        }
        // What small programs run lies together (scripts/startup-order).
        println!("cargo:rerun-if-changed=startup.ld");
        let folder = std::env::var("CARGO_MANIFEST_DIR").expect("cargo names the package's folder");
        println!("cargo:rustc-link-arg-bins=-Wl,--script={folder}/startup.ld");
    }
}
