/** `grp`: the groups of the system, from /etc/group. https://docs.python.org/3.14/library/grp.html */
import { encodePath } from '../../objspace/codecs.ts';
import { orThrow, raise, raiseValueError } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { repr } from '../../objspace/operations.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { strFromText, textOf } from '../../objspace/types/str/str.ts';
import { structSequence } from '../../objspace/types/struct-sequence.ts';
import { idArgument, readDatabase, shownId } from '../pwd/database.ts';

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
  const found = entries().find((fields) => Number(fields[2]) === id);
  return found === undefined ? raise('KeyError', `getgrgid(): gid not found: ${shownId(id)}`) : entryValue(found);
}

function byName(name: string): Result {
  if (name.includes('\0')) return raiseValueError('embedded null byte');
  orThrow(encodePath(strFromText(name) as string));
  const found = entries().find((fields) => fields[0] === name);
  if (found !== undefined) return entryValue(found);
  const shown = repr(strFromText(name));
  return shown === EXIT ? EXIT : raise('KeyError', `getgrnam(): name not found: ${textOf(shown as Value)}`);
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
