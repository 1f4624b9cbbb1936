/**
 * What the engine tells of itself to hosts that have no platform: the memory in use and its like. Pages know little; the package's entry for
 * Node puts in what Node knows, because a program that uses up the memory of the process ends the process, whatever host it runs on.
 */
import type { Host } from '../host.ts';

export type EngineKnowledge = Pick<Host, 'heapUsed' | 'heapLimit' | 'collectGarbage' | 'endTurn'> & {
  /** CPU time of the process, where the engine can tell. */
  cpuTimeNs?(): bigint;
};

export const engine: { knowledge: EngineKnowledge } = { knowledge: { heapUsed: heapOfChromium } };

/** Only Chromium tells it. */
function heapOfChromium(): number | undefined {
  return (performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize;
}
