/** Attributes of instances by shape, of modules, methods; properties are inlined or called. */
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import { BOUND, FUNCTION, INSTANCE, OTHER, TYPE, UNBOUND, isOneKind } from '../kinds.ts';
import * as sites from '../../interpreter/attribute-sites.ts';
import { genericGetAttribute, genericSetAttribute } from '../../objspace/attributes.ts';
import { PyMemberDescriptor, PyWrapperDescriptor } from '../../objspace/descriptors.ts';
import { PyMethodDescriptor } from '../../objspace/gateway/builtin-function.ts';
import type { Value } from '../../objspace/object.ts';
import { PyInstance } from '../../objspace/instance.ts';
import type { Shape } from '../../objspace/shape.ts';
import { PyType, typeOf } from '../../objspace/type.ts';
import { PyProperty } from '../../objspace/types/descriptors.ts';
import { PyFunction } from '../../objspace/types/function.ts';
import { PyModule } from '../../objspace/types/module.ts';
import { strOfName } from '../../objspace/types/str/text.ts';
import { hasPlainClass } from '../../objspace/types/type.ts';
import { callBound, callMethodOf } from './calls.ts';
import { METHOD_WRAPPER } from './constructing.ts';
import { fromClass, nameOfClass, ofItsClass, storeInClass } from './class-attributes.ts';
import { readField, readFieldOf, readText, shapeAfter, storeField, valueFor } from './fields.ts';
import { dictionaryOf } from './reflection.ts';
import { specialMethod } from './special-methods.ts';
import { constantOrRead } from './names.ts';
import { KeyPlace } from '../key-places.ts';
import { isQuietAttribute } from '../quiet-attributes.ts';
import { descriptorOfClasses } from '../tame-attributes.ts';
import { dropField, virtualOf, writeField } from '../virtuals.ts';
import { attempt, attemptRaising } from './tame.ts';

/** Shapes that a site tells apart. */
export const MAX_SHAPES = 6;

/** `AttributeEntry.kind` of what only the general protocol knows. */
const GENERAL = 0;

export function loadAttr(b: Builder): void {
  const { words, pc } = b;
  const name = b.context.runtime.names[words[pc + 3]];
  const node = b.get(words[pc + 2]);
  const value = loadFrom(b, node, name);
  if (value === undefined) {
    b.residual();
    b.reload(words[pc + 1]);
  } else if (value !== null) b.set(words[pc + 1], value);
}

/** `undefined`: left to the interpreter. null: it never gives a value. */
export function loadFrom(b: Builder, node: Node, name: string): Node | null | undefined {
  if (node.isConstant && node.constant instanceof PyModule) return fromModule(b, node.constant, name);
  if (node.isConstant && node.constant instanceof PyType) return fromClass(b, node.constant, name);
  const { shapes, masks } = b.site();
  if (masks[0] === TYPE && name !== '__class__') return ofAnyClass(b, node, name);
  if (masks[0] === FUNCTION) return ofFunction(b, node, name);
  const known = b.environment.shapeOf(node);
  if (name === '__class__') return classOf(b, node, known ?? (shapes.length === 1 ? shapes[0] : undefined));
  if (name === '__dict__' && isOneKind(masks[0])) return dictionaryOf(b, node) ?? undefined;
  if (known !== undefined) return fromShape(b, node, known, name);
  if (shapes.length === 1 && isOneKind(masks[0])) {
    const value = fromShape(b, node, shapes[0], name);
    return value === undefined && shapes[0].isDict ? fromAnyShape(b, node, name) : value;
  }
  if (shapes.length === 0 || masks[0] !== INSTANCE) return undefined;
  return fromShapes(b, node, shapes, name) ?? fromEachShape(b, node, shapes, name) ?? fromAnyShape(b, node, name);
}

