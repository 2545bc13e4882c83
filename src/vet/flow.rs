//! The flow of control in a function body, as a graph of blocks.
//!
//! A block is what runs without a jump in between; its nodes are the simple statements and the expressions of the others,
//! in the order in which they run. A call that never returns ends its block without a successor. The end of the body is
//! a return like any other, at the closing brace.

use crate::ast::*;
use crate::source::{Pos, Span, Symbol};
use std::collections::HashMap;

/// Something that runs.
#[derive(Clone, Copy)]
pub enum Node<'a> {
    /// A simple statement.
    Stmt(&'a Stmt),
    /// An expression of another statement.
    Expr(&'a Expr),
    /// A variable declaration.
    Spec(&'a ValueSpec),
    /// The end of the body.
    End(Pos),
}

impl Node<'_> {
    /// Where the function is left, if this leaves it.
    pub fn leaves(&self) -> Option<Span> {
        match self {
            Node::Stmt(stmt) if matches!(stmt.kind, StmtKind::Return(_)) => Some(stmt.span),
            Node::End(at) => Some(Span::new(*at, *at + 1)),
            Node::Stmt(_) | Node::Expr(_) | Node::Spec(_) => None,
        }
    }
}

/// What runs without a jump.
#[derive(Default)]
pub struct Block<'a> {
    /// In order.
    pub nodes: Vec<Node<'a>>,
    /// Where it goes on.
    pub next: Vec<usize>,
}

/// The blocks of a body; it starts with the first.
pub struct Graph<'a> {
    /// All blocks.
    pub blocks: Vec<Block<'a>>,
}

/// Where `break` and `continue` lead.
struct Target {
    label: Option<Symbol>,
    after: usize,
    again: Option<usize>,
}

/// Whether a call can return.
type Returns<'r> = &'r mut dyn FnMut(&Call) -> bool;

struct Builder<'a, 'r> {
    blocks: Vec<Block<'a>>,
    at: usize,
    targets: Vec<Target>,
    /// The label before the statement that comes next.
    label: Option<Symbol>,
    gotos: HashMap<Symbol, usize>,
    /// Where `fallthrough` leads.
    fall: Option<usize>,
    returns: Returns<'r>,
}

impl<'a> Graph<'a> {
    /// The graph of a body.
    pub fn of(body: &'a super::super::ast::Block, returns: Returns<'_>) -> Graph<'a> {
        let mut builder = Builder {
            blocks: vec![Block::default()],
            at: 0,
            targets: Vec::new(),
            label: None,
            gotos: HashMap::new(),
            fall: None,
            returns,
        };
        builder.list(&body.stmts);
        builder.add(Node::End(body.rbrace));
        Graph { blocks: builder.blocks }
    }

    /// Which blocks can be reached.
    pub fn live(&self) -> Vec<bool> {
        let mut live = vec![false; self.blocks.len()];
        let mut open = vec![0];
        while let Some(at) = open.pop() {
            if !std::mem::replace(&mut live[at], true) {
                open.extend(&self.blocks[at].next);
            }
        }
        live
    }
}

