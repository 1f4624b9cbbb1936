/**
 * Files that hide a module: a program that is called `random.py` and imports `random` finds itself. Errors about names that such a module
 * does not have say so.
 */
import { findAttribute } from '../attributes.ts';
import { EXIT, type Exit, type Value } from '../object.ts';
import { contains, isTrue } from '../operations.ts';
import { state } from '../state.ts';
import { typeOf } from '../type.ts';
import { isText, textOf } from './str/text.ts';

/** What the specification of a module tells about an import that went wrong. */
export interface ImportSituation {
  /** The file it was loaded from. */
  readonly origin: string | undefined;
  readonly isInitializing: boolean;
  /** `(consider renaming ...)` where the file may hide another module. */
  readonly advice: string | undefined;
}

/** `name` is the module's `__name__`. */
export function importSituation(name: Value, spec: Value): ImportSituation | Exit {
  const origin = originOf(spec);
  const isPossible = origin !== undefined && isBesideProgram(origin);
  const isStandard = isPossible ? isStandardName(name) : false;
  if (isStandard === EXIT) return EXIT;
  const initializing = flag(spec, '_initializing');
  let advice: string | undefined;
  if (isStandard)
    advice =
      `(consider renaming '${origin}' since it has the same name as the standard library module named ` +
      `'${textOf(name)}' and prevents importing that standard library module)`;
  else if (isPossible && initializing)
    advice = `(consider renaming '${origin}' if it has the same name as a library you intended to import)`;
  return { origin, isInitializing: initializing, advice };
}

function originOf(spec: Value): string | undefined {
  if (!flag(spec, 'has_location')) return undefined;
  const origin = findAttribute(spec, 'origin');
  if (origin === EXIT) state.exception = null;
  return origin !== undefined && origin !== EXIT && isText(origin as Value) ? textOf(origin as Value) : undefined;
}

/** What cannot be asked for counts as false. */
function flag(spec: Value, name: string): boolean {
  const value = spec === null ? undefined : findAttribute(spec, name);
  const truth = value === undefined || value === EXIT ? value : isTrue(value as Value);
  if (truth === EXIT) state.exception = null;
  return truth === true;
}

/** Whether a file, or the package that it is the beginning of, is in the folder where the program looks first. */
function isBesideProgram(origin: string): boolean {
  const folder = folderOf(origin);
  const { scriptFolder } = state.interpreter;
  return scriptFolder === (/[\\/]__init__\.py$/.test(origin) ? folderOf(folder) : folder);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')));
}

function isStandardName(name: Value): boolean | Exit {
  const sys = state.interpreter.modules.getStr('sys');
  const names = sys === undefined ? undefined : findAttribute(sys, 'stdlib_module_names');
  if (names === EXIT) state.exception = null;
  if (names === undefined || names === EXIT || !/^(frozen)?set$/.test(typeOf(names as Value).name)) return false;
  return contains(names as Value, name);
}
