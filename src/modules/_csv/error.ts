/** `_csv.Error`. */
import { exceptionTypes, PyBaseException, raiseObject } from '../../objspace/exception.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import type { Exit } from '../../objspace/object.ts';
import type { PyType } from '../../objspace/type.ts';

let errorType: PyType | undefined;

/** Made when first needed: `Exception` is declared after the modules are read. */
export function csvErrorType(): PyType {
  errorType ??= builtinType('Error', { base: exceptionTypes['Exception'], module: '_csv' });
  return errorType;
}

export function raiseCsvError(message: string): Exit {
  return raiseObject(new PyBaseException(csvErrorType().instanceShape, [message]));
}
