/**
 * V8 compiles the loop for the instructions that it has seen, and throws the result away when another one comes: the loop then crawls for
 * the tenth of a second that compiling it again takes. Programs meet most operators long after the loop is hot, so each is executed
 * once beforehand, on small ints, which costs a millisecond: not at the start, but as soon as a program has taken some hundred steps.
 */
import { CO_OPTIMIZED, Code } from '../bytecode/code.ts';
import * as Op from '../bytecode/opcodes.generated.ts';
import { EXIT } from '../objspace/object.ts';
import { state } from '../objspace/state.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { run } from './dispatch.ts';
import { Frame, FROM_HOST } from './frame.ts';
import { runtimeOf } from './runtime-code.ts';
import { preparation } from './safepoint.ts';

const RESULT = 2;
const ITEMS = 3;
/** V8 begins to note what it sees when a function has run for a while. */
const TIMES = 30;

/** Operators with a result, two operands and a cache. */
const OPERATORS = [
  Op.Add,
  Op.Subtract,
  Op.Multiply,
  Op.TrueDivide,
  Op.FloorDivide,
  Op.Modulo,
  Op.LeftShift,
  Op.RightShift,
  Op.BitAnd,
  Op.BitOr,
  Op.BitXor,
  Op.AddInt,
  Op.SubtractInt,
  Op.MultiplyInt,
  Op.FloorDivideInt,
  Op.ModuloInt,
  Op.LeftShiftInt,
  Op.RightShiftInt,
  Op.BitAndInt,
  Op.Less,
  Op.LessEqual,
  Op.Equal,
  Op.NotEqual,
  Op.Greater,
  Op.GreaterEqual,
  Op.LessInt,
  Op.LessEqualInt,
  Op.EqualInt,
  Op.NotEqualInt,
  Op.GreaterInt,
  Op.GreaterEqualInt,
];

/** R[0] and R[1] are ints, R[2] takes the results. */
function operatorWords(): number[] {
  const words: number[] = [];
  for (const opcode of OPERATORS) words.push(opcode, RESULT, 0, 1, 0);
  words.push(Op.Negative, RESULT, 0, 0);
  words.push(Op.Is, RESULT, 0, 1, Op.IsNot, RESULT, 0, 1);
  words.push(Op.LoadTrue, RESULT, Op.Not, RESULT, RESULT);
  words.push(Op.MakeCell, RESULT, Op.StoreCell, RESULT, 0, Op.LoadCell, RESULT, RESULT);
  words.push(Op.BuildTuple, ITEMS, 2, 0, 1, Op.UnpackSequence, ITEMS, 0, 2, RESULT, RESULT);
  words.push(Op.BuildList, ITEMS, 3, 0, 0, 0, Op.ListAppend, ITEMS, 0, Op.StoreItem, ITEMS, 1, 0, 0);
  words.push(Op.LoadItem, RESULT, ITEMS, 1, 0, Op.LoadItemInt, RESULT, ITEMS, 0, 0);
  words.push(Op.In, RESULT, 0, ITEMS, 0, Op.NotIn, RESULT, 0, ITEMS, 0);
  words.push(Op.FormatValue, RESULT, 0, Op.BuildString, RESULT, 1, RESULT);
  words.push(Op.ReturnNone);
  return words;
}

function operatorCode(): Code {
  return new Code({
    name: 'rehearsal',
    qualname: 'rehearsal',
    filename: '<rehearsal>',
    firstLine: 1,
    flags: CO_OPTIMIZED,
    argcount: 0,
    posonlyargcount: 0,
    kwonlyargcount: 0,
    varnames: [],
    cellvars: [],
    cellRegisters: [],
    freevars: [],
    names: [],
    constants: [],
    words: Int32Array.from(operatorWords()),
    handlers: [],
    positions: new Uint8Array(0),
    registerCount: 4,
    cacheCount: 1,
  });
}

/** Executes every operator a few times. Deep in a recursion there may be no room for it; then it is left out. */
function rehearse(): void {
  const runtime = runtimeOf(operatorCode());
  const globals = new PyDict();
  for (let time = 0; time < TIMES; time++) {
    const frame = new Frame(runtime, { globals, builtins: globals, closure: [] }, null, null, state.handled);
    frame.registers[0] = 5;
    frame.registers[1] = 3;
    frame.entry = FROM_HOST;
    if (run(frame) === EXIT) {
      state.exception = null;
      return;
    }
  }
}

let isKnown = false;

/** Has it done, once in a process, as soon as a program is worth it. */
export function rehearseWhenWorthIt(): void {
  if (isKnown) return;
  isKnown = true;
  preparation.run = rehearse;
  preparation.isWanted = true;
}
