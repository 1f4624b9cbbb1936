/** Declares exception types: by name and documentation where they only have a name, with slots and members where they have more. */
import { exceptionTypes, type PyBaseException } from '../../exception.ts';
import { builtinType, type TypeBuilder } from '../../gateway/builtin-type.ts';
import type { Slots } from '../../slots.ts';
import type { PyType } from '../../type.ts';
import { exceptionNew } from './base.ts';

/** An exception type that differs from its base by name only. */
export function declareException(name: string, base: PyType, doc: string): PyType {
  const type = builtinType(name, { base, doc, slots: { new: exceptionNew } });
  exceptionTypes[name] = type;
  return type;
}

/** A type below one that has members of its own: it inherits everything. */
export function declareDerived(name: string, base: PyType, doc: string): PyType {
  const type = builtinType(name, { base, doc });
  exceptionTypes[name] = type;
  return type;
}

/** An exception type with members: in CPython its objects are larger than those of its base, so two such do not combine as bases. */
export function declareExtended(
  name: string,
  base: PyType,
  doc: string,
  slots: Partial<Slots>,
  define: (type: TypeBuilder<PyBaseException>) => void,
): PyType {
  const type = builtinType<PyBaseException>(name, { base, doc, slots, define });
  type.extendsLayout = true;
  exceptionTypes[name] = type;
  return type;
}
