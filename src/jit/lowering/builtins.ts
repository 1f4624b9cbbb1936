/** Builtins that have a form of their own in compiled code; all others are called with their frames up to date. */
import * as Op from '../../bytecode/opcodes.generated.ts';
import type { Builder } from '../builder.ts';
import { auditor, unaudited } from '../../objspace/audit.ts';
import { MAX_SAFE, type Node, original, type Part, READ } from '../graph.ts';
import { expectCounted } from './counting.ts';
import * as kinds from '../kinds.ts';
import { isWithin } from '../kinds.ts';
import {
  type BuiltinDefinition,
  PyBuiltinFunction,
  type PyMethodDescriptor,
  defaultsBehind,
} from '../../objspace/gateway/builtin-function.ts';
import { takesPositional } from '../../objspace/gateway/call-plans.ts';
import { HANDING_OVER } from '../../interpreter/handover.ts';
import { OBSERVING } from '../../interpreter/instruments.ts';
import { QUIET, QUIET_CLASSES, SIMPLE } from '../quiet.ts';
import type { Value } from '../../objspace/object.ts';
import { PyType, typeOf } from '../../objspace/type.ts';
import { typeType } from '../../objspace/types/type.ts';
import { CONTAINER_CLASSES } from './classes.ts';
import { DICT_METHODS, SET_METHODS } from './dictionaries.ts';
import { decode, encode } from './encoding.ts';
import { LIST_METHODS } from './lists.ts';
import { isBound } from '../tame-calls.ts';
import { type Use, usesOf } from '../tame-making.ts';
import { isInt32 } from './low-bits.ts';
import { attempt, attemptRaising, orElse, UNTAMED_TEST, WILD } from './tame.ts';
import { send } from './suspending.ts';
import { newOfBuiltin } from './constructing.ts';
import { reflect } from './reflection.ts';
import { areQuiet } from './quiet-builtins.ts';
import { lengthOfSequence, sequenceKind } from './sequences.ts';
import { pack, unpack } from './structs.ts';
import { itemsOf } from '../virtuals.ts';

type Lowering = (b: Builder, args: readonly Node[]) => Node | null;

/** The length of a builtin container as an int; null for others. */
function lengthOf(b: Builder, node: Node): Node | null {
  if (sequenceKind(node.kinds) !== 0) return lengthOfSequence(b, node);
  const hasSize = node.kinds === kinds.DICT || node.kinds === kinds.SET;
  return hasSize ? b.int('length', '$0.size', [node], 0, 2 ** 32, READ) : null;
}

const len: Lowering = (b, [node]) => lengthOf(b, node);

const abs: Lowering = (b, [node]) => {
  if (isWithin(node.kinds, kinds.INT))
    return b.int('abs', 'Math.abs($0)', [node], 0, Math.max(Math.abs(node.low), Math.abs(node.high)));
  if (node.kinds === kinds.FLOAT) return b.double('abs', 'Math.abs($0)', [b.raw(node)]);
  return b.site().listed[0] === kinds.OTHER ? attemptRaising(b, 'abs', 'tamedAbs($0)', [node], kinds.FLOAT) : null;
};

const ord: Lowering = (b, [node]) => {
  if (node.kinds !== kinds.STR) return null;
  b.guard('$0.length === 1', [node], 'one character');
  return b.int('ord', '$0.charCodeAt(0)', [node], 0, 0xffff);
};

const chr: Lowering = (b, [node]) => {
  if (!isWithin(node.kinds, kinds.INT)) return null;
  b.guard('$0 >= 0 && $0 < 0xd800', [node], 'a code point of the basic plane');
  return b.pure('chr', 'String.fromCharCode($0)', [node], kinds.STR);
};

/** Both numbers of one kind: the first wins where they are equal. */
function extreme(symbol: string): Lowering {
  return (b, args) => {
    if (args.length >= 2 && args.every((node) => isWithin(node.kinds, kinds.INT))) return extremeInt(b, symbol, args);
    if (args.length !== 2) return null;
    const [left, right] = args;
    if (left.kinds !== kinds.FLOAT || right.kinds !== kinds.FLOAT) return null;
    return b.double('extreme', `$1 ${symbol} $0 ? $1 : $0`, [b.raw(left), b.raw(right)]);
  };
}

