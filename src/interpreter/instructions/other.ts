/** Instructions that are not hot enough for the loop, by chapter. Each answers the next pc, or RAISED. */
import * as Op from '../../bytecode/opcodes.generated.ts';
import { EXIT, type Value } from '../../objspace/object.ts';
import { len } from '../../objspace/operations.ts';
import { typeOf } from '../../objspace/type.ts';
import type { PyDict } from '../../objspace/types/dict/dict.ts';
import type { Cell, PyFunction } from '../../objspace/types/function.ts';
import type { PyList } from '../../objspace/types/list/list.ts';
import { PySlice } from '../../objspace/types/slice.ts';
import * as awaiting from '../awaiting.ts';
import { callInstructionTarget } from '../call.ts';
import { finish, type Next } from '../continuation.ts';
import { RAISED } from '../outcomes.ts';
import * as display from '../displays.ts';
import type { Frame } from '../frame.ts';
import * as imports from '../imports.ts';
import * as merging from '../merging.ts';
import { intrinsic } from '../intrinsics.ts';
import * as names from '../names.ts';
import { collect } from '../operand-lists.ts';
import * as patterns from '../patterns.ts';
import * as raising from '../raising.ts';

/** The next pc, or RAISED if `done` says so. */
function after(frame: Frame, done: unknown, length: number): number {
  return done === EXIT ? RAISED : frame.pc + length;
}

function nameInstruction(frame: Frame, opcode: number): Next {
  const { words } = frame.runtime;
  const registers = frame.registers as Value[];
  const { pc } = frame;
  switch (opcode) {
    case Op.CheckBound:
      return checkBound(frame, words[pc + 1]);
    case Op.LoadCell:
      return loadCell(frame, words[pc + 2]);
    case Op.LoadFree:
      return loadFree(frame, words[pc + 2]);
    case Op.DeleteCell:
      return deleteCell(frame);
    case Op.DeleteFree:
      return deleteFree(frame);
    case Op.LoadGlobal:
      return finish(frame, names.loadGlobal(frame, words[pc + 2], words[pc + 3]), 4);
    case Op.StoreGlobal:
      names.storeGlobal(frame, words[pc + 1], registers[words[pc + 2]], words[pc + 3]);
      return pc + 4;
    case Op.DeleteGlobal:
      return after(frame, names.deleteGlobal(frame, words[pc + 1]), 2);
    case Op.LoadName:
      return finish(frame, names.loadName(frame, words[pc + 2], words[pc + 3]), 4);
    case Op.StoreName:
      return after(frame, names.storeName(frame, words[pc + 1], registers[words[pc + 2]], words[pc + 3]), 4);
    case Op.DeleteName:
      return after(frame, names.deleteName(frame, words[pc + 1]), 2);
    case Op.LoadNameOrFree:
      return finish(frame, names.loadNameOrFree(frame, frame.namespace, words[pc + 2], words[pc + 3]), 4);
    case Op.LoadNameOrGlobal:
      return finish(frame, names.loadNameOrGlobal(frame, registers[words[pc + 2]], words[pc + 3]), 4);
    case Op.LoadMappingOrFree:
      return finish(frame, names.loadNameOrFree(frame, registers[words[pc + 2]], words[pc + 3], words[pc + 4]), 5);
    case Op.LoadNamespace:
      return finish(frame, frame.namespace, 2);
    case Op.LoadBuildClass:
      return finish(frame, names.loadBuildClass(frame), 2);
    default:
      return finish(frame, names.assertionErrorType(), 2);
  }
}

// The loop comes here only where a variable is unbound; compiled code also where it has been too often.

function checkBound(frame: Frame, register: number): Next {
  if (frame.registers[register] !== undefined) return frame.pc + 2;
  names.unboundLocal(frame, register);
  return RAISED;
}

function loadCell(frame: Frame, register: number): Next {
  const { contents } = frame.registers[register] as unknown as Cell;
  if (contents !== undefined) return finish(frame, contents, 3);
  names.unboundCell(frame, register);
  return RAISED;
}

function loadFree(frame: Frame, index: number): Next {
  const { contents } = frame.closure[index];
  if (contents !== undefined) return finish(frame, contents, 3);
  names.unboundFree(frame, index);
  return RAISED;
}

function deleteCell(frame: Frame): Next {
  const register = frame.runtime.words[frame.pc + 1];
  const cell = frame.registers[register] as unknown as Cell;
  if (cell.contents === undefined) {
    names.unboundCell(frame, register);
    return RAISED;
  }
  cell.contents = undefined;
  return frame.pc + 2;
}

function deleteFree(frame: Frame): Next {
  const index = frame.runtime.words[frame.pc + 1];
  const cell = frame.closure[index];
  if (cell.contents === undefined) {
    names.unboundFree(frame, index);
    return RAISED;
  }
  cell.contents = undefined;
  return frame.pc + 2;
}

