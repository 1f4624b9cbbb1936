/**
 * Binds the arguments of a call to the parameters of a Python function, into the registers of its new frame, with CPython's errors.
 *
 * Registers of parameters: positional ones, keyword-only ones, then `*args`, then `**kwargs`: the order of co_varnames.
 */
import { state } from '../objspace/state.ts';
import { CO_VARARGS, CO_VARKEYWORDS, type Code } from '../bytecode/code.ts';
import { caught, raiseTypeError } from '../objspace/exception.ts';
import { unexpectedKeywordText } from '../objspace/gateway/keyword-hint.ts';
import { EXIT, type Exit, type Value } from '../objspace/object.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import type { PyFunction } from '../objspace/types/function.ts';
import { emptyTuple, PyTuple } from '../objspace/types/tuple.ts';
import { STRIDE, worked } from '../util/work.ts';

/** Where the parameters of a call get their values: a frame, or what stands for one. */
export interface Parameters {
  readonly code: Code;
  readonly registers: (Value | undefined)[];
}

/** What `*args` gets. */
export function restOf(args: readonly Value[], from: number, to: number): Value {
  return (from < to ? new PyTuple(args.slice(from, to)) : emptyTuple) as Value;
}

/** The last `keywords.length` of `args` are keyword arguments. */
export function bindArguments(
  fn: PyFunction,
  frame: Parameters,
  args: readonly Value[],
  keywords: readonly string[] | null,
): true | Exit {
  const code = frame.code;
  const registers = frame.registers;
  const given = keywords === null ? args.length : args.length - keywords.length;
  const copied = Math.min(given, code.argcount);
  for (let index = 0; index < copied; index++) registers[index] = args[index];
  const total = code.argcount + code.kwonlyargcount;
  const hasVarArgs = (code.flags & CO_VARARGS) !== 0;
  const hasVarKeywords = (code.flags & CO_VARKEYWORDS) !== 0;
  if (hasVarArgs) registers[total] = restOf(args, copied, given);
  const extra = hasVarKeywords ? new PyDict() : null;
  if (extra !== null) registers[total + (hasVarArgs ? 1 : 0)] = extra as Value;
  if (keywords !== null) {
    const fit = bindKeywords(fn, frame, args, keywords, given, extra);
    if (fit !== true) return fit === EXIT ? EXIT : keywordError(fn, code, keywords, args);
  }
  if (given > code.argcount && !hasVarArgs) return tooManyPositional(fn, frame, given);
  return fillDefaults(fn, frame, given);
}

/** Fewer keywords are not counted, and the work of entering one. */
const MANY_KEYWORDS = 64;
const ENTERING = 8;

/** Looks for interruptions on behalf of callers that catch nothing. */
function reported(units: number): true | Exit {
  try {
    worked(units);
    return true;
  } catch (thrown) {
    return caught(thrown);
  }
}

/** False if a keyword fits no parameter or one that has a value. */
function bindKeywords(
  _fn: PyFunction,
  frame: Parameters,
  args: readonly Value[],
  keywords: readonly string[],
  given: number,
  extra: PyDict | null,
): boolean | Exit {
  const { varnames, posonlyargcount, argcount, kwonlyargcount } = frame.code;
  const registers = frame.registers;
  for (let index = 0; index < keywords.length; index++) {
    const keyword = keywords[index];
    const value = args[given + index];
    let parameter = posonlyargcount;
    const end = argcount + kwonlyargcount;
    while (parameter < end && varnames[parameter] !== keyword) parameter++;
    if (parameter < end) {
      if (registers[parameter] !== undefined) return false;
      registers[parameter] = value;
    } else if (extra === null || extra.hasStr(keyword)) return false;
    else extra.setStr(keyword, value);
    if ((index & (STRIDE - 1)) === STRIDE - 1 && reported(STRIDE * ENTERING) === EXIT) return EXIT;
  }
  // A dictionary of so many is made: the callee looks for interruptions soon.
  if (keywords.length >= MANY_KEYWORDS) state.fuel -= keywords.length * ENTERING;
  return true;
}

