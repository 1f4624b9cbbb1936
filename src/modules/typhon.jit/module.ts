/** `typhon.jit`: the compiler of hot code, seen and set from Python. */
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { defineCompilerFunctions } from './functions.ts';

export const typhonJit = builtinModule(
  'typhon.jit',
  'The compiler of hot code: its parameters, and what it has done.',
  defineCompilerFunctions,
);
