/**
 * Reads one JSON value: what a scanner does when it is called.
 *
 * Offsets are code units of the document. A value that cannot begin where one has to begin raises StopIteration with the index, which
 * `json.decoder` turns into "Expecting value".
 */
import { raise } from '../../objspace/exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call } from '../../objspace/operations.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { PyFloat } from '../../objspace/types/float-object.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { indexAt, type Text } from '../../objspace/types/str/text.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { raiseDecodeError } from './decode-error.ts';
import { StringReader } from './scan-string.ts';
import { parseLongDecimal } from '../../util/long-decimal.ts';
import { CHARACTERS, CHARACTERS_WORK, LONG_TEXT, worked } from '../../util/work.ts';

/** What a scanner was made with. */
export interface ScannerOptions {
  readonly isStrict: boolean;
  /** None without one. */
  readonly objectHook: Value;
  readonly pairsHook: Value;
  /** `undefined` where the plain types serve. */
  readonly parseFloat: Value | undefined;
  readonly parseInt: Value | undefined;
  readonly parseConstant: Value;
  /** `int`, for ints that are longer than a number holds. */
  readonly intType: Value;
}

/** So many digits fit into a number. */
const SAFE_DIGITS = 15;
/** Objects with more keys are not remembered. */
const FEW_KEYS = 8;

const isSpace = (unit: number): boolean => unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

export class JsonParser {
  private readonly document: Text;
  private readonly units: string;
  private readonly options: ScannerOptions;
  private readonly strings: StringReader;
  /** One copy of each key. */
  private readonly knownKeys: Map<string, string>;
  /** Keys of the last object of few keys: records often have the same ones. */
  private lastKeys: string[] | null;
  /** Offset behind the last value. */
  end: number;

  constructor(document: Text, options: ScannerOptions) {
    this.document = document;
    this.units = typeof document === 'string' ? document : document.text;
    this.options = options;
    this.strings = new StringReader(document, options.isStrict);
    this.knownKeys = new Map();
    this.lastKeys = null;
    this.end = 0;
  }

  value(offset: number): Result {
    worked(2);
    switch (this.units.charCodeAt(offset)) {
      case 0x22: {
        const text = this.strings.read(offset + 1);
        this.end = this.strings.end;
        return text;
      }
      case 0x7b:
        return this.object(offset + 1);
      case 0x5b:
        return this.array(offset + 1);
      case 0x6e:
        return this.word(offset, 'null', null);
      case 0x74:
        return this.word(offset, 'true', true);
      case 0x66:
        return this.word(offset, 'false', false);
      case 0x4e:
        return this.constant(offset, 'NaN');
      case 0x49:
        return this.constant(offset, 'Infinity');
      case 0x2d:
        if (this.units.startsWith('Infinity', offset + 1)) return this.constant(offset, '-Infinity');
    }
    return this.number(offset);
  }

  private stop(offset: number): Exit {
    return raise('StopIteration', indexAt(this.document, offset));
  }

  private skipSpace(offset: number): number {
    const { units } = this;
    while (isSpace(units.charCodeAt(offset))) {
      offset++;
      if ((offset & (CHARACTERS - 1)) === 0) worked(CHARACTERS_WORK);
    }
    return offset;
  }

  private word(offset: number, word: string, value: Value): Result {
    if (!this.units.startsWith(word, offset)) return this.stop(offset);
    this.end = offset + word.length;
    return value;
  }

  private constant(offset: number, name: string): Result {
    if (!this.units.startsWith(name, offset)) return this.stop(offset);
    this.end = offset + name.length;
    return call(this.options.parseConstant, [name]);
  }

  // ── Numbers ────────────────────────────────────────────────────────────────────────────────────────────────────

  private number(start: number): Result {
    const { units } = this;
    let offset = start;
    if (units.charCodeAt(offset) === 0x2d) offset++;
    const first = units.charCodeAt(offset);
    if (!isDigit(first)) return this.stop(start);
    offset++;
    if (first !== 0x30) offset = this.skipDigits(offset);
    const digitsEnd = offset;
    if (units.charCodeAt(offset) === 0x2e && isDigit(units.charCodeAt(offset + 1))) {
      offset = this.skipDigits(offset + 2);
    }
    offset = this.skipExponent(offset);
    this.end = offset;
    const text = units.slice(start, offset);
    return offset === digitsEnd ? this.int(text) : this.float(text);
  }

  private skipDigits(start: number): number {
    const { units } = this;
    let offset = start;
    while (isDigit(units.charCodeAt(offset))) {
      offset++;
      if ((offset & (CHARACTERS - 1)) === 0) worked(CHARACTERS_WORK);
    }
    return offset;
  }

  private skipExponent(offset: number): number {
    const { units } = this;
    if ((units.charCodeAt(offset) | 0x20) !== 0x65) return offset;
    let at = offset + 1;
    const sign = units.charCodeAt(at);
    if (sign === 0x2b || sign === 0x2d) at++;
    if (!isDigit(units.charCodeAt(at))) return offset;
    while (isDigit(units.charCodeAt(at))) at++;
    return at;
  }

