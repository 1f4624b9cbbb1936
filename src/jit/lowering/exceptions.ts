/** Exceptions as objects: made, initialised and raised without the protocols, where their classes leave it all to BaseException. */
import type { Builder } from '../builder.ts';
import { type Node, original } from '../graph.ts';
import { OTHER } from '../kinds.ts';
import { exceptionTypes } from '../../objspace/exception.ts';
import type { Value } from '../../objspace/object.ts';
import type { Shape } from '../../objspace/shape.ts';
import type { PyType } from '../../objspace/type.ts';
import { typeType } from '../../objspace/types/type.ts';

function base(): PyType {
  return exceptionTypes['BaseException'];
}

/** Whether instances of the class are made by BaseException. */
export function isPlainException(cls: PyType): boolean {
  return cls.slots.new === base().slots.new && cls.isSubtypeOf(base());
}

/** Whether the metaclass leaves calls of the class to `type`. */
export function isCalledPlainly(cls: PyType): boolean {
  return cls.shape.type.slots.call === typeType.slots.call;
}

/** The class and its metaclass are as they are now. */
export function expectCalledPlainly(b: Builder, cls: PyType): void {
  b.expectVersion(cls);
  b.expectVersion(cls.shape.type);
}

/** Whether the arguments are all that `__init__` keeps, where there are no keywords. */
function keepsArguments({ slots }: PyType): boolean {
  return [base(), exceptionTypes['AttributeError'], exceptionTypes['NameError']].some(
    (type) => type.slots.init === slots.init,
  );
}

/** An exception whose class has no `__init__` of its own; `undefined` if it has. */
export function callExceptionClass(b: Builder, cls: PyType, args: readonly Node[]): Node | undefined {
  if (!isPlainException(cls) || !keepsArguments(cls) || !isCalledPlainly(cls)) return undefined;
  expectCalledPlainly(b, cls);
  return newException(b, cls, args);
}

/** Without its `__init__`. */
export function newException(b: Builder, cls: PyType, args: readonly Node[]): Node {
  const boxed = args.map((node) => b.boxed(node));
  const list = boxed.map((_node, index) => `$${index + 1}`).join(', ');
  const made = b.write('new_exception', `newException($0, [${list}])`, [b.constant(cls as Value), ...boxed], OTHER);
  b.environment.shapes.set(made, cls.instanceShape);
  return made;
}

/** `BaseException.__init__`, as classes call it by `super()`. */
export function isBaseInit(value: Value | undefined): boolean {
  return value !== undefined && value === base().ensureNamespace().get('__init__');
}

/** What it does; `undefined` if the object is not known to be an exception. */
export function initException(b: Builder, args: readonly Node[]): Node | undefined {
  const [self, ...rest] = args;
  if (self === undefined || !isException(b, self)) return undefined;
  const boxed = rest.map((node) => b.boxed(node));
  const list = boxed.map((_node, index) => `$${index + 1}`).join(', ');
  b.write('init_exception', `$0.args = [${list}]`, [self, ...boxed]);
  return b.constant(null);
}

/** Whether the value is an instance of an exception class, for certain or as far as has been seen. */
export function areExceptions(b: Builder, node: Node, seen: readonly Shape[]): boolean {
  if (isException(b, node)) return true;
  return !node.isConstant && seen.length > 0 && seen.every(({ type }) => type.isSubtypeOf(base()));
}

/** The value, made sure to be an instance of an exception class. */
export function expectException(b: Builder, node: Node): Node {
  if (!isException(b, node)) b.guard('$0 instanceof BaseException', [node], 'exception');
  return node;
}

/** Whether the value is an instance of an exception class for certain. */
export function isException(b: Builder, node: Node): boolean {
  return original(node).op === 'new_exception' || b.environment.shapeOf(node)?.type.isSubtypeOf(base()) === true;
}
