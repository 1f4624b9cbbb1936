/**
 * `bytes % values` (PEP 461). Numbers are formatted by str's own `%`; what differs is how bytes get in: %b, %s, %c, and %a for %r.
 */
import { tryCopyBytesOf } from '../../buffer.ts';
import { caught, error, orThrow } from '../../exception.ts';
import { EXIT, type Exit, type Value } from '../../object.ts';
import { call, fullTypeName, getItem, lookupSpecial, toFloat, toInt, typeName } from '../../operations.ts';
import { state } from '../../state.ts';
import { PyFloat } from '../float.ts';
import { intOf, isInt } from '../int/int-object.ts';
import { typeOf } from '../../type.ts';
import { formatPercent } from '../str/percent.ts';
import { asciiOf } from '../str/str.ts';
import { isText, textOf, unitsOf, type Text } from '../str/text.ts';
import { PyTuple } from '../tuple.ts';
import { MAX_SIZE, ssizeArgument } from './allocate.ts';
import { hasIndex } from './byte-values.ts';
import { PyByteArray } from './bytearray.ts';
import { PyBytes } from './bytes.ts';
import { padBytes } from './case.ts';
import { concatBytes } from './search.ts';

const PERCENT = 0x25;
const FLAGS = '-+ #0';
const MAX_WIDTH = 0x7fffffff;

/** One conversion of the format. */
interface Specifier {
  flags: string;
  width: number;
  /** -1 if there is none. */
  precision: number;
  type: string;
}

class BytesFormatter {
  private readonly format: Uint8Array;
  /** The values to take in turn. */
  private readonly items: readonly Value[];
  private readonly mapping: Value | undefined;
  private position: number;
  private taken: number;
  /** The single value that a key picked. */
  private picked: Value | undefined;

  constructor(format: Uint8Array, values: Value) {
    this.format = format;
    this.items = values instanceof PyTuple ? values.items : [values];
    this.mapping = isMapping(values) ? values : undefined;
    this.position = 0;
    this.taken = 0;
    this.picked = undefined;
  }

  run(): Uint8Array {
    const parts: Uint8Array[] = [];
    while (this.position < this.format.length) {
      const percent = this.format.indexOf(PERCENT, this.position);
      const end = percent < 0 ? this.format.length : percent;
      if (end > this.position) parts.push(this.format.subarray(this.position, end));
      this.position = end + 1;
      if (percent >= 0) parts.push(this.conversion());
    }
    const usedUp = this.mapping !== undefined || this.taken >= this.items.length;
    if (!usedUp) throw error('TypeError', 'not all arguments converted during bytes formatting');
    return concatBytes(parts);
  }

  private peek(): string {
    return this.position < this.format.length ? String.fromCharCode(this.format[this.position]) : '';
  }

  private character(): string {
    const character = this.peek();
    if (character === '') throw error('ValueError', 'incomplete format');
    this.position++;
    return character;
  }

  private nextValue(): Value {
    if (this.picked !== undefined) {
      const value = this.picked;
      this.picked = undefined;
      return value;
    }
    if (this.taken >= this.items.length) throw error('TypeError', 'not enough arguments for format string');
    return this.items[this.taken++];
  }

  /** `(key)`: the value comes from the mapping. */
  private key(): void {
    const start = ++this.position;
    let depth = 1;
    while (depth > 0) {
      const character = this.peek();
      if (character === '') throw error('ValueError', 'incomplete format key');
      this.position++;
      if (character === '(') depth++;
      else if (character === ')') depth--;
    }
    const key = new PyBytes(this.format.slice(start, this.position - 1));
    this.picked = orThrow(getItem(this.mapping!, key)) as Value;
  }

  private number(what: 'width' | 'precision'): number {
    if (this.peek() === '*') {
      this.position++;
      return this.star(what);
    }
    let value = 0;
    while (this.peek() >= '0' && this.peek() <= '9') {
      value = value * 10 + Number(this.character());
      if (value > MAX_WIDTH) throw error('ValueError', what === 'width' ? 'width too big' : 'prec too big');
    }
    return value;
  }

  private star(what: 'width' | 'precision'): number {
    const value = this.nextValue();
    if (!isInt(value)) throw error('TypeError', '* wants int');
    if (what === 'width') return orThrow(ssizeArgument(value)) as number;
    const number = Number(intOf(value));
    if (Math.abs(number) > MAX_WIDTH) throw error('OverflowError', 'Python int too large to convert to C int');
    return number;
  }

