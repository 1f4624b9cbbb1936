/**
 * How an operation goes on after a special method written in Python has run in a frame of its own.
 *
 * `a + b` with a Python `__add__` pushes the method's frame instead of nesting a run of the loop. When the frame returns, its
 * continuation gets the result: it may finish the operation, push another frame (`__radd__` after NotImplemented), or raise.
 *
 * Answers: the pc at which `back` continues, RAISED with an exception in flight, or a frame that was pushed.
 */
import { raiseTypeError } from '../objspace/exception.ts';
import { EXIT, type Result, type Value } from '../objspace/object.ts';
import { typeName } from '../objspace/operations.ts';
import type { Frame } from './frame.ts';
import { RAISED } from './outcomes.ts';

export type Next = Frame | number;

export abstract class Continuation {
  /** The method returned. */
  abstract resume(back: Frame, value: Value): Next;

  /** What runs is a coroutine, and it yielded. Only those who resume coroutines expect that. */
  yielded(_back: Frame, _value: Value): Next {
    throw new Error('no coroutine was resumed');
  }

  /** The method raised; the exception is in flight. Most operations pass it on. */
  fail(_back: Frame): Next {
    return RAISED;
  }
}

/** Stores the result of an operation into the destination of the instruction that `frame` is at, and goes on behind it. */
export function finish(frame: Frame, result: Result, length: number): number {
  if (result === EXIT) return RAISED;
  frame.registers[frame.runtime.words[frame.pc + 1]] = result as Value;
  return frame.pc + length;
}

/** The result is that of the instruction. */
export class Stored extends Continuation {
  readonly length: number;

  constructor(length: number) {
    super();
    this.length = length;
  }

  resume(back: Frame, value: Value): Next {
    return finish(back, value, this.length);
  }
}

/** The result is of no interest: setters. */
export class Discard extends Continuation {
  readonly length: number;

  constructor(length: number) {
    super();
    this.length = length;
  }

  resume(back: Frame): Next {
    return back.pc + this.length;
  }
}

/** `__init__` of an object that is made already. */
export class Initialized extends Continuation {
  readonly object: Value;
  readonly length: number;

  constructor(object: Value, length: number) {
    super();
    this.object = object;
    this.length = length;
  }

  resume(back: Frame, value: Value): Next {
    if (value !== null) {
      raiseTypeError(`__init__() should return None, not '${typeName(value)}'`);
      return RAISED;
    }
    return finish(back, this.object, this.length);
  }
}
