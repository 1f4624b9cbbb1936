/** `_sysconfig`: the part of the configuration that the interpreter itself knows. */
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';

export const _sysconfig = builtinModule('_sysconfig', 'A helper for the sysconfig module.', (module) => {
  module.function(
    'config_vars()',
    'Returns a dictionary containing build variables intended to be exposed by sysconfig.',
    () => {
      const dict = new PyDict();
      dict.setStr('Py_GIL_DISABLED', 0);
      return dict;
    },
  );
});
