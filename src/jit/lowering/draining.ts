/**
 * Yields of units that drain a generator for a builtin (objspace/draining.ts): they put the item aside and go on, as long as the builtin would not
 * do anything with it that somebody could notice. Otherwise the generator yields it, as everywhere else.
 */
import { ALL_ITEMS, type Draining, MOST_AHEAD, NUMBERS, UNTIL_TRUE } from '../../objspace/draining.ts';
import { instructionLength } from '../../bytecode/operands.ts';
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import * as kinds from '../kinds.ts';
import { isWithin } from '../kinds.ts';
import { canTest } from './consuming.ts';
import { truth } from './control.ts';

/** From here on Yields go on, as the way says. */
export function beginDraining(b: Builder, way: Draining): void {
  b.draining = way;
  b.drained = b.write('drained', 'drained.items', [], kinds.OTHER);
}

/** `register`: gets what is sent. */
export function drain(b: Builder, way: Draining, value: Node, register: number): void {
  const { words, pc } = b;
  const isWanted = conditionOf(b, way, value);
  if (isWanted === null) {
    if (!b.isClosed) b.suspend(value, register);
    return;
  }
  const outer = b.environment;
  const following = b.branchAside(isWanted);
  b.suspend(value, register);
  b.resume(following, outer);
  b.currentState = null;
  if (way === ALL_ITEMS || way === NUMBERS) b.write('drain', '$0.push($1)', [b.drained!, b.boxed(value)]);
  b.set(register, b.constant(null));
  b.goto(b.context.connect!(pc + instructionLength(words, pc)));
}

/** Whether the builtin has to see this item before the next one is made; null if it has to see all of them. */
function conditionOf(b: Builder, way: Draining, value: Node): Node | null {
  const seen = b.site().masks[0] ?? 0;
  if (way === UNTIL_TRUE) return canTest(seen) ? truth(b, value, seen) : null;
  if (way !== ALL_ITEMS && way !== NUMBERS) {
    const condition = canTest(seen) ? truth(b, value, seen) : null;
    return condition === null ? null : b.pure('not', '!$0', [condition], kinds.BOOL);
  }
  if (way === NUMBERS && !isNumber(b, value, seen)) return null;
  return b.read('is_much', `($0.length & ${MOST_AHEAD - 1}) === ${MOST_AHEAD - 1}`, [b.drained!], kinds.BOOL);
}

/** Makes sure that the item is a number as those before. */
function isNumber(b: Builder, value: Node, seen: number): boolean {
  const mask = isWithin(seen, kinds.INT) ? kinds.INT : seen === kinds.FLOAT ? kinds.FLOAT : 0;
  return mask !== 0 && seen !== 0 && b.expect(value, mask) !== null;
}
