/** Methods: of objects by shape, of classes and modules, and those behind a class in the MRO. */
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import { BOUND, INSTANCE, INT, OTHER, STR, TYPE, UNBOUND, isOneKind, isWithin } from '../kinds.ts';
import * as sites from '../../interpreter/attribute-sites.ts';
import { PyBuiltinFunction } from '../../objspace/gateway/builtin-function.ts';
import type { Value } from '../../objspace/object.ts';
import type { Shape } from '../../objspace/shape.ts';
import { SPECIAL_METHODS } from '../../bytecode/instructions.ts';
import { isClassMethod, isMethodOf, isStatic, isUnbound } from '../../interpreter/class-sites.ts';
import { PyFunction } from '../../objspace/types/function.ts';
import { isCallOfType, METHOD_WRAPPER } from './constructing.ts';
import { isBaseInit } from './exceptions.ts';
import { PyType } from '../../objspace/type.ts';
import { intType } from '../../objspace/types/int/int.ts';
import { PyModule } from '../../objspace/types/module.ts';
import { typeType } from '../../objspace/types/type.ts';
import { superType } from '../../objspace/types/super.ts';
import { KeyPlace } from '../key-places.ts';
import { descriptorOfClasses } from '../tame-attributes.ts';
import { fromModule, loadFrom, MAX_SHAPES } from './attributes.ts';
import { boundInEach, methodOfClass, methodOfItsClass } from './class-attributes.ts';
import { attempt, WILD } from './tame.ts';

export function loadMethod(b: Builder): void {
  const { words, pc } = b;
  const name = b.context.runtime.names[words[pc + 4]];
  const node = b.get(words[pc + 3]);
  const method = methodOf(b, node, name);
  if (method === undefined) {
    b.residual();
    b.reload(words[pc + 1]);
    b.reload(words[pc + 2], BOUND | UNBOUND);
    return;
  }
  b.set(words[pc + 1], method.callee);
  b.set(words[pc + 2], method.self);
}

/** What is called, and the object that comes first among its arguments, if any. */
export interface Method {
  readonly callee: Node;
  readonly self: Node;
}

function methodOf(b: Builder, node: Node, name: string): Method | undefined {
  const unbound = b.constant(undefined);
  if (node.isConstant && node.constant instanceof PyModule) {
    const callee = fromModule(b, node.constant, name);
    return callee === undefined ? undefined : { callee, self: unbound };
  }
  const { shapes, masks } = b.site();
  if (node.isConstant && node.constant instanceof PyType) return methodOfClass(b, node.constant, name);
  // `self.__class__(...)`: the class is no method, and is called as it is.
  if (name === '__class__' && masks[0] === INSTANCE) {
    const callee = loadFrom(b, node, name);
    return callee === undefined || callee === null ? undefined : { callee, self: unbound };
  }
  const known = b.environment.shapeOf(node);
  if (known !== undefined) return methodOfShape(b, node, known, name);
  if (masks[0] === STR) {
    const found = sites.methodOfText(name);
    const text = found === undefined ? null : b.expect(node, STR);
    return text === null ? undefined : { callee: b.constant(found!), self: text };
  }
  if (isWithin(masks[0], INT)) {
    const found = intType.lookup(name);
    const int = found !== undefined && isUnbound(found) ? b.expect(node, INT) : null;
    return int === null ? undefined : { callee: b.constant(found!), self: int };
  }
  if (masks[0] === TYPE && descriptorOfClasses(name) === undefined) {
    const callee = attempt(b, 'method', 'tamedClassAttribute($0, $1)', [node, b.constant(name)]);
    return callee === null ? undefined : { callee, self: unbound };
  }
  if (shapes.length > 1 && masks[0] === INSTANCE)
    return (
      methodOfSeveral(b, node, shapes, name) ??
      boundMethodOfSeveral(b, node, shapes, name) ??
      methodOfMany(b, node, shapes, name)
    );
  return shapes.length === 1 && isOneKind(masks[0]) ? methodOfShape(b, node, shapes[0], name) : undefined;
}

