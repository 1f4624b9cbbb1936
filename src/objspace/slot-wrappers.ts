/**
 * The two directions between slots and special methods.
 *
 * `adapterFor`: the slot of a Python class that defines a special method: looks the method up (cached by the type) and calls it.
 * `callWrapper`: a builtin type's slot called as a method (`list.__len__(x)`).
 *
 * Adapters are made once per special method, not per class: they find the method through the object's type.
 */
import { raise, raiseTypeError, swallow } from './exception.ts';
import { getAttribute, genericGetAttribute } from './attributes.ts';
import { PyMethodWrapper, PyWrapperDescriptor } from './descriptors.ts';
import { EXIT, type Exit, type Result, type Value } from './object.ts';
import { PyMethodDescriptor } from './gateway/builtin-function.ts';
import { callWithOne, callWithTwo } from './gateway/short-calls.ts';
import {
  call,
  containsByIteration,
  isTrue,
  raiseBoolError,
  sequenceIteration,
  strOfMade,
  toInt,
  typeName,
} from './operations.ts';
import {
  COMPARE_NAMES,
  type CompareOperator,
  ROWS_BY_NAME,
  type SlotKind,
  laterObjectNew,
  type SlotName,
  type Slots,
  SPECIAL_SLOTS,
} from './slots.ts';
import { copySlots, PyType, typeOf } from './type.ts';
import { PyFunction } from './types/function.ts';
import { NotImplemented } from './types/not-implemented.ts';
import { addressText } from './types/object.ts';
import { checkIntResult } from './types/number-results.ts';
import { isText, strFromText, strOfName, textOf } from './types/str/text.ts';

// biome-ignore lint/suspicious/noExplicitAny: slots have many types; the table says which one a row has
type AnySlot = (...args: any[]) => any;

/** Calls a special method found on the type: functions with self as first argument, everything else through `__get__`. */
export function callMethod(self: Value, name: string, args: Value[]): Result {
  const type = typeOf(self);
  const method = type.lookup(name);
  if (method === undefined) return raise('AttributeError', name);
  return callFound(method, self, type, args);
}

/** The same without arguments. */
function callUnary(self: Value, name: string): Result {
  const type = typeOf(self);
  const method = type.lookup(name);
  if (method instanceof PyFunction) return callWithOne(method as Value, self);
  return method === undefined ? raise('AttributeError', name) : callFound(method, self, type, []);
}

const ASYNC_METHODS: ReadonlySet<string> = new Set(['__await__', '__aiter__', '__anext__']);

/** The same of the protocol of coroutines, which words it in its own way that a descriptor has no method. */
function callAsync(self: Value, name: string): Result {
  const result = callIfBound(self, name, []);
  if (result !== undefined) return result;
  return raise('AttributeError', `object ${typeName(self)} does not have ${name} method`);
}

/** A class may have the `__next__` of an iterator as its own, bound to that: it needs nothing around its call. */
function callNext(self: Value, name: string): Result {
  const method = typeOf(self).lookup(name);
  return method instanceof PyMethodWrapper && method.descriptor.kind === 'next'
    ? callWrapper(method.descriptor, method.self, NO_ARGUMENTS, null)
    : callUnary(self, name);
}

const NO_ARGUMENTS: Value[] = [];

/** The same with one argument. */
function callBinary(self: Value, name: string, other: Value): Result {
  const type = typeOf(self);
  const method = type.lookup(name);
  if (method instanceof PyFunction) return callWithTwo(method as Value, self, other);
  return method === undefined ? raise('AttributeError', name) : callFound(method, self, type, [other]);
}

function callFound(method: Value, self: Value, type: PyType, args: Value[]): Result {
  const methodType = typeOf(method);
  if (methodType.slots.get === undefined) return call(method, args);
  if (isUnboundBuiltin(method)) return call(method, [self, ...args]);
  if (methodType.name === 'function') return methodType.slots.call!(method as never, [self, ...args], null);
  const bound = methodType.slots.get(method as never, self, type);
  return bound === EXIT ? EXIT : call(bound as Value, args);
}

