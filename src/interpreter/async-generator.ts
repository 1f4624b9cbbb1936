/**
 * `async_generator`, and the awaitables that `asend`, `athrow` and `aclose` give: each is one step of the generator.
 *
 * A step is new, under way or over. While one is under way the generator is busy and refuses others. What the generator yields to its
 * consumer comes marked (AsyncGeneratorValue) and ends the step; everything else goes on to the event loop.
 */
import { exceptionTypes, newException, raise, takeException } from '../objspace/exception.ts';
import { builtinType } from '../objspace/gateway/builtin-type.ts';
import { EXIT, type Exit, type PyObject, type Result, type Value } from '../objspace/object.ts';
import { call } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import type { PyType } from '../objspace/type.ts';
import { objectType } from '../objspace/types/object.ts';
import { ResultIterator } from './awaiting.ts';
import { coroutineSettings } from './coroutine-settings.ts';
import { PyAsyncGenerator, resume, returned, stopWith, takeStopIteration, throwInto } from './generator.ts';
import { defineMembers, generatorRepr, THROW_NOTE, throwArguments } from './generator-types.ts';
import { checkThrown, type Thrown, warnOfOldForm } from './thrown.ts';
import { AsyncGeneratorValue } from './intrinsics.ts';

abstract class PyAsyncStep extends ResultIterator {
  readonly generator: PyAsyncGenerator;
  phase: 'new' | 'running' | 'over';

  constructor(generator: PyAsyncGenerator) {
    super();
    this.generator = generator;
    this.phase = 'new';
  }

  abstract send(sent: Value): Result;

  advance(): Result | undefined {
    const item = this.send(null);
    return item === EXIT ? takeStopIteration() : item;
  }

  abstract throw(thrown: Thrown): Result;
  /** How errors call the step, when it is used again and when it comes too early. */
  abstract readonly reuse: string;
  abstract readonly method: string;

  protected refuseReuse(): Exit {
    return raise('RuntimeError', `cannot reuse already awaited ${this.reuse}`);
  }

  /** Begins the step, unless another is under way. */
  protected begin(): true | Exit {
    if (!this.generator.isBusy) return true;
    this.phase = 'over';
    return raise('RuntimeError', `${this.method}: asynchronous generator is already running`);
  }

  protected run(): void {
    this.phase = 'running';
    this.generator.isBusy = true;
  }

  protected end(): void {
    this.phase = 'over';
    this.generator.isBusy = false;
  }

  /** Of a step whose generator did something: values for the consumer and the end are StopIteration and StopAsyncIteration. */
  protected outcome(result: Result | undefined): Result {
    if (result !== undefined && result !== EXIT && !(result instanceof AsyncGeneratorValue)) return result;
    this.end();
    if (result instanceof AsyncGeneratorValue) return stopWith(result.value);
    if (result === undefined) raise('StopAsyncIteration');
    if (isEnd()) this.generator.isClosed = true;
    return EXIT;
  }
}

/** Whether what is in flight ends an asynchronous generator. */
function isEnd(): boolean {
  const { type } = state.exception!.shape;
  return type.isSubtypeOf(exceptionTypes['StopAsyncIteration']) || type.isSubtypeOf(exceptionTypes['GeneratorExit']);
}

/** `__anext__()` and `asend()`. */
class PyAsyncSend extends PyAsyncStep {
  readonly value: Value;
  readonly reuse = '__anext__()/asend()';
  readonly method = 'anext()';

  constructor(generator: PyAsyncGenerator, value: Value) {
    super(generator);
    this.value = value;
  }

  send(given: Value): Result {
    if (this.phase === 'over') return this.refuseReuse();
    let sent = given;
    if (this.phase === 'new') {
      if (this.begin() === EXIT) return EXIT;
      if (sent === null) sent = this.value;
    }
    this.run();
    return this.outcome(resume(this.generator, sent));
  }

  /** As `send(None)`, without an exception for each value. */
  override advance(): Result | undefined {
    if (this.phase === 'over') return this.refuseReuse();
    let sent: Value = null;
    if (this.phase === 'new') {
      if (this.begin() === EXIT) return EXIT;
      sent = this.value;
    }
    this.run();
    const result = resume(this.generator, sent);
    if (!(result instanceof AsyncGeneratorValue)) return this.outcome(result);
    this.end();
    returned.value = result.value;
    return undefined;
  }

  throw(thrown: Thrown): Result {
    if (this.phase === 'over') return this.refuseReuse();
    if (this.phase === 'new' && this.begin() === EXIT) return EXIT;
    this.run();
    return this.outcome(throwArguments(this.generator, thrown));
  }
}

/** `athrow()`, and `aclose()`, which has no exception of its own. */
class PyAsyncThrow extends PyAsyncStep {
  readonly reuse = 'aclose()/athrow()';
  readonly method: string;
  /** Arguments of `athrow()`: looked at when the step begins. */
  private readonly args: Thrown | null;

  constructor(generator: PyAsyncGenerator, args: Thrown | null) {
    super(generator);
    this.args = args;
    this.method = args === null ? 'aclose()' : 'athrow()';
  }

  send(sent: Value): Result {
    if (this.phase === 'over') return this.refuseReuse();
    if (this.phase === 'running') return this.thrown(resume(this.generator, sent));
    if (this.generator.isFinished) {
      this.phase = 'over';
      return raise('StopIteration');
    }
    return this.start(sent);
  }

