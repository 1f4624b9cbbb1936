/** Generators and coroutines: a unit runs a frame from where it is resumed to where it yields. Calls make the objects without the loop. */
import * as Intrinsic from '../../bytecode/intrinsics.generated.ts';
import { CO_ASYNC_GENERATOR, CO_COROUTINE } from '../../bytecode/code.ts';
import { coroutineType, generatorType } from '../../interpreter/generator-types.ts';
import type { RuntimeCode } from '../../interpreter/runtime-code.ts';
import type { Builder } from '../builder.ts';
import { CodeState } from '../code-state.ts';
import { instructionLength } from '../../bytecode/operands.ts';
import type { FunctionCallee } from './callees.ts';
import { type Node, original } from '../graph.ts';
import { passOnAwaited, yieldAwaited } from './awaiting.ts';
import { drain } from './draining.ts';
import { passOn, sendInPlace, yieldResumed } from './resuming.ts';
import { ANY, BOUND, GENERATOR, INSTANCE, isWithin, OTHER, STR, UNBOUND } from '../kinds.ts';
import { isIterable } from './iterators.ts';
import { coroutineOf, generatorOf } from './special-methods.ts';
import { attempt, attemptRaising } from './tame.ts';

export function yieldValue(b: Builder): void {
  const { words, pc } = b;
  const { consumer } = b.context;
  if (consumer !== null) {
    consumer.take(b, b.get(words[pc + 2]));
    b.set(words[pc + 1], b.constant(null));
    b.goto(b.context.connect!(pc + instructionLength(words, pc)));
    return;
  }
  if (b.context.resumed !== null) yieldResumed(b, b.get(words[pc + 2]), words[pc + 1]);
  else if (b.context.awaitedAt >= 0) yieldAwaited(b, b.get(words[pc + 2]), words[pc + 1]);
  else if (b.draining !== 0) drain(b, b.draining, b.get(words[pc + 2]), words[pc + 1]);
  else b.suspend(b.get(words[pc + 2]), words[pc + 1]);
}

/** The frame stays at the YieldFrom while it passes on what its delegate yields. */
export function yieldFrom(b: Builder): void {
  const { words, pc } = b;
  const delegate = b.get(words[pc + 2]);
  const result = b.awaited.get(delegate);
  if (result !== undefined) {
    b.set(words[pc + 1], result);
    return;
  }
  b.publish();
  const { frameName } = b.context;
  const item = b.generators.has(original(delegate))
    ? b.writeRunning('delegate', `delegateToNew(${frameName}, $0)`, [delegate], ANY)
    : b.writeRunning('delegate', `delegateFrom(${frameName})`, [], ANY);
  b.checkRaised(item);
  b.environment.forget();
  b.outdate(words[pc + 1]);
  if (b.context.resumed !== null) passOn(b, item);
  else if (b.context.awaitedAt >= 0) passOnAwaited(b, item);
  else b.returnIf(b.pure('yielded', '$0 !== undefined', [item], BOUND), item);
  b.reload(words[pc + 1]);
}

/** What `yield from` goes over: a generator itself, one that a Python class makes, or the iterator of a builtin container. */
export function getYieldFromIter(b: Builder): void {
  const { words, pc } = b;
  const node = b.get(words[pc + 2]);
  const iterator = b.awaited.has(node) ? node : iteratorToDelegate(b, node);
  if (iterator !== undefined) b.set(words[pc + 1], iterator);
  else {
    b.residual();
    b.reload(words[pc + 1]);
  }
}

function iteratorToDelegate(b: Builder, node: Node): Node | undefined {
  const { shapes, masks } = b.site();
  if (node.kinds === GENERATOR) return node;
  if (masks[0] === GENERATOR && b.isAlways(generatorType.instanceShape)) return generatorAs(b, node);
  if (masks[0] === INSTANCE) return generatorOf(b, node);
  const isOfContainers = shapes.length > 0 && (masks[0] & STR) === 0 && shapes.every(isIterable);
  return isOfContainers ? (attempt(b, 'iter', 'tamedIter($0)', [node], BOUND) ?? undefined) : undefined;
}

/** A coroutine is its own iterator, unless another coroutine awaits it already. */
export function getAwaitable(b: Builder): void {
  const { words, pc } = b;
  const node = b.get(words[pc + 2]);
  const isFresh = original(node).op === 'coroutine' && words[pc + 2] >= b.context.flow.variableCount;
  if (isFresh || b.awaited.has(node)) b.set(words[pc + 1], node);
  else if (b.isAlways(coroutineType.instanceShape)) {
    b.guard('$0 instanceof Coroutine && $0.delegate === undefined', [node], 'coroutine');
    b.set(words[pc + 1], node);
  } else iteratorOfAwaitable(b, node);
}

function iteratorOfAwaitable(b: Builder, node: Node): void {
  const { words, pc } = b;
  const isSeen = b.site().shapes.length > 0;
  const iterator = isSeen ? attemptRaising(b, 'awaitable', 'tamedAwaitable($0)', [node], BOUND) : null;
  if (iterator !== null) b.set(words[pc + 1], iterator);
  else {
    b.residual();
    b.reload(words[pc + 1]);
  }
}

/** `__aiter__` of an asynchronous generator, which is its own iterator. */
export function getAsyncIter(b: Builder): void {
  finishAsync(b, 'async_iterator', 'tamedAsyncIterator($0)');
}

