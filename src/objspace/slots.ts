/**
 * The special methods that operations go through: one row per special method, the single source for slot inheritance, the
 * wrappers in the namespaces of builtin types (`list.__len__`) and the slots of Python classes (docs/architecture.md).
 *
 * A type's `slots` hold one function per operation. Builtin types give them in their declaration; a Python class gets a function that
 * calls the method found in its MRO; everything else is inherited. So an operation is `typeOf(x).slots.getItem(x, key)`, with no look-up.
 */
import type { Exit, Result, Value } from './object.ts';

/** Comparison operators, in the order of COMPARE_NAMES. */
export const LT = 0;
export const LE = 1;
export const EQ = 2;
export const NE = 3;
export const GT = 4;
export const GE = 5;
export type CompareOperator = 0 | 1 | 2 | 3 | 4 | 5;
export const COMPARE_NAMES = ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'] as const;
export const COMPARE_SYMBOLS = ['<', '<=', '==', '!=', '>', '>='] as const;

// biome-ignore lint/suspicious/noExplicitAny: a slot is only ever called with an object of the type that declared it
type Self = any;
export type UnarySlot = (self: Self) => Result;
/** May answer NotImplemented. */
export type BinarySlot = (self: Self, other: Value) => Result;

/** The slots of a type. A missing one is `undefined`. Each is called with an object of the type first. */
export interface Slots {
  repr: UnarySlot | undefined;
  str: UnarySlot | undefined;
  /** Returns a Python int. */
  hash: UnarySlot | undefined;
  /** keywords: names of the last arguments, or null. */
  call: ((self: Self, args: Value[], keywords: readonly string[] | null) => Result) | undefined;
  getAttribute: ((self: Self, name: string) => Result) | undefined;
  /** `undefined` deletes. */
  setAttribute: ((self: Self, name: string, value: Value | undefined) => true | Exit) | undefined;
  /** instance is `undefined` for access through the class. */
  get: ((self: Self, instance: Value | undefined, owner: Value) => Result) | undefined;
  /** `undefined` deletes. */
  set: ((self: Self, instance: Value, value: Value | undefined) => true | Exit) | undefined;
  init: ((self: Self, args: Value[], keywords: readonly string[] | null) => true | Exit) | undefined;
  /** `cls.__new__`: self is the class. */
  new: ((cls: Self, args: Value[], keywords: readonly string[] | null) => Result) | undefined;
  /** `__del__`. */
  finalize: UnarySlot | undefined;
  iter: UnarySlot | undefined;
  /** `undefined` at the end, or EXIT with a StopIteration in flight. */
  next: ((self: Self) => Result | undefined) | undefined;
  len: ((self: Self) => number | Exit) | undefined;
  bool: ((self: Self) => boolean | Exit) | undefined;
  contains: ((self: Self, item: Value) => boolean | Exit) | undefined;
  getItem: BinarySlot | undefined;
  /** `undefined` deletes. */
  setItem: ((self: Self, key: Value, value: Value | undefined) => true | Exit) | undefined;
  /** May answer NotImplemented. */
  compare: ((self: Self, other: Value, operator: CompareOperator) => Result) | undefined;
  add: BinarySlot | undefined;
  radd: BinarySlot | undefined;
  subtract: BinarySlot | undefined;
  rsubtract: BinarySlot | undefined;
  multiply: BinarySlot | undefined;
  rmultiply: BinarySlot | undefined;
  trueDivide: BinarySlot | undefined;
  rtrueDivide: BinarySlot | undefined;
  floorDivide: BinarySlot | undefined;
  rfloorDivide: BinarySlot | undefined;
  modulo: BinarySlot | undefined;
  rmodulo: BinarySlot | undefined;
  divmod: BinarySlot | undefined;
  rdivmod: BinarySlot | undefined;
  power: ((self: Self, other: Value, modulus: Value) => Result) | undefined;
  rpower: ((self: Self, other: Value, modulus: Value) => Result) | undefined;
  matrixMultiply: BinarySlot | undefined;
  rmatrixMultiply: BinarySlot | undefined;
  leftShift: BinarySlot | undefined;
  rleftShift: BinarySlot | undefined;
  rightShift: BinarySlot | undefined;
  rrightShift: BinarySlot | undefined;
  bitAnd: BinarySlot | undefined;
  rbitAnd: BinarySlot | undefined;
  bitOr: BinarySlot | undefined;
  rbitOr: BinarySlot | undefined;
  bitXor: BinarySlot | undefined;
  rbitXor: BinarySlot | undefined;
  inplaceAdd: BinarySlot | undefined;
  inplaceSubtract: BinarySlot | undefined;
  inplaceMultiply: BinarySlot | undefined;
  inplaceTrueDivide: BinarySlot | undefined;
  inplaceFloorDivide: BinarySlot | undefined;
  inplaceModulo: BinarySlot | undefined;
  inplacePower: BinarySlot | undefined;
  inplaceMatrixMultiply: BinarySlot | undefined;
  inplaceLeftShift: BinarySlot | undefined;
  inplaceRightShift: BinarySlot | undefined;
  inplaceBitAnd: BinarySlot | undefined;
  inplaceBitOr: BinarySlot | undefined;
  inplaceBitXor: BinarySlot | undefined;
  /** Sequence concatenation and repetition: tried after the arithmetic of both operands (CPython's sq_concat, sq_repeat). */
  concat: BinarySlot | undefined;
  repeat: BinarySlot | undefined;
  inplaceConcat: BinarySlot | undefined;
  inplaceRepeat: BinarySlot | undefined;
  negative: UnarySlot | undefined;
  positive: UnarySlot | undefined;
  absolute: UnarySlot | undefined;
  invert: UnarySlot | undefined;
  int: UnarySlot | undefined;
  float: UnarySlot | undefined;
  index: UnarySlot | undefined;
  await: UnarySlot | undefined;
  aiter: UnarySlot | undefined;
  anext: UnarySlot | undefined;
}

