/**
 * Checks of what public functions are given. Programs without types, or with data that came from elsewhere, get a TypeError (a wrong kind) or
 * a RangeError (a wrong value) that names the argument, where they would otherwise get an error from the middle of our code, or none.
 */

/** A value as an error message shows it. */
function described(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
    case 'boolean':
      return String(value);
    case 'number':
    case 'bigint':
      return `the ${typeof value} ${value}`;
    case 'string':
      return value.length > 40 ? 'a string' : JSON.stringify(value);
    case 'object':
      return value === null ? 'null' : `an object (${kindOf(value)})`;
    default:
      return `a ${typeof value}`;
  }
}

/** What an object says of itself: 'Array', 'Date' ... */
function kindOf(value: object): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1);
}

export function wrongType(what: string, wanted: string, value: unknown): TypeError {
  return new TypeError(`${what} must be ${wanted}, not ${described(value)}`);
}

export function expectString(value: unknown, what: string): void {
  if (typeof value !== 'string') throw wrongType(what, 'a string', value);
}

export function expectFunction(value: unknown, what: string): void {
  if (typeof value !== 'function') throw wrongType(what, 'a function', value);
}

export function expectBoolean(value: unknown, what: string): void {
  if (typeof value !== 'boolean') throw wrongType(what, 'a boolean', value);
}

/** Also in another realm: a frame, a `vm` context, the environment of a test runner. */
export function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && (value as { [Symbol.toStringTag]?: string })[Symbol.toStringTag] === 'Uint8Array';
}

export function expectBytes(value: unknown, what: string): void {
  if (!isBytes(value)) throw wrongType(what, 'a Uint8Array', value);
}

export function expectText(value: unknown, what: string): void {
  if (typeof value !== 'string' && !isBytes(value)) throw wrongType(what, 'a string or a Uint8Array', value);
}

export function expectInteger(value: unknown, what: string): void {
  if (typeof value !== 'number') throw wrongType(what, 'a number', value);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${what} must be a whole number, not ${value}`);
}

/** Infinity is a number too: no limit. */
export function expectPositive(value: unknown, what: string): void {
  if (typeof value !== 'number') throw wrongType(what, 'a number', value);
  if (!(value > 0)) throw new RangeError(`${what} must be positive, not ${value}`);
}

export function expectStrings(value: unknown, what: string): void {
  if (!Array.isArray(value)) throw wrongType(what, 'an array of strings', value);
  for (const [index, item] of value.entries()) expectString(item, `${what}[${index}]`);
}

/** An object whose properties are what is meant: no Map, no array. */
export function expectRecord(value: unknown, what: string): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Map)
    throw wrongType(what, 'an object', value);
}

type Check = (value: unknown, what: string) => void;

/** Each property of an object. */
export function expectEach(check: Check): Check {
  return (value, what) => {
    expectRecord(value, what);
    for (const [name, item] of Object.entries(value as object)) check(item, `${what}[${JSON.stringify(name)}]`);
  };
}

/**
 * Options by name: each is checked if it is there. One that nobody knows is an error: a limit that is misspelt would not limit.
 */
export function optionsCheck(checks: Readonly<Record<string, Check>>): Check {
  const known = new Map(Object.entries(checks));
  return (value, what) => {
    expectRecord(value, what);
    for (const [name, option] of Object.entries(value as object)) {
      if (option === undefined) continue;
      const check = known.get(name);
      if (check === undefined) throw new TypeError(`${what} has no ${name}: there are ${[...known.keys()].join(', ')}`);
      check(option, `${what}.${name}`);
    }
  };
}
