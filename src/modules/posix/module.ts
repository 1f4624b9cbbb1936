/**
 * `posix`: the operating system as `os` knows it, through the host. What a JavaScript host cannot do (fork, exec, user and group
 * changes, terminals) is absent, so that `hasattr(os, ...)` tells the truth.
 */
import { exceptionTypes } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import type { Value } from '../../objspace/object.ts';
import { defineDescriptors } from './descriptors.ts';
import { defineDevices } from './devices.ts';
import { defineFiles } from './files.ts';
import { defineProcess } from './process.ts';
import { dirEntryType, statResult } from './status.ts';
import { defineOwners } from './owners.ts';
import { defineShell } from './shell.ts';
import { defineSysconf } from './sysconf.ts';
import { defineVectors } from './vectors.ts';
import { defineWaiting } from './waiting.ts';

/** Constants with Linux's values, which the host translates where it must. */
const CONSTANTS: Record<string, number> = {
  F_OK: 0,
  R_OK: 4,
  W_OK: 2,
  X_OK: 1,
  O_RDONLY: 0,
  O_WRONLY: 1,
  O_RDWR: 2,
  O_ACCMODE: 3,
  O_CREAT: 0o100,
  O_EXCL: 0o200,
  O_TRUNC: 0o1000,
  O_APPEND: 0o2000,
  O_NONBLOCK: 0o4000,
  O_NDELAY: 0o4000,
  O_CLOEXEC: 0o2000000,
  O_NOFOLLOW: 0o400000,
  O_DIRECTORY: 0o200000,
  O_SYNC: 0o4010000,
  O_FSYNC: 0o4010000,
  O_RSYNC: 0o4010000,
  O_DSYNC: 0o10000,
  O_DIRECT: 0o40000,
  O_LARGEFILE: 0,
  O_NOATIME: 0o1000000,
  O_NOCTTY: 0o400,
  EX_OK: 0,
  EX_USAGE: 64,
  EX_DATAERR: 65,
  EX_NOINPUT: 66,
  EX_NOUSER: 67,
  EX_NOHOST: 68,
  EX_UNAVAILABLE: 69,
  EX_SOFTWARE: 70,
  EX_OSERR: 71,
  EX_OSFILE: 72,
  EX_CANTCREAT: 73,
  EX_IOERR: 74,
  EX_TEMPFAIL: 75,
  EX_PROTOCOL: 76,
  EX_NOPERM: 77,
  EX_CONFIG: 78,
  WNOHANG: 1,
  WUNTRACED: 2,
  WCONTINUED: 8,
  TMP_MAX: 238328,
  NGROUPS_MAX: 65536,
};

/** Which functions take descriptors, or let links alone: `os.supports_fd` and its like are made of it. */
const HAVE = [
  'HAVE_LSTAT',
  'HAVE_FTRUNCATE',
  'HAVE_LUTIMES',
  'HAVE_FSTAT',
  'HAVE_FCHMOD',
  'HAVE_FCHOWN',
  'HAVE_LCHOWN',
];

export const posix = builtinModule(
  'posix',
  'This module provides access to operating system functionality that is\nstandardized by the C Standard and the POSIX standard (a thinly\ndisguised Unix interface).  Refer to the library manual and\ncorresponding Unix manual entries for more information on calls.',
  (module) => {
    for (const [name, value] of Object.entries(CONSTANTS)) module.constant(name, value);
    module.constant('error', exceptionTypes['OSError']);
    module.constant('stat_result', statResult.type);
    module.constant('DirEntry', dirEntryType);
    module.constant('_have_functions', PyList.of(HAVE) as Value);
    defineFiles(module);
    defineDescriptors(module);
    defineProcess(module);
    defineSysconf(module);
    defineWaiting(module);
    defineOwners(module);
    defineShell(module);
    defineVectors(module);
    defineDevices(module);
  },
);
