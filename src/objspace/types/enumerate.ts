/** `enumerate`. */
import { raiseTypeError } from '../exception.ts';
import { builtinType, newSlot } from '../gateway/builtin-type.ts';
import { whenCalledAsMethod } from '../gateway/called-as-method.ts';
import { adopt } from '../instance.ts';
import { declareObjectClass, EXIT, type Result, type Value } from '../object.ts';
import { iter, toInt } from '../operations.ts';
import type { Shape } from '../shape.ts';
import type { PyType } from '../type.ts';
import { GenericAlias } from './generic-alias.ts';
import { REDUCE_DOC, reduction } from './iterator-methods.ts';
import { nextOf } from './next-of.ts';
import { objectType } from './object.ts';
import { normalize } from './int/arithmetic.ts';
import { PyTuple } from './tuple.ts';

export class PyEnumerate {
  declare readonly shape: Shape;
  readonly iterator: Value;
  index: number | bigint;

  constructor(iterator: Value, index: number | bigint) {
    this.iterator = iterator;
    this.index = index;
  }

  next(): Result | undefined {
    const item = nextOf(this.iterator);
    return item === undefined || item === EXIT ? item : new PyTuple(null, this.count(), item as Value);
  }

  /** The number of an item. */
  count(): number | bigint {
    const { index } = this;
    this.index =
      typeof index === 'number' && index < Number.MAX_SAFE_INTEGER ? index + 1 : normalize(BigInt(index) + 1n);
    return index;
  }
}
declareObjectClass(PyEnumerate);

/** The arguments by hand: the errors of a call of the type itself are its own (called-as-method.ts). */
function newEnumerate(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  return cls === enumerateType ? newExact(cls, args, keywords) : newDerived!(cls, args, keywords);
}

const newDerived = newSlot('enumerate(cls, iterable, start=0)', (cls: PyType, iterable: Value, start: Value) =>
  newExact(cls, [iterable, start], null),
);

function newExact(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  const names = keywords ?? [];
  const positional = args.length - names.length;
  if (positional === 0 && names.length > 2) return raiseTypeError("enumerate() missing required argument 'iterable'");
  if (args.length > 2) return raiseTypeError(`enumerate() takes at most 2 arguments (${args.length} given)`);
  const given: (Value | undefined)[] = [positional > 0 ? args[0] : undefined, positional > 1 ? args[1] : undefined];
  for (let index = 0; index < names.length; index++) {
    const place = names[index] === 'iterable' ? 0 : names[index] === 'start' ? 1 : -1;
    const isLone = names[index] === 'start' && args.length === 1;
    if (place < 0 || isLone || given[place] !== undefined) {
      return raiseTypeError(`'${names[index]}' is an invalid keyword argument for enumerate()`);
    }
    given[place] = args[positional + index];
  }
  const [iterable, start] = given;
  if (iterable === undefined) return raiseTypeError("enumerate() missing required argument 'iterable'");
  const first = start === undefined ? 0 : toInt(start);
  if (first === EXIT) return EXIT;
  const iterator = iter(iterable);
  if (iterator === EXIT) return EXIT;
  const object = new PyEnumerate(iterator as Value, first as number | bigint);
  return cls === enumerateType ? object : adopt(object, cls);
}

export const enumerateType: PyType = builtinType<PyEnumerate>('enumerate', {
  base: objectType,
  layout: PyEnumerate,
  signature: '(iterable, start=0)',
  doc: `
    Return an enumerate object.

      iterable
        an object supporting iteration

    The enumerate object yields pairs containing a count (from start, which
    defaults to zero) and a value yielded by the iterable argument.

    enumerate is useful for obtaining an indexed list:
        (0, seq[0]), (1, seq[1]), (2, seq[2]), ...
  `,
  slots: { iter: (self: PyEnumerate) => self, next: (self: PyEnumerate) => self.next(), new: newEnumerate },
  define(type) {
    type.method('__reduce__(self, /)', REDUCE_DOC, (self) => reduction(self.shape.type, [self.iterator, self.index]));
    type.classMethod(
      '__class_getitem__(cls, object, /)',
      "'enumerate' objects are generic over the type of their values",
      (cls, item) => new GenericAlias(cls, item),
    );
  },
});

whenCalledAsMethod(enumerateType, newDerived!);