/** Of what is only known to be a class. */
function ofAnyClass(b: Builder, node: Node, name: string): Node | undefined {
  if (name === '__name__') return nameOfClass(b, node);
  const before = descriptorOfClasses(name);
  if (before !== undefined) {
    if (!isQuietAttribute(before)) return undefined;
    const inputs = [node, b.constant(name), b.object(before)];
    return attemptRaising(b, 'attribute', 'tamedOfType($0, $1, $2)', inputs) ?? undefined;
  }
  return attempt(b, 'attribute', 'tamedClassAttribute($0, $1)', [node, b.constant(name)]) ?? undefined;
}

/** `__class__`; `shape`: the one that the object has, if there is only one. */
function classOf(b: Builder, node: Node, shape: Shape | undefined): Node | undefined {
  if (shape === undefined || !isOneKind(b.site().masks[0]) || !hasPlainClass(shape.type))
    return attempt(b, 'class', 'tamedClass($0)', [node], TYPE) ?? undefined;
  b.expectShape(node, shape);
  b.expectVersion(shape.type);
  return b.constant(shape.type as Value);
}

/** Functions have what is stored in them, and descriptors that run no Python code. */
function ofFunction(b: Builder, node: Node, name: string): Node | undefined {
  const fn = b.expect(node, FUNCTION);
  return fn === null ? undefined : b.quiet('attribute', 'getAttribute($0, $1)', [fn, b.constant(name)]);
}

/** Each shape has a way of its own: properties, methods, values of classes. `undefined` if there are too many. */
function fromEachShape(b: Builder, node: Node, shapes: readonly Shape[], name: string): Node | null | undefined {
  if (shapes.length > MAX_SHAPES || !shapes.every((shape) => sites.entryOf(shape, name).kind !== GENERAL))
    return undefined;
  const { pc } = b;
  const register = b.words[pc + 1];
  return chooseShape(b, node, shapes, (shape) => {
    b.pc = pc;
    const value = fromShape(b, node, shape, name);
    if (value !== undefined) return value;
    b.residual();
    b.reload(register);
    return b.get(register);
  });
}

/** Does something else for each of several shapes of an object. */
export function chooseShape(
  b: Builder,
  node: Node,
  shapes: readonly Shape[],
  build: (shape: Shape) => Node | null,
): Node | null {
  const conditions = shapes.map((shape): [string, Node[]] => ['$0?.shape === $1', [b.object(shape)]]);
  return b.choose(node, conditions, (index) => {
    b.environment.shapes.set(node, shapes[index]);
    return build(shapes[index]);
  });
}

/** Attributes that objects of many shapes have themselves, or their classes as values. */
function fromAnyShape(b: Builder, node: Node, name: string): Node | undefined {
  return attempt(b, 'attribute', 'tamedAttribute($0, $1)', [node, b.constant(name)]) ?? undefined;
}

export function fromModule(b: Builder, module: PyModule, name: string): Node | undefined {
  const { shape } = module as Value & PyModule;
  const place = module.dict.slotOfStr(name);
  if (place < 0 || shape.type.isHeapType || shape.type.lookup(name) !== undefined) return undefined;
  return constantOrRead(b, module.dict, place);
}

function fromShape(b: Builder, node: Node, shape: Shape, name: string): Node | null | undefined {
  const entry = sites.entryOf(shape, name);
  switch (entry.kind) {
    case sites.PROPERTY:
      return callGetter(b, node, shape, entry.value as unknown as PyFunction, []);
    case sites.FALLBACK:
      return callGetter(b, node, shape, entry.value as unknown as PyFunction, [b.constant(strOfName(name))]);
    case sites.STATIC:
    case sites.CLASS_METHOD:
    case sites.COMPUTED:
      return ofItsClass(b, node, shape, name);
    case sites.DESCRIPTOR:
    case GENERAL: {
      const descriptor = pythonDescriptor(shape, name);
      return descriptor === undefined ? ofItsClass(b, node, shape, name) : callDescriptor(b, node, shape, descriptor);
    }
    default:
      return withoutCall(b, node, shape, name);
  }
}

