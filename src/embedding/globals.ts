/** Namespaces as JavaScript sees them. */
import { boundary } from '../modules/typhon/boundary.ts';
import type { Value } from '../objspace/object.ts';
import type { PyDict } from '../objspace/types/dict/dict.ts';
import { isText, textOf } from '../objspace/types/str/str.ts';
import { handleOf, PythonObject } from './python-object.ts';
import type { Session } from './session.ts';

const dictionaries = new WeakMap<Globals, PyDict>();

/**
 * The dictionary of a namespace.
 *
 * @internal
 */
export function dictionaryOf(globals: Globals): PyDict {
  return dictionaries.get(globals)!;
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
  private readonly session: Session;

  /** @internal */
  constructor(session: Session, dict: PyDict) {
    this.session = session;
    dictionaries.set(this, dict);
  }

  /** The value of a variable, converted; `undefined` if there is none. */
  get(name: string): unknown {
    return this.session.enter(() => {
      const value = dictionaryOf(this).getStr(name);
      return value === undefined ? undefined : boundary.toJavaScript(value);
    });
  }

  /** The object itself instead of a copy, whatever it is. */
  reference(name: string): PythonObject | undefined {
    return this.session.enter(() => {
      const value = dictionaryOf(this).getStr(name);
      if (value === undefined) return undefined;
      return typeof value === 'object' && value !== null ? handleOf(value) : new PythonObject(this.session, value);
    });
  }

  /** Sets a variable to a converted value. */
  set(name: string, value: unknown): void {
    this.session.enter(() => dictionaryOf(this).setStr(name, boundary.toPython(value)));
  }

  /** Whether there is such a variable. */
  has(name: string): boolean {
    return dictionaryOf(this).hasStr(name);
  }

  /** Deletes a variable; whether there was one. */
  delete(name: string): boolean {
    return dictionaryOf(this).deleteStr(name);
  }

  /** The names of all variables. */
  keys(): string[] {
    return this.session.enter(() => {
      const names: string[] = [];
      for (const key of keysOf(dictionaryOf(this))) if (isText(key)) names.push(textOf(key));
      return names;
    });
  }
}

function* keysOf(dict: PyDict): Generator<Value> {
  for (let position = dict.nextPosition(0); position >= 0; position = dict.nextPosition(position + 1))
    yield dict.keyAt(position);
}
