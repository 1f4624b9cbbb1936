/** Subscripts in full. */
import * as Op from '../../bytecode/opcodes.generated.ts';
import { EXIT, type Value } from '../../objspace/object.ts';
import { getItem, setItem } from '../../objspace/operations.ts';
import { typeOf } from '../../objspace/type.ts';
import { PySlice } from '../../objspace/types/slice.ts';
import { pushCall } from '../call.ts';
import { Discard, finish, type Next, Stored } from '../continuation.ts';
import { RAISED } from '../outcomes.ts';
import type { Frame } from '../frame.ts';
import { pythonMethod } from '../python-method.ts';

function load(frame: Frame, object: Value, key: Value): Next {
  const method = pythonMethod(object, typeOf(object).slots.getItem, '__getitem__');
  if (method !== undefined) return pushCall(frame, method, [object, key], new Stored(5));
  return finish(frame, getItem(object, key), 5);
}

function store(frame: Frame, object: Value, key: Value, value: Value | undefined, length: number): Next {
  const method = pythonMethod(
    object,
    typeOf(object).slots.setItem,
    value === undefined ? '__delitem__' : '__setitem__',
  );
  if (method !== undefined) {
    return pushCall(frame, method, value === undefined ? [object, key] : [object, key, value], new Discard(length));
  }
  return setItem(object, key, value) === EXIT ? RAISED : frame.pc + length;
}

function newSlice(start: Value, stop: Value): Value {
  return new PySlice(start, stop, null) as unknown as Value;
}

export function itemInstruction(frame: Frame, opcode: number): Next {
  const { words } = frame.runtime;
  const registers = frame.registers as Value[];
  const { pc } = frame;
  switch (opcode) {
    case Op.LoadItem:
      return load(frame, registers[words[pc + 2]], registers[words[pc + 3]]);
    case Op.LoadItemInt:
      return load(frame, registers[words[pc + 2]], words[pc + 3]);
    case Op.StoreItem:
      return store(frame, registers[words[pc + 1]], registers[words[pc + 2]], registers[words[pc + 3]], 5);
    case Op.DeleteItem:
      return store(frame, registers[words[pc + 1]], registers[words[pc + 2]], undefined, 3);
    case Op.LoadSlice:
      return load(frame, registers[words[pc + 2]], newSlice(registers[words[pc + 3]], registers[words[pc + 4]]));
    default:
      return store(
        frame,
        registers[words[pc + 1]],
        newSlice(registers[words[pc + 2]], registers[words[pc + 3]]),
        registers[words[pc + 4]],
        5,
      );
  }
}
