/** Attributes of instances by shape, of modules, methods; properties are inlined or called. */
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import { BOUND, INSTANCE, INT, isWithin, STR, UNBOUND } from '../kinds.ts';
import * as sites from '../../interpreter/attribute-sites.ts';
import { genericSetAttribute } from '../../objspace/attributes.ts';
import { PyMemberDescriptor } from '../../objspace/descriptors.ts';
import { PyMethodDescriptor } from '../../objspace/gateway/builtin-function.ts';
import { EXIT, type Value } from '../../objspace/object.ts';
import { INLINE_SLOTS, type Shape } from '../../objspace/shape.ts';
import { PyType, typeOf } from '../../objspace/type.ts';
import { intType } from '../../objspace/types/int/int.ts';
import { typeType } from '../../objspace/types/type.ts';
import { PyFunction } from '../../objspace/types/function.ts';
import { PyModule } from '../../objspace/types/module.ts';
import { superType } from '../../objspace/types/super.ts';
import { constantOrRead } from './names.ts';
import { callFunction } from './calls.ts';

const MAX_SHAPES = 4;

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
function loadFrom(b: Builder, node: Node, name: string): Node | null | undefined {
  if (node.isConstant && node.constant instanceof PyModule) return fromModule(b, node.constant, name);
  if (node.isConstant && node.constant instanceof PyType) return fromClass(b, node.constant, name);
  const { shapes, masks } = b.site();
  if (shapes.length === 0 || shapes.length > MAX_SHAPES) return undefined;
  if (shapes.length === 1) return fromShape(b, node, shapes[0], name);
  return masks[0] === INSTANCE ? fromShapes(b, node, shapes, name) : undefined;
}

function fromModule(b: Builder, module: PyModule, name: string): Node | undefined {
  const { shape } = module as Value & PyModule;
  const place = module.dict.slotOfStr(name);
  if (place < 0 || shape.type.isHeapType || shape.type.lookup(name) !== undefined) return undefined;
  return constantOrRead(b, module.dict, place);
}

/** A value of a class that is no descriptor: the class itself is not asked for more. */
function fromClass(b: Builder, cls: PyType, name: string): Node | undefined {
  const { type: meta } = cls.shape;
  if (meta !== typeType || typeType.lookup(name) !== undefined) return undefined;
  const found = cls.lookup(name);
  if (found === undefined || cls.isVariable(name)) return undefined;
  const isPlain = found instanceof PyFunction || typeOf(found).slots.get === undefined;
  if (!isPlain) return undefined;
  b.expectVersion(cls);
  return b.constant(found);
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
      return undefined;
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
  const isSlot = shape.places.get(name) !== place;
  const value = b.read(
    'attribute',
    isSlot ? readText(place) : placeText(place),
    [node],
    isSlot ? BOUND | UNBOUND : BOUND,
  );
  if (!isSlot) return value;
  b.guard('$0 !== undefined', [value], 'slot');
  return b.refine(value, BOUND);
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
  const known = b.environment.shapes.get(node);
  const { shapes } = b.site();
  const shape = known ?? (shapes.length === 1 ? shapes[0] : undefined);
  if (shape === undefined || !storeTo(b, node, shape, name, b.get(words[pc + 3]))) b.residual();
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
  const boxed = b.boxed(value);
  const isThere = place < INLINE_SLOTS || (next === null && shape.places.get(name) === place);
  if (isThere) b.write('store_attribute', `${placeText(place)} = $1`, [node, boxed]);
  else b.write('store_attribute', `writePlace($0, ${place}, $1)`, [node, boxed]);
  if (next !== null) {
    b.write('shape', '$0.shape = $1', [node, b.object(next)]);
    b.shapeChanges(node, shape, next);
  }
  return true;
}

// ── Methods ──────────────────────────────────────────────────────────────────────────────────────────────────────

