/**
 * Builtin functions and methods: a body in TypeScript behind a Python signature.
 *
 * Calls with exactly the declared positional arguments and no converters go straight to the body (`isDirect`); everything else is
 * bound by binder.ts. A body returns its value or EXIT, or throws a Python exception object, which becomes EXIT here and only here.
 */
import { caught } from '../exception.ts';
import { PyObject, type Result, type Value } from '../object.ts';
import type { PyType } from '../type.ts';
import { bindArguments } from './binder.ts';
import { type CallPlan, type KeywordPlan, planOf } from './call-plans.ts';
import { type Parameter, parseSignature, type ShownSignature, type Signature } from './signature.ts';
import { worked } from '../../util/work.ts';
import type { PyDict } from '../types/dict/dict.ts';
import { PyFloat } from '../types/float-object.ts';

// biome-ignore lint/suspicious/noExplicitAny: typed where it is declared, by the signature's text
export type Body = (...args: any[]) => any;

const AT_SIGN = 64;
const SHOWN_BY_MARKS = ['declared', 'invented', 'none'] as const;

/** What a builtin is, shared by all its bound copies. */
export class BuiltinDefinition {
  readonly name: string;
  readonly signatureText: string;
  readonly doc: string | null;
  readonly body: Body;
  private parsed: Signature | null;
  /** Number of arguments for which a positional call goes straight to the body; -1 if none does. */
  readonly directCount: number;
  readonly returns: string | null;
  /** Takes whatever it is called with behind self. */
  readonly isVariadic: boolean;

  /** How errors name a method or function (`list.append`, `math.sqrt`, `len`); null for the constructor of a type. */
  readonly qualified: string | null;
  /** How to call it with positional arguments alone (call-plans.ts); `undefined` until the first call. */
  plan: CallPlan | null | undefined;
  /** How it was called with keywords last; null before. */
  keywordPlan: KeywordPlan | null;
  /** Whether a call may do work in proportion to the size of its first two arguments, without counting it. */
  isLinear: boolean;
  /** What it does with its positional arguments before it refuses a keyword, where that can fail; throws Python exceptions. */
  beforeKeywords: ((args: readonly Value[]) => void) | undefined;

  /**
   * What it gives for two positional arguments, where that is known at once; `undefined`: its body has to be called. A third one is taken
   * together with that.
   */
  ofTwo: ((first: Value, second: Value) => Value | undefined) | null;

  /**
   * What it gives for as many floats as this has parameters, on doubles. It holds where the result is finite: otherwise the body may raise.
   */
  ofFloats: ((...numbers: number[]) => number) | null;

  /** For compiled code: its body of self and one argument that runs no Python code (jit/quiet.ts). It answers what the body does, and never throws. */
  quick: ((self: never, argument: Value) => Result) | null;

  /** Its body with keywords that are the entries of a dictionary: that is its own, and all keys are strings. */
  ofEntries: ((self: never, args: readonly Value[], entries: PyDict) => Value) | null;

  /** CPython takes its arguments apart without knowing its name, which errors then lack. */
  isNameless: boolean;

  /** Which signature Python code sees (signature.ts). */
  readonly shown: ShownSignature;

  constructor(text: string, doc: string | null, body: Body, owner: string | null = null) {
    const marks = text.charCodeAt(0) !== AT_SIGN ? 0 : text.charCodeAt(1) !== AT_SIGN ? 1 : 2;
    this.shown = SHOWN_BY_MARKS[marks];
    const signatureText = marks === 0 ? text : text.slice(marks);
    this.name = signatureText.slice(0, signatureText.indexOf('('));
    this.signatureText = signatureText;
    this.doc = doc;
    this.body = body;
    this.parsed = null;
    this.directCount = directCount(signatureText);
    this.returns = returnText(signatureText);
    this.isVariadic = signatureText.endsWith(VARIADIC);
    this.qualified = owner === null ? null : owner === 'builtins' ? this.name : `${owner}.${this.name}`;
    this.plan = undefined;
    this.keywordPlan = null;
    this.isLinear = false;
    this.beforeKeywords = undefined;
    this.ofTwo = null;
    this.ofFloats = null;
    this.quick = null;
    this.ofEntries = null;
    this.isNameless = false;
  }