/** Equal ints cannot be told apart: it does not matter which of them wins. */
function extremeInt(b: Builder, symbol: string, args: readonly Node[]): Node {
  const name = symbol === '<' ? 'min' : 'max';
  const low = Math[name](...args.map((node) => node.low));
  const high = Math[name](...args.map((node) => node.high));
  const list = args.map((_node, index) => `$${index}`).join(', ');
  return b.int('extreme', `Math.${name}(${list})`, [...args], low, high);
}

/** The int, made sure to be an int32 unless the site has met another one. */
function int32(b: Builder, node: Node): Node {
  if (isInt32(node) || b.site().isWild) return node;
  b.guard('($0 | 0) === $0', [node], WILD);
  return b.refine(node, kinds.SMALL);
}

const range: Lowering = (b, args) => {
  const canBeInt32 = ({ kinds: known }: Node): boolean => isWithin(known, kinds.INT) && (known & kinds.SMALL) !== 0;
  if (args.length === 0 || args.length > 3 || !args.every(canBeInt32)) return null;
  const bounds = args.map((node) => int32(b, node));
  const start = args.length === 1 ? b.constant(0) : bounds[0];
  const stop = args.length === 1 ? bounds[0] : bounds[1];
  const step = args.length === 3 ? bounds[2] : b.constant(1);
  if (step.low <= 0 && step.high >= 0) b.guard('$0 !== 0', [step], 'step');
  // Its items and its length are safe ints.
  if (stop.high - start.low > MAX_SAFE || stop.low - start.high < -MAX_SAFE)
    b.guard('$1 - $0 <= MAX && $1 - $0 >= -MAX', [start, stop], 'small range');
  return b.pure('range', 'new Range($0, $1, $2)', [start, stop, step], kinds.RANGE);
};

const toFloat: Lowering = (b, args) => {
  if (args.length !== 1) return null;
  const [node] = args;
  if (node.kinds === kinds.FLOAT) return node;
  return isWithin(node.kinds, kinds.INT) ? b.double('float', '$0', [node]) : null;
};

const toInt: Lowering = (b, args) => {
  if (args.length !== 1) return null;
  const [node] = args;
  if (isWithin(node.kinds, kinds.INT)) return node;
  if (node.kinds !== kinds.FLOAT) return null;
  const int = b.int('int', 'Math.trunc($0) + 0', [b.raw(node)], -MAX_SAFE, MAX_SAFE);
  b.guard('$0 <= MAX && $0 >= -MAX', [int], 'small int');
  return int;
};

function isFloatOrInt({ kinds: known }: Node): boolean {
  return known === kinds.FLOAT || isWithin(known, kinds.INT);
}

/** Functions of doubles, where they say what they give for them: the rare results that are not finite are left to the interpreter. */
function ofFloats(b: Builder, { ofFloats: compute }: BuiltinDefinition, args: readonly Node[]): Node | null {
  if (compute === null || args.length !== compute.length || !args.every(isFloatOrInt)) return null;
  const list = args.map((_node, index) => `$${index + 1}`).join(', ');
  const result = b.double('math', `$0(${list})`, [b.object(compute), ...args.map((node) => b.raw(node))]);
  b.guard('$0 - $0 === 0', [result], 'finite result');
  return result;
}

/** A function of one double that cannot fail where the condition holds. */
function float1(condition: string | null, template: string): Lowering {
  return (b, args) => {
    if (args.length !== 1 || !isFloatOrInt(args[0])) return null;
    const raw = b.raw(args[0]);
    if (condition !== null) b.guard(condition, [raw], 'domain');
    return b.double('math', template, [raw]);
  };
}

/** `isinstance` with a class that has no `__instancecheck__`. */
const isInstance: Lowering = (b, args) => {
  if (args.length !== 2) return null;
  const [node, tested] = args;
  const classes = classesOf(tested);
  return classes === undefined ? null : isInstanceOf(b, node, classes);
};

/** `issubclass` of a class with one that has no `__subclasscheck__`. */
const isSubclass: Lowering = (b, args) => {
  if (args.length !== 2 || (args[0].kinds & b.site().listed[0]) !== kinds.TYPE) return null;
  const classes = classesOf(args[1]);
  if (classes === undefined || classes.length !== 1) return null;
  const derived = b.expect(args[0], kinds.TYPE);
  if (derived === null) return null;
  return b.read('issubclass', '$0.isSubtypeOf($1)', [derived, b.constant(classes[0] as Value)], kinds.BOOL);
};