export function loadMethod(b: Builder): void {
  const { words, pc } = b;
  const name = b.context.runtime.names[words[pc + 4]];
  const node = b.get(words[pc + 3]);
  const method = methodOf(b, node, name);
  if (method === undefined) {
    b.residual();
    b.reload(words[pc + 1]);
    b.reload(words[pc + 2], BOUND | UNBOUND);
    return;
  }
  b.set(words[pc + 1], method.callee);
  b.set(words[pc + 2], method.self);
}

function methodOf(b: Builder, node: Node, name: string): { callee: Node; self: Node } | undefined {
  const unbound = b.constant(undefined);
  if (node.isConstant && node.constant instanceof PyModule) {
    const callee = fromModule(b, node.constant, name);
    return callee === undefined ? undefined : { callee, self: unbound };
  }
  const { shapes, masks } = b.site();
  if (masks[0] === STR) {
    const found = sites.methodOfText(name);
    const text = found === undefined ? null : b.expect(node, STR);
    return text === null ? undefined : { callee: b.constant(found!), self: text };
  }
  if (isWithin(masks[0], INT)) {
    const found = intType.lookup(name);
    const int = found instanceof PyMethodDescriptor && !found.isClassMethod ? b.expect(node, INT) : null;
    return int === null ? undefined : { callee: b.constant(found!), self: int };
  }
  if (node.isConstant && node.constant instanceof PyType) {
    const found = classMethodOf(b, node.constant, name);
    return found === undefined ? undefined : { callee: b.constant(found), self: unbound };
  }
  if (shapes.length > 1 && masks[0] === INSTANCE) return methodOfSeveral(b, node, shapes, name);
  if (shapes.length !== 1) return undefined;
  const [shape] = shapes;
  const entry = sites.entryOf(shape, name);
  if (entry.kind !== sites.METHOD) return undefined;
  const self = b.expectShape(node, shape);
  b.expectVersion(shape.type);
  return { callee: b.constant(entry.value), self };
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

/** The methods of objects of a few shapes. */
function methodOfSeveral(
  b: Builder,
  node: Node,
  shapes: readonly Shape[],
  name: string,
): { callee: Node; self: Node } | undefined {
  if (shapes.length > MAX_SHAPES) return undefined;
  const entries = shapes.map((shape) => sites.entryOf(shape, name));
  if (!entries.every((entry) => entry.kind === sites.METHOD)) return undefined;
  for (const shape of shapes) b.expectVersion(shape.type);
  b.guard("typeof $0 === 'object' && $0 !== null", [node], 'object');
  const inputs: Node[] = [node];
  let text = 'undefined';
  for (let index = shapes.length - 1; index >= 0; index--) {
    text = `$0.shape === $${inputs.length} ? $${inputs.length + 1} : ${text}`;
    inputs.push(b.object(shapes[index]), b.constant(entries[index].value));
  }
  const callee = b.read('method', text, inputs, BOUND | UNBOUND);
  b.guard('$0 !== undefined', [callee], 'one of several shapes');
  const first = entries[0].value;
  const isSame = entries.every((entry) => entry.value === first);
  return { callee: isSame ? b.constant(first) : b.refine(callee, BOUND), self: b.refine(node, BOUND) };
}

/** A method behind a class in the MRO; which one it is, the call finds out. */
export function loadSuperMethod(b: Builder): void {
  const { words, pc } = b;
  const name = b.context.runtime.names[words[pc + 5]];
  const global = b.get(words[pc + 6]);
  if (!global.isConstant || global.constant !== superType) {
    b.residual();
    b.reload(words[pc + 1]);
    b.reload(words[pc + 2], BOUND | UNBOUND);
    return;
  }
  const self = b.get(words[pc + 4]);
  const inputs = [b.get(words[pc + 3]), b.boxed(self), b.constant(name)];
  const method = b.read('super', 'superFunction($0, $1, $2)', inputs, BOUND | UNBOUND);
  b.guard('$0 !== undefined', [method], 'method of a base');
  b.set(words[pc + 1], b.refine(method, BOUND));
  b.set(words[pc + 2], self);
}
