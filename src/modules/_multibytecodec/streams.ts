/** `MultibyteStreamReader` and `MultibyteStreamWriter`: codecs around a stream of bytes. */
import { raiseTypeError } from '../../objspace/exception.ts';
import { getAttribute } from '../../objspace/attributes.ts';
import { builtinType, newSlot } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, getItem, len, toIndex, typeName } from '../../objspace/operations.ts';
import { typeOf, type PyType } from '../../objspace/type.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { isInt } from '../../objspace/types/int/int-object.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { objectType } from '../../objspace/types/object-type.ts';
import { splitLines } from '../../objspace/types/str/split.ts';
import { type Text, unitsOf, unwrap } from '../../objspace/types/str/text.ts';
import type { CharacterSet } from './character-set.ts';
import { construct, defineErrors, PendingBytes, PendingText, PyPiecewise } from './incremental.ts';
import { textToEncode } from './multibyte-codec.ts';

const NOTHING = new Uint8Array(0);

class PyStreamReader extends PyPiecewise {
  readonly stream: Value;
  readonly pending = new PendingBytes();

  constructor(set: CharacterSet, stream: Value, errors: string) {
    super(set, errors);
    this.stream = stream;
  }
}

/** -1 for all. */
function sizeOf(value: Value): number | Exit {
  if (value === null) return -1;
  return isInt(value) ? (toIndex(value) as number | Exit) : raiseTypeError('arg 1 must be an integer');
}

function ask(stream: Value, method: string, args: Value[]): Result {
  const found = getAttribute(stream, method);
  return found === EXIT ? EXIT : call(found as Value, args);
}

/** Reads until there is a character, or nothing more. */
function read(self: PyStreamReader, method: string, size: number): Result {
  if (size === 0) return '';
  for (let wanted = size; ; wanted = 1) {
    const data = ask(self.stream, method, wanted < 0 ? [] : [wanted]);
    if (data === EXIT) return EXIT;
    if (!(data instanceof PyBytes))
      return raiseTypeError(`stream function returned a non-bytes object (${typeName(data as Value)})`);
    const isFinal = wanted < 0 || data.data.length === 0;
    const input = self.pending.before(data.data);
    // What cannot be decoded is not asked for again.
    self.pending.bytes = NOTHING;
    const text = self.pending.decode(self.set, input, self.errors, isFinal);
    if (text === EXIT) return EXIT;
    if (isFinal || unitsOf(text as Text) !== '') return text as Value;
  }
}

export const streamReaderType: PyType = builtinType<PyStreamReader>('MultibyteStreamReader', {
  base: objectType,
  layout: PyStreamReader,
  module: '_multibytecodec',
  slots: {
    new: newSlot("StreamReader(cls, stream, errors='strict')", (cls, stream, errors) =>
      construct(cls, 'StreamReader', 2, errors, (set, handler) => new PyStreamReader(set, stream, handler)),
    ),
    init: () => true,
  },
  define(type) {
    const reading = (self: PyStreamReader, method: string, given: Value): Result => {
      const size = sizeOf(given);
      return size === EXIT ? EXIT : read(self, method, size as number);
    };
    type.method('read(self, sizeobj=None, /)', null, (self, size) => reading(self, 'read', size));
    type.method('readline(self, sizeobj=None, /)', null, (self, size) => reading(self, 'readline', size));
    type.method('readlines(self, sizehintobj=None, /)', null, (self, size) => {
      const text = reading(self, 'read', size);
      return text === EXIT ? EXIT : (PyList.of(splitLines(unwrap(text as Value), true) as Value[]) as Value);
    });
    type.method('reset(self, /)', null, (self) => {
      self.pending.bytes = NOTHING;
      return null;
    });
    type.member('stream', null, (self) => self.stream);
    defineErrors(type);
  },
});

class PyStreamWriter extends PyPiecewise {
  readonly stream: Value;
  readonly pending = new PendingText();

  constructor(set: CharacterSet, stream: Value, errors: string) {
    super(set, errors);
    this.stream = stream;
  }
}

function write(self: PyStreamWriter, value: Value): Result {
  const text = textToEncode(value);
  if (text === EXIT) return EXIT;
  const bytes = self.pending.encode(self.set, text as Text, self.errors, false);
  return bytes === EXIT || ask(self.stream, 'write', [bytes as Value]) === EXIT ? EXIT : null;
}

function writeLines(self: PyStreamWriter, lines: Value): Result {
  if (typeOf(lines).slots.getItem === undefined || lines instanceof PyDict)
    return raiseTypeError('arg must be a sequence object');
  for (let index = 0; ; index++) {
    const length = len(lines);
    if (length === EXIT) return EXIT;
    if (index >= (length as number)) return null;
    const line = getItem(lines, index);
    if (line === EXIT || write(self, line as Value) === EXIT) return EXIT;
  }
}

/** Writes what waits. */
function finish(self: PyStreamWriter): Result {
  const bytes = self.pending.encode(self.set, '', self.errors, true);
  if (bytes === EXIT) return EXIT;
  const isEmpty = (bytes as unknown as PyBytes).data.length === 0;
  return !isEmpty && ask(self.stream, 'write', [bytes as Value]) === EXIT ? EXIT : null;
}

export const streamWriterType: PyType = builtinType<PyStreamWriter>('MultibyteStreamWriter', {
  base: objectType,
  layout: PyStreamWriter,
  module: '_multibytecodec',
  slots: {
    new: newSlot("StreamWriter(cls, stream, errors='strict')", (cls, stream, errors) =>
      construct(cls, 'StreamWriter', 2, errors, (set, handler) => new PyStreamWriter(set, stream, handler)),
    ),
    init: () => true,
  },
  define(type) {
    type.method('write(self, strobj, /)', null, write);
    type.method('writelines(self, lines, /)', null, writeLines);
    type.method('reset(self, /)', null, finish);
    type.member('stream', null, (self) => self.stream);
    defineErrors(type);
  },
});
