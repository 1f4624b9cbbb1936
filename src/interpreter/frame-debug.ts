/** What only debuggers ask of a frame; made when first asked. */
import type { Frame, FrameDebug } from './frame.ts';

/** `shownLine` of what stands on no line. */
export const NO_LINE = -2;
/** `line` behind a jump of a trace function: whatever comes is another one. */
export const ELSEWHERE = -2;

export function debugOf(frame: Frame): FrameDebug {
  frame.debug ??= {
    trace: null,
    traceLines: true,
    traceOpcodes: false,
    extraLocals: null,
    stage: 'new',
    line: -1,
    pc: -1,
    branch: -1,
    wayBack: -1,
    calling: -1,
    raisedAt: -1,
    shownLine: -1,
    event: '',
  };
  return frame.debug;
}
