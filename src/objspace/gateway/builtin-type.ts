/**
 * Declares a builtin type: its slots, eagerly, since operations need them at once; its namespace, when Python first looks into it.
 *
 *   export const rangeType = builtinType('range', {
 *     base: objectType, layout: PyRange, doc: '...',
 *     slots: { new: newSlot('range(cls, ...)', ...), len: (self: PyRange) => self.length },
 *     define(range) { range.method('count(self, value, /)', 'rangeobject.count(value) -> ...', (self, value) => ...); },
 *   });
 */
import { isStaticType } from '../static-types.ts';
import {
  PyGetSetDescriptor,
  PyMemberDescriptor,
  PyWrapperDescriptor,
  type Getter,
  type Setter,
} from '../descriptors.ts';
import { caught } from '../exception.ts';
import type { PyDict } from '../types/dict/dict.ts';
import { EXIT, type Exit, type PyObject, type Result, type Value } from '../object.ts';
import { type SlotName, type Slots, SPECIAL_SLOTS } from '../slots.ts';
import { copySlots, type DictionaryAccess, PyType, typeOf } from '../type.ts';
import { bindArguments } from './binder.ts';
import { earlyTypes } from '../types/object-type.ts';
import {
  BuiltinDefinition,
  PyBuiltinFunction,
  PyClassMethodDescriptor,
  PyMethodDescriptor,
} from './builtin-function.ts';
import { type ArgumentsAfterSelf, type ReturnOf, textSignature } from './signature.ts';

// biome-ignore lint/suspicious/noExplicitAny: any host class
type HostClass = { prototype: any };

export interface TypeDeclaration<Self> {
  /** `null` for `object` alone. */
  base: PyType | null;
  /** Host class of the objects; their `shape` goes to its prototype. Absent for types whose objects are bare values or share a class. */
  layout?: HostClass & (abstract new (...args: never[]) => Self);
  doc?: string;
  /** `__text_signature__` of the constructor, as in `(iterable=(), /)`. */
  signature?: string;
  /** `__module__`; builtins where absent. */
  module?: string;
  qualname?: string;
  isBaseType?: boolean;
  /** False where Python code cannot make objects by calling the type, though a base can be called. */
  isCallable?: boolean;
  pattern?: 'sequence' | 'mapping';
  dictionary?: DictionaryAccess;
  slots?: Partial<Slots>;
  define?: (type: TypeBuilder<Self>) => void;
}

/** The setter of a field that takes any value; deleting the attribute leaves None. */
export function fieldSetter<Field extends string>(field: Field) {
  return (self: Record<Field, Value | undefined>, value: Value | undefined): true => {
    self[field] = value ?? null;
    return true;
  };
}

/** What a `define` block uses to fill the namespace. */
export class TypeBuilder<Self> {
  readonly type: PyType;

  constructor(type: PyType) {
    this.type = type;
  }

  /** A method; the signature's first parameter is self. */
  method<const S extends string>(
    signature: S,
    doc: string | null,
    body: (self: Self, ...args: ArgumentsAfterSelf<S>) => ReturnOf<S, Exit>,
  ): void {
    const definition = new BuiltinDefinition(signature, documentation(doc), body as never, this.type.qualname);
    this.type.namespace.set(definition.name, new PyMethodDescriptor(definition, this.type, false));
  }

  /** Says which methods defined so far work in one go on all that they are given; without names it is all of them but `except`. */
  linear(names: readonly string[] | undefined, except: readonly string[] = []): void {
    for (const name of names ?? this.type.namespace.keys()) {
      const method = this.type.namespace.get(name as string);
      if (method instanceof PyMethodDescriptor && !except.includes(name as string)) method.definition.isLinear = true;
    }
  }

  /** Gives a method the form that compiled code calls. */
  quick(name: string, body: (self: Self, argument: Value) => Result): void {
    (this.type.namespace.get(name) as PyMethodDescriptor).definition.quick = body as never;
  }

  /** Gives a method the form that is called with the entries of a dictionary as keywords (BuiltinDefinition.ofEntries). */
  ofEntries(name: string, body: (self: Self, args: readonly Value[], entries: PyDict) => Value): void {
    (this.type.namespace.get(name) as PyMethodDescriptor).definition.ofEntries = body as never;
  }

  /** Says that CPython takes the arguments of the methods defined so far apart without knowing their names. */
  nameless(): void {
    for (const method of this.type.namespace.values())
      if (method instanceof PyMethodDescriptor) method.definition.isNameless = true;
  }

