/** How errors name what is called. */
import { PyBuiltinFunction, PyMethodDescriptor } from '../objspace/gateway/builtin-function.ts';
import { findAttribute } from '../objspace/attributes.ts';
import { EXIT, type Exit, type Value } from '../objspace/object.ts';
import { equals, str } from '../objspace/operations.ts';
import { PyType, typeOf } from '../objspace/type.ts';
import { builtinQualname } from '../objspace/types/descriptors.ts';
import { PyFunction, PyMethod } from '../objspace/types/function.ts';
import { textOf } from '../objspace/types/str/text.ts';
import { moduleOf, typeType } from '../objspace/types/type.ts';

/** The qualified name with its module, if it has one, else its text. Both may run Python code, which may fail. */
export function calleeText(callee: Value): string | Exit {
  const name = callee instanceof PyMethod && callee.callable instanceof PyFunction ? callee.callable : callee;
  if (name instanceof PyFunction) return functionText(name.module, name.qualname);
  if (name instanceof PyBuiltinFunction) {
    return functionText(
      name.self === undefined ? (typeof name.owner === 'string' ? name.owner : null) : null,
      builtinQualname(name),
    );
  }
  if (name instanceof PyMethodDescriptor) return functionText(null, `${name.owner.qualname}.${name.definition.name}`);
  if (name instanceof PyType && typeOf(name) === typeType) return functionText(moduleOf(name) ?? null, name.qualname);
  const qualname = findAttribute(callee, '__qualname__');
  if (qualname === EXIT) return EXIT;
  if (qualname === undefined) return textFor(callee);
  const module = findAttribute(callee, '__module__');
  return module === EXIT ? EXIT : functionText((module as Value | undefined) ?? null, qualname as Value);
}

function functionText(module: Value, qualname: Value): string | Exit {
  const isNamed = module === null ? false : isElsewhere(module);
  if (isNamed === EXIT) return EXIT;
  const moduleText = isNamed ? textFor(module) : '';
  const text = moduleText === EXIT ? EXIT : textFor(qualname);
  if (text === EXIT) return EXIT;
  return isNamed ? `${moduleText as string}.${text as string}()` : `${text as string}()`;
}

/** What is builtin is named without its module. */
function isElsewhere(module: Value): boolean | Exit {
  if (typeof module === 'string') return module !== 'builtins';
  const isBuiltin = equals(module, 'builtins');
  return isBuiltin === EXIT ? EXIT : !isBuiltin;
}

function textFor(value: Value): string | Exit {
  if (typeof value === 'string') return value;
  const text = str(value);
  return text === EXIT ? EXIT : textOf(text as Value);
}
