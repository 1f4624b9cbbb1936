/** The child processes of an interpreter that nobody has waited for yet. */
import type { ChildProcess } from '../host/processes.ts';
import { services } from './services.ts';

const children = new WeakMap<object, Map<number, ChildProcess>>();

/** Children by their process ids. */
export function childProcesses(): Map<number, ChildProcess> {
  let found = children.get(services());
  if (found === undefined) {
    found = new Map();
    children.set(services(), found);
  }
  return found;
}
