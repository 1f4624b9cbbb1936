/**
 * Binds the arguments of a call to the parameters of a builtin: keywords, defaults, converters, and CPython's error texts.
 *
 * Bodies receive one argument per parameter, in order; a converter makes each what the signature promises (converters.ts).
 */
import { error } from '../exception.ts';
import type { Value } from '../object.ts';
import type { BuiltinDefinition } from './builtin-function.ts';
import { PyType, typeOf } from '../type.ts';
import { fillIn, fillInByName, isNamed, isPositional, keywordPlanOf, planOf, selfCount } from './call-plans.ts';
import { converterNamed, defaultValue } from './converters.ts';
import { unexpectedKeywordText } from './keyword-hint.ts';
import { isOdd, ODD_KEYWORDS_TEXT, refuseOdd } from './odd-keywords.ts';
import type { Parameter } from './signature.ts';

export function bindArguments(
  definition: BuiltinDefinition,
  args: readonly Value[],
  keywords: readonly string[] | null,
  boundTo?: Value,
): unknown[] {
  const plan = planOf(definition);
  if (keywords === null) {
    if (plan !== null && args.length >= plan.least && args.length <= plan.most) return fillIn(definition, plan, args);
  } else if (plan !== null) {
    const named = keywordPlanOf(definition, plan, keywords, args.length - keywords.length);
    if (named !== null) return fillInByName(definition, plan, named, args);
  }
  const parameters = definition.parameters;
  const positionalCount = keywords === null ? args.length : args.length - keywords.length;
  if (keywords !== null && keywords.length > 0 && args.length > 0 && !parameters.some(isByName))
    throw unexpectedKeyword(definition, parameters, keywords[0], args[0], boundTo);
  checkTotal(definition, parameters, args.length, positionalCount);
  const bound: unknown[] = new Array(parameters.length).fill(undefined);
  bindPositional(definition, parameters, args, positionalCount, bound, boundTo);
  if (keywords !== null) bindKeywords(definition, parameters, args, keywords, positionalCount, bound, boundTo);
  checkComplete(definition, parameters, bound, boundTo);
  for (let index = 0; index < parameters.length; index++) {
    const parameter = parameters[index];
    if (parameter.kind === 'varargs' || parameter.kind === 'varkeywords')
      bound[index] ??= parameter.kind === 'varargs' ? [] : new Map();
    else if (bound[index] === undefined) bound[index] = missingArgument(definition, parameters, index, boundTo);
    else if (parameter.converter !== null)
      bound[index] = converterNamed(parameter.converter)(bound[index] as Value, definition, index);
  }
  return bound;
}

/** Whether all arguments are there is known before any of them is converted. */
function checkComplete(
  definition: BuiltinDefinition,
  parameters: readonly Parameter[],
  bound: readonly unknown[],
  boundTo: Value | undefined,
): void {
  for (let index = 0; index < parameters.length; index++) {
    const { kind, defaultText } = parameters[index];
    if (bound[index] !== undefined || defaultText !== null || kind === 'varargs' || kind === 'varkeywords') continue;
    missingArgument(definition, parameters, index, boundTo);
  }
}

/** As CPython, more arguments than parameters are an error before any of them is looked at. */
function checkTotal(
  definition: BuiltinDefinition,
  parameters: readonly Parameter[],
  total: number,
  positionalCount: number,
): void {
  if (total <= parameters.length || total === positionalCount) return;
  const { self } = countText(definition, parameters);
  const taker = takerOfKeywords(definition);
  if (taker !== definition.name) {
    // A wrong number of positional arguments is found first.
    if (positionalCount > 1) return;
    const named = parameters.filter(isNamed).length;
    throw error('TypeError', `${taker}() takes at most ${named} keyword arguments (${total - positionalCount} given)`);
  }
  if (!parameters.slice(self).some(isNamed) || parameters.some((parameter) => parameter.kind.startsWith('var'))) return;
  const all = parameters.length - self;
  const kind = positionalCount === self ? 'keyword ' : '';
  throw error(
    'TypeError',
    `${definition.called} takes at most ${all} ${kind}argument${all === 1 ? '' : 's'} (${total - self} given)`,
  );
}

/** A required argument that is missing is reported before one that is given twice, and both before a keyword that is not known. */
function checkMissing(
  definition: BuiltinDefinition,
  parameters: readonly Parameter[],
  bound: readonly unknown[],
  boundTo: Value | undefined,
): void {
  const takesKeywords = parameters.slice(countText(definition, parameters).self).some(isNamed);
  parameters.forEach((parameter, index) => {
    if (!isPositional(parameter) || parameter.defaultText !== null || bound[index] !== undefined) return;
    const isChecked = takesKeywords || takerOfKeywords(definition) !== definition.name;
    if (isChecked) missingArgument(definition, parameters, index, boundTo);
  });
}

