/** Namespaces as JavaScript sees them. */
import { boundary } from '../modules/typhon/boundary.ts';
import { expectString } from '../util/arguments.ts';
import type { Value } from '../objspace/object.ts';
import type { PyDict } from '../objspace/types/dict/dict.ts';
import { isText, textOf } from '../objspace/types/str/str.ts';
import { Internals, presented } from './internals.ts';
import { handleOf, newPythonObject, type PythonObject } from './python-object.ts';
import type { Session } from './session.ts';

interface Parts {
  readonly session: Session;
  readonly dict: PyDict;
}

const internals = new Internals<Parts>('Globals');

/**
 * A namespace for JavaScript.
 *
 * @internal
 */
export function newGlobals(session: Session, dict: PyDict): Globals {
  return new (Globals as unknown as new (parts: Parts) => Globals)({ session, dict });
}

/** @internal */
export function isGlobals(value: unknown): boolean {
  return internals.has(value);
}

/**
 * The dictionary of a namespace, for the programs of one interpreter.
 *
 * @internal
 */
export function dictionaryOf(globals: Globals, session: Session): PyDict {
  const parts = internals.of(globals);
  if (parts.session !== session) throw new TypeError('options.globals belongs to another interpreter');
  return parts.dict;
}

function partsFor(globals: Globals, name: string): Parts {
  expectString(name, 'name');
  return internals.of(globals);
}

/**
 * The global variables of a program. Reading and writing convert.
 *
 * @example
 * ```ts
 * import { Typhon } from 'typhon-python';
 *
 * const typhon = await Typhon.create({ globals: { numbers: [3, 1, 2] } });
 * typhon.run('numbers.sort(); total = sum(numbers)');
 * console.log(typhon.globals.get('numbers')); // [ 1, 2, 3 ]
 * console.log(typhon.globals.get('total')); // 6
 * typhon.globals.set('double', (x: number) => 2 * x);
 * console.log(typhon.eval('double(21)')); // 42
 * ```
 */
export class Globals {
  private constructor(parts?: never) {
    internals.attach(this, parts);
  }

  /** The value of a variable, converted; `undefined` if there is none. */
  get(name: string): unknown {
    const { session, dict } = partsFor(this, name);
    return session.enter(() => {
      const value = dict.getStr(name);
      return value === undefined ? undefined : boundary.toJavaScript(value);
    });
  }

  /** The object itself instead of a copy, whatever it is; `undefined` if there is no such variable. */
  reference(name: string): PythonObject | undefined {
    const { session, dict } = partsFor(this, name);
    return session.enter(() => {
      const value = dict.getStr(name);
      return value === undefined ? undefined : referenceTo(value, session);
    });
  }

  /** Sets a variable to a converted value. */
  set(name: string, value: unknown): void {
    const { session, dict } = partsFor(this, name);
    session.enter(() => dict.setStr(name, boundary.toPython(value)));
  }

  /** Whether there is such a variable. */
  has(name: string): boolean {
    return partsFor(this, name).dict.hasStr(name);
  }

  /** Deletes a variable; whether there was one. */
  delete(name: string): boolean {
    return partsFor(this, name).dict.deleteStr(name);
  }

  /** The names of all variables, those included that every module has (`__name__` ...). */
  keys(): string[] {
    return namesIn(internals.of(this).dict);
  }
}

function namesIn(dict: PyDict): string[] {
  const names: string[] = [];
  for (let position = dict.nextPosition(0); position >= 0; position = dict.nextPosition(position + 1)) {
    const key = dict.keyAt(position);
    if (isText(key)) names.push(textOf(key));
  }
  return names;
}

function referenceTo(value: Value, session: Session): PythonObject {
  return typeof value === 'object' && value !== null ? handleOf(value) : newPythonObject(session, value);
}

/** How many names a console shows. */
const MOST_SHOWN = 20;

presented(Globals, 'Globals', (globals) => {
  const names = globals.keys().filter((name) => !name.startsWith('__'));
  const more = names.length > MOST_SHOWN ? `, ... ${names.length - MOST_SHOWN} more` : '';
  return names.length === 0 ? 'Globals {}' : `Globals { ${names.slice(0, MOST_SHOWN).join(', ')}${more} }`;
});
