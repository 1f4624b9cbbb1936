/** What `super()` without arguments means: the class whose method runs, from its cell `__class__`, and the method's first argument. */
import { raise } from '../objspace/exception.ts';
import type { Exit, Value } from '../objspace/object.ts';
import { typeName } from '../objspace/operations.ts';
import { superContext } from '../objspace/types/super.ts';
import { PyType } from '../objspace/type.ts';
import type { Frame } from './frame.ts';
import { currentFrame, readVariable } from './locals.ts';

superContext.of = () => {
  const frame: Frame | null = currentFrame();
  if (frame === null) return raise('RuntimeError', 'super(): no current frame');
  const { code } = frame;
  if (code.argcount === 0) return raise('RuntimeError', 'super(): no arguments');
  const self = readVariable(frame, code.varnames[0]);
  if (self === undefined) return raise('RuntimeError', 'super(): arg[0] deleted');
  return withClass(frame, self);
};

function withClass(frame: Frame, self: Value): { type: PyType; self: Value } | Exit {
  const place = frame.code.freevars.indexOf('__class__');
  if (place < 0) return raise('RuntimeError', 'super(): __class__ cell not found');
  const type = frame.closure[place].contents;
  if (type === undefined) return raise('RuntimeError', 'super(): empty __class__ cell');
  if (!(type instanceof PyType))
    return raise('RuntimeError', `super(): __class__ is not a type (${typeName(type as Value)})`);
  return { type, self };
}
