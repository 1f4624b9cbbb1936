/** What observers hear of calls: those of builtins, and those of Python functions that make objects or go by `super`. */
import * as Op from '../bytecode/opcodes.generated.ts';
import { PyBuiltinFunction, PyMethodDescriptor } from '../objspace/gateway/builtin-function.ts';
import { EXIT, type Exit, type Value } from '../objspace/object.ts';
import { PyFunction, PyMethod } from '../objspace/types/function.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { PyTuple } from '../objspace/types/tuple.ts';
import { Continuation, Initialized, type Next, Stored } from './continuation.ts';
import { RAISED } from './outcomes.ts';
import { type Frame, FROM_CONSTRUCTOR, FROM_OPERATION } from './frame.ts';
import { placeOf } from './code-entry.ts';
import { callInstruction } from './instructions/calls.ts';
import { instruments } from './instruments.ts';
import { EVENT, fire, isMonitored, monitors } from './monitors.ts';
import { isImplicit } from './super-operands.ts';
import { profile, tracing } from './tracing.ts';

export function observeCall(frame: Frame, opcode: number): Next {
  const { code, pc } = frame;
  if (tracing.profile === null && !isMonitored(EVENT.CALL)) return pc;
  const callee = frame.registers[code.words[pc + 2]] as Value;
  // As in CPython, a call with `*args` tells of a bound method as it is, and not of its end.
  const isWhole = opcode === Op.CallEx && callee instanceof PyMethod;
  const shown = callee instanceof PyMethod && !isWhole ? callee.callable : callee;
  const first = firstArgument(frame, opcode, callee);
  if (fire(EVENT.CALL, code, pc, placeOf(pc), shown, first) === EXIT) return RAISED;
  if (isWhole) return pc;
  const builtin = builtinOf(shown, first);
  if (builtin !== null && profile(frame, 'c_call', builtin) === EXIT) return RAISED;
  const next = callInstruction(frame, opcode);
  if (typeof next !== 'number') return shown instanceof PyFunction ? next : reporting(next, frame, shown, first);
  frame.pc = pc;
  if (next >= 0) {
    if (fire(EVENT.C_RETURN, code, pc, placeOf(pc), shown, first) === EXIT) return RAISED;
    return builtin !== null && profile(frame, 'c_return', builtin) === EXIT ? RAISED : next;
  }
  if (fire(EVENT.C_RAISE, code, pc, placeOf(pc), shown, first) === true && builtin !== null)
    profile(frame, 'c_exception', builtin);
  return RAISED;
}

function firstArgument(frame: Frame, opcode: number, callee: Value): Value {
  const { words } = frame.code;
  const { pc, registers } = frame;
  const at = (index: number): Value => (words[index] > 0 ? (registers[words[index + 1]] as Value) : monitors.MISSING);
  if (callee instanceof PyMethod && opcode !== Op.CallEx) return callee.self;
  switch (opcode) {
    case Op.Call:
      return at(pc + 4);
    case Op.CallKw:
      return at(pc + 5);
    case Op.CallMethod:
    case Op.CallMethodKw: {
      const self = registers[words[pc + 3]];
      return self === undefined ? at(pc + (opcode === Op.CallMethod ? 5 : 6)) : self;
    }
    default: {
      const args = registers[words[pc + 3]] as Value;
      return firstOf(args);
    }
  }
}

/** Arguments of CallEx: other iterables have not been asked yet. */
function firstOf(args: Value): Value {
  if (!(args instanceof PyTuple) && !(args instanceof PyList)) return monitors.MISSING;
  const items = args instanceof PyTuple ? args.items : args.toArray();
  return items.length > 0 ? items[0] : monitors.MISSING;
}

/** To those who listen, making an object and calling an instance are calls of builtins, whether Python code does it or not. */
function reporting(made: Frame, back: Frame, shown: Value, first: Value): Frame {
  made.pending = new Reporting(continuationOf(made, back), shown, first);
  made.entry = FROM_OPERATION;
  return made;
}

/** What the call goes on with when the frame returns. */
function continuationOf({ entry, pending, returnPc }: Frame, back: Frame): Continuation {
  if (pending instanceof Continuation) return pending;
  const length = returnPc - back.pc;
  return entry === FROM_CONSTRUCTOR ? new Initialized(pending, length) : new Stored(length);
}

/** Reports that a call has ended. */
class Reporting extends Continuation {
  readonly inner: Continuation;
  readonly shown: Value;
  readonly first: Value;

  constructor(inner: Continuation, shown: Value, first: Value) {
    super();
    this.inner = inner;
    this.shown = shown;
    this.first = first;
  }

  resume(back: Frame, value: Value): Next {
    const next = this.inner.resume(back, value);
    if (typeof next !== 'number') return reporting(next, back, this.shown, this.first);
    return this.report(back, next >= 0 ? EVENT.C_RETURN : EVENT.C_RAISE) === EXIT ? RAISED : next;
  }

  override fail(back: Frame): Next {
    const next = this.inner.fail(back);
    return this.report(back, EVENT.C_RAISE) === EXIT ? RAISED : next;
  }

  private report({ code, pc }: Frame, event: number): true | Exit {
    if (!instruments.isActive || instruments.suspended > 0) return true;
    return fire(event, code, pc, placeOf(pc), this.shown, this.first);
  }
}

/** `super().name`, for which CPython tells of the call of `super` though it makes none. */
export function observeSuper(frame: Frame, opcode: number): Next {
  const { code, pc, registers } = frame;
  const operands = opcode === Op.LoadSuperAttr ? pc + 2 : pc + 3;
  const type = registers[code.words[operands]] as Value;
  const shown = registers[code.words[operands + 3]] as Value;
  const first = isImplicit(code, pc, code.words[operands], code.words[operands + 3]) ? monitors.MISSING : type;
  if (fire(EVENT.CALL, code, pc, placeOf(pc), shown, first) === EXIT) return RAISED;
  return fire(EVENT.C_RETURN, code, pc, placeOf(pc), shown, first) === EXIT ? RAISED : pc;
}

/** What a profile function sees of a builtin that is called: methods come bound; null for all else. */
function builtinOf(callee: Value, first: Value): Value {
  if (callee instanceof PyBuiltinFunction) return callee;
  if (!(callee instanceof PyMethodDescriptor)) return null;
  return new PyBuiltinFunction(callee.definition, first, null) as Value;
}
