/** Attributes of builtin types that are read without running Python code. */
import { PyGetSetDescriptor, PyMemberDescriptor, type PyMethodWrapper } from '../objspace/descriptors.ts';
import { auditor } from '../objspace/audit.ts';
import { caught } from '../objspace/exception.ts';
import type { Result, Value } from '../objspace/object.ts';
import { callWrapper } from '../objspace/slot-wrappers.ts';
import { PyType } from '../objspace/type.ts';

/** Those that are computed; plain fields are always quiet. */
const QUIET_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...'f_back f_code f_globals f_builtins f_generator'.split(' ').map((name) => `frame.${name}`),
  ...'co_varnames co_cellvars co_freevars'.split(' ').map((name) => `code.${name}`),
  ...'args __traceback__ __context__ __cause__ __suppress_context__'.split(' ').map((name) => `BaseException.${name}`),
  ...'lastindex lastgroup'.split(' ').map((name) => `Match.${name}`),
  ...'real imag numerator denominator'.split(' ').map((name) => `int.${name}`),
  'float.real',
  'float.imag',
  'traceback.tb_next',
  'traceback.tb_lineno',
  'deque.maxlen',
  'Struct.format',
  'Struct.size',
  'function.__code__',
  'type.__mro__',
  'type.__dict__',
  'StringIO.closed',
  'BytesIO.closed',
]);

/** Attributes that tell where a frame is: it has to be up to date. */
export const FRAME_ATTRIBUTES: ReadonlySet<string> = new Set(['frame.f_lineno', 'frame.f_lasti']);

export function qualifiedName({ owner, name }: PyGetSetDescriptor): string {
  return `${owner.name}.${name}`;
}

/** Whether reading it runs no Python code, and does not depend on how far frames have come. */
export function isQuietAttribute(descriptor: Value | PyGetSetDescriptor): descriptor is PyGetSetDescriptor {
  // Audit hooks are told of some, and run Python code.
  if (auditor !== undefined) return false;
  if (!(descriptor instanceof PyGetSetDescriptor) || descriptor.owner.isHeapType) return false;
  if (descriptor.isMember) return !(descriptor instanceof PyMemberDescriptor) || descriptor.place < 0;
  return QUIET_ATTRIBUTES.has(qualifiedName(descriptor));
}

/** The value of the attribute of an object that has it. */
export function computed(descriptor: PyGetSetDescriptor, object: Value): Result {
  try {
    return descriptor.getter(object);
  } catch (thrown) {
    return caught(thrown);
  }
}

/** The same by the bound `__get__` of the attribute, which makes sure that the object has it. */
export function gotBy(get: PyMethodWrapper, object: Value): Result {
  try {
    return callWrapper(get.descriptor, get.self, [object], null);
  } catch (thrown) {
    return caught(thrown);
  }
}

/** As `gotBy`, of an attribute of all classes. */
export function gotOfClass(get: PyMethodWrapper, object: Value): Result {
  const attribute = get.self as unknown as PyGetSetDescriptor;
  return object instanceof PyType ? computed(attribute, object) : gotBy(get, object);
}
