/**
 * What the register allocator makes of programs: how many moves are left, and how large frames are beside what must be live.
 *
 *   node tools/run.mjs tools/measure-registers.ts [--functions] PATH...
 *
 * An instruction counts once, and a second time weighted by the loops around it (eight for each), which stands for how often it
 * is executed. `live` is the greatest number of temporaries whose values are still needed at one place of the code.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Code } from '../src/bytecode/code.ts';
import { fixedRegisterCount } from '../src/bytecode/image-format.ts';
import * as Op from '../src/bytecode/opcodes.generated.ts';
import { instructionInfo, instructionLength } from '../src/bytecode/operands.ts';
import { compileSource } from '../src/compiler/compile.ts';

interface Counts {
  instructions: number;
  moves: number;
  weighted: number;
  weightedMoves: number;
  temporaries: number;
  live: number;
}

const LOOP_WEIGHT = 8;
const MAX_LOOPS = 4;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { functions: { type: 'boolean', default: false } },
});

function pythonFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name.endsWith('.py'))
    .map((name) => join(path, name));
}

/** Registers that the instruction reads and writes. */
function registersOf(words: Int32Array, pc: number): { reads: number[]; writes: number[] } {
  const reads: number[] = [];
  const writes: number[] = [];
  instructionInfo(words[pc]).operands.forEach(({ kind }, i) => {
    const word = words[pc + 1 + i];
    if (kind === 'reg' || kind === 'var') reads.push(word);
    if (kind === 'dst' || kind === 'var') writes.push(word);
    const variadic = words.subarray(pc + 2 + i, pc + 2 + i + word);
    if (kind === 'regs') reads.push(...variadic);
    if (kind === 'dsts') writes.push(...variadic);
  });
  return { reads, writes };
}

function successors(code: Code, pc: number): number[] {
  const { words, handlers } = code;
  const info = instructionInfo(words[pc]);
  const next = info.ends ? [] : [pc + instructionLength(words, pc)];
  info.operands.forEach(({ kind }, i) => {
    if (kind === 'label') next.push(words[pc + 1 + i]);
  });
  const handler = info.raises ? handlers.find(({ start, end }) => start <= pc && pc < end) : undefined;
  return handler === undefined ? next : [...next, handler.target];
}

function instructionPcs({ words }: Code): number[] {
  const pcs: number[] = [];
  for (let pc = 0; pc < words.length; pc += instructionLength(words, pc)) pcs.push(pc);
  return pcs;
}

/** Greatest number of temporaries that are live behind one instruction, its own destinations included. */
function maxLive(code: Code, fixed: number): number {
  const pcs = instructionPcs(code).reverse();
  const before = new Map<number, Set<number>>();
  const taken = new Map(code.handlers.map(({ target, register }) => [target, register]));
  let greatest = 0;
  for (let changed = true; changed; ) {
    changed = false;
    for (const pc of pcs) {
      const { reads, writes } = registersOf(code.words, pc);
      const live = new Set<number>();
      for (const next of successors(code, pc)) {
        for (const register of before.get(next) ?? []) if (taken.get(next) !== register) live.add(register);
      }
      for (const register of writes) if (register >= fixed) live.add(register);
      greatest = Math.max(greatest, live.size);
      for (const register of writes) live.delete(register);
      for (const register of reads) if (register >= fixed) live.add(register);
      greatest = Math.max(greatest, live.size);
      if ((before.get(pc)?.size ?? -1) === live.size) continue;
      before.set(pc, live);
      changed = true;
    }
  }
  return greatest;
}

/** Number of loops around each pc: from the target of a LoopBack to the LoopBack. */
function loopsAt(code: Code, pc: number, backs: readonly number[]): number {
  return backs.filter((back) => code.words[back + 1] <= pc && pc <= back).length;
}

function measure(code: Code): Counts {
  const fixed = fixedRegisterCount(code.varnames, code.cellRegisters);
  const pcs = instructionPcs(code);
  const backs = pcs.filter((pc) => code.words[pc] === Op.LoopBack);
  const counts = { instructions: pcs.length, moves: 0, weighted: 0, weightedMoves: 0 };
  for (const pc of pcs) {
    const weight = LOOP_WEIGHT ** Math.min(loopsAt(code, pc, backs), MAX_LOOPS);
    counts.weighted += weight;
    if (code.words[pc] !== Op.Move) continue;
    counts.moves++;
    counts.weightedMoves += weight;
  }
  return { ...counts, temporaries: code.registerCount - fixed, live: maxLive(code, fixed) };
}

function measureAll(code: Code, all: { code: Code; counts: Counts }[]): void {
  all.push({ code, counts: measure(code) });
  for (const constant of code.constants) if (constant instanceof Code) measureAll(constant, all);
}

function sum(all: readonly Counts[]): Counts {
  const total: Counts = { instructions: 0, moves: 0, weighted: 0, weightedMoves: 0, temporaries: 0, live: 0 };
  for (const counts of all) for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += counts[key];
  return total;
}

function show(name: string, counts: Counts): void {
  const percent = (part: number, whole: number) => `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`.padStart(7);
  const { instructions, moves, weighted, weightedMoves, temporaries, live } = counts;
  const ratio = live === 0 ? '1.00' : (temporaries / live).toFixed(2);
  console.log(
    `${name.padEnd(34)}${String(instructions).padStart(7)}  moves ${percent(moves, instructions)}` +
      `  in loops ${percent(weightedMoves, weighted)}  temporaries / live ${temporaries}/${live} = ${ratio}`,
  );
}

const totals: Counts[] = [];
for (const file of positionals.flatMap(pythonFiles)) {
  const all: { code: Code; counts: Counts }[] = [];
  measureAll(compileSource(readFileSync(file), file, 'exec'), all);
  if (options.functions) for (const { code, counts } of all) show(`  ${code.qualname}`, counts);
  const total = sum(all.map(({ counts }) => counts));
  show(basename(file), total);
  totals.push(total);
}
show('total', sum(totals));
