//! How much room `append` makes for a slice that Go would keep on the stack: programs see it by `cap`.
//!
//! Go gives the first array of a slice that does not escape 32 bytes, and moves one that escapes at a single place to the
//! heap there, its capacity cut to what the allocator has. So which slices escape has to be found out here, too: by one walk
//! over a function, without regard to order. A variable escapes if its value gets where the walk does not follow it. What a
//! called function does to its parameters is known by walking over that as well, and a call that is made in place (see
//! [`in_place`](super::in_place)) is walked over in its place, as Go does with what it inlines; it inlines more than that.

mod calls;
mod walk;

use hashbrown::HashMap;
use std::rc::Rc;

use super::analyze::{Analysis, Body, Called};
use super::unit::Unit;
use crate::ast::*;
use crate::bytecode::FuncFlags;
use crate::check::CallKind;
use crate::check::object::FuncSig;
use crate::source::{Pos, Span};
use crate::types::universe::Builtin;
use crate::types::{ObjId, Subst, Type, TypeId};

/// The call in whose place a piece of code stands, by the expression that is called; none for a function's own code.
pub(super) type Site = Option<NodeId>;

/// A call of `append`, by its number.
pub(super) type Append = (Site, NodeId);

/// A variable of the function, or of one that is called in place.
type VarId = (Site, ObjId);

/// The room of an `append`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Room {
    /// All 32 bytes, the first time that this `append` finds an empty slice.
    Whole,
    /// In steps, up to 32 bytes.
    Steps,
}

/// What is known of the slices of a function, and of the literals in it.
#[derive(Debug, Default)]
pub(super) struct Growth {
    /// By the number of the call.
    rooms: HashMap<Append, Room>,
    /// The calls with [`Room::Whole`] in a body, by where the body begins: each needs to know whether it made room before.
    wholes: HashMap<Pos, Vec<Append>>,
    /// Slices that are moved to the heap before a statement, by where it begins, with the call that made the first room.
    moves: HashMap<(Site, Pos), Vec<(ObjId, Append)>>,
}

impl Growth {
    /// The room of an `append`, if it is not the ordinary one.
    pub(super) fn room(&self, call: Append) -> Option<Room> {
        self.rooms.get(&call).copied()
    }

    /// The calls with [`Room::Whole`] in this body.
    pub(super) fn wholes(&self, body: Span) -> &[Append] {
        self.wholes.get(&body.lo).map_or(&[], |v| v)
    }

    /// The slices that are moved to the heap before this statement.
    pub(super) fn moves(&self, site: Site, stmt: Span) -> &[(ObjId, Append)] {
        self.moves.get(&(site, stmt.lo)).map_or(&[], |v| v)
    }
}

/// Where a value goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dest {
    /// Nowhere: it is looked at.
    Nowhere,
    Var(VarId),
    /// Where the walk does not follow.
    Away,
}

/// A variable that is a slice, or has slices in it.
#[derive(Default)]
struct Var {
    escapes: bool,
    /// The variables that it is assigned to.
    into: Vec<VarId>,
    /// How often it is mentioned; and how often in a way that leaves it the only one with its array.
    mentions: u32,
    harmless: u32,
    /// The statements after which it is not the only one.
    shared: Vec<Pos>,
    lost: bool,
    shows_cap: bool,
    /// How often it is appended to, by a guess.
    appended: u32,
    depth: u32,
}

/// A declared function with its type arguments.
type Callee = (ObjId, Rc<[TypeId]>);

/// An `append` whose result is followed.
struct Made {
    call: Append,
    /// The variable that is appended to.
    key: Option<VarId>,
    result: Dest,
    func: usize,
}

struct Walk<'a, 'u> {
    unit: &'a mut Unit<'u>,
    flags: FuncFlags,
    facts: Rc<Analysis>,
    subst: Rc<Subst>,
    vars: HashMap<VarId, Var>,
    made: Vec<Made>,
    /// The bodies met, and the slices among their named results.
    funcs: Vec<(Pos, Vec<ObjId>)>,
    func: usize,
    loops: u32,
    stmt: Pos,
    /// Where the code stands, and where its results go, if it is that of a call made in place.
    site: Site,
    results: Vec<Dest>,
}

/// Which parameters of functions get away, the receiver first.
#[derive(Default)]
pub(super) struct Known {
    functions: HashMap<Callee, Rc<[bool]>>,
    /// How many functions are being looked at because another one calls them.
    depth: u32,
    /// Whether small functions of programs append.
    appending: HashMap<ObjId, bool>,
}

/// So far calls are followed.
const MAX_DEPTH: u32 = 20;

/// Which parameters of a declared function get away.
fn away(unit: &mut Unit<'_>, callee: &Callee) -> Rc<[bool]> {
    if let Some(known) = unit.st.escaping.functions.get(callee) {
        return known.clone();
    }
    let (obj, targs) = callee;
    unit.chk.ensure_body(*obj);
    let (Some(decl), Some(sig)) = (unit.chk.func_decl(*obj), unit.chk.func_sig(*obj)) else {
        return [].into();
    };
    let count = sig.recv.iter().chain(sig.params.iter()).count();
    let Some(body) = &decl.body else {
        // A native keeps nothing, but may give back what it was given.
        let gives = sig.results.iter().any(|&r| {
            let t = unit.chk.obj_type(r);
            matches!(unit.chk.tt.under_shape(t), Type::Slice(_))
        });
        return std::iter::repeat_n(gives, count).collect();
    };
    // Meanwhile, and if it goes too deep.
    let all: Rc<[bool]> = std::iter::repeat_n(true, count).collect();
    if unit.st.escaping.depth >= MAX_DEPTH {
        return all;
    }
    unit.st.escaping.functions.insert(callee.clone(), all);
    unit.st.escaping.depth += 1;
    let subst = if targs.is_empty() { Subst::default() } else { Subst::new(&sig.tparams, targs) };
    let flags = unit.file_flags(unit.chk.obj(*obj).pkg, decl.name.span);
    let facts = unit.analysis(Some(flags), &subst, Some(&sig), Body::Block(body));
    let (_, away) = growth(unit, flags, &Rc::new(facts), &Rc::new(subst), &sig, body);
    unit.st.escaping.depth -= 1;
    unit.st.escaping.functions.insert(callee.clone(), away.clone());
    away
}

