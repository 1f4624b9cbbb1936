/** The events of a frame that several places tell of, each to all kinds of observers: it goes on, is left, raises, or takes what was raised. */
import { newException, PyBaseException } from '../objspace/exception.ts';
import { EXIT, type Exit, type Value } from '../objspace/object.ts';
import { PyTuple } from '../objspace/types/tuple.ts';
import type { Frame, FrameDebug } from './frame.ts';
import { debugOf, NO_LINE } from './frame-debug.ts';
import { raisesRest } from './handler-ends.ts';
import { placeOf } from './code-entry.ts';
import { lineTable } from './instrumentation.ts';
import { instruments } from './instruments.ts';
import { placeOnLine } from './line-ranges.ts';
import { EVENT, fire } from './monitors.ts';
import { profile, trace } from './tracing.ts';
import { isException } from './generator.ts';

/** Tells of a frame that begins or goes on; it shows the line given. */
export function told(
  frame: Frame,
  debug: FrameDebug,
  event: number,
  from: number,
  line: number,
  ...args: Value[]
): true | Exit {
  debug.shownLine = line;
  const place = event === EVENT.PY_START ? 0 : placeOf(from);
  let result = fire(event, frame.code, from, place, ...args);
  if (result === true) result = trace(frame, 'call', null);
  if (result === true) result = profile(frame, 'call', null);
  debug.shownLine = -1;
  return result;
}

/** The frame is about to return or yield; what stands on no line does so on the last one. */
export function left(frame: Frame, event: number, value: Value): true | Exit {
  const { code, pc } = frame;
  const isPlaced = lineTable(code).lines[pc] >= 0;
  const place = isPlaced ? placeOf(pc) : placeOnLine(code, placeOf(pc), debugOf(frame).line);
  if (fire(event, code, pc, place, value) === EXIT) return EXIT;
  return leftLegacy(frame, value);
}

/** Tells trace and profile function. What only cleans up stands on no line: then the frame shows the last one. */
export function leftLegacy(frame: Frame, value: Value): true | Exit {
  const debug = debugOf(frame);
  if (lineTable(frame.code).lines[frame.pc] < 0)
    debug.shownLine = raisesRest(frame.code, frame.pc) ? NO_LINE : debug.line;
  let result = trace(frame, 'return', value);
  if (result === true) result = profile(frame, 'return', value);
  debug.shownLine = -1;
  return result;
}

/** In CPython a handler at the `yield from` takes what a delegate raises when something is thrown into it: its line begins again. */
export function handledAtDelegate(frame: Frame, debug: FrameDebug, exception: Value): true | Exit {
  const { code, pc } = frame;
  let result = fire(EVENT.EXCEPTION_HANDLED, code, pc, placeOf(pc), exception);
  if (result === true) result = fire(EVENT.LINE, code, pc, lineTable(code).lines[pc]);
  if (result === true && debug.traceLines) result = trace(frame, 'line', null);
  // From here nobody can jump.
  frame.pc = pc;
  return result;
}

export function raisedHere(frame: Frame, exception: PyBaseException): true | Exit {
  const { code, pc } = frame;
  if (fire(EVENT.RAISE, code, pc, placeOf(pc), exception) === EXIT) return EXIT;
  return trace(frame, 'exception', new PyTuple([exception.shape.type, exception, exception.traceback]) as Value);
}

export function stopped(frame: Frame, value: Value, event: number): true | Exit {
  if (instruments.suspended > 0) return true;
  const exception = event === EVENT.STOP_ITERATION ? ending(value) : stopWith(value);
  const { code, pc } = frame;
  if (fire(event, code, pc, placeOf(pc), exception) === EXIT) return EXIT;
  return trace(frame, 'exception', new PyTuple([exception.shape.type, exception, null]) as Value);
}

/** The StopIteration of a value, as if it had been raised: by a tuple of its arguments, or as it is. */
function ending(value: Value): PyBaseException {
  if (value instanceof PyTuple) return newException('StopIteration', ...value.items);
  return value instanceof PyBaseException && isException(value, 'StopIteration') ? value : stopWith(value);
}

export function stopWith(value: Value): PyBaseException {
  return newException('StopIteration', ...(value === null ? [] : [value]));
}
