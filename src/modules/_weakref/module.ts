/** `_weakref`: references, proxies, and what refers to an object. */
import { type Watcher, watchers } from '../../interpreter/safepoint.ts';
import { services } from '../../interpreter/services.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { raiseTypeError } from '../../objspace/exception.ts';
import { argumentName } from '../../objspace/operations.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { callableProxyType, proxyType } from '../../objspace/types/weakref-proxy.ts';
import { newProxy, referencesTo, referenceType } from '../../objspace/types/weakref.ts';
import { hasPendingCallbacks, passTurn, runPendingCallbacks } from '../../objspace/types/weak-callbacks.ts';
import { PyReference } from '../../objspace/types/weak-reference.ts';

function references(object: Value): Value[] {
  return object !== null && typeof object === 'object' ? referencesTo(object) : [];
}

/** Removes an entry whose value is a dead reference: it may have been replaced by a living one since. */
function removeDead(dict: Value, key: Value): Result {
  if (!(dict instanceof PyDict))
    return raiseTypeError(`_remove_dead_weakref() argument 1 must be dict, not ${argumentName(dict)}`);
  const value = dict.get(key);
  if (value === EXIT || value === undefined) return value === EXIT ? EXIT : null;
  if (!(value instanceof PyReference)) return raiseTypeError('not a weakref');
  if (value.deref() === undefined && dict.delete(key) === EXIT) return EXIT;
  return null;
}

// Callbacks run where programs can be interrupted.
const callbacks: Watcher = () => {
  passTurn(services().host.endTurn);
  runPendingCallbacks();
  return true;
};
callbacks.isPatient = true;
callbacks.passes = () => {
  passTurn(services().host.endTurn);
  return !hasPendingCallbacks();
};
watchers.push(callbacks);

export const _weakref = builtinModule('_weakref', 'Weak-reference support module.', (module) => {
  module.constant('ref', referenceType);
  module.constant('ReferenceType', referenceType);
  module.constant('ProxyType', proxyType);
  module.constant('CallableProxyType', callableProxyType);
  module.function(
    'getweakrefcount(object, /)',
    "Return the number of weak references to 'object'.",
    (object) => references(object).length,
  );
  module.function(
    'getweakrefs(object, /)',
    "Return a list of all weak reference objects pointing to 'object'.",
    (object) => PyList.of(references(object)),
  );
  module.function(
    'proxy(object, callback=None, /)',
    "Create a proxy object that weakly references 'object'.\n\n'callback', if given, is called with a reference to the\nproxy when 'object' is about to be finalized.",
    newProxy,
  );
  module.function(
    '_remove_dead_weakref(dct, key, /)',
    'Atomically remove key from dict if it points to a dead weakref.',
    removeDead,
  );
});
