/** Converters of arguments: what stands behind the colon in a builtin's signature (signature.ts lists what each gives). */
import { bytesLiteral, bytesOf } from '../buffer.ts';
import { error, orThrow } from '../exception.ts';
import type { Value } from '../object.ts';
import { isTrue, toFloat, toIndex, toInt, typeName } from '../operations.ts';
import { isText, textOf } from '../types/str/text.ts';
import { objectDefaults, type Parameter } from './signature.ts';

type Converter = (value: Value, functionName: string, position: number) => unknown;

function textArgument(value: Value, functionName: string, position: number): Value {
  if (isText(value)) return value;
  const which = position > 0 ? ` ${position}` : '';
  throw error('TypeError', `${functionName}() argument${which} must be str, not ${typeName(value)}`);
}

const CONVERTERS: Record<string, Converter> = {
  object: (value) => value,
  int: (value) => orThrow(toInt(value)),
  index: (value) => orThrow(toIndex(value)),
  float: (value) => orThrow(toFloat(value)),
  bool: (value) => orThrow(isTrue(value)),
  str: textArgument,
  text: (value, functionName, position) => textOf(textArgument(value, functionName, position)),
  bytes: (value) => orThrow(bytesOf(value)),
};

/** Converts one argument; throws the Python exception where it does not fit. */
export function convert(converter: string, value: Value, functionName: string, position: number): unknown {
  if (converter.endsWith(' | None')) {
    return value === null ? null : CONVERTERS[converter.slice(0, -' | None'.length)](value, functionName, position);
  }
  return CONVERTERS[converter](value, functionName, position);
}

/** The value of a default as the signature writes it: literals only, `<absent>` for none. */
export function defaultValue(parameter: Parameter): unknown {
  const text = parameter.defaultText!;
  switch (text) {
    case '<absent>':
      return undefined;
    case 'sys.maxsize':
      return Number.MAX_SAFE_INTEGER;
    case '()':
      return objectDefaults.emptyTuple;
    case 'None':
      return null;
    case 'True':
      return true;
    case 'False':
      return false;
  }
  if (text.startsWith("b'")) return bytesLiteral.of(text.slice(2, -1));
  if (text.startsWith("'") || text.startsWith('"')) return text.slice(1, -1).replace(/\\n/g, '\n');
  const number = Number(text);
  if (!Number.isNaN(number)) return number;
  throw new Error(`a default that no parameter can have: ${text}`);
}
