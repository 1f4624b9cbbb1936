/** Writes a Python value as JSON text. Errors get a note for each container on the way. */
import { getAttribute } from '../../objspace/attributes.ts';
import { raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { PyBuiltinFunction } from '../../objspace/gateway/builtin-function.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, fullTypeName, itemsOf, len, repr, typeName } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import { typeOf } from '../../objspace/type.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { dictType } from '../../objspace/types/dict/dict-type.ts';
import { addNote } from '../../objspace/types/dict/update.ts';
import { isFloat } from '../../objspace/types/float-object.ts';
import { intOf, isInt } from '../../objspace/types/int/int.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { listType } from '../../objspace/types/list/list-type.ts';
import { isText, textOf } from '../../objspace/types/str/str.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { reprFloat } from '../../util/float-repr.ts';
import { encodeBaseString, encodeBaseStringAscii, quote, quoteAscii } from './encode-string.ts';
import { worked } from '../../util/work.ts';

export interface EncoderOptions {
  readonly checksCycles: boolean;
  /** Called with what JSON does not know. */
  readonly fallback: Value;
  /** Called with strings. */
  readonly encoder: Value;
  /** One level, or None for everything on one line. */
  readonly indent: Value;
  readonly keySeparator: string;
  readonly itemSeparator: string;
  readonly sortsKeys: boolean;
  readonly skipsKeys: boolean;
  readonly allowsNan: boolean;
}

type QuoteText = (text: string) => string;

/** The functions of this module are not called as Python functions. */
function builtinQuote(encoder: Value): QuoteText | null {
  if (!(encoder instanceof PyBuiltinFunction)) return null;
  if (encoder.definition.body === encodeBaseStringAscii) return quoteAscii;
  return encoder.definition.body === encodeBaseString ? quote : null;
}

/** Characters after which the engine puts together what it keeps in pieces. */
const STRETCH = 1 << 16;

export class JsonWriter {
  private readonly options: EncoderOptions;
  private readonly quoteText: QuoteText | null;
  /** Containers that are being written. */
  private readonly active: Set<Value>;
  private readonly indent: string | null;
  private level: number;
  /** What has been written: stretches of some length, and what comes behind them. */
  private stretches: string;
  private output: string;

  constructor(options: EncoderOptions, level: number) {
    this.options = options;
    this.quoteText = builtinQuote(options.encoder);
    this.active = new Set();
    this.indent = options.indent === null ? null : textOf(options.indent);
    this.level = Math.max(0, level);
    this.stretches = '';
    this.output = '';
  }

  /** Looking at a text makes the engine put it together: all the pieces of a long one would take it long at once, and much memory till then. */
  private finishStretch(): void {
    this.output.charCodeAt(0);
    this.stretches += this.output;
    this.output = '';
  }

  get text(): string {
    return this.stretches + this.output;
  }

  write(value: Value): true | Exit {
    worked(2);
    if (this.output.length > STRETCH) this.finishStretch();
    const atom = this.atom(value);
    if (atom === EXIT) return EXIT;
    if (atom !== undefined) {
      this.output += atom as string;
      return true;
    }
    if (value instanceof PyList || value instanceof PyTuple) return this.sequence(value);
    if (value instanceof PyDict) return this.dict(value);
    return this.other(value);
  }

  /** The text of what is no container; `undefined` for others. */
  private atom(value: Value): string | Exit | undefined {
    switch (typeof value) {
      case 'number':
        return String(value);
      case 'string':
        return this.quoteText !== null ? this.quoteText(value) : this.encode(value);
      case 'boolean':
        return value ? 'true' : 'false';
      case 'bigint':
        return textResult(repr(value));
    }
    if (value === null) return 'null';
    if (isText(value)) return this.encode(value);
    if (isInt(value)) return textResult(repr(intOf(value)));
    return isFloat(value) ? this.float(value.value, value) : undefined;
  }

  private encode(value: Value): string | Exit {
    if (this.quoteText !== null) return this.quoteText(textOf(value));
    const text = call(this.options.encoder, [value]);
    if (text === EXIT) return EXIT;
    return isText(text)
      ? textOf(text)
      : raiseTypeError(`encoder() must return a string, not ${typeName(text as Value)}`);
  }

  private float(number: number, value: Value): string | Exit {
    if (Number.isFinite(number)) return reprFloat(number);
    if (!this.options.allowsNan) {
      const shown = repr(value);
      return shown === EXIT
        ? EXIT
        : raiseValueError(`Out of range float values are not JSON compliant: ${textOf(shown as Value)}`);
    }
    return Number.isNaN(number) ? 'NaN' : number > 0 ? 'Infinity' : '-Infinity';
  }

  private other(value: Value): true | Exit {
    if (this.begin(value) === EXIT) return EXIT;
    const substitute = call(this.options.fallback, [value]);
    if (substitute === EXIT) return EXIT;
    if (this.write(substitute as Value) === EXIT) return addNote(`when serializing ${fullTypeName(value)} object`);
    this.active.delete(value);
    return true;
  }

  private begin(container: Value): true | Exit {
    if (!this.options.checksCycles) return true;
    if (this.active.has(container)) return raiseValueError('Circular reference detected');
    this.active.add(container);
    return true;
  }

  private newline(): string {
    return this.indent === null ? '' : `\n${this.indent.repeat(this.level)}`;
  }

  // ── Sequences ──────────────────────────────────────────────────────────────────────────────────────────────────

  private sequence(value: PyList | PyTuple): true | Exit {
    const items = value instanceof PyList && value.shape === listType.instanceShape ? value : itemsIn(value as Value);
    if (items === EXIT) return EXIT;
    const sequence = items as PyList;
    if (sequence.length === 0) {
      this.output += '[]';
      return true;
    }
    if (this.begin(value as Value) === EXIT) return EXIT;
    this.level++;
    const separator = this.options.itemSeparator + this.newline();
    this.output += `[${this.newline()}`;
    // A list may be changed by the function that encodes its items.
    for (let index = 0; index < sequence.length; index++) {
      if (index > 0) this.output += separator;
      if (this.write(sequence.get(index)) === EXIT)
        return addNote(`when serializing ${fullTypeName(value as Value)} item ${index}`);
    }
    this.level--;
    this.output += `${this.newline()}]`;
    this.active.delete(value as Value);
    return true;
  }

  // ── Dictionaries ───────────────────────────────────────────────────────────────────────────────────────────────

  private dict(value: PyDict): true | Exit {
    const length = len(value);
    if (length === EXIT) return EXIT;
    if (length === 0) {
      this.output += '{}';
      return true;
    }
    if (this.begin(value) === EXIT) return EXIT;
    this.level++;
    this.output += '{';
    const isExact = value.shape === dictType.instanceShape;
    const count = this.options.sortsKeys || !isExact ? this.items(value, isExact) : this.entries(value);
    if (count === EXIT) return EXIT;
    this.level--;
    this.output += count === 0 ? '}' : `${this.newline()}}`;
    this.active.delete(value);
    return true;
  }

  private entries(dict: PyDict): number | Exit {
    let count = 0;
    for (let position = dict.nextPosition(0); position >= 0; position = dict.nextPosition(position + 1)) {
      const written = this.member(dict, dict.keyAt(position), dict.valueAt(position), count === 0);
      if (written === EXIT) return EXIT;
      if (written) count++;
    }
    return count;
  }

  /** Through `items()`, sorted if asked. */
  private items(dict: PyDict, isExact: boolean): number | Exit {
    const items = isExact ? entryTuples(dict) : itemsByMethod(dict);
    if (items === EXIT) return EXIT;
    const sorted = this.options.sortsKeys ? sort(items as Value[]) : (items as Value[]);
    if (sorted === EXIT) return EXIT;
    let count = 0;
    for (const item of sorted as Value[]) {
      if (!(item instanceof PyTuple) || !item.isPair) return raiseValueError('items must return 2-tuples');
      const written = this.member(dict, item.at(0), item.at(1), count === 0);
      if (written === EXIT) return EXIT;
      if (written) count++;
    }
    return count;
  }

  /** Writes one member; false if its key was skipped. */
  private member(dict: PyDict, key: Value, value: Value, isFirst: boolean): boolean | Exit {
    const name = this.key(key);
    if (name === EXIT) return EXIT;
    if (name === undefined) return false;
    this.output += `${isFirst ? '' : this.options.itemSeparator}${this.newline()}${name as string}${this.options.keySeparator}`;
    if (this.write(value) !== EXIT) return true;
    const shown = withoutException(key);
    return addNote(`when serializing ${fullTypeName(dict)} item ${shown}`);
  }

  /** A key in quotes; `undefined` if it is to be skipped. */
  private key(key: Value): string | Exit | undefined {
    if (isText(key)) return this.atom(key);
    if (key === null || typeof key === 'boolean' || isInt(key) || isFloat(key)) {
      const text = this.atom(key);
      return text === EXIT ? EXIT : this.encode(text as string);
    }
    if (this.options.skipsKeys) return undefined;
    return raiseTypeError(`keys must be str, int, float, bool or None, not ${typeName(key)}`);
  }
}

/** The items of a tuple, or of a subclass of list that may iterate in its own way, as a list. */
function itemsIn(value: Value): PyList | Exit {
  const items = itemsOf(value);
  return items === EXIT ? EXIT : PyList.of(items as Value[]);
}

function textResult(result: Result): string | Exit {
  return result === EXIT ? EXIT : textOf(result as Value);
}

/** Work of making the tuple of an entry. */
const ENTRY_WORK = 4;

function entryTuples(dict: PyDict): Value[] {
  const items: Value[] = [];
  for (let position = dict.nextPosition(0); position >= 0; position = dict.nextPosition(position + 1)) {
    worked(ENTRY_WORK);
    items.push(new PyTuple(null, dict.keyAt(position), dict.valueAt(position)));
  }
  return items;
}

function itemsByMethod(dict: PyDict): Value[] | Exit {
  const method = getAttribute(dict, 'items');
  const view = method === EXIT ? EXIT : call(method as Value, []);
  if (view === EXIT) return EXIT;
  const slots = typeOf(view as Value).slots;
  if (slots.iter === undefined && slots.getItem === undefined) {
    return raiseTypeError(`${typeName(dict)}.items() returned a non-iterable (type ${typeName(view as Value)})`);
  }
  return itemsOf(view as Value);
}

function sort(items: Value[]): Value[] | Exit {
  const list = PyList.of(items);
  const method = getAttribute(list, 'sort');
  if (method === EXIT || call(method as Value, []) === EXIT) return EXIT;
  return list.toArray();
}

/** `repr(key)` for a note, while an exception is in flight. */
function withoutException(key: Value): string {
  const exception = state.exception;
  state.exception = null;
  const text = repr(key);
  state.exception = exception;
  return text === EXIT ? '?' : textOf(text as Value);
}