export type SlotName = keyof Slots;

/**
 * How a special method and its slot correspond; slot-wrappers.ts has one adapter per kind in each direction.
 *
 *   unary (self)   text (self) -> str   binary (self, other)   reflected (self, other), wrapper of the r-slot   len -> int   bool -> bool
 *   contains -> bool   compare: row of COMPARE_NAMES   get/set/delete: descriptors   call/init/new: any arguments
 *   getattribute, getattr, setattr, delattr: attribute access   setitem, delitem: the two faces of setItem   power: optional modulus
 *   next: StopIteration <-> undefined
 */
export type SlotKind =
  | 'unary'
  | 'text'
  | 'binary'
  | 'len'
  | 'bool'
  | 'hash'
  | 'contains'
  | 'compare'
  | 'get'
  | 'set'
  | 'delete'
  | 'call'
  | 'init'
  | 'new'
  | 'getattribute'
  | 'getattr'
  | 'setattr'
  | 'delattr'
  | 'setitem'
  | 'delitem'
  | 'power'
  | 'next'
  | 'finalize'
  | 'index';

export type SlotRow = readonly [slot: SlotName, kind: SlotKind, doc: string];

/**
 * Special method -> slot, kind, documentation of the wrapper. Where two slots share a method (`__add__` is `add` and `concat`), a Python
 * class fills the first; builtin sequences declare the second.
 */
