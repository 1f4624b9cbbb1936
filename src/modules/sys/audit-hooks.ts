/** `sys.addaudithook` and `sys.audit`: the hooks of an interpreter, which can be added but not taken away. */
import { instruments } from '../../interpreter/instruments.ts';
import { callObserver } from '../../interpreter/tracing.ts';
import { auditor, isRefused, setAuditor } from '../../objspace/audit.ts';
import { findAttribute } from '../../objspace/attributes.ts';
import { textForC } from '../../objspace/codecs.ts';
import { raiseTypeError, swallow } from '../../objspace/exception.ts';
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { argumentName, isTrue } from '../../objspace/operations.ts';
import { interpreterParts } from '../../objspace/per-interpreter.ts';
import { state } from '../../objspace/state.ts';
import { isText } from '../../objspace/types/str/str.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';

let hooks: Value[] = [];

interpreterParts.push({
  take: () => {
    const taken = hooks;
    hooks = [];
    setAuditor(undefined);
    return taken;
  },
  give: (given) => {
    hooks = given as Value[];
    setAuditor(hooks.length === 0 ? undefined : tellHooks);
  },
});

/** An exception in flight stays, unless a hook raises another. */
function tellHooks(event: string, args: readonly Value[]): true | Exit {
  const pending = state.exception;
  state.exception = null;
  const told = new PyTuple([...args]) as Value;
  for (const hook of hooks) if (tell(hook, event, told) === EXIT) return EXIT;
  state.exception = pending;
  return true;
}

function tell(hook: Value, event: string, args: Value): true | Exit {
  const mark = findAttribute(hook, '__cantrace__');
  const isTraced = mark === undefined || mark === EXIT ? mark : isTrue(mark as Value);
  if (isTraced === EXIT) return EXIT;
  // The observer that a hook is for trace functions is not observed, unless it asks for it.
  if (isTraced === true) instruments.suspended--;
  const result = callObserver(hook, [event, args]);
  if (isTraced === true) instruments.suspended++;
  return result === EXIT ? EXIT : true;
}

function addAuditHook(hook: Value): Result {
  if (isRefused('sys.addaudithook')) return swallow('Exception') ? null : EXIT;
  hooks.push(hook);
  setAuditor(tellHooks);
  return null;
}

export function defineAuditHooks(module: ModuleBuilder): void {
  module.function(
    'audit(event=<required>, /, *args)',
    'Passes the event to any hooks that are attached.',
    (event, args) => {
      if (event === undefined) return raiseTypeError('audit expected at least 1 argument, got 0');
      if (!isText(event)) return raiseTypeError(`audit() argument 1 must be str, not ${argumentName(event)}`);
      const name = textForC(event);
      if (name === EXIT) return EXIT;
      return auditor !== undefined && auditor(name as string, args) === EXIT ? EXIT : null;
    },
  );
  module.function('addaudithook(hook)', 'Adds a new audit hook callback.', addAuditHook);
}
