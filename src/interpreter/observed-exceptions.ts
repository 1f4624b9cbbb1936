/** What observers hear of an exception in flight: in the frame that raises it, in handlers that do not take it, and where it leaves the frame. */
import * as Op from '../bytecode/opcodes.generated.ts';
import type { PyBaseException } from '../objspace/exception.ts';
import { EXIT, type Exit, type Value } from '../objspace/object.ts';
import { state } from '../objspace/state.ts';
import type { Frame, FrameDebug } from './frame.ts';
import { debugOf, ELSEWHERE } from './frame-debug.ts';
import { told, leftLegacy, handledAtDelegate, raisedHere } from './frame-events.ts';
import { endsUnplaced, raisesAgain, raisesRest } from './handler-ends.ts';
import { placeOf } from './code-entry.ts';
import { close, lineTable } from './instrumentation.ts';
import { instruments } from './instruments.ts';
import { EVENT, fire } from './monitors.ts';
import { addTraceback, leavingPlace } from './traceback.ts';
import { findHandler } from './handler-table.ts';

instruments.raised = (frame, isReraise) => {
  close();
  if (frame.debug !== null) frame.debug.calling = -1;
  if (instruments.suspended > 0 || !instruments.isActive) return;
  const debug = debugOf(frame);
  if (raisedEvents(frame, debug, isReraise) === EXIT) addTraceback(state.exception!, frame, frame.pc);
  const { code, pc } = frame;
  const handler = findHandler(code.handlers, pc);
  if (handler !== undefined) {
    fire(EVENT.EXCEPTION_HANDLED, code, pc, placeOf(handler.target), state.exception);
    return;
  }
  const again = isReraise ? raisesAgain(code, pc) : -1;
  const unwound = again < 0 ? pc : again;
  let result = fire(EVENT.PY_UNWIND, code, pc, placeOf(unwound), state.exception);
  // The trace function sees the frame where it is left.
  if (code.words[pc] === Op.Reraise) frame.pc = leftAt(frame, debug);
  if (result === true) result = leftLegacy(frame, null);
  frame.pc = pc;
  if (result === EXIT) addTraceback(state.exception!, frame, pc);
};

/** Where a frame that an exception leaves was last: raising again without a place goes back to what raised. */
function leftAt(frame: Frame, { raisedAt }: FrameDebug): number {
  const { code, pc } = frame;
  if (raisedAt >= 0 && lineTable(code).lines[pc] < 0) return raisedAt;
  return leavingPlace(state.exception!, frame, pc);
}

/** What a handler does not take comes by its clean-up, which raises it once more, as if it had been raised in the handler. */
function raisedAgain({ code, pc }: Frame, debug: FrameDebug, exception: Value): true | Exit {
  const again = raisesAgain(code, pc);
  if (again < 0) return fire(EVENT.RERAISE, code, pc, placeOf(pc), exception);
  const place = lineTable(code).lines[pc] < 0 ? placeOf(debug.pc) : placeOf(pc);
  if (fire(EVENT.RERAISE, code, pc, place, exception) === EXIT) return EXIT;
  if (fire(EVENT.EXCEPTION_HANDLED, code, pc, placeOf(again), exception) === EXIT) return EXIT;
  return fire(EVENT.RERAISE, code, again, placeOf(again), exception);
}

function raisedEvents(frame: Frame, debug: FrameDebug, isReraise: boolean): true | Exit {
  const { code, pc } = frame;
  const exception = state.exception!;
  debug.branch = -1;
  const line = lineTable(code).lines[pc];
  const isThrown = debug.stage === 'resumed';
  debug.stage = 'running';
  if (isThrown && told(frame, debug, EVENT.PY_THROW, pc, line, exception) === EXIT) return EXIT;
  if (isReraise) debug.line = ELSEWHERE;
  else if (line >= 0) debug.line = line;
  if (line >= 0 || raisesRest(code, pc)) debug.raisedAt = pc;
  // The end of a `finally` raises where that was last.
  else if (endsUnplaced(code, pc)) debug.raisedAt = debug.pc;
  if (isThrown && code.words[pc] === Op.YieldFrom) return raisedByDelegate(frame, debug, exception);
  return isReraise ? raisedAgain(frame, debug, exception) : raisedHere(frame, exception);
}

/** What has been thrown into a delegate comes out of it. */
function raisedByDelegate(frame: Frame, debug: FrameDebug, exception: PyBaseException): true | Exit {
  if (raisedHere(frame, exception) === EXIT) return EXIT;
  if (handledAtDelegate(frame, debug, exception) === EXIT) return EXIT;
  return fire(EVENT.RERAISE, frame.code, frame.pc, placeOf(frame.pc), exception);
}
