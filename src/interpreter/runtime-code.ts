/** What a code object needs to run: constants as Python values, inline caches, how to bind a plain call. Made at the first call. */
import {
  BytesConstant,
  ComplexConstant,
  type ConstantValue,
  ELLIPSIS,
  EllipsisConstant,
  FloatConstant,
  FrozenSetConstant,
  StrConstant,
  TupleConstant,
} from '../bytecode/constants.ts';
import {
  CO_ASYNC_GENERATOR,
  CO_COROUTINE,
  CO_GENERATOR,
  CO_VARARGS,
  CO_VARKEYWORDS,
  type Code,
  type Handler,
} from '../bytecode/code.ts';
import type { Value } from '../objspace/object.ts';
import type { Shape } from '../objspace/shape.ts';
import type { PyType } from '../objspace/type.ts';
import { PyBytes } from '../objspace/types/bytes/bytes.ts';
import { PyComplex } from '../objspace/types/complex.ts';
import { Ellipsis } from '../objspace/types/ellipsis.ts';
import { PyFloat } from '../objspace/types/float.ts';
import { PyFrozenSet } from '../objspace/types/set/set.ts';
import { PyStr } from '../objspace/types/str/str.ts';
import { emptyTuple, PyTuple } from '../objspace/types/tuple.ts';
import { delegatedAttribute } from './delegated-attribute.ts';
import { COLD, hotSpots } from './hot-spots.ts';
import { PyCode } from './py-code.ts';
import { expectSlowSteps } from './safepoint.ts';
import { services } from './services.ts';

/** Sites that miss more often than this see many shapes, or many classes: they are filled no more. */
export const MAX_MISSES = 64;

/** What a site has seen (attribute-sites.ts, names.ts). One class for all kinds of sites; which fields are used depends on the opcode. */
export class InlineCache {
  /** Shape of the object that the site is specialised for. */
  shape: Shape | null;
  /** Version of the shape's type under which the rest holds. */
  version: number;
  /** Place of an attribute (shape.ts), or slot in a dictionary. */
  place: number;
  /** Layout of the dictionary in which `place` was found (globals), and of the one that was searched first. */
  layout: number;
  secondLayout: number;
  /** The attribute, method or builtin found. */
  value: Value;
  /** How `value` is used; constants in the file of the opcode's slow path. */
  kind: number;
  /** Shape after the store, where it adds an attribute. */
  nextShape: Shape | null;
  /** The class that is asked itself, of which `layout` then is the version. */
  owner: PyType | null;
  /** How often the site has missed: after a few, it is left alone. */
  misses: number;

  constructor() {
    this.shape = null;
    this.version = -1;
    this.place = 0;
    this.layout = -1;
    this.secondLayout = -1;
    this.value = null;
    this.kind = 0;
    this.nextShape = null;
    this.owner = null;
    this.misses = 0;
  }
}

export class RuntimeCode {
  readonly code: Code;
  readonly words: Int32Array;
  readonly constants: Value[];
  readonly names: readonly string[];
  readonly handlers: readonly Handler[];
  /** Made per site when it first misses. */
  readonly caches: (InlineCache | undefined)[];
  /** With `-X inline_caches=off` no site gets a cache: each takes its general path every time, which must come to the same. */
  readonly hasCaches: boolean;
  readonly registerCount: number;
  /** Number of arguments of a call that needs nothing but copying them into the registers; -1 if there are other parameters. */
  readonly plainCount: number;
  /** Number of registers that parameters live in: `*args` and `**kwargs` count. */
  readonly parameterCount: number;
  readonly isGenerator: boolean;
  /** What a `__getitem__` of this code hands its subscript on to (delegated-attribute.ts). */
  readonly delegatedAttribute: string | null;
  /** Whether opcodes of `words` are replaced because something observes (instrumentation.ts). */
  isInstrumented: boolean;
  /** Counts down with calls and loops; below zero the code is a hot spot (hot-spots.ts). */
  heat: number;
  /** What the compiler knows of the code; opaque here. */
  compiled: object | null;
  /** Stands in for the frames of generators and coroutines of the code that have ended; opaque here, null before there are any (generator.ts). */
  endedFrame: object | null;