  /** How errors of its arguments name it. */
  get called(): string {
    return this.isNameless ? 'function' : `${this.name}()`;
  }

  /** Its body gets keywords whose names are no str (odd-keywords.ts); the others that take any keyword refuse them. */
  get takesOddKeywords(): boolean {
    return (
      this.isVariadic ||
      this.name === '__new__' ||
      this.signatureText.endsWith(CONSTRUCTOR) ||
      this.signatureText.endsWith(REPLACEMENT)
    );
  }

  get signature(): Signature {
    this.parsed ??= parseSignature(this.signatureText);
    return this.parsed;
  }

  get parameters(): readonly Parameter[] {
    return this.signature.parameters;
  }
}

const VARIADIC = '(self, /, *args, **kwargs)';
/** Of classes whose `__init__` looks at the arguments. */
const CONSTRUCTOR = '(cls, *args, **kwargs)';
/** Of nodes of syntax trees, which show the names that they refuse. */
const REPLACEMENT = '(self, /, **fields)';
const NO_KEYWORDS: ReadonlyMap<string, Value> = new Map();

/** Counted on the text: parsing every signature at start-up would cost milliseconds. */
function directCount(text: string): number {
  if (text.includes(':') || text.includes('=') || text.includes('*')) return -1;
  const inner = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'));
  if (inner === '') return 0;
  let count = 1;
  for (let index = 0; index < inner.length; index++) if (inner.charCodeAt(index) === 44) count++;
  return inner.includes('/') ? count - 1 : count;
}

function returnText(text: string): string | null {
  const arrow = text.lastIndexOf(') -> ');
  return arrow < 0 ? null : text.slice(arrow + 5);
}

/** `builtin_function_or_method`: a builtin, bound to `self` if it is a method of an object or module. */
export class PyBuiltinFunction extends PyObject {
  readonly definition: BuiltinDefinition;
  /** The object it is bound to; `undefined` for a function. */
  readonly self: Value | undefined;
  /** `__module__` of a module's function; the type of a static method and of `__new__`. */
  readonly owner: string | PyType | null;

  constructor(definition: BuiltinDefinition, self: Value | undefined, owner: string | PyType | null) {
    super();
    this.definition = definition;
    this.self = self;
    this.owner = owner;
  }

  call(args: Value[], keywords: readonly string[] | null): Result {
    return invokeFunction(this, args, keywords);
  }
}

/** `method_descriptor`, `classmethod_descriptor`: a builtin method in the namespace of its type. */
export class PyMethodDescriptor extends PyObject {
  readonly definition: BuiltinDefinition;
  readonly owner: PyType;
  readonly isClassMethod: boolean;

  constructor(definition: BuiltinDefinition, owner: PyType, isClassMethod: boolean) {
    super();
    this.definition = definition;
    this.owner = owner;
    this.isClassMethod = isClassMethod;
  }

  /** Whether it is a method of objects of the type: a program may put it into a class that does not derive from its owner. */
  isFor(type: PyType): boolean {
    return !this.isClassMethod && type.isSubtypeOf(this.owner);
  }
}

/** A `classmethod_descriptor`. */
export class PyClassMethodDescriptor extends PyMethodDescriptor {
  constructor(definition: BuiltinDefinition, owner: PyType) {
    super(definition, owner, true);
  }
}

/** Calls a function, or a method with the object that it is bound to, after which errors name it. */
export function invokeFunction(fn: PyBuiltinFunction, args: Value[], keywords: readonly string[] | null): Result {
  const { definition, self } = fn;
  if (self === undefined) return invoke(definition, args, keywords);
  if (keywords === null) {
    if (definition.isVariadic) return invokeVariadic(definition, self, args);
    if (args.length === 0 && definition.directCount === 1) return invoke1(definition, self);
    if (args.length === 1 && definition.directCount === 2) return invoke2(definition, self, args[0]);
  }
  return invoke(definition, [self, ...args], keywords, self);
}

