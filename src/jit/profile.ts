/**
 * Profiles: what the operands of each instruction have been, recorded for some dozens of executions before a code is compiled.
 *
 * While a code is profiled its opcodes are replaced in the loop's own array, as instrumentation.ts does it: each instruction comes here
 * first, is recorded, and is put back for one execution. So the interpreter pays nothing for profiles at all other times.
 */
import type { Code } from '../bytecode/code.ts';
import * as Op from '../bytecode/opcodes.generated.ts';
import { instructionInfo, instructionLength } from '../bytecode/operands.ts';
import type { Frame } from '../interpreter/frame.ts';
import { INSTRUMENTED, PROFILED } from '../interpreter/instrumentation.ts';
import type { RuntimeCode } from '../interpreter/runtime-code.ts';
import type { Value } from '../objspace/object.ts';
import { type HasMachineItems, hasMachineItems, type ItemFormat } from '../objspace/item-format.ts';
import { PyInstance } from '../objspace/instance.ts';
import { PyBuiltinFunction } from '../objspace/gateway/builtin-function.ts';
import { PyGenerator } from '../interpreter/generator.ts';
import { PyFunction, PyMethod } from '../objspace/types/function.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { PyTuple } from '../objspace/types/tuple.ts';
import { PyZip } from '../objspace/types/zip.ts';
import { PyType } from '../objspace/type.ts';
import type { Shape } from '../objspace/shape.ts';
import { BIG, kindOf } from './kinds.ts';
import { notePlace, type Place } from './places.ts';
import { rangeOf } from './ranges.ts';

/** More shapes or callees than this are not told apart. */
const MAX_SEEN = 8;

/** No arguments so far. */
const NOT_SEEN = -2;

/** What one instruction has seen. */
export class Site {
  /** Kinds of its operands that are registers, in their order (those of a list not counted). */
  readonly masks: number[];
  /** Shapes of the object it works on: the first such operand. */
  readonly shapes: Shape[];
  /** Shapes of the second operand. */
  readonly rightShapes: Shape[];
  /** What was called. */
  readonly callees: Value[];
  /** Classes that the first operand was: of `super` and of attributes of classes. */
  readonly values: Value[];
  /** Classes that the second operand was: of `super`. */
  readonly rightClasses: Value[];
  /** How the items of the arrays and memoryviews that it works on are in memory; null before one was met. */
  format: ItemFormat | null | 'several';
  /** Whether there were several functions of the same code among the callees, or methods of the same function. */
  isByCode: boolean;
  /** Of a loop over generators, and of calls of their methods: where it has resumed them. */
  readonly places: Place[];
  /** Kinds of the operands in a list: the arguments of a call. */
  readonly listed: number[];
  /** Ranges of the ints among the operands (ranges.ts). */
  readonly ranges: number[];
  /** Why guards of the instruction have failed often in units that were dropped. */
  readonly mistakes: Set<string>;
  /** Whether profiles do not help: the interpreter executes the instruction. */
  isGeneric: boolean;
  /** Whether the result of an int operation has left the safe range. */
  hasOverflowed: boolean;
  /** Whether compiled code has met an operand whose own methods decide, where it expected none. */
  isWild: boolean;
  /**
   * Of `f(*args)` and `[*items]`: how many items the tuple or list had; of a loop over a `zip`, how many iterators that goes over. -1 if not
   * always the same number, or if the `zip` is strict.
   */
  spread: number;
  /** Of `f(**kwargs)`: whether there were any keywords. */
  hasKeywords: boolean;

  constructor(count: number) {
    this.masks = new Array(count).fill(0);
    this.ranges = new Array(count).fill(0);
    this.shapes = [];
    this.rightShapes = [];
    this.callees = [];
    this.values = [];
    this.rightClasses = [];
    this.format = null;
    this.isByCode = false;
    this.places = [];
    this.listed = [];
    this.mistakes = new Set();
    this.isGeneric = false;
    this.hasOverflowed = false;
    this.isWild = false;
    this.spread = NOT_SEEN;
    this.hasKeywords = false;
  }

  /** A number that grows with each kind of operands and each callee that is seen for the first time. Shapes do not count: there may be many. */
  get seen(): number {
    return sum(this.masks) + sum(this.listed) + sum(this.ranges) + this.callees.length;
  }
}

function sum(numbers: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < numbers.length; index++) total += numbers[index] ?? 0;
  return total;
}

/** What of an opcode's operands is recorded. */
interface Recorded {
  /** Places of the operands that are read registers. */
  readonly reads: readonly number[];
  /** Where a list of operands has its count; 0 if there is none. */
  readonly list: number;
}

/** By opcode, as they are needed. */
const RECORDED: (Recorded | undefined)[] = [];

function recordedOf(opcode: number): Recorded {
  return (RECORDED[opcode] ??= makeRecorded(opcode));
}

