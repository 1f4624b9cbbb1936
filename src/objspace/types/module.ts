/** `module`: a namespace with a name. Attributes come from its dictionary, then from its own `__getattr__` (PEP 562). */
import { findAttribute, genericGetAttribute, getAttribute, raiseAttribute } from '../attributes.ts';
import { raise, raiseTypeError, swallow } from '../exception.ts';
import { builtinType, initSlot } from '../gateway/builtin-type.ts';
import { lateBuiltins } from '../late-builtins.ts';
import { adopt, installDictionary } from '../instance.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../object.ts';
import { call, isTrue, itemsOf, repr, str, argumentName, typeName } from '../operations.ts';
import type { Shaped } from '../shape.ts';
import { state } from '../state.ts';
import type { PyType } from '../type.ts';
import { PyDict } from './dict/dict.ts';
import { PyList } from './list/list.ts';
import { changeModuleClass, layoutOf, objectType } from './object.ts';
import { type ImportSituation, importSituation } from './module-shadowing.ts';
import { concatAll, isText, strOfName, textOf, unwrap } from './str/text.ts';

export class PyModule extends PyObject {
  /** `__dict__`; never replaced, so that frames and caches may hold it. */
  readonly dict: PyDict;

  constructor() {
    super();
    this.dict = new PyDict();
  }

  /** `__name__`, if it is a str. */
  get name(): string | undefined {
    const name = this.dict.getStr('__name__');
    return name !== undefined && isText(name) ? textOf(name) : undefined;
  }
}

/** A module as the import system makes one, before it is loaded. */
export function newModule(name: Value, doc: Value = null): PyModule {
  const module = new PyModule();
  fill(module, name, doc);
  return module;
}

function fill(module: PyModule, name: Value, doc: Value): void {
  const { dict } = module;
  dict.setStr('__name__', name);
  dict.setStr('__doc__', doc);
  dict.setStr('__package__', null);
  dict.setStr('__loader__', null);
  dict.setStr('__spec__', null);
}

function moduleNew(cls: PyType): Result {
  const module = new PyModule();
  if (cls === moduleType) return module;
  return adoptModule(module, cls);
}

/** Makes a module an instance of a Python class: its dictionary stays the one that it has. */
export function adoptModule(module: PyModule, cls: PyType): PyModule {
  adopt(module, cls);
  installDictionary(module as unknown as Shaped, module.dict);
  return module;
}

/** As importlib's `_module_repr`: by the specification if there is one, otherwise by file and loader. */
function moduleRepr(self: PyModule): Result {
  const loader = findAttribute(self, '__loader__');
  const spec = findAttribute(self, '__spec__');
  if (loader === EXIT || spec === EXIT) return EXIT;
  const described = spec === undefined ? false : isTrue(spec as Value);
  if (described === EXIT) return EXIT;
  if (described) return reprOfSpecification(spec as Value);
  const name = findAttribute(self, '__name__');
  const file = findAttribute(self, '__file__');
  if (name === EXIT || file === EXIT) return EXIT;
  const shown = name === undefined ? '?' : (name as Value);
  if (file !== undefined) return moduleText(shown, ' from ', file as Value, '');
  return loader === undefined || loader === null ? moduleText(shown) : moduleText(shown, ' (', loader as Value, ')');
}

function reprOfSpecification(spec: Value): Result {
  const name = getAttribute(spec, 'name');
  const origin = name === EXIT ? EXIT : getAttribute(spec, 'origin');
  if (name === EXIT || origin === EXIT) return EXIT;
  const shown = name === null ? '?' : (name as Value);
  if (origin === null) return reprOfLoader(shown, getAttribute(spec, 'loader'));
  const hasLocation = getAttribute(spec, 'has_location');
  const isLocated = hasLocation === EXIT ? EXIT : isTrue(hasLocation as Value);
  if (isLocated === EXIT) return EXIT;
  if (isLocated) return moduleText(shown, ' from ', origin as Value, '');
  const text = str(origin as Value);
  const quoted = repr(shown);
  if (text === EXIT || quoted === EXIT) return EXIT;
  return concatAll(['<module ', unwrap(quoted as Value), ' (', unwrap(text as Value), ')>']);
}

