/** Where objects of a shape keep what their `__getitem__` takes its items from; interpreter/item-delegates.ts finds it out. */
import type { Code } from '../bytecode/code.ts';
import type { PyFunction } from './types/function.ts';

export class ItemsPlace {
  /** Of the type, under which it holds while the method has the code. */
  readonly version: number;
  readonly method: PyFunction | null;
  readonly code: Code | null;
  /** -1 where the method does anything else. */
  readonly place: number;

  constructor(version: number, method: PyFunction | null, place: number) {
    this.version = version;
    this.method = method;
    this.code = method === null ? null : method.code;
    this.place = place;
  }
}