function makeRecorded(opcode: number): Recorded {
  const { operands } = instructionInfo(opcode);
  const reads = operands.flatMap(({ kind }, index) => (kind === 'reg' || kind === 'var' ? [index + 1] : []));
  return { reads, list: operands.at(-1)?.kind === 'regs' ? operands.length : 0 };
}

/** Operands of a list beyond this many are not recorded. */
const MAX_LISTED = 6;

/** The operand whose shape, or which itself, decides what an instruction does. */
function isCall(opcode: number): boolean {
  return (opcode >= Op.Call && opcode <= Op.CallEx) || opcode === Op.ExitContext;
}

function isArithmetic(opcode: number): boolean {
  return opcode >= Op.Add && opcode <= Op.InplaceBitAndInt;
}

export class Profile {
  /** By pc. */
  readonly sites: (Site | undefined)[];
  /** Kinds of all registers at a loop header, as they came from the back-edge. */
  readonly headers: Map<number, Int32Array>;
  /** Ranges of the ints in these registers. */
  readonly headerRanges: Map<number, Int32Array>;
  /** How many instructions may still be recorded: a code that is seldom entered must not stay slow. */
  budget: number;
  /** The operator that was recorded last, and in which frame; -1 if the last instruction was none. */
  private last: number;
  private lastFrame: Frame | null;
  /** How often the first instruction was recorded. */
  calls: number;
  /** Where instructions begin that are executed so seldom that units are left there. */
  readonly seldom: Set<number>;

  constructor(code: Code) {
    this.sites = new Array(code.words.length).fill(undefined);
    this.headers = new Map();
    this.headerRanges = new Map();
    this.budget = 0;
    this.last = -1;
    this.lastFrame = null;
    this.calls = 0;
    this.seldom = new Set();
  }

  isVisited(pc: number): boolean {
    return this.sites[pc] !== undefined;
  }

  /** How much is known of an instruction, and of the registers if it is a loop header: a number that grows with each thing learnt. */
  seenAt(pc: number): number {
    return (this.sites[pc]?.seen ?? 0) + sum(this.headers.get(pc) ?? []) + sum(this.headerRanges.get(pc) ?? []);
  }

  record(frame: Frame, pc: number): void {
    this.budget--;
    if (pc === 0) this.calls++;
    const { words } = frame.runtime.code;
    const { registers } = frame;
    const opcode = words[pc];
    const { reads, list } = recordedOf(opcode);
    const site = (this.sites[pc] ??= new Site(reads.length));
    this.noteResult(frame, pc);
    for (let index = 0; index < reads.length; index++) {
      const value = registers[words[pc + reads[index]]];
      site.masks[index] |= kindOf(value);
      site.ranges[index] |= rangeOf(value);
    }
    if (reads.length > 0) note(site, opcode, registers[words[pc + reads[0]]] as Value);
    if (opcode === Op.ForIter) noteIterator(site, registers[words[pc + 2]]);
    else if (opcode === Op.CallMethod) noteReceiver(site, registers[words[pc + 3]]);
    if (reads.length > 1) noteRight(site, registers[words[pc + reads[1]]] as Value);
    if (list !== 0) recordList(site, words, pc + list, registers);
    if (opcode === Op.CallEx) noteSpread(site, registers[words[pc + 3]] as Value, registers[words[pc + 4]]);
    else if (opcode === Op.ListExtend) noteSpread(site, registers[words[pc + 2]] as Value);
    if (opcode === Op.LoopBack) this.recordHeader(frame, words[pc + 1]);
  }

  /** A frame has come to `pc` otherwise than compiled code expected. */
  learn(frame: Frame, pc: number): void {
    this.record(frame, pc);
    if (this.headers.has(pc)) this.recordHeader(frame, pc);
  }

  /** Whether the operation that this frame has executed before has given a bigint. */
  private noteResult(frame: Frame, pc: number): void {
    const { words } = frame.runtime.code;
    const { last } = this;
    if (last >= 0 && this.lastFrame === frame && last + instructionLength(words, last) === pc) {
      if (kindOf(frame.registers[words[last + 1]]) === BIG) this.sites[last]!.hasOverflowed = true;
    }
    this.last = isArithmetic(words[pc]) ? pc : -1;
    this.lastFrame = this.last < 0 ? null : frame;
  }

  private recordHeader(frame: Frame, target: number): void {
    const { registers, runtime } = frame;
    const masks = ofHeader(this.headers, runtime.registerCount, target);
    const ranges = ofHeader(this.headerRanges, runtime.registerCount, target);
    for (let index = 0; index < masks.length; index++) {
      masks[index] |= kindOf(registers[index]);
      ranges[index] |= rangeOf(registers[index]);
    }
  }
}