/** Descriptors that are called with the object in front, as functions are: nothing is bound, and the call says what does not fit. */
function isUnboundBuiltin(method: Value): boolean {
  return method instanceof PyWrapperDescriptor || (method instanceof PyMethodDescriptor && !method.isClassMethod);
}

/** What a descriptor other than a function gives for an object; `undefined` where its AttributeError says that there is no such method. */
function boundMethod(method: Value, self: Value): Value | undefined | Exit {
  const type = typeOf(self);
  const { get } = typeOf(method).slots;
  if (get === undefined) return method;
  const bound = get(method as never, self, type);
  return bound === EXIT && swallow('AttributeError') ? undefined : (bound as Value | Exit);
}

/** Calls a method that has been found, with keywords too. */
function callWithAll(method: Value, self: Value, args: Value[], keywords: readonly string[] | null): Result {
  if (isUnboundBuiltin(method)) return call(method, [self, ...args], keywords);
  const { get } = typeOf(method).slots;
  const bound = get === undefined ? method : get(method as never, self, typeOf(self));
  return bound === EXIT ? EXIT : call(bound as Value, args, keywords);
}

/** Calls a method that need not be there: `undefined` without one. */
function callIfBound(self: Value, name: string, args: Value[]): Result | undefined {
  const method = typeOf(self).lookup(name);
  if (method instanceof PyFunction) return call(method as Value, [self, ...args]);
  if (method !== undefined && isUnboundBuiltin(method)) return call(method, [self, ...args]);
  const bound = method === undefined ? undefined : boundMethod(method, self);
  return bound === undefined || bound === EXIT ? bound : call(bound as Value, args);
}

function done(result: Result): true | Exit {
  return result === EXIT ? EXIT : true;
}

function lengthOf(result: Result): number | Exit {
  if (result === EXIT) return EXIT;
  const length = toInt(result as Value);
  if (length === EXIT) return EXIT;
  if ((length as number) < 0) return raise('ValueError', '__len__() should return >= 0');
  if (typeof length === 'bigint' && BigInt.asIntN(64, length) !== length)
    return raise('OverflowError', "cannot fit 'int' into an index-sized integer");
  // Beyond the safe integers it is a bigint, as the length of a range (operations.ts).
  return length as number;
}

function truthOf(result: Result): boolean | Exit {
  if (result === EXIT || typeof result === 'boolean') return result as boolean | Exit;
  return raiseBoolError(result as Value);
}

function truth(self: Value): boolean | Exit {
  const method = typeOf(self).lookup('__bool__');
  if (method instanceof PyFunction) return truthOf(callWithOne(method as Value, self));
  if (method !== undefined && isUnboundBuiltin(method)) return truthOf(call(method, [self]));
  const bound = method === undefined ? undefined : boundMethod(method, self);
  if (bound === EXIT) return EXIT;
  if (bound === null) return raiseTypeError(`'${typeName(self)}' cannot be interpreted as a boolean`);
  if (bound !== undefined) return truthOf(call(bound as Value, []));
  const { len } = typeOf(self).slots;
  const length = len === undefined ? 1 : len(self as never);
  return length === EXIT ? EXIT : length !== 0;
}

function hash(self: Value): Result {
  const method = typeOf(self).lookup('__hash__');
  if (method instanceof PyFunction) return hashValue(callWithOne(method as Value, self));
  if (method !== undefined && isUnboundBuiltin(method)) return hashValue(call(method, [self]));
  const bound = method === undefined ? undefined : boundMethod(method, self);
  if (bound === EXIT) return EXIT;
  if (bound === undefined || bound === null) return raiseTypeError(`unhashable type: '${typeName(self)}'`);
  return hashValue(call(bound as Value, []));
}

/** An operator, which its other operand may know. */
function operator(name: string): AnySlot {
  return (self: Value, other: Value) => {
    const method = typeOf(self).lookup(name);
    if (method instanceof PyFunction) return callWithTwo(method as Value, self, other);
    const result = callIfBound(self, name, [other]);
    return result === undefined ? NotImplemented : result;
  };
}

