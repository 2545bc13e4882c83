//! The checker itself: its state, its errors, and what other stages ask it.

use super::info::Info;
use super::object::*;
use super::scope::{ScopeId, Scopes};
use crate::ast::{self, FuncDecl, NodeId, NodeIds};
use crate::check::consts::ConstValue;
use crate::diag::{Code, Diagnostic, Severity};
use crate::source::{Pos, SourceMap, Span, Symbol, sym};
use crate::types::universe::{self, BUILTINS};
use crate::types::{TypeId, TypeParamId, TypeTable};
use hashbrown::{HashMap, HashSet};
use std::rc::Rc;

/// A package that was found.
#[derive(Debug)]
pub struct Package {
    /// Its import path.
    pub path: Rc<str>,
    /// Its name.
    pub name: Symbol,
    /// Its objects.
    pub scope: ScopeId,
    /// Whether it belongs to the standard library: then its objects are found, and its bodies checked, on
    /// demand.
    pub std: bool,
    /// Whether functions without body are natives of the host.
    pub natives: bool,
    /// Its files.
    pub files: Vec<Rc<ast::File>>,
    /// The packages that it imports, in order of first import.
    pub imports: Vec<PkgId>,
    /// All package-level objects and methods, in the order of the source.
    pub objects: Vec<ObjId>,
    /// Its `init` functions, in order.
    pub inits: Vec<ObjId>,
}

/// Work that must wait until the declarations in progress are complete.
pub(super) type Action = Box<dyn FnOnce(&mut Checker)>;

/// Where the checker is.
#[derive(Clone, Debug)]
pub(super) struct Env {
    /// The package being checked.
    pub pkg: PkgId,
    /// The innermost scope.
    pub scope: ScopeId,
    /// The package-level declaration, to note what it depends on.
    pub decl: Option<DeclId>,
    /// The value of `iota` in a constant declaration.
    pub iota: Option<ConstValue>,
    /// Where errors of a repeated constant expression are reported.
    pub errpos: Option<Span>,
    /// The function around.
    pub sig: Option<Rc<FuncSig>>,
    /// Type parameters in scope.
    pub tparams: Rc<[TypeParamId]>,
    /// Whether a call or receive was seen: then `len` of an array is no constant.
    pub has_call_or_recv: bool,
    /// Whether a list of type parameters is being checked.
    pub in_tparams: bool,
    /// Whether the right-hand side of an alias is being checked.
    pub in_alias: bool,
    /// The scope of a script's top level, while its statements are checked: what they declare right there
    /// belongs to the package.
    pub script_top: Option<ScopeId>,
}

