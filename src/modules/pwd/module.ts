/** `pwd`: the users of the system, from /etc/passwd. https://docs.python.org/3.14/library/pwd.html */
import { raise } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import type { Result, Value } from '../../objspace/object.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { strFromText } from '../../objspace/types/str/str.ts';
import { structSequence } from '../../objspace/types/struct-sequence.ts';
import { entryById, entryByName, idArgument, readDatabase } from './database.ts';

const entry = structSequence(
  'pwd.struct_passwd',
  'pwd.struct_passwd: Results from getpw*() routines.\n\nThis object may be accessed either as a tuple of\n  (pw_name,pw_passwd,pw_uid,pw_gid,pw_gecos,pw_dir,pw_shell)\nor via the object attributes as named in the above tuple.',
  [
    ['pw_name', 'user name'],
    ['pw_passwd', 'password'],
    ['pw_uid', 'user id'],
    ['pw_gid', 'group id'],
    ['pw_gecos', 'real name'],
    ['pw_dir', 'home directory'],
    ['pw_shell', 'shell program'],
  ],
);

/** Fields of a line. */
const FIELDS = 7;

function entries(): string[][] {
  return readDatabase('/etc/passwd', FIELDS);
}

function entryValue([name, password, uid, gid, gecos, home, shell]: readonly string[]): Value {
  return entry.make([
    strFromText(name),
    strFromText(password),
    Number(uid),
    Number(gid),
    strFromText(gecos),
    strFromText(home),
    strFromText(shell),
  ]);
}

function byId(value: Value): Result {
  const id = idArgument(value, 'uid');
  if (id === undefined) return raise('KeyError', 'getpwuid(): uid not found');
  return entryValue(entryById(entries(), id, 'getpwuid', 'uid'));
}

function byName(name: string): Result {
  return entryValue(entryByName(entries(), name, 'getpwnam'));
}

const SEE = '\n\nSee `help(pwd)` for more on password database entries.';

export const pwd = builtinModule(
  'pwd',
  "This module provides access to the Unix password database.\nIt is available on all Unix versions.\n\nPassword database entries are reported as 7-tuples containing the following\nitems from the password database (see `<pwd.h>'), in order:\npw_name, pw_passwd, pw_uid, pw_gid, pw_gecos, pw_dir, pw_shell.\nThe uid and gid items are integers, all others are strings. An\nexception is raised if the entry asked for cannot be found.",
  (module) => {
    module.constant('struct_passwd', entry.type);
    module.function(
      'getpwuid(uidobj, /)',
      `Return the password database entry for the given numeric user ID.${SEE}`,
      byId,
    );
    module.function(
      'getpwnam(name: text, /)',
      `Return the password database entry for the given user name.${SEE}`,
      byName,
    );
    module.function(
      'getpwall()',
      'Return a list of all available password database entries, in arbitrary order.\n\nSee help(pwd) for more on password database entries.',
      () => PyList.of(entries().map(entryValue)) as Value,
    );
  },
);
