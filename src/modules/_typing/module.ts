/** `_typing`: the parts of `typing` that the language itself makes. */
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { unionType } from '../../objspace/types/union.ts';
import { genericType } from '../../objspace/types/typing/generic.ts';
import { NoDefault } from '../../objspace/types/typing/no-default.ts';
import { paramSpecArgsType, paramSpecKwargsType, paramSpecType } from '../../objspace/types/typing/param-spec.ts';
import { typeAliasType } from '../../objspace/types/typing/type-alias.ts';
import { typeVarType } from '../../objspace/types/typing/type-var.ts';
import { typeVarTupleType } from '../../objspace/types/typing/type-var-tuple.ts';

export const _typing = builtinModule('_typing', 'Primitives and accelerators for the typing module.\n', (module) => {
  module.function('_idfunc(x, /)', '', (x) => x);
  module.types(
    typeVarType,
    typeVarTupleType,
    paramSpecType,
    paramSpecArgsType,
    paramSpecKwargsType,
    genericType,
    typeAliasType,
    unionType,
  );
  module.constant('NoDefault', NoDefault);
});
