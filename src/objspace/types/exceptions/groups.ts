/** `BaseExceptionGroup` and `ExceptionGroup` (PEP 654): making, splitting and deriving groups. */
import { worked } from '../../../util/work.ts';
import './simple.ts';
import { genericGetAttribute, getAttribute } from '../../attributes.ts';
import { exceptionTypes, PyBaseException, raiseTypeError, raiseValueError } from '../../exception.ts';
import { builtinType } from '../../gateway/builtin-type.ts';
import { EXIT, type Exit, type Result, type Value } from '../../object.ts';
import { argumentName, call, isTrue, itemsOf, repr, str, typeName } from '../../operations.ts';
import { PyType, typeOf } from '../../type.ts';
import { GenericAlias } from '../generic-alias.ts';
import { PyList } from '../list/list.ts';
import { concatAll, isText, textOf, unwrap } from '../str/text.ts';
import { PyTuple } from '../tuple.ts';
import { exceptionAttribute, exceptionInit, fieldOf, newInstance } from './base.ts';
import { declareExtended } from './declare.ts';

/** The exceptions in a group. */
export function exceptionsOf(group: PyBaseException): readonly PyBaseException[] {
  const items = group.fields?.get('exceptions');
  return items instanceof PyTuple ? (items.items as readonly PyBaseException[]) : [];
}

export function isGroup(value: Value): value is PyBaseException {
  return value instanceof PyBaseException && value.shape.type.isSubtypeOf(baseExceptionGroupType);
}

// ── Construction ─────────────────────────────────────────────────────────────────────────────────────────────────

/** The nested exceptions, checked. */
/** Work of looking at an exception. */
const ITEM_WORK = 2;

function nestedExceptions(value: Value): PyBaseException[] | Exit {
  const type = typeOf(value);
  if (type.slots.getItem === undefined || type.pattern === 'mapping')
    return raiseTypeError('second argument (exceptions) must be a sequence');
  const items = itemsOf(value);
  if (items === EXIT) return EXIT;
  if ((items as Value[]).length === 0)
    return raiseValueError('second argument (exceptions) must be a non-empty sequence');
  for (const [index, item] of (items as Value[]).entries()) {
    worked(ITEM_WORK);
    if (!(item instanceof PyBaseException))
      return raiseValueError(`Item ${index} of second argument (exceptions) is not an exception`);
  }
  return items as PyBaseException[];
}

/** BaseExceptionGroup of ordinary exceptions becomes an ExceptionGroup; an ExceptionGroup takes no others. */
function groupClass(cls: PyType, nested: readonly PyBaseException[]): PyType | Exit {
  const exceptionType = exceptionTypes['Exception'];
  const allOrdinary = nested.every((item) => {
    worked(ITEM_WORK);
    return item.shape.type.isSubtypeOf(exceptionType);
  });
  if (cls === baseExceptionGroupType) return allOrdinary ? exceptionGroupType : cls;
  if (allOrdinary || !cls.isSubtypeOf(exceptionType)) return cls;
  if (cls === exceptionGroupType) return raiseTypeError('Cannot nest BaseExceptions in an ExceptionGroup');
  return raiseTypeError(`Cannot nest BaseExceptions in '${cls.name}'`);
}

function groupNew(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  const positional = keywords === null ? args : args.slice(0, args.length - keywords.length);
  if (positional.length !== 2)
    return raiseTypeError(`BaseExceptionGroup.__new__() takes exactly 2 arguments (${positional.length} given)`);
  const [message, sequence] = positional;
  if (!isText(message))
    return raiseTypeError(`BaseExceptionGroup.__new__() argument 1 must be str, not ${argumentName(message)}`);
  const nested = nestedExceptions(sequence);
  if (nested === EXIT) return EXIT;
  const chosen = groupClass(cls, nested as PyBaseException[]);
  if (chosen === EXIT) return EXIT;
  const group = makeGroup(chosen as PyType, positional, message, nested as PyBaseException[]);
  return keepText(group, sequence);
}

/** Sequences that are neither lists nor tuples are shown as they are when the group is made. */
function keepText(group: PyBaseException, sequence: Value): Result {
  if (sequence instanceof PyList || sequence instanceof PyTuple) return group;
  const text = repr(sequence);
  if (text === EXIT) return EXIT;
  group.fields!.set(SHOWN, text as Value);
  return group;
}

