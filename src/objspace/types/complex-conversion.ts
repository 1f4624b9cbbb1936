/** `complex(...)`: from numbers by `__complex__`, `__float__` and `__index__`, and from text. */
import { asciiNumeral, trimAscii, withoutUnderscoresBetween } from '../../util/decimal-digits.ts';
import { parseDecimal } from '../../util/float-parse.ts';
import { exceptionTypes, raiseTypeError, raiseValueError } from '../exception.ts';
import { tooManyText, unexpectedKeywordText } from '../gateway/keyword-hint.ts';
import { EXIT, type Exit, type Value } from '../object.ts';
import { callSpecial, fullTypeName, repr, typeName } from '../operations.ts';
import { state } from '../state.ts';
import { typeOf } from '../type.ts';
import { PyComplex } from './complex-object.ts';
import { isFloat } from './float-object.ts';
import { floatFromNumber } from './float-conversion.ts';
import { isText, textOf } from './str/text.ts';

const deprecated = (message: string): boolean =>
  state.interpreter.warn(exceptionTypes['DeprecationWarning'], message, 1);

/** Whether the value is of a builtin type of numbers, which has no `__complex__` to ask. */
function isPlainNumber(value: Value): boolean {
  return !typeOf(value).isHeapType && !(value instanceof PyComplex);
}

/** What `__complex__` returned; `undefined` if the value has none. */
function fromComplexMethod(value: Value): PyComplex | Exit | undefined {
  if (isPlainNumber(value)) return undefined;
  const result = callSpecial(value, '__complex__', []);
  if (result === undefined || result === EXIT) return result;
  if (!(result instanceof PyComplex))
    return raiseTypeError(`__complex__ returned non-complex (type ${typeName(result as Value)})`);
  if (!result.shape.type.isHeapType) return result;
  const warning =
    `__complex__ returned non-complex (type ${typeName(result)}).  The ability to return an instance of a strict subclass of complex is ` +
    'deprecated, and may be removed in a future version of Python.';
  return deprecated(warning) ? result : EXIT;
}

/** `complex(value)` of a number; `undefined` for what is none. */
export function complexFromNumber(value: Value): PyComplex | Exit | undefined {
  if (value instanceof PyComplex && !value.shape.type.isHeapType) return value;
  const own = fromComplexMethod(value);
  if (own !== undefined) return own;
  if (value instanceof PyComplex) return value;
  // What `__float__` a class derived from float has is not asked.
  const real = isFloat(value) ? value.value : floatFromNumber(value);
  return real === undefined || real === EXIT ? (real as Exit | undefined) : new PyComplex(real as number, 0);
}

/** The arguments of `complex(real=0, imag=0)`. */
export function complexFromArguments(args: readonly Value[], keywords: readonly string[] | null): PyComplex | Exit {
  if (args.length > 2) return raiseTypeError(tooManyText('complex', 2, args, keywords));
  let [real, imag]: (Value | undefined)[] = args as Value[];
  if (keywords !== null) {
    const named = namedArguments(args, keywords);
    if (named === EXIT) return EXIT;
    [real, imag] = named as (Value | undefined)[];
  } else if (args.length === 1) {
    return complexFromValue(args[0]);
  }
  return fromParts(real, imag);
}

const PARTS: readonly string[] = ['real', 'imag'];

function namedArguments(args: readonly Value[], keywords: readonly string[]): (Value | undefined)[] | Exit {
  const first = args.length - keywords.length;
  const parts: (Value | undefined)[] = [undefined, undefined];
  for (let index = 0; index < first; index++) parts[index] = args[index];
  for (let index = 0; index < keywords.length; index++) {
    const place = PARTS.indexOf(keywords[index]);
    if (place < 0) return raiseTypeError(unexpectedKeywordText('complex', keywords[index], PARTS));
    if (parts[place] !== undefined) {
      return raiseTypeError(`argument for complex() given by name ('${keywords[index]}') and position (${place + 1})`);
    }
    parts[place] = args[first + index];
  }
  return parts;
}

