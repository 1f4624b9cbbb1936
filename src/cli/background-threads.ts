/**
 * The threads on which V8 compiles and collects in the background. It has four, whatever the machine: a program that gets hot keeps all of
 * them busy for a second, and where there are only two processors they took half of one from the program itself, whose code is still
 * slow at that time. So they yield to it. Linux has priorities of threads; elsewhere nothing happens.
 */
import { readdirSync } from 'node:fs';
import { availableParallelism, getPriority, setPriority } from 'node:os';

const THREADS = '/proc/self/task';
/** Steps of niceness: four such threads leave the program nine tenths of a processor. What it has to wait for in a collection must not starve. */
const NICER = 5;
const NICEST = 19;

/** To be called before there are other threads than the main one and V8's. */
export function yieldToProgram(): void {
  if (process.platform !== 'linux') return;
  try {
    const threads = readdirSync(THREADS).filter((thread) => Number(thread) !== process.pid);
    if (threads.length < availableParallelism()) return;
    const priority = Math.min(getPriority() + NICER, NICEST);
    for (const thread of threads) setPriority(Number(thread), priority);
  } catch {
    // No /proc, or a sandbox that allows no priorities.
  }
}