/// The checker. It lives as long as the program runs, because the bodies of standard functions are
/// checked when they are first compiled.
pub struct Checker {
    /// All types.
    pub tt: TypeTable,
    /// All objects, by [`ObjId`].
    pub objs: Vec<Object>,
    /// What was found out about nodes.
    pub info: Info,
    /// What there is to report.
    pub diags: Vec<Diagnostic>,
    /// All files.
    pub sources: SourceMap,
    /// The counter of nodes, for files that are parsed on demand.
    pub nodes: NodeIds,
    /// All packages, by [`PkgId`]; the first is the universe.
    pub packages: Vec<Package>,
    pub(super) scopes: Scopes,
    pub(super) decls: Vec<DeclInfo>,
    pub(super) env: Env,
    /// What is put off, with the package that it belongs to.
    pub(super) delayed: Vec<(PkgId, Action)>,
    /// Objects whose declarations are in progress, outermost first.
    pub(super) obj_path: Vec<ObjId>,
    /// Methods whose receiver base type is not declared yet in the type table, by type name.
    pub(super) methods: HashMap<ObjId, Vec<(ObjId, bool)>>,
    /// Untyped left operands of non-constant shifts whose type is still open.
    pub(super) shift_lhs: HashSet<NodeId>,
    /// Calls of the predeclared `panic`, for the analysis of missing returns.
    pub(super) panics: HashSet<NodeId>,
    pub(super) func_sigs: HashMap<ObjId, Rc<FuncSig>>,
    pub(super) lit_sigs: HashMap<NodeId, Rc<FuncSig>>,
    pub(super) by_path: HashMap<Rc<str>, PkgId>,
    /// Objects that a dot-import brought into a file's scope, with the import.
    pub(super) dot_imports: HashMap<(ScopeId, Symbol), ObjId>,
    /// Explicit imports of the package being checked.
    pub(super) import_names: Vec<ObjId>,
    /// Local variables of the function being checked, to find unused ones.
    pub(super) locals: Vec<ObjId>,
    /// Finds packages by import path.
    pub(super) loader: Option<Box<dyn super::import::Loader>>,
    /// The paths of the packages that are being read, outermost first; the main package is not among them.
    pub(super) importing: Vec<Rc<str>>,
    /// Where the imports of packages of the program, by where they stand, have led: the path, or none for the main package.
    pub(super) imported_at: HashMap<Pos, Option<Rc<str>>>,
    /// The objects of packages that importers know of; see `exported.rs`.
    pub(super) shown_objects: HashMap<PkgId, Rc<hashbrown::HashSet<ObjId>>>,
    /// Packages of the host, which scripts may use without importing them.
    pub(super) implicit: Vec<PkgId>,
    pub(super) scripts: HashSet<PkgId>,
    /// Types of named struct declarations, to find where a field is declared.
    pub(super) field_spans: HashMap<(ObjId, Symbol), Span>,
    /// The interface types of the package that is being checked, as they are written.
    pub(super) interface_literals: Vec<(Span, TypeId)>,
    pub(super) valid_types: HashSet<crate::types::NamedId>,
    /// The scopes of methods whose receivers have names of their own for the parameters of their types.
    pub(super) renamed: HashMap<ScopeId, Vec<crate::types::TypeParamName>>,
    /// Where instances of generic types are mentioned first.
    pub(super) instance_spans: HashMap<crate::types::NamedId, Span>,
    /// Defined types that an alias mentioned before they were declared.
    pub(super) pending_types: Vec<ObjId>,
    /// Packages that are checked, in order of initialisation.
    pub(super) finished: Vec<super::collect::PackageInit>,
    /// Directories of packages on disk.
    pub(super) dirs: HashMap<PkgId, std::path::PathBuf>,
    /// Files in older versions of the language.
    pub(super) old_files: Vec<super::version::OldFile>,
    /// Functions `main` of scripts.
    pub(super) script_mains: Vec<ObjId>,
    /// What Go's compiler says only of programs that have no other errors: where, and the text.
    pub(super) late: Vec<(Span, Code, String)>,
    /// Functions without a body.
    pub(super) bodyless: Vec<Span>,
    /// The standard packages.
    pub(super) std: super::std_pkg::StdState,
    /// The instantiations of the package being checked.
    pub(super) mono: super::mono::MonoGraph,
    /// The interactive session, if there is one.
    pub(super) session: Option<super::session::Session>,
}

impl Checker {
    /// A checker with the predeclared names. `loader` finds imported packages.
    pub fn new(
        sources: SourceMap,
        nodes: NodeIds,
        loader: Option<Box<dyn super::import::Loader>>,
    ) -> Checker {
        let mut scopes = Scopes::default();
        let root = scopes.open(None);
        let universe = Package {
            path: "".into(),
            name: sym::EMPTY,
            scope: root,
            std: true,
            natives: false,
            files: Vec::new(),
            imports: Vec::new(),
            objects: Vec::new(),
            inits: Vec::new(),
        };
        let mut checker = Checker {
            tt: TypeTable::new(),
            objs: Vec::with_capacity(256),
            info: Info::default(),
            diags: Vec::new(),
            sources,
            nodes,
            packages: vec![universe],
            scopes,
            decls: Vec::new(),
            env: Env {
                pkg: PkgId::UNIVERSE,
                scope: root,
                decl: None,
                iota: None,
                errpos: None,
                sig: None,
                tparams: [].into(),
                has_call_or_recv: false,
                in_tparams: false,
                in_alias: false,
                script_top: None,
            },
            delayed: Vec::new(),
            obj_path: Vec::new(),
            methods: HashMap::new(),
            shift_lhs: HashSet::new(),
            panics: HashSet::new(),
            func_sigs: HashMap::new(),
            lit_sigs: HashMap::new(),
            by_path: HashMap::new(),
            dot_imports: HashMap::new(),
            import_names: Vec::new(),
            locals: Vec::new(),
            loader,
            implicit: Vec::new(),
            importing: Vec::new(),
            imported_at: HashMap::new(),
            shown_objects: HashMap::new(),
            scripts: HashSet::new(),
            field_spans: HashMap::new(),
            interface_literals: Vec::new(),
            valid_types: HashSet::new(),
            renamed: HashMap::new(),
            instance_spans: HashMap::new(),
            pending_types: Vec::new(),
            finished: Vec::new(),
            dirs: HashMap::new(),
            old_files: Vec::new(),
            script_mains: Vec::new(),
            late: Vec::new(),
            bodyless: Vec::new(),
            std: super::std_pkg::StdState::default(),
            mono: super::mono::MonoGraph::default(),
            session: None,
        };
        checker.declare_universe(root);
        checker
    }

