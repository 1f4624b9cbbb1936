/** How errors name what is called. */
import { PyBuiltinFunction, PyMethodDescriptor } from '../objspace/gateway/builtin-function.ts';
import { findAttribute } from '../objspace/attributes.ts';
import { EXIT, type Value } from '../objspace/object.ts';
import { str, typeName } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import { PyType } from '../objspace/type.ts';
import { builtinQualname } from '../objspace/types/descriptors.ts';
import { PyFunction, PyMethod } from '../objspace/types/function.ts';
import { isText, textOf } from '../objspace/types/str/text.ts';
import { moduleOf } from '../objspace/types/type.ts';

export function calleeText(callee: Value): string {
  const name = callee instanceof PyMethod && callee.callable instanceof PyFunction ? callee.callable : callee;
  if (name instanceof PyFunction) return functionText(name.module, name.qualname);
  if (name instanceof PyBuiltinFunction) {
    return functionText(
      name.self === undefined ? (typeof name.owner === 'string' ? name.owner : null) : null,
      builtinQualname(name),
    );
  }
  if (name instanceof PyMethodDescriptor) return functionText(null, `${name.owner.qualname}.${name.definition.name}`);
  if (name instanceof PyType) return functionText(moduleOf(name) ?? null, name.qualname);
  const qualname = findAttribute(callee, '__qualname__');
  const module = qualname === EXIT ? EXIT : findAttribute(callee, '__module__');
  if (qualname !== undefined && qualname !== EXIT && module !== EXIT)
    return functionText((module as Value | undefined) ?? null, String(qualname));
  state.exception = null;
  const text = str(callee) as Value;
  return isText(text) ? textOf(text) : `${typeName(callee)} object`;
}

function functionText(module: Value, qualname: string): string {
  return typeof module === 'string' && module !== 'builtins' ? `${module}.${qualname}()` : `${qualname}()`;
}
