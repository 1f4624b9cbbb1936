/** Numbers of tokens in the module `token`, by our kinds. */
import * as T from '../../syntax/tokens.ts';

export const ENDMARKER = 0;
export const NAME = 1;
export const NUMBER = 2;
export const NEWLINE = 4;
export const INDENT = 5;
export const DEDENT = 6;
export const OP = 55;
export const COMMENT = 65;
export const NL = 66;

const OPERATORS =
  '( ) [ ] : , ; + - * / | & < > = . % { } == != <= >= ~ ^ << >> ** += -= *= /= %= &= |= ^= <<= >>= **= // //= @ @= -> ... := !'.split(
    ' ',
  );
const FIRST_OPERATOR = 7;

const BASIC: Readonly<Record<string, number>> = {
  NAME,
  NUMBER,
  STRING: 3,
  NEWLINE,
  INDENT,
  DEDENT,
  TYPE_IGNORE: 56,
  TYPE_COMMENT: 57,
  FSTRING_START: 59,
  FSTRING_MIDDLE: 60,
  FSTRING_END: 61,
  TSTRING_START: 62,
  TSTRING_MIDDLE: 63,
  TSTRING_END: 64,
  ENDMARKER,
  OP,
};

/** Keywords are names; each operator has a number of its own. */
export const TOKEN_NUMBERS: readonly number[] = T.TOKEN_TEXTS.map((text, kind) => {
  if (kind >= T.FirstKeyword) return NAME;
  if (kind < T.FirstOperator) return BASIC[text] ?? OP;
  return FIRST_OPERATOR + OPERATORS.indexOf(text);
});

export function isOperator(kind: number): boolean {
  return kind === T.Unknown || (kind >= T.FirstOperator && kind < T.FirstKeyword);
}
