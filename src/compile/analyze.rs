//! What must be known of a function's variables before code is made: which of them live in heap cells.
//!
//! One walk over a declared function with all the literals inside it. A variable lives in a cell if its address is
//! taken, or if a closure captures it and it is assigned to after its declaration (a capture of any other variable copies
//! its value), or if it is an array that is indexed by a variable. The body of a range over a function counts as a
//! closure.
//!
//! An address that only a call gets is looked at apart, since the call may be made in place: see [`Question`] and `aliases.rs`.

use hashbrown::{HashMap, HashSet};

use crate::ast::*;
use crate::check::{CallKind, Info, Selection, SelectionKind};
use crate::source::Pos;
use crate::types::universe::Builtin;
use crate::types::{ObjId, TypeId};

use std::rc::Rc;

/// What is known of a local variable.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct VarFacts {
    /// The function or closure that declares it, by its place on the walk's stack.
    depth: u32,
    captured: bool,
    assigned: bool,
    addressed: bool,
    /// Its address is taken in so many words: by `&`, for a method, or to slice it.
    pointed: bool,
    /// All rounds of a range share it.
    shared: bool,
    /// It is declared with the address of something new.
    made: bool,
    /// It is used otherwise than to follow it, as a pointer, to what it points to.
    bare: bool,
    /// Calls that are made in place change it through its address.
    handed: bool,
}

impl VarFacts {
    fn is_only_followed(&self) -> bool {
        !(self.bare || self.assigned || self.addressed || self.captured)
    }
}

/// A function or method that is called.
#[derive(Clone, Debug)]
pub(super) struct Called {
    pub(super) function: ObjId,
    /// The type that has the method.
    pub(super) owner: Option<TypeId>,
    /// The type arguments that it is given here.
    pub(super) instance: Option<Rc<[TypeId]>>,
    /// How many arguments there are; the receiver is none.
    pub(super) args: usize,
}

/// What has to be known of a call to know where a variable may live.
#[derive(Debug)]
pub(super) struct Question {
    pub(super) called: Called,
    pub(super) asked: Asked,
    var: ObjId,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Asked {
    /// The call is given the address of the variable or of a part of it: is it made in place, and only follows the address?
    Follows {
        /// Which parameter gets the address, the receiver counted as the first.
        param: usize,
        /// The variable is a pointer, and the address is, or lies in, what that points to.
        through: bool,
    },
    /// The variable is declared with the result: is the call made in place, and does it give the address of something new?
    Makes,
}

/// The facts of one declared function.
#[derive(Debug, Default)]
pub(super) struct Analysis {
    vars: HashMap<ObjId, VarFacts>,
    /// The variables that a literal, or the body of a range over a function, takes from outside, in order of first
    /// mention; by the literal's number or the number of the range expression.
    free: HashMap<NodeId, Vec<ObjId>>,
    /// How often the closure will want the variable when it is called, by a guess: see [`Weight`].
    wants: HashMap<(NodeId, ObjId), u32>,
    /// The types of the values that variables are declared with, where the declaration names a type.
    initial: HashMap<ObjId, TypeId>,
    /// Bodies of ranges over functions that return, or jump, out of themselves; by the range expression.
    escapes: HashSet<NodeId>,
    /// Functions that defer calls, also from bodies of ranges over functions; none is the declared function.
    defers: HashSet<Option<NodeId>>,
    /// Bodies of ranges over functions with deferred calls in them.
    deferring_bodies: HashSet<NodeId>,
    /// What has not been settled yet.
    questions: Vec<Question>,
}

impl Analysis {
    /// Whether the variable lives in a heap cell.
    pub(super) fn in_cell(&self, var: ObjId) -> bool {
        self.vars.get(&var).is_some_and(|f| f.addressed || f.captured && (f.assigned || f.shared))
    }

    /// Whether a closure captures the variable.
    pub(super) fn captured(&self, var: ObjId) -> bool {
        self.vars.get(&var).is_none_or(|f| f.captured)
    }

    /// Whether the variable of a range lives in one cell in all rounds.
    pub(super) fn in_shared_cell(&self, var: ObjId) -> bool {
        self.vars.get(&var).is_some_and(|f| f.shared && (f.addressed || f.captured))
    }

    /// What the closure captures.
    pub(super) fn free(&self, closure: NodeId) -> &[ObjId] {
        self.free.get(&closure).map_or(&[], |v| v)
    }

