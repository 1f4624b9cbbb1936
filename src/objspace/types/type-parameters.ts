/** What generic aliases and unions share: finding type parameters in their arguments, putting arguments in their place, showing them. */
import { findAttribute } from '../attributes.ts';
import { raise, raiseTypeError, swallow } from '../exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../object.ts';
import { call, getItem, isTrue, repr, typeName } from '../operations.ts';
import { PyType, typeOf } from '../type.ts';
import { Ellipsis } from './ellipsis.ts';
import { PyList } from './list/list.ts';
import { noneType } from './none.ts';
import { textOf } from './str/str.ts';
import { PyTuple } from './tuple.ts';

/** An attribute that may be missing; other errors pass on. */
function optional(object: Value, name: string): Result | undefined {
  const value = findAttribute(object, name);
  return value === EXIT && swallow('AttributeError') ? undefined : value;
}

// ── Finding parameters ───────────────────────────────────────────────────────────────────────────────────────────

/** Type parameters in the arguments, each once, in order of appearance. */
export function collectParameters(args: readonly Value[]): Value[] | Exit {
  const found: Value[] = [];
  return addParameters(args, found) === EXIT ? EXIT : found;
}

function addParameters(args: readonly Value[], found: Value[]): true | Exit {
  for (const arg of args) if (addParametersOf(arg, found) === EXIT) return EXIT;
  return true;
}

function addParametersOf(arg: Value, found: Value[]): true | Exit {
  if (arg instanceof PyType) return true;
  if (arg instanceof PyTuple) return addParameters(arg.items, found);
  if (arg instanceof PyList) return addParameters(arg.toArray(), found);
  const substitute = optional(arg, '__typing_subst__');
  if (substitute === EXIT) return EXIT;
  if (substitute !== undefined) {
    addOnce(found, arg);
    return true;
  }
  const inner = optional(arg, '__parameters__');
  if (inner === EXIT) return EXIT;
  if (inner instanceof PyTuple) for (const parameter of inner.items) addOnce(found, parameter);
  return true;
}

function addOnce(found: Value[], parameter: Value): void {
  if (!found.includes(parameter)) found.push(parameter);
}

// ── Substitution ─────────────────────────────────────────────────────────────────────────────────────────────────

/** The arguments of `alias[item]`, with `*tuple[...]` of known length taken apart. */
function unpackedItems(item: Value): Value[] | Exit {
  const given = item instanceof PyTuple ? item.items : [item];
  const items: Value[] = [];
  for (const value of given) {
    if (value instanceof PyType) {
      items.push(value);
      continue;
    }
    const inner = optional(value, '__typing_unpacked_tuple_args__');
    if (inner === EXIT) return EXIT;
    if (inner instanceof PyTuple && inner.items.at(-1) !== Ellipsis) items.push(...inner.items);
    else items.push(value);
  }
  return items;
}

/** The items of `alias[item]`, one for each parameter: defaults added, what a TypeVarTuple takes in a tuple. */
function prepareItems(alias: Value, parameters: readonly Value[], item: Value): readonly Value[] | Exit {
  const unpacked = unpackedItems(item);
  if (unpacked === EXIT) return EXIT;
  let items: Value = new PyTuple(unpacked as Value[]) as Value;
  for (const parameter of parameters) {
    const prepare = optional(parameter, '__typing_prepare_subst__');
    if (prepare === EXIT) return EXIT;
    if (prepare === undefined || prepare === null) continue;
    const prepared = call(prepare as Value, [alias, items]);
    if (prepared === EXIT) return EXIT;
    items = prepared as Value;
  }
  const result = items instanceof PyTuple ? items.items : [items];
  return result.length === parameters.length ? result : wrongCount(alias, result.length, parameters.length);
}

function wrongCount(alias: Value, given: number, expected: number): Exit {
  const text = repr(alias);
  if (text === EXIT) return EXIT;
  return raiseTypeError(
    `Too ${given > expected ? 'many' : 'few'} arguments for ${textOf(text as Value)}; actual ${given}, expected ${expected}`,
  );
}

/** The arguments of `alias` with `item` in place of its type parameters. */
export function substituteParameters(
  alias: Value,
  args: readonly Value[],
  parameters: readonly Value[],
  item: Value,
): Value[] | Exit {
  if (parameters.length === 0) {
    const text = repr(alias);
    return text === EXIT ? EXIT : raiseTypeError(`${textOf(text as Value)} is not a generic class`);
  }
  const items = prepareItems(alias, parameters, item);
  return items === EXIT ? EXIT : substituteAll(args, parameters, items as readonly Value[]);
}