/** A descriptor with a `__get__` in Python that says what the attribute is. */
interface PythonDescriptor {
  readonly object: PyInstance;
  readonly getter: PyFunction;
}

function pythonDescriptor(shape: Shape, name: string): PythonDescriptor | undefined {
  const { type } = shape;
  const object = type.slots.getAttribute === genericGetAttribute ? type.lookup(name) : undefined;
  if (!(object instanceof PyInstance)) return undefined;
  const getter = specialMethod(object.shape, 'get', '__get__');
  if (getter === undefined) return undefined;
  // One that is asked for stores, too, comes before what the object itself has.
  const isFirst = object.shape.type.slots.set !== undefined;
  const isHidden = shape.isDict || type.dictionary !== null || shape.places.has(name);
  return isFirst || !isHidden ? { object, getter } : undefined;
}

function callDescriptor(
  b: Builder,
  node: Node,
  shape: Shape,
  { object, getter }: PythonDescriptor,
): Node | null | undefined {
  const descriptor = b.constant(object as Value);
  b.expectShape(descriptor, object.shape);
  b.expectVersion(object.shape.type);
  return callGetter(b, node, shape, getter, [b.constant(shape.type as Value)], [descriptor]);
}

/** What objects of the shape have themselves, or their class as a value or method; `undefined` for all else. */
export function withoutCall(b: Builder, node: Node, shape: Shape, name: string): Node | undefined {
  const entry = sites.entryOf(shape, name);
  switch (entry.kind) {
    case sites.OWN:
    case sites.OWN_FLOAT: {
      const object = b.expectShape(node, shape);
      b.expectVersion(shape.type);
      return readField(b, object, shape, name, entry.place);
    }
    case sites.CLASS_VALUE:
      b.expectShape(node, shape);
      b.expectVersion(shape.type);
      return b.constant(entry.value);
    case sites.IN_DICTIONARY: {
      const inputs = [ofDictionary(b, node, shape), b.constant(name), b.object(new KeyPlace())];
      return attempt(b, 'attribute', 'attributeAt($0, $1, $2)', inputs) ?? undefined;
    }
    case sites.WITH_DEFAULT: {
      const inputs = [
        ofDictionary(b, node, shape),
        b.constant(name),
        b.object(new KeyPlace()),
        b.constant(entry.value),
      ];
      return attempt(b, 'attribute', 'attributeOrAt($0, $1, $2, $3)', inputs) ?? undefined;
    }
    case sites.METHOD:
      return boundMethod(b, node, shape, entry.value);
    default:
      return undefined;
  }
}

/** An object of a shape whose objects keep a dictionary. */
function ofDictionary(b: Builder, node: Node, shape: Shape): Node {
  const object = b.expectShape(node, shape);
  b.expectVersion(shape.type);
  return object;
}

function boundMethod(b: Builder, node: Node, shape: Shape, method: Value): Node {
  const object = b.expectShape(node, shape);
  b.expectVersion(shape.type);
  if (method instanceof PyMethodDescriptor)
    return b.pure('new', 'new Builtin($0, $1, null)', [b.object(method.definition), object], BOUND);
  if (method instanceof PyWrapperDescriptor)
    return b.pure(METHOD_WRAPPER, 'new MethodWrapper($0, $1)', [b.constant(method as Value), object], OTHER);
  return b.pure('new', 'new Method($0, $1)', [b.constant(method), object], BOUND);
}

/** The getter of a property, `__getattr__` with the name, or `__get__` between descriptor and class. */
function callGetter(
  b: Builder,
  node: Node,
  shape: Shape,
  getter: PyFunction,
  following: readonly Node[],
  preceding: readonly Node[] = [],
): Node | null | undefined {
  const object = b.expectShape(node, shape);
  b.expectVersion(shape.type);
  const args = { positional: [...preceding, object, ...following], names: [] };
  return callBound(b, { fn: getter, node: b.constant(getter as Value) }, args, b.pc + 5);
}

