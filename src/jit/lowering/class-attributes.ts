/** Attributes of classes: read from the class itself or through an instance, static and class methods, variables that programs change. */
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import { BOUND, TYPE, UNBOUND } from '../kinds.ts';
import { itemsOfDerived } from './constructing.ts';
import type { Method } from './methods.ts';
import { FRAME_ATTRIBUTES, isQuietAttribute, qualifiedName } from '../quiet-attributes.ts';
import { genericGetAttribute } from '../../objspace/attributes.ts';
import { PyGetSetDescriptor } from '../../objspace/descriptors.ts';
import { PyMethodDescriptor } from '../../objspace/gateway/builtin-function.ts';
import { EXIT, type Value } from '../../objspace/object.ts';
import type { Shape } from '../../objspace/shape.ts';
import { type PyType, typeOf } from '../../objspace/type.ts';
import { PyFunction } from '../../objspace/types/function.ts';
import { foundIn, isClassMethod, isStatic, isUnbound } from '../../interpreter/class-sites.ts';
import { tupleType } from '../../objspace/types/tuple.ts';
import { PyTupleField } from '../../objspace/types/tuple-field.ts';
import { typeType } from '../../objspace/types/type.ts';

/** What only a metaclass in Python has under a name; `undefined` for all else. */
function foundInMetaclass(cls: PyType, name: string): Value | undefined {
  const metaclass = cls.shape.type;
  const isPlain = metaclass.isHeapType && metaclass.slots.getAttribute === typeType.slots.getAttribute;
  return isPlain && cls.lookup(name) === undefined ? metaclass.lookup(name) : undefined;
}

/** An attribute that the class has from its metaclass, as a value. */
function valueOfMetaclass(b: Builder, cls: PyType, name: string): Node | undefined {
  const found = foundInMetaclass(cls, name);
  if (found === undefined || typeOf(found).slots.get !== undefined) return undefined;
  expectClass(b, cls);
  const metaclass = cls.shape.type;
  return metaclass.isVariable(name) ? variable(b, metaclass, name) : b.constant(found);
}

/** A class and its metaclass are as they are now. */
function expectClass(b: Builder, cls: PyType): void {
  b.expectVersion(cls);
  b.expectVersion(cls.shape.type);
}

/** Whether the attribute may be another value later. What it is now may have become a descriptor meanwhile. */
function isVariable(cls: PyType, name: string, found: Value): boolean {
  return cls.isVariable(name) && typeOf(found).slots.get === undefined;
}

/** A value, function, static or class method of a class. */
export function fromClass(b: Builder, cls: PyType, name: string): Node | undefined {
  if (name === '__doc__') return docOf(b, cls);
  const found = foundIn(cls, name);
  if (found === undefined) return valueOfMetaclass(b, cls, name);
  if (isVariable(cls, name, found)) return variable(b, cls, name);
  if (isUnbound(found) || typeOf(found).slots.get === undefined) {
    expectClass(b, cls);
    return b.constant(found);
  }
  const method = boundIn(b, cls, b.constant(cls as Value), found);
  if (method === undefined) return undefined;
  expectClass(b, cls);
  return method.self.isConstant && method.self.constant === undefined
    ? method.callee
    : b.pure('new', 'new Method($0, $1)', [method.callee, method.self], BOUND);
}

/** Of a Python class, which has it among its attributes. */
function docOf(b: Builder, cls: PyType): Node | undefined {
  const metaclass = cls.shape.type;
  const before = metaclass.lookup('__doc__');
  const isOfType = before === typeType.lookup('__doc__') || typeOf(before as Value).slots.set === undefined;
  const isPlain = metaclass.slots.getAttribute === typeType.slots.getAttribute && isOfType;
  const doc = cls.isHeapType && isPlain ? cls.namespace.get('__doc__') : undefined;
  if (typeof doc !== 'string' && doc !== null) return undefined;
  expectClass(b, cls);
  return b.constant(doc);
}

export function methodOfClass(b: Builder, cls: PyType, name: string): Method | undefined {
  const found = foundIn(cls, name);
  if (found === undefined) return methodOfMetaclass(b, cls, name);
  const method = boundIn(b, cls, b.constant(cls as Value), found);
  if (method !== undefined) {
    expectClass(b, cls);
    return method;
  }
  const builtin = classMethodOf(b, cls, name);
  const callee = builtin === undefined ? fromClass(b, cls, name) : b.constant(builtin);
  return callee === undefined ? undefined : { callee, self: b.constant(undefined) };
}

/** A Python function that the metaclass has. */
function methodOfMetaclass(b: Builder, cls: PyType, name: string): Method | undefined {
  const found = foundInMetaclass(cls, name);
  if (!(found instanceof PyFunction)) return undefined;
  expectClass(b, cls);
  return { callee: b.constant(found as Value), self: b.constant(cls as Value) };
}

/** A class method of a builtin class, bound to it. */
function classMethodOf(b: Builder, cls: PyType, name: string): Value | undefined {
  if (cls.isHeapType || cls.shape.type !== typeType || typeType.lookup(name) !== undefined) return undefined;
  const found = cls.lookup(name);
  if (!(found instanceof PyMethodDescriptor) || !found.isClassMethod) return undefined;
  b.expectVersion(cls);
  const bound = typeOf(found).slots.get?.(found as never, undefined as never, cls);
  return bound === EXIT ? undefined : (bound as Value | undefined);
}

