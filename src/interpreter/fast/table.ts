/**
 * The fast functions by opcode, for compiled code that leaves an instruction to the interpreter: the loop itself (dispatch.ts) names them one by
 * one, because V8 must know at each place which function is called. Instructions that end a block or change what is handled are not among them.
 */
import * as Op from '../../bytecode/opcodes.generated.ts';
import type { Value } from '../../objspace/object.ts';
import type { Frame } from '../frame.ts';
import * as arithmetic from './arithmetic.ts';
import * as attributes from './attributes.ts';
import * as bits from './bits.ts';
import * as calls from './calls.ts';
import * as cells from './cells.ts';
import * as comparisons from './comparisons.ts';
import * as displays from './displays.ts';
import * as flow from './flow.ts';
import * as items from './items.ts';
import * as patterns from './patterns.ts';
import * as names from './names.ts';

/** Executes the instruction at `pc`; answers the pc that follows or one of outcomes.ts. */
export type FastInstruction = (frame: Frame, registers: Value[], words: Int32Array, pc: number) => number;

export const FAST: Readonly<Record<number, FastInstruction | undefined>> = {
  [Op.MakeCell]: cells.makeCell,
  [Op.LoadCell]: cells.loadCell,
  [Op.StoreCell]: cells.storeCell,
  [Op.LoadFree]: cells.loadFree,
  [Op.StoreFree]: cells.storeFree,
  [Op.LoadFreeCell]: cells.loadFreeCell,
  [Op.LoadGlobal]: names.loadGlobal,
  [Op.StoreGlobal]: names.storeGlobal,
  [Op.LoadAttr]: attributes.loadAttr,
  [Op.StoreAttr]: attributes.storeAttr,
  [Op.LoadMethod]: attributes.loadMethod,
  [Op.Call]: calls.call,
  [Op.CallMethod]: calls.callMethod,
  [Op.Add]: arithmetic.add,
  [Op.InplaceAdd]: arithmetic.add,
  [Op.AddInt]: arithmetic.addInt,
  [Op.InplaceAddInt]: arithmetic.addInt,
  [Op.Subtract]: arithmetic.subtract,
  [Op.InplaceSubtract]: arithmetic.subtract,
  [Op.SubtractInt]: arithmetic.subtractInt,
  [Op.InplaceSubtractInt]: arithmetic.subtractInt,
  [Op.Multiply]: arithmetic.multiply,
  [Op.InplaceMultiply]: arithmetic.multiply,
  [Op.MultiplyInt]: arithmetic.multiplyInt,
  [Op.InplaceMultiplyInt]: arithmetic.multiplyInt,
  [Op.TrueDivide]: arithmetic.trueDivide,
  [Op.InplaceTrueDivide]: arithmetic.trueDivide,
  [Op.FloorDivide]: arithmetic.floorDivide,
  [Op.InplaceFloorDivide]: arithmetic.floorDivide,
  [Op.FloorDivideInt]: arithmetic.floorDivideInt,
  [Op.InplaceFloorDivideInt]: arithmetic.floorDivideInt,
  [Op.Modulo]: arithmetic.modulo,
  [Op.InplaceModulo]: arithmetic.modulo,
  [Op.ModuloInt]: arithmetic.moduloInt,
  [Op.InplaceModuloInt]: arithmetic.moduloInt,
  [Op.Negative]: arithmetic.negative,
  [Op.LeftShift]: bits.leftShift,
  [Op.InplaceLeftShift]: bits.leftShift,
  [Op.LeftShiftInt]: bits.leftShiftInt,
  [Op.InplaceLeftShiftInt]: bits.leftShiftInt,
  [Op.RightShift]: bits.rightShift,
  [Op.InplaceRightShift]: bits.rightShift,
  [Op.RightShiftInt]: bits.rightShiftInt,
  [Op.InplaceRightShiftInt]: bits.rightShiftInt,
  [Op.BitAnd]: bits.bitAnd,
  [Op.InplaceBitAnd]: bits.bitAnd,
  [Op.BitAndInt]: bits.bitAndInt,
  [Op.InplaceBitAndInt]: bits.bitAndInt,
  [Op.BitOr]: bits.bitOr,
  [Op.InplaceBitOr]: bits.bitOr,
  [Op.BitXor]: bits.bitXor,
  [Op.InplaceBitXor]: bits.bitXor,
  [Op.Less]: comparisons.less,
  [Op.LessInt]: comparisons.lessInt,
  [Op.LessEqual]: comparisons.lessEqual,
  [Op.LessEqualInt]: comparisons.lessEqualInt,
  [Op.Greater]: comparisons.greater,
  [Op.GreaterInt]: comparisons.greaterInt,
  [Op.GreaterEqual]: comparisons.greaterEqual,
  [Op.GreaterEqualInt]: comparisons.greaterEqualInt,
  [Op.Equal]: comparisons.equal,
  [Op.EqualInt]: comparisons.equalInt,
  [Op.NotEqual]: comparisons.notEqual,
  [Op.NotEqualInt]: comparisons.notEqualInt,
  [Op.Is]: comparisons.is,
  [Op.IsNot]: comparisons.isNot,
  [Op.Not]: comparisons.not,
  [Op.LoadItem]: items.loadItem,
  [Op.LoadItemInt]: items.loadItemInt,
  [Op.StoreItem]: items.storeItem,
  [Op.LoadSlice]: items.loadSlice,
  [Op.MatchSequence]: patterns.matchSequence,
  [Op.GetLength]: patterns.getLength,
  [Op.In]: items.contains,
  [Op.NotIn]: items.notContains,
  [Op.BuildTuple]: displays.buildTuple,
  [Op.BuildList]: displays.buildList,
  [Op.ListAppend]: displays.listAppend,
  [Op.ListExtend]: displays.listExtend,
  [Op.SetAdd]: displays.setAdd,
  [Op.MapAdd]: displays.mapAdd,
  [Op.UnpackSequence]: displays.unpackSequence,
  [Op.FormatValue]: displays.formatValue,
  [Op.BuildString]: displays.joinParts,
  [Op.GetIter]: flow.getIter,
  [Op.JumpIfTrue]: flow.jumpIfTrue,
  [Op.JumpIfFalse]: flow.jumpIfFalse,
  [Op.ForIter]: flow.forIterAlone,
};
