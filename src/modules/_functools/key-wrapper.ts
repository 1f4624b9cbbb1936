/** `functools.cmp_to_key`: sort keys that compare by a function of two arguments. */
import { raise, raiseTypeError } from '../../objspace/exception.ts';
import { BuiltinDefinition, invoke } from '../../objspace/gateway/builtin-function.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { callWithTwo, ShortCallable } from '../../objspace/gateway/short-calls.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { compare } from '../../objspace/operations.ts';
import type { CompareOperator } from '../../objspace/slots.ts';
import type { PyType } from '../../objspace/type.ts';
import { objectType } from '../../objspace/types/object.ts';

/** Both the factory that `cmp_to_key` gives, which has no object, and the keys it makes. */
export class PyKeyWrapper extends ShortCallable {
  readonly comparison: Value;
  object: Value | undefined;

  constructor(comparison: Value, object: Value | undefined) {
    super();
    this.comparison = comparison;
    this.object = object;
  }

  callOne(object: Value): Result {
    return new PyKeyWrapper(this.comparison, object);
  }

  callTwo(first: Value, second: Value): Result {
    return invoke(wrap, [this, first, second], null);
  }
}

const wrap = new BuiltinDefinition(
  'K(self, obj)',
  null,
  (self: PyKeyWrapper, object: Value) => new PyKeyWrapper(self.comparison, object),
);

function compareKeys(self: PyKeyWrapper, other: Value, operator: CompareOperator): Result {
  if (!(other instanceof PyKeyWrapper)) return raiseTypeError('other argument must be K instance');
  if (self.object === undefined || other.object === undefined) return raise('AttributeError', 'object');
  const order = callWithTwo(self.comparison, self.object, other.object);
  return order === EXIT ? EXIT : compare(order as Value, 0, operator);
}

export const keyWrapperType: PyType = builtinType<PyKeyWrapper>('KeyWrapper', {
  base: objectType,
  layout: PyKeyWrapper,
  module: 'functools',
  isBaseType: false,
  slots: {
    call: (self: PyKeyWrapper, args: Value[], keywords) => invoke(wrap, [self, ...args], keywords),
    compare: compareKeys,
  },
  define(type) {
    type.getset('__text_signature__', null, () => '(obj)');
    type.member(
      'obj',
      'Value wrapped by a key function.',
      (self) => self.object ?? null,
      (self, value) => {
        self.object = value;
        return true;
      },
    );
  },
});
