/** The Reraise that ends a handler: what it stands for in CPython, where a clean-up of its own raises once more. */
import * as Op from '../bytecode/opcodes.generated.ts';
import type { Code } from '../bytecode/code.ts';
import { prepareReraiseStar } from '../bytecode/intrinsics.generated.ts';
import { instructionLength } from '../bytecode/operands.ts';
import { lineTable } from './instrumentation.ts';

const LEAVE_HANDLER_LENGTH = 2;

/** Whether the Reraise at `pc` ends a handler that begins nowhere: those of `with` begin at its manager. */
export function endsUnplaced(code: Code, pc: number): boolean {
  return raisesAgain(code, pc) >= 0 && unplacedBeginning(code, pc) >= 0;
}

/** Where the handler that the Reraise at `pc` ends is entered, if that is on no line; otherwise -1. */
function unplacedBeginning(code: Code, pc: number): number {
  const { words } = code;
  const saved = words[pc - LEAVE_HANDLER_LENGTH + 1];
  let begin = -1;
  for (let at = 0; at < pc; at += instructionLength(words, at))
    if (words[at] === Op.EnterHandler && words[at + 1] === saved) begin = at;
  return begin >= 0 && lineTable(code).lines[begin] < 0 ? begin : -1;
}

/**
 * Where the clean-up raises again what the Reraise at `pc`, the end of a handler, has raised. If nothing else needs the clean-up, there is
 * none: then the beginning of the handler stands for it, if it is on no line, too. -1 if the Reraise does not end a handler.
 */
export function raisesAgain(code: Code, pc: number): number {
  const { words, handlers } = code;
  const isHandler = (at: number): boolean => handlers.some(({ target }) => target === at);
  const before = pc - LEAVE_HANDLER_LENGTH;
  if (words[pc] !== Op.Reraise || before < 0 || !isInstruction(code, before, Op.LeaveHandler) || isHandler(before))
    return -1;
  if (raisesRest(code, pc)) return -1;
  const behind = pc + instructionLength(words, pc);
  if (words[behind] === Op.LeaveHandler && isHandler(behind)) return behind + LEAVE_HANDLER_LENGTH;
  const begin = unplacedBeginning(code, pc);
  return begin >= 0 ? begin : pc;
}

/**
 * Whether the Reraise at `pc` raises what the clauses of `except*` have left: behind the handler, in no other, and on no line. It stands
 * where the test for something left jumps to.
 */
export function raisesRest({ words }: Code, pc: number): boolean {
  if (words[pc] !== Op.Reraise) return false;
  let isRest = false;
  for (let at = 0; at < pc; at += instructionLength(words, at)) {
    if (isRest && words[at] === Op.JumpIfNotNone && words[at + 2] === pc - LEAVE_HANDLER_LENGTH) return true;
    isRest = words[at] === Op.CallIntrinsic && words[at + 2] === prepareReraiseStar;
  }
  return false;
}

/** Whether an instruction with the opcode begins there. */
function isInstruction({ words }: Code, wanted: number, opcode: number): boolean {
  let pc = 0;
  while (pc < wanted) pc += instructionLength(words, pc);
  return pc === wanted && words[pc] === opcode;
}
