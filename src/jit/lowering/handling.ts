/** Exceptions within a unit: what `try`, `except` and `raise` compile to. A handler is entered with all values in its frame. */
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import { PyType } from '../../objspace/type.ts';
import { areExceptions, callExceptionClass, expectException, isException } from './exceptions.ts';
import { ANY, BOOL, isWithin, NONE, SMALL } from '../kinds.ts';

export function enterHandler(b: Builder): void {
  const { words, pc } = b;
  const saved = b.write('enter_handler', `enterHandler(${b.context.frameName}, $0)`, [b.get(words[pc + 2])], ANY);
  b.set(words[pc + 1], saved);
}

export function leaveHandler(b: Builder): void {
  b.write('leave_handler', `leaveHandler(${b.context.frameName}, $0)`, [b.get(b.words[b.pc + 1])]);
}

/** The end of an asynchronous loop; any other exception is raised again by the interpreter. */
export function endAsyncFor(b: Builder): void {
  b.guard('isStopAsyncIteration($0)', [b.get(b.words[b.pc + 1])], 'end of the loop');
}

export function matchException(b: Builder): void {
  const { words, pc } = b;
  const inputs = [b.get(words[pc + 2]), b.get(words[pc + 3])];
  b.set(words[pc + 1], b.quiet('matches', 'matchException($0, $1)', inputs, BOOL));
}

/** The exception that `raise value` makes of a class, if that runs no Python code; the value otherwise. */
function raised(b: Builder, value: Node): Node {
  const cls = value.isConstant && value.constant instanceof PyType ? value.constant : undefined;
  return (cls === undefined ? undefined : callExceptionClass(b, cls, [])) ?? value;
}

/** An instance is raised at once, everything else by the interpreter; what follows is never reached. */
export function raise(b: Builder): void {
  const value = raised(b, b.get(b.words[b.pc + 1]));
  if (areExceptions(b, value, b.site().shapes)) {
    const exception = expectException(b, value);
    b.publish();
    b.checkRaised(b.write('raise', 'raiseObject($0)', [exception]));
  } else b.residual();
  b.leave('raised');
}

/** The same for `raise exception from cause`. */
export function raiseFrom(b: Builder): void {
  const cause = b.get(b.words[b.pc + 2]);
  const value = expectCause(b, cause) ? raised(b, b.get(b.words[b.pc + 1])) : null;
  if (value !== null && areExceptions(b, value, b.site().shapes)) {
    const exception = expectException(b, value);
    b.publish();
    b.checkRaised(b.write('raise', 'raiseFrom($0, $1)', [exception, cause]));
  } else b.residual();
  b.leave('raised');
}

/** Whether the cause is None or an exception: made sure of, if it has been so far. */
function expectCause(b: Builder, cause: Node): boolean {
  if (isWithin(cause.kinds, NONE) || isException(b, cause)) return true;
  const { rightShapes, masks } = b.site();
  const isNone = isWithin(masks[1], NONE);
  if (cause.isConstant || !(isNone || areExceptions(b, cause, rightShapes))) return false;
  b.guard('$0 === null || $0 instanceof BaseException', [cause], 'cause');
  return true;
}

/** Goes on with an exception that has been raised before. */
export function raiseAgain(b: Builder, template: string, inputs: Node[]): void {
  b.publish();
  b.checkRaised(b.write('raise', template, inputs, SMALL), '$0 < 0', '$0');
  b.leave('raised');
}