/** Without `__iter__` for the object, its items make it iterable. */
function iterator(self: Value): Result {
  const type = typeOf(self);
  const method = type.lookup('__iter__');
  if (method instanceof PyFunction) return callWithOne(method as Value, self);
  const result = callIfBound(self, '__iter__', []);
  if (result !== undefined) return result;
  const getter = type.lookup('__getitem__');
  const bound = getter === undefined ? undefined : boundMethod(getter, self);
  if (bound === EXIT) return EXIT;
  return bound === undefined
    ? raiseTypeError(`'${type.errorName}' object is not iterable`)
    : sequenceIteration.newIterator(self);
}

/** Whether the other operand has a form of its own to answer with, unlike that of subscripts and in-place operators. */
function hasReflectedForm(name: string): boolean {
  return name !== '__getitem__' && !name.startsWith('__i');
}

function representation(self: Value): Result {
  const method = typeOf(self).lookup('__repr__');
  if (method instanceof PyFunction) return callWithOne(method as Value, self);
  const result = callIfBound(self, '__repr__', []);
  return result === undefined ? strFromText(`<${typeName(self)} object at ${addressText(self)}>`) : result;
}

function hashValue(result: Result): Result {
  if (result === EXIT) return EXIT;
  if (typeof result === 'number' || typeof result === 'boolean') return Number(result) === -1 ? -2 : Number(result);
  const index = typeOf(result as Value).slots.index;
  if (index === undefined) return raiseTypeError('__hash__ method should return an integer');
  const int = toInt(result as Value);
  if (int === EXIT) return EXIT;
  return typeof int === 'bigint' ? hashOfBig(int) : int;
}

/** A hash beyond 64 bits is folded by the int type's own hash. */
function hashOfBig(int: bigint): Result {
  return int === BigInt.asIntN(64, int) ? int : typeOf(int).slots.hash!(int as never);
}

function attributeWithFallback(self: Value, name: string): Result {
  const type = typeOf(self);
  const getter = type.lookup('__getattribute__');
  const value =
    getter === undefined || isBuiltinGetter(type, getter)
      ? builtinGetAttribute(self, type, name)
      : callMethod(self, '__getattribute__', [strOfName(name)]);
  if (value !== EXIT || type.lookup('__getattr__') === undefined || !swallow('AttributeError')) return value;
  return callMethod(self, '__getattr__', [strOfName(name)]);
}

/** Whether a class gets attributes as a builtin type that it derives from. */
export function isBuiltinGetter(type: PyType, getter: Value): boolean {
  if (typeName(getter) !== 'wrapper_descriptor') return false;
  const { name, owner } = getter as unknown as PyWrapperDescriptor;
  return name === '__getattribute__' && type.isSubtypeOf(owner);
}

/** The getAttribute slot of the nearest builtin type. */
export function builtinGetAttribute(self: Value, type: PyType, name: string): Result {
  for (const base of type.mro)
    if (!base.isHeapType && declares(base, 'getAttribute')) return base.slots.getAttribute!(self as never, name);
  return genericGetAttribute(self, name);
}

type AdapterMaker = (name: string) => AnySlot;