/** `callee(*args, **entries)` of a builtin that takes the entries as they are; `undefined` for all others. */
export function invokeWithEntries(callee: Value, args: readonly Value[], entries: PyDict): Result | undefined {
  if (!(callee instanceof PyBuiltinFunction)) return undefined;
  const { self, definition } = callee;
  if (definition.ofEntries === null || self === undefined || !entries.hasOnlyStrings()) return undefined;
  try {
    return definition.ofEntries(self as never, args, entries.copy());
  } catch (thrown) {
    return caught(thrown);
  }
}

/** There is nothing to bind. */
function invokeVariadic(definition: BuiltinDefinition, self: Value, args: readonly Value[]): Result {
  try {
    return wrapResult(definition, definition.body(self, args.slice(), NO_KEYWORDS));
  } catch (thrown) {
    return caught(thrown);
  }
}

/** Calls the body of a builtin; `args` holds self first where there is one. */
export function invoke(
  definition: BuiltinDefinition,
  args: Value[],
  keywords: readonly string[] | null,
  boundTo?: Value,
): Result {
  try {
    if (definition.isLinear) count(args[0], args[1]);
    if (keywords === null) {
      if (definition.directCount === args.length) return wrapResult(definition, callBody(definition.body, args));
      if (args.length === 4) {
        const plan = planFor(definition, 4);
        if (plan !== null)
          return wrapResult(definition, callPlanned(definition, plan, 4, args[0], args[1], args[2], args[3]));
      }
    }
    return wrapResult(definition, callBody(definition.body, bindArguments(definition, args, keywords, boundTo)));
  } catch (thrown) {
    return caught(thrown);
  }
}

/** A call with the arguments of an array; short ones are written out, since a spread call is several times slower. */
function callBody(body: Body, args: readonly unknown[]): unknown {
  switch (args.length) {
    case 0:
      return body();
    case 1:
      return body(args[0]);
    case 2:
      return body(args[0], args[1]);
    case 3:
      return body(args[0], args[1], args[2]);
    case 4:
      return body(args[0], args[1], args[2], args[3]);
    default:
      return body(...args);
  }
}

/** Direct calls by number of arguments (self included), for the interpreter and compiled code. */
export function invoke0(definition: BuiltinDefinition): Result {
  try {
    if (definition.directCount === 0) return wrapResult(definition, definition.body());
    return wrapResult(definition, callBody(definition.body, bindArguments(definition, [], null)));
  } catch (thrown) {
    return caught(thrown);
  }
}

export function invoke1(definition: BuiltinDefinition, a: Value): Result {
  try {
    if (definition.isLinear) count(a, undefined);
    if (definition.directCount === 1) return wrapResult(definition, definition.body(a));
    const plan = planFor(definition, 1);
    if (plan === null) return wrapResult(definition, callBody(definition.body, bindArguments(definition, [a], null)));
    return wrapResult(definition, callPlanned(definition, plan, 1, a, null, null, null));
  } catch (thrown) {
    return caught(thrown);
  }
}

export function invoke2(definition: BuiltinDefinition, a: Value, b: Value): Result {
  try {
    if (definition.ofTwo !== null) {
      const known = definition.ofTwo(a, b);
      if (known !== undefined) return known;
    }
    if (definition.isLinear) count(a, b);
    if (definition.directCount === 2) return wrapResult(definition, definition.body(a, b));
    const plan = planFor(definition, 2);
    if (plan === null)
      return wrapResult(definition, callBody(definition.body, bindArguments(definition, [a, b], null)));
    return wrapResult(definition, callPlanned(definition, plan, 2, a, b, null, null));
  } catch (thrown) {
    return caught(thrown);
  }
}

export function invoke3(definition: BuiltinDefinition, a: Value, b: Value, c: Value): Result {
  try {
    if (definition.ofTwo !== null) {
      const first = definition.ofTwo(a, b);
      const known = first === undefined ? undefined : definition.ofTwo(first, c);
      if (known !== undefined) return known;
    }
    if (definition.isLinear) count(a, b);
    if (definition.directCount === 3) return wrapResult(definition, definition.body(a, b, c));
    const plan = planFor(definition, 3);
    if (plan === null)
      return wrapResult(definition, callBody(definition.body, bindArguments(definition, [a, b, c], null)));
    return wrapResult(definition, callPlanned(definition, plan, 3, a, b, c, null));
  } catch (thrown) {
    return caught(thrown);
  }
}

