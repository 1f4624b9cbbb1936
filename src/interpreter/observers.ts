/** Whether anything observes, and what happens when that changes. */
import { executionParts } from '../objspace/per-interpreter.ts';
import { state } from '../objspace/state.ts';
import type { Frame } from './frame.ts';
import { debugOf } from './frame-debug.ts';
import { instrument, lineTable } from './instrumentation.ts';
import { instruments } from './instruments.ts';
import { isExecuting } from './locals.ts';
import { monitors } from './monitors.ts';
import { tracing } from './tracing.ts';

/** Whether what runs had observers when that was asked last. */
let isObserved = false;

executionParts.push({
  take: () => {
    const taken = isObserved;
    isObserved = false;
    return taken;
  },
  give: (taken) => {
    isObserved = taken as boolean;
  },
});

/** To be called whenever an observer is set or taken away. */
export function updateObservers(): void {
  const wasObserved = isObserved;
  isObserved = tracing.trace !== null || tracing.profile !== null || monitors.mask !== 0;
  if (isObserved && !wasObserved) observeRunningFrames();
  instruments.isActive = isObserved || instruments.rewritten !== null;
  if (instruments.isActive) state.fuel = 0;
}

/** The value of a variable of the frame has been changed from outside. */
export function noteRewritten(frame: Frame): void {
  if (!isExecuting(frame)) return;
  instruments.rewritten = frame;
  updateObservers();
}

instruments.settleRewritten = () => {
  const frame = instruments.rewritten!;
  if (frame !== state.frame && isExecuting(frame)) return;
  instruments.rewritten = null;
  updateObservers();
};

/** The frames on the stack are observed from here on. */
function observeRunningFrames(): void {
  for (let frame = state.frame as Frame | null; frame !== null; frame = frame.back) {
    instrument(frame.runtime);
    const debug = debugOf(frame);
    debug.stage = 'running';
    debug.line = lineTable(frame.code).lines[frame.pc];
    debug.pc = frame.pc;
    debug.branch = -1;
    debug.calling = frame.pc;
  }
}
