/** Attributes that the site's cache knows: slots of instances, values of classes, variables of modules, properties, methods. */
import { genericSetAttribute } from '../../objspace/attributes.ts';
import { initDouble, type PyInstance, readFloat, readPlace, writeDouble, writePlace } from '../../objspace/instance.ts';
import { EXIT, type Value } from '../../objspace/object.ts';
import { type AttributeEntry, INLINE_SLOTS } from '../../objspace/shape.ts';
import { state } from '../../objspace/state.ts';
import { typeOf } from '../../objspace/type.ts';
import { PyFloat } from '../../objspace/types/float-object.ts';
import type { PyFunction } from '../../objspace/types/function.ts';
import type { PyModule } from '../../objspace/types/module.ts';
import { strOfName } from '../../objspace/types/str/text.ts';
import * as sites from '../attribute-sites.ts';
import * as classes from '../class-sites.ts';
import { Frame } from '../frame.ts';
import { executeInFull } from '../instructions/complete.ts';
import { type InlineCache, runtimeOf } from '../runtime-code.ts';
import { CALL_HEAT } from '../hot-spots.ts';
import { RAISED } from '../outcomes.ts';
import { switchTo } from '../leaving.ts';

export function loadAttr(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const object = registers[words[pc + 2]];
  const cache = frame.runtime.caches[words[pc + 4]];
  if (cache === undefined || object === null || typeof object !== 'object') return executeInFull(frame, pc);
  const { shape } = object;
  if (shape !== cache.shape || cache.version !== shape.type.version) {
    const entry = sites.entryBeside(cache, shape, frame.runtime.names[words[pc + 3]]);
    return entry === undefined ? executeInFull(frame, pc) : loadByEntry(frame, registers, words, pc, entry);
  }
  if (cache.kind !== sites.OWN) return loadShared(frame, registers, words, pc, cache);
  const { place } = cache;
  let value: Value | undefined;
  if (place === 0) value = (object as unknown as PyInstance).s0 as Value | undefined;
  else if (place === 1) value = (object as unknown as PyInstance).s1 as Value | undefined;
  else value = readPlace(object as unknown as PyInstance, place);
  if (value === undefined) return executeInFull(frame, pc);
  registers[words[pc + 1]] = value;
  return pc + 5;
}

/** Where the site sees many shapes. */
function loadByEntry(frame: Frame, registers: Value[], words: Int32Array, pc: number, entry: AttributeEntry): number {
  const object = registers[words[pc + 2]];
  const { kind } = entry;
  if (kind === sites.PROPERTY || kind === sites.FALLBACK) return enterGetter(frame, words, pc, object, entry);
  if (kind === sites.METHOD || kind === sites.COMPUTED) return loadComputed(frame, registers, words, pc, entry.value);
  let value: Value | undefined;
  if (kind === sites.OWN) value = readPlace(object as unknown as PyInstance, entry.place);
  else if (kind === sites.CLASS_VALUE || kind === sites.STATIC) value = entry.value;
  else if (kind === sites.IN_DICTIONARY || kind === sites.WITH_DEFAULT)
    value = sites.fromDictionary(object as unknown as PyInstance, frame.runtime.names[words[pc + 3]], entry);
  if (value === undefined) return executeInFull(frame, pc);
  registers[words[pc + 1]] = value;
  return pc + 5;
}

/** What the instance does not hold itself, or not as a value. */
function loadShared(frame: Frame, registers: Value[], words: Int32Array, pc: number, cache: InlineCache): number {
  const object = registers[words[pc + 2]];
  switch (cache.kind) {
    case sites.CLASS_VALUE:
    case sites.STATIC:
      registers[words[pc + 1]] = cache.value;
      return pc + 5;
    case classes.OF_CLASS:
      if (!classes.isOwner(cache, object)) return executeInFull(frame, pc);
      registers[words[pc + 1]] = cache.value;
      return pc + 5;
    case sites.OWN_FLOAT:
      registers[words[pc + 1]] = readFloat(object as unknown as PyInstance, cache.place);
      return pc + 5;
    case sites.IN_DICTIONARY:
    case sites.WITH_DEFAULT: {
      const name = frame.runtime.names[words[pc + 3]];
      const value = sites.fromDictionary(object as unknown as PyInstance, name, cache);
      if (value === undefined) return executeInFull(frame, pc);
      registers[words[pc + 1]] = value;
      return pc + 5;
    }
    case sites.MODULE: {
      const { dict } = object as unknown as PyModule;
      if (cache.layout !== dict.layout) return executeInFull(frame, pc);
      registers[words[pc + 1]] = dict.values[cache.place] as Value;
      return pc + 5;
    }
    case sites.COMPUTED:
    case sites.METHOD:
      return loadComputed(frame, registers, words, pc, cache.value);
    case sites.PROPERTY:
    case sites.FALLBACK:
      return enterGetter(frame, words, pc, object, cache);
    default:
      return executeInFull(frame, pc);
  }
}

