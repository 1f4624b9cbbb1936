/** `array`: compact arrays of numbers and characters. */
import { getAttribute } from '../../objspace/attributes.ts';
import { isRefused } from '../../objspace/audit.ts';
import {
  caught,
  error,
  exceptionTypes,
  orThrow,
  raise,
  raiseTypeError,
  raiseValueError,
} from '../../objspace/exception.ts';
import { builtinModule, type ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { adopt } from '../../objspace/instance.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, contains, repr, toInt, argumentName, typeName } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import { PyType, typeOf } from '../../objspace/type.ts';
import { PyByteArray } from '../../objspace/types/bytes/bytearray.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { concatBytes } from '../../objspace/types/bytes/search.ts';
import { repeated } from '../../objspace/types/bytes/sequence.ts';
import { imported } from '../../objspace/types/imported.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { objectType } from '../../objspace/types/object-type.ts';
import { concatAll, isText, lengthOfText, textOf, unwrap } from '../../objspace/types/str/text.ts';
import { PyArray } from './array.ts';
import { compareArrays, extendFrom, extendFromSequence, getArrayItem, sameKind, setArrayItem } from './items.ts';
import { PyArrayIterator } from './iterator.ts';
import { itemsOfFormat, MACHINE_FORMATS, type MachineFormat } from './machine-formats.ts';
import { appendBytes, appendText, defineArrayMethods, extend, itemBytes, reconstructor, toList } from './methods.ts';
import { TYPE_CODES, TYPE_LETTERS, type TypeCode } from './typecodes.ts';

// ── Construction ───────────────────────────────────────────────────────────────────────────────────────────────────

/** `initial` is wrong for all codes but those of characters, known or not. */
function codeOf(value: Value, initial: Value | undefined): TypeCode | Exit {
  if (!isText(value))
    return raiseTypeError(`array() argument 1 must be a unicode character, not ${argumentName(value)}`);
  const length = lengthOfText(value);
  if (length !== 1)
    return raiseTypeError(`array() argument 1 must be a unicode character, not a string of length ${length}`);
  const code = TYPE_CODES.get(textOf(value));
  if (initial !== undefined && code?.isText !== true) {
    const kind = isText(initial) ? 'str' : initial instanceof PyArray && initial.code.isText ? 'unicode array' : '';
    if (kind !== '')
      return raise(
        'TypeError',
        concatAll([`cannot use a ${kind} to initialize an array with typecode '`, unwrap(value), "'"]),
      );
  }
  return code ?? raiseValueError('bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)');
}

function warnOfWide(): boolean {
  const message = "The 'u' type code is deprecated and will be removed in Python 3.16";
  return state.interpreter.warn(exceptionTypes['DeprecationWarning'], message, 1);
}

function newArray(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  if (keywords !== null && cls.slots.init === arrayType.slots.init)
    return raiseTypeError('array.array() takes no keyword arguments');
  const given = keywords === null ? args : args.slice(0, args.length - keywords.length);
  if (given.length === 0) return raiseTypeError('array() takes at least 1 argument (0 given)');
  if (given.length > 2) return raiseTypeError(`array() takes at most 2 arguments (${given.length} given)`);
  if (isText(given[0]) && isRefused('array.__new__', given[0], given[1] ?? null)) return EXIT;
  const code = codeOf(given[0], given[1]);
  if (code === EXIT) return EXIT;
  if ((code as TypeCode).letter === 'u' && !warnOfWide()) return EXIT;
  const made = new PyArray(code as TypeCode);
  const self = cls === arrayType ? made : adopt(made, cls);
  try {
    return given.length === 2 && initialise(self, given[1]) === EXIT ? EXIT : self;
  } catch (thrown) {
    return caught(thrown);
  }
}

function initialise(self: PyArray, initial: Value): true | Exit {
  if (initial instanceof PyArray && initial.code === self.code) return appendBytes(self, initial.data);
  if (initial instanceof PyBytes || initial instanceof PyByteArray) return appendBytes(self, itemBytes(self, initial));
  if (initial instanceof PyList || initial instanceof PyTuple) return extendFromSequence(self, initial);
  return isText(initial) ? appendText(self, initial) : extendFrom(self, initial);
}

// ── Operations ─────────────────────────────────────────────────────────────────────────────────────────────────────

function concat(self: PyArray, other: Value): Result {
  if (!(other instanceof PyArray)) return raiseTypeError(`can only append array (not "${typeName(other)}") to array`);
  if (other.code !== self.code) return raiseTypeError('bad argument type for built-in operation');
  return sameKind(self, concatBytes([self.data, other.data]));
}

function inplaceConcat(self: PyArray, other: Value): Result {
  if (!(other instanceof PyArray)) return raiseTypeError(`can only extend array with array (not "${typeName(other)}")`);
  return extend(self, other) === EXIT ? EXIT : self;
}

function repeat(self: PyArray, count: Value): Result {
  const { data } = self;
  const result = repeated(data, count);
  return result === EXIT ? EXIT : sameKind(self, result === data ? data.slice() : (result as Uint8Array));
}

function inplaceRepeat(self: PyArray, count: Value): Result {
  const data = repeated(self.data.slice(), count);
  if (data === EXIT) return EXIT;
  return self.splice(0, self.length, data as Uint8Array) === EXIT ? EXIT : self;
}

function reprArray(self: PyArray): Result {
  const { name } = typeOf(self);
  const { letter, isText: isForText } = self.code;
  if (self.length === 0) return `${name}('${letter}')`;
  try {
    const items = repr(isForText ? self.text() : toList(self));
    return items === EXIT ? EXIT : `${name}('${letter}', ${textOf(items as Value)})`;
  } catch (thrown) {
    return caught(thrown);
  }
}

export const arrayType: PyType = builtinType<PyArray>('array', {
  base: objectType,
  layout: PyArray,
  module: 'array',
  pattern: 'sequence',
  doc: `
    array(typecode [, initializer]) -> array

    Return a new array whose items are restricted by typecode, and
    initialized from the optional initializer value, which must be a list,
    string or iterable over elements of the appropriate type.

    Arrays represent basic values and behave very much like lists, except
    the type of objects stored in them is constrained. The type is specified
    at object creation time by using a type code, which is a single character.
    The following type codes are defined:

        Type code   C Type             Minimum size in bytes
        'b'         signed integer     1
        'B'         unsigned integer   1
        'u'         Unicode character  2 (see note)
        'h'         signed integer     2
        'H'         unsigned integer   2
        'i'         signed integer     2
        'I'         unsigned integer   2
        'l'         signed integer     4
        'L'         unsigned integer   4
        'q'         signed integer     8 (see note)
        'Q'         unsigned integer   8 (see note)
        'f'         floating-point     4
        'd'         floating-point     8
  `,
  slots: {
    new: newArray,
    repr: reprArray,
    len: (self: PyArray) => self.length,
    iter: (self: PyArray) => new PyArrayIterator(self) as Value,
    getItem: getArrayItem,
    setItem: setArrayItem,
    contains: (self: PyArray, item) => contains(toList(self), item),
    compare: compareArrays,
    concat,
    repeat,
    inplaceConcat,
    inplaceRepeat,
  },
  define: defineArrayMethods,
});

// ── Pickles ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Makes an array of bytes in a machine format, which may be another machine's. */
function reconstruct(cls: Value, typecode: Value, formatCode: Value, items: Value): Result {
  if (!(cls instanceof PyType)) throw error('TypeError', `first argument must be a type object, not ${typeName(cls)}`);
  if (!cls.isSubtypeOf(arrayType)) throw error('TypeError', `${cls.name} is not a subtype of array.array`);
  const code = orThrow(codeOf(typecode, undefined)) as TypeCode;
  const index = Number(orThrow(toInt(formatCode)));
  const format = MACHINE_FORMATS[index];
  if (format === undefined) throw error('ValueError', 'third argument must be a valid machine format code.');
  if (!(items instanceof PyBytes)) throw error('TypeError', `fourth argument should be bytes, not ${typeName(items)}`);
  if (code.machineFormat === index && items.length % code.size === 0) return call(cls, [code.letter, items]);
  return call(cls, [bestCode(code, format), PyList.of(itemsOfFormat(items.data, format))]);
}

/** Integers of another size or sign than the code says get the code that fits them. */
function bestCode(code: TypeCode, { kind, size }: MachineFormat): string {
  if (kind !== 'signed' && kind !== 'unsigned') return code.letter;
  const letters = kind === 'signed' ? 'bhilq' : 'BHILQ';
  return [...letters].findLast((letter) => TYPE_CODES.get(letter)!.size === size) ?? code.letter;
}

/** Arrays are mutable sequences to `isinstance`. */
function registerSequence(): void {
  const abstract = orThrow(imported('collections.abc', 'MutableSequence')) as Value;
  orThrow(call(orThrow(getAttribute(abstract, 'register')) as Value, [arrayType]));
}

function defineFunctions(module: ModuleBuilder): void {
  module.function(
    '_array_reconstructor(arraytype, typecode, mformat_code, items, /)',
    'Internal. Used for pickling support.',
    reconstruct,
  );
  reconstructor().value = module.contents.get('_array_reconstructor')!;
}

export const array = builtinModule(
  'array',
  'This module defines an object type which can efficiently represent\nan array of basic values: characters, integers, floating-point\nnumbers.  Arrays are sequence types and behave very much like lists,\nexcept that the type of objects stored in them is constrained.',
  (module) => {
    module.constant('typecodes', TYPE_LETTERS);
    defineFunctions(module);
    module.types(arrayType);
    module.constant('ArrayType', arrayType);
    registerSequence();
  },
);
