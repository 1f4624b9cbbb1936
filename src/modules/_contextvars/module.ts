/** `_contextvars`: variables whose values belong to a context. Reference: https://docs.python.org/3.14/library/contextvars.html */
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { currentContext } from './context.ts';
import { tokenType } from './token.ts';
import { contextType, contextVarType } from './types.ts';

export const _contextvars = builtinModule('_contextvars', 'Context Variables', (module) => {
  module.types(contextType, contextVarType, tokenType);
  module.function('copy_context()', '', () => currentContext().copy());
});