export const SPECIAL_SLOTS: readonly (readonly [name: string, ...SlotRow])[] = [
  ['__repr__', 'repr', 'text', 'Return repr(self).'],
  ['__str__', 'str', 'text', 'Return str(self).'],
  ['__hash__', 'hash', 'hash', 'Return hash(self).'],
  ['__call__', 'call', 'call', 'Call self as a function.'],
  ['__getattribute__', 'getAttribute', 'getattribute', 'Return getattr(self, name).'],
  ['__getattr__', 'getAttribute', 'getattr', ''],
  ['__setattr__', 'setAttribute', 'setattr', 'Implement setattr(self, name, value).'],
  ['__delattr__', 'setAttribute', 'delattr', 'Implement delattr(self, name).'],
  ['__get__', 'get', 'get', 'Return an attribute of instance, which is of type owner.'],
  ['__set__', 'set', 'set', 'Set an attribute of instance to value.'],
  ['__delete__', 'set', 'delete', 'Delete an attribute of instance.'],
  ['__init__', 'init', 'init', 'Initialize self.  See help(type(self)) for accurate signature.'],
  ['__new__', 'new', 'new', 'Create and return new object.'],
  ['__del__', 'finalize', 'finalize', 'Called when the instance is about to be destroyed.'],
  ['__iter__', 'iter', 'unary', 'Implement iter(self).'],
  ['__next__', 'next', 'next', 'Implement next(self).'],
  ['__len__', 'len', 'len', 'Return len(self).'],
  ['__bool__', 'bool', 'bool', 'True if self else False'],
  ['__contains__', 'contains', 'contains', 'Return bool(key in self).'],
  ['__getitem__', 'getItem', 'binary', 'Return self[key].'],
  ['__setitem__', 'setItem', 'setitem', 'Set self[key] to value.'],
  ['__delitem__', 'setItem', 'delitem', 'Delete self[key].'],
  ['__lt__', 'compare', 'compare', 'Return self<value.'],
  ['__le__', 'compare', 'compare', 'Return self<=value.'],
  ['__eq__', 'compare', 'compare', 'Return self==value.'],
  ['__ne__', 'compare', 'compare', 'Return self!=value.'],
  ['__gt__', 'compare', 'compare', 'Return self>value.'],
  ['__ge__', 'compare', 'compare', 'Return self>=value.'],
  ['__add__', 'add', 'binary', 'Return self+value.'],
  ['__radd__', 'radd', 'binary', 'Return value+self.'],
  ['__sub__', 'subtract', 'binary', 'Return self-value.'],
  ['__rsub__', 'rsubtract', 'binary', 'Return value-self.'],
  ['__mul__', 'multiply', 'binary', 'Return self*value.'],
  ['__rmul__', 'rmultiply', 'binary', 'Return value*self.'],
  ['__truediv__', 'trueDivide', 'binary', 'Return self/value.'],
  ['__rtruediv__', 'rtrueDivide', 'binary', 'Return value/self.'],
  ['__floordiv__', 'floorDivide', 'binary', 'Return self//value.'],
  ['__rfloordiv__', 'rfloorDivide', 'binary', 'Return value//self.'],
  ['__mod__', 'modulo', 'binary', 'Return self%value.'],
  ['__rmod__', 'rmodulo', 'binary', 'Return value%self.'],
  ['__divmod__', 'divmod', 'binary', 'Return divmod(self, value).'],
  ['__rdivmod__', 'rdivmod', 'binary', 'Return divmod(value, self).'],
  ['__pow__', 'power', 'power', 'Return pow(self, value, mod).'],
  ['__rpow__', 'rpower', 'power', 'Return pow(value, self, mod).'],
  ['__matmul__', 'matrixMultiply', 'binary', 'Return self@value.'],
  ['__rmatmul__', 'rmatrixMultiply', 'binary', 'Return value@self.'],
  ['__lshift__', 'leftShift', 'binary', 'Return self<<value.'],
  ['__rlshift__', 'rleftShift', 'binary', 'Return value<<self.'],
  ['__rshift__', 'rightShift', 'binary', 'Return self>>value.'],
  ['__rrshift__', 'rrightShift', 'binary', 'Return value>>self.'],
  ['__and__', 'bitAnd', 'binary', 'Return self&value.'],
  ['__rand__', 'rbitAnd', 'binary', 'Return value&self.'],
  ['__or__', 'bitOr', 'binary', 'Return self|value.'],
  ['__ror__', 'rbitOr', 'binary', 'Return value|self.'],
  ['__xor__', 'bitXor', 'binary', 'Return self^value.'],
  ['__rxor__', 'rbitXor', 'binary', 'Return value^self.'],
  ['__iadd__', 'inplaceAdd', 'binary', 'Return self+=value.'],
  ['__isub__', 'inplaceSubtract', 'binary', 'Return self-=value.'],
  ['__imul__', 'inplaceMultiply', 'binary', 'Return self*=value.'],
  ['__itruediv__', 'inplaceTrueDivide', 'binary', 'Return self/=value.'],
  ['__ifloordiv__', 'inplaceFloorDivide', 'binary', 'Return self//=value.'],
  ['__imod__', 'inplaceModulo', 'binary', 'Return self%=value.'],
  ['__ipow__', 'inplacePower', 'binary', 'Return self**=value.'],
  ['__imatmul__', 'inplaceMatrixMultiply', 'binary', 'Return self@=value.'],
  ['__ilshift__', 'inplaceLeftShift', 'binary', 'Return self<<=value.'],
  ['__irshift__', 'inplaceRightShift', 'binary', 'Return self>>=value.'],
  ['__iand__', 'inplaceBitAnd', 'binary', 'Return self&=value.'],
  ['__ior__', 'inplaceBitOr', 'binary', 'Return self|=value.'],
  ['__ixor__', 'inplaceBitXor', 'binary', 'Return self^=value.'],
  ['__add__', 'concat', 'binary', 'Return self+value.'],
  ['__mul__', 'repeat', 'binary', 'Return self*value.'],
  ['__rmul__', 'repeat', 'binary', 'Return value*self.'],
  ['__iadd__', 'inplaceConcat', 'binary', 'Implement self+=value.'],
  ['__imul__', 'inplaceRepeat', 'binary', 'Implement self*=value.'],
  ['__neg__', 'negative', 'unary', '-self'],
  ['__pos__', 'positive', 'unary', '+self'],
  ['__abs__', 'absolute', 'unary', 'abs(self)'],
  ['__invert__', 'invert', 'unary', '~self'],
  ['__int__', 'int', 'unary', 'int(self)'],
  ['__float__', 'float', 'unary', 'float(self)'],
  [
    '__index__',
    'index',
    'index',
    'Return self converted to an integer, if self is suitable for use as an index into a list.',
  ],
  ['__await__', 'await', 'unary', 'Return an iterator to be used in await expression.'],
  ['__aiter__', 'aiter', 'unary', 'Return an awaitable, that resolves in asynchronous iterator.'],
  ['__anext__', 'anext', 'unary', 'Return a value or raise StopAsyncIteration.'],
];

