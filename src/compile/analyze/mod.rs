//! What must be known of a function's variables before code is made: which of them live in heap cells.
//!
//! One walk over a declared function with all the literals inside it. A variable lives in a cell if its address is
//! taken, or if a closure captures it and it is assigned to after its declaration (a capture of any other variable copies
//! its value), or if it is an array that is indexed by a variable. The body of a range over a function counts as a
//! closure.
//!
//! An address that only a call gets is looked at apart, since the call may be made in place: see [`Question`] and `aliases.rs`.

mod calls;
mod facts;

pub(super) use facts::{Analysis, Asked, Called, Question};
use facts::{VarFacts, Weight};

use crate::ast::*;
use crate::check::{Info, SelectionKind};
use crate::source::Pos;
use crate::types::{ObjId, TypeId};

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
        Body::Small(block) => {
            params.iter().for_each(|&p| walk.fact(p).param = true);
            walk.visit_block(block);
        }
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
    /// A function that may be small, so that its parameters may be aliases.
    Small(&'a Block),
    /// The initialiser of a package variable.
    Expr(&'a Expr),
    /// A script.
    Items(&'a [&'a TopItem]),
}

impl Body<'_> {
    /// A position in it; 0 in a script.
    pub(super) fn pos(&self) -> Pos {
        match self {
            Body::Block(block) | Body::Small(block) => block.span.lo,
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