function methodOfShape(b: Builder, node: Node, shape: Shape, name: string): Method | undefined {
  const entry = sites.entryOf(shape, name);
  if (entry.kind === sites.METHOD) {
    const self = b.expectShape(node, shape);
    b.expectVersion(shape.type);
    return { callee: b.constant(entry.value), self };
  }
  if (entry.kind === sites.OWN) {
    const callee = loadFrom(b, node, name);
    return callee === undefined || callee === null ? undefined : { callee, self: b.constant(undefined) };
  }
  return methodOfItsClass(b, node, shape, name) ?? methodUnlessHidden(b, node, shape, name);
}

/** A method of an object that keeps a dictionary, which has nothing of that name. */
function methodUnlessHidden(b: Builder, node: Node, shape: Shape, name: string): Method | undefined {
  const found = b.site().isWild ? undefined : sites.methodUnlessHidden(shape, name);
  if (found === undefined) return undefined;
  const self = b.expectShape(node, shape);
  b.expectVersion(shape.type);
  if (shape.isDict) expectNothingInDictionary(b, self, name, '');
  else b.guard('!hides($0, $1)', [self, b.constant(name)], WILD);
  return { callee: b.constant(found), self };
}

function expectNothingInDictionary(b: Builder, object: Node, name: string, unless: string): void {
  b.guard(`${unless}lacksAt($0, $1, $2)`, [object, b.constant(name), b.object(new KeyPlace())], WILD);
}

/** Many shapes, or some whose objects keep a dictionary: the classes of all have such a method. */
function methodOfMany(b: Builder, node: Node, shapes: readonly Shape[], name: string): Method | undefined {
  if (!shapes.every((shape) => hasMethod(shape, name))) return undefined;
  const callee = attempt(b, 'method', 'tamedMethod($0, $1)', [node, b.constant(name)]);
  return callee === null ? undefined : { callee, self: b.refine(node, BOUND) };
}

function hasMethod(shape: Shape, name: string): boolean {
  return sites.entryOf(shape, name).kind === sites.METHOD || sites.methodUnlessHidden(shape, name) !== undefined;
}

/** The methods of objects of a few shapes. */
function methodOfSeveral(b: Builder, node: Node, shapes: readonly Shape[], name: string): Method | undefined {
  if (shapes.length > MAX_SHAPES) return undefined;
  const methods = shapes.map((shape) => methodInClass(shape, name));
  const areHidden = shapes.some((shape) => shape.isDict);
  if (methods.includes(undefined) || (areHidden && b.site().isWild)) return undefined;
  for (const shape of shapes) b.expectVersion(shape.type);
  const callee = oneOfMethods(b, node, shapes, methods as Value[]);
  if (areHidden) expectNothingInDictionary(b, node, name, '!$0.shape.isDict || ');
  return { callee, self: b.refine(node, BOUND) };
}

/** The method that objects of the shape have, unless they keep a dictionary in which something hides it. */
function methodInClass(shape: Shape, name: string): Value | undefined {
  if (shape.isDict) return sites.methodUnlessHidden(shape, name);
  const entry = sites.entryOf(shape, name);
  return entry.kind === sites.METHOD ? entry.value : undefined;
}

function oneOfMethods(b: Builder, node: Node, shapes: readonly Shape[], methods: readonly Value[]): Node {
  if (methods.every((method) => method === methods[0])) {
    expectOneOf(b, node, shapes);
    return b.constant(methods[0]);
  }
  const values = methods.map((method) => b.constant(method));
  return chosenByShape(b, node, shapes, values);
}

/** Static and class methods of objects of a few shapes. */
function boundMethodOfSeveral(b: Builder, node: Node, shapes: readonly Shape[], name: string): Method | undefined {
  const found = shapes.length > MAX_SHAPES ? undefined : boundInEach(shapes, name);
  if (found === undefined) return undefined;
  for (const shape of shapes) b.expectVersion(shape.type);
  const chosen = (values: readonly Value[]): Node => {
    const nodes = values.map((value) => b.constant(value));
    return values.every((value) => value === values[0]) ? nodes[0] : chosenByShape(b, node, shapes, nodes);
  };
  expectOneOf(b, node, shapes);
  const callee = chosen(found.map(([callable]) => callable));
  const isStatic = found[0][1] === null;
  return { callee, self: isStatic ? b.constant(undefined) : chosen(found.map(([, holder]) => holder as Value)) };
}

