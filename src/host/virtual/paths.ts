/** Walking paths: names to inodes, through symbolic links, with the permissions that each directory on the way asks for. */
import { HostError } from '../host.ts';
import { Directory, type Inode, type Owner, SymbolicLink } from './inode.ts';

const MAX_NAME = 255;
const MAX_PATH = 4096;
/** As many links as Linux follows. */
const MAX_LINKS = 40;

export const READ = 4;
export const WRITE = 2;
export const EXECUTE = 1;

/** Where a path ends: the directory, the name in it, and what is there. A root, `.` and `..` have the name ''. */
export interface Place {
  readonly directory: Directory;
  readonly name: string;
  readonly inode: Inode | undefined;
  /** The path ends in a separator: only a directory will do. */
  readonly wantsDirectory: boolean;
}

/**
 * What happens to a symbolic link at the end of a path. A separator behind it makes a lookup follow it all the same; operations that make
 * or remove a name ('name') mean the link itself.
 */
export type LastLink = 'follow' | 'keep' | 'name';

/** Whether `user` may do what `mode` says; the superuser may execute only what somebody may. */
export function isAllowed(inode: Inode, mode: number, user: Owner): boolean {
  if (user.uid === 0) return (mode & EXECUTE) === 0 || inode instanceof Directory || (inode.mode & 0o111) !== 0;
  const shift = inode.uid === user.uid ? 6 : inode.gid === user.gid ? 3 : 0;
  return (mode & ~(inode.mode >> shift)) === 0;
}

/** UTF-8 length; a lone surrogate is a byte. */
function byteLength(name: string): number {
  return name.length * 3 <= MAX_NAME ? name.length : new TextEncoder().encode(name).length;
}

/** Whose permissions count. */
export interface Acting {
  user: Owner;
}

export class PathWalker {
  private readonly root: Directory;
  private readonly acting: Acting;

  constructor(root: Directory, acting: Acting) {
    this.root = root;
    this.acting = acting;
  }

  /** Where `path` leads, seen from `base`. Links on the way are followed. */
  find(base: Directory, path: string, lastLink: LastLink): Place {
    if (path === '') throw new HostError('ENOENT');
    if (path.includes('\0')) throw new HostError('EINVAL');
    if (path.length >= MAX_PATH) throw new HostError('ENAMETOOLONG');
    return this.walk(base, path, lastLink, { left: MAX_LINKS });
  }

  private walk(base: Directory, path: string, lastLink: LastLink, links: { left: number }): Place {
    const parts = path.split('/').filter((part) => part !== '');
    const wantsDirectory = path.endsWith('/');
    const keepsLast = lastLink === 'name' || (lastLink === 'keep' && !wantsDirectory);
    let directory = path.startsWith('/') ? this.root : base;
    for (let index = 0; index < parts.length; index++) {
      const isLast = index === parts.length - 1;
      const place = this.step(directory, parts[index], isLast && keepsLast, links);
      if (isLast) return wantsDirectory ? { ...place, wantsDirectory } : place;
      if (place.inode === undefined) throw new HostError('ENOENT');
      if (!(place.inode instanceof Directory)) throw new HostError('ENOTDIR');
      directory = place.inode;
    }
    return { directory, name: '', inode: directory, wantsDirectory };
  }

  private step(directory: Directory, name: string, keepsLink: boolean, links: { left: number }): Place {
    if (!isAllowed(directory, EXECUTE, this.acting.user)) throw new HostError('EACCES');
    if (byteLength(name) > MAX_NAME) throw new HostError('ENAMETOOLONG');
    if (name === '.' || name === '..') {
      const target = name === '.' ? directory : (directory.parent ?? directory);
      return { directory: target, name: '', inode: target, wantsDirectory: true };
    }
    const inode = directory.entries.get(name);
    if (!(inode instanceof SymbolicLink) || keepsLink) return { directory, name, inode, wantsDirectory: false };
    if (links.left-- === 0) throw new HostError('ELOOP');
    return this.walk(directory, inode.target, 'follow', links);
  }

  /** The path of a directory, from the root; ENOENT if it has been removed. */
  pathOf(directory: Directory): string {
    const names: string[] = [];
    for (let current = directory; current !== this.root; ) {
      const { parent } = current;
      if (parent === undefined) throw new HostError('ENOENT');
      names.push(nameIn(parent, current));
      current = parent;
    }
    return `/${names.reverse().join('/')}`;
  }
}

function nameIn(parent: Directory, child: Directory): string {
  for (const [name, inode] of parent.entries) if (inode === child) return name;
  throw new HostError('ENOENT');
}