/** What `async for` awaits: the step of an asynchronous generator, or the coroutine of an instance, of which nothing runs now. */
export function getAsyncNext(b: Builder): void {
  const made = coroutineOf(b, b.get(b.words[b.pc + 2]), 'anext', '__anext__');
  if (made === undefined) finishAsync(b, 'async_next', 'tamedAsyncNext($0)');
  else b.set(b.words[b.pc + 1], made);
}

function finishAsync(b: Builder, op: string, template: string): void {
  const { words, pc } = b;
  const isSeen = b.site().shapes.length > 0;
  const result = isSeen ? attempt(b, op, template, [b.get(words[pc + 2])], OTHER) : null;
  if (result !== null) b.set(words[pc + 1], result);
  else {
    b.residual();
    b.reload(words[pc + 1]);
  }
}

/** What an asynchronous generator yields to its consumer, marked as such; false: the intrinsic is another one. */
export function asyncGeneratorValue(b: Builder): boolean {
  const { words, pc } = b;
  if (words[pc + 2] !== Intrinsic.asyncGeneratorValue) return false;
  const value = b.boxed(b.get(words[pc + 4]));
  b.set(words[pc + 1], b.pure('async_value', 'new AsyncGeneratorValue($0)', [value], OTHER));
  return true;
}

/** A generator is its own iterator; `null` where another has been seen. */
export function generatorAs(b: Builder, node: Node): Node {
  if (isWithin(node.kinds, GENERATOR)) return node;
  b.guard('$0 instanceof Generator && $0.shape === GENERATOR_SHAPE', [node], 'generator');
  return b.refine(node, GENERATOR);
}

/** The next item of a generator, `undefined` at its end: its unit is called, or the interpreter runs it until it yields. */
export function nextOfGenerator(b: Builder, iterator: Node, exit: number): Node {
  return nextByCall(b, 'advance', generatorAs(b, iterator), exit);
}

/** The same of an instance of a class that has the `__next__` of a generator as its own; of any other the interpreter asks for it. */
export function nextOfInstance(b: Builder, iterator: Node, exit: number): Node {
  return nextByCall(b, 'advanceInstance', b.boxed(iterator), exit);
}

function nextByCall(b: Builder, helper: string, iterator: Node, exit: number): Node {
  b.publish();
  const call = `${helper}(${b.context.frameName}, $0, ${exit})`;
  const item = b.writeRunning('next', call, [iterator], BOUND | UNBOUND);
  b.checkRaised(item);
  b.environment.forget();
  b.outdate(b.words[b.pc + 1]);
  return item;
}

/** `generator.send`: what follows the Yield where the generator is suspended as a rule goes on in place. */
export function send(b: Builder, [generator, value]: readonly Node[]): Node | null {
  if (value === undefined) return null;
  return sendInPlace(b, generator, value) ?? sendByCall(b, generator, value);
}

/** As a call of the generator's unit. */
export function sendByCall(b: Builder, generator: Node, value: Node): Node {
  const boxed = b.boxed(value);
  b.publish();
  const register = b.words[b.pc + 1];
  const returnPc = b.pc + instructionLength(b.words, b.pc);
  const call = `send(${b.context.frameName}, $0, $1, ${register}, ${returnPc})`;
  const item = b.writeRunning('send', call, [generator, boxed], BOUND);
  b.checkRaised(item);
  b.environment.forget();
  b.outdate(register);
  return item;
}

/** The beginning of what makes one, without an array around few arguments. */
function makerText(isCoroutine: boolean, isPlain: boolean, count: number, back: string): string {
  if (count !== 1 && count !== 2) return `newGenerator($0, $1, ${back}`;
  if (isPlain) return `newGenerator${count}($0, $1`;
  return isCoroutine ? `newCoroutine${count}($0, $1, ${back}` : `newGenerator($0, $1, ${back}`;
}

/** A call of a generator function: nothing of its code runs, so nobody looks at frames; a coroutine notes where it was made. */
export function newGenerator(
  b: Builder,
  { fn, node: callee }: FunctionCallee,
  runtime: RuntimeCode,
  values: readonly Node[],
): Node {
  const { flags } = runtime.code;
  const isCoroutine = (flags & CO_COROUTINE) !== 0;
  const isPlain = (flags & (CO_COROUTINE | CO_ASYNC_GENERATOR)) === 0;
  if (isCoroutine) b.publish();
  const boxed = values.map((value) => b.boxed(value));
  const list = boxed.map((_value, index) => `, $${index + 2}`).join('');
  const back = isCoroutine ? b.context.frameName : 'null';
  const inputs = [b.object(CodeState.of(runtime)), callee, ...boxed];
  const text = makerText(isCoroutine, isPlain, values.length, back) + `${list})`;
  if (!isPlain) {
    const made = b.write(isCoroutine ? 'coroutine' : 'generator', text, inputs, GENERATOR | OTHER);
    if (isCoroutine) b.environment.shapes.set(made, coroutineType.instanceShape);
    return made;
  }
  const generator = b.pure('generator', text, inputs, GENERATOR);
  b.environment.shapes.set(generator, generatorType.instanceShape);
  b.generators.set(generator, { fn, callee, runtime, values });
  return generator;
}
