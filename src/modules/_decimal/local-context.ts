/** `localcontext()`: a context manager that makes a copy of a context current for a while. */
import { error, raiseTypeError } from '../../objspace/exception.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { PyObject, type Value } from '../../objspace/object.ts';
import { objectType } from '../../objspace/types/object.ts';
import { contextArgument, getContext, type PyDecimalContext, setContext } from './context.ts';
import { ATTRIBUTES, setGiven } from './context-attributes.ts';

export class PyContextManager extends PyObject {
  readonly local: PyDecimalContext;
  readonly outer: PyDecimalContext;

  constructor(local: PyDecimalContext, outer: PyDecimalContext) {
    super();
    this.local = local;
    this.outer = outer;
  }
}

/** changes: values of the context's attributes; None changes nothing. */
export function localContext(context: Value, changes: ReadonlyMap<string, Value>): Value {
  for (const name of changes.keys()) {
    if (!ATTRIBUTES.has(name)) throw error('TypeError', `this function got an unexpected keyword argument '${name}'`);
  }
  const values = [...ATTRIBUTES.keys()].map((name) => changes.get(name) ?? null);
  const outer = getContext();
  const local = contextArgument(context).copy();
  setGiven(local, values);
  return new PyContextManager(local, outer);
}

export const contextManagerType = builtinType<PyContextManager>('ContextManager', {
  base: objectType,
  layout: PyContextManager,
  module: 'decimal',
  isBaseType: false,
  slots: { new: () => raiseTypeError("cannot create 'decimal.ContextManager' instances") },
  define(type) {
    type.method('__enter__(self, /)', 'Make the context current and return it.', (self) => {
      setContext(self.local);
      return self.local;
    });
    type.method('__exit__(self, /, *args)', 'Make the former context current again.', (self) => {
      setContext(self.outer);
      return false;
    });
  },
});
