/** `_abc`: what `abc.ABCMeta` is made of: the registry of virtual subclasses and the caches of checks, per class. */
import { findAttribute, getAttribute, setAttribute } from '../../objspace/attributes.ts';
import { raise, raiseTypeError, swallow } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, isTrue, itemsOf } from '../../objspace/operations.ts';
import { PyType, typeOf } from '../../objspace/type.ts';
import { AbcData, type Registrations } from '../../objspace/types/abstract-checks.ts';
import { NotImplemented } from '../../objspace/types/not-implemented.ts';
import { objectType } from '../../objspace/types/object.ts';
import { PyFrozenSet, PySet } from '../../objspace/types/set/set.ts';
import { isText, textOf } from '../../objspace/types/str/str.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { isSubclass } from '../../objspace/types/type.ts';
import { newReference, referenceType } from '../../objspace/types/weakref.ts';

builtinType<AbcData>('_abc_data', {
  base: objectType,
  layout: AbcData,
  module: '_abc',
  isBaseType: false,
  doc: 'Internal state held by ABC machinery.',
});

function dataOf(cls: Value): AbcData | Exit {
  const data = getAttribute(cls, '_abc_impl');
  if (data === EXIT || data instanceof AbcData) return data;
  return raiseTypeError('_abc_impl is set to a wrong type');
}

// ── Set-up ───────────────────────────────────────────────────────────────────────────────────────────────────────

function isAbstract(value: Value): boolean | Exit {
  const flag = findAttribute(value, '__isabstractmethod__');
  if (flag === EXIT) return swallow('AttributeError') ? false : EXIT;
  return flag === undefined ? false : isTrue(flag as Value);
}

/** Names of abstract methods: those of the class itself, and of its bases where the class has not replaced them. */
function abstractNames(cls: PyType): Set<string> | Exit {
  const names = new Set<string>();
  for (const [name, value] of [...cls.ensureNamespace()]) {
    const abstract = isAbstract(value);
    if (abstract === EXIT) return EXIT;
    if (abstract) names.add(name);
  }
  for (const base of cls.bases) {
    const inherited = findAttribute(base, '__abstractmethods__');
    if (inherited === EXIT && !swallow('AttributeError')) return EXIT;
    if (inherited === undefined || inherited === EXIT) continue;
    if (addInherited(cls, inherited as Value, names) === EXIT) return EXIT;
  }
  return names;
}

function addInherited(cls: PyType, inherited: Value, names: Set<string>): true | Exit {
  const items = itemsOf(inherited);
  if (items === EXIT) return EXIT;
  for (const item of items as Value[]) {
    if (!isText(item)) continue;
    const value = findAttribute(cls, textOf(item));
    if (value === EXIT && !swallow('AttributeError')) return EXIT;
    if (value === undefined || value === EXIT) continue;
    const abstract = isAbstract(value as Value);
    if (abstract === EXIT) return EXIT;
    if (abstract) names.add(textOf(item));
  }
  return true;
}

/** `__abc_tpflags__` of collections.abc: what patterns take for sequences and mappings. */
const SEQUENCE_FLAG = 1 << 5;
const MAPPING_FLAG = 1 << 6;

function takePatternFlag(cls: PyType): true | Exit {
  const flags = cls.namespace.get('__abc_tpflags__');
  if (flags === undefined) return true;
  cls.namespace.delete('__abc_tpflags__');
  cls.modified();
  if (typeof flags !== 'number') return true;
  const isSequence = (flags & SEQUENCE_FLAG) !== 0;
  const isMapping = (flags & MAPPING_FLAG) !== 0;
  if (isSequence && isMapping)
    return raiseTypeError('__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING');
  if (isSequence) cls.pattern = 'sequence';
  else if (isMapping) cls.pattern = 'mapping';
  return true;
}

/** A virtual subclass is matched by patterns as what it is registered for, and so are its own subclasses. */
function inheritPattern(cls: PyType, pattern: PyType['pattern']): void {
  if (!cls.isHeapType || cls.pattern === pattern) return;
  cls.pattern = pattern;
  for (const reference of cls.derived) {
    const derived = reference.deref();
    if (derived !== undefined) inheritPattern(derived, pattern);
  }
}