  /** A class method; the signature's first parameter is cls. */
  classMethod<const S extends string>(
    signature: S,
    doc: string | null,
    body: (cls: PyType, ...args: ArgumentsAfterSelf<S>) => ReturnOf<S, Exit>,
  ): void {
    const definition = new BuiltinDefinition(signature, documentation(doc), body as never, this.type.qualname);
    this.type.namespace.set(definition.name, new PyClassMethodDescriptor(definition, this.type));
  }

  /** A static method, without self or cls: kept as the function itself behind `staticmethod`. */
  // biome-ignore lint/suspicious/noExplicitAny: parameters follow the signature
  staticMethod(signature: string, doc: string | null, body: (...args: any[]) => Result | void): void {
    const definition = new BuiltinDefinition(signature, documentation(doc), body, this.type.qualname);
    this.type.namespace.set(
      definition.name,
      makeStaticMethod.of(new PyBuiltinFunction(definition, undefined, this.type)),
    );
  }

  /** An attribute with a getter, and a setter where it is writable. */
  getset(
    name: string,
    doc: string | null,
    getter: (self: Self) => Result,
    setter?: (self: Self, value: Value | undefined) => true | Exit,
  ): void {
    const [get, set] = name === '__dict__' ? forDerived(getter as Getter, setter as Setter) : [getter, setter];
    this.type.namespace.set(
      name,
      new PyGetSetDescriptor(name, doc, get as Getter, set as Setter | undefined, this.type, false),
    );
  }

  /** A plain field (`member_descriptor`). */
  member(
    name: string,
    doc: string | null,
    getter: (self: Self) => Result,
    setter?: (self: Self, value: Value | undefined) => true | Exit,
  ): void {
    const [get, set] = name === '__dict__' ? forDerived(getter as Getter, setter as Setter) : [getter, setter];
    this.type.namespace.set(
      name,
      new PyMemberDescriptor(name, doc, get as Getter, set as Setter | undefined, this.type),
    );
  }

  /** Any value as a class attribute. */
  constant(name: string, value: Value): void {
    this.type.namespace.set(name, value);
  }
}

/** Set by types/class-creation.ts: the `__dict__` of objects of Python classes. */
export const dictionaryOfObject: { get: Getter; set: Setter } = { get: () => EXIT, set: () => EXIT };

/** The `__dict__` of a builtin type is that of derived classes, too, whose objects keep their attributes as those of all classes do. */
function forDerived(getter: Getter, setter: Setter | undefined): [Getter, Setter | undefined] {
  const get: Getter = (self) => (typeOf(self).hasDict ? dictionaryOfObject.get(self) : getter(self));
  if (setter === undefined) return [get, undefined];
  return [get, (self, value) => (typeOf(self).hasDict ? dictionaryOfObject.set(self, value) : setter(self, value))];
}

/** Set by types/descriptors.ts: wraps a function in a `staticmethod` object. */
export const makeStaticMethod = { of: (callable: Value): Value => callable };

export function builtinType<Self = PyObject>(name: string, declaration: TypeDeclaration<Self>): PyType {
  const { base } = declaration;
  const type = new PyType(name, base === null ? [] : [base], false);
  declareType(type, declaration);
  return type;
}

/** Gives `object`, which exists before everything else, what it is made of, and lets the types declared so far inherit it. */
export function declareRoot<Self>(root: PyType, declaration: TypeDeclaration<Self>): void {
  const waiting = earlyTypes.waiting!;
  earlyTypes.waiting = null;
  declareType(root, declaration);
  for (const inherit of waiting) inherit();
}

function declareType<Self>(type: PyType, declaration: TypeDeclaration<Self>): void {
  const { base } = declaration;
  if (base !== null) base.builtinDerived.push(type);
  type.mro = base === null ? [type] : [type, ...base.mro];
  type.module = declaration.module ?? 'builtins';
  type.qualname = declaration.qualname ?? type.name;
  type.doc = declaration.doc ?? null;
  type.textSignature = declaration.signature ?? null;
  type.isBaseType = declaration.isBaseType ?? true;
  type.pattern = declaration.pattern ?? base?.pattern ?? 'none';
  type.dictionary = declaration.dictionary ?? base?.dictionary ?? null;
  inheritSlots(type, base, declaration);
  earlyTypes.waiting?.push(() => inheritSlots(type, base, declaration));
  if ('layout' in declaration && declaration.layout === undefined)
    throw new Error(`${type.name} is declared before its host class: import the file of the class first`);
  if (declaration.layout !== undefined) declaration.layout.prototype.shape = type.instanceShape;
  type.pendingDefinition = () => {
    defineWrappers(type, declaration.slots ?? {});
    type.namespace.set('__doc__', type.doc === null ? null : dedent(type.doc));
    // Of static types only the type itself tells the module, not its objects.
    if (!isStaticType(type)) type.namespace.set('__module__', type.module);
    declaration.define?.(new TypeBuilder<Self>(type));
  };
}