/** One of several values, by the shape of an object. */
function chosenByShape(b: Builder, node: Node, shapes: readonly Shape[], values: readonly Node[]): Node {
  const inputs: Node[] = [node];
  let text = 'undefined';
  for (let index = shapes.length - 1; index >= 0; index--) {
    text = `$0.shape === $${inputs.length} ? $${inputs.length + 1} : ${text}`;
    inputs.push(b.object(shapes[index]), values[index]);
  }
  b.guard("typeof $0 === 'object' && $0 !== null", [node], 'object');
  const chosen = b.read('method', text, inputs, BOUND | UNBOUND);
  b.guard('$0 !== undefined', [chosen], 'one of several shapes');
  return b.refine(chosen, BOUND);
}

/** The same, bound to its object. */
export function loadSuperAttr(b: Builder): void {
  const { words, pc } = b;
  const name = b.context.runtime.names[words[pc + 4]];
  const method = behindSuper(b, name, pc + 2, false);
  if (method === undefined) {
    b.residual();
    b.reload(words[pc + 1]);
  } else b.set(words[pc + 1], boundBehind(b, method));
}

function boundBehind(b: Builder, { callee, self }: Method): Node {
  if (self.isConstant && self.constant === undefined) return callee;
  const isWrapper = callee.isConstant && isCallOfType(callee.constant as Value);
  if (isWrapper) return b.pure(METHOD_WRAPPER, 'new MethodWrapper($0, $1)', [callee, self], OTHER);
  return b.pure('new', 'new Method($0, $1)', [callee, b.boxed(self)], BOUND);
}

/** `super().name`, whose operands begin with the class at `at`; `isCalled`: as a method that is called at once. */
function behindSuper(b: Builder, name: string, at: number, isCalled = true): Method | undefined {
  const { words } = b;
  const [holder, self] = [b.get(words[at]), b.get(words[at + 1])];
  const global = b.get(words[at + 3]);
  if (!global.isConstant || global.constant !== superType) return undefined;
  return superOfClass(b, holder, self, name) ?? superMethod(b, holder, self, name, isCalled);
}

/** A method behind a class in the MRO. */
export function loadSuperMethod(b: Builder): void {
  const { words, pc } = b;
  const name = b.context.runtime.names[words[pc + 5]];
  const method = behindSuper(b, name, pc + 3);
  if (method === undefined) {
    b.residual();
    b.reload(words[pc + 1]);
    b.reload(words[pc + 2], BOUND | UNBOUND);
    return;
  }
  b.set(words[pc + 1], method.callee);
  b.set(words[pc + 2], method.self);
}

/** The same where the object is a class, always the same one, as in `__new__`, class methods and methods of metaclasses. */
function superOfClass(b: Builder, holder: Node, self: Node, name: string): Method | undefined {
  const { values, rightClasses, masks } = b.site();
  const isSame = rightClasses.length === 1 && masks[1] === TYPE;
  const cls = self.isConstant ? self.constant : isSame ? rightClasses[0] : undefined;
  const type = values[0];
  if (!(cls instanceof PyType) || !(type instanceof PyType)) return undefined;
  const isClass = cls.isSubtypeOf(type);
  const found = sites.behind(type, isClass ? cls.instanceShape : cls.shape, name);
  const node = b.constant(cls as Value);
  const method = found === undefined ? undefined : isClass ? unbound(b, node, found) : boundToClass(b, node, found);
  if (method === undefined) return undefined;
  if (!self.isConstant) {
    b.guard('$0 === $1', [self, node], 'object of super');
    b.replace(self, node);
  }
  if (!holder.isConstant) b.guard('$0 === $1', [holder, b.constant(type as Value)], 'class of super');
  b.expectVersion(cls);
  b.expectVersion(cls.shape.type);
  return method;
}

/** What a class behind the one in the MRO has, as an attribute of the class. */
function unbound(b: Builder, self: Node, found: Value): Method | undefined {
  if (found instanceof PyFunction || found instanceof PyBuiltinFunction)
    return { callee: b.constant(found as Value), self: b.constant(undefined) };
  if (isStatic(found)) return { callee: b.constant(found.callable), self: b.constant(undefined) };
  return isClassMethod(found) ? { callee: b.constant(found.callable), self } : undefined;
}

