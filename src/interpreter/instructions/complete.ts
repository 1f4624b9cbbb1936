/**
 * Every instruction in full. The fast paths (fast/) take what is common; whatever they do not take comes here.
 */
import * as Op from '../../bytecode/opcodes.generated.ts';
import { EXIT } from '../../objspace/object.ts';
import { state } from '../../objspace/state.ts';
import type { Next } from '../continuation.ts';
import type { Frame } from '../frame.ts';
import { attributeInstruction } from './attributes.ts';
import { callInstruction } from './calls.ts';
import { hotSpots } from '../hot-spots.ts';
import { INSTRUMENTED, PROFILED } from '../instrumentation.ts';
import { observedInstruction } from '../observing.ts';
import { switchTo } from '../leaving.ts';
import { RAISED } from '../outcomes.ts';
import { safepointOfLoop } from '../suspension.ts';
import { itemInstruction } from './items.ts';
import { iterationInstruction } from './iteration.ts';
import {
  binaryInstruction,
  compareInstruction,
  containsInstruction,
  truthInstruction,
  unaryInstruction,
} from './operators.ts';
import { OTHER_CHAPTERS } from './other.ts';

type Chapter = (frame: Frame, opcode: number) => Next;

const CHAPTERS: Chapter[] = [...OTHER_CHAPTERS];
const declare = (chapter: Chapter, ...opcodes: number[]): void => {
  for (const opcode of opcodes) CHAPTERS[opcode] = chapter;
};

for (let opcode: number = Op.Add; opcode <= Op.InplaceBitAndInt; opcode++) declare(binaryInstruction, opcode);
declare(truthInstruction, Op.Not, Op.JumpIfTrue, Op.JumpIfFalse);
declare(unaryInstruction, Op.Negative, Op.Positive, Op.Invert);
for (let opcode: number = Op.Less; opcode <= Op.GreaterEqualInt; opcode++) declare(compareInstruction, opcode);
declare(containsInstruction, Op.In, Op.NotIn);
declare(itemInstruction, Op.LoadItem, Op.LoadItemInt, Op.StoreItem, Op.DeleteItem, Op.LoadSlice, Op.StoreSlice);
declare(
  attributeInstruction,
  Op.LoadAttr,
  Op.StoreAttr,
  Op.DeleteAttr,
  Op.LoadMethod,
  Op.LoadSuperAttr,
  Op.LoadSuperMethod,
  Op.LoadSpecial,
);
declare(callInstruction, Op.Call, Op.CallMethod, Op.CallKw, Op.CallMethodKw, Op.CallEx);
declare(observedInstruction, INSTRUMENTED);
declare((frame) => hotSpots.record(frame), PROFILED);
declare(iterationInstruction, Op.GetIter, Op.ForIter);

/** Executes the instruction at `pc`. */
export function executeInFull(frame: Frame, pc: number): number {
  frame.pc = pc;
  if (state.fuel < 0 && safepointOfLoop() === EXIT) return RAISED;
  const opcode = frame.runtime.words[pc];
  const next = CHAPTERS[opcode](frame, opcode);
  return typeof next === 'number' ? next : switchTo(next);
}
