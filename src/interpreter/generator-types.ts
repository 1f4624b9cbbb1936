/** `generator`, `coroutine`, `async_generator` and the awaitables of the latter: their methods, on top of generator.ts. */
import { exceptionTypes, newException, PyBaseException, raise, raiseObject, raiseTypeError, takeException } from '../objspace/exception.ts';
import { builtinType, type TypeBuilder } from '../objspace/gateway/builtin-type.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../objspace/object.ts';
import { call, typeName } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import { PyType } from '../objspace/type.ts';
import { addressText, objectType } from '../objspace/types/object.ts';
import { close, PyAsyncGenerator, PyCoroutine, PyGenerator, resume, returned, throwInto } from './generator.ts';
import { AsyncGeneratorValue } from './intrinsics.ts';
import { PyCode } from './py-code.ts';
import { PyTraceback } from './traceback.ts';

/** StopIteration carrying what the generator returned. */
export function stopIteration(value: Value): Exit {
  const exception = newException('StopIteration', ...(value === null ? [] : [value]));
  exception.fields = new Map([['value', value]]);
  return raiseObject(exception);
}

/** What `send` and `throw` give Python: the value yielded, or StopIteration. */
function answer(result: Result | undefined): Result {
  return result === undefined ? stopIteration(returned.value) : result;
}

function send(generator: PyGenerator, value: Value): Result {
  returned.value = null;
  return answer(resume(generator, value));
}

/** The exception that `throw(type, value, traceback)` means. */
export function exceptionToThrow(typeOrValue: Value, value: Value | undefined, traceback: Value | undefined): PyBaseException | Exit {
  if (traceback !== undefined && traceback !== null && !(traceback instanceof PyTraceback)) {
    return raiseTypeError('throw() third argument must be a traceback object');
  }
  const exception = thrownException(typeOrValue, value === undefined ? null : value);
  if (exception === EXIT) return EXIT;
  if (traceback instanceof PyTraceback) (exception as PyBaseException).traceback = traceback;
  return exception;
}

function thrownException(typeOrValue: Value, value: Value): PyBaseException | Exit {
  if (typeOrValue instanceof PyBaseException) {
    if (value !== null) return raiseTypeError('instance exception may not have a separate value');
    return typeOrValue;
  }
  if (!(typeOrValue instanceof PyType) || !typeOrValue.isSubtypeOf(exceptionTypes['BaseException'])) {
    return raiseTypeError(`exceptions must be classes or instances deriving from BaseException, not ${typeName(typeOrValue)}`);
  }
  if (value instanceof PyBaseException && value.shape.type.isSubtypeOf(typeOrValue)) return value;
  const made = call(typeOrValue, value === null ? [] : [value]);
  if (made === EXIT) return EXIT;
  if (made instanceof PyBaseException) return made;
  return raiseTypeError(`calling ${typeOrValue.qualname} should have returned an instance of BaseException, not ${typeName(made as Value)}`);
}

function throwMethod(generator: PyGenerator, type: Value, value: Value | undefined, traceback: Value | undefined): Result {
  const exception = exceptionToThrow(type, value, traceback);
  return exception === EXIT ? EXIT : answer(throwInto(generator, exception as PyBaseException));
}

function setText(field: 'name' | 'qualname', label: string): (self: PyGenerator, value: Value | undefined) => true | Exit {
  return (self, value) => {
    if (typeof value !== 'string') return raiseTypeError(`${label} must be set to a string object`);
    self[field] = value;
    return true;
  };
}

function reprOf(word: string): (self: PyGenerator) => string {
  return (self) => `<${word} object ${self.qualname} at ${addressText(self)}>`;
}

/** Members that the three kinds share, under their own prefixes. */
function defineMembers(type: TypeBuilder<PyGenerator>, prefix: 'gi' | 'cr' | 'ag', delegateName: string): void {
  type.getset('__name__', 'name of the generator', (self) => self.name, setText('name', '__name__'));
  type.getset('__qualname__', 'qualified name of the generator', (self) => self.qualname, setText('qualname', '__qualname__'));
  type.getset(`${prefix}_running`, null, (self) => (self.kind === 'async generator' ? self.isBusy : self.isRunning));
  type.getset(`${prefix}_frame`, null, (self) => (self.isFinished ? null : (self.frame as unknown as Value)));
  type.getset(`${prefix}_suspended`, null, (self) => self.isStarted && !self.isRunning && !self.isFinished);
  type.member(`${prefix}_code`, null, (self) => PyCode.of(self.frame.code));
  type.getset(delegateName, 'object being iterated by yield from, or None', (self) => self.delegate ?? null);
}

function defineResumption(type: TypeBuilder<PyGenerator>): void {
  type.method('send(self, value, /)', "send(value) -> send 'value' into generator,\nreturn next yielded value or raise StopIteration.", send);
  type.method(
    'throw(self, type, value=<absent>, traceback=<absent>, /)',
    'throw(value)\nthrow(type[,value[,tb]])\n\nRaise exception in generator, return next yielded value or raise\nStopIteration.',
    throwMethod,
  );
  type.method('close(self, /)', 'close() -> raise GeneratorExit inside generator.', close);
}

