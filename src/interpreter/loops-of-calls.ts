/**
 * CPython's compiler puts a loop in place of a call of `any`, `all` or `tuple` whose only argument is a generator expression, so those who
 * observe hear of no call. Here it is one.
 */
import * as Op from '../bytecode/opcodes.generated.ts';
import { instructionLength } from '../bytecode/operands.ts';
import { PyBuiltinFunction } from '../objspace/gateway/builtin-function.ts';
import type { Value } from '../objspace/object.ts';
import { tupleType } from '../objspace/types/tuple.ts';
import type { Frame } from './frame.ts';
import { PyGenerator } from './generator.ts';

/** Words of a Call with one argument. */
const CALL_LENGTH = 6;

/** Whether the call of `callee` that the frame is at would be a loop: of a builtin by its own name, with what the instruction before has made. */
export function isLoop({ code, pc, registers }: Frame, callee: Value): boolean {
  const name = loopingName(callee);
  const { words } = code;
  if (name === undefined || words[pc] !== Op.Call || words[pc + 4] !== 1) return false;
  const argument = registers[words[pc + 5]];
  if (!(argument instanceof PyGenerator)) return false;
  const made = argument.frame.code;
  if (made.name !== '<genexpr>' || !code.constants.includes(made)) return false;
  let loaded: string | undefined;
  let before = 0;
  for (let at = 0; at < pc; at += instructionLength(words, at)) {
    if (words[at + 1] === words[pc + 2]) loaded = isLoad(words[at]) ? code.names[words[at + 2]] : undefined;
    before = at;
  }
  return loaded === name && before === pc - CALL_LENGTH && words[before + 1] === words[pc + 5];
}

function loopingName(callee: Value): string | undefined {
  if (callee === (tupleType as Value)) return 'tuple';
  if (!(callee instanceof PyBuiltinFunction)) return undefined;
  const { name } = callee.definition;
  return name === 'any' || name === 'all' ? name : undefined;
}

const isLoad = (opcode: number): boolean => opcode === Op.LoadGlobal || opcode === Op.LoadName;
