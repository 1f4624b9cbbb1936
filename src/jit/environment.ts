/** What is known at a place of the code that is compiled: the values in the registers, and facts that hold until something changes them. */
import type { Shape } from '../objspace/shape.ts';
import type { Context } from './context.ts';
import { type Node, original, type Virtual } from './graph.ts';
import { type Validity, validOnBoth } from './validity.ts';

export class Environment {
  readonly context: Context;
  readonly parent: Environment | null;
  /** By register; null where nothing is known to be needed. */
  registers: (Node | null)[];
  /** Shapes of objects, as long as nothing can have changed them. */
  shapes: Map<Node, Shape>;
  /** That nothing has changed that the unit relies on; null where that has to be looked at. */
  validity: Validity | null;
  /** Whether nobody observes what is executed, as far as has been looked. */
  isUnobserved: boolean;
  /** How lists keep their items, as long as nothing but items of these kinds has been stored. */
  strategies: Map<Node, number>;
  /** Doubles in floats. */
  doubles: Map<Node, Node>;
  /** What has been computed from ints of any size, by left operand: that depends on nothing else. Lists are never changed, but replaced. */
  results: Map<Node, readonly Node[]>;
  /** What attributes of objects hold, by place. */
  fields: Map<Node, Map<number, Node>>;
  /** Objects that have not been made (virtuals.ts). The map is never changed, but replaced. */
  virtuals: ReadonlyMap<Node, Virtual>;
  /** What the registers of the frames are known to hold. */
  synced: Map<Context, Map<number, Node>>;
  /** The context whose frame is the running one. */
  current: Context | null;

  constructor(context: Context, parent: Environment | null, registers: (Node | null)[]) {
    this.context = context;
    this.parent = parent;
    this.registers = registers;
    this.shapes = new Map();
    this.validity = null;
    this.isUnobserved = false;
    this.strategies = new Map();
    this.doubles = new Map();
    this.results = new Map();
    this.fields = new Map();
    this.virtuals = new Map();
    this.synced = new Map();
    this.current = null;
  }

  /** An environment of the same context with facts of its own. */
  copy(): Environment {
    const copy = new Environment(this.context, this.parent, this.registers.slice());
    copy.takeFacts(this);
    return copy;
  }

  /** Goes on with the facts of another environment. */
  takeFacts(other: Environment): void {
    this.shapes = new Map(other.shapes);
    this.validity = other.validity;
    this.isUnobserved = other.isUnobserved;
    this.strategies = new Map(other.strategies);
    this.doubles = new Map(other.doubles);
    this.results = new Map(other.results);
    this.fields = new Map([...other.fields].map(([object, places]) => [object, new Map(places)]));
    this.virtuals = other.virtuals;
    this.synced = new Map([...other.synced].map(([context, registers]) => [context, new Map(registers)]));
    this.current = other.current;
  }

  /** The shape of an object, if it is known. */
  shapeOf(node: Node): Shape | undefined {
    const target = original(node);
    return this.virtuals.get(target)?.shape ?? this.shapes.get(node) ?? this.shapes.get(target);
  }

  /** What the same operation on the same values has given. */
  resultOf(template: string, left: Node, right: Node): Node | undefined {
    const target = original(right);
    return this.results
      .get(original(left))
      ?.find((result) => result.template === template && original(result.inputs[1]) === target);
  }

  addResult(result: Node): void {
    const left = original(result.inputs[0]);
    this.results.set(left, [...(this.results.get(left) ?? []), result]);
  }

  fieldOf(object: Node, place: number): Node | undefined {
    return this.fields.get(original(object))?.get(place);
  }

  /** Notes what a field holds. */
  setField(object: Node, place: number, value: Node): void {
    const target = original(object);
    const places = this.fields.get(target);
    if (places === undefined) this.fields.set(target, new Map([[place, value]]));
    else places.set(place, value);
  }

  /** More is known of a value: of what fields hold, too. */
  replaceFields(node: Node, by: Node): void {
    for (const places of this.fields.values())
      for (const [place, value] of places) if (value === node) places.set(place, by);
    for (const [object, { kind, shape, fields }] of this.virtuals) {
      const has = [...fields.values()].includes(node);
      if (!has) continue;
      const replaced = new Map([...fields].map(([place, value]) => [place, value === node ? by : value]));
      this.virtuals = new Map(this.virtuals).set(object, { kind, shape, fields: replaced });
    }
  }

  /** A field has been written to: whatever else may be the same object may have it, too. */
  writeField(object: Node, place: number, value: Node): void {
    for (const places of this.fields.values()) places.delete(place);
    this.setField(object, place, value);
  }

  /** Keeps the facts that hold in the other environment, too; `virtuals` are settled elsewhere. */
  intersect(other: Environment): void {
    for (const [node, shape] of this.shapes) if (other.shapes.get(node) !== shape) this.shapes.delete(node);
    this.validity = validOnBoth(this.validity, other.validity);
    if (!other.isUnobserved) this.isUnobserved = false;
    for (const [list, kind] of this.strategies) if (other.strategies.get(list) !== kind) this.strategies.delete(list);
    for (const [node, double] of this.doubles) if (other.doubles.get(node) !== double) this.doubles.delete(node);
    for (const [left, results] of this.results) if (other.results.get(left) !== results) this.results.delete(left);
    for (const [object, places] of this.fields)
      for (const [place, node] of places) if (other.fields.get(object)?.get(place) !== node) places.delete(place);
    for (const [context, registers] of this.synced)
      for (const [register, node] of registers)
        if (other.synced.get(context)?.get(register) !== node) registers.delete(register);
    if (this.current !== other.current) this.current = null;
  }

  /** Anything may have happened: Python code ran. */
  forget(): void {
    this.shapes.clear();
    this.validity = null;
    this.strategies.clear();
    this.fields.clear();
    this.isUnobserved = false;
  }

  /** At a loop header nothing is known but what never changes. */
  forgetAll(): void {
    this.forget();
    this.doubles.clear();
    this.results.clear();
    this.synced.clear();
    this.current = null;
  }
}
