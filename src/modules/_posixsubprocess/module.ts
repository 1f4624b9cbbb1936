/** `_posixsubprocess`: starting other programs, for which a host would have to fork. None does: `subprocess` can be imported, not used. */
import { raiseErrno } from '../../interpreter/host-errors.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';

export const _posixsubprocess = builtinModule(
  '_posixsubprocess',
  'A POSIX helper for the subprocess module.',
  (module) => {
    module.function(
      'fork_exec(args, executable_list, close_fds, pass_fds, cwd, env, p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite, errpipe_read, errpipe_write, restore_signals, call_setsid, pgid_to_set, gid, extra_groups, uid, child_umask, preexec_fn, /)',
      'Spawn a fresh new child process.\n\nNo host of Typhon can do that: raises OSError (ENOSYS).',
      () => raiseErrno('ENOSYS'),
    );
  },
);
