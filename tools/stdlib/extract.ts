/**
 * The standard library's sources, taken from the `pyodide` package and put right for Typhon.
 *
 * The package ships CPython's Lib as a zip file. What belongs to pyodide is left out; the few files that pyodide changed
 * are dropped, replaced or edited: one row per file with the reason (lib-python-patches/README.md says more).
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { readZip } from './zip.ts';

/** Folders and files of the archive that are pyodide's own. */
const LEFT_OUT: readonly string[] = [
  'pyodide/',
  '_pyodide/',
  'site-packages/',
  // Stubs that raise NotImplementedError where programs expect an ImportError if there is no TLS.
  '_ssl.py',
  'ssl.py',
  '_sysconfigdata__emscripten_wasm32-emscripten.py',
];

interface Edit {
  readonly path: string;
  readonly find: RegExp;
  readonly replacement: string;
}

/** Pieces of pyodide in files that are CPython's otherwise. Each must match exactly once. */
const EDITS: readonly Edit[] = [
  {
    // The advice to call pyodide.loadPackage hides CPython's own message.
    path: 'zoneinfo/_common.py',
    find: /^ {8}import sys\n {8}if "tzdata" not in sys\.modules:\n(?: {12}.*\n)+/m,
    replacement: '',
  },
  {
    // Code has instructions of Typhon's own.
    path: 'pdb.py',
    find: /^ {4}prev = None\n {4}for instr in dis\.get_instructions\(code\):\n(?: {8}.*\n)+/m,
    replacement:
      "    for instr in dis.get_instructions(code):\n        if instr.opname not in ('MAKE_CELL', 'RETURN_GENERATOR'):\n" +
      '            return instr.positions.lineno or code.co_firstlineno\n',
  },
  {
    path: 'dis.py',
    find: /(?<!_install\(globals\(\)\)\n\n)^def main\(args=None\):\n/m,
    replacement: 'from _typhon_dis import install as _install\n_install(globals())\n\ndef main(args=None):\n',
  },
  {
    // As the module in C does; a protocol that is no int would be compared with one.
    path: 'pickle.py',
    find: /^( {12}protocol = DEFAULT_PROTOCOL\n)( {8}if protocol < 0:\n)/m,
    replacement: '$1        protocol = range(protocol).stop\n$2',
  },
  {
    path: 're/_compiler.py',
    find: /^import _sre$/m,
    replacement: 'import _sre, _typhon_re',
  },
  {
    path: 're/_compiler.py',
    find: /^( {8}pattern = p\n)( {8}p = _parser\.parse\(p, flags\)\n)/m,
    replacement:
      '$1        if code := _typhon_re.code(p, flags, _EXTRA_CASES):\n            return _sre.compile(p, *code)\n$2',
  },
  {
    // Nothing else frees those that are finished, and closing each takes a task.
    path: 'asyncio/base_events.py',
    find: /^( {8}closing_agens = )list\(self\._asyncgens\)$/m,
    replacement: '$1[agen for agen in self._asyncgens if agen.ag_frame]',
  },
  {
    path: 'hashlib.py',
    find: /^ {4}from _hashlib import pbkdf2_hmac$/m,
    replacement: '    from _typhon_hashlib import pbkdf2_hmac',
  },
  {
    // The module `fcntl` is missing: `os` tells the size of a window, and `poll` whether there is input.
    path: '_pyrepl/unix_console.py',
    find: /^from fcntl import ioctl\n/m,
    replacement: '',
  },
  {
    path: '_pyrepl/unix_console.py',
    find: /^( {20}size = )ioctl\(.*\n((?: {16}.*\n){2} {16})height, width = struct\.unpack\(.*$/m,
    replacement: '$1os.get_terminal_size(self.input_fd)\n$2width, height = size',
  },
  {
    path: '_pyrepl/unix_console.py',
    find: /struct\.unpack\("i", ioctl\(.*$/m,
    replacement: '10000 if self.wait(0) else 0',
  },
  {
    // The library's finder has a path as importlib's has, but is no FileFinder.
    path: '_pyrepl/_module_completer.py',
    find: /\(isinstance\(module_info\.module_finder, FileFinder\)\n {16}and module_info\.module_finder\.path ==/,
    replacement: "(getattr(module_info.module_finder, 'path', None) ==",
  },
  {
    path: 'pickle.py',
    find: /^ {4}from _pickle import PickleBuffer$/m,
    replacement: '    from _typhon_pickle import PickleBuffer',
  },
];

const PATCHES = 'lib-python-patches';

/** Path below Lib -> contents, sorted by path. */
export function standardLibrary(): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const [path, contents] of readZip(readFileSync(archivePath()))) {
    if (path.endsWith('.py') && !LEFT_OUT.some((prefix) => path.startsWith(prefix))) files.set(path, contents);
  }
  for (const edit of EDITS) files.set(edit.path, applyEdit(edit, files.get(edit.path)));
  for (const path of pythonFiles(PATCHES)) files.set(path, readFileSync(join(PATCHES, path)));
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Writes the sources to a folder that is emptied first. */
export function extractTo(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, contents] of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, contents);
  }
}

function archivePath(): string {
  const require = createRequire(resolve('package.json'));
  return join(dirname(require.resolve('pyodide/package.json')), 'python_stdlib.zip');
}

function applyEdit({ path, find, replacement }: Edit, contents: Uint8Array | undefined): Uint8Array {
  const text = new TextDecoder().decode(contents);
  const edited = text.replace(find, replacement);
  if (edited === text || find.test(edited)) throw new Error(`${path}: the edit no longer fits`);
  return new TextEncoder().encode(edited);
}

function pythonFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.py'));
}
