/** `generator` and `coroutine`: their methods and members, on top of generator.ts. Asynchronous generators are in async-generator.ts. */
import { raiseTypeError } from '../objspace/exception.ts';
import { isRefused } from '../objspace/audit.ts';
import { builtinType, type TypeBuilder } from '../objspace/gateway/builtin-type.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../objspace/object.ts';
import { draining } from '../objspace/draining.ts';
import { safepoints } from '../objspace/safepoint.ts';
import { state } from '../objspace/state.ts';
import { GenericAlias } from '../objspace/types/generic-alias.ts';
import { addressText, objectType } from '../objspace/types/object.ts';
import { drainMap, isDrained } from '../objspace/types/map.ts';
import { drainBuiltin } from '../objspace/types/next-of.ts';
import { isText, strFromText, textOf } from '../objspace/types/str/text.ts';
import { isBusy } from './delegate-chains.ts';
import { type Frame, FROM_SEND } from './frame.ts';
import {
  canResume,
  close,
  drain,
  enterGenerator,
  type GeneratorKind,
  PyCoroutine,
  PyGenerator,
  resume,
  returned,
  stopIteration,
  throwInto,
} from './generator.ts';
import { callingFrame, handOverTo, pcBehindCall } from './handover.ts';
import { PyCode } from './py-code.ts';
import { checkThrown, type Thrown, warnOfOldForm } from './thrown.ts';

draining.next = (iterator, way, items) => {
  if (isDrained(iterator)) return drainMap(iterator, way, items);
  if (!(iterator instanceof PyGenerator && iterator.shape === generatorType.instanceShape))
    return drainBuiltin(iterator, way, items);
  return --state.fuel < 0 && safepoints.pass() === EXIT ? EXIT : drain(iterator, way, items);
};

/** The frame of a generator that goes on with a value sent by a call in `back`. */
function sendFrame(generator: PyGenerator, back: Frame, value: Value): Frame {
  enterGenerator(generator, back, value);
  const { frame } = generator;
  frame.entry = FROM_SEND;
  frame.returnPc = pcBehindCall(back);
  state.depth++;
  return frame;
}

/** What `send` and `throw` give Python: the value yielded, or StopIteration. */
function answer(result: Result | undefined): Result {
  return result === undefined ? stopIteration(returned.value) : result;
}

/** How `send` of each kind is called in the instruction that calls it. */
const SEND_NAMES: Readonly<Record<GeneratorKind, string>> = {
  generator: 'generator.send',
  coroutine: 'coroutine.send',
  'async generator': 'async generator.send',
};

function send(generator: PyGenerator, value: Value): Result {
  if (canResume(generator, value)) {
    const back = callingFrame(SEND_NAMES[generator.kind]);
    if (back !== null) return handOverTo(sendFrame(generator, back, value));
  }
  returned.value = null;
  return answer(resume(generator, value));
}

// ── throw() ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** `throw()` of generators, also of those that steps of asynchronous ones resume: `undefined` where the generator returns. */
export function throwArguments(generator: PyGenerator, thrown: Thrown): Result | undefined {
  if (checkThrown('throw', thrown) === EXIT || warnOfOldForm('throw', thrown) === EXIT) return EXIT;
  returned.value = null;
  return throwInto(generator, thrown);
}

export const THROW_NOTE =
  'the (type, val, tb) signature is deprecated, \nand may be removed in a future version of Python.';

// ── Members ──────────────────────────────────────────────────────────────────────────────────────────────────────

function setText(
  field: 'name' | 'qualname',
  label: string,
): (self: PyGenerator, value: Value | undefined) => true | Exit {
  return (self, value) => {
    if (value === undefined || !isText(value)) return raiseTypeError(`${label} must be set to a string object`);
    self[field] = textOf(value);
    return true;
  };
}

export function generatorRepr(word: string): (self: PyGenerator) => string {
  return (self) => `<${word} object ${self.qualname} at ${addressText(self)}>`;
}