// ── Checks ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** The checks of one interpreter, which counts its registrations. */
class AbcChecks implements Registrations {
  registrations = 0;

  initialize(self: Value): Result {
    if (!(self instanceof PyType)) return raiseTypeError('_abc_init() argument must be a class');
    const names = abstractNames(self);
    if (names === EXIT) return EXIT;
    if (setAttribute(self, '__abstractmethods__', PyFrozenSet.of([...(names as Set<string>)]) as Value) === EXIT)
      return EXIT;
    if (takePatternFlag(self) === EXIT) return EXIT;
    return setAttribute(self, '_abc_impl', new AbcData(this)) === EXIT ? EXIT : null;
  }

  register(cls: Value, subclass: Value): Result {
    if (!(subclass instanceof PyType)) return raiseTypeError('Can only register classes');
    const known = isSubclass(subclass, cls);
    if (known === EXIT) return EXIT;
    if (known) return subclass;
    // Subtle: a cycle would be endless for checks of subclasses.
    const cycle = isSubclass(cls, subclass);
    if (cycle === EXIT) return EXIT;
    if (cycle) return raise('RuntimeError', 'Refusing to create an inheritance cycle');
    const data = dataOf(cls);
    if (data === EXIT) return EXIT;
    (data as AbcData).registry.push(new WeakRef(subclass));
    this.registrations++;
    if (cls instanceof PyType && cls.pattern !== 'none') inheritPattern(subclass, cls.pattern);
    return subclass;
  }

  instanceCheck(cls: Value, instance: Value): Result {
    const data = dataOf(cls);
    if (data === EXIT) return EXIT;
    const claimed = findAttribute(instance, '__class__');
    if (claimed === EXIT) return EXIT;
    const subclass = claimed === undefined ? typeOf(instance) : claimed;
    if (subclass instanceof PyType && (data as AbcData).cache.has(subclass)) return true;
    const type = typeOf(instance);
    if (type === subclass) return (data as AbcData).knowsNot(type) ? false : this.checkSubclass(cls, type);
    const result = this.checkSubclass(cls, subclass as Value);
    if (result === EXIT) return EXIT;
    const truth = isTrue(result as Value);
    return truth === false ? this.checkSubclass(cls, type) : truth;
  }

  /** Through `__subclasscheck__`, which the class may override. */
  private checkSubclass(cls: Value, subclass: Value): Result {
    const method = getAttribute(cls, '__subclasscheck__');
    return method === EXIT ? EXIT : call(method as Value, [subclass]);
  }

  subclassCheck(cls: Value, subclass: Value): boolean | Exit {
    if (!(subclass instanceof PyType)) return raiseTypeError('issubclass() arg 1 must be a class');
    const found = dataOf(cls);
    if (found === EXIT) return EXIT;
    const data = found as AbcData;
    if (data.cache.has(subclass)) return true;
    if (data.negativeVersion < this.registrations) {
      data.negativeCache = new WeakSet();
      data.negativeVersion = this.registrations;
    } else if (data.negativeCache.has(subclass)) return false;
    const result = this.computeSubclass(cls, data, subclass);
    if (result === EXIT) return EXIT;
    (result ? data.cache : data.negativeCache).add(subclass);
    return result;
  }

  private computeSubclass(cls: Value, data: AbcData, subclass: PyType): boolean | Exit {
    const hook = subclassHook(cls, subclass);
    if (hook !== undefined) return hook;
    if (subclass.mro.includes(cls as PyType)) return true;
    for (const reference of [...data.registry]) {
      const registered = reference.deref();
      const result = registered === undefined ? false : isSubclass(subclass, registered);
      if (result !== false) return result;
    }
    return this.isBelowSubclass(cls, subclass);
  }

