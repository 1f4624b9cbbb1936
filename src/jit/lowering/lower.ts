/** What each instruction becomes. An instruction without a case is executed by the interpreter, on the unit's frame. */
import type { Builder } from '../builder.ts';
import { writesOf } from '../bytecode-flow.ts';
import * as kinds from '../kinds.ts';
import * as Op from '../../bytecode/opcodes.generated.ts';
import { INSTRUCTION_INFO } from '../../bytecode/operands.ts';
import * as attributes from './attributes.ts';
import * as calls from './calls.ts';
import * as control from './control.ts';
import type { Connect } from './control.ts';
import * as items from './items.ts';
import * as names from './names.ts';
import { type BinaryName, binary, compare, negative } from './numbers.ts';
import type { Node } from '../graph.ts';
import { mixedArithmetic, operatorMethod } from './operators.ts';
import * as simple from './simple.ts';

const BINARY: Record<number, BinaryName> = {};
const COMPARE: Record<number, string> = {};
/** Opcodes whose right operand is a constant of the instruction. */
const IMMEDIATE = new Set<number>();

const SYMBOLS: Record<string, string> = { Less: '<', LessEqual: '<=', Equal: '==', NotEqual: '!=', Greater: '>', GreaterEqual: '>=' };

INSTRUCTION_INFO.forEach(({ mnemonic, opcode, operands }) => {
  const plain = mnemonic.replace(/^Inplace/, '').replace(/Int$/, '');
  if (opcode >= Op.Add && opcode <= Op.InplaceBitAndInt) BINARY[opcode] = plain as BinaryName;
  else if (opcode >= Op.Less && opcode <= Op.GreaterEqualInt) COMPARE[opcode] = SYMBOLS[plain];
  else return;
  if (operands[2].kind === 'int') IMMEDIATE.add(opcode);
});

export function lower(b: Builder, connect: Connect): void {
  const { words, pc } = b;
  const opcode = words[pc];
  if (BINARY[opcode] !== undefined) return lowerBinary(b, opcode);
  if (COMPARE[opcode] !== undefined) return lowerCompare(b, opcode);
  switch (opcode) {
    case Op.Move:
      return b.set(words[pc + 1], b.get(words[pc + 2]));
    case Op.LoadConst:
      return b.set(words[pc + 1], b.constant(b.context.runtime.constants[words[pc + 2]]));
    case Op.LoadInt:
      return b.set(words[pc + 1], b.constant(words[pc + 2]));
    case Op.LoadNone:
      return b.set(words[pc + 1], b.constant(null));
    case Op.LoadTrue:
      return b.set(words[pc + 1], b.constant(true));
    case Op.LoadFalse:
      return b.set(words[pc + 1], b.constant(false));
    case Op.Unbind:
      return b.set(words[pc + 1], b.constant(undefined));
    case Op.Nop:
      return;
    case Op.CheckBound:
      return simple.checkBound(b);
    case Op.MakeCell:
      return simple.makeCell(b);
    case Op.LoadCell:
      return simple.loadCell(b);
    case Op.StoreCell:
      return simple.storeCell(b);
    case Op.LoadFree:
      return simple.loadFree(b);
    case Op.StoreFree:
      return simple.storeFree(b);
    case Op.LoadFreeCell:
      return simple.loadFreeCell(b);
    case Op.LoadGlobal:
      return names.loadGlobal(b);
    case Op.StoreGlobal:
      return names.storeGlobal(b);
    case Op.LoadAttr:
      return attributes.loadAttr(b);
    case Op.StoreAttr:
      return attributes.storeAttr(b);
    case Op.LoadMethod:
      return attributes.loadMethod(b);
    case Op.Call:
      return calls.call(b);
    case Op.CallMethod:
      return calls.callMethod(b);
    case Op.CallKw:
      return calls.callKw(b, false);
    case Op.CallMethodKw:
      return calls.callKw(b, true);
    case Op.Negative:
      return lowerNegative(b);
    case Op.Not:
      return lowerNot(b);
    case Op.Is:
      return simple.identity(b, false);
    case Op.IsNot:
      return simple.identity(b, true);
    case Op.In:
      return items.contains(b, false);
    case Op.NotIn:
      return items.contains(b, true);
    case Op.LoadItem:
      return items.loadItem(b, b.get(words[pc + 3]), b.site().masks[1]);
    case Op.LoadItemInt:
      return items.loadItem(b, b.constant(words[pc + 3]), kinds.SMALL);
    case Op.LoadSlice:
      return items.loadSlice(b);
    case Op.StoreSlice:
      return items.storeSlice(b);
    case Op.BuildSlice:
      return items.buildSlice(b);
    case Op.StoreItem:
      return items.storeItem(b);
    case Op.UnpackSequence:
      return items.unpackSequence(b);
    case Op.BuildTuple:
      return simple.buildTuple(b);
    case Op.BuildList:
      return simple.buildList(b);
    case Op.ListAppend:
      return simple.listAppend(b);
    case Op.FormatValue:
      return simple.formatValue(b);
    case Op.FormatWithSpec:
      return simple.formatWithSpec(b);
    case Op.ConvertValue:
      return simple.convertValue(b);
    case Op.ListExtend:
      return simple.listExtend(b);
    case Op.LoadSuperMethod:
      return attributes.loadSuperMethod(b);
    case Op.BuildString:
      return simple.buildString(b);
    case Op.Jump:
      return b.goto(connect(words[pc + 1]));
    case Op.LoopBack:
      return b.loopBack(connect);
    case Op.JumpIfTrue:
      return control.jumpIf(b, connect, true);
    case Op.JumpIfFalse:
      return control.jumpIf(b, connect, false);
    case Op.JumpIfNone:
      return control.jumpIfNone(b, connect, true);
    case Op.JumpIfNotNone:
      return control.jumpIfNone(b, connect, false);
    case Op.GetIter:
      return control.getIter(b);
    case Op.ForIter:
      return control.forIter(b, connect);
    case Op.Return:
      return b.returnValue(b.get(words[pc + 1]));
    case Op.ReturnNone:
      return b.returnValue(b.constant(null));
    default:
      return lowerOther(b, opcode);
  }
}

