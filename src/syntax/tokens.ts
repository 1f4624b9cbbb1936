/**
 * Kinds of tokens, as numbers that a `switch` can use as literals: `import * as T from './tokens.ts'`.
 *
 * Each keyword is a kind of its own; soft keywords (`match`, `case`, `type`, `_`) are names.
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

// ── Operators and punctuation ─────────────────────────────────────────────────────────────────────────────────
export const LeftParen = 15;
export const RightParen = 16;
export const LeftBracket = 17;
export const RightBracket = 18;
export const LeftBrace = 19;
export const RightBrace = 20;
export const Colon = 21;
export const Comma = 22;
export const Semicolon = 23;
export const Dot = 24;
export const Ellipsis = 25;
export const Arrow = 26;
export const ColonEqual = 27;
export const Exclamation = 28;
export const At = 29;
export const Tilde = 30;
export const Plus = 31;
export const Minus = 32;
export const Star = 33;
export const DoubleStar = 34;
export const Slash = 35;
export const DoubleSlash = 36;
export const Percent = 37;
export const VerticalBar = 38;
export const Ampersand = 39;
export const Circumflex = 40;
export const LeftShift = 41;
export const RightShift = 42;
export const Less = 43;
export const Greater = 44;
export const LessEqual = 45;
export const GreaterEqual = 46;
export const EqualEqual = 47;
export const NotEqual = 48;
export const Equal = 49;
export const PlusEqual = 50;
export const MinusEqual = 51;
export const StarEqual = 52;
export const SlashEqual = 53;
export const DoubleSlashEqual = 54;
export const PercentEqual = 55;
export const AtEqual = 56;
export const VerticalBarEqual = 57;
export const AmpersandEqual = 58;
export const CircumflexEqual = 59;
export const LeftShiftEqual = 60;
export const RightShiftEqual = 61;
export const DoubleStarEqual = 62;

// ── Keywords ──────────────────────────────────────────────────────────────────────────────────────────────────
export const False = 63;
export const None = 64;
export const True = 65;
export const And = 66;
export const As = 67;
export const Assert = 68;
export const Async = 69;
export const Await = 70;
export const Break = 71;
export const Class = 72;
export const Continue = 73;
export const Def = 74;
export const Del = 75;
export const Elif = 76;
export const Else = 77;
export const Except = 78;
export const Finally = 79;
export const For = 80;
export const From = 81;
export const Global = 82;
export const If = 83;
export const Import = 84;
export const In = 85;
export const Is = 86;
export const Lambda = 87;
export const Nonlocal = 88;
export const Not = 89;
export const Or = 90;
export const Pass = 91;
export const Raise = 92;
export const Return = 93;
export const Try = 94;
export const While = 95;
export const With = 96;
export const Yield = 97;

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