/** Members that the three kinds share, under their own prefixes. */
export function defineMembers(
  type: TypeBuilder<PyGenerator>,
  kind: GeneratorKind,
  prefix: string,
  delegate: readonly [name: string, doc: string],
  genericDoc: string,
): void {
  type.getset('__name__', `name of the ${kind}`, (self) => strFromText(self.name), setText('name', '__name__'));
  type.getset(
    '__qualname__',
    `qualified name of the ${kind}`,
    (self) => strFromText(self.qualname),
    setText('qualname', '__qualname__'),
  );
  type.getset(`${prefix}_frame`, null, (self) => {
    if (isRefused('object.__getattr__', self, `${prefix}_frame`)) return EXIT;
    return self.isFinished ? null : (self.frame as unknown as Value);
  });
  type.getset(`${prefix}_suspended`, null, (self) => self.isStarted && !isBusy(self) && !self.isFinished);
  type.getset(`${prefix}_code`, null, (self) =>
    isRefused('object.__getattr__', self, `${prefix}_code`) ? EXIT : PyCode.of(self.frame.code),
  );
  type.getset(delegate[0], delegate[1], (self) => (isBusy(self) || self.delegate === undefined ? null : self.delegate));
  type.method(
    '__sizeof__(self, /)',
    'gen.__sizeof__() -> size of gen in memory, in bytes',
    (self) => 160 + 8 * self.frame.runtime.registerCount,
  );
  type.classMethod('__class_getitem__(cls, object, /)', genericDoc, (cls, item) => new GenericAlias(cls, item));
}

function defineResumption<Self>(
  type: TypeBuilder<Self>,
  generatorOf: (self: Self) => PyGenerator,
  what: 'generator' | 'coroutine',
): void {
  const isCoroutine = what === 'coroutine';
  type.method(
    'send(self, object, /)',
    isCoroutine
      ? "send(arg) -> send 'arg' into coroutine,\nreturn next iterated value or raise StopIteration."
      : "send(value) -> send 'value' into generator,\nreturn next yielded value or raise StopIteration.",
    (self, value) => send(generatorOf(self), value),
  );
  type.method(
    '@@throw(self, *args)',
    `throw(value)\nthrow(type[,value[,${isCoroutine ? 'traceback' : 'tb'}]])\n\nRaise exception in ${what}, return next ` +
      `${isCoroutine ? 'iterated' : 'yielded'} value or raise\nStopIteration.\n${THROW_NOTE}`,
    (self, args) => answer(throwArguments(generatorOf(self), args)),
  );
  type.method('close(self, /)', `close() -> raise GeneratorExit inside ${what}.`, (self) => close(generatorOf(self)));
}

const itself = (self: PyGenerator): PyGenerator => self;

/** `__del__`: a generator that goes away is closed; errors are reported. */
export function finalizeGenerator(self: PyGenerator): Result {
  return self.isFinished || isBusy(self) ? null : close(self);
}

export const generatorType = builtinType<PyGenerator>('generator', {
  base: objectType,
  layout: PyGenerator,
  isBaseType: false,
  slots: {
    repr: generatorRepr('generator'),
    iter: (self: PyGenerator) => self,
    next: (self: PyGenerator) => {
      returned.value = null;
      const value = resume(self, null);
      return value === undefined && returned.value !== null ? stopIteration(returned.value) : value;
    },
    finalize: finalizeGenerator,
  },
  define(type) {
    defineResumption(type, itself, 'generator');
    type.getset('gi_running', null, isBusy);
    const genericDoc = 'generators are generic over the types of their yield, send, and return values';
    defineMembers(
      type,
      'generator',
      'gi',
      ['gi_yieldfrom', 'object being iterated by yield from, or None'],
      genericDoc,
    );
  },
});

export const coroutineType = builtinType<PyCoroutine>('coroutine', {
  base: objectType,
  layout: PyCoroutine,
  isBaseType: false,
  slots: {
    repr: generatorRepr('coroutine'),
    await: (self: PyCoroutine) => new PyCoroutineWrapper(self),
    finalize: finalizeGenerator,
  },
  define(type) {
    defineResumption(type, itself, 'coroutine');
    type.getset('cr_running', null, isBusy);
    type.member('cr_origin', null, (self) => self.origin);
    const genericDoc = 'coroutines are generic over the types of their yield, send, and return values';
    defineMembers(type as never, 'coroutine', 'cr', ['cr_await', 'object being awaited on, or None'], genericDoc);
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
  doc: 'A wrapper object implementing __await__ for coroutines.',
  slots: {
    iter: (self: PyCoroutineWrapper) => self,
    next: (self: PyCoroutineWrapper) => send(self.coroutine, null),
  },
  define: (type) => defineResumption(type, (self) => self.coroutine, 'coroutine'),
});