/** A method of a metaclass. */
function boundToClass(b: Builder, self: Node, found: Value): Method | undefined {
  return found instanceof PyFunction || isCallOfType(found) ? { callee: b.constant(found as Value), self } : undefined;
}

/** `__enter__` and `__exit__`, looked up on the class. */
export function loadSpecial(b: Builder): void {
  const { words, pc } = b;
  const node = b.get(words[pc + 3]);
  const { shapes } = b.site();
  const known = b.environment.shapeOf(node);
  const shape = known ?? (shapes.length === 1 && isOneKind(b.site().masks[0]) ? shapes[0] : undefined);
  const method = shape?.type.lookup(SPECIAL_METHODS[words[pc + 4]]);
  if (shape === undefined || !isMethodOf(shape.type, method)) {
    b.residual();
    b.reload(words[pc + 1]);
    b.reload(words[pc + 2], BOUND | UNBOUND);
    return;
  }
  const self = b.expectShape(node, shape);
  b.expectVersion(shape.type);
  b.set(words[pc + 1], b.constant(method as Value));
  b.set(words[pc + 2], self);
}

function superMethod(b: Builder, holder: Node, self: Node, name: string, isCalled: boolean): Method | undefined {
  const callee = functionBehind(b, holder, self, name, isCalled);
  return callee === undefined ? undefined : { callee, self };
}

function functionBehind(b: Builder, cls: Node, self: Node, name: string, isCalled: boolean): Node | undefined {
  const known = b.environment.shapeOf(self);
  const shapes = known === undefined ? b.site().rightShapes : [known];
  const type = b.site().values[0];
  const found = type instanceof PyType ? shapes.map((shape) => sites.superOf(type, shape, name)) : [];
  const isUsable = isCalled ? isDefined : isPython;
  const areKnown = found.length > 0 && found.length <= MAX_SHAPES && found.every(isUsable);
  const isInit = isCalled && name === '__init__' && type instanceof PyType && shapes.length === 1;
  if (isInit && isBaseInit(sites.behind(type, shapes[0], name))) {
    b.guard('$0 === $1', [cls, b.constant(type as Value)], 'class of super');
    b.expectShape(self, shapes[0]);
    b.expectVersion(shapes[0].type);
    return b.constant(sites.behind(type, shapes[0], name)!);
  }
  if (!areKnown) {
    const met = type instanceof PyType ? shapes.map((shape) => sites.behind(type, shape, name)).filter(isDefined) : [];
    if (!met.every(isCalled ? isUnbound : isPython)) return undefined;
    if (shapes.some((shape) => shape.type.isSubtypeOf(typeType))) return undefined;
    const inputs = [cls, b.boxed(self), b.constant(name)];
    const method = b.read(
      'super',
      `${isCalled ? 'superMethod' : 'superFunction'}($0, $1, $2)`,
      inputs,
      BOUND | UNBOUND,
    );
    b.guard('$0 !== undefined', [method], 'method of a base');
    return b.refine(method, BOUND);
  }
  b.guard('$0 === $1', [cls, b.constant(type as Value)], 'class of super');
  if (shapes.length === 1) b.expectShape(self, shapes[0]);
  for (const shape of shapes) b.expectVersion(shape.type);
  if (found.every((method) => method === found[0])) {
    if (shapes.length > 1) expectOneOf(b, self, shapes);
    return b.constant(found[0]!);
  }
  return chosenByShape(
    b,
    self,
    shapes,
    found.map((method) => b.constant(method!)),
  );
}

function isDefined(method: Value | undefined): method is Value {
  return method !== undefined;
}

/** Of what is no Python function, `super` makes something else each time, unless that is called at once. */
function isPython(method: Value | undefined): boolean {
  return method instanceof PyFunction;
}

function expectOneOf(b: Builder, node: Node, shapes: readonly Shape[]): void {
  const tests = shapes.map((_shape, index) => `$0?.shape === $${index + 1}`);
  b.guard(tests.join(' || '), [node, ...shapes.map((shape) => b.object(shape))], 'one of several shapes');
}
