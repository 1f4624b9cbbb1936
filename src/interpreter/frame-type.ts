/** `frame`: what Python sees of a heap frame. */
import { raise, raiseTypeError } from '../objspace/exception.ts';
import { isRefused } from '../objspace/audit.ts';
import { builtinType } from '../objspace/gateway/builtin-type.ts';
import { EXIT, type Value } from '../objspace/object.ts';
import { addressText, objectType } from '../objspace/types/object.ts';
import { positionAt, positionRanges } from '../bytecode/position-table.ts';
import { builtinsObject } from './foreign-builtins.ts';
import { entryLine, placeOf } from './code-entry.ts';
import { isBusy } from './delegate-chains.ts';
import { Frame } from './frame.ts';
import { debugOf } from './frame-debug.ts';
import { close } from './generator.ts';
import { setLine } from './line-jumps.ts';
import { placeOnLine } from './line-ranges.ts';
import { frameLocalsView, isExecuting } from './locals.ts';
import { PyCode } from './py-code.ts';

/** The line that runs, or that runs next in a suspended frame. */
export function lineOf(frame: Frame): number {
  if (frame.debug !== null && frame.debug.shownLine !== -1) return frame.debug.shownLine;
  // A generator that has not begun stands where it is defined.
  if (frame.generator !== null && !frame.generator.isStarted) return frame.code.firstLine;
  const { line } = positionAt(frame.code, frame.pc);
  return line < 0 ? lineBefore(frame) : line;
}

/** The last line before an instruction that has none: those that clean up behind a handler. */
function lineBefore(frame: Frame): number {
  let line = -1;
  for (const { start, position } of positionRanges(frame.code)) {
    if (start > frame.pc) break;
    if (position.line >= 0) line = position.line;
  }
  return line;
}

/** The calling frame; a generator that does not run has none. */
export function callerOf(frame: Frame): Frame | null {
  if (frame.generator !== null && !isBusy(frame.generator)) return null;
  return frame.back;
}

function clear(frame: Frame): Value | typeof EXIT {
  if (isExecuting(frame)) return raise('RuntimeError', 'cannot clear an executing frame');
  const generator = frame.generator;
  if (generator !== null && generator.isStarted && !generator.isFinished) {
    return raise('RuntimeError', 'cannot clear a suspended frame');
  }
  if (generator !== null && close(generator) === EXIT) return EXIT;
  frame.registers.fill(undefined);
  // The function is let go as well, and with it the cells that it was given.
  const { globals, builtins } = frame;
  frame.source = { globals, builtins, closure: [] };
  return null;
}

/**
 * The position in `co_code`, in bytes. The call of a function stands at its beginning, on the line of its `def`: so its first
 * instruction stands two bytes behind (code-entry.ts).
 */
function lastInstruction(frame: Frame): number {
  const { code, pc, debug } = frame;
  const place = placeOf(pc);
  if (debug === null) return place;
  const isCalled = debug.shownLine === entryLine(code) && debug.stage === 'running' && debug.line < 0;
  return isCalled ? 0 : placeOnLine(code, place, lineOf(frame));
}

export const frameType = builtinType<Frame>('frame', {
  base: objectType,
  layout: Frame,
  isBaseType: false,
  slots: {
    repr: (self: Frame) =>
      `<frame at ${addressText(self as unknown as Value)}, file '${self.code.filename}', line ${lineOf(self)}, code ${self.code.name}>`,
  },
  define(type) {
    type.getset('f_back', null, (self) => callerOf(self) as unknown as Value);
    type.getset('f_code', 'Return the code object being executed in this frame.', (self) =>
      isRefused('object.__getattr__', self as unknown as Value, 'f_code') ? EXIT : PyCode.of(self.code),
    );
    type.getset('f_globals', 'Return the global variables in the frame.', (self) => self.globals);
    type.getset('f_builtins', 'Return the built-in variables in the frame.', (self) => builtinsObject(self.builtins));
    type.getset('f_locals', 'Return the mapping used by the frame to look up local variables.', frameLocalsView);
    type.getset('f_lasti', 'Return the index of the last attempted instruction in the frame.', lastInstruction);
    type.getset(
      'f_lineno',
      'Return the current line number in the frame.',
      (self) => (lineOf(self) < 0 ? null : lineOf(self)),
      setLine,
    );
    type.getset(
      'f_generator',
      'Return the generator or coroutine associated with this frame, or None.',
      ({ generator }) => (generator === null || generator.isFinished ? null : generator),
    );
    type.getset(
      'f_trace',
      'Return the trace function for this frame, or None if no trace function is set.',
      (self) => self.debug?.trace ?? null,
      (self, value) => {
        debugOf(self).trace = value === undefined ? null : value;
        return true;
      },
    );
    type.member(
      'f_trace_lines',
      null,
      (self) => self.debug?.traceLines ?? true,
      (self, value) => {
        if (value === undefined) return raiseTypeError("can't delete numeric/char attribute");
        if (typeof value !== 'boolean') return raiseTypeError('attribute value type must be bool');
        debugOf(self).traceLines = value;
        return true;
      },
    );
    type.getset(
      'f_trace_opcodes',
      'Return True if opcode tracing is enabled, False otherwise.',
      (self) => self.debug?.traceOpcodes ?? false,
      (self, value) => {
        if (value === undefined)
          return raise('AttributeError', "attribute 'f_trace_opcodes' of 'frame' objects cannot be deleted");
        if (typeof value !== 'boolean') return raiseTypeError('attribute value type must be bool');
        debugOf(self).traceOpcodes = value;
        return true;
      },
    );
    type.method('clear(self, /)', 'Clear all references held by the frame.', clear);
  },
});
