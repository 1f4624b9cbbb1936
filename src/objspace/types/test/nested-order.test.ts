/** The order of containers in containers takes steps in proportion to their depth, though each level's items are equal or not for themselves. */
import assert from 'node:assert';
import { test } from 'node:test';
import type { Value } from '../../object.ts';
import { compare } from '../../operations.ts';
import { type CompareOperator, GE, LT } from '../../slots.ts';
import { state } from '../../state.ts';
import '../../../interpreter/types.ts';
import { PyList } from '../list/list.ts';
import { PyTuple } from '../tuple.ts';

const KINDS: readonly (readonly [string, (item: Value) => Value])[] = [
  ['tuples', (item) => new PyTuple([item]) as Value],
  ['lists', (item) => PyList.of([item]) as Value],
];

function nested(wrap: (item: Value) => Value, leaf: Value, depth: number): Value {
  let value = leaf;
  for (let level = 0; level < depth; level++) value = wrap(value);
  return value;
}

/** How much fuel a comparison takes that only the innermost items decide. */
function fuelOf(wrap: (item: Value) => Value, depth: number, operator: CompareOperator, expected: boolean): number {
  const [left, right] = [nested(wrap, 'a', depth), nested(wrap, 'b', depth)];
  state.fuel = 1e9;
  assert.strictEqual(compare(left, right, operator), expected);
  return 1e9 - state.fuel;
}

for (const [name, wrap] of KINDS) {
  test(`nested ${name}`, () => {
    const [once, twice] = [fuelOf(wrap, 500, LT, true), fuelOf(wrap, 1000, LT, true)];
    assert.ok(once >= 500 && twice <= 2.5 * once, `${once} steps, ${twice} for twice the depth`);
    assert.ok(fuelOf(wrap, 1000, GE, false) <= 2.5 * once);
  });
}
