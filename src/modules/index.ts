/** The builtin modules: name -> declaration, which is evaluated when the module is first imported. */
import type { BuiltinModule } from '../objspace/gateway/builtin-module.ts';
import { _imp } from './_imp/module.ts';
import { builtins } from './builtins/module.ts';
import { marshal } from './marshal/module.ts';
import { sys } from './sys/module.ts';

import { time } from './time/module.ts';

export const BUILTIN_MODULES: ReadonlyMap<string, () => BuiltinModule> = new Map([
  ['_imp', () => _imp],
  ['builtins', () => builtins],
  ['marshal', () => marshal],
  ['sys', () => sys],
  ['time', () => time],
]);