    /// Whether the closure had better load the captured variable once, when it is called, than at each use.
    pub(super) fn wanted_often(&self, closure: NodeId, var: ObjId) -> bool {
        self.wants.get(&(closure, var)).is_some_and(|&wants| wants >= 2 * Weight::ONCE.0)
    }

    /// Whether the variable is assigned to after its declaration (the `post` statement of its own loop aside).
    pub(super) fn assigned(&self, var: ObjId) -> bool {
        self.vars.get(&var).is_none_or(|f| f.assigned || f.addressed)
    }

    /// Whether the program takes the variable's address.
    pub(super) fn pointed(&self, var: ObjId) -> bool {
        self.vars.get(&var).is_some_and(|f| f.pointed)
    }

    /// Whether calls that are made in place may change the variable: its address is only known to them.
    pub(super) fn handed(&self, var: ObjId) -> bool {
        self.vars.get(&var).is_some_and(|f| f.handed)
    }

    /// Whether the variable, a pointer, is only used to get to what it points to, which is always the same, and within this function.
    pub(super) fn only_followed(&self, var: ObjId) -> bool {
        self.vars.get(&var).is_some_and(VarFacts::is_only_followed)
    }

    /// The same, of a variable that is declared with the address of something new, which nothing else points to.
    pub(super) fn only_followed_to_new(&self, var: ObjId) -> bool {
        self.vars.get(&var).is_some_and(|f| f.made) && self.only_followed(var)
    }

    /// Settles what calls do with addresses, and what they give. `holds` answers a question.
    pub(super) fn settle(&mut self, mut holds: impl FnMut(&Question) -> bool) {
        let questions = std::mem::take(&mut self.questions);
        let (given, handed): (Vec<_>, Vec<_>) = questions.into_iter().partition(|q| q.asked == Asked::Makes);
        for question in handed.into_iter().chain(given) {
            let fact = self.vars.entry(question.var).or_default();
            match question.asked {
                Asked::Follows { through: true, .. } => fact.bare = fact.bare || !holds(&question),
                Asked::Follows { through: false, .. } if fact.addressed => {}
                Asked::Follows { through: false, .. } => match holds(&question) {
                    true => (fact.assigned, fact.handed) = (true, true),
                    false => fact.addressed = true,
                },
                Asked::Makes => fact.made = fact.is_only_followed() && holds(&question),
            }
        }
    }

    /// The type of the value that the variable has all the time: that of the declaration `var x T = value`. It still may
    /// mention type parameters.
    pub(super) fn only_value(&self, var: ObjId) -> Option<TypeId> {
        let initial = self.initial.get(&var).copied();
        initial.filter(|_| self.vars.get(&var).is_some_and(|f| !f.assigned && !f.addressed))
    }

    /// Whether the literal, or the declared function, defers calls.
    pub(super) fn defers(&self, function: Option<NodeId>) -> bool {
        self.defers.contains(&function)
    }

    /// Whether the body of this range over a function defers calls.
    pub(super) fn body_defers(&self, range: NodeId) -> bool {
        self.deferring_bodies.contains(&range)
    }

    /// Whether control leaves the body of this range over a function other than by its end.
    pub(super) fn escapes(&self, range: NodeId) -> bool {
        self.escapes.contains(&range)
    }
}

/// Which questions the walk asks about types.
pub(super) trait Shapes {
    /// Whether ranging over the expression calls it.
    fn is_func(&mut self, e: &Expr) -> bool;
    /// Whether it is an array (not a pointer to one).
    fn is_array(&mut self, e: &Expr) -> bool;
    /// Whether it is a pointer.
    fn is_pointer(&mut self, e: &Expr) -> bool;
    /// Whether it is a type parameter.
    fn is_type_param(&mut self, t: TypeId) -> bool;
    /// Whether the rounds of a loop share its variables, as they did before Go 1.22.
    fn rounds_share(&self) -> bool;
    /// Whether the value's register form is one address (see `heap`).
    fn is_indirect_var(&mut self, v: ObjId) -> bool;
}

/// How often a place in a function is come to, by a guess: in a loop more often, under a condition less often.
#[derive(Clone, Copy)]
struct Weight(u32);

impl Weight {
    /// Once a call.
    const ONCE: Weight = Weight(16);