function loadComputed(frame: Frame, registers: Value[], words: Int32Array, pc: number, descriptor: Value): number {
  frame.pc = pc;
  const value = sites.computed(descriptor, registers[words[pc + 2]]);
  if (value === EXIT) return RAISED;
  registers[words[pc + 1]] = value as Value;
  return pc + 5;
}

/** The getter of a property, or `__getattr__`, which is told the name. */
function enterGetter(
  frame: Frame,
  words: Int32Array,
  pc: number,
  object: Value,
  found: InlineCache | AttributeEntry,
): number {
  const getter = found.value as unknown as PyFunction;
  const target = runtimeOf(getter.code);
  const isFallback = found.kind === sites.FALLBACK;
  if (target.plainCount !== (isFallback ? 2 : 1) || state.depth >= state.depthLimit || state.fuel < 1)
    return executeInFull(frame, pc);
  const next = new Frame(target, getter, null, frame, state.handled);
  next.registers[0] = object;
  if (isFallback) next.registers[1] = strOfName(frame.runtime.names[words[pc + 3]]);
  next.returnPc = pc + 5;
  state.depth++;
  frame.pc = pc;
  target.heat -= CALL_HEAT;
  return switchTo(next);
}

export function storeAttr(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const object = registers[words[pc + 1]];
  const cache = frame.runtime.caches[words[pc + 4]];
  if (cache === undefined || object === null || typeof object !== 'object') return executeInFull(frame, pc);
  const { shape } = object;
  const instance = object as unknown as PyInstance;
  const value = registers[words[pc + 3]];
  if (shape !== cache.shape || cache.version !== shape.type.version) {
    const entry = sites.entryBeside(cache, shape, frame.runtime.names[words[pc + 2]]);
    if (entry === undefined || shape.type.slots.setAttribute !== genericSetAttribute) return executeInFull(frame, pc);
    if (entry.kind !== sites.OWN) return storeInDictionary(frame, words, pc, instance, value, entry);
    writePlace(instance, entry.place, value);
    return pc + 5;
  }
  if (cache.kind === sites.OWN_FLOAT) return storeFloat(frame, instance, value, pc, cache);
  if (cache.kind === sites.IN_DICTIONARY) return storeInDictionary(frame, words, pc, instance, value, cache);
  const { place } = cache;
  if (place === 0) instance.s0 = value;
  else if (place === 1) instance.s1 = value;
  else if (place === 2) instance.s2 = value;
  else if (place === 3) instance.s3 = value;
  else if (instance.rest !== null && place - INLINE_SLOTS < instance.rest.length)
    instance.rest[place - INLINE_SLOTS] = value;
  else writePlace(instance, place, value);
  if (cache.nextShape !== null) instance.shape = cache.nextShape;
  return pc + 5;
}

/** Where the object keeps one, and has the name in it; all else is done in full. */
function storeInDictionary(
  frame: Frame,
  words: Int32Array,
  pc: number,
  instance: PyInstance,
  value: Value,
  site: InlineCache | AttributeEntry,
): number {
  const isOwn = site.kind === sites.IN_DICTIONARY || site.kind === sites.WITH_DEFAULT;
  const name = frame.runtime.names[words[pc + 2]];
  return isOwn && sites.replaceInDictionary(instance, name, value, site) ? pc + 5 : executeInFull(frame, pc);
}