/** Several shapes whose objects have the attribute themselves. */
export function fromShapes(b: Builder, node: Node, shapes: readonly Shape[], name: string): Node | undefined {
  const entries = shapes.map((shape) => sites.entryOf(shape, name));
  if (!entries.every(({ kind }) => kind === sites.OWN || kind === sites.OWN_FLOAT)) return undefined;
  for (const shape of shapes) b.expectVersion(shape.type);
  return readFieldOf(
    b,
    node,
    shapes,
    entries.map(({ place }) => place),
  );
}

// ── Stores ───────────────────────────────────────────────────────────────────────────────────────────────────────

export function storeAttr(b: Builder): void {
  const { words, pc } = b;
  const name = b.context.runtime.names[words[pc + 2]];
  const node = b.get(words[pc + 1]);
  const value = b.get(words[pc + 3]);
  const known = b.environment.shapeOf(node);
  const { shapes } = b.site();
  const shape = known ?? (shapes.length === 1 ? shapes[0] : undefined);
  if (b.site().masks[0] === FUNCTION && storeInFunction(b, node, name, value)) return;
  if (node.isConstant && node.constant instanceof PyType && storeInClass(b, node.constant, name, value)) return;
  if (shape !== undefined) {
    if (!storeTo(b, node, shape, name, value) && !callSetter(b, node, shape, name, value)) b.residual();
  } else if (shapes.length === 0 || shapes.length > MAX_SHAPES || b.site().masks[0] !== INSTANCE) b.residual();
  else storeToEach(b, node, shapes, name, value);
}

function storeInFunction(b: Builder, node: Node, name: string, value: Node): boolean {
  const fn = b.expect(node, FUNCTION);
  if (fn === null) return false;
  b.quiet('store_attribute', 'setAttribute($0, $1, $2)', [fn, b.constant(name), b.boxed(value)]);
  b.environment.validity = null;
  return true;
}

function storeToEach(b: Builder, node: Node, shapes: readonly Shape[], name: string, value: Node): void {
  const { pc } = b;
  const boxed = b.boxed(value);
  chooseShape(b, node, shapes, (shape) => {
    b.pc = pc;
    if (!storeTo(b, node, shape, name, boxed)) b.residual();
    return b.constant(null);
  });
}

/** False: left to the interpreter. */
function storeTo(b: Builder, node: Node, shape: Shape, name: string, value: Node, isPlain = false): boolean {
  const { type } = shape;
  if (!type.isHeapType || (!isPlain && type.slots.setAttribute !== genericSetAttribute)) return false;
  if (shape.isDict) return storeInDictionary(b, node, shape, name, value);
  const found = type.lookup(name);
  let place: number | undefined;
  let next: Shape | null = null;
  if (found instanceof PyMemberDescriptor && found.place >= 0 && found.isFor(shape.type)) place = found.place;
  else if (!type.hasDict || (found !== undefined && typeOf(found).slots.set !== undefined)) return false;
  else {
    place = shape.places.get(name);
    if (place === undefined) {
      next = shapeAfter(shape, name, value) ?? null;
      if (next === null) return false;
      place = next.addedPlace;
    }
  }
  const stored = valueFor(b, place, value);
  if (stored === null) return false;
  b.expectShape(node, shape);
  b.expectVersion(type);
  if (virtualOf(b, node) !== undefined) writeField(b, node, place, stored, next ?? shape);
  else storeField(b, node, shape, place, stored, next);
  return true;
}

/** The same where the objects of the shape keep a dictionary. */
function storeInDictionary(b: Builder, node: Node, shape: Shape, name: string, value: Node): boolean {
  const found = shape.type.lookup(name);
  if (b.site().isWild || (found !== undefined && typeOf(found).slots.set !== undefined)) return false;
  const inputs = [ofDictionary(b, node, shape), b.constant(name), b.object(new KeyPlace()), value];
  attempt(b, 'store_attribute', 'setAttributeAt($0, $1, $2, $3)', inputs);
  // The dictionary may be a namespace.
  b.environment.validity = null;
  return true;
}

