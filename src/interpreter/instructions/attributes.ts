/** Attribute instructions in full: properties and `__getattr__` written in Python run in frames of their own. */
import * as Op from '../../bytecode/opcodes.generated.ts';
import { genericGetAttribute, getAttribute, setAttribute } from '../../objspace/attributes.ts';
import { isInFlight } from '../../objspace/exception.ts';
import { EXIT, type Value } from '../../objspace/object.ts';
import { state } from '../../objspace/state.ts';
import { callMethod, isAdapter, isBuiltinGetter } from '../../objspace/slot-wrappers.ts';
import { typeOf } from '../../objspace/type.ts';
import { PyProperty } from '../../objspace/types/descriptors.ts';
import { PyFunction } from '../../objspace/types/function.ts';
import * as sites from '../attribute-sites.ts';
import { pushCall } from '../call.ts';
import { Continuation, Discard, finish, type Next, Stored } from '../continuation.ts';
import { RAISED } from '../outcomes.ts';
import type { Frame } from '../frame.ts';
import { strOfName } from '../../objspace/types/str/text.ts';

const LOAD_LENGTH = 5;
const STORE_LENGTH = 5;
const LOADED = new Stored(LOAD_LENGTH);
const STORED = new Discard(STORE_LENGTH);

/** After a property's getter: an AttributeError still goes to `__getattr__`. */
class AfterGetter extends Continuation {
  readonly object: Value;
  readonly name: string;

  constructor(object: Value, name: string) {
    super();
    this.object = object;
    this.name = name;
  }

  resume(back: Frame, value: Value): Next {
    return finish(back, value, LOAD_LENGTH);
  }

  override fail(back: Frame): Next {
    return fallback(back, this.object, this.name);
  }
}

/** An AttributeError is in flight: `__getattr__` answers, if the type has one. */
function fallback(frame: Frame, object: Value, name: string): Next {
  const method = typeOf(object).lookup('__getattr__');
  if (method === undefined || !isInFlight('AttributeError')) return RAISED;
  state.exception = null;
  if (!(method instanceof PyFunction))
    return finish(frame, callMethod(object, '__getattr__', [strOfName(name)]), LOAD_LENGTH);
  return pushCall(frame, method, [object, strOfName(name)], LOADED);
}

function getterOf(object: Value, name: string): PyFunction | undefined {
  const found = typeOf(object).lookup(name);
  if (!(found instanceof PyProperty) || found.shape.type.isHeapType || !(found.getter instanceof PyFunction))
    return undefined;
  return found.getter;
}

function load(frame: Frame, object: Value, nameIndex: number, cacheIndex: number): Next {
  const slot = typeOf(object).slots.getAttribute;
  if (slot !== genericGetAttribute && isAdapter(slot) && !sites.isKnown(frame, object, nameIndex))
    return loadCustom(frame, object, frame.runtime.names[nameIndex]);
  const value = sites.loadAttribute(frame, object, nameIndex, cacheIndex);
  if (value === undefined) {
    const { fn, args } = sites.getter;
    return pushCall(frame, fn, args, LOADED);
  }
  return finish(frame, value, LOAD_LENGTH);
}

/** The class has `__getattribute__` or `__getattr__` in Python. */
function loadCustom(frame: Frame, object: Value, name: string): Next {
  const type = typeOf(object);
  const own = type.lookup('__getattribute__');
  if (own instanceof PyFunction) return pushCall(frame, own, [object, strOfName(name)], new AfterGetter(object, name));
  if (own !== undefined && !isBuiltinGetter(type, own)) return finish(frame, getAttribute(object, name), LOAD_LENGTH);
  const getter = getterOf(object, name);
  if (getter !== undefined) return pushCall(frame, getter, [object], new AfterGetter(object, name));
  const value = sites.getBuiltin(object, name);
  if (value !== EXIT) return finish(frame, value, LOAD_LENGTH);
  return fallback(frame, object, name);
}

function store(frame: Frame, object: Value, nameIndex: number, value: Value, cacheIndex: number): Next {
  const type = typeOf(object);
  if (type.isHeapType) {
    const name = frame.runtime.names[nameIndex];
    if (isAdapter(type.slots.setAttribute)) {
      const method = type.lookup('__setattr__');
      if (method instanceof PyFunction) return pushCall(frame, method, [object, strOfName(name), value], STORED);
    } else {
      const found = type.lookup(name);
      if (found instanceof PyProperty && !found.shape.type.isHeapType && found.setter instanceof PyFunction) {
        return pushCall(frame, found.setter, [object, value], STORED);
      }
    }
  }
  return sites.storeAttribute(frame, object, nameIndex, value, cacheIndex) === EXIT ? RAISED : frame.pc + STORE_LENGTH;
}

export function attributeInstruction(frame: Frame, opcode: number): Next {
  const { words, names } = frame.runtime;
  const registers = frame.registers as Value[];
  const { pc } = frame;
  switch (opcode) {
    case Op.LoadAttr:
      return load(frame, registers[words[pc + 2]], words[pc + 3], words[pc + 4]);
    case Op.StoreAttr:
      return store(frame, registers[words[pc + 1]], words[pc + 2], registers[words[pc + 3]], words[pc + 4]);
    case Op.DeleteAttr:
      return setAttribute(registers[words[pc + 1]], names[words[pc + 2]], undefined) === EXIT ? RAISED : pc + 3;
    case Op.LoadMethod:
      return sites.loadMethod(
        frame,
        registers[words[pc + 3]],
        words[pc + 4],
        words[pc + 5],
        words[pc + 1],
        words[pc + 2],
      ) === EXIT
        ? RAISED
        : pc + 6;
    case Op.LoadSuperAttr:
      return finish(frame, sites.loadSuper(frame, pc, pc + 2), 6);
    case Op.LoadSuperMethod:
      return sites.loadSuperMethod(frame, pc) === EXIT ? RAISED : pc + 7;
    default:
      return sites.loadSpecial(frame, registers[words[pc + 3]], words[pc + 4], words[pc + 1], words[pc + 2]) === EXIT
        ? RAISED
        : pc + 5;
  }
}