const SHOWN = 'exceptions as given';

function makeGroup(
  cls: PyType,
  args: readonly Value[],
  message: Value,
  nested: readonly PyBaseException[],
): PyBaseException {
  const group = newInstance(cls, args);
  group.fields = new Map<string, Value>([
    ['message', message],
    ['exceptions', new PyTuple(nested) as Value],
  ]);
  return group;
}

function groupInit(self: PyBaseException, args: Value[], keywords: readonly string[] | null): true | Exit {
  if (keywords !== null) return raiseTypeError(`${typeName(self)}() takes no keyword arguments`);
  return exceptionInit(self, args, null);
}

/** A group for host code, of the right class. `exceptions` is not empty. */
export function newExceptionGroup(message: Value, exceptions: readonly PyBaseException[]): PyBaseException {
  return makeGroup(
    groupClass(baseExceptionGroupType, exceptions) as PyType,
    [message, PyList.of([...exceptions])],
    message,
    exceptions,
  );
}

/** The group in which `except*` hands over an exception that is none. */
export function groupOfOne(exception: PyBaseException): PyBaseException {
  const exceptions = [exception];
  return makeGroup(
    groupClass(baseExceptionGroupType, exceptions) as PyType,
    ['', new PyTuple(exceptions) as Value],
    '',
    exceptions,
  );
}

// ── Text ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function groupStr(self: PyBaseException): Result {
  const message = str(fieldOf(self, 'message'));
  if (message === EXIT) return EXIT;
  const count = exceptionsOf(self).length;
  return concatAll([unwrap(message as Value), ` (${count} sub-exception${count === 1 ? '' : 's'})`]);
}

/**
 * The sequence is shown as it was given: a list as a list of what is in the group, whatever became of it since. That it was a list is
 * known from the arguments as long as they are the usual two.
 */
function groupRepr(self: PyBaseException): Result {
  const message = repr(fieldOf(self, 'message'));
  if (message === EXIT) return EXIT;
  const isList = self.args.length === 2 && self.args[1] instanceof PyList;
  const nested = exceptionsOf(self);
  const kept = self.fields?.get(SHOWN);
  const shown = kept !== undefined ? kept : repr(isList ? PyList.of([...nested]) : (new PyTuple(nested) as Value));
  return shown === EXIT ? EXIT : `${typeOf(self).name}(${textOf(message as Value)}, ${textOf(shown as Value)})`;
}

// ── Splitting ────────────────────────────────────────────────────────────────────────────────────────────────────

type Matcher = (exception: PyBaseException) => boolean | Exit;

function isExceptionClass(value: Value): value is PyType {
  return value instanceof PyType && value.isSubtypeOf(exceptionTypes['BaseException']);
}

/** What `split` and `subgroup` take: an exception type, a tuple of them, or a callable. */
function matcherOf(value: Value): Matcher | Exit {
  if (isExceptionClass(value)) return (exception) => exception.shape.type.isSubtypeOf(value);
  if (value instanceof PyTuple && value.items.every(isExceptionClass)) {
    const types = value.items as readonly PyType[];
    return (exception) => types.some((type) => exception.shape.type.isSubtypeOf(type));
  }
  if (!(value instanceof PyType) && typeOf(value).slots.call !== undefined) {
    return (exception) => {
      const result = call(value, [exception]);
      return result === EXIT ? EXIT : isTrue(result as Value);
    };
  }
  return raiseTypeError('expected an exception type, a tuple of exception types, or a callable (other than a class)');
}

interface Split {
  match: PyBaseException | null;
  rest: PyBaseException | null;
}

