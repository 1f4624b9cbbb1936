/**
 * `resource`: limits and use of the process. The limits are those that the system shows of itself (/proc/self/limits; none where there is
 * no such file) and cannot be changed; of what was used, a host knows the time and the memory. https://docs.python.org/3.14/library/resource.html
 */
import { raiseErrno } from '../../interpreter/host-errors.ts';
import { audit } from '../../objspace/audit.ts';
import { services } from '../../interpreter/services.ts';
import { error, exceptionTypes, orThrow, raise, raiseValueError } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import type { Result, Value } from '../../objspace/object.ts';
import { itemsOf, toInt } from '../../objspace/operations.ts';
import { PyFloat } from '../../objspace/types/float-object.ts';
import { structSequence } from '../../objspace/types/struct-sequence.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { readSystemFile } from '../pwd/database.ts';

/** Names of the limits by their numbers, which are also their order in /proc/self/limits. */
const LIMITS = [
  'CPU',
  'FSIZE',
  'DATA',
  'STACK',
  'CORE',
  'RSS',
  'NPROC',
  'NOFILE',
  'MEMLOCK',
  'AS',
  'LOCKS',
  'SIGPENDING',
  'MSGQUEUE',
  'NICE',
  'RTPRIO',
  'RTTIME',
];
const UNLIMITED = -1;
/** Columns of a line of that file: a name, the soft limit, the hard limit. */
const NAME_WIDTH = 26;
const LIMIT_WIDTH = 21;
const PAGE_SIZE = 4096;

const usage = structSequence(
  'resource.struct_rusage',
  'struct_rusage: Result from getrusage.\n\nThis object may be accessed either as a tuple of\n    (utime,stime,maxrss,ixrss,idrss,isrss,minflt,majflt,\n    nswap,inblock,oublock,msgsnd,msgrcv,nsignals,nvcsw,nivcsw)\nor via the attributes ru_utime, ru_stime, ru_maxrss, and so on.',
  [
    ['ru_utime', 'user time used'],
    ['ru_stime', 'system time used'],
    ['ru_maxrss', 'max. resident set size'],
    ['ru_ixrss', 'shared memory size'],
    ['ru_idrss', 'unshared data size'],
    ['ru_isrss', 'unshared stack size'],
    ['ru_minflt', 'page faults not requiring I/O'],
    ['ru_majflt', 'page faults requiring I/O'],
    ['ru_nswap', 'number of swap outs'],
    ['ru_inblock', 'block input operations'],
    ['ru_oublock', 'block output operations'],
    ['ru_msgsnd', 'IPC messages sent'],
    ['ru_msgrcv', 'IPC messages received'],
    ['ru_nsignals', 'signals received'],
    ['ru_nvcsw', 'voluntary context switches'],
    ['ru_nivcsw', 'involuntary context switches'],
  ],
);

function limitOf(text: string): number {
  const number = Number.parseInt(text, 10);
  return Number.isNaN(number) ? UNLIMITED : number;
}

/** The soft and the hard limit. */
function limitsOf(resource: number): readonly [number, number] {
  if (resource < 0 || resource >= LIMITS.length) throw error('ValueError', 'invalid resource specified');
  const line = readSystemFile('/proc/self/limits')?.split('\n')[resource + 1];
  if (line === undefined) return [UNLIMITED, UNLIMITED];
  const second = NAME_WIDTH + LIMIT_WIDTH;
  return [limitOf(line.slice(NAME_WIDTH, second)), limitOf(line.slice(second, second + LIMIT_WIDTH))];
}

function limitArgument(value: Value): number {
  const limit = orThrow(toInt(value)) as number | bigint;
  if (typeof limit === 'bigint' && BigInt.asIntN(64, limit) !== limit)
    throw error('OverflowError', 'Python int too large to convert to C rlim_t');
  return Number(limit);
}

/** What is so already may be set; nothing else can be. */
function setrlimit(resource: number, limits: Value): Result {
  if (resource < 0 || resource >= LIMITS.length) return raiseValueError('invalid resource specified');
  audit('resource.setrlimit', resource, limits);
  const items = orThrow(itemsOf(limits)) as Value[];
  if (items.length !== 2) return raiseValueError('expected a tuple of 2 integers');
  const [soft, hard] = items.map(limitArgument);
  if (hard !== UNLIMITED && (soft === UNLIMITED || soft > hard))
    return raiseValueError('current limit exceeds maximum limit');
  const [oldSoft, oldHard] = limitsOf(resource);
  return soft === oldSoft && hard === oldHard ? null : raiseErrno('EPERM');
}

function getrusage(who: number): Result {
  if (who < -1 || who > 1) return raise('ValueError', 'invalid who parameter');
  const { host } = services();
  const isSelf = who !== -1;
  const seconds = isSelf ? Number(host.clock.cpuTimeNs()) / 1e9 : 0;
  const memory = isSelf ? Math.ceil((host.heapUsed() ?? 0) / 1024) : 0;
  return usage.make([new PyFloat(seconds), new PyFloat(0), memory, ...new Array<number>(13).fill(0)]);
}

export const resource = builtinModule('resource', '', (module) => {
  module.constant('error', exceptionTypes['OSError']);
  module.constant('struct_rusage', usage.type);
  LIMITS.forEach((name, number) => {
    if (name !== 'LOCKS') module.constant(`RLIMIT_${name}`, number);
  });
  module.constant('RLIMIT_OFILE', LIMITS.indexOf('NOFILE'));
  module.constant('RLIM_INFINITY', UNLIMITED);
  module.constant('RUSAGE_SELF', 0);
  module.constant('RUSAGE_CHILDREN', -1);
  module.constant('RUSAGE_THREAD', 1);
  module.function('getrlimit(resource: cint, /)', '', (number) => new PyTuple([...limitsOf(number)]) as Value);
  module.function('setrlimit(resource: cint, limits, /)', '', setrlimit);
  module.function('getrusage(who: cint, /)', '', getrusage);
  module.function('getpagesize()', '', () => PAGE_SIZE);
});
