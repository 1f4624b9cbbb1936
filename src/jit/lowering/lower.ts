/** What each instruction becomes. An instruction without a case is executed by the interpreter, on the unit's frame. */
import type { Builder } from '../builder.ts';
import { writesOf } from '../bytecode-flow.ts';
import * as kinds from '../kinds.ts';
import * as Op from '../../bytecode/opcodes.generated.ts';
import { instructionInfo } from '../../bytecode/operands.ts';
import * as attributes from './attributes.ts';
import * as calls from './calls.ts';
import * as control from './control.ts';
import type { Connect } from './control.ts';
import * as dictionaries from './dictionaries.ts';
import * as handling from './handling.ts';
import * as items from './items.ts';
import { unpackEx, unpackSequence } from './unpacking.ts';
import * as methods from './methods.ts';
import * as names from './names.ts';
import { type BinaryName, binary, compare, invert, negative } from './numbers.ts';
import type { Node } from '../graph.ts';
import { callEx } from './spread.ts';
import { complexArithmetic } from './complex.ts';
import { plainOperands } from './derived-values.ts';
import { comparison, mixedArithmetic, ofSets, operatorMethod } from './operators.ts';
import { compareBytes, sequenceOperator } from './sequence-operators.ts';
import * as patterns from './patterns.ts';
import * as simple from './simple.ts';
import { truthMethod, unaryMethod } from './special-methods.ts';
import * as suspending from './suspending.ts';
import { wideBinary } from './wide.ts';

interface Operator {
  readonly binary: BinaryName | undefined;
  readonly compare: string | undefined;
  /** Whether the right operand is a constant of the instruction. */
  readonly isImmediate: boolean;
}

const SYMBOLS: Record<string, string> = {
  Less: '<',
  LessEqual: '<=',
  Equal: '==',
  NotEqual: '!=',
  Greater: '>',
  GreaterEqual: '>=',
};

/** By opcode, as they are needed. */
const OPERATORS: (Operator | undefined)[] = [];

function isOperator(opcode: number): boolean {
  const isBinary = opcode >= Op.Add && opcode <= Op.InplaceBitAndInt;
  return isBinary || (opcode >= Op.Less && opcode <= Op.GreaterEqualInt);
}

function operatorOf(opcode: number): Operator {
  let operator = OPERATORS[opcode];
  if (operator === undefined) {
    const { mnemonic, operands } = instructionInfo(opcode);
    const plain = mnemonic.replace(/^Inplace/, '').replace(/Int$/, '');
    const isBinary = opcode <= Op.InplaceBitAndInt;
    operator = {
      binary: isBinary ? (plain as BinaryName) : undefined,
      compare: isBinary ? undefined : SYMBOLS[plain],
      isImmediate: operands[2].kind === 'int',
    };
    OPERATORS[opcode] = operator;
  }
  return operator;
}

type Lowering = (b: Builder, connect: Connect) => void;

