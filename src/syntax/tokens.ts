/**
 * Kinds of tokens, as numbers that a `switch` can use as literals: `import * as T from './tokens.ts'`.
 *
 * Each keyword is a kind of its own; soft keywords (`match`, `case`, `type`, `_`) are names.
 * `Unknown` is a character that starts no token (`$`, `?`, a backquote): the parser's "invalid syntax".
 * Order: basic kinds, operators, keywords; the operators that assign (`=`, `+=` ...) and the keywords are contiguous.
 */

// ── Basic kinds ───────────────────────────────────────────────────────────────────────────────────────────────
export const EndMarker = 0;
export const Name = 1;
export const NumberLiteral = 2;
export const StringLiteral = 3;
export const Newline = 4;
export const Indent = 5;
export const Dedent = 6;
export const TypeIgnore = 7;
export const TypeComment = 8;
export const FStringStart = 9;
export const FStringMiddle = 10;
export const FStringEnd = 11;
export const TStringStart = 12;
export const TStringMiddle = 13;
export const TStringEnd = 14;
export const Unknown = 15;

// ── Operators and punctuation ─────────────────────────────────────────────────────────────────────────────────
export const LeftParen = 16;
export const RightParen = 17;
export const LeftBracket = 18;
export const RightBracket = 19;
export const LeftBrace = 20;
export const RightBrace = 21;
export const Colon = 22;
export const Comma = 23;
export const Semicolon = 24;
export const Dot = 25;
export const Ellipsis = 26;
export const Arrow = 27;
export const ColonEqual = 28;
export const Exclamation = 29;
export const At = 30;
export const Tilde = 31;
export const Plus = 32;
export const Minus = 33;
export const Star = 34;
export const DoubleStar = 35;
export const Slash = 36;
export const DoubleSlash = 37;
export const Percent = 38;
export const VerticalBar = 39;
export const Ampersand = 40;
export const Circumflex = 41;
export const LeftShift = 42;
export const RightShift = 43;
export const Less = 44;
export const Greater = 45;
export const LessEqual = 46;
export const GreaterEqual = 47;
export const EqualEqual = 48;
export const NotEqual = 49;
export const Equal = 50;
export const PlusEqual = 51;
export const MinusEqual = 52;
export const StarEqual = 53;
export const SlashEqual = 54;
export const DoubleSlashEqual = 55;
export const PercentEqual = 56;
export const AtEqual = 57;
export const VerticalBarEqual = 58;
export const AmpersandEqual = 59;
export const CircumflexEqual = 60;
export const LeftShiftEqual = 61;
export const RightShiftEqual = 62;
export const DoubleStarEqual = 63;

// ── Keywords ──────────────────────────────────────────────────────────────────────────────────────────────────
export const False = 64;
export const None = 65;
export const True = 66;
export const And = 67;
export const As = 68;
export const Assert = 69;
export const Async = 70;
export const Await = 71;
export const Break = 72;
export const Class = 73;
export const Continue = 74;
export const Def = 75;
export const Del = 76;
export const Elif = 77;
export const Else = 78;
export const Except = 79;
export const Finally = 80;
export const For = 81;
export const From = 82;
export const Global = 83;
export const If = 84;
export const Import = 85;
export const In = 86;
export const Is = 87;
export const Lambda = 88;
export const Nonlocal = 89;
export const Not = 90;
export const Or = 91;
export const Pass = 92;
export const Raise = 93;
export const Return = 94;
export const Try = 95;
export const While = 96;
export const With = 97;
export const Yield = 98;

export const FirstOperator = LeftParen;
export const FirstAugmentedAssignment = PlusEqual;
export const LastAugmentedAssignment = DoubleStarEqual;
export const FirstKeyword = False;
export const LastKeyword = Yield;

/** Source text of operators and keywords, a descriptive name for the rest; the index is the kind. */
export const TOKEN_TEXTS: readonly string[] = [
  'ENDMARKER',
  'NAME',
  'NUMBER',
  'STRING',
  'NEWLINE',
  'INDENT',
  'DEDENT',
  'TYPE_IGNORE',
  'TYPE_COMMENT',
  'FSTRING_START',
  'FSTRING_MIDDLE',
  'FSTRING_END',
  'TSTRING_START',
  'TSTRING_MIDDLE',
  'TSTRING_END',
  'OP',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ':',
  ',',
  ';',
  '.',
  '...',
  '->',
  ':=',
  '!',
  '@',
  '~',
  '+',
  '-',
  '*',
  '**',
  '/',
  '//',
  '%',
  '|',
  '&',
  '^',
  '<<',
  '>>',
  '<',
  '>',
  '<=',
  '>=',
  '==',
  '!=',
  '=',
  '+=',
  '-=',
  '*=',
  '/=',
  '//=',
  '%=',
  '@=',
  '|=',
  '&=',
  '^=',
  '<<=',
  '>>=',
  '**=',
  'False',
  'None',
  'True',
  'and',
  'as',
  'assert',
  'async',
  'await',
  'break',
  'class',
  'continue',
  'def',
  'del',
  'elif',
  'else',
  'except',
  'finally',
  'for',
  'from',
  'global',
  'if',
  'import',
  'in',
  'is',
  'lambda',
  'nonlocal',
  'not',
  'or',
  'pass',
  'raise',
  'return',
  'try',
  'while',
  'with',
  'yield',
];

/** The keywords, in the order of their kinds. */
export const KEYWORDS: readonly string[] = TOKEN_TEXTS.slice(FirstKeyword, LastKeyword + 1);

export const SOFT_KEYWORDS: readonly string[] = ['_', 'case', 'match', 'type'];