function reprOfLoader(name: Value, loader: Result): Result {
  if (loader === EXIT) return EXIT;
  if (loader === null) return moduleText(name);
  if (typeName(loader as Value) !== 'NamespaceLoader') return moduleText(name, ' (', loader as Value, ')');
  const path = getAttribute(loader as Value, '_path');
  const entries = path === EXIT ? EXIT : itemsOf(path as Value);
  return entries === EXIT ? EXIT : moduleText(name, ' (namespace) from ', PyList.of(entries as Value[]), '');
}

/** `<module NAME>`, with the repr of another object between `before` and `after`. */
function moduleText(name: Value, before = '', detail?: Value, after = ''): Result {
  const shown = repr(name);
  if (shown === EXIT) return EXIT;
  if (detail === undefined) return concatAll(['<module ', unwrap(shown as Value), '>']);
  const extra = repr(detail);
  return extra === EXIT
    ? EXIT
    : concatAll(['<module ', unwrap(shown as Value), before, unwrap(extra as Value), after, '>']);
}

// ── Attributes ───────────────────────────────────────────────────────────────────────────────────────────────────

function moduleGetAttribute(self: PyModule, name: string): Result {
  const own = self.dict.getStr(name);
  if (own !== undefined && self.shape.type.lookup(name) === undefined) return own;
  const value = findGeneric(self, name);
  if (value !== undefined) return value;
  const hook = self.dict.getStr('__getattr__');
  if (hook !== undefined) return call(hook, [strOfName(name)]);
  const late = self.dict === state.interpreter.builtins ? lateBuiltins.find(name) : undefined;
  return late === undefined ? noAttribute(self, name) : late;
}

/** `undefined` for a missing attribute; an AttributeError of a descriptor lets `__getattr__` answer too. */
function findGeneric(self: PyModule, name: string): Result | undefined {
  const value = genericGetAttribute(self, name);
  return value === EXIT && swallow('AttributeError') ? undefined : value;
}

function noAttribute(self: PyModule, name: string): Exit {
  const moduleName = self.name;
  if (moduleName === undefined) return raiseAttribute(`module has no attribute '${name}'`, self, name);
  const spec = self.dict.getStr('__spec__');
  const text = spec === undefined || spec === null ? undefined : explanation(self.dict.getStr('__name__')!, spec, name);
  if (text === EXIT) return EXIT;
  return raiseAttribute(
    (text as string | undefined) ?? `module '${moduleName}' has no attribute '${name}'`,
    self,
    name,
  );
}

/** What the specification knows about the reason: an import that is not finished, or a file that hides another module. */
function explanation(moduleName: Value, spec: Value, name: string): string | undefined | Exit {
  const situation = importSituation(moduleName, spec);
  if (situation === EXIT) return EXIT;
  const { origin, isInitializing, advice } = situation as ImportSituation;
  const shown = textOf(moduleName);
  if (advice !== undefined) return `module '${shown}' has no attribute '${name}' ${advice}`;
  if (isInitializing) {
    const where = origin === undefined ? '' : ` from '${origin}'`;
    return `partially initialized module '${shown}'${where} has no attribute '${name}' (most likely due to a circular import)`;
  }
  const submodules = findAttribute(spec, '_uninitialized_submodules');
  if (submodules === EXIT) state.exception = null;
  if (submodules instanceof PyList && submodules.toArray().includes(name)) {
    return `cannot access submodule '${name}' of module '${shown}' (most likely due to a circular import)`;
  }
  return undefined;
}

function isInitializing(spec: Value): boolean | Exit {
  const flag = findAttribute(spec, '_initializing');
  if (flag === EXIT || flag === undefined) return flag === EXIT ? EXIT : false;
  return isTrue(flag as Value);
}

