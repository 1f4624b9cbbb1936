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
  return remembered(type, cls, '__instancecheck__', '_abc._abc_instancecheck');
}

/** `issubclass` of a class with a metaclass, if it is answered without a call. */
export function knownSubclass(derived: Value, cls: PyType): boolean | undefined {
  return derived instanceof PyType
    ? remembered(derived, cls, '__subclasscheck__', '_abc._abc_subclasscheck')
    : undefined;
}

/** `_abc._abc_instancecheck`, if the class knows the answer. */
export function rememberedInstance(cls: Value, value: Value): boolean | undefined {
  const type = typeOf(value);
  return hasPlainClass(type) ? rememberedSubclass(cls, type) : undefined;
}

/** `_abc._abc_subclasscheck`, if the class knows the answer. */
export function rememberedSubclass(cls: Value, derived: Value): boolean | undefined {
  if (!(cls instanceof PyType) || !(derived instanceof PyType)) return undefined;
  const metaclass = cls.shape.type;
  if (metaclass.slots.getAttribute !== typeType.slots.getAttribute) return undefined;
  if (metaclass.lookup('_abc_impl') !== undefined) return undefined;
  const data = cls.lookup('_abc_impl');
  return data instanceof AbcData ? data.answer(derived) : undefined;
}

function remembered(type: PyType, cls: PyType, method: string, asked: string): boolean | undefined {
  return asksOnly(cls.shape.type.lookup(method), asked) ? rememberedSubclass(cls, type) : undefined;
}

/** Whether a method is `def method(cls, other): return asked(cls, other)`, where that is the builtin function of this name. */
function asksOnly(method: Value | undefined, asked: string): boolean {
  if (!(method instanceof PyFunction) || method.code.argcount !== 2) return false;
  const { words, names } = method.code;
  if (words.length !== ASKING.length) return false;
  for (let index = 0; index < words.length; index++) {
    if (ASKING[index] >= 0 && words[index] !== ASKING[index]) return false;
  }
  const found = method.globals.getStr(names[words[2]]);
  return found instanceof PyBuiltinFunction && found.definition.qualified === asked;
}

/** `LoadGlobal t2, name`, `Call t2, t2, (first, second)`, `Return t2`; -1: anything. */
const ASKING: readonly number[] = [Op.LoadGlobal, 2, -1, -1, Op.Call, 2, 2, -1, 2, 0, 1, Op.Return, 2];
