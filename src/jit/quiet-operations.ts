/**
 * Operations as compiled code calls them: what the host throws becomes a Python exception, since nobody else would catch it in the middle of a
 * unit. Each is a function written out: closures made by one function would share what the engine learns of the calls in it, and call whatever
 * they are to call as something unknown.
 */
import { ADD, type BinaryOperator, binary, inplace as inplaceBinary } from '../objspace/arithmetic.ts';
import * as attributes from '../objspace/attributes.ts';
import { caught } from '../objspace/exception.ts';
import type { Exit, Result, Value } from '../objspace/object.ts';
import * as operations from '../objspace/operations.ts';
import { concatPlainBytes, type PyBytes } from '../objspace/types/bytes/bytes.ts';
import { intFromLiteral } from '../objspace/types/int/parse.ts';
import { intText } from '../objspace/types/int/text.ts';
import type { PyList } from '../objspace/types/list/list.ts';
import * as lists from '../objspace/types/list/list-type.ts';
import { repeatText } from '../objspace/types/str/concat.ts';
import * as displays from '../interpreter/displays.ts';
import * as raising from '../interpreter/raising.ts';
import { LONG_TEXT } from '../util/work.ts';

export function getItem(object: Value, key: Value): Result {
  try {
    return operations.getItem(object, key);
  } catch (thrown) {
    return caught(thrown);
  }
}

export function setItem(object: Value, key: Value, value: Value | undefined): true | Exit {
  try {
    return operations.setItem(object, key, value);
  } catch (thrown) {
    return caught(thrown) as Exit;
  }
}

export function getAttribute(object: Value, name: string): Result {
  try {
    return attributes.getAttribute(object, name);
  } catch (thrown) {
    return caught(thrown);
  }
}

export function setAttribute(object: Value, name: string, value: Value | undefined): true | Exit {
  try {
    return attributes.setAttribute(object, name, value);
  } catch (thrown) {
    return caught(thrown) as Exit;
  }
}

export function iter(value: Value): Result {
  try {
    return operations.iter(value);
  } catch (thrown) {
    return caught(thrown);
  }
}

export function arithmetic(left: Value, right: Value, operator: BinaryOperator): Result {
  try {
    return binary(left, right, operator);
  } catch (thrown) {
    return caught(thrown);
  }
}

export function inplace(left: Value, right: Value, operator: BinaryOperator): Result {
  try {
    return inplaceBinary(left, right, operator);
  } catch (thrown) {
    return caught(thrown);
  }
}

export function repeatList(list: PyList, count: Value): Result {
  try {
    return lists.repeatList(list, count);
  } catch (thrown) {
    return caught(thrown);
  }
}

/** Shorter results are within all limits. */
const SHORT_REPETITION = 1 << 10;

/** Of a text that is a string of the host. */
export function repeatString(text: string, count: number): Result {
  if (count > 0 && text.length * count <= SHORT_REPETITION && count <= SHORT_REPETITION) return text.repeat(count);
  try {
    return repeatText(text, count);
  } catch (thrown) {
    return caught(thrown);
  }
}

export function formatted(value: Value, spec: Value): Result {
  try {
    return displays.formatted(value, spec);
  } catch (thrown) {
    return caught(thrown);
  }
}

export function converted(value: Value, conversion: number): Result {
  try {
    return displays.converted(value, conversion);
  } catch (thrown) {
    return caught(thrown);
  }
}

export function joinParts(parts: readonly Value[]): Result {
  try {
    return displays.buildString(parts);
  } catch (thrown) {
    return caught(thrown);
  }
}

export function listExtend(list: PyList, iterable: Value): true | Exit {
  try {
    return displays.listExtend(list, iterable);
  } catch (thrown) {
    return caught(thrown) as Exit;
  }
}

export function matchException(exception: Value, type: Value): Result {
  try {
    return raising.matchException(exception, type);
  } catch (thrown) {
    return caught(thrown);
  }
}

export function concatBytes(left: PyBytes, right: PyBytes): PyBytes | Exit {
  try {
    return concatPlainBytes(left, right);
  } catch (thrown) {
    return caught(thrown) as Exit;
  }
}

/** Strings of any length, longer ones with their work counted. */
export function concat(left: string, right: string): Result {
  return left.length < LONG_TEXT ? left + right : arithmetic(left, right, ADD);
}

/** `str(value)`, without the ways through the class for texts and ints. */
export function constructText(cls: Value, value: Value): Result {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return `${value}`;
  return typeof value === 'bigint' ? textOfInt(value) : construct(cls, value);
}

function textOfInt(value: bigint): Result {
  try {
    return intText(value);
  } catch (thrown) {
    return caught(thrown);
  }
}

/** `int(value)`, the same for texts. */
export function constructInt(cls: Value, value: Value): Result {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? intOfText(value) : construct(cls, value);
}

function intOfText(text: string): Result {
  try {
    return intFromLiteral(text, 10, text);
  } catch (thrown) {
    return caught(thrown);
  }
}

/** A call of a builtin class. */
export function construct(cls: Value, ...args: Value[]): Result {
  try {
    return operations.call(cls, args);
  } catch (thrown) {
    return caught(thrown);
  }
}
