/**
 * Types: `type` and everything that a class is. Builtin types are declared by gateway/builtin-type.ts, Python classes are made by
 * types/type.ts (`type.__new__`).
 *
 * Invariants: `mro` begins with the type itself and ends with `object`; `slots` is the inherited table brought up to date at every
 * change of a namespace in the MRO (slot-wrappers.ts); `version` changes with each such change and is never reused, so a look-up
 * cached under a version stays right as long as the version is the same.
 */
import { PyObject, type Value } from './object.ts';
import { Dependents } from './dependents.ts';
import { Shape } from './shape.ts';
import { emptySlots, SLOT_NAMES, type SlotName, type Slots } from './slots.ts';
import type { Checks } from './types/abstract-checks.ts';
import type { PyDict } from './types/dict/dict.ts';
import { engineName } from '../util/engine-names.ts';

let lastVersion = 0;

/** Finds the dictionary of an object whose class keeps one itself (a function, a module, an exception); creates it when asked. */
// biome-ignore lint/suspicious/noExplicitAny: called with objects of the declaring type only
export type DictionaryAccess = (object: any, create: boolean) => PyDict | null;

const NONE_PLACED: readonly string[] = [];

/** That a name is missing is told by one look into the cache, too. */
const MISSING = Symbol('missing');

export class PyType extends PyObject {
  declare readonly shape: Shape;
  name: string;
  qualname: string;
  /** `__module__`, where the namespace does not say otherwise. */
  module: string;
  bases: PyType[];
  /** The base whose layout instances have. */
  base: PyType | null;
  mro: PyType[];
  /** Attributes of the class itself, in the order of definition. Builtin types fill it when first looked at (`ensureNamespace`). */
  namespace: Map<string, Value>;
  slots: Slots;
  /** Whether the class was made by Python code: mutable, instances are shaped. */
  readonly isHeapType: boolean;
  /** Whether Python classes may derive from it. */
  isBaseType: boolean;
  version: number;
  /** The version under which `__class__` of the instances was found to be what they are made of (`hasPlainClass`). */
  plainClassVersion: number;
  /** Shape of a new instance. */
  instanceShape: Shape;
  /** Shape of an instance whose attributes are in a dictionary. */
  dictShape: Shape;
  /** How often an attribute of instances that had been a float became something else (shape.ts). */
  floatChanges: number;
  /** What calling it with one argument gives, where that is simple; `undefined` for all other arguments. Null for most classes. */
  ofOne: ((argument: Value) => Value | undefined) | null;
  /** In how many ways its objects lose attributes and keep the others in their places. */
  losses: number;
  /** How many attributes objects of the class have had at once that are kept as doubles. */
  doubleCount: number;
  /** So many places the objects of the class have had so far, at most, but for doubles. */
  placeCount: number;
  /** Whether instances of this Python class can have a dictionary (no `__slots__`, or one that says so). */
  hasDict: boolean;
  hasWeakrefs: boolean;
  /** Whether objects of this builtin type have more than its base's, though the host class is the same: two such do not combine. */
  extendsLayout: boolean;
  /** First place behind those of `__slots__` (shape.ts); the place of the dictionary in `rest`. */
  firstPlace: number;
  /** The names of its own `__slots__`, in the order of their places, whatever has become of the descriptors. */
  placed: readonly string[];
  dictPlace: number;
  /** For builtin types whose objects keep a dictionary in a field. */
  dictionary: DictionaryAccess | null;
  /** Docstring of a builtin type, as its declaration has it. */
  doc: string | null;
  /** `__text_signature__` of a builtin type. */
  textSignature: string | null;
  isAbstract: boolean;
  /** `sequence` or `mapping` for pattern matching (Py_TPFLAGS_SEQUENCE, _MAPPING). */
  pattern: 'none' | 'sequence' | 'mapping';
  /** Python classes that derive directly from this one, to be told of changes. */
  readonly derived: Set<WeakRef<PyType>>;
  /** Builtin types that derive directly from this one, in the order of declaration. */
  readonly builtinDerived: PyType[];
  /** Fills the namespace of a builtin type at the first look; null afterwards. */
  pendingDefinition: ((type: PyType) => void) | null;
  /** What `isinstance` and `issubclass` of a class with a metaclass begin with (types/abstract-checks.ts). */
  checks: Checks | null;
  /** What was found by name, MISSING where there was nothing. */
  readonly lookupCache: Map<string, Value | typeof MISSING>;
  /** Attributes that the class rebinds from value to value, as a counter: no cache keeps their values, so rebinding outdates none. */
  variables: Set<string> | null;
  /** `__bases__`, as it was given or when it was first asked for. */
  basesTuple: Value | null;
  /** `weakref.ref` of the class, which each call gives: the class itself holds it, as lists of subclasses do in CPython. */
  reference: Value | null;
  /** `__mro__`, once it was asked for, and the list that it was made of. */
  mroTuple: Value | null;
  mroOfTuple: readonly PyType[] | null;
  private users: Dependents | null;

