/** The frames of a unit, from what it knows: made where somebody may look at them, and rebuilt where it is left. */
import { AfterNew } from '../interpreter/call.ts';
import { continuationOf } from '../interpreter/instructions/operators.ts';
import { Frame, FROM_CONSTRUCTOR, FROM_HOST, FROM_OPERATION } from '../interpreter/frame.ts';
import type { PyGenerator } from '../interpreter/generator.ts';
import type { RuntimeCode } from '../interpreter/runtime-code.ts';
import type { Value } from '../objspace/object.ts';
import { initPlace, PyInstance } from '../objspace/instance.ts';
import { iter } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import { PyEnumerate } from '../objspace/types/enumerate.ts';
import { PyFloat } from '../objspace/types/float.ts';
import type { PyFunction } from '../objspace/types/function.ts';
import type { PyListIterator } from '../objspace/types/list/iterator.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { PyRange } from '../objspace/types/range.ts';
import { PyRangeIterator } from '../objspace/types/range-iterator.ts';
import { PyStrAsciiIterator, PyStrIterator } from '../objspace/types/str/iterator.ts';
import { PyTuple } from '../objspace/types/tuple.ts';
import { PyZip } from '../objspace/types/zip.ts';
import { pushAwaited } from './awaited.ts';
import { pushConsumed } from './consuming.ts';
import { returnPcOf } from './departure.ts';
import { Construction } from './context.ts';
import type { Exit, FramePlan, ObjectPlan, Source } from './exits.ts';
import { UNMADE } from './graph.ts';
import { pushResumed } from './places.ts';
import type { Unit } from './unit.ts';

/** The frame of a unit that was called directly. */
export function open(unit: Unit, fn: PyFunction): Frame {
  unit.countFrame();
  const back = state.frame as Frame;
  const frame = new Frame(unit.state.runtime, fn, null, back, state.handled);
  frame.returnPc = returnPcOf(back);
  if (back === state.hostCaller) frame.entry = FROM_HOST;
  state.frame = frame;
  return frame;
}

/** The same where the caller has no frame so far (bare.ts). */
export function openLoose(runtime: RuntimeCode, fn: PyFunction): Frame {
  return new Frame(runtime, fn, null, null, state.handled);
}

/** The frame of an inlined call. */
export function push(runtime: RuntimeCode, fn: PyFunction, back: Frame, returnPc: number, made?: Value): Frame {
  const frame = new Frame(runtime, fn, null, back, state.handled);
  frame.returnPc = returnPc;
  if (made !== undefined) {
    frame.entry = FROM_CONSTRUCTOR;
    frame.pending = made;
  }
  return frame;
}

/** The frame of an inlined method of an operator. */
export function pushOperation(
  runtime: RuntimeCode,
  fn: PyFunction,
  back: Frame,
  opcode: number,
  left: Value,
  right: Value,
  isInplace: boolean,
): Frame {
  const frame = new Frame(runtime, fn, null, back, state.handled);
  frame.entry = FROM_OPERATION;
  frame.pending = continuationOf(opcode, left, right, isInplace);
  return frame;
}

/** The frame of an inlined `__new__`. */
export function pushNew(
  runtime: RuntimeCode,
  fn: PyFunction,
  back: Frame,
  { cls, names, length }: Construction,
  args: Value[],
): Frame {
  const frame = new Frame(runtime, fn, null, back, state.handled);
  frame.entry = FROM_OPERATION;
  frame.pending = new AfterNew(cls, args, names.length === 0 ? null : names, length);
  return frame;
}

/** The frames at a way out, upon or from the unit's own one. Gives the innermost one. */
export function rebuildFrames(exit: Exit, outer: Frame, passed: readonly unknown[]): Frame {
  const { frames } = exit;
  const values = new ExitValues(passed);
  let frame = outer;
  for (let index = 0; index < frames.length; index++) frame = rebuild(frames[index], frame, index === 0, values);
  return frame;
}

function rebuild(plan: FramePlan, below: Frame, isOuter: boolean, values: ExitValues): Frame {
  const { pc } = plan.state;
  let frame = below;
  if (!isOuter) {
    const made = plan.made === null ? undefined : (values.of(plan.made) as Value);
    const known = plan.frame < 0 ? null : (values.passed[plan.frame] as Frame | null);
    frame = known ?? newFrame(plan, below, made, values);
  }
  for (const source of plan.sources) frame.registers[source.register] = values.of(source);
  frame.pc = pc;
  return frame;
}