/** Per kind: makes the slot that calls the special method `name`. */
const ADAPTERS: Record<SlotKind, AdapterMaker> = {
  unary: (name) => {
    if (name === '__iter__') return iterator;
    return ASYNC_METHODS.has(name) ? (self: Value) => callAsync(self, name) : (self: Value) => callUnary(self, name);
  },
  text: (name) => (name === '__repr__' ? representation : (self: Value) => callUnary(self, name)),
  binary: (name) =>
    hasReflectedForm(name) ? operator(name) : (self: Value, other: Value) => callBinary(self, name, other),
  len: (name) => (self: Value) => lengthOf(callUnary(self, name)),
  bool: () => truth,
  hash: () => hash,
  index: (name) => (self: Value) => {
    const result = callUnary(self, name);
    return checkIntResult(result, '__index__');
  },
  contains: (name) => (self: Value, item: Value) => {
    const method = typeOf(self).lookup(name);
    if (method === null) return raiseTypeError(`'${typeName(self)}' object is not a container`);
    const result =
      method instanceof PyFunction ? callWithTwo(method as Value, self, item) : callIfBound(self, name, [item]);
    if (result === undefined) return containsByIteration(self, item);
    return result === EXIT ? EXIT : isTrue(result as Value);
  },
  compare: () => (self: Value, other: Value, operator: CompareOperator) => {
    const method = typeOf(self).lookup(COMPARE_NAMES[operator]);
    if (method instanceof PyFunction) return callWithTwo(method as Value, self, other);
    if (method === undefined) return NotImplemented;
    if (method === null) return raiseTypeError("'NoneType' object is not callable");
    if (isUnboundBuiltin(method)) return call(method, [self, other]);
    // A descriptor that has no method for the object means that there is no comparison.
    const bound = boundMethod(method, self);
    if (bound === undefined) return NotImplemented;
    return bound === EXIT ? EXIT : call(bound as Value, [other]);
  },
  // What a class has under the name is called as it is, whatever kind of descriptor it may be itself.
  get: (name) => (self: Value, instance: Value | undefined, owner: Value) =>
    call(typeOf(self).lookup(name)!, [self, instance === undefined ? null : instance, owner ?? null]),
  set: () => setOrDelete,
  delete: () => setOrDelete,
  call: (name) => (self: Value, args: Value[], keywords: readonly string[] | null) =>
    callWithAll(typeOf(self).lookup(name)!, self, args, keywords),
  init: (name) => (self: Value, args: Value[], keywords: readonly string[] | null) => {
    const method = typeOf(self).lookup(name)!;
    const result = callWithAll(method, self, args, keywords);
    if (result === EXIT) return EXIT;
    if (result !== null) return raiseTypeError(`__init__() should return None, not '${typeName(result as Value)}'`);
    return true;
  },
  new: (name) => (cls: PyType, args: Value[], keywords: readonly string[] | null) => {
    const method = getAttribute(cls, name);
    return method === EXIT ? EXIT : call(method as Value, [cls, ...args], keywords);
  },
  finalize: (name) => (self: Value) => callUnary(self, name),
  getattribute: () => attributeWithFallback,
  getattr: () => attributeWithFallback,
  setattr: () => setOrDeleteAttribute,
  delattr: () => setOrDeleteAttribute,
  setitem: () => setOrDeleteItem,
  delitem: () => setOrDeleteItem,
  power: (name) => (self: Value, other: Value, modulus: Value | undefined) => {
    const result = callIfBound(self, name, modulus === null || modulus === undefined ? [other] : [other, modulus]);
    return result === undefined ? NotImplemented : result;
  },
  // A StopIteration stays in flight: whoever asks for an item may pass it on with its traceback.
  next: (name) => (self: Value) => callNext(self, name),
};

function setOrDelete(self: Value, instance: Value, value: Value | undefined): true | Exit {
  const name = value === undefined ? '__delete__' : '__set__';
  if (typeOf(self).lookup(name) === undefined) return raise('AttributeError', name);
  return done(callMethod(self, name, value === undefined ? [instance] : [instance, value]));
}

function setOrDeleteAttribute(self: Value, name: string, value: Value | undefined): true | Exit {
  return done(
    value === undefined
      ? callMethod(self, '__delattr__', [strOfName(name)])
      : callMethod(self, '__setattr__', [strOfName(name), value]),
  );
}

function setOrDeleteItem(self: Value, key: Value, value: Value | undefined): true | Exit {
  const method = value === undefined ? '__delitem__' : '__setitem__';
  if (typeOf(self).lookup(method) === undefined) return raise('AttributeError', method);
  return done(callMethod(self, method, value === undefined ? [key] : [key, value]));
}

const adapters = new Map<string, AnySlot>();