impl<'a> Builder<'a, '_> {
    fn new_block(&mut self) -> usize {
        self.blocks.push(Block::default());
        self.blocks.len() - 1
    }

    fn add(&mut self, node: Node<'a>) {
        self.blocks[self.at].nodes.push(node);
    }

    fn edge(&mut self, to: usize) {
        self.blocks[self.at].next.push(to);
    }

    /// Jumps; what follows is reached by nobody yet.
    fn jump(&mut self, to: Option<usize>) {
        if let Some(to) = to {
            self.edge(to);
        }
        self.at = self.new_block();
    }

    fn goto(&mut self, label: Symbol) -> usize {
        if let Some(&block) = self.gotos.get(&label) {
            return block;
        }
        let block = self.new_block();
        self.gotos.insert(label, block);
        block
    }

    fn list(&mut self, stmts: &'a [Stmt]) {
        stmts.iter().for_each(|stmt| self.stmt(stmt));
    }

    /// A condition, which leads to one of two blocks. As in Go's graph it is one node, `&&` and `||` included.
    fn cond(&mut self, e: &'a Expr, yes: usize, no: usize) {
        self.add(Node::Expr(e));
        self.edge(yes);
        self.edge(no);
    }

    fn stmt(&mut self, stmt: &'a Stmt) {
        let label = self.label.take();
        match &stmt.kind {
            StmtKind::Bad | StmtKind::Empty => {}
            StmtKind::Decl(Decl::Var(group)) => {
                group.specs.iter().for_each(|spec| self.add(Node::Spec(spec)));
            }
            StmtKind::Decl(_) => {}
            StmtKind::Labeled { label, stmt } => {
                let block = self.goto(label.name);
                self.edge(block);
                self.at = block;
                self.label = Some(label.name);
                self.stmt(stmt);
                self.label = None;
            }
            StmtKind::Expr(x) => {
                self.add(Node::Stmt(stmt));
                if let ExprKind::Call(call) = &x.unparen().kind
                    && !(self.returns)(call)
                {
                    self.jump(None);
                }
            }
            StmtKind::Send(_)
            | StmtKind::IncDec { .. }
            | StmtKind::Assign(_)
            | StmtKind::Go(_)
            | StmtKind::Defer(_) => self.add(Node::Stmt(stmt)),
            StmtKind::Return(_) => {
                self.add(Node::Stmt(stmt));
                self.jump(None);
            }
            StmtKind::Branch { kind, label } => self.branch(*kind, label.map(|label| label.name)),
            StmtKind::Block(block) => self.list(&block.stmts),
            StmtKind::If(node) => self.if_stmt(node),
            StmtKind::Switch(node) => {
                self.list(node.init.as_slice());
                node.tag.iter().for_each(|tag| self.add(Node::Expr(tag)));
                self.clauses(label, &node.clauses);
            }
            StmtKind::TypeSwitch(node) => {
                self.list(node.init.as_slice());
                self.add(Node::Expr(&node.x));
                self.clauses(label, &node.clauses);
            }
            StmtKind::Select(node) => self.select(label, node),
            StmtKind::For(node) => self.for_stmt(label, node),
            StmtKind::Range(node) => self.range(label, node),
        }
    }

    fn branch(&mut self, kind: BranchKind, label: Option<Symbol>) {
        let target = |of: &dyn Fn(&Target) -> Option<usize>| {
            let named = |t: &&Target| label.is_none() || t.label == label;
            self.targets.iter().rev().filter(named).find_map(of)
        };
        let to = match kind {
            BranchKind::Break => target(&|t| Some(t.after)),
            BranchKind::Continue => target(&|t| t.again),
            BranchKind::Fallthrough => self.fall,
            BranchKind::Goto => label.map(|label| self.goto(label)),
        };
        self.jump(to);
    }

    fn if_stmt(&mut self, node: &'a If) {
        self.list(node.init.as_slice());
        let (then, after) = (self.new_block(), self.new_block());
        let otherwise = if node.otherwise.is_some() { self.new_block() } else { after };
        self.cond(&node.cond, then, otherwise);
        self.at = then;
        self.list(&node.then.stmts);
        self.edge(after);
        if let Some(stmt) = &node.otherwise {
            self.at = otherwise;
            self.stmt(stmt);
            self.edge(after);
        }
        self.at = after;
    }

    /// The clauses of a `switch`, whose cases are tried one after the other.
    fn clauses(&mut self, label: Option<Symbol>, clauses: &'a [CaseClause]) {
        let after = self.new_block();
        let bodies: Vec<usize> = clauses.iter().map(|_| self.new_block()).collect();
        let mut default = after;
        for (clause, &body) in clauses.iter().zip(&bodies) {
            let Some(exprs) = &clause.exprs else {
                default = body;
                continue;
            };
            for e in exprs {
                self.add(Node::Expr(e));
                let next = self.new_block();
                self.edge(body);
                self.edge(next);
                self.at = next;
            }
        }
        self.edge(default);
        self.targets.push(Target { label, after, again: None });
        let outer = self.fall;
        for (i, (clause, &body)) in clauses.iter().zip(&bodies).enumerate() {
            self.fall = bodies.get(i + 1).copied();
            self.at = body;
            self.list(&clause.body);
            self.edge(after);
        }
        self.fall = outer;
        self.targets.pop();
        self.at = after;
    }

    fn select(&mut self, label: Option<Symbol>, node: &'a Select) {
        let (after, from) = (self.new_block(), self.at);
        self.targets.push(Target { label, after, again: None });
        for clause in &node.clauses {
            let body = self.new_block();
            self.blocks[from].next.push(body);
            self.at = body;
            self.list(clause.comm.as_slice());
            self.list(&clause.body);
            self.edge(after);
        }
        self.targets.pop();
        self.at = after;
    }

    fn for_stmt(&mut self, label: Option<Symbol>, node: &'a For) {
        self.list(node.init.as_slice());
        let (head, body, after) = (self.new_block(), self.new_block(), self.new_block());
        self.edge(head);
        self.at = head;
        match &node.cond {
            Some(cond) => self.cond(cond, body, after),
            None => self.edge(body),
        }
        let again = if node.post.is_some() { self.new_block() } else { head };
        self.targets.push(Target { label, after, again: Some(again) });
        self.at = body;
        self.list(&node.body.stmts);
        self.edge(again);
        self.targets.pop();
        if let Some(post) = &node.post {
            self.at = again;
            self.stmt(post);
            self.edge(head);
        }
        self.at = after;
    }

    fn range(&mut self, label: Option<Symbol>, node: &'a Range) {
        self.add(Node::Expr(&node.x));
        let (head, body, after) = (self.new_block(), self.new_block(), self.new_block());
        self.edge(head);
        self.at = head;
        node.key.iter().chain(&node.value).for_each(|var| self.add(Node::Expr(var)));
        self.edge(body);
        self.edge(after);
        self.targets.push(Target { label, after, again: Some(head) });
        self.at = body;
        self.list(&node.body.stmts);
        self.edge(head);
        self.targets.pop();
        self.at = after;
    }
}
