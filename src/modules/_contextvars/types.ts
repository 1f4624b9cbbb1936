/** The types `ContextVar` and `Context`. */
import { pushCall } from '../../interpreter/call.ts';
import { Continuation, finish, type Next } from '../../interpreter/continuation.ts';
import { RAISED } from '../../interpreter/outcomes.ts';
import type { Frame } from '../../interpreter/frame.ts';
import {
  callingFrame,
  callNested,
  contextRun,
  continuedCalls,
  handOverTo,
  pcBehindCall,
} from '../../interpreter/handover.ts';
import { PyFunction, PyMethod } from '../../objspace/types/function.ts';
import { raise, raiseTypeError } from '../../objspace/exception.ts';
import { builtinType, newSlot } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { hashOf, isSameOrEqual, repr } from '../../objspace/operations.ts';
import { type CompareOperator, EQ, NE } from '../../objspace/slots.ts';
import type { PyType } from '../../objspace/type.ts';
import { identityHash } from '../../objspace/identity.ts';
import { newGenericAlias } from '../../objspace/types/generic-alias.ts';
import { NotImplemented } from '../../objspace/types/not-implemented.ts';
import { addressText, objectType } from '../../objspace/types/object.ts';
import { isText, strFromText, textOf } from '../../objspace/types/str/str.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { currentContext, enter, leave, PyContext, PyContextVar } from './context.ts';
import { PyToken, reset } from './token.ts';

// ── ContextVar ───────────────────────────────────────────────────────────────────────────────────────────────────

function variableRepr(self: PyContextVar): Result {
  const name = repr(self.name);
  if (name === EXIT) return EXIT;
  let fallback = '';
  if (self.fallback !== undefined) {
    const text = repr(self.fallback);
    if (text === EXIT) return EXIT;
    fallback = ` default=${textOf(text as Value)}`;
  }
  return strFromText(`<ContextVar name=${textOf(name as Value)}${fallback} at ${addressText(self)}>`);
}

function getVariable(self: PyContextVar, fallback: Value | undefined): Result {
  const value = currentContext().get(self);
  if (value !== undefined) return value;
  if (fallback !== undefined) return fallback;
  return self.fallback === undefined ? raise('LookupError', self) : self.fallback;
}

function setVariable(self: PyContextVar, value: Value): Result {
  const context = currentContext();
  const token = new PyToken(self, context, context.get(self));
  context.set(self, value);
  return token;
}

const GET_DOC =
  'Return a value for the context variable for the current context.\n\nIf there is no value for the variable in the current context, the\nmethod will:\n * return the value of the default argument of the method, if\n   provided; or\n * return the default value for the context variable, if it was\n   created with one; or\n * raise a LookupError.';
const SET_DOC =
  'Call to set a new value for the context variable in the current context.\n\nThe required value argument is the new value for the context\nvariable.\n\nReturns a Token object that can be used to restore the variable to\nits previous value via the `ContextVar.reset()` method.';
const RESET_DOC =
  'Reset the context variable.\n\nThe variable is reset to the value it had before the\n`ContextVar.set()` that created the token was used.';

export const contextVarType: PyType = builtinType<PyContextVar>('ContextVar', {
  base: objectType,
  layout: PyContextVar,
  module: '_contextvars',
  isBaseType: false,
  slots: {
    new: newSlot('ContextVar(cls, name, /, *, default=<absent>)', (_cls, name, fallback) => {
      if (!isText(name)) return raiseTypeError('context variable name must be a str');
      return hashOf(name) === EXIT ? EXIT : new PyContextVar(name, fallback);
    }),
    init: () => true,
    repr: variableRepr,
    hash: (self: PyContextVar) => identityHash(self),
  },
  define(type) {
    type.method('get(self, default=<absent>, /)', GET_DOC, getVariable);
    type.method('set(self, value, /)', SET_DOC, setVariable);
    type.method('reset(self, token, /)', RESET_DOC, (self, token) => (reset(self, token) === EXIT ? EXIT : null));
    type.classMethod(
      '__class_getitem__(cls, object, /)',
      'ContextVars are generic over the type of their contained values',
      newGenericAlias,
    );
    type.member('name', null, (self) => self.name);
  },
});

// ── Iterators over a context ─────────────────────────────────────────────────────────────────────────────────────

class ContextIterator extends PyObject {
  private readonly items: readonly Value[];
  private position: number;

  constructor(items: readonly Value[]) {
    super();
    this.items = items;
    this.position = 0;
  }

  get size(): number {
    return this.items.length;
  }

  next(): Value | undefined {
    return this.position < this.items.length ? this.items[this.position++] : undefined;
  }
}

class ContextKeys extends ContextIterator {}
class ContextValues extends ContextIterator {}
class ContextItems extends ContextIterator {}

for (const [name, layout] of [
  ['keys', ContextKeys],
  ['values', ContextValues],
  ['items', ContextItems],
] as const) {
  builtinType<ContextIterator>(name, {
    base: objectType,
    layout,
    isBaseType: false,
    slots: {
      iter: (self: ContextIterator) => self,
      next: (self: ContextIterator) => self.next(),
      len: (self: ContextIterator) => self.size,
    },
  });
}

// ── Context ──────────────────────────────────────────────────────────────────────────────────────────────────────

