/** The Python object of a code object: one per host code object, so that identity is kept. */
import type { Code } from '../bytecode/code.ts';
import { PyObject } from '../objspace/object.ts';

const faces = new WeakMap<Code, PyCode>();

export class PyCode extends PyObject {
  readonly code: Code;

  constructor(code: Code) {
    super();
    this.code = code;
  }

  static of(code: Code): PyCode {
    let face = faces.get(code);
    if (face === undefined) {
      face = new PyCode(code);
      faces.set(code, face);
    }
    return face;
  }
}