/** The slot function for special method `name` of kind `kind`, one per method. */
export function adapterFor(name: string, kind: SlotKind): AnySlot {
  let adapter = adapters.get(name);
  if (adapter === undefined) {
    adapter = ADAPTERS[kind](name);
    adapters.set(name, adapter);
  }
  return adapter;
}

/** Whether a slot is an adapter: the operation will run Python code. */
export function isAdapter(slot: unknown): boolean {
  return adapterSet.has(slot);
}
const adapterSet: Set<unknown> = new Set();

/** Brings the slots of a Python class up to date with its MRO. */
export function updateSlots(type: PyType): void {
  const slots = type.slots as unknown as Record<SlotName, unknown>;
  const seen = new Set<SlotName>();
  const before = type.slots.new;
  for (const [, slot] of SPECIAL_SLOTS) {
    if (seen.has(slot)) continue;
    seen.add(slot);
    slots[slot] = slotOf(type, slot);
  }
  type.slots.new = newAfterwards(type, before);
}

/** The slots of a new class: those of its base, but for what its own namespace says. */
export function firstSlots(type: PyType): void {
  const { base, mro } = type;
  // With several bases, or an MRO of its own, a slot may come from behind the base.
  if (base === null || mro.length !== base.mro.length + 1 || !base.mro.every((cls, index) => cls === mro[index + 1])) {
    updateSlots(type);
    return;
  }
  copySlots(base, type);
  const slots = type.slots as unknown as Record<SlotName, unknown>;
  for (const name of type.namespace.keys()) {
    for (const [slot] of ROWS_BY_NAME.get(name) ?? []) slots[slot] = slotOf(type, slot);
  }
  if (base.slots.concat !== undefined) {
    slots.add ??= slotOf(type, 'add');
    slots.inplaceAdd ??= slotOf(type, 'inplaceAdd');
  }
  if (base.slots.repeat !== undefined && slots.repeat === undefined) {
    slots.multiply = slotOf(type, 'multiply');
    slots.rmultiply = slotOf(type, 'rmultiply');
  }
}

const ROWS_BY_SLOT: ReadonlyMap<SlotName, readonly (readonly [string, SlotKind])[]> = (() => {
  const rows = new Map<SlotName, (readonly [string, SlotKind])[]>();
  for (const [name, slot, kind] of SPECIAL_SLOTS) {
    const known = rows.get(slot);
    if (known === undefined) rows.set(slot, [[name, kind]]);
    else known.push([name, kind]);
  }
  return rows;
})();

/** Slots that no special method of a Python class fills: their methods belong to the arithmetic slots. */
const SEQUENCE_SLOTS: ReadonlySet<SlotName> = new Set([
  'concat',
  'repeat',
  'inplaceConcat',
  'inplaceRepeat',
] as SlotName[]);

function slotOf(type: PyType, slot: SlotName): unknown {
  const rows = ROWS_BY_SLOT.get(slot)!;
  for (const base of type.mro) {
    if (!base.isHeapType) {
      if (declares(base, slot)) return base.slots[slot];
      continue;
    }
    for (const [name, kind] of rows) {
      const found = base.namespace.get(name);
      if (found === undefined) continue;
      if (SEQUENCE_SLOTS.has(slot)) return undefined;
      if (found === null && (slot === 'hash' || slot === 'iter')) return undefined;
      const own = builtinMaker(type, slot, found);
      if (own !== undefined) return own;
      const adapter = adapterFor(name, kind);
      adapterSet.add(adapter);
      return adapter;
    }
  }
  return otherHalf(type, slot);
}

/**
 * A class of Python that has one method of an arithmetic slot takes the slot as a whole: the other method, which a builtin sequence gives, is
 * called like any method, and raises where the sequence's own operation would leave the operand to the other side.
 */
function otherHalf(type: PyType, slot: SlotName): unknown {
  // In the classes of Python the in-place method of a sequence is asked before the other operand.
  if (slot === 'inplaceAdd') return type.isHeapType ? slotOf(type, 'inplaceConcat') : undefined;
  if (slot === 'multiply' || slot === 'rmultiply') {
    if (slotOf(type, 'repeat') !== undefined) return undefined;
  } else if (slot !== 'add' || type.lookup('__radd__') === undefined) return undefined;
  const [[name, kind]] = ROWS_BY_SLOT.get(slot)!;
  if (type.lookup(name) === undefined) return undefined;
  const adapter = adapterFor(name, kind);
  adapterSet.add(adapter);
  return adapter;
}