function displayInstruction(frame: Frame, opcode: number): Next {
  const { words, constants } = frame.runtime;
  const registers = frame.registers as Value[];
  const { pc } = frame;
  switch (opcode) {
    case Op.BuildSlice:
      return finish(
        frame,
        new PySlice(registers[words[pc + 2]], registers[words[pc + 3]], registers[words[pc + 4]]) as unknown as Value,
        5,
      );
    case Op.BuildSet:
      return finish(frame, display.buildSet(collect(words, pc + 2, registers)), 3 + words[pc + 2]);
    case Op.BuildMap:
      return finish(frame, display.buildMap(collect(words, pc + 2, registers)), 3 + words[pc + 2]);
    case Op.BuildConstMap:
      return finish(
        frame,
        display.buildConstMap(constants[words[pc + 2]], collect(words, pc + 3, registers)),
        4 + words[pc + 3],
      );
    case Op.ListExtend:
      return after(
        frame,
        display.listExtend(registers[words[pc + 1]] as unknown as PyList, registers[words[pc + 2]]),
        3,
      );
    case Op.ListToTuple:
      return finish(frame, display.listToTuple(registers[words[pc + 2]] as unknown as PyList), 3);
    case Op.SetAdd:
      return after(frame, display.setAdd(registers[words[pc + 1]], registers[words[pc + 2]]), 3);
    case Op.SetUpdate:
      return after(frame, display.setUpdate(registers[words[pc + 1]], registers[words[pc + 2]]), 3);
    case Op.MapAdd:
      return after(
        frame,
        (registers[words[pc + 1]] as unknown as PyDict).set(registers[words[pc + 2]], registers[words[pc + 3]]),
        4,
      );
    case Op.MapUpdate:
      return after(
        frame,
        merging.mapUpdate(registers[words[pc + 1]] as unknown as PyDict, registers[words[pc + 2]]),
        3,
      );
    case Op.MapMerge:
      return after(
        frame,
        merging.mapMerge(
          registers[words[pc + 1]] as unknown as PyDict,
          registers[words[pc + 2]],
          registers[words[pc + 3]],
        ),
        4,
      );
    case Op.UnpackSequence:
      return unpacked(frame, display.unpack(registers[words[pc + 1]], words[pc + 3]));
    default:
      return unpacked(
        frame,
        display.unpackEx(registers[words[pc + 1]], words[pc + 2], words[pc + 3] - 1 - words[pc + 2]),
      );
  }
}

/** Stores items into the registers listed from word 4 on. */
function unpacked(frame: Frame, items: readonly Value[] | typeof EXIT): Next {
  if (items === EXIT) return RAISED;
  const { words } = frame.runtime;
  const count = words[frame.pc + 3];
  for (let index = 0; index < count; index++)
    frame.registers[words[frame.pc + 4 + index]] = (items as readonly Value[])[index];
  return frame.pc + 4 + count;
}

function stringInstruction(frame: Frame, opcode: number): Next {
  const { words } = frame.runtime;
  const registers = frame.registers as Value[];
  const { pc } = frame;
  switch (opcode) {
    case Op.FormatValue:
      return finish(frame, display.formatted(registers[words[pc + 2]], ''), 3);
    case Op.FormatWithSpec:
      return finish(frame, display.formatted(registers[words[pc + 2]], registers[words[pc + 3]]), 4);
    case Op.ConvertValue:
      return finish(frame, display.converted(registers[words[pc + 2]], words[pc + 3]), 4);
    case Op.BuildInterpolation:
      return finish(
        frame,
        display.buildInterpolation(
          registers[words[pc + 2]],
          registers[words[pc + 3]],
          words[pc + 4],
          registers[words[pc + 5]],
        ),
        6,
      );
    default:
      return finish(frame, display.buildTemplate(registers[words[pc + 2]], registers[words[pc + 3]]), 4);
  }
}

function functionInstruction(frame: Frame, opcode: number): Next {
  const { words, constants } = frame.runtime;
  const registers = frame.registers as Value[];
  const { pc } = frame;
  switch (opcode) {
    case Op.MakeFunction:
      return finish(
        frame,
        display.makeFunction(frame, constants[words[pc + 2]], collect(words, pc + 3, registers)),
        4 + words[pc + 3],
      );
    case Op.SetFunctionPart:
      display.setFunctionPart(
        registers[words[pc + 1]] as unknown as PyFunction,
        words[pc + 2],
        registers[words[pc + 3]],
      );
      return pc + 4;
    case Op.CallIntrinsic:
      return finish(frame, intrinsic(words[pc + 2], collect(words, pc + 3, registers), frame), 4 + words[pc + 3]);
    case Op.ImportName:
      return finish(
        frame,
        imports.importName(frame, words[pc + 2], registers[words[pc + 3]], registers[words[pc + 4]]),
        5,
      );
    default:
      return finish(frame, imports.importFrom(registers[words[pc + 2]], frame.runtime.names[words[pc + 3]]), 4);
  }
}

