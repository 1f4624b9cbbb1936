/** `typhon.JsError`: what JavaScript threw, as a Python exception. On the way back it is the thrown object again. */
import { exceptionTypes, PyBaseException } from '../../objspace/exception.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import type { Value } from '../../objspace/object.ts';
import { strFromText } from '../../objspace/types/str/str.ts';
import type { PyType } from '../../objspace/type.ts';
import { boundary } from './boundary.ts';

const thrownBy = new WeakMap<PyBaseException, { readonly thrown: unknown }>();

let jsError: PyType | undefined;

/** Made when first needed: `Exception` is declared after the modules are read. */
export function jsErrorType(): PyType {
  jsError ??= builtinType<PyBaseException>('JsError', {
    base: exceptionTypes['Exception'],
    module: 'typhon',
    doc: 'An error that JavaScript code has thrown.',
    define(type) {
      type.getset('js', 'The object that was thrown.', (self) => thrownValue(thrownBy.get(self)?.thrown));
      type.getset('name', 'The name of the error, as in "TypeError".', (self) =>
        strFromText(nameOf(thrownBy.get(self)?.thrown)),
      );
    },
  });
  return jsError;
}

/** An error with its properties, instead of the exception that it is as a value. */
function thrownValue(thrown: unknown): Value {
  return thrown instanceof Error ? boundary.reference(thrown) : boundary.toPython(thrown);
}

function nameOf(thrown: unknown): string {
  return thrown instanceof Error ? String(thrown.name) : '';
}

function messageOf(thrown: unknown): string {
  try {
    return thrown instanceof Error ? String(thrown) : `${thrown}`;
  } catch {
    return 'an object that cannot be shown';
  }
}

export function newJsError(thrown: unknown): PyBaseException {
  return made(thrown, new Set());
}

/** With the causes of the error as those of the exception; an error may be its own. */
function made(thrown: unknown, effects: Set<unknown>): PyBaseException {
  const message = strFromText(messageOf(thrown)) as Value;
  const exception = new PyBaseException(jsErrorType().instanceShape, [message]);
  thrownBy.set(exception, { thrown });
  effects.add(thrown);
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  if (cause instanceof Error && !effects.has(cause)) {
    exception.cause = boundary.exceptionOf(cause) ?? made(cause, effects);
    exception.suppressContext = true;
  }
  return exception;
}

/** What JavaScript threw to make the exception; `undefined` for any other exception. */
export function thrownObject(exception: PyBaseException): { readonly thrown: unknown } | undefined {
  return thrownBy.get(exception);
}