/** The slot itself where a class names a builtin method: `__init__ = object.__init__`. Whatever builtin `__new__` it names, that of its base stays. */
function builtinMaker(type: PyType, slot: SlotName, found: Value): unknown {
  if (slot === 'new') return isBuiltinNew(found) ? type.base!.slots.new : undefined;
  if (slot === 'setAttribute') return builtinSetter(type);
  if (slot !== 'init' || typeOf(found).name !== 'wrapper_descriptor') return undefined;
  const { name, owner } = found as unknown as PyWrapperDescriptor;
  return name === '__init__' && type.isSubtypeOf(owner) ? owner.slots.init : undefined;
}

/** The slot where the methods that set and delete attributes are both those of the builtin base. */
function builtinSetter(type: PyType): unknown {
  const own = type.mro.find((cls) => !cls.isHeapType)!.slots.setAttribute;
  for (const [name] of ROWS_BY_SLOT.get('setAttribute')!) {
    const found = type.lookup(name);
    if (found === undefined || typeOf(found).name !== 'wrapper_descriptor') return undefined;
    const descriptor = found as unknown as PyWrapperDescriptor;
    if (descriptor.name !== name || descriptor.owner.slots.setAttribute !== own) return undefined;
  }
  return own;
}

export function isBuiltinNew(found: Value | undefined): boolean {
  if (found === undefined || typeOf(found).name !== 'builtin_function_or_method') return false;
  return (found as unknown as { definition: { name: string } }).definition.name === '__new__';
}

/** A class that had a `__new__` does not forget it: its objects are made without arguments when that is deleted. */
function newAfterwards(type: PyType, before: unknown): Slots['new'] {
  const { slots, mro, base } = type;
  if (slots.new !== mro[mro.length - 1].slots.new) return slots.new;
  const later = laterObjectNew.slot;
  return isAdapter(before) || before === later || base!.slots.new === later ? later : slots.new;
}

/**
 * Whether a builtin type gives a slot itself, or takes it away: what it only inherits is found at its own base, behind the classes that
 * come between the two in the MRO.
 */
function declares(type: PyType, slot: SlotName): boolean {
  return type.base === null ? type.slots[slot] !== undefined : type.slots[slot] !== type.base.slots[slot];
}

// ── Slots as methods ─────────────────────────────────────────────────────────────────────────────────────────────

function wrongCount(expected: number, args: Value[]): Exit {
  return raiseTypeError(`expected ${expected} argument${expected === 1 ? '' : 's'}, got ${args.length}`);
}

type WrapperCall = (slot: AnySlot, self: Value, args: Value[], name: string, owner: PyType) => Result;

const unaryCall: WrapperCall = (slot, self, args) => (args.length === 0 ? slot(self) : wrongCount(0, args));
const binaryCall: WrapperCall = (slot, self, args) => (args.length === 1 ? slot(self, args[0]) : wrongCount(1, args));
const voidCall =
  (count: number, run: (slot: AnySlot, self: Value, args: Value[]) => true | Exit): WrapperCall =>
  (slot, self, args, name, owner) => {
    if (args.length !== count)
      return count === 1
        ? wrongCount(1, args)
        : raiseTypeError(`${name} expected ${count} arguments, got ${args.length}`);
    if ((name === '__setattr__' || name === '__delattr__') && !isOwnSetter(owner, self))
      return raiseTypeError(`can't apply this ${name} to ${typeName(self)} object`);
    return run(slot, self, args) === EXIT ? EXIT : null;
  };

function attributeName(value: Value): string | Exit {
  if (isText(value)) return textOf(value);
  return raiseTypeError(`attribute name must be string, not '${typeName(value)}'`);
}

