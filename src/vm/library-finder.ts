/**
 * Finds modules of the standard library in its image, without looking at a file system: the entry of `sys.path_importer_cache` for the
 * library's folder. Loaders are importlib's own SourceFileLoader, with the code taken from the image.
 */
import { raise } from '../objspace/exception.ts';
import { BuiltinDefinition, PyBuiltinFunction } from '../objspace/gateway/builtin-function.ts';
import { builtinType } from '../objspace/gateway/builtin-type.ts';
import { EXIT, PyObject, type Result, type Value } from '../objspace/object.ts';
import { call } from '../objspace/operations.ts';
import { isText, textOf } from '../objspace/types/str/str.ts';
import { objectType } from '../objspace/types/object.ts';
import { PyList } from '../objspace/types/list/list.ts';
import type { PyModule } from '../objspace/types/module.ts';
import { PyTuple } from '../objspace/types/tuple.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { runCode } from '../interpreter/call.ts';
import { PyCode } from '../interpreter/py-code.ts';
import { PyBytes } from '../objspace/types/bytes/bytes.ts';
import { noteOpening } from './import-time.ts';
import type { Interpreter } from './interpreter.ts';

/** Finds in one folder of the library: `folder` is '' for the library itself, 'json/' for a package in it. */
export class PyLibraryFinder extends PyObject {
  readonly interpreter: Interpreter;
  readonly folder: string;

  constructor(interpreter: Interpreter, folder: string) {
    super();
    this.interpreter = interpreter;
    this.folder = folder;
  }
}

function findSpec(self: PyLibraryFinder, fullname: string): Result {
  const { library } = self.interpreter;
  const base = self.folder + fullname.slice(fullname.lastIndexOf('.') + 1);
  if (library.has(`${base}/__init__.py`))
    return specFor(self, fullname, `${base}/__init__.py`, `${library.folder}/${base}`);
  if (library.has(`${base}.py`)) return specFor(self, fullname, `${base}.py`, undefined);
  return null;
}

const MODULE_FILE = /^(\w+)(\.py|\/__init__\.py)$/;

/** What `pkgutil` lists: names in order, each with whether it is a package. */
function modulesOf({ folder, interpreter }: PyLibraryFinder, prefix: string): PyList {
  const modules = new Map<string, boolean>();
  for (const path of interpreter.library.paths()) {
    const [, name, ending] = (path.startsWith(folder) && MODULE_FILE.exec(path.slice(folder.length))) || [];
    if (name !== undefined && name !== '__init__') modules.set(name, ending !== '.py' || modules.get(name) === true);
  }
  const names = [...modules.keys()].sort();
  return PyList.of(names.map((name) => new PyTuple([`${prefix}${name}`, modules.get(name)!]) as Value));
}

function specFor(self: PyLibraryFinder, fullname: string, path: string, packageFolder: string | undefined): Result {
  const { interpreter } = self;
  const file = `${interpreter.library.folder}/${path}`;
  const cls = loaderClass(interpreter);
  const loader = cls === EXIT ? EXIT : call(cls as Value, [fullname, file]);
  if (loader === EXIT) return EXIT;
  const external = externalImportlib(interpreter);
  const make = external.dict.getStr('spec_from_file_location') as Value;
  const locations = packageFolder === undefined ? null : (PyList.of([packageFolder]) as Value);
  return call(make, [fullname, file, loader as Value, locations], ['loader', 'submodule_search_locations']);
}

/** importlib's own module of loaders: `sys.modules` may say something else. */
export function externalImportlib(interpreter: Interpreter): PyModule {
  return interpreter.importlib!.dict.getStr('_bootstrap_external') as unknown as PyModule;
}

const loaderClasses = new WeakMap<Interpreter, Value>();

/** `class LibraryLoader(SourceFileLoader)`: Python code, since it extends a class of importlib. */
const LOADER_SOURCE = `
class LibraryLoader(SourceFileLoader):
    """Loads modules of the standard library from its precompiled image."""

    def get_code(self, fullname):
        code = _library_code(self.path)
        return super().get_code(fullname) if code is None else code

    def get_data(self, path):
        data = _library_data(path)
        return super().get_data(path) if data is None else data
`;