export const generatorType = builtinType<PyGenerator>('generator', {
  base: objectType,
  layout: PyGenerator,
  isBaseType: false,
  slots: {
    repr: reprOf('generator'),
    iter: (self: PyGenerator) => self,
    next: (self: PyGenerator) => {
      returned.value = null;
      const value = resume(self, null);
      return value === undefined && returned.value !== null ? stopIteration(returned.value) : value;
    },
  },
  define(type) {
    defineResumption(type);
    defineMembers(type, 'gi', 'gi_yieldfrom');
  },
});

export const coroutineType = builtinType<PyCoroutine>('coroutine', {
  base: objectType,
  layout: PyCoroutine,
  isBaseType: false,
  slots: {
    repr: reprOf('coroutine'),
    await: (self: PyCoroutine) => new PyCoroutineWrapper(self),
  },
  define(type) {
    defineResumption(type);
    defineMembers(type, 'cr', 'cr_await');
    type.member('cr_origin', null, (self) => self.origin);
  },
});

/** `coroutine_wrapper`: what `coroutine.__await__()` gives. */
class PyCoroutineWrapper extends PyObject {
  readonly coroutine: PyCoroutine;
  constructor(coroutine: PyCoroutine) {
    super();
    this.coroutine = coroutine;
  }
}

export const coroutineWrapperType = builtinType<PyCoroutineWrapper>('coroutine_wrapper', {
  base: objectType,
  layout: PyCoroutineWrapper,
  isBaseType: false,
  slots: {
    iter: (self: PyCoroutineWrapper) => self,
    next: (self: PyCoroutineWrapper) => send(self.coroutine, null),
  },
  define(type) {
    type.method('send(self, value, /)', "send(arg) -> send 'arg' into coroutine,\nreturn next iterated value or raise StopIteration.", (self, value) => send(self.coroutine, value));
    type.method('throw(self, type, value=<absent>, traceback=<absent>, /)', 'throw(value)\nthrow(type[,value[,traceback]])\n\nRaise exception in coroutine, return next iterated value or raise\nStopIteration.', (self, kind, value, traceback) => throwMethod(self.coroutine, kind, value, traceback));
    type.method('close(self, /)', 'close() -> raise GeneratorExit inside coroutine.', (self) => close(self.coroutine));
  },
});

// ── Asynchronous generators ──────────────────────────────────────────────────────────────────────────────────────

type Step = 'send' | 'throw' | 'close';

/** `async_generator_asend` and `async_generator_athrow`: one step of an asynchronous generator, as an awaitable. */
class PyAsyncStep extends PyObject {
  readonly generator: PyAsyncGenerator;
  readonly step: Step;
  readonly value: Value;
  phase: 'new' | 'running' | 'done';

  constructor(generator: PyAsyncGenerator, step: Step, value: Value) {
    super();
    this.generator = generator;
    this.step = step;
    this.value = value;
    this.phase = 'new';
  }
}

export class PyAsyncSend extends PyAsyncStep {}
export class PyAsyncThrow extends PyAsyncStep {}

const BUSY: Record<Step, string> = {
  send: 'anext(): asynchronous generator is already running',
  throw: 'athrow(): asynchronous generator is already running',
  close: 'aclose(): asynchronous generator is already running',
};

function finish(self: PyAsyncStep): void {
  self.phase = 'done';
  self.generator.isBusy = false;
}

/** Translates what the generator did: a value for its consumer ends the step, other values go to the event loop. */
function outcomeOf(self: PyAsyncStep, result: Result | undefined): Result {
  if (result instanceof AsyncGeneratorValue) {
    if (self.step === 'close') {
      finish(self);
      return raise('RuntimeError', 'async generator ignored GeneratorExit');
    }
    finish(self);
    return stopIteration(result.value);
  }
  if (result !== undefined && result !== EXIT) return result;
  finish(self);
  if (self.step === 'close') return closed(result);
  return result === undefined ? raise('StopAsyncIteration') : EXIT;
}

function closed(result: Exit | undefined): Result {
  if (result === undefined) return stopIteration(null);
  const type = state.exception!.shape.type;
  if (!type.isSubtypeOf(exceptionTypes['GeneratorExit']) && !type.isSubtypeOf(exceptionTypes['StopAsyncIteration'])) return EXIT;
  state.exception = null;
  return stopIteration(null);
}

function stepSend(self: PyAsyncStep, sent: Value): Result {
  if (self.phase === 'done') return raise('RuntimeError', `cannot reuse already awaited ${self.step === 'send' ? '__anext__()/asend()' : 'aclose()/athrow()'}`);
  if (self.phase === 'running') return outcomeOf(self, resume(self.generator, sent));
  if (self.generator.isBusy) {
    self.phase = 'done';
    return raise('RuntimeError', BUSY[self.step]);
  }
  if (sent !== null && self.step !== 'send') return raise('RuntimeError', "can't send non-None value to a just-started coroutine");
  return firstStep(self, sent);
}