const LOWERINGS: Record<number, Lowering> = {
  [Op.Move]: (b) => b.set(b.words[b.pc + 1], b.get(b.words[b.pc + 2])),
  [Op.LoadConst]: (b) => b.set(b.words[b.pc + 1], b.constant(b.context.runtime.constants[b.words[b.pc + 2]])),
  [Op.LoadInt]: (b) => b.set(b.words[b.pc + 1], b.constant(b.words[b.pc + 2])),
  [Op.LoadNone]: (b) => b.set(b.words[b.pc + 1], b.constant(null)),
  [Op.LoadTrue]: (b) => b.set(b.words[b.pc + 1], b.constant(true)),
  [Op.LoadFalse]: (b) => b.set(b.words[b.pc + 1], b.constant(false)),
  [Op.Unbind]: (b) => b.set(b.words[b.pc + 1], b.constant(undefined)),
  [Op.CheckBound]: (b) => simple.checkBound(b),
  [Op.MakeCell]: (b) => simple.makeCell(b),
  [Op.LoadCell]: (b) => simple.loadCell(b),
  [Op.StoreCell]: (b) => simple.storeCell(b),
  [Op.LoadFree]: (b) => simple.loadFree(b),
  [Op.StoreFree]: (b) => simple.storeFree(b),
  [Op.LoadFreeCell]: (b) => simple.loadFreeCell(b),
  [Op.LoadGlobal]: (b) => names.loadGlobal(b),
  [Op.StoreGlobal]: (b) => names.storeGlobal(b),
  [Op.LoadAttr]: (b) => attributes.loadAttr(b),
  [Op.StoreAttr]: (b) => attributes.storeAttr(b),
  [Op.DeleteAttr]: (b) => attributes.deleteAttr(b),
  [Op.LoadMethod]: (b) => methods.loadMethod(b),
  [Op.Call]: (b) => calls.call(b),
  [Op.CallMethod]: (b) => calls.callMethod(b),
  [Op.CallKw]: (b) => calls.callKw(b, false),
  [Op.CallMethodKw]: (b) => calls.callKw(b, true),
  [Op.CallEx]: (b) => callEx(b),
  [Op.Negative]: (b) => lowerUnary(b, negative),
  [Op.Positive]: (b) => lowerUnary(b, () => null),
  [Op.Invert]: (b) => lowerUnary(b, invert),
  [Op.Not]: (b) => lowerNot(b),
  [Op.Is]: (b) => simple.identity(b, false),
  [Op.IsNot]: (b) => simple.identity(b, true),
  [Op.In]: (b) => items.contains(b, false),
  [Op.NotIn]: (b) => items.contains(b, true),
  [Op.LoadItem]: (b) => items.loadItem(b, b.get(b.words[b.pc + 3]), b.site().masks[1]),
  [Op.LoadItemInt]: (b) => items.loadItem(b, b.constant(b.words[b.pc + 3]), kinds.SMALL),
  [Op.LoadSlice]: (b) => items.loadSlice(b),
  [Op.StoreSlice]: (b) => items.storeSlice(b),
  [Op.BuildSlice]: (b) => items.buildSlice(b),
  [Op.StoreItem]: (b) => items.storeItem(b),
  [Op.UnpackSequence]: (b) => unpackSequence(b),
  [Op.UnpackEx]: (b) => unpackEx(b),
  [Op.BuildTuple]: (b) => simple.buildTuple(b),
  [Op.BuildList]: (b) => simple.buildList(b),
  [Op.BuildMap]: (b) => dictionaries.buildMap(b),
  [Op.BuildConstMap]: (b) => dictionaries.buildConstMap(b),
  [Op.BuildSet]: (b) => dictionaries.buildSet(b),
  [Op.SetAdd]: (b) => dictionaries.setAdd(b),
  [Op.MapAdd]: (b) => dictionaries.mapAdd(b),
  [Op.MapUpdate]: (b) => dictionaries.takeUp(b, 'tamedUpdate'),
  [Op.MapMerge]: (b) => dictionaries.takeUp(b, 'tamedMerge'),
  [Op.DeleteItem]: (b) => dictionaries.deleteItem(b),
  [Op.MatchMapping]: (b) => patterns.matchMapping(b),
  [Op.MatchSequence]: (b) => patterns.matchSequence(b),
  [Op.MatchClass]: (b) => patterns.matchClass(b),
  [Op.GetLength]: (b) => patterns.getLength(b),
  [Op.MakeFunction]: (b) => simple.makeFunction(b),
  [Op.SetFunctionPart]: (b) => simple.setFunctionPart(b),
  [Op.ListAppend]: (b) => simple.listAppend(b),
  [Op.FormatValue]: (b) => simple.formatValue(b),
  [Op.FormatWithSpec]: (b) => simple.formatWithSpec(b),
  [Op.ConvertValue]: (b) => simple.convertValue(b),
  [Op.ListExtend]: (b) => simple.listExtend(b),
  [Op.LoadSpecial]: (b) => methods.loadSpecial(b),
  [Op.ListToTuple]: (b) => simple.listToTuple(b),
  [Op.LoadSuperAttr]: (b) => methods.loadSuperAttr(b),
  [Op.LoadSuperMethod]: (b) => methods.loadSuperMethod(b),
  [Op.BuildString]: (b) => simple.buildString(b),
  [Op.Jump]: (b, connect) => b.goto(connect(b.words[b.pc + 1])),
  [Op.LoopBack]: (b, connect) => b.loopBack(connect),
  [Op.JumpIfTrue]: (b, connect) => control.jumpIf(b, connect, true),
  [Op.JumpIfFalse]: (b, connect) => control.jumpIf(b, connect, false),
  [Op.JumpIfNone]: (b, connect) => control.jumpIfNone(b, connect, true),
  [Op.JumpIfNotNone]: (b, connect) => control.jumpIfNone(b, connect, false),
  [Op.GetIter]: (b) => control.getIter(b),
  [Op.ForIter]: (b, connect) => control.forIter(b, connect),
  [Op.EnterHandler]: (b) => handling.enterHandler(b),
  [Op.LeaveHandler]: (b) => handling.leaveHandler(b),
  [Op.MatchException]: (b) => handling.matchException(b),
  [Op.Raise]: (b) => handling.raise(b),
  [Op.Reraise]: (b) => handling.raiseAgain(b, 'raiseAgain($0)', [b.get(b.words[b.pc + 1])]),
  [Op.RaiseCurrent]: (b) => handling.raiseAgain(b, 'raiseCurrent()', []),
  [Op.RaiseFrom]: (b) => handling.raiseFrom(b),
  [Op.ExitContext]: (b) => calls.exitContext(b),
  [Op.Yield]: (b) => suspending.yieldValue(b),
  [Op.YieldFrom]: (b) => suspending.yieldFrom(b),
  [Op.GetYieldFromIter]: (b) => suspending.getYieldFromIter(b),
  [Op.GetAwaitable]: (b) => suspending.getAwaitable(b),
  [Op.GetAsyncIter]: (b) => suspending.getAsyncIter(b),
  [Op.GetAsyncNext]: (b) => suspending.getAsyncNext(b),
  [Op.EndAsyncFor]: (b) => handling.endAsyncFor(b),
  [Op.CallIntrinsic]: (b) => callIntrinsic(b),
  [Op.Return]: (b) => b.returnValue(b.get(b.words[b.pc + 1])),
  [Op.ReturnNone]: (b) => b.returnValue(b.constant(null)),
  [Op.Nop]: () => {},
};

