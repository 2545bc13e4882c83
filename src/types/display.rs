//! Types as text: for diagnostics as Go's compiler writes them, and for `%T` as Go's run time does.

use super::*;
use crate::source::Symbol;
use std::fmt::Write;
use std::rc::Rc;

/// An alias: another spelling of a type.
#[derive(Clone, Debug)]
pub(super) struct Alias {
    pub name: Symbol,
    pub pkg: PkgId,
    pub obj: ObjId,
    pub tparams: Rc<[TypeParamId]>,
    pub targs: Rc<[TypeId]>,
    pub target: TypeId,
}

/// How package names are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Qualifier {
    /// Diagnostics of this package: its own names stand alone, others have their package's name.
    Local(PkgId),
    /// As later stages of Go's compiler print: this package's own names stand alone, structs as the run time prints them.
    Compiler(PkgId),
    /// As the run time prints: every declared name has its package's name.
    Runtime,
    /// Every declared name has its package's path, so that equal texts are equal types.
    Path,
}

/// Standard packages that import one of their own name, which is internal or newer: Go writes their path in quotes.
const HOMONYMS: [&str; 12] = [
    "crypto/aes",
    "crypto/ecdh",
    "crypto/ecdsa",
    "crypto/ed25519",
    "crypto/mldsa",
    "crypto/mlkem",
    "crypto/rsa",
    "crypto/sha3",
    "encoding/json",
    "html/template",
    "strconv",
    "sync",
];

/// Standard packages that do not lead to Go's internal package atomic.
const WITHOUT_ATOMIC: [&str; 15] = [
    "cmp",
    "container/list",
    "container/ring",
    "crypto/subtle",
    "encoding",
    "image/color",
    "image/color/palette",
    "math",
    "math/bits",
    "math/cmplx",
    "structs",
    "sync/atomic",
    "unicode",
    "unicode/utf16",
    "unicode/utf8",
];

/// Those outside of net/http that lead to crypto/rand, and so to three packages rand.
const WITH_RANDS: [&str; 18] = [
    "crypto/dsa",
    "crypto/ecdh",
    "crypto/ecdsa",
    "crypto/ed25519",
    "crypto/hpke",
    "crypto/rand",
    "crypto/rsa",
    "crypto/tls",
    "crypto/x509",
    "database/sql",
    "database/sql/driver",
    "expvar",
    "mime/multipart",
    "net/rpc",
    "net/rpc/jsonrpc",
    "net/smtp",
    "testing/cryptotest",
    "uuid",
];

/// Those that lead to math/rand.
const WITH_RAND: [&str; 11] = [
    "crypto/elliptic",
    "crypto/x509/pkix",
    "encoding/asn1",
    "go/constant",
    "go/importer",
    "go/types",
    "math/big",
    "testing",
    "testing/quick",
    "testing/slogtest",
    "testing/synctest",
];

/// Those outside of net/http that lead to cryptobyte's package asn1.
const WITH_ASN1: [&str; 7] =
    ["crypto/ecdsa", "crypto/tls", "crypto/x509", "expvar", "net/rpc", "net/rpc/jsonrpc", "net/smtp"];

/// Those that lead to the other package template.
const WITH_TEMPLATES: [&str; 2] = ["net/rpc", "net/rpc/jsonrpc"];

/// Nesting beyond which a type is cut short in text.
const DEPTH: usize = 100;

impl TypeTable {
    /// The program imports a standard package, which may lead to packages that have the name of another one.
    pub fn imported(&mut self, path: &str) {
        let http = path.starts_with("net/http");
        let crypto = path.starts_with("crypto/")
            && !matches!(
                path,
                "crypto/sha3" | "crypto/subtle" | "crypto/elliptic" | "crypto/x509/pkix" | "crypto/fips140"
            );
        if !WITHOUT_ATOMIC.contains(&path) {
            self.homonyms.insert("sync/atomic");
        }
        let rands = http || WITH_RANDS.contains(&path);
        if rands || crypto || path == "go/importer" {
            // Go's internal package time.
            self.homonyms.insert("time");
        }
        if rands {
            self.homonyms.extend(["crypto/rand", "math/rand", "math/rand/v2"]);
        }
        if WITH_RAND.contains(&path) {
            self.homonyms.insert("math/rand/v2");
        }
        if http || WITH_ASN1.contains(&path) {
            self.homonyms.insert("encoding/asn1");
        }
        if WITH_TEMPLATES.contains(&path) {
            self.homonyms.insert("text/template");
        }
    }

