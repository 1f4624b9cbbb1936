/**
 * Generators that a builtin consumes, compiled into the code that calls it: \`sum(x * x for x in items)\` is a loop there, without generator,
 * frame or function. Where the unit is left in the middle of it, the generator's frame is made, whose continuation goes on with what the builtin
 * does. What it has so far is in additional registers of that frame, behind those of its code: sum has the total; float_sum, whose items are floats
 * and ints, the sum as a float, what it has lost, and whether there were but ints; list the list; bytes and bytearray a list of byte values.
 */
import { Continuation, finish, type Next } from '../interpreter/continuation.ts';
import { Frame, FROM_OPERATION } from '../interpreter/frame.ts';
import { newGenerator, pushGenerator, type PyGenerator } from '../interpreter/generator.ts';
import { RAISED } from '../interpreter/outcomes.ts';
import type { RuntimeCode } from '../interpreter/runtime-code.ts';
import { EXIT, type Exit, type Value } from '../objspace/object.ts';
import { isTrue } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import { Summation } from '../objspace/summation.ts';
import { byteValue } from '../objspace/types/bytes/byte-values.ts';
import type { PyFloat } from '../objspace/types/float.ts';
import type { PyFunction } from '../objspace/types/function.ts';
import type { PyList } from '../objspace/types/list/list.ts';

export type Consumer = 'sum' | 'float_sum' | 'any' | 'all' | 'list' | 'bytes' | 'bytearray';

/** Whether it puts the items into a list, with which the call is executed. */
export function makesList(consumer: Consumer): boolean {
  return consumer === 'list' || consumer === 'bytes' || consumer === 'bytearray';
}

/** What the compiler knows of a place where a generator is consumed. */
export interface Consumption {
  readonly consumer: Consumer;
  /** Words of the calling instruction. */
  readonly length: number;
  /** Of what makes a list: the register of the calling frame that gets the list in place of the generator. */
  readonly argument: number;
}

/** Goes on with a consumption, item by item. */
class Consuming extends Continuation {
  private readonly generator: PyGenerator;
  /** Of the generator, which gives it up at its end: it has the builtin's state. */
  private readonly frame: Frame;
  private readonly consumption: Consumption;
  private summation: Summation | null;

  constructor(generator: PyGenerator, consumption: Consumption) {
    super();
    this.generator = generator;
    this.frame = generator.frame;
    this.consumption = consumption;
    this.summation = null;
  }

  override yielded(back: Frame, value: Value): Next {
    const answer = this.take(value);
    if (answer === EXIT) return RAISED;
    if (answer !== undefined) return finish(back, answer as Value, this.consumption.length);
    return pushGenerator(this.generator, back, this);
  }

  resume(back: Frame): Next {
    const { consumer, argument, length } = this.consumption;
    if (!makesList(consumer)) return finish(back, this.result(), length);
    // The call is executed with the list.
    back.registers[argument] = this.get(0);
    return back.pc;
  }

  private get(index: number): Value {
    const { frame } = this;
    return frame.registers[frame.runtime.registerCount + index] as Value;
  }

  /** `undefined`: it goes on. */
  private take(value: Value): Value | Exit | undefined {
    const { consumer } = this.consumption;
    if (consumer === 'list') (this.get(0) as unknown as PyList).append(value);
    else if (consumer === 'bytes' || consumer === 'bytearray') return this.takeByte(value, consumer);
    else if (consumer === 'sum' || consumer === 'float_sum') return this.sum().take(value) === EXIT ? EXIT : undefined;
    else {
      const truth = isTrue(value);
      if (truth === EXIT) return EXIT;
      if (truth === (consumer === 'any')) return truth as boolean;
    }
    return undefined;
  }

  private takeByte(value: Value, kind: 'bytes' | 'bytearray'): Exit | undefined {
    const byte = byteValue(value, kind);
    if (byte === EXIT) return EXIT;
    (this.get(0) as unknown as PyList).append(byte as Value);
    return undefined;
  }

  /** The sum as the unit has left it, and from then on. */
  private sum(): Summation {
    if (this.summation === null) {
      if (this.consumption.consumer === 'sum') this.summation = new Summation(this.get(0));
      else {
        const total = (this.get(0) as PyFloat).value;
        const isOfInts = this.get(2) as boolean;
        this.summation = isOfInts ? new Summation(total) : Summation.ofFloats(total, (this.get(1) as PyFloat).value);
      }
    }
    return this.summation;
  }

  private result(): Value {
    const { consumer } = this.consumption;
    return consumer === 'sum' || consumer === 'float_sum' ? this.sum().value : consumer === 'all';
  }
}

/** The frame of a generator that is being consumed. */
export function pushConsumed(runtime: RuntimeCode, fn: PyFunction, back: Frame, consumption: Consumption): Frame {
  const frame = new Frame(runtime, fn, null, back, state.handled);
  const generator = newGenerator(frame);
  frame.generator = generator;
  frame.entry = FROM_OPERATION;
  frame.pending = new Consuming(generator, consumption);
  generator.isStarted = true;
  generator.isRunning = true;
  return frame;
}
