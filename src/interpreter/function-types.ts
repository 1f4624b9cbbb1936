/** `function`, `method` and `cell`: what Python sees of them; puts the `call` slot into `function`. */
import { CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR, CO_HAS_DOCSTRING } from '../bytecode/code.ts';
import { isRefused } from '../objspace/audit.ts';
import { findAttribute, genericGetAttribute, getAttribute } from '../objspace/attributes.ts';
import { exceptionTypes, raiseTypeError, raiseValueError, swallow } from '../objspace/exception.ts';
import { builtinType, fieldSetter, newSlot } from '../objspace/gateway/builtin-type.ts';
import { identityHash } from '../objspace/identity.ts';
import { EXIT, type Exit, type Result, type Value } from '../objspace/object.ts';
import { call, compare, hashOf, repr, argumentName, typeName } from '../objspace/operations.ts';
import { EQ, NE } from '../objspace/slots.ts';
import { state } from '../objspace/state.ts';
import { typeOf } from '../objspace/type.ts';
import { builtinNamed } from '../objspace/builtin-names.ts';
import { boundMethod } from '../objspace/types/descriptors.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { Cell, PyFunction, PyMethod } from '../objspace/types/function.ts';
import { NotImplemented } from '../objspace/types/not-implemented.ts';
import { addressText, objectType } from '../objspace/types/object.ts';
import { isText, strFromText, textOf } from '../objspace/types/str/text.ts';
import { PyTuple } from '../objspace/types/tuple.ts';
import { builtinsObject } from './foreign-builtins.ts';
import { callFunction } from './call.ts';
import { PyCode } from './py-code.ts';
import { constantValue } from './runtime-code.ts';

function functionDictionary(self: PyFunction, create: boolean): PyDict | null {
  if (self.attributes === null && create) self.attributes = new PyDict();
  return self.attributes;
}

function setName(
  field: 'name' | 'qualname',
  label: string,
): (self: PyFunction, value: Value | undefined) => true | Exit {
  return (self, value) => {
    if (value === undefined || !isText(value)) return raiseTypeError(`${label} must be set to a string object`);
    self[field] = textOf(value);
    return true;
  };
}

/** `__doc__`: unless the program sets another, the first constant of the code that the function was made of. */
function docstring(self: PyFunction): Value {
  if (self.doc === undefined) {
    const { code } = self;
    self.doc = (code.flags & CO_HAS_DOCSTRING) === 0 ? null : constantValue(code.constants[0]);
  }
  return self.doc;
}

/** `__annotations__`: evaluated by `__annotate__` at the first look. */
function annotations(self: PyFunction): Result {
  if (self.annotations !== undefined) return self.annotations;
  if (self.annotate === null) self.annotations = new PyDict();
  else {
    const result = call(self.annotate, [1]);
    if (result === EXIT) return EXIT;
    if (!(result instanceof PyDict))
      return raiseTypeError(`__annotate__ returned non-dict of type '${typeName(result as Value)}'`);
    self.annotations = result;
  }
  return self.annotations;
}

/** Whether an audit hook lets nobody set an attribute, or take away what it has. */
function isChangeRefused(self: PyFunction, name: string, value: Value | undefined): boolean {
  return value === undefined || value === null
    ? isRefused('object.__delattr__', self, name)
    : isRefused('object.__setattr__', self, name, value);
}

function setDefaults(self: PyFunction, value: Value | undefined): true | Exit {
  const isGone = value === undefined || value === null;
  if (!isGone && !(value instanceof PyTuple)) return raiseTypeError('__defaults__ must be set to a tuple object');
  if (isChangeRefused(self, '__defaults__', value)) return EXIT;
  self.defaults = isGone ? null : [...value.items];
  self.modified();
  return true;
}

/** What a call of the function makes: a value, a generator, a coroutine or an async generator. */
const KIND_FLAGS = CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR;

function setCode(self: PyFunction, value: Value | undefined): true | Exit {
  if (!(value instanceof PyCode)) return raiseTypeError('__code__ must be set to a code object');
  if (isRefused('object.__setattr__', self, '__code__', value)) return EXIT;
  if (value.code.freevars.length !== self.closure.length) {
    return raiseValueError(
      `${self.name}() requires a code object with ${self.closure.length} free vars, not ${value.code.freevars.length}`,
    );
  }
  if ((value.code.flags & KIND_FLAGS) !== (self.code.flags & KIND_FLAGS)) {
    const text =
      'Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)';
    if (!state.interpreter.warn(exceptionTypes['DeprecationWarning'], text, 1)) return EXIT;
  }
  docstring(self);
  self.code = value.code;
  self.modified();
  return true;
}

