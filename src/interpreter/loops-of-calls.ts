/**
 * CPython's compiler puts a loop in place of a call of `any`, `all` or `tuple` whose only argument is a generator expression, behind a test
 * whether the name still means the builtin. Here it is a call; for those who observe it is executed as that loop (observed-loops.ts).
 */
import { Code } from '../bytecode/code.ts';
import * as Op from '../bytecode/opcodes.generated.ts';
import { instructionLength } from '../bytecode/operands.ts';
import { PyBuiltinFunction } from '../objspace/gateway/builtin-function.ts';
import type { Value } from '../objspace/object.ts';
import { tupleType } from '../objspace/types/tuple.ts';

export type Looping = 'any' | 'all' | 'tuple';

/** A call that is a loop in CPython, if the callee is the builtin. */
export interface LoopSite {
  readonly name: Looping;
  /** Where the name is loaded, and tested in CPython; -1 for a local variable, which needs no instruction. */
  readonly load: number;
  readonly call: number;
}

const known = new WeakMap<Code, readonly LoopSite[]>();

export function loopSites(code: Code): readonly LoopSite[] {
  let sites = known.get(code);
  if (sites === undefined) {
    sites = findSites(code);
    known.set(code, sites);
  }
  return sites;
}

export function loopSiteAt(code: Code, call: number): LoopSite | undefined {
  return loopSites(code).find((site) => site.call === call);
}

/** The site whose test stands at the loading of its name. */
export function testedAt(code: Code, load: number): LoopSite | undefined {
  return loopSites(code).find((site) => site.load === load);
}

/** Whether a site's callee is the builtin. */
export function isBuiltin({ name }: LoopSite, callee: Value): boolean {
  if (name === 'tuple') return callee === (tupleType as Value);
  return callee instanceof PyBuiltinFunction && callee.definition.qualified === name;
}

function findSites(code: Code): LoopSite[] {
  const sites: LoopSite[] = [];
  if (!code.constants.some(isGeneratorExpression)) return sites;
  const { words } = code;
  // Where each register was written last.
  const writers = new Map<number, number>();
  let before = -1;
  for (let pc = 0; pc < words.length; pc += instructionLength(words, pc)) {
    if (words[pc] === Op.Nop) continue;
    if (isCallWithOne(words, pc) && makesGenerator(code, before, words[pc + 5], writers)) {
      const load = writers.get(words[pc + 2]) ?? -1;
      const name = load < 0 ? code.varnames[words[pc + 2]] : nameAt(code, load);
      if (isLooping(name)) sites.push({ name, load, call: pc });
    }
    writers.set(words[pc + 1], pc);
    before = pc;
  }
  return sites;
}

function isCallWithOne(words: Int32Array, pc: number): boolean {
  return words[pc] === Op.Call && words[pc + 4] === 1;
}

/** Whether the instruction at `pc` calls a generator expression for `register`. */
function makesGenerator(
  { words, constants }: Code,
  pc: number,
  register: number,
  writers: ReadonlyMap<number, number>,
): boolean {
  if (pc < 0 || !isCallWithOne(words, pc) || words[pc + 1] !== register) return false;
  // The call writes its result over the function that it calls.
  const made = madeBefore(words, pc, writers);
  return made >= 0 && isGeneratorExpression(constants[words[made + 2]]);
}

/** The MakeFunction that has made what the Call at `pc` calls; -1 if there is none. */
function madeBefore(words: Int32Array, call: number, writers: ReadonlyMap<number, number>): number {
  let made = writers.get(words[call + 2]) ?? -1;
  if (made === call) {
    made = -1;
    for (let pc = 0; pc < call; pc += instructionLength(words, pc))
      if (words[pc + 1] === words[call + 2] && words[pc] !== Op.Nop) made = pc;
  }
  return made >= 0 && words[made] === Op.MakeFunction ? made : -1;
}

function isGeneratorExpression(constant: unknown): boolean {
  return constant instanceof Code && constant.name === '<genexpr>';
}

function nameAt({ words, names, freevars, cellvars, cellRegisters }: Code, pc: number): string | undefined {
  switch (words[pc]) {
    case Op.LoadGlobal:
    case Op.LoadName:
    case Op.LoadNameOrFree:
      return names[words[pc + 2]];
    case Op.LoadFree:
      return freevars[words[pc + 2]];
    case Op.LoadCell:
      return cellvars[cellRegisters.indexOf(words[pc + 2])];
    default:
      return undefined;
  }
}

function isLooping(name: string | undefined): name is Looping {
  return name === 'any' || name === 'all' || name === 'tuple';
}