function newFrame(plan: FramePlan, below: Frame, made: Value | undefined, values: ExitValues): Frame {
  const { context } = plan.state;
  if (plan.resumed !== null)
    return pushResumed(values.of(plan.resumed) as unknown as PyGenerator, below, context.returnPc);
  const fn = values.of(plan.callee!) as unknown as PyFunction;
  if (context.consumer !== null) return pushConsumed(context.runtime, fn, below, context.consumer.consumption);
  if (context.awaitedAt >= 0) return pushAwaited(context.runtime, fn, below, context.awaitedAt);
  const { operation } = context;
  if (operation === null) return push(context.runtime, fn, below, context.returnPc, made);
  if (operation instanceof Construction) {
    const args = plan.operands.map((source) => values.of(source) as Value);
    return pushNew(context.runtime, fn, below, operation, args);
  }
  const [left, right] = plan.operands.map((source) => values.of(source) as Value);
  const opcode = context.parent!.runtime.code.words[context.callPc];
  return pushOperation(context.runtime, fn, below, opcode, left, right, operation.isInplace);
}

/** Puts the iterator of a sequence where the unit has got to. */
function moveIterator(iterator: unknown, position: number): void {
  if (iterator instanceof PyEnumerate) moveEnumerate(iterator, position);
  else if (iterator instanceof PyStrIterator || iterator instanceof PyStrAsciiIterator) iterator.offset = position;
  else if (iterator instanceof PyZip) moveZip(iterator, position);
  else if (iterator instanceof PyRangeIterator) iterator.moveTo(position);
  else (iterator as PyListIterator).index = position;
}

export function moveZip({ iterators }: PyZip, position: number): void {
  for (const iterator of iterators) moveIterator(iterator, position);
}

/** The same for `enumerate`, which has counted as many items as its iterator has given. */
export function moveEnumerate(enumeration: PyEnumerate, position: number): void {
  const { iterator } = enumeration;
  (enumeration.index as number) += position - positionOf(iterator);
  moveIterator(iterator, position);
}

/** How many items the iterator of a sequence or range has given. */
function positionOf(iterator: unknown): number {
  if (iterator instanceof PyRangeIterator) return iterator.position;
  if (iterator instanceof PyStrIterator || iterator instanceof PyStrAsciiIterator) return iterator.offset;
  return (iterator as PyListIterator).index;
}

/** What a way out passes on, and the objects that are made there. */
class ExitValues {
  readonly passed: readonly unknown[];
  private readonly made: Map<ObjectPlan, Value>;

  constructor(passed: readonly unknown[]) {
    this.passed = passed;
    this.made = new Map();
  }

  of(source: Source): Value | undefined {
    const value = this.valueOf(source);
    if (source.position >= 0) {
      const position = this.passed[source.position] as number;
      if (source.remaining < 0) moveIterator(value, position);
      else {
        (value as PyRangeIterator).current = position;
        (value as PyRangeIterator).remaining = this.passed[source.remaining] as number;
      }
    }
    return value;
  }

  private valueOf({ object, argument, constant, isRaw }: Source): Value | undefined {
    if (argument < 0) return object === null ? constant : this.object(object);
    const value = this.passed[argument];
    if (object !== null && value === UNMADE) return this.object(object);
    return isRaw ? (new PyFloat(value as number) as Value) : (value as Value);
  }

  private object(plan: ObjectPlan): Value {
    if (plan.kind === 'float') return this.of(plan.fields[0]) as Value;
    return this.made.get(plan) ?? this.make(plan);
  }

  private make(plan: ObjectPlan): Value {
    switch (plan.kind) {
      case 'tuple':
        return this.tuple(plan);
      case 'list':
        return this.list(plan);
      case 'range':
      case 'iterator':
        return this.ofLoop(plan);
      default:
        return this.instance(plan);
    }
  }

  private ofLoop(plan: ObjectPlan): Value {
    const [first, ...rest] = plan.fields.map((source) => this.of(source) as Value);
    const made =
      plan.kind === 'range' ? new PyRange(first as number, rest[0] as number, rest[1] as number) : iter(first);
    this.made.set(plan, made as Value);
    return made as Value;
  }

  private list(plan: ObjectPlan): Value {
    const list = PyList.of(plan.fields.map((source) => this.of(source) as Value)) as Value;
    this.made.set(plan, list);
    return list;
  }

  private tuple(plan: ObjectPlan): Value {
    const tuple = new PyTuple([]);
    this.made.set(plan, tuple as Value);
    PyTuple.fill(
      tuple,
      plan.fields.map((source) => this.of(source) as Value),
    );
    return tuple as Value;
  }

  private instance(plan: ObjectPlan): Value {
    const instance = new PyInstance(plan.shape!);
    this.made.set(plan, instance as Value);
    for (const source of plan.fields) initPlace(instance, source.register, this.of(source));
    return instance as Value;
  }
}
