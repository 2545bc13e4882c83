//! Which bracket closes which, in text where some are missing.

use super::token::{Kind, Token};

/// Which tokens are brackets that belong together.
#[derive(Default, Debug)]
pub struct Mates {
    /// The index of the other bracket; [`Mates::NONE`] for those without, and for other tokens.
    mates: Vec<u32>,
}

impl Mates {
    const NONE: u32 = u32::MAX;

    /// Those of a text.
    pub fn of(tokens: &[Token]) -> Mates {
        let mut mates = vec![Mates::NONE; tokens.len()];
        let mut open = Brackets::default();
        for (i, token) in tokens.iter().enumerate() {
            if token.kind.opens() {
                open.opens(token.kind, i as u32);
            } else if token.kind.closes()
                && let Some(opened) = open.closes(token.kind)
            {
                mates[opened as usize] = i as u32;
                mates[i] = opened;
            }
        }
        Mates { mates }
    }

    /// The index of the bracket that closes, or is closed by, the one at an index.
    pub fn get(&self, i: usize) -> Option<usize> {
        self.mates.get(i).filter(|&&mate| mate != Mates::NONE).map(|&mate| mate as usize)
    }
}

/// Open brackets, with whatever is to be known about each.
///
/// A brace closes all that is open inside of it. A parenthesis or bracket that does not close anything since
/// the last brace closes nothing: it is one too many.
#[derive(Debug)]
pub struct Brackets<T> {
    open: Vec<(Kind, T)>,
    /// How many parentheses and brackets are open outside all braces, in the first brace, and so on: the last
    /// entry counts those that a closing one may close. So looking for one that is not there takes no time.
    levels: Vec<Level>,
}

#[derive(Clone, Copy, Default, Debug)]
struct Level {
    parens: u32,
    bracks: u32,
}

impl Level {
    fn count(&mut self, kind: Kind) -> Option<&mut u32> {
        match kind {
            Kind::LParen => Some(&mut self.parens),
            Kind::LBrack => Some(&mut self.bracks),
            _ => None,
        }
    }
}

impl<T> Default for Brackets<T> {
    fn default() -> Brackets<T> {
        Brackets { open: Vec::new(), levels: vec![Level::default()] }
    }
}

impl<T> Brackets<T> {
    /// How many are open.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// The brackets that would close all that is open, in their order.
    pub fn closers(&self) -> impl Iterator<Item = Kind> {
        self.open.iter().rev().map(|(open, _)| match open {
            Kind::LParen => Kind::RParen,
            Kind::LBrack => Kind::RBrack,
            _ => Kind::RBrace,
        })
    }

    /// Opens one; gives whether the token does.
    pub fn opens(&mut self, kind: Kind, what: T) -> bool {
        if !kind.opens() {
            return false;
        }
        let kind = kind.unmarked();
        self.open.push((kind, what));
        match self.levels.last_mut().and_then(|level| level.count(kind)) {
            Some(count) => *count += 1,
            None => self.levels.push(Level::default()),
        }
        true
    }

    /// Closes one, and what is open inside of it; none for a token that closes nothing.
    pub fn closes(&mut self, kind: Kind) -> Option<T> {
        let wanted = match kind {
            Kind::RParen => Kind::LParen,
            Kind::RBrack => Kind::LBrack,
            Kind::RBrace => Kind::LBrace,
            _ => return None,
        };
        let there = match self.levels.last_mut().and_then(|level| level.count(wanted)) {
            Some(count) => *count > 0,
            None => self.levels.len() > 1,
        };
        if !there {
            return None;
        }
        if wanted == Kind::LBrace {
            self.levels.pop();
        }
        while let Some((kind, what)) = self.open.pop() {
            if wanted != Kind::LBrace
                && let Some(count) = self.levels.last_mut().and_then(|level| level.count(kind))
            {
                *count -= 1;
            }
            if kind == wanted {
                return Some(what);
            }
        }
        None
    }
}
