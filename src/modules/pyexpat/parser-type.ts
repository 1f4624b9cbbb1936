/** `pyexpat.xmlparser`. https://docs.python.org/3.14/library/pyexpat.html#xmlparser-objects */
import { bytesOf, type PyBytesLike } from '../../objspace/buffer.ts';
import { decodeBytes, encodeText } from '../../objspace/codecs.ts';
import { getAttribute, setAttribute } from '../../objspace/attributes.ts';
import { caught, error, orThrow, raise } from '../../objspace/exception.ts';
import { builtinType, type TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import { ModuleException } from '../../objspace/module-exception.ts';
import { EXIT, type Exit, type Value } from '../../objspace/object.ts';
import { call, isTrue, toFloat, toInt, typeName } from '../../objspace/operations.ts';
import type { PyType } from '../../objspace/type.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { PyByteArray } from '../../objspace/types/bytes/bytearray.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { intOperand } from '../../objspace/types/int/int-object.ts';
import { objectType } from '../../objspace/types/object.ts';
import { isText, strFromText, textOf } from '../../objspace/types/str/text.ts';
import { Engine } from './engine.ts';
import { codeOf, messageOf, XmlError } from './errors.ts';
import { Handlers } from './events.ts';
import { CONNECTIONS, setHandler } from './handlers.ts';
import { Namespaces } from './namespaces.ts';
import { PyXmlParser } from './parser-object.ts';

export const expatError = new ModuleException('xml.parsers.expat', 'ExpatError', ['Exception']);

// ── Errors ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** The Python exception of an error, which tells where it is. */
function raiseExpat(parser: PyXmlParser, problem: XmlError): never {
  const { engine } = parser;
  parser.errorCode = problem.code;
  parser.errorOffset = problem.offset ?? engine.eventStart;
  engine.eventStart = parser.errorOffset;
  engine.isFinished = true;
  const { line, column } = engine.positionOf(parser.errorOffset);
  throw newError(problem.code, line, column);
}

function newError(code: number, line: number, column: number): Value & object {
  const made = expatError.error(`${messageOf(code)}: line ${line}, column ${column}`);
  orThrow(setAttribute(made, 'code', code));
  orThrow(setAttribute(made, 'offset', column));
  orThrow(setAttribute(made, 'lineno', line));
  return made;
}

/** The characters of an encoding of single bytes, in which ASCII is ASCII. */
function tableOf(name: string): readonly string[] {
  const bytes = Uint8Array.from({ length: 256 }, (_, code) => code);
  const characters = [...textOf(orThrow(decodeBytes(bytes, name, 'replace')) as Value)];
  if (characters.length !== 256) throw error('ValueError', 'multi-byte encodings are not supported');
  const isAscii = characters.every((character, code) => code >= 128 || character.charCodeAt(0) === code);
  if (!isAscii) throw new XmlError('UNKNOWN_ENCODING');
  return characters.map((character) => (character === '\ufffd' ? '\uffff' : character));
}

// ── Parsing ──────────────────────────────────────────────────────────────────────────────────────────────────────

function feed(parser: PyXmlParser, data: Uint8Array, isFinal: boolean): Value {
  return parsing(parser, () => parser.engine.parse(data, isFinal));
}

/** Whatever goes wrong ends the parser. */
function parsing(parser: PyXmlParser, work: () => void): Value {
  const { engine } = parser;
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof XmlError) raiseExpat(parser, thrown);
    // A handler that raised is the last one that is called.
    engine.isFinished = true;
    engine.handlers = new Handlers();
    throw thrown;
  }
  parser.flush();
  return 1;
}

function parse(parser: PyXmlParser, data: Value, isFinal: boolean): Value {
  const { engine } = parser;
  if (!isText(data)) return feed(parser, (orThrow(bytesOf(data)) as PyBytesLike).data, isFinal);
  engine.forceUtf8();
  if (typeof data === 'string' && engine.takesText()) return parsing(parser, () => engine.parseText(data, isFinal));
  return feed(parser, orThrow(encodeText(data)) as Uint8Array, isFinal);
}

const FILE_PIECE = 2048;

function parseFile(parser: PyXmlParser, file: Value): Value {
  const read = getAttribute(file, 'read');
  if (read === EXIT) throw orThrowTypeError();
  for (;;) {
    const piece = orThrow(call(read as Value, [FILE_PIECE])) as Value;
    if (!(piece instanceof PyBytes || piece instanceof PyByteArray))
      throw error('TypeError', `read() did not return a bytes object (type=${typeName(piece)})`);
    const { data } = orThrow(bytesOf(piece)) as PyBytesLike;
    feed(parser, data, data.length === 0);
    if (data.length === 0) return 1;
  }
}

function orThrowTypeError(): never {
  throw error('TypeError', "argument must have 'read' attribute");
}