function substituteAll(args: readonly Value[], parameters: readonly Value[], items: readonly Value[]): Value[] | Exit {
  const result: Value[] = [];
  for (const arg of args) {
    if (arg instanceof PyType) result.push(arg);
    else if (substituteOne(arg, parameters, items, result) === EXIT) return EXIT;
  }
  return result;
}

function substituteOne(
  arg: Value,
  parameters: readonly Value[],
  items: readonly Value[],
  result: Value[],
): true | Exit {
  if (arg instanceof PyTuple || arg instanceof PyList) {
    const inner = substituteAll(arg instanceof PyTuple ? arg.items : arg.toArray(), parameters, items);
    if (inner === EXIT) return EXIT;
    result.push(arg instanceof PyTuple ? (new PyTuple(inner as Value[]) as Value) : PyList.of(inner as Value[]));
    return true;
  }
  const unpacks = isUnpackedTypeVarTuple(arg);
  if (unpacks === EXIT) return EXIT;
  const value = substituted(arg, parameters, items);
  if (value === EXIT) return EXIT;
  if (!unpacks) result.push(value as Value);
  else if (value instanceof PyTuple) result.push(...value.items);
  else {
    return raiseTypeError(
      `expected __typing_subst__ of ${typeName(arg)} objects to return a tuple, not ${typeName(value as Value)}`,
    );
  }
  return true;
}

function isUnpackedTypeVarTuple(arg: Value): boolean | Exit {
  const flag = optional(arg, '__typing_is_unpacked_typevartuple__');
  if (flag === EXIT || flag === undefined) return flag === EXIT ? EXIT : false;
  return isTrue(flag as Value);
}

/** What can be substituted has come to be so after the parameters were collected. */
function notAParameter(arg: Value): Exit {
  const text = repr(arg);
  return text === EXIT
    ? EXIT
    : raiseTypeError(`argument ${textOf(text as Value)} with __typing_subst__ was not found in __parameters__`);
}

function substituted(arg: Value, parameters: readonly Value[], items: readonly Value[]): Result {
  const substitute = optional(arg, '__typing_subst__');
  if (substitute === EXIT) return EXIT;
  if (substitute !== undefined) {
    const index = parameters.indexOf(arg);
    return index < 0 ? notAParameter(arg) : call(substitute as Value, [items[index]]);
  }
  const inner = optional(arg, '__parameters__');
  if (inner === EXIT) return EXIT;
  if (!(inner instanceof PyTuple) || inner.items.length === 0) return arg;
  const innerItems: Value[] = [];
  for (const parameter of inner.items) {
    const index = parameters.indexOf(parameter);
    const value = index < 0 ? parameter : items[index];
    // What stands for a TypeVarTuple is a tuple of arguments.
    if (index >= 0 && value instanceof PyTuple && typeOf(parameter).slots.iter !== undefined)
      innerItems.push(...value.items);
    else innerItems.push(value);
  }
  return getItem(arg, new PyTuple(innerItems) as Value);
}

// ── Text ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** How a type is shown inside an alias or a union: `int`, `collections.abc.Callable`, `None`, `...`. */
export function typeRepr(value: Value): string | Exit {
  if (value === Ellipsis) return '...';
  if (value === noneType) return 'None';
  const origin = optional(value, '__origin__');
  if (origin === EXIT) return EXIT;
  if (origin !== undefined) {
    const args = optional(value, '__args__');
    if (args === EXIT) return EXIT;
    if (args !== undefined) return plainRepr(value);
  }
  return qualifiedName(value);
}

function plainRepr(value: Value): string | Exit {
  const text = repr(value);
  return text === EXIT ? EXIT : textOf(text as Value);
}

function qualifiedName(value: Value): string | Exit {
  const qualname = optional(value, '__qualname__');
  if (qualname === EXIT) return EXIT;
  if (qualname === undefined) return plainRepr(value);
  const module = optional(value, '__module__');
  if (module === EXIT) return EXIT;
  if (module === undefined || module === null) return plainRepr(value);
  return module === 'builtins' ? String(qualname) : `${String(module)}.${String(qualname)}`;
}

/** An argument of a generic alias: lists (of a Callable's parameters) are shown with what is in them. */
export function argumentRepr(value: Value): string | Exit {
  if (!(value instanceof PyList)) return typeRepr(value);
  const texts: string[] = [];
  const { length } = value;
  for (let index = 0; index < length; index++) {
    // Showing an item may run code that shortens the list.
    if (index >= value.length) return raise('IndexError', 'list index out of range');
    const text = typeRepr(value.get(index));
    if (text === EXIT) return EXIT;
    texts.push(text as string);
  }
  return `[${texts.join(', ')}]`;
}
