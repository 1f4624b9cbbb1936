/**
 * Where the library and packages are: `sys.prefix` and its kin, `sys.platlibdir`, `sys.path`. The library is that of the package, unless
 * PYTHONHOME names a folder that has one: then its files are used.
 */
import { HostError } from '../host/host.ts';
import type { Value } from '../objspace/object.ts';
import { PyList } from '../objspace/types/list/list.ts';
import type { Interpreter } from './interpreter.ts';
import { RUNTIME_STATE, StartFailure } from './start-failure.ts';

const VERSIONED = 'python3.14';
const DEFAULT_PLATLIBDIR = 'lib';

interface Places {
  readonly prefix: string;
  readonly execPrefix: string;
  readonly platlibdir: string;
  readonly library: string;
}

/** A variable of the environment that is heard and not empty. */
function variable({ options, host }: Interpreter, name: string): string | undefined {
  const value = options.ignoreEnvironment ? undefined : host.environment.get(name);
  return value === '' ? undefined : value;
}

function delimiter({ host }: Interpreter): string {
  return host.system.osName === 'nt' ? ';' : ':';
}

function placesOf(interpreter: Interpreter): Places {
  const home = variable(interpreter, 'PYTHONHOME');
  const platlibdir = variable(interpreter, 'PYTHONPLATLIBDIR') ?? DEFAULT_PLATLIBDIR;
  if (home === undefined) {
    const library = interpreter.library.folder;
    const prefix = library.replace(/[\\/]lib[\\/]python[\d.]+$/, '');
    return { prefix, execPrefix: prefix, platlibdir, library };
  }
  const split = home.indexOf(delimiter(interpreter));
  const prefix = split < 0 ? home : home.slice(0, split);
  const execPrefix = split < 0 ? home : home.slice(split + 1);
  return {
    prefix,
    execPrefix,
    platlibdir,
    library: absolute(interpreter, `${prefix.replace(/\/$/, '')}/${platlibdir}/${VERSIONED}`),
  };
}

/** Before importlib runs; StartFailure where no library is. */
export function setPaths(interpreter: Interpreter): void {
  const { sys } = interpreter;
  const places = placesOf(interpreter);
  for (const name of ['prefix', 'base_prefix']) sys.setStr(name, places.prefix);
  for (const name of ['exec_prefix', 'base_exec_prefix']) sys.setStr(name, places.execPrefix);
  sys.setStr('platlibdir', places.platlibdir);
  sys.setStr('_stdlib_dir', places.library);
  sys.setStr('orig_argv', PyList.of([...interpreter.argv]) as Value);
  const extra = variable(interpreter, 'PYTHONPATH')?.split(delimiter(interpreter)) ?? [];
  const path = [...extra.map((entry) => absolute(interpreter, entry)), places.library];
  sys.setStr('path', PyList.of([...path]) as Value);
  if (places.library === interpreter.library.folder) return;
  if (!path.some((entry) => kindOf(interpreter, `${entry}/encodings/__init__.py`) === REGULAR))
    throw new StartFailure(NO_LIBRARY, describe(interpreter, places, path));
}

export function absolute(interpreter: Interpreter, path: string): string {
  if (path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path)) return path;
  const cwd = interpreter.host.files.cwd();
  return path === '' || path === '.' ? cwd : `${cwd.replace(/\/$/, '')}/${path.replace(/^\.\//, '')}`;
}

// ── Packages ─────────────────────────────────────────────────────────────────────────────────────────────────────

const FOLDER = 0o040000;
const REGULAR = 0o100000;
const NOTHING = 0;

/** The kind of a file in its mode's bits. */
function kindOf(interpreter: Interpreter, path: string): number {
  try {
    return interpreter.host.files.stat(path, true).mode & 0o170000;
  } catch (thrown) {
    if (thrown instanceof HostError) return NOTHING;
    throw thrown;
  }
}

/** Where packages are installed: beside the library, for the user, and in an environment made by venv. */
export function packageFolders(interpreter: Interpreter): string[] {
  const { host, options } = interpreter;
  const { prefix, execPrefix, platlibdir } = placesOf(interpreter);
  const roots = new Set([prefix, execPrefix].flatMap((root) => [`${root}/${platlibdir}`, `${root}/lib`]));
  const home = host.environment.get('HOME');
  if (!options.noUserSite && home !== undefined) roots.add(`${home}/.local/lib`);
  const folders = [...roots].map((root) => `${root}/${VERSIONED}/site-packages`);
  return folders.filter((folder) => kindOf(interpreter, folder) === FOLDER);
}

// ── No library ───────────────────────────────────────────────────────────────────────────────────────────────────

const NO_LIBRARY = `Failed to import encodings module\n${RUNTIME_STATE}\nModuleNotFoundError: No module named 'encodings'`;

/** What CPython tells of its settings then. */
function describe(interpreter: Interpreter, places: Places, path: readonly string[]): string {
  const { options, sys } = interpreter;
  const set = (name: string): string => quoted(variable(interpreter, name));
  const number = (condition: boolean): number => (condition ? 1 : 0);
  const executable = quoted(sys.getStr('executable') as string);
  return [
    'Python path configuration:',
    `PYTHONHOME = ${set('PYTHONHOME')}`,
    `PYTHONPATH = ${set('PYTHONPATH')}`,
    `program name = ${executable}`,
    `isolated = ${number(options.isolated)}`,
    `environment = ${number(!options.ignoreEnvironment)}`,
    `user site = ${number(!options.noUserSite)}`,
    `safe_path = ${number(options.safePath)}`,
    `import site = ${number(!options.noSite)}`,
    'is in build tree = 0',
    `stdlib dir = ${quoted(places.library)}`,
    'sys.path[0] = (not set)',
    `sys._base_executable = ${executable}`,
    `sys.base_prefix = ${quoted(places.prefix)}`,
    `sys.base_exec_prefix = ${quoted(places.execPrefix)}`,
    `sys.platlibdir = ${quoted(places.platlibdir)}`,
    `sys.executable = ${executable}`,
    `sys.prefix = ${quoted(places.prefix)}`,
    `sys.exec_prefix = ${quoted(places.execPrefix)}`,
    'sys.path = [',
    ...path.map((entry) => `  ${quoted(entry)},`),
    ']',
  ].join('\n  ');
}

function quoted(text: string | undefined): string {
  return text === undefined ? '(not set)' : `'${text}'`;
}