    /// Enters an alias for a type, or the instance of a generic alias.
    pub fn new_alias(
        &mut self,
        name: Symbol,
        pkg: PkgId,
        obj: ObjId,
        targs: Rc<[TypeId]>,
        target: TypeId,
    ) -> TypeId {
        if let Some(&id) = self.alias_instances.get(&(obj, targs.clone())) {
            return id;
        }
        let shape = self.get(target).clone();
        let (canon, generic) = (self.canon(target), self.is_parameterized(target));
        let id = self.push(shape, canon, generic);
        self.aliases.insert(id, Alias { name, pkg, obj, tparams: [].into(), targs: targs.clone(), target });
        self.alias_instances.insert((obj, targs), id);
        id
    }

    /// Makes an alias generic.
    pub fn set_alias_tparams(&mut self, alias: TypeId, tparams: Rc<[TypeParamId]>) {
        if let Some(alias) = self.aliases.get_mut(&alias) {
            alias.tparams = tparams;
        }
    }

    /// The type parameters of a generic alias, and the type that it stands for.
    pub fn alias_generic(&self, t: TypeId) -> Option<(Rc<[TypeParamId]>, TypeId)> {
        let alias = self.aliases.get(&t)?;
        (!alias.tparams.is_empty() && alias.targs.is_empty()).then(|| (alias.tparams.clone(), alias.target))
    }

    /// Whether the id is spelled as a generic alias, or as an instance of one.
    pub fn is_alias_of_generic(&self, t: TypeId) -> bool {
        self.aliases.get(&t).is_some_and(|alias| !alias.tparams.is_empty() || !alias.targs.is_empty())
    }

    /// The instance of a generic alias.
    pub fn alias_instance(&mut self, t: TypeId, targs: &[TypeId]) -> TypeId {
        let Some(alias) = self.aliases.get(&t) else { return t };
        let (name, pkg, obj, tparams, target) =
            (alias.name, alias.pkg, alias.obj, alias.tparams.clone(), alias.target);
        let target = self.subst(target, &Subst::new(&tparams, targs));
        self.new_alias(name, pkg, obj, targs.into(), target)
    }

    /// What an alias stands for, if it is one; not what is inside of it. `byte` and `rune` stand for themselves.
    pub fn unalias(&self, t: TypeId) -> TypeId {
        let mut t = t;
        while let Some(alias) = self.aliases.get(&t)
            && !matches!(t, TypeId::BYTE | TypeId::RUNE)
        {
            t = alias.target;
        }
        t
    }

    /// The object and meaning of an alias.
    pub fn as_alias(&self, t: TypeId) -> Option<(ObjId, TypeId)> {
        self.aliases.get(&t).map(|a| (a.obj, a.target))
    }

    /// Whether the id is spelled by a declared name: a defined type or an alias.
    pub fn is_declared_name(&self, t: TypeId) -> bool {
        self.aliases.contains_key(&t) || matches!(self.get(t), Type::Named(_))
    }

    /// The type as a diagnostic of package `pkg` writes it.
    pub fn type_string(&self, t: TypeId, qualifier: Qualifier) -> String {
        self.type_string_in(t, qualifier, &[])
    }

    /// The same in a method whose receiver has names of its own for the parameters of its type.
    pub fn type_string_in(&self, t: TypeId, qualifier: Qualifier, names: &[TypeParamName]) -> String {
        let mut out = String::new();
        Writer { table: self, out: &mut out, qualifier, names, depth: 0, argument: false, bare: false }.ty(t);
        out
    }

    /// The type as `%T` prints it: `main.T`, `[]int`, `struct { X int }`.
    pub fn runtime_string(&self, t: TypeId) -> String {
        self.type_string(t, Qualifier::Runtime)
    }

    /// Appends the type's text.
    pub fn write_type(&self, out: &mut String, t: TypeId, qualifier: Qualifier) {
        Writer { table: self, out, qualifier, names: &[], depth: 0, argument: false, bare: false }.ty(t);
    }

