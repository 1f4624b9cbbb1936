/** Globals whose place in the dictionary is cached. */
import type { Value } from '../../objspace/object.ts';
import type { Frame } from '../frame.ts';
import { executeInFull } from '../instructions/complete.ts';
import { IN_GLOBALS } from '../names.ts';

export function loadGlobal(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const cache = frame.runtime.caches[words[pc + 3]];
  if (cache === undefined) return executeInFull(frame, pc);
  const { globals } = frame.source;
  if (cache.layout !== globals.layout) return executeInFull(frame, pc);
  if (cache.kind === IN_GLOBALS) registers[words[pc + 1]] = globals.values[cache.place] as Value;
  else {
    const { builtins } = frame.source;
    if (cache.secondLayout !== builtins.layout) return executeInFull(frame, pc);
    registers[words[pc + 1]] = builtins.values[cache.place] as Value;
  }
  return pc + 4;
}

export function storeGlobal(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const cache = frame.runtime.caches[words[pc + 3]];
  const { globals } = frame.source;
  if (cache === undefined || cache.layout !== globals.layout) return executeInFull(frame, pc);
  globals.replace(cache.place, registers[words[pc + 2]]);
  return pc + 4;
}
