/** `traceback`: a chain of frames, from the handler down to where the exception was raised. */
import { raiseTypeError, raiseValueError } from '../objspace/exception.ts';
import { isRefused } from '../objspace/audit.ts';
import { builtinType, newSlot } from '../objspace/gateway/builtin-type.ts';
import { EXIT, PyObject, type Value } from '../objspace/object.ts';
import { argumentName, typeName } from '../objspace/operations.ts';
import type { PyBaseException } from '../objspace/exception.ts';
import { tracebacks } from '../objspace/types/exceptions/base.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { objectType } from '../objspace/types/object.ts';
import type { Position } from '../bytecode/code.ts';
import { positionAt } from '../bytecode/position-table.ts';
import { BYTES_PER_WORD, entryPosition, placeOf } from './code-entry.ts';
import { Frame } from './frame.ts';

export class PyTraceback extends PyObject {
  next: PyTraceback | null;
  readonly frame: Frame;
  /** Word index of the instruction that raised or called. */
  readonly pc: number;
  /** Given when made in Python; -1 for one that follows from the pc. */
  private readonly givenLine: number;
  /** `tb_lasti`. */
  readonly lastInstruction: number;

  constructor(next: PyTraceback | null, frame: Frame, lastInstruction: number, line: number) {
    super();
    this.next = next;
    this.frame = frame;
    this.pc = Math.floor(lastInstruction / BYTES_PER_WORD);
    this.lastInstruction = lastInstruction;
    this.givenLine = line;
  }

  /** -1 if the instruction has none. */
  get line(): number {
    return this.givenLine === -1 ? this.position.line : this.givenLine;
  }

  get position(): Position {
    const { code } = this.frame;
    return this.lastInstruction === 0 ? entryPosition(code) : positionAt(code, this.pc);
  }
}

tracebacks.isTraceback = (value) => value instanceof PyTraceback;

/** Adds the entry of a frame that an exception passes. */
export function addTraceback(exception: PyBaseException, frame: Frame, pc: number): void {
  exception.traceback = new PyTraceback(exception.traceback as PyTraceback | null, frame, placeOf(pc), -1);
}

/** The same for a frame that has not executed anything. */
export function addTracebackAtLine(exception: PyBaseException, frame: Frame, line: number): void {
  exception.traceback = new PyTraceback(exception.traceback as PyTraceback | null, frame, 0, line);
}

/** Where a frame that an exception leaves at `pc` was last: raising again has no place of its own, but goes back to what raised. */
export function leavingPlace(exception: PyBaseException, frame: Frame, pc: number): number {
  const entry = exception.traceback;
  const isOwn = entry instanceof PyTraceback && entry.frame === frame;
  return isOwn && positionAt(frame.code, pc).line === -1 ? entry.pc : pc;
}

export const tracebackType = builtinType<PyTraceback>('traceback', {
  base: objectType,
  layout: PyTraceback,
  isBaseType: false,
  signature: '(tb_next, tb_frame, tb_lasti, tb_lineno)',
  doc: 'Create a new traceback object.',
  slots: {
    new: newSlot(
      'traceback(cls, tb_next, tb_frame, tb_lasti: cint, tb_lineno: cint)',
      (_cls, next, frame, lasti, line) => {
        if (!((frame as unknown) instanceof Frame))
          return raiseTypeError(`traceback() argument 'tb_frame' must be frame, not ${argumentName(frame)}`);
        if (next !== null && !(next instanceof PyTraceback)) {
          return raiseTypeError(`expected traceback object or None, got '${typeName(next)}'`);
        }
        return new PyTraceback(next, frame as unknown as Frame, lasti, line);
      },
    ),
  },
  define(type) {
    type.method('__dir__(self, /)', null, () => PyList.of(['tb_frame', 'tb_next', 'tb_lasti', 'tb_lineno']));
    type.getset(
      'tb_next',
      null,
      (self) => self.next,
      (self, value) => {
        if (value === undefined) return raiseTypeError("can't delete tb_next attribute");
        if (value !== null && !(value instanceof PyTraceback))
          return raiseTypeError(`expected traceback object, got '${typeName(value)}'`);
        for (let link = value as PyTraceback | null; link !== null; link = link.next) {
          if (link === self) return raiseValueError('traceback loop detected');
        }
        self.next = value as PyTraceback | null;
        return true;
      },
    );
    type.member('tb_frame', null, (self) =>
      isRefused('object.__getattr__', self, 'tb_frame') ? EXIT : (self.frame as unknown as Value),
    );
    type.member('tb_lasti', null, (self) => self.lastInstruction);
    type.getset('tb_lineno', null, (self) => (self.line === -1 ? null : self.line));
  },
});