  private conversion(): Uint8Array {
    if (this.peek() === '%') {
      this.position++;
      return Uint8Array.of(PERCENT);
    }
    if (this.peek() === '(') {
      if (this.mapping === undefined) throw error('TypeError', 'format requires a mapping');
      this.key();
    }
    const specifier = this.specifier();
    return convert(specifier, this.nextValue(), this.position - 1);
  }

  private specifier(): Specifier {
    let flags = '';
    while (this.peek() !== '' && FLAGS.includes(this.peek())) flags += this.character();
    let width = this.number('width');
    if (width < 0) {
      flags += '-';
      width = -width;
    }
    let precision = -1;
    if (this.peek() === '.') {
      this.position++;
      precision = Math.max(0, this.number('precision'));
    }
    if (this.peek() !== '' && 'hlL'.includes(this.peek())) this.position++;
    return { flags, width, precision, type: this.character() };
  }
}

function isMapping(values: Value): boolean {
  if (values instanceof PyTuple || values instanceof PyBytes || values instanceof PyByteArray || isText(values))
    return false;
  return typeOf(values).slots.getItem !== undefined;
}

function convert(specifier: Specifier, value: Value, position: number): Uint8Array {
  switch (specifier.type) {
    case 'b':
    case 's':
      return padded(truncated(bytesFor(value), specifier), specifier);
    case 'r':
    case 'a':
      return padded(truncated(asciiBytes(unitsOf(orThrow(asciiOf(value)) as Text)), specifier), specifier);
    case 'c':
      return padded(characterFor(value), specifier);
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
      return number(specifier, value);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return number(specifier, new PyFloat(floatOf(value)) as Value);
  }
  const code = specifier.type.charCodeAt(0);
  const shown = code >= 32 && code < 127 ? specifier.type : '?';
  throw error('ValueError', `unsupported format character '${shown}' (0x${code.toString(16)}) at index ${position}`);
}

function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function number({ flags, width, precision, type }: Specifier, value: Value): Uint8Array {
  const format = `%${flags}${width === 0 ? '' : width}${precision < 0 ? '' : `.${precision}`}${type}`;
  return asciiBytes(textOf(orThrow(formatPercent(format, new PyTuple([value]))) as Value));
}

/** As CPython, whatever goes wrong is told in this way. */
function floatOf(value: Value): number {
  const number = toFloat(value);
  if (number === EXIT) throw error('TypeError', `float argument required, not ${typeName(value)}`);
  return number as number;
}

/** What %b puts in: a buffer, or what `__bytes__` gives. */
function bytesFor(value: Value): Uint8Array {
  if (value instanceof PyBytes || value instanceof PyByteArray) return value.data;
  const method = lookupSpecial(value, '__bytes__');
  // A method that cannot be had, for whatever reason, is not there.
  if (method === EXIT) state.exception = null;
  if (method !== undefined && method !== EXIT) {
    const bytes = orThrow(call(method as Value, [])) as Value;
    if (bytes instanceof PyBytes) return bytes.data;
    throw error('TypeError', `__bytes__ returned non-bytes (type ${typeName(bytes)})`);
  }
  const copy = tryCopyBytesOf(value);
  if (copy !== undefined) return orThrow(copy) as Uint8Array;
  throw error(
    'TypeError',
    `%b requires a bytes-like object, or an object that implements __bytes__, not '${typeName(value)}'`,
  );
}

function characterFor(value: Value): Uint8Array {
  const wrong = 'an integer in range(256) or a single byte, not';
  if (value instanceof PyBytes || value instanceof PyByteArray) {
    if (value.length === 1) return value.data;
    const name = value instanceof PyBytes ? 'bytes' : 'bytearray';
    throw error('TypeError', `%c requires ${wrong} a ${name} object of length ${value.length}`);
  }
  if (!hasIndex(value)) throw error('TypeError', `%c requires ${wrong} ${fullTypeName(value)}`);
  const byte = orThrow(toInt(value)) as number | bigint;
  if (byte < 0 || byte > 255) throw error('OverflowError', '%c arg not in range(256)');
  return Uint8Array.of(Number(byte));
}

function truncated(data: Uint8Array, { precision }: Specifier): Uint8Array {
  return precision >= 0 && precision < data.length ? data.subarray(0, precision) : data;
}

function padded(data: Uint8Array, { flags, width }: Specifier): Uint8Array {
  const missing = width - data.length;
  if (missing <= 0) return data;
  if (missing > MAX_SIZE) throw error('MemoryError');
  return flags.includes('-') ? padBytes(data, 0, missing, 32) : padBytes(data, missing, 0, 32);
}

/** `format % values`. */
export function formatBytes(format: Uint8Array, values: Value): Uint8Array | Exit {
  try {
    return new BytesFormatter(format, values).run();
  } catch (thrown) {
    return caught(thrown);
  }
}