export const functionType = builtinType<PyFunction>('function', {
  base: objectType,
  layout: PyFunction,
  isBaseType: false,
  signature: '(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)',
  dictionary: functionDictionary,
  doc: `
    Create a function object.

      code
        a code object
      globals
        the globals dictionary
      name
        a string that overrides the name from the code object
      argdefs
        a tuple that specifies the default argument values
      closure
        a tuple that supplies the bindings for free variables
      kwdefaults
        a dictionary that specifies the default keyword argument values
  `,
  slots: {
    new: newSlot(
      'function(cls, code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)',
      (_cls, code, globals, name, defaults, closure, keywordDefaults) => {
        if (!(code instanceof PyCode))
          return raiseTypeError(`function() argument 'code' must be code, not ${argumentName(code)}`);
        if (!(globals instanceof PyDict))
          return raiseTypeError(`function() argument 'globals' must be dict, not ${argumentName(globals)}`);
        if (name !== null && !isText(name)) return raiseTypeError('arg 3 (name) must be None or string');
        if (defaults !== null && !(defaults instanceof PyTuple))
          return raiseTypeError('arg 4 (defaults) must be None or tuple');
        if (keywordDefaults !== null && !(keywordDefaults instanceof PyDict))
          return raiseTypeError('arg 6 (kwdefaults) must be None or dict');
        const cells = closure instanceof PyTuple ? (closure.items as unknown as Cell[]) : [];
        if (closure !== null && !(closure instanceof PyTuple))
          return raiseTypeError('arg 5 (closure) must be None or tuple');
        if (cells.length !== code.code.freevars.length) {
          if (closure === null) return raiseTypeError('arg 5 (closure) must be tuple');
          return raiseValueError(
            `${code.code.name} requires closure of length ${code.code.freevars.length}, not ${cells.length}`,
          );
        }
        const strange = cells.find((cell) => !(cell instanceof Cell));
        if (strange !== undefined)
          return raiseTypeError(`arg 5 (closure) expected cell, found ${typeName(strange as unknown as Value)}`);
        if (isRefused('function.__new__', code)) return EXIT;
        const module = globals.getStr('__name__');
        const fn = new PyFunction(
          code.code,
          globals,
          builtinsOf.of(globals),
          [...cells],
          module === undefined ? null : module,
        );
        if (name !== null) fn.name = textOf(name);
        if (defaults instanceof PyTuple) fn.defaults = [...defaults.items];
        if (keywordDefaults instanceof PyDict) fn.keywordDefaults = keywordDefaults;
        return fn;
      },
    ),
    repr: (self: PyFunction) => `<function ${self.qualname} at ${addressText(self)}>`,
    call: callFunction,
    get: (self: PyFunction, instance) =>
      instance === undefined ? self : (new PyMethod(self, instance) as unknown as Value),
  },
  define(type) {
    type.getset(
      '__code__',
      null,
      (self) => (isRefused('object.__getattr__', self, '__code__') ? EXIT : PyCode.of(self.code)),
      setCode,
    );
    type.getset(
      '__defaults__',
      null,
      (self) => {
        if (isRefused('object.__getattr__', self, '__defaults__')) return EXIT;
        return self.defaults === null ? null : (new PyTuple([...self.defaults]) as Value);
      },
      setDefaults,
    );
    type.getset(
      '__kwdefaults__',
      null,
      (self) => (isRefused('object.__getattr__', self, '__kwdefaults__') ? EXIT : self.keywordDefaults),
      (self, value) => {
        if (value !== undefined && value !== null && !(value instanceof PyDict))
          return raiseTypeError('__kwdefaults__ must be set to a dict object');
        if (isChangeRefused(self, '__kwdefaults__', value)) return EXIT;
        self.keywordDefaults = (value ?? null) as PyDict | null;
        self.modified();
        return true;
      },
    );
    type.getset('__annotations__', 'Dict of annotations in a function object.', annotations, (self, value) => {
      if (value !== undefined && value !== null && !(value instanceof PyDict))
        return raiseTypeError('__annotations__ must be set to a dict object');
      self.annotations = value === null ? undefined : value;
      self.annotate = null;
      return true;
    });
    type.getset(
      '__annotate__',
      'Get the code object for a function.',
      (self) => self.annotate,
      (self, value) => {
        if (value === undefined) return raiseTypeError('__annotate__ cannot be deleted');
        if (value !== null && typeOf(value).slots.call === undefined)
          return raiseTypeError('__annotate__ must be callable or None');
        self.annotate = value;
        if (value !== null) self.annotations = undefined;
        return true;
      },
    );
    type.getset(
      '__dict__',
      null,
      (self) => functionDictionary(self, true),
      (self, value) => {
        if (value === undefined) return raiseTypeError('cannot delete __dict__');
        if (!(value instanceof PyDict))
          return raiseTypeError(`__dict__ must be set to a dictionary, not a '${typeName(value)}'`);
        self.attributes = value;
        return true;
      },
    );
    type.getset('__name__', null, (self) => strFromText(self.name), setName('name', '__name__'));
    type.getset('__qualname__', null, (self) => strFromText(self.qualname), setName('qualname', '__qualname__'));
    type.getset(
      '__type_params__',
      'Get the declared type parameters for a function.',
      (self) => self.typeParameters ?? (new PyTuple([]) as Value),
      (self, value) => {
        if (!(value instanceof PyTuple)) return raiseTypeError('__type_params__ must be set to a tuple');
        self.typeParameters = value as Value;
        return true;
      },
    );
    type.getset('__doc__', null, docstring, fieldSetter('doc'));
    type.getset('__module__', null, (self) => self.module, fieldSetter('module'));
    type.member('__globals__', null, (self) => self.globals);
    type.member('__builtins__', null, (self) => builtinsObject(self.builtins));
    type.member('__closure__', null, (self) =>
      self.closure.length === 0 ? null : (new PyTuple(self.closure as unknown as Value[]) as Value),
    );
  },
});

