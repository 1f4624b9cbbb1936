/** `cls.__bases__ = bases`: a class gets other bases, if its instances can stay as they are. */
import { raiseTypeError } from '../exception.ts';
import { isRefused } from '../audit.ts';
import { EXIT, type Exit, type Value } from '../object.ts';
import { typeName } from '../operations.ts';
import { updateSlots } from '../slot-wrappers.ts';
import { PyType, typeOf } from '../type.ts';
import { orderOf } from '../mro.ts';
import { bestBase, customMro } from './class-creation.ts';
import { addSubclass, removeSubclass } from './subclasses.ts';
import { haveSameLayout } from './object.ts';
import { PyTuple } from './tuple.ts';
import { classCreation, descriptorMethods, descriptorsChanged } from './type.ts';

function setBases(type: PyType, value: Value | undefined): true | Exit {
  if (value === undefined)
    return raiseTypeError(`cannot delete '__bases__' attribute of immutable type '${type.name}'`);
  if (!type.isHeapType) return raiseTypeError(`cannot set '__bases__' attribute of immutable type '${type.name}'`);
  if (isRefused('object.__setattr__', type, '__bases__', value)) return EXIT;
  if (!(value instanceof PyTuple))
    return raiseTypeError(`can only assign tuple to ${type.name}.__bases__, not ${typeName(value)}`);
  const bases = checkBases(type, value.items);
  if (bases === EXIT) return EXIT;
  const best = bestBase(bases as PyType[]);
  if (best === EXIT) return EXIT;
  const difference = differenceOf(best as PyType, type.base!);
  if (difference !== undefined)
    return raiseTypeError(
      `__bases__ assignment: '${(best as PyType).errorName}' ${difference} differs from '${type.base!.errorName}'`,
    );
  return replaceBases(type, bases as PyType[], best as PyType, value as Value);
}

/** Builtin types whose objects CPython's collector does not know: it frees them otherwise than all others. */
const UNCOLLECTED: ReadonlySet<string> = new Set(['object', 'int', 'float', 'complex', 'str', 'bytes', 'bytearray']);

const isCollected = (type: PyType): boolean => type.isHeapType || !UNCOLLECTED.has(type.name);

/** Why objects of classes derived from the one cannot become objects derived from the other. */
function differenceOf(base: PyType, oldBase: PyType): 'deallocator' | 'object layout' | undefined {
  if (isCollected(base) !== isCollected(oldBase)) return 'deallocator';
  return haveSameLayout(base, oldBase) ? undefined : 'object layout';
}

function checkBases(type: PyType, items: readonly Value[]): PyType[] | Exit {
  if (items.length === 0) return raiseTypeError(`can only assign non-empty tuple to ${type.name}.__bases__, not ()`);
  const bases: PyType[] = [];
  for (const base of items) {
    if (!(base instanceof PyType))
      return raiseTypeError(`${type.name}.__bases__ must be tuple of classes, not '${typeName(base)}'`);
    if (base.isSubtypeOf(type)) return raiseTypeError('a __bases__ item causes an inheritance cycle');
    if (!base.isBaseType) return raiseTypeError(`type '${base.errorName}' is not an acceptable base type`);
    bases.push(base);
  }
  return bases;
}

/** What to put back if some class below cannot be ordered. */
interface Before {
  readonly type: PyType;
  readonly mro: PyType[];
  /** What it has got instead. */
  next: PyType[];
}

function replaceBases(type: PyType, bases: PyType[], best: PyType, given: Value): true | Exit {
  const { bases: oldBases, base: oldBase, basesTuple: oldTuple } = type;
  type.bases = bases;
  type.basesTuple = given;
  type.base = best;
  const before: Before[] = [];
  const isDone = reorder(type, before) !== EXIT;
  // A metaclass that is asked for the order may set other bases meanwhile, which stay.
  const isOurs = type.bases === bases;
  if (!isDone) {
    for (const { type: changed, mro, next } of before) if (changed.mro === next) changed.mro = mro;
    if (isOurs) {
      type.bases = oldBases;
      type.basesTuple = oldTuple;
      type.base = oldBase;
    }
    return EXIT;
  }
  if (!isOurs) return true;
  for (const base of oldBases) if (!bases.includes(base)) removeSubclass(base, type);
  for (const base of bases) if (!oldBases.includes(base)) addSubclass(base, type);
  const methods = before.map(({ type: changed }) => descriptorMethods(changed));
  // The slots follow from what is found now.
  type.modified();
  for (const { type: changed } of before) updateSlots(changed);
  const isOther = before.some(({ type: changed }, index) => descriptorMethods(changed) !== methods[index]);
  if (isOther) descriptorsChanged();
  return true;
}

/** Gives the class, and those that derive from it, the method resolution order that their bases say. */
function reorder(type: PyType, before: Before[]): true | Exit {
  const tail = orderOf(type.bases);
  if (tail === EXIT) return EXIT;
  const entry: Before = { type, mro: type.mro, next: [type, ...(tail as PyType[])] };
  before.push(entry);
  type.mro = entry.next;
  if (customMro(typeOf(type), type) === EXIT) return EXIT;
  entry.next = type.mro;
  for (const reference of type.derived) {
    const derived = reference.deref();
    if (derived !== undefined && reorder(derived, before) === EXIT) return EXIT;
  }
  return true;
}

classCreation.setBases = setBases;