const WRAPPERS: Record<Exclude<SlotKind, 'call' | 'init' | 'new'>, WrapperCall> = {
  unary: unaryCall,
  text: (slot, self, args) => (args.length === 0 ? strOfMade(slot(self)) : wrongCount(0, args)),
  index: unaryCall,
  len: unaryCall,
  bool: unaryCall,
  hash: unaryCall,
  finalize: unaryCall,
  binary: binaryCall,
  contains: binaryCall,
  compare: (slot, self, args, name) =>
    args.length === 1 ? slot(self, args[0], COMPARE_NAMES.indexOf(name as '__lt__')) : wrongCount(1, args),
  get: (slot, self, args) => {
    if (args.length === 0) return raiseTypeError('__get__ expected at least 1 argument, got 0');
    if (args.length > 2) return raiseTypeError(`__get__ expected at most 2 arguments, got ${args.length}`);
    const [instance, owner] = args;
    if (instance === null && (owner === null || owner === undefined))
      return raiseTypeError('__get__(None, None) is invalid');
    return slot(self, instance === null ? undefined : instance, owner ?? null);
  },
  set: voidCall(2, (slot, self, [instance, value]) => slot(self, instance, value)),
  delete: voidCall(1, (slot, self, [instance]) => slot(self, instance, undefined)),
  getattribute: (slot, self, args) => {
    if (args.length !== 1) return wrongCount(1, args);
    const name = attributeName(args[0]);
    return name === EXIT ? EXIT : slot(self, name);
  },
  getattr: binaryCall,
  setattr: voidCall(2, (slot, self, args) => {
    const name = attributeName(args[0]);
    return name === EXIT ? EXIT : slot(self, name, args[1]);
  }),
  delattr: voidCall(1, (slot, self, args) => {
    const name = attributeName(args[0]);
    return name === EXIT ? EXIT : slot(self, name, undefined);
  }),
  setitem: voidCall(2, (slot, self, args) => slot(self, args[0], args[1])),
  delitem: voidCall(1, (slot, self, args) => slot(self, args[0], undefined)),
  power: (slot, self, args) => {
    if (args.length === 0 || args.length > 2) return raiseTypeError(`expected 1 or 2 arguments, got ${args.length}`);
    return slot(self, args[0], args[1] ?? null);
  },
  next: (slot, self, args) => {
    if (args.length !== 0) return wrongCount(0, args);
    const item = slot(self);
    return item === undefined ? raise('StopIteration') : item;
  },
};

/** `object.__setattr__` must not go behind the back of a builtin type that sets attributes in its own way. */
function isOwnSetter(owner: PyType, self: Value): boolean {
  // Those of `_thread._local` are a class of C's own heap.
  const builtin = typeOf(self).mro.find((type) => !type.isHeapType && type.errorName !== '_thread._local');
  return builtin === undefined || builtin.slots.setAttribute === owner.slots.setAttribute;
}

/** Set by types/type.ts: a builtin type called by `type.__call__`. */
export const builtinTypeCalled = {
  of: (_cls: PyType, _args: Value[], _keywords: readonly string[] | null): Result => EXIT,
};

/** Calls a slot of a builtin type as the special method that its descriptor stands for. */
export function callWrapper(
  descriptor: PyWrapperDescriptor,
  self: Value,
  args: Value[],
  keywords: readonly string[] | null,
): Result {
  const slot = (descriptor.owner.slots as unknown as Record<SlotName, AnySlot>)[descriptor.slot];
  const kind = descriptor.kind;
  if (kind === 'call') {
    const isBuiltinType = self instanceof PyType && !self.isHeapType;
    return isBuiltinType ? builtinTypeCalled.of(self, args, keywords) : slot(self, args, keywords);
  }
  if (kind === 'init') return slot(self, args, keywords) === EXIT ? EXIT : null;
  if (keywords !== null) return raiseTypeError(`wrapper ${descriptor.name}() takes no keyword arguments`);
  return WRAPPERS[kind as 'unary'](slot, self, args, descriptor.name, descriptor.owner);
}