  constructor(code: Code) {
    this.code = code;
    this.words = code.words;
    this.constants = code.constants.map(constantValue);
    this.names = code.names;
    this.handlers = code.handlers;
    this.caches = new Array(code.cacheCount).fill(undefined);
    this.hasCaches = services().options.inlineCaches;
    this.registerCount = code.registerCount;
    const isPlain = (code.flags & (CO_VARARGS | CO_VARKEYWORDS)) === 0 && code.kwonlyargcount === 0;
    this.plainCount = isPlain ? code.argcount : -1;
    this.parameterCount = parameterCountOf(code);
    this.delegatedAttribute = delegatedAttribute(code);
    this.isInstrumented = false;
    this.heat = this.hasCaches ? hotSpots.initialHeat() : COLD;
    this.compiled = null;
    this.endedFrame = null;
    this.isGenerator = (code.flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)) !== 0;
  }
}

function parameterCountOf({ argcount, kwonlyargcount, flags }: Code): number {
  const others = ((flags & CO_VARARGS) === 0 ? 0 : 1) + ((flags & CO_VARKEYWORDS) === 0 ? 0 : 1);
  return argcount + kwonlyargcount + others;
}

/** The runtime companion of a code object. */
export function runtimeOf(code: Code): RuntimeCode {
  let runtime = code.runtime as RuntimeCode | undefined;
  if (runtime === undefined) {
    expectSlowSteps();
    runtime = new RuntimeCode(code);
    code.runtime = runtime;
  }
  return runtime;
}

/** The Python value of a constant. */
export function constantValue(constant: ConstantValue): Value {
  if (constant === null || typeof constant !== 'object') return constant;
  if (constant instanceof FloatConstant) return new PyFloat(constant.value) as Value;
  if (constant instanceof TupleConstant) return tupleOfConstant(constant);
  if (constant instanceof StrConstant) return new PyStr(constant.text, constant.splits) as Value;
  if (constant instanceof BytesConstant) return constant.bytes.length === 0 ? emptyBytes : new PyBytes(constant.bytes);
  if (constant instanceof ComplexConstant) return new PyComplex(constant.real, constant.imag) as Value;
  if (constant instanceof FrozenSetConstant) return PyFrozenSet.of(constant.items.map(constantValue)) as Value;
  if (constant instanceof EllipsisConstant) return Ellipsis;
  return PyCode.of(constant as Code);
}

/** The empty one is the same object everywhere, as CPython's. */
function tupleOfConstant({ items }: TupleConstant): Value {
  return (items.length === 0 ? emptyTuple : new PyTuple(items.map(constantValue))) as Value;
}

const emptyBytes: Value = new PyBytes(new Uint8Array());

/** The constant of a Python value: the inverse of `constantValue`; undefined for objects that no constant stands for. */
export function constantOf(value: Value): ConstantValue | undefined {
  if (value === null || typeof value !== 'object') return value as ConstantValue;
  if (value === Ellipsis) return ELLIPSIS;
  if (value instanceof PyFloat) return new FloatConstant(value.value);
  if (value instanceof PyStr) return new StrConstant(value.text, value.splits);
  if (value instanceof PyBytes) return new BytesConstant(value.data);
  if (value instanceof PyComplex) return new ComplexConstant(value.real, value.imag);
  if (value instanceof PyCode) return value.code;
  const isSet = value instanceof PyFrozenSet;
  if (!isSet && !(value instanceof PyTuple)) return undefined;
  const items = (isSet ? value.toArray() : value.items).map(constantOf);
  if (items.includes(undefined)) return undefined;
  return isSet ? new FrozenSetConstant(items as ConstantValue[]) : new TupleConstant(items as ConstantValue[]);
}

/** Filled in place of a site's own where there are no caches; never read. */
const DISCARDED = new InlineCache();

/** The cache of a site to be filled, made if it has none. */
export function cacheAt(runtime: RuntimeCode, index: number): InlineCache {
  if (!runtime.hasCaches) return DISCARDED;
  return (runtime.caches[index] ??= new InlineCache());
}
