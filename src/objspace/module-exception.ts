/** Exceptions that builtin modules define (`struct.error`): classes like those that Python code makes, one per interpreter. */
import { exceptionTypes, orThrow, PyBaseException, raiseObject } from './exception.ts';
import type { Exit, Value } from './object.ts';
import { call } from './operations.ts';
import { state } from './state.ts';
import { type PyType, typeOf } from './type.ts';
import { PyDict } from './types/dict/dict.ts';
import { PyTuple } from './types/tuple.ts';

export class ModuleException {
  private readonly module: string;
  private readonly name: string;
  private readonly bases: readonly (string | ModuleException)[];
  private readonly doc: string | null;
  private readonly types: WeakMap<object, PyType>;

  /** `bases`: names of builtin exceptions, and exceptions of the module itself. */
  constructor(module: string, name: string, bases: readonly (string | ModuleException)[], doc: string | null = null) {
    this.module = module;
    this.name = name;
    this.bases = bases;
    this.doc = doc;
    this.types = new WeakMap();
  }

  /** The class in the current interpreter. */
  get type(): PyType {
    let type = this.types.get(state.interpreter);
    if (type === undefined) {
      type = this.make();
      this.types.set(state.interpreter, type);
    }
    return type;
  }

  private make(): PyType {
    const namespace = new PyDict();
    namespace.setStr('__module__', this.module);
    if (this.doc !== null) namespace.setStr('__doc__', this.doc);
    const bases = new PyTuple(this.bases.map((base) => (typeof base === 'string' ? exceptionTypes[base] : base.type)));
    return orThrow(call(typeOf(exceptionTypes['Exception']), [this.name, bases, namespace])) as Value as PyType;
  }

  /** An exception object: `throw invalid.error('text')` on cold paths of builtins. */
  error(...args: Value[]): PyBaseException {
    return orThrow(call(this.type, args)) as Value as PyBaseException;
  }

  raise(...args: Value[]): Exit {
    const made = call(this.type, args);
    return made instanceof PyBaseException ? raiseObject(made) : (made as Exit);
  }
}
