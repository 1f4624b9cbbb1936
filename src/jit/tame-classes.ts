/** `isinstance` and `issubclass` where they run no Python code: of plain classes, and of abstract ones that remember the answer. */
import type { Value } from '../objspace/object.ts';
import { PyType, typeOf } from '../objspace/type.ts';
import {
  knownInstance,
  knownSubclass,
  rememberedInstance,
  rememberedSubclass,
} from '../objspace/types/abstract-checks.ts';
import { isExactTuple } from '../objspace/types/tuple.ts';
import { hasPlainClass, typeType } from '../objspace/types/type.ts';
import { UNTAMED, type Untamed } from './tame.ts';

export function tamedIsInstance(object: Value, classes: Value): boolean | Untamed {
  if (!isExactTuple(classes)) return isOfClass(object, classes);
  for (let index = 0; index < classes.length; index++) {
    const answer = isOfClass(object, classes.at(index) as Value);
    if (answer !== false) return answer;
  }
  return false;
}

function isOfClass(object: Value, cls: Value): boolean | Untamed {
  if (!(cls instanceof PyType)) return UNTAMED;
  if (cls.shape.type !== typeType) return knownInstance(object, cls) ?? UNTAMED;
  const type = typeOf(object);
  if (type.isSubtypeOf(cls)) return true;
  return hasPlainClass(type) ? false : UNTAMED;
}

export function tamedIsSubclass(derived: Value, classes: Value): boolean | Untamed {
  if (!isExactTuple(classes)) return isBelowClass(derived, classes);
  for (let index = 0; index < classes.length; index++) {
    const answer = isBelowClass(derived, classes.at(index) as Value);
    if (answer !== false) return answer;
  }
  return false;
}

function isBelowClass(derived: Value, cls: Value): boolean | Untamed {
  if (!(cls instanceof PyType)) return UNTAMED;
  if (cls.shape.type !== typeType) return knownSubclass(derived, cls) ?? UNTAMED;
  return derived instanceof PyType ? derived.isSubtypeOf(cls) : UNTAMED;
}

/** What abstract classes ask `_abc`, where they remember the answer. */
export function tamedAbstractInstance(cls: Value, object: Value): boolean | Untamed {
  return rememberedInstance(cls, object) ?? UNTAMED;
}

export function tamedAbstractSubclass(cls: Value, derived: Value): boolean | Untamed {
  return rememberedSubclass(cls, derived) ?? UNTAMED;
}
