/** Calls of builtins that are sure to be bound: what is the same in all of them is found out once. Everything else is bound by binder.ts. */
import { hasOdd } from './odd-keywords.ts';
import type { Value } from '../object.ts';
import type { BuiltinDefinition } from './builtin-function.ts';
import { type Converter, converterNamed, defaultValue } from './converters.ts';
import type { Parameter } from './signature.ts';

/** Bounds of the number of arguments in calls without keywords, values of what is not given, converters. */
export interface CallPlan {
  /** Number of parameters. */
  readonly size: number;
  /** Whether it needs no array: one to four parameters, none of them `*args` or `**kwargs`. */
  readonly isShort: boolean;
  readonly least: number;
  readonly most: number;
  /** Number of positional parameters: what is given beyond goes to `*args`. */
  readonly positional: number;
  /** Index of `*args`, and of `**kwargs`; -1 if there are none. */
  readonly rest: number;
  readonly keywords: number;
  readonly defaults: readonly unknown[];
  readonly converters: readonly (Converter | null)[];
}

/** Where keywords go: the same in all calls with these names behind as many positional arguments. */
export interface KeywordPlan {
  readonly given: number;
  readonly names: readonly string[];
  /** The parameter of each name; -1: it goes to `**kwargs`. */
  readonly places: readonly number[];
}

export function isNamed(parameter: Parameter): boolean {
  return parameter.kind === 'either' || parameter.kind === 'keyword';
}

export function isPositional(parameter: Parameter): boolean {
  return parameter.kind === 'positional' || parameter.kind === 'either';
}

/** Number of parameters that stand for the object of a method: CPython's texts do not count it, and no keyword is its name. */
export function selfCount({ qualified, signatureText }: BuiltinDefinition): number {
  // `issubclass(cls, ...)` is no method.
  const isMethod = qualified === null || qualified.includes('.');
  return isMethod && /^\w+\((self|cls)\b/.test(signatureText) ? 1 : 0;
}

/** The definition's plan, made at the first call. */
export function planOf(definition: BuiltinDefinition): CallPlan | null {
  if (definition.plan === undefined) definition.plan = planCalls(definition.parameters);
  return definition.plan;
}

/** Whether it takes so many positional arguments and no keyword, the object of a method among them. */
export function takesPositional(definition: BuiltinDefinition, count: number): boolean {
  const plan = planOf(definition);
  return plan !== null && plan.least <= count && count <= plan.most;
}

/** `null` where a keyword is required. */
function planCalls(parameters: readonly Parameter[]): CallPlan | null {
  if (parameters.some(({ kind, defaultText }) => kind === 'keyword' && defaultText === null)) return null;
  const positional = parameters.filter(isPositional);
  const rest = parameters.findIndex(({ kind }) => kind === 'varargs');
  const keywords = parameters.findIndex(({ kind }) => kind === 'varkeywords');
  return {
    size: parameters.length,
    isShort: parameters.length > 0 && parameters.length <= 4 && rest < 0 && keywords < 0,
    least: positional.filter((parameter) => parameter.defaultText === null).length,
    most: rest < 0 ? positional.length : Number.MAX_SAFE_INTEGER,
    positional: positional.length,
    rest,
    keywords,
    defaults: parameters.map((parameter) => (parameter.defaultText === null ? undefined : defaultValue(parameter))),
    converters: parameters.map(({ converter }) => (converter === null ? null : converterNamed(converter))),
  };
}

/** What `**kwargs` gets where there are none: bodies do not write to it. */
const NO_KEYWORDS: ReadonlyMap<string, Value> = new Map();

/** The arguments of a call without keywords that the plan allows, one for each parameter. */
export function fillIn(definition: BuiltinDefinition, plan: CallPlan, args: readonly Value[]): unknown[] {
  const { converters, defaults, positional } = plan;
  const bound: unknown[] = new Array(converters.length);
  for (let index = 0; index < converters.length; index++) {
    if (index < positional && index < args.length) {
      const converter = converters[index];
      bound[index] = converter === null ? args[index] : converter(args[index], definition, index);
    } else if (index === plan.rest) bound[index] = args.slice(positional);
    else bound[index] = index === plan.keywords ? NO_KEYWORDS : defaults[index];
  }
  return bound;
}

// ── Keywords ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** The plan for a call with these keywords; null if it may be wrong. A definition keeps the last one: most are called in one way. */
export function keywordPlanOf(
  definition: BuiltinDefinition,
  plan: CallPlan,
  names: readonly string[],
  given: number,
): KeywordPlan | null {
  const known = definition.keywordPlan;
  if (known !== null && known.given === given && isSame(known.names, names)) return known;
  const places = placesOf(definition, plan, names, given);
  if (places === null) return null;
  definition.keywordPlan = { given, names: names.slice(), places };
  return definition.keywordPlan;
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return false;
  return true;
}

function placesOf(
  definition: BuiltinDefinition,
  plan: CallPlan,
  names: readonly string[],
  given: number,
): number[] | null {
  const { parameters } = definition;
  const self = selfCount(definition);
  if (hasOdd(names) || given > plan.most || new Set(names).size < names.length) return null;
  const places = names.map((name) =>
    parameters.findIndex((parameter, place) => place >= self && parameter.name === name && isNamed(parameter)),
  );
  if (places.some((place) => (place < 0 ? plan.keywords < 0 : place < given && place < plan.positional))) return null;
  const isComplete = parameters
    .slice(0, plan.positional)
    .every(({ defaultText }, place) => place < given || defaultText !== null || places.includes(place));
  return isComplete ? places : null;
}

/** The arguments of a call whose last ones are given by name. */
export function fillInByName(
  definition: BuiltinDefinition,
  plan: CallPlan,
  { given, names, places }: KeywordPlan,
  args: readonly Value[],
): unknown[] {
  const { converters, defaults, rest, keywords } = plan;
  const bound: unknown[] = new Array(plan.size).fill(undefined);
  const direct = Math.min(given, plan.positional);
  for (let index = 0; index < direct; index++) bound[index] = args[index];
  const extra = keywords < 0 || !places.includes(-1) ? null : new Map<string, Value>();
  for (let index = 0; index < places.length; index++) {
    const value = args[given + index];
    if (places[index] < 0) extra!.set(names[index], value);
    else bound[places[index]] = value;
  }
  for (let index = 0; index < bound.length; index++) {
    const converter = converters[index];
    if (bound[index] === undefined) bound[index] = defaults[index];
    else if (converter !== null) bound[index] = converter(bound[index] as Value, definition, index);
  }
  if (rest >= 0) bound[rest] = args.slice(direct, given);
  if (keywords >= 0) bound[keywords] = extra ?? NO_KEYWORDS;
  return bound;
}