/** Set by vm/: the builtins that code with these globals sees. */
export const builtinsOf = { of: (globals: PyDict): PyDict => globals };

boundMethod.of = (callable, self) => new PyMethod(callable, self) as unknown as Value;

export const methodType = builtinType<PyMethod>('method', {
  base: objectType,
  layout: PyMethod,
  isBaseType: false,
  signature: '(function, instance, /)',
  doc: 'Create a bound instance method object.',
  slots: {
    new: newSlot('method(cls, function, instance, /)', (_cls, callable, self) => {
      if (typeOf(callable).slots.call === undefined) return raiseTypeError('first argument must be callable');
      if (self === null) return raiseTypeError('instance must not be None');
      return new PyMethod(callable, self) as unknown as Value;
    }),
    repr: methodRepr,
    call: (self: PyMethod, args, keywords) => call(self.callable, [self.self, ...args], keywords),
    get: (self: PyMethod) => self as unknown as Value,
    hash: (self: PyMethod) => {
      const hash = hashOf(self.callable);
      if (hash === EXIT) return EXIT;
      return Number(BigInt.asIntN(50, BigInt(identityHash(self.self)) ^ BigInt(hash as number | bigint)));
    },
    compare: (self: PyMethod, other, operator) => {
      if (!((other as unknown) instanceof PyMethod) || (operator !== EQ && operator !== NE)) return NotImplemented;
      const that = other as unknown as PyMethod;
      if (self.self !== that.self) return operator === NE;
      return compare(self.callable, that.callable, operator);
    },
    getAttribute: (self: PyMethod, name) => {
      const own = typeOf(self as unknown as Value).lookup(name);
      return own === undefined
        ? getAttribute(self.callable, name)
        : genericGetAttribute(self as unknown as Value, name);
    },
  },
  define(type) {
    type.member('__func__', 'the function (or other callable) implementing a method', (self) => self.callable);
    type.member('__self__', 'the instance to which a method is bound', (self) => self.self);
    type.getset('__doc__', null, (self) => getAttribute(self.callable, '__doc__'));
    type.method('__reduce__(self, /)', 'Helper for pickle.', (self) => {
      const name = getAttribute(self.callable, '__name__');
      if (name === EXIT) return EXIT;
      return new PyTuple([builtinNamed('getattr'), new PyTuple([self.self, name as Value]) as Value]) as Value;
    });
  },
});

function methodRepr(self: PyMethod): Result {
  const name = findAttribute(self.callable, '__qualname__') ?? findAttribute(self.callable, '__name__');
  if (name === EXIT && !swallow('AttributeError')) return EXIT;
  const object = repr(self.self);
  return object === EXIT ? EXIT : `<bound method ${isText(name) ? textOf(name) : '?'} of ${textOf(object as Value)}>`;
}

export const cellType = builtinType<Cell>('cell', {
  base: objectType,
  layout: Cell,
  isBaseType: false,
  signature: '([contents])',
  doc: `
    Create a new cell object.

      contents
        the contents of the cell. If not specified, the cell will be empty,
        and further attempts to access its cell_contents attribute will
        raise a ValueError.
  `,
  slots: {
    new: newSlot('cell(cls, contents=<absent>, /)', (_cls, contents) => new Cell(contents) as unknown as Value),
    repr: (self: Cell) => {
      const at = addressText(self as unknown as Value);
      if (self.contents === undefined) return `<cell at ${at}: empty>`;
      return `<cell at ${at}: ${typeName(self.contents)} object at ${addressText(self.contents)}>`;
    },
    compare: (self: Cell, other, operator) => {
      if (!((other as unknown) instanceof Cell)) return NotImplemented;
      const that = other as unknown as Cell;
      if (self.contents === undefined || that.contents === undefined) {
        return compare(self.contents === undefined ? 0 : 1, that.contents === undefined ? 0 : 1, operator);
      }
      return compare(self.contents, that.contents, operator);
    },
  },
  define(type) {
    type.getset(
      'cell_contents',
      null,
      (self) => (self.contents === undefined ? raiseValueError('Cell is empty') : self.contents),
      (self, value) => {
        self.contents = value;
        return true;
      },
    );
  },
});
