/** Whether anything observes, and what happens when that changes. */
import { state } from '../objspace/state.ts';
import type { Frame } from './frame.ts';
import { debugOf } from './frame-debug.ts';
import { instrument, lineTable } from './instrumentation.ts';
import { instruments } from './instruments.ts';
import { monitors } from './monitors.ts';
import { tracing } from './tracing.ts';

/** To be called whenever an observer is set or taken away. */
export function updateObservers(): void {
  const isActive = tracing.trace !== null || tracing.profile !== null || monitors.mask !== 0;
  if (isActive && !instruments.isActive) observeRunningFrames();
  instruments.isActive = isActive;
  if (isActive) state.fuel = 0;
}

/** The frames on the stack are observed from here on. */
function observeRunningFrames(): void {
  for (let frame = state.frame as Frame | null; frame !== null; frame = frame.back) {
    instrument(frame.runtime);
    const debug = debugOf(frame);
    debug.stage = 'running';
    debug.line = lineTable(frame.code).lines[frame.pc];
    debug.pc = frame.pc;
    debug.branch = -1;
  }
}