  constructor(name: string, bases: PyType[], isHeapType: boolean) {
    super();
    this.name = name;
    this.qualname = name;
    this.module = 'builtins';
    this.bases = bases;
    this.base = bases.length > 0 ? bases[0] : null;
    this.mro = [this];
    this.namespace = new Map();
    this.slots = emptySlots();
    this.isHeapType = isHeapType;
    this.isBaseType = true;
    this.version = ++lastVersion;
    this.plainClassVersion = 0;
    this.floatChanges = 0;
    this.ofOne = null;
    this.reference = null;
    this.mroTuple = null;
    this.mroOfTuple = null;
    this.losses = 0;
    this.doubleCount = 0;
    this.placeCount = 0;
    this.instanceShape = Shape.root(this, 0, false);
    this.dictShape = Shape.root(this, 0, true);
    this.hasDict = false;
    this.hasWeakrefs = false;
    this.extendsLayout = false;
    this.firstPlace = 0;
    this.placed = NONE_PLACED;
    this.dictPlace = 0;
    this.dictionary = null;
    this.doc = null;
    this.textSignature = null;
    this.isAbstract = false;
    this.pattern = 'none';
    this.derived = new Set();
    this.users = null;
    this.builtinDerived = [];
    this.pendingDefinition = null;
    this.lookupCache = new Map();
    this.checks = null;
    this.variables = null;
    this.basesTuple = null;
  }

  /** The name in error texts (CPython's tp_name): `list`, `C`, but `typing.TypeVar`. */
  get errorName(): string {
    return this.isHeapType || this.module === 'builtins' ? this.name : `${this.module}.${this.name}`;
  }

  isSubtypeOf(other: PyType): boolean {
    return this === other || this.mro.includes(other);
  }

  /** The namespace, with a builtin type's methods in it. */
  ensureNamespace(): Map<string, Value> {
    const define = this.pendingDefinition;
    if (define !== null) {
      this.pendingDefinition = null;
      define(this);
    }
    return this.namespace;
  }

  /** The attribute as found along the MRO, without binding; `undefined` if there is none. Never raises. */
  lookup(name: string): Value | undefined {
    const cached = this.lookupCache.get(name);
    if (cached !== undefined) return cached === MISSING ? undefined : (cached as Value);
    let found: Value | undefined;
    for (const type of this.mro) {
      found = type.ensureNamespace().get(name);
      if (found === undefined) continue;
      if (type.variables !== null && type.variables.has(name)) return found;
      break;
    }
    this.lookupCache.set(engineName(name), found === undefined ? MISSING : found);
    return found;
  }

  /** The type of the MRO whose namespace has the attribute. */
  whereDefined(name: string): PyType | undefined {
    return this.mro.find((type) => type.ensureNamespace().has(name));
  }

  /** Whether the attribute, which is a value, may be another one under the same version. */
  isVariable(name: string): boolean {
    return this.whereDefined(name)?.variables?.has(name) ?? false;
  }

  /** Who relies on the class and its bases being as they are. */
  get dependents(): Dependents {
    this.users ??= new Dependents();
    return this.users;
  }

  /** Forgets what was cached of this type and of those that derive from it. Slots are brought up to date by the caller. */
  modified(): void {
    this.version = ++lastVersion;
    this.lookupCache.clear();
    if (this.users !== null) this.users.invalidate(`class ${this.name} has changed`);
    for (const reference of this.derived) reference.deref()?.modified();
  }
}

/** Types of the bare JavaScript values; filled by the modules that declare them (one fact, known to the lowest layer). */
export const primitiveTypes = {
  none: undefined as unknown as PyType,
  bool: undefined as unknown as PyType,
  int: undefined as unknown as PyType,
  str: undefined as unknown as PyType,
};

/** `type(value)`. */
export function typeOf(value: Value): PyType {
  switch (typeof value) {
    case 'object':
      return value === null ? primitiveTypes.none : value.shape.type;
    case 'number':
    case 'bigint':
      return primitiveTypes.int;
    case 'string':
      return primitiveTypes.str;
    default:
      return primitiveTypes.bool;
  }
}

/** Gives a new type the slots of its base. Few are there, so only those are written. */
export function copySlots(base: PyType, type: PyType): void {
  const from = base.slots;
  const to = type.slots as unknown as Record<SlotName, unknown>;
  for (const name of base.base === null ? slotsOfRoot(from) : SLOT_NAMES) {
    const slot = from[name];
    if (slot !== undefined) to[name] = slot;
  }
}

/** Most types derive from `object` directly, whose slots never change once it is declared. */
function slotsOfRoot(from: Slots): readonly SlotName[] {
  if (rootSlots.length === 0) rootSlots = SLOT_NAMES.filter((name) => from[name] !== undefined);
  return rootSlots;
}
let rootSlots: readonly SlotName[] = [];
