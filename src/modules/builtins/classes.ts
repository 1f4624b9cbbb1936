/** Built-in functions on classes: `isinstance`, `issubclass`, and `__build_class__` behind the class statement. */
import { findAttribute } from '../../objspace/attributes.ts';
import { raise, raiseTypeError } from '../../objspace/exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, setItem } from '../../objspace/operations.ts';
import { PyType, typeOf } from '../../objspace/type.ts';
import { knownInstance, knownSubclass } from '../../objspace/types/abstract-checks.ts';
import { winningMetaclass } from '../../objspace/types/class-creation.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { Cell, PyFunction } from '../../objspace/types/function.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { isInstance, isSubclass, typeType } from '../../objspace/types/type.ts';
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { runClassBody } from '../../interpreter/call.ts';
import { instruments } from '../../interpreter/instruments.ts';
import { isText, textOf } from '../../objspace/types/str/text.ts';

// ── The class statement ──────────────────────────────────────────────────────────────────────────────────────────

/** `__mro_entries__` of bases that are no classes; the same array where there are none. */
export function resolveBases(bases: Value[]): Value[] | Exit {
  let resolved: Value[] | null = null;
  for (let index = 0; index < bases.length; index++) {
    const base = bases[index];
    const method = base instanceof PyType ? undefined : findAttribute(base, '__mro_entries__');
    if (method === EXIT) return EXIT;
    if (method === undefined) {
      resolved?.push(base);
      continue;
    }
    resolved ??= bases.slice(0, index);
    const entries = call(method as Value, [new PyTuple(bases) as Value]);
    if (entries === EXIT) return EXIT;
    if (!(entries instanceof PyTuple)) return raiseTypeError('__mro_entries__ must return a tuple');
    resolved.push(...entries.items);
  }
  return resolved === null ? bases : resolved;
}

interface Keywords {
  names: string[];
  values: Value[];
}

function metaclassOf(bases: Value[], keywords: Keywords): Value | Exit {
  const index = keywords.names.indexOf('metaclass');
  let meta: Value = bases.length === 0 ? typeType : typeOf(bases[0]);
  if (index >= 0) {
    meta = keywords.values[index];
    keywords.names.splice(index, 1);
    keywords.values.splice(index, 1);
  }
  return meta instanceof PyType ? winningMetaclass(meta, bases) : meta;
}

function prepareNamespace(meta: Value, name: Value, bases: PyTuple, keywords: Keywords): Result {
  const method = findAttribute(meta, '__prepare__');
  if (method === EXIT) return EXIT;
  if (method === undefined) return new PyDict();
  const namespace = call(
    method as Value,
    [name, bases as Value, ...keywords.values],
    keywords.names.length === 0 ? null : keywords.names,
  );
  if (namespace === EXIT) return EXIT;
  const type = typeOf(namespace as Value);
  if (!(namespace instanceof PyDict) && type.slots.getItem === undefined) {
    const metaName = meta instanceof PyType ? meta.name : '<metaclass>';
    return raiseTypeError(`${metaName}.__prepare__() must return a mapping, not ${type.name}`);
  }
  return namespace;
}

function buildClass(
  body: Value | undefined,
  name: Value | undefined,
  originalBases: Value[],
  keywordMap: ReadonlyMap<string, Value>,
): Result {
  if (body === undefined || name === undefined) return raiseTypeError('__build_class__: not enough arguments');
  if (!(body instanceof PyFunction)) return raiseTypeError('__build_class__: func must be a function');
  if (!isText(name)) return raiseTypeError('__build_class__: name is not a string');
  const bases = resolveBases(originalBases);
  if (bases === EXIT) return EXIT;
  const keywords: Keywords = { names: [...keywordMap.keys()], values: [...keywordMap.values()] };
  const meta = metaclassOf(bases as Value[], keywords);
  if (meta === EXIT) return EXIT;
  const basesTuple = new PyTuple(bases as Value[]);
  const namespace = prepareNamespace(meta as Value, name, basesTuple, keywords);
  if (namespace === EXIT) return EXIT;
  const cell = runClassBody(body, namespace as Value);
  if (cell === EXIT) return EXIT;
  if (
    bases !== originalBases &&
    setItem(namespace as Value, '__orig_bases__', new PyTuple(originalBases) as Value) === EXIT
  )
    return EXIT;
  const keywordNames = keywords.names.length === 0 ? null : keywords.names;
  const cls = call(meta as Value, [name, basesTuple as Value, namespace as Value, ...keywords.values], keywordNames);
  return cls === EXIT ? EXIT : checkClassCell(cell, cls as Value, textOf(name));
}

/** The metaclass must have passed `__classcell__` on to `type.__new__`. */
function checkClassCell(cell: unknown, cls: Value, name: string): Result {
  if (!(cell instanceof Cell) || !(cls instanceof PyType)) return cls;
  if (cell.contents === undefined) {
    return raise(
      'RuntimeError',
      `__class__ not set defining '${name}' as ${shownClass(cls)}. Was __classcell__ propagated to type.__new__?`,
    );
  }
  if (cell.contents !== cls) {
    return raiseTypeError(
      `__class__ set to ${shownClass(cell.contents as PyType)} defining '${name}' as ${shownClass(cls)}`,
    );
  }
  return cls;
}

function shownClass(cls: PyType): string {
  const text = typeOf(cls).slots.repr!(cls);
  return isText(text) ? textOf(text) : `<class '${cls.name}'>`;
}

/** `isinstance`: what abstract classes remember is asked for without a call, unless somebody observes calls. */
function instanceCheck(value: Value, cls: Value): boolean | Exit {
  const known = isAbstractClass(cls) ? knownInstance(value, cls) : undefined;
  return known ?? isInstance(value, cls);
}

function subclassCheck(derived: Value, cls: Value): boolean | Exit {
  const known = isAbstractClass(cls) ? knownSubclass(derived, cls) : undefined;
  return known ?? isSubclass(derived, cls);
}

function isAbstractClass(cls: Value): cls is Value & PyType {
  return cls instanceof PyType && cls.shape.type !== typeType && !instruments.isActive;
}

export function defineClasses(module: ModuleBuilder): void {
  module.function(
    '@__build_class__(func=<required>, name=<required>, /, *bases, **kwds)',
    '__build_class__(func, name, /, *bases, [metaclass], **kwds) -> class\n\nInternal helper function used by the class statement.',
    buildClass,
  );
  module.function(
    'isinstance(obj, class_or_tuple, /)',
    'Return whether an object is an instance of a class or of a subclass thereof.\n\nA tuple, as in ``isinstance(x, (A, B, ...))``, may be given as the target to\ncheck against. This is equivalent to ``isinstance(x, A) or isinstance(x, B)\nor ...`` etc.',
    instanceCheck,
  );
  module.function(
    'issubclass(cls, class_or_tuple, /)',
    "Return whether 'cls' is derived from another class or is the same class.\n\nA tuple, as in ``issubclass(x, (A, B, ...))``, may be given as the target to\ncheck against. This is equivalent to ``issubclass(x, A) or issubclass(x, B)\nor ...``.",
    subclassCheck,
  );
}