/** A class without a metaclass, or several of them in a tuple that is made for the test. */
function classesOf(node: Node): readonly PyType[] | undefined {
  const made = original(node);
  const found = made.op === 'tuple' && made.inputs.length <= MAX_CLASSES ? made.inputs : [node];
  const classes = found.map((item) => (item.isConstant ? item.constant : undefined));
  const arePlain = classes.every((cls) => cls instanceof PyType && cls.shape.type === typeType);
  return arePlain ? (classes as unknown as readonly PyType[]) : undefined;
}

/** More classes are tested by a call. */
const MAX_CLASSES = 5;

/** The same of classes that have no metaclass: whether it is an instance of one of them. */
export function isInstanceOf(b: Builder, node: Node, classes: readonly PyType[]): Node {
  const shape = b.environment.shapeOf(node) ?? node.shape;
  if (shape !== undefined && shape !== null && classes.some((cls) => shape.type.isSubtypeOf(cls))) {
    b.expectVersion(shape.type);
    return b.constant(true);
  }
  // An object may claim another class by `__class__`: only a class found to be its own, or a base, is known at once.
  const inputs = [b.boxed(node), classes.length === 1 ? b.constant(classes[0] as Value) : b.object(classes)];
  const tests: string[] = [];
  for (const cls of classes) {
    if (cls.isHeapType) {
      tests.push(`$0 instanceof Instance && $0.shape.type === $${inputs.length}`);
      inputs.push(b.constant(cls as Value));
    } else if (TESTS[cls.name] !== undefined) tests.push(TESTS[cls.name]);
  }
  const last = classes.length === 1 ? 'isRealInstance($0, $1)' : 'isInstanceOfAny($0, $1)';
  return b.quiet('isinstance', [...tests, last].join(' || '), inputs, kinds.BOOL);
}

/** What is surely an instance of a builtin class. */
const TESTS: Record<string, string> = {
  int: "typeof $0 === 'number'",
  str: "typeof $0 === 'string'",
  float: '$0 instanceof Float',
  bool: "typeof $0 === 'boolean'",
  list: '$0?.shape === LIST_SHAPE',
  tuple: '$0?.shape === TUPLE_SHAPE',
  dict: '$0?.shape === DICT_SHAPE',
  set: '$0?.shape === SET_SHAPE',
};

/** Ids never change; whoever asks for one may have to be told of. */
const id: Lowering = (b, args) => {
  if (args.length !== 1 || auditor !== undefined) return null;
  b.rely(unaudited);
  return b.pure('id', 'identityOf($0)', [b.boxed(args[0])], kinds.INT | kinds.BIG);
};

/** What is text already. */
const fspath: Lowering = (_b, args) => (args.length === 1 && args[0].kinds === kinds.STR ? args[0] : null);

/** Of tuples, whose items decide whether Python code runs. */
const hash: Lowering = (b, args) =>
  args.length === 1 && b.site().listed[0] === kinds.TUPLE ? attempt(b, 'hash', 'tamedHash($0)', args, kinds.INT) : null;

/** Of tuples of numbers; those that were made in the unit need no trial. */
const sum: Lowering = (b, args) => {
  if (args.length !== 1 || b.site().listed[0] !== kinds.TUPLE || itemsOf(args[0]) !== null) return null;
  return attempt(b, 'sum', 'tamedSum($0)', args, kinds.INT | kinds.FLOAT);
};

/** `_abc` of a class and what is asked about, as the methods of `ABCMeta` call it. */
function ofAbstract(helper: string): Lowering {
  return (b, args) => (args.length === 2 ? attempt(b, 'abstract', `${helper}($0, $1)`, args, kinds.BOOL) : null);
}

const FUNCTIONS: Record<string, Lowering> = {
  '_abc._abc_instancecheck': ofAbstract('tamedAbstractInstance'),
  '_abc._abc_subclasscheck': ofAbstract('tamedAbstractSubclass'),
  hash,
  sum,
  len,
  id,
  abs,
  ord,
  chr,
  min: extreme('<'),
  max: extreme('>'),
  isinstance: isInstance,
  issubclass: isSubclass,
  'posix.fspath': fspath,
  '_struct.pack': pack,
  '_struct.unpack': unpack,
  'math.sqrt': float1('$0 >= 0', 'Math.sqrt($0)'),
  'math.fabs': float1(null, 'Math.abs($0)'),
};

