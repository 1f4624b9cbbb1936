/** `os.chown` and its relatives, and `os.fchmod`. */
import { onHost } from '../../interpreter/host-errors.ts';
import { audit } from '../../objspace/audit.ts';
import { services } from '../../interpreter/services.ts';
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import type { Path } from '../../objspace/gateway/path-arguments.ts';
import type { Result } from '../../objspace/object.ts';
import { checkDescriptor, from, MODE_BITS, shownFolder } from './paths.ts';

const files = () => services().host.files;

function changeOwner(path: Path, uid: number, gid: number, folder: number | null, followLinks: boolean): Result {
  const { fd } = path;
  audit('os.chown', path.shown, uid >>> 0, gid >>> 0, shownFolder(folder));
  return onHost(() => {
    if (fd === undefined) files().chown(from(folder, path), uid, gid, followLinks);
    else files().changeOwner(fd, uid, gid);
    return null;
  }, path.shown);
}

export function defineOwners(module: ModuleBuilder): void {
  module.function(
    'chown(path: openpath, uid: owner, gid: owner, *, dir_fd: folder = None, follow_symlinks: bool = True)',
    'Give a file to a user and a group; -1 leaves one of them as it is.',
    (path, uid, gid, folder, followLinks) => {
      checkDescriptor('chown', path, folder, followLinks);
      return changeOwner(path, uid, gid, folder, followLinks);
    },
  );
  module.function(
    'lchown(path: path, uid: owner, gid: owner)',
    'As chown(), of a symbolic link itself.',
    (path, uid, gid) => changeOwner(path, uid, gid, null, false),
  );
  module.function('fchown(fd: cint, uid: owner, gid: owner)', 'As chown(), of an open file.', (fd, uid, gid) => {
    audit('os.chown', fd, uid >>> 0, gid >>> 0, shownFolder(null));
    return onHost(() => {
      files().changeOwner(fd, uid, gid);
      return null;
    });
  });
  module.function('fchmod(fd: cint, mode: cint)', 'As chmod(), of an open file.', (fd, mode) => {
    audit('os.chmod', fd, mode, shownFolder(null));
    return onHost(() => {
      files().changeMode(fd, mode & MODE_BITS);
      return null;
    });
  });
}