function complexFromValue(value: Value): PyComplex | Exit {
  if (isText(value)) return complexFromText(textOf(value), value);
  return (
    complexFromNumber(value) ??
    raiseTypeError(`complex() argument must be a string or a number, not ${fullTypeName(value)}`)
  );
}

const notReal = (name: string, value: Value): Exit =>
  raiseTypeError(`complex() argument '${name}' must be a real number, not ${typeName(value)}`);

function fromParts(realValue: Value | undefined, imagValue: Value | undefined): PyComplex | Exit {
  const real = realPart(realValue, imagValue);
  if (real === EXIT) return EXIT;
  if (imagValue === undefined) return real;
  const imag = imagPart(imagValue);
  if (imag === EXIT) return EXIT;
  const [a, b] = [real as PyComplex, imag as PyComplex | number];
  // real + imag * 1j, where both may be complex; a real number adds no imaginary part, not even a zero.
  const isComplexReal = realValue !== undefined && (realValue instanceof PyComplex || !isPlainReal(realValue));
  if (typeof b === 'number') return new PyComplex(a.real, isComplexReal ? a.imag + b : b);
  return new PyComplex(a.real - b.imag, isComplexReal ? a.imag + b.real : b.real);
}

/** Whether a real part came from a real number, not from `__complex__`. */
function isPlainReal(value: Value): boolean {
  return isPlainNumber(value) || typeOf(value).lookup('__complex__') === undefined;
}

function isRealLike(value: Value): boolean {
  if (value instanceof PyComplex || typeof value === 'number') return true;
  const { slots } = typeOf(value);
  return slots.float !== undefined || slots.index !== undefined;
}

/** An imaginary part that is no number is an error before anything is warned of. */
function realPart(value: Value | undefined, imag: Value | undefined): PyComplex | Exit {
  if (value === undefined) return new PyComplex(0, 0);
  const own = fromComplexMethod(value);
  if (own === EXIT) return EXIT;
  if (own !== undefined || value instanceof PyComplex) {
    const part = (own ?? value) as PyComplex;
    if (imag !== undefined && !isRealLike(imag)) return notReal('imag', imag);
    return deprecated(`complex() argument 'real' must be a real number, not ${typeName(value)}`) ? part : EXIT;
  }
  const real = floatFromNumber(value);
  if (real === undefined) return notReal('real', value);
  return real === EXIT ? EXIT : new PyComplex(real as number, 0);
}

function imagPart(value: Value): PyComplex | number | Exit {
  if (value instanceof PyComplex) {
    return deprecated(`complex() argument 'imag' must be a real number, not ${typeName(value)}`) ? value : EXIT;
  }
  return floatFromNumber(value) ?? notReal('imag', value);
}

// ── Text ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const PART = String.raw`(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf(?:inity)?|nan`;
/** A real part, or an imaginary one, or both; an imaginary part may be a bare sign. */
const COMPLEX = new RegExp(`^(?:([+-]?(?:${PART}))|([+-]?(?:${PART})?)j|([+-]?(?:${PART}))([+-](?:${PART})?)j)$`, 'i');

function complexFromText(text: string, literal: Value): PyComplex | Exit {
  const digits = withoutUnderscoresBetween(trimAscii(asciiNumeral(text)));
  if (digits === undefined) return badUnderscores(literal);
  let body = digits;
  if (body.startsWith('(') && body.endsWith(')')) body = trimAscii(body.slice(1, -1));
  const match = COMPLEX.exec(body);
  if (match === null) return raiseValueError('complex() arg is a malformed string');
  const [, onlyReal, onlyImag, real, imag] = match;
  if (onlyReal !== undefined) return new PyComplex(parseDecimal(onlyReal)!, 0);
  if (onlyImag !== undefined) return new PyComplex(0, imaginary(onlyImag));
  return new PyComplex(parseDecimal(real)!, imaginary(imag));
}

function imaginary(text: string): number {
  if (text === '' || text === '+') return 1;
  return text === '-' ? -1 : parseDecimal(text)!;
}

function badUnderscores(literal: Value): Exit {
  const shown = repr(literal);
  return shown === EXIT ? EXIT : raiseValueError(`could not convert string to complex: ${textOf(shown as Value)}`);
}
