/** `weakref.ProxyType` and `CallableProxyType`: every operation is done with the referent. */
import * as arithmetic from '../arithmetic.ts';
import { getAttribute, setAttribute } from '../attributes.ts';
import { raise, raiseTypeError } from '../exception.ts';
import { builtinType, type TypeBuilder } from '../gateway/builtin-type.ts';
import { EXIT, type Exit, type Result, type Value } from '../object.ts';
import * as operations from '../operations.ts';
import type { BinarySlot, Slots, UnarySlot } from '../slots.ts';
import { type PyType, typeOf } from '../type.ts';
import { floatType } from './float.ts';
import { intType } from './int/int.ts';
import { addressText, objectType } from './object.ts';
import { PyCallableProxy, PyProxy } from './weakref.ts';

/** The referent of a proxy; other values as they are. */
function target(value: Value): Result {
  if (!(value instanceof PyProxy)) return value;
  const referent = value.deref();
  return referent === undefined ? raise('ReferenceError', 'weakly-referenced object no longer exists') : referent;
}

function withTarget<T>(self: Value, operation: (value: Value) => T | Exit): T | Exit {
  const value = target(self);
  return value === EXIT ? EXIT : operation(value as Value);
}

function withBoth(left: Value, right: Value, operation: (left: Value, right: Value) => Result): Result {
  const first = target(left);
  if (first === EXIT) return EXIT;
  const second = target(right);
  return second === EXIT ? EXIT : operation(first as Value, second as Value);
}

const unary =
  (operation: (value: Value) => Result): UnarySlot =>
  (self: Value) =>
    withTarget(self, operation);

/** An operator's slot, its reflected one and its in-place one. */
function operatorSlots(op: arithmetic.BinaryOperator): Partial<Slots> {
  const slots: Record<string, BinarySlot> = {
    [op.slot]: (self: Value, other) => withBoth(self, other, (left, right) => arithmetic.binary(left, right, op)),
    [op.reflected]: (self: Value, other) => withBoth(other, self, (left, right) => arithmetic.binary(left, right, op)),
  };
  if (op.inplace !== null)
    slots[op.inplace] = (self: Value, other) =>
      withBoth(self, other, (left, right) => arithmetic.inplace(left, right, op));
  return slots as Partial<Slots>;
}

const OPERATORS = [
  arithmetic.ADD,
  arithmetic.SUBTRACT,
  arithmetic.MULTIPLY,
  arithmetic.TRUE_DIVIDE,
  arithmetic.FLOOR_DIVIDE,
  arithmetic.MODULO,
  arithmetic.DIVMOD,
  arithmetic.MATRIX_MULTIPLY,
  arithmetic.LEFT_SHIFT,
  arithmetic.RIGHT_SHIFT,
  arithmetic.BIT_AND,
  arithmetic.BIT_OR,
  arithmetic.BIT_XOR,
];

const POWER_SLOTS: Partial<Slots> = {
  power: (self: Value, other, modulus) => {
    const third = target(modulus ?? null);
    return third === EXIT
      ? EXIT
      : withBoth(self, other, (left, right) => arithmetic.power(left, right, third as Value));
  },
  rpower: (self: Value, other) => withBoth(other, self, (left, right) => arithmetic.power(left, right, null)),
  inplacePower: (self: Value, other) =>
    withBoth(self, other, (left, right) => arithmetic.inplace(left, right, arithmetic.POWER)),
};

function nextOf(value: Value): Result | undefined {
  const slot = typeOf(value).slots.next;
  if (slot === undefined)
    return raiseTypeError(`Weakref proxy referenced a non-iterator '${operations.typeName(value)}' object`);
  return slot(value as never);
}

function proxySlots(): Partial<Slots> {
  const slots: Partial<Slots> = {
    repr: (self: PyProxy) => {
      const referent = self.deref();
      if (referent === undefined) return `<weakproxy at ${addressText(self)}; dead>`;
      return `<weakproxy at ${addressText(self)}; to '${operations.typeName(referent)}' at ${addressText(referent)}>`;
    },
    str: unary(operations.str),
    getAttribute: (self: PyProxy, name) => withTarget(self, (value) => getAttribute(value, name)),
    setAttribute: (self: PyProxy, name, value) => withTarget<true>(self, (object) => setAttribute(object, name, value)),
    compare: (self: PyProxy, other, operator) =>
      withBoth(self, other, (left, right) => operations.compare(left, right, operator)),
    iter: unary(operations.iter),
    next: (self: PyProxy) => {
      const value = target(self);
      return value === EXIT ? EXIT : nextOf(value as Value);
    },
    len: (self: PyProxy) => withTarget<number>(self, operations.len),
    bool: (self: PyProxy) => withTarget<boolean>(self, operations.isTrue),
    contains: (self: PyProxy, item) => withTarget<boolean>(self, (value) => operations.contains(value, item)),
    getItem: (self: Value, key) => withBoth(self, key, operations.getItem),
    setItem: (self: PyProxy, key, item) => withTarget<true>(self, (value) => operations.setItem(value, key, item)),
    negative: unary(arithmetic.negative),
    positive: unary(arithmetic.positive),
    absolute: unary(arithmetic.absolute),
    invert: unary(arithmetic.invert),
    int: unary((value) => operations.call(intType, [value])),
    float: unary((value) => operations.call(floatType, [value])),
    index: unary((value) => operations.toInt(value) as Result),
    ...POWER_SLOTS,
  };
  for (const op of OPERATORS) Object.assign(slots, operatorSlots(op));
  return slots;
}

type Definition = (type: TypeBuilder<PyProxy>) => void;

function declareProxy(name: string, layout: typeof PyProxy, slots: Partial<Slots>, define: Definition): PyType {
  return builtinType<PyProxy>(name, {
    base: objectType,
    layout,
    module: 'weakref',
    isBaseType: false,
    slots,
    define,
  });
}

/** Calls a method of the object; only plain proxies have these. */
function forward(type: TypeBuilder<PyProxy>, name: string): void {
  type.method(`${name}(self, /)`, null, (self) => {
    const value = target(self);
    const method = value === EXIT ? EXIT : getAttribute(value as Value, name);
    return method === EXIT ? EXIT : operations.call(method as Value, []);
  });
}

export const proxyType = declareProxy('ProxyType', PyProxy, proxySlots(), (type) => {
  forward(type, '__bytes__');
  forward(type, '__reversed__');
});
export const callableProxyType = declareProxy(
  'CallableProxyType',
  PyCallableProxy,
  {
    ...proxySlots(),
    call: (self: PyProxy, args, keywords) => withTarget<Value>(self, (value) => operations.call(value, args, keywords)),
  },
  () => {},
);