    /// Appends a signature's text without the word `func` and without the names of parameters, its own and those of
    /// functions in it: `(int) string`. As in Go's compiler, a single result that has a name keeps its parentheses.
    pub fn write_signature(&self, out: &mut String, sig: &Signature, qualifier: Qualifier) {
        let depth = 0;
        Writer { table: self, out, qualifier, names: &[], depth, argument: false, bare: true }.signature(sig);
    }

    /// Appends a term: `~int`.
    pub fn write_term(&self, out: &mut String, term: Term, qualifier: Qualifier) {
        if term.tilde {
            out.push('~');
        }
        self.write_type(out, term.ty, qualifier);
    }

    /// A package's name as the qualifier has it, with the dot; empty for local and predeclared names.
    pub fn package_prefix(&self, pkg: PkgId, qualifier: Qualifier) -> String {
        if pkg == PkgId::UNIVERSE {
            return String::new();
        }
        let info = self.pkg(pkg);
        match qualifier {
            Qualifier::Local(here) | Qualifier::Compiler(here) if here == pkg => String::new(),
            Qualifier::Local(_) => {
                let same = |p: &&PkgInfo| p.name == info.name && p.path != info.path;
                let known = HOMONYMS.contains(&&*info.path) || self.homonyms.contains(&*info.path);
                if known || self.pkgs.iter().skip(1).any(|p| same(&p)) {
                    format!("{:?}.", &*info.path)
                } else {
                    format!("{}.", info.name.as_str())
                }
            }
            Qualifier::Runtime | Qualifier::Compiler(_) => format!("{}.", info.name.as_str()),
            Qualifier::Path => format!("{}.", info.path),
        }
    }
}

struct Writer<'a> {
    table: &'a TypeTable,
    out: &'a mut String,
    qualifier: Qualifier,
    names: &'a [TypeParamName],
    depth: usize,
    /// Inside the type arguments of a run-time name, which Go writes so that types of one text are one type: names have
    /// their package's path, those of types in functions a number.
    argument: bool,
    /// Whether parameters and results are written without their names.
    bare: bool,
}

