/**
 * What abstract base classes remember of their checks (`_abc_impl`), and what of it `isinstance` and `issubclass` may take at once: where the
 * methods of the metaclass do nothing but ask `_abc`, as those of abc.py do, an answer that is remembered needs no call of them.
 */
import * as Op from '../../bytecode/opcodes.generated.ts';
import { PyObject, type Value } from '../object.ts';
import { PyBuiltinFunction } from '../gateway/builtin-function.ts';
import { PyType, typeOf } from '../type.ts';
import { PyFunction } from './function.ts';
import { hasPlainClass, typeType } from './type.ts';

/** Counts what was registered in one interpreter. */
export interface Registrations {
  registrations: number;
}

/** `_abc_impl` of a class. Classes that are gone drop out of it by themselves. */
export class AbcData extends PyObject {
  registry: WeakRef<PyType>[] = [];
  cache = new WeakSet<PyType>();
  negativeCache = new WeakSet<PyType>();
  /** The count of registrations under which the negative cache holds. */
  negativeVersion = 0;
  private readonly counter: Registrations;

  constructor(counter: Registrations) {
    super();
    this.counter = counter;
  }

  knowsNot(type: PyType): boolean {
    return this.negativeVersion === this.counter.registrations && this.negativeCache.has(type);
  }

  /** Whether the type is known to be a subclass, or known not to be one. */
  answer(type: PyType): boolean | undefined {
    if (this.cache.has(type)) return true;
    return this.knowsNot(type) ? false : undefined;
  }
}

/** `isinstance` of a class with a metaclass, if it is answered without a call. */
export function knownInstance(value: Value, cls: PyType): boolean | undefined {
  const type = typeOf(value);
  if (type === cls) return true;
  if (!hasPlainClass(type)) return undefined;
  const checks = checksOf(cls);
  return stillAsks(checks.instanceCheck) ? checks.data?.answer(type) : undefined;
}

/** Whether `isinstance` of a class with a metaclass asks `_abc`, and nobody else. */
export function asksForInstances(cls: PyType): boolean {
  return checksOf(cls).instanceCheck !== null;
}

/** `issubclass` of a class with a metaclass, if it is answered without a call. */
export function knownSubclass(derived: Value, cls: PyType): boolean | undefined {
  if (!(derived instanceof PyType)) return undefined;
  const checks = checksOf(cls);
  return stillAsks(checks.subclassCheck) ? checks.data?.answer(derived) : undefined;
}

/** `_abc._abc_instancecheck`, if the class knows the answer. */
export function rememberedInstance(cls: Value, value: Value): boolean | undefined {
  const type = typeOf(value);
  return hasPlainClass(type) ? rememberedSubclass(cls, type) : undefined;
}

/** `_abc._abc_subclasscheck`, if the class knows the answer. */
export function rememberedSubclass(cls: Value, derived: Value): boolean | undefined {
  if (!(cls instanceof PyType) || !(derived instanceof PyType)) return undefined;
  return checksOf(cls).data?.answer(derived);
}

/** What the checks of a class with a metaclass begin with, under one version of either. */
export class Checks {
  readonly version: number;
  readonly versionOfMetaclass: number;
  /** Null where the class has none, or it may be another one at any time. */
  readonly data: AbcData | null;
  readonly instanceCheck: Asking | null;
  readonly subclassCheck: Asking | null;

  constructor(cls: PyType) {
    const metaclass = cls.shape.type;
    this.version = cls.version;
    this.versionOfMetaclass = metaclass.version;
    this.data = dataOf(cls, metaclass);
    this.instanceCheck = asking(metaclass.lookup('__instancecheck__'), '_abc._abc_instancecheck');
    this.subclassCheck = asking(metaclass.lookup('__subclasscheck__'), '_abc._abc_subclasscheck');
  }
}

function checksOf(cls: PyType): Checks {
  const { checks } = cls;
  const isKnown =
    checks !== null && checks.version === cls.version && checks.versionOfMetaclass === cls.shape.type.version;
  return isKnown ? checks : (cls.checks = new Checks(cls));
}

function dataOf(cls: PyType, metaclass: PyType): AbcData | null {
  const isLeft = metaclass.slots.getAttribute === typeType.slots.getAttribute;
  if (!isLeft || metaclass.lookup('_abc_impl') !== undefined || cls.isVariable('_abc_impl')) return null;
  const data = cls.lookup('_abc_impl');
  return data instanceof AbcData ? data : null;
}

/** A method `def method(cls, other): return asked(cls, other)`, where that is a builtin function. */
interface Asking {
  readonly method: PyFunction;
  readonly code: PyFunction['code'];
  /** The name of the function. */
  readonly name: string;
  readonly asked: Value;
}

/** `asked`: the name of the function in full. Null where the method does something else. */
function asking(method: Value | undefined, asked: string): Asking | null {
  if (!(method instanceof PyFunction) || method.code.argcount !== 2) return null;
  const { code } = method;
  const { words, names } = code;
  if (words.length !== ASKING.length) return null;
  for (let index = 0; index < words.length; index++) {
    if (ASKING[index] >= 0 && words[index] !== ASKING[index]) return null;
  }
  const name = names[words[2]];
  const found = method.globals.getStr(name);
  const isAsked = found instanceof PyBuiltinFunction && found.definition.qualified === asked;
  return isAsked ? { method, code, name, asked: found } : null;
}

/** Whether the method is still the same, which may have another code, or find another function. */
function stillAsks(asking: Asking | null): boolean {
  if (asking === null || asking.method.code !== asking.code) return false;
  return asking.method.globals.getStr(asking.name) === asking.asked;
}

/** `LoadGlobal t2, name`, `Call t2, t2, (first, second)`, `Return t2`; -1: anything. */
const ASKING: readonly number[] = [Op.LoadGlobal, 2, -1, -1, Op.Call, 2, 2, -1, 2, 0, 1, Op.Return, 2];
