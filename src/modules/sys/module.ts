/** `sys`: the table of contents. Streams, paths and arguments are set by vm/startup.ts. */
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { defineFrames } from './frames.ts';
import { defineHooks } from './hooks.ts';
import { defineInformation } from './information.ts';
import { monitoringModule } from './monitoring.ts';
import { defineSettings } from './settings.ts';
import { defineTracing } from './tracing.ts';

export const sys = builtinModule(
  'sys',
  'This module provides access to some objects used or maintained by the\ninterpreter and to functions that interact strongly with the interpreter.',
  (module) => {
    defineInformation(module);
    defineFrames(module);
    defineHooks(module);
    defineSettings(module);
    defineTracing(module);
    module.constant('monitoring', monitoringModule());
  },
);