function inheritSlots<Self>(type: PyType, base: PyType | null, declaration: TypeDeclaration<Self>): void {
  const own = declaration.slots ?? {};
  const slots = type.slots as unknown as Record<string, unknown>;
  if (base !== null) copySlots(base, type);
  for (const name in own) slots[name] = own[name as SlotName] ?? slots[name];
  // `object.__new__` makes plain objects: a type that does not say how its objects are made cannot be called.
  if ((base !== null && base.base === null) || declaration.isCallable === false) slots['new'] = own.new;
  // A type that compares by value is unhashable unless it says how: as CPython, the two are inherited together.
  if (own.compare !== undefined && own.hash === undefined) slots['hash'] = undefined;
}

/** Puts the special methods of the slots that the type itself declares into its namespace. */
function defineWrappers(type: PyType, own: Partial<Slots>): void {
  for (const [name, slot, kind, doc] of SPECIAL_SLOTS) {
    if (own[slot] === undefined || kind === 'getattr' || type.namespace.has(name)) continue;
    if (kind === 'new') type.namespace.set(name, newFunction(type));
    else type.namespace.set(name, new PyWrapperDescriptor(name, slot, kind, doc, type));
  }
  if (own.compare !== undefined && own.hash === undefined) type.namespace.set('__hash__', null);
}

/** Set by types/type.ts: `T.__new__(cls, ...)` checks that cls is a subtype and calls the slot. */
export const callNew = { of: (_type: PyType, _args: Value[], _keywords: ReadonlyMap<string, Value>): Result => EXIT };

function newFunction(type: PyType): PyBuiltinFunction {
  const definition = new BuiltinDefinition(
    '__new__(*args, **kwargs)',
    'Create and return a new object.  See help(type) for accurate signature.',
    (args: Value[], keywords: ReadonlyMap<string, Value>) => callNew.of(type, args, keywords),
  );
  return new PyBuiltinFunction(definition, undefined, type);
}

/** A `new` slot behind a signature whose first parameter is cls; the name in it is the one that errors mention. */
export function newSlot<const S extends string>(
  signature: S,
  body: (cls: PyType, ...args: ArgumentsAfterSelf<S>) => Result,
  isNameless = false,
): Slots['new'] {
  let definition: BuiltinDefinition | undefined;
  return (cls: PyType, args: Value[], keywords: readonly string[] | null): Result => {
    try {
      definition ??= constructorOf(signature, body as never, isNameless);
      const bound = bindArguments(definition, [cls, ...args], keywords) as [PyType, ...ArgumentsAfterSelf<S>];
      return body(...bound);
    } catch (thrown) {
      return caught(thrown);
    }
  };
}

/** An `init` slot behind a signature whose first parameter is self. */
export function initSlot<Self, const S extends string>(
  signature: S,
  body: (self: Self, ...args: ArgumentsAfterSelf<S>) => true | Exit,
  isNameless = false,
): Slots['init'] {
  let definition: BuiltinDefinition | undefined;
  return (self: Self, args: Value[], keywords: readonly string[] | null): true | Exit => {
    try {
      definition ??= constructorOf(signature, body as never, isNameless);
      const bound = bindArguments(definition, [self as Value, ...args], keywords) as [Self, ...ArgumentsAfterSelf<S>];
      return body(...bound);
    } catch (thrown) {
      return caught(thrown);
    }
  };
}

function constructorOf(signature: string, body: never, isNameless: boolean): BuiltinDefinition {
  const definition = new BuiltinDefinition(signature, '', body);
  definition.isNameless = isNameless;
  return definition;
}

/** Docstrings are written indented, between lines of their own. */
export function dedent(text: string): string {
  if (!text.startsWith('\n')) return text;
  const lines = text.slice(1).split('\n');
  if (lines.at(-1)!.trim() === '') lines.pop();
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join('\n');
}

/** The docstring of a function; None where it is empty. */
export function documentation(doc: string | null): string | null {
  return doc === null || doc === '' ? null : dedent(doc);
}

export { textSignature };
