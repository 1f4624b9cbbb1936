/**
 * How the objects of public classes look from outside. What they consist of is kept beside them, so that consoles, JSON and loops over
 * properties find nothing of it; and they say what they are, also in a minified bundle.
 */

/** What the objects of a public class consist of. */
export class Internals<T extends object> {
  private readonly className: string;
  private readonly origin: string;
  private readonly parts: WeakMap<object, T>;

  constructor(className: string, origin = 'the interpreter') {
    this.className = className;
    this.origin = origin;
    this.parts = new WeakMap();
  }

  /** For constructors: without parts, it is not we who call. */
  attach(object: object, parts: T | undefined): void {
    if (parts === undefined) throw new TypeError(`a ${this.className} is made by ${this.origin} alone`);
    this.parts.set(object, parts);
  }

  /** What an object consists of; clear words for methods that were taken from their object, or are called through a Proxy. */
  of(object: object): T {
    const found = this.parts.get(object);
    if (found === undefined) throw new TypeError(`a method of ${this.className} was called on something else`);
    return found;
  }

  has(object: unknown): boolean {
    return typeof object === 'object' && object !== null && this.parts.has(object);
  }
}

/** What Node, Deno and Bun call to show an object; a registered symbol, so that no platform is imported. */
const INSPECT = Symbol.for('nodejs.util.inspect.custom');

type PublicClass<T> = { readonly prototype: T };

/** Gives a class the name that its users know. */
export function named(type: PublicClass<object>, name: string): void {
  Object.defineProperty(type, 'name', { value: name, configurable: true });
}

/** What consoles show for the objects of a class. */
export function shownBy<T extends object>(type: PublicClass<T>, show: (object: T) => string): void {
  Object.defineProperty(type.prototype, INSPECT, {
    value(this: T): string {
      return show(this);
    },
    configurable: true,
  });
}

/** The same, with a name for `Object.prototype.toString` and the consoles of browsers. */
export function presented<T extends object>(type: PublicClass<T>, name: string, show: (object: T) => string): void {
  named(type, name);
  Object.defineProperty(type.prototype, Symbol.toStringTag, { value: name, configurable: true });
  shownBy(type, show);
}
