//! The table of diagnostic codes.

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal $title:literal,)*) => {
        /// What kind of mistake a diagnostic is about. The texts are stable: people search for them.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
        pub enum Code { $(#[doc = $title] $name,)* }

        impl Code {
            /// All codes, in the order of the table.
            pub const ALL: &[Code] = &[$(Code::$name,)*];

            /// The stable text, such as `P0001`.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $text,)* }
            }

            /// Whether `phasync vet` finds it, rather than the checker.
            pub fn is_of_vet(self) -> bool {
                self.as_str().starts_with('V')
            }

            /// The mistake in a few words.
            pub fn title(self) -> &'static str {
                match self { $(Code::$name => $title,)* }
            }
        }
    };
}

// L: characters and literals; P: syntax; N: names; T: types; C: constants; F: flow; K: packages; V: vet; R: runs.
// A row is all that a new code needs.
codes! {
    InvalidCharacter = "L0001" "a character that no token starts with",
    InvalidEncoding = "L0002" "text that is not UTF-8",
    InvalidLiteral = "L0003" "a malformed literal",
    Unterminated = "L0004" "a literal or comment without end",
    SourceTooLarge = "L0005" "a source file that is too large",
    InvalidLineDirective = "L0006" "a comment that names no line",

    Syntax = "P0001" "text that the grammar does not allow",
    NestedTooDeeply = "P0002" "nesting beyond the limit",
    TopLevelStatement = "P0003" "a statement outside a function",

    Undefined = "N0001" "a name that nothing declares",
    Redeclared = "N0002" "a name declared twice in one scope",
    UnusedVariable = "N0003" "a variable that is never used",
    UnusedImport = "N0004" "an import that is never used",
    UnusedLabel = "N0005" "a label that is never used",
    NotExported = "N0006" "a name that its package does not export",
    MissingMember = "N0007" "no such field or method",
    AmbiguousMember = "N0008" "a field or method found twice at one depth",
    InvalidBlank = "N0009" "the blank identifier used as a value",
    InvalidDeclaration = "N0010" "a declaration that is not allowed here",
    InvalidReceiver = "N0011" "a method whose receiver is not allowed",

    Mismatched = "T0001" "operands of different types",
    NotAssignable = "T0002" "a value that can't be assigned to that type",
    InvalidOperation = "T0003" "an operation that the operand does not have",
    InvalidConversion = "T0004" "a conversion that does not exist",
    InvalidCall = "T0005" "a call that does not fit the function",
    WrongCount = "T0006" "a wrong number of values",
    NotAType = "T0007" "something that is not a type",
    NotAnExpression = "T0008" "a type or statement where a value is needed",
    InvalidCycle = "T0009" "a declaration that refers to itself",
    NotComparable = "T0010" "values that can't be compared",
    NotImplemented = "T0011" "a type without a method of the interface",
    InvalidAssertion = "T0012" "a type assertion that can't succeed",
    InvalidLiteralElement = "T0013" "an element that the composite literal can't have",
    InvalidMapKey = "T0014" "a map key that can't be compared",
    NotAddressable = "T0015" "something without an address, or that can't be assigned to",
    InvalidIndex = "T0016" "an index out of range or of the wrong type",
    InvalidRange = "T0017" "something that can't be ranged over",
    InvalidChannelUse = "T0018" "a channel used against its direction",
    InvalidBuiltin = "T0019" "a builtin used in a way that it does not have",
    CannotInfer = "T0020" "type arguments that can't be inferred",
    NotSatisfied = "T0021" "a type argument that does not satisfy its constraint",
    InvalidTypeArguments = "T0022" "type arguments that do not fit",
    InvalidInterface = "T0023" "an interface that is not allowed here",
    UnusedResult = "T0024" "a value that is computed and not used",
    InvalidType = "T0025" "a type that is not allowed",
    DuplicateCase = "T0026" "a case that stands twice",
    InvalidStatement = "T0027" "a statement that is not allowed here",
    TooNew = "T0028" "something that the file's version of the language does not have",

    ConstantOverflow = "C0001" "a constant that its type can't represent",
    DivisionByZero = "C0002" "a division by the constant zero",
    InvalidShift = "C0003" "a shift that is not allowed",
    NotConstant = "C0004" "a value that is not constant",

    MissingReturn = "F0001" "a function that can end without return",
    MisplacedBranch = "F0002" "a break, continue, goto or fallthrough out of place",
    UndefinedLabel = "F0003" "a label that nothing declares",
    InvalidGoto = "F0004" "a goto into a block or over a declaration",
    InitializationCycle = "F0005" "package variables that need each other",
    InvalidMain = "F0006" "a program without a proper main",
    NoMain = "F0007" "a main package without a function main",
    NoMainPackage = "F0008" "a package that is no program",

    MissingPackage = "K0001" "a package that does not exist",
    ImportCycle = "K0002" "packages that import each other",
    InvalidImport = "K0003" "an import that is not allowed",
    WrongPackage = "K0004" "files of different packages in one directory",
    Unsupported = "K0005" "something that phasync does not have",
    Head = "K0006" "a package clause or imports that cannot be read",
    SeveralPackages = "K0007" "a program whose files are of several packages",
    ClosedPackage = "K0008" "a package that must not be imported here",
    InvalidModule = "K0009" "a go.mod or go.work that cannot be read",
    BuildLine = "K0010" "a line //go:build that cannot be read",
    DebugLine = "K0011" "a line //go:debug that says nothing that is known",

    CopiedLock = "V0001" "a lock that is copied",
    WrongFormat = "V0002" "a format and arguments that do not fit each other",
    LostCancel = "V0003" "a cancel function that is not called",
    Unreachable = "V0004" "code that is never reached",
    ResultDropped = "V0005" "a call that only gives a result, which is thrown away",
    LoopVariable = "V0006" "a variable of a loop that is used when the loop has gone on",
    AddInGoroutine = "V0007" "a wait group that is added to too late",

    Deadlock = "R0001" "goroutines that wait for each other, or for nobody",
    Leak = "R0002" "goroutines that are left when main returns",
    ClosedChannel = "R0003" "a channel that was closed before",
    NegativeCounter = "R0004" "a wait group on which Done is called too often",
}

impl Code {
    /// What the go command says before anything is compiled, since not all packages can be loaded.
    pub const OF_LOADING: [Code; 5] =
        [Code::Head, Code::BuildLine, Code::MissingPackage, Code::ClosedPackage, Code::ImportCycle];
}
