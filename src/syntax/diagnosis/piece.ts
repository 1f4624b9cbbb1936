/** A stretch of tokens that reads as an expression: what diagnosis knows of it, and how messages name it. */
import * as Kind from '../node-kinds.generated.ts';
import type { Tokenizer } from '../tokenizer.ts';
import * as T from '../tokens.ts';

export interface Piece {
  /** Kind of the node that the tokens would make. */
  readonly kind: number;
  /** Indices of the first and last token. */
  readonly first: number;
  readonly last: number;
  /** Items of a tuple or list, value of a starred expression, left operand of a comparison. */
  readonly items: readonly Piece[];
  /** For a comparison, the kind of the first operator's token. */
  readonly operator: number;
}

const NOTHING: readonly Piece[] = [];

/** A piece up to but without token `end`. */
export function piece(
  kind: number,
  first: number,
  end: number,
  items = NOTHING,
  operator: number = T.EndMarker,
): Piece {
  return { kind, first, last: end - 1, items, operator };
}

/** What messages call an expression ("cannot assign to function call"). */
const NAMES: Readonly<Record<number, string>> = {
  [Kind.Attribute]: 'attribute',
  [Kind.Subscript]: 'subscript',
  [Kind.Starred]: 'starred',
  [Kind.Name]: 'name',
  [Kind.List]: 'list',
  [Kind.Tuple]: 'tuple',
  [Kind.Lambda]: 'lambda',
  [Kind.Call]: 'function call',
  [Kind.BoolOp]: 'expression',
  [Kind.BinOp]: 'expression',
  [Kind.UnaryOp]: 'expression',
  [Kind.GeneratorExp]: 'generator expression',
  [Kind.Yield]: 'yield expression',
  [Kind.YieldFrom]: 'yield expression',
  [Kind.Await]: 'await expression',
  [Kind.ListComp]: 'list comprehension',
  [Kind.SetComp]: 'set comprehension',
  [Kind.DictComp]: 'dict comprehension',
  [Kind.Dict]: 'dict literal',
  [Kind.Set]: 'set display',
  [Kind.JoinedStr]: 'f-string expression',
  [Kind.TemplateStr]: 't-string expression',
  [Kind.Compare]: 'comparison',
  [Kind.IfExp]: 'conditional expression',
  [Kind.NamedExpr]: 'named expression',
};

export function nameOf({ kinds }: Tokenizer, { kind, first }: Piece): string {
  if (kind !== Kind.Constant) return NAMES[kind] ?? 'expression';
  switch (kinds[first]) {
    case T.None:
      return 'None';
    case T.True:
      return 'True';
    case T.False:
      return 'False';
    case T.Ellipsis:
      return 'ellipsis';
    default:
      return 'literal';
  }
}

export type TargetUse = 'assign' | 'for' | 'delete';

/** The part of `target` that cannot be one, if any. */
export function invalidTarget(target: Piece, use: TargetUse): Piece | undefined {
  const visit = (item: Piece): Piece | undefined => {
    switch (item.kind) {
      case Kind.Name:
      case Kind.Attribute:
      case Kind.Subscript:
        return undefined;
      case Kind.Tuple:
      case Kind.List:
        for (const part of item.items) {
          const wrong = visit(part);
          if (wrong !== undefined) return wrong;
        }
        return undefined;
      case Kind.Starred:
        return use === 'delete' ? item : visit(item.items[0]);
      case Kind.Compare:
        // Of `for x in y` read as an expression, x is the target.
        if (use !== 'for') return item;
        return item.operator === T.In ? visit(item.items[0]) : undefined;
      default:
        return item;
    }
  };
  return visit(target);
}
