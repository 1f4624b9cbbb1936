/** What objects of a class carry (a dictionary, weak references), and `__flags__`, which tells of it in the bits of CPython's Py_TPFLAGS_... */
import type { Value } from '../object.ts';
import type { PyType } from '../type.ts';
import { layoutOf } from './object.ts';
import { matchesSelf } from './self-matching.ts';

/** Set by weakref.ts: whether objects of the type can be referred to weakly, and what `__weakref__` of an object gives. */
export const weakSupport = { of: (_type: PyType): boolean => false, first: (_target: object): Value => null };

/** Whether objects of a type have a `__dict__`. */
export function hasDictionary(self: PyType): boolean {
  return self.hasDict || self.dictionary !== null || isDerivedFrom(self, 'type');
}

/** Whether a builtin type is among the classes that the type derives from. */
function isDerivedFrom(self: PyType, builtin: string): boolean {
  return self.mro.some((type) => type.name === builtin && !type.isHeapType && type.module === 'builtins');
}

const STATIC_BUILTIN = 1 << 1;
export const INLINE_VALUES = 1 << 2;
const MANAGED_WEAKREF = 1 << 3;
const MANAGED_DICT = 1 << 4;
const SEQUENCE = 1 << 5;
const MAPPING = 1 << 6;
const DISALLOW_INSTANTIATION = 1 << 7;
const IMMUTABLE = 1 << 8;
const HEAP = 1 << 9;
const BASE = 1 << 10;
const VECTORCALL = 1 << 11;
const READY = 1 << 12;
const HAVE_GC = 1 << 14;
const ABSTRACT = 1 << 20;
const MATCH_SELF = 1 << 22;
const ITEMS_AT_END = 1 << 23;

/** The bits of classes derived from these, which the C API asks for. */
const SUBCLASS_BITS: readonly (readonly [string, number])[] = [
  ['int', 24],
  ['list', 25],
  ['tuple', 26],
  ['bytes', 27],
  ['str', 28],
  ['dict', 29],
  ['BaseException', 30],
  ['type', 31],
];

/** Types whose objects differ in size in CPython: what a class adds comes behind the items, at no fixed place. */
const VARIABLE_SIZED = ['int', 'tuple', 'bytes', 'type'];

export function flagsOf(self: PyType): number {
  let flags = READY;
  if (self.pattern !== 'none') flags |= self.pattern === 'sequence' ? SEQUENCE : MAPPING;
  if ((self.isHeapType ? layoutOf(self) : self).slots.new === undefined) flags |= DISALLOW_INSTANTIATION;
  if (self.isBaseType) flags |= BASE;
  if (self.isAbstract) flags |= ABSTRACT;
  if (matchesSelf(self)) flags |= MATCH_SELF;
  if (self.isHeapType) flags |= HAVE_GC | managedParts(self);
  else flags |= IMMUTABLE;
  // Types of modules are heap types in CPython, but for those of `sys`: copyreg passes over them.
  if (self.isHeapType || (self.module !== 'builtins' && self.module !== 'sys')) flags |= HEAP;
  else flags |= STATIC_BUILTIN;
  if (isDerivedFrom(self, 'type')) flags |= ITEMS_AT_END;
  if (isCalledDirectly(self)) flags |= VECTORCALL;
  return subclassBits(self).reduce((all, bit) => all + 2 ** bit, flags);
}

/** Types whose objects C calls without making a tuple of the arguments. */
const CALLED_DIRECTLY: ReadonlySet<string> = new Set([
  'function',
  'builtin_function_or_method',
  'method',
  'method_descriptor',
  'type',
]);

/** Classes of classes, too, unless they say how they are called. */
function isCalledDirectly(self: PyType): boolean {
  const owner = self.mro.find((type) => type.ensureNamespace().has('__call__'));
  return owner !== undefined && !owner.isHeapType && owner.module === 'builtins' && CALLED_DIRECTLY.has(owner.name);
}

function subclassBits(self: PyType): number[] {
  return SUBCLASS_BITS.filter(([name]) => isDerivedFrom(self, name)).map(([, bit]) => bit);
}

/** What Python classes add to the objects of the builtin type that they derive from. */
export function managedParts(self: PyType): number {
  const layout = layoutOf(self);
  const isFixed = !VARIABLE_SIZED.some((name) => isDerivedFrom(layout, name));
  const hasOwnDictionary = hasDictionary(self) && !hasDictionary(layout);
  let flags = hasOwnDictionary ? MANAGED_DICT : 0;
  if (hasOwnDictionary && isFixed) flags |= INLINE_VALUES;
  if (isFixed && weakSupport.of(self) && !weakSupport.of(layout)) flags |= MANAGED_WEAKREF;
  return flags;
}
