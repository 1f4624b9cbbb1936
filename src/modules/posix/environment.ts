/** The environment that child processes inherit: the program's first, with what `os.environ` changed since. Per interpreter. */
import { services } from '../../interpreter/services.ts';

const environments = new WeakMap<object, Map<string, string>>();

export function currentEnvironment(): Map<string, string> {
  let found = environments.get(services());
  if (found === undefined) {
    found = new Map(services().host.environment);
    environments.set(services(), found);
  }
  return found;
}
