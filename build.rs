fn main() {
    println!("cargo:rerun-if-changed=grammar/pgo.lalrpop");
    lalrpop::Configuration::new()
        .use_cargo_dir_conventions()
        .set_in_dir("grammar")
        .process()
        .expect("the grammar is accepted by LALRPOP");
}