  private start(sent: Value): Result {
    if (this.begin() === EXIT) return EXIT;
    if (this.generator.isClosed) {
      this.phase = 'over';
      return raise('StopAsyncIteration');
    }
    if (sent !== null) return raise('RuntimeError', "can't send non-None value to a just-started coroutine");
    this.run();
    if (this.args === null) {
      this.generator.isClosed = true;
      return this.thrown(throwInto(this.generator, [newException('GeneratorExit')], false));
    }
    // As in CPython, the generator stays busy if there are too few or too many.
    if (checkThrown('athrow', this.args) === EXIT) return EXIT;
    return this.thrown(throwInto(this.generator, this.args, false));
  }

  throw(thrown: Thrown): Result {
    if (this.phase === 'over') return this.refuseReuse();
    if (this.phase === 'new' && this.begin() === EXIT) return EXIT;
    this.run();
    return this.thrown(throwArguments(this.generator, thrown));
  }

  private thrown(result: Result | undefined): Result {
    if (this.args !== null) return this.outcome(result);
    if (result !== undefined && result !== EXIT && !(result instanceof AsyncGeneratorValue)) return result;
    this.end();
    if (result instanceof AsyncGeneratorValue) return raise('RuntimeError', 'async generator ignored GeneratorExit');
    // The end of the generator is what aclose() wanted.
    if (result === EXIT && !isEnd()) return EXIT;
    state.exception = null;
    return raise('StopIteration');
  }
}

function closeStep(self: PyAsyncStep): Result {
  if (self.phase === 'over') return null;
  const result = self.throw([newException('GeneratorExit')]);
  if (result !== EXIT) return raise('RuntimeError', 'coroutine ignored GeneratorExit');
  const thrown = takeException();
  const { type } = thrown.shape;
  if (['StopIteration', 'StopAsyncIteration', 'GeneratorExit'].some((name) => type.isSubtypeOf(exceptionTypes[name])))
    return null;
  state.exception = thrown;
  return EXIT;
}

function stepType(name: string, layout: typeof PyAsyncSend | typeof PyAsyncThrow): PyType {
  return builtinType<PyAsyncStep>(name, {
    base: objectType,
    layout: layout as never,
    isBaseType: false,
    slots: {
      await: (self: PyAsyncStep) => self,
      iter: (self: PyAsyncStep) => self,
      next: (self: PyAsyncStep) => self.send(null),
    },
    define(type) {
      type.method(
        'send(self, object, /)',
        "send(value) -> send 'value' into generator,\nreturn next yielded value or raise StopIteration.",
        (self, value) => self.send(value),
      );
      const throwDoc = `throw(value)\nthrow(type[,value[,tb]])\n\nRaise exception in generator, return next yielded value or raise\nStopIteration.\n${THROW_NOTE}`;
      type.method('@@throw(self, *args)', throwDoc, (self, args) => self.throw(args));
      type.method('close(self, /)', 'close() -> raise GeneratorExit inside generator.', closeStep);
    },
  });
}

/** What `__anext__` of a generator gives that the hooks have heard of. */
export function nextStep(generator: PyAsyncGenerator): PyObject {
  return new PyAsyncSend(generator, null);
}

export const asyncSendType = stepType('async_generator_asend', PyAsyncSend);
export const asyncThrowType = stepType('async_generator_athrow', PyAsyncThrow);

/** The hook of `sys.set_asyncgen_hooks` hears of each generator when it is first iterated. */
function firstIteration(generator: PyAsyncGenerator): true | Exit {
  if (generator.hooksDone) return true;
  generator.hooksDone = true;
  const hook = coroutineSettings().firstIteration;
  return hook === null || call(hook, [generator]) !== EXIT ? true : EXIT;
}

function sendStep(generator: PyAsyncGenerator, value: Value): Result {
  return firstIteration(generator) === EXIT ? EXIT : new PyAsyncSend(generator, value);
}

export const asyncGeneratorType = builtinType<PyAsyncGenerator>('async_generator', {
  base: objectType,
  layout: PyAsyncGenerator,
  isBaseType: false,
  slots: {
    repr: generatorRepr('async_generator'),
    aiter: (self: PyAsyncGenerator) => self,
    anext: (self: PyAsyncGenerator) => sendStep(self, null),
  },
  define(type) {
    const throwDoc = `athrow(value)\nathrow(type[,value[,tb]])\n\nraise exception in generator.\n${THROW_NOTE}`;
    type.method('@@athrow(self, *args)', throwDoc, (self, args) =>
      warnOfOldForm('athrow', args) === EXIT || firstIteration(self) === EXIT ? EXIT : new PyAsyncThrow(self, args),
    );
    // C takes the arguments of this one as a tuple.
    type.nameless();
    type.method('asend(self, object, /)', "asend(v) -> send 'v' in generator.", sendStep);
    type.method('aclose(self, /)', 'aclose() -> raise GeneratorExit inside generator.', (self) =>
      firstIteration(self) === EXIT ? EXIT : new PyAsyncThrow(self, null),
    );
    type.member('ag_running', null, (self) => self.isBusy);
    const genericDoc = 'async generators are generic over the types of their yield and send values';
    defineMembers(type as never, 'async generator', 'ag', ['ag_await', 'object being awaited on, or None'], genericDoc);
  },
});
