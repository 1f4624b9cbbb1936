/**
 * Shapes: the class of an object together with the places of its attributes (PyPy's maps, V8's hidden classes).
 *
 * A shape is immutable but for its transition table, and shared by all instances that got the same attributes in the same order,
 * so one comparison `object.shape === expected` guards the class and the layout together.
 *
 * Places: 0 .. INLINE_SLOTS-1 are the fields s0.. of a PyInstance, further ones are elements of `rest`. Objects of a Python class that
 * derives from a builtin type with a layout of its own (an exception, a list) have no inline slots: their places start at INLINE_SLOTS.
 *
 * Attributes that have been floats whenever an object got them are the doubles of one array, which belongs to the object alone
 * (doubles.ts). It is in the place `doublesPlace` of the shape; their own places are numbers from FIRST_DOUBLE on. Where such an attribute
 * becomes something else, the class goes on with shapes that keep it as any other, and objects of the shapes before, which are *stale*, get
 * those when the interpreter meets them (`renewShape` of instance.ts).
 *
 * An object that loses an attribute gets the shape that it would have without it, and the values behind it move.
 *
 * When the dictionary of an instance is asked for, or too many attributes come or are deleted, the object gets its type's
 * `dictShape`, and its attributes live in a PyDict, kept in `rest[0]`. Places of `__slots__` are given by the root shape's `firstPlace`.
 */
import type { Value } from './object.ts';
import type { ItemsPlace } from './items-place.ts';
import type { PyType } from './type.ts';
import type { PyDict } from './types/dict/dict.ts';

export const INLINE_SLOTS = 4;

/** More attributes than this, and an instance keeps them in a dictionary. */
const MAX_ATTRIBUTES = 64;

/** Where objects have gained more than so many different attributes, one that loses the last of them keeps the others in a dictionary. */
const MAX_REMOVABLE = 16;

/** The place of the first double in the array of an object. */
export const FIRST_DOUBLE = 1 << 16;

/** Classes whose attributes have been floats at first and then something else as often as this keep floats as any other value. */
const MAX_CHANGES = 8;

/** Objects of a class that lose attributes in more ways than this keep the others in a dictionary. */
const MAX_LOSSES = 16;

/** Whether what is in the place is kept as a double. */
export function isDoublePlace(place: number): boolean {
  return place >= FIRST_DOUBLE;
}

/** What reading one name of an object of a shape comes to; interpreter/attribute-sites.ts computes it and knows the kinds. */
export class AttributeEntry {
  /** Version of the type under which it holds. */
  readonly version: number;
  readonly kind: number;
  /** Of what is in the dictionary of an object: where it was found last. */
  place: number;
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
  /** The place of that attribute; -1 for a root. */
  readonly addedPlace: number;
  /** The place that the next attribute gets that is no double. */
  readonly nextPlace: number;
  /** The place of the array of doubles; -1 if there is none. */
  readonly doublesPlace: number;
  readonly doubleCount: number;
  /** Whether attributes live in a dictionary. */
  readonly isDict: boolean;
  /** Whether objects get other shapes now. */
  isStale: boolean;
  private transitions: Map<string, Shape> | null;
  /** The shapes of objects that have lost an attribute, by its name. */
  private losses: Map<string, Shape> | null;
  /** By name, as they were needed. */
  entries: Map<string, AttributeEntry> | null;
  /** Null until it is asked for. */
  itemsPlace: ItemsPlace | null;
  /** Has the attributes as its keys: what the dictionaries of objects share (instance.ts). Null until one is made. */
  keys: PyDict | null;

  private constructor(
    type: PyType,
    parent: Shape | null,
    name: string,
    firstPlace: number,
    isDict: boolean,
    isFloat: boolean,
  ) {
    const doubleCount = parent === null ? 0 : parent.doubleCount;
    const place = parent === null ? firstPlace : parent.nextPlace;
    const isPlaceTaken = parent !== null && (!isFloat || doubleCount === 0);
    this.type = type;
    this.parent = parent;
    this.name = name;
    this.places = parent === null ? new Map() : new Map(parent.places);
    this.addedPlace = parent === null ? -1 : isFloat ? FIRST_DOUBLE + doubleCount : place;
    this.nextPlace = isPlaceTaken ? place + 1 : place;
    this.doublesPlace = isFloat && doubleCount === 0 ? place : (parent?.doublesPlace ?? -1);
    this.doubleCount = isFloat ? doubleCount + 1 : doubleCount;
    this.isDict = isDict;
    this.isStale = parent?.isStale ?? false;
    this.transitions = null;
    this.losses = null;
    this.entries = null;
    this.itemsPlace = null;
    this.keys = null;
    if (parent !== null) this.places.set(name, this.addedPlace);
    if (this.doubleCount > type.doubleCount) type.doubleCount = this.doubleCount;
    if (this.nextPlace > type.placeCount) type.placeCount = this.nextPlace;
  }

