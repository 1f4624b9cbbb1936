/**
 * Weak references and proxies on the host's WeakRef. Who died is found out by weak-callbacks.ts.
 */
import { raiseTypeError } from '../exception.ts';
import { builtinType } from '../gateway/builtin-type.ts';
import type { IdentityRecord } from '../identity.ts';
import { adopt, PyInstance } from '../instance.ts';
import { EXIT, type Exit, type Result, type Value } from '../object.ts';
import { compare, hashOf, typeName } from '../operations.ts';
import { EQ, NE } from '../slots.ts';
import { state } from '../state.ts';
import { PyType, typeOf } from '../type.ts';
import { findAttribute } from '../attributes.ts';
import { GenericAlias } from './generic-alias.ts';
import { NotImplemented } from './not-implemented.ts';
import { addressText, layoutOf, objectType } from './object.ts';
import { weakSupport } from './type-flags.ts';
import { watchWeakly } from './weak-callbacks.ts';
import { isText, textOf } from './str/text.ts';
import { PyReference, PyWeakReference } from './weak-reference.ts';

/** Builtin types whose objects can be referred to weakly: no other can. */
const REFERABLE = new Set([
  'builtins.ExceptionGroup',
  'builtins.async_generator',
  'builtins.builtin_function_or_method',
  'builtins.code',
  'builtins.coroutine',
  'builtins.frozenset',
  'builtins.function',
  'builtins.generator',
  'builtins.memoryview',
  'builtins.method',
  'builtins.module',
  'builtins.set',
  'builtins.ExceptionGroup',
  'builtins.type',
  '_asyncio.Future',
  '_asyncio.Task',
  '_contextvars.Context',
  '_io.BufferedRWPair',
  '_io.BufferedRandom',
  '_io.BufferedReader',
  '_io.BufferedWriter',
  '_io.BytesIO',
  '_io.FileIO',
  '_io.StringIO',
  '_io.TextIOWrapper',
  '_io._BufferedIOBase',
  '_io._IOBase',
  '_io._RawIOBase',
  '_io._TextIOBase',
  '_struct.Struct',
  '_thread.RLock',
  '_thread._local',
  '_thread.lock',
  'array.array',
  'collections.OrderedDict',
  'collections.deque',
  'functools._lru_cache_wrapper',
  'functools.partial',
  'itertools._tee',
  'pickle.PickleBuffer',
  're.Pattern',
  'signal.ItimerError',
  'types.GenericAlias',
  'typing.ParamSpec',
  'typing.ParamSpecArgs',
  'typing.ParamSpecKwargs',
  'typing.TypeVar',
  'typing.TypeVarTuple',
  'typing.Union',
]);

function isReferable(type: PyType): boolean {
  // Exception groups share the layout of their base, but have room for references.
  if (type.isHeapType) return type.hasWeakrefs || (layoutOf(type) !== objectType && type.mro.some(isReferableBuiltin));
  return isReferableBuiltin(type);
}

/** Of builtin types that have been asked about, which stay what they are. */
const answers = new Map<PyType, boolean>();

function isReferableBuiltin(type: PyType): boolean {
  if (type.isHeapType) return false;
  let answer = answers.get(type);
  if (answer === undefined) answers.set(type, (answer = REFERABLE.has(`${type.module}.${type.name}`)));
  return answer;
}
weakSupport.of = isReferable;

export class PyProxy extends PyWeakReference {}
export class PyCallableProxy extends PyProxy {}

// ── Registry ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** The references to an object, and its number. */
class References implements IdentityRecord {
  serial: number;
  /** The oldest first. */
  all: WeakRef<PyWeakReference>[];
  /** The one that `ref(target)` gives each time, if there is one. */
  shared: WeakRef<PyWeakReference> | null;

  constructor(serial: number) {
    this.serial = serial;
    this.all = [];
    this.shared = null;
  }
}

/**
 * Of objects that have no place for them. Collections of the engine's young generation take for alive what this map leads to: the
 * references, and all that they refer to.
 */
const references = new WeakMap<object, References>();

function knownReferences(target: object): References | undefined {
  if (!(target instanceof PyInstance)) return references.get(target);
  return typeof target.serial === 'number' ? undefined : (target.serial as References);
}

function madeReferences(target: object): References {
  const isInstance = target instanceof PyInstance;
  const made = new References(isInstance ? (target.serial as number) : 0);
  if (isInstance) target.serial = made;
  else references.set(target, made);
  return made;
}

// The engine learns at once that the place may hold an object: later, it would have to make all code of instances anew.
madeReferences(new PyInstance(objectType.instanceShape));

/** References to the object that are alive, as CPython lists them: those that are shared, and then the newest first. */
export function referencesTo(target: object): PyWeakReference[] {
  const known = knownReferences(target);
  if (known === undefined) return [];
  let shared: PyWeakReference | undefined;
  let sharedProxy: PyWeakReference | undefined;
  const others: PyWeakReference[] = [];
  for (let i = known.all.length - 1; i >= 0; i--) {
    const reference = known.all[i].deref();
    if (reference === undefined) continue;
    if (isShared(reference)) shared = reference;
    else if (isSharedProxy(reference)) sharedProxy = reference;
    else others.push(reference);
  }
  return [shared, sharedProxy, ...others].filter((reference) => reference !== undefined);
}

/** `ref(target)` without a callback is the same object each time, and so is `proxy(target)`. */
function isShared(reference: PyWeakReference): boolean {
  return reference.callback === null && typeOf(reference) === referenceType;
}

