/** Arguments of a call in the places of the parameters: defaults are filled in, `*args` and `**kwargs` are made. */
import { NO_KEYWORDS } from './call-containers.ts';
import { CO_VARARGS, CO_VARKEYWORDS } from '../../bytecode/code.ts';
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import * as kinds from '../kinds.ts';
import type { Value } from '../../objspace/object.ts';
import type { PyDict } from '../../objspace/types/dict/dict.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { firstItems, hasLength } from '../tuples.ts';
import { itemsOf as itemsOfTuple } from '../virtuals.ts';
import type { FunctionCallee } from './callees.ts';
import { tupleOf } from './simple.ts';
import { WILD } from './tame.ts';

export interface Arguments {
  readonly positional: readonly Node[];
  /** Names of the last of them. */
  readonly names: readonly string[];
}

/** The values of all parameters; `undefined` if the call does not fit or is not that simple. */
export function bind(b: Builder, { fn, node }: FunctionCallee, args: Arguments): Node[] | undefined {
  const { argcount, kwonlyargcount, flags } = fn.code;
  const total = argcount + kwonlyargcount;
  const given = args.positional.length - args.names.length;
  const hasRest = (flags & CO_VARARGS) !== 0;
  const hasOthers = (flags & CO_VARKEYWORDS) !== 0;
  if (given > argcount && !hasRest) return undefined;
  const values: (Node | undefined)[] = new Array(total).fill(undefined);
  for (let index = 0; index < Math.min(given, argcount); index++) values[index] = args.positional[index];
  const others = bindNames(fn.code, values, args, given);
  if (others === undefined || (others.length > 0 && !hasOthers)) return undefined;
  for (let index = 0; index < total; index++) {
    if (values[index] !== undefined) continue;
    const value = index < argcount ? defaultOf(b, { fn, node }, index) : keywordDefaultOf(b, { fn, node }, index);
    if (value === undefined) return undefined;
    values[index] = value;
  }
  if (hasRest) values.push(tupleOf(b, args.positional.slice(Math.min(given, argcount), given)));
  if (hasOthers) values.push(dictOf(b, args, others, given));
  return values as Node[];
}

/** Puts keyword arguments into their places: the indices of those that fit no parameter; `undefined` if one is given twice. */
function bindNames(
  code: { readonly varnames: readonly string[]; posonlyargcount: number },
  values: (Node | undefined)[],
  args: Arguments,
  given: number,
): number[] | undefined {
  const others: number[] = [];
  for (let index = 0; index < args.names.length; index++) {
    const name = args.names[index];
    if (typeof name !== 'string') return undefined;
    const at = code.varnames.indexOf(name, code.posonlyargcount);
    if (at < 0 || at >= values.length) others.push(index);
    else if (values[at] !== undefined) return undefined;
    else values[at] = args.positional[given + index];
  }
  return others;
}

function defaultOf(b: Builder, { fn, node }: FunctionCallee, index: number): Node | undefined {
  const defaults = fn.defaults ?? [];
  const at = index - (fn.code.argcount - defaults.length);
  if (at < 0) return undefined;
  if (node.isConstant) return b.constant(defaults[at]);
  // Functions of the same code may have other defaults.
  b.guard(`$0.defaults !== null && $0.defaults.length === ${defaults.length}`, [node], 'defaults of a function');
  return b.read('default', `$0.defaults[${at}]`, [node], kinds.BOUND);
}

function keywordDefaultOf(b: Builder, { fn, node }: FunctionCallee, index: number): Node | undefined {
  const name = fn.code.varnames[index];
  const place = fn.keywordDefaults?.slotOfStr(name) ?? -1;
  if (place < 0) return undefined;
  if (node.isConstant) {
    const dict = fn.keywordDefaults as PyDict;
    const dependents = dict.watched().constantAt(place, name);
    if (dependents !== undefined) {
      b.rely(fn.dependents);
      b.rely(dependents);
      return b.constant(dict.values[place] as Value);
    }
  }
  const inputs = [node, b.constant(name)];
  const value = b.read('default', '$0.keywordDefaults?.getStr($1)', inputs, kinds.BOUND | kinds.UNBOUND);
  b.guard('$0 !== undefined', [value], 'default of a keyword');
  return b.refine(value, kinds.BOUND);
}