    fn declare_universe(&mut self, root: ScopeId) {
        for (name, ty) in universe::TYPES {
            self.predeclare(root, name, ObjectKind::TypeName { alias: false }, ty);
        }
        self.predeclare(root, "true", ObjectKind::Const(Some(true.into())), TypeId::UNTYPED_BOOL);
        self.predeclare(root, "false", ObjectKind::Const(Some(false.into())), TypeId::UNTYPED_BOOL);
        self.predeclare(root, "iota", ObjectKind::Const(Some(0.into())), TypeId::UNTYPED_INT);
        self.predeclare(root, "nil", ObjectKind::Nil, TypeId::UNTYPED_NIL);
        for row in &BUILTINS {
            self.predeclare(root, row.name, ObjectKind::Builtin(row.id), TypeId::INVALID);
        }
    }

    fn predeclare(&mut self, root: ScopeId, name: &str, kind: ObjectKind, ty: TypeId) {
        let name = Symbol::intern(name);
        let obj = self.new_obj(name, Span::NONE, kind, Some(ty));
        self.scopes.get_mut(root).set(name, obj);
    }

    /// An object.
    pub fn obj(&self, id: ObjId) -> &Object {
        &self.objs[id.0 as usize]
    }

    /// The canonical type of an object; resolves its declaration if that has not happened yet.
    pub fn obj_type(&mut self, id: ObjId) -> TypeId {
        self.resolve(id);
        self.obj(id).ty
    }

    /// The declaration of a function or method.
    pub fn func_decl(&self, id: ObjId) -> Option<Rc<FuncDecl>> {
        match &self.decls[self.obj(id).decl?.0 as usize].kind {
            DeclKind::Func(decl) => Some(decl.clone()),
            DeclKind::Const { .. }
            | DeclKind::Var { .. }
            | DeclKind::ScriptVar
            | DeclKind::Statements
            | DeclKind::Type(_) => None,
        }
    }

    /// The declaration of a package-level object or method, for the order of initialisation and for
    /// initialisers.
    pub fn decl_of(&self, id: ObjId) -> Option<&DeclInfo> {
        self.obj(id).decl.map(|d| &self.decls[d.0 as usize])
    }

    /// Receiver, parameters and results of a declared function, named or not; resolves it.
    pub fn func_sig(&mut self, id: ObjId) -> Option<Rc<FuncSig>> {
        self.resolve(id);
        self.func_sigs.get(&id).cloned()
    }

    /// The same for a function literal, by the expression's id, once the function around it was checked.
    pub fn lit_sig(&self, lit: NodeId) -> Option<Rc<FuncSig>> {
        self.lit_sigs.get(&lit).cloned()
    }

    /// Resolves an object's declaration from outside of checking.
    pub fn resolve(&mut self, id: ObjId) {
        if self.obj(id).shown.is_none() {
            self.obj_decl(id);
            if self.obj_path.is_empty() {
                self.process_delayed(0);
            }
        }
    }

    /// A package.
    pub fn package(&self, id: PkgId) -> &Package {
        &self.packages[id.0 as usize]
    }

    pub(super) fn new_obj(
        &mut self,
        name: Symbol,
        span: Span,
        kind: ObjectKind,
        ty: Option<TypeId>,
    ) -> ObjId {
        let id = ObjId(self.objs.len() as u32);
        let canon = ty.map_or(TypeId::INVALID, |t| self.tt.canon(t));
        self.objs.push(Object {
            name,
            pkg: self.env.pkg,
            span,
            kind,
            ty: canon,
            shown: ty,
            decl: None,
            used: false,
        });
        id
    }

    pub(super) fn new_var(&mut self, kind: VarKind, name: Symbol, span: Span, ty: Option<TypeId>) -> ObjId {
        let obj = self.new_obj(name, span, ObjectKind::Var(kind), ty);
        if let Some(ty) = ty {
            self.limit_element(span, ty);
        }
        obj
    }