/** Makes the iterator of a sequence that is the input number `index`. */
const MAKING: Record<number, (index: number) => string> = {
  [kinds.LIST]: (index) => `new ListIterator($${index})`,
  [kinds.TUPLE]: (index) => `new TupleIterator($${index})`,
  [kinds.STR]: (index) => `iterateText($${index})`,
  [kinds.BYTES]: (index) => `new BytesIterator($${index})`,
  [kinds.BYTEARRAY]: (index) => `new ByteArrayIterator($${index})`,
};

/** Sequences and ranges to iterate over: `inputs` and `texts` make their iterators. */
interface Iterated {
  readonly parts: Part[];
  readonly inputs: Node[];
  readonly texts: string[];
}

function isIterated({ kinds: known }: Node): boolean {
  return known === kinds.RANGE || MAKING[sequenceKind(known)] !== undefined;
}

/** Null if one is neither sequence nor range. */
function iterated(b: Builder, sequences: readonly Node[]): Iterated | null {
  if (!sequences.every(isIterated)) return null;
  const { listed } = b.site();
  const all: Iterated = { parts: [], inputs: [], texts: [] };
  sequences.forEach((sequence, index) => {
    const seen = (listed[index] ?? 0) & kinds.LIST & ~kinds.LIST_EMPTY;
    const counter = sequence.kinds === kinds.RANGE ? expectCounted(b, sequence) : null;
    all.parts.push({ sequence, seen: seen === 0 ? sequence.kinds & kinds.LIST & ~kinds.LIST_EMPTY : seen, counter });
    all.inputs.push(counter === null ? sequence : counter.iterator);
    all.texts.push(counter === null ? MAKING[sequenceKind(sequence.kinds)](index) : `$${index}`);
  });
  return all;
}

/** Over a sequence: a loop over it counts by itself (control.ts). */
const enumerate: Lowering = (b, args) => {
  if (args.length === 0 || args.length > 2) return null;
  const [node, start = b.constant(0)] = args;
  if (!isWithin(start.kinds, kinds.INT)) return null;
  const over = iterated(b, [node]);
  if (over === null) return null;
  // All numbers are safe ints.
  if (start.high > 2 ** 52) b.guard('$0 < 4503599627370496', [start], 'small start');
  const made = b.write('enumerate', `new Enumerate(${over.texts[0]}, $1)`, [over.inputs[0], start], kinds.OTHER);
  made.parts = over.parts;
  return made;
};

/** Over sequences: so does a loop over this. */
const zip: Lowering = (b, args) => {
  const over = args.length === 0 ? null : iterated(b, args);
  if (over === null) return null;
  const made = b.write('zip', `new Zip([${over.texts.join(', ')}], false)`, over.inputs, kinds.OTHER);
  made.parts = over.parts;
  return made;
};

const toText: Lowering = (b, args) => {
  if (args.length > 1) return decode(b, args);
  if (args.length !== 1 || !isWithin(args[0].kinds, kinds.INT)) return null;
  return b.pure('text', '`${$0}`', [args[0]], kinds.STR);
};

const CLASSES: Record<string, Lowering> = {
  ...CONTAINER_CLASSES,
  range,
  float: toFloat,
  int: toInt,
  str: toText,
  enumerate,
  zip,
};

/** Helpers for one argument, which spare the common ones the way through the class. */
const DIRECT: Record<string, string | undefined> = { int: 'constructInt', str: 'constructText' };

/** The form that a builtin has for calls with so many arguments; those that raise have none. */
function loweringOf(
  forms: Readonly<Record<string, Lowering>>,
  definition: BuiltinDefinition,
  count: number,
): Lowering | undefined {
  const lowering = definition.qualified === null ? undefined : forms[definition.qualified];
  return lowering !== undefined && takesPositional(definition, count) ? lowering : undefined;
}

/** A builtin function or class; `undefined` where it is left to the interpreter. */
export function builtinCall(b: Builder, callee: PyBuiltinFunction | PyType, args: readonly Node[]): Node | undefined {
  if (callee instanceof PyType) {
    return callee.isHeapType ? undefined : classCall(b, callee, args);
  }
  const { definition } = callee;
  const lowering = loweringOf(FUNCTIONS, definition, args.length);
  const isKnown =
    lowering !== undefined || (definition.qualified !== null && QUIET[definition.qualified] !== undefined);
  const checked = isKnown ? narrowed(b, args) : args;
  const result = lowering === undefined ? ofFloats(b, definition, checked) : lowering(b, checked);
  if (result !== null) return result;
  const made = newOfBuiltin(b, callee, args);
  if (made !== undefined) return made;
  const { listed } = b.site();
  const reflected = reflect(b, definition.qualified ?? '', checked, () => invoke(b, checked, definition, listed)!);
  if (reflected !== undefined) return reflected;
  if (isBound(callee)) return invoke(b, [b.constant(callee.self!), ...checked], definition, [0, ...listed]);
  return invoke(b, checked, definition, listed);
}