  private int(text: string): Result {
    if (this.options.parseInt !== undefined) return call(this.options.parseInt, [text]);
    // Adding zero turns -0 into 0.
    return text.length <= SAFE_DIGITS ? Number(text) + 0 : call(this.options.intType, [text]);
  }

  private float(text: string): Result {
    if (this.options.parseFloat !== undefined) return call(this.options.parseFloat, [text]);
    return new PyFloat(text.length < LONG_TEXT ? Number(text) : (parseLongDecimal(text) as number));
  }

  // ── Arrays ─────────────────────────────────────────────────────────────────────────────────────────────────────

  private array(start: number): Result {
    const { units } = this;
    const items: Value[] = [];
    let offset = this.skipSpace(start);
    if (units.charCodeAt(offset) === 0x5d) {
      this.end = offset + 1;
      return PyList.of(items);
    }
    for (;;) {
      const item = this.value(offset);
      if (item === EXIT) return EXIT;
      items.push(item as Value);
      offset = this.skipSpace(this.end);
      const unit = units.charCodeAt(offset);
      if (unit === 0x5d) break;
      if (unit !== 0x2c) return this.fail("Expecting ',' delimiter", offset);
      const comma = offset;
      offset = this.skipSpace(offset + 1);
      if (units.charCodeAt(offset) === 0x5d) return this.fail('Illegal trailing comma before end of array', comma);
    }
    this.end = offset + 1;
    return PyList.of(items);
  }

  private fail(message: string, offset: number): Exit {
    return raiseDecodeError(message, this.document, offset);
  }

  // ── Objects ────────────────────────────────────────────────────────────────────────────────────────────────────

  private object(start: number): Result {
    const { units } = this;
    const keys: Text[] = [];
    const values: Value[] = [];
    let offset = this.skipSpace(start);
    if (units.charCodeAt(offset) !== 0x7d) {
      for (;;) {
        offset = this.member(offset, keys, values) as number;
        if ((offset as unknown) === EXIT) return EXIT;
        const unit = units.charCodeAt(offset);
        if (unit === 0x7d) break;
        if (unit !== 0x2c) return this.fail("Expecting ',' delimiter", offset);
        const comma = offset;
        offset = this.skipSpace(offset + 1);
        if (units.charCodeAt(offset) === 0x7d) return this.fail('Illegal trailing comma before end of object', comma);
      }
    }
    this.end = offset + 1;
    return this.finishObject(keys, values);
  }

  /** Reads `"key": value`; the offset of what follows. */
  private member(offset: number, keys: Text[], values: Value[]): number | Exit {
    const { units } = this;
    if (units.charCodeAt(offset) !== 0x22)
      return this.fail('Expecting property name enclosed in double quotes', offset);
    const key = this.strings.read(offset + 1);
    if (key === EXIT) return EXIT;
    keys.push(this.sameKey(key as Text));
    const colon = this.skipSpace(this.strings.end);
    if (units.charCodeAt(colon) !== 0x3a) return this.fail("Expecting ':' delimiter", colon);
    const value = this.value(this.skipSpace(colon + 1));
    if (value === EXIT) return EXIT;
    values.push(value as Value);
    return this.skipSpace(this.end);
  }

  private sameKey(key: Text): Text {
    if (typeof key !== 'string') return key;
    const known = this.knownKeys.get(key);
    if (known !== undefined) return known;
    this.knownKeys.set(key, key);
    return key;
  }

  private finishObject(keys: readonly Text[], values: Value[]): Result {
    const { objectHook, pairsHook } = this.options;
    const { end } = this;
    if (pairsHook !== null) {
      const pairs = PyList.of(keys.map((key, index) => new PyTuple([key, values[index]])));
      return this.hooked(pairsHook, pairs, end);
    }
    const dict = this.dictOf(keys, values);
    return objectHook === null ? dict : this.hooked(objectHook, dict, end);
  }

  /** A hook may parse other documents, but not with this parser. */
  private hooked(hook: Value, argument: Value, end: number): Result {
    this.end = end;
    return call(hook, [argument]);
  }

  private dictOf(keys: readonly Text[], values: Value[]): PyDict {
    const { lastKeys } = this;
    if (lastKeys !== null && lastKeys.length === keys.length && keys.every((key, index) => key === lastKeys[index])) {
      return PyDict.ofConstantKeys(lastKeys, values);
    }
    const dict = new PyDict();
    for (let index = 0; index < keys.length; index++) dict.set(keys[index], values[index]);
    const isRecord = keys.length > 0 && keys.length <= FEW_KEYS && dict.size === keys.length;
    if (isRecord && keys.every((key) => typeof key === 'string')) this.lastKeys = keys as string[];
    return dict;
  }
}
