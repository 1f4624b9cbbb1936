/** Calls with keywords whose names are no str (objspace/gateway/odd-keywords.ts): who refuses them before anything else is looked at. */
import { exceptionTypes, raiseTypeError } from '../objspace/exception.ts';
import { type BuiltinDefinition, PyBuiltinFunction, PyMethodDescriptor } from '../objspace/gateway/builtin-function.ts';
import { ODD_KEYWORDS_TEXT } from '../objspace/gateway/odd-keywords.ts';
import { EXIT, type Exit, type Value } from '../objspace/object.ts';
import { isAdapter } from '../objspace/slot-wrappers.ts';
import { PyType, typeOf } from '../objspace/type.ts';
import { PyFunction, PyMethod } from '../objspace/types/function.ts';
import { objectType } from '../objspace/types/object.ts';
import { typeType } from '../objspace/types/type.ts';

/** What CPython calls with a vector of arguments, for which the names are put into a tuple of strings. */
const VECTOR_TYPES: ReadonlySet<string> = new Set(
  'bool dict enumerate filter float frozenset int list map range reversed set str super tuple type'.split(' '),
);
/** Exceptions with arguments of their own are called as other classes are. */
const OTHER_EXCEPTIONS: ReadonlySet<string> = new Set(
  (
    'BaseExceptionGroup ExceptionGroup StopIteration SystemExit ImportError ModuleNotFoundError OSError AttributeError NameError ' +
    'UnboundLocalError SyntaxError IndentationError TabError MemoryError UnicodeEncodeError UnicodeDecodeError UnicodeTranslateError'
  ).split(' '),
);
const VECTOR_OBJECTS: ReadonlySet<string> = new Set(
  ['functools.partial', 'functools._lru_cache_wrapper'].concat(
    ['itemgetter', 'attrgetter', 'methodcaller'].map((name) => `operator.${name}`),
  ),
);
/** Functions that get a tuple and a dictionary. */
const DICTIONARY_FUNCTIONS: ReadonlySet<string> = new Set([
  'str.format',
  'dict.update',
  'OrderedDict.update',
  'sys.getsizeof',
  'vars',
  'dir',
]);
const DICTIONARY_METHODS: ReadonlySet<string> = new Set(['__new__', '__replace__']);

/** EXIT for a callee that refuses such keywords, with its error; the others get them. */
export function allowOdd(callee: Value, args: Value[], keywords: readonly string[]): true | Exit {
  if (callee instanceof PyType && failsBefore(callee, args, keywords)) return EXIT;
  return isRefused(callee) ? raiseTypeError(ODD_KEYWORDS_TEXT) : true;
}

function isRefused(callee: Value): boolean {
  if (callee instanceof PyFunction || callee instanceof PyMethod || callee instanceof PyMethodDescriptor) return true;
  if (callee instanceof PyBuiltinFunction) return !takesDictionary(callee.definition);
  if (callee instanceof PyType) return isRefusedByClass(callee);
  const type = typeOf(callee);
  return isAdapter(type.slots.call) || VECTOR_OBJECTS.has(`${type.module}.${type.name}`);
}

function takesDictionary({ name, qualified }: BuiltinDefinition): boolean {
  return DICTIONARY_METHODS.has(name) || DICTIONARY_FUNCTIONS.has(qualified ?? name);
}

function isRefusedByClass(cls: PyType): boolean {
  if (isAdapter(typeOf(cls).slots.call) || isAdapter(cls.slots.new)) return true;
  // Nodes of syntax trees have a builtin method.
  if (isAdapter(cls.slots.init)) return !(cls.lookup('__init__') instanceof PyMethodDescriptor);
  if (cls.isHeapType || cls.module !== 'builtins') return false;
  if (VECTOR_TYPES.has(cls.name)) return true;
  return cls.isSubtypeOf(exceptionTypes['BaseException']) && !OTHER_EXCEPTIONS.has(cls.name);
}

/** Whether a builtin `__new__` raises an error before a Python `__init__` is called. */
function failsBefore(cls: PyType, args: Value[], keywords: readonly string[]): boolean {
  const { slots } = cls;
  if (!isAdapter(slots.init) || isAdapter(slots.new) || typeOf(cls).slots.call !== typeType.slots.call) return false;
  return slots.new !== undefined && slots.new !== objectType.slots.new && slots.new(cls, args, keywords) === EXIT;
}
