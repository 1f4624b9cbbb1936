/** `os.sysconf`: limits and sizes of the system, those that programs ask for. */
import { raiseErrno } from '../../interpreter/host-errors.ts';
import { services } from '../../interpreter/services.ts';
import { orThrow, raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import type { Result, Value } from '../../objspace/object.ts';
import { intArgument } from '../../objspace/types/bytes/allocate.ts';
import { typeOf } from '../../objspace/type.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { isText, textOf } from '../../objspace/types/str/str.ts';

/** name -> Linux's number for it. */
const NAMES: ReadonlyMap<string, number> = new Map([
  ['SC_ARG_MAX', 0],
  ['SC_CLK_TCK', 2],
  ['SC_NGROUPS_MAX', 3],
  ['SC_OPEN_MAX', 4],
  ['SC_PAGESIZE', 30],
  ['SC_PAGE_SIZE', 30],
  ['SC_IOV_MAX', 60],
  ['SC_NPROCESSORS_CONF', 83],
  ['SC_NPROCESSORS_ONLN', 84],
]);

const LIMITS: ReadonlyMap<number, number> = new Map([
  [0, 2097152],
  [2, 100],
  [3, 65536],
  [4, 1024],
  [30, 4096],
  [60, 1024],
]);

function numberOf(name: Value): number | undefined {
  return isText(name) ? NAMES.get(textOf(name)) : (orThrow(intArgument(name)) as number);
}

function sysconf(name: Value): Result {
  if (!isText(name) && typeOf(name).slots.index === undefined)
    return raiseTypeError('configuration names must be strings or integers');
  const number = numberOf(name);
  if (number === undefined) return raiseValueError('unrecognized configuration name');
  if (number === 83 || number === 84) return services().host.system.cpuCount;
  return LIMITS.get(number) ?? raiseErrno('EINVAL');
}

export function defineSysconf(module: ModuleBuilder): void {
  const names = new PyDict();
  for (const [name, number] of NAMES) names.setStr(name, number);
  module.constant('sysconf_names', names);
  module.function('sysconf(name, /)', 'Return an integer-valued system configuration variable.', sysconf);
}