function isByName(parameter: Parameter): boolean {
  return isNamed(parameter) || parameter.kind === 'varkeywords';
}

function bindPositional(
  definition: BuiltinDefinition,
  parameters: readonly Parameter[],
  args: readonly Value[],
  count: number,
  bound: unknown[],
  boundTo: Value | undefined,
): void {
  let index = 0;
  for (; index < parameters.length && index < count && isPositional(parameters[index]); index++)
    bound[index] = args[index];
  if (index === count) return;
  const rest = parameters.findIndex((parameter) => parameter.kind === 'varargs');
  if (rest < 0) throw tooManyArguments(definition, parameters, count, args[0], boundTo);
  bound[rest] = args.slice(index, count);
}

function bindKeywords(
  definition: BuiltinDefinition,
  parameters: readonly Parameter[],
  args: readonly Value[],
  keywords: readonly string[],
  first: number,
  bound: unknown[],
  boundTo: Value | undefined,
): void {
  const extra = parameters.findIndex((parameter) => parameter.kind === 'varkeywords');
  const self = selfCount(definition);
  /** Parameters that have their argument already, and the first keyword that names none. */
  const twice: number[] = [];
  let unknown: string | undefined;
  keywords.forEach((keyword, offset) => {
    const value = args[first + offset];
    const index = parameters.findIndex(
      (parameter, place) => place >= self && parameter.name === keyword && isNamed(parameter),
    );
    if (index >= 0) {
      if (bound[index] === undefined) bound[index] = value;
      else twice.push(index);
    } else if (extra >= 0) {
      if (!definition.takesOddKeywords) refuseOdd(keyword);
      bound[extra] ??= new Map<string, Value>();
      (bound[extra] as Map<string, Value>).set(keyword, value);
    } else unknown ??= keyword;
  });
  if (twice.length === 0 && unknown === undefined) return;
  checkMissing(definition, parameters, bound, boundTo);
  if (twice.length > 0) throw givenTwice(definition, parameters, Math.min(...twice), self);
  definition.beforeKeywords?.(args.slice(0, first));
  throw unexpectedKeyword(definition, parameters, unknown as string, args[0], boundTo);
}

function givenTwice(
  definition: BuiltinDefinition,
  parameters: readonly Parameter[],
  index: number,
  self: number,
): Value & object {
  const { name } = parameters[index];
  return error(
    'TypeError',
    `argument for ${definition.called} given by name ('${name}') and position (${index + 1 - self})`,
  );
}

/** Number of parameters without self, which CPython's texts do not count. */
function countText(
  definition: BuiltinDefinition,
  parameters: readonly Parameter[],
): { min: number; max: number; self: number } {
  const self = selfCount(definition);
  const positional = parameters.filter(isPositional);
  return {
    min: positional.filter((parameter) => parameter.defaultText === null).length - self,
    max: positional.length - self,
    self,
  };
}

function tooManyArguments(
  definition: BuiltinDefinition,
  parameters: readonly Parameter[],
  count: number,
  first: Value,
  boundTo: Value | undefined,
): Value & object {
  const { min, max, self } = countText(definition, parameters);
  const given = count - self;
  const { name } = definition;
  if (definition.qualified !== null && max === 0 && parameters.length === self)
    return error('TypeError', `${qualifiedFor(definition, first, boundTo)}() takes no arguments (${given} given)`);
  if (isSingleArgument(definition, parameters))
    return error(
      'TypeError',
      `${qualifiedFor(definition, first, boundTo)}() takes exactly one argument (${given} given)`,
    );
  if (parameters.every((parameter) => parameter.kind === 'positional') || takerOfKeywords(definition) !== name) {
    if (definition.isNameless) return wrongCount(min === max ? 'exactly' : 'at most', max, given);
    const bound = min === max ? `${max}` : `at most ${max}`;
    return error('TypeError', `${name} expected ${bound} argument${max === 1 ? '' : 's'}, got ${given}`);
  }
  const all = parameters.length - self;
  if (given > all && parameters.every(({ kind }) => kind !== 'varkeywords'))
    return error(
      'TypeError',
      `${definition.called} takes at most ${all} argument${all === 1 ? '' : 's'} (${given} given)`,
    );
  if (max === 0) return error('TypeError', `${definition.called} takes no positional arguments`);
  const bound = min === max ? 'exactly' : 'at most';
  return error(
    'TypeError',
    `${definition.called} takes ${bound} ${max} positional argument${max === 1 ? '' : 's'} (${given} given)`,
  );
}

