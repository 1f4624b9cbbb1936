/** Global variables: read by their place in the dictionary, taken as constants where they are functions, classes or modules. */
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import { BOUND } from '../kinds.ts';
import type { Context } from '../context.ts';
import * as Op from '../../bytecode/opcodes.generated.ts';
import { instructionLength } from '../../bytecode/operands.ts';
import { isPlainDict } from '../../interpreter/names.ts';
import type { RuntimeCode } from '../../interpreter/runtime-code.ts';
import { PyMethodWrapper } from '../../objspace/descriptors.ts';
import { PyBuiltinFunction } from '../../objspace/gateway/builtin-function.ts';
import { isShort } from '../../objspace/gateway/short-calls.ts';
import type { Value } from '../../objspace/object.ts';
import { PyType } from '../../objspace/type.ts';
import { PyFloat } from '../../objspace/types/float.ts';
import type { PyDict } from '../../objspace/types/dict/dict.ts';
import { PyFunction } from '../../objspace/types/function.ts';
import { PyModule } from '../../objspace/types/module.ts';
import { objectType } from '../../objspace/types/object.ts';

function isSteady(value: Value | undefined): value is Value {
  return (
    value instanceof PyFunction ||
    value instanceof PyType ||
    value instanceof PyBuiltinFunction ||
    value instanceof PyModule ||
    value instanceof PyMethodWrapper ||
    isMarker(value) ||
    (value !== undefined && isShort(value))
  );
}

/** `object()`, which programs make to compare others with it. */
function isMarker(value: Value | undefined): boolean {
  return typeof value === 'object' && value?.shape === objectType.instanceShape;
}

/** Names in capitals stand for values that stay. */
function isNamedConstant(name: Value | undefined): boolean {
  return typeof name === 'string' && /^[A-Z_][A-Z0-9_]*$/.test(name);
}

/** Floats are mostly given names once, and as constants need no boxes; not those that the code itself, or what it is inlined into, stores. */
function isSteadyFloat(b: Builder, value: Value | undefined, name: Value | undefined): boolean {
  if (!(value instanceof PyFloat) || value.shape.type.isHeapType) return false;
  for (let context: Context | null = b.context; context !== null; context = context.parent)
    if (storesGlobal(context.runtime, name)) return false;
  return true;
}

function storesGlobal({ code, names }: RuntimeCode, name: Value | undefined): boolean {
  const { words } = code;
  for (let pc = 0; pc < words.length; pc += instructionLength(words, pc))
    if ((words[pc] === Op.StoreGlobal || words[pc] === Op.StoreName) && names[words[pc + 1]] === name) return true;
  return false;
}

/** What a namespace has at a place: a constant if it is of the sort that programs do not rebind. */
export function constantOrRead(b: Builder, dict: PyDict, place: number): Node {
  const value = dict.values[place];
  const name = dict.keys[place];
  const isConstant = isSteady(value) || isNamedConstant(name) || isSteadyFloat(b, value, name);
  const dependents = isConstant ? dict.watched().constantAt(place, name as string) : undefined;
  if (dependents !== undefined) {
    b.rely(dependents);
    return b.constant(value);
  }
  b.rely(dict.watched().placeAt(place));
  return b.read('global', `$0.values[${place}]`, [b.object(dict)], BOUND);
}

export function loadGlobal(b: Builder): void {
  const { words, pc, context } = b;
  const name = context.runtime.names[words[pc + 2]];
  const { globals, builtins } = b.namespaces;
  // Mappings of other classes answer by their own methods.
  const isPlain = isPlainDict(globals) && isPlainDict(builtins);
  const place = isPlain ? globals.slotOfStr(name) : -1;
  if (place >= 0) {
    b.set(words[pc + 1], constantOrRead(b, globals, place));
    return;
  }
  const late = isPlain ? builtins.slotOfStr(name) : -1;
  if (late < 0) {
    b.residual();
    b.reload(words[pc + 1]);
    return;
  }
  b.rely(globals.watched().withoutName(name));
  b.set(words[pc + 1], constantOrRead(b, builtins, late));
}

export function storeGlobal(b: Builder): void {
  const { words, pc, context } = b;
  const { globals } = b.namespaces;
  const name = context.runtime.names[words[pc + 1]];
  const place = globals.slotOfStr(name);
  if (place < 0) {
    b.residual();
    return;
  }
  globals.watched().declareVariable(place, name);
  b.rely(globals.watched().placeAt(place));
  b.write('store_global', `$0.values[${place}] = $1`, [b.object(globals), b.boxed(b.get(words[pc + 2]))]);
}
