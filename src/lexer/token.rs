//! The table of tokens.

use logos::Logos;

use super::literal;
use super::scan::State;
use crate::source::Span;

/// A token and where it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where. A semicolon that a line end stands for has the place of the line end.
    pub span: Span,
}

macro_rules! kinds {
    (
        open { $($(#[$attr:meta])* $open:ident $what:literal)* }
        marked { $($marked:ident $mtext:literal)* }
        keywords { $($keyword:ident $ktext:tt)* }
        operators { $($op:ident $otext:tt)* }
    ) => {
        /// What a token is.
        #[derive(Logos, Clone, Copy, PartialEq, Eq, Hash, Debug)]
        #[logos(skip r"[ \t\r]+")]
        #[logos(extras = State)]
        pub enum Kind {
            $($(#[$attr])* #[doc = $what] $open,)*
            $(#[doc = concat!("A marked `", $mtext, "`; see [`mark`](super::mark)")] $marked,)*
            $(#[token($ktext)] #[doc = concat!("`", $ktext, "`")] $keyword,)*
            $(#[token($otext)] #[doc = concat!("`", $otext, "`")] $op,)*
        }

        /// The texts of all keywords.
        pub const KEYWORDS: &[&str] = &[$($ktext),*];

        impl Kind {
            /// The text of keywords, operators and punctuation; the name of the class of other tokens.
            pub fn text(self) -> &'static str {
                match self {
                    $(Kind::$open => $what,)*
                    $(Kind::$marked => $mtext,)*
                    $(Kind::$keyword => $ktext,)*
                    $(Kind::$op => $otext,)*
                }
            }

            /// Whether it is a keyword.
            pub fn is_keyword(self) -> bool {
                match self {
                    $(Kind::$keyword => true,)*
                    Kind::FuncResult | Kind::FuncDecl => true,
                    _ => false,
                }
            }
        }
    };
}

kinds! {
    open {
        #[regex("[A-Za-z_][A-Za-z0-9_]*")]
        Name "name"
        #[regex(r"\.?[0-9]", literal::number)]
        Int "literal"
        Float "literal"
        Imag "literal"
        #[token("'", literal::rune)]
        Rune "literal"
        #[token("\"", literal::string)]
        #[token("`", literal::raw_string)]
        String "literal"
        #[token("\n")]
        Newline "newline"
        #[regex("//[^\n]*", allow_greedy = true)]
        LineComment "comment"
        #[token("/*", literal::block_comment)]
        BlockComment "comment"
    }
    marked {
        FuncDecl "func"
        FuncResult "func"
        BodyBrace "{"
        FuncBrace "{"
        TypeParams "["
    }
    keywords {
        Break "break"
        Case "case"
        Chan "chan"
        Const "const"
        Continue "continue"
        Default "default"
        Defer "defer"
        Else "else"
        Fallthrough "fallthrough"
        For "for"
        Func "func"
        Go "go"
        Goto "goto"
        If "if"
        Import "import"
        Interface "interface"
        Map "map"
        Package "package"
        Range "range"
        Return "return"
        Select "select"
        Struct "struct"
        Switch "switch"
        Type "type"
        Var "var"
    }
    operators {
        Add "+"
        Sub "-"
        Mul "*"
        Div "/"
        Rem "%"
        And "&"
        Or "|"
        Xor "^"
        Shl "<<"
        Shr ">>"
        AndNot "&^"
        AddAssign "+="
        SubAssign "-="
        MulAssign "*="
        DivAssign "/="
        RemAssign "%="
        AndAssign "&="
        OrAssign "|="
        XorAssign "^="
        ShlAssign "<<="
        ShrAssign ">>="
        AndNotAssign "&^="
        LogAnd "&&"
        LogOr "||"
        Arrow "<-"
        Inc "++"
        Dec "--"
        Eq "=="
        Lt "<"
        Gt ">"
        Assign "="
        Not "!"
        Tilde "~"
        Ne "!="
        Le "<="
        Ge ">="
        Define ":="
        Ellipsis "..."
        LParen "("
        LBrack "["
        LBrace "{"
        RParen ")"
        RBrack "]"
        RBrace "}"
        Comma ","
        Semi ";"
        Dot "."
        Colon ":"
    }
}

impl Kind {
    /// Whether a line that ends with this token ends with a semicolon.
    pub fn ends_line(self) -> bool {
        matches!(
            self,
            Kind::Name
                | Kind::Int
                | Kind::Float
                | Kind::Imag
                | Kind::Rune
                | Kind::String
                | Kind::Break
                | Kind::Continue
                | Kind::Fallthrough
                | Kind::Return
                | Kind::Inc
                | Kind::Dec
                | Kind::RParen
                | Kind::RBrack
                | Kind::RBrace
        )
    }

    /// The token without the mark that [`mark`](super::mark) may have given it.
    pub fn unmarked(self) -> Kind {
        match self {
            Kind::FuncDecl | Kind::FuncResult => Kind::Func,
            Kind::BodyBrace | Kind::FuncBrace => Kind::LBrace,
            Kind::TypeParams => Kind::LBrack,
            kind => kind,
        }
    }

    /// Whether it is a literal.
    pub fn is_literal(self) -> bool {
        matches!(self, Kind::Int | Kind::Float | Kind::Imag | Kind::Rune | Kind::String)
    }

    /// Whether an operand can end with it, so that `[`, `(` or `{` after it belongs to the operand.
    pub fn ends_operand(self) -> bool {
        self == Kind::Name || self.is_literal() || matches!(self, Kind::RParen | Kind::RBrack | Kind::RBrace)
    }

    /// Whether a declaration starts with it.
    pub fn starts_declaration(self) -> bool {
        matches!(self, Kind::Import | Kind::Const | Kind::Type | Kind::Var | Kind::Func | Kind::FuncDecl)
    }

    /// Whether it opens a bracket of any kind.
    pub fn opens(self) -> bool {
        matches!(
            self,
            Kind::LParen | Kind::LBrack | Kind::LBrace | Kind::BodyBrace | Kind::FuncBrace | Kind::TypeParams
        )
    }

    /// Whether it closes a bracket of any kind.
    pub fn closes(self) -> bool {
        matches!(self, Kind::RParen | Kind::RBrack | Kind::RBrace)
    }
}
