/**
 * Audit events (PEP 578): what a program is about to do, told to the hooks of `sys.addaudithook`, which may refuse by raising. An event
 * costs one test as long as there is no hook.
 */
import { Dependents } from './dependents.ts';
import { orThrow } from './exception.ts';
import { EXIT, type Exit, type Value } from './object.ts';

/** Calls the hooks (modules/sys/audit-hooks.ts). */
type Auditor = (event: string, args: readonly Value[]) => true | Exit;

/** `undefined` as long as the current interpreter has no hook. */
export let auditor: Auditor | undefined;

/** Compiled code that relies on nobody being told. */
export const unaudited: Dependents = new Dependents();

export function setAuditor(next: Auditor | undefined): void {
  const isFirst = auditor === undefined && next !== undefined;
  auditor = next;
  if (isFirst) unaudited.invalidate('an audit hook was added');
}

/** Whether a hook has refused: its exception is in flight. */
export function isRefused(event: string, ...args: Value[]): boolean {
  return auditor !== undefined && auditor(event, args) === EXIT;
}

/** In bodies of builtins: throws what a hook raises. */
export function audit(event: string, ...args: Value[]): void {
  if (auditor !== undefined) orThrow(auditor(event, args));
}
