/** Attributes of instances by shape, of modules, methods; properties are inlined or called. */
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import { BOUND, FUNCTION, INSTANCE, TYPE, UNBOUND, isOneKind } from '../kinds.ts';
import * as sites from '../../interpreter/attribute-sites.ts';
import { genericSetAttribute } from '../../objspace/attributes.ts';
import { PyMemberDescriptor } from '../../objspace/descriptors.ts';
import type { Value } from '../../objspace/object.ts';
import { INLINE_SLOTS, type Shape } from '../../objspace/shape.ts';
import { PyType } from '../../objspace/type.ts';
import type { PyFunction } from '../../objspace/types/function.ts';
import { PyModule } from '../../objspace/types/module.ts';
import { callFunction } from './calls.ts';
import { fromClass, nameOfClass, ofItsClass, storeInClass } from './class-attributes.ts';
import { constantOrRead } from './names.ts';
import { virtualOf, writeField } from '../virtuals.ts';
import { attempt } from './tame.ts';

/** Shapes that a site tells apart. */
export const MAX_SHAPES = 6;

/** `AttributeEntry.kind` of what only the general protocol knows. */
const GENERAL = 0;

function placeText(place: number): string {
  return place < INLINE_SLOTS ? `$0.s${place}` : `$0.rest[${place - INLINE_SLOTS}]`;
}

/** As read: of `__slots__` that nothing was stored in so far, there may be no place yet. */
function readText(place: number): string {
  return place < INLINE_SLOTS ? `$0.s${place}` : `$0.rest?.[${place - INLINE_SLOTS}]`;
}

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
  if (masks[0] === TYPE) return nameOfClass(b, node, name);
  if (masks[0] === FUNCTION) return ofFunction(b, node, name);
  const known = b.environment.shapeOf(node);
  if (known !== undefined) return fromShape(b, node, known, name);
  if (shapes.length === 1 && isOneKind(masks[0])) {
    const value = fromShape(b, node, shapes[0], name);
    return value === undefined && shapes[0].isDict ? fromAnyShape(b, node, name) : value;
  }
  if (shapes.length === 0 || masks[0] !== INSTANCE) return undefined;
  return fromShapes(b, node, shapes, name) ?? fromEachShape(b, node, shapes, name) ?? fromAnyShape(b, node, name);
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
    case sites.OWN: {
      const object = b.expectShape(node, shape);
      b.expectVersion(shape.type);
      return ownValue(b, object, shape, name, entry.place);
    }
    case sites.CLASS_VALUE:
      b.expectShape(node, shape);
      b.expectVersion(shape.type);
      return b.constant(entry.value);
    case sites.METHOD:
      return boundMethod(b, node, shape, entry.value);
    case sites.PROPERTY:
      return callGetter(b, node, shape, entry.value as unknown as PyFunction);
    default:
      return ofItsClass(b, node, shape, name);
  }
}

function boundMethod(b: Builder, node: Node, shape: Shape, method: Value): Node {
  const object = b.expectShape(node, shape);
  b.expectVersion(shape.type);
  return b.pure('new', 'new Method($0, $1)', [b.constant(method), object], BOUND);
}

function callGetter(b: Builder, node: Node, shape: Shape, getter: PyFunction): Node | null | undefined {
  const object = b.expectShape(node, shape);
  b.expectVersion(shape.type);
  return callFunction(b, { fn: getter, node: b.constant(getter as Value) }, [object], b.pc + 5);
}

function ownValue(b: Builder, node: Node, shape: Shape, name: string, place: number): Node {
  const known = virtualOf(b, node)?.fields.get(place) ?? b.environment.fieldOf(node, place);
  if (known !== undefined) return known;
  const isSlot = shape.places.get(name) !== place;
  const value = b.read(
    'attribute',
    isSlot ? readText(place) : placeText(place),
    [node],
    isSlot ? BOUND | UNBOUND : BOUND,
  );
  if (isSlot) b.guard('$0 !== undefined', [value], 'slot');
  const bound = isSlot ? b.refine(value, BOUND) : value;
  b.environment.setField(node, place, bound);
  return bound;
}

/** Several shapes whose objects have the attribute themselves. */
function fromShapes(b: Builder, node: Node, shapes: readonly Shape[], name: string): Node | undefined {
  const entries = shapes.map((shape) => sites.entryOf(shape, name));
  if (!entries.every((entry) => entry.kind === sites.OWN)) return undefined;
  for (const shape of shapes) b.expectVersion(shape.type);
  let text = 'undefined';
  for (let index = shapes.length - 1; index >= 0; index--)
    text = `$0.shape === $${index + 1} ? ${readText(entries[index].place)} : ${text}`;
  b.guard("typeof $0 === 'object' && $0 !== null", [node], 'object');
  const value = b.read('attribute', text, [node, ...shapes.map((shape) => b.object(shape))], BOUND | UNBOUND);
  b.guard('$0 !== undefined', [value], 'one of several shapes');
  return b.refine(value, BOUND);
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
    if (!storeTo(b, node, shape, name, value)) b.residual();
  } else if (shapes.length === 0 || shapes.length > MAX_SHAPES || b.site().masks[0] !== INSTANCE) b.residual();
  else storeToEach(b, node, shapes, name, value);
}

function storeInFunction(b: Builder, node: Node, name: string, value: Node): boolean {
  const fn = b.expect(node, FUNCTION);
  if (fn === null) return false;
  b.quiet('store_attribute', 'setAttribute($0, $1, $2)', [fn, b.constant(name), b.boxed(value)]);
  b.environment.versions.clear();
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
function storeTo(b: Builder, node: Node, shape: Shape, name: string, value: Node): boolean {
  const { type } = shape;
  if (!type.isHeapType || shape.isDict || type.slots.setAttribute !== genericSetAttribute) return false;
  const found = type.lookup(name);
  let place: number | undefined;
  let next: Shape | null = null;
  if (found instanceof PyMemberDescriptor && found.place >= 0) place = found.place;
  else if (found !== undefined || !type.hasDict) return false;
  else {
    place = shape.places.get(name);
    if (place === undefined) {
      next = shape.withAttribute(name) ?? null;
      if (next === null) return false;
      place = next.nextPlace - 1;
    }
  }
  b.expectShape(node, shape);
  b.expectVersion(type);
  if (virtualOf(b, node) !== undefined) {
    writeField(b, node, place, value, next ?? shape);
    return true;
  }
  const boxed = b.boxed(value);
  const isThere = place < INLINE_SLOTS || (next === null && shape.places.get(name) === place);
  if (isThere) b.write('store_attribute', `${placeText(place)} = $1`, [node, boxed]);
  else b.write('store_attribute', `writePlace($0, ${place}, $1)`, [node, boxed]);
  b.environment.writeField(node, place, value);
  if (next !== null) {
    b.write('shape', '$0.shape = $1', [node, b.object(next)]);
    b.shapeChanges(node, shape, next);
  }
  return true;
}
