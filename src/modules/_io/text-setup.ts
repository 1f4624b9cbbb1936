/** `TextIOWrapper.__init__` and `reconfigure`: encoding, error handler, newlines, and the codec's halves. */
import { getAttribute } from '../../objspace/attributes.ts';
import { encodeText } from '../../objspace/codecs.ts';
import { lookupCodec } from '../../objspace/codecs/registry.ts';
import { exceptionTypes, raise, raiseTypeError, raiseValueError, swallow } from '../../objspace/exception.ts';
import { EXIT, type Exit, type Value } from '../../objspace/object.ts';
import { call, isTrue, typeName } from '../../objspace/operations.ts';
import { services } from '../../interpreter/services.ts';
import { state } from '../../objspace/state.ts';
import { isText, textOf } from '../../objspace/types/str/text.ts';
import {
  DirectDecoder,
  DirectEncoder,
  directEncoding,
  NewlineDecoding,
  PythonDecoder,
  PythonEncoder,
  type TextDecoding,
} from './decoders.ts';
import { intResult, invoke, lookAttribute } from './support.ts';
import type { PyTextIOWrapper } from './text-io.ts';
import { checkHandlerName } from '../../objspace/codecs/find-handler.ts';

/** A str or None; undefined for None. */
export function optionalText(value: Value, functionName: string, name: string): string | undefined | Exit {
  if (value === null) return undefined;
  if (!isText(value))
    return raiseTypeError(`${functionName}() argument '${name}' must be str or None, not ${typeName(value)}`);
  // C strings: UTF-8 without NUL.
  if (encodeText(value) === EXIT) return EXIT;
  const text = textOf(value);
  return text.includes('\0') ? raiseValueError('embedded null character') : text;
}

const NEWLINES = ['', '\n', '\r', '\r\n'];

export function checkNewline(newline: string | undefined): true | Exit {
  return newline === undefined || NEWLINES.includes(newline)
    ? true
    : raiseValueError(`illegal newline value: ${newline}`);
}

/** Sets how lines end when read and written; None is universal with translation, '' universal without. */
export function setNewline(self: PyTextIOWrapper, newline: string | undefined): void {
  self.newline = newline ?? null;
  const isUniversal = newline === undefined || newline === '';
  self.readsUniversal = isUniversal;
  self.readEnds = { isTranslated: newline === undefined, isUniversal, newline: isUniversal ? '\n' : newline };
  self.writeNewline = newline === undefined || newline === '' || newline === '\n' ? undefined : newline;
}

/** The CodecInfo of an encoding that is for text. */
function textCodec(encoding: string): Value | Exit {
  const info = lookupCodec(encoding);
  if (info === EXIT) return EXIT;
  const mark = lookAttribute(info as Value, '_is_text_encoding');
  if (mark === EXIT) return EXIT;
  const isForText = mark === undefined ? true : isTrue(mark as Value);
  if (isForText === EXIT) return EXIT;
  return isForText ? info : raise('LookupError', `'${encoding}' is not a text encoding`);
}

function half(info: Value, name: string, errors: string): Value | Exit {
  const factory = getAttribute(info, name);
  if (factory === EXIT) return EXIT;
  const made = call(factory as Value, [errors]);
  return made === EXIT ? EXIT : (made as Value);
}

/** The parts of a codec that the stream needs: a decoder if it can be read, an encoder if it can be written. */
export function setCodec(
  self: PyTextIOWrapper,
  encoding: string,
  errors: string,
  isReadable: boolean,
  isWritable: boolean,
): true | Exit {
  const direct = directEncoding(encoding);
  self.decoder = undefined;
  self.encoder = undefined;
  if (direct !== undefined) {
    if (isReadable) self.decoder = withNewlines(self, new DirectDecoder(direct, errors));
    if (isWritable) self.encoder = new DirectEncoder(direct, errors);
    return true;
  }
  const info = textCodec(encoding);
  if (info === EXIT) return EXIT;
  if (isReadable) {
    const decoder = half(info as Value, 'incrementaldecoder', errors);
    if (decoder === EXIT) return EXIT;
    self.decoder = withNewlines(self, new PythonDecoder(decoder as Value));
  }
  if (isWritable) {
    const encoder = half(info as Value, 'incrementalencoder', errors);
    if (encoder === EXIT) return EXIT;
    const name = lookAttribute(info as Value, 'name');
    if (name === EXIT) return EXIT;
    self.encoder = new PythonEncoder(encoder as Value, name === 'utf-16' || name === 'utf-32');
  }
  return true;
}