/// Whether anything is appended, other than slices to slices, in the body or in one of a small function that it calls.
pub(super) fn appends(unit: &mut Unit<'_>, body: &Block) -> bool {
    struct Finder<'f, 'u> {
        unit: &'f mut Unit<'u>,
        found: bool,
        /// Calls are looked into.
        calls: bool,
    }
    impl Finder<'_, '_> {
        fn call(&mut self, c: &Call) -> bool {
            match self.unit.chk.info.call_kind(c.fun.id) {
                CallKind::Builtin(Builtin::Append) => c.ellipsis.is_none(),
                CallKind::Call if self.calls => match Called::by_name(&self.unit.chk.info, c) {
                    Some(called) => self.small_one_appends(called.function),
                    None => false,
                },
                CallKind::Builtin(_) | CallKind::Conversion | CallKind::Call => false,
            }
        }

        fn small_one_appends(&mut self, function: ObjId) -> bool {
            if let Some(&known) = self.unit.st.escaping.appending.get(&function) {
                return known;
            }
            let appends = match self.unit.declared_body(function) {
                Some(decl) => {
                    let mut inside = Finder { unit: self.unit, found: false, calls: false };
                    decl.body.iter().for_each(|body| inside.visit_block(body));
                    inside.found
                }
                None => false,
            };
            self.unit.st.escaping.appending.insert(function, appends);
            appends
        }
    }
    impl Visitor for Finder<'_, '_> {
        fn visit_expr(&mut self, e: &Expr) {
            if let ExprKind::Call(c) = &e.kind {
                self.found |= self.call(c);
            }
            if !self.found {
                walk_expr(self, e);
            }
        }
    }
    let mut finder = Finder { unit, found: false, calls: true };
    finder.visit_block(body);
    finder.found
}

/// Looks at a declared function with these flags: what is known of its slices, and which of its parameters get away.
pub(super) fn growth(
    unit: &mut Unit<'_>,
    flags: FuncFlags,
    facts: &Rc<Analysis>,
    subst: &Rc<Subst>,
    sig: &FuncSig,
    body: &Block,
) -> (Growth, Rc<[bool]>) {
    let params: Vec<ObjId> = sig.recv.iter().chain(sig.params.iter()).copied().collect();
    let results: &[ObjId] = if sig.named_results { &sig.results } else { &[] };
    let mut walk = Walk {
        unit,
        flags,
        facts: facts.clone(),
        subst: subst.clone(),
        vars: HashMap::new(),
        made: Vec::new(),
        funcs: Vec::new(),
        func: 0,
        loops: 0,
        stmt: body.span.lo,
        site: None,
        results: Vec::new(),
    };
    walk.body(&params, results, body);
    let escaped = walk.escaped();
    let away = params.iter().map(|&p| escaped.get(&(None, p)).copied().unwrap_or(true)).collect();
    (walk.decide(&escaped), away)
}

impl Walk<'_, '_> {
    /// Which variables escape: themselves, or by others that they are assigned to.
    fn escaped(&self) -> HashMap<VarId, bool> {
        let mut escaped: HashMap<VarId, bool> = self.vars.iter().map(|(&v, var)| (v, var.escapes)).collect();
        loop {
            let more: Vec<VarId> = self
                .vars
                .iter()
                .filter(|(v, var)| {
                    !escaped[*v] && var.into.iter().any(|to| escaped.get(to).copied().unwrap_or(true))
                })
                .map(|(&v, _)| v)
                .collect();
            if more.is_empty() {
                return escaped;
            }
            escaped.extend(more.into_iter().map(|v| (v, true)));
        }
    }

    fn decide(&self, escaped: &HashMap<VarId, bool>) -> Growth {
        let mut out = Growth::default();
        // Those that are moved to the heap at one place.
        let mut moved: HashMap<VarId, bool> = HashMap::new();
        for (&v, var) in &self.vars {
            let only = !var.lost && var.mentions == var.harmless && var.appended >= 2;
            if let ([place], true) = (&var.shared[..], only) {
                moved.insert(v, var.shows_cap);
                if !var.shows_cap
                    && let Some(first) = self.made.iter().find(|made| made.key == Some(v))
                {
                    out.moves.entry((v.0, *place)).or_default().push((v.1, first.call));
                }
            }
        }
        let mut seen: Vec<VarId> = Vec::new();
        for made in &self.made {
            let moved = match made.result {
                Dest::Var(v) if made.key == Some(v) => moved.get(&v).copied(),
                _ => None,
            };
            let escapes = match made.result {
                Dest::Nowhere => false,
                Dest::Var(v) => escaped.get(&v).copied().unwrap_or(true),
                Dest::Away => true,
            };
            let room = match moved {
                Some(true) => Room::Steps,
                Some(false) => Room::Whole,
                None if escapes => continue,
                None => Room::Whole,
            };
            if room == Room::Whole {
                if let Some(key) = made.key {
                    if seen.contains(&key) {
                        continue;
                    }
                    seen.push(key);
                }
                out.wholes.entry(self.funcs[made.func].0).or_default().push(made.call);
            }
            out.rooms.insert(made.call, room);
        }
        out
    }
}
