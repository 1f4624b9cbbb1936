/** `StringIO`: text in memory as a stream. Positions are code points. */
import { STRIDE, worked } from '../../util/work.ts';
import { orThrow, raise, raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { builtinType, initSlot, type TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import { becomeDictionary, isShaped } from '../../objspace/instance.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, repr, toInt, typeName } from '../../objspace/operations.ts';
import { type PyType, typeOf } from '../../objspace/type.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import {
  indexAt,
  isText,
  MAX_TEXT_LENGTH,
  offsetAt,
  slicePoints,
  sliceUnits,
  type Text,
  TextBuilder,
  unitsOf,
  unwrap,
} from '../../objspace/types/str/text.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { PyTextIOBase, streamDictionary, streamNew, textIOBaseType } from './base.ts';
import { NewlineDecoding } from './decoders.ts';
import { checked, defineAbilities } from './memory-stream.ts';
import { endOfLine, type LineEnds, newlinesValue, withNewlines } from './newlines.ts';
import {
  invoke,
  MAX_SSIZE,
  memoryOffset,
  moveTo,
  offsetArgument,
  positionOf,
  raiseClosed,
  sizeArgument,
} from './support.ts';

const NO_TRANSLATION: LineEnds = { isTranslated: false, isUniversal: false, newline: '\n' };

/** Refuses text that ends behind what memory can hold. */
function raiseTooFar(end: bigint): Exit {
  if (end > MAX_SSIZE) return raise('OverflowError', 'new position too large');
  // CPython's buffer has four bytes a character.
  return end > MAX_SSIZE / 4n ? raise('OverflowError', 'new buffer size too large') : raise('MemoryError');
}

export class PyStringIO extends PyTextIOBase {
  isReady: boolean;
  isShut: boolean;
  /** The text but for what `pieces` add at its end. */
  private text: Text;
  /** Writes at the end, not yet joined: a stream that is only written to costs no copies. */
  private pieces: Text[];
  private piecesLength: number;
  position: number;
  /** The exact position where it is beyond what a number holds; there is nothing then, and nothing can be written. */
  far: bigint | null;
  ends: LineEnds;
  /** The newline given, None for universal translation. */
  newline: string | null;
  /** What `\n` is written as. */
  private writtenNewline: string;
  private decoding: NewlineDecoding | null;

  constructor() {
    super();
    this.isReady = false;
    this.isShut = false;
    this.text = '';
    this.pieces = [];
    this.piecesLength = 0;
    this.position = 0;
    this.far = null;
    this.ends = NO_TRANSLATION;
    this.newline = '\n';
    this.writtenNewline = '\n';
    this.decoding = null;
  }

  begin(newline: string | null): void {
    this.text = '';
    this.pieces = [];
    this.piecesLength = 0;
    this.position = 0;
    this.newline = newline;
    const isUniversal = newline === null || newline === '';
    this.ends = {
      isTranslated: newline === null,
      isUniversal,
      newline: newline === null || newline === '' ? '\n' : newline,
    };
    this.writtenNewline = newline === null || newline === '' ? '\n' : newline;
    this.decoding = isUniversal ? new NewlineDecoding(null, newline === null) : null;
    this.isShut = false;
    this.isReady = true;
  }

  check(): true | Exit {
    if (this.isShut) return raiseClosed('I/O operation on closed file');
    return this.isReady ? true : raiseValueError('I/O operation on uninitialized object');
  }

  get length(): number {
    return this.text.length + this.piecesLength;
  }

  get seen(): number {
    return this.decoding === null ? 0 : this.decoding.seen;
  }

  /** All the text. */
  contents(): Text {
    if (this.pieces.length > 0) {
      const builder = new TextBuilder();
      builder.append(this.text);
      for (const piece of this.pieces) builder.append(piece);
      this.text = builder.finish();
      this.pieces = [];
      this.piecesLength = 0;
    }
    return this.text;
  }

  /** Takes text to be written, with line ends as the stream keeps them. */
  write(given: Text): true | Exit {
    if (given.length >= STRIDE) worked(given.length >> 4);
    const decoded = this.decoding === null ? given : this.decoding.translate(given, true);
    const text = withNewlines(decoded, this.writtenNewline);
    if (unitsOf(text) === '') return true;
    if (this.far !== null) return raiseTooFar(this.far + BigInt(text.length));
    const length = text.length;
    if (this.position + length > MAX_TEXT_LENGTH) return raise('MemoryError');
    if (this.position === this.length) {
      this.append(text, length);
    } else {
      this.overwrite(text, length);
    }
    this.position += length;
    return true;
  }

  /** Plain strings are joined at once: engines do that without copying. */
  private append(text: Text, length: number): void {
    if (typeof text === 'string' && typeof this.text === 'string' && this.pieces.length === 0) {
      this.text += text;
      return;
    }
    this.pieces.push(text);
    this.piecesLength += length;
  }

  private overwrite(text: Text, length: number): void {
    const old = this.contents();
    const builder = new TextBuilder();
    const start = Math.min(this.position, old.length);
    builder.append(slicePoints(old, 0, start));
    // Behind the end, the gap is filled with NUL.
    builder.append('\0'.repeat(this.position - start));
    builder.append(text);
    const end = this.position + length;
    if (end < old.length) builder.append(slicePoints(old, end, old.length));
    this.text = builder.finish();
  }

  read(size: number): Text {
    const text = this.contents();
    const start = Math.min(this.position, text.length);
    const end = size < 0 ? text.length : Math.min(text.length, start + size);
    this.position = Math.max(this.position, end);
    return slicePoints(text, start, end);
  }

  readLine(limit: number): Text {
    const text = this.contents();
    if (limit === 0 || this.position >= text.length) return '';
    const start = offsetAt(text, this.position);
    const units = unitsOf(text);
    const found = endOfLine(units, start, this.ends);
    let end = found < 0 ? units.length : found;
    const last = limit < 0 ? text.length : Math.min(text.length, this.position + limit);
    const lastOffset = offsetAt(text, last);
    if (end > lastOffset) end = lastOffset;
    this.position = indexAt(text, end);
    return sliceUnits(text, start, end);
  }

  truncate(size: number): void {
    const text = this.contents();
    if (size < text.length) this.text = slicePoints(text, 0, size);
  }

  /** Sets the text as it is. */
  restore(text: Text): void {
    this.text = text;
  }

  close(): void {
    this.isShut = true;
    this.text = '';
    this.pieces = [];
    this.piecesLength = 0;
  }
}

const NEWLINES: readonly Value[] = [null, '', '\n', '\r', '\r\n'];

function checkNewline(newline: Value): string | null | Exit {
  if (newline !== null && !isText(newline))
    return raiseTypeError(`newline must be str or None, not ${typeName(newline)}`);
  if (newline === null || NEWLINES.includes(unwrap(newline))) return newline as string | null;
  const shown = repr(newline);
  return shown === EXIT ? EXIT : raiseValueError(`illegal newline value: ${unitsOf(unwrap(shown as Value))}`);
}

function initialise(self: PyStringIO, initial: Value, newline: Value): true | Exit {
  self.isReady = false;
  const lineEnd = checkNewline(newline);
  if (lineEnd === EXIT) return EXIT;
  if (initial !== null && !isText(initial))
    return raiseTypeError(`initial_value must be str or None, not ${typeName(initial)}`);
  self.begin(lineEnd as string | null);
  if (initial !== null && self.write(unwrap(initial)) === EXIT) return EXIT;
  self.position = 0;
  return true;
}

function write(self: PyStringIO, value: Value): Result {
  if (self.check() === EXIT) return EXIT;
  if (!isText(value)) return raiseTypeError(`string argument expected, got '${typeName(value)}'`);
  const text = unwrap(value);
  return self.write(text) === EXIT ? EXIT : text.length;
}

function seek(self: PyStringIO, offsetValue: Value, whenceValue: Value): Result {
  if (self.check() === EXIT) return EXIT;
  const offset = orThrow(memoryOffset(offsetValue)) as number | bigint;
  const whence = orThrow(offsetArgument(whenceValue)) as number;
  if (whence < 0 || whence > 2) return raiseValueError(`Invalid whence (${whence}, should be 0, 1 or 2)`);
  if (offset < 0 && whence === 0) return raiseValueError(`Negative seek position ${offset}`);
  if (whence !== 0 && Number(offset) !== 0) return raise('OSError', "Can't do nonzero cur-relative seeks");
  return moveTo(self, whence === 0 ? 0 : whence === 1 ? self.position : self.length, offset);
}

function truncate(self: PyStringIO, position: Value): Result {
  if (self.check() === EXIT) return EXIT;
  if (position !== null && sizeArgument(position) === EXIT) return EXIT;
  const size = position === null ? positionOf(self) : toInt(position);
  if ((size as number | bigint) < 0) return raiseValueError(`Negative size value ${size}`);
  self.truncate(Number(size));
  return size;
}

function nextLine(self: PyStringIO): Result | undefined {
  if (self.check() === EXIT) return EXIT;
  if (typeOf(self).isHeapType) return nextOverridden(self);
  const line = self.readLine(-1);
  return line === '' ? undefined : line;
}

function nextOverridden(self: PyStringIO): Result | undefined {
  const line = invoke(self, 'readline');
  if (line === EXIT) return EXIT;
  if (!isText(line))
    return raise('OSError', `readline() should have returned a str object, not '${typeName(line as Value)}'`);
  return unitsOf(unwrap(line)) === '' ? undefined : line;
}

// ── Pickling ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** The stream's own attributes: a dictionary of its own or None. */
export function attributesOf(self: Value): Value {
  const dict = isShaped(self) ? becomeDictionary(self) : streamDictionary(self as never, false);
  return dict === null ? null : dict.copy();
}

/** Puts attributes back that a state has; EXIT if it is no dictionary. */
export function restoreAttributes(self: Value, attributes: Value, what: string): true | Exit {
  if (attributes === null) return true;
  if (!(attributes instanceof PyDict))
    return raiseTypeError(`${what} item of state should be a dict, got a ${typeName(attributes)}`);
  const own = isShaped(self) ? becomeDictionary(self) : streamDictionary(self as never, true)!;
  for (let at = attributes.nextPosition(0); at >= 0; at = attributes.nextPosition(at + 1)) {
    if (own.set(attributes.keyAt(at), attributes.valueAt(at)) === EXIT) return EXIT;
  }
  return true;
}

function getState(self: PyStringIO): Result {
  if (self.check() === EXIT) return EXIT;
  return new PyTuple([self.contents(), self.newline, self.position, attributesOf(self)]);
}

function setState(self: PyStringIO, state: Value): Result {
  if (self.isShut) return raiseClosed('I/O operation on closed file');
  if (!(state instanceof PyTuple) || state.items.length < 4) {
    return raiseTypeError(`${typeName(self)}.__setstate__ argument should be 4-tuple, got ${typeName(state)}`);
  }
  const [text, newline, positionValue, attributes] = state.items;
  if (initialise(self, text, newline) === EXIT) return EXIT;
  // The text of a state has its line ends as they are to be kept.
  self.begin(newline as string | null);
  self.restore(text === null ? '' : unwrap(text));
  if (typeof positionValue !== 'number')
    return raiseTypeError(`third item of state must be an integer, got ${typeName(positionValue)}`);
  if (positionValue < 0) return raiseValueError('position value cannot be negative');
  self.position = positionValue;
  return restoreAttributes(self, attributes, 'fourth') === EXIT ? EXIT : null;
}

function defineStringMethods(type: TypeBuilder<PyStringIO>): void {
  type.method(
    'getvalue(self, /)',
    'Retrieve the entire contents of the object.',
    checked((self) => self.contents()),
  );
  type.method('tell(self, /)', 'Tell the current file position.', checked<PyStringIO>(positionOf));
  type.method(
    'read(self, size=-1, /)',
    'Read at most size characters, returned as a string.\n\nIf the argument is negative or omitted, read until EOF\nis reached. Return an empty string at EOF.',
    (self, size) => {
      const count = sizeArgument(size);
      return count === EXIT || self.check() === EXIT ? EXIT : self.read(count as number);
    },
  );
  type.method(
    'readline(self, size=-1, /)',
    'Read until newline or EOF.\n\nReturns an empty string if EOF is hit immediately.',
    (self, size) => {
      const limit = sizeArgument(size);
      return limit === EXIT || self.check() === EXIT ? EXIT : self.readLine(limit as number);
    },
  );
  type.method(
    'write(self, s, /)',
    'Write string to file.\n\nReturns the number of characters written, which is always equal to\nthe length of the string.',
    write,
  );
  type.method(
    'seek(self, pos, whence=0, /)',
    'Change stream position.\n\nSeek to character offset pos relative to position indicated by whence:\n    0  Start of stream (the default).  pos should be >= 0;\n    1  Current position - pos must be 0;\n    2  End of stream - pos must be 0.\nReturns the new absolute position.',
    seek,
  );
  type.method(
    'truncate(self, pos=None, /)',
    'Truncate size to pos.\n\nThe pos argument defaults to the current file position, as\nreturned by tell().  The current file position is unchanged.\nReturns the new absolute position.',
    truncate,
  );
  type.method(
    'close(self, /)',
    'Close the IO object.\n\nAttempting any further operation after the object is closed\nwill raise a ValueError.\n\nThis method has no effect if the file is already closed.',
    (self) => {
      self.close();
      return call(textIOBaseType.lookup('close')!, [self]);
    },
  );
  defineAbilities(type);
  type.method('__getstate__(self, /)', null, getState);
  type.method('__setstate__(self, state, /)', null, setState);
  type.getset('closed', null, (self) => self.isShut);
  type.getset(
    'line_buffering',
    null,
    checked(() => false),
  );
  type.getset(
    'newlines',
    null,
    checked((self) => newlinesValue(self.seen)),
  );
}

export const stringIOType: PyType = builtinType<PyStringIO>('StringIO', {
  base: textIOBaseType,
  layout: PyStringIO,
  module: '_io',
  signature: "(initial_value='', newline='\\n')",
  doc: `
    Text I/O implementation using an in-memory buffer.

    The initial_value argument sets the value of object.  The newline
    argument is like the one of TextIOWrapper's constructor.
  `,
  slots: {
    new: streamNew(PyStringIO, () => stringIOType),
    init: initSlot("StringIO(self, initial_value='', newline='\\n')", initialise),
    next: nextLine,
  },
  define: defineStringMethods,
});