function wrongCount(bound: string, count: number, given: number): Value & object {
  return error('TypeError', `function takes ${bound} ${count} argument${count === 1 ? '' : 's'} (${given} given)`);
}

/** Methods that are wrappers of slots in CPython, which take their arguments from a tuple. */
const SLOT_WRAPPERS: ReadonlySet<string> = new Set(['__buffer__', '__release_buffer__']);

/** A method or function of one positional argument, which C calls without a tuple. */
function isSingleArgument(definition: BuiltinDefinition, parameters: readonly Parameter[]): boolean {
  const { min, max, self } = countText(definition, parameters);
  return (
    definition.qualified !== null &&
    min === 1 &&
    max === 1 &&
    parameters.length === self + 1 &&
    parameters[self].kind === 'positional' &&
    !SLOT_WRAPPERS.has(definition.name)
  );
}

/** A nameless one that takes no keywords and not exactly one argument, or none: C calls it with a tuple. */
function takesTuple(definition: BuiltinDefinition, parameters: readonly Parameter[]): boolean {
  return (
    definition.isNameless &&
    !isSingleArgument(definition, parameters) &&
    parameters.length > countText(definition, parameters).self
  );
}

function unexpectedKeyword(
  definition: BuiltinDefinition,
  parameters: readonly Parameter[],
  keyword: string,
  first: Value,
  boundTo: Value | undefined,
): Value & object {
  const { self } = countText(definition, parameters);
  if (!parameters.slice(self).some(isNamed)) {
    const name =
      boundTo !== undefined && takesTuple(definition, parameters)
        ? definition.name
        : qualifiedFor(definition, first, boundTo);
    return error('TypeError', `${name}() takes no keyword arguments`);
  }
  if (isOdd(keyword)) return error('TypeError', ODD_KEYWORDS_TEXT);
  if (definition.isNameless) return error('TypeError', `this function got an unexpected keyword argument '${keyword}'`);
  const names = parameters.filter(isNamed).map((parameter) => parameter.name);
  return error('TypeError', unexpectedKeywordText(takerOfKeywords(definition), keyword, names));
}

/** A bound method is named after the class of its object, or after the object if that is a class; so is a class method. */
function qualifiedFor(
  { qualified, name, signatureText }: BuiltinDefinition,
  first: Value | undefined,
  boundTo: Value | undefined,
): string {
  if (qualified === null) return name;
  if (boundTo !== undefined) return `${(boundTo instanceof PyType ? boundTo : typeOf(boundTo)).qualname}.${name}`;
  return first instanceof PyType && signatureText.startsWith(`${name}(cls`) ? `${first.qualname}.${name}` : qualified;
}

/** `sorted` unpacks its one argument by itself and hands the keywords to `list.sort`: errors show it. */
function takerOfKeywords(definition: BuiltinDefinition): string {
  return definition.qualified === 'sorted' ? 'sort' : definition.name;
}

function missingArgument(
  definition: BuiltinDefinition,
  parameters: readonly Parameter[],
  index: number,
  boundTo: Value | undefined,
): unknown {
  const parameter = parameters[index];
  if (parameter.defaultText !== null) return defaultValue(parameter);
  const { min, max, self } = countText(definition, parameters);
  const name = definition.name;
  const given = index - self;
  if (index < self) throw error('TypeError', `unbound method ${definition.qualified ?? name}() needs an argument`);
  if (isSingleArgument(definition, parameters))
    throw error(
      'TypeError',
      `${qualifiedFor(definition, undefined, boundTo)}() takes exactly one argument (${given} given)`,
    );
  if (parameter.kind === 'positional') {
    if (parameters.some(isNamed) && takerOfKeywords(definition) === name) {
      const least =
        parameters.filter(({ kind, defaultText }) => kind === 'positional' && defaultText === null).length - self;
      const bound = least === max ? 'exactly' : 'at least';
      throw error(
        'TypeError',
        `${definition.called} takes ${bound} ${least} positional argument${least === 1 ? '' : 's'} (${given} given)`,
      );
    }
    const isExact = min === max && parameters.every(({ kind }) => kind !== 'varargs');
    if (definition.isNameless) throw wrongCount(isExact ? 'exactly' : 'at least', min, given);
    const bound = isExact ? `${min}` : `at least ${min}`;
    throw error('TypeError', `${name} expected ${bound} argument${min === 1 ? '' : 's'}, got ${given}`);
  }
  throw error(
    'TypeError',
    `${definition.called} missing required argument '${parameter.name}' (pos ${index + 1 - self})`,
  );
}
