/** Functions of `sys` that read and change settings, and small questions about the implementation. */
import { error, raise, raiseTypeError, raiseValueError, swallow } from '../../objspace/exception.ts';
import { sizeInFront } from '../../objspace/types/sizes.ts';
import { audit } from '../../objspace/audit.ts';
import { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { newModule } from '../../objspace/types/module.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, lookupSpecial, argumentName, typeName } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import { PyType, typeOf } from '../../objspace/type.ts';
import { namespaceChanged } from '../../objspace/types/type.ts';
import { normalize } from '../../objspace/types/int/arithmetic.ts';
import { intOf, isInt } from '../../objspace/types/int/int.ts';
import { PyFloat } from '../../objspace/types/float.ts';
import { structSequence } from '../../objspace/types/struct-sequence.ts';
import { coroutineSettings } from '../../interpreter/coroutine-settings.ts';
import { services } from '../../interpreter/services.ts';
import { perInterpreter } from '../../objspace/per-interpreter.ts';

function setMaxStrDigits(digits: number): Result {
  if (digits !== 0 && digits < 640) return raise('ValueError', 'maxdigits must be >= 640 or 0 for unlimited');
  state.interpreter.maxStrDigits = digits;
  return null;
}

/** What `__sizeof__` of the object gives. */
function givenSize(object: Value): number | bigint | Exit {
  const method = lookupSpecial(object, '__sizeof__');
  if (method === EXIT) return EXIT;
  if (method === undefined) return raiseTypeError(`Type ${typeName(object)} doesn't define __sizeof__`);
  const size = call(method as Value, []);
  if (size === EXIT) return EXIT;
  if (!isInt(size as Value)) return raiseTypeError('an integer is required');
  const number = intOf(size as never);
  if (BigInt.asIntN(64, BigInt(number)) === BigInt(number)) return number;
  return raise('OverflowError', 'Python int too large to convert to C ssize_t');
}

function sizeOf(object: Value, fallback: Value | undefined): Result {
  const size = givenSize(object);
  if (size === EXIT) return fallback !== undefined && swallow('TypeError') ? fallback : EXIT;
  const number = size as number | bigint;
  if (number < 0) return raiseValueError('__sizeof__() should return >= 0');
  return normalize(BigInt(number) + BigInt(sizeInFront(object)));
}

/** Strings of the host are compared by value: nothing needs interning. */
function intern(text: Value): Result {
  if (typeof text === 'string') return text;
  if (typeOf(text) !== typeOf(''))
    return raiseTypeError(
      typeOf(text).isSubtypeOf(typeOf(''))
        ? "can't intern " + typeName(text)
        : `intern() argument must be str, not ${argumentName(text)}`,
    );
  return text;
}

const asyncgenHooks = structSequence(
  'builtins.asyncgen_hooks',
  'asyncgen_hooks\n\nA named tuple providing information about asynchronous\ngenerators hooks.  The attributes are read only.',
  [
    ['firstiter', 'Hook to intercept first iteration'],
    ['finalizer', 'Hook to intercept finalization'],
  ],
);

function setAsyncgenHooks(first: Value | undefined, finalizer: Value | undefined): Result {
  for (const [name, hook] of [
    ['finalizer', finalizer],
    ['firstiter', first],
  ] as const) {
    if (hook !== undefined && hook !== null && typeOf(hook).slots.call === undefined) {
      return raiseTypeError(`callable ${name} expected, got ${typeName(hook)}`);
    }
  }
  if (finalizer !== undefined) audit('sys.set_asyncgen_hook_finalizer');
  if (first !== undefined) audit('sys.set_asyncgen_hook_firstiter');
  if (finalizer !== undefined) coroutineSettings().finalizer = finalizer;
  if (first !== undefined) coroutineSettings().firstIteration = first;
  return null;
}

const switching = perInterpreter(() => ({ interval: 0.005 }));

/** `sys._jit`: questions about the compiler of hot code. */
function jitModule(): Value {
  const module = newModule('sys._jit', null);
  const builder = new ModuleBuilder('sys._jit');
  builder.function(
    'is_available()',
    'Return True if the current Python executable supports JIT compilation, and False otherwise.',
    () => false,
  );
  builder.function(
    'is_enabled()',
    'Return True if JIT compilation is enabled for the current Python process (implies sys._jit.is_available()), and False otherwise.',
    () => false,
  );
  builder.function(
    'is_active()',
    'Return True if the topmost Python frame is currently executing JIT code (implies sys._jit.is_enabled()), and False otherwise.',
    () => false,
  );
  for (const [name, value] of builder.contents) module.dict.setStr(name, value);
  return module;
}

export function defineSettings(module: ModuleBuilder): void {
  module.constant('_jit', jitModule());
  module.function(
    'getdefaultencoding()',
    'Return the current default encoding used by the Unicode implementation.',
    () => 'utf-8',
  );
  module.function(
    'getfilesystemencoding()',
    'Return the encoding used to convert Unicode filenames to OS filenames.',
    () => 'utf-8',
  );
  module.function(
    'getfilesystemencodeerrors()',
    'Return the error mode used for Unicode to OS filename conversion.',
    () => 'surrogateescape',
  );
  module.function(
    'get_int_max_str_digits()',
    'Return the maximum string digits limit for non-binary int<->str conversions.',
    () => state.interpreter.maxStrDigits,
  );
  module.function(
    'set_int_max_str_digits(maxdigits: cint)',
    'Set the maximum string digits limit for non-binary int<->str conversions.',
    setMaxStrDigits,
  );
  module.function(
    '@getsizeof(object, default=<absent>)',
    'getsizeof(object [, default]) -> int\n\nReturn the size of object in bytes.',
    sizeOf,
  );
  module.function(
    'intern(string, /)',
    "``Intern'' the given string.\n\nThis enters the string in the (global) table of interned strings whose\npurpose is to speed up dictionary lookups. Return the string itself or\nthe previously interned string object with the same value.",
    intern,
  );
  module.function(
    '_is_interned(string, /)',
    'Return True if the given string is "interned".',
    (text) => typeof text === 'string',
  );
  module.function(
    '_is_immortal(op, /)',
    'Return True if the given object is "immortal" per PEP 683.',
    (object) => object === null || typeof object !== 'object',
  );
  module.function(
    '_is_gil_enabled()',
    'Return True if the GIL is currently enabled and False if the GIL is disabled.',
    () => true,
  );
  module.function('is_finalizing()', 'Return True if Python is exiting.', () => services().isFinalizing);
  module.function(
    'is_stack_trampoline_active()',
    'Return *True* if a stack profiler trampoline is active.',
    () => false,
  );
  module.function(
    'is_remote_debug_enabled()',
    'Return True if remote debugging is enabled, False otherwise.',
    () => false,
  );
  module.function('getallocatedblocks()', 'Return the number of memory blocks currently allocated.', () =>
    Math.floor((services().host.heapUsed() ?? 0) / 64),
  );
  module.function(
    'getswitchinterval()',
    'Return the current thread switch interval; see sys.setswitchinterval().',
    () => new PyFloat(switching().interval) as Value,
  );
  module.function(
    'setswitchinterval(interval: float, /)',
    'Set the ideal thread switching delay inside the Python interpreter.\n\nThe actual frequency of switching threads can be lower if the\ninterpreter executes long sequences of uninterruptible code\n(this is implementation-specific and workload-dependent).\n\nThe parameter must represent the desired switching delay in seconds\nA typical value is 0.005 (5 milliseconds).',
    (interval) => {
      if (interval <= 0) throw error('ValueError', 'switch interval must be strictly positive');
      switching().interval = interval;
      return null;
    },
  );
  module.function('_clear_internal_caches()', 'Clear all internal performance-related caches.', () => null);
  module.function(
    '_clear_type_descriptors(type, /)',
    "Private function for clearing certain descriptors from a type's dictionary.\n\nSee gh-135228 for context.",
    (type) => {
      if (!(type instanceof PyType))
        throw error('TypeError', `_clear_type_descriptors() argument must be type, not ${argumentName(type)}`);
      for (const name of ['__dict__', '__weakref__']) if (type.namespace.delete(name)) namespaceChanged(type, name);
      return null;
    },
  );
  module.function('_clear_type_cache()', 'Clear the internal type lookup cache.', () => null);
  module.function('_get_cpu_count_config()', 'Private function for getting PyConfig.cpu_count', () => -1);
  module.function(
    'get_asyncgen_hooks()',
    'Return the installed asynchronous generators hooks.\n\nThis returns a namedtuple of the form (firstiter, finalizer).',
    () => asyncgenHooks.make([coroutineSettings().firstIteration, coroutineSettings().finalizer]),
  );
  module.function(
    '@set_asyncgen_hooks(firstiter=<absent>, finalizer=<absent>)',
    'set_asyncgen_hooks([firstiter] [, finalizer])\n\nSet a finalizer for async generators objects.',
    setAsyncgenHooks,
  );
  module.nameless('set_asyncgen_hooks');
  module.function(
    'get_coroutine_origin_tracking_depth()',
    'Check status of origin tracking for coroutine objects in this thread.',
    () => coroutineSettings().originDepth,
  );
  module.function(
    'set_coroutine_origin_tracking_depth(depth: cint)',
    "Enable or disable origin tracking for coroutine objects in this thread.\n\nCoroutine objects will track 'depth' frames of traceback information\nabout where they came from, available in their cr_origin attribute.\n\nSet a depth of 0 to disable.",
    (depth) => {
      if (depth < 0) throw error('ValueError', 'depth must be >= 0');
      coroutineSettings().originDepth = depth;
      return null;
    },
  );
}