function asVariable(key: Value): PyContextVar | Exit {
  if (key instanceof PyContextVar) return key;
  const text = repr(key);
  return text === EXIT ? EXIT : raiseTypeError(`a ContextVar key was expected, got ${textOf(text as Value)}`);
}

function getItem(self: PyContext, key: Value): Result {
  const variable = asVariable(key);
  if (variable === EXIT) return EXIT;
  const value = self.get(variable as PyContextVar);
  return value === undefined ? raise('KeyError', key) : value;
}

function contains(self: PyContext, key: Value): boolean | Exit {
  const variable = asVariable(key);
  return variable === EXIT ? EXIT : self.get(variable as PyContextVar) !== undefined;
}

function contextsEqual(left: PyContext, right: PyContext): boolean | Exit {
  if (left.size !== right.size) return false;
  for (const [variable, value] of left.entries()) {
    const other = right.get(variable);
    if (other === undefined) return false;
    const same = isSameOrEqual(value, other);
    if (same !== true) return same;
  }
  return true;
}

function compareContexts(self: PyContext, other: Value, operator: CompareOperator): Result {
  if (!(other instanceof PyContext) || (operator !== EQ && operator !== NE)) return NotImplemented;
  const same = contextsEqual(self, other);
  return same === EXIT ? EXIT : same === (operator === EQ);
}

function run(self: PyContext, args: readonly Value[], keywords: ReadonlyMap<string, Value>): Result {
  if (args.length === 0) return raiseTypeError('run() missing 1 required positional argument');
  if (enter(self) === EXIT) return EXIT;
  const rest = args.slice(1);
  const handedOver = keywords.size === 0 ? runInFrame(self, args[0], rest) : undefined;
  if (handedOver !== undefined) return handedOver;
  const result = runNested(args[0], rest, keywords);
  leave(self);
  return result;
}

function runNested(callable: Value, args: Value[], keywords: ReadonlyMap<string, Value>): Result {
  if (keywords.size === 0) return callNested(callable, args, null);
  return callNested(callable, [...args, ...keywords.values()], [...keywords.keys()]);
}

/** The function called in a context has returned or raised. */
class LeaveContext extends Continuation {
  private readonly context: PyContext;
  private readonly pc: number;

  constructor(context: PyContext, pc: number) {
    super();
    this.context = context;
    this.pc = pc;
  }

  resume(back: Frame, value: Value): Next {
    leave(this.context);
    return finish(back, value, this.pc - back.pc);
  }

  override fail(): Next {
    leave(this.context);
    return RAISED;
  }
}

/** Runs a Python function in place of the call of `run`; `undefined` where that is not possible. */
function runInFrame(self: PyContext, callable: Value, args: Value[]): Result | undefined {
  const back = callingFrame('Context.run');
  if (back === null) return undefined;
  const after = new LeaveContext(self, pcBehindCall(back));
  const next = continuedCalls.push(callable, args, back, after);
  if (next !== undefined) return typeof next === 'number' ? EXIT : handOverTo(next);
  const method = callable instanceof PyMethod ? callable : undefined;
  const fn = method === undefined ? callable : method.callable;
  if (!(fn instanceof PyFunction)) return undefined;
  const all = method === undefined ? args : [method.self, ...args];
  const frame = pushCall(back, fn, all, after);
  if (typeof frame !== 'number') return handOverTo(frame);
  leave(self);
  return EXIT;
}

contextRun.body = run;
contextRun.enter = (context) => enter(context as PyContext);
contextRun.leave = (context) => leave(context as PyContext);

const keysOf = (self: PyContext): Value => new ContextKeys(self.entries().map(([variable]) => variable));

export const contextType: PyType = builtinType<PyContext>('Context', {
  base: objectType,
  layout: PyContext,
  module: '_contextvars',
  isBaseType: false,
  slots: {
    new: (_cls: PyType, args: Value[], keywords) =>
      args.length > 0 || keywords !== null
        ? raiseTypeError('Context() does not accept any arguments')
        : new PyContext(),
    init: () => true,
    compare: compareContexts,
    iter: keysOf,
    len: (self: PyContext) => self.size,
    getItem,
    contains,
  },
  define(type) {
    type.method(
      'get(self, key, default=None, /)',
      'Return the value for `key` if `key` has the value in the context object.\n\nIf `key` does not exist, return `default`.  If `default` is not\ngiven, return None.',
      (self, key, fallback) => {
        const variable = asVariable(key);
        if (variable === EXIT) return EXIT;
        const value = self.get(variable as PyContextVar);
        return value === undefined ? fallback : value;
      },
    );
    type.method(
      'items(self, /)',
      'Return all variables and their values in the context object.\n\nThe result is returned as a list of 2-tuples (variable, value).',
      (self) => new ContextItems(self.entries().map((entry) => new PyTuple(entry))),
    );
    type.method('keys(self, /)', 'Return a list of all variables in the context object.', keysOf);
    type.method(
      'values(self, /)',
      "Return a list of all variables' values in the context object.",
      (self) => new ContextValues(self.entries().map(([, value]) => value)),
    );
    type.method('copy(self, /)', 'Return a shallow copy of the context object.', (self) => self.copy());
    type.method('@run(self, /, *args, **kwargs)', null, run);
  },
});
