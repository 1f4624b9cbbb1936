/** Calls of compiled code whose arguments are in containers, `f(*args, **kwargs)`, and whose callee is found out at run time. */
import { addKeywords } from '../interpreter/call.ts';
import type { Frame } from '../interpreter/frame.ts';
import { EXIT, type Result, type Value } from '../objspace/object.ts';
import { fastItems } from '../objspace/operations.ts';
import { isPlainDict } from '../objspace/types/dict/update.ts';
import { callItems, executeHere } from './calling.ts';

/** Calls for the instruction at `pc`, at which the frames are. */
export function callSpread(
  frame: Frame,
  pc: number,
  callee: Value,
  starred: Value,
  mapping: Value | undefined,
): Result {
  const isPlain = mapping === undefined || isPlainDict(mapping);
  const items = isPlain ? fastItems.of(starred) : undefined;
  if (items === undefined) return executeHere(frame, pc);
  let keywords: string[] | null = null;
  if (mapping !== undefined) {
    keywords = [];
    if (addKeywords(callee, mapping, items, keywords) === EXIT) return EXIT;
    if (keywords.length === 0) keywords = null;
  }
  return callItems(frame, pc, callee, items, keywords);
}
