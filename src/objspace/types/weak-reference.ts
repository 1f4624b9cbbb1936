/**
 * What weak references are in the host, and which of them are keys that are found without running Python code (dict/keys.ts). Their types,
 * and who refers to what, are in weakref.ts.
 */
import { identityHash } from '../identity.ts';
import { PyObject, type Value } from '../object.ts';
import { type InterpreterServices, state } from '../state.ts';
import { type PyType, typeOf } from '../type.ts';
import { objectType } from './object-type.ts';

export abstract class PyWeakReference extends PyObject {
  readonly target: WeakRef<object>;
  callback: Value;
  /** The interpreter whose callback it is. */
  readonly interpreter: InterpreterServices;

  constructor(target: object, callback: Value) {
    super();
    this.target = new WeakRef(target);
    this.callback = callback;
    this.interpreter = state.interpreter;
  }

  /** The referent; `undefined` once it is gone. */
  deref(): Value | undefined {
    return this.target.deref() as Value | undefined;
  }
}

export class PyReference extends PyWeakReference {
  /** `weakref.ref`, set by the module that makes it: dictionaries look at their keys, and are there before any type is. */
  static type: PyType;
  /** The referent's hash, which outlives it once known. */
  hash: Value | undefined;
  /** The hash of the reference as a key whose comparison runs no Python code; 0 if that is not known. */
  word: number;
  /** Whether that remains so, because the referent is of a class that nobody can change: the referent needs not be looked at again. */
  hasLastingWord: boolean;

  constructor(target: object, callback: Value) {
    super(target, callback);
    this.hash = undefined;
    this.word = 0;
    this.hasLastingWord = false;
  }
}

/**
 * The hash of a reference as a key, if what it refers to is equal to nothing but itself; `undefined` for others, which are asked by their
 * methods. Python's own hash is known from then on: tables that need it later can have it when the referent is gone.
 */
export function wordOfReference(reference: PyReference): number | undefined {
  const { slots } = reference.shape.type;
  const builtin = PyReference.type.slots;
  if (slots !== builtin && (slots.hash !== builtin.hash || slots.compare !== builtin.compare)) return undefined;
  if (reference.hasLastingWord) return reference.word;
  const target = reference.deref();
  // Without its object a reference is equal to itself only.
  if (target === undefined) return reference.word === 0 ? undefined : reference.word;
  if (!isOnlyItself(target)) return undefined;
  if (reference.word !== 0) return reference.word;
  reference.hash = identityHash(target);
  reference.word = Math.imul(Number(reference.hash), 0x9e3779b1) | 1;
  reference.hasLastingWord = !typeOf(target).isHeapType;
  return reference.word;
}

/** Of references that have a word: they are equal if they refer to the same object. */
export function referToSame(a: PyReference, b: PyReference): boolean {
  const target = a.deref();
  return target !== undefined && target === b.deref();
}

/** Whether hash and equality of the object are those of `object`. */
function isOnlyItself(target: Value): boolean {
  if (target === null || typeof target !== 'object') return false;
  const { slots } = target.shape.type;
  const plain = objectType.slots;
  return slots.hash === plain.hash && slots.compare === plain.compare;
}