/** Instructions that change what is handled. */
const LEAVING: ReadonlySet<number> = new Set([Op.EnterHandler, Op.LeaveHandler, Op.EndAsyncFor]);

/** Instructions that only the interpreter executes: those that change what is handled, or suspend, are done after leaving the unit. */
function lowerOther(b: Builder, opcode: number): void {
  const info = INSTRUCTION_INFO[opcode];
  if (info.ends || info.suspends || LEAVING.has(opcode)) {
    b.leave(info.mnemonic);
    return;
  }
  b.residual();
  for (const register of writesOf(b.words, b.pc)) b.reload(register, kinds.BOUND | kinds.UNBOUND);
}

function lowerBinary(b: Builder, opcode: number): void {
  const { words, pc } = b;
  const right = IMMEDIATE.has(opcode) ? b.constant(words[pc + 3]) : b.get(words[pc + 3]);
  const left = b.get(words[pc + 2]);
  const site = b.site();
  const small = site.hasOverflowed ? null : binary(b, BINARY[opcode], left, right, site.masks);
  putOrCall(b, opcode, left, right, small ?? mixedArithmetic(b, opcode, b.get(words[pc + 2]), right));
}

/** What is no operation of the machine may be a method. */
function putOrCall(b: Builder, opcode: number, left: Node, right: Node, result: Node | null): void {
  const register = b.words[b.pc + 1];
  const value = result ?? operatorMethod(b, opcode, left, right);
  if (value === undefined) {
    b.residual();
    b.reload(register);
  } else if (value !== null) b.set(register, value);
}

function put(b: Builder, result: ReturnType<typeof binary>): void {
  const register = b.words[b.pc + 1];
  if (result !== null) b.set(register, result);
  else {
    b.residual();
    b.reload(register);
  }
}

function lowerCompare(b: Builder, opcode: number): void {
  const { words, pc } = b;
  const right = IMMEDIATE.has(opcode) ? b.constant(words[pc + 3]) : b.get(words[pc + 3]);
  const left = b.get(words[pc + 2]);
  putOrCall(b, opcode, left, right, compare(b, COMPARE[opcode], left, right, b.site().masks));
}

function lowerNegative(b: Builder): void {
  put(b, negative(b, b.get(b.words[b.pc + 2]), b.site().masks[0]));
}

function lowerNot(b: Builder): void {
  const condition = control.truth(b, b.get(b.words[b.pc + 2]), b.site().masks[0]);
  put(b, condition === null ? null : b.pure('not', '!$0', [condition], kinds.BOOL));
}
