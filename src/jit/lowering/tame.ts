/**
 * Operations that mostly run no Python code, which only their operands show: compiled code tries them (tame.ts), and where they would run
 * some, it leaves them to the interpreter from then on.
 */
import type { Builder, ReturnSite } from '../builder.ts';
import type { Node } from '../graph.ts';
import { BOOL, BOUND } from '../kinds.ts';

/** Why a unit is left where an operation would run Python code. */
export const WILD = 'wild';

/** The result of an operation that answers UNTAMED and has done nothing, or works; null if the site has met the former. */
export function attempt(
  b: Builder,
  op: string,
  template: string,
  inputs: readonly Node[],
  kinds: number = BOUND,
): Node | null {
  if (b.site().isWild) return null;
  const boxed = inputs.map((node) => b.boxed(node));
  return tamed(b, b.write(op, template, boxed, kinds));
}

/** The same of an operation that may also raise. */
export function attemptRaising(
  b: Builder,
  op: string,
  template: string,
  inputs: readonly Node[],
  kinds: number = BOUND,
): Node | null {
  if (b.site().isWild) return null;
  const boxed = inputs.map((node) => b.boxed(node));
  return tamed(b, b.quiet(op, template, boxed, kinds));
}

function tamed(b: Builder, result: Node): Node {
  b.guard('$0 !== UNTAMED', [result], WILD);
  return result;
}

/** Whether what has been tried would run Python code. */
export const UNTAMED_TEST = '$0 === UNTAMED';

/**
 * The result of what answers `undefined`, and has done nothing, where only `otherwise` does. Until the site has met that, the unit is left
 * there: so it may need no frames.
 */
export function orLeave(b: Builder, tried: Node, otherwise: () => Node): Node {
  if (b.site().isWild) return orElse(b, tried, '$0 === undefined', otherwise);
  b.guard('$0 !== undefined', [tried], WILD);
  return tried;
}

/** The result of what has been tried; where that is nothing, as `test` says, of what `otherwise` does, which may not return. */
export function orElse(b: Builder, tried: Node, test: string, otherwise: () => Node | null): Node {
  const outer = b.environment;
  const { currentState } = b;
  const following = b.branchAside(b.pure('untamed', test, [tried], BOOL));
  const value = otherwise();
  const sites: ReturnSite[] = value === null ? [] : [{ block: b.block, environment: b.environment, value }];
  b.resume(following, outer.copy());
  b.currentState = currentState;
  sites.push({ block: b.block, environment: b.environment, value: tried });
  return b.continueAfter(outer, sites)!;
}