/** A call of a builtin class; `undefined` where it is left to the interpreter. */
function classCall(b: Builder, cls: PyType, args: readonly Node[]): Node | undefined {
  const lowering = CLASSES[cls.name];
  const quiet = QUIET_CLASSES[cls.name];
  const uses = usesOf(cls);
  if (lowering === undefined && quiet === undefined) return uses === undefined ? undefined : madeOf(b, cls, args, uses);
  const checked = narrowed(b, args);
  const result = lowering === undefined ? null : lowering(b, checked);
  if (result !== null) return result;
  if (uses !== undefined) return madeOf(b, cls, args, uses);
  if (quiet === undefined || args.length > (quiet.most ?? 1)) return undefined;
  if (!areQuiet(b, checked, quiet.wanted, b.site().listed)) return undefined;
  const list = checked.map((_node, index) => `, $${index + 1}`).join('');
  const boxed = checked.map((node) => b.boxed(node));
  const name = args.length === 1 ? (DIRECT[cls.name] ?? 'construct') : 'construct';
  return b.quiet('construct', `${name}($0${list})`, [b.constant(cls as Value), ...boxed], quiet.made);
}

/** An iterator of a builtin type. */
function madeOf(b: Builder, cls: PyType, args: readonly Node[], uses: readonly Use[]): Node | undefined {
  const list = args.map((_node, index) => `$${index + 2}`).join(', ');
  const inputs = [b.constant(cls as Value), b.object(uses), ...args];
  return attemptRaising(b, 'make', `tamedMake($0, [${list}], $1)`, inputs, kinds.OTHER) ?? undefined;
}

/** Kinds of arguments that builtins have forms for. */
const NARROWED = SIMPLE | kinds.LIST | kinds.TUPLE | kinds.DICT | kinds.BYTES | kinds.BYTEARRAY | kinds.RANGE;

/** The arguments, made sure to be of the kinds that the site has seen. `first`: how many come from before the list. */
function narrowed(b: Builder, args: readonly Node[], first: number = 0): readonly Node[] {
  const { listed } = b.site();
  return args.map((node, index) => {
    const seen = listed[index - first] ?? 0;
    const isVague =
      (node.kinds & (node.kinds - 1)) !== 0 && !isWithin(node.kinds, kinds.INT) && !isWithin(node.kinds, kinds.LIST);
    if (!isVague || seen === 0) return node;
    const wanted = isWithin(seen, kinds.INT) ? kinds.INT : isWithin(seen, kinds.LIST) ? kinds.LIST : seen;
    const isSingle = wanted === kinds.INT || wanted === kinds.LIST || (seen & (seen - 1)) === 0;
    if (!isSingle || (wanted & NARROWED) === 0) return node;
    return b.expect(node, wanted) ?? node;
  });
}

/** More arguments than these are passed in an array. */
const MOST_SINGLE = 3;

/** Calls the body of a builtin. */
function invoke(
  b: Builder,
  args: readonly Node[],
  definition: BuiltinDefinition,
  seen: readonly number[],
): Node | undefined {
  const { qualified } = definition;
  if (OBSERVING.has(qualified ?? definition.name)) return undefined;
  if (qualified !== null && HANDING_OVER.has(qualified)) return undefined;
  const wanted = qualified === null ? undefined : QUIET[qualified];
  if (wanted !== undefined && areQuiet(b, args, wanted, seen)) return invokeQuietly(b, args, definition);
  if (args.length === 0 || args.length > MOST_SINGLE) return undefined;
  const trial = qualified === null ? undefined : TRIALS[qualified];
  // Objects of Python classes have methods of their own for it.
  const isVain = b.environment.shapeOf(args[0])?.type.isHeapType === true;
  if (isVain || trial?.count !== args.length) return invokeWithFrames(b, args, definition);
  const tried = b.write(
    'trial',
    trial.template,
    args.map((node) => b.boxed(node)),
    kinds.BOUND,
  );
  return orElse(b, tried, UNTAMED_TEST, () => invokeWithFrames(b, args, definition));
}