function ofHeader(headers: Map<number, Int32Array>, count: number, target: number): Int32Array {
  let recorded = headers.get(target);
  if (recorded === undefined) {
    recorded = new Int32Array(count);
    headers.set(target, recorded);
  }
  return recorded;
}

function note(site: Site, opcode: number, value: Value): void {
  if (value === null || typeof value !== 'object') return;
  if (isCall(opcode)) noteCallee(site, value);
  else {
    noteShape(site.shapes, value);
    noteClass(site.values, value);
    if (hasMachineItems(value.shape)) noteFormat(site, (value as unknown as HasMachineItems).format);
  }
}

function noteRight(site: Site, value: Value): void {
  noteShape(site.rightShapes, value);
  noteClass(site.rightClasses, value);
}

function noteClass(seen: Value[], value: Value): void {
  if (value instanceof PyType && seen.length < MAX_SEEN && !seen.includes(value)) seen.push(value);
}

function noteFormat(site: Site, format: ItemFormat | undefined): void {
  const isKnown = format !== undefined && (site.format === null || site.format === format);
  site.format = isKnown ? format : 'several';
}

function noteIterator(site: Site, iterator: Value | undefined): void {
  if (iterator instanceof PyGenerator) notePlace(site.places, iterator);
  else if (iterator instanceof PyZip) noteCount(site, iterator.isStrict ? -1 : iterator.iterators.length);
}

function noteReceiver(site: Site, self: Value | undefined): void {
  if (self instanceof PyGenerator) notePlace(site.places, self);
}

function noteCallee(site: Site, value: Value & object): void {
  const { callees } = site;
  for (const seen of callees) {
    if (seen === value) return;
    if (!isSameCode(seen as Value & object, value)) continue;
    site.isByCode = true;
    return;
  }
  if (callees.length < MAX_SEEN) callees.push(value);
}

function noteSpread(site: Site, starred: Value, mapping?: Value): void {
  if (mapping instanceof PyDict && mapping.size > 0) site.hasKeywords = true;
  const count = starred instanceof PyTuple ? starred.length : starred instanceof PyList ? starred.length : -1;
  noteCount(site, count);
}

function noteCount(site: Site, count: number): void {
  site.spread = site.spread === NOT_SEEN || site.spread === count ? count : -1;
}

/** Whether calling the one is calling the other, but for what they carry. */
function isSameCode(left: Value & object, right: Value & object): boolean {
  if (left instanceof PyFunction && right instanceof PyFunction)
    return left.code === right.code && left.globals === right.globals;
  if (left instanceof PyMethod && right instanceof PyMethod) return left.callable === right.callable;
  if (left instanceof PyInstance && right instanceof PyInstance) return left.shape === right.shape;
  return (
    left instanceof PyBuiltinFunction && right instanceof PyBuiltinFunction && left.definition === right.definition
  );
}

/** Puts the shapes that objects have now in place of stale ones. */
export function renewShapes(list: Shape[]): void {
  if (!list.some(({ isStale }) => isStale)) return;
  const renewed = new Set(list.map((shape) => (shape.isStale ? shape.renewed() : shape)));
  list.length = 0;
  list.push(...renewed);
}

function noteShape(list: Shape[], value: Value | undefined): void {
  if (value === null || typeof value !== 'object' || value.shape.isStale) return;
  if (list.length < MAX_SEEN && !list.includes(value.shape)) list.push(value.shape);
}

function recordList(site: Site, words: Int32Array, list: number, registers: readonly (Value | undefined)[]): void {
  const count = Math.min(words[list], MAX_LISTED);
  for (let index = 0; index < count; index++)
    site.listed[index] = (site.listed[index] ?? 0) | kindOf(registers[words[list + 1 + index]]);
}

/** The instruction that has been put back for one execution. */
let openWords: Int32Array | null = null;
let openPc = 0;

/** Begins to profile a code; not while it is observed, which replaces the same opcodes. */
export function startProfiling(runtime: RuntimeCode): void {
  if (runtime.isInstrumented) return;
  const { code, words } = runtime;
  if (code.words === words) code.words = words.slice();
  const clean = code.words;
  for (let pc = 0; pc < clean.length; pc += instructionLength(clean, pc)) words[pc] = PROFILED;
}

export function stopProfiling(runtime: RuntimeCode): void {
  if (openWords === runtime.words) openWords = null;
  if (!runtime.isInstrumented) runtime.words.set(runtime.code.words);
}

/** A profiled instruction: recorded, and executed next. */
export function profiledInstruction(frame: Frame, profile: Profile | null): number {
  const { pc, runtime } = frame;
  if (openWords !== null) {
    if (openWords[openPc] !== INSTRUMENTED) openWords[openPc] = PROFILED;
    openWords = null;
  }
  runtime.words[pc] = runtime.code.words[pc];
  if (profile === null) return pc;
  profile.record(frame, pc);
  openWords = runtime.words;
  openPc = pc;
  return pc;
}