/** Static and class methods; `holder` is the class that is passed on. */
function boundIn(b: Builder, _cls: PyType, holder: Node, found: Value): Method | undefined {
  if (isStatic(found)) return { callee: b.constant(found.callable), self: b.constant(undefined) };
  return isClassMethod(found) ? { callee: b.constant(found.callable), self: holder } : undefined;
}

/** A value that may be another one under the same version of the class. */
function variable(b: Builder, cls: PyType, name: string): Node | undefined {
  const holder = cls.whereDefined(name);
  if (holder === undefined) return undefined;
  expectClass(b, cls);
  const inputs = [b.object(holder.namespace), b.constant(name)];
  return b.refine(b.read('class_variable', '$0.get($1)', inputs, BOUND | UNBOUND), BOUND);
}

/** Whether the class alone decides what an attribute of its instances is. */
function isDecidedByClass(shape: Shape, name: string): boolean {
  const { type } = shape;
  const isPlain = type.slots.getAttribute === genericGetAttribute && !shape.isDict && type.dictionary === null;
  return isPlain && !(type.hasDict && shape.places.has(name));
}

/** A variable, static or class method, as an attribute of an instance. */
export function ofItsClass(b: Builder, node: Node, shape: Shape, name: string): Node | undefined {
  const { type } = shape;
  const found = type.lookup(name);
  if (found === undefined || !isDecidedByClass(shape, name)) return undefined;
  if (isVariable(type, name, found)) {
    b.expectShape(node, shape);
    return variable(b, type, name);
  }
  if (found instanceof PyGetSetDescriptor) return ofBuiltin(b, node, shape, found);
  if (found instanceof PyTupleField) return tupleField(b, node, shape, found);
  const method = boundIn(b, type, b.constant(type as Value), found);
  if (method === undefined) return undefined;
  b.expectShape(node, shape);
  b.expectVersion(type);
  return method.self.isConstant && method.self.constant === undefined
    ? method.callee
    : b.pure('new', 'new Method($0, $1)', [method.callee, method.self], BOUND);
}

/** A field of a named tuple. */
function tupleField(b: Builder, node: Node, shape: Shape, { index }: PyTupleField): Node | undefined {
  if (index < 0 || !shape.type.isSubtypeOf(tupleType)) return undefined;
  const tuple = b.expectShape(node, shape);
  b.expectVersion(shape.type);
  const items = itemsOfDerived(tuple);
  if (items !== null && index < items.length) return items[index];
  b.guard(`$0.length > ${index}`, [tuple], 'length of a tuple');
  return b.pure('item', `$0.at(${index})`, [tuple], BOUND);
}

/** What a builtin type computes, where that runs no Python code. */
function ofBuiltin(b: Builder, node: Node, shape: Shape, descriptor: PyGetSetDescriptor): Node | undefined {
  if (!descriptor.isFor(shape.type)) return undefined;
  const tellsPlace = FRAME_ATTRIBUTES.has(qualifiedName(descriptor));
  if (!tellsPlace && !isQuietAttribute(descriptor)) return undefined;
  const object = b.expectShape(node, shape);
  b.expectVersion(shape.type);
  if (tellsPlace) b.publish();
  return b.quiet('attribute', 'computed($1, $0)', [object, b.object(descriptor)]);
}

/** The same where it is called at once. */
export function methodOfItsClass(b: Builder, node: Node, shape: Shape, name: string): Method | undefined {
  const { type } = shape;
  const found = type.lookup(name);
  if (found === undefined || !isDecidedByClass(shape, name)) return undefined;
  const method = boundIn(b, type, b.constant(type as Value), found);
  if (method === undefined) return undefined;
  b.expectShape(node, shape);
  b.expectVersion(type);
  return method;
}

/** Static or class methods of instances of several classes; null for a class that is not passed on. */
export function boundInEach(shapes: readonly Shape[], name: string): (readonly [Value, Value | null])[] | undefined {
  const found: (readonly [Value, Value | null])[] = [];
  for (const shape of shapes) {
    const method = isDecidedByClass(shape, name) ? shape.type.lookup(name) : undefined;
    if (isStatic(method)) found.push([method.callable, null]);
    else if (isClassMethod(method)) found.push([method.callable, shape.type as Value]);
    else return undefined;
  }
  const areAlike = found.every(([, holder]) => (holder === null) === (found[0][1] === null));
  return areAlike ? found : undefined;
}

/** A class attribute that has been changed before; false where it is left to the interpreter. */
export function storeInClass(b: Builder, cls: PyType, name: string, value: Node): boolean {
  if (!cls.isHeapType || cls.shape.type !== typeType || typeType.lookup(name) !== undefined) return false;
  if (cls.variables === null || !cls.variables.has(name)) return false;
  b.quiet('store_class_variable', 'setClassVariable($0, $1, $2)', [
    b.constant(cls as Value),
    b.constant(name),
    b.boxed(value),
  ]);
  b.environment.validity = null;
  return true;
}

/** `__name__` of a class that is only known to be one. */
export function nameOfClass(b: Builder, node: Node): Node | undefined {
  const cls = b.expect(node, TYPE);
  if (cls === null) return undefined;
  b.guard('$0.shape.type === $1', [cls, b.object(typeType)], 'class of no metaclass');
  return b.quiet('name', 'nameOfClass($0)', [cls]);
}
