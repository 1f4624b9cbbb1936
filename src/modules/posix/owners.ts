/** `os.chown` and its relatives, and `os.fchmod`. */
import { onHost } from '../../interpreter/host-errors.ts';
import { audit } from '../../objspace/audit.ts';
import { services } from '../../interpreter/services.ts';
import { error, orThrow } from '../../objspace/exception.ts';
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import type { Result, Value } from '../../objspace/object.ts';
import { toInt, typeName } from '../../objspace/operations.ts';
import { typeOf } from '../../objspace/type.ts';
import { descriptor, pathArgument, refuseDirFd } from './paths.ts';

const files = () => services().host.files;

/** A number of a user or group; -1, by either of its names, leaves things as they are. */
function idArgument(value: Value, name: 'uid' | 'gid'): number {
  if (typeOf(value).slots.index === undefined)
    throw error('TypeError', `${name} should be integer, not ${typeName(value)}`);
  const id = Number(orThrow(toInt(value)));
  // What is a number of the machine but too large counts as one that went round.
  if (id >= 2 ** 63) throw error('OverflowError', `${name} is greater than maximum`);
  if (id < -1 || id > 0xffffffff) throw error('OverflowError', `${name} is less than minimum`);
  return id === 0xffffffff ? -1 : id;
}

function changeOwner(path: Value, uidValue: Value, gidValue: Value, followLinks: boolean, name: string): Result {
  const checked = pathArgument(path, name, 'path', { fd: name === 'chown' });
  const [uid, gid] = [idArgument(uidValue, 'uid'), idArgument(gidValue, 'gid')];
  const { fd } = checked;
  if (fd !== undefined && !followLinks)
    throw error('ValueError', `${name}: cannot use fd and follow_symlinks together`);
  audit('os.chown', checked.shown, uid >>> 0, gid >>> 0, -1);
  return onHost(() => {
    if (fd === undefined) files().chown(checked.text, uid, gid, followLinks);
    else files().changeOwner(fd, uid, gid);
    return null;
  }, checked.shown);
}

export function defineOwners(module: ModuleBuilder): void {
  module.function(
    'chown(path, uid, gid, *, dir_fd=None, follow_symlinks: bool = True)',
    'Give a file to a user and a group; -1 leaves one of them as it is.',
    (path, uid, gid, dirFd, followLinks) => {
      refuseDirFd(dirFd);
      return changeOwner(path, uid, gid, followLinks, 'chown');
    },
  );
  module.function('lchown(path, uid, gid)', 'As chown(), of a symbolic link itself.', (path, uid, gid) =>
    changeOwner(path, uid, gid, false, 'lchown'),
  );
  module.function('fchown(fd, uid, gid)', 'As chown(), of an open file.', (fd, uidValue, gidValue) => {
    const number = descriptor(fd);
    const [uid, gid] = [idArgument(uidValue, 'uid'), idArgument(gidValue, 'gid')];
    audit('os.chown', number, uid >>> 0, gid >>> 0, -1);
    return onHost(() => {
      files().changeOwner(number, uid, gid);
      return null;
    });
  });
  module.function('fchmod(fd, mode: cint)', 'As chmod(), of an open file.', (fd, mode) => {
    const number = descriptor(fd);
    audit('os.chmod', number, mode, -1);
    return onHost(() => {
      files().changeMode(number, mode);
      return null;
    });
  });
}