    fn in_loop(self) -> Weight {
        Weight((self.0 * 8).min(1 << 12))
    }

    fn under_condition(self) -> Weight {
        Weight((self.0 / 4).max(1))
    }
}

struct Walk<'a> {
    info: &'a Info,
    is_local: &'a dyn Fn(ObjId) -> bool,
    shapes: &'a mut dyn Shapes,
    out: Analysis,
    /// The closures around the current place, outermost first; the declared function itself has none.
    closures: Vec<NodeId>,
    /// Which of them are bodies of ranges over functions.
    bodies: Vec<bool>,
    /// The named results of the declared function and of the literals around.
    results: Vec<Vec<ObjId>>,
    /// How often the current place in each of them is come to.
    weights: Vec<Weight>,
    /// The variables of `for` clauses whose `post` statement is being walked: assignments there do not count, since each
    /// round has its own copy.
    post: Vec<ObjId>,
    /// The variables of `for` clauses that are being walked outside the body: a capture there sees the assignments.
    header: Vec<ObjId>,
}

/// Analyses a function, given its signature and body.
pub(super) fn analyze(
    info: &Info,
    is_local: &dyn Fn(ObjId) -> bool,
    shapes: &mut dyn Shapes,
    params: &[ObjId],
    results: &[ObjId],
    body: Body<'_>,
) -> Analysis {
    let mut walk = Walk {
        info,
        is_local,
        shapes,
        out: Analysis::default(),
        closures: Vec::new(),
        bodies: Vec::new(),
        results: vec![results.to_vec()],
        weights: Vec::new(),
        post: Vec::new(),
        header: Vec::new(),
    };
    params.iter().for_each(|&p| walk.declare_var(p));
    for &result in results {
        // A return statement assigns to the named results.
        walk.declare_var(result);
        walk.fact(result).assigned = true;
    }
    match body {
        Body::Block(block) => walk.visit_block(block),
        Body::Expr(e) => walk.visit_expr(e),
        Body::Items(items) => {
            for item in items {
                match item {
                    TopItem::Stmt(s) => walk.visit_stmt(s),
                    TopItem::Decl(decl @ Decl::Var(_)) => walk.visit_decl(decl),
                    TopItem::Decl(_) => {}
                }
            }
        }
    }
    walk.out
}

/// What a function consists of.
#[derive(Clone, Copy)]
pub(super) enum Body<'a> {
    Block(&'a Block),
    /// The initialiser of a package variable.
    Expr(&'a Expr),
    /// A script.
    Items(&'a [&'a TopItem]),
}

impl Body<'_> {
    /// A position in it; 0 in a script.
    pub(super) fn pos(&self) -> Pos {
        match self {
            Body::Block(block) => block.span.lo,
            Body::Expr(e) => e.span.lo,
            Body::Items(_) => 0,
        }
    }
}

