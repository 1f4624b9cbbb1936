/** Iteration in full: `__iter__` and `__next__` written in Python run in frames of their own. */
import * as Op from '../../bytecode/opcodes.generated.ts';
import { raiseTypeError } from '../../objspace/exception.ts';
import { EXIT, type Value } from '../../objspace/object.ts';
import { iter, typeName } from '../../objspace/operations.ts';
import { typeOf } from '../../objspace/type.ts';
import * as awaiting from '../awaiting.ts';
import { pushCall } from '../call.ts';
import { Continuation, finish, type Next } from '../continuation.ts';
import { RAISED } from '../outcomes.ts';
import type { Frame } from '../frame.ts';
import { pythonMethod } from '../python-method.ts';
import { takeStopIteration } from '../generator.ts';
import { instruments } from '../instruments.ts';

const GET_ITER_LENGTH = 4;
const FOR_ITER_LENGTH = 5;

class AfterIter extends Continuation {
  resume(back: Frame, value: Value): Next {
    if (typeOf(value).slots.next === undefined) {
      raiseTypeError(`iter() returned non-iterator of type '${typeName(value)}'`);
      return RAISED;
    }
    return finish(back, value, GET_ITER_LENGTH);
  }
}

class AfterNext extends Continuation {
  resume(back: Frame, value: Value): Next {
    return finish(back, value, FOR_ITER_LENGTH);
  }

  override fail(back: Frame): Next {
    if (instruments.isActive) instruments.loopStopped(back);
    return takeStopIteration() === EXIT ? RAISED : exitOf(back);
  }
}

const AFTER_ITER = new AfterIter();
const AFTER_NEXT = new AfterNext();

/** What follows `__iter__` or `__next__`. */
export function afterIteration(opcode: number): Continuation {
  return opcode === Op.GetIter ? AFTER_ITER : AFTER_NEXT;
}

/** Where a ForIter at frame.pc goes when the iterator is exhausted. */
function exitOf(frame: Frame): number {
  return frame.runtime.words[frame.pc + 3];
}

export function iterationInstruction(frame: Frame, opcode: number): Next {
  const object = frame.registers[frame.runtime.words[frame.pc + 2]] as Value;
  const { slots } = typeOf(object);
  if (opcode === Op.GetIter) {
    const method = pythonMethod(object, slots.iter, '__iter__');
    if (method !== undefined) return pushCall(frame, method, [object], AFTER_ITER);
    return finish(frame, iter(object), GET_ITER_LENGTH);
  }
  const method = pythonMethod(object, slots.next, '__next__');
  if (method !== undefined) return pushCall(frame, method, [object], AFTER_NEXT);
  const item = awaiting.next(object);
  return item === undefined ? exitOf(frame) : finish(frame, item, FOR_ITER_LENGTH);
}
