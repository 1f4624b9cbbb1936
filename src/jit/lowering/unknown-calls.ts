/**
 * Calls of what is only known at run time. Where the callees that a site has seen are quiet builtins, or functions that need no frame, the
 * call is tried without frames first (tame-calls.ts).
 */
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import { BOUND, isWithin } from '../kinds.ts';
import { QUIET_CLASSES } from '../quiet.ts';
import { UNWOUND } from '../reasons.ts';
import { isBound, isFramelessCall, quietBuiltin } from '../tame-calls.ts';
import type { Arguments } from './binding.ts';
import { callObject, constructOfOne } from './callable-objects.ts';
import { attemptRaising, orElse, UNTAMED_TEST } from './tame.ts';
import { PyBuiltinFunction, PyMethodDescriptor } from '../../objspace/gateway/builtin-function.ts';
import type { Value } from '../../objspace/object.ts';
import { PyType } from '../../objspace/type.ts';

/** More arguments than these are passed only with frames. */
const MAX_TRIED = 3;
/** Arguments that are passed one by one where the callee is found out at run time. */
const MAX_SINGLE = 4;

/** Many different callees: what to call is found out each time. `met`: what the site has seen here. */
export function callUnknown(
  b: Builder,
  node: Node,
  { positional, names }: Arguments,
  met: readonly Value[] = b.site().callees,
): Node {
  const boxed = positional.map((value) => b.boxed(value));
  const seen = node.isConstant ? [node.constant as Value] : met;
  if (names.length > 0 || boxed.length > MAX_TRIED || seen.length === 0) return callAny(b, node, boxed, names);
  const called = callObject(b, node, boxed, seen);
  if (called !== undefined) return called;
  if (boxed.length === 1) {
    const made = constructOfOne(b, node, boxed[0], () => callAny(b, node, boxed, names));
    if (made !== undefined) return made;
  }
  const quiet = seen.filter((callee) => isQuiet(b, callee, boxed.length));
  if (quiet.length === seen.length) {
    const result = attemptRaising(b, 'call', `tamedCall${textOf(boxed)}`, [node, ...boxed]);
    if (result !== null) return result;
  }
  const isWorthTrying = quiet.length > 0 || seen.some((callee) => isFramelessCall(callee, boxed.length));
  return isWorthTrying ? tryCall(b, node, boxed) : callAny(b, node, boxed, names);
}

/** The number of arguments, and the call. */
function textOf(args: readonly Node[]): string {
  const list = args.map((_value, index) => `, $${index + 1}`).join('');
  return `${args.length}($0${list})`;
}

/** Whether the callee is a builtin that is quiet with such arguments as the site has seen. */
function isQuiet(b: Builder, callee: Value, count: number): boolean {
  const { listed, masks, isWild } = b.site();
  if (isWild) return false;
  if (callee instanceof PyType) {
    const quiet = callee.isHeapType ? undefined : QUIET_CLASSES[callee.name];
    return quiet !== undefined && count === 1 && isWithin(listed[0] ?? 0, quiet.wanted[0]);
  }
  const isMethod = callee instanceof PyMethodDescriptor;
  if (!isMethod && !(callee instanceof PyBuiltinFunction)) return false;
  const wanted = quietBuiltin(callee.definition);
  if (wanted === undefined) return false;
  // The object of a method comes first, whether or not it is among the listed ones.
  const seen =
    !isMethod && isBound(callee) ? [0, ...listed] : listed.length < count ? [masks[1] ?? 0, ...listed] : listed;
  return seen.every((mask, index) => isWithin(mask, wanted[Math.min(index, wanted.length - 1)]));
}

/** Without frames if that is possible; otherwise they are made. */
function tryCall(b: Builder, node: Node, args: readonly Node[]): Node {
  const inputs = [node, ...args];
  const tried = b.isHandled()
    ? b.quiet('call', `tamedCall${textOf(args)}`, inputs)
    : tryWithoutFrames(b, `tryCall${textOf(args)}`, inputs);
  return orElse(b, tried, UNTAMED_TEST, () => callAny(b, node, args, []));
}

/** An operation that may call functions whose units need no frames, and answers UNTAMED with nothing done where it needs some. No handler is here. */
export function tryWithoutFrames(b: Builder, text: string, inputs: Node[]): Node {
  const tried = b.writeRunning('call', text, inputs, BOUND);
  b.guard('$0 !== EXIT', [tried], UNWOUND);
  b.environment.forget();
  return tried;
}

function callAny(b: Builder, node: Node, args: readonly Node[], names: readonly string[]): Node {
  b.publish();
  const list = args.map((_value, index) => `$${index + 1}`);
  const keywords = names.length === 0 ? 'null' : `$${list.length + 1}`;
  const place = `${b.context.frameName}, ${b.pc}, $0`;
  const isShort = names.length === 0 && list.length <= MAX_SINGLE;
  const text = isShort
    ? `callAny${list.length}(${[place, ...list].join(', ')})`
    : `callItems(${place}, [${list.join(', ')}], ${keywords})`;
  const inputs = names.length === 0 ? [node, ...args] : [node, ...args, b.object(names)];
  const result = b.writeRunning('call', text, inputs, BOUND);
  b.checkRaised(result);
  b.environment.forget();
  b.outdate(b.words[b.pc + 1]);
  return result;
}
