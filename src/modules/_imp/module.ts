/**
 * `_imp`: what importlib asks of the interpreter. Frozen modules are named in vm/frozen-modules.ts;
 * everything else of the library comes from a directory of `sys.path` (vm/library.ts).
 */
import { caught, newException, raise, raiseObject, raiseTypeError, swallow } from '../../objspace/exception.ts';
import { getAttribute } from '../../objspace/attributes.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { argumentName, typeName } from '../../objspace/operations.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { isText, strFromText, textOf } from '../../objspace/types/str/str.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { state } from '../../objspace/state.ts';
import { MarshalReader } from '../marshal/reader.ts';
import { PyCode } from '../../interpreter/py-code.ts';
import { services } from '../../interpreter/services.ts';
import { sipHash } from '../../util/sip-hash.ts';
import { bytesOf } from '../../objspace/buffer.ts';
import { perInterpreter } from '../../objspace/per-interpreter.ts';

function createBuiltin(spec: Value): Result {
  const name = getAttribute(spec, 'name');
  if (name === EXIT) return EXIT;
  if (!isText(name as Value)) return raiseTypeError(`name must be string, not ${typeName(name as Value)}`);
  const module = services().createBuiltinModule(textOf(name as Value));
  return module === undefined ? null : module;
}

function raiseImport(message: string, name: string): Result {
  const exception = newException('ImportError', message);
  exception.fields = new Map<string, Value>([
    ['msg', strFromText(message)],
    ['name', strFromText(name)],
  ]);
  return raiseObject(exception);
}

function frozenError(name: string): Result {
  return raiseImport(`No such frozen object named '${name}'`, name);
}

/** A code object out of the bytes of a frozen module. */
function frozenObject(name: string, source: Value): Result {
  const data = bytesOf(source);
  if (data === EXIT) {
    if (!swallow('TypeError')) return EXIT;
    return raiseTypeError(`get_frozen_object() argument 2 must be bytes, not ${argumentName(source)}`);
  }
  const code = unmarshalled((data as { data: Uint8Array }).data);
  if (code === EXIT) return raiseImport(`Frozen object named '${name}' is invalid`, name);
  return code instanceof PyCode ? code : raiseTypeError(`frozen object '${name}' is not a code object`);
}

/** What the bytes hold, or EXIT without an exception. */
function unmarshalled(data: Uint8Array): Value | Exit {
  try {
    return new MarshalReader(data, true).read();
  } catch (thrown) {
    caught(thrown);
    state.exception = null;
    return EXIT;
  }
}

function setFilename(code: PyCode['code'], path: string): void {
  (code as { filename: string }).filename = path;
  for (const constant of code.constants)
    if (constant !== null && typeof constant === 'object' && 'words' in constant)
      setFilename(constant as PyCode['code'], path);
}

/** importlib's import lock is reentrant; with one thread it is only counted. */
const importLock = perInterpreter(() => ({ depth: 0 }));

export const _imp = builtinModule(
  '_imp',
  '(Extremely) low-level import machinery bits as used by importlib.',
  (module) => {
    module.constant('check_hash_based_pycs', 'default');
    module.constant('pyc_magic_number_token', services().bytecodeMagic);
    module.function(
      'extension_suffixes()',
      'Returns the list of file suffixes used to identify extension modules.',
      () => PyList.of([]) as Value,
    );
    module.function(
      'lock_held()',
      'Return True if the import lock is currently held, else False.\n\nOn platforms without threads, return False.',
      () => importLock().depth > 0,
    );
    module.function(
      'acquire_lock()',
      "Acquires the interpreter's import lock for the current thread.\n\nThis lock should be used by import hooks to ensure thread-safety when importing\nmodules. On platforms without threads, this function does nothing.",
      () => {
        importLock().depth++;
        return null;
      },
    );
    module.function(
      'release_lock()',
      "Release the interpreter's import lock.\n\nOn platforms without threads, this function does nothing.",
      () => {
        if (importLock().depth === 0) return raise('RuntimeError', 'not holding the import lock');
        importLock().depth--;
        return null;
      },
    );
    module.function(
      'is_builtin(name, /)',
      'Returns True if the module name corresponds to a built-in module.',
      (name) => {
        if (!isText(name)) return raiseTypeError(`is_builtin() argument must be str, not ${argumentName(name)}`);
        const text = textOf(name);
        if (text === 'sys' || text === 'builtins') return -1;
        return services().isBuiltinModule(text) ? 1 : 0;
      },
    );
    module.function('create_builtin(spec, /)', 'Create an extension module.', createBuiltin);
    module.function('exec_builtin(mod, /)', 'Initialize a built-in module.', () => 0);
    module.function('create_dynamic(spec, file=<absent>, /)', 'Create an extension module.', () =>
      raise('ImportError', 'extension modules are machine code, which Typhon cannot load'),
    );
    module.function('exec_dynamic(mod, /)', 'Initialize an extension module.', () => 0);
    module.function(
      'is_frozen(name: text, /)',
      'Returns True if the module name corresponds to a frozen module.',
      (name) => services().frozenOrigin(name) !== undefined,
    );
    module.function(
      'is_frozen_package(name: text, /)',
      'Returns True if the module name is of a frozen package.',
      (name) => {
        return services().frozenOrigin(name) === undefined ? frozenError(name) : false;
      },
    );
    module.function(
      'find_frozen(name: text, /, *, withdata=False)',
      'Return info about the corresponding frozen module (if there is one) or None.',
      (name) => {
        const origin = services().frozenOrigin(name);
        return origin === undefined ? null : (new PyTuple([null, false, origin]) as Value);
      },
    );
    module.function(
      'get_frozen_object(name: text, data=None, /)',
      'Create a code object for a frozen module.',
      (name, data) => {
        if (data !== null) return frozenObject(name, data);
        const code = services().frozenCode(name);
        return code === undefined ? frozenError(name) : PyCode.of(code);
      },
    );
    module.function('init_frozen(name, /)', 'Initializes a frozen module.', () => null);
    module.function(
      '_frozen_module_names()',
      'Returns the list of available frozen modules.',
      () => PyList.of([...services().frozenNames()]) as Value,
    );
    module.function(
      '_override_frozen_modules_for_tests(override: index, /)',
      '(internal-only) Override PyConfig.use_frozen_modules.\n\n(-1: "off", 1: "on", 0: no override)\nSee frozen_modules() in Lib/test/support/import_helper.py.',
      (override) => {
        services().frozenOverride = Number(override);
        return null;
      },
    );
    module.function(
      '_override_multi_interp_extensions_check(override, /)',
      '(internal-only) Override PyInterpreterConfig.check_multi_interp_extensions.',
      () => 0,
    );
    module.function(
      '_fix_co_filename(code, path, /)',
      'Changes code.co_filename to specify the passed-in file path.',
      (code, path) => {
        if (code instanceof PyCode && isText(path)) setFilename(code.code, textOf(path));
        return null;
      },
    );
    module.function(
      'source_hash(key: int, source)',
      'Return the hash of a source, for hash-based pycs.',
      (key, source) => {
        const data = bytesOf(source);
        if (data === EXIT) return EXIT;
        return new PyBytes(sipHash(BigInt(key), (data as { data: Uint8Array }).data)) as Value;
      },
    );
  },
);