/** What is tried before frames are made for a builtin: it answers UNTAMED, and has done nothing, where Python code would have a say. */
const TRIALS: Record<string, { readonly count: number; readonly template: string }> = {
  len: { count: 1, template: 'tamedLength($0)' },
  'list.index': { count: 2, template: 'tamedIndex($0, $1)' },
  'tuple.index': { count: 2, template: 'tamedIndex($0, $1)' },
};

function invokeWithFrames(b: Builder, args: readonly Node[], definition: BuiltinDefinition): Node {
  b.publish();
  const boxed = args.map((node) => b.boxed(node));
  const list = boxed.map((_node, index) => `, $${index + 1}`).join('');
  return runBuiltin(b, `invoke${args.length}($0${list})`, [b.object(definition), ...boxed]);
}

/** A call of something builtin that may run Python code, on frames that have been made. */
export function runBuiltin(b: Builder, text: string, inputs: Node[]): Node {
  const result = b.writeRunning('builtin', text, inputs, kinds.BOUND);
  b.checkRaised(result);
  b.environment.forget();
  b.outdate(b.words[b.pc + 1]);
  return result;
}

/** What builtins are known to answer. */
const RESULTS: Record<string, number> = {
  len: kinds.SMALL,
  ord: kinds.SMALL,
  chr: kinds.STR,
  'int.bit_length': kinds.SMALL,
  'int.bit_count': kinds.SMALL,
  'int.to_bytes': kinds.BYTES,
  'int.from_bytes': kinds.INT | kinds.BIG,
  'bytearray.append': kinds.NONE,
  'BytesIO.read': kinds.BYTES,
  'BytesIO.write': kinds.INT,
  any: kinds.BOOL,
  all: kinds.BOOL,
  bin: kinds.STR,
  hex: kinds.STR,
  sorted: kinds.LIST,
  'list.copy': kinds.LIST,
  'str.split': kinds.LIST,
  'str.join': kinds.STR,
  'str.strip': kinds.STR,
  'str.upper': kinds.STR,
  'str.lower': kinds.STR,
  'str.replace': kinds.STR,
  'str.startswith': kinds.BOOL,
  'str.endswith': kinds.BOOL,
  'str.isdigit': kinds.BOOL,
  'str.isalpha': kinds.BOOL,
  'str.isspace': kinds.BOOL,
  'str.find': kinds.INT,
  'math.sqrt': kinds.FLOAT,
  'math.hypot': kinds.FLOAT,
};

/** Strings of a builtin may be such as hold surrogates: they are no JavaScript strings. */
function resultKinds(name: string): number {
  const mask = RESULTS[name] ?? kinds.BOUND;
  return mask === kinds.STR ? kinds.BOUND : mask;
}

function invokeQuietly(b: Builder, args: readonly Node[], definition: BuiltinDefinition): Node {
  const boxed = args.map((node) => b.boxed(node));
  const made = resultKinds(definition.qualified!);
  if (definition.quick !== null && boxed.length === 2)
    return b.quiet('builtin', '$0($1, $2)', [b.object(definition.quick), ...boxed], made);
  const list = boxed.map((_node, index) => `$${index + 1}`);
  const defaults = defaultsBehind(definition, boxed.length);
  if (defaults !== null) {
    const others = defaults.map((value) => b.constant(value as Value | undefined));
    const run = definition.isLinear ? 'runLinearBody' : 'runBody';
    const given = [...list, ...others.map((_node, index) => `$${list.length + index + 1}`)].join(', ');
    return b.quiet('builtin', `${run}($0, ${given})`, [b.object(definition.body), ...boxed, ...others], made);
  }
  const inputs = [b.object(definition), ...boxed];
  const text =
    list.length > MOST_SINGLE
      ? `invokeItems($0, [${list.join(', ')}], null)`
      : `invoke${list.length}(${['$0', ...list].join(', ')})`;
  return b.quiet('builtin', text, inputs, made);
}

const bitLength: Lowering = (b, [int]) => {
  if (!isWithin(int.kinds, kinds.INT) || int.low < 0 || int.high >= 2 ** 32) return null;
  return b.int('bit_length', '32 - Math.clz32($0)', [int], 0, 32);
};