impl Walk<'_> {
    fn params(&mut self, fields: &[Field]) {
        for name in fields.iter().flat_map(|f| &f.names) {
            self.declare(name.id);
        }
    }

    /// The parameters of a literal; gives its named results.
    fn signature(&mut self, ty: &FuncType) -> Vec<ObjId> {
        self.params(&ty.params);
        let mut results = Vec::new();
        for name in ty.results.iter().flat_map(|f| &f.names) {
            if let Some(var) = self.declare(name.id) {
                // A return statement assigns to the named results.
                self.fact(var).assigned = true;
                results.push(var);
            }
        }
        results
    }

    fn declare(&mut self, id: NodeId) -> Option<ObjId> {
        let var = self.info.def_of(id)?;
        self.declare_var(var);
        Some(var)
    }

    fn declare_var(&mut self, var: ObjId) {
        let depth = self.closures.len() as u32;
        let indirect = self.shapes.is_indirect_var(var);
        let fact = self.fact(var);
        fact.depth = depth;
        fact.addressed |= indirect;
    }

    fn fact(&mut self, var: ObjId) -> &mut VarFacts {
        self.out.vars.entry(var).or_default()
    }

    /// The variable is used in whatever way.
    fn mention(&mut self, id: NodeId) {
        if let Some(var) = self.info.use_of(id).filter(|&v| (self.is_local)(v)) {
            self.mention_var(var, true);
        }
    }

    /// An operand that is followed if it is a pointer.
    fn followed(&mut self, e: &Expr) {
        match e.unparen().as_ident() {
            Some(id) => {
                if let Some(var) = self.info.use_of(id.id).filter(|&v| (self.is_local)(v)) {
                    self.mention_var(var, false);
                }
            }
            None => self.visit_expr(e),
        }
    }

    fn mention_var(&mut self, var: ObjId, bare: bool) {
        let depth = match self.out.vars.get_mut(&var) {
            Some(f) => {
                f.bare |= bare;
                f.depth as usize
            }
            None => return,
        };
        if depth < self.closures.len() {
            let in_header = self.header.contains(&var);
            let fact = self.fact(var);
            fact.captured = true;
            fact.assigned |= in_header;
            for i in depth..self.closures.len() {
                let free = self.out.free.entry(self.closures[i]).or_default();
                if !free.contains(&var) {
                    free.push(var);
                }
                let wants = self.out.wants.entry((self.closures[i], var)).or_default();
                *wants = wants.saturating_add(self.weights[i].0);
            }
        }
    }

    /// The variable whose memory the operand is part of.
    fn root(&mut self, e: &Expr) -> Option<ObjId> {
        match &e.kind {
            ExprKind::Ident(id) => self.info.use_of(id.id).filter(|&v| (self.is_local)(v)),
            ExprKind::Paren(x) => self.root(x),
            ExprKind::Selector(s) => {
                if self.info.selection(e.id).is_none_or(|sel| sel.indirect) || self.shapes.is_pointer(&s.x) {
                    return None;
                }
                self.root(&s.x)
            }
            ExprKind::Index(i) if self.shapes.is_array(&i.x) => self.root(&i.x),
            _ => None,
        }
    }

    /// The variable that points to the memory which the operand is part of.
    fn pointer_to(&mut self, e: &Expr) -> Option<ObjId> {
        match &e.kind {
            ExprKind::Paren(x) => self.pointer_to(x),
            ExprKind::Star(x) => self.local(x),
            ExprKind::Selector(s) if self.shapes.is_pointer(&s.x) => self.local(&s.x),
            ExprKind::Selector(s) => self.pointer_to(&s.x),
            ExprKind::Index(i) if self.shapes.is_array(&i.x) => self.pointer_to(&i.x),
            _ => None,
        }
    }

    fn local(&self, e: &Expr) -> Option<ObjId> {
        self.info.use_of(e.unparen().as_ident()?.id).filter(|&v| (self.is_local)(v))
    }

    fn assign_to(&mut self, e: &Expr) {
        if let Some(var) = self.root(e)
            && !self.post.contains(&var)
        {
            self.fact(var).assigned = true;
        }
    }

    fn address(&mut self, e: &Expr) {
        if let Some(var) = self.root(e) {
            self.fact(var).addressed = true;
        } else if let Some(var) = self.pointer_to(e) {
            self.fact(var).bare = true;
        }
    }

    /// The program takes the address of the operand.
    fn point(&mut self, e: &Expr) {
        self.address(e);
        if let Some(var) = self.root(e) {
            self.fact(var).pointed = true;
        }
    }

    /// A call that is made now, and not later or by another goroutine.
    fn call(&mut self, c: &Call) {
        let called = self.called(c);
        let method = called.as_ref().filter(|called| called.owner.is_some());
        let fun = c.fun.unparen();
        match (&fun.kind, self.info.selection(fun.id), method) {
            (ExprKind::Selector(s), Some(selection), Some(method)) => {
                match (selection.takes_pointer(), selection.indirect) {
                    (true, false) => self.give(&s.x, method, 0),
                    (true, true) if self.shapes.is_pointer(&s.x) => self.give_pointer(&s.x, method, 0),
                    _ => self.followed(&s.x),
                }
            }
            _ => self.visit_expr(fun),
        }
        let Some(called) = called else { return c.args.iter().for_each(|arg| self.visit_expr(arg)) };
        for (i, arg) in c.args.iter().enumerate() {
            let param = i + usize::from(called.owner.is_some());
            match &arg.unparen().kind {
                ExprKind::Unary(u) if u.op == UnaryOp::Addr => self.give(&u.x, &called, param),
                ExprKind::Ident(_) if self.local(arg).is_some_and(|var| self.fact(var).made) => {
                    self.give_pointer(arg, &called, param);
                }
                _ => self.visit_expr(arg),
            }
        }
    }

    /// The function or method that is called, if it has a name.
    fn called(&self, c: &Call) -> Option<Called> {
        if self.info.call_kind(c.fun.id) != CallKind::Call {
            return None;
        }
        let fun = match &c.fun.unparen().kind {
            // With type arguments.
            ExprKind::Index(i) => i.x.unparen(),
            _ => c.fun.unparen(),
        };
        let (function, owner, name) = match &fun.kind {
            ExprKind::Ident(id) => (self.info.use_of(id.id)?, None, id.id),
            ExprKind::Selector(s) => match *self.info.selection(fun.id)? {
                Selection { kind: SelectionKind::Method { obj, .. }, owner, .. } => (obj, Some(owner), s.sel.id),
                Selection { kind: SelectionKind::Qualified(obj), .. } => (obj, None, s.sel.id),
                _ => return None,
            },
            _ => return None,
        };
        let instance = self.info.instance(name).cloned();
        (!(self.is_local)(function)).then_some(Called { function, owner, instance, args: c.args.len() })
    }

    /// A call that is made later, or by another goroutine.
    fn later(&mut self, call: &Expr) {
        match &call.unparen().kind {
            ExprKind::Call(c) => {
                self.visit_expr(&c.fun);
                c.args.iter().for_each(|arg| self.visit_expr(arg));
            }
            _ => self.visit_expr(call),
        }
    }

    /// A call gets the address of the operand.
    fn give(&mut self, e: &Expr, called: &Called, param: usize) {
        if let Some(var) = self.root(e) {
            self.followed(e);
            self.fact(var).pointed = true;
            self.hand(var, false, called, param);
        } else {
            self.visit_expr(e);
            if let Some(var) = self.pointer_to(e) {
                self.hand(var, true, called, param);
            }
        }
    }

    /// A call gets a pointer.
    fn give_pointer(&mut self, e: &Expr, called: &Called, param: usize) {
        self.followed(e);
        if let Some(var) = self.local(e) {
            self.hand(var, true, called, param);
        }
    }

    fn hand(&mut self, var: ObjId, through: bool, called: &Called, param: usize) {
        let fact = *self.fact(var);
        // What is known already needs no second reason.
        if if through { !fact.made || fact.bare } else { fact.addressed } {
            self.fact(var).bare |= through;
            return;
        }
        let asked = Asked::Follows { param, through };
        self.out.questions.push(Question { called: called.clone(), asked, var });
    }

    /// Takes note of a variable that is declared with the address of something new, or of what may turn out to be one.
    fn note_made(&mut self, e: &Expr, value: &Expr) {
        let Some(var) = e.as_ident().and_then(|id| self.info.def_of(id.id)) else { return };
        self.fact(var).made = match &value.unparen().kind {
            ExprKind::Unary(u) => {
                u.op == UnaryOp::Addr && matches!(u.x.unparen().kind, ExprKind::CompositeLit(_))
            }
            ExprKind::Call(c) if self.info.call_kind(c.fun.id) == CallKind::Builtin(Builtin::New) => true,
            ExprKind::Call(c) if self.shapes.is_pointer(value) => match self.called(c) {
                Some(called) => {
                    self.out.questions.push(Question { called, asked: Asked::Makes, var });
                    true
                }
                None => false,
            },
            _ => false,
        };
    }

    fn closure(&mut self, id: NodeId, is_body: bool, walk: impl FnOnce(&mut Self)) {
        self.closures.push(id);
        self.bodies.push(is_body);
        self.weights.push(Weight::ONCE);
        let post = std::mem::take(&mut self.post);
        self.out.free.entry(id).or_default();
        walk(self);
        self.post = post;
        self.closures.pop();
        self.bodies.pop();
        self.weights.pop();
    }

    /// Walks a part that is come to more or less often than what is around it.
    fn weighed(&mut self, change: fn(Weight) -> Weight, walk: impl FnOnce(&mut Self)) {
        let Some(weight) = self.weights.last_mut() else { return walk(self) };
        let around = *weight;
        *weight = change(around);
        walk(self);
        if let Some(weight) = self.weights.last_mut() {
            *weight = around;
        }
    }

    fn clause(&mut self, clause: &CaseClause) {
        clause.exprs.iter().flatten().for_each(|e| self.visit_expr(e));
        self.weighed(Weight::under_condition, |w| clause.body.iter().for_each(|s| w.visit_stmt(s)));
    }

    /// A declaration by `:=`, or an assignment.
    fn targets<'e>(&mut self, lhs: impl Iterator<Item = &'e Expr>) {
        for e in lhs {
            let defined = e.as_ident().and_then(|id| self.info.def_of(id.id));
            match defined {
                Some(var) => self.declare_var(var),
                None => {
                    self.visit_expr(e);
                    self.assign_to(e);
                }
            }
        }
    }

    /// Marks every range-over-function body around as one that control leaves.
    fn leave_bodies(&mut self) {
        for i in (0..self.closures.len()).rev() {
            if !self.bodies[i] {
                break;
            }
            self.out.escapes.insert(self.closures[i]);
        }
    }
}