impl Writer<'_> {
    fn runtime(&self) -> bool {
        self.qualifier == Qualifier::Runtime
    }

    fn list(&mut self, list: &[TypeId]) {
        for (i, &t) in list.iter().enumerate() {
            if i > 0 {
                self.out.push_str(if self.runtime() { "," } else { ", " });
            }
            self.ty(t);
        }
    }

    fn declared(&mut self, name: Symbol, pkg: PkgId) {
        let qualifier = if self.argument { Qualifier::Path } else { self.qualifier };
        self.out.push_str(&self.table.package_prefix(pkg, qualifier));
        self.out.push_str(name.as_str());
    }

    /// A defined type as the run time names it. The arguments of the function around a local type come first.
    fn runtime_named(&mut self, id: NamedId) {
        let (table, named) = (self.table, self.table.named(id));
        self.declared(named.name, named.pkg);
        if named.origin.is_some() {
            let own = table.own_targs(id);
            let outer = &named.targs[..named.targs.len() - own.len()];
            let before = std::mem::replace(&mut self.argument, true);
            self.out.push('[');
            self.list(outer);
            if !outer.is_empty() && !own.is_empty() {
                self.out.push(';');
            }
            self.list(own);
            self.out.push(']');
            self.argument = before;
        }
        if self.argument
            && let Some(number) = table.local_number(id)
        {
            let _ = write!(self.out, "·{number}");
        }
    }

    fn ty(&mut self, t: TypeId) {
        if self.depth > DEPTH {
            self.out.push_str("...");
            return;
        }
        self.depth += 1;
        self.shape(t);
        self.depth -= 1;
    }

    fn shape(&mut self, t: TypeId) {
        let table = self.table;
        if let Some(alias) = table.aliases.get(&t)
            && !self.runtime()
        {
            self.declared(alias.name, alias.pkg);
            if !alias.targs.is_empty() {
                self.out.push('[');
                self.list(&alias.targs);
                self.out.push(']');
            } else if !alias.tparams.is_empty() {
                self.tparams(&alias.tparams);
            }
            return;
        }
        match table.get(t) {
            Type::Invalid => self.out.push_str("invalid type"),
            Type::Basic(b) => self.out.push_str(b.name()),
            Type::Pointer(e) => {
                self.out.push('*');
                self.ty(*e);
            }
            Type::Slice(e) => {
                self.out.push_str("[]");
                self.ty(*e);
            }
            Type::Array(e, n) => {
                let _ = write!(self.out, "[{n}]");
                self.ty(*e);
            }
            Type::Map(k, v) => {
                self.out.push_str("map[");
                self.ty(*k);
                self.out.push(']');
                self.ty(*v);
            }
            Type::Chan(dir, e) => {
                let parens = *dir != Dir::Send && matches!(table.get(*e), Type::Chan(Dir::Recv, _));
                self.out.push_str(match dir {
                    Dir::Both => "chan ",
                    Dir::Send => "chan<- ",
                    Dir::Recv => "<-chan ",
                });
                let parens = parens && *dir == Dir::Both;
                if parens {
                    self.out.push('(');
                }
                self.ty(*e);
                if parens {
                    self.out.push(')');
                }
            }
            Type::Struct(fields) => self.structure(fields),
            Type::Func(sig) => {
                self.out.push_str("func");
                self.signature(sig);
            }
            Type::Interface(iface) => self.interface(iface),
            Type::Tuple(list) => {
                self.out.push('(');
                self.vars(list, table.tuple_names.get(&t).map(|names| &**names), false);
                self.out.push(')');
            }
            Type::TypeParam(p) => {
                let param = table.tparam(*p);
                let (name, place) = match self.names.iter().find(|n| n.param == *p) {
                    Some(renamed) => (renamed.name, &renamed.place),
                    None => (param.name, &param.place),
                };
                self.out.push_str(name.as_str());
                if let Some(place) = place {
                    let _ = write!(self.out, " /* with {name} declared at {place} */");
                }
            }
            Type::Union(terms) => self.terms(terms),
            Type::Named(id) if self.runtime() => self.runtime_named(*id),
            Type::Named(id) => {
                let named = table.named(*id);
                if table.shadowed.contains(&table.origin(*id)) {
                    self.out.push_str("old ");
                }
                self.declared(named.name, named.pkg);
                let targs = table.own_targs(*id);
                if !targs.is_empty() {
                    self.out.push('[');
                    self.list(targs);
                    self.out.push(']');
                } else if named.origin.is_none() && !named.tparams.is_empty() {
                    self.tparams(&named.tparams);
                }
            }
        }
    }

    fn structure(&mut self, fields: &[Field]) {
        let spaced = matches!(self.qualifier, Qualifier::Runtime | Qualifier::Compiler(_));
        let (open, close) = if spaced { ("struct { ", " }") } else { ("struct{", "}") };
        if fields.is_empty() {
            self.out.push_str(if spaced { "struct {}" } else { "struct{}" });
            return;
        }
        self.out.push_str(open);
        for (i, f) in fields.iter().enumerate() {
            if i > 0 {
                self.out.push_str("; ");
            }
            if !f.embedded {
                self.member(f.name, f.pkg);
                self.out.push(' ');
            } else if self.argument && !self.is_named_as(f.ty, f.name) {
                self.out.push_str(f.name.as_str());
                self.out.push_str(" = ");
            }
            self.ty(f.ty);
            if !f.tag.is_empty() {
                let _ = write!(self.out, " {}", quote(&f.tag));
            }
        }
        self.out.push_str(close);
    }

    /// The name of a field or method: one that is not exported has its package before it in a type argument.
    fn member(&mut self, name: Symbol, pkg: PkgId) {
        if self.argument && !name.is_exported() {
            self.out.push_str(&self.table.package_prefix(pkg, Qualifier::Path));
        }
        self.out.push_str(name.as_str());
    }

    /// Whether a type, or what it points to, is written as just this name and its package.
    fn is_named_as(&self, t: TypeId, name: Symbol) -> bool {
        match self.table.get(t) {
            Type::Pointer(e) => self.is_named_as(*e, name),
            Type::Named(id) => self.table.named(*id).origin.is_none() && self.table.named(*id).name == name,
            Type::Basic(basic) => basic.name() == name.as_str(),
            _ => false,
        }
    }

    fn interface(&mut self, iface: &Interface) {
        let runtime = self.runtime();
        if let Some(decl) = &iface.decl
            && !runtime
        {
            if decl.implicit && decl.methods.is_empty() && decl.embeds.len() == 1 {
                self.ty(decl.embeds[0]);
                return;
            }
            self.out.push_str("interface{");
            let mut first = true;
            for m in decl.methods.iter() {
                if !std::mem::take(&mut first) {
                    self.out.push_str("; ");
                }
                self.method(m);
            }
            for &e in decl.embeds.iter() {
                if !std::mem::take(&mut first) {
                    self.out.push_str("; ");
                }
                self.ty(e);
            }
            self.out.push('}');
            return;
        }
        if iface.is_empty() {
            self.out.push_str(if runtime { "interface {}" } else { "interface{}" });
            return;
        }
        self.out.push_str(if runtime { "interface { " } else { "interface{" });
        let mut first = true;
        for m in iface.methods.iter() {
            if !std::mem::take(&mut first) {
                self.out.push_str("; ");
            }
            self.method(m);
        }
        if iface.comparable {
            if !std::mem::take(&mut first) {
                self.out.push_str("; ");
            }
            self.out.push_str("comparable");
        }
        if let Some(terms) = &iface.terms {
            if !std::mem::take(&mut first) {
                self.out.push_str("; ");
            }
            self.terms(terms);
        }
        self.out.push_str(if runtime { " }" } else { "}" });
    }

    fn method(&mut self, m: &IMethod) {
        if self.runtime() && !self.argument && !m.name.is_exported() {
            self.out.push_str(&self.table.package_prefix(m.pkg, self.qualifier));
        }
        self.member(m.name, m.pkg);
        match self.table.get(m.sig) {
            Type::Func(sig) => self.signature(sig),
            _ => self.out.push_str("()"),
        }
    }

    fn terms(&mut self, terms: &[Term]) {
        for (i, term) in terms.iter().enumerate() {
            if i > 0 {
                self.out.push_str(" | ");
            }
            if term.tilde {
                self.out.push('~');
            }
            self.ty(term.ty);
        }
    }

    /// `[P any, Q, R ~int]`: a constraint is written once for neighbours that share it.
    fn tparams(&mut self, list: &[TypeParamId]) {
        self.out.push('[');
        let mut bound = None;
        for (i, &p) in list.iter().enumerate() {
            let data = self.table.tparam(p);
            if i > 0 {
                if let Some(b) = bound
                    && b != data.bound
                {
                    self.out.push(' ');
                    self.ty(b);
                }
                self.out.push_str(", ");
            }
            bound = Some(data.bound);
            self.out.push_str(data.name.as_str());
        }
        if let Some(b) = bound {
            self.out.push(' ');
            self.ty(b);
        }
        self.out.push(']');
    }

    fn signature(&mut self, sig: &Signature) {
        if !sig.tparams.is_empty() {
            self.tparams(&sig.tparams);
        }
        let n = sig.params.len();
        let names = if self.runtime() { None } else { sig.names.as_deref() };
        let nameless = names.is_none_or(|names| names.get(n).is_none_or(|name| name.as_str().is_empty()));
        let names = names.filter(|_| !self.bare);
        self.out.push('(');
        self.vars(&sig.params, names.map(|names| &names[..n]), sig.variadic);
        self.out.push(')');
        match &*sig.results {
            [] => {}
            [one] if nameless => {
                self.out.push(' ');
                self.ty(*one);
            }
            results => {
                self.out.push_str(" (");
                self.vars(results, names.map(|names| &names[n..]), false);
                self.out.push(')');
            }
        }
    }

    fn vars(&mut self, types: &[TypeId], names: Option<&[Symbol]>, variadic: bool) {
        for (i, &t) in types.iter().enumerate() {
            if i > 0 {
                self.out.push_str(", ");
            }
            if let Some(name) = names.and_then(|names| names.get(i))
                && !name.as_str().is_empty()
            {
                self.out.push_str(name.as_str());
                self.out.push(' ');
            }
            if variadic && i + 1 == types.len() {
                self.out.push_str("...");
                match self.table.get(t) {
                    Type::Slice(e) => self.ty(*e),
                    _ => self.ty(t),
                }
            } else {
                self.ty(t);
            }
        }
    }
}

/// A string literal as Go writes it.
fn quote(s: &str) -> String {
    let mut out = String::with_capacity(s.len() + 2);
    out.push('"');
    for c in s.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if (c as u32) < 0x20 || c as u32 == 0x7f => {
                let _ = write!(out, "\\x{:02x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