    pub(super) fn set_obj_type(&mut self, id: ObjId, ty: TypeId) {
        let canon = self.tt.canon(ty);
        let obj = &mut self.objs[id.0 as usize];
        obj.ty = canon;
        obj.shown = Some(ty);
        if matches!(obj.kind, ObjectKind::Var(_)) {
            let span = obj.span;
            self.limit_element(span, ty);
        }
    }

    /// The spelled type of an object; invalid if it is not resolved.
    pub(super) fn shown(&self, id: ObjId) -> TypeId {
        self.obj(id).shown.unwrap_or(TypeId::INVALID)
    }

    pub(super) fn later(&mut self, action: impl FnOnce(&mut Checker) + 'static) {
        self.delayed.push((self.env.pkg, Box::new(action)));
    }

    /// Does the work that was put off since the list had length `top`, and what that work puts off.
    pub(super) fn process_delayed(&mut self, top: usize) {
        if self.delayed.len() == top {
            return;
        }
        let env = self.env.clone();
        let mut next = top;
        while next < self.delayed.len() {
            let (pkg, action) =
                std::mem::replace(&mut self.delayed[next], (PkgId::UNIVERSE, Box::new(|_| {})));
            next += 1;
            self.env.pkg = pkg;
            action(self);
        }
        self.delayed.truncate(top);
        self.env = env;
    }

    // Errors.

    /// Reports an error. Errors that only follow from others are dropped.
    pub(super) fn report(&mut self, mut diag: Diagnostic) {
        if let Some(at) = self.env.errpos {
            diag.span = at;
        }
        // Lists of types below a message about their number do not count.
        let text = diag.message.split("\n\thave (").next().unwrap_or_default();
        let follow_up = |needle: &str| text.find(needle).is_some_and(|at| at > 0);
        if !self.diags.is_empty() && (follow_up("invalid operand") || follow_up("invalid type")) {
            return;
        }
        self.diags.push(diag);
    }

    /// Reports an error at a place.
    pub(super) fn err(&mut self, code: Code, span: Span, message: impl Into<String>) {
        self.report(Diagnostic::error(code, span, message));
    }

    /// Reports something that is an error in files with a package clause and a warning in scripts.
    pub(super) fn soft(&mut self, code: Code, span: Span, message: impl Into<String>) {
        let mut diag = Diagnostic::error(code, span, message);
        if self.scripts.contains(&self.env.pkg) {
            diag.severity = Severity::Warning;
        }
        self.report(diag);
    }

    /// `file:line:col` of a position, as messages mention it.
    pub(super) fn place(&self, pos: Pos) -> String {
        self.sources.origin(pos).map_or("-".to_owned(), |origin| origin.to_string())
    }

    // Scopes.

    pub(super) fn open_scope(&mut self) -> ScopeId {
        let outer = self.env.scope;
        self.env.scope = self.scopes.open(Some(outer));
        outer
    }

    /// The object that a name denotes here.
    pub(super) fn lookup(&self, name: Symbol) -> Option<ObjId> {
        self.scopes.lookup(self.env.scope, name).map(|(_, obj)| obj)
    }

    /// Enters an object into a scope; an object that is there already is an error, and false the result.
    pub(super) fn declare(&mut self, scope: ScopeId, ident: Option<NodeId>, obj: ObjId) -> bool {
        let (name, span) = (self.obj(obj).name, self.obj(obj).span);
        if !name.is_blank() {
            if let Some(other) = self.scopes.get(scope).get(name) {
                let mut diag =
                    Diagnostic::error(Code::Redeclared, span, format!("{name} redeclared in this block"));
                let at = self.obj(other).span;
                if !at.is_none() {
                    diag = diag.with_related(at, format!("other declaration of {name}"));
                }
                self.report(diag);
                return false;
            }
            self.scopes.get_mut(scope).set(name, obj);
        }
        if let Some(ident) = ident {
            self.info.set_def(ident, obj);
        }
        true
    }

    /// Notes that the declaration being checked depends on a package-level object; on a variable of a script, too.
    pub(super) fn add_dep(&mut self, obj: ObjId) {
        let object = self.obj(obj);
        if let Some(decl) = self.env.decl
            && (object.decl.is_some() || object.is_package_var() || self.is_of_session(obj))
        {
            let deps = &mut self.decls[decl.0 as usize].deps;
            if deps.last() != Some(&obj) && !(deps.len() < 16 && deps.contains(&obj)) {
                deps.push(obj);
            }
        }
    }
}
