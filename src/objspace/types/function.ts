/**
 * Functions, methods and cells as data. Running a function is the interpreter's: it puts the `call` slot into `functionType`
 * (interpreter/call.ts), so the object space calls Python code without knowing how it runs.
 */
import { Dependents } from '../dependents.ts';
import type { Code } from '../../bytecode/code.ts';
import { declareObjectClass, PyObject, type Value } from '../object.ts';
import type { PyDict } from './dict/dict.ts';

/** A variable shared by a function and the functions inside it; `undefined` while unbound. */
export class Cell {
  contents: Value | undefined;

  constructor(contents: Value | undefined) {
    this.contents = contents;
  }
}
declareObjectClass(Cell);

/** A function defined in Python. */
export class PyFunction extends PyObject {
  code: Code;
  globals: PyDict;
  /** Namespace where names are looked up after the globals. */
  builtins: PyDict;
  name: string;
  qualname: string;
  /** Defaults of the last positional parameters. */
  defaults: Value[] | null;
  keywordDefaults: PyDict | null;
  closure: Cell[];
  /** `undefined` as long as it is the docstring of the code and nobody has asked for it: to look would decode the code. */
  doc: Value | undefined;
  module: Value;
  /** `__annotations__` once evaluated, `__annotate__`. */
  annotations: Value | undefined;
  annotate: Value;
  typeParameters: Value;
  attributes: PyDict | null;

  constructor(code: Code, globals: PyDict, builtins: PyDict, closure: Cell[], module: Value) {
    super();
    this.code = code;
    this.globals = globals;
    this.builtins = builtins;
    this.name = code.name;
    this.qualname = code.qualname;
    this.defaults = null;
    this.keywordDefaults = null;
    this.closure = closure;
    this.doc = undefined;
    this.module = module;
    this.annotations = undefined;
    this.annotate = null;
    this.typeParameters = null;
    this.attributes = null;
  }

  /** Who relies on its code and defaults. */
  get dependents(): Dependents {
    let dependents = dependentsOf.get(this);
    if (dependents === undefined) dependentsOf.set(this, (dependents = new Dependents()));
    return dependents;
  }

  /** Code or defaults have been replaced. */
  modified(): void {
    dependentsOf.get(this)?.invalidate('code of a function');
  }
}

/** Beside the functions: hardly any is ever modified, and most are made in passing. */
const dependentsOf = new WeakMap<PyFunction, Dependents>();

/** `method`: a function, or any callable, bound to an object. */
export class PyMethod {
  readonly callable: Value;
  readonly self: Value;

  constructor(callable: Value, self: Value) {
    this.callable = callable;
    this.self = self;
  }
}
declareObjectClass(PyMethod);
