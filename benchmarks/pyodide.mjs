/**
 * Runs a Python script in Pyodide under Node, as `python3` would: the command of the peer Pyodide in the benchmark run.
 *
 *   node benchmarks/pyodide.mjs SCRIPT.py ARGUMENTS...
 */
import { loadPyodide, version } from 'pyodide';

const [script, ...args] = process.argv.slice(2);
if (script === '-V') {
  console.log(`Pyodide ${version}`);
  process.exit(0);
}

const MOUNT = '/repository';
const pyodide = await loadPyodide({ args: [script, ...args], stdout: (line) => console.log(line) });
pyodide.FS.mkdir(MOUNT);
pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: process.cwd() }, MOUNT);
pyodide.FS.chdir(MOUNT);
pyodide.globals.set('script_arguments', pyodide.toPy([script, ...args]));
await pyodide.runPythonAsync(`
import runpy, sys
sys.argv = list(script_arguments)
del globals()["script_arguments"]
runpy.run_path(sys.argv[0], run_name="__main__")
`);
