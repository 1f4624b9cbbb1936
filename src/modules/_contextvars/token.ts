/** `contextvars.Token`: remembers what a variable was before it was set. */
import { raise, raiseTypeError } from '../../objspace/exception.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { repr } from '../../objspace/operations.ts';
import type { PyType } from '../../objspace/type.ts';
import { newGenericAlias } from '../../objspace/types/generic-alias.ts';
import { addressText, objectType } from '../../objspace/types/object.ts';
import { strFromText, textOf } from '../../objspace/types/str/str.ts';
import { currentContext, type PyContext, type PyContextVar } from './context.ts';

class TokenMissing extends PyObject {}

export const tokenMissingType: PyType = builtinType('MISSING', {
  base: objectType,
  layout: TokenMissing,
  module: 'Token',
  isBaseType: false,
  slots: { repr: () => '<Token.MISSING>' },
});

const MISSING: Value = new TokenMissing();

export class PyToken extends PyObject {
  readonly variable: PyContextVar;
  readonly context: PyContext;
  readonly old: Value | undefined;
  isUsed: boolean;

  constructor(variable: PyContextVar, context: PyContext, old: Value | undefined) {
    super();
    this.variable = variable;
    this.context = context;
    this.old = old;
    this.isUsed = false;
  }
}

function tokenRepr(self: PyToken): Result {
  const variable = repr(self.variable);
  return variable === EXIT
    ? EXIT
    : strFromText(`<Token${self.isUsed ? ' used' : ''} var=${textOf(variable as Value)} at ${addressText(self)}>`);
}

/** The error that names the token. */
function refuse(token: PyToken, name: 'RuntimeError' | 'ValueError', what: string): Exit {
  const text = tokenRepr(token);
  return text === EXIT ? EXIT : raise(name, strFromText(`${textOf(text as Value)} ${what}`));
}

/** `variable.reset(token)`. */
export function reset(variable: PyContextVar, token: Value): true | Exit {
  if (!(token instanceof PyToken)) {
    const text = repr(token);
    return text === EXIT ? EXIT : raiseTypeError(`expected an instance of Token, got ${textOf(text as Value)}`);
  }
  const context = currentContext();
  if (token.isUsed) return refuse(token, 'RuntimeError', 'has already been used once');
  if (token.variable !== variable) return refuse(token, 'ValueError', 'was created by a different ContextVar');
  if (token.context !== context) return refuse(token, 'ValueError', 'was created in a different Context');
  token.isUsed = true;
  context.set(variable, token.old);
  return true;
}

export const tokenType: PyType = builtinType<PyToken>('Token', {
  base: objectType,
  layout: PyToken,
  module: '_contextvars',
  isBaseType: false,
  slots: { new: () => raise('RuntimeError', 'Tokens can only be created by ContextVars'), repr: tokenRepr },
  define(type) {
    type.constant('MISSING', MISSING);
    type.constant('__hash__', null);
    type.getset('var', null, (self) => self.variable);
    type.getset('old_value', null, (self) => (self.old === undefined ? MISSING : self.old));
    type.method('__enter__(self, /)', 'Enter into Token context manager.', (self) => self);
    type.method(
      '__exit__(self, type, val, tb, /)',
      'Exit from Token context manager, restore the linked ContextVar.',
      (self) => (reset(self.variable, self) === EXIT ? EXIT : null),
    );
    type.classMethod(
      '__class_getitem__(cls, object, /)',
      'Tokens are generic over the same type as the ContextVar which created them.',
      newGenericAlias,
    );
  },
});
// Tokens are compared by identity, and not hashable all the same.
(tokenType.slots as { hash: unknown }).hash = undefined;