impl Visitor for Walk<'_> {
    fn visit_expr(&mut self, e: &Expr) {
        match &e.kind {
            ExprKind::Ident(id) => self.mention(id.id),
            ExprKind::FuncLit(lit) => self.closure(lit.id, false, |w| {
                let results = w.signature(&lit.ty);
                w.results.push(results);
                w.visit_block(&lit.body);
                w.results.pop();
            }),
            ExprKind::Unary(u) if u.op == UnaryOp::Addr => {
                self.visit_expr(&u.x);
                self.point(&u.x);
            }
            ExprKind::Call(c) => self.call(c),
            // Not now.
            ExprKind::Go(call) => self.later(call),
            ExprKind::Star(x) => self.followed(x),
            ExprKind::Selector(s) => {
                let selection = self.info.selection(e.id);
                match selection.map(|sel| sel.kind) {
                    Some(SelectionKind::Field) => self.followed(&s.x),
                    _ => self.visit_expr(&s.x),
                }
                // A method with a pointer receiver takes the address of a variable.
                let takes = selection.is_some_and(|sel| match sel.kind {
                    SelectionKind::Method { ptr_recv, .. } => ptr_recv && !sel.indirect,
                    // A method of a type parameter may turn out to have a pointer receiver.
                    SelectionKind::InterfaceMethod(_) => self.shapes.is_type_param(sel.owner),
                    SelectionKind::Field
                    | SelectionKind::MethodExpr { .. }
                    | SelectionKind::InterfaceMethodExpr(_)
                    | SelectionKind::Qualified(_) => false,
                });
                if takes && !self.shapes.is_pointer(&s.x) {
                    self.point(&s.x);
                }
            }
            ExprKind::Slice(s) => {
                walk_expr(self, e);
                if self.shapes.is_array(&s.x) {
                    self.point(&s.x);
                }
            }
            ExprKind::Index(i) => {
                walk_expr(self, e);
                if self.shapes.is_array(&i.x) && self.info.const_val(i.indices[0].id).is_none() {
                    self.address(&i.x);
                }
            }
            ExprKind::CompositeLit(lit) => {
                // Field names are no variables, though a key of a map may be one.
                for elem in &lit.elems {
                    if let Some(key) = &elem.key {
                        self.visit_expr(key);
                    }
                    self.visit_expr(&elem.value);
                }
            }
            // Types mention no variables, but lengths of arrays are constants.
            ExprKind::ArrayType(_)
            | ExprKind::StructType(_)
            | ExprKind::FuncType(_)
            | ExprKind::InterfaceType(_)
            | ExprKind::MapType(_)
            | ExprKind::ChanType(_) => {}
            _ => walk_expr(self, e),
        }
    }

    fn visit_stmt(&mut self, s: &Stmt) {
        match &s.kind {
            StmtKind::Assign(a) => {
                a.rhs.iter().for_each(|e| self.visit_expr(e));
                self.targets(a.lhs.iter());
                if a.op == AssignOp::Define && a.lhs.len() == a.rhs.len() {
                    a.lhs.iter().zip(&a.rhs).for_each(|(e, value)| self.note_made(e, value));
                }
            }
            StmtKind::IncDec { x, .. } => {
                self.visit_expr(x);
                self.assign_to(x);
            }
            StmtKind::Range(r) => {
                self.visit_expr(&r.x);
                if self.shapes.is_func(&r.x) {
                    let id = r.x.id;
                    // The variables are declared, or assigned to, inside the body.
                    self.closure(id, true, |w| {
                        w.targets(r.key.iter().chain(&r.value));
                        w.visit_block(&r.body);
                    });
                } else {
                    let shared = self.shapes.rounds_share() && r.define;
                    self.weighed(Weight::in_loop, |w| {
                        w.targets(r.key.iter().chain(&r.value));
                        for name in r.key.iter().chain(&r.value).filter(|_| shared).filter_map(Expr::as_ident)
                        {
                            if let Some(var) = w.info.def_of(name.id) {
                                w.fact(var).shared = true;
                            }
                        }
                        w.visit_block(&r.body);
                    });
                }
            }
            StmtKind::For(f) => {
                if let Some(init) = &f.init {
                    self.visit_stmt(init);
                }
                let vars: Vec<ObjId> = match f.init.as_ref().map(|s| &s.kind) {
                    Some(StmtKind::Assign(a)) if a.op == AssignOp::Define && !self.shapes.rounds_share() => {
                        a.lhs.iter().filter_map(|e| self.info.def_of(e.as_ident()?.id)).collect()
                    }
                    _ => Vec::new(),
                };
                self.weighed(Weight::in_loop, |w| {
                    let header = w.header.len();
                    w.header.extend(&vars);
                    if let Some(cond) = &f.cond {
                        w.visit_expr(cond);
                    }
                    let post = w.post.len();
                    w.post.extend(&vars);
                    if let Some(s) = &f.post {
                        w.visit_stmt(s);
                    }
                    w.post.truncate(post);
                    w.header.truncate(header);
                    w.visit_block(&f.body);
                });
            }
            StmtKind::TypeSwitch(t) => {
                if let Some(init) = &t.init {
                    self.visit_stmt(init);
                }
                self.visit_expr(&t.x);
                for clause in &t.clauses {
                    if let Some(var) = self.info.implicit(clause.id) {
                        self.declare_var(var);
                    }
                    self.weighed(Weight::under_condition, |w| {
                        clause.body.iter().for_each(|s| w.visit_stmt(s))
                    });
                }
            }
            StmtKind::If(node) => {
                node.init.iter().for_each(|s| self.visit_stmt(s));
                self.visit_expr(&node.cond);
                self.weighed(Weight::under_condition, |w| {
                    w.visit_block(&node.then);
                    node.otherwise.iter().for_each(|s| w.visit_stmt(s));
                });
            }
            StmtKind::Switch(node) => {
                node.init.iter().for_each(|s| self.visit_stmt(s));
                node.tag.iter().for_each(|e| self.visit_expr(e));
                node.clauses.iter().for_each(|clause| self.clause(clause));
            }
            StmtKind::Select(node) => {
                for clause in &node.clauses {
                    clause.comm.iter().for_each(|s| self.visit_stmt(s));
                    self.weighed(Weight::under_condition, |w| {
                        clause.body.iter().for_each(|s| w.visit_stmt(s))
                    });
                }
            }
            StmtKind::Return(values) => {
                values.iter().for_each(|e| self.visit_expr(e));
                if !values.is_empty() && self.bodies.last() == Some(&true) {
                    // The results have their values before the iterator goes on.
                    let results = self.results.last().cloned().unwrap_or_default();
                    results.into_iter().for_each(|result| self.mention_var(result, true));
                }
                self.leave_bodies();
            }
            StmtKind::Branch { .. } => self.leave_bodies(),
            StmtKind::Go(call) => self.later(call),
            StmtKind::Defer(call) => {
                self.later(call);
                let at = self.bodies.iter().rposition(|&body| !body);
                for &body in &self.closures[at.map_or(0, |i| i + 1)..] {
                    self.out.deferring_bodies.insert(body);
                }
                self.out.defers.insert(at.map(|i| self.closures[i]));
            }
            _ => walk_stmt(self, s),
        }
    }

    fn visit_decl(&mut self, decl: &Decl) {
        if let Decl::Var(group) = decl {
            for spec in &group.specs {
                spec.values.iter().for_each(|e| self.visit_expr(e));
                for (i, n) in spec.names.iter().enumerate() {
                    let var = self.declare(n.id);
                    if let (Some(var), Some(value)) = (var, spec.values.get(i))
                        && spec.ty.is_some()
                        && spec.values.len() == spec.names.len()
                    {
                        self.out.initial.insert(var, self.info.ty(value.id));
                    }
                }
            }
        }
    }
}