function dictOf(b: Builder, args: Arguments, others: readonly number[], given: number): Node {
  if (others.length === 0) return b.write('dict', NO_KEYWORDS, [], kinds.DICT);
  const names = b.object(new PyTuple(others.map((index) => args.names[index])));
  const values = others.map((index) => b.boxed(args.positional[given + index]));
  const list = values.map((_node, index) => `$${index + 1}`).join(', ');
  return b.write('dict', `buildConstMap($0, [${list}])`, [names, ...values], kinds.DICT);
}

/**
 * `f(*args, **keywords)` with so many positional arguments: each of the other parameters is looked for in the dictionary, all of whose entries
 * are to be found that way, unless `**kwargs` takes the others. `undefined` if the call does not fit.
 */
export function bindMapping(
  b: Builder,
  callee: FunctionCallee,
  positional: readonly Node[],
  dict: Node,
): Node[] | undefined {
  const { code } = callee.fn;
  const { argcount, kwonlyargcount, posonlyargcount, flags, varnames } = code;
  const hasRest = (flags & CO_VARARGS) !== 0;
  const given = Math.min(positional.length, argcount);
  if (positional.length > argcount && !hasRest) return undefined;
  b.guard('$0.table === null', [dict], WILD);
  const values = positional.slice(0, given);
  const found: Node[] = [];
  for (let index = given; index < argcount + kwonlyargcount; index++) {
    const isNamed = index >= posonlyargcount;
    const value = isNamed
      ? b.read('keyword', '$0.getStr($1)', [dict, b.constant(varnames[index])], kinds.ANY)
      : undefined;
    if (value !== undefined) found.push(value);
    const otherwise = index < argcount ? defaultOf(b, callee, index) : keywordDefaultOf(b, callee, index);
    if (value !== undefined && otherwise !== undefined)
      values.push(b.pure('keyword', '$0 !== undefined ? $0 : $1', [value, b.boxed(otherwise)], kinds.BOUND));
    else if (value !== undefined) {
      b.guard('$0 !== undefined', [value], WILD);
      values.push(b.refine(value, kinds.BOUND));
    } else if (otherwise !== undefined) values.push(otherwise);
    else return undefined;
  }
  if (hasRest) values.push(tupleOf(b, positional.slice(given)));
  if ((flags & CO_VARKEYWORDS) === 0) {
    const count = found.map((_node, index) => ` + ($${index + 1} !== undefined ? 1 : 0)`).join('');
    b.guard(`$0.size === 0${count}`, [dict, ...found], WILD);
  } else values.push(otherKeywords(b, dict, varnames.slice(posonlyargcount, argcount + kwonlyargcount), found.length));
  return values;
}

/** A dictionary for `**kwargs`: without the last `found` of the names, and there must be none of the first ones. */
function otherKeywords(b: Builder, dict: Node, names: readonly string[], found: number): Node {
  const inputs = [dict, b.object(names), b.constant(names.length - found)];
  const others = b.write('dict', 'otherKeywords($0, $1, $2)', inputs, kinds.BOUND);
  b.guard('$0 !== UNTAMED', [others], WILD);
  return b.refine(others, kinds.DICT);
}

/** `f(*args)` with a tuple: the values of all parameters; `undefined` if it is not that simple. */
export function bindTuple(b: Builder, callee: FunctionCallee, self: Node | null, tuple: Node): Node[] | undefined {
  const { argcount, kwonlyargcount, flags } = callee.fn.code;
  if (kwonlyargcount > 0 || (flags & CO_VARKEYWORDS) !== 0) return undefined;
  const before = self === null ? [] : [self];
  if (argcount < before.length) return undefined;
  const wanted = argcount - before.length;
  if ((flags & CO_VARARGS) === 0) {
    b.guard(hasLength(wanted), [tuple], WILD);
    return [...before, ...itemsOf(b, tuple, wanted)];
  }
  if (wanted === 0) return [...before, tuple];
  b.guard(`$0.length >= ${wanted}`, [tuple], WILD);
  const rest = b.pure('rest', `restOfTuple($0, ${wanted})`, [tuple], kinds.TUPLE);
  return [...before, ...itemsOf(b, tuple, wanted), rest];
}

function itemsOf(b: Builder, tuple: Node, count: number): Node[] {
  const made = itemsOfTuple(tuple);
  if (made !== null && made.length >= count) return made.slice(0, count);
  return firstItems(b, tuple, count);
}
