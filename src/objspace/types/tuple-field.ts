/** The descriptor behind a field of a named tuple: an item by its index. */
import { PyObject, type Value } from '../object.ts';

export class PyTupleField extends PyObject {
  readonly index: number;
  doc: Value;

  constructor(index: number, doc: Value) {
    super();
    this.index = index;
    this.doc = doc;
  }
}
