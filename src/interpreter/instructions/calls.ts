/** Calls in full: what is not a plain function with plain arguments, or a builtin with few. */
import * as Op from '../../bytecode/opcodes.generated.ts';
import type { Value } from '../../objspace/object.ts';
import { textOf } from '../../objspace/types/str/text.ts';
import type { PyTuple } from '../../objspace/types/tuple.ts';
import { callEx, callInstructionTarget } from '../call.ts';
import type { Next } from '../continuation.ts';
import type { Frame } from '../frame.ts';
import { collect } from '../operand-lists.ts';

function keywordNames(frame: Frame, constant: number): readonly string[] {
  const { items } = frame.runtime.constants[constant] as unknown as PyTuple;
  // Names outside the BMP are no bare strings.
  for (const item of items) if (typeof item !== 'string') return items.map(textOf);
  return items as readonly string[];
}

export function callInstruction(frame: Frame, opcode: number): Next {
  const { words } = frame.runtime;
  const registers = frame.registers as Value[];
  const { pc } = frame;
  const callee = registers[words[pc + 2]];
  switch (opcode) {
    case Op.Call:
      return callInstructionTarget(frame, callee, collect(words, pc + 4, registers), null, 5 + words[pc + 4]);
    case Op.CallMethod:
      return callInstructionTarget(frame, callee, withSelf(frame, pc + 5), null, 6 + words[pc + 5]);
    case Op.CallKw:
      return callInstructionTarget(
        frame,
        callee,
        collect(words, pc + 5, registers),
        keywordNames(frame, words[pc + 3]),
        6 + words[pc + 5],
      );
    case Op.CallMethodKw:
      return callInstructionTarget(
        frame,
        callee,
        withSelf(frame, pc + 6),
        keywordNames(frame, words[pc + 4]),
        7 + words[pc + 6],
      );
    default:
      return callEx(frame, callee, registers[words[pc + 3]], registers[words[pc + 4]], 5);
  }
}

/** Arguments of CallMethod and CallMethodKw: R[self] comes first if it is bound. */
function withSelf(frame: Frame, at: number): Value[] {
  const { words } = frame.runtime;
  const args = collect(words, at, frame.registers as Value[]);
  const self = frame.registers[words[frame.pc + 3]];
  if (self !== undefined) args.unshift(self);
  return args;
}
