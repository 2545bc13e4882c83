//! Instantiation cycles: generic code that would need infinitely many instances.
//!
//! A graph has a vertex for each type parameter, and for each local type of a generic function. An instantiation
//! of `P` with a type that mentions `Q` is an edge from `Q` to `P`, of weight 1 if the argument is larger than `Q`
//! alone. A cycle with a weight above zero then grows its arguments without end. The search is Bellman and Ford's
//! for heaviest paths; it stops early where nothing changes, which is the common case.

use super::Checker;
use crate::diag::{Code, Diagnostic};
use crate::source::Span;
use crate::types::{NamedId, ObjId, Type, TypeId, TypeParamId};
use hashbrown::HashMap;

/// The instantiations of a package.
#[derive(Debug, Default)]
pub(super) struct MonoGraph {
    vertices: Vec<Vertex>,
    edges: Vec<Edge>,
    index: HashMap<ObjId, usize>,
}

#[derive(Debug)]
struct Vertex {
    /// The type parameter or local type.
    obj: ObjId,
    /// Weight of the heaviest path here that is known, its last edge, and its length.
    weight: u32,
    last: usize,
    length: usize,
}

#[derive(Debug)]
struct Edge {
    from: usize,
    to: usize,
    weight: u32,
    /// Where the instantiation is written.
    at: Span,
    /// The type argument; for a local type the type parameter around it.
    ty: TypeId,
}

impl MonoGraph {
    /// The vertex of an object, and whether it is new.
    fn vertex(&mut self, obj: ObjId) -> (usize, bool) {
        if let Some(&vertex) = self.index.get(&obj) {
            return (vertex, false);
        }
        let vertex = self.vertices.len();
        self.vertices.push(Vertex { obj, weight: 0, last: usize::MAX, length: 0 });
        self.index.insert(obj, vertex);
        (vertex, true)
    }

    /// A vertex that a path with a growing cycle leads to.
    fn find_cycle(&mut self) -> Option<usize> {
        loop {
            let mut changed = false;
            for (number, edge) in self.edges.iter().enumerate() {
                let from = &self.vertices[edge.from];
                let (weight, length) = (from.weight + edge.weight, from.length + 1);
                let count = self.vertices.len();
                let to = &mut self.vertices[edge.to];
                if weight <= to.weight {
                    continue;
                }
                to.last = number;
                to.length = length;
                if length >= count {
                    return Some(edge.to);
                }
                to.weight = weight;
                changed = true;
            }
            if !changed {
                return None;
            }
        }
    }
}

impl Checker {
    /// Notes an instantiation of type parameters; `spans` are the places of the arguments that are written.
    pub(super) fn record_instance(
        &mut self,
        at: Span,
        tparams: &[TypeParamId],
        targs: &[TypeId],
        spans: &[Span],
    ) {
        for (i, (&p, &targ)) in tparams.iter().zip(targs).enumerate() {
            // Cycles lie within one package, and those of the library are tested.
            let obj = self.tt.tparam(p).obj;
            if !self.tt.is_parameterized(targ) || self.package(self.obj(obj).pkg).std {
                continue;
            }
            let at = spans.get(i).copied().unwrap_or(at);
            let (to, _) = self.mono.vertex(obj);
            self.flows(to, at, targ, targ, &mut Vec::new());
        }
    }

    /// Adds edges for what a part of a type argument mentions.
    fn flows(&mut self, to: usize, at: Span, targ: TypeId, part: TypeId, seen: &mut Vec<TypeId>) {
        if !self.tt.is_parameterized(part) || seen.contains(&part) {
            return;
        }
        seen.push(part);
        let weight = u32::from(part != targ);
        let inside: Vec<TypeId> = match self.tt.get(part).clone() {
            Type::Invalid | Type::Basic(_) => Vec::new(),
            Type::TypeParam(p) => {
                let obj = self.tt.tparam(p).obj;
                let (from, _) = self.mono.vertex(obj);
                self.mono.edges.push(Edge { from, to, weight, at, ty: targ });
                Vec::new()
            }
            Type::Named(id) => {
                if let Some(from) = self.local_type_vertex(self.tt.origin(id)) {
                    self.mono.edges.push(Edge { from, to, weight, at, ty: targ });
                }
                self.tt.own_targs(id).to_vec()
            }
            Type::Pointer(e) | Type::Slice(e) | Type::Array(e, _) | Type::Chan(_, e) => vec![e],
            Type::Map(k, v) => vec![k, v],
            Type::Struct(fields) => fields.iter().map(|f| f.ty).collect(),
            Type::Func(sig) => sig.params.iter().chain(sig.results.iter()).copied().collect(),
            Type::Interface(i) => i.methods.iter().map(|m| m.sig).collect(),
            Type::Tuple(list) => list.to_vec(),
            Type::Union(terms) => terms.iter().map(|term| term.ty).collect(),
        };
        for part in inside {
            self.flows(to, at, targ, part, seen);
        }
    }

    /// The vertex of a type that is declared inside a generic function: each of the function's instances has its
    /// own.
    fn local_type_vertex(&mut self, id: NamedId) -> Option<usize> {
        let named = self.tt.named(id);
        let (obj, outer) = (named.obj, named.outer.clone());
        if outer.is_empty() {
            return None;
        }
        let (to, new) = self.mono.vertex(obj);
        if new {
            let at = self.obj(obj).span;
            for &p in outer.iter() {
                let (from, _) = self.mono.vertex(self.tt.tparam(p).obj);
                let ty = self.tt.tparam_type(p);
                self.mono.edges.push(Edge { from, to, weight: 1, at, ty });
            }
        }
        Some(to)
    }

    /// Reports an instantiation cycle among the instantiations that were noted, and forgets them.
    pub(super) fn check_instances(&mut self) {
        let mut graph = std::mem::take(&mut self.mono);
        let Some(mut vertex) = graph.find_cycle() else { return };
        // The path ends at the vertex, and the cycle may lie before: walk back until a vertex comes again.
        let mut path: Vec<usize> = Vec::new();
        while !path.contains(&vertex) {
            path.push(vertex);
            vertex = graph.edges[graph.vertices[vertex].last].from;
        }
        let start = path.iter().position(|&v| v == vertex).unwrap_or(0);
        let obj = graph.vertices[vertex].obj;
        let mut diag =
            Diagnostic::error(Code::InvalidTypeArguments, self.obj(obj).span, "instantiation cycle:");
        for &v in &path[start..] {
            let edge = &graph.edges[graph.vertices[v].last];
            let obj = graph.vertices[edge.to].obj;
            let ty = self.tt.as_tparam(self.shown(obj));
            let how = if ty.is_some() { "instantiated as" } else { "implicitly parameterized by" };
            let text = format!("{} {how} {}", self.obj(obj).name, self.ts(edge.ty));
            diag = diag.with_related(edge.at, text);
        }
        self.report(diag);
    }
}