function sharedReference(target: object): Value | undefined {
  if (target instanceof PyType) return target.reference ?? undefined;
  return knownReferences(target)?.shared?.deref();
}

function isSharedProxy(reference: PyWeakReference): boolean {
  return reference.callback === null && reference instanceof PyProxy;
}

weakSupport.first = (target) => referencesTo(target)[0] ?? null;

function register(target: object, reference: PyWeakReference): void {
  const entry = new WeakRef(reference);
  const known = knownReferences(target) ?? madeReferences(target);
  const { all } = known;
  // Dead entries go when the list has grown to a power of two: amortised constant.
  if (all.length > 0 && (all.length & (all.length - 1)) === 0)
    known.all = all.filter((old) => old.deref() !== undefined);
  known.all.push(entry);
  if (isShared(reference)) {
    if (target instanceof PyType) target.reference = reference;
    else known.shared = entry;
  }
  watchWeakly(entry, reference.callback !== null);
}

/** The object to refer to, if it can be. */
function checkTarget(value: Value): object | Exit {
  if (value === null || typeof value !== 'object' || !isReferable(typeOf(value))) {
    return raiseTypeError(`cannot create weak reference to '${typeName(value)}' object`);
  }
  return value;
}

// ── Reference ────────────────────────────────────────────────────────────────────────────────────────────────────

interface ReferenceArguments {
  readonly target: Value;
  readonly callback: Value;
}

/** Keywords are for the classes that derive from it. */
function referenceArguments(
  name: string,
  args: Value[],
  keywords: readonly string[] | null,
): ReferenceArguments | Exit {
  const count = args.length - (keywords?.length ?? 0);
  if (count < 1) return raiseTypeError(`${name} expected at least 1 argument, got 0`);
  if (count > 2) return raiseTypeError(`${name} expected at most 2 arguments, got ${count}`);
  return { target: args[0], callback: count > 1 ? args[1] : null };
}

function referenceNew(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  const given = referenceArguments('__new__', args, keywords);
  if (given === EXIT) return EXIT;
  const { target, callback } = given as ReferenceArguments;
  return newReference(cls, target, callback);
}

function referenceInit(args: Value[], keywords: readonly string[] | null): true | Exit {
  if (keywords !== null) return raiseTypeError('ref() takes no keyword arguments');
  return referenceArguments('__init__', args, null) === EXIT ? EXIT : true;
}

export function newReference(cls: PyType, value: Value, callback: Value): Result {
  const target = checkTarget(value);
  if (target === EXIT) return EXIT;
  if (cls === referenceType && callback === null) {
    const shared = sharedReference(target);
    if (shared !== undefined) return shared;
  }
  const reference = new PyReference(target, callback);
  if (cls !== referenceType) adopt(reference, cls);
  register(target, reference);
  return reference;
}

function referenceHash(self: PyReference): Result {
  if (self.hash !== undefined) return self.hash;
  const target = self.deref();
  if (target === undefined) return raiseTypeError('weak object has gone away');
  const hash = hashOf(target);
  if (hash !== EXIT) self.hash = hash as Value;
  return hash;
}

function referenceRepr(self: PyReference): Result {
  const target = self.deref();
  if (target === undefined) return `<weakref at ${addressText(self)}; dead>`;
  const name = findAttribute(target, '__name__');
  // Whatever went wrong: the name is an extra.
  if (name === EXIT) state.exception = null;
  const shown = isText(name) ? ` (${textOf(name)})` : '';
  return `<weakref at ${addressText(self)}; to '${typeName(target)}' at ${addressText(target)}${shown}>`;
}

export const referenceType: PyType = builtinType<PyReference>('ReferenceType', {
  base: objectType,
  layout: PyReference,
  module: 'weakref',
  slots: {
    new: referenceNew,
    init: (_self, args, keywords) => referenceInit(args, keywords),
    repr: referenceRepr,
    hash: referenceHash,
    call: (self: PyReference, args, keywords) => {
      if (keywords !== null) return raiseTypeError('weakref() takes no keyword arguments');
      if (args.length > 0) return raiseTypeError(`weakref expected 0 arguments, got ${args.length}`);
      const target = self.deref();
      return target === undefined ? null : target;
    },
    compare: (self: PyReference, other, operator) => {
      if (!(other instanceof PyReference) || (operator !== EQ && operator !== NE)) return NotImplemented;
      const left = self.deref();
      const right = other.deref();
      if (left === undefined || right === undefined) return (self === other) === (operator === EQ);
      return compare(left, right, operator);
    },
  },
  define(type) {
    type.member('__callback__', null, (self) => self.callback);
    type.classMethod(
      '__class_getitem__(cls, object, /)',
      'Weakrefs are generic over the type of the referenced object.',
      (cls, item) => new GenericAlias(cls, item),
    );
  },
});

PyReference.type = referenceType;
// Only what can be referred to has references.
referenceType.ofOne = (value) => (value === null || typeof value !== 'object' ? undefined : sharedReference(value));

/** `weakref.proxy(value, callback)`; the types are in weakref-proxy.ts. */
export function newProxy(value: Value, callback: Value): Result {
  const target = checkTarget(value);
  if (target === EXIT) return EXIT;
  if (callback === null) {
    const shared = referencesTo(target).find(isSharedProxy);
    if (shared !== undefined) return shared;
  }
  const proxy =
    typeOf(value).slots.call === undefined ? new PyProxy(target, callback) : new PyCallableProxy(target, callback);
  register(target, proxy);
  return proxy;
}