function firstStep(self: PyAsyncStep, sent: Value): Result {
  self.phase = 'running';
  const { generator } = self;
  if (generator.isFinished) {
    finish(self);
    return self.step === 'close' ? stopIteration(null) : raise('StopAsyncIteration');
  }
  generator.isBusy = true;
  if (self.step === 'send') return outcomeOf(self, resume(generator, sent === null ? self.value : sent));
  const exception = self.step === 'close' ? newException('GeneratorExit') : (self.value as PyBaseException);
  return outcomeOf(self, throwInto(generator, exception));
}

function stepThrow(self: PyAsyncStep, type: Value, value: Value | undefined, traceback: Value | undefined): Result {
  if (self.phase === 'done') return raise('RuntimeError', `cannot reuse already awaited ${self.step === 'send' ? '__anext__()/asend()' : 'aclose()/athrow()'}`);
  const exception = exceptionToThrow(type, value, traceback);
  if (exception === EXIT) return EXIT;
  self.phase = 'running';
  self.generator.isBusy = true;
  return outcomeOf(self, throwInto(self.generator, exception as PyBaseException));
}

function stepClose(self: PyAsyncStep): Result {
  if (self.phase === 'done') return null;
  const result = stepThrow(self, newException('GeneratorExit'), undefined, undefined);
  if (result !== EXIT) return raise('RuntimeError', 'coroutine ignored GeneratorExit');
  const thrown = takeException();
  const type = thrown.shape.type;
  const isEnd = ['GeneratorExit', 'StopIteration', 'StopAsyncIteration'].some((name) => type.isSubtypeOf(exceptionTypes[name]));
  if (isEnd) return null;
  state.exception = thrown;
  return EXIT;
}

function asyncStepType(name: string, layout: typeof PyAsyncSend | typeof PyAsyncThrow): PyType {
  return builtinType<PyAsyncStep>(name, {
    base: objectType,
    layout: layout as never,
    isBaseType: false,
    slots: {
      await: (self: PyAsyncStep) => self,
      iter: (self: PyAsyncStep) => self,
      next: (self: PyAsyncStep) => stepSend(self, null),
    },
    define(type) {
      type.method('send(self, value, /)', "send(value) -> send 'value' into generator,\nreturn next yielded value or raise StopIteration.", stepSend);
      type.method('throw(self, type, value=<absent>, traceback=<absent>, /)', 'throw(value)\nthrow(type[,value[,tb]])\n\nRaise exception in generator, return next yielded value or raise\nStopIteration.', stepThrow);
      type.method('close(self, /)', 'close() -> raise GeneratorExit inside generator.', stepClose);
    },
  });
}

export const asyncSendType = asyncStepType('async_generator_asend', PyAsyncSend);
export const asyncThrowType = asyncStepType('async_generator_athrow', PyAsyncThrow);

/** Set by modules/sys: `sys.set_asyncgen_hooks`; calls the hook of a generator that is iterated for the first time. */
export const asyncGeneratorHooks = { firstIteration: (_generator: PyAsyncGenerator): true | Exit => true };

function begin(generator: PyAsyncGenerator): true | Exit {
  if (generator.hooksDone) return true;
  generator.hooksDone = true;
  return asyncGeneratorHooks.firstIteration(generator);
}

function sendStep(generator: PyAsyncGenerator, value: Value): Result {
  return begin(generator) === EXIT ? EXIT : new PyAsyncSend(generator, 'send', value);
}

export const asyncGeneratorType = builtinType<PyAsyncGenerator>('async_generator', {
  base: objectType,
  layout: PyAsyncGenerator,
  isBaseType: false,
  slots: {
    repr: reprOf('async_generator'),
    aiter: (self: PyAsyncGenerator) => self,
    anext: (self: PyAsyncGenerator) => sendStep(self, null),
  },
  define(type) {
    type.method('asend(self, value, /)', "asend(v) -> send 'v' in generator.", sendStep);
    type.method('athrow(self, type, value=<absent>, traceback=<absent>, /)', 'athrow(value)\nathrow(type[,value[,tb]])\n\nraise exception in generator.', (self, kind, value, traceback) => {
      if (begin(self) === EXIT) return EXIT;
      const exception = exceptionToThrow(kind, value, traceback);
      return exception === EXIT ? EXIT : new PyAsyncThrow(self, 'throw', exception as PyBaseException);
    });
    type.method('aclose(self, /)', 'aclose() -> raise GeneratorExit inside generator.', (self) => (begin(self) === EXIT ? EXIT : new PyAsyncThrow(self, 'close', null)));
    type.classMethod('__class_getitem__(cls, item, /)', 'See PEP 585', (cls, item) => genericAlias.of(cls, item));
    defineMembers(type, 'ag', 'ag_await');
  },
});

/** Set by vm/: `types.GenericAlias(cls, item)`. */
export const genericAlias = { of: (cls: PyType, _item: Value): Result => cls };