const appendByte: Lowering = (b, [array, byte]) => {
  if (array.kinds !== kinds.BYTEARRAY || !isWithin(byte.kinds, kinds.INT)) return null;
  if (byte.low < 0 || byte.high > 255) b.guard('$0 >= 0 && $0 <= 255', [byte], 'byte');
  b.quiet('append', '$0.append($1)', [array, byte]);
  return b.constant(null);
};

const METHODS: Record<string, Lowering> = {
  'generator.send': send,
  'coroutine.send': send,
  'int.bit_length': bitLength,
  'bytearray.append': appendByte,
  'str.encode': encode,
  'bytes.decode': decode,
  ...DICT_METHODS,
  ...LIST_METHODS,
  ...SET_METHODS,
};

export function builtinMethodCall(b: Builder, callee: PyMethodDescriptor, args: readonly Node[]): Node | undefined {
  const { definition } = callee;
  const lowering = loweringOf(METHODS, definition, args.length);
  const receiver = args.length === 0 ? undefined : receiverOf(b, callee, args[0]);
  if (receiver === undefined) return undefined;
  const isKnown =
    lowering !== undefined || (definition.qualified !== null && QUIET[definition.qualified] !== undefined);
  const all = [receiver, ...args.slice(1)];
  const { listed, masks } = b.site();
  const isListed = isPlainCall(b);
  const checked = isKnown ? narrowed(b, all, isListed ? 0 : 1) : all;
  const result = lowering === undefined ? null : lowering(b, checked);
  return result ?? invoke(b, checked, definition, isListed ? listed : [masks[1] ?? 0, ...listed]);
}

/** Whether the object of a method is among the arguments, as in `dict.get(items, key)`. */
function isPlainCall(b: Builder): boolean {
  const { words, pc } = b;
  return words[pc] === Op.Call || (words[pc] === Op.CallMethod && b.get(words[pc + 3]).kinds === kinds.UNBOUND);
}

/** A builtin method that comes bound to `self`. */
export function boundBuiltinCall(
  b: Builder,
  callee: PyBuiltinFunction,
  self: Node,
  args: readonly Node[],
): Node | undefined {
  const { definition } = callee;
  const mask = KINDS[definition.qualified?.split('.')[0] ?? ''];
  const receiver = mask === undefined ? self : b.expect(self, mask);
  if (receiver === null) return undefined;
  const lowering = loweringOf(METHODS, definition, args.length + 1);
  const isKnown =
    lowering !== undefined || (definition.qualified !== null && QUIET[definition.qualified] !== undefined);
  const checked = isKnown ? [receiver, ...narrowed(b, args)] : [receiver, ...args];
  const result = lowering === undefined ? null : lowering(b, checked);
  return result ?? invoke(b, checked, definition, [0, ...b.site().listed]);
}

/** The object that the method is called on, known to be of the method's own type. */
function receiverOf(b: Builder, callee: PyMethodDescriptor, node: Node): Node | undefined {
  const mask = KINDS[callee.owner.name];
  if (mask !== undefined && isWithin(node.kinds, mask)) return node;
  const shape = b.environment.shapeOf(node);
  if (mask !== undefined && shape === undefined && isPlainCall(b) && isWithin(b.site().listed[0] ?? 0, mask))
    return b.expect(node, mask) ?? undefined;
  if (shape === undefined) return receiverMet(b, callee, node);
  if (!shape.type.isSubtypeOf(callee.owner)) return undefined;
  return mask !== undefined && shape.type === callee.owner ? b.refine(node, mask) : node;
}

/** The object of a method that was loaded before Python code ran, as `__exit__` is: made sure to be what the site has met. */
function receiverMet(b: Builder, callee: PyMethodDescriptor, node: Node): Node | undefined {
  const { callees } = b.site();
  const [met] = callees;
  // The interpreter has bound it.
  if (callees.length !== 1 || !(met instanceof PyBuiltinFunction) || met.definition !== callee.definition)
    return undefined;
  const { self } = met;
  if (node.isConstant || self === null || typeof self !== 'object' || typeOf(self) !== callee.owner) return undefined;
  return b.expectShape(node, self.shape);
}

const KINDS: Record<string, number> = {
  list: kinds.LIST,
  dict: kinds.DICT,
  tuple: kinds.TUPLE,
  str: kinds.STR,
  bytes: kinds.BYTES,
  bytearray: kinds.BYTEARRAY,
  int: kinds.INT,
  set: kinds.SET,
};