/** A parser for an external entity: of the content of an element, or (without a context) of declarations. */
function externalParser(parser: PyXmlParser, context: Value, encoding: Value | undefined): Value {
  const { engine } = parser;
  const given = context === null ? null : textOf(context);
  const namespaces = engine.namespaces === null ? null : new Namespaces(engine.namespaces.separator);
  const name = encoding === undefined || encoding === null ? null : textOf(encoding);
  const child = new Engine(name, tableOf, namespaces, engine, given === null ? 'subset' : 'entity');
  child.handlers = new Handlers();
  const made = new PyXmlParser(child, parser.intern);
  if (given !== null && namespaces !== null) {
    namespaces.tellsPrefixes = engine.namespaces!.tellsPrefixes;
    for (const part of given.split('\f')) if (part.includes('=')) namespaces.adopt(part);
  }
  made.buffersText = parser.buffersText;
  made.bufferSize = parser.bufferSize;
  made.ordersAttributes = parser.ordersAttributes;
  made.onlySpecified = parser.onlySpecified;
  for (const [handler, value] of parser.handlers) setHandler(made, handler, value);
  return made;
}

/** Text of the event and all that has come behind it, in the encoding of the document. */
function inputContext(parser: PyXmlParser): Value {
  if (!parser.isInHandler) return null;
  const { engine } = parser;
  const text = strFromText(engine.source.text.slice(engine.eventStart));
  const name = engine.encoding === 'single' ? 'latin-1' : engine.encoding;
  return new PyBytes(orThrow(encodeText(text, name, 'replace')) as Uint8Array);
}

// ── The type ─────────────────────────────────────────────────────────────────────────────────────────────────────

type Builder = TypeBuilder<PyXmlParser>;

/** A setter whose conversions may throw: no gateway stands above it. */
function setter(set: (parser: PyXmlParser, value: Value) => void) {
  return (parser: PyXmlParser, value: Value | undefined): true | Exit => {
    if (value === undefined) return raise('TypeError', 'Cannot delete attribute');
    try {
      set(parser, value);
      return true;
    } catch (thrown) {
      return caught(thrown);
    }
  };
}

const truth = (value: Value): boolean => orThrow(isTrue(value)) as boolean;

function defineSettings(type: Builder): void {
  type.getset(
    'buffer_text',
    null,
    (self) => self.buffersText,
    setter((self, value) => {
      const wanted = truth(value);
      if (!wanted) self.flush();
      self.buffersText = wanted;
    }),
  );
  type.getset(
    'buffer_size',
    null,
    (self) => self.bufferSize,
    setter((self, value) => setBufferSize(self, value)),
  );
  type.getset('buffer_used', null, (self) => self.bufferUsed);
  type.getset(
    'namespace_prefixes',
    null,
    (self) => self.engine.namespaces?.tellsPrefixes ?? false,
    setter((self, value) => {
      const wanted = truth(value);
      if (self.engine.namespaces !== null) self.engine.namespaces.tellsPrefixes = wanted;
    }),
  );
  type.getset(
    'ordered_attributes',
    null,
    (self) => self.ordersAttributes,
    setter((self, value) => {
      self.ordersAttributes = truth(value);
    }),
  );
  type.getset(
    'specified_attributes',
    null,
    (self) => self.onlySpecified,
    setter((self, value) => {
      self.onlySpecified = truth(value);
    }),
  );
  type.member('intern', null, (self) => self.intern as Value);
}

const MAX_BUFFER = 2 ** 31 - 1;

function setBufferSize(parser: PyXmlParser, value: Value): void {
  const size = intOperand(value);
  if (size === undefined) throw error('TypeError', 'buffer_size must be an integer');
  if (size <= 0) throw error('ValueError', 'buffer_size must be greater than zero');
  if (size > MAX_BUFFER) throw error('ValueError', `buffer_size must not be greater than ${MAX_BUFFER}`);
  if (size === parser.bufferSize) return;
  parser.flush();
  parser.bufferSize = Number(size);
}

function definePositions(type: Builder): void {
  for (const prefix of ['Error', 'Current']) {
    const position = ({ engine }: PyXmlParser) => engine.positionOf(engine.eventStart);
    type.getset(`${prefix}LineNumber`, null, (self) => position(self).line);
    type.getset(`${prefix}ColumnNumber`, null, (self) => position(self).column);
    type.getset(`${prefix}ByteIndex`, null, (self) => (self.engine.isStarted ? position(self).bytes : -1));
  }
  type.getset('ErrorCode', null, (self) => self.errorCode);
}

function defineHandlers(type: Builder): void {
  for (const name of CONNECTIONS.keys()) {
    type.getset(
      name,
      null,
      (self) => self.handlers.get(name) ?? null,
      setter((self, value) => setHandler(self, name, value)),
    );
  }
}

