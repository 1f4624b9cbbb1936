/** What places of instances hold, as the unit reads and writes it: floats that belong to the instance are doubles. */
import type { Builder } from '../builder.ts';
import { type Node, READ } from '../graph.ts';
import { ANY, BOUND, FLOAT, isWithin, UNBOUND } from '../kinds.ts';
import { virtualOf } from '../virtuals.ts';
import { FIRST_DOUBLE, INLINE_SLOTS, isDoublePlace, type Shape } from '../../objspace/shape.ts';

function placeText(place: number): string {
  return place < INLINE_SLOTS ? `$0.s${place}` : `$0.rest[${place - INLINE_SLOTS}]`;
}

function doubleText({ doublesPlace }: Shape, place: number): string {
  return `${placeText(doublesPlace)}[${place - FIRST_DOUBLE}]`;
}

/** As read: of `__slots__` that nothing was stored in so far, there may be no place yet. */
export function readText(place: number): string {
  return place < INLINE_SLOTS ? `$0.s${place}` : `$0.rest?.[${place - INLINE_SLOTS}]`;
}

/** What an attribute of an object of the shape is, which has it itself. */
export function readField(b: Builder, node: Node, shape: Shape, name: string, place: number): Node {
  const known = virtualOf(b, node)?.fields.get(place) ?? b.environment.fieldOf(node, place);
  if (known !== undefined) return known;
  const value = isDoublePlace(place)
    ? b.double('attribute', doubleText(shape, place), [node], READ)
    : readValue(b, node, shape, name, place);
  b.environment.setField(node, place, value);
  return value;
}

function readValue(b: Builder, node: Node, shape: Shape, name: string, place: number): Node {
  if (shape.places.get(name) === place) return b.read('attribute', placeText(place), [node], BOUND);
  const value = b.read('attribute', readText(place), [node], BOUND | UNBOUND);
  b.guard('$0 !== undefined', [value], 'slot');
  return b.refine(value, BOUND);
}

/** The same of an object that has one of several shapes. */
export function readFieldOf(b: Builder, node: Node, shapes: readonly Shape[], places: readonly number[]): Node {
  const areFloats = places.every(isDoublePlace);
  let text = areFloats ? 'NaN' : 'undefined';
  for (let index = shapes.length - 1; index >= 0; index--)
    text = `$0.shape === $${index + 1} ? ${valueText(shapes[index], places[index], areFloats)} : ${text}`;
  b.guard("typeof $0 === 'object' && $0 !== null", [node], 'object');
  const inputs = [node, ...shapes.map((shape) => b.object(shape))];
  if (areFloats) {
    const tests = shapes.map((_shape, index) => `$0.shape === $${index + 1}`);
    b.guard(tests.join(' || '), inputs, 'one of several shapes');
    return b.double('attribute', text, inputs, READ);
  }
  const value = b.read('attribute', text, inputs, BOUND | UNBOUND);
  b.guard('$0 !== undefined', [value], 'one of several shapes');
  return b.refine(value, BOUND);
}

function valueText(shape: Shape, place: number, isDouble: boolean): string {
  if (!isDoublePlace(place)) return readText(place);
  return isDouble ? doubleText(shape, place) : `new Float(${doubleText(shape, place)})`;
}

/** The shape of an object that gains an attribute, if it can. */
export function shapeAfter(shape: Shape, name: string, value: Node): Shape | undefined {
  return shape.known(name) ?? shape.withAttribute(name, isWithin(value.kinds, FLOAT));
}

/** A value as the place of an attribute takes it; null if it is none that the place can hold. */
export function valueFor(b: Builder, place: number, value: Node): Node | null {
  if (!isDoublePlace(place)) return value;
  const float = b.expectSeen(value, b.site().masks[1], FLOAT);
  return float === null ? null : b.raw(float);
}

/** Stores into a place of an object that has been made; `next` is the shape that it gets by that, if it gains the attribute. */
export function storeField(b: Builder, node: Node, shape: Shape, place: number, value: Node, next: Shape | null): void {
  if (isDoublePlace(place)) {
    if (place === FIRST_DOUBLE && next !== null)
      storeValue(
        b,
        node,
        next.doublesPlace,
        isReached(shape, next.doublesPlace, true),
        b.pure('doubles', 'newDoubles($0)', [b.object(next)], ANY),
      );
    b.write('store_attribute', `${doubleText(next ?? shape, place)} = $1`, [node, value]);
  } else storeValue(b, node, place, isReached(shape, place, next !== null), b.boxed(value));
  b.environment.writeField(node, place, value);
  if (next === null) return;
  b.write('shape', '$0.shape = $1', [node, b.object(next)]);
  b.shapeChanges(node, shape, next);
}

/** Whether an object of the shape has the place, or an array that ends right before it, which a store makes longer without a hole. */
function isReached(shape: Shape, place: number, isNew: boolean): boolean {
  if (place < INLINE_SLOTS) return true;
  return isNew ? place > INLINE_SLOTS && shape.holdsPlace(place - 1) : shape.holdsPlace(place);
}

function storeValue(b: Builder, node: Node, place: number, isThere: boolean, value: Node): void {
  const store = isThere ? `${placeText(place)} = $1` : `writePlace($0, ${place}, $1)`;
  b.write('store_attribute', store, [node, value]);
}