/** Into the place of a double. */
function storeFloat(frame: Frame, instance: PyInstance, value: Value, pc: number, cache: InlineCache): number {
  if (!(value instanceof PyFloat)) return executeInFull(frame, pc);
  if (cache.nextShape === null) writeDouble(instance, cache.place, value.value);
  else {
    initDouble(instance, cache.nextShape, cache.place, value.value);
    instance.shape = cache.nextShape;
  }
  return pc + 5;
}

export function loadMethod(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const object = registers[words[pc + 3]];
  const cache = frame.runtime.caches[words[pc + 5]];
  if (cache === undefined) return executeInFull(frame, pc);
  if (object !== null && typeof object === 'object') {
    const { shape } = object;
    if (shape !== cache.shape || cache.version !== shape.type.version) {
      const entry = sites.entryBeside(cache, shape, frame.runtime.names[words[pc + 4]]);
      return entry === undefined ? executeInFull(frame, pc) : setByEntry(frame, registers, words, pc, entry);
    }
    if (cache.kind !== sites.METHOD) return loadCallee(frame, registers, words, pc, cache);
  } else if (cache.kind !== sites.STR_METHOD || typeof object !== 'string') return executeInFull(frame, pc);
  return setCallee(registers, words, pc, cache.value, object);
}

function setCallee(
  registers: (Value | undefined)[],
  words: Int32Array,
  pc: number,
  callee: Value,
  self: Value | undefined,
): number {
  registers[words[pc + 1]] = callee;
  registers[words[pc + 2]] = self;
  return pc + 6;
}

/** What is no method of the object's class. */
function loadCallee(frame: Frame, registers: Value[], words: Int32Array, pc: number, cache: InlineCache): number {
  const object = registers[words[pc + 3]];
  switch (cache.kind) {
    case sites.MODULE:
      return loadFunction(frame, registers, words, pc, cache);
    case classes.OF_CLASS:
      if (!classes.isOwner(cache, object)) return executeInFull(frame, pc);
      return setCallee(registers, words, pc, cache.value, undefined);
    case classes.CLASS_METHOD_OF_CLASS:
      if (!classes.isOwner(cache, object)) return executeInFull(frame, pc);
      return setCallee(registers, words, pc, cache.value, object);
    case sites.UNHIDDEN:
      if (sites.hides(object as Value & object, frame.runtime.names[words[pc + 4]])) return executeInFull(frame, pc);
      return setCallee(registers, words, pc, cache.value, object);
    default:
      return setByEntry(frame, registers, words, pc, cache);
  }
}

/** What objects of a shape have under the name, and who comes first among its arguments. */
function setByEntry(
  frame: Frame,
  registers: Value[],
  words: Int32Array,
  pc: number,
  site: InlineCache | AttributeEntry,
): number {
  const object = registers[words[pc + 3]];
  const { kind, value, place } = site;
  switch (kind) {
    case sites.METHOD:
      return setCallee(registers, words, pc, value, object);
    case sites.CLASS_VALUE:
    case sites.STATIC:
      return setCallee(registers, words, pc, value, undefined);
    case sites.CLASS_METHOD:
      return setCallee(registers, words, pc, value, typeOf(object));
    case sites.OWN: {
      const callee = readPlace(object as unknown as PyInstance, place);
      if (callee !== undefined) return setCallee(registers, words, pc, callee, undefined);
      break;
    }
    case sites.IN_DICTIONARY:
    case sites.WITH_DEFAULT: {
      const name = frame.runtime.names[words[pc + 4]];
      const callee = sites.fromDictionary(object as unknown as PyInstance, name, site);
      if (callee !== undefined) return setCallee(registers, words, pc, callee, undefined);
    }
  }
  return executeInFull(frame, pc);
}

/** A function of a module takes no self. */
function loadFunction(frame: Frame, registers: Value[], words: Int32Array, pc: number, cache: InlineCache): number {
  const { dict } = registers[words[pc + 3]] as unknown as PyModule;
  if (cache.layout !== dict.layout) return executeInFull(frame, pc);
  registers[words[pc + 1]] = dict.values[cache.place] as Value;
  (registers as (Value | undefined)[])[words[pc + 2]] = undefined;
  return pc + 6;
}
