/** What the patterns of a `match` may not say, as far as it takes more than the grammar to know. */
import type * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import { reprConstant } from '../../bytecode/constant-repr.ts';
import { ComplexConstant, type ConstantValue, FloatConstant } from '../../bytecode/constants.ts';
import { constantKey } from '../backend/pools.ts';
import { constantOf } from './constants.ts';
import type { Captures } from './dispatch.ts';
import type { Unit } from './unit.ts';

/** A pattern that always matches, where another one follows. */
export function checkIrrefutable(unit: Unit, node: Ast.MatchAs): void {
  if (unit.allowsIrrefutable || node.pattern !== undefined) return;
  const what = node.name === undefined ? 'wildcard' : `name capture '${node.name}'`;
  unit.fail(`${what} makes remaining patterns unreachable`, node);
}

/**
 * Enters a capture; a name is captured once in a pattern. CPython moves it below what else is on its stack, on the line of the capture: below
 * other captures, and what has still to be matched.
 */
export function capture(unit: Unit, node: Ast.PatternNode, name: string, register: number, captures: Captures): void {
  if (captures.has(name)) unit.fail(`multiple assignments to name '${name}' in pattern`, node);
  if (captures.size > 0 || unit.unmatched > 0) unit.builder.touch(node);
  captures.set(name, register);
}

export function checkAlternative(unit: Unit, node: Ast.MatchOr, first: Captures, own: Captures): void {
  if (first.size === own.size && [...own.keys()].every((name) => first.has(name))) return;
  unit.fail('alternative patterns bind different names', node);
}

export function checkValue(unit: Unit, node: Ast.MatchValue): void {
  if (!isLiteralOrAttribute(node.value)) {
    unit.fail('patterns may only match literals and attribute lookups', node);
  }
}

function isLiteralOrAttribute(node: Ast.ExprNode): boolean {
  return node.kind === Kind.Attribute || (node.kind !== Kind.JoinedStr && constantOf(node) !== undefined);
}

export function checkKeys(unit: Unit, node: Ast.MatchMapping): void {
  const seen = new Set<string>();
  for (const key of node.keys) {
    if (key.kind === Kind.Attribute) continue;
    const value = constantOf(key);
    if (value === undefined) {
      unit.fail('mapping pattern keys may only match literals and attribute lookups', node);
    }
    const identity = equalityKey(value);
    if (seen.has(identity)) unit.fail(`mapping pattern checks duplicate key (${reprConstant(value)})`, node);
    seen.add(identity);
  }
}

/** A text that is the same for constants that compare equal. */
function equalityKey(value: ConstantValue): string {
  if (typeof value === 'boolean') return constantKey(Number(value));
  if (value instanceof ComplexConstant && value.imag === 0) return equalityKey(new FloatConstant(value.real));
  if (value instanceof FloatConstant && Number.isInteger(value.value)) return `i${BigInt(value.value)};`;
  return constantKey(value);
}

/** A keyword of a class pattern occurs once. */
export function checkAttributes(unit: Unit, { kwd_attrs: names, kwd_patterns: patterns }: Ast.MatchClass): void {
  for (let i = 0; i < names.length; i++) {
    const again = names.indexOf(names[i], i + 1);
    if (again >= 0) unit.fail(`attribute name repeated in class pattern: ${names[i]}`, patterns[again]);
  }
}