// ── Annotations ──────────────────────────────────────────────────────────────────────────────────────────────────

/** `__annotations__`: evaluated by `__annotate__` at the first look (PEP 649), and kept unless the module is still being run. */
function annotations(self: PyModule): Result {
  const known = self.dict.getStr('__annotations__');
  if (known !== undefined) return known;
  const spec = self.dict.getStr('__spec__');
  const initializing = spec === undefined || spec === null ? false : isInitializing(spec);
  if (initializing === EXIT) return EXIT;
  const annotate = self.dict.getStr('__annotate__');
  let result: Value = new PyDict();
  if (annotate !== undefined && annotate !== null) {
    const evaluated = call(annotate, [1]);
    if (evaluated === EXIT) return EXIT;
    if (!(evaluated instanceof PyDict))
      return raiseTypeError(`__annotate__ returned non-dict of type '${typeName(evaluated as Value)}'`);
    result = evaluated;
  }
  if (!initializing) self.dict.setStr('__annotations__', result);
  return result;
}

function setAnnotations(self: PyModule, value: Value | undefined): true | Exit {
  if (value === undefined) {
    if (!self.dict.deleteStr('__annotations__')) return raise('AttributeError', '__annotations__');
  } else self.dict.setStr('__annotations__', value);
  self.dict.deleteStr('__annotate__');
  return true;
}

function setAnnotate(self: PyModule, value: Value | undefined): true | Exit {
  if (value === undefined) return raiseTypeError('cannot delete __annotate__ attribute');
  if (value !== null && findAttribute(value, '__call__') === undefined)
    return raiseTypeError('__annotate__ must be callable or None');
  self.dict.setStr('__annotate__', value);
  if (value !== null) self.dict.deleteStr('__annotations__');
  return true;
}

function moduleDirectory(self: PyModule): Result {
  const dict = findAttribute(self, '__dict__');
  if (dict === EXIT) return EXIT;
  if (!(dict instanceof PyDict)) return raiseTypeError('<module>.__dict__ is not a dictionary');
  const hook = dict.getStr('__dir__');
  return hook === undefined ? PyList.of(dict.strKeys().map(strOfName)) : call(hook, []);
}

export const moduleType: PyType = builtinType<PyModule>('module', {
  base: objectType,
  layout: PyModule,
  signature: '(name, doc=None)',
  doc: 'Create a module object.\n\nThe name must be a string; the optional doc argument can have any type.',
  dictionary: (self: PyModule) => self.dict,
  slots: {
    new: moduleNew,
    init: initSlot('module(self, name, doc=None)', (self: PyModule, name, doc) => {
      if (!isText(name)) return raiseTypeError(`module() argument 'name' must be str, not ${argumentName(name)}`);
      fill(self, name, doc);
      return true;
    }),
    repr: moduleRepr,
    getAttribute: moduleGetAttribute,
  },
  define(type) {
    type.getset('__annotations__', null, annotations, setAnnotations);
    type.getset(
      '__annotate__',
      null,
      (self) => {
        const annotate = self.dict.getStr('__annotate__');
        if (annotate === undefined) self.dict.setStr('__annotate__', null);
        return annotate === undefined ? null : annotate;
      },
      setAnnotate,
    );
    type.member('__dict__', null, (self) => self.dict);
    type.method('__dir__(self, /)', '__dir__() -> list\nspecialized dir() implementation', moduleDirectory);
  },
});

changeModuleClass.of = (object, type) => {
  if (!(object instanceof PyModule) || (type.isHeapType ? layoutOf(type) : type) !== moduleType) return false;
  // A plain module has neither field of its own: the class of modules has them.
  const own = object as unknown as Partial<Shaped>;
  delete own.shape;
  delete own.rest;
  // What compiled code has found in the dictionary may be the class's affair now.
  object.dict.watch?.exchanged();
  if (!type.isHeapType) return true;
  adopt(object, type);
  installDictionary(object as unknown as Shaped, object.dict);
  return true;
};