/** Set by types/object.ts: `object.__new__` of classes that have or had another. */
export const laterObjectNew = { slot: undefined as Slots['new'] };

/** A literal: the engine copies it as a whole, with all slots inside the object and one hidden class. */
export function emptySlots(): Slots {
  return {
    repr: undefined,
    str: undefined,
    hash: undefined,
    call: undefined,
    getAttribute: undefined,
    setAttribute: undefined,
    get: undefined,
    set: undefined,
    init: undefined,
    new: undefined,
    finalize: undefined,
    iter: undefined,
    next: undefined,
    len: undefined,
    bool: undefined,
    contains: undefined,
    getItem: undefined,
    setItem: undefined,
    compare: undefined,
    add: undefined,
    radd: undefined,
    subtract: undefined,
    rsubtract: undefined,
    multiply: undefined,
    rmultiply: undefined,
    trueDivide: undefined,
    rtrueDivide: undefined,
    floorDivide: undefined,
    rfloorDivide: undefined,
    modulo: undefined,
    rmodulo: undefined,
    divmod: undefined,
    rdivmod: undefined,
    power: undefined,
    rpower: undefined,
    matrixMultiply: undefined,
    rmatrixMultiply: undefined,
    leftShift: undefined,
    rleftShift: undefined,
    rightShift: undefined,
    rrightShift: undefined,
    bitAnd: undefined,
    rbitAnd: undefined,
    bitOr: undefined,
    rbitOr: undefined,
    bitXor: undefined,
    rbitXor: undefined,
    inplaceAdd: undefined,
    inplaceSubtract: undefined,
    inplaceMultiply: undefined,
    inplaceTrueDivide: undefined,
    inplaceFloorDivide: undefined,
    inplaceModulo: undefined,
    inplacePower: undefined,
    inplaceMatrixMultiply: undefined,
    inplaceLeftShift: undefined,
    inplaceRightShift: undefined,
    inplaceBitAnd: undefined,
    inplaceBitOr: undefined,
    inplaceBitXor: undefined,
    concat: undefined,
    repeat: undefined,
    inplaceConcat: undefined,
    inplaceRepeat: undefined,
    negative: undefined,
    positive: undefined,
    absolute: undefined,
    invert: undefined,
    int: undefined,
    float: undefined,
    index: undefined,
    await: undefined,
    aiter: undefined,
    anext: undefined,
  };
}

export const SLOT_NAMES = Object.keys(emptySlots()) as readonly SlotName[];

/** Special method name -> its rows. */
export const ROWS_BY_NAME: ReadonlyMap<string, readonly SlotRow[]> = (() => {
  const rows = new Map<string, SlotRow[]>();
  for (const [name, ...row] of SPECIAL_SLOTS) {
    const known = rows.get(name);
    if (known === undefined) rows.set(name, [row]);
    else known.push(row);
  }
  return rows;
})();