export function lower(b: Builder, connect: Connect): void {
  const opcode = b.words[b.pc];
  if (b.site().isGeneric && isPlain(opcode)) lowerOther(b, opcode);
  else if (isOperator(opcode)) lowerOperator(b, opcode);
  else if (LOWERINGS[opcode] !== undefined) LOWERINGS[opcode](b, connect);
  else lowerOther(b, opcode);
}

/** Whether the interpreter can execute the instruction for the unit, which goes on behind it. */
function isPlain(opcode: number): boolean {
  const { raises, jumps, ends, suspends } = instructionInfo(opcode);
  return raises && !jumps && !ends && !suspends;
}

function callIntrinsic(b: Builder): void {
  if (!suspending.asyncGeneratorValue(b)) lowerOther(b, Op.CallIntrinsic);
}

/** Instructions that only the interpreter executes: those that suspend are done after leaving the unit. */
function lowerOther(b: Builder, opcode: number): void {
  const info = instructionInfo(opcode);
  if (info.ends || info.suspends) {
    b.leave(info.mnemonic);
    return;
  }
  b.residual();
  for (const register of writesOf(b.words, b.pc)) b.reload(register, kinds.BOUND | kinds.UNBOUND);
}

function lowerOperator(b: Builder, opcode: number): void {
  const { words, pc } = b;
  const { binary: name, compare: symbol, isImmediate } = operatorOf(opcode);
  const site = b.site();
  const given = isImmediate ? b.constant(words[pc + 3]) : b.get(words[pc + 3]);
  const object = b.get(words[pc + 2]);
  const [left, right] = plainOperands(b, opcode, object, given);
  if (name === undefined) {
    const answer = compare(b, symbol!, left, right, site.masks) ?? compareBytes(b, symbol!, left, right, site.masks);
    const method = answer ?? operatorMethod(b, opcode, left, right);
    putOrCall(b, method === undefined ? comparison(b, symbol!, left, right) : method);
    return;
  }
  const small = site.hasOverflowed ? null : binary(b, name, left, right, site);
  const wide = small ?? wideBinary(b, opcode, name, left, right);
  const other = wide ?? sequenceOperator(b, opcode, left, right);
  const refined = left === object ? b.get(words[pc + 2]) : left;
  const numbers = other ?? mixedArithmetic(b, opcode, refined, right);
  const result = numbers ?? complexArithmetic(b, opcode, refined, right);
  const method = result ?? operatorMethod(b, opcode, left, right);
  putOrCall(b, method === undefined ? ofSets(b, opcode, left, right) : method);
}

/** `undefined`: left to the interpreter; null: it never gives a value. */
function putOrCall(b: Builder, value: Node | null | undefined): void {
  const register = b.words[b.pc + 1];
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

function lowerUnary(b: Builder, ofNumber: (b: Builder, operand: Node, seen: number) => Node | null): void {
  const operand = b.get(b.words[b.pc + 2]);
  const number = ofNumber(b, operand, b.site().masks[0]);
  putOrCall(b, number ?? unaryMethod(b, b.words[b.pc], operand));
}

function lowerNot(b: Builder): void {
  const operand = b.get(b.words[b.pc + 2]);
  const answered = truthMethod(b, operand);
  if (answered === null) return;
  const condition = answered ?? control.truth(b, operand, b.site().masks[0]);
  put(b, condition === null ? null : b.pure('not', '!$0', [condition], kinds.BOOL));
}