function exceptionInstruction(frame: Frame, opcode: number): Next {
  const { words } = frame.runtime;
  const registers = frame.registers as Value[];
  const { pc } = frame;
  switch (opcode) {
    case Op.Raise:
      raising.raiseValue(registers[words[pc + 1]]);
      return RAISED;
    case Op.RaiseFrom:
      raising.raiseFrom(registers[words[pc + 1]], registers[words[pc + 2]]);
      return RAISED;
    case Op.MatchException:
      return finish(frame, raising.matchException(registers[words[pc + 2]], registers[words[pc + 3]]), 4);
    case Op.MatchExceptionGroup: {
      const result = raising.matchExceptionGroup(registers[words[pc + 3]], registers[words[pc + 4]]);
      if (result === EXIT) return RAISED;
      registers[words[pc + 1]] = (result as raising.GroupMatch).rest;
      registers[words[pc + 2]] = (result as raising.GroupMatch).match;
      return pc + 5;
    }
    default: {
      const args = raising.exitArguments(registers[words[pc + 4]]);
      const self = frame.registers[words[pc + 3]];
      if (self !== undefined) args.unshift(self);
      return callInstructionTarget(frame, registers[words[pc + 2]], args, null, 5);
    }
  }
}

function awaitInstruction(frame: Frame, opcode: number): Next {
  const { words } = frame.runtime;
  const value = frame.registers[words[frame.pc + 2]] as Value;
  switch (opcode) {
    case Op.GetYieldFromIter:
      return finish(frame, awaiting.yieldFromIterator(frame, value), 3);
    case Op.GetAwaitable:
      return finish(frame, awaiting.awaitableIterator(value, words[frame.pc + 3]), 4);
    case Op.GetAsyncIter:
      return finish(frame, awaiting.asyncIterator(value), 3);
    default:
      return finish(frame, awaiting.asyncNext(value), 3);
  }
}

function patternInstruction(frame: Frame, opcode: number): Next {
  const { words, constants } = frame.runtime;
  const registers = frame.registers as Value[];
  const { pc } = frame;
  const subject = registers[words[pc + 2]];
  switch (opcode) {
    case Op.MatchMapping:
      return finish(frame, typeOf(subject).pattern === 'mapping', 3);
    case Op.MatchSequence:
      return finish(frame, typeOf(subject).pattern === 'sequence', 3);
    case Op.MatchKeys:
      return finish(frame, patterns.matchKeys(subject, registers[words[pc + 3]]), 4);
    case Op.MatchClass:
      return finish(
        frame,
        patterns.matchClass(subject, registers[words[pc + 3]], words[pc + 4], constants[words[pc + 5]]),
        6,
      );
    default:
      return finish(frame, len(subject), 3);
  }
}

type Chapter = (frame: Frame, opcode: number) => Next;

const chapters: Chapter[] = [];
const declare = (chapter: Chapter, ...opcodes: number[]): void => {
  for (const opcode of opcodes) chapters[opcode] = chapter;
};

declare(
  nameInstruction,
  Op.CheckBound,
  Op.LoadCell,
  Op.LoadFree,
  Op.DeleteCell,
  Op.DeleteFree,
  Op.LoadGlobal,
  Op.StoreGlobal,
  Op.DeleteGlobal,
  Op.LoadName,
  Op.StoreName,
  Op.DeleteName,
  Op.LoadNameOrFree,
  Op.LoadNameOrGlobal,
  Op.LoadMappingOrFree,
  Op.LoadNamespace,
  Op.LoadBuildClass,
  Op.LoadAssertionError,
);
declare(
  displayInstruction,
  Op.BuildSlice,
  Op.BuildSet,
  Op.BuildMap,
  Op.BuildConstMap,
  Op.ListExtend,
  Op.ListToTuple,
  Op.SetAdd,
  Op.SetUpdate,
  Op.MapAdd,
  Op.MapUpdate,
  Op.MapMerge,
  Op.UnpackSequence,
  Op.UnpackEx,
);
declare(stringInstruction, Op.FormatValue, Op.FormatWithSpec, Op.ConvertValue, Op.BuildInterpolation, Op.BuildTemplate);
declare(functionInstruction, Op.MakeFunction, Op.SetFunctionPart, Op.CallIntrinsic, Op.ImportName, Op.ImportFrom);
declare(exceptionInstruction, Op.Raise, Op.RaiseFrom, Op.MatchException, Op.MatchExceptionGroup, Op.ExitContext);
declare(awaitInstruction, Op.GetYieldFromIter, Op.GetAwaitable, Op.GetAsyncIter, Op.GetAsyncNext);
declare(patternInstruction, Op.MatchMapping, Op.MatchSequence, Op.MatchKeys, Op.MatchClass, Op.GetLength);

/** The chapter of every opcode that belongs to none of the other files. */
export const OTHER_CHAPTERS: readonly Chapter[] = chapters;
