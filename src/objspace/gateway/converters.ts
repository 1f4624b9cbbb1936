/** Converters of arguments: what stands behind the colon in a builtin's signature (signature.ts lists what each gives). */
import { bytesLiteral, bytesOf } from '../buffer.ts';
import { error, orThrow } from '../exception.ts';
import type { Value } from '../object.ts';
import { argumentName, isTrue, toFloat, toInt } from '../operations.ts';
import { intArgument, longArgument, parsedIntArgument, ssizeArgument } from '../types/bytes/allocate.ts';
import { isText, textOf } from '../types/str/text.ts';
import { objectDefaults, type Parameter } from './signature.ts';

/** What errors need to know of the function whose argument is converted. */
interface Callee {
  readonly name: string;
  readonly parameters: readonly Parameter[];
}

/** Makes of an argument what the signature promises; throws the Python exception where it does not fit. */
export type Converter = (value: Value, callee: Callee, position: number) => unknown;

/** What can be given by name is called by its name. */
function textArgument(value: Value, { name, parameters }: Callee, position: number): Value {
  if (isText(value)) return value;
  const { kind, name: parameter } = parameters[position];
  const first = parameters[0].name === 'self' ? 1 : 0;
  const number = parameters.length - first > 1 ? ` ${position + 1 - first}` : '';
  const which = kind !== 'positional' ? ` '${parameter}'` : number;
  throw error('TypeError', `${name}() argument${which} must be str, not ${argumentName(value)}`);
}

const CONVERTERS: Record<string, Converter> = {
  object: (value) => value,
  int: (value) => orThrow(toInt(value)),
  index: (value) => orThrow(ssizeArgument(value)),
  clong: (value) => orThrow(longArgument(value)),
  cint: (value) => orThrow(intArgument(value)),
  parsedint: (value) => orThrow(parsedIntArgument(value)),
  float: (value) => orThrow(toFloat(value)),
  bool: (value) => orThrow(isTrue(value)),
  str: textArgument,
  text: (value, callee, position) => textOf(textArgument(value, callee, position)),
  bytes: (value) => orThrow(bytesOf(value)),
};

/** Adds converters that need more of the object space than types do, which are declared with those above. */
export function addConverters(more: Record<string, Converter>): void {
  Object.assign(CONVERTERS, more);
}

/** The converter that a signature names; `X | None` lets None through. */
export function converterNamed(name: string): Converter {
  if (!name.endsWith(' | None')) return CONVERTERS[name];
  const convert = CONVERTERS[name.slice(0, -' | None'.length)];
  return (value, callee, position) => (value === null ? null : convert(value, callee, position));
}

/** Defaults that signatures name. */
const NAMED_DEFAULTS: Readonly<Record<string, number | boolean>> = {
  "(os.name != 'nt')": true,
  'sys.maxsize': Number.MAX_SAFE_INTEGER,
  'os.SEEK_SET': 0,
  'signal.SIGINT': 2,
  'select.POLLIN | select.POLLPRI | select.POLLOUT': 7,
  Z_DEFAULT_COMPRESSION: -1,
  Z_DEFAULT_STRATEGY: 0,
  DEFLATED: 8,
  MAX_WBITS: 15,
  DEF_MEM_LEVEL: 8,
  DEF_BUF_SIZE: 16384,
  'zlib.DEF_BUF_SIZE': 16384,
  'zlib.Z_FINISH': 4,
  version: 5,
};

/** The value of a default as the signature writes it: literals and a few names, `<absent>` for none. */
export function defaultValue(parameter: Parameter): unknown {
  const text = parameter.defaultText!;
  if (text.startsWith('<')) return undefined;
  switch (text) {
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
  const value = NAMED_DEFAULTS[text] ?? Number(text);
  if (!Number.isNaN(value)) return value;
  throw new Error(`a default that no parameter can have: ${text}`);
}
