/** `TextIOWrapper`: the type. What it does is in text-io.ts, text-position.ts and text-setup.ts. */
import { getAttribute } from '../../objspace/attributes.ts';
import { raise, raiseTypeError, raiseValueError, swallow } from '../../objspace/exception.ts';
import { builtinType, initSlot, type TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { isTrue, repr, toInt, argumentName, typeName } from '../../objspace/operations.ts';
import { type PyType, typeOf } from '../../objspace/type.ts';
import { isText, type Text, textOf, unitsOf, unwrap } from '../../objspace/types/str/text.ts';
import { bothThen, checkClosed, defineFinalizing, streamNew, textIOBaseType } from './base.ts';
import { newlinesValue, withNewlines } from './newlines.ts';
import { invoke, lookAttribute, raiseClosed, raiseUnsupported, sizeArgument, truthOfAttribute } from './support.ts';
import { PyTextIOWrapper } from './text-io.ts';
import { seekText, tellText } from './text-position.ts';
import { checkNewline, initialiseText, optionalText, placeEncoder, setCodec, setNewline } from './text-setup.ts';

/** Whether the stream below is closed: asked there where it is not an exact builtin. */
function checkOpen(self: PyTextIOWrapper): true | Exit {
  if (self.checkReady() === EXIT) return EXIT;
  const exact = self.exactBuffer;
  if (exact === undefined || typeOf(self).isHeapType) return checkClosed(self);
  if (exact.checkReady() === EXIT) return EXIT;
  const closed = exact.isClosedBelow();
  if (closed === EXIT) return EXIT;
  return closed ? raiseClosed() : true;
}

// ── Writing ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Writes text to an open, writable stream. */
function writeText(self: PyTextIOWrapper, given: Text): true | Exit {
  const units = unitsOf(given);
  const hasNewline = (self.isLineBuffered || self.writeNewline !== undefined) && units.includes('\n');
  const text = hasNewline && self.writeNewline !== undefined ? withNewlines(given, self.writeNewline) : given;
  const needsFlush = self.isLineBuffered && (hasNewline || units.includes('\r'));
  if (self.addText(text, self.isWriteThrough || needsFlush) === EXIT) return EXIT;
  if (needsFlush && self.flushBuffer() === EXIT) return EXIT;
  if (self.snapshot !== undefined) {
    self.setDecoded('');
    self.snapshot = undefined;
  }
  return self.decoder === undefined ? true : self.decoder.reset();
}

function write(self: PyTextIOWrapper, value: Value): Result {
  if (self.checkReady() === EXIT) return EXIT;
  if (!isText(value)) return raiseTypeError(`write() argument must be str, not ${argumentName(value)}`);
  if (checkOpen(self) === EXIT) return EXIT;
  if (self.encoder === undefined) return raiseUnsupported('not writable');
  const text = unwrap(value);
  return writeText(self, text) === EXIT ? EXIT : text.length;
}

/** For `print`: writes to a stream that is exactly a TextIOWrapper; undefined for any other object. */
export function writeFast(file: Value, value: Value): true | Exit | undefined {
  if (!(file instanceof PyTextIOWrapper) || file.shape.type !== textIOWrapperType) return undefined;
  if (!isText(value) || file.encoder === undefined) return undefined;
  return checkOpen(file) === EXIT ? EXIT : writeText(file, unwrap(value));
}

function flush(self: PyTextIOWrapper): Result {
  if (checkOpen(self) === EXIT) return EXIT;
  self.isTelling = self.isSeekable;
  if (self.writePending() === EXIT) return EXIT;
  return invoke(self.buffer!, 'flush');
}

// ── Reading ────────────────────────────────────────────────────────────────────────────────────────────────────────

function prepareToRead(self: PyTextIOWrapper): true | Exit {
  if (checkOpen(self) === EXIT) return EXIT;
  if (self.decoder === undefined) return raiseUnsupported('not readable');
  return self.writePending();
}

function read(self: PyTextIOWrapper, size: Value): Result {
  const count = sizeArgument(size);
  if (count === EXIT || prepareToRead(self) === EXIT) return EXIT;
  return (count as number) < 0 ? self.readAll() : self.read(count as number);
}

function readLine(self: PyTextIOWrapper, size: Value): Result {
  const limit = toInt(size);
  if (limit === EXIT || prepareToRead(self) === EXIT) return EXIT;
  return self.readLine(Number(limit));
}

function nextLine(self: PyTextIOWrapper): Result | undefined {
  if (self.checkReady() === EXIT) return EXIT;
  self.isTelling = false;
  if (self.exactBuffer?.isClosedBelow() === false && self.shape.type === textIOWrapperType) {
    const quick = self.quickLine();
    if (quick !== undefined) return quick;
  }
  const line = typeOf(self).isHeapType ? overriddenLine(self) : readLine(self, -1);
  if (line === EXIT) return EXIT;
  if (unitsOf(unwrap(line as Value)) !== '') return line;
  self.snapshot = undefined;
  self.isTelling = self.isSeekable;
  return undefined;
}

function overriddenLine(self: PyTextIOWrapper): Result {
  const line = invoke(self, 'readline');
  if (line === EXIT || isText(line)) return line;
  return raise('OSError', `readline() should have returned a str object, not '${typeName(line as Value)}'`);
}

// ── Closing, reconfiguring ─────────────────────────────────────────────────────────────────────────────────────────

function close(self: PyTextIOWrapper): Result {
  if (self.checkReady() === EXIT) return EXIT;
  const closed = truthOfAttribute(self, 'closed');
  if (closed === EXIT) return EXIT;
  if (closed || self.isDetached) return null;
  const result = bothThen(
    () => invoke(self, 'flush'),
    // Asking the stream whether it is closed may have detached it.
    () => (self.checkReady() === EXIT ? EXIT : invoke(self.buffer!, 'close')),
  );
  self.forgetPending();
  return result;
}

function detach(self: PyTextIOWrapper): Result {
  if (self.checkReady() === EXIT || invoke(self, 'flush') === EXIT) return EXIT;
  const buffer = self.buffer!;
  self.buffer = undefined;
  self.isDetached = true;
  return buffer;
}

function truncate(self: PyTextIOWrapper, position: Value): Result {
  if (self.checkReady() === EXIT || invoke(self, 'flush') === EXIT) return EXIT;
  return invoke(self.buffer!, 'truncate', [position]);
}

/** A flag of `reconfigure`: None leaves it. */
function flag(value: Value, current: boolean): boolean | Exit {
  if (value === null) return current;
  const int = toInt(value);
  return int === EXIT ? EXIT : Number(int) !== 0;
}

function reconfigure(
  self: PyTextIOWrapper,
  encoding: Value,
  errors: Value,
  newline: Value | undefined,
  lineBuffering: Value,
  writeThrough: Value,
): Result {
  if (checkOpen(self) === EXIT) return EXIT;
  const hasCodec = encoding !== null || errors !== null || newline !== undefined;
  if (hasCodec && self.decoder !== undefined && (self.snapshot !== undefined || self.used > 0)) {
    return raiseUnsupported('It is not possible to set the encoding or newline of stream after the first read');
  }
  const encodingText = codecName(encoding);
  const errorsText = optionalText(errors, 'reconfigure', 'errors');
  const newlineText = newline === undefined ? undefined : optionalText(newline, 'reconfigure', 'newline');
  if (encodingText === EXIT || errorsText === EXIT || newlineText === EXIT) return EXIT;
  if (checkNewline(newlineText as string | undefined) === EXIT) return EXIT;
  const isLineBuffered = flag(lineBuffering, self.isLineBuffered);
  const isWriteThrough = flag(writeThrough, self.isWriteThrough);
  if (isLineBuffered === EXIT || isWriteThrough === EXIT || invoke(self, 'flush') === EXIT) return EXIT;
  if (newline !== undefined) setNewline(self, newlineText as string | undefined);
  if (hasCodec && changeCodec(self, encodingText as string | undefined, errorsText as string | undefined) === EXIT)
    return EXIT;
  self.isLineBuffered = isLineBuffered as boolean;
  self.isWriteThrough = isWriteThrough as boolean;
  return null;
}

/** The encoding of `reconfigure`: a name ends at a NUL, and is then unknown. */
function codecName(encoding: Value): string | undefined | Exit {
  if (isText(encoding) && textOf(encoding).includes('\0'))
    return raise('LookupError', `unknown encoding: ${textOf(encoding).split('\0')[0]}`);
  return optionalText(encoding, 'reconfigure', 'encoding');
}

function changeCodec(self: PyTextIOWrapper, encoding: string | undefined, errors: string | undefined): true | Exit {
  const name = encoding === undefined ? self.encoding : encoding === 'locale' ? 'UTF-8' : encoding;
  const handler = errors ?? (encoding === undefined ? self.errors : 'strict');
  if (setCodec(self, name, handler, self.decoder !== undefined, self.encoder !== undefined) === EXIT) return EXIT;
  self.encoding = name;
  self.errors = handler;
  return placeEncoder(self);
}

// ── The type ───────────────────────────────────────────────────────────────────────────────────────────────────────

function reprText(self: PyTextIOWrapper): Result {
  if (isSetUp(self) === EXIT) return EXIT;
  const parts = [`<${typeName(self)}`];
  for (const name of ['name', 'mode']) {
    const value = lookAttribute(self, name);
    if (value === EXIT && !swallow('ValueError')) return EXIT;
    if (value === undefined || value === EXIT) continue;
    const shown = repr(value as Value);
    if (shown === EXIT) return EXIT;
    parts.push(`${name}=${textOf(shown as Value)}`);
  }
  return `${parts.join(' ')} encoding='${self.encoding}'>`;
}

const ofBuffer =
  (name: string) =>
  (self: PyTextIOWrapper): Result =>
    self.checkReady() === EXIT ? EXIT : invoke(self.buffer!, name);

function defineMethods(type: TypeBuilder<PyTextIOWrapper>): void {
  type.method('write(self, text, /)', null, write);
  type.method('read(self, size=-1, /)', null, read);
  type.method('readline(self, size=-1, /)', null, readLine);
  type.method('flush(self, /)', null, flush);
  type.method('close(self, /)', null, close);
  type.method('detach(self, /)', null, detach);
  type.method(
    'seek(self, cookie, whence=os.SEEK_SET, /)',
    'Go to a place that tell() gave, to the beginning, or to the end; returns the place.',
    (self, cookie, whence) => (checkOpen(self) === EXIT ? EXIT : seekText(self, cookie, whence)),
  );
  type.method('tell(self, /)', 'The place in the stream, as a number that only seek() understands.', (self) =>
    checkOpen(self) === EXIT ? EXIT : tellText(self),
  );
  type.method('truncate(self, pos=None, /)', null, truncate);
  type.method(
    'reconfigure(self, /, *, encoding=None, errors=None, newline=<absent None>, line_buffering=None, write_through=None)',
    'Reconfigure the text stream with new parameters.\n\nThis also does an implicit stream flush.',
    reconfigure,
  );
  for (const name of ['fileno', 'seekable', 'readable', 'writable', 'isatty'])
    type.method(`${name}(self, /)` as 'x(self, /)', null, ofBuffer(name));
  type.method('__getstate__(self, /)', null, (self) =>
    raiseTypeError(`cannot pickle '${typeOf(self).name}' instances`),
  );
}

/** What does not need the stream below works after `detach` too. */
function isSetUp(self: PyTextIOWrapper): true | Exit {
  return self.isDetached ? true : self.checkReady();
}

function defineAttributes(type: TypeBuilder<PyTextIOWrapper>): void {
  type.member('encoding', null, (self) => (isSetUp(self) === EXIT ? EXIT : self.encoding));
  type.member('buffer', null, (self) => (self.buffer === undefined ? null : self.buffer));
  type.member('line_buffering', null, (self) => self.isLineBuffered);
  type.member('write_through', null, (self) => self.isWriteThrough);
  defineFinalizing(type as never);
  type.getset('errors', null, (self) => (isSetUp(self) === EXIT ? EXIT : self.errors));
  type.getset('newlines', null, (self) => (self.checkReady() === EXIT ? EXIT : newlinesValue(self.seen)));
  type.getset('name', null, (self) => (self.checkReady() === EXIT ? EXIT : getAttribute(self.buffer!, 'name')));
  type.getset('closed', null, (self) => (self.checkReady() === EXIT ? EXIT : getAttribute(self.buffer!, 'closed')));
  type.getset('_CHUNK_SIZE', null, (self) => self.chunkSize, setChunkSize);
}

function setChunkSize(self: PyTextIOWrapper, value: Value | undefined): true | Exit {
  if (value === undefined)
    return raise('AttributeError', `attribute '_CHUNK_SIZE' of '${typeName(self)}' objects cannot be deleted`);
  const size = toInt(value);
  if (size === EXIT) return EXIT;
  if (typeof size === 'bigint') return raiseValueError('cannot fit the size into an index-sized integer');
  if ((size as number) <= 0) return raiseValueError('a strictly positive integer is required');
  self.chunkSize = Number(size);
  return true;
}

export const textIOWrapperType: PyType = builtinType<PyTextIOWrapper>('TextIOWrapper', {
  base: textIOBaseType,
  layout: PyTextIOWrapper,
  module: '_io',
  signature: '(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)',
  doc: `
    Character and line based layer over a BufferedIOBase object, buffer.

    encoding gives the name of the encoding that the stream will be
    decoded or encoded with. It defaults to locale.getencoding().

    errors determines the strictness of encoding and decoding (see
    help(codecs.Codec) or the documentation for codecs.register) and
    defaults to "strict".

    newline controls how line endings are handled. It can be None, '',
    '\\n', '\\r', and '\\r\\n'.  It works as follows:

    * On input, if newline is None, universal newlines mode is
      enabled. Lines in the input can end in '\\n', '\\r', or '\\r\\n', and
      these are translated into '\\n' before being returned to the
      caller. If it is '', universal newline mode is enabled, but line
      endings are returned to the caller untranslated. If it has any of
      the other legal values, input lines are only terminated by the given
      string, and the line ending is returned to the caller untranslated.

    * On output, if newline is None, any '\\n' characters written are
      translated to the system default line separator, os.linesep. If
      newline is '' or '\\n', no translation takes place. If newline is any
      of the other legal values, any '\\n' characters written are translated
      to the given string.

    If line_buffering is True, a call to flush is implied when a call to
    write contains a newline character.
  `,
  slots: {
    new: streamNew(PyTextIOWrapper, () => textIOWrapperType),
    init: initSlot(
      'TextIOWrapper(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)',
      (self: PyTextIOWrapper, buffer, encoding, errors, newline, lineBuffering, writeThrough) => {
        const isLineBuffered = isTrue(lineBuffering);
        const isWriteThrough = isTrue(writeThrough);
        if (isLineBuffered === EXIT || isWriteThrough === EXIT) return EXIT;
        return initialiseText(self, buffer, {
          encoding,
          errors,
          newline,
          isLineBuffered: isLineBuffered as boolean,
          isWriteThrough: isWriteThrough as boolean,
        });
      },
    ),
    repr: reprText,
    next: nextLine,
  },
  define(type) {
    defineMethods(type);
    defineAttributes(type);
  },
});