  /** The shape of objects without attributes. */
  static root(type: PyType, firstPlace: number, isDict: boolean): Shape {
    return new Shape(type, null, '', firstPlace, isDict, false);
  }

  /** The place of an attribute, or `undefined`. */
  placeOf(name: string): number | undefined {
    return this.places.get(name);
  }

  /** Whether objects of the shape have an attribute in the place. */
  holdsPlace(place: number): boolean {
    return place < this.nextPlace && place >= this.type.firstPlace;
  }

  /** The shape of objects that have gained attribute `name`, if there have been any. */
  known(name: string): Shape | undefined {
    return this.transitions?.get(name);
  }

  /** The shape of an object of this shape that gains attribute `name`; `undefined` when it must become a dictionary. */
  withAttribute(name: string, isFloat: boolean): Shape | undefined {
    if (this.places.size >= MAX_ATTRIBUTES) return undefined;
    const next = this.transitions?.get(name);
    if (next !== undefined && (isFloat || !isDoublePlace(next.addedPlace))) return next;
    if (next !== undefined) next.retire();
    return this.grown(name, isFloat && this.type.floatChanges < MAX_CHANGES);
  }

  /**
   * The shape of an object that loses the attribute which came last; `undefined` when it must become a dictionary: if it goes on with other
   * names there would be a shape for each.
   */
  private withoutLast(): Shape | undefined {
    const { parent } = this;
    return parent === null || this.isStale || parent.transitions!.size > MAX_REMOVABLE ? undefined : parent;
  }

  /** The shape of an object of this shape that loses attribute `name`; `undefined` when it must become a dictionary. */
  without(name: string): Shape | undefined {
    if (name === this.name) return this.withoutLast();
    const known = this.losses?.get(name);
    if (known !== undefined) return known;
    if (this.doubleCount > 0 || this.isStale || this.type.losses >= MAX_LOSSES) return undefined;
    let shape: Shape = this.root();
    for (const other of this.places.keys()) {
      const next: Shape | undefined = other === name ? shape : shape.asAny(other);
      if (next === undefined) return undefined;
      shape = next;
    }
    this.type.losses++;
    this.losses ??= new Map();
    this.losses.set(name, shape);
    return shape;
  }

  /** The shape with one more attribute, which is no double: `undefined` where other objects have it as one. */
  private asAny(name: string): Shape | undefined {
    const known = this.known(name);
    return known !== undefined && isDoublePlace(known.addedPlace) ? undefined : this.withAttribute(name, false);
  }

  private root(): Shape {
    let root: Shape = this;
    while (root.parent !== null) root = root.parent;
    return root;
  }

  /** The shape with the same attributes, in the same order, that grows from `root`. */
  from(root: Shape): Shape {
    let shape = root;
    for (const [name, place] of this.places) shape = shape.withAttribute(name, isDoublePlace(place))!;
    return shape;
  }

  /** What objects of this shape, which is stale, get. */
  renewed(): Shape {
    return this.from(this.root());
  }

  private grown(name: string, isFloat: boolean): Shape {
    const next = new Shape(this.type, this, name, 0, false, isFloat);
    this.transitions ??= new Map();
    this.transitions.set(name, next);
    return next;
  }

  /** The attribute that the shape adds is not always a float. What relies on it being one goes by the version of the class. */
  private retire(): void {
    this.type.floatChanges++;
    this.type.modified();
    const pending: Shape[] = [this];
    for (let shape = pending.pop(); shape !== undefined; shape = pending.pop()) {
      shape.isStale = true;
      if (shape.transitions !== null) pending.push(...shape.transitions.values());
    }
  }
}

/** What places hold. */
export type Stored = Value | number[];

/** An object with attributes laid out by its shape. Builtin layouts have only `shape` and `rest`. */
export interface Shaped {
  shape: Shape;
  rest: (Stored | undefined)[] | null;
}
