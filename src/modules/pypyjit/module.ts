/** `pypyjit`: the name under which PyPy has what `typhon.jit` is. */
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { defineCompilerFunctions } from '../typhon.jit/functions.ts';

export const pypyjit = builtinModule(
  'pypyjit',
  "typhon.jit, under the name of PyPy's module.",
  defineCompilerFunctions,
);