/** Splits recursively; groups on the way are derived anew with what falls to either side. `wantsRest` saves deriving it. */
function split(exception: PyBaseException, matches: Matcher, wantsRest: boolean): Split | Exit {
  const whole = matches(exception);
  if (whole === EXIT) return EXIT;
  if (whole) return { match: exception, rest: null };
  if (!isGroup(exception)) return { match: null, rest: exception };
  const matched: PyBaseException[] = [];
  const remaining: PyBaseException[] = [];
  for (const nested of exceptionsOf(exception)) {
    const parts = split(nested, matches, wantsRest);
    if (parts === EXIT) return EXIT;
    const { match, rest } = parts as Split;
    if (match !== null) matched.push(match);
    if (rest !== null) remaining.push(rest);
  }
  const match = derived(exception, matched);
  if (match === EXIT) return EXIT;
  const rest = wantsRest ? derived(exception, remaining) : null;
  return rest === EXIT ? EXIT : { match: match as PyBaseException | null, rest: rest as PyBaseException | null };
}

/** A group like `group` with other contents; null for none. Traceback, chain and notes are the original's. */
export function derived(group: PyBaseException, exceptions: readonly PyBaseException[]): PyBaseException | null | Exit {
  if (exceptions.length === 0) return null;
  const method = getAttribute(group, 'derive');
  if (method === EXIT) return EXIT;
  const made = call(method as Value, [PyList.of([...exceptions])]);
  if (made === EXIT) return EXIT;
  if (!isGroup(made as Value)) return raiseTypeError('derive must return an instance of BaseExceptionGroup');
  const result = made as PyBaseException;
  result.traceback = group.traceback;
  result.context = group.context;
  result.cause = group.cause;
  result.suppressContext = true;
  return copyNotes(group, result);
}

function copyNotes(from: PyBaseException, to: PyBaseException): PyBaseException | Exit {
  const notes = exceptionAttribute(from, '__notes__');
  if (notes === undefined || typeOf(notes).slots.getItem === undefined) return to;
  const items = itemsOf(notes);
  if (items === EXIT) return EXIT;
  return typeOf(to).slots.setAttribute!(to, '__notes__', PyList.of(items as Value[])) === EXIT ? EXIT : to;
}

/** The part of a group with the given leaves; null for none. */
export function subgroupOf(group: PyBaseException, leaves: ReadonlySet<Value>): PyBaseException | null | Exit {
  const parts = split(group, (exception) => !isGroup(exception) && leaves.has(exception), false);
  return parts === EXIT ? EXIT : (parts as Split).match;
}

export const baseExceptionGroupType: PyType = declareExtended(
  'BaseExceptionGroup',
  exceptionTypes['BaseException'],
  'A combination of multiple unrelated exceptions.',
  { new: groupNew, init: groupInit, str: groupStr, repr: groupRepr },
  (type) => {
    type.member('message', 'exception message', (self) => fieldOf(self, 'message'));
    type.member('exceptions', 'nested exceptions', (self) => fieldOf(self, 'exceptions'));
    type.classMethod(
      '__class_getitem__(cls, object, /)',
      'Exception groups are generic over the type of their contained exceptions',
      (cls, item) => new GenericAlias(cls, item),
    );
    type.method('derive(self, excs, /)', null, (self, exceptions) =>
      call(baseExceptionGroupType, [fieldOf(self, 'message'), exceptions]),
    );
    type.method('split(self, matcher_value, /)', null, (self, condition) => {
      const matcher = matcherOf(condition);
      const parts = matcher === EXIT ? EXIT : split(self, matcher as Matcher, true);
      return parts === EXIT ? EXIT : (new PyTuple([(parts as Split).match, (parts as Split).rest]) as Value);
    });
    type.method('subgroup(self, matcher_value, /)', null, (self, condition) => {
      const matcher = matcherOf(condition);
      const parts = matcher === EXIT ? EXIT : split(self, matcher as Matcher, false);
      return parts === EXIT ? EXIT : (parts as Split).match;
    });
  },
);

/** Both `BaseExceptionGroup` and `Exception`. */
export const exceptionGroupType: PyType = builtinType<PyBaseException>('ExceptionGroup', {
  base: baseExceptionGroupType,
  slots: { getAttribute: genericGetAttribute },
});
exceptionGroupType.bases = [baseExceptionGroupType, exceptionTypes['Exception']];
exceptionGroupType.mro = [
  exceptionGroupType,
  baseExceptionGroupType,
  exceptionTypes['Exception'],
  ...exceptionTypes['BaseException'].mro,
];
exceptionTypes['ExceptionGroup'] = exceptionGroupType;
