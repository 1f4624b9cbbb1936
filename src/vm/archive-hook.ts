/**
 * The entry of `sys.path_hooks` for archives: `zipimport.zipimporter`, which is imported when the first path leads to a file or into one.
 */
import { HostError } from '../host/host.ts';
import { getAttribute } from '../objspace/attributes.ts';
import { raise } from '../objspace/exception.ts';
import { BuiltinDefinition, PyBuiltinFunction } from '../objspace/gateway/builtin-function.ts';
import { EXIT, type Result, type Value } from '../objspace/object.ts';
import { call } from '../objspace/operations.ts';
import { isText, textOf } from '../objspace/types/str/text.ts';
import { importByName } from './importer.ts';
import type { Interpreter } from './interpreter.ts';

const FILE_KIND = 0o170000;
const REGULAR = 0o100000;

/** Whether the path, or the part of it that exists, is a file. */
function leadsToFile(interpreter: Interpreter, path: string): boolean {
  for (let part = path; part !== ''; part = part.slice(0, Math.max(part.lastIndexOf('/'), 0))) {
    try {
      return (interpreter.host.files.stat(part, true).mode & FILE_KIND) === REGULAR;
    } catch (thrown) {
      if (!(thrown instanceof HostError)) throw thrown;
    }
  }
  return false;
}

function importerFor(interpreter: Interpreter, path: Value): Result {
  if (!isText(path) || !leadsToFile(interpreter, textOf(path))) return raise('ImportError', 'not a Zip file');
  const module = importByName('zipimport');
  const importer = module === EXIT ? EXIT : getAttribute(module as Value, 'zipimporter');
  return importer === EXIT ? EXIT : call(importer as Value, [path]);
}

export function archiveHook(interpreter: Interpreter): Value {
  const body = (path: Value): Result => importerFor(interpreter, path);
  return new PyBuiltinFunction(new BuiltinDefinition('archive_hook(path, /)', null, body), undefined, null);
}
