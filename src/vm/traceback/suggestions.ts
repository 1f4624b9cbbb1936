/** "Did you mean": names near to the one that was not found, for NameError, AttributeError and ImportError. */
import type { Frame } from '../../interpreter/frame.ts';
import { frameLocals, readVariable } from '../../interpreter/locals.ts';
import type { PyTraceback } from '../../interpreter/traceback.ts';
import { STDLIB_NAMES } from '../../modules/sys/stdlib-names.ts';
import { findAttribute, getAttribute, hasAttribute } from '../../objspace/attributes.ts';
import { exceptionTypes, isInFlight, type PyBaseException } from '../../objspace/exception.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { call, getItem, itemsOf } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import { typeOf } from '../../objspace/type.ts';
import { fieldOf } from '../../objspace/types/exceptions/base.ts';
import { isText, textOf } from '../../objspace/types/str/str.ts';
import { nearestName } from '../../util/edit-distance.ts';

/** What `.` is followed by in the message: a better name, or a module to import. */
export function suggestionText(exception: PyBaseException): string {
  const type = exception.shape.type;
  const isImport = type.isSubtypeOf(exceptionTypes['ImportError']);
  const isName = type.isSubtypeOf(exceptionTypes['NameError']);
  if (!isImport && !isName && !type.isSubtypeOf(exceptionTypes['AttributeError'])) return '';
  const wrong = fieldOf(exception, isImport ? 'name_from' : 'name');
  if (!isText(wrong)) return '';
  const name = textOf(wrong);
  const suggestion = suggest(exception, name);
  let text = suggestion === undefined ? '' : `. Did you mean: '${suggestion}'?`;
  if (isName && STDLIB_NAMES.includes(name)) {
    text +=
      suggestion === undefined ? `. Did you forget to import '${name}'?` : ` Or did you forget to import '${name}'?`;
  }
  return text;
}

/** Looking for candidates runs Python code: its errors only mean that there is nothing to suggest. */
function suggest(exception: PyBaseException, name: string): string | undefined {
  const type = exception.shape.type;
  const frame = innermostFrame(exception.traceback as PyTraceback | null);
  let candidates: readonly string[] | string | undefined;
  if (type.isSubtypeOf(exceptionTypes['AttributeError']))
    candidates = attributeCandidates(fieldOf(exception, 'obj'), name, frame);
  else if (type.isSubtypeOf(exceptionTypes['ImportError']))
    candidates = moduleCandidates(fieldOf(exception, 'name'), name);
  else candidates = frame === undefined ? undefined : nameCandidates(frame, name);
  state.exception = null;
  if (candidates === undefined || typeof candidates === 'string') return candidates;
  return nearestName(name, candidates);
}

function innermostFrame(traceback: PyTraceback | null): Frame | undefined {
  let link = traceback;
  while (link !== null && link.next !== null) link = link.next;
  return link === null ? undefined : link.frame;
}

const visible = (names: readonly string[], name: string): readonly string[] =>
  name.startsWith('_') ? names : names.filter((candidate) => !candidate.startsWith('_'));

function attributeCandidates(object: Value, name: string, frame: Frame | undefined): readonly string[] | undefined {
  const names = directoryOf(object);
  if (names === undefined) return undefined;
  // Inside a method, private names of the object are nothing to hide.
  const isOwn = frame !== undefined && localOf(frame, 'self') === object;
  return isOwn ? names : visible(names, name);
}

function moduleCandidates(moduleName: Value, name: string): readonly string[] | undefined {
  const importer = state.interpreter.builtins.getStr('__import__');
  const module = importer === undefined ? EXIT : call(importer, [moduleName]);
  const names = module === EXIT ? undefined : directoryOf(module as Value);
  return names === undefined ? undefined : visible(names, name);
}

/** `object.__dir__()`, sorted; of a class, what its metaclass lists. */
function directoryOf(object: Value): readonly string[] | undefined {
  const method = getAttribute(object, '__dir__');
  let listed: Result = method === EXIT ? EXIT : call(method as Value, []);
  if (listed === EXIT && isInFlight('TypeError')) {
    state.exception = null;
    const own = findAttribute(typeOf(object), '__dir__');
    listed = own === undefined || own === EXIT ? EXIT : call(own as Value, [object]);
  }
  const items = listed === EXIT ? EXIT : itemsOf(listed as Value);
  if (items === EXIT) return undefined;
  return (items as Value[]).filter(isText).map(textOf).sort(byCodePoints);
}

function byCodePoints(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A local variable of the frame, whatever keeps it. */
function localOf(frame: Frame, name: string): Value | undefined {
  if (frame.namespace === null) return readVariable(frame, name);
  const value = getItem(frame.namespace, name);
  if (value !== EXIT) return value as Value;
  state.exception = null;
  return undefined;
}

/** All names that the frame sees; or the answer itself, where the name is an attribute of `self`. */
function nameCandidates(frame: Frame, name: string): readonly string[] | string | undefined {
  const locals = frameLocals(frame);
  const localNames = locals === EXIT ? EXIT : itemsOf(locals as Value);
  if (localNames === EXIT) return undefined;
  const self = localOf(frame, 'self');
  if (self !== undefined) {
    if (hasAttribute(self, name) === true) return `self.${name}`;
    state.exception = null;
  }
  const names = (localNames as Value[]).filter(isText).map(textOf);
  return [...names, ...frame.globals.strKeys(), ...frame.builtins.strKeys()];
}