/** A store that a Python function makes, with what it is called with behind the object or before it. */
interface Setter {
  readonly fn: PyFunction;
  readonly descriptor: PyInstance | null;
  readonly isNamed: boolean;
}

/** The setter of a property, the `__set__` of a descriptor, the `__setattr__` of the class. */
function setterOf(shape: Shape, name: string): Setter | undefined {
  const { type } = shape;
  if (type.slots.setAttribute !== genericSetAttribute) {
    const fn = specialMethod(shape, 'setAttribute', '__setattr__');
    return fn === undefined ? undefined : { fn, descriptor: null, isNamed: true };
  }
  const found = type.lookup(name);
  if (found instanceof PyProperty && !found.shape.type.isHeapType)
    return found.setter instanceof PyFunction ? { fn: found.setter, descriptor: null, isNamed: false } : undefined;
  if (!(found instanceof PyInstance)) return undefined;
  const fn = specialMethod(found.shape, 'set', '__set__');
  return fn === undefined ? undefined : { fn, descriptor: found, isNamed: false };
}

/** False: left to the interpreter. */
function callSetter(b: Builder, node: Node, shape: Shape, name: string, value: Node): boolean {
  const setter = setterOf(shape, name);
  if (setter === undefined) return false;
  const object = b.expectShape(node, shape);
  b.expectVersion(shape.type);
  const { fn, descriptor, isNamed } = setter;
  const args = isNamed ? [object, b.constant(strOfName(name)), value] : [object, value];
  if (descriptor !== null) {
    args.unshift(b.constant(descriptor as Value));
    b.expectShape(args[0], descriptor.shape);
    b.expectVersion(descriptor.shape.type);
  }
  return callMethodOf(b, fn, args, { left: object, right: object, isInplace: false }) !== undefined;
}

/** `object.__setattr__(object, name, value)` of an instance that is known; false: left to the interpreter. */
export function storePlainly(b: Builder, node: Node, name: string, value: Node): boolean {
  const shape = b.environment.shapeOf(node);
  return shape !== undefined && storeTo(b, node, shape, name, value, true);
}

/** `del object.name` of what objects of one shape have themselves. */
export function deleteAttr(b: Builder): void {
  const { words, pc } = b;
  const name = b.context.runtime.names[words[pc + 2]];
  const node = b.get(words[pc + 1]);
  const { shapes } = b.site();
  const shape = b.environment.shapeOf(node) ?? (shapes.length === 1 ? shapes[0] : undefined);
  const next = shape === undefined ? undefined : shapeWithout(shape, name);
  if (next === undefined) {
    b.residual();
    return;
  }
  const object = b.expectShape(node, shape!);
  b.expectVersion(next.type);
  if (virtualOf(b, object) !== undefined) dropField(b, object, next);
  else dropFrom(b, object, shape!, name, next);
}

function shapeWithout(shape: Shape, name: string): Shape | undefined {
  const { type, isDict, doubleCount, places } = shape;
  if (!type.isHeapType || !type.hasDict || isDict || doubleCount > 0 || !places.has(name)) return undefined;
  const found = type.lookup(name);
  const isOwn = found === undefined || typeOf(found).slots.set === undefined;
  return isOwn && type.slots.setAttribute === genericSetAttribute ? shape.without(name) : undefined;
}

function dropFrom(b: Builder, object: Node, shape: Shape, name: string, next: Shape): void {
  const value = b.read('attribute', readText(shape.places.get(name)!), [object], BOUND | UNBOUND);
  b.guard('$0 !== undefined', [value], 'attribute');
  b.write('delete_attribute', 'dropAttribute($0, $1)', [object, b.object(next)]);
  b.environment.fields.clear();
  b.shapeChanges(object, shape, next);
}
