/**
 * Targets of assignments: parsed as expressions, then turned into targets in place.
 *
 * This works because every target is also an expression of the same shape. What is none fails here, and is named by the diagnosis.
 */
import { type ExprNode, Name, Starred, Tuple } from '../ast.generated.ts';
import * as Kind from '../node-kinds.generated.ts';
import * as T from '../tokens.ts';
import { primary } from './atoms.ts';
import type { Parser } from './parser.ts';

/** Makes an expression a target of `=` or `for`. */
export function storeInto(p: Parser, target: ExprNode): ExprNode {
  switch (target.kind) {
    case Kind.Name:
    case Kind.Attribute:
    case Kind.Subscript:
      target.ctx = Kind.Store;
      return target;
    case Kind.Starred:
      target.ctx = Kind.Store;
      storeInto(p, target.value);
      return target;
    case Kind.Tuple:
    case Kind.List:
      target.ctx = Kind.Store;
      for (const item of target.elts) storeInto(p, item);
      return target;
    default:
      return p.fail();
  }
}

/** Makes an expression the target of an augmented or annotated assignment: no tuple or list. */
export function storeIntoSingle(p: Parser, target: ExprNode): ExprNode {
  if (target.kind !== Kind.Name && target.kind !== Kind.Attribute && target.kind !== Kind.Subscript) p.fail();
  target.ctx = Kind.Store;
  return target;
}

export function deleteFrom(p: Parser, target: ExprNode): ExprNode {
  switch (target.kind) {
    case Kind.Name:
    case Kind.Attribute:
    case Kind.Subscript:
      target.ctx = Kind.Del;
      return target;
    case Kind.Tuple:
    case Kind.List:
      target.ctx = Kind.Del;
      for (const item of target.elts) deleteFrom(p, item);
      return target;
    default:
      return p.fail();
  }
}

/** The targets of `for`, up to `in`: not parsed as expressions, in which `in` is an operator. */
export function starTargets(p: Parser): ExprNode {
  const start = p.index;
  const first = starTarget(p);
  if (p.kind !== T.Comma) return first;
  const items = [first];
  while (p.accept(T.Comma) && !p.at(T.In) && !p.at(T.Equal)) items.push(starTarget(p));
  return new Tuple(items, Kind.Store, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

export function starTarget(p: Parser): ExprNode {
  if (p.kind !== T.Star) return storeInto(p, primary(p));
  const start = p.index;
  p.advance();
  const value = storeInto(p, primary(p));
  return new Starred(value, Kind.Store, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

/** A name that is bound where it stands. */
export function storedName(p: Parser): Name {
  const { index } = p;
  const name = p.name();
  return new Name(name, Kind.Store, p.lineAt(index), p.columnAt(index), p.endLine, p.endColumn);
}