function withNewlines(self: PyTextIOWrapper, decoder: TextDecoding): TextDecoding {
  return self.readsUniversal ? new NewlineDecoding(decoder, self.readEnds.isTranslated) : decoder;
}

/** A stream that is not at its beginning gets no byte order mark; where it is cannot be told of a pipe, which matters to some codecs only. */
export function placeEncoder(self: PyTextIOWrapper): true | Exit {
  if (self.encoder === undefined) return true;
  if (!self.isSeekable) return self.encoder.marksKnownStarts ? self.encoder.setAtStart(false) : true;
  const position = intResult(invoke(self.buffer!, 'tell'));
  if (position === EXIT) return swallow('OSError') ? true : EXIT;
  return position === 0 ? true : self.encoder.setAtStart(false);
}

const LOCALE_ENCODING = 'UTF-8';

/** The encoding by name: the locale's where none is given or it says so. */
function encodingName(encoding: string | undefined): string {
  return encoding === undefined || encoding === 'locale' ? LOCALE_ENCODING : encoding;
}

export interface TextOptions {
  readonly encoding: Value;
  readonly errors: Value;
  readonly newline: Value;
  readonly isLineBuffered: boolean;
  readonly isWriteThrough: boolean;
}

/** With `-X warn_default_encoding`: whoever leaves the encoding out is told. */
export function warnOfDefaultEncoding(stackLevel: number): true | Exit {
  if (!services().options.warnDefaultEncoding) return true;
  const { interpreter } = state;
  const message = "'encoding' argument not specified";
  return interpreter.warn(exceptionTypes['EncodingWarning'], message, stackLevel) ? true : EXIT;
}

export function initialiseText(self: PyTextIOWrapper, buffer: Value, options: TextOptions): true | Exit {
  self.buffer = undefined;
  self.isDetached = false;
  const encoding = optionalText(options.encoding, 'TextIOWrapper', 'encoding');
  const errors = optionalText(options.errors, 'TextIOWrapper', 'errors');
  const newline = optionalText(options.newline, 'TextIOWrapper', 'newline');
  if (encoding === EXIT || errors === EXIT || newline === EXIT) return EXIT;
  if (encoding === undefined && warnOfDefaultEncoding(1) === EXIT) return EXIT;
  if (checkNewline(newline as string | undefined) === EXIT) return EXIT;
  if (checkHandlerName((errors as string | undefined) ?? 'strict') === EXIT) return EXIT;
  self.encoding = encodingName(encoding as string | undefined);
  self.errors = (errors as string | undefined) ?? 'strict';
  setNewline(self, newline as string | undefined);
  self.isLineBuffered = options.isLineBuffered;
  self.isWriteThrough = options.isWriteThrough;
  self.setDecoded('');
  self.snapshot = undefined;
  self.forgetPending();
  return attach(self, buffer);
}

/** Asks the buffer what it can do. */
function attach(self: PyTextIOWrapper, buffer: Value): true | Exit {
  const codec = directEncoding(self.encoding) === undefined ? textCodec(self.encoding) : true;
  if (codec === EXIT) return EXIT;
  const readable = ask(buffer, 'readable');
  if (readable === EXIT) return EXIT;
  const writable = ask(buffer, 'writable');
  if (writable === EXIT) return EXIT;
  if (setCodec(self, self.encoding, self.errors, readable as boolean, writable as boolean) === EXIT) return EXIT;
  const seekable = ask(buffer, 'seekable');
  if (seekable === EXIT) return EXIT;
  const read1 = lookAttribute(buffer, 'read1');
  if (read1 === EXIT) return EXIT;
  self.hasRead1 = read1 !== undefined;
  self.isSeekable = seekable as boolean;
  self.isTelling = seekable as boolean;
  self.buffer = buffer;
  if (placeEncoder(self) === EXIT) {
    self.buffer = undefined;
    return EXIT;
  }
  return true;
}

function ask(buffer: Value, name: string): boolean | Exit {
  const answer = invoke(buffer, name);
  return answer === EXIT ? EXIT : isTrue(answer as Value);
}