/** The error of the first keyword that does not fit, found by binding again step by step. */
function keywordError(fn: PyFunction, code: Code, keywords: readonly string[], args: readonly Value[]): Exit {
  const { varnames, posonlyargcount, argcount, kwonlyargcount } = code;
  const given = args.length - keywords.length;
  // The name of a positional-only parameter may be a keyword for `**kwargs`.
  const seen = new Set(varnames.slice(posonlyargcount, Math.max(posonlyargcount, Math.min(given, argcount))));
  for (const keyword of keywords) {
    const index = varnames.indexOf(keyword);
    const isParameter = index >= posonlyargcount && index < argcount + kwonlyargcount;
    if (isParameter && !seen.has(keyword)) seen.add(keyword);
    else if (isParameter) return raiseTypeError(`${fn.qualname}() got multiple values for argument '${keyword}'`);
    else if ((code.flags & CO_VARKEYWORDS) !== 0) {
      if (seen.has(keyword))
        return raiseTypeError(`${fn.qualname}() got multiple values for keyword argument '${keyword}'`);
      seen.add(keyword);
    } else {
      const positionalOnly = keywords.filter(
        (name) => varnames.indexOf(name) >= 0 && varnames.indexOf(name) < posonlyargcount,
      );
      if (positionalOnly.length > 0) {
        return raiseTypeError(
          `${fn.qualname}() got some positional-only arguments passed as keyword arguments: '${positionalOnly.join(', ')}'`,
        );
      }
      return unexpectedKeyword(fn, code, keyword);
    }
  }
  return raiseTypeError(`${fn.qualname}() got multiple values for keyword argument '${keywords[0]}'`);
}

function unexpectedKeyword(fn: PyFunction, code: Code, keyword: string): Exit {
  const candidates = code.varnames.slice(code.posonlyargcount, code.argcount + code.kwonlyargcount);
  return raiseTypeError(unexpectedKeywordText(fn.qualname, keyword, candidates));
}

function tooManyPositional(fn: PyFunction, frame: Parameters, given: number): Exit {
  const { argcount, kwonlyargcount } = frame.code;
  const defaults = fn.defaults === null ? 0 : fn.defaults.length;
  const plural = defaults > 0 || argcount !== 1;
  const takes = defaults > 0 ? `from ${argcount - defaults} to ${argcount}` : `${argcount}`;
  let keywordGiven = 0;
  for (let index = argcount; index < argcount + kwonlyargcount; index++)
    if (frame.registers[index] !== undefined) keywordGiven++;
  const extra =
    keywordGiven > 0
      ? ` positional argument${given !== 1 ? 's' : ''} (and ${keywordGiven} keyword-only argument${keywordGiven !== 1 ? 's' : ''})`
      : '';
  const verb = given === 1 && extra === '' ? 'was' : 'were';
  return raiseTypeError(
    `${fn.qualname}() takes ${takes} positional argument${plural ? 's' : ''} but ${given}${extra} ${verb} given`,
  );
}

function fillDefaults(fn: PyFunction, frame: Parameters, given: number): true | Exit {
  const { argcount, kwonlyargcount } = frame.code;
  const registers = frame.registers;
  if (given < argcount) {
    const defaults = fn.defaults;
    const firstDefault = argcount - (defaults === null ? 0 : defaults.length);
    let missing = false;
    for (let index = given; index < argcount; index++) {
      if (registers[index] !== undefined) continue;
      if (index < firstDefault) missing = true;
      else registers[index] = defaults![index - firstDefault];
    }
    if (missing) return missingArguments(fn, frame, 0, firstDefault, 'positional');
  }
  if (kwonlyargcount === 0) return true;
  let missing = false;
  for (let index = argcount; index < argcount + kwonlyargcount; index++) {
    if (registers[index] !== undefined) continue;
    const value = fn.keywordDefaults?.getStr(frame.code.varnames[index]);
    if (value === undefined) missing = true;
    else registers[index] = value;
  }
  return missing ? missingArguments(fn, frame, argcount, argcount + kwonlyargcount, 'keyword-only') : true;
}

function missingArguments(fn: PyFunction, frame: Parameters, start: number, end: number, kind: string): Exit {
  const names: string[] = [];
  for (let index = start; index < end; index++)
    if (frame.registers[index] === undefined) names.push(`'${frame.code.varnames[index]}'`);
  const plural = names.length === 1 ? '' : 's';
  return raiseTypeError(
    `${fn.qualname}() missing ${names.length} required ${kind} argument${plural}: ${joinNames(names)}`,
  );
}

/** 'a', 'b', and 'c' */
function joinNames(names: readonly string[]): string {
  if (names.length === 1) return names[0];
  if (names.length === 2) return `${names[0]} and ${names[1]}`;
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`;
}