/** Whether a call with so many positional arguments (self included) is sure to be bound. */
export function takes(definition: BuiltinDefinition, count: number): boolean {
  if (definition.directCount === count) return true;
  const plan = planOf(definition);
  return plan !== null && count >= plan.least && count <= plan.most;
}

/** The plan for so many positional arguments, if it can be followed without arrays; null if the binder has to. */
function planFor(definition: BuiltinDefinition, count: number): CallPlan | null {
  const plan = planOf(definition);
  if (plan === null || !plan.isShort || count < plan.least || count > plan.most) return null;
  return plan;
}

/** Calls the body with the first `count` of the values, converted, and defaults for the other parameters. */
function callPlanned(
  definition: BuiltinDefinition,
  plan: CallPlan,
  count: number,
  a: Value,
  b: Value,
  c: Value,
  d: Value,
): unknown {
  const { body } = definition;
  const first = count > 0 ? converted(definition, plan, 0, a) : plan.defaults[0];
  if (plan.size === 1) return body(first);
  const second = count > 1 ? converted(definition, plan, 1, b) : plan.defaults[1];
  if (plan.size === 2) return body(first, second);
  const third = count > 2 ? converted(definition, plan, 2, c) : plan.defaults[2];
  if (plan.size === 3) return body(first, second, third);
  const fourth = count > 3 ? converted(definition, plan, 3, d) : plan.defaults[3];
  return body(first, second, third, fourth);
}

function converted(definition: BuiltinDefinition, plan: CallPlan, index: number, value: Value): unknown {
  const converter = plan.converters[index];
  return converter === null ? value : converter(value, definition, index);
}

/** Counts the work of a linear builtin on arguments of size. */
/** The body of a builtin as `plainBody` gives it, with all its arguments: what `invoke` does of it. */
export function runBody(body: Body, a: unknown, b: unknown, c: unknown, d: unknown): Result {
  try {
    const result = body(a, b, c, d);
    return result === undefined ? null : result;
  } catch (thrown) {
    return caught(thrown);
  }
}

/** The same of one that works on its first two arguments in one go. */
export function runLinearBody(body: Body, a: Value, b: Value, c: unknown, d: unknown): Result {
  try {
    count(a, b);
    const result = body(a, b, c, d);
    return result === undefined ? null : result;
  } catch (thrown) {
    return caught(thrown);
  }
}

/**
 * What follows the given arguments, where a call with so many goes to the body as they are, and its result is taken as it is; null for all
 * other calls. For compiled code, which knows what it calls.
 */
export function defaultsBehind(definition: BuiltinDefinition, given: number): readonly unknown[] | null {
  const plan =
    given < 2 || definition.ofTwo !== null || definition.returns === 'float' ? null : planFor(definition, given);
  if (plan === null) return null;
  for (let index = 0; index < given; index++) if (plan.converters[index] !== null) return null;
  return plan.defaults.slice(given);
}

function count(a: Value | undefined, b: Value | undefined): void {
  const size = sizeOf(a) + sizeOf(b);
  if (size >= WORTH_COUNTING) worked(size >> 4);
}

/** Work on so many items is seen elsewhere: a call is counted itself. */
const WORTH_COUNTING = 256;

/** The length of builtin strings and containers; 0 for everything else. */
function sizeOf(value: Value | undefined): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  const { type } = value.shape;
  // Subclasses may count their items in Python.
  const size = type.isHeapType ? 0 : type.slots.len?.(value as never);
  return typeof size === 'number' ? size : 0;
}

/** `-> float` bodies return JS numbers, `-> None` bodies nothing; everything else is a value already. */
function wrapResult(definition: BuiltinDefinition, result: unknown): Result {
  if (result === undefined) return null;
  if (definition.returns === 'float' && typeof result === 'number') return new PyFloat(result);
  return result as Result;
}
