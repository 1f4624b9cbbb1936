/**
 * Safepoints: the slow side of the fuel counter. Function entries and loop back-edges count down; when the fuel is used up, everything
 * that may interrupt a program is looked at here: signals, limits, profilers, other threads.
 */
import type { Exit } from '../objspace/object.ts';
import { EXIT } from '../objspace/object.ts';
import { state } from '../objspace/state.ts';

/** Back-edges between two looks: a few milliseconds. */
export const FUEL = 100_000;

/** What wants to be asked at safepoints; returns EXIT to raise. */
export type Watcher = () => true | Exit;

export const watchers: Watcher[] = [];

export function safepoint(): true | Exit {
  state.fuel = FUEL;
  for (const watch of watchers) if (watch() === EXIT) return EXIT;
  return true;
}
