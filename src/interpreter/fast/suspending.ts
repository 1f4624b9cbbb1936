/** Generators and coroutines: made, suspended and resumed within the loop. */
import * as Op from '../../bytecode/opcodes.generated.ts';
import { MOST_AHEAD, NUMBERS, UNTIL_FALSE, UNTIL_TRUE } from '../../objspace/draining.ts';
import { EXIT, type Value } from '../../objspace/object.ts';
import { state } from '../../objspace/state.ts';
import { Frame, FROM_HOST } from '../frame.ts';
import { newGenerator, type PyGenerator, YIELD_LENGTH } from '../generator.ts';
import { PyFloat } from '../../objspace/types/float-object.ts';
import { plainTruth } from '../plain-length.ts';
import { hotSpots } from '../hot-spots.ts';
import { instruments } from '../instruments.ts';
import { delegate, leave, resumeAt, type Yielded, yieldTo } from '../leaving.ts';
import { FINISHED, RAISED, SWITCHED } from '../outcomes.ts';

/** Words of a YieldFrom. */
const YIELD_FROM_LENGTH = 3;

export function returnGenerator(frame: Frame, _registers: Value[], _words: Int32Array, pc: number): number {
  const generator = newGenerator(frame);
  frame.generator = generator;
  frame.pc = pc + 1;
  state.depth--;
  const { entry, back } = frame;
  frame.back = null;
  if (entry === FROM_HOST) return finishWith(generator);
  state.frame = back;
  return resumeAt(back!, leave(frame, back!, generator));
}

function finishWith(value: Value): number {
  state.result = value;
  return FINISHED;
}

/**
 * A suspended frame stands at its Yield. One that is only drained goes on; but it lets the builtin have a look at its limits from time to time,
 * and compiled code take over once it is hot.
 */
export function yieldValue(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const generator = frame.generator!;
  const value = registers[words[pc + 2]];
  if (generator.draining !== 0 && goesOn(frame, generator, value)) {
    registers[words[pc + 1]] = null;
    return pc + YIELD_LENGTH;
  }
  generator.sentRegister = words[pc + 1];
  frame.pc = pc;
  return yieldTo(frame, value);
}

instruments.leaving[Op.Yield] = yieldValue;

function goesOn(frame: Frame, generator: PyGenerator, value: Value): boolean {
  // Whoever else has resumed it since did not say that it is not drained any more.
  if (frame.entry !== FROM_HOST || --frame.runtime.heat < 0 || instruments.isActive) return false;
  switch (generator.draining) {
    case UNTIL_TRUE:
      return plainTruth(value) === false;
    case UNTIL_FALSE:
      return plainTruth(value) === true;
    case NUMBERS:
      return (typeof value === 'number' || value instanceof PyFloat) && putAside(generator, value);
    default:
      return putAside(generator, value);
  }
}

function putAside({ aside }: PyGenerator, value: Value): boolean {
  if ((aside.length & (MOST_AHEAD - 1)) === MOST_AHEAD - 1) return false;
  aside.push(value);
  return true;
}

export function yieldFrom(frame: Frame, _registers: Value[], _words: Int32Array, pc: number): number {
  frame.pc = pc;
  const outcome = delegate(frame);
  if (outcome === EXIT) return RAISED;
  if (outcome === undefined) return pc + YIELD_FROM_LENGTH;
  if (!(outcome instanceof Frame)) return yieldTo(frame, (outcome as Yielded).value);
  state.frame = outcome;
  return --outcome.runtime.heat < 0 ? hotSpots.entered(outcome, SWITCHED) : SWITCHED;
}
