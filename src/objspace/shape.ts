/**
 * Shapes: the class of an object together with the places of its attributes (PyPy's maps, V8's hidden classes).
 *
 * A shape is immutable but for its transition table, and shared by all instances that got the same attributes in the same order,
 * so one comparison `object.shape === expected` guards the class and the layout together.
 *
 * Places: 0 .. INLINE_SLOTS-1 are the fields s0.. of a PyInstance, further ones are elements of `rest`. Objects of a Python class that
 * derives from a builtin type with a layout of its own (an exception, a list) have no inline slots: their places start at INLINE_SLOTS.
 *
 * When the dictionary of an instance is asked for, or too many attributes come or one is deleted, the object gets its type's
 * `dictShape`, and its attributes live in a PyDict, kept in `rest[0]`. Places of `__slots__` are given by the root shape's `firstPlace`.
 */
import type { Value } from './object.ts';
import type { PyType } from './type.ts';

export const INLINE_SLOTS = 4;

/** More attributes than this, and an instance keeps them in a dictionary. */
const MAX_ATTRIBUTES = 64;

/** What reading one name of an object of a shape comes to; interpreter/attribute-sites.ts computes it and knows the kinds. */
export class AttributeEntry {
  /** Version of the type under which it holds. */
  readonly version: number;
  readonly kind: number;
  readonly place: number;
  readonly value: Value;

  constructor(version: number, kind: number, place: number, value: Value) {
    this.version = version;
    this.kind = kind;
    this.place = place;
    this.value = value;
  }
}

export class Shape {
  readonly type: PyType;
  readonly parent: Shape | null;
  /** The attribute that this shape adds to its parent; '' for a root. */
  readonly name: string;
  /** Attribute names to places; shared by nobody. */
  readonly places: Map<string, number>;
  /** The place that the next attribute gets. */
  readonly nextPlace: number;
  /** Whether attributes live in a dictionary. */
  readonly isDict: boolean;
  private transitions: Map<string, Shape> | null;
  /** By name, as they were needed. */
  entries: Map<string, AttributeEntry> | null;

  constructor(type: PyType, parent: Shape | null, name: string, nextPlace: number, isDict: boolean) {
    this.type = type;
    this.parent = parent;
    this.name = name;
    this.places = parent === null ? new Map() : new Map(parent.places);
    this.nextPlace = nextPlace;
    this.isDict = isDict;
    this.transitions = null;
    this.entries = null;
    if (parent !== null) this.places.set(name, nextPlace - 1);
  }

  /** The place of an attribute, or `undefined`. */
  placeOf(name: string): number | undefined {
    return this.places.get(name);
  }

  /** The shape of an object of this shape that gains attribute `name`; `undefined` when it must become a dictionary. */
  withAttribute(name: string): Shape | undefined {
    if (this.places.size >= MAX_ATTRIBUTES) return undefined;
    this.transitions ??= new Map();
    let next = this.transitions.get(name);
    if (next === undefined) {
      next = new Shape(this.type, this, name, this.nextPlace + 1, false);
      this.transitions.set(name, next);
    }
    return next;
  }
}

/** An object with attributes laid out by its shape. Builtin layouts have only `shape` and `rest`. */
export interface Shaped {
  shape: Shape;
  rest: (Value | undefined)[] | null;
}
