/** `grp`: the groups of the system, from /etc/group. https://docs.python.org/3.14/library/grp.html */
import { raise } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import type { Result, Value } from '../../objspace/object.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { strFromText } from '../../objspace/types/str/str.ts';
import { structSequence } from '../../objspace/types/struct-sequence.ts';
import { entryById, entryByName, idArgument, readDatabase } from '../pwd/database.ts';

const entry = structSequence(
  'grp.struct_group',
  'grp.struct_group: Results from getgr*() routines.\n\nThis object may be accessed either as a tuple of\n  (gr_name,gr_passwd,gr_gid,gr_mem)\nor via the object attributes as named in the above tuple.\n',
  [
    ['gr_name', 'group name'],
    ['gr_passwd', 'password'],
    ['gr_gid', 'group id'],
    ['gr_mem', 'group members'],
  ],
);

/** Fields of a line. */
const FIELDS = 4;

function entries(): string[][] {
  return readDatabase('/etc/group', FIELDS);
}

function entryValue([name, password, gid, members]: readonly string[]): Value {
  const list = PyList.of(
    members
      .split(',')
      .filter((member) => member !== '')
      .map(strFromText),
  );
  return entry.make([strFromText(name), strFromText(password), Number(gid), list]);
}

function byId(value: Value): Result {
  const id = idArgument(value, 'gid');
  if (id === undefined) return raise('OverflowError', 'gid is less than minimum');
  return entryValue(entryById(entries(), id, 'getgrgid', 'gid'));
}

function byName(name: string): Result {
  return entryValue(entryByName(entries(), name, 'getgrnam'));
}

export const grp = builtinModule(
  'grp',
  'Access to the Unix group database.\n\nGroup entries are reported as 4-tuples containing the following fields\nfrom the group database, in order:\n\n  gr_name   - name of the group\n  gr_passwd - group password (encrypted); often empty\n  gr_gid    - numeric ID of the group\n  gr_mem    - list of members\n\nThe gid is an integer, name and password are strings.  (Note that most\nusers are not explicitly listed as members of the groups they are in\naccording to the password database.  Check both databases to get\ncomplete membership information.)',
  (module) => {
    module.constant('struct_group', entry.type);
    module.function(
      'getgrgid(id)',
      'Return the group database entry for the given numeric group ID.\n\nIf id is not valid, raise KeyError.',
      byId,
    );
    module.function(
      'getgrnam(name: text)',
      'Return the group database entry for the given group name.\n\nIf name is not valid, raise KeyError.',
      byName,
    );
    module.function(
      'getgrall()',
      "Return a list of all available group entries, in arbitrary order.\n\nAn entry whose name starts with '+' or '-' represents an instruction\nto use YP/NIS and may not be accessible via getgrnam or getgrgid.",
      () => PyList.of(entries().map(entryValue)) as Value,
    );
  },
);
