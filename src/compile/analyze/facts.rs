//! What the analysis has found out.

use std::rc::Rc;

use hashbrown::{HashMap, HashSet};

use crate::ast::NodeId;
use crate::types::{ObjId, TypeId};

/// What is known of a local variable.
#[derive(Clone, Copy, Debug, Default)]
pub(in super::super) struct VarFacts {
    /// The function or closure that declares it, by its place on the walk's stack.
    pub(super) depth: u32,
    pub(super) captured: bool,
    pub(super) assigned: bool,
    pub(super) addressed: bool,
    /// Its address is taken in so many words: by `&`, for a method, or to slice it.
    pub(super) pointed: bool,
    /// All rounds of a range share it.
    pub(super) shared: bool,
    /// It is declared with the address of something new.
    pub(super) made: bool,
    /// It is a parameter of a function that may be made in place.
    pub(super) param: bool,
    /// It is used otherwise than to follow it, as a pointer, to what it points to.
    pub(super) bare: bool,
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
pub(in super::super) struct Called {
    pub(in super::super) function: ObjId,
    /// The type that has the method.
    pub(in super::super) owner: Option<TypeId>,
    /// The type arguments that it is given here.
    pub(in super::super) instance: Option<Rc<[TypeId]>>,
    /// How many arguments there are; the receiver is none.
    pub(in super::super) args: usize,
}

/// What has to be known of a call to know where a variable may live.
#[derive(Debug)]
pub(in super::super) struct Question {
    pub(in super::super) called: Called,
    pub(in super::super) asked: Asked,
    pub(super) var: ObjId,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in super::super) enum Asked {
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
pub(in super::super) struct Analysis {
    pub(super) vars: HashMap<ObjId, VarFacts>,
    /// The variables that a literal, or the body of a range over a function, takes from outside, in order of first
    /// mention; by the literal's number or the number of the range expression.
    pub(super) free: HashMap<NodeId, Vec<ObjId>>,
    /// How often the closure will want the variable when it is called, by a guess: see [`Weight`].
    pub(super) wants: HashMap<(NodeId, ObjId), u32>,
    /// The types of the values that variables are declared with, where the declaration names a type.
    pub(super) initial: HashMap<ObjId, TypeId>,
    /// Bodies of ranges over functions that return, or jump, out of themselves; by the range expression.
    pub(super) escapes: HashSet<NodeId>,
    /// Functions that defer calls, also from bodies of ranges over functions; none is the declared function.
    pub(super) defers: HashSet<Option<NodeId>>,
    /// Bodies of ranges over functions with deferred calls in them.
    pub(super) deferring_bodies: HashSet<NodeId>,
    /// What has not been settled yet.
    pub(super) questions: Vec<Question>,
}

impl Analysis {
    /// Whether the variable lives in a heap cell.
    pub(in super::super) fn in_cell(&self, var: ObjId) -> bool {
        self.vars.get(&var).is_some_and(|f| f.addressed || f.captured && (f.assigned || f.shared))
    }

    /// Whether a closure captures the variable.
    pub(in super::super) fn captured(&self, var: ObjId) -> bool {
        self.vars.get(&var).is_none_or(|f| f.captured)
    }

    /// Whether the variable of a range lives in one cell in all rounds.
    pub(in super::super) fn in_shared_cell(&self, var: ObjId) -> bool {
        self.vars.get(&var).is_some_and(|f| f.shared && (f.addressed || f.captured))
    }

    /// What the closure captures.
    pub(in super::super) fn free(&self, closure: NodeId) -> &[ObjId] {
        self.free.get(&closure).map_or(&[], |v| v)
    }

    /// Whether the closure had better load the captured variable once, when it is called, than at each use.
    pub(in super::super) fn wanted_often(&self, closure: NodeId, var: ObjId) -> bool {
        self.wants.get(&(closure, var)).is_some_and(|&wants| wants >= 2 * Weight::ONCE.0)
    }

    /// Whether the variable is assigned to after its declaration (the `post` statement of its own loop aside).
    pub(in super::super) fn assigned(&self, var: ObjId) -> bool {
        self.vars.get(&var).is_none_or(|f| f.assigned || f.addressed)
    }

    /// Whether the program takes the variable's address.
    pub(in super::super) fn pointed(&self, var: ObjId) -> bool {
        self.vars.get(&var).is_some_and(|f| f.pointed)
    }

    /// Whether calls that are made in place may change the variable: its address is only known to them.
    pub(in super::super) fn handed(&self, var: ObjId) -> bool {
        self.vars.get(&var).is_some_and(|f| f.handed)
    }

    /// Whether the variable, a pointer, is only used to get to what it points to, which is always the same, and within this function.
    pub(in super::super) fn only_followed(&self, var: ObjId) -> bool {
        self.vars.get(&var).is_some_and(VarFacts::is_only_followed)
    }

    /// The same, of a variable that is declared with the address of something new, which nothing else points to.
    pub(in super::super) fn only_followed_to_new(&self, var: ObjId) -> bool {
        self.vars.get(&var).is_some_and(|f| f.made) && self.only_followed(var)
    }

    /// Settles what calls do with addresses, and what they give. `holds` answers a question.
    pub(in super::super) fn settle(&mut self, mut holds: impl FnMut(&Question) -> bool) {
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
    pub(in super::super) fn only_value(&self, var: ObjId) -> Option<TypeId> {
        let initial = self.initial.get(&var).copied();
        initial.filter(|_| self.vars.get(&var).is_some_and(|f| !f.assigned && !f.addressed))
    }

    /// Whether the literal, or the declared function, defers calls.
    pub(in super::super) fn defers(&self, function: Option<NodeId>) -> bool {
        self.defers.contains(&function)
    }

    /// Whether the body of this range over a function defers calls.
    pub(in super::super) fn body_defers(&self, range: NodeId) -> bool {
        self.deferring_bodies.contains(&range)
    }

    /// Whether control leaves the body of this range over a function other than by its end.
    pub(in super::super) fn escapes(&self, range: NodeId) -> bool {
        self.escapes.contains(&range)
    }
}

/// How often a place in a function is come to, by a guess: in a loop more often, under a condition less often.
#[derive(Clone, Copy)]
pub(super) struct Weight(pub(super) u32);

impl Weight {
    /// Once a call.
    pub(super) const ONCE: Weight = Weight(16);

    pub(super) fn in_loop(self) -> Weight {
        Weight((self.0 * 8).min(1 << 12))
    }

    pub(super) fn under_condition(self) -> Weight {
        Weight((self.0 / 4).max(1))
    }
}