/** EXIT if the program is interrupted meanwhile. */
function loaderClass(interpreter: Interpreter): Result {
  const known = loaderClasses.get(interpreter);
  if (known !== undefined) return known;
  const external = externalImportlib(interpreter);
  const globals = new PyDict();
  globals.setStr('__name__', '_frozen_importlib_external');
  globals.setStr('__builtins__', interpreter.builtins);
  globals.setStr('SourceFileLoader', external.dict.getStr('SourceFileLoader') as Value);
  globals.setStr(
    '_library_code',
    hostFunction('_library_code(path, /)', (path) => libraryCode(interpreter, path)),
  );
  globals.setStr(
    '_library_data',
    hostFunction('_library_data(path, /)', (path) => libraryData(interpreter, path)),
  );
  const code = interpreter.compiler.compile(LOADER_SOURCE, '<frozen library loader>', 'exec', 0, 0);
  if (runCode(code, globals, interpreter.builtins, globals, []) === EXIT) return EXIT;
  const cls = globals.getStr('LibraryLoader') as Value;
  loaderClasses.set(interpreter, cls);
  return cls;
}

function hostFunction(signature: string, body: (argument: Value) => Result): Value {
  return new PyBuiltinFunction(new BuiltinDefinition(signature, '', body), undefined, null);
}

function pathInLibrary(interpreter: Interpreter, path: Value): string | undefined {
  const prefix = `${interpreter.library.folder}/`;
  const text = isText(path) ? textOf(path) : '';
  return text.startsWith(prefix) ? text.slice(prefix.length) : undefined;
}

function libraryCode(interpreter: Interpreter, path: Value): Result {
  const inside = pathInLibrary(interpreter, path);
  const code =
    inside === undefined || interpreter.options.optimize > 0 ? undefined : interpreter.library.codeOf(inside);
  if (code === undefined) return null;
  noteOpening();
  return PyCode.of(code);
}

/** Sources of a host without files. */
function libraryData(interpreter: Interpreter, path: Value): Result {
  const inside = pathInLibrary(interpreter, path);
  const source = inside === undefined ? undefined : interpreter.library.sourceOf(inside);
  return source === undefined ? null : (new PyBytes(new TextEncoder().encode(source)) as Value);
}

export const libraryFinderType = builtinType<PyLibraryFinder>('LibraryFinder', {
  base: objectType,
  layout: PyLibraryFinder,
  module: '_typhon',
  isBaseType: false,
  doc: 'Finds modules of the standard library.',
  slots: { repr: (self: PyLibraryFinder) => `LibraryFinder('${self.interpreter.library.folder}/${self.folder}')` },
  define(type) {
    type.method(
      'find_spec(self, fullname, target=None)',
      'Return the spec of a module of the library, or None.',
      (self, fullname) => findSpec(self, textOf(fullname)),
    );
    type.method(
      "iter_modules(self, prefix: text = '')",
      'Return the modules that are found here, as pkgutil wants them.',
      (self, prefix) => modulesOf(self, prefix) as Value,
    );
    type.method('invalidate_caches(self, /)', 'Nothing is cached.', () => null);
    type.getset('path', null, (self) => `${self.interpreter.library.folder}/${self.folder}`.replace(/\/$/, ''));
  },
});

/** The path hook: takes the library's folder and those of its packages. */
export function libraryHook(interpreter: Interpreter): Value {
  return hostFunction('library_hook(path, /)', (path) => {
    const { folder } = interpreter.library;
    const text = isText(path) ? textOf(path) : '';
    if (text === folder) return new PyLibraryFinder(interpreter, '') as Value;
    const inside = pathInLibrary(interpreter, path);
    if (
      inside === undefined ||
      inside.startsWith('site-packages') ||
      !interpreter.library.has(`${inside}/__init__.py`)
    ) {
      return raise('ImportError', 'not in the standard library');
    }
    return new PyLibraryFinder(interpreter, `${inside}/`) as Value;
  });
}
