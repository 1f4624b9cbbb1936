/** How tightly the binary operators bind. */
import * as Kind from '../node-kinds.generated.ts';
import * as T from '../tokens.ts';

export const DISJUNCTION = 1;
export const CONJUNCTION = 2;
export const INVERSION = 3;
export const COMPARISON = 4;
export const BITWISE_OR = 5;

/** Precedence of the binary operators by kind of token; 0 for all other tokens. */
export const PRECEDENCE: Int8Array = new Int8Array(T.LastKeyword + 1);
/** The operator's node kind, by kind of token. */
export const OPERATOR: Uint8Array = new Uint8Array(T.LastKeyword + 1);

for (const [precedence, token, operator] of [
  [DISJUNCTION, T.Or, Kind.Or],
  [CONJUNCTION, T.And, Kind.And],
  [COMPARISON, T.EqualEqual, Kind.Eq],
  [COMPARISON, T.NotEqual, Kind.NotEq],
  [COMPARISON, T.Less, Kind.Lt],
  [COMPARISON, T.LessEqual, Kind.LtE],
  [COMPARISON, T.Greater, Kind.Gt],
  [COMPARISON, T.GreaterEqual, Kind.GtE],
  [COMPARISON, T.In, Kind.In],
  [COMPARISON, T.Is, Kind.Is],
  [COMPARISON, T.Not, Kind.NotIn],
  [BITWISE_OR, T.VerticalBar, Kind.BitOr],
  [6, T.Circumflex, Kind.BitXor],
  [7, T.Ampersand, Kind.BitAnd],
  [8, T.LeftShift, Kind.LShift],
  [8, T.RightShift, Kind.RShift],
  [9, T.Plus, Kind.Add],
  [9, T.Minus, Kind.Sub],
  [10, T.Star, Kind.Mult],
  [10, T.Slash, Kind.Div],
  [10, T.DoubleSlash, Kind.FloorDiv],
  [10, T.Percent, Kind.Mod],
  [10, T.At, Kind.MatMult],
] as const) {
  PRECEDENCE[token] = precedence;
  OPERATOR[token] = operator;
}
