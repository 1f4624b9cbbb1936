/** Global variables: read by their place in the dictionary, taken as constants where they are functions, classes or modules. */
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import { BOUND } from '../kinds.ts';
import type { Context } from '../context.ts';
import * as Op from '../../bytecode/opcodes.generated.ts';
import { instructionLength } from '../../bytecode/operands.ts';
import { isPlainDict } from '../../interpreter/names.ts';
import type { RuntimeCode } from '../../interpreter/runtime-code.ts';
import { PyBuiltinFunction } from '../../objspace/gateway/builtin-function.ts';
import type { Value } from '../../objspace/object.ts';
import { PyType } from '../../objspace/type.ts';
import { PyFloat } from '../../objspace/types/float.ts';
import type { PyDict } from '../../objspace/types/dict/dict.ts';
import { PyFunction } from '../../objspace/types/function.ts';
import { PyModule } from '../../objspace/types/module.ts';

/** Why a unit is left after names have come into a namespace or gone. The next unit knows them. */
export const LAYOUT = 'layout of a namespace';

function isSteady(value: Value | undefined): value is Value {
  return (
    value instanceof PyFunction ||
    value instanceof PyType ||
    value instanceof PyBuiltinFunction ||
    value instanceof PyModule
  );
}

/** Why a unit is left where a global variable that looked like a constant has another value. */
export const REBOUND = 'rebound';

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

function expectLayout(b: Builder, dict: PyDict): void {
  const { layouts } = b.environment;
  if (layouts.has(dict)) return;
  b.guard(`$0.layout === ${dict.layout}`, [b.object(dict)], LAYOUT);
  layouts.add(dict);
}

/** What a namespace has at a place: a constant if it is of the sort that programs do not rebind. */
export function constantOrRead(b: Builder, dict: PyDict, place: number): Node {
  expectLayout(b, dict);
  const known = b.environment.globals.get(dict)?.get(place);
  if (known !== undefined) return known;
  const value = dict.values[place];
  const name = dict.keys[place];
  const isConstant = isSteady(value) || isNamedConstant(name) || isSteadyFloat(b, value, name);
  if (value === undefined || b.site().isWild || !isConstant)
    return b.read('global', `$0.values[${place}]`, [b.object(dict)], BOUND);
  const constant = b.constant(value);
  b.guard(`$0.values[${place}] === $1`, [b.object(dict), constant], isSteady(value) ? 'global constant' : REBOUND);
  remember(b, dict, place, constant);
  return constant;
}

function remember(b: Builder, dict: PyDict, place: number, node: Node): void {
  const { globals } = b.environment;
  const places = globals.get(dict);
  if (places === undefined) globals.set(dict, new Map([[place, node]]));
  else places.set(place, node);
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
  expectLayout(b, globals);
  b.set(words[pc + 1], constantOrRead(b, builtins, late));
}

export function storeGlobal(b: Builder): void {
  const { words, pc, context } = b;
  const { globals } = b.namespaces;
  const place = globals.slotOfStr(context.runtime.names[words[pc + 1]]);
  if (place < 0) {
    b.residual();
    return;
  }
  expectLayout(b, globals);
  b.write('store_global', `$0.values[${place}] = $1`, [b.object(globals), b.boxed(b.get(words[pc + 2]))]);
  b.environment.globals.get(globals)?.delete(place);
}
