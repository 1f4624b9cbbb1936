/** The rare operations of the language behind CallIntrinsic (bytecode/instructions.ts lists them). */
import * as Intrinsic from '../bytecode/intrinsics.generated.ts';
import { CO_ASYNC_GENERATOR, CO_COROUTINE } from '../bytecode/code.ts';
import { getAttribute } from '../objspace/attributes.ts';
import { raise } from '../objspace/exception.ts';
import { EXIT, PyObject, type Result, type Value } from '../objspace/object.ts';
import { call, compareTrue, getItem, setItem } from '../objspace/operations.ts';
import { GT } from '../objspace/slots.ts';
import { state } from '../objspace/state.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { objectType } from '../objspace/types/object.ts';
import { genericBase } from '../objspace/types/typing/generic.ts';
import { PyParamSpec } from '../objspace/types/typing/param-spec.ts';
import { PyTypeAlias } from '../objspace/types/typing/type-alias.ts';
import { setDefault } from '../objspace/types/typing/type-parameter.ts';
import { PyTypeVar } from '../objspace/types/typing/type-var.ts';
import { PyTypeVarTuple } from '../objspace/types/typing/type-var-tuple.ts';
import type { Frame } from './frame.ts';
import { importStar } from './imports.ts';
import { prepareReraiseStar, stopIterationError } from './raising.ts';

/** What an async generator yields to its consumer, as opposed to what an `await` in it yields to the event loop. */
export class AsyncGeneratorValue extends PyObject {
  readonly value: Value;
  constructor(value: Value) {
    super();
    this.value = value;
  }
}
(AsyncGeneratorValue.prototype as { shape: unknown }).shape = objectType.instanceShape;

type Implementation = (args: Value[], frame: Frame) => Result;

const IMPLEMENTATIONS: Record<number, Implementation> = {
  [Intrinsic.print]: ([value]) => displayHook(value),
  [Intrinsic.importStar]: ([module], frame) => importStar(frame, module),
  [Intrinsic.typeVar]: ([name]) => new PyTypeVar(name as string),
  [Intrinsic.typeVarBound]: ([name, evaluator]) => {
    const variable = new PyTypeVar(name as string);
    variable.evaluateBound = evaluator;
    return variable;
  },
  [Intrinsic.typeVarConstraints]: ([name, evaluator]) => {
    const variable = new PyTypeVar(name as string);
    variable.evaluateConstraints = evaluator;
    return variable;
  },
  [Intrinsic.paramSpec]: ([name]) => new PyParamSpec(name as string),
  [Intrinsic.typeVarTuple]: ([name]) => new PyTypeVarTuple(name as string),
  [Intrinsic.typeParamDefault]: ([parameter, evaluator]) => setDefault(parameter, evaluator),
  [Intrinsic.typeAlias]: ([name, parameters, evaluator], frame) =>
    new PyTypeAlias(name as string, parameters, evaluator, moduleName(frame)),
  [Intrinsic.genericBase]: ([parameters]) => genericBase(parameters),
  [Intrinsic.prepareReraiseStar]: ([original, exceptions]) => prepareReraiseStar(original, exceptions),
  [Intrinsic.stopIterationError]: ([exception], frame) => stopIterationError(exception, kindOf(frame)),
  [Intrinsic.asyncGeneratorValue]: ([value]) => new AsyncGeneratorValue(value),
  [Intrinsic.unsupportedAnnotationFormat]: ([format]) => checkAnnotationFormat(format),
  [Intrinsic.locals]: (_args, frame) => frame.namespace,
  [Intrinsic.setupAnnotations]: (_args, frame) => setupAnnotations(frame.namespace),
};

export function intrinsic(which: number, args: Value[], frame: Frame): Result {
  return IMPLEMENTATIONS[which](args, frame);
}

function moduleName(frame: Frame): Value {
  const name = frame.globals.getStr('__name__');
  return name === undefined ? null : name;
}

function displayHook(value: Value): Result {
  const sys = state.interpreter.modules.getStr('sys');
  if (sys === undefined) return raise('RuntimeError', 'lost sys.displayhook');
  const hook = getAttribute(sys, 'displayhook');
  if (hook === EXIT) return raise('RuntimeError', 'lost sys.displayhook');
  return call(hook as Value, [value]);
}

function kindOf(frame: Frame): string {
  if ((frame.code.flags & CO_COROUTINE) !== 0) return 'coroutine';
  return (frame.code.flags & CO_ASYNC_GENERATOR) !== 0 ? 'async generator' : 'generator';
}

/** Annotation functions made by the compiler know the format VALUE (1) and VALUE_WITH_FAKE_GLOBALS (2) only. */
function checkAnnotationFormat(format: Value): Result {
  const tooHigh = compareTrue(format, 2, GT);
  if (tooHigh === EXIT) return EXIT;
  return tooHigh ? raise('NotImplementedError') : null;
}

function setupAnnotations(namespace: Value): Result {
  if (namespace instanceof PyDict) {
    if (!namespace.hasStr('__annotations__')) namespace.setStr('__annotations__', new PyDict());
    return null;
  }
  const known = getItem(namespace, '__annotations__');
  if (known !== EXIT) return null;
  state.exception = null;
  return setItem(namespace, '__annotations__', new PyDict()) === EXIT ? EXIT : null;
}