function defineParsing(type: Builder): void {
  type.method('Parse(self, data, isfinal: bool = False, /)', 'Parse XML data.', (self, data, isFinal) =>
    parse(self, data, isFinal),
  );
  type.method('ParseFile(self, file, /)', 'Parse XML data from a file-like object.', parseFile);
  type.method(
    'ExternalEntityParserCreate(self, context: str | None, encoding: str = <absent>, /)',
    'Create a parser for an external entity.',
    (self, context, encoding) => externalParser(self, context as Value, encoding as Value | undefined),
  );
  type.method(
    'GetInputContext(self, /)',
    'Return the input of the current event as bytes, and what follows it.',
    (self) => inputContext(self),
  );
  type.method('SetBase(self, base: text, /)', 'Set the base URL.', (self, base) => {
    self.engine.base = base;
    return null;
  });
  type.method('GetBase(self, /)', 'Return the base URL.', ({ engine }) =>
    engine.base === null ? null : strFromText(engine.base),
  );
}

function defineFeatures(type: Builder): void {
  type.method(
    'SetParamEntityParsing(self, flag: int, /)',
    'Say whether parameter entities and the external subset are parsed.',
    ({ engine }, flag) => {
      if (engine.isStarted || flag < 0 || flag > 2) return 0;
      engine.dtd.parameterEntityParsing = Number(flag);
      return 1;
    },
  );
  type.method(
    'UseForeignDTD(self, flag: bool = True, /)',
    'Let the application provide an external subset for documents without one.',
    (self, flag) => {
      if (self.engine.isStarted) throw newFeatureError();
      self.engine.usesForeignDtd = flag;
      return null;
    },
  );
  type.method(
    'SetReparseDeferralEnabled(self, enabled: bool, /)',
    'Enable/Disable reparse deferral.',
    (self, enabled) => {
      self.engine.defersReparsing = enabled;
      return null;
    },
  );
  type.method(
    'GetReparseDeferralEnabled(self, /)',
    'Return whether reparse deferral is enabled.',
    ({ engine }) => engine.defersReparsing,
  );
  type.method(
    'SetBillionLaughsAttackProtectionActivationThreshold(self, threshold, /)',
    'Set the number of bytes from which on the amplification is limited.',
    ({ engine }, threshold) => {
      checkRoot(engine);
      engine.limitExpansion(Number(sizeArgument(threshold)), undefined);
      return null;
    },
  );
  type.method(
    'SetBillionLaughsAttackProtectionMaximumAmplification(self, max_factor, /)',
    'Set how many times more than the input entities may expand to.',
    ({ engine }, factor) => {
      const limit = orThrow(toFloat(factor)) as number;
      checkRoot(engine);
      if (!(limit >= 1)) throw newArgumentError("'max_factor' must be at least 1.0");
      engine.limitExpansion(undefined, limit);
      return null;
    },
  );
}

function sizeArgument(value: Value): number | bigint {
  const size = orThrow(toInt(value)) as number | bigint;
  if (size < 0) throw error('ValueError', 'value must be positive');
  return size;
}

const newFeatureError = () => newError(codeOf('CANT_CHANGE_FEATURE_ONCE_PARSING'), 1, 0);

/** Parsers of external entities share the limits of the document's. */
function checkRoot(engine: Engine): void {
  if (engine.kind !== 'document') throw newArgumentError('parser must be a root parser');
}

function newArgumentError(message: string): Value & object {
  const made = expatError.error(message);
  orThrow(setAttribute(made, 'code', codeOf('INVALID_ARGUMENT')));
  return made;
}

export const xmlParserType: PyType = builtinType<PyXmlParser>('xmlparser', {
  base: objectType,
  layout: PyXmlParser,
  module: 'pyexpat',
  isBaseType: false,
  doc: 'XML parser',
  define(type) {
    defineParsing(type);
    defineFeatures(type);
    defineSettings(type);
    definePositions(type);
    defineHandlers(type);
  },
});

/** `ParserCreate(...)`. */
export function createParser(encoding: Value, separator: Value, intern: Value | undefined): Value {
  const name = stringArgument(encoding, 'encoding');
  const between = stringArgument(separator, 'namespace_separator');
  if (between !== null && [...between].length > 1)
    throw error('ValueError', 'namespace_separator must be at most one character, omitted, or None');
  if (intern !== undefined && intern !== null && !(intern instanceof PyDict))
    throw error('TypeError', 'intern must be a dictionary');
  const names = intern === undefined ? new PyDict() : (intern as PyDict | null);
  return new PyXmlParser(
    new Engine(name, tableOf, between === null ? null : new Namespaces(between), null, 'document'),
    names,
  );
}

function stringArgument(value: Value, name: string): string | null {
  if (value === null) return null;
  if (isText(value)) return textOf(value);
  throw error('TypeError', `ParserCreate() argument '${name}' must be str or None, not ${typeName(value)}`);
}