  private isBelowSubclass(cls: Value, subclass: PyType): boolean | Exit {
    const method = getAttribute(cls, '__subclasses__');
    const listed = method === EXIT ? EXIT : call(method as Value, []);
    const classes = listed === EXIT ? EXIT : itemsOf(listed as Value);
    if (classes === EXIT) return EXIT;
    for (const derived of classes as Value[]) {
      const result = isSubclass(subclass, derived);
      if (result !== false) return result;
    }
    return false;
  }
}

/** What `cls.__subclasshook__` decides; `undefined` if it leaves it open. */
function subclassHook(cls: Value, subclass: PyType): boolean | Exit | undefined {
  const method = getAttribute(cls, '__subclasshook__');
  const answer = method === EXIT ? EXIT : call(method as Value, [subclass]);
  if (answer === EXIT) return EXIT;
  if (answer === NotImplemented) return undefined;
  if (typeof answer === 'boolean') return answer;
  return raise('AssertionError', '__subclasshook__ must return either False, True, or NotImplemented');
}

/** Registry and caches, for debugging: the caches cannot be listed by the host and show as empty. */
function dump(cls: Value): Result {
  const data = dataOf(cls);
  if (data === EXIT) return EXIT;
  const references: Value[] = [];
  for (const entry of (data as AbcData).registry) {
    const registered = entry.deref();
    const reference = registered === undefined ? null : newReference(referenceType, registered, null);
    if (reference !== null && reference !== EXIT) references.push(reference as Value);
  }
  const registry = new PySet() as PySet & Value;
  for (const reference of references) if (registry.add(reference) === EXIT) return EXIT;
  return new PyTuple([
    registry,
    new PySet() as Value,
    new PySet() as Value,
    (data as AbcData).negativeVersion,
  ]) as Value;
}

function change(cls: Value, alter: (data: AbcData) => void): Result {
  const data = dataOf(cls);
  if (data === EXIT) return EXIT;
  alter(data as AbcData);
  return null;
}

export const _abc = builtinModule('_abc', 'Module contains faster C implementation of abc.ABCMeta', (module) => {
  const checks = new AbcChecks();
  module.function(
    'get_cache_token()',
    'Returns the current ABC cache token.\n\nThe token is an opaque object (supporting equality testing) identifying the\ncurrent version of the ABC cache for virtual subclasses. The token changes\nwith every call to register() on any ABC.',
    () => checks.registrations,
  );
  module.function(
    '_abc_init(self, /)',
    'Internal ABC helper for class set-up. Should be never used outside abc module.',
    (self) => checks.initialize(self),
  );
  module.function(
    '_abc_register(self, subclass, /)',
    'Internal ABC helper for subclasss registration. Should be never used outside abc module.',
    (cls, subclass) => checks.register(cls, subclass),
  );
  module.function(
    '_abc_instancecheck(self, instance, /)',
    'Internal ABC helper for instance checks. Should be never used outside abc module.',
    (cls, instance) => checks.instanceCheck(cls, instance),
  );
  module.function(
    '_abc_subclasscheck(self, subclass, /)',
    'Internal ABC helper for subclasss checks. Should be never used outside abc module.',
    (cls, subclass) => checks.subclassCheck(cls, subclass),
  );
  module.function(
    '_get_dump(self, /)',
    "Internal ABC helper for cache and registry debugging.\n\nReturn shallow copies of registry, of both caches, and\nnegative cache version. Don't call this function directly,\ninstead use ABC._dump_registry() for a nice repr.",
    dump,
  );
  module.function(
    '_reset_registry(self, /)',
    'Internal ABC helper to reset registry of a given class.\n\nShould be only used by refleak.py',
    (cls) =>
      change(cls, (data) => {
        data.registry = [];
      }),
  );
  module.function(
    '_reset_caches(self, /)',
    'Internal ABC helper to reset both caches of a given class.\n\nShould be only used by refleak.py',
    (cls) =>
      change(cls, (data) => {
        data.cache = new WeakSet();
        data.negativeCache = new WeakSet();
        data.negativeVersion = 0;
      }),
  );
});
